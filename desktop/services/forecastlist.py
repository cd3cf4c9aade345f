"""A forecast as data and as text.

`as_data` is a promise to other programs; keys are added, never renamed. Days are ISO and inclusive.

    on, until     first and last day
    law_checked_on, pack
    assumption    what every later day is read on, in words
    runs_out      papers that run out until then: status, name, last_day
    titles        in the order of the pack:
      id, cite
      now         verdict (null: only held, or not covered), decision_kind, route, not_covered (why, or null)
      changes     day: the first day on which it stands otherwise
        kind      coverage | verdict | decision | route | reasons
        verdict, decision_kind, route, not_covered    each with before and after
        better, worse, new_law
        conditions                       as below, those that decided
      turning     day and conditions: every day on which a condition turns, the verdict changing or not
        id, cite, fact, text, before, after (met .. not_required; null: not in the text of that day)
        causes    kind (begins | ends | day | term_reached | birthday | law), input
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.rules.conditions import Finding
from desktop.rules.forecast import Change, ChangeKind, State, TitleForecast, Turn, Turning
from desktop.rules.standing import standing_of
from desktop.rules.timelines import ONE_DAY
from desktop.rules.verdict import Verdict
from desktop.texts import Texts, mark

from .forecast import ASSUMPTION, RUNS_OUT, CaseForecast
from .reference import Reference
from .words.lines import wrapped
from .words.turns import TurnWords, turns_of


def as_data(reference: Reference, found: CaseForecast, texts: Texts) -> dict[str, Any]:
    """The forecast as plain data; texts are in the language of `texts`."""
    words = TurnWords(reference.pack, texts)
    return {
        "on": found.on.isoformat(),
        "until": found.until.isoformat(),
        "law_checked_on": found.forecast.law_checked_on.isoformat(),
        "pack": found.forecast.pack_id,
        "assumption": texts(ASSUMPTION),
        "runs_out": [
            {
                "status": each.status.status_code,
                "name": words.paper(each),
                "last_day": each.last_day.isoformat(),
            }
            for each in found.runs_out
        ],
        "titles": [_title(title, words) for title in found.forecast.titles],
    }


def _title(title: TitleForecast, words: TurnWords) -> dict[str, Any]:
    return {
        "id": title.norm.id,
        "cite": title.norm.cite,
        "now": state_data(title.now, words.texts),
        "changes": [_change(change, words) for change in title.changes],
        "turning": [
            {"day": each.day.isoformat(), "conditions": [turn_data(turn, words) for turn in each.turns]}
            for each in title.turning
        ],
    }


def _change(change: Change, words: TurnWords) -> dict[str, Any]:
    before, after = (state_data(state, words.texts) for state in (change.before, change.after))
    return {
        "day": change.day.isoformat(),
        "kind": change.kind.value,
        **{key: {"before": before[key], "after": after[key]} for key in before},
        "better": change.better,
        "worse": change.worse,
        "new_law": change.new_law,
        "conditions": [turn_data(turn, words) for turn in change.turns],
    }


def state_data(state: State, texts: Texts) -> dict[str, Any]:
    """How a title stands, as plain data."""
    return {
        "verdict": state.verdict.value if state.verdict is not None else None,
        "decision_kind": state.decision_kind.value,
        "route": state.route.id if state.route is not None else None,
        "not_covered": texts.problem(state.not_covered) if state.not_covered is not None else None,
    }


def turn_data(turn: Turn, words: TurnWords) -> dict[str, Any]:
    """One condition that turns, as plain data."""
    return {
        "id": turn.leaf.id,
        "cite": turn.leaf.cite,
        "fact": turn.leaf.fact,
        "text": words.condition(turn),
        "before": _standing(turn.before),
        "after": _standing(turn.after),
        "causes": [{"kind": each.happening.value, "input": each.input_id or None} for each in turn.origins],
    }


def _standing(finding: Finding | None) -> str | None:
    return None if finding is None else standing_of(finding).value


def as_text(reference: Reference, found: CaseForecast, texts: Texts) -> str:
    """The forecast for a person at a terminal: of every title what changes when, and what turns meanwhile."""
    return "\n".join(_Report(reference, found, texts).lines())


class _Report:
    def __init__(self, reference: Reference, found: CaseForecast, texts: Texts) -> None:
        self._found, self._texts = found, texts
        self._words = TurnWords(reference.pack, texts)
        self._alone = len(found.forecast.titles) == 1

    def lines(self) -> Iterator[str]:
        texts, found = self._texts, self._found
        yield texts(
            mark("Forecast from {first} to {last}; law as of {law}."),
            first=texts.day(found.on),
            last=texts.day(found.until),
            law=texts.day(found.forecast.law_checked_on),
        )
        yield from wrapped(texts(ASSUMPTION))
        if found.runs_out:
            papers = "; ".join(self._words.paper(each) for each in found.runs_out)
            yield from wrapped(texts(RUNS_OUT, papers=papers))
        still = []
        for title in found.forecast.titles:
            told = list(self._told(title))
            if told or self._alone:
                yield ""
                yield from wrapped(self._head(title))
                now = texts(mark("on the first day: {verdict}"), verdict=self._words.state(title.now))
                yield from wrapped(now if told else f"{now}. {texts(NO_CHANGE)}", 2)
                yield from told
            else:
                still.append(title)
        if still:
            yield ""
            yield texts(NO_CHANGE)
        for title in still:
            yield from wrapped(f"{self._head(title)}: {self._words.state(title.now)}", 2)

    def _head(self, title: TitleForecast) -> str:
        return f"{title.norm.cite} {self._texts.pick(title.norm.title)} [{title.norm.id}]"

    def _told(self, title: TitleForecast) -> Iterator[str]:
        """The changes, and of conditions that turn meanwhile the times; all of them for a single title."""
        changes = {change.day: change for change in title.changes if change.kind is not ChangeKind.REASONS}
        turning = {each.day: each for each in title.turning}
        for day in sorted({*changes, *turning}):
            if day in changes:
                yield from self._change(changes[day])
            else:
                yield from self._meanwhile(title, turning[day])

    def _change(self, change: Change) -> Iterator[str]:
        texts, words = self._texts, self._words
        head = texts(
            mark("{day}: {after} (until then: {before})"),
            day=texts.day(change.day),
            after=words.state(change.after).upper(),
            before=words.state(change.before),
        )
        yield from wrapped(head, 2)
        if change.worse:
            last = texts.day(change.day - ONE_DAY)
            yield from wrapped(texts(mark("The last day before that is {day}."), day=last), 6, "!")
        if change.kind is ChangeKind.DECISION:
            yield from wrapped(texts(mark("From this day another decision is asked for.")), 6, "·")
        law = words.law(change)
        if law:
            yield from wrapped(law, 6, "§")
        for line in words.lines(turns_of(change)):
            yield from wrapped(line, 6, "·")

    def _meanwhile(self, title: TitleForecast, turning: Turning) -> Iterator[str]:
        turns = [turn for turn in turning.turns if turn.before is not None and turn.after is not None]
        if not self._alone:
            closed = title.on(turning.day).verdict in (None, Verdict.NOT_AVAILABLE)
            turns = [] if closed else [turn for turn in turns if turn.leaf.test.ordered]
        said = list(self._words.lines(turns))
        if said:
            day = self._texts.day(turning.day)
            yield from wrapped(self._texts(mark("{day}: the result stays as it is, but"), day=day), 2)
        for line in said:
            yield from wrapped(line, 6, "·")


NO_CHANGE = mark("No change in this time.")
