"""What was printed for this client before: look at it as it was, and print it again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.page import Card

if TYPE_CHECKING:
    from desktop.services.prints import EarlierPrint
    from desktop.services.words.names import LawNames

FEW = 5
"""So many are shown until somebody asks for all."""


class EarlierCard(Card):
    """Newest first. `wanted` with the id of a print; empty for the sheets that are chosen now."""

    wanted = Signal(str)

    def __init__(self, look: Look, names: Callable[[], LawNames]) -> None:
        super().__init__(look, look.texts(mark("Printed before")))
        self._look, self._names = look, names
        self._prints: Sequence[EarlierPrint] = ()
        self._shown, self._all = "", False
        self.back = button(look.texts(mark("Back to the new sheets")), "", "back", look)
        self.back.clicked.connect(lambda: self.wanted.emit(""))
        self.told = label(
            look.texts(mark("You see an earlier print. It is printed again exactly as it was.")), "strong"
        )
        rows = QWidget()
        self._rows = QVBoxLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(look.theme.px(8))
        self.more = button("", "quiet")
        self.more.clicked.connect(self._show_all)
        for part in (rows, self.more):
            self.body.addWidget(part)
        self.looks: list[QPushButton] = []
        for each in (self.told, self.back):  # the page puts them where the choices are otherwise
            each.hide()
        self.hide()

    @property
    def stops(self) -> Sequence[QWidget]:
        return (*self.looks, self.more)

    def show_prints(self, prints: Sequence[EarlierPrint], shown: str) -> None:
        if (list(prints), shown) == (list(self._prints), self._shown) and self.looks:
            return
        self._prints, self._shown = prints, shown
        self._fill()

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        texts, names = self._look.texts, self._names()
        empty(self._rows)
        self.looks = []
        listed = self._prints if self._all else self._prints[:FEW]
        for each in listed:
            words = each.words(texts, names)
            shown = each.id == self._shown
            self._rows.addWidget(label(words, "strong" if shown else ""))
            self._rows.addWidget(label(each.more(texts), "note"))
            row = button(texts(mark("Look at it")), "", "show", self._look)
            row.setAccessibleName(texts(mark("Look at the print: {print}"), print=words))
            row.setAccessibleDescription(each.more(texts))
            row.setEnabled(not shown)
            row.clicked.connect(lambda _=False, wanted=each.id: self.wanted.emit(wanted))
            self._rows.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)
            self.looks.append(row)
        left = len(self._prints) - len(listed)
        self.more.setText(texts(mark("{count} more"), count=left))
        self.more.setVisible(left > 0)
        self.back.setVisible(bool(self._shown))
        self.told.setVisible(bool(self._shown))
        self.setVisible(bool(self._prints))
