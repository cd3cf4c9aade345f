"""The same as a forecast, the slow way: every title is evaluated anew on every single day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from operator import itemgetter

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.rules.assess import examined
from desktop.rules.facts.view import CaseDay
from desktop.rules.forecast import Forecast, State
from desktop.rules.norms import Norm
from desktop.rules.verdict import Truth
from desktop.services.assessment import decision_kinds
from desktop.services.reference import Reference

Truths = dict[str, Truth]


def every_day(first: date, last: date) -> Iterator[date]:
    """Both ends inclusive."""
    for number in range((last - first).days + 1):
        yield first + timedelta(number)


class Day:
    """One case on one day, from nothing but that day."""

    def __init__(self, reference: Reference, case: CaseFile, on: date) -> None:
        self._day, self.on = CaseDay(reference.pack, case, on), on
        self._kinds = decision_kinds(reference, case, on)

    def state(self, norm: Norm) -> State:
        """What a title comes to."""
        kind = norm.decision(self._kinds[norm.id])
        try:
            version = norm.version(self.on)
            examination = version.examination(kind)
            if examination is None:
                return State(kind, version, None, None, ())
            best = examined(examination, self._day.facts(norm.id, kind))[0][0]
        except Problem as reason:
            return State(kind, None, None, None, (), reason)
        return State(kind, version, best.verdict, best.route, tuple(best.reasons()))

    def truths(self, norm: Norm) -> Truths:
        """What is known of each condition of a title."""
        kind = norm.decision(self._kinds[norm.id])
        try:
            examination = norm.version(self.on).examination(kind)
            if examination is None:
                return {}
            facts = self._day.facts(norm.id, kind)
            return {leaf.key: facts.tested(leaf.probe)[0] for leaf in examination.leaves}
        except Problem:
            return {}


def differences(
    reference: Reference, case: CaseFile, forecast: Forecast, days: Iterable[date]
) -> list[tuple[date, str, str]]:
    """Where a forecast says something else than the day itself: of a title or of one of its conditions.

    The conditions of the first day are taken as they are; what the forecast says of later ones is which turn.
    The titles as a whole are compared on every day on which one of them changes, the day before it, and on
    every seventh of the others.
    """
    found: list[tuple[date, str, str]] = []
    first = Day(reference, case, forecast.on)
    told = {title.norm.id: first.truths(title.norm) for title in forecast.titles}
    turning = [(each.day, title.norm.id, each.turns) for title in forecast.titles for each in title.turning]
    turning.sort(key=itemgetter(0))
    changing = {change.day for _, change in forecast.changes()}
    changing |= {each - timedelta(1) for each in changing}
    for number, day in enumerate(sorted(days)):
        while turning and turning[0][0] <= day:
            _, norm_id, turns = turning.pop(0)
            for turn in turns:
                if turn.after is None or turn.after.truth is None:
                    told[norm_id].pop(turn.leaf.key)
                else:
                    told[norm_id][turn.leaf.key] = turn.after.truth
        seen = Day(reference, case, day)
        for title in forecast.titles:
            norm = title.norm
            truths, claimed = seen.truths(norm), told[norm.id]
            if truths != claimed:
                keys = sorted(truths.keys() | claimed.keys())
                found += [(day, norm.id, key) for key in keys if truths.get(key) != claimed.get(key)]
            if (day in changing or number % 7 == 0) and not title.on(day).same_as(seen.state(norm)):
                found.append((day, norm.id, "state"))
    return found


def days_to_look_at(forecast: Forecast, between: int, offset: int) -> set[date]:
    """The first and last day, the days around every day on which anything turns, and every so manieth."""
    days = {forecast.on, forecast.until}
    for title in forecast.titles:
        for day in [each.day for each in title.turning] + [each.day for each in title.changes]:
            days |= {day - timedelta(1), day, day + timedelta(1)}
    days |= set(list(every_day(forecast.on, forecast.until))[offset % between :: between])
    return {day for day in days if forecast.on <= day <= forecast.until}
