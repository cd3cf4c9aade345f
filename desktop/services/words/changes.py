"""Changes in words: what would have to be different, who can do something about it, and by when."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.rules.alternatives import ChangeKind
from desktop.rules.changes import Change, Changes, Goal, Step
from desktop.rules.conditions import Leaf
from desktop.rules.packs import Pack
from desktop.rules.verdict import Verdict
from desktop.texts import Texts, mark

from ..counterfactual import TitleChanges, Wait
from .findings import FindingWords

KIND_WORDS: Mapping[ChangeKind, str] = {
    ChangeKind.TURNS_OUT: mark("If it turns out that:"),
    ChangeKind.CLIENT: mark("What the person can do:"),
    ChangeKind.PERSON: mark("What has to be assessed this way:"),
    ChangeKind.TIME: mark("What time brings:"),
    ChangeKind.AUTHORITY: mark("What an authority or a court has to decide:"),
    ChangeKind.LAW: mark("An open question of law, if it is decided this way:"),
    ChangeKind.OTHER: mark("What lies with other people or circumstances:"),
    ChangeKind.NEVER: mark("What cannot change:"),
}
NO_PROMISE = mark(
    "This is no promise: it says what the law asks for, as far as the answers are right; "
    "the authority decides."
)
NOTHING_HELPS = mark("No change that anybody could bring about leads further.")
AT_CAP = mark("More than this the title cannot come to.")


class ChangeWords:
    """Says changes of one rule pack in one language."""

    def __init__(self, pack: Pack, texts: Texts) -> None:
        self.pack, self.texts = pack, texts
        self.findings = FindingWords(pack, texts)

    def goal(self, goal: Goal) -> str:
        """What a set of changes leads to. Never a promise: the title "comes into question"."""
        if goal.verdict is Verdict.FACTS_MISSING:
            return self.texts(mark("No longer excluded, but facts are still missing"))
        if goal.verdict is Verdict.NEEDS_ASSESSMENT:
            return self.texts(mark("No longer excluded, but a person still has to assess"))
        verdict = self.findings.verdict(goal.verdict)
        return self.texts(mark("Comes into question: {verdict}"), verdict=verdict)

    def kind(self, kind: ChangeKind) -> str:
        """The heading over steps of one kind."""
        return self.texts(KIND_WORDS[kind])

    def step(self, step: Step, wait: Wait | None = None) -> str:
        """The conditions that a step meets, in the pack's words, and when time brings them.

        Of what cannot change it says how it stands.
        """
        says = self._stands if step.kind is ChangeKind.NEVER else self._condition
        said = "; ".join(says(leaf) for leaf in step.leaves)
        return f"{said} ({self.wait(wait)})" if wait is not None else said

    def cites(self, step: Step) -> str:
        """Where the conditions of a step stand in the law."""
        return "; ".join(dict.fromkeys(leaf.cite for leaf in step.leaves))

    def now(self, step: Step) -> str:
        """What is known today of the fact that would have to change; empty if nothing is."""
        return self.findings.value(step.fact[0], step.now)

    def wait(self, wait: Wait) -> str:
        """From when on."""
        if wait.day is None:
            return self.texts(mark("no day can be computed"))
        day = self.texts.day(wait.day)
        said = self.texts(mark("from {day}"), day=day)
        if wait.if_continued:
            said = self.texts(mark("from {day} at the earliest, if it goes on without interruption"), day=day)
        if wait.other_law:
            said += self.texts(mark("; by then another text of the law is in force"))
        return said

    def day(self, title: TitleChanges, change: Change, goal: Goal) -> str:
        """The earliest day for a whole set; empty if time has no part in it or no day is known."""
        day = title.day(change, goal)
        return self.texts(mark("not before {day}"), day=self.texts.day(day)) if day is not None else ""

    def nothing(self, found: Changes) -> str:
        """Why there is no better goal; empty if there is one."""
        if found.best is not None:
            return ""
        return self.texts(AT_CAP if found.now >= found.cap else NOTHING_HELPS)

    def bounded(self, goal: Goal) -> str:
        """Whether there are sets that are not shown; empty if there are none."""
        if goal.cut:
            return self.texts(mark("There are very many ways; not every one was looked at."))
        one, many = mark("{count} further way leads there."), mark("{count} further ways lead there.")
        return self.texts.plural(one, many, goal.more) if goal.more else ""

    def _condition(self, leaf: Leaf) -> str:
        label = self.texts.pick(leaf.label).rstrip(".")
        return self.texts(mark("does not apply: {bar}"), bar=label) if leaf.cls.is_bar else label

    def _stands(self, leaf: Leaf) -> str:
        label = self.texts.pick(leaf.label).rstrip(".")
        sentence = mark("applies: {condition}") if leaf.cls.is_bar else mark("not met: {condition}")
        return self.texts(sentence, condition=label)
