"""Who may approve letters in an office: shown, and changed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.texts import Texts, mark

from .opening import opened
from .shell import Shell, add_secret


def add_actions(actions: Any, texts: Texts) -> None:
    """`office approvers`."""
    approvers = actions.add_parser("approvers", help=texts(mark("show or change who approves letters")))
    approvers.add_argument("path", type=Path, metavar=texts(mark("PATH.akte")))
    who = approvers.add_mutually_exclusive_group()
    who.add_argument(
        "--only",
        nargs="+",
        metavar=texts(mark("LOGIN")),
        help=texts(mark("only these persons, by their login names")),
    )
    who.add_argument("--everybody", action="store_true", help=texts(mark("everybody in this office file")))
    add_secret(approvers, texts)
    approvers.set_defaults(verb=_approvers)


def _approvers(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import approval

    with opened(arguments, shell) as session:
        if arguments.only or arguments.everybody:
            approval.name_approvers(session, arguments.only or (), shell.now)
        named = approval.approvers(session)
        for login in named:
            shell.say(login)
        if not named:
            shell.say(shell.texts(mark("Everybody in this office file may approve letters.")))
