"""The form that makes a new office file: its name and place, who works here, and a passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look


class CreateForm(QWidget):
    """`submitted(name, login, passphrase, again)`; the rest are wishes and what is being typed."""

    submitted = Signal(str, str, str, str)
    name_typed = Signal(str)
    passphrase_typed = Signal(str)
    folder_wanted = Signal()
    suggestion_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        texts, px = look.texts, look.theme.px
        self.form = Form(look)
        self.name, self.login = text_field(most=80), text_field(most=80)
        self.passphrase, self.again = text_field(secret=True), text_field(secret=True)
        self.form.add("name", texts(mark("&Office")), self.name)
        self._place = self.form.fields["name"]
        self.folder = button(texts(mark("Other &folder …")), "quiet", "folder", look)
        self.form.add_below(self.folder)
        self.form.add(
            "login",
            texts(mark("Your login &name")),
            self.login,
            texts(mark("Stands in the history of every change.")),
        )
        self.form.add("passphrase", texts(mark("&Passphrase")), self.passphrase)
        self.suggest = button(texts(mark("&Suggest a passphrase")), "quiet", "again", look)
        self.visible = button(texts(mark("Show &it")), "quiet", "show", look)
        self.visible.setCheckable(True)
        self.form.add_below(self.suggest, self.visible)
        self.form.add("again", texts(mark("Passphrase a&gain")), self.again)
        self.submit = button(texts(mark("&Make the office file")), "primary")
        self.back = button(texts(mark("&Back")), "quiet", "back", look)
        self.name.textEdited.connect(self.name_typed)
        self.passphrase.textEdited.connect(self.passphrase_typed)
        self.folder.clicked.connect(self.folder_wanted)
        self.suggest.clicked.connect(self.suggestion_wanted)
        self.visible.toggled.connect(self._show_secrets)
        self.submit.clicked.connect(self._submit)
        self.back.clicked.connect(self.back_wanted)
        for each in (self.name, self.login, self.passphrase, self.again):
            each.returnPressed.connect(self._submit)
        buttons = QHBoxLayout()
        buttons.addWidget(self.submit)
        buttons.addWidget(self.back)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(
            label(
                texts(
                    mark(
                        "Without the passphrase or the recovery sheet nobody can open the file again, "
                        "not even we. The sheet comes next."
                    )
                ),
                "muted",
            )
        )
        layout.addWidget(self.form)
        layout.addLayout(buttons)

    def show_place(self, path: Path | None) -> None:
        texts = self._look.texts
        hint = texts(mark("Will lie here: {path}"), path=str(path)) if path else ""
        self._place.say_hint(hint or texts(mark("The name of your counselling office, as sheets print it.")))

    def show_passphrase(self, text: str) -> None:
        """A suggested one goes into both fields and can be read, so that it can be written down."""
        self.passphrase.setText(text)
        self.again.setText(text)
        self.visible.setChecked(True)

    def show_strength(self, problem: Problem | None, empty: bool) -> None:
        texts, field = self._look.texts, self.form.fields["passphrase"]
        field.say_problem(texts.problem(problem) if problem else "")
        good = texts(mark("Good. Several unrelated words are easy to remember and hard to guess."))
        need = texts(mark("At least 14 characters; several unrelated words are best."))
        field.say_hint("" if problem else need if empty else good)

    def forget_secrets(self) -> None:
        self.passphrase.clear()
        self.again.clear()
        self.visible.setChecked(False)

    def _show_secrets(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.passphrase.setEchoMode(mode)
        self.again.setEchoMode(mode)

    def _submit(self) -> None:
        self.form.clear_problems()
        self.submitted.emit(self.name.text(), self.login.text(), self.passphrase.text(), self.again.text())
