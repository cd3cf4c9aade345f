"""One of several: a drop-down, or a row of buttons of which one is down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from .labels import button
from .look import Look

Option = tuple[Any, str]
"""The value and the words for it."""


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
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace the options and keep the value if it is still among them."""
        before = self.value()
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        self.set_value(before)

    def value(self) -> Any:
        """None while nothing is chosen."""
        return self.currentData() if self.currentIndex() >= 0 else None

    def set_value(self, value: Any) -> None:
        """Without `chosen`. An unknown value chooses nothing."""
        found = next((index for index in range(self.count()) if self.itemData(index) == value), -1)
        self.setCurrentIndex(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet takes the arrow away; this one follows theme and font size."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.fontMetrics().height() / 4
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), size / 3))
        right, middle = self.width() - 2.4 * size, self.height() / 2
        corners = [(-size, -size / 2), (0, size / 2), (size, -size / 2)]
        painter.drawPolyline([QPointF(right + x, middle + y) for x, y in corners])
        painter.end()


class Segments(QWidget):
    """A row of buttons of which at most one is down; arrow keys move between them, space or Enter chooses."""

    chosen = Signal(object)

    def __init__(self, look: Look, options: Sequence[Option], value: Any = None, name: str = "") -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(4))
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        for index, (option, words) in enumerate(options):
            made = button(words, "segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._group.addButton(made, index)
            self._values.append(option)
            layout.addWidget(made)
        layout.addStretch()
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))
        self.set_name(name)
        self.set_value(value)
        first = self._group.button(0)
        if first is not None:
            self.setFocusProxy(first)

    def set_name(self, name: str) -> None:
        """What the choice is about, for screen readers."""
        self.setAccessibleName(name)
        for each in self._group.buttons():
            words = each.text().replace("&", "")
            each.setAccessibleName(f"{name}: {words}" if name else words)

    def value(self) -> Any:
        """None while nothing is chosen."""
        checked = self._group.checkedId()
        return self._values[checked] if checked >= 0 else None

    def set_value(self, value: Any) -> None:
        """Without `chosen`. An unknown value, None included, lifts all buttons."""
        self._group.setExclusive(False)
        for index, option in enumerate(self._values):
            self._group.button(index).setChecked(option == value)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        buttons = self._group.buttons()
        focused = next((index for index, each in enumerate(buttons) if each.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
        else:
            buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
