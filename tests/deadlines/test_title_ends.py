"""Titles that end: when to apply, what settles the end, how long § 104c and § 24 last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.applications import Application, DecisionKind, Request
from desktop.cases.decisions import AsylumProcedure
from desktop.cases.periods import Period
from desktop.cases.status import Passport
from desktop.deadlines.authorities import LeadTimes
from desktop.deadlines.duedates import Nature, StageKind, Urgency
from desktop.deadlines.schedule import history_notes, schedule
from tests.deadlines.making import (
    DIRECTORY,
    ENGLISH,
    JENA,
    LAW,
    MUNICH,
    TODAY,
    UNKNOWN,
    card,
    case,
    day,
    kinds,
    only,
    replace_fact,
    said,
)


@pytest.mark.parametrize(
    ("last_day", "safe"),
    [
        ("2027-02-28", "2027-02-26"),  # worked example 20: a Sunday
        ("2026-12-26", "2026-12-23"),  # worked example 21: holidays, weekend and the closed 24th
        ("2026-12-16", "2026-12-16"),  # worked example 63
        ("2027-01-06", "2027-01-05"),  # Epiphany in Munich
    ],
)
def test_a_title_is_to_be_extended_before_its_end_never_after(last_day: str, safe: str):
    due = only("ae_validity", case(card("title:25_3", "2024-01-01", last_day)), authority=MUNICH)
    assert (due.day, due.safe_day) == (date.fromisoformat(last_day), date.fromisoformat(safe))
    assert due.title_id == "25_3"
    assert due.nature is Nature.VALIDITY
    assert due.latest is None


def test_the_place_of_the_authority_decides_about_the_safe_day():
    epiphany = case(card("title:25_3", "2024-01-01", "2027-01-06"))
    assert only("ae_validity", epiphany, authority=JENA).safe_day == date(2027, 1, 6)
    nowhere = only("ae_validity", epiphany, authority=UNKNOWN)
    assert nowhere.safe_day == date(2027, 1, 5)
    assert "not known" in said(nowhere.notes)


def test_the_stages_lie_on_working_days_before_the_end():
    """Worked example 40."""
    due = only("ae_validity", case(card("title:25_3", "2024-01-01", "2027-02-28")), authority=MUNICH)
    assert {each.kind: each.day for each in due.stages} == {
        StageKind.COLLECT: date(2026, 11, 6),
        StageKind.FILE: date(2026, 12, 4),
        StageKind.OVERDUE: date(2026, 12, 30),
        StageKind.RED: date(2027, 1, 29),
        StageKind.SAFE: date(2027, 2, 26),
        StageKind.LATE: date(2027, 3, 1),
    }
    assert due.start_on == date(2026, 11, 6)


def test_a_missing_passport_starts_earlier_and_an_office_may_set_its_own_lead_times():
    file = case(card("title:25_3", "2024-01-01", "2027-02-28"))
    assert only("ae_validity", replace_fact(file, passports=())).start_on == date(2026, 8, 28)
    has_one = (Passport("passport", Period.between(date(2020, 1, 1), date(2030, 1, 1))),)
    assert only("ae_validity", replace_fact(file, passports=has_one)).start_on == date(2026, 11, 6)
    early = replace(JENA, lead_times=LeadTimes(collect=30, collect_long=40, file=20))
    assert only("ae_validity", file, authority=early).start_on == date(2026, 7, 31)
    wants_25b = replace(file, requests=(Request("25b_1", DecisionKind.GRANT),))
    assert only("ae_validity", replace_fact(wants_25b, language_proofs=())).start_on == date(2026, 8, 28)


@pytest.mark.parametrize(
    ("on", "urgency", "stage"),
    [
        ("2026-11-05", Urgency.LATER, None),
        ("2026-11-06", Urgency.SOON, StageKind.COLLECT),
        ("2026-12-29", Urgency.SOON, StageKind.FILE),
        ("2026-12-30", Urgency.URGENT, StageKind.OVERDUE),
        ("2027-02-26", Urgency.URGENT, StageKind.SAFE),
        ("2027-02-28", Urgency.URGENT, StageKind.SAFE),
        ("2027-03-01", Urgency.OVERDUE, StageKind.LATE),
    ],
)
def test_the_urgency_grows(on: str, urgency: Urgency, stage: StageKind | None):
    today = date.fromisoformat(on)
    due = only("ae_validity", case(card("title:25_3", "2024-01-01", "2027-02-28")), today, MUNICH)
    begun = [each for each in due.stages if each.day <= today]
    latest = max(begun, key=lambda each: each.day).kind if begun else None
    assert (due.urgency(today), latest) == (urgency, stage)


@pytest.mark.parametrize(("on", "late"), [("2027-02-27", False), ("2027-02-28", False), ("2027-03-01", True)])
def test_after_the_end_only_an_order_helps(on: str, late: bool):
    due = only("ae_validity", case(card("title:25_3", "2024-01-01", "2027-02-28")), date.fromisoformat(on))
    assert (due.action.cite == "§ 81 Abs. 4 S. 3 AufenthG") == late


def test_who_filed_late_asks_for_an_order_today():
    held = card("title:25_3", "2024-01-01", "2026-11-20")
    late = (Application("25_3", DecisionKind.EXTENSION, day("2026-11-21")),)
    due = only("ae_validity", case(held, applications=late))
    assert not due.settled
    assert "order" in due.action.show(ENGLISH)
    assert "Filed too late" in due.action.show(ENGLISH)
    assert "apply today" in only("ae_validity", case(held)).action.show(ENGLISH)


def test_the_weeks_that_a_page_names_are_told():
    hesse = DIRECTORY["core:hessen"]
    due = only("ae_validity", case(card("title:25_3", "2024-01-01", "2027-02-28")), authority=hesse)
    assert "names 6 to 8 weeks" in said(due.notes)


@pytest.mark.parametrize(("filed_on", "settled"), [("2026-12-10", True), ("2027-01-30", False)])
def test_the_90_days_are_settled_by_an_application_in_time(filed_on: str, settled: bool):
    filed = (Application("24", DecisionKind.GRANT, day(filed_on)),)
    known = {"ukr_group": "ukr_national", "ukr_first_entry_on": day("2026-11-01"), "applications": filed}
    known |= {"ukr_stay_2022_02_24": "in_ukraine", "protection_in_other_member_state": False}
    assert only("ukr_exemption", case(**known), date(2027, 1, 30)).settled is settled


@pytest.mark.parametrize(
    ("filed_on", "settled"),
    [("2026-12-30", True), ("2026-12-31", True), ("2027-01-01", False), ("2027-01-02", False)],
)
def test_an_application_in_time_settles_the_end(filed_on: str, settled: bool):
    filed = (Application("25b_1", DecisionKind.EXTENSION, day(filed_on)),)
    file = case(card("title:104c_holder", "2025-07-01", "2026-12-31"), applications=filed)
    due = only("c104_end", file, date(2027, 1, 10))
    assert due.settled == settled
    assert (due.urgency(date(2027, 1, 10)) is Urgency.SETTLED) == settled
    decided = replace_fact(file, applications=(replace(filed[0], decided_on=day("2027-01-05")),))
    assert not only("c104_end", decided, date(2027, 1, 10)).settled


def test_an_application_for_something_else_does_not_settle_104c():
    filed = (Application("25_5", DecisionKind.GRANT, day("2026-11-01")),)
    file = case(card("title:104c_holder", "2025-07-01", "2026-12-31"), applications=filed)
    due = only("c104_end", file)
    assert not due.settled
    assert "§ 25a or § 25b" in due.action.show(ENGLISH)


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2025-12-31", "2027-06-30"),
        ("2025-12-30", "2027-06-29"),
        ("2025-08-31", "2027-02-28"),
        ("2025-09-01", "2027-02-28"),
    ],
)
def test_opportunity_residence_lasts_eighteen_months(start: str, last: str):
    """Worked examples 22 and 23; the card decides where its day is known."""
    due = only("c104_end", case(card("title:104c_holder", start, None)))
    assert due.day == date.fromisoformat(last)
    assert due.start_on is not None
    assert (due.day - due.start_on).days >= 39 * 7
    assert "eighteen months" in said(due.derivation)


@pytest.mark.parametrize(
    ("last", "odd"), [("2027-06-29", False), ("2027-06-30", False), ("2027-07-01", True)]
)
def test_a_104c_card_beyond_the_last_possible_day_is_odd(last: str, odd: bool):
    due = only("c104_end", case(card("title:104c_holder", "2025-12-31", last)))
    assert ("check what the card is based on" in said(due.notes)) == odd


@pytest.mark.parametrize(("on", "there"), [("2027-06-30", True), ("2027-07-01", False)])
def test_the_rules_for_104c_holders_end_while_one_waits(on: str, there: bool):
    holder = case(
        card("title:104c_holder", "2025-06-01", "2026-11-30"),
        applications=(Application("25b_1", DecisionKind.GRANT, day("2026-11-02")),),
    )
    assert ("c104_rules" in kinds(holder, date.fromisoformat(on))) is there
    if there:
        due = only("c104_rules", holder, date.fromisoformat(on))
        assert (due.day, due.settled) == (date(2027, 6, 30), False)
        assert "consolidated text" in said(due.notes)
    ended = case(card("title:104c_holder", "2025-06-01", "2026-11-30"))
    assert "c104_rules" not in kinds(ended, date(2026, 12, 1))


def test_section_24_is_shown_with_the_day_that_counts():
    """Worked example 65."""
    file = case(card("title:24", "2025-09-01", "2026-08-31"), ukr_group="ukr_national")
    due = only("ae_validity", file)
    assert (due.day, due.safe_day) == (date(2027, 3, 4), date(2027, 3, 4))
    assert "continues without an application" in said(due.derivation)
    unknown = only("ae_validity", case(card("title:24", "2025-09-01", "2026-08-31")))
    assert unknown.day == date(2026, 8, 31)
    assert "may last longer" in said(unknown.notes)


def test_of_a_month_the_earlier_end_is_the_safe_one():
    due = only("ae_validity", case(card("title:25_3", "2024-01", "2027-02")))
    assert (due.day, due.latest) == (date(2027, 2, 1), date(2027, 2, 28))
    assert due.safe_day == date(2027, 2, 1)
    assert due.ask == ("status_periods",)
    assert "earlier day counts" in said(due.notes)


def test_a_paper_that_was_followed_is_history():
    file = case(
        card("gestattung", "2021-01-01", "2023-10-31"),
        card("title:25_3", "2023-11-01", "2026-10-31"),
        card("title:25_3", "2026-11-01", "2029-10-31"),
    )
    (end,) = (each for each in schedule(file, TODAY, JENA, LAW) if each.nature is Nature.VALIDITY)
    assert (end.kind, end.day) == ("ae_validity", date(2029, 10, 31))
    already_extended = case(
        card("title:25_3", "2023-12-01", "2026-11-30"), card("title:25_3", "2026-12-01", "2029-11-30")
    )
    assert [
        each.day.year for each in schedule(already_extended, TODAY, JENA, LAW) if each.kind == "ae_validity"
    ] == [2029]
    with_gap = case(
        card("title:25_3", "2023-12-01", "2026-11-30"), card("title:25_3", "2026-12-02", "2029-11-30")
    )
    assert [each.day.year for each in schedule(with_gap, TODAY, JENA, LAW) if each.kind == "ae_validity"] == [
        2026,
        2029,
    ]


def test_a_title_that_lapsed_has_no_end_to_watch():
    procedures = (AsylumProcedure("first", filed_on=day("2026-10-05")),)
    file = case(card("title:25_3", "2024-01-01", "2027-02-28"), asylum_procedures=procedures)
    assert "ae_validity" not in kinds(file)
    assert "ended on Mon 5 Oct 2026" in said(history_notes(file, TODAY))
