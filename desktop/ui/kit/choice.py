"""A drop-down: one of several. For few options see `segments`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from .names import tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QStyleOptionComboBox

Option = tuple[Any, str]
"""The value and the words for it."""

_FRAME_IN_LINES = 4
"""More than padding and arrow take: text this much narrower than the field fits without asking the style."""


class Choice(QComboBox):
    """A drop-down. `chosen` only when a person chose; scrolling the page does not change it."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[Option] = (), placeholder: str = "") -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setPlaceholderText(placeholder)
        self.setMinimumContentsLength(6)
        self.set_options(options)
        self.currentTextChanged.connect(lambda words: self.setToolTip(tooltip(words)))
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace the options and keep the value if it is still among them."""
        before = self.value()
        self.clear()
        for value, words in options:
            self.addItem(words, value)
            self.setItemData(self.count() - 1, tooltip(words), Qt.ItemDataRole.ToolTipRole)
        self.set_value(before)

    def value(self) -> Any:
        """None while nothing is chosen."""
        return self.currentData() if self.currentIndex() >= 0 else None

    def set_value(self, value: Any) -> None:
        """Without `chosen`. An unknown value chooses nothing."""
        found = next((index for index in range(self.count()) if self.itemData(index) == value), -1)
        self.setCurrentIndex(found)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """What is too long for the field ends with …; the tooltip says it in full."""
        super().initStyleOption(option)
        metrics = self.fontMetrics()
        if metrics.horizontalAdvance(option.currentText) + _FRAME_IN_LINES * metrics.height() < self.width():
            return

        from PySide6.QtWidgets import QStyle  # its enumerations take 3 ms, which most fields never need

        part = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        option.currentText = metrics.elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width()
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet takes the arrow away; this one follows theme and font size."""
        from PySide6.QtCore import QPointF
        from PySide6.QtGui import QPainter, QPalette, QPen

        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.fontMetrics().height() / 4
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), size / 3))
        right, middle = self.width() - 2.4 * size, self.height() / 2
        corners = [(-size, -size / 2), (0, size / 2), (size, -size / 2)]
        painter.drawPolyline([QPointF(right + x, middle + y) for x, y in corners])
        painter.end()
