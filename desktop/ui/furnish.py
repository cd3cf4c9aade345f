"""The rooms of an open office, put into a shell in the order of the rail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.settings import Preferences
from desktop.texts import mark

from .clients import room as clients
from .clients.source import ClientsOfOffice
from .day_watch import DayWatch
from .desk import CasesOfOffice, Desk
from .finder import Finder
from .help_page import HelpPage
from .kit.form import Autosave
from .kit.jobs import Jobs
from .kit.look import Look
from .kit.open_case import OpenCase
from .kit.palette import Palette
from .kit.room import LaterRoom, Room
from .preferences import room as preferences
from .shell import Shell
from .today import room as today
from .upkeep import Undoing
from .watching import watch_the_day

if TYPE_CHECKING:
    from desktop.services.office import Session

    from .office_day import OfficeDay


def furnish(
    look: Look,
    jobs: Jobs,
    session: Session,
    clock: Callable[[], datetime],
    current: Callable[[], Preferences],
    apply: Callable[[Preferences], None],
    day: OfficeDay | None = None,
) -> tuple[Shell, OpenCase]:
    """A shell with every room in it, and the case on its desk; `day` begins anew after midnight."""
    shell = Shell(look)
    case = OpenCase(jobs, CasesOfOffice(session, clock))
    begin_day = day.begin if day is not None else lambda: None
    watch = watch_the_day(look, jobs, session, shell, lambda: clock().date(), begin_day)
    desk = Desk(
        look=look,
        jobs=jobs,
        session=session,
        commands=shell.commands,
        case=case,
        today=lambda: clock().date(),
        now=clock,
        go=shell.go,
        say=shell.say,
        open_at=lambda client_id, tab, key: _open_at(desk, shell, client_id, tab, key),
        changed=watch.look,
        preferences=current,
        prefer=apply,
        go_for=shell.go,
    )
    autosave = Autosave(shell)
    autosave.due.connect(case.save)
    case.touched = autosave.touch
    case.on_saved = lambda at: _saved(shell, watch, day, at)
    case.on_problem = shell.banner.say_problem

    shell.add_room(today.build(desk))
    for room in clients.build(desk):
        shell.add_room(room)
    shell.add_room(LaterRoom("case", lambda: _case_room(desk, shell), mark("Client"), "case"))
    shell.add_room(LaterRoom("calendar", lambda: _calendar_room(desk), mark("Calendar"), "calendar"))
    for command in ("ending", "papers_ending", "without", "resting"):
        shell.add_room(LaterRoom(command, partial(_list_room, desk, command)))
    shell.add_room(LaterRoom("law", lambda: _law_room(desk), mark("Law"), "law"))
    shell.add_room(LaterRoom("own_letters", lambda: _own_letters_room(desk)))
    shell.add_room(preferences.build(desk, current, apply))
    shell.add_room(LaterRoom("office_profile", lambda: _office_profile_room(desk)))
    shell.add_room(LaterRoom("approval", lambda: _approval_room(desk)))
    shell.add_room(LaterRoom("translations", lambda: _translations_room(desk)))
    shell.add_room(LaterRoom("help", lambda: Room("help", HelpPage(look, shell.commands))))
    _add_finder(desk, shell)

    _add_undo(desk, shell)
    shell.commands.on("print", lambda: _print(shell))
    for command in ("next_date", "decision_letter", "plan", "rest"):
        shell.commands.on(command, partial(_in_the_case, shell, case, command))
    shell.commands.on("close_case", lambda: _close_case(desk))
    shell.commands.on("refresh", shell.refresh)
    shell.commands.on("save", lambda: _save_now(case, shell, look))
    shell.show_office(session.office_name, session.user)
    shell.show_law_day(look.texts.day(session.reference.pack.law_checked_on))
    return shell, case


def _case_room(desk: Desk, shell: Shell) -> Room:
    from . import case_room  # the largest room, imported when the first case is opened
    from .client_picker import ClientPicker

    return case_room.build(desk, ClientPicker(desk, shell).pick)


def _open_at(desk: Desk, shell: Shell, client_id: str, tab: str, key: str) -> None:
    """A client at a tab; among the dates at the one with the key."""
    shell.go("case")
    shell.room("case").faces[tab]()
    desk.case.open(client_id, looked_for=key)


def _saved(shell: Shell, watch: DayWatch, day: OfficeDay | None, at: datetime) -> None:
    shell.show_saved(f"{at:%H:%M}")
    watch.look()
    if day is not None:
        day.look_ahead()


def _calendar_room(desk: Desk) -> Room:
    from .calendar import room as calendar

    return calendar.build(desk)


def _list_room(desk: Desk, command: str) -> Room:
    from .lists import room as lists

    return lists.ROOMS[command](desk)


def _law_room(desk: Desk) -> Room:
    from .law import room as law  # rarely the first room somebody enters

    return law.build(desk)


def _office_profile_room(desk: Desk) -> Room:
    from .office_profile import room as office_profile  # filled in once

    return office_profile.build(desk)


def _approval_room(desk: Desk) -> Room:
    from .approval import room as approval

    return approval.build(desk)


def _translations_room(desk: Desk) -> Room:
    from .translations import room as translations

    return translations.build(desk)


def _own_letters_room(desk: Desk) -> Room:
    from .own_letters import room as own_letters

    return own_letters.build(desk)


def _add_undo(desk: Desk, shell: Shell) -> None:
    undoing = Undoing(
        desk.jobs,
        ClientsOfOffice(desk.session, desk.now),
        desk.case,
        desk.look.texts,
        say=lambda sentence: desk.say(sentence, "", None),
        refresh=shell.refresh,
        failed=shell.banner.say_problem,
    )
    shell.commands.on("undo", undoing.undo)
    shell.commands.on("redo", undoing.redo)


def _print(shell: Shell) -> None:
    """Ctrl+P: what the room in front prints, else the preview of what fits the open case."""
    here = shell.room(shell.current).does if shell.current else {}
    if "print" in here:
        here["print"]()
        return
    shell.go("case")
    shell.room("case").faces["printing"]()


def _in_the_case(shell: Shell, case: OpenCase, command: str) -> None:
    """A command that needs an open case; without one the page says how to open one."""
    shell.go("case")
    if case.client_id:
        shell.room("case").does[command]()


def _close_case(desk: Desk) -> None:
    desk.case.close()
    desk.go("clients")


def _add_finder(desk: Desk, shell: Shell) -> None:
    from desktop.services import clients

    palette = Palette(desk.look, shell)
    finder = Finder(
        palette,
        desk.jobs,
        clients=lambda query, most: clients.lines(desk.session, query, most),
        commands=shell.commands.possible,
        open_client=desk.open_client,
        run=shell.commands.run,
    )
    # Qt does not keep alive whose method it calls; the lambdas do.
    palette.typed.connect(lambda text: finder.type(text))
    palette.chosen.connect(lambda key: finder.choose(key))
    shell.commands.on("palette", lambda: palette.open_over(shell.window()))


def _save_now(case: OpenCase, shell: Shell, look: Look) -> None:
    """Ctrl+S: nothing is ever left to save for long, and it says so."""
    case.save()
    here = shell.room(shell.current).does if shell.current else {}
    if "save" in here:
        here["save"]()
        return
    shell.say(look.texts(mark("Everything is saved; the program saves by itself.")), "", None)
