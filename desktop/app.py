"""The window of the program, put together once and in reading order.

    run        start, unlock, work, lock
    pictures   every page as a picture, for the demo

Nothing heavy is imported before the unlock form is painted: the law, the data layer and what they stand on
load on the worker thread while the passphrase is typed. The case room comes with the first case that is
opened, SQLModel with the first that is saved.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop import resources, settings
from desktop.errors import Problem
from desktop.settings import Preferences
from desktop.texts import Language, Texts
from desktop.ui.kit.icons import Icons
from desktop.ui.kit.jobs import AnsweredWhile
from desktop.ui.kit.look import Look
from desktop.ui.kit.theme import Theme, fusion
from desktop.ui.kit.worker import Worker
from desktop.ui.office import room as office_room
from desktop.ui.office.door import OfficeDoor
from desktop.ui.office.presenter import Entered
from desktop.ui.window import Window

if TYPE_CHECKING:
    from desktop.services.office import Session
    from desktop.ui.kit.idle import IdleWatch
    from desktop.ui.kit.open_case import OpenCase
    from desktop.ui.office.room import Door
    from desktop.ui.office_day import OfficeDay
    from desktop.ui.shell import Shell

Restart = Callable[[Path], None]
PREFERENCES, REPORTS = "preferences.json", "reports"


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window, on the office file of the first argument if there is one. The exit code."""
    application = fusion(sys.argv[:1])
    office = Path(arguments[0]).absolute() if arguments else None
    _leave_no_core_dump()
    program = Program(application, _folder(), office, settled=_set_aside)
    sys.excepthook = lambda _, error, __: program.stumble(error)
    program.start()
    return application.exec()


def _set_aside() -> None:
    """Never again search the law and the modules for what nobody uses: they stay until the program ends.

    Together they are so many objects that each such search would hold the window up for some 50 ms.
    """
    gc.collect()
    gc.freeze()


def now() -> datetime:
    """This moment in the zone of the computer."""
    return datetime.now().astimezone()


