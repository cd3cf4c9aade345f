"""One case from day to day: what each fact rests on of that which another day may bring.

Rules read nothing but the case, the day, the law's terms and what follows from these. So a fact that never
looked at the day itself has the same value wherever the terms and the history it read are the same. What it
reads is noted while it is computed, with what the facts and parts below it had read; of a fact asked for
several titles, all that any of them read. Only the proof of a value may be another one, for papers run out.

A case with relatives is not followed: what their own cases say hangs on the day throughout.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable
from datetime import date
from typing import TypeVar

from desktop.cases.answers import Answer, Proof
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.deadlines.validity import Circumstances
from desktop.rules.carriers import FactRef, Rests, ScalarFacts
from desktop.rules.packs import Pack

from .asking import Asked, Sought
from .basis import OF_DECISION, Basis
from .history import History
from .terms import LawTerms
from .value import FactValue
from .view import CaseDay, CaseFacts, Key

T = TypeVar("T")

_NOTHING, _TERMS, _HISTORY, _DAY = 0, Rests.TERMS.value, Rests.HISTORY.value, 4
_RESTS = {
    each.value: each for each in (Rests.NOTHING, Rests.TERMS, Rests.HISTORY, Rests.TERMS | Rests.HISTORY)
}


class FollowedCase:
    """One case, looked at on as many days as one likes."""

    def __init__(self, pack: Pack, case: CaseFile) -> None:
        self._pack, self._case = pack, case
        self._histories: list[History] = []

    def facts_on(self, on: date) -> Callable[[str, DecisionKind], ScalarFacts]:
        """The facts on a day, for each title and decision."""
        if self._case.relatives:
            return CaseDay(self._pack, self._case, on).facts
        return FollowedDay(self._pack, self._case, on, self).facts

    def terms_since(self, on: date) -> date:
        """Since when (inclusive) the terms of the pack stand as on a day."""
        begins = self._pack.tables.picked(("terms begin",), self._pack.terms.begins)
        return begins[bisect_right(begins, on) - 1]

    def number(self, history: History) -> int:
        """The same number for histories that are alike."""
        for number, known in enumerate(self._histories):
            if known == history:
                return number
        self._histories.append(history)
        return len(self._histories) - 1


class FollowedDay(CaseDay):
    """One day of a case that notes what is read of it."""

    def __init__(self, pack: Pack, case: CaseFile, on: date, of: FollowedCase) -> None:
        self._of = of
        self._reads = _NOTHING
        self._read_by: dict[Key, int] = {("evaluation_date", None): _DAY}
        self._read_by_part: dict[Hashable, int] = {}
        self._history: History | None = None
        self._circumstances: Circumstances | None = None
        self._titles: frozenset[str | None] | None = None
        self._given: dict[Rests, Hashable] = {Rests.NOTHING: True}
        super().__init__(pack, case, on)

    def facts(self, title_id: str, decision_kind: DecisionKind, applied_on: date | None = None) -> CaseFacts:
        return FollowedFacts(self, Sought(title_id, decision_kind, applied_on))

    # What another day may bring

    @property
    def on(self) -> date:
        self._reads |= _DAY
        return self._on

    @on.setter
    def on(self, day: date) -> None:
        self._on = day

    @property
    def terms(self) -> LawTerms:
        self._reads |= _TERMS
        return self._terms

    @terms.setter
    def terms(self, terms: LawTerms) -> None:
        self._terms = terms

    @property
    def circumstances(self) -> Circumstances:
        self._reads |= _DAY
        if self._circumstances is None:
            self._circumstances = self.circumstances_found()
        return self._circumstances

    @property
    def history(self) -> History:
        self._reads |= _HISTORY
        if self._history is None:
            before = self._reads
            self._history = self.history_built()
            self._reads = before
        return self._history

    @property
    def titles_recorded(self) -> frozenset[str | None]:
        self._reads |= _HISTORY
        if self._titles is None:
            self._titles = frozenset([stay.title_id for stay in self.history.titles()])
        return self._titles

    def proof_of(self, answer: Answer) -> Proof:
        before = self._reads
        found = super().proof_of(answer)
        self._reads = before
        return found

    # What was read

    def fact(self, name: str, of: str | None = None, sought: Sought | None = None) -> FactValue:
        key = (name, of)
        found = self.shared.get(key)
        if found is None:
            return self.found(key, sought)
        self._reads |= self._read_by.get(key, _DAY)
        return found

    def found(self, key: Key, sought: Sought | None = None) -> FactValue:
        before, self._reads = self._reads, self._read_by.get(key, _NOTHING)
        found = super().found(key, sought)
        self._read_by[key] = self._reads
        self._reads |= before
        return found

    def of_decision(self, key: Key, sought: Sought | None) -> tuple[FactValue, Asked]:
        before, self._reads = self._reads, self._read_by.get(key, _NOTHING)
        found = super().of_decision(key, sought)
        self._read_by[key] = self._reads
        self._reads |= before
        return found

    def part(self, key: Hashable, compute: Callable[[Basis], T]) -> tuple[T, Basis]:
        before, self._reads = self._reads, self._read_by_part.get(key, _NOTHING)
        found = super().part(key, compute)
        self._read_by_part[key] = self._reads
        self._reads |= before
        return found

    def rests_on(self, fact: FactRef) -> Rests | None:
        """What a fact that was asked for rests on, as `ScalarFacts.rests_on`."""
        return Rests.NOTHING if fact[0] in OF_DECISION else _RESTS.get(self._read_by.get(fact, _DAY))

    def given(self, rests: Rests) -> Hashable:
        """How that stands on this day, as `ScalarFacts.given`."""
        found = self._given.get(rests)
        if found is None:
            terms = self._of.terms_since(self._on) if Rests.TERMS in rests else None
            history = self._of.number(self.history) if Rests.HISTORY in rests else None
            found = self._given[rests] = terms, history
        return found


class FollowedFacts(CaseFacts):
    """The facts of a day that notes what is read of it."""

    def __init__(self, day: FollowedDay, sought: Sought) -> None:
        super().__init__(day, sought)
        self._followed = day

    def rests_on(self, fact: FactRef) -> Rests | None:
        return self._followed.rests_on(fact)

    def given(self, rests: Rests) -> Hashable:
        return self._followed.given(rests)
