"""A search field over a table: type, arrows, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.labels import button, isolated, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import EmptyState, Page
from desktop.ui.kit.table import TupleTable

from .model import columns

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -12, Qt.Key.Key_PageDown: 12}

if TYPE_CHECKING:
    from desktop.services.clients import ClientLine


class ClientsPage(Page):
    """`typed` and `new_wanted` with the search text, `opened` and `remove_asked` with a line."""

    typed = Signal(str)
    opened = Signal(object)
    remove_asked = Signal(object)
    new_wanted = Signal(str)
    page_wanted = Signal(int, int)

    def __init__(self, look: Look, today: Callable[[], date], status_name: Callable[[str], str]) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(look, texts(mark("Clients")))
        self.search = QLineEdit()
        new = button(texts(mark("New client")), "primary", "add", look)
        new.clicked.connect(lambda: self.new_wanted.emit(self.search.text().strip()))
        self.search.setPlaceholderText(texts(mark("Name, date of birth, file number, telephone")))
        self.search.setAccessibleName(texts(mark("Search clients")))
        self.search.setClearButtonEnabled(True)
        self.search.textEdited.connect(self.typed)
        self.search.textChanged.connect(lambda text: self.typed.emit("") if not text else None)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self._count = label("", "muted", wrap=False)
        self.table = TupleTable(look, columns(look, today, status_name), texts(mark("Clients")))
        self.table.opened.connect(self.opened)
        self.table.remove_asked.connect(self.remove_asked)
        self.table.rows.wanted.connect(self.page_wanted)
        self._banner = Banner(look)
        self._nobody = EmptyState(
            look,
            texts(mark("No client yet")),
            texts(mark("A name is enough to begin; everything else can follow during the talk.")),
            texts(mark("Create the first client")),
            "clients",
        )
        self._not_found = EmptyState(
            look, texts(mark("Nobody found")), "", texts(mark("Create this client")), "search"
        )
        for empty in (self._nobody, self._not_found):
            empty.asked.connect(lambda: self.new_wanted.emit(self.search.text().strip()))
            empty.hide()
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.search, 1)
        row.addWidget(self._count)
        self._new = new
        self.add_action(new)
        self.body.setSpacing(px(8))
        self.body.addWidget(self._banner)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._nobody, 1)
        self.body.addWidget(self._not_found, 1)

    def show_lines(self, lines: Sequence[ClientLine], query: str) -> None:
        self._banner.clear()
        self.table.rows.reset(lines)
        self.table.choose(0)
        self.table.scrollToTop()
        nobody = not lines and not query.strip()
        not_found = not lines and not nobody
        self.table.setVisible(bool(lines))
        self._nobody.setVisible(nobody)
        self._not_found.setVisible(not_found)
        self._new.setVisible(bool(lines))
        self.search.setVisible(not nobody)
        self._count.setVisible(not nobody)
        if not_found:
            texts = self.look.texts
            sentence = texts(
                mark("No client matches “{query}”. Other spellings are tried too."),
                query=isolated(query.strip()),
            )
            self._not_found.say(texts(mark("Nobody found")), sentence)

    def show_count(self, found: int, of: int, query: str) -> None:
        self.table.rows.grow(found)
        texts = self.look.texts
        all_of_them = texts.plural(mark("{count} client"), mark("{count} clients"), of)
        some = texts(mark("{found} of {all}"), found=found, all=all_of_them)
        self._count.setText(some if query.strip() else all_of_them)

    def show_page(self, offset: int, lines: Sequence[ClientLine]) -> None:
        self.table.rows.put_page(offset, lines)

    def show_problem(self, problem: Problem) -> None:
        self._banner.say_problem(problem)

    def show_query(self, query: str) -> None:
        blocked = self.search.blockSignals(True)
        self.search.setText(query)
        self.search.blockSignals(blocked)

    def focus(self) -> None:
        if self.search.isVisibleTo(self):
            self.search.setFocus()
            self.search.selectAll()
        else:
            self._nobody.button.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field move in the table, Delete at its end asks for the chosen line."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _MOVES.get(Qt.Key(event.key()))
            if step is not None:
                self.table.step(step)
                return True
        return super().eventFilter(watched, event)

    def _open_first(self) -> None:
        self.table.open_chosen()
