"""Which open facts still matter, over all titles: the best question first; and which answers have grown old.

A question is worth the more titles it can still decide, and less the harder its answer is to obtain. What was
asked in vain comes after everything that was not asked yet, and what a client will not say comes last of all:
it may be asked again, but nobody is pressed.

An answer whose age is above the limit of its fact (`stale_after_months` in the vocabulary) counts as before,
but whoever relies on it should ask whether it is still true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import sqrt

from desktop.deadlines.arithmetic import add_months

from .conditions import Leaf
from .packs import Pack
from .results import TitleResult
from .vocabulary import FactKind


class Asked(Enum):
    """What came of asking before. The order is that in which to ask again."""

    NEVER = "never"
    TOO_LITTLE = "too_little"
    """There is an answer, but it does not say enough (a record without its date)."""
    NOT_KNOWN = "not_known"
    WILL_NOT_SAY = "will_not_say"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question whose answer can still change a verdict."""

    input_id: str
    titles: tuple[str, ...]
    """Every title whose verdict it can change."""
    decides: tuple[str, ...]
    """Those of them that stand where they stand because this is open."""
    effort: int
    """How hard the answer is to obtain, 1 easiest to 5."""
    kind: FactKind
    """An input is asked of the client, a judgement is made by a person."""
    asked: Asked = Asked.NEVER


@dataclass(frozen=True, slots=True)
class StillTrue:
    """An answer or a judgement that is older than its limit (in months) and that a title rests on."""

    input_id: str
    kind: FactKind
    since: date
    """The day of the answer."""
    limit: int
    titles: tuple[str, ...]
    """Every title of which a condition rests on it."""


def open_questions(
    results: Iterable[TitleResult], pack: Pack, asked: Mapping[str, Asked] | None = None
) -> list[OpenQuestion]:
    """Every open question of the assessed titles, the most telling for the least effort first.

    A condition tells more than a bar, for bars are mostly absent; what holds a verdict where it stands tells
    more than what only matters later; a title that is near counts more than one that nothing speaks for.
    `asked` says what came of asking before; nothing was asked if None.
    """
    before = asked or {}
    titles: dict[str, list[str]] = {}
    decides: dict[str, list[str]] = {}
    worth: dict[str, float] = {}
    for result in results:
        holding = _holding(result)
        for name in result.open:
            titles.setdefault(name, []).append(result.norm.id)
            worth[name] = worth.get(name, 0) + holding.get(name, 0) + _MATTERS_LATER
            if name in holding:
                decides.setdefault(name, []).append(result.norm.id)
    order = pack.vocabulary.order
    questions = [
        OpenQuestion(
            name,
            tuple(about),
            tuple(decides.get(name, ())),
            int(pack.vocabulary[name].effort),
            pack.vocabulary[name].kind,
            before.get(name, Asked.NEVER),
        )
        for name, about in titles.items()
    ]
    questions.sort(
        key=lambda each: (
            _LATER[each.asked],
            -worth[each.input_id] / (1 + each.effort),
            order[each.input_id],
        )
    )
    return questions


def still_true(
    results: Iterable[TitleResult], pack: Pack, answered_on: Mapping[str, date], on: date
) -> list[StillTrue]:
    """The answers that are older than their limit on a day and carry a condition, the most important first.

    An answer of exactly so many months is not older yet. Without a day of its answer nothing is asked.
    """
    old: dict[str, tuple[date, int]] = {}
    for name, since in answered_on.items():
        fact = pack.vocabulary.get(name)
        limit = fact.stale_after_months if fact is not None else None
        if limit is not None and add_months(since, limit) < on:
            old[name] = since, limit
    rests: dict[str, dict[str, None]] = {}
    for result in results if old else ():
        for name in _inputs(result):
            if name in old:
                rests.setdefault(name, {})[result.norm.id] = None
    found = [
        StillTrue(name, pack.vocabulary[name].kind, *old[name], tuple(titles))
        for name, titles in rests.items()
    ]
    found.sort(key=lambda each: (-len(each.titles), each.since, each.input_id))
    return found


def _inputs(result: TitleResult) -> Iterable[str]:
    """Every input and judgement on which a condition of the title rests, met or not, on any way to it."""
    return {
        name: None
        for route in result.routes
        for leaf in route.finding.leaves()
        if leaf.value is not None
        for name in leaf.value.inputs
    }


_LATER = {asked: place for place, asked in enumerate(Asked)}
_MATTERS_LATER = 0.25
_CONDITION, _BAR = 3.0, 1.0
_NEAR = 20.0
"""How much more a title counts whose own way is met but for the question, than one nobody spoke of. Tried on
samples whose answers were taken away: until the verdicts stood it took 158 questions at 0, 122 at 4, now 78.
"""


def _holding(result: TitleResult) -> dict[str, float]:
    """What the leaves that decided are waiting for, and how telling that is."""
    routes = [route for route in result.routes if route.verdict is result.verdict]
    begun = 1.0 + _NEAR * result.nearness
    found: dict[str, float] = {}
    for reason in (reason for route in routes for reason in route.reasons()):
        if isinstance(reason.node, Leaf) and reason.value is not None:
            weight = begun * (_BAR if reason.node.cls.is_bar else _CONDITION)
            for name in reason.value.ask:
                found[name] = found.get(name, 0.0) + weight / len(reason.value.ask)
    fewer = sqrt(len(found)) or 1.0  # the last open answers of a title tell more than one of many
    return {name: each / fewer for name, each in found.items()}
