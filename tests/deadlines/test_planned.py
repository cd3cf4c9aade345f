"""What the office plans stands among the dates of the law, and says what was done about them."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from desktop import resources
from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.deadlines.authorities import read_authorities
from desktop.deadlines.duedates import Nature, Urgency
from desktop.deadlines.holidays import calendar_of
from desktop.deadlines.plans import PLANS, STEPS, days_of
from desktop.deadlines.schedule import key, schedule
from desktop.deadlines.time_law import read_time_law
from desktop.texts import Texts

TODAY = date(2026, 11, 24)
TEXTS = Texts("en", resources.path("i18n"))
LAW = read_time_law(resources.path("law", "de-2026-08"))
MUNICH = read_authorities(resources.path("authorities"))["core:muenchen"]
DULDUNG = StatusPeriod(
    "D60b",
    Period.on_paper(PartialDate.exactly(date(2026, 6, 27)), PartialDate.exactly(date(2026, 12, 26))),
)


def dates(*entries, history=()):
    facts = {"status_periods": Answer(tuple(history))} if history else {}
    case = CaseFile(Client("Test"), MappingProxyType(facts), entries=tuple(entries))
    return schedule(case, TODAY, MUNICH, LAW)


def entry(kind, day, **more):
    return Entry("e1", kind, date.fromisoformat(day), made_by="mk", made_on=TODAY, **more)


@pytest.mark.parametrize(
    ("kind", "nature"),
    [
        (EntryKind.DEADLINE, Nature.FILING),
        (EntryKind.FOLLOW_UP, Nature.PLAN),
        (EntryKind.APPOINTMENT, Nature.APPOINTMENT),
    ],
)
def test_the_three_kinds_of_entries_are_told_apart(kind, nature):
    (due,) = dates(entry(kind, "2026-12-26", what="Klage begründen"))
    assert (due.kind, due.nature, due.entry) == (kind.value, nature, "e1")
    assert due.name.show(TEXTS) == "Klage begründen"
    assert next(each.show(TEXTS) for each in due.derivation) == "Entered by mk on Tue 24 Nov 2026."


def test_only_a_deadline_has_a_safe_day():
    """26.12.2026 is a Saturday and a holiday, 24.12. no office is open: Wednesday the 23rd."""
    (deadline,) = dates(entry(EntryKind.DEADLINE, "2026-12-26"))
    (follow_up,) = dates(entry(EntryKind.FOLLOW_UP, "2026-12-26"))
    assert (deadline.safe_day, follow_up.safe_day) == (date(2026, 12, 23), None)
    assert deadline.urgency(date(2026, 12, 24)) is Urgency.URGENT
    assert follow_up.urgency(date(2026, 12, 26)) is Urgency.SOON
    assert follow_up.urgency(date(2026, 12, 27)) is Urgency.OVERDUE


def test_a_done_entry_stays_and_says_by_whom():
    done = entry(EntryKind.DEADLINE, "2026-12-01", done_by="ab", done_on=TODAY, done_how="per Fax")
    (due,) = dates(done)
    assert due.settled
    assert [each.show(TEXTS) for each in due.notes] == ["Done by ab on Tue 24 Nov 2026: per Fax"]


def test_a_date_of_the_law_is_settled_until_it_moves():
    (due,) = dates(history=[DULDUNG])
    assert due.kind == "duldung_cert"
    done = entry(EntryKind.DEADLINE, "2026-12-26", source=key(due), done_by="ab", done_on=TODAY)
    (settled,) = dates(done, history=[DULDUNG])
    assert settled.settled
    assert settled.entry == "e1"
    period = Period.on_paper(PartialDate.exactly(date(2026, 6, 27)), PartialDate.exactly(date(2026, 12, 27)))
    (moved,) = dates(done, history=[replace(DULDUNG, period=period)])
    assert not moved.settled


def test_a_second_person_may_check_a_date_without_settling_it():
    (due,) = dates(history=[DULDUNG])
    checked = entry(EntryKind.DEADLINE, "2026-12-26", source=key(due), confirmed_by="cd", confirmed_on=TODAY)
    (found,) = dates(checked, history=[DULDUNG])
    assert not found.settled
    assert "Checked by cd on Tue 24 Nov 2026." in [each.show(TEXTS) for each in found.notes]


def test_a_plan_falls_on_days_on_which_offices_are_open():
    """Filed on 10.12.2026: two weeks end on Christmas Eve, the next open day in Munich is the 28th."""
    place = calendar_of("DE-BY+assumption")
    steps = days_of(PLANS["application"], date(2026, 12, 10), place)
    assert [(step.code, day) for step, day in steps] == [
        ("receipt", date(2026, 12, 28)),
        ("progress", date(2027, 1, 21)),
        ("inaction_notice", date(2027, 2, 18)),
        ("inaction", date(2027, 3, 10)),
    ]
    assert all(day >= date(2026, 12, 10) for _, day in steps)


def test_a_step_of_a_plan_says_what_to_do():
    (due,) = dates(entry(EntryKind.FOLLOW_UP, "2026-12-28", plan="p1", step="receipt"))
    assert due.name.show(TEXTS) == STEPS["receipt"].what
