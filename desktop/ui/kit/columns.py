"""Two columns beside each other; where the window is narrow or the text large, under each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from .look import Look

_NARROW = 900
_AS_TALL = 0.85
"""How much of the window the first column keeps when it stands on top."""


class Columns(QScrollArea):
    """The left one fills the height, the right one scrolls by itself; stacked, all scrolls together."""

    def __init__(self, look: Look, left: QWidget, right: QWidget, weights: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._look, self._left, self._right, self._weights = look, left, right, weights
        self._side = _plain_area()
        inner = QWidget()
        inner.setProperty("role", "page")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.theme.px(16))
        self._row.addWidget(left, weights[0])
        self._row.addWidget(self._side, weights[1])
        self._side.setWidget(_on_top(right))
        self._stacked = False
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < self._look.theme.px(_NARROW)
        if narrow != self._stacked:
            self._stack(narrow)
        if self._stacked:
            self._left.setMinimumHeight(round(self.height() * _AS_TALL))
        super().resizeEvent(event)

    def _stack(self, narrow: bool) -> None:
        self._stacked = narrow
        if narrow:
            content = self._side.takeWidget()
            self._row.removeWidget(self._side)
            self._side.hide()
            self._row.addWidget(content)
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            content.show()
            return
        self._left.setMinimumHeight(0)
        item = self._row.takeAt(1)
        above = item.widget() if item is not None else None
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._side, self._weights[1])
        if above is not None:
            self._side.setWidget(above)
        self._side.show()


def _plain_area() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _on_top(content: QWidget) -> QWidget:
    around = QWidget()
    around.setProperty("role", "page")
    around.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)
    column.addStretch()
    return around
