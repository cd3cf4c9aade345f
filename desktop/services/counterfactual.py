"""What would have to change in a case so that a title comes into question: who can do what, by when.

`rules.changes` finds the smallest sets of facts. Here each set that names an answer of the client or a
judgement is tried on the case itself, because such an answer may move other facts too; a set that does not
lead to its verdict there is dropped. What time brings gets its day. A day is found with the case as it is
recorded; where papers run out before, it is the day on which the time is complete if what is counted (the
stay, the work) goes on without interruption from today (`Wait.if_continued`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from desktop.cases.answers import Answer, Judgement, Ternary
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.deadlines.arithmetic import add_months, completed_on
from desktop.rules.alternatives import ChangeKind, Supposed
from desktop.rules.assess import settle
from desktop.rules.carriers import FactRef
from desktop.rules.changes import Change, Changes, Goal, Step, changes
from desktop.rules.facts.value import Band, Duration
from desktop.rules.facts.view import CaseDay, CaseFacts
from desktop.rules.norms import Examination
from desktop.rules.results import TitleResult
from desktop.rules.verdict import Verdict
from desktop.rules.vocabulary import FactKind

from .assessment import assess
from .reference import Reference

MOST_SHOWN = 5
"""How many sets of changes are kept for one verdict."""
_YEARS_AHEAD = (1, 2, 3, 5, 8, 12, 16, 20, 25, 30)
_ONE_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Wait:
    """The first day (inclusive) on which time has brought something about; None if no day can be named.

    `if_continued`: only if what is counted goes on without interruption. `other_law`: on that day the text
    of the norm in force today will be in force no more.
    """

    day: date | None
    if_continued: bool = False
    other_law: bool = False


@dataclass(frozen=True, slots=True)
class TitleChanges:
    """What would have to change for one title. `changes` is None where no verdict is given.

    `waits` has an entry for every step of the kind TIME, by its fact and the verdict wanted.
    """

    result: TitleResult
    changes: Changes | None
    waits: Mapping[tuple[FactRef, Verdict], Wait]

    def wait(self, step: Step, goal: Goal) -> Wait | None:
        """When a step comes about by itself; None for a step that no waiting brings."""
        return self.waits.get((step.fact, goal.verdict))

    def day(self, change: Change, goal: Goal) -> date | None:
        """The day on which all is reached that time has to bring; None if there is nothing or no day."""
        waits = [self.wait(step, goal) for step in change.of(ChangeKind.TIME)]
        days = [wait.day for wait in waits if wait is not None and wait.day is not None]
        return max(days) if days and len(days) == len(waits) else None


@dataclass(frozen=True, slots=True)
class CaseChanges:
    """What would have to change, for each title that is not at its cap, in the order of the assessment."""

    on: date
    law_checked_on: date
    pack_id: str
    titles: tuple[TitleChanges, ...]


def counterfactual(
    reference: Reference,
    case: CaseFile,
    on: date,
    *,
    title: str | None = None,
    decision: DecisionKind | None = None,
    applied_on: date | None = None,
) -> CaseChanges:
    """What would have to change for one title, or for every title that is not at its cap.

    Raises Problem for a title the pack does not have, NotCovered for a day it does not cover.
    """
    found = assess(reference, case, on, title=title, decision=decision, applied_on=applied_on)
    trial = _Trial(reference, case, on, applied_on)
    told = (trial.title(result) for result in found.titles)
    kept = tuple(each for each in told if title is not None or _below_cap(each))
    return CaseChanges(on, found.law_checked_on, found.pack_id, kept)


def changes_of(
    reference: Reference, case: CaseFile, result: TitleResult, on: date, applied_on: date | None = None
) -> TitleChanges:
    """What would have to change for a title that is assessed already."""
    return _Trial(reference, case, on, applied_on).title(result)


def _below_cap(each: TitleChanges) -> bool:
    return each.changes is not None and each.changes.now < each.changes.cap


class _Trial:
    """One case on one day, and what it would be with other answers or on other days."""

    def __init__(self, reference: Reference, case: CaseFile, on: date, applied_on: date | None) -> None:
        self._pack, self._case, self._on, self._applied_on = reference.pack, case, on, applied_on
        self._day = CaseDay(self._pack, case, on)
        self._later: dict[date, CaseDay] = {}

    def title(self, result: TitleResult) -> TitleChanges:
        """What would have to change for this title."""
        version = result.version
        examination = version.examination(result.decision_kind) if version is not None else None
        if examination is None:
            return TitleChanges(result, None, MappingProxyType({}))
        facts = self._facts(self._day, result)
        found = changes(examination, facts, self._pack.vocabulary)
        found = replace(
            found,
            best=self._confirmed(found.best, result, examination),
            not_no=self._confirmed(found.not_no, result, examination),
        )
        return TitleChanges(result, found, MappingProxyType(dict(self._waits(found, result))))

    def _facts(self, day: CaseDay, result: TitleResult) -> CaseFacts:
        return day.facts(result.norm.id, result.decision_kind, self._applied_on)

    # On the case itself

    def _confirmed(self, goal: Goal | None, result: TitleResult, examination: Examination) -> Goal | None:
        """The goal with the first sets that lead to its verdict on the case itself; None if none does."""
        if goal is None:
            return None
        kept: list[Change] = []
        left = len(goal.changes)
        for change in goal.changes:
            if len(kept) == MOST_SHOWN:
                break
            left -= 1
            if self._leads_there(change, goal.verdict, result, examination):
                kept.append(change)
        return replace(goal, changes=tuple(kept), more=goal.more + left) if kept else None

    def _leads_there(
        self, change: Change, verdict: Verdict, result: TitleResult, examination: Examination
    ) -> bool:
        answered = [step for step in change.steps if not self._derived(step)]
        if not answered:
            return True  # only derived facts: that is what `changes` has evaluated already
        case = self._case
        for step in answered:
            case = self._with(case, step)
        rest = {step.fact: step.then for step in change.steps if self._derived(step)}
        facts = Supposed(self._facts(CaseDay(self._pack, case, self._on), result), rest)
        return settle(examination.whole, facts, examination.splits) >= verdict

    def _derived(self, step: Step) -> bool:
        return self._pack.vocabulary[step.fact[0]].kind is FactKind.DERIVED

    def _with(self, case: CaseFile, step: Step) -> CaseFile:
        """The case with the answer or the judgement of a step."""
        name, _ = step.fact
        if self._pack.vocabulary[name].kind is FactKind.INPUT:
            return case.with_fact(name, Answer(step.then.value, by="?", on=self._on))
        value = Ternary.YES if step.then.value else Ternary.NO
        return case.with_judgement(name, Judgement(value, by="?", on=self._on, reason="?"))

    # What time brings

    def _waits(self, found: Changes, result: TitleResult) -> Iterator[tuple[tuple[FactRef, Verdict], Wait]]:
        goals = [goal for goal in (found.best, found.not_no) if goal is not None]
        for goal in goals:
            for step in {step.fact: step for step in _steps(goal) if step.kind is ChangeKind.TIME}.values():
                yield (step.fact, goal.verdict), self._wait(step, goal.verdict, result)

    def _wait(self, step: Step, verdict: Verdict, result: TitleResult) -> Wait:
        until = result.version.in_force.until if result.version is not None else None
        complete = _complete_on(step, self._on)
        if complete is None:
            day = self._first_day(step, verdict, result)
            return Wait(day, other_law=day is not None and until is not None and day >= until)
        other_law = until is not None and complete >= until
        as_recorded = self._reached(step, verdict, result, complete) and not self._reached(
            step, verdict, result, complete - _ONE_DAY
        )
        return Wait(complete, not as_recorded, other_law)

    def _first_day(self, step: Step, verdict: Verdict, result: TitleResult) -> date | None:
        """The first day on which it is reached with the case as recorded. What time brings stays."""
        before = self._on
        for years in _YEARS_AHEAD:
            after = add_months(self._on, 12 * years)
            if self._reached(step, verdict, result, after):
                while (after - before).days > 1:
                    middle = before + (after - before) // 2
                    if self._reached(step, verdict, result, middle):
                        after = middle
                    else:
                        before = middle
                return after
            before = after
        return None

    def _reached(self, step: Step, verdict: Verdict, result: TitleResult, day: date) -> bool:
        later = self._later.setdefault(day, CaseDay(self._pack, self._case, day))
        facts = self._facts(later, result)
        return all(facts.leaf(leaf) >= verdict for leaf in step.leaves)


def _steps(goal: Goal) -> Iterable[Step]:
    return (step for change in goal.changes for step in change.steps)


def _complete_on(step: Step, on: date) -> date | None:
    """The day on which a running time is complete if it runs on from today; None for anything else."""
    now = step.now.value.safe if isinstance(step.now.value, Band) else step.now.value
    if not isinstance(now, Duration) or not isinstance(step.then.value, Duration):
        return None
    began = add_months(on, -now.months) - timedelta(now.days)
    complete = completed_on(began, step.then.value.months) + timedelta(step.then.value.days)
    return max(complete, on + _ONE_DAY)
