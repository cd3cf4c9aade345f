"""Periods that an event sets off: recognition, entry, birth, filing, a journey."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure, CourseRecord
from desktop.cases.people import FamilyMember
from desktop.cases.periods import Period
from desktop.cases.status import Absence
from desktop.deadlines.duedates import Nature, Urgency
from tests.deadlines.making import JENA, MUNICH, UNKNOWN, card, case, day, kinds, only, replace_fact, said


@pytest.mark.parametrize("offset", [-1, 0, 1])
def test_the_claim_to_the_course_ends_after_a_year_that_day_included(offset: int):
    """Boundary case 29."""
    on = date(2027, 3, 1) + timedelta(offset)
    file = case(card("title:25_2_1", "2026-03-01", "2029-02-28"))
    due = only("intcourse_claim", file, on)
    assert due.day == date(2027, 3, 1)
    assert (due.urgency(on) is Urgency.OVERDUE) == (offset == 1)
    prevented = replace_fact(file, course_registration_prevented=True)
    assert only("intcourse_claim", prevented, on).settled
    started = replace_fact(file, integration_course=CourseRecord(started=day("2026-09-01")))
    assert "intcourse_claim" not in kinds(started, on)


@pytest.mark.parametrize(
    ("first", "expected"),
    [("25_3", False), ("25_5", False), ("25b_1", True), ("25b_4", True), ("23_2", True), ("25_4a_3", True)],
)
def test_which_titles_give_the_claim(first: str, expected: bool):
    file = case(card(f"title:{first}", "2026-03-01", "2028-02-29"))
    assert ("intcourse_claim" in kinds(file)) == expected


@pytest.mark.parametrize(("offset", "there"), [(-1, True), (0, True), (1, False)])
def test_the_residence_duty_lasts_three_years_that_day_included(offset: int, there: bool):
    """Boundary case 21."""
    file = case(card("title:25_3", "2025-11-22", "2028-11-21"), assigned_land="TH")
    on = date(2028, 11, 22) + timedelta(offset)
    assert ("res_rule_12a" in kinds(file, on)) == there
    due = only("res_rule_12a", file)
    assert (due.day, due.safe_day, due.nature) == (date(2028, 11, 22), None, Nature.RESTRICTION)
    assert due.ask == ()
    assert only("res_rule_12a", replace_fact(file, assigned_land=None)).ask == ("assigned_land",)


def test_the_residence_duty_runs_from_the_recognition():
    """Worked example 28."""
    procedures = (AsylumProcedure("first", decided_on=day("2024-06-20"), outcome="refugee"),)
    due = only(
        "res_rule_12a", case(card("title:25_2_1", "2024-09-01", "2027-08-31"), asylum_procedures=procedures)
    )
    assert due.day == date(2027, 6, 20)
    assert "wording is open" in said(due.notes)
    for kind, filed, open_wording in (
        ("refugee", "2024-11-19", True),  # decided after the reform, but asked for before it
        ("refugee", "2026-06-11", True),
        ("refugee", "2026-06-12", False),
        ("subsidiary", "2026-06-13", False),
        ("art16a", "2026-06-13", True),
    ):
        procedure = AsylumProcedure(
            "first",
            filed_on=day(filed),
            decided_on=day("2026-08-24"),
            final_on=day("2026-09-15"),
            outcome=kind,
        )
        due = only("res_rule_12a", case(asylum_procedures=(procedure,)))
        assert due.day == date(2029, 9, 15)  # of a restriction the later day
        assert ("wording is open" in said(due.notes)) is open_wording
    for title in ("25b_1", "25_5", "23a"):
        assert "res_rule_12a" not in kinds(case(card(f"title:{title}", "2026-01-01", "2027-12-31")))


@pytest.mark.parametrize(
    ("authority", "end"), [(MUNICH, date(2027, 1, 7)), (JENA, date(2027, 1, 6)), (UNKNOWN, date(2027, 1, 6))]
)
def test_privileged_family_reunification_rolls_over_at_the_place(authority, end: date):
    """Worked example 27."""
    procedures = (AsylumProcedure("first", final_on=day("2026-10-06"), outcome="refugee"),)
    due = only("family_3m", case(asylum_procedures=procedures), authority=authority)
    assert due.day == end
    assert due.safe_day is not None
    assert due.safe_day <= date(2027, 1, 6)
    assert due.nature is Nature.FILING
    moved = "public holiday: Epiphany (Bavaria, place with Assumption Day)" in said(due.derivation)
    assert moved == (authority is MUNICH)
    assert ("the period ends on it" in said(due.derivation)) == (authority is not MUNICH)
    missed = only("family_3m", case(asylum_procedures=procedures), end + timedelta(1), authority)
    assert "reinstatement may be possible" in said(missed.notes)
    assert "reinstatement" not in said(due.notes)


def test_who_has_three_months_for_the_family():
    def file(outcome: str, **more) -> CaseFile:
        return case(
            asylum_procedures=(AsylumProcedure("first", final_on=day("2026-09-15"), outcome=outcome, **more),)
        )

    assert only("family_3m", file("refugee")).day == date(2026, 12, 15)  # boundary case 37
    assert only("family_3m", file("art16a")).title_id == "25_1"
    assert "family_3m" not in kinds(file("subsidiary"))
    assert "family_3m" not in kinds(file("ban_60_5"))
    assert "family_3m" not in kinds(file("refugee", own_status=False))
    kept = replace_fact(file("refugee"), sponsor_notice_on=day("2026-12-10"))
    assert "family_3m" not in kinds(kept)
    assert only("family_3m", case(card("title:23_4", "2026-09-15", "2029-09-14"))).day == date(2026, 12, 15)


@pytest.mark.parametrize(("on", "there"), [("2027-07-22", True), ("2027-07-23", True), ("2027-07-24", False)])
def test_reunification_with_subsidiary_protection_is_suspended(on: str, there: bool):
    """Boundary case 13."""
    file = case(card("title:25_2_2", "2026-01-01", "2028-12-31"))
    assert ("family_36a" in kinds(file, date.fromisoformat(on))) == there
    if there:
        assert only("family_36a", file, date.fromisoformat(on)).day == date(2027, 7, 24)


def test_benefits_change_with_the_month_after_eighteen_months():
    """Boundary case 16."""
    file = case(card("title:25_5", "2026-08-01", "2027-07-31"), suspension_decided_on=day("2025-06-22"))
    due = only("benefits_25_5", file)
    assert (due.day, due.nature) == (date(2027, 1, 1), Nature.EARLIEST)
    assert "Tue 22 Dec 2026" in said(due.derivation)


@pytest.mark.parametrize(
    ("born", "last", "safe"),
    [
        ("2000-03-15", date(2027, 3, 14), date(2027, 3, 12)),
        ("2000-02-29", date(2027, 2, 28), date(2027, 2, 26)),
    ],
)
def test_the_age_limit_of_25a_does_not_move(born: str, last: date, safe: date):
    """Worked examples 24 and 25."""
    file = case(card("D60a_2_1", "2024-01-01", "2027-06-30"), birth_date=day(born))
    due = only("age27_25a", file)
    assert (due.day, due.safe_day) == (last, safe)
    assert "age27_25a" not in kinds(case(birth_date=day(born)))
    assert "age27_25a" in kinds(file, last)
    assert "age27_25a" not in kinds(file, last + timedelta(1))


def child_25a(*born: str | None, title: str = "25a_1") -> CaseFile:
    members = tuple(
        FamilyMember("child", None if each is None else day(each), title_id=title) for each in born
    )
    return case(card("D60a_2_1", "2024-01-01", "2027-06-30"), family_members=members)


@pytest.mark.parametrize(
    ("born", "last"), [("2008-12-05", date(2026, 12, 4)), ("2008-02-29", None), ("2012-01-01", None)]
)
def test_parents_must_have_their_title_before_the_child_is_18(born: str, last: date | None):
    """Boundary case 41: on the birthday itself the child is no minor any more."""
    file = child_25a(born)
    if last is None:
        assert "anchor18_25a" not in kinds(file)
        return
    due = only("anchor18_25a", file)
    assert (due.day, due.title_id, due.ask) == (last, "25a_2_parent", ())
    assert "anchor18_25a" in kinds(file, last)
    assert "anchor18_25a" not in kinds(file, last + timedelta(1))


def test_of_several_children_with_the_title_the_youngest_protects_longest():
    assert only("anchor18_25a", child_25a("2008-12-05", "2009-05-01")).day == date(2027, 4, 30)
    assert only("anchor18_25a", child_25a("2008-12-05", None)).ask == ("family_members",)
    month = only("anchor18_25a", child_25a("2008-12"))
    assert (month.day, month.latest) == (date(2026, 11, 30), date(2026, 12, 30))
    for title in ("none", "25_5"):
        assert "anchor18_25a" not in kinds(child_25a("2008-12-05", title=title))


def test_six_months_abroad():
    title = card("title:25_3", "2025-01-01", "2027-12-31")
    away = (Absence(Period.between(date(2026, 9, 1))),)
    due = only("abroad_6m", case(title, absence_periods=away))
    assert due.day == date(2027, 2, 28)
    back = (Absence(Period.between(date(2026, 9, 1), date(2026, 10, 1))),)
    assert "abroad_6m" not in kinds(case(title, absence_periods=back))
    assert "abroad_6m" not in kinds(case(absence_periods=away))
    expired = card("title:25_3", "2024-01-01", "2026-11-20")
    continued = (Application("25_3", DecisionKind.EXTENSION, day("2026-11-10")),)
    assert only("abroad_6m", case(expired, absence_periods=away, applications=continued)).day == due.day
    assert "abroad_6m" not in kinds(case(expired, absence_periods=away))


@pytest.mark.parametrize(
    ("left", "back", "last"),
    [  # half-open: `back` is the day of return, looked at on 22 November 2026
        ("2026-09-01", "2026-11-22", None),  # back today
        ("2026-09-01", "2026-11-23", "2027-02-28"),  # a return that lies ahead is only planned
        ("2026-09-01", "2027-08-01", "2027-02-28"),
        ("2026-04-01", "2027-01-10", "2026-09-30"),  # gone by already, and shown
        ("2026-12-01", "2027-05-31", None),  # planned, and back in time: 1 December to 31 May are six months
        ("2026-12-01", "2027-06-01", "2027-05-31"),
        ("2026-12-01", None, "2027-05-31"),
    ],
)
def test_a_planned_return_takes_no_six_months_away(left, back, last):
    title = card("title:25_3", "2025-01-01", "2027-12-31")
    until = None if back is None else date.fromisoformat(back)
    file = case(title, absence_periods=(Absence(Period.between(date.fromisoformat(left), until)),))
    if last is None:
        assert "abroad_6m" not in kinds(file)
    else:
        assert only("abroad_6m", file).day == date.fromisoformat(last)


@pytest.mark.parametrize("offset", [-1, 0, 1])
def test_after_three_months_of_silence_an_action_is_possible(offset: int):
    """Worked example 19."""
    filed = (Application("25_3", DecisionKind.GRANT, day("2026-11-30")),)
    file = case(card("D60a_2_1", "2026-10-01", "2027-09-30"), applications=filed)
    due = only("inaction", file, date(2026, 12, 1))
    assert due.day == date(2027, 3, 1)
    assert due.start_on is not None
    on = due.start_on + timedelta(offset)
    assert due.urgency(on) is (Urgency.LATER if offset < 0 else Urgency.SOON)
    refused = replace_fact(file, applications=(replace(filed[0], result="refused"),))
    assert "inaction" not in kinds(refused, date(2026, 12, 1))
    assert "does not bear the costs" in said(due.notes)


def test_the_ukraine_exemption_from_the_entry_alone():
    """Worked example 64."""
    file = case(entry_date=day("2026-12-04"), ukr_group="ukr_national")
    assert only("ukr_exemption", file, date(2026, 12, 10)).day == date(2027, 3, 3)
    assert only("ukr_exemption", file, date(2026, 12, 10)).ask == ("ukr_first_entry_on",)
    sure = replace_fact(file, ukr_first_entry_on=day("2026-11-01"))
    assert only("ukr_exemption", sure, date(2026, 12, 10)).day == date(2027, 1, 29)
    assert not only("ukr_exemption", sure, date(2026, 12, 10)).ask
    elsewhere = replace_fact(file, protection_in_other_member_state=True)
    assert "ukr_exemption" not in kinds(elsewhere, date(2026, 12, 10))


def test_an_old_24_card_may_last_longer_while_the_group_is_not_known():
    due = only("ae_validity", case(card("title:24", "2025-09-01", "2026-12-31")), date(2026, 11, 24))
    assert (due.day, due.latest) == (date(2026, 12, 31), date(2027, 3, 4))
    sure = case(card("title:24", "2025-09-01", "2026-12-31"), ukr_group="none")
    assert only("ae_validity", sure, date(2026, 11, 24)).latest is None
