"""Verbs on what opens an office file: a passphrase for a login, a new recovery sheet."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.texts import Texts, mark

from .opening import opened
from .shell import Shell, add_secret, first_line, typed_twice


def add_actions(actions: Any, texts: Texts) -> None:
    """`office passphrase` and `office recovery`."""
    passphrase = actions.add_parser(
        "passphrase", help=texts(mark("give a login a new passphrase; a login that is new is let in by it"))
    )
    passphrase.add_argument(
        "--for",
        dest="of",
        default="",
        metavar=texts(mark("NAME")),
        help=texts(mark("the login that gets it; default: your own")),
    )
    passphrase.add_argument(
        "--new-passphrase-file",
        type=Path,
        metavar=texts(mark("FILE")),
        help=texts(mark("the new passphrase is the first line of this file")),
    )
    recovery = actions.add_parser(
        "recovery", help=texts(mark("make a new recovery code; the old sheet opens only older backups"))
    )
    for action, verb in ((passphrase, _passphrase), (recovery, _recovery)):
        action.add_argument("path", type=Path, metavar=texts(mark("PATH.akte")))
        action.set_defaults(verb=verb)
        add_secret(action, texts)


def _passphrase(arguments: argparse.Namespace, shell: Shell) -> None:
    login = arguments.of or arguments.login or shell.user
    with opened(arguments, shell) as session:
        given = arguments.new_passphrase_file
        new = first_line(given) if given is not None else typed_twice(shell, mark("New passphrase: "))
        session.office.add_user(login, new, session.user, shell.now)
    shell.say(shell.texts(mark("From now on the new passphrase opens for: {login}"), login=login))


def _recovery(arguments: argparse.Namespace, shell: Shell) -> None:
    with opened(arguments, shell) as session:
        code = session.office.new_recovery_code(session.user, shell.now)
    shell.say(shell.texts(mark("Recovery code: {code}"), code=code))
    shell.say(
        shell.texts(
            mark("Write the recovery code down and lock it away: it is shown only now and stored nowhere.")
        )
    )
