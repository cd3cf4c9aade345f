"""The years ahead as the strip shows them: how each title that changes stands, from when to when. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.cases.periods import ONE_DAY
from desktop.texts import Texts, mark

if TYPE_CHECKING:
    from desktop.rules.forecast import Change, State, TitleForecast
    from desktop.services.forecast import CaseForecast
    from desktop.services.words.names import LawNames
    from desktop.services.words.turns import TurnWords


@dataclass(frozen=True, slots=True)
class Stretch:
    """How a title stands from `start` (inclusive) to `end` (exclusive); `verdict` may be empty."""

    start: date
    end: date
    verdict: str


@dataclass(frozen=True, slots=True)
class Row:
    """One title over the years. `said` has a sentence for each change."""

    title: str
    stretches: tuple[Stretch, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """The strip: both days inclusive; the titles in the order in which they change first."""

    on: date
    until: date
    rows: tuple[Row, ...]
    rests_on: str

    def place(self, day: date) -> float:
        """Where a day lies, 0 at the left end and 1 at the right one."""
        return min(1.0, max(0.0, (day - self.on).days / max(1, (self.until - self.on).days)))

    def years(self) -> Iterator[date]:
        """Every first of January in between."""
        for year in range(self.on.year + 1, self.until.year + 1):
            yield date(year, 1, 1)


def ahead(found: CaseForecast, words: TurnWords, names: LawNames, texts: Texts) -> Ahead:
    """What the strip shows: only titles that come into question, change or are lost."""
    from desktop.services.forecast import ASSUMPTION, RUNS_OUT

    rows = sorted(_rows(found, words, names, texts), key=lambda row: row.stretches[0].end)
    rests_on = [texts(ASSUMPTION)]
    if found.runs_out:
        papers = "; ".join(words.paper(each) for each in found.runs_out)
        rests_on.append(texts(RUNS_OUT, papers=papers))
    return Ahead(found.on, found.until, tuple(rows), " ".join(rests_on))


def _rows(found: CaseForecast, words: TurnWords, names: LawNames, texts: Texts) -> Iterator[Row]:
    for title in found.forecast.titles:
        changes = [change for change in title.changes if _matters(change)]
        if not changes:
            continue
        name = names.title_short(title.norm.id)
        said = tuple(_sentence(change, name, words, texts) for change in changes)
        yield Row(name, tuple(_stretches(title, found.on, found.until + ONE_DAY)), said)


def _matters(change: Change) -> bool:
    """Whether a verdict rises to, changes above or falls from what a person could follow up."""
    from desktop.rules.verdict import Verdict

    before, after = change.before.verdict, change.after.verdict
    reached = [each for each in (before, after) if each is not None]
    return before is not after and any(each >= Verdict.NEEDS_ASSESSMENT for each in reached)


def _stretches(title: TitleForecast, on: date, end: date) -> Iterator[Stretch]:
    start, state = on, title.now
    for change in title.changes:
        if change.after.verdict is not state.verdict:
            yield Stretch(start, change.day, _verdict(state))
            start = change.day
        state = change.after
    yield Stretch(start, end, _verdict(state))


def _verdict(state: State) -> str:
    return state.verdict.value if state.verdict is not None else ""


def _sentence(change: Change, name: str, words: TurnWords, texts: Texts) -> str:
    """From 01.12.2026 § 25b Abs. 1: soll erteilt werden (bis dahin ...), and the conditions that turn."""
    head = texts(
        mark("from {day} {title}: {after} (until then: {before})"),
        day=texts.day(change.day),
        title=name,
        after=words.state(change.after),
        before=words.state(change.before),
    )
    turned = "; ".join(_short(words, change))
    last = ""
    if change.worse:
        last = texts(mark("The last day before that is {day}."), day=texts.day(change.day - ONE_DAY))
    return " · ".join(filter(None, (head, turned, words.law(change), last)))


def _short(words: TurnWords, change: Change) -> Iterable[str]:
    from desktop.services.words.turns import turns_of

    shown = [f"{words.condition(turn)}: {words.from_to(turn)}" for turn in turns_of(change)]
    return list(dict.fromkeys(shown))[:3]
