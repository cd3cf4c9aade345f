"""What an office file can print without the window: its dates, and letters for titles that end."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.errors import Problem
from desktop.texts import LANGUAGES, Texts, mark

from .opening import opened
from .shell import Shell, add_secret, day, file_name

if TYPE_CHECKING:
    from desktop.services.office import Session

KINDS = ("letter", "checklist", "handout")
"""What is made for each client, unless fewer are asked for."""
_LONGEST = 3660
"""Days ahead; nobody prints letters for titles that end in more than ten years."""


def add_actions(actions: Any, texts: Texts) -> None:
    """`office dates` and `office letters`."""
    dates = actions.add_parser(
        "dates", help=texts(mark("write the office's dates as PDF, without names unless asked for"))
    )
    _add_common(dates, texts, mark("FILE.pdf"))
    span = dates.add_mutually_exclusive_group()
    span.add_argument(
        "--day",
        type=day,
        metavar=texts(mark("DATE")),
        help=texts(mark("only this day; default: the page of today")),
    )
    span.add_argument(
        "--week", type=day, metavar=texts(mark("DATE")), help=texts(mark("the week in which this day lies"))
    )
    dates.add_argument("--names", action="store_true", help=texts(mark("print names of clients")))
    dates.set_defaults(verb=_dates)

    letters = actions.add_parser(
        "letters",
        help=texts(mark("write letter, checklist and hand-out, as drafts, for every title that ends soon"))
        + "; "
        + texts(mark("“print batch” does the same")),
    )
    letters.add_argument(
        "--sheets",
        nargs="+",
        choices=KINDS,
        default=list(KINDS),
        metavar=texts(mark("SHEET")),
        help=texts(mark("only these: {kinds}"), kinds=", ".join(KINDS)),
    )
    _add_common(letters, texts, mark("FILE.pdf or FOLDER"))
    letters.add_argument(
        "--within",
        type=int,
        default=90,
        metavar="N",
        help=texts(mark("that ends in so many days; default: 90")),
    )
    letters.add_argument(
        "--other-papers",
        action="store_true",
        help=texts(mark("instead of titles: Duldung, Gestattung, fiction certificate, visa that end")),
    )
    letters.set_defaults(verb=_letters)


def _add_common(action: argparse.ArgumentParser, texts: Texts, target: str) -> None:
    action.add_argument("path", type=Path, metavar=texts(mark("PATH.akte")))
    action.add_argument(
        "--out", type=Path, required=True, metavar=texts(target), help=texts(mark("where it is written"))
    )
    action.add_argument("--lang", choices=LANGUAGES, default="de", help=texts(mark("language of the sheet")))
    add_secret(action, texts)


@contextmanager
def _up_to_date(arguments: argparse.Namespace, shell: Shell) -> Iterator[Session]:
    """The office with every date derived as of today."""
    from desktop.services import clients

    with opened(arguments, shell) as session:
        while clients.bring_dates_up_to_date(session, shell.now):
            pass
        yield session


def _dates(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import daylist, printing

    span: daylist.Span = "day" if arguments.day else "week" if arguments.week else "today"
    on = arguments.day or arguments.week or shell.today
    with _up_to_date(arguments, shell) as session:
        choice = daylist.DayListChoice(span, on, arguments.lang, arguments.names)
        made = daylist.printed(session, choice, today=shell.today)
    printing.write(arguments.out, made)
    shell.say(shell.texts(mark("Written: {file}"), file=file_name(arguments.out)))
    if made.warning is not None:
        shell.complain(shell.texts.problem(made.warning))


def _letters(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import batch, due

    if not 0 <= arguments.within <= _LONGEST:
        raise Problem(mark("“--within” takes 0 to {most} days."), most=_LONGEST)
    with _up_to_date(arguments, shell) as session:
        papers: bool = arguments.other_papers
        ending, within = due.CERTIFICATES if papers else due.TITLES, timedelta(days=arguments.within)
        chosen = due.ending_clients(session, shell.today, within, kinds=ending)
        if not chosen and papers:
            raise Problem(mark("No other paper of stay ends in this time."))
        if not chosen:
            raise Problem(mark("No title ends in this time for which nothing was filed yet."))
        kinds = tuple(kind for kind in batch.KINDS if kind in arguments.sheets)
        job = batch.Batch(chosen, arguments.out, kinds, arguments.lang, papers)
        *_, last = batch.run(session, job, today=shell.today, now=shell.now)
    shell.say(batch.as_text(last.report, shell.texts))
    if last.failed < last.total:
        shell.say(shell.texts(mark("Written: {file}"), file=file_name(arguments.out)))
