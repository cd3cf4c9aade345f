"""The frame of an open case: the head line, and a tab for each room that works on it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.labels import heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import isolated
from desktop.ui.kit.page import EmptyState
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import DATE_SIGNS

from .headline import Headline

TABS: Mapping[str, str] = {
    "overview": mark("Overview"),
    "history": mark("History"),
    "facts": mark("Facts"),
    "assessment": mark("Assessment"),
    "deadlines": mark("Deadlines"),
    "papers": mark("Papers"),
    "printing": mark("Printing"),
}
"""Every tab by its id, in the order of the page."""


class CasefilePage(QWidget):
    """`tab_entered` with the id of the tab now in front. Alt+1 to Alt+7 go to a tab."""

    tab_entered = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px, texts = look.theme.px, look.texts
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._name = heading("", 1)
        self._sign, self._rest = SignPicture(look), label("")
        self._saved = label("", "note", wrap=False)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._name)
        head.addWidget(self._sign)
        head.addWidget(self._rest, 1)
        head.addWidget(self._saved)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.setAccessibleName(texts(mark("Parts of the client's file")))
        self._ids: list[str] = []
        self._begins: dict[str, QWidget] = {}
        self._tabs.currentChanged.connect(lambda number: self.tab_entered.emit(self._ids[number]))
        opened = QWidget()
        column = QVBoxLayout(opened)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self._tabs, 1)
        nobody = EmptyState(
            look,
            texts(mark("No client is open.")),
            texts(mark("Choose a client in the list, or press Ctrl+K and type a name.")),
            icon="case",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(nobody)
        self._stack.addWidget(opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        for number in range(len(TABS)):
            QShortcut(QKeySequence(f"Alt+{number + 1}"), self, lambda place=number: self._go_to(place))

    def put_tab(self, tab: str, page: QWidget) -> None:
        """Put a room into the frame; the order is that of `TABS`, whatever comes first."""
        order = list(TABS)
        place = sum(order.index(each) < order.index(tab) for each in self._ids)
        around = QWidget()
        layout = QVBoxLayout(around)
        layout.setContentsMargins(0, self._look.theme.px(12), 0, 0)
        layout.addWidget(page)
        # As a proxy, the field where work begins would hide from Tab whatever stands before it.
        self._begins[tab] = page.focusProxy() or page
        page.setFocusProxy(None)  # type: ignore[arg-type]
        self._ids.insert(place, tab)
        self._tabs.insertTab(place, around, self._look.texts(TABS[tab]))

    def go(self, tab: str) -> None:
        """Bring a tab to the front."""
        self._go_to(self._ids.index(tab))

    @property
    def tabs(self) -> tuple[str, ...]:
        """The ids of the tabs, from left to right."""
        return tuple(self._ids)

    @property
    def tab(self) -> str:
        """The id of the tab in front."""
        return self._ids[self._tabs.currentIndex()]

    # Shown

    def show_headline(self, line: Headline) -> None:
        self._stack.setCurrentIndex(1)
        self._name.setText(isolated(line.name))
        self._rest.setText(line.rest)
        self._sign.show_sign(DATE_SIGNS.get(line.urgency))
        self.setAccessibleName(f"{line.name} {line.rest}")

    def show_saved(self, words: str) -> None:
        self._saved.setText(words)

    def show_nobody(self) -> None:
        self._stack.setCurrentIndex(0)

    def _go_to(self, place: int) -> None:
        if place < self._tabs.count():
            self._tabs.setCurrentIndex(place)
            # For another reason a line of text would be chosen whole, and the next letter would overwrite it.
            self._begins[self.tab].setFocus(Qt.FocusReason.OtherFocusReason)
