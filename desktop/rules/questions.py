"""Which open facts still matter, over all titles: the best question first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .assess import TitleResult
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
    """Every open question of the assessed titles; most decided for least effort first."""
    titles: dict[str, list[str]] = {}
    decides: dict[str, list[str]] = {}
    for result in results:
        holding = _holding(result)
        for name in result.open:
            titles.setdefault(name, []).append(result.norm.id)
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
    questions.sort(key=lambda each: (-_worth(each), order[each.input_id]))
    return questions


def _holding(result: TitleResult) -> set[str]:
    """What the leaves that decided are waiting for."""
    routes = [route for route in result.routes if route.verdict is result.verdict]
    reasons = [reason for route in routes for reason in route.reasons()]
    return {name for reason in reasons if reason.value is not None for name in reason.value.ask}


def _worth(question: OpenQuestion) -> float:
    return (2 * len(question.decides) + len(question.titles)) / (1 + question.effort)
