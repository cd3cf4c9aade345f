"""Whom a letter goes to: an authority of the directory, or the address typed where that has none."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from desktop.deadlines.authorities import Authority
from desktop.documents import sheets
from desktop.errors import Problem
from desktop.texts import Texts, mark

from ..letter_questions import Answers, Asking, Question, lines_of
from .authority import address_doubts, authority_of

ADDRESS = "authority_address"
"""The question for the address of an authority that the directory knows by its kind alone."""
_TOWN = re.compile(r"(?:D-)?\d{5}\s+\S")


def recipient_of(office: Authority, answers: Answers, texts: Texts, today: date) -> sheets.Authority:
    """The authority as a letter is addressed to it: by the directory, or else by the lines typed."""
    found = replace(authority_of(office, texts, today), doubts=tuple(address_doubts(office, texts, today)))
    typed = typed_lines(office, answers)
    return replace(found, name=typed[0], department="", address=typed[1:]) if typed else found


def typed_lines(office: Authority, answers: Answers) -> tuple[str, ...]:
    """The name and the address that were typed for an authority, where the directory has no address."""
    return () if office.postal_address else tuple(lines_of(answers, ADDRESS))


def address_question(office: Authority, texts: Texts) -> tuple[Question, ...]:
    """The question for its address, where the directory has none."""
    if office.postal_address:
        return ()
    return (
        Asking(texts).text(
            ADDRESS,
            mark("Name and postal address of the authority, from its last letter"),
            mark("One line each, as on the envelope"),
            needed=True,
        ),
    )


def reaches(recipient: sheets.Authority) -> bool:
    """Whether an envelope can use the address: one of its lines is a postcode with a town."""
    return any(_TOWN.match(line.strip()) for line in recipient.address)


def refuse_unreachable(recipient: sheets.Authority) -> None:
    """Raises Problem for a letter without an address an envelope can use; as a draft it can be looked at."""
    if not reaches(recipient):
        raise Problem(
            mark("The address of the authority has no postcode with a town; the letter stays a draft."),
            mark("Enter its address beside the letter, or choose another authority."),
        )
