"""Labelled fields with what is wrong beneath them, and saving by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .labels import label, set_role
from .look import Look


class Editor(Protocol):
    """What a field may hold beside Qt's text fields: a `Choice`, `Segments`, a `DayField`.

    It has a signal `chosen` or `entered` for what a person did; `set_value` sends none.
    """

    def value(self) -> Any: ...

    def set_value(self, value: Any) -> None: ...


class Field(QWidget):
    """An editor with a hint and a place for one sentence about what is wrong."""

    def __init__(self, look: Look, caption: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._caption = caption
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(2))
        layout.addWidget(editor)
        self._hint = label(hint, "note")
        if not hint:
            self._hint.hide()
        self._problem = label("", "problem")
        self._problem.hide()
        layout.addWidget(self._hint)
        layout.addWidget(self._problem)
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._name_editor("")

    def say_problem(self, sentence: str) -> None:
        """One sentence beneath the field; an empty one takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        set_role(self.editor, "wrong", "true" if sentence else "false")
        self._name_editor(sentence)

    def say_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def rename(self, caption: str) -> None:
        self._caption = caption
        self._name_editor("")

    @property
    def problem(self) -> str:
        return "" if self._problem.isHidden() else self._problem.text()

    def _name_editor(self, problem: str) -> None:
        self.editor.setAccessibleName(self._caption)
        self.editor.setAccessibleDescription(problem or self._hint.text())


class Form(QWidget):
    """Fields under each other: the label left, or above where the window is narrow or the text large.

    `edited` carries the name of a field a person changed.
    """

    edited = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.fields: dict[str, Field] = {}
        px = look.theme.px
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(px(16))
        self._layout.setVerticalSpacing(px(8))
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def add(self, name: str, caption: str, editor: QWidget, hint: str = "") -> Field:
        """Append a field. `name` is for the program, `caption` (with an & for Alt) for people."""
        field = Field(self._look, caption.replace("&", "").rstrip(":"), editor, hint)
        self.fields[name] = field
        words = QLabel(caption)
        words.setBuddy(editor)
        self._layout.addRow(words, field)
        _listen(editor, lambda: self.edited.emit(name))
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Something across both columns: a heading, a button."""
        self._layout.addRow(widget)

    def add_below(self, *widgets: QWidget) -> None:
        """Buttons that belong to the field above them, in its column."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._look.theme.px(4))
        for each in widgets:
            layout.addWidget(each)
        layout.addStretch()
        self._layout.addRow(QLabel(""), row)

    def value(self, name: str) -> Any:
        """Text of a text field, value of a choice, `PartialDate | None` of a day."""
        editor = self.fields[name].editor
        match editor:
            case QLineEdit():
                return editor.text().strip()
            case QPlainTextEdit():
                return editor.toPlainText().strip()
        return cast(Editor, editor).value()

    def set_value(self, name: str, value: Any) -> None:
        """Without `edited`."""
        editor = self.fields[name].editor
        blocked = editor.blockSignals(True)
        match editor:
            case QLineEdit():
                editor.setText(value)
            case QPlainTextEdit():
                editor.setPlainText(value)
            case _:
                cast(Editor, editor).set_value(value)
        editor.blockSignals(blocked)

    def set_visible(self, name: str, visible: bool) -> None:
        field = self.fields[name]
        if self._layout.isRowVisible(field) != visible:
            self._layout.setRowVisible(field, visible)

    def rename(self, field: Field, caption: str) -> None:
        """Give a field another label."""
        words = self._layout.labelForField(field)
        if isinstance(words, QLabel):
            words.setText(caption)
        field.rename(caption.replace("&", ""))

    def say_problem(self, name: str, sentence: str) -> None:
        """What is wrong, at this field alone; the keyboard goes there."""
        self.clear_problems()
        if name in self.fields:
            self.fields[name].say_problem(sentence)
            self.fields[name].editor.setFocus()

    def clear_problems(self) -> None:
        for field in self.fields.values():
            field.say_problem("")


def text_field(placeholder: str = "", secret: bool = False, most: int = 500) -> QLineEdit:
    """One line; `secret` shows dots."""
    made = QLineEdit()
    made.setMaxLength(most)
    made.setPlaceholderText(placeholder)
    if secret:
        made.setEchoMode(QLineEdit.EchoMode.Password)
        made.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText)
    return made


def long_text_field(rows: int = 4) -> QPlainTextEdit:
    """Several lines of plain text; Tab leaves the field."""
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * rows + 18)
    return made


class Autosave(QObject):
    """Says `due` a moment after the last change, and at the latest some seconds after the first."""

    due = Signal()

    def __init__(self, parent: QObject, quiet_ms: int = 600, at_most_ms: int = 3000) -> None:
        super().__init__(parent)
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._at_most = QTimer(self, singleShot=True, interval=at_most_ms)
        self._quiet.timeout.connect(self.flush)
        self._at_most.timeout.connect(self.flush)

    @property
    def waiting(self) -> bool:
        return self._quiet.isActive()

    def touch(self) -> None:
        """Something changed."""
        self._quiet.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def flush(self) -> None:
        """Save now if something waits (leaving the page, locking)."""
        if self._quiet.isActive() or self._at_most.isActive():
            self._quiet.stop()
            self._at_most.stop()
            self.due.emit()


def _listen(editor: QWidget, told: Callable[[], None]) -> None:
    match editor:
        case QLineEdit():
            editor.textEdited.connect(lambda _: told())
        case QPlainTextEdit():
            editor.textChanged.connect(told)
        case _:
            signal = "chosen" if hasattr(type(editor), "chosen") else "entered"
            getattr(editor, signal).connect(lambda _: told())
