"""The form that opens an office file: its name, and login and passphrase or the recovery code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import button, isolated, label, set_role
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import tooltip

from .way_in import WayIn


class OpenForm(QWidget):
    """`submitted(path, login, passphrase)` or `recovered(path, code)`; `switched` between the two ways."""

    submitted = Signal(object, str, str)
    recovered = Signal(object, str)
    other_wanted = Signal()
    new_wanted = Signal()
    restore_wanted = Signal()
    switched = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        texts, px = look.texts, look.theme.px
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
        self.way_in = WayIn(look, self.form)
        self.login, self.passphrase = self.way_in.login, self.way_in.passphrase
        self.open_button = button(texts(mark("&Unlock")), "primary")
        self.other = button(texts(mark("Open an office &file …")), "quiet")
        self.new = button(texts(mark("&New office file …")), "quiet")
        self.restore = button(texts(mark("&Restore a backup …")), "quiet")
        self.way_in.entered.connect(self._submit)
        self.way_in.switched.connect(self.switched)
        self.open_button.clicked.connect(self._submit)
        self.other.clicked.connect(self.other_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        wishes = QHBoxLayout()
        wishes.setSpacing(px(4))
        for each in (self.new, self.other, self.restore):
            wishes.addWidget(each)
        wishes.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(self.first_steps)
        layout.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.way_in.turn)
        row.addStretch()
        layout.addLayout(row)
        layout.addLayout(wishes)

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
        self.restore.setVisible(not locked)
        first_time = not self._offices
        set_role(self.new, "role", "primary" if first_time else "quiet")
        self.first_steps.setVisible(first_time)
        self.way_in.set_visible(not first_time)
        self.open_button.setVisible(not first_time)
        self.focus(login)

    def focus(self, login: str) -> None:
        """Where typing begins."""
        if self._offices:
            self.way_in.focus(login)
        else:
            self.new.setFocus()

    def try_again(self) -> None:
        """It did not open: the secret has to be typed anew."""
        self.way_in.forget()
        self.focus(self.form.value("login"))

    def _submit(self) -> None:
        self.form.clear_problems()
        path = self.office.value()
        if self.way_in.by_code:
            self.recovered.emit(path, self.way_in.code)
        else:
            self.submitted.emit(path, self.form.value("login"), self.passphrase.text())