class Program:
    """One run: the window, its worker thread, and at most one open office."""

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        office: Path | None = None,
        clock: Callable[[], datetime] = now,
        restart: Restart | None = None,
        door: Door | None = None,
        settled: Callable[[], None] | None = None,
    ) -> None:
        """`folder` holds preferences and reports; `restart` starts the program anew on an office file.

        `settled` is called when the law is loaded, and again when an office is open.
        """
        self._application, self._folder, self._office, self._clock = application, folder, office, clock
        self._restart = restart or start_anew
        self._door = door or OfficeDoor(clock)
        self._settled = settled
        self.preferences = _load_preferences(folder / PREFERENCES)
        self._theme = Theme(application, self.preferences.theme, self.preferences.font_percent)
        self._look = self._new_look()
        self.jobs = Worker(self.mistake)
        self.window = Window()
        self.window.restore_geometry_text(self.preferences.window)
        self.window.closing.connect(self.end)
        self.shell: Shell | None = None
        self._case: OpenCase | None = None
        self._entered: Entered | None = None
        self._idle: IdleWatch | None = None
        self._day: OfficeDay | None = None
        self._answers: AnsweredWhile | None = None  # jobs of the rooms that stand here now

    def start(self) -> None:
        """Show the gate, then load the rest."""
        recent = [Path(each) for each in self.preferences.recent_offices]
        home = Path.home() / "Bleibelotse"
        gate, self._gate = office_room.build(self._look, self.jobs, self._door, self._enter, home)
        self.window.show_content(gate)
        self.window.painted.connect(self._prepare)
        self.window.show()
        chosen = self._office or next(iter(recent), None)
        self._gate.start(recent, chosen, self.preferences.login, locked=self._office is not None)

    def _prepare(self) -> None:
        """Once the form is painted: Qt's words, the law, the data layer, all other words."""
        self._speak()
        self._gate.prepare()
        self.jobs.run(self._look.texts.read, lambda _: self._settle())

    def _speak(self) -> None:
        from desktop.ui.kit.qt_words import speak

        speak(self._application, self.preferences.language)

    def lock(self) -> None:
        """Forget everything: finish saving, close the office, and replace this process by a fresh one."""
        if self._entered is None:
            return
        path = self._entered.path
        self.end()
        self._restart(path)

    def _quit(self) -> None:
        self.window.close()

    def end(self) -> None:
        """Finish saving and let go of the office file."""
        self._finish_editing()
        self._remember(self.preferences._replace(window=self.window.geometry_text()))
        self._gate.close()
        if self._idle is not None:
            self._idle.stop()
            self._idle = None
        if self._day is not None:
            self._day.end()
        entered, self._entered = self._entered, None
        self.jobs.close(entered.session.close if entered is not None else None)

    def _finish_editing(self) -> None:
        """What was typed a moment ago counts: the field under the keyboard is read, the case is saved."""
        focused = self._application.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if self.shell is not None:
            self.shell.leave()
        if self._case is not None:
            self._case.save()

    def mistake(self, error: BaseException) -> None:
        """An exception that is no Problem: written down without values. Called on any thread."""
        from desktop.ui.crash_report import report

        report(error, self._folder / REPORTS, self._clock())
        if os.environ.get("BLEIBELOTSE_DEBUG"):
            sys.__excepthook__(type(error), error, error.__traceback__)

    def stumble(self, error: BaseException) -> None:
        """A mistake on the window's own thread: written down, and said on the page."""
        from desktop.ui.kit.jobs import Unforeseen

        self.mistake(error)
        if self.shell is not None:
            self.shell.banner.say_problem(Unforeseen())

    # Inside an office

    def _enter(self, entered: Entered) -> None:
        from desktop.ui.kit.idle import IdleWatch
        from desktop.ui.office_day import OfficeDay

        self._entered = entered
        self._theme.load_other_scripts()
        login = entered.login or self.preferences.login
        self._remember(self.preferences.with_recent(str(entered.path))._replace(login=login))
        self._idle = IdleWatch(self._application, self.preferences.lock_after_minutes, self._clock)
        self._idle.idle.connect(self.lock)
        self._day = OfficeDay(self.jobs, entered.session, self._clock, lambda: self.shell, self.window)
        self._furnish("today")
        self._settle()
        self._day.begin()

    def _settle(self) -> None:
        """Once while the passphrase is typed, so that little is left to do when the office is open."""
        if self._settled is not None:
            self._settled()

    def _furnish(self, first: str) -> None:
        from desktop.ui.furnish import furnish  # the rooms load with the office, not before the gate

        assert self._entered is not None
        client = self._case.client_id if self._case is not None else ""
        if self._answers is not None:
            self._answers.end()
        self._answers = AnsweredWhile(self.jobs, self._say_late)
        self.shell, self._case = furnish(
            self._look,
            self._answers,
            self._entered.session,
            self._clock,
            lambda: self.preferences,
            self._apply,
            self._day,
        )
        self.shell.commands.on("lock", self.lock)
        self.shell.commands.on("quit", self._quit)
        self.shell.lock_wanted.connect(self.lock)
        self.window.show_content(self.shell)
        self.shell.commands.fill(self.window.menuBar())
        if client:
            self.shell.go("case")
            self._case.open(client)
        self.shell.go(first)

    def _say_late(self, problem: Problem) -> None:
        """What failed for rooms that are gone is said in those that stand here now."""
        if self.shell is not None:
            self.shell.banner.say_problem(problem)

    def _apply(self, preferences: Preferences) -> None:
        before = self.preferences
        self._remember(preferences)
        self._theme.apply(preferences.theme, preferences.font_percent)
        if self._idle is not None:
            self._idle.set_minutes(preferences.lock_after_minutes)
        other_words = before.language != preferences.language
        if (other_words or before.font_percent != preferences.font_percent) and self.shell is not None:
            here = self.shell.current
            self._finish_editing()
            self._look = self._new_look()
            self._speak()
            self._furnish(here)

    def _remember(self, preferences: Preferences) -> None:
        self.preferences = preferences
        settings.save(preferences, self._folder / PREFERENCES)

    def _new_look(self) -> Look:
        texts = Texts(self.preferences.language, resources.path("i18n"))
        return Look(texts, self._theme, Icons(self._theme))


def start_anew(office: Path) -> None:
    """Replace this process by a fresh one on the same office file: no key, no name stays in memory."""
    command = [sys.executable, *_own_arguments(), str(office)]
    if os.name == "posix":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)
    from PySide6.QtCore import QProcess

    QProcess.startDetached(command[0], command[1:])
    QApplication.exit(0)


def _own_arguments() -> list[str]:
    """What stands between the interpreter and our own arguments: -m desktop, a script; nothing if frozen."""
    if getattr(sys, "frozen", False):
        return []
    return sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv) + 1]


def _leave_no_core_dump() -> None:
    """A crash must not write names and the key to the disk."""
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _load_preferences(place: Path) -> Preferences:
    """As stored; for a first start in the language of the system."""
    return settings.load(place) if place.exists() else Preferences(language=_system_language())


def _system_language() -> Language:
    from PySide6.QtCore import QLocale

    return "en" if QLocale.system().language() == QLocale.Language.English else "de"


def _folder() -> Path:
    """Where this system keeps a person's settings."""
    from PySide6.QtCore import QStandardPaths

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(place) / "bleibelotse"


def pictures(
    session: Session,
    folder: Path,
    languages: Sequence[Language] = ("de", "en"),
    themes: Sequence[settings.ThemeName] = ("light", "dark"),
    today: date | None = None,
) -> list[Path]:
    """Every page of the window over an open office, as PNG files. Works without a display."""
    from desktop.ui.pictures import take

    return take(session, folder, languages, themes, today or now().date())
