"""The verb that looks ahead: forecast."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from desktop.texts import mark

from . import casefiles
from .shell import Shell, day


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    forecast = verbs.add_parser(
        "forecast", help=texts(mark("say when a title comes into question, changes or is lost, and why"))
    )
    forecast.add_argument(
        "case", type=Path, metavar=texts(mark("CASE")), help=texts(mark("a case document, YAML or JSON"))
    )
    forecast.add_argument(
        "--years",
        type=int,
        default=5,
        metavar=texts(mark("NUMBER")),
        help=texts(mark("how many years ahead, 1 to 20; default: 5")),
    )
    forecast.add_argument(
        "--on",
        type=day,
        metavar=texts(mark("DATE")),
        help=texts(mark("the day from which to look ahead; default: today")),
    )
    forecast.add_argument("--title", metavar="ID", help=texts(mark("only this title, e.g. 25b_1")))
    forecast.add_argument("--json", action="store_true", help=texts(mark("print data instead of text")))
    forecast.set_defaults(verb=_forecast)


def _forecast(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import forecast, forecastlist
    from desktop.services.reference import load_reference

    on: date = arguments.on or shell.today
    forecast.horizon(on, arguments.years)  # told before anything is read
    reference = load_reference()
    case = casefiles.read(arguments.case, shell, reference, on)
    found = forecast.forecast(reference, case, on, years=arguments.years, title=arguments.title)
    if arguments.json:
        shell.say_json(forecastlist.as_data(reference, found, shell.texts))
    else:
        shell.say(forecastlist.as_text(reference, found, shell.texts))
