"""A field in which a few letters choose one of many names: “dul” or “25 3”, then Tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from desktop.texts import mark

from ..labels import set_role
from ..look import Look
from .matching import Named, matches


class TypedChoice(QLineEdit):
    """`chosen` with a code when a person chose. Leaving the field takes the first name that fits."""

    chosen = Signal(object)

    def __init__(self, look: Look, options: Sequence[Named]) -> None:
        super().__init__()
        self._look = look
        self._options = tuple(options)
        self._code: str | None = None
        self._fitting = QStringListModel(self)
        self._completer = QCompleter(self._fitting, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(9)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._take_words)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._popup.setAccessibleName(look.texts(mark("Names that fit")))
        self.setPlaceholderText(look.texts(mark("type a few letters")))
        self.textEdited.connect(self._suggest)

    def set_options(self, options: Sequence[Named]) -> None:
        """Other names to choose from; the code chosen stays."""
        self._options = tuple(options)
        self.set_value(self._code)

    def value(self) -> str | None:
        """The code chosen, or None."""
        return self._code

    def set_value(self, code: str | None) -> None:
        """Without `chosen`."""
        self._code = code
        words = dict(self._options).get(code or "", code or "")
        self.setText(words)
        self.setCursorPosition(0)
        set_role(self, "wrong", "false")

    def fitting(self) -> list[Named]:
        """What the typed letters may mean, best first."""
        return matches(self.text(), self._options)

    def read(self) -> None:
        """Take what is typed; done by itself when the field is left or Enter is pressed."""
        typed = self.text().strip()
        if typed == dict(self._options).get(self._code or "", self._code or ""):
            return
        fitting = self.fitting() if typed else []
        if typed and not fitting:
            self._code = None
            set_role(self, "wrong", "true")
            self.chosen.emit(None)
        else:
            self._choose(fitting[0][0] if fitting else None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.read()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read()
        elif event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self._suggest()
            return
        super().keyPressEvent(event)

    def _suggest(self, _: str = "") -> None:
        set_role(self, "wrong", "false")
        self._fitting.setStringList([words for _, words in self.fitting()])
        if self._fitting.rowCount():
            self._completer.complete()
        else:
            self._popup.hide()

    def _take_words(self, words: str) -> None:
        self._choose(next(code for code, each in self._options if each == words))

    def _choose(self, code: str | None) -> None:
        changed = code != self._code
        self.set_value(code)
        self._popup.hide()
        if changed:
            self.chosen.emit(code)
