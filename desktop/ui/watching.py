"""The day watch of an open office, put together with its clock, the rail, the banner and the tray."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop.texts import mark

from .day_watch import DayWatch, DueNow
from .kit.jobs import Jobs
from .kit.look import Look
from .shell import Shell
from .tray import Tray

if TYPE_CHECKING:
    from desktop.services.office import Session

_ONLY_SHOW = frozenset(("today", "calendar", "ending", "papers_ending", "without", "resting", "clients"))
_LOOKS_AT_THE_CLOCK = 30_000
"""Milliseconds; by the clock on the wall, so that a computer that slept over midnight notices."""


def watch_the_day(
    look: Look,
    jobs: Jobs,
    session: Session,
    shell: Shell,
    today: Callable[[], date],
    new_day: Callable[[], None],
) -> DayWatch:
    """Counts what is due whenever a room is entered; the rest is told to `look`."""
    tray = Tray(look, shell, lambda: _raise(shell))

    def show(now: DueNow, words: str) -> None:
        shell.show_count("today", now.pressing, words)
        tray.show(now.pressing, words)

    def remind(sentence: str) -> None:
        shell.tell(sentence, look.texts(mark("Show")), lambda: shell.go("today"))

    def begin_day() -> None:
        refresh_lists(shell)
        new_day()

    watch = DayWatch(
        jobs,
        lambda day: _due_now(session, day),
        look.texts,
        today,
        show,
        remind,
        at_the_start_page=lambda: shell.current == "today",
        new_day=begin_day,
    )
    shell.entered.connect(lambda _: watch.look())
    shell.destroyed.connect(watch.stop)
    timer = QTimer(shell, interval=_LOOKS_AT_THE_CLOCK)
    timer.timeout.connect(watch.minute)
    timer.start()
    return watch


def _due_now(session: Session, day: date) -> DueNow:
    from desktop.services import due

    return DueNow(*due.pressing(session, day))


def refresh_lists(shell: Shell) -> None:
    """Let the present room read anew, if it is one that only shows: a form half filled in stays as it is."""
    if shell.current in _ONLY_SHOW:
        shell.refresh()


def _raise(shell: Shell) -> None:
    window = shell.window()
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
