"""Verbs on the rule pack: list, check, scheme, compare."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.texts import mark

from . import casefiles
from .shell import Shell, day, file_name


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    rules = verbs.add_parser(
        "rules", help=texts(mark("list, check or compare the law, or print the scheme of a title"))
    )
    actions = rules.choices(texts(mark("ACTION")))

    listing = actions.add_parser("list", help=texts(mark("list the titles with their versions")))
    listing.set_defaults(verb=_list)

    check = actions.add_parser("check", help=texts(mark("check a rule pack; default: the built-in one")))
    check.add_argument(
        "folder",
        type=Path,
        nargs="?",
        metavar=texts(mark("FOLDER")),
        help=texts(mark("the folder of a rule pack")),
    )
    check.set_defaults(verb=_check)

    scheme = actions.add_parser(
        "scheme", help=texts(mark("print the conditions of a title in statutory order"))
    )
    scheme.add_argument("--title", metavar="ID", help=texts(mark("only this title, e.g. 25b_1")))
    scheme.add_argument(
        "--on",
        type=day,
        metavar=texts(mark("DATE")),
        help=texts(mark("the law of this day; default: today")),
    )
    scheme.set_defaults(verb=_scheme)

    compare = actions.add_parser(
        "compare", help=texts(mark("say what changes for cases between two days, and until when to act"))
    )
    for name, about in (
        ("--from", mark("the first day; an application of this day is the measure")),
        ("--to", mark("the last day, after the change")),
    ):
        compare.add_argument(
            name,
            dest=name.removeprefix("--") + "_day",
            type=day,
            required=True,
            metavar=texts(mark("DATE")),
            help=texts(about),
        )
    compare.add_argument(
        "cases",
        type=Path,
        nargs="+",
        metavar=texts(mark("CASE")),
        help=texts(mark("a case document, YAML or JSON")),
    )
    compare.add_argument(
        "--pack",
        type=Path,
        metavar=texts(mark("FOLDER")),
        help=texts(mark("the rule pack for the last day; default: the built-in one for both")),
    )
    compare.add_argument("--json", action="store_true", help=texts(mark("print data instead of text")))
    compare.set_defaults(verb=_compare)


def _list(_: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import rulebook

    for line in rulebook.titles(shell.texts):
        shell.say(f"{line.id:12} {line.cite:28} {line.title}")
        for version in line.versions:
            shell.say(f"{'':12} {version}")


def _check(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import rulebook

    for line in rulebook.checked(arguments.folder, shell.texts):
        shell.say(line)


def _scheme(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import rulebook

    shell.say(rulebook.scheme_text(arguments.title, arguments.on or shell.today, shell.texts).rstrip())


def _compare(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import lawchange, lawchangelist
    from desktop.services.reference import load_reference

    days = arguments.from_day, arguments.to_day
    lawchange.refuse_days(*days, same_day=arguments.pack is not None)  # told before anything is read
    reference = load_reference()
    newer = lawchange.with_pack(reference, arguments.pack) if arguments.pack is not None else None
    cases = [(file_name(path), casefiles.read(path, shell, reference, days[0])) for path in arguments.cases]
    found = list(lawchange.compared(reference, cases, *days, newer=newer))
    if arguments.json:
        shell.say_json(lawchangelist.as_data(reference, found, days, newer or reference, shell.texts))
    else:
        shell.say(lawchangelist.as_text(found, days, newer or reference, shell.texts))
