"""What turns in a forecast, in words: which condition, how it stood and stands, what happens on the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from desktop.rules.conditions import Finding
from desktop.rules.facts.changepoints import Happening, Origin, RunningOut
from desktop.rules.forecast import Change, State, Turn
from desktop.rules.packs import Pack
from desktop.rules.standing import standing_of
from desktop.rules.vocabulary import FactType
from desktop.rules.words import BAR_WORDS, NOT_COVERED, STANDING_WORDS
from desktop.texts import Texts, mark

from .findings import FindingWords
from .names import LawNames

HAPPENING_WORDS: Mapping[Happening, str] = {
    Happening.BEGINS: mark("{input}: an entry begins"),
    Happening.ENDS: mark("{input}: an entry ends"),
    Happening.DAY: mark("{input}: a recorded day"),
    Happening.TERM_REACHED: mark("{input}: a period set by law is over"),
    Happening.BIRTHDAY: mark("{input}: an age is reached"),
    Happening.LAW: mark("a day set by law"),
}
TIME_GROWN = mark("the time is complete")
AGE_REACHED = mark("the age is reached")
ONLY_HELD = mark("held, not examined")


def turns_of(change: Change) -> tuple[Turn, ...]:
    """The turns to tell: another decision asks for other conditions, then only of those both ask for."""
    if change.before.decision_kind is change.after.decision_kind:
        return change.turns
    return tuple(turn for turn in change.turns if turn.before is not None and turn.after is not None)


class TurnWords:
    """Says what turns, for one rule pack in one language."""

    def __init__(self, pack: Pack, texts: Texts) -> None:
        self.pack, self.texts = pack, texts
        self.findings = FindingWords(pack, texts)
        self._names = LawNames(pack, texts)

    def state(self, state: State) -> str:
        """The verdict, or why there is none."""
        if state.not_covered is not None:
            return self.texts(NOT_COVERED)
        return self.texts(ONLY_HELD) if state.verdict is None else self.findings.verdict(state.verdict)

    def condition(self, turn: Turn) -> str:
        """The condition in the pack's words."""
        return self.texts.pick(turn.leaf.label).rstrip(".")

    def from_to(self, turn: Turn) -> str:
        """How it stood until the day and stands from it on: “met (until then: not met)”."""
        before, after = self._standing(turn.before), self._standing(turn.after)
        if turn.before is None:
            return self.texts(mark("{after} (new in the law)"), after=after)
        if turn.after is None:
            return self.texts(mark("no longer asked for by the law (until then: {before})"), before=before)
        return self.texts(mark("{after} (until then: {before})"), after=after, before=before)

    def causes(self, turn: Turn) -> str:
        """What happens on the day; empty if nothing recorded tells."""
        if turn.before is None or turn.after is None:
            return ""
        if turn.origins:
            return "; ".join(dict.fromkeys(self._cause(origin) for origin in turn.origins))
        if not turn.leaf.test.ordered:
            return ""
        fact = self.pack.vocabulary[turn.leaf.fact]
        if fact.type is FactType.MONTHS:
            return self.texts(TIME_GROWN)
        return self.texts(AGE_REACHED) if fact.unit == "years" else ""

    def lines(self, turns: Iterable[Turn]) -> Iterator[str]:
        """One sentence for each condition that stands otherwise, with its section."""
        for turn in turns:
            if self._standing(turn.before) != self._standing(turn.after):
                causes = self.causes(turn)
                tail = f"; {causes}" if causes else ""
                yield f"{self.condition(turn)}: {self.from_to(turn)}{tail} [{turn.leaf.cite}]"

    def law(self, change: Change) -> str:
        """What the pack says about the text that begins on the day; empty if none does."""
        version = change.after.version
        if not change.new_law or version is None:
            return ""
        said = self.texts(mark("Another text of {cite} applies from this day."), cite=version.cite)
        note = self.texts.pick(version.note) if version.note is not None else ""
        return f"{said} {note}".strip()

    def paper(self, paper: RunningOut) -> str:
        """A paper with its last day: § 104c (31.12.2026)."""
        return f"{self._names.paper_of(paper.status)} ({self.texts.day(paper.last_day)})"

    def _cause(self, origin: Origin) -> str:
        fact = self.pack.vocabulary.get(origin.input_id)
        label = self.texts.pick(fact.label) if fact is not None else ""
        return self.texts(HAPPENING_WORDS[origin.happening], input=label)

    def _standing(self, finding: Finding | None) -> str:
        if finding is None:
            return ""
        bar = finding.leaf.cls.is_bar
        return self.texts((BAR_WORDS if bar else STANDING_WORDS)[standing_of(finding)])
