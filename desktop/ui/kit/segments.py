"""A row of buttons of which one is down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from .choice import Option
from .flow import FlowLayout
from .labels import button
from .look import Look


class Segments(QWidget):
    """Buttons of which at most one is down; they go on in the next line where there is no room.

    Arrow keys move between them, space and Enter choose; so do the first letter of a button (if no other
    begins with it) and its number from 1.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, options: Sequence[Option], value: Any = None, name: str = "") -> None:
        super().__init__()
        layout = FlowLayout(self, look.theme.px(4))
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        for index, (option, words) in enumerate(options):
            made = button(words, "segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            made.setMinimumWidth(_bold_width(made) + look.theme.px(30))  # it turns bold when it is down
            made.installEventFilter(self)
            self._group.addButton(made, index)
            self._values.append(option)
            layout.addWidget(made)
        self._keys = _letters([words for _, words in options])
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._values[index]))
        self.setAccessibleName(name)
        self.set_value(value)
        first = self._group.button(0)
        if first is not None:
            self.setFocusProxy(first)

    def setAccessibleName(self, name: str) -> None:
        """What the choice is about; each button carries it with its own word."""
        super().setAccessibleName(name)
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
            self._group.button(index).setChecked(option == value and type(option) is type(value))
        self._group.setExclusive(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the button sees a key: exclusive buttons would choose while the arrows only pass."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        buttons = self._group.buttons()
        focused = buttons.index(watched)  # type: ignore[arg-type]
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            buttons[(focused + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            buttons[focused].click()
        elif event.text().lower() in self._keys and not event.modifiers() & _COMMANDING:
            buttons[self._keys[event.text().lower()]].click()
        else:
            return False
        return True


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _bold_width(made: QPushButton) -> int:
    font = QFont(made.font())
    font.setBold(True)
    return QFontMetrics(font).horizontalAdvance(made.text().replace("&", ""))


def _letters(words: Sequence[str]) -> dict[str, int]:
    """The key for each button: its number, and its first letter if that is its own."""
    first = [each.replace("&", "")[:1].lower() for each in words]
    own = {letter: index for index, letter in enumerate(first) if first.count(letter) == 1}
    return {str(index + 1): index for index in range(min(9, len(words)))} | own
