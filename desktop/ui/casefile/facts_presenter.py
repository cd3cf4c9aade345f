"""Every input and judgement the rule pack knows, by group: what is answered, by whom, how well proven."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from desktop.cases.answers import Answer, Judgement, Proof, Ternary
from desktop.cases.casefile import CaseFile
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

if TYPE_CHECKING:
    from desktop.rules.vocabulary import Fact

JUDGEMENTS = "judgement"
_ELSEWHERE = frozenset({"status_periods"})
_GROUPS = {
    "person": mark("Person and entry"),
    "status": mark("Stay and titles"),
    "asylum": mark("Asylum and protection"),
    "admission": mark("Admission and orders"),
    "bars": mark("Bars and offences"),
    "identity": mark("Identity and conduct"),
    "victims": mark("Victims of crimes"),
    "work": mark("Work, income, housing"),
    "integration": mark("Education and integration"),
    "family": mark("Family"),
    JUDGEMENTS: mark("Judgements"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """One group with how much of it is answered."""

    id: str
    title: str
    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class FactRow:
    """One input or judgement with what is known. `said` tells by whom and when."""

    fact: Fact
    answer: Answer | None
    judgement: Judgement | None
    said: str


class FactsView(Protocol):
    """The page as the presenter knows it."""

    def show_groups(self, groups: Sequence[Group], chosen: str) -> None: ...

    def show_rows(self, title: str, rows: Sequence[FactRow]) -> None: ...

    def update_rows(self, rows: Sequence[FactRow]) -> None: ...


class FactsPresenter:
    """Shows one group, or what a search finds over all of them."""

    def __init__(self, context: CaseContext, view: FactsView) -> None:
        self._context, self._view = context, view
        self._groups = _grouped(context)
        self._chosen = next(iter(self._groups), "")
        self._searched = ""
        self._shown: tuple[Fact, ...] = ()
        context.desk.subscribe(lambda *_: self._show())

    # What a person does

    def choose(self, group: str) -> None:
        """Show a group."""
        self._chosen, self._searched = group, ""
        self._show(fresh=True)

    def search(self, text: str) -> None:
        """Show every fact of any group in which all words stand."""
        self._searched = " ".join(text.lower().split())
        self._show(fresh=True)

    def answer(self, fact: str, value: Any) -> None:
        """The client's answer, not proven yet."""
        self._context.answer(fact, value)

    def prove(self, fact: str, proof: Proof) -> None:
        """How well an answer is proven."""
        self._change(fact, lambda answer: replace(answer, proof=proof, paper=None))

    def dispute(self, fact: str, disputed: bool) -> None:
        """A person finds that this answer is open to dispute."""
        self._change(fact, lambda answer: replace(answer, disputed=disputed))

    def judge(self, name: str, value: Ternary, reason: str) -> None:
        """A judgement with its reason."""
        self._context.judge(name, value, reason)

    # What is shown

    def _show(self, fresh: bool = False) -> None:
        case = self._context.desk.case
        if case is None:
            return
        texts = self._context.texts
        facts = self._found() if self._searched else self._groups.get(self._chosen, ())
        rows = [self._row(fact, case) for fact in facts]
        groups = [
            Group(name, texts(_GROUPS.get(name, name)), sum(_known(each, case) for each in facts), len(facts))
            for name, facts in self._groups.items()
        ]
        self._view.show_groups(groups, "" if self._searched else self._chosen)
        if fresh or facts != self._shown:
            self._shown = facts
            title = texts(mark("Found")) if self._searched else texts(_GROUPS.get(self._chosen, self._chosen))
            self._view.show_rows(title, rows)
        else:
            self._view.update_rows(rows)

    def _found(self) -> tuple[Fact, ...]:
        words = self._searched.split()
        names = self._context.names
        return tuple(
            fact
            for facts in self._groups.values()
            for fact in facts
            if all(
                word in f"{names.fact(fact.id)} {names.question(fact.id)} {fact.cite or ''}".lower()
                for word in words
            )
        )

    def _row(self, fact: Fact, case: CaseFile) -> FactRow:
        answer = case.facts.get(fact.id)
        return FactRow(fact, answer, case.judgements.get(fact.id), self._said(answer, case))

    def _said(self, answer: Answer | None, case: CaseFile) -> str:
        """By whom, when, and by which paper."""
        if answer is None:
            return ""
        texts = self._context.texts
        said = [answer.by, texts.day(answer.on) if answer.on is not None else ""]
        paper = case.paper(answer.paper) if answer.paper else None
        if paper is not None:
            said.append(self._context.names.paper(paper.code))
        return " · ".join(filter(None, [*said, answer.note]))

    def _change(self, fact: str, how: Callable[[Answer], Answer]) -> None:
        case = self._context.desk.case
        if case is not None and fact in case.facts:
            self._context.desk.change(case.with_fact(fact, how(case.facts[fact])))


def _grouped(context: CaseContext) -> dict[str, tuple[Fact, ...]]:
    """Inputs by section in the order of the vocabulary, judgements last."""
    found: dict[str, list[Fact]] = {}
    for fact in context.reference.pack.vocabulary:
        if fact.kind.value == "derived" or fact.id in _ELSEWHERE:
            continue
        section = JUDGEMENTS if fact.kind.value == "judgement" else (fact.section or "person")
        found.setdefault(section, []).append(fact)
    order = sorted(found, key=lambda name: name == JUDGEMENTS)
    return {name: tuple(found[name]) for name in order}


def _known(fact: Fact, case: CaseFile) -> bool:
    if fact.kind.value == "judgement":
        judgement = case.judgements.get(fact.id)
        return judgement is not None and judgement.counts
    return fact.id in case.facts
