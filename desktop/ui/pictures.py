"""Every page of the window as a picture, with the rooms' real presenters and the work done on the spot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from desktop import resources
from desktop.settings import Preferences, ThemeName
from desktop.texts import Language, Texts

from .furnish import furnish
from .kit.icons import Icons
from .kit.jobs import ImmediateJobs
from .kit.look import Look
from .kit.qt_words import speak
from .kit.theme import Theme, fusion
from .office.view import OfficeGate
from .shell import Shell
from .window import Window

if TYPE_CHECKING:
    from desktop.services.office import Session

WIDTH, HEIGHT = 1366, 768
_STEPS, _STEP = 8, 5
"""So many times so many milliseconds: layouts find their places, pages that come into sight are drawn."""


def take(
    session: Session,
    folder: Path,
    languages: Sequence[Language],
    themes: Sequence[ThemeName],
    today: date,
    font_percent: int = 100,
) -> list[Path]:
    """Write `<page>-<language>-<theme>.png` files into a folder that exists, and return them in order."""
    application = fusion(["bleibelotse", "-platform", "offscreen"])
    moment = datetime(today.year, today.month, today.day, 14, 3).astimezone()
    theme = Theme(application, themes[0], font_percent)
    theme.load_other_scripts()
    taken = []
    for language in languages:
        for name in themes:
            theme.apply(name, font_percent)
            speak(application, language)
            look = Look(Texts(language, resources.path("i18n")), theme, Icons(theme))
            preferences = Preferences(language=language, theme=name, font_percent=font_percent)
            window = Window()
            window.resize(WIDTH, HEIGHT)
            for page in _pages(window, look, session, preferences, moment):
                window.show()
                _settle()
                place = folder / f"{page}-{language}-{name}.png"
                window.grab().save(str(place))
                taken.append(place)
            window.close()
            window.deleteLater()
            application.processEvents()
    return taken


def _settle() -> None:
    """Layouts within layouts find their places step by step; a step may take longer than the wait."""
    for _ in range(_STEPS):
        waiting = QEventLoop()
        QTimer.singleShot(_STEP, waiting.quit)
        waiting.exec()


def _pages(
    window: Window, look: Look, session: Session, preferences: Preferences, moment: datetime
) -> Iterator[str]:
    """Bring one page after the other into the window and name it."""
    gate = OfficeGate(look)
    window.show_content(gate)
    gate.show_open([session.path], session.path, session.user, locked=True)
    yield "unlock"
    shell, case = furnish(look, ImmediateJobs(), session, lambda: moment, lambda: preferences, lambda _: None)
    window.show_content(shell)
    shell.commands.fill(window.menuBar())
    shell.show_saved(f"{moment:%H:%M}")
    client = _first_client(session)
    if client:
        shell.go("case")
        case.open(client)
    yield from _rooms(shell, bool(client))


def _rooms(shell: Shell, somebody_is_open: bool) -> Iterator[str]:
    for room in shell.rooms():
        if room.needs_case and not somebody_is_open:
            continue
        shell.go(room.command)
        if not room.faces:
            yield room.command
        for name, turn in room.faces.items():
            turn()
            yield f"{room.command}-{name}"


def _first_client(session: Session) -> str:
    from desktop.services import clients

    lines = clients.lines(session, limit=1)
    return str(lines[0].id) if lines else ""
