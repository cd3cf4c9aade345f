"""A change of law as data and as text.

`as_data` is a promise to other programs; keys are added, never renamed. Days are ISO and inclusive.

    from, to      the days compared
    pack, newer_pack
    note          what the last day means, in words
    clients       in the order asked for:
      id, file_number
      act_by      the earliest last day, or null
      differences in the order of the pack:
        title, cite
        outcome   lost | worse | only_between | newly_possible | better | coverage | otherwise
        before, after    verdict, decision_kind, route, not_covered; null: not in that pack
        first_day, last_day, safe_day   or null
        new_law   whether another text of the title begins in between
        changes   day, new_law, conditions (as in a forecast)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from desktop.rules.compare import Difference, Outcome
from desktop.rules.forecast import State
from desktop.rules.verdict import Verdict
from desktop.texts import Texts, mark

from .forecast import ASSUMPTION
from .forecastlist import state_data, turn_data
from .lawchange import ONLY_A_LATEST_DAY, Comparison
from .reference import Reference
from .words.lines import wrapped
from .words.turns import TurnWords

OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.LOST: mark("no longer comes into question"),
    Outcome.WORSE: mark("gets worse"),
    Outcome.ONLY_BETWEEN: mark("better only for a time"),
    Outcome.NEWLY_POSSIBLE: mark("newly comes into question"),
    Outcome.BETTER: mark("gets better"),
    Outcome.COVERAGE: mark("not covered by both"),
    Outcome.OTHERWISE: mark("stands otherwise"),
}


def as_data(
    reference: Reference, found: Sequence[Comparison], days: tuple[date, date], newer: Reference, texts: Texts
) -> dict[str, Any]:
    """The comparison as plain data; texts are in the language of `texts`."""
    words = TurnWords(newer.pack, texts)
    first, last = days
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "pack": reference.pack.id,
        "newer_pack": newer.pack.id,
        "note": texts(ONLY_A_LATEST_DAY),
        "clients": [_client(each, words) for each in found],
    }


def _client(found: Comparison, words: TurnWords) -> dict[str, Any]:
    return {
        "id": found.client_id,
        "file_number": found.file_number,
        "act_by": _iso(found.act_by),
        "differences": [_difference(each, found, words) for each in found.differences],
    }


def _difference(each: Difference, found: Comparison, words: TurnWords) -> dict[str, Any]:
    return {
        "title": each.norm.id,
        "cite": each.norm.cite,
        "outcome": each.outcome.value,
        "before": _state(each.before, words.texts),
        "after": _state(each.after, words.texts),
        "first_day": _iso(each.first_day),
        "last_day": _iso(each.last_day),
        "safe_day": _iso(found.safe_days.get(each.last_day) if each.last_day else None),
        "new_law": each.new_law,
        "changes": [
            {
                "day": change.day.isoformat(),
                "new_law": change.new_law,
                "conditions": [turn_data(turn, words) for turn in change.turns],
            }
            for change in each.changes
        ],
    }


def _state(state: State | None, texts: Texts) -> dict[str, Any] | None:
    return None if state is None else state_data(state, texts)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def as_text(found: Sequence[Comparison], days: tuple[date, date], newer: Reference, texts: Texts) -> str:
    """The comparison for a person at a terminal, client by client."""
    return "\n".join(_lines(found, days, newer, texts))


def _lines(
    found: Sequence[Comparison], days: tuple[date, date], newer: Reference, texts: Texts
) -> Iterator[str]:
    words = TurnWords(newer.pack, texts)
    first, last = days
    yield texts(
        mark("Compared: {first} with {last}; law as of {law}."),
        first=texts.day(first),
        last=texts.day(last),
        law=texts.day(newer.pack.law_checked_on),
    )
    yield from wrapped(texts(ASSUMPTION))
    yield from wrapped(texts(ONLY_A_LATEST_DAY))
    for each in found:
        yield ""
        yield each.client_id
        if not any(map(_matters, each.differences)):
            yield from wrapped(texts(mark("Nothing changes.")), 2)
        for difference in sorted(filter(_matters, each.differences), key=_urgency):
            yield from _told(difference, each, words, texts)


_ORDER = list(Outcome)


def _matters(each: Difference) -> bool:
    """Not the reasons of a no that stays a no."""
    states = [state.verdict for state in (each.before, each.after) if state is not None]
    return each.outcome is not Outcome.OTHERWISE or set(states) != {Verdict.NOT_AVAILABLE}


def _urgency(each: Difference) -> tuple[int, date]:
    return _ORDER.index(each.outcome), each.last_day or date.max


def _told(each: Difference, found: Comparison, words: TurnWords, texts: Texts) -> Iterator[str]:
    name = f"{each.norm.cite} {texts.pick(each.norm.title)} [{each.norm.id}]"
    yield from wrapped(f"{texts(OUTCOME_WORDS[each.outcome]).upper()}: {name}", 2)
    nothing = texts(mark("not in this rule pack"))
    before = words.state(each.before) if each.before is not None else nothing
    after = words.state(each.after) if each.after is not None else nothing
    said = texts(
        mark("{first}: {before}; {last}: {after}."),
        first=texts.day(found.first),
        before=before,
        last=texts.day(found.last),
        after=after,
    )
    yield from wrapped(said, 6)
    if each.first_day is not None:
        yield from wrapped(texts(mark("From {day} on."), day=texts.day(each.first_day)), 6, "·")
    if each.last_day is not None:
        day, safe = texts.day(each.last_day), texts.day(found.safe_days[each.last_day])
        text = mark("Last day on which applying still helps: {day}; offices are surely open on {safe}.")
        yield from wrapped(texts(text, day=day, safe=safe), 6, "!")
    for change in each.changes:
        law = words.law(change)
        if law:
            yield from wrapped(f"{texts.day(change.day)}: {law}", 6, "§")
        for line in words.lines(change.turns):
            yield from wrapped(f"{texts.day(change.day)}: {line}", 6, "·")
