"""Papers that end: certificates, passports, the folder; and a year without a table of holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.cases.decisions import AsylumProcedure
from desktop.cases.papers import Paper
from desktop.cases.periods import Period
from desktop.cases.status import Passport, StatusPeriod
from desktop.deadlines.schedule import schedule
from tests.deadlines.making import ENGLISH, JENA, LAW, TODAY, card, case, day, kinds, only, replace_fact, said


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
