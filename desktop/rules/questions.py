"""Which open facts still matter, over all titles: the best question first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .assess import TitleResult
from .conditions import Leaf
from .packs import Pack
from .vocabulary import FactKind


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


def open_questions(results: Iterable[TitleResult], pack: Pack) -> list[OpenQuestion]:
    """Every open question of the assessed titles, the most telling for the least effort first.

    A condition tells more than a bar, for bars are mostly absent; what holds a verdict where it stands tells
    more than what only matters later.
    """
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
    order = {fact.id: place for place, fact in enumerate(pack.vocabulary)}
    questions = [
        OpenQuestion(
            name,
            tuple(about),
            tuple(decides.get(name, ())),
            int(pack.vocabulary[name].effort),
            pack.vocabulary[name].kind,
        )
        for name, about in titles.items()
    ]
    questions.sort(key=lambda each: (-worth[each.input_id] / (1 + each.effort), order[each.input_id]))
    return questions


_MATTERS_LATER = 0.25
_CONDITION, _BAR = 3.0, 1.0


def _holding(result: TitleResult) -> dict[str, float]:
    """What the leaves that decided are waiting for, and how telling that is."""
    routes = [route for route in result.routes if route.verdict is result.verdict]
    found: dict[str, float] = {}
    for reason in (reason for route in routes for reason in route.reasons()):
        if isinstance(reason.node, Leaf) and reason.value is not None:
            weight = _BAR if reason.node.cls.is_bar else _CONDITION
            for name in reason.value.ask:
                found[name] = found.get(name, 0.0) + weight / len(reason.value.ask)
    return found
