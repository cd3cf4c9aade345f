"""Verbs on an office file: create, check, list, add, backup, restore; printing is in `office_prints`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.errors import Problem
from desktop.texts import mark

from . import (
    casefiles,
    office_approvers,
    office_keeping,
    office_keys,
    office_people,
    office_prints,
    office_profile,
)
from .opening import opened
from .shell import Shell, add_secret, file_name, secret


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    office = verbs.add_parser(
        "office",
        help=texts(mark("create, check, fill, back up or restore an office file, list or print from it")),
    )
    actions = office.choices(texts(mark("ACTION")))
    for name, verb, about in (
        ("create", _create, mark("make a new office file and print its recovery code")),
        ("check", _check, mark("read every page and the audit chain")),
        ("list", _list, mark("list the clients")),
        ("add", _add, mark("add cases from case documents; all of them or none")),
        ("backup", _backup, mark("make a verified backup in a folder; old ones there are thinned")),
        ("restore", _restore, mark("make a new office file from a backup")),
    ):
        action = actions.add_parser(name, help=texts(about))
        if name == "restore":
            action.add_argument("backup", type=Path, metavar=texts(mark("BACKUP.aktebak")))
        action.add_argument("path", type=Path, metavar=texts(mark("PATH.akte")))
        action.set_defaults(verb=verb)
        if name == "create":
            action.add_argument(
                "--name",
                default="",
                metavar=texts(mark("NAME")),
                help=texts(mark("name of the office, as sheets print it")),
            )
        if name == "add":
            action.add_argument("cases", type=Path, nargs="+", metavar=texts(mark("CASE")))
        if name == "backup":
            action.add_argument("folder", type=Path, metavar=texts(mark("FOLDER")))
        if name == "list":
            action.add_argument(
                "--search",
                default="",
                metavar=texts(mark("TEXT")),
                help=texts(mark("only clients with this name, birth date or file number")),
            )
            action.add_argument("--json", action="store_true", help=texts(mark("print data instead of text")))
        add_secret(action, texts, new=name == "create")
    office_prints.add_actions(actions, texts)
    office_people.add_actions(actions, texts)
    office_keys.add_actions(actions, texts)
    office_profile.add_actions(actions, texts)
    office_approvers.add_actions(actions, texts)
    office_keeping.add_actions(actions, texts)


def _create(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services.office import create_office, refuse_taken
    from desktop.services.reference import load_reference

    refuse_taken(arguments.path)  # before anybody thinks of a passphrase
    created = create_office(
        arguments.path,
        name=arguments.name or arguments.path.stem,
        login=arguments.login or shell.user,
        passphrase=secret(arguments, shell, new=True),
        reference=load_reference(),
        now=shell.now,
    )
    created.session.close()
    shell.say(shell.texts(mark("Created: {file}"), file=file_name(arguments.path)))
    shell.say(shell.texts(mark("Login name: {login}"), login=created.session.user))
    shell.say(shell.texts(mark("Recovery code: {code}"), code=created.recovery_code))
    shell.say(
        shell.texts(
            mark("Write the recovery code down and lock it away: it is shown only now and stored nowhere.")
        )
    )


def _check(arguments: argparse.Namespace, shell: Shell) -> None:
    with opened(arguments, shell) as session:
        report, newest = session.office.check(), session.office.audit_head.seq
    if not report.sound:
        raise Problem(
            mark("The office file has damage in {count} places."),
            mark("Do not work on with it: restore the newest backup and keep the damaged folder."),
            count=len(report.damage) + len(report.broken_links) + len(report.strayed_cases),
        )
    shell.say(shell.texts(mark("The office file is sound.")))
    shell.say(shell.texts(mark("Newest entry of the log: {number}"), number=newest))


def _list(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import clients

    with opened(arguments, shell) as session:
        found = clients.lines(session, arguments.search, limit=clients.ALL, today=shell.today)
        if arguments.json:
            shell.say_json([line.as_data() for line in found])
        else:
            shell.say(clients.as_text(session.reference, found, shell.texts))


def _add(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import clients

    with opened(arguments, shell) as session:
        cases = [casefiles.read(path, shell, session.reference, shell.today) for path in arguments.cases]
        for _ in clients.add_many(session, cases, shell.now):
            pass
    shell.say(shell.texts.plural(mark("{count} case added"), mark("{count} cases added"), len(cases)))


def _backup(arguments: argparse.Namespace, shell: Shell) -> None:
    with opened(arguments, shell) as session:
        made = session.office.back_up(arguments.folder, session.user, shell.now)
    shell.say(shell.texts(mark("Backed up: {file}"), file=file_name(made.path)))


def _restore(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import office
    from desktop.services.reference import load_reference

    source, target = arguments.backup, arguments.path
    office.refuse_taken(target)
    office.refuse_changed_backup(source)
    given, reference, now = secret(arguments, shell), load_reference(), shell.now
    if arguments.recovery:
        restored = office.restore_with_recovery(source, target, given, reference=reference, now=now)
    else:
        login = arguments.login or shell.user
        restored = office.restore_office(
            source, target, login=login, passphrase=given, reference=reference, now=now
        )
    restored.close()
    shell.say(shell.texts(mark("Restored: {file}"), file=file_name(arguments.path)))
