"""How a forecast is made: by change points, never by trying every day.

Facts that do not hang on the title are followed once for all titles (`timelines`). A title is looked at
again only on the days on which one of its own conditions turns, its text changes or the decision asked for
becomes another one (an extension turns into a grant when the paper has run out).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date

from desktop.cases.applications import DecisionKind
from desktop.errors import Problem

from .assess import FactsFor, examined
from .carriers import FactRef, Rests, ScalarFacts, is_unresolved
from .comparison import Comparison
from .conditions import Finding, Leaf
from .facts.basis import DERIVED
from .facts.changepoints import HISTORY, ChangePoints, Origin
from .forecast import Change, Forecast, State, TitleForecast, Turn, Turning
from .norms import Examination, Norm, Version
from .packs import Pack
from .timelines import ONE_DAY, Timeline, timeline
from .verdict import Truth

FactsOn = Callable[[date], FactsFor]
"""The facts on a day, for each title and decision."""
KindsOn = Callable[[date], Mapping[str, DecisionKind]]
"""The decision that is asked for on a day, by title. It hangs on the day by the status history only."""

Tests = tuple[Truth | bool, ...]
"""What each test of a fact comes to, and at the end whether the fact is open."""


class Forecaster:
    """What a pack asks between two days (both inclusive); made once, asked for any number of clients."""

    def __init__(self, pack: Pack, on: date, until: date, titles: Iterable[str] | None = None) -> None:
        chosen = None if titles is None else frozenset(titles)
        self.pack, self.on, self.until = pack, on, until
        self.norms = tuple(norm for norm in pack.norms if chosen is None or norm.id in chosen)
        self.tests: dict[FactRef, tuple[Comparison, ...]] = {}
        found: dict[FactRef, dict[Comparison, None]] = {}
        for norm in self.norms:
            for leaf in _leaves(norm, on, until):
                found.setdefault(leaf.ref, {})[leaf.test] = None
        self.tests = {ref: tuple(tests) for ref, tests in found.items()}
        self._shared = {ref: self._of_everybody(ref[0]) for ref in self.tests}

    def shared(self, ref: FactRef) -> bool:
        """Whether a fact is the same whatever title and decision are evaluated."""
        return self._shared[ref]

    def forecast(self, points: ChangePoints, facts_on: FactsOn, kinds_on: KindsOn) -> Forecast:
        """The forecast for one client: its change points, and its facts and decisions on any day."""
        case = _Case(self, points, facts_on, kinds_on)
        titles = tuple([case.title(norm) for norm in self.norms])
        return Forecast(self.on, self.until, self.pack.law_checked_on, self.pack.id, titles)

    def _of_everybody(self, name: str) -> bool:
        derived = DERIVED.get(name)
        if derived is not None:
            return not derived.of_title
        return name in self.pack.input_shapes or name in self.pack.judgements


_Decision = tuple[str, DecisionKind]


class _Case:
    """One client while the forecast is made: what has been computed for some day is kept."""

    def __init__(self, plan: Forecaster, points: ChangePoints, facts_on: FactsOn, kinds_on: KindsOn) -> None:
        self._plan, self._points = plan, points
        self._facts_on, self._kinds_on = facts_on, kinds_on
        self._days: dict[date, FactsFor] = {}
        self._facts: dict[_Decision, dict[date, ScalarFacts]] = {}
        self._timelines: dict[tuple[FactRef, _Decision], Timeline[Tests | None]] = {}
        self._any_decision: _Decision = (plan.norms[0].id if plan.norms else "", DecisionKind.GRANT)
        self._kinds = timeline(self._kinds_of_all, points.days((HISTORY,)), plan.until)

    def title(self, norm: Norm) -> TitleForecast:
        states = self._states(norm)
        _, now = next(states)
        state = now
        changes: list[Change] = []
        turning: list[Turning] = []
        for day, found in states:
            turns = self._turns(norm, day, state, found)
            if turns:
                turning.append(Turning(day, turns))
            if not found.same_as(state):
                changes.append(Change(day, state, found, _decisive(turns, state, found)))
            state = found
        return TitleForecast(norm, now, tuple(changes), tuple(turning))

    def _states(self, norm: Norm) -> Iterator[tuple[date, State]]:
        """The state from every day on on which it may have become another one, in order of time."""
        for first, last in self._stretches(norm):
            kind = self._kinds.on(first)[norm.id]
            try:
                version = norm.version(first)
            except Problem as reason:
                yield first, State(kind, None, None, None, (), reason)
                continue
            examination = version.examination(kind)
            if examination is None:
                yield first, State(kind, version, None, None, ())
                continue
            for day in self._days_of(examination, norm.id, kind, first, last):
                yield day, self._state(examination, version, day, norm.id)

    def _stretches(self, norm: Norm) -> Iterator[tuple[date, date]]:
        """The days on which one text applies and one decision is asked for; both ends inclusive."""
        begins = {self._plan.on, *self._kinds.days}
        for version in norm.versions:
            begins |= {version.in_force.since, version.in_force.until or self._plan.on}
        ordered = sorted(day for day in begins if self._plan.on <= day <= self._plan.until)
        for first, following in zip(ordered, (*ordered[1:], self._plan.until + ONE_DAY), strict=True):
            yield first, following - ONE_DAY

    def _days_of(
        self, examination: Examination, norm_id: str, kind: DecisionKind, first: date, last: date
    ) -> list[date]:
        """The first day, and every later one of the stretch on which a condition turns."""
        days = {first}
        for leaf in examination.leaves:
            days.update(
                self._turning_days(leaf.ref, self._plan.tests[leaf.ref].index(leaf.test), norm_id, kind)
            )
        for split in examination.splits:
            days.update(self._turning_days(split.fact, -1, norm_id, kind))
        return sorted(day for day in days if first <= day <= last)

    def _turning_days(self, ref: FactRef, place: int, norm_id: str, kind: DecisionKind) -> Iterator[date]:
        found = self._timeline(ref, norm_id, kind)
        before: object = _NOTHING
        for day, tests in zip(found.days, found.states, strict=True):
            now = tests if tests is None else tests[place]
            if now is not before:
                yield day
            before = now

    def _timeline(self, ref: FactRef, norm_id: str, kind: DecisionKind) -> Timeline[Tests | None]:
        decision = self._any_decision if self._plan.shared(ref) else (norm_id, kind)
        key = ref, decision
        found = self._timelines.get(key)
        if found is None:
            found = self._timelines[key] = self._followed(ref, decision)
        return found

    def _followed(self, ref: FactRef, decision: _Decision) -> Timeline[Tests | None]:
        """What the tests of a fact come to; computed once for all days on which it rests on the same."""
        tests = self._plan.tests[ref]
        known: dict[Rests, dict[Hashable, Tests]] = {}
        of_decision = self._facts.setdefault(decision, {})

        def on(day: date) -> Tests | None:
            facts = of_decision.get(day) or self._facts_of(day, *decision)
            for rests, come_to in known.items():
                found = come_to.get(facts.given(rests))
                if found is not None:
                    return found
            try:
                value = facts.fact(*ref)
            except Problem:
                return None
            found = (*[test.truth(value) for test in tests], is_unresolved(value))
            rests_on = facts.rests_on(ref)
            if rests_on is not None:
                known.setdefault(rests_on, {})[facts.given(rests_on)] = found
            return found

        first = self._points.first
        at_first = on(first)
        if Rests.NOTHING in known:
            return Timeline((first,), (at_first,))
        points = self._points.days(self._plan.pack.vocabulary.roots(ref[0]))
        return timeline(on, points, self._plan.until)

    def _facts_of(self, day: date, norm_id: str, kind: DecisionKind) -> ScalarFacts:
        of_decision = self._facts.setdefault((norm_id, kind), {})
        found = of_decision.get(day)
        if found is None:
            if day not in self._days:
                self._days[day] = self._facts_on(day)
            found = of_decision[day] = self._days[day](norm_id, kind)
        return found

    def _state(self, examination: Examination, version: Version, day: date, norm_id: str) -> State:
        kind = examination.decision_kind
        try:
            best = examined(examination, self._facts_of(day, norm_id, kind))[0][0]
        except Problem as reason:
            return State(kind, None, None, None, (), reason)
        return State(kind, version, best.verdict, best.route, tuple(best.reasons()))

    def _kinds_of_all(self, day: date) -> dict[str, DecisionKind]:
        wanted = self._kinds_on(day)
        return {norm.id: norm.decision(wanted.get(norm.id, DecisionKind.GRANT)) for norm in self._plan.norms}

    # Why

    def _turns(self, norm: Norm, day: date, before: State, after: State) -> tuple[Turn, ...]:
        """The conditions that stand otherwise than the day before, or that only one of the two texts has."""
        was = self._findings(norm, day - ONE_DAY, before)
        now = self._findings(norm, day, after)
        return tuple(
            Turn(was.get(key), now.get(key), self._origins(day, (now.get(key) or was[key]).leaf))
            for key in dict.fromkeys((*now, *was))
            if _truth(was.get(key)) is not _truth(now.get(key))
        )

    def _findings(self, norm: Norm, day: date, state: State) -> dict[str, Finding]:
        if state.version is None:
            return {}
        examination = state.version.examination(state.decision_kind)
        if examination is None:
            return {}
        facts = self._facts_of(day, norm.id, state.decision_kind)
        return {leaf.key: leaf.explain(facts) for leaf in examination.leaves}

    def _origins(self, day: date, leaf: Leaf) -> tuple[Origin, ...]:
        return self._points.on(day, self._plan.pack.vocabulary.roots(leaf.fact))


_NOTHING = object()


def _leaves(norm: Norm, first: date, last: date) -> Iterator[Leaf]:
    for version in norm.versions:
        until = version.in_force.until
        if version.in_force.since <= last and (until is None or first < until):
            for examination in version.examinations.values():
                yield from examination.leaves


def _truth(finding: Finding | None) -> Truth | None:
    return None if finding is None else finding.truth


def _decisive(turns: tuple[Turn, ...], before: State, after: State) -> tuple[Turn, ...]:
    """Those that decided before or decide now; all of them if none did."""
    decisive = {getattr(each.node, "key", "") for each in (*before.reasons, *after.reasons)}
    return tuple(turn for turn in turns if turn.leaf.key in decisive) or turns
