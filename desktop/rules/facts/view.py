"""One case on one day as the norms see it: inputs, judgements and derived facts, each by its name.

`CaseDay` shares everything that does not hang on the title; `CaseDay.facts` (or `case_facts` for a
single title) gives the carrier on which a tree of conditions is evaluated. Every fact is computed once.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from desktop.cases.answers import Answer, Proof, Unknown, Waiver
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.cases.status import StatusPeriod
from desktop.deadlines.recognition import circumstances_of
from desktop.deadlines.validity import Circumstances
from desktop.rules.carriers import ScalarFacts
from desktop.rules.packs import Pack

from . import (  # noqa: F401  registers the derived facts
    anchor,
    asylum,
    bars,
    conduct,
    course,
    duldung,
    employment_duldung,
    family,
    filing,
    identity,
    insured_work,
    integration,
    issue,
    living,
    offences,
    person,
    residence,
    stays,
    titles,
)
from .basis import DERIVED, STRENGTH, Basis, Sought, judgement_value
from .history import History, build
from .terms import LawTerms
from .value import FactValue

Key = tuple[str, str | None]


class CaseDay:
    """One case on one day: what follows from it whatever title is evaluated."""

    def __init__(self, pack: Pack, case: CaseFile, on: date) -> None:
        self.case = case
        self.on = on
        self.terms = LawTerms(pack.terms, on)
        self._judgements = pack.judgements
        self._shared: dict[Key, FactValue] = {}

    def facts(self, title_id: str, decision_kind: DecisionKind, applied_on: date | None = None) -> CaseFacts:
        """The facts for one decision. `applied_on`: the planned day of filing, the evaluation day if None."""
        return CaseFacts(self, Sought(title_id, decision_kind, applied_on))

    def fact(self, name: str, of: str | None = None, sought: Sought | None = None) -> FactValue:
        """A fact that does not hang on the title; with `sought` also one that does (not kept)."""
        derived = DERIVED.get(name)
        if derived is not None and derived.of_title:
            return derived.compute(Basis(self, sought), of)
        key = (name, of)
        found = self._shared.get(key)
        if found is None:
            plain = self._plain(name) if derived is None else derived.compute(Basis(self), of)
            found = self._shared[key] = plain
        return found

    def _plain(self, name: str) -> FactValue:
        """An input or judgement as it was answered; what lies after the day has not happened yet."""
        if name in self._judgements:
            return judgement_value(name, self.case.judgements.get(name))
        answer = self.case.answer(name)
        if isinstance(answer.value, Unknown):
            return FactValue(None, unknown=answer.value, inputs=(name,), ask=(name,))
        value = answer.value
        if isinstance(value, PartialDate):
            value = Never.NONE if value.earliest > self.on else value.day or value
        return FactValue(value, disputed=answer.disputed, proof=self.proof_of(answer), inputs=(name,))

    def proof_of(self, answer: Answer) -> Proof:
        """How well an answer is proven on the day; a paper that has run out proves nothing any more."""
        paper = self.case.paper(answer.paper) if answer.paper is not None else None
        if paper is None:
            return answer.proof
        shown = paper.proof_on(self.on)
        if shown is Proof.OUT_OF_DATE:
            return shown
        return max(answer.proof, shown, key=STRENGTH.__getitem__)

    @cached_property
    def circumstances(self) -> Circumstances:
        """What besides the papers decides about the end of a title and the effect of an application."""
        return circumstances_of(self.case, self.on)

    @cached_property
    def papers(self) -> tuple[StatusPeriod, ...]:
        """The status history as the papers say it, in order of time."""
        return self.case.status_periods

    @cached_property
    def history(self) -> History:
        """The status history with the borders that count in law."""
        return build(self.papers, self.circumstances, self.case.value("applications"), self.terms)

    @cached_property
    def history_inputs(self) -> tuple[str, ...]:
        """The inputs besides the status periods that moved a border of the history."""
        used = {
            "applications": any(stay.continued for stay in self.history),
            "asylum_procedures": any(stay.ended_by_asylum for stay in self.history),
            "ukr_group": any(stay.title_id == "24" for stay in self.history),
        }
        return tuple(name for name, moved in used.items() if moved)


class CaseFacts(ScalarFacts):
    """The facts of one case for one decision on one day."""

    def __init__(self, day: CaseDay, sought: Sought) -> None:
        self.day = day
        self.sought = sought
        self._known: dict[Key, FactValue] = {
            ("decision_kind", None): FactValue(sought.decision_kind.value),
            ("granted_title", None): FactValue(sought.title_id),
            ("evaluation_date", None): FactValue(day.on),
        }

    def fact(self, name: str, of: str | None = None) -> FactValue:
        key = (name, of)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self.day.fact(name, of, self.sought)
        return found

    def waiver(self, leaf_key: str) -> Waiver | None:
        found = self.day.case.waivers.get(leaf_key)
        return found if found is not None and found.by and found.reason else None


def case_facts(
    pack: Pack,
    case: CaseFile,
    on: date,
    title_id: str,
    decision_kind: DecisionKind,
    applied_on: date | None = None,
) -> CaseFacts:
    """The facts of one case for one decision. For several titles use one `CaseDay`."""
    return CaseDay(pack, case, on).facts(title_id, decision_kind, applied_on)
