"""Decisions that end a title or the effect of an application, although only the letter is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.letters import DecisionLetter
from desktop.deadlines.duedates import Nature, Urgency
from desktop.deadlines.effects import F81_4, NONE, effect_of_filing
from desktop.deadlines.lapse import unless_lost
from desktop.deadlines.recognition import circumstances_of
from desktop.deadlines.schedule import schedule
from tests.deadlines.making import ENGLISH, LAW, MUNICH, card, case, day, kinds, only, said
from tests.deadlines.remedy_letters import letter

ON = date(2026, 11, 24)
TITLE = card("title:25_3", "2024-10-01", "2026-09-30")
FILED = Application("25_3", DecisionKind.EXTENSION, day("2026-09-01"))


def with_letters(*letters: DecisionLetter, title: Any = TITLE, applications: Any = (FILED,)) -> CaseFile:
    return replace(case(title, applications=applications), letters=letters)


def refusal(served: str = "20.11.2026", **more: Any) -> DecisionLetter:
    return letter("D1", served, **more)


def test_until_the_decision_the_title_continues():
    due = only("ae_validity", with_letters(), ON, MUNICH)
    assert due.settled
    assert "inaction" in kinds(with_letters(), ON, MUNICH)


def test_a_letter_that_refuses_the_title_ends_that_although_the_application_stands_open():
    """The end of the title is no longer settled, and nobody waits for a decision that has been made."""
    refused = with_letters(refusal())
    due = only("ae_validity", refused, ON, MUNICH)
    assert not due.settled
    assert due.urgency(ON) is Urgency.OVERDUE
    assert "no longer continues for the stay" in due.action.show(ENGLISH)
    assert "inaction" not in kinds(refused, ON, MUNICH)
    prompt = only("decision_unrecorded", refused, ON, MUNICH)
    assert (prompt.nature, prompt.day, prompt.code) == (Nature.PLAN, date(2026, 11, 20), "25_3")
    assert "refuses a title" in said(prompt.derivation)


@pytest.mark.parametrize(
    ("letter_", "application"),
    [
        (refusal("31.08.2026"), FILED),  # it refused what was filed before
        (refusal("25.11.2026"), FILED),  # tomorrow
        (refusal(closed_on="23.11.2026"), FILED),  # settled: annulled, or recorded
        (letter("D4", "20.11.2026"), FILED),  # only a condition
    ],
)
def test_any_other_letter_ends_nothing(letter_: DecisionLetter, application: Application):
    file = with_letters(letter_, applications=(application,))
    assert only("ae_validity", file, ON, MUNICH).settled
    assert "decision_unrecorded" not in kinds(file, ON, MUNICH)


def test_once_the_decision_is_recorded_nobody_is_asked_for_it():
    decided = replace(FILED, decided_on=day("2026-11-20"), result="refused")
    file = with_letters(refusal(), applications=(decided,))
    assert "decision_unrecorded" not in kinds(file, ON, MUNICH)
    due = only("ae_validity", file, ON, MUNICH)
    assert "The application of Tue 1 Sep 2026 was refused" in due.action.show(ENGLISH)
    again = replace(FILED, filed_on=day("2026-11-23"))
    late = only("ae_validity", with_letters(refusal(), applications=(decided, again)), ON, MUNICH)
    assert "Filed too late" in late.action.show(ENGLISH)


def test_of_several_open_applications_each_counts_as_refused_and_that_is_said():
    other = replace(FILED, title_id="25b_1", decision_kind=DecisionKind.GRANT)
    file = with_letters(refusal(), applications=(FILED, other))
    prompts = [due for due in schedule(file, ON, MUNICH, LAW) if due.kind == "decision_unrecorded"]
    assert {due.code for due in prompts} == {"25_3", "25b_1"}
    assert all("may decide only one" in said(due.notes) for due in prompts)
    assert not only("ae_validity", file, ON, MUNICH).settled
    recorded = replace(FILED, decided_on=day("2026-11-20"), result="refused")
    left = only("decision_unrecorded", with_letters(refusal(), applications=(recorded, other)), ON, MUNICH)
    assert "may decide only one" in said(left.notes)


@pytest.mark.parametrize(
    "other",
    [
        replace(FILED, title_id="25b_1", filed_on=day("2026-11-22")),  # after the letter
        replace(FILED, title_id="25b_1", decided_on=day("2026-11-19"), result="refused"),  # decided before it
        replace(FILED, title_id="25b_1", result="withdrawn"),
    ],
)
def test_of_one_open_application_nothing_is_in_doubt(other: Application):
    one = only("decision_unrecorded", with_letters(refusal(), applications=(FILED, other)), ON, MUNICH)
    assert not one.notes


@pytest.mark.parametrize(
    ("row", "told"), [("D8", "an expulsion was ordered"), ("D9", "was revoked by letter")]
)
def test_a_title_that_a_decision_ended_is_not_told_to_run(row: str, told: str):
    """Printed to 31.12.2027, ended by a letter of 20.11.2026, contested or not."""
    title = card("title:25_3", "2024-10-01", "2027-12-31")
    due = only(
        "ae_validity", with_letters(letter(row, "20.11.2026"), title=title, applications=()), ON, MUNICH
    )
    assert told in said(due.notes)
    assert "A decision has ended it" in due.action.show(ENGLISH)
    settled = with_letters(letter(row, "20.11.2026", closed_on="23.11.2026"), title=title, applications=())
    assert told not in said(only("ae_validity", settled, ON, MUNICH).notes)


def test_after_an_expulsion_an_application_continues_nothing():
    title = card("title:25_3", "2024-10-01", "2027-12-31")
    file = with_letters(letter("D8", "20.11.2026"), title=title, applications=())
    given = circumstances_of(file, ON)
    found = effect_of_filing(file.status_periods, filed_on=day("2026-11-24"), title_id="25_3", given=given)
    assert found.id == F81_4
    lost = unless_lost(found, file.status_periods, ON, (), file.letters)
    assert (lost.id, lost.continues, lost.otherwise) == (NONE, None, found)
    before = unless_lost(found, file.status_periods, date(2026, 11, 19), (), file.letters)
    assert before.id == F81_4
