"""A computed period as data and as text, with every step.

`as_data` is a promise to other programs; keys are added, never renamed. Days are ISO and inclusive.

    kind         event | begin | authority | waiting | working | before | named | final | validity
    start        as it was given: a day, or a month
    length       count, unit (days | weeks | months | years), half_month; null where the last day is given
    place        key of the holiday table; `place_known` false: nationwide holidays only
    rolls        whether the end may move to a working day
    raw_end      last day before it moves
    end          last day in time, until midnight
    latest       the later end if only the month of the start is known, or null
    safe_day     last day on or before raw_end on which offices are surely open
    opens        waiting: the first day on which it is possible, or null
    derivation   steps: text, cite
    notes        the same, for what one should know beside it
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.cases.words import spoken_day
from desktop.deadlines.arithmetic import Length, Unit
from desktop.deadlines.derivation import Step
from desktop.deadlines.legal_period import LegalPeriod
from desktop.texts import Texts, mark

from .periods import Kind, Question
from .words.lines import wrapped

ADVICE = mark(
    "Computed from what was entered. Compare it with what the letter prints: if they differ, the earlier day "
    "counts, and a lawyer must check it today."
)

_KINDS = {
    Kind.EVENT: mark("from the day of an event"),
    Kind.BEGIN: mark("from the beginning of a day"),
    Kind.AUTHORITY: mark("set by an authority"),
    Kind.WAITING: mark("waiting period"),
    Kind.WORKING: mark("working days"),
    Kind.BEFORE: mark("weeks before an end"),
    Kind.NAMED: mark("last day named by an authority"),
    Kind.FINAL: mark("last day fixed by an authority"),
    Kind.VALIDITY: mark("end of a title or paper"),
}
_NEVER_ROLLS = frozenset({Kind.WAITING, Kind.WORKING, Kind.BEFORE, Kind.FINAL, Kind.VALIDITY})


def as_data(asked: Question, found: LegalPeriod, texts: Texts) -> dict[str, Any]:
    """The period as plain data; the steps are in the language of `texts`."""
    return {
        "kind": asked.kind.value,
        "start": str(asked.start),
        "length": _length_data(asked.length),
        "place": asked.place.place,
        "place_known": asked.place.known,
        "rolls": asked.rolls and asked.kind not in _NEVER_ROLLS,
        "raw_end": found.raw_end.isoformat(),
        "end": found.end.isoformat(),
        "latest": found.latest.isoformat() if found.latest is not None else None,
        "safe_day": found.safe_day.isoformat(),
        "opens": found.opens.isoformat() if asked.kind is Kind.WAITING else None,
        "derivation": [_step(each, texts) for each in found.derivation],
        "notes": [_step(each, texts) for each in found.notes],
    }


def _length_data(length: Length | None) -> dict[str, Any] | None:
    if length is None:
        return None
    return {"count": length.count, "unit": length.unit.value, "half_month": length.half_month}


def _step(step: Step, texts: Texts) -> dict[str, str]:
    return {"text": step.show(texts), "cite": step.cite}


def as_text(asked: Question, found: LegalPeriod, texts: Texts) -> str:
    """The period for a person at a terminal."""
    return "\n".join(_lines(asked, found, texts))


def _lines(asked: Question, found: LegalPeriod, texts: Texts) -> Iterator[str]:
    yield from wrapped(_head(asked, texts))
    yield ""
    day = texts.day_with_weekday
    if asked.kind is Kind.WAITING:
        yield texts(
            mark("Not before the end of {day}; possible from {opens}."),
            day=day(found.end),
            opens=day(found.opens),
        )
    else:
        yield texts(mark("Last day:  {day}, until midnight"), day=day(found.end))
        if found.latest is not None:
            yield texts(mark("At the latest, depending on the start: {day}"), day=day(found.latest))
        yield texts(mark("Safe day:  {day}"), day=day(found.safe_day))
    yield from _told(mark("How it is counted"), found.counted, texts)
    if asked.kind is not Kind.WAITING:
        yield from _told(mark("How the safe day is found"), found.to_safe, texts)
    yield from _told(mark("Note"), found.notes, texts)
    yield ""
    yield from wrapped(texts(ADVICE))


def _told(head: str, steps: tuple[Step, ...], texts: Texts) -> Iterator[str]:
    if steps:
        yield ""
        yield texts(head)
    for each in steps:
        shown = each.show(texts)
        yield from wrapped(f"{shown} [{each.cite}]" if each.cite else shown, 2, "·")


def _head(asked: Question, texts: Texts) -> str:
    start = asked.start.day
    parts = [
        length_words(asked.length, texts) if asked.length is not None else "",
        texts(_KINDS[asked.kind]),
        texts.day_with_weekday(start) if start is not None else spoken_day(asked.start, texts),
        texts(asked.place.name if asked.place.known else mark("place not known")),
    ]
    return ", ".join(filter(None, parts))


def length_words(length: Length, texts: Texts) -> str:
    """2 weeks, one and a half months."""
    half = texts(mark("half a month"))
    if not length.count:
        return half
    match length.unit:
        case Unit.DAYS:
            words = texts.plural("{count} day", "{count} days", length.count)
        case Unit.WEEKS:
            words = texts.plural("{count} week", "{count} weeks", length.count)
        case Unit.MONTHS:
            words = texts.plural("{count} month", "{count} months", length.count)
        case Unit.YEARS:
            words = texts.plural("{count} year", "{count} years", length.count)
    return texts(mark("{length} and {half}"), length=words, half=half) if length.half_month else words
