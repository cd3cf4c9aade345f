"""What would have to change, for a person at a terminal and as data for other programs.

Keys of the data are added, never renamed:

    on, law_checked_on, pack     the day, the day until which the law was checked, the rule pack
    titles                       per title: id, cite, decision_kind, verdict (now), cap (the best it can
                                 carry), best, not_no, fixed

    best, not_no                 the best verdict that can be reached, and the nearest way out of a no; or
                                 null: verdict, text, changes (the smallest sets first), more (sets not
                                 listed), cut (true: the search was bounded)
    changes                      verdict, day (on which all is there that time brings, or null), steps
    steps, fixed                 fact, of, kind (turns_out, client, person, time, authority, law, other,
                                 never), text, cite, leaves (ids of the conditions), now (in words), day,
                                 if_continued
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.rules.alternatives import ChangeKind
from desktop.rules.changes import Change, Goal, Step
from desktop.texts import Texts, mark

from .counterfactual import CaseChanges, TitleChanges, Wait
from .reference import Reference
from .words.changes import NO_PROMISE, ChangeWords
from .words.lines import wrapped

SETS = 3
"""How many sets of changes a terminal shows for one verdict."""


def as_text(reference: Reference, found: CaseChanges, texts: Texts) -> str:
    """Every title with the smallest changes that lead further."""
    return "\n".join(_List(reference, found, texts).lines())


def as_data(reference: Reference, found: CaseChanges, texts: Texts) -> dict[str, Any]:
    """The same as plain data; texts are in the language of `texts`."""
    words = ChangeWords(reference.pack, texts)
    return {
        "on": found.on.isoformat(),
        "law_checked_on": found.law_checked_on.isoformat(),
        "pack": found.pack_id,
        "titles": [_title(title, words) for title in found.titles],
    }


class _List:
    def __init__(self, reference: Reference, found: CaseChanges, texts: Texts) -> None:
        self._found, self._texts = found, texts
        self._words = ChangeWords(reference.pack, texts)

    def lines(self) -> Iterator[str]:
        yield self._texts(
            mark("What would have to change, on {day}; law as of {law}."),
            day=self._texts.day(self._found.on),
            law=self._texts.day(self._found.law_checked_on),
        )
        yield from wrapped(self._texts(NO_PROMISE))
        if not self._found.titles:
            yield ""
            yield from wrapped(self._texts(mark("Every title has reached the best it can come to.")))
        for title in self._found.titles:
            yield ""
            yield from self._title(title)

    def _title(self, title: TitleChanges) -> Iterator[str]:
        words, result = self._words, title.result
        head = f"{words.findings.title(result)} [{result.norm.id}]"
        if title.changes is None:
            yield from wrapped(head)
            yield from wrapped(words.findings.sentence(result), 2)
            return
        yield from wrapped(f"{words.findings.verdict(result.verdict).upper()}: {head}")
        yield from wrapped(words.findings.sentence(result), 2)
        if words.nothing(title.changes):
            yield from wrapped(words.nothing(title.changes), 2)
        for goal in (title.changes.not_no, title.changes.best):
            if goal is not None:
                yield from self._goal(title, goal)
        if title.changes.fixed:
            yield "  " + words.kind(ChangeKind.NEVER)
            for step in title.changes.fixed:
                yield from self._step(step, None)

    def _goal(self, title: TitleChanges, goal: Goal) -> Iterator[str]:
        shown = goal.changes[:SETS]
        for number, change in enumerate(shown, 1):
            head = self._words.goal(goal)
            if len(shown) > 1:
                head = self._texts(
                    mark("{goal}, way {number} of {count}"), goal=head, number=number, count=len(shown)
                )
            day = self._words.day(title, change, goal)
            yield from wrapped(f"{head}, {day}" if day else head, 2, "→")
            yield from self._change(title, change, goal)
        rest = len(goal.changes) - len(shown)
        told = self._words.bounded(goal) if goal.cut or goal.more + rest else ""
        if rest and not goal.cut:
            one, many = mark("{count} further way leads there."), mark("{count} further ways lead there.")
            told = self._texts.plural(one, many, goal.more + rest)
        if told:
            yield from wrapped(told, 4)

    def _change(self, title: TitleChanges, change: Change, goal: Goal) -> Iterator[str]:
        for kind in ChangeKind:
            steps = change.of(kind)
            if steps:
                yield "    " + self._words.kind(kind)
            for step in steps:
                yield from self._step(step, title.wait(step, goal))

    def _step(self, step: Step, wait: Wait | None) -> Iterator[str]:
        yield from wrapped(f"{self._words.step(step, wait)} [{self._words.cites(step)}]", 6, "·")


def _title(title: TitleChanges, words: ChangeWords) -> dict[str, Any]:
    result, found = title.result, title.changes
    return {
        "id": result.norm.id,
        "cite": result.norm.cite,
        "decision_kind": result.decision_kind.value,
        "verdict": result.verdict.value if result.verdict else None,
        "cap": found.cap.value if found else None,
        "best": _goal(title, found.best, words) if found and found.best else None,
        "not_no": _goal(title, found.not_no, words) if found and found.not_no else None,
        "fixed": [_step(step, None, words) for step in found.fixed] if found else [],
    }


def _goal(title: TitleChanges, goal: Goal, words: ChangeWords) -> dict[str, Any]:
    return {
        "verdict": goal.verdict.value,
        "text": words.goal(goal),
        "changes": [_change(title, goal, change, words) for change in goal.changes],
        "more": goal.more,
        "cut": goal.cut,
    }


def _change(title: TitleChanges, goal: Goal, change: Change, words: ChangeWords) -> dict[str, Any]:
    day = title.day(change, goal)
    return {
        "verdict": change.verdict.value,
        "day": day.isoformat() if day else None,
        "steps": [_step(step, title.wait(step, goal), words) for step in change.steps],
    }


def _step(step: Step, wait: Wait | None, words: ChangeWords) -> dict[str, Any]:
    return {
        "fact": step.fact[0],
        "of": step.fact[1],
        "kind": step.kind.value,
        "text": words.step(step),
        "cite": words.cites(step),
        "leaves": [leaf.id for leaf in step.leaves],
        "now": words.now(step),
        "day": wait.day.isoformat() if wait and wait.day else None,
        "if_continued": wait.if_continued if wait else False,
    }
