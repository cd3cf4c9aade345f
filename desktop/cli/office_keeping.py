"""How long an office keeps what it printed: shown, changed, and what is older removed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.texts import Texts, mark

from .opening import opened
from .shell import Shell, add_secret


def add_actions(actions: Any, texts: Texts) -> None:
    """`office keeping`."""
    keeping = actions.add_parser("keeping", help=texts(mark("show or change how long prints are kept")))
    keeping.add_argument("path", type=Path, metavar=texts(mark("PATH.akte")))
    keeping.add_argument(
        "--months",
        type=int,
        metavar="N",
        help=texts(mark("so many months; 0: as long as the case")),
    )
    keeping.add_argument(
        "--remove", action="store_true", help=texts(mark("remove the prints that are older"))
    )
    add_secret(keeping, texts)
    keeping.set_defaults(verb=_keeping)


def _keeping(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import print_keeping

    texts = shell.texts
    with opened(arguments, shell) as session:
        if arguments.months is not None:
            print_keeping.keep_for(session, arguments.months, shell.now)
        months = print_keeping.months(session)
        one, many = mark("Prints are kept for {count} month."), mark("Prints are kept for {count} months.")
        for_ever = mark("Prints are kept as long as the case.")
        shell.say(texts.plural(one, many, months) if months else texts(for_ever))
        if arguments.remove:
            count = print_keeping.remove_older(session, shell.today, shell.now)
            shell.say(texts.plural(mark("{count} print removed"), mark("{count} prints removed"), count))
        else:
            count = len(print_keeping.older(session, shell.today))
            shell.say(texts.plural(mark("{count} print is older"), mark("{count} prints are older"), count))
