"""The form that opens an office file: its name, a login, a passphrase, or the code of the recovery sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button, isolated, label, set_role
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import tooltip


class OpenForm(QWidget):
    """`submitted(path, login, passphrase)` or `recovered(path, code)`; `switched` between the two ways."""

    submitted = Signal(object, str, str)
    recovered = Signal(object, str)
    other_wanted = Signal()
    new_wanted = Signal()
    switched = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        texts, px = look.texts, look.theme.px
        self._by_code = False
        self._offices: tuple[Path, ...] = ()
        self.first_steps = label(
            texts(
                mark(
                    "All client data lies in one encrypted office file on this computer. "
                    "Make a new one, or open one that your office already has."
                )
            ),
            "muted",
        )
        self.form = Form(look)
        self.office = Choice()
        self.form.add("office", texts(mark("&Office")), self.office)
        self.login, self.passphrase = text_field(most=80), text_field(secret=True)
        self.form.add("login", texts(mark("Login &name")), self.login)
        self.form.add("passphrase", texts(mark("&Passphrase")), self.passphrase)
        self.open_button = button(texts(mark("&Unlock")), "primary")
        self.other = button(texts(mark("Open an office &file …")), "quiet")
        self.new = button(texts(mark("&New office file …")), "quiet")
        self.by_code = button("", "quiet")
        self._words = {
            True: texts(mark("Use the passphrase")),
            False: texts(mark("Use the recovery sheet")),
        }
        self.login.returnPressed.connect(self._submit)
        self.passphrase.returnPressed.connect(self._submit)
        self.open_button.clicked.connect(self._submit)
        self.other.clicked.connect(self.other_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.by_code.clicked.connect(lambda: self._switch(not self._by_code))
        wishes = QHBoxLayout()
        wishes.setSpacing(px(4))
        wishes.addWidget(self.new)
        wishes.addWidget(self.other)
        wishes.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(self.first_steps)
        layout.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.by_code)
        row.addStretch()
        layout.addLayout(row)
        layout.addLayout(wishes)
        self._word_switch()

    def show_offices(self, offices: Sequence[Path], chosen: Path | None, login: str, locked: bool) -> None:
        """`locked`: only the office that was open, nothing to choose."""
        self._offices = tuple(dict.fromkeys((*([chosen] if chosen else []), *offices)))
        self.office.set_options([(path, isolated(path.stem)) for path in self._offices])
        self.office.set_value(chosen)
        self.office.setToolTip(tooltip(str(chosen or "")))
        self.form.set_value("login", login)
        self.form.set_visible("office", not locked and len(self._offices) > 0)
        self.other.setVisible(not locked)
        self.new.setVisible(not locked)
        first_time = not self._offices
        set_role(self.new, "role", "primary" if first_time else "quiet")
        self.first_steps.setVisible(first_time)
        for name in ("login", "passphrase"):
            self.form.set_visible(name, not first_time and not self._by_code)
        self.open_button.setVisible(not first_time)
        self.by_code.setVisible(not first_time)
        self.focus(login)

    def focus(self, login: str) -> None:
        """Where typing begins."""
        if self._offices:
            name = "code" if self._by_code else ("passphrase" if login else "login")
            self.form.fields[name].editor.setFocus()
        else:
            self.new.setFocus()

    def say_problem(self, field: str, sentence: str) -> None:
        self.form.clear_problems()
        if field in self.form.fields:
            self.form.fields[field].say_problem(sentence)
            self.form.fields[field].editor.setFocus()

    def forget_secrets(self) -> None:
        self.passphrase.clear()
        if "code" in self.form.fields:
            self.form.set_value("code", "")

    def _switch(self, by_code: bool) -> None:
        self._by_code = by_code
        self.form.clear_problems()
        for name in ("login", "passphrase"):
            self.form.set_visible(name, not by_code)
        if "code" not in self.form.fields:
            self._add_code()
        self.form.set_visible("code", by_code)
        self._word_switch()
        self.form.fields["code" if by_code else "passphrase"].editor.setFocus()
        self.switched.emit()

    def _word_switch(self) -> None:
        words = self._words[self._by_code]
        self.by_code.setText(words)
        self.by_code.setAccessibleName(words)

    def _add_code(self) -> None:
        texts = self._look.texts
        code = text_field(placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX", most=60)
        code.returnPressed.connect(self._submit)
        hint = texts(mark("The seven groups on your recovery sheet."))
        self.form.add("code", texts(mark("&Recovery code")), code, hint)

    def _submit(self) -> None:
        self.form.clear_problems()
        path = self.office.value()
        if self._by_code:
            self.recovered.emit(path, self.form.value("code"))
        else:
            self.submitted.emit(path, self.form.value("login"), self.passphrase.text())
