"""One case on one day as the norms see it: inputs, judgements and derived facts, each by its name.

`CaseDay` shares everything that does not hang on the title; `CaseDay.facts` gives the carrier on which a tree
of conditions is evaluated. Every fact is computed once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import cache, cached_property
from typing import Any, TypeVar

from desktop.cases.answers import Answer, Proof, Unknown, Waiver
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.cases.status import StatusPeriod
from desktop.deadlines.lapse import revoked_on
from desktop.deadlines.recognition import circumstances_of
from desktop.deadlines.refusals import as_decided
from desktop.deadlines.ukraine import EXEMPT, EXEMPTION_INPUTS
from desktop.deadlines.validity import Circumstances
from desktop.rules.carriers import Probe, ScalarFacts, Several, Tested
from desktop.rules.conditions import Node
from desktop.rules.packs import Pack
from desktop.rules.verdict import Verdict

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
    grounds,
    identity,
    insured_work,
    integration,
    issue,
    living,
    living_25a,
    living_60d,
    offences,
    offences_25a,
    offences_60d,
    opportunity,
    pension,
    permission,
    person,
    residence,
    schooling,
    settlement,
    stays,
    stays_25a,
    suspension,
    titles,
    ukraine,
    victims,
)
from .asking import Asked, Sought, answers_to
from .basis import DERIVED, Basis, judgement_value
from .history import History, build
from .household import completed, member_of
from .terms import LawTerms
from .value import FactValue, made

T = TypeVar("T")

Key = tuple[str, str | None]

Read = tuple[Any, Unknown | None, Proof | None, bool]
"""The value of an input, why there is none, how well it is proven, and whether it is disputed."""

_NOTHING_READ: Read = (None, Unknown.NOT_ASKED, None, False)


class Met(dict[Node, Verdict]):
    """What conditions outside the norms come to; what it does not hold is found for the decision at hand."""

    __slots__ = ("find",)

    find: Callable[[Node], Verdict]

    def __missing__(self, condition: Node) -> Verdict:
        return self.find(condition)


class Answers(dict[str, Read]):
    """The inputs as a fact reads them, each looked up once."""

    __slots__ = ("day",)

    def __init__(self, day: CaseDay) -> None:
        self.day = day

    def __missing__(self, name: str) -> Read:
        answer = self.day.case.facts.get(name)
        if answer is None:
            found = _NOTHING_READ
        elif isinstance(answer.value, Unknown):
            found = None, answer.value, None, False
        else:
            found = answer.value, None, self.day.proof_of(answer), answer.disputed
        self[name] = found
        return found


class CaseDay:
    """One case on one day: what follows from it whatever title is evaluated."""

    def __init__(self, pack: Pack, case: CaseFile, on: date) -> None:
        self.on = on
        self.relatives = tuple(member_of(each, CaseDay(pack, each.case, on)) for each in case.relatives)
        self.case = completed(as_decided(case), self.relatives)
        self.terms = pack.tables.picked(("terms", on), lambda: LawTerms(pack.terms, on))
        self._judgements = pack.judgements
        self.parts: dict[Hashable, Any] = {}
        """What several facts rest on, with the basis that says what it rests on."""
        self.answers = Answers(self)
        self.shared: dict[Key, FactValue] = {("evaluation_date", None): FactValue(on)}
        """The facts that are the same for every decision."""
        self.tested: dict[Probe, Tested] = {}
        """What is known of the tests of those."""
        self.met = Met()
        """What conditions come to that read only those."""
        self._asking: dict[Key, dict[Asked, dict[tuple[Any, ...], FactValue]]] = {}

    def facts(self, title_id: str, decision_kind: DecisionKind, applied_on: date | None = None) -> CaseFacts:
        """The facts for one decision. `applied_on`: the planned day of filing, the evaluation day if None."""
        return CaseFacts(self, Sought(title_id, decision_kind, applied_on))

    def fact(self, name: str, of: str | None = None, sought: Sought | None = None) -> FactValue:
        """A fact that does not hang on the title; with `sought` also one that does."""
        key = (name, of)
        return self.shared.get(key) or self.found(key, sought)

    def found(self, key: Key, sought: Sought | None = None) -> FactValue:
        """The same for a fact that is not known yet."""
        name, of = key
        derived = DERIVED.get(name)
        if derived is None:
            value = self._plain(name)
        elif derived.of_title:
            return self.of_decision(key, sought)[0]
        elif derived.alike is not None and (like := derived.alike(self, of)) != of:
            value = self.fact(name, like)
        else:
            value = derived.compute(Basis(self), of)
        self.shared[key] = value
        return value

    def of_decision(self, key: Key, sought: Sought | None) -> tuple[FactValue, Asked]:
        """A fact that may hang on the decision, and what it asked of it.

        Rules read nothing but the case, the day and the decision. So an answer holds for every decision that
        is alike in what was asked; one that asked nothing is the same for all.
        """
        known = self._asking.setdefault(key, {})
        for asked, answers in known.items():
            found = answers.get(answers_to(asked, sought)) if sought is not None else None
            if found is not None:
                return found, asked
        basis = Basis(self, sought)
        value = DERIVED[key[0]].compute(basis, key[1])
        asked = basis.asked
        if asked and sought is not None:
            known.setdefault(asked, {})[answers_to(asked, sought)] = value
        else:
            self.shared[key] = value
        return value, asked

    def part(self, key: Hashable, compute: Callable[[Basis], T]) -> tuple[T, Basis]:
        """Something that several facts rest on, computed once, with the basis that says what it rests on."""
        found: tuple[T, Basis] | None = self.parts.get(key)
        if found is None:
            basis = Basis(self)
            found = self.parts[key] = (compute(basis), basis)
        return found

    def _plain(self, name: str) -> FactValue:
        """An input or judgement as it was answered; what lies after the day has not happened yet."""
        if name in self._judgements:
            return judgement_value(name, self.case.judgements.get(name))
        value, unknown, proof, disputed = self.answers[name]
        if unknown is not None:
            return _not_answered(name, unknown)
        if isinstance(value, PartialDate):
            value = Never.NONE if value.earliest > self.on else value.day or value
        return made(FactValue, (value, disputed, None, proof, (name,), (), (), None))

    def proof_of(self, answer: Answer) -> Proof:
        """How well an answer is proven on the day; a paper that has run out proves nothing any more."""
        paper = self.case.paper(answer.paper) if answer.paper is not None else None
        if paper is None:
            return answer.proof
        shown = paper.proof_on(self.on)
        if shown is Proof.OUT_OF_DATE:
            return shown
        return max(answer.proof, shown, key=lambda proof: proof.strength)

    @cached_property
    def circumstances(self) -> Circumstances:
        """What besides the papers decides about the end of a title and the effect of an application."""
        return self.circumstances_found()

    def circumstances_found(self) -> Circumstances:
        """The circumstances, found anew."""
        return circumstances_of(self.case, self.on)

    @cached_property
    def papers(self) -> tuple[StatusPeriod, ...]:
        """The status history as the papers say it, in order of time."""
        return self.case.status_periods

    @cached_property
    def history(self) -> History:
        """The status history with the borders that count in law."""
        return self.history_built()

    def history_built(self) -> History:
        """The history, built anew."""
        revoked = revoked_on(self.case.letters)
        return build(self.papers, self.circumstances, self.case.value("applications"), self.terms, revoked)

    @cached_property
    def titles_recorded(self) -> frozenset[str | None]:
        """Every title of the history, whenever it was held."""
        return frozenset([stay.title_id for stay in self.history.titles()])

    @cached_property
    def history_inputs(self) -> tuple[str, ...]:
        """The inputs besides the status periods that moved a border of the history."""
        used = {
            "applications": any(stay.continued for stay in self.history),
            "asylum_procedures": any(stay.ended_by_asylum for stay in self.history),
            "ukr_group": any(stay.title_id == "24" for stay in self.history),
        }
        if any(stay.code == EXEMPT for stay in self.history):
            used |= dict.fromkeys(EXEMPTION_INPUTS, True)
        return tuple(name for name, moved in used.items() if moved)


@cache
def _not_answered(name: str, reason: Unknown) -> FactValue:
    """An input without an answer, the same for every case."""
    return FactValue(None, unknown=reason, inputs=(name,), ask=(name,))


class CaseFacts(ScalarFacts):
    """The facts of one case for one decision on one day."""

    def __init__(self, day: CaseDay, sought: Sought) -> None:
        self.day = day
        self.sought = sought
        self._own: dict[Key, FactValue] = {}
        self._tested: dict[Probe, Tested] = {}
        self._shared = day.shared
        self.known: dict[Probe, Tested] = day.tested
        self._asked_title = False
        """Whether a test that hangs on the decision was read since a condition was begun."""

    def fact(self, name: str, of: str | None = None) -> FactValue:
        key = (name, of)
        return self._shared.get(key) or self._own.get(key) or self._sought_out(key)

    def _sought_out(self, key: Key) -> FactValue:
        """A fact that was not asked for yet."""
        name = key[0]
        if name == "decision_kind":
            found = FactValue(self.sought.decision_kind.value)
        elif name == "granted_title":
            found = FactValue(self.sought.title_id)
        else:
            found = self.day.found(key, self.sought)
            if key in self._shared:
                return found
        self._own[key] = found
        return found

    def tested(self, probe: Probe) -> Tested:
        ref = probe.ref
        value = self._shared.get(ref)
        if value is None:
            found = self._tested.get(probe)
            if found is not None:
                self._asked_title = True
                return found
            value = self._own.get(ref) or self._sought_out(ref)
            if ref not in self._shared:
                found = self._tested[probe] = probe.test.truth(value), value
                self._asked_title = True
                return found
        found = self.known[probe] = probe.test.truth(value), value
        return found

    def verdict(self, condition: Node) -> Verdict:
        found = self.day.met.get(condition)
        return self._found(condition) if found is None else found

    def outcome(self, several: Several) -> tuple[Verdict, ...]:
        met = self.day.met
        met.find = self._found
        return several.out_of(met)

    def _found(self, condition: Node) -> Verdict:
        self._asked_title = False
        found = condition.of_one(self)
        if not self._asked_title:
            self.day.met[condition] = found
        return found

    def waiver(self, leaf_key: str) -> Waiver | None:
        found = self.day.case.waivers.get(leaf_key)
        return found if found is not None and found.by and found.reason else None
