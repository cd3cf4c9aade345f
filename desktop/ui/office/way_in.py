"""What a person brings to open an office file or a backup: login and passphrase, or the recovery code."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.texts import mark
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button
from desktop.ui.kit.look import Look


class WayIn(QObject):
    """Fields of a form and the button that turns from one way to the other.

    `entered` on Enter, `switched` when a person turned.
    """

    entered = Signal()
    switched = Signal()

    def __init__(self, look: Look, form: Form) -> None:
        super().__init__(form)
        self._look, self._form = look, form
        texts = look.texts
        self.by_code = False
        self.login, self.passphrase = text_field(most=80), text_field(secret=True)
        form.add("login", texts(mark("Login &name")), self.login)
        form.add("passphrase", texts(mark("&Passphrase")), self.passphrase)
        self.turn = button("", "quiet")
        self._words = {
            True: texts(mark("Use the passphrase")),
            False: texts(mark("Use the recovery sheet")),
        }
        self.login.returnPressed.connect(self.entered)
        self.passphrase.returnPressed.connect(self.entered)
        self.turn.clicked.connect(lambda: self._switch(not self.by_code))
        self._word_switch()

    @property
    def code(self) -> str:
        """The recovery code as typed; empty on the other way."""
        return str(self._form.value("code")) if self.by_code else ""

    def set_visible(self, shown: bool) -> None:
        for name in ("login", "passphrase"):
            self._form.set_visible(name, shown and not self.by_code)
        self.turn.setVisible(shown)

    def focus(self, login: str) -> None:
        """Where typing begins."""
        name = "code" if self.by_code else ("passphrase" if login else "login")
        self._form.fields[name].editor.setFocus()

    def forget(self) -> None:
        """The secrets; the login name stays."""
        self.passphrase.clear()
        if "code" in self._form.fields:
            self._form.set_value("code", "")

    def _switch(self, by_code: bool) -> None:
        self.by_code = by_code
        self._form.clear_problems()
        for name in ("login", "passphrase"):
            self._form.set_visible(name, not by_code)
        if "code" not in self._form.fields:
            self._add_code()
        self._form.set_visible("code", by_code)
        self._word_switch()
        self._form.fields["code" if by_code else "passphrase"].editor.setFocus()
        self.switched.emit()

    def _word_switch(self) -> None:
        words = self._words[self.by_code]
        self.turn.setText(words)
        self.turn.setAccessibleName(words)

    def _add_code(self) -> None:
        texts = self._look.texts
        code = text_field(placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX", most=60)
        code.returnPressed.connect(self.entered)
        hint = texts(mark("The seven groups on your recovery sheet."))
        self._form.add("code", texts(mark("&Recovery code")), code, hint)
