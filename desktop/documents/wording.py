"""Words that several sheets share: verdicts, days known in part, addresses, what the foot says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ..cases.answers import Proof
from ..cases.applications import DecisionKind
from ..cases.periods import PartialDate
from ..rules.standing import Standing
from ..rules.verdict import Verdict
from ..texts import Texts, mark
from .sheets import Authority, Person, Stamp

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.ENTITLEMENT_INDICATED: mark("entitlement indicated"),
    Verdict.SHOULD_BE_GRANTED: mark("should be granted"),
    Verdict.DISCRETION_OPEN: mark("discretion"),
    Verdict.NEEDS_ASSESSMENT: mark("needs assessment"),
    Verdict.FACTS_MISSING: mark("facts missing"),
    Verdict.NOT_AVAILABLE: mark("not possible at present"),
}
OCCASION_WORDS: Mapping[DecisionKind, str] = {
    DecisionKind.GRANT: mark("first issue"),
    DecisionKind.EXTENSION: mark("extension"),
}
PROOF_WORDS: Mapping[Proof, str] = {
    Proof.OUT_OF_DATE: mark("proof out of date"),
    Proof.CLAIMED: mark("not proven yet"),
    Proof.SEEN: mark("paper seen"),
    Proof.COPY: mark("copy in the file"),
    Proof.ORIGINAL: mark("original seen and kept"),
}
STANDING_WORDS: Mapping[Standing, str] = {
    Standing.MET: mark("met"),
    Standing.NOT_MET: mark("not met"),
    Standing.OPEN: mark("open"),
    Standing.NOT_JUDGED: mark("not judged yet"),
    Standing.DISPUTED: mark("legally disputed"),
    Standing.NOT_REQUIRED: mark("not required"),
}
BAR_WORDS: Mapping[Standing, str] = {
    **STANDING_WORDS,
    Standing.MET: mark("does not apply"),
    Standing.NOT_MET: mark("applies, stands against it"),
}


def partial_day(texts: Texts, day: PartialDate | None) -> str:
    """A day, a month with its year, a year, or a stretch of days; empty if there is none."""
    if day is None:
        return ""
    if day.day is not None:
        return texts.day(day.day)
    written = str(day).split("-")
    if len(written) == 1:
        return written[0]
    if len(written) == 2:
        return f"{texts.month(day.earliest.month)} {day.earliest.year}"
    return f"{texts.day(day.earliest)} – {texts.day(day.latest)}"


def day_with_weekday(texts: Texts, day: date) -> str:
    """So 22.11.2026."""
    return f"{texts.short_weekday(day)}\N{NO-BREAK SPACE}{texts.day(day)}"


def born_and_nationality(texts: Texts, person: Person) -> str:
    """Born 23 Nov 1999, Afghanistan; empty parts left out."""
    born = partial_day(texts, person.born)
    parts = [texts(mark("born {day}"), day=born) if born else "", person.nationality.strip()]
    return ", ".join(part for part in parts if part)


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
