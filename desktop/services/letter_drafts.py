"""A decision letter as somebody types it, field by field; one sentence a mistake, and then a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.cases.letters import Arrival, DecisionLetter, Instruction
from desktop.cases.names import clean
from desktop.cases.periods import PartialDate
from desktop.cases.typed_day import read_day
from desktop.deadlines import announcement
from desktop.deadlines.holidays import PLACES
from desktop.errors import Problem, Problems
from desktop.texts import Texts, mark

from .decision_letters import REMEDIES, UNITS, days_of, new_id, row_of
from .reference import Reference

DAYS = (
    "dated_on",
    "sent_on",
    "served_on",
    "received_on",
    "other_served_on",
    "represented_on",
    "departure_until",
)
"""Fields that hold one day."""
_STARTS = ("dated_on", "sent_on", "served_on", "received_on", "represented_on")
_FIRST = date(1990, 1, 1)
_LONGEST_LEAVE = timedelta(days=366)
_LONGEST = {"days": 366, "weeks": 53, "months": 12}
_PERIOD = re.compile(r"([+-]?\d{1,4})\s*([a-zA-Zä]*)\.?")
_UNIT_WORDS = {"t": "days", "d": "days", "w": "weeks", "m": "months"}
_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields. Days as people type them; `period` a number, with its unit if one likes."""

    decision: str = ""
    dated_on: str = ""
    arrival: Arrival = Arrival.LETTER
    sent_on: str = ""
    served_on: str = ""
    received_on: str = ""
    other_served_on: str = ""
    represented_on: str = ""
    doubtful: bool = False
    procedure_began: str = ""
    instruction: Instruction = Instruction.COMPLETE
    remedy: str = ""
    period: str = ""
    unit: str = "weeks"
    departure_until: str = ""
    authority: str = ""
    land: str = ""
    place: str = ""
    note: str = ""


def draft_of(letter: DecisionLetter, texts: Texts) -> Draft:
    """The fields of a letter that is to be changed."""
    days = {name: texts.day(day) for name in DAYS if (day := getattr(letter, name)) is not None}
    began = letter.procedure_began
    return Draft(
        decision=letter.decision,
        arrival=letter.arrival,
        doubtful=letter.doubtful,
        instruction=letter.instruction,
        remedy=letter.remedy,
        unit=letter.unit,
        authority=letter.authority,
        land=letter.land,
        place=letter.place,
        note=letter.note,
        procedure_began="" if began is None else (texts.day(began.day) if began.day else str(began)),
        period="" if letter.period is None else str(letter.period),
        **days,
    )


def letter_of(reference: Reference, draft: Draft, today: date, letter_id: str = "") -> DecisionLetter:
    """The letter of a draft; a new one without an id. Raises Problems with one sentence a mistake."""
    found = faults(reference, draft, today)
    if found:
        raise Problems(tuple(found.values()))
    return _letter(draft, today, letter_id or new_id())


def faults(reference: Reference, draft: Draft, today: date) -> dict[str, Problem]:
    """What cannot be right, by the field to go to; empty if all of it can."""
    found: dict[str, Problem] = {}
    for field, problem in _faults(reference, draft, today):
        found.setdefault(field, problem)
    if not found:
        for problem in announcement.problems(_letter(draft, today, "new")):
            found.setdefault(days_of(draft.arrival)[0], problem)
    return found


def _faults(reference: Reference, draft: Draft, today: date) -> Iterator[tuple[str, Problem]]:
    try:
        row = row_of(reference, draft.decision)
    except Problem as problem:
        yield "decision", problem
        return
    for field in DAYS:
        try:
            day = _day(getattr(draft, field), today)
        except Problem as problem:
            yield field, problem
            continue
        wrong = _impossible(field, day, today) if day is not None else None
        if wrong is not None:
            yield field, wrong
    try:
        began = _partial(draft.procedure_began, today)
    except Problem as problem:
        yield "procedure_began", problem
    else:
        if began is not None and began.earliest > today:
            yield "procedure_began", _future(began.earliest)
    if not any(getattr(draft, field).strip() for field in _STARTS):
        yield (
            days_of(draft.arrival)[0],
            Problem(
                mark("No day is entered from which the period could run."),
                mark("Enter the day on the envelope, or at least the date of the decision."),
            ),
        )
    yield from _order_faults(draft, today)
    yield from _instruction_faults(draft, bool(row.remedies))
    for field, known in (("land", PLACES), ("place", PLACES)):
        if getattr(draft, field) and getattr(draft, field) not in known:
            yield field, Problem(mark("This place is not known."), mark("Choose one from the list."))
    for field in ("authority", "note"):
        if len(clean(getattr(draft, field))) > _LENGTH:
            yield (
                field,
                Problem(mark("At most {count} letters fit here."), mark("Shorten it."), count=_LENGTH),
            )


