"""Verbs that count days without a case: period, holidays."""

from __future__ import annotations

import argparse
from typing import Any

from desktop.cases.periods import PartialDate
from desktop.texts import mark

from .shell import Shell, day

KINDS = "event begin authority waiting working before named final validity".split()
LAWS = "procedure court social civil".split()


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    period = verbs.add_parser("period", help=texts(mark("compute a legal period, step by step")))
    period.add_argument(
        "--start",
        required=True,
        metavar=texts(mark("DATE")),
        help=texts(
            mark("the day of the event or the first day (a month is possible: 2026-10), or the last day")
        ),
    )
    period.add_argument(
        "--length",
        metavar=texts(mark("LENGTH")),
        help=texts(mark("how long, e.g. “2 weeks”, “3 months”, “half a month”")),
    )
    period.add_argument(
        "--kind",
        choices=KINDS,
        metavar=texts(mark("KIND")),
        default=KINDS[0],
        help=texts(
            mark(
                "event: its day does not count (default); begin: the first day counts; authority: set by "
                "an authority; waiting: nothing before its end; working: working days; before: weeks before "
                "an end; named, final: last day named by an authority, final: it stays; "
                "validity: end of a paper"
            )
        ),
    )
    period.add_argument(
        "--place",
        default="",
        metavar=texts(mark("PLACE")),
        help=texts(mark("where the act must be done, e.g. DE-TH or Thuringia; default: not known")),
    )
    period.add_argument(
        "--law",
        choices=LAWS,
        metavar=texts(mark("LAW")),
        default=LAWS[0],
        help=texts(mark("whose rule moves the end: procedure (default), court, social, civil")),
    )
    period.add_argument("--no-roll", action="store_true", help=texts(mark("the end does not move")))
    period.add_argument("--json", action="store_true", help=texts(mark("print data instead of text")))
    period.set_defaults(verb=_period)

    holidays = verbs.add_parser("holidays", help=texts(mark("list the public holidays of a place")))
    holidays.add_argument(
        "place", metavar=texts(mark("PLACE")), help=texts(mark("e.g. DE-BY, DE-BY-AUGSBURG, Bavaria or Jena"))
    )
    holidays.add_argument("year", metavar=texts(mark("YEAR")), help=texts(mark("in four digits")))
    holidays.add_argument("--json", action="store_true", help=texts(mark("print data instead of text")))
    holidays.set_defaults(verb=_holidays)


def _period(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.deadlines.legal_period import Law
    from desktop.services import periodlist, periods

    asked = periods.Question(
        start=_start(arguments.start),
        place=periods.read_place(arguments.place),
        kind=periods.Kind(arguments.kind),
        length=periods.read_length(arguments.length) if arguments.length is not None else None,
        rolls=not arguments.no_roll,
        law=Law[arguments.law.upper()],
    )
    found = periods.compute(asked)
    if arguments.json:
        shell.say_json(periodlist.as_data(asked, found, shell.texts))
    else:
        shell.say(periodlist.as_text(asked, found, shell.texts))


def _start(text: str) -> PartialDate:
    """A day, or a month written 2026-10. Raises Problem."""
    try:
        found = PartialDate.parse(text)
    except ValueError:
        return PartialDate.exactly(day(text))
    return found


def _holidays(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import holidaylist, periods

    place = periods.read_place(arguments.place)
    year = holidaylist.read_year(arguments.year)
    if arguments.json:
        shell.say_json(holidaylist.as_data(place, year, shell.texts))
    else:
        shell.say(holidaylist.as_text(place, year, shell.texts))
