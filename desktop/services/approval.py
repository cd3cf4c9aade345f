"""Who may take the draft mark from a letter: everybody, or the persons the office has named (§ 6 RDG).

Whoever is named can also name others; nobody else can, except with the recovery sheet, so that an office
whose only named person has left is not stuck. Undoing the step is open to everybody; it is logged.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from desktop.cases.names import clean
from desktop.errors import Problem
from desktop.store import audit, office_settings
from desktop.store.credentials import folded
from desktop.texts import mark

from .office import RECOVERY, Session
from .print_choice import PrintChoice

_SETTING = "approvers"


class Approvers(NamedTuple):
    """Who may approve. `named` is empty where everybody may; `logins` are all that are known, by name."""

    named: tuple[str, ...]
    logins: tuple[str, ...]
    may_change: bool  # whether the user of the session may name others


def approvers(session: Session) -> tuple[str, ...]:
    """The logins that may approve; empty: everybody who works with the file."""
    return tuple(office_settings.read(session.office).get(_SETTING) or ())


def of(session: Session) -> Approvers:
    """Who may approve, and who could be named: those who are, and those who have worked with the file."""
    named = approvers(session)
    known = {
        folded(each): each for each in audit.who_worked(session.office) if session.office.has_login(each)
    }
    if session.user != RECOVERY:
        known[folded(session.user)] = session.user
    known |= {folded(each): each for each in named}
    logins = tuple(known[key] for key in sorted(known))
    return Approvers(named, logins, may_change(session, named))


def may_change(session: Session, named: tuple[str, ...]) -> bool:
    """Whether the user of the session may say who approves."""
    return not named or session.user == RECOVERY or _among(session.user, named)


def name_approvers(session: Session, logins: Iterable[str], now: datetime) -> None:
    """Say who may approve; nobody named means everybody. Undone and logged like everything else.

    Raises Problem for a name under which nobody can open the file, and where others have been named.
    """
    named = approvers(session)
    if not may_change(session, named):
        raise Problem(
            mark("Who approves letters is changed by: {names}."),
            mark("Ask one of them, or open the office file with the recovery sheet."),
            names=", ".join(named),
        )
    kept = list({folded(each): each for each in map(clean, logins) if each}.values())
    for login in kept:
        refuse_unknown(session, login)
    if kept != list(named):
        with session.office.change("settings", session.user, now) as change:
            office_settings.write(change, _SETTING, kept)


def refuse_unknown(session: Session, login: str) -> None:
    """Raises Problem for a name under which nobody can open the office file."""
    if not session.office.has_login(login):
        raise Problem(
            mark("Nobody opens this office file as “{login}”."),
            mark("Write the login name as it is typed when the file is opened."),
            login=login[:80],
        )


def may_approve(session: Session, login: str) -> bool:
    """Whether this person may approve a letter."""
    named = approvers(session)
    return not named or _among(login, named)


def approved(session: Session, choice: PrintChoice) -> PrintChoice:
    """The choice approved by who works with the file. Raises Problem if that is not theirs to do."""
    if session.user == RECOVERY:
        raise Problem(
            mark("An approval needs somebody who stands for it by name."),
            mark("Open the office file with your own login."),
        )
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


def same_login(one: str, other: str) -> bool:
    """Whether both names open the file as the same person."""
    return folded(one) == folded(other)


def _among(login: str, named: tuple[str, ...]) -> bool:
    return folded(login) in map(folded, named)
