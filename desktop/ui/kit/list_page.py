"""A page with a list on the left and what is chosen from it on the right; where it is narrow, beneath it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from .labels import heading
from .look import Look
from .notes import Banner
from .outline.line import Line
from .outline.view import OutlineView
from .page import Page

_NARROW = 900
"""Pixels at 100 %: below which width the list stands on top."""
_ANY = 16_777_215  # Qt's “no limit”


class ListPage(Page):
    """`picked` with the key of a line that a person goes to; `right` takes what is shown of it."""

    picked = Signal(str)

    def __init__(
        self, look: Look, title: str, subtitle: str, caption: str, weights: tuple[int, int], low: int
    ) -> None:
        """`caption` of the list, for screen readers; `low`: its height on top, in pixels at 100 %."""
        super().__init__(look, title, subtitle, scrolls=True)
        self._filling, self._low = False, low
        self.banner = Banner(look)
        self.listed = OutlineView(look, caption)
        self.listed.setIndentation(0)
        self.listed.selectionModel().currentChanged.connect(self._gone_to)
        self._title = heading("", 2)
        side = QWidget()
        self.right = QVBoxLayout(side)
        self.right.setContentsMargins(0, 0, 0, 0)
        self.right.setSpacing(look.theme.px(8))
        self.right.addWidget(self._title)
        self.body.addWidget(self.banner)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(look.theme.px(16))
        self._row.addWidget(self.listed, weights[0])
        self._row.addWidget(side, weights[1])
        self.body.addLayout(self._row, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow or the text large, the list stands on top."""
        super().resizeEvent(event)
        px, narrow = self.look.theme.px, self.width() < self.look.theme.px(_NARROW)
        up, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(up if narrow else across)
        self.listed.setMaximumHeight(px(self._low) if narrow else _ANY)

    def show_list(self, lines: Iterable[Line], chosen: str) -> None:
        """Fill the list and stand on the line of a key; `picked` says nothing of that."""
        self._filling = True
        self.listed.show_lines(tuple(lines))
        self.listed.setCurrentIndex(self.listed.lines.find(chosen))
        self._filling = False

    def _gone_to(self, index: QModelIndex) -> None:
        if index.isValid() and not self._filling:
            self.picked.emit(self.listed.lines.line(index).key)
