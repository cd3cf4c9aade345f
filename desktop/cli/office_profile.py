"""What the office says of itself on declarations: shown, and changed field by field."""

from __future__ import annotations

import argparse
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

from desktop.errors import Problem
from desktop.texts import Texts, mark

from .opening import opened
from .shell import Shell, add_secret


def add_actions(actions: Any, texts: Texts) -> None:
    """`office profile`."""
    profile = actions.add_parser(
        "profile", help=texts(mark("show or change what the office says of itself on declarations"))
    )
    profile.add_argument("path", type=Path, metavar=texts(mark("PATH.akte")))
    profile.add_argument(
        "--set",
        action="append",
        default=[],
        metavar=texts(mark("FIELD=TEXT")),
        help=texts(mark("write one field; lines of the address and persons are parted by “;”")),
    )
    add_secret(profile, texts)
    profile.set_defaults(verb=_profile)


def _profile(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services.declarations import profile

    with opened(arguments, shell) as session:
        found = profile.of(session)
        for each in arguments.set:
            name, _, text = each.partition("=")
            found = replace(found, **{name: _value(name, text.strip())})
        if arguments.set:
            profile.keep(session, found, shell.now)
        for field in fields(found):
            value = getattr(found, field.name)
            shell.say(f"{field.name}: {'; '.join(value) if isinstance(value, tuple) else _written(value)}")


def _value(name: str, text: str) -> Any:
    """A field from what was typed. Raises Problem for one nobody knows, and for a word it cannot have."""
    from desktop.services.declarations.profile import NO_PROFILE, Body, DataLaw

    known = [field.name for field in fields(NO_PROFILE)]
    if name not in known:
        raise Problem(
            mark("The office has no field “{name}”."),
            mark("Known are: {names}."),
            name=name[:40],
            names=", ".join(known),
        )
    possible = {"body": get_args(Body), "data_law": get_args(DataLaw), "no_officer": ("yes", "no")}.get(name)
    if possible is not None and text not in possible:
        raise Problem(
            mark("“{text}” is not possible for {name}."),
            mark("Possible are: {words}."),
            text=text[:40],
            name=name,
            words=", ".join(filter(None, possible)),
        )
    if isinstance(getattr(NO_PROFILE, name), tuple):
        return tuple(part.strip() for part in text.split(";") if part.strip())
    return text == "yes" if name == "no_officer" else text


def _written(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)
