"""Who may take the draft mark from a letter: everybody, or the persons the office has named (§ 6 RDG)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from desktop.cases.names import clean
from desktop.errors import Problem
from desktop.store import office_settings
from desktop.texts import mark

from .office import Session
from .print_choice import PrintChoice

_SETTING = "approvers"


def approvers(session: Session) -> tuple[str, ...]:
    """The logins that may approve; empty: everybody who works with the file."""
    return tuple(office_settings.read(session.office).get(_SETTING) or ())


def name_approvers(session: Session, logins: Iterable[str], now: datetime) -> None:
    """Say who may approve; nobody named means everybody. Undone and logged like everything else."""
    kept = list(dict.fromkeys(filter(None, map(clean, logins))))
    with session.office.change("settings", session.user, now) as change:
        office_settings.write(change, _SETTING, kept)


def may_approve(session: Session, login: str) -> bool:
    """Whether this person may approve a letter."""
    named = approvers(session)
    return not named or login in named


def approved(session: Session, choice: PrintChoice) -> PrintChoice:
    """The choice approved by who works with the file. Raises Problem if that is not theirs to do."""
    if not may_approve(session, session.user):
        raise Problem(
            mark("In this office letters are approved by: {names}."),
            mark("Print the draft and ask one of them."),
            names=", ".join(approvers(session)),
        )
    return replace(choice, approved=True, approved_by=session.user)


def withdrawn(choice: PrintChoice) -> PrintChoice:
    """The same as a draft again, as after every change."""
    return replace(choice, approved=False, approved_by="", confirmed_on=None)
