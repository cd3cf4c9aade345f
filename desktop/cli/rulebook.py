"""Verbs on the rule pack: list, check, scheme."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.texts import mark

from .shell import Shell, day


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    rules = verbs.add_parser(
        "rules", help=texts(mark("list or check the law, or print the scheme of a title"))
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
