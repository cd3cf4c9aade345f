"""Periods that a request or another event outside a decision sets off."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.cases.notices import NOTICE_KINDS, Notice
from desktop.deadlines.duedates import DueDate, Nature, Urgency
from tests.deadlines.making import ENGLISH, MUNICH, case, day, kinds, only, said

ON = date(2026, 12, 1)


def due_of(kind: str, notice: Notice, on: date = ON) -> DueDate:
    return only(kind, case(notices=(notice,)), on, MUNICH)


def test_a_day_set_by_the_authority_moves_but_is_planned_before_it():
    """Worked example 37: by 26.12.2026, a Saturday and a holiday."""
    due = due_of("evidence_period", Notice("evidence_request", day("2026-11-23"), day("2026-12-26")))
    assert (due.day, due.safe_day) == (date(2026, 12, 28), date(2026, 12, 23))
    assert due.nature is Nature.FILING
    told = said(due.notes)
    assert "extend a period it has set" in told
    assert "may be disregarded" in told
    assert due.urgency(date(2026, 12, 17)) is Urgency.SOON
    assert due.urgency(date(2026, 12, 18)) is Urgency.URGENT  # Friday, a week before Saturday the 26th


def test_a_request_whose_day_nobody_recorded_counts_as_due():
    due = due_of("evidence_period", Notice("evidence_request", day("2026-11-23")))
    assert due.urgency(ON) is Urgency.OVERDUE
    assert due.ask == ("notices",)
    assert "not recorded" in said(due.derivation)
    assert "working day" not in said(due.derivation)
    assert "enter the last day" in due.action.show(ENGLISH)


@pytest.mark.parametrize(
    ("event", "kind", "happened", "last", "safe"),
    [
        # one month from Sat 31.10.2026: Mon 30.11. (clamp)
        ("withdrawal_hearing", "revoke_hearing", "2026-10-31", "2026-11-30", "2026-11-30"),
        # one month from 06.12.2026: Wed 06.01.2027, Epiphany in Munich: Thu 07.01.
        ("court_request", "asyl_push", "2026-12-06", "2027-01-07", "2027-01-05"),
        # worked example 18: two weeks from Fri 11.12.2026: Christmas Day, Mon 28.12.; before it Wed 23.12.
        ("obstacle_ended", "reinstatement", "2026-12-11", "2026-12-28", "2026-12-23"),
        # worked example 68: two weeks from Tue 01.12.2026
        ("mail_waiting", "asyl_search", "2026-12-01", "2026-12-15", "2026-12-15"),
        # three months from 30.11.2026: Sun 28.02.2027 (clamp), does not move
        ("victim_indications", "trafficking", "2026-11-30", "2027-02-28", "2027-02-26"),
    ],
)
def test_what_the_law_gives(event: str, kind: str, happened: str, last: str, safe: str):
    due = due_of(kind, Notice(event, day(happened)))
    assert (due.day, due.safe_day) == (date.fromisoformat(last), date.fromisoformat(safe))


def test_the_consent_of_the_other_office_counts_after_four_weeks():
    """Worked example 38: request of 01.12.2026, last day to object Tuesday 29.12.2026."""
    due = due_of("res_rule_consent", Notice("consent_request", day("2026-12-01")))
    assert due.day == date(2026, 12, 30)
    assert due.nature is Nature.EARLIEST
    assert "Tue 29 Dec 2026" in said(due.derivation)
    loose = due_of("res_rule_consent", Notice("consent_request", day("2026-11")))
    assert loose.day == date(2026, 12, 29)  # of a right the later reading: 30.11. and four weeks


def test_the_ground_of_a_lifting_must_last_three_months():
    """Three months from 30.11.2026: Sun 28.02.2027 (clamp); of a restriction the later day, which stays."""
    due = due_of("res_rule_lifted", Notice("duty_lifted", day("2026-11-30")))
    assert (due.day, due.safe_day, due.stages) == (date(2027, 2, 28), None, ())
    assert due.nature is Nature.RESTRICTION
    assert "goes on in the Land moved to" in due.action.show(ENGLISH)
    loose = due_of("res_rule_lifted", Notice("duty_lifted", day("2026-11")))
    assert loose.day == date(2027, 2, 28)  # lifted on any day of November
    lifted = case(notices=(Notice("duty_lifted", day("2026-11-30")),))
    assert kinds(lifted, date(2027, 2, 28), MUNICH) == ["res_rule_lifted"]
    assert kinds(lifted, date(2027, 3, 1), MUNICH) == []


def test_a_departure_period_shorter_than_three_months_is_said():
    due = due_of("trafficking", Notice("victim_indications", day("2026-11-30"), day("2027-01-15")))
    assert due.day == date(2027, 1, 15)
    assert "shorter than the law gives (Sun 28 Feb 2027" in said(due.derivation)
    enough = due_of("trafficking", Notice("victim_indications", day("2026-11-30"), day("2027-03-15")))
    assert "shorter" not in said(enough.derivation)


@pytest.mark.parametrize("event", NOTICE_KINDS.split())
def test_what_was_answered_is_settled_and_what_is_long_past_is_gone(event: str):
    answered = case(notices=(Notice(event, day("2026-11-23"), settled=True),))
    (found,) = _all(answered, ON)
    assert found.settled
    assert kinds(case(notices=(Notice(event, day("2025-10-23")),)), ON, MUNICH) == []


def _all(file, on):
    return [only(kind, file, on, MUNICH) for kind in kinds(file, on, MUNICH)]


def test_a_month_is_read_early():
    due = due_of("revoke_hearing", Notice("withdrawal_hearing", day("2026-11")))
    assert (due.day, due.latest, due.ask) == (date(2026, 12, 1), date(2026, 12, 30), ("notices",))


@pytest.mark.parametrize("event", ["evidence_request", "withdrawal_hearing", "court_request"])
def test_a_missed_period_that_nobody_settled_does_not_vanish_while_it_can_be_saved(event: str):
    """Set to Tue 01.12.2026: there on 01.12.2027, the last day for reinstatement."""
    missed = case(notices=(Notice(event, day("2026-11-02"), day("2026-12-01")),))
    (due,) = _all(missed, date(2027, 12, 1))
    assert due.urgency(date(2027, 12, 1)) is Urgency.OVERDUE
    assert kinds(missed, date(2027, 12, 3), MUNICH) == []
