"""What would have to change for a title, as lines; found by a job when the title is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest
from desktop.ui.kit.outline.line import Line, group, section
from desktop.ui.kit.signs import Sign

if TYPE_CHECKING:
    from desktop.rules.changes import Change, Goal
    from desktop.rules.results import TitleResult
    from desktop.services.counterfactual import TitleChanges
    from desktop.services.words.changes import ChangeWords

_WAYS, _FEW = 3, 3
_SIGN = Sign("next", "accent", mark("change"))


class Changing:
    """Keeps what was found for the titles that are open, until the case or the day is another."""

    def __init__(self, context: CaseContext, found: Callable[[], None]) -> None:
        """`found` is called when there is something new to show."""
        self._context, self._found = context, found
        self._jobs = Latest(context.jobs)
        self._kept: dict[str, TitleChanges] = {}
        self._words: ChangeWords | None = None

    def forget(self) -> None:
        """The case or the day is another: nothing found so far holds any more."""
        self._jobs.cancel()
        self._kept.clear()

    def want(self, case: CaseFile, day: date, results: Sequence[TitleResult]) -> None:
        """Find what is not kept yet; a title without a verdict has nothing to change."""
        missing = [each for each in results if each.verdict is not None and each.norm.id not in self._kept]
        if missing:
            self._jobs.run(
                lambda: self._search(case, day, missing),
                done=self._take,
                failed=self._nothing,
            )

    def lines(self, result: TitleResult, key: str) -> Iterator[Line]:
        """The group of a title, a word that it is being looked for, or nothing if nothing can change."""
        if result.verdict is None:
            return
        heading = self._context.texts(mark("What would have to change"))
        kept = self._kept.get(result.norm.id)
        if kept is None:
            looking = self._context.texts(mark("being looked for …"))
            yield Line(f"{key} changes", f"{heading}: {looking}", _SIGN, level="group")
            return
        parts = tuple(self._ways(kept, f"{key} changes"))
        if parts:
            from desktop.services.words.changes import NO_PROMISE

            promise = self._context.texts(NO_PROMISE)
            yield Line(f"{key} changes", heading, _SIGN, detail=promise, parts=parts, level="group")

    def _search(
        self, case: CaseFile, day: date, results: Sequence[TitleResult]
    ) -> list[tuple[str, TitleChanges]]:
        from desktop.services.counterfactual import changes_of

        return [(each.norm.id, changes_of(self._context.reference, case, each, day)) for each in results]

    def _take(self, found: Sequence[tuple[str, TitleChanges]]) -> None:
        self._kept |= dict(found)
        self._found()

    def _nothing(self, _: Problem) -> None:
        """The verdicts stand without it; what is wrong is said where they are found."""

    # Words

    def _say(self) -> ChangeWords:
        if self._words is None:
            from desktop.services.words.changes import ChangeWords

            self._words = ChangeWords(self._context.reference.pack, self._context.texts)
        return self._words

    def _ways(self, title: TitleChanges, key: str) -> Iterator[Line]:
        found, words = title.changes, self._say()
        if found is None:
            return
        nothing = words.nothing(found)
        if nothing and (found.fixed or found.now < found.cap):
            yield Line(f"{key} nothing", nothing)
        for name, goal in (("not_no", found.not_no), ("best", found.best)):
            if goal is not None:
                yield from self._goal(title, goal, f"{key} {name}")
        if found.fixed:
            from desktop.rules.alternatives import ChangeKind

            heading = words.kind(ChangeKind.NEVER).rstrip(":")
            for number, step in enumerate(found.fixed):
                yield Line(
                    f"{key} fixed {number}", words.step(step), head=heading, cite=section(words.cites(step))
                )

    def _goal(self, title: TitleChanges, goal: Goal, key: str) -> Iterator[Line]:
        words, texts = self._say(), self._context.texts
        shown = goal.changes[:_WAYS]
        for number, change in enumerate(shown, 1):
            head = words.goal(goal)
            if len(shown) > 1:
                head = texts(
                    mark("{goal}, way {number} of {count}"), goal=head, number=number, count=len(shown)
                )
            yield Line(
                f"{key} {number}",
                head,
                detail=words.day(title, change, goal),
                parts=tuple(self._steps(title, change, goal, f"{key} {number}")),
                open=number == 1,
                level="group",
            )
        rest = len(goal.changes) - len(shown) + goal.more
        if goal.cut:
            yield Line(f"{key} more", words.bounded(goal))
        elif rest:
            one, many = mark("{count} further way leads there."), mark("{count} further ways lead there.")
            yield Line(f"{key} more", texts.plural(one, many, rest))

    def _steps(self, title: TitleChanges, change: Change, goal: Goal, key: str) -> Iterator[Line]:
        from desktop.rules.alternatives import ChangeKind

        words = self._say()
        for kind in ChangeKind:
            steps = tuple(
                Line(
                    f"{key} {kind.value} {number}",
                    words.step(step, title.wait(step, goal)),
                    cite=section(words.cites(step)),
                )
                for number, step in enumerate(change.of(kind))
            )
            if steps:
                heading = words.kind(kind).rstrip(":")
                found_out = kind is ChangeKind.TURNS_OUT and len(steps) > _FEW
                yield replace(group(f"{key} {kind.value}", heading, steps), open=not found_out)
