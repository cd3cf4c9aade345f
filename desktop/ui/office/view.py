"""What stands in the window while no office file is open: one calm column with the form of the moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.labels import isolated, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner, Busy
from desktop.ui.kit.page import Card, scrolling

from .open_form import OpenForm

if TYPE_CHECKING:
    from desktop.services.office import BackupFound

    from .create_form import CreateForm
    from .recovery_sheet import RecoverySheet
    from .restore_form import RestoreForm


class OfficeGate(QWidget):
    """The forms and their wishes. The larger forms are made when they are first asked for."""

    open_asked = Signal(object, str, str)
    recovery_asked = Signal(object, str)
    create_asked = Signal(str, str, str, str)
    new_wanted = Signal()
    open_wanted = Signal()
    office_picked = Signal(object)
    backup_picked = Signal(object)
    folder_picked = Signal(object, str)
    name_typed = Signal(str)
    passphrase_typed = Signal(str)
    suggestion_wanted = Signal()
    proven = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        texts, px = look.texts, look.theme.px
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = label("Bleibelotse", "display")
        self._about = label(
            texts(mark("Residence titles, dates and papers for counselling offices")), "muted"
        )
        self._card = Card(look)
        self._card.body.setContentsMargins(px(24), px(20), px(24), px(20))
        self.banner = Banner(look)
        self.open_form = OpenForm(look)
        self._forms: list[QWidget] = [self.open_form]
        self._shown: QWidget = self.open_form
        self._create_form: CreateForm | None = None
        self._restore_form: RestoreForm | None = None
        self._sheet: RecoverySheet | None = None
        self._busy = Busy(look)
        self._card.body.addWidget(self.banner)
        self._card.body.addWidget(self.open_form)
        self._card.body.addWidget(self._busy)
        # From the outside in: what is put into a place that is there already is laid out once.
        centred, middle = QWidget(), QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(centred))
        row = QHBoxLayout(centred)
        row.addStretch(1)
        row.addWidget(middle, 10)
        row.addStretch(1)
        middle.setMaximumWidth(px(620))
        column = QVBoxLayout(middle)
        column.setSpacing(px(8))
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(px(8))
        column.addWidget(self._card)
        column.addStretch(3)
        self.open_form.submitted.connect(self.open_asked)
        self.open_form.recovered.connect(self.recovery_asked)
        self.open_form.new_wanted.connect(self.new_wanted)
        self.open_form.switched.connect(self.banner.clear)
        self.open_form.other_wanted.connect(self._pick_office)
        self.open_form.restore_wanted.connect(self._pick_backup)

    # What the presenter says

    def show_open(self, offices: Sequence[Path], chosen: Path | None, login: str, locked: bool) -> None:
        self.banner.clear()
        self._title.setText(isolated(chosen.stem) if locked and chosen else "Bleibelotse")
        self._turn_to(self.open_form)
        self.open_form.show_offices(offices, chosen, login, locked)

    def show_create(self, folder: Path, login: str) -> None:
        self.banner.clear()
        form = self._creating()
        self._folder = folder
        form.login.setText(login)
        form.show_strength(None, True)
        self._title.setText(self._look.texts(mark("New office file")))
        self._turn_to(form)
        form.name.setFocus()

    def show_place(self, path: Path | None) -> None:
        self._creating().show_place(path)

    def show_passphrase(self, text: str) -> None:
        self._creating().show_passphrase(text)

    def show_strength(self, problem: Problem | None, empty: bool) -> None:
        self._creating().show_strength(problem, empty)

    def show_recovery(self, groups: Sequence[str], asked: tuple[int, int]) -> None:
        self.banner.clear()
        self._creating().forget_secrets()
        from .recovery_sheet import RecoverySheet

        sheet = self._sheet = RecoverySheet(self._look)
        sheet.proven.connect(self.proven)
        self._title.setText(self._look.texts(mark("Recovery sheet")))
        self._turn_to(sheet)
        sheet.show_groups(groups, asked)

    def show_wrong_groups(self) -> None:
        if self._sheet is not None:
            self._sheet.show_wrong()

    def show_restore(self, backups: Sequence[BackupFound], chosen: Path, folder: Path, login: str) -> None:
        self.banner.clear()
        texts, form = self._look.texts, self.restore_form()
        self._folder = folder
        words = [
            (each.path, f"{texts.day(each.made)}, {each.made:%H:%M} · {isolated(each.name)}")
            for each in backups
        ]
        self._title.setText(texts(mark("Restore a backup")))
        self._turn_to(form)
        form.show_backups(words, chosen, login)

    def show_new_name(self, name: str) -> None:
        self.restore_form().show_name(name)

    def show_new_place(self, path: Path | None) -> None:
        self.restore_form().show_place(path)

    def show_busy(self, text: str) -> None:
        self.banner.clear()
        self._busy.start(self._look.texts(text))
        self._card.setEnabled(False)

    def show_ready(self) -> None:
        self._busy.stop()
        self._card.setEnabled(True)

    def show_problem(self, problem: Problem, field: str = "") -> None:
        for form in (self.open_form, self._create_form, self._restore_form):
            if field and form is not None and form is self._shown:
                form.form.say_problem(field, self._look.texts.problem(problem))
                return
        self.banner.say_problem(problem)
        for opening in (self.open_form, self._restore_form):
            if opening is not None and opening is self._shown:
                opening.try_again()

    def restore_form(self) -> RestoreForm:
        """Made when it is first asked for."""
        if self._restore_form is None:
            from .restore_form import RestoreForm

            form = self._restore_form = RestoreForm(self._look)
            form.way_in.switched.connect(self.banner.clear)
            form.back_wanted.connect(self.open_wanted)
        return self._restore_form

    def pick_folder(self, picked: Callable[[Path], None]) -> None:
        """Ask for the folder of a new office file."""
        from PySide6.QtWidgets import QFileDialog

        title = self._look.texts(mark("Folder for the new office file"))
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if chosen:
            picked(Path(chosen))

    # Inside

    def _creating(self) -> CreateForm:
        if self._create_form is None:
            from .create_form import CreateForm

            form = self._create_form = CreateForm(self._look)
            form.submitted.connect(self.create_asked)
            form.name_typed.connect(self.name_typed)
            form.passphrase_typed.connect(self.passphrase_typed)
            form.suggestion_wanted.connect(self.suggestion_wanted)
            form.back_wanted.connect(self.open_wanted)
            form.folder_wanted.connect(self._pick_folder)
        return self._create_form

    def _turn_to(self, form: QWidget) -> None:
        """Only one form is there at a time, so the card is as high as that one."""
        if form not in self._forms:
            self._forms.append(form)
            self._card.body.insertWidget(self._card.body.count() - 1, form)
        for each in self._forms:
            each.setVisible(each is form)
        self._shown = form

    def _pick_office(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = self._look.texts(mark("Open office file (a folder ending in .akte)"))
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self.office_picked.emit(Path(chosen))

    def _pick_backup(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title = self._look.texts(mark("Backup (a folder ending in .aktebak) or the folder of your backups"))
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self.backup_picked.emit(Path(chosen))

    def _pick_folder(self) -> None:
        self.pick_folder(lambda chosen: self.folder_picked.emit(chosen, self._creating().name.text()))
