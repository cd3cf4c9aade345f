"""Powers and releases that end: planned dates; a release never lasts longer than twelve months."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.agenda import Entry, EntryKind, Rest
from desktop.cases.declarations import Power, Release
from desktop.deadlines.declared import last_day
from desktop.deadlines.duedates import Nature, Urgency
from desktop.deadlines.schedule import key
from tests.deadlines.making import ENGLISH, JENA, LAW, TODAY, case, kinds, only, said, schedule

RELEASE = Release("Dr. Beispiel", "Beratungsstelle", date(2026, 3, 1))
POWER = Power("abh", date(2026, 1, 2), valid_until=date(2026, 12, 1))


def holding(*declarations, **more):
    return replace(case(), declarations=declarations, **more)


@pytest.mark.parametrize(
    ("until", "day"),
    [
        (None, date(2027, 2, 28)),
        (date(2027, 2, 27), date(2027, 2, 27)),
        (date(2027, 2, 28), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2027, 2, 28)),
    ],
)
def test_a_release_ends_after_twelve_months_at_the_latest(until, day):
    release = replace(RELEASE, valid_until=until)
    assert last_day(release) == day
    due = only("release_end", holding(release))
    assert (due.day, due.nature, due.cite, due.safe_day) == (day, Nature.PLAN, "", None)
    assert ("Last day as recorded" in said(due.derivation)) is (until == day)
    assert "no period set by law" in said(due.notes)
    assert due.name.show(ENGLISH) == "Release from confidentiality ends"  # a cover names nobody
    assert "Dr. Beispiel towards Beratungsstelle." in said(due.derivation)


def test_a_power_ends_with_its_last_day_and_is_looked_at_two_weeks_before():
    due = only("power_end", holding(POWER))
    assert (due.day, due.start_on) == (date(2026, 12, 1), date(2026, 11, 17))
    assert due.urgency(TODAY) is Urgency.SOON
    assert due.urgency(date(2026, 11, 16)) is Urgency.LATER
    assert due.urgency(date(2026, 12, 2)) is Urgency.OVERDUE


@pytest.mark.parametrize(
    "declaration",
    [
        replace(POWER, valid_until=None),
        replace(POWER, revoked_on=date(2026, 11, 1)),
        replace(POWER, valid_until=TODAY - timedelta(days=366)),
        replace(RELEASE, withdrawn_on=date(2026, 11, 1)),
    ],
)
def test_what_has_no_end_or_ended_otherwise_brings_no_date(declaration):
    assert kinds(holding(declaration)) == []


def test_with_the_case_every_release_has_ended_but_a_rest_ends_none():
    closed = Rest("Fertig", "mk", TODAY)
    assert kinds(holding(RELEASE, rest=closed)) == []
    assert kinds(holding(RELEASE, rest=replace(closed, until=TODAY))) == ["release_end"]


def test_two_that_end_on_one_day_are_marked_as_done_apart():
    file = holding(RELEASE, replace(RELEASE, released="Schule"))
    first, second = (each for each in _all(file))
    assert key(first) != key(second)
    done = Entry("e1", EntryKind.FOLLOW_UP, first.day, source=key(first), done_by="mk", done_on=TODAY)
    settled = [each.settled for each in _all(replace(file, entries=(done,)))]
    assert sorted(settled) == [False, True]


def _all(file):
    return [each for each in schedule(file, TODAY, JENA, LAW) if each.kind == "release_end"]
