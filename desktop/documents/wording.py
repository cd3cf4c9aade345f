"""Words that several sheets share: days, persons, addresses, what the foot says."""

from __future__ import annotations

from ..cases.words import spoken_day
from ..texts import Texts, mark
from .sheets import Authority, Person, Stamp


def born_and_nationality(texts: Texts, person: Person) -> str:
    """Born 23 Nov 1999, nationality Afghanistan; empty parts left out."""
    return ", ".join(part for part in (born(texts, person), nationality(texts, person)) if part)


def born(texts: Texts, person: Person) -> str:
    """Born 23 Nov 1999; empty if it is not known."""
    return texts(mark("born {day}"), day=spoken_day(person.born, texts)) if person.born is not None else ""


def nationality(texts: Texts, person: Person) -> str:
    """The country with a word before it: after the birth date alone it reads as the place of birth."""
    states = person.nationality.strip()
    return texts(mark("nationality {states}"), states=states) if states else ""


def authority_lines(authority: Authority) -> list[str]:
    """Name, department and postal address as an envelope shows them."""
    return [line for line in (authority.name, authority.department, *authority.address) if line.strip()]


def law_date(texts: Texts, stamp: Stamp) -> str:
    """Rechtsstand 19.08.2026."""
    return texts(mark("Law as of {day}"), day=texts.day(stamp.law_checked_on))


def disclaimer(texts: Texts, stamp: Stamp) -> str:
    """What a sheet of ours is and what it is not."""
    return texts(
        mark(
            "A working aid made from what was recorded, by the law as of {day}. Authority or court decide."
            " Check fees and addresses with the authority. Where an authority names an earlier day in"
            " writing, that day counts."
        ),
        day=texts.day(stamp.law_checked_on),
    )
