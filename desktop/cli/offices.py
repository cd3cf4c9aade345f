"""Verbs on an office file: create, check, list, add."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.errors import Problem
from desktop.texts import mark

from .shell import Shell, add_secret, secret

if TYPE_CHECKING:
    from desktop.services.office import Session


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    office = verbs.add_parser(
        "office", help=texts(mark("create, check or fill an office file, or list its clients"))
    )
    actions = office.add_subparsers(metavar="ACTION", required=True)

    create = actions.add_parser(
        "create", help=texts(mark("make a new office file and print its recovery code"))
    )
    create.add_argument("path", type=Path, metavar="PATH.akte")
    create.add_argument("--name", default="", help=texts(mark("name of the office, as sheets print it")))
    add_secret(create, texts)
    create.set_defaults(verb=_create)

    for name, verb, about in (
        ("check", _check, mark("read every page and the audit chain")),
        ("list", _list, mark("list the clients")),
        ("add", _add, mark("add cases from case documents")),
    ):
        action = actions.add_parser(name, help=texts(about))
        action.add_argument("path", type=Path, metavar="PATH.akte")
        add_secret(action, texts)
        action.set_defaults(verb=verb)
        if name == "add":
            action.add_argument("cases", type=Path, nargs="+", metavar="CASE")
        if name == "list":
            action.add_argument("--search", default="", metavar="TEXT")
            action.add_argument("--json", action="store_true")


def _create(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services.office import create_office
    from desktop.services.reference import load_reference

    created = create_office(
        arguments.path,
        name=arguments.name or arguments.path.stem,
        login=arguments.login or shell.user,
        passphrase=secret(arguments, shell),
        reference=load_reference(),
        now=shell.now,
    )
    created.session.close()
    shell.say(shell.texts(mark("Created: {file}"), file=arguments.path.name))
    shell.say(
        shell.texts(
            mark("Recovery code (write it down, it is shown only once): {code}"), code=created.recovery_code
        )
    )


def _check(arguments: argparse.Namespace, shell: Shell) -> None:
    with _opened(arguments, shell) as session:
        report = session.office.check()
    if not report.sound:
        raise Problem(
            mark("The office file has damage in {count} places."),
            mark("Do not work on with it: restore the newest backup and keep the damaged folder."),
            count=len(report.damage) + len(report.broken_links) + len(report.strayed_cases),
        )
    shell.say(shell.texts(mark("The office file is sound.")))


def _list(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import clients

    with _opened(arguments, shell) as session:
        lines = clients.lines(session, arguments.search, limit=clients.ALL)
    if arguments.json:
        shell.say_json([line.as_data() for line in lines])
        return
    for line in lines:
        ends = shell.texts.day(line.ends) if line.ends else ""
        shell.say(f"{line.file_number:12} {line.name:40} {line.status:18} {ends}".rstrip())
    shell.say(shell.texts.plural(mark("{count} client"), mark("{count} clients"), len(lines)))


def _add(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import clients
    from desktop.services.portable import read_case

    with _opened(arguments, shell) as session:
        cases = [read_case(path, session.reference, shell.today) for path in arguments.cases]
        for case in cases:
            clients.add(session, case, shell.now)
    shell.say(shell.texts.plural(mark("{count} case added"), mark("{count} cases added"), len(cases)))


@contextmanager
def _opened(arguments: argparse.Namespace, shell: Shell) -> Iterator[Session]:
    from desktop.services.office import open_office
    from desktop.services.reference import load_reference

    session = open_office(
        arguments.path,
        login=arguments.login or shell.user,
        passphrase=secret(arguments, shell),
        reference=load_reference(),
        now=shell.now,
    )
    try:
        yield session
    finally:
        session.close()