def _order_faults(draft: Draft, today: date) -> Iterator[tuple[str, Problem]]:
    """Days that cannot stand before or after the decision; the days of arrival are checked elsewhere."""
    try:
        began, dated = _partial(draft.procedure_began, today), _day(draft.dated_on, today)
        leaving = _day(draft.departure_until, today)
    except Problem:  # told at its field
        return
    if began is not None and dated is not None and began.earliest > dated:
        yield (
            "procedure_began",
            Problem(mark("The procedure cannot have begun after its decision."), mark("Check both days.")),
        )
    if leaving is not None and dated is not None and leaving < dated:
        yield (
            "departure_until",
            Problem(mark("The period to leave ends before the decision was made."), mark("Check both days.")),
        )


def _instruction_faults(draft: Draft, has_remedies: bool) -> Iterator[tuple[str, Problem]]:
    """A period that is none, and an instruction that contradicts itself."""
    if draft.remedy and draft.remedy not in REMEDIES:
        yield "remedy", Problem(mark("This remedy is not known."), mark("Choose one from the list."))
    if draft.unit not in UNITS:
        yield "unit", Problem(mark("This unit is not known."), mark("Choose one from the list."))
        return
    gone = draft.instruction in (Instruction.MISSING, Instruction.DENIES)
    if gone and (draft.period.strip() or draft.remedy):
        yield (
            "instruction",
            Problem(
                mark("An instruction that is missing or denies any remedy prints no period and names none."),
                mark("Change the instruction, or empty period and remedy."),
            ),
        )
        return
    if not draft.period.strip():
        if draft.instruction is Instruction.COMPLETE and has_remedies:
            yield (
                "period",
                Problem(
                    mark("A complete instruction prints a period."),
                    mark("Enter it as it is printed, or say that the instruction is incomplete."),
                ),
            )
        return
    try:
        count, unit = _period(draft)
    except Problem as problem:
        yield "period", problem
        return
    if count < 1:
        yield (
            "period",
            Problem(
                mark("A period of {count} cannot be counted."),
                mark("Write a whole number from 1 on."),
                count=count,
            ),
        )
    elif count > _LONGEST[unit]:
        yield (
            "period",
            Problem(mark("No instruction prints so long a period."), mark("Check the number and its unit.")),
        )


def _impossible(field: str, day: date, today: date) -> Problem | None:
    if day < _FIRST:
        return Problem(mark("{day} lies too far back."), mark("Check the year."), day=day)
    if field == "departure_until":
        if day > today + _LONGEST_LEAVE:
            return Problem(mark("{day} lies too far ahead."), mark("Check the year."), day=day)
        return None
    return _future(day) if day > today else None


def _future(day: date) -> Problem:
    return Problem(
        mark("{day} has not come yet."),
        mark("Enter the letter with the day on which it really happened."),
        day=day,
    )


def _day(text: str, today: date) -> date | None:
    """One day. Raises Problem for anything else, a month alone included."""
    found = _partial(text, today)
    if found is None:
        return None
    if found.day is None:
        raise Problem(
            mark("Here the exact day is needed."), mark("It stands on the letter, the envelope or the proof.")
        )
    return found.day


def _partial(text: str, today: date) -> PartialDate | None:
    return read_day(text, today) if text.strip() else None


def _period(draft: Draft) -> tuple[int, str]:
    """Count and unit: `2`, `2w`, `2 Wochen`, `1 Monat`. Raises Problem."""
    match = _PERIOD.fullmatch(draft.period.strip())
    letter = match[2][:1].lower() if match is not None else ""
    if match is None or (letter and letter not in _UNIT_WORDS):
        raise Problem(
            mark("A period is a number of days, weeks or months."),
            mark("Write for example 2 weeks or 1 month."),
        )
    return int(match[1]), _UNIT_WORDS[letter] if letter else draft.unit


def _letter(draft: Draft, today: date, letter_id: str) -> DecisionLetter:
    count, unit = _period(draft) if draft.period.strip() else (None, draft.unit)
    return DecisionLetter(
        id=letter_id,
        decision=draft.decision,
        arrival=draft.arrival,
        **{name: _day(getattr(draft, name), today) for name in DAYS},
        doubtful=draft.doubtful,
        procedure_began=_partial(draft.procedure_began, today),
        instruction=draft.instruction,
        remedy=draft.remedy,
        period=count,
        unit=unit,
        authority=clean(draft.authority),
        land=draft.land,
        place=draft.place,
        note=clean(draft.note),
    )
