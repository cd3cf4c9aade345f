"""Verbs that look at everybody of an office: where they stand, and what time brings to them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from desktop.texts import Texts, mark

from .opening import opened
from .shell import Shell, add_secret

if TYPE_CHECKING:
    from desktop.services.office import Session


def add_actions(actions: Any, texts: Texts) -> None:
    """`office titles` and `office ahead`."""
    titles = actions.add_parser(
        "titles", help=texts(mark("count for every title how many clients come to which result today"))
    )
    titles.add_argument("path", type=Path, metavar=texts(mark("PATH.akte")))
    titles.add_argument(
        "--title", default="", metavar="ID", help=texts(mark("name the clients of this title, e.g. 25b_1"))
    )
    titles.set_defaults(verb=_titles)
    ahead = actions.add_parser(
        "ahead", help=texts(mark("list by day which client reaches or loses which title, if nothing changes"))
    )
    ahead.add_argument("path", type=Path, metavar=texts(mark("PATH.akte")))
    ahead.add_argument(
        "--years",
        type=int,
        default=1,
        metavar=texts(mark("NUMBER")),
        help=texts(mark("how many years ahead, 1 to 20; default: 1")),
    )
    ahead.set_defaults(verb=_ahead)
    for action in (titles, ahead):
        add_secret(action, texts)


def _titles(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import caseload, everybody

    with opened(arguments, shell) as session:
        *_, last = caseload.derive_all(session, shell.now)
        found = caseload.open_caseload(session, shell.today)
        if arguments.title:
            shell.say(everybody.who_as_text(session, found, arguments.title, shell.texts))
        else:
            shell.say(everybody.counts_as_text(session.reference, found, shell.texts))
        _tell_failed(session, last.failed, shell)


def _ahead(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import everybody, forecast

    forecast.horizon(shell.today, arguments.years)  # told before the passphrase is asked for
    with opened(arguments, shell) as session:
        failed: list[UUID] = []
        found = forecast.of_office(session, shell.today, years=arguments.years, failed=failed)
        shell.say(everybody.ahead_as_text(session.reference, forecast.calendar(found), shell.texts))
        _tell_failed(session, failed, shell)


def _tell_failed(session: Session, failed: Sequence[UUID], shell: Shell) -> None:
    """Who is missing in the list, by file number, on standard error."""
    from desktop.services.prospects import left_out

    problem = left_out(session, failed)
    if problem is not None:
        shell.complain(shell.texts.problem(problem))
