"""The schedule of a case: every date with its safe day, its beginning and its reasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.cases.applications import Application, DecisionKind, Request
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure, CourseRecord
from desktop.cases.notices import NOTICE_KINDS, Notice
from desktop.cases.papers import Paper
from desktop.cases.people import Client, Education, Employment, FamilyMember
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import STATUS_CODES, Absence, Exemption12a, Passport, StatusPeriod
from desktop.deadlines.authorities import LeadTimes
from desktop.deadlines.derivation import Step
from desktop.deadlines.duedates import DueDate, Nature, Stage, StageKind, Urgency
from desktop.deadlines.holidays import calendar_of
from desktop.deadlines.schedule import KINDS, history_notes, schedule
from tests.deadlines.making import (
    DIRECTORY,
    ENGLISH,
    GERMAN,
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

# Titles


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
    assert (due.urgency(today), due.stage(today)) == (urgency, stage)


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


# Other papers


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("D60a_2_1", "duldung_cert"),
        ("D60d", "duldung_cert"),
        ("gestattung", "gestattung_cert"),
        ("ankunftsnachweis", "gestattung_cert"),
        ("F81_4", "fiction_cert"),
        ("F81_3_1", "fiction_cert"),
        ("F25_1_3", "fiction_cert"),
        ("gueb", "gueb_cert"),
        ("visa_C", "visa_end"),
        ("visa_free", "stay_without_title"),
        ("exempt_ukr", "stay_without_title"),
        ("visa_D", "ae_validity"),
    ],
)
def test_every_paper_has_its_kind(code: str, kind: str):
    due = only(kind, case(card(code, "2026-09-01", "2026-12-26")))
    assert (due.day, due.safe_day) == (date(2026, 12, 26), date(2026, 12, 23))
    assert due.code == code


def test_a_fiction_certificate_takes_the_place_of_the_title_it_continues():
    file = case(card("title:25_3", "2023-07-01", "2026-06-30"), card("F81_4", "2026-07-01", "2026-12-31"))
    assert kinds(file) == ["fiction_cert"]
    assert "lasts until the decision" in said(only("fiction_cert", file).notes)


def test_the_paper_of_the_asylum_procedure_needs_no_renewal_after_the_recognition():
    file = case(card("gestattung", "2026-01-01", "2026-12-31"))
    assert not only("gestattung_cert", file).settled
    recognised = (AsylumProcedure("first", decided_on=day("2026-11-01"), outcome="subsidiary"),)
    assert only("gestattung_cert", replace_fact(file, asylum_procedures=recognised)).settled


def test_the_same_card_entered_twice_is_one_date():
    file = case(
        card("title:25_3", "2024-01-01", "2027-02-28"), card("title:25_3", "2024-01-01", "2027-02-28")
    )
    assert only("ae_validity", file).day == date(2027, 2, 28)


def test_passports_are_watched_half_a_year_ahead_german_substitutes_three_months():
    passports = (
        Passport("passport", Period.on_paper(day("2017-06-01"), day("2027-05-31"))),
        Passport("passport", Period.on_paper(day("2010-06-01"), day("2017-05-31"))),
        Passport("refugee_travel_document", Period.on_paper(day("2024-06-01"), day("2027-05-31"))),
    )
    file = case(passports=passports)
    assert only("passport", file).start_on == date(2026, 11, 30)
    assert only("travel_doc", file).start_on == date(2027, 2, 26)


@pytest.mark.parametrize(
    ("held", "settled", "said_so"),
    [
        (card("title:25_2_1", "2025-01-01", "2027-12-31"), True, "without a lawyer"),
        (card("gestattung", "2026-01-01", "2027-12-31"), True, "While asylum is pending"),
        (card("title:25_2_2", "2025-01-01", "2027-12-31"), False, "so early"),
        (card("title:25_5", "2025-01-01", "2027-12-31"), False, "so early"),
    ],
    ids=lambda each: getattr(each, "status_code", ""),
)
def test_nobody_is_sent_to_the_embassy_they_fled_from(held: StatusPeriod, settled: bool, said_so: str):
    passports = tuple(
        Passport(kind, Period.on_paper(day("2020-01-01"), day("2027-01-31")))
        for kind in ("passport", "refugee_travel_document")
    )
    due = only("passport", case(held, passports=passports))
    assert due.settled is settled
    assert said_so in due.action.show(ENGLISH)
    assert not only("travel_doc", case(held, passports=passports)).settled


def test_papers_in_the_folder_run_out():
    papers = (
        Paper("p1", "german_cert", valid_until=date(2026, 12, 31)),
        Paper("p2", "current_title", valid_until=date(2026, 12, 31)),
        Paper("p3", "benefit_notice", valid_until=date(2020, 1, 1)),
    )
    holder = case(card("title:25_3", "2024-01-01", "2026-12-31"), papers=papers)
    assert [each.code for each in schedule(holder, TODAY, JENA, LAW) if each.kind == "paper_end"] == [
        "german_cert"
    ]


def test_a_year_without_holiday_table_is_said_and_the_safe_day_comes_early():
    far = (Passport("passport", Period.on_paper(day("2035-01-01"), day("2044-12-25"))),)
    due = only("passport", case(passports=far))
    assert due.safe_day is not None
    assert timedelta(3) < due.day - due.safe_day < timedelta(12)
    title = only("ae_validity", case(card("title:25_3", "2040-01-01", "2044-12-25")))
    assert "2020 to 2040" in said(title.derivation)


# Periods set off by an event


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


# The whole


def test_what_is_odd_in_a_history_is_said_not_refused():
    file = case(
        card("gestattung", "2022-01-01", "2024-01-31"),
        card("D60a_2_1", "2024-01-15", "2025-06-30"),
        card("D60a_2_1", "2025-08-01", "2026-10-31"),
    )
    notes = said(history_notes(file, TODAY))
    assert "overlap from Mon 15 Jan 2024 to Wed 31 Jan 2024" in notes
    assert "No paper is recorded from Tue 1 Jul 2025 to Thu 31 Jul 2025 (31 days)." in notes
    assert "No valid paper is recorded since Sun 1 Nov 2026." in notes
    assert history_notes(case(), TODAY) == ()
    open_end = case(card("gestattung", "2022-01-01", None), card("D60a_2_1", "2024-01-15", "2026-12-31"))
    assert "its end is not recorded" in said(history_notes(open_end, TODAY))


def test_an_empty_case_has_no_dates():
    assert schedule(CaseFile(Client("Test")), TODAY, UNKNOWN, LAW) == ()


some_days = st.dates(date(2023, 1, 1), date(2030, 12, 31))
loose_days = st.none() | st.builds(PartialDate.exactly, some_days)
codes = st.sampled_from(
    [*sorted(STATUS_CODES), *(f"title:{each}" for each in "25_3 104c_holder 24 25_2_1 25_5 26_4".split())]
)


@st.composite
def files(draw):
    def period() -> Period:
        first, last = sorted((draw(some_days), draw(some_days)))
        loose = draw(st.booleans())
        start = PartialDate.parse(f"{first:%Y-%m}") if loose else PartialDate.exactly(first)
        end = PartialDate.parse(f"{last:%Y-%m}") if loose else PartialDate.exactly(last)
        return Period(start, draw(st.sampled_from([end, None])))

    history = tuple(StatusPeriod(draw(codes), period()) for _ in range(draw(st.integers(0, 5))))
    applications = tuple(
        Application(
            draw(st.sampled_from(["25_3", "25b_1"])),
            DecisionKind.EXTENSION,
            PartialDate.exactly(draw(some_days)),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    procedures = tuple(
        AsylumProcedure(
            "first",
            filed_on=PartialDate.exactly(draw(some_days)),
            outcome=draw(st.sampled_from(["refugee", "pending"])),
        )
        for _ in range(draw(st.integers(0, 1)))
    )
    facts: dict[str, Any] = {
        "applications": applications,
        "asylum_procedures": procedures,
        "birth_date": draw(st.sampled_from([day("2000-02-29"), day("2008-02-29"), day("2026-08")])),
        "family_members": (FamilyMember("child", birth_date=PartialDate.exactly(draw(some_days))),),
        "integration_course": draw(
            st.builds(
                CourseRecord,
                admitted_on=loose_days,
                registered_on=loose_days,
                interrupted_on=loose_days,
            )
        ),
        "exemptions_12a": (Exemption12a("job", "self", period()),),
        "notices": tuple(
            Notice(
                draw(st.sampled_from(NOTICE_KINDS.split())),
                PartialDate.exactly(draw(some_days)),
                draw(loose_days),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        "education_periods": (
            Education("apprenticeship", period(), in_de=True, successful=draw(st.booleans())),
        ),
        "employment_periods": (Employment(period()),),
        "absence_periods": (Absence(period()),),
        "entry_date": draw(st.sampled_from([None, day("2026-11-01")])),
    }
    papers = tuple(
        Paper(code, code, valid_until=draw(some_days))
        for code in ("current_title", "passport", "power_of_attorney")
    )
    passports = (Passport("passport", period()),)
    return case(*history, papers=papers, **facts, passports=passports, ukr_group="ukr_national")


def test_a_list_begins_with_what_is_overdue_and_goes_on_by_day():
    def due(on: str, **more: Any) -> DueDate:
        return DueDate("paper_end", Nature.VALIDITY, date.fromisoformat(on), Step(""), Step(""), **more)

    today = date(2026, 11, 24)
    overdue, possible = due("2026-11-20"), replace(due("2026-10-01"), nature=Nature.EARLIEST)
    red = (Stage(StageKind.RED, date(2026, 11, 1)),)
    soon, urgent, settled = due("2026-12-01"), due("2026-12-20", stages=red), due("2026-11-25", settled=True)
    late = due("2026-11-27", safe_day=date(2026, 11, 23))
    ordered = sorted([settled, urgent, soon, late, possible, overdue], key=lambda each: each.place(today))
    assert ordered == [overdue, possible, late, soon, urgent, settled]


@settings(max_examples=150)
@given(files(), some_days, st.sampled_from([*DIRECTORY.values()]))
def test_laws_of_every_schedule(file: CaseFile, on: date, authority):
    place = calendar_of(authority.holiday_key)
    found = schedule(file, on, authority, LAW)
    assert [each.place(on) for each in found] == sorted(each.place(on) for each in found)
    for due in found:
        assert due.kind in KINDS
        assert due.derivation
        for text in (due.name, due.action, *due.derivation, *due.notes):
            assert "{" not in text.show(GERMAN)
            assert "{" not in text.show(ENGLISH)
        assert due.latest is None or due.latest >= due.day
        if due.nature is Nature.VALIDITY and due.safe_day is not None:
            assert due.safe_day <= due.day
            assert due.stages == tuple(sorted(due.stages, key=lambda stage: stage.day))
        if due.safe_day is not None and 2020 <= due.safe_day.year <= 2040:
            assert place.is_open(due.safe_day)
        if due.nature is Nature.FILING:
            assert not place.is_free(due.day) or due.kind == "intcourse_claim"
    for note in history_notes(file, on):
        assert "{" not in note.show(GERMAN)
