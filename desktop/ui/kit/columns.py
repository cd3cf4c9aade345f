"""Two columns beside each other; where the window is narrow or the text large, under each other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .look import Look

_NARROW = 900
_AS_TALL = 0.85
"""How much of the window the first column keeps when it stands on top …"""
_AT_LEAST = 300
"""… and how much it has where that is little."""


class Columns(QScrollArea):
    """The left one fills the height, the right one scrolls by itself; stacked, all scrolls together.

    With `right_on_top` the right one comes first when stacked, and the left one is as tall as it wants.
    """

    stacked = Signal(bool)

    def __init__(
        self,
        look: Look,
        left: QWidget,
        right: QWidget,
        weights: tuple[int, int] = (1, 1),
        right_on_top: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._left, self._weights = look, left, weights
        self._right_on_top = right_on_top
        self._side = _plain_area()
        self._inner = inner = QWidget()
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
        for view in left.findChildren(QAbstractItemView):
            view.selectionModel().currentChanged.connect(lambda *_, view=view: self._follow(view))

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < self._look.theme.px(_NARROW)
        if narrow != self._stacked:
            self._stack(narrow)
        if self._stacked and not self._right_on_top:
            least = self._look.theme.px(_AT_LEAST)
            needed = self._left.minimumSizeHint().height()
            self._left.setMinimumHeight(max(round(self.height() * _AS_TALL), least, needed))
        super().resizeEvent(event)

    def _stack(self, narrow: bool) -> None:
        self._stacked = narrow
        if narrow:
            content = self._side.takeWidget()
            self._row.removeWidget(self._side)
            self._side.hide()
            self._row.addWidget(content)
            up, down = QBoxLayout.Direction.BottomToTop, QBoxLayout.Direction.TopToBottom
            self._row.setDirection(up if self._right_on_top else down)
            content.show()
            self.stacked.emit(True)
            return
        self._left.setMinimumHeight(0)
        item = self._row.takeAt(1)
        above = item.widget() if item is not None else None
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._side, self._weights[1])
        if above is not None:
            self._side.setWidget(above)
        self._side.show()
        self.stacked.emit(False)

    def _follow(self, view: QAbstractItemView) -> None:
        """Keep the row under the keyboard in sight where the column is taller than the window."""
        if self._stacked and view.hasFocus():
            row = view.visualRect(view.currentIndex())
            place = view.viewport().mapTo(self._inner, row.center())
            self.ensureVisible(place.x(), place.y(), 0, row.height())


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
