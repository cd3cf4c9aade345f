"""The form that makes a new office file from a backup: which one, name and place, and who opens it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.choice import Choice, Option
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look

from .way_in import WayIn


class RestoreForm(QWidget):
    """`submitted(name, login, passphrase)` or `recovered(name, code)`; the rest are wishes."""

    submitted = Signal(str, str, str)
    recovered = Signal(str, str)
    backup_chosen = Signal(object)
    name_typed = Signal(str)
    folder_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        texts, px = look.texts, look.theme.px
        self.form = Form(look)
        self.backup = Choice()
        self.form.add("backup", texts(mark("Back&up")), self.backup)
        self.name = text_field(most=80)
        self._place = self.form.add("name", texts(mark("New &office file")), self.name)
        self.folder = button(texts(mark("Other &folder …")), "quiet", "folder", look)
        self.form.add_below(self.folder)
        self.way_in = WayIn(look, self.form)
        self.submit = button(texts(mark("&Restore and open")), "primary")
        self.back = button(texts(mark("&Back")), "quiet", "back", look)
        self.backup.chosen.connect(self.backup_chosen)
        self.name.textEdited.connect(self.name_typed)
        self.name.returnPressed.connect(self._submit)
        self.way_in.entered.connect(self._submit)
        self.folder.clicked.connect(self.folder_wanted)
        self.submit.clicked.connect(self._submit)
        self.back.clicked.connect(self.back_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(
            label(
                texts(
                    mark(
                        "A new office file is made from the backup; the backup and every other office file "
                        "stay as they are. Passphrases and the recovery sheet are those of the day the "
                        "backup was made."
                    )
                ),
                "muted",
            )
        )
        layout.addWidget(self.form)
        layout.addLayout(_row(self.submit, self.way_in.turn))
        layout.addLayout(_row(self.back))

    def show_backups(self, backups: Sequence[Option], chosen: Path, login: str) -> None:
        self.backup.set_options(backups)
        self.backup.set_value(chosen)
        self.form.clear_problems()
        self.form.set_value("login", login)
        self.way_in.forget()
        self.way_in.focus(login)

    def show_name(self, name: str) -> None:
        self.name.setText(name)

    def show_place(self, path: Path | None) -> None:
        texts = self._look.texts
        self._place.say_hint(texts(mark("Will lie here: {path}"), path=str(path)) if path else "")

    def try_again(self) -> None:
        """It did not open: the secret has to be typed anew."""
        self.way_in.forget()
        self.way_in.focus(self.form.value("login"))

    def _submit(self) -> None:
        self.form.clear_problems()
        if self.way_in.by_code:
            self.recovered.emit(self.name.text(), self.way_in.code)
        else:
            self.submitted.emit(self.name.text(), self.form.value("login"), self.way_in.passphrase.text())


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for each in widgets:
        row.addWidget(each)
    row.addStretch()
    return row
