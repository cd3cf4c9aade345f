"""The dates of one case as data and as text, each with how it was found.

`as_data` is a promise to other programs; keys are added, never renamed. Days are ISO and inclusive.

    on            the day on which the dates are looked at
    dates         most urgent first:
      kind        what it is, e.g. ae_validity, passport (deadlines.schedule.KINDS)
      title, code title id; status code, kind of passport or code of the paper; null or empty without one
      nature      validity | filing | earliest | restriction
      day         the last day in time; of "earliest" the first day on which it is possible
      latest      the last day by another reading of what set it off, or null
      safe_day    last day on which offices are surely open, or null
      start_on    when to begin, or null
      urgency     overdue | urgent | soon | later | settled
      letter      id of the decision letter it follows from, or empty
      name, action, cite
      derivation  steps: text, cite
      notes       the same, for what one should know beside it
      open        input ids that would make the date surer
    history       notes on the status history: text, cite
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from desktop.cases.casefile import CaseFile
from desktop.deadlines.derivation import Step
from desktop.deadlines.duedates import URGENCY_WORDS, DueDate, Nature, Urgency
from desktop.texts import Texts, mark

from . import deadlines
from .reference import Reference
from .words.lines import wrapped
from .words.names import step_names
from .words.values import distance


def as_data(reference: Reference, case: CaseFile, on: date, texts: Texts) -> dict[str, Any]:
    """Every date of a case as known on a day, in the words of `texts`."""
    names = step_names(reference, texts, case)
    return {
        "on": on.isoformat(),
        "dates": [_data(each, on, texts, names) for each in deadlines.of(reference, case, on)],
        "history": [_step(step, texts, names) for step in deadlines.notes_on_history(case, on)],
    }


def _data(due: DueDate, on: date, texts: Texts, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kind": due.kind,
        "title": due.title_id,
        "code": due.code,
        "nature": due.nature.value,
        "day": due.day.isoformat(),
        "latest": due.latest.isoformat() if due.latest else None,
        "safe_day": due.safe_day.isoformat() if due.safe_day else None,
        "start_on": due.start_on.isoformat() if due.start_on else None,
        "urgency": due.urgency(on).value,
        "letter": due.letter,
        "name": due.name.show(texts, names),
        "action": due.action.show(texts, names),
        "cite": due.cite,
        "derivation": [_step(step, texts, names) for step in due.derivation],
        "notes": [_step(step, texts, names) for step in due.notes],
        "open": list(due.ask),
    }


def _step(step: Step, texts: Texts, names: Mapping[str, str]) -> dict[str, str]:
    return {"text": step.show(texts, names), "cite": step.cite}


def as_text(reference: Reference, case: CaseFile, on: date, texts: Texts) -> str:
    """The dates for a person at a terminal, under how urgent they are."""
    return "\n".join(_lines(reference, case, on, texts))


def _lines(reference: Reference, case: CaseFile, on: date, texts: Texts) -> Iterator[str]:
    names = step_names(reference, texts, case)
    found = deadlines.of(reference, case, on)
    yield texts(mark("Dates as known on {day}."), day=texts.day(on))
    if not found:
        yield texts(mark("No dates are known yet."))
    by_urgency = sorted(found, key=lambda each: each.urgency(on))
    for urgency, group in groupby(by_urgency, key=lambda each: each.urgency(on)):
        yield ""
        yield texts(URGENCY_WORDS[urgency]).upper()
        for due in group:
            yield from _due(due, on, urgency, texts, names)
    notes = deadlines.notes_on_history(case, on)
    if notes:
        yield ""
        yield texts(mark("On the history of papers"))
        for step in notes:
            yield from _told(step, texts, names)


def _due(due: DueDate, on: date, urgency: Urgency, texts: Texts, names: Mapping[str, str]) -> Iterator[str]:
    day = texts.day_with_weekday(due.act_by)
    beside = [_distance(due, on, texts)] if urgency is not Urgency.SETTLED else []
    if due.act_by != due.day:
        beside.append(texts(mark("last day {day}"), day=texts.day_with_weekday(due.day)))
    told = "; ".join(filter(None, beside))
    yield from wrapped(f"{day}  {due.name.show(texts, names)}" + (f" ({told})" if told else ""), 2)
    yield from wrapped(due.action.show(texts, names), 6)
    for step in (*due.derivation, *due.notes):
        yield from _told(step, texts, names)


def _told(step: Step, texts: Texts, names: Mapping[str, str]) -> Iterator[str]:
    text = step.show(texts, names)
    yield from wrapped(f"{text} [{step.cite}]" if step.cite else text, 6, "·")


def _distance(due: DueDate, on: date, texts: Texts) -> str:
    """How far the day to act is: today, in 5 days, 3 days ago."""
    if due.act_by < on and due.nature is Nature.EARLIEST:
        return texts(mark("already possible"))
    return distance(due.act_by, on, texts)
