"""Waiting times: by hand, and against the rules, which measure the same times day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import Span
from desktop.deadlines import spans
from desktop.deadlines.duedates import Nature
from desktop.deadlines.waiting import reached_on
from desktop.rules.facts.value import Band
from tests.deadlines.making import JENA, kinds, only, said
from tests.rules.facts.making import absence, asylum, case, fact, filed, status, title

ON = date(2026, 11, 22)
WAITING = ("25_5_18m", "60d_25b", "ne_26_3_3y", "ne_26_3_5y", "ne_26_4")


def known(*periods: Any, **facts: Any) -> CaseFile:
    answers = {"status_periods": periods, "asylum_procedures": (), "applications": (), "absence_periods": ()}
    return case(**(answers | facts))


def reached(kind: str, file: CaseFile, on: date = ON) -> date:
    return only(kind, file, on, JENA).day


def test_18_months_of_suspension():
    file = known(status("D60a_2_1", "2025-08-31"))
    due = only("25_5_18m", file, ON, JENA)
    assert due.day == date(2027, 3, 1)  # February 2027 has no 31st: complete with its end
    assert due.nature is Nature.EARLIEST
    assert due.title_id == "25_5"
    assert "Sun 31 Aug 2025" in said(due.derivation)


@pytest.mark.parametrize(
    ("more", "since"),
    [
        ((status("D60a_2_1", "2025-01-01", "2025-06-01"), status("D60c", "2025-06-08")), "2025-01-01"),
        ((status("D60a_2_1", "2025-01-01", "2025-06-01"), status("D60c", "2025-06-09")), "2025-06-09"),
        (
            (
                status("D60a_2_1", "2025-01-01", "2025-06-01"),
                status("D60b", "2025-06-01", "2025-07-01"),
                status("D60c", "2025-07-01"),
            ),
            "2025-07-01",
        ),
    ],
    ids=["seven days without paper", "eight days", "a time under 60b"],
)
def test_what_breaks_the_suspension(more: tuple[Any, ...], since: str):
    due = only("25_5_18m", known(*more), date(2026, 1, 1), JENA)
    assert due.derivation[0].values["day"] == date.fromisoformat(since)


def test_a_stay_abroad_begins_the_suspension_anew():
    file = known(status("D60a_2_1", "2025-01-01"), absence_periods=(absence("2026-02-01", "2026-02-20"),))
    assert reached("25_5_18m", file) == date(2027, 8, 20)


def test_who_holds_no_duldung_waits_for_nothing():
    assert not set(kinds(known(status("D60b", "2025-01-01")), ON, JENA)) & set(WAITING)
    assert not set(kinds(known(status("gestattung", "2025-01-01")), ON, JENA)) & set(WAITING)
    assert not set(kinds(known(status("D60a_2_1", "2025-01-01", "2026-11-22")), ON, JENA)) & set(WAITING)


def test_30_months_of_60d():
    file = known(status("D60a_2_3", "2023-01-01", "2024-09-15"), status("D60d", "2024-09-15", "2027-03-15"))
    due = only("60d_25b", file, ON, JENA)
    assert (due.day, due.title_id) == (date(2027, 3, 15), "25b_6")
    assert "renewal as well" in said(due.notes)


def test_the_asylum_procedure_counts_for_the_settlement_permit():
    """Worked example 39: procedure from 03.02.2021, permit without a gap: complete with 02.02.2026."""
    procedure = (asylum("refugee", "2021-02-03", "2022-06-01", "2022-07-01"),)
    file = known(title("25_2_1", "2022-07-01", "2026-07-01"), asylum_procedures=procedure)
    due = only("ne_26_3_5y", file, date(2026, 1, 1), JENA)
    assert due.day == date(2026, 2, 3)
    assert "from Wed 3 Feb 2021 to Thu 30 Jun 2022" in said(due.derivation)
    assert reached("ne_26_3_3y", file, date(2024, 1, 1)) == date(2024, 2, 3)


def test_a_gap_between_procedure_and_permit_is_not_counted():
    """Boundary case 17: 23 months 12 days, then from 01.12.2023: sixty months on 19.12.2026."""
    procedure = (asylum("refugee", "2021-11-20", "2023-10-15", "2023-11-01"),)
    file = known(title("25_2_1", "2023-12-01", "2027-12-01"), asylum_procedures=procedure)
    assert reached("ne_26_3_5y", file) == date(2026, 12, 19)


def test_who_gets_which_settlement_permit():
    def found(title_id: str) -> set[str]:
        return set(kinds(known(title(title_id, "2024-01-01", "2028-01-01")), ON, JENA)) & set(WAITING)

    assert found("25_2_1") == found("25_1") == found("23_4") == {"ne_26_3_3y", "ne_26_3_5y"}
    assert found("25_2_2") == found("25_3") == found("104c_holder") == found("25b_1") == {"ne_26_4"}
    assert found("24") == found("26_4") == set()


def test_a_permit_that_continues_by_application_goes_on_counting():
    held = title("25_3", "2023-01-01", "2026-10-01")
    gone_on = known(held, applications=(filed("25_3", "2026-09-01"),))
    assert reached("ne_26_4", gone_on) == date(2028, 1, 1)
    assert "ne_26_4" not in kinds(known(held), ON, JENA)


def test_an_application_for_it_settles_the_date():
    held = title("25_3", "2021-12-01", "2027-10-01")
    applied = known(held, applications=(filed("26_4", "2026-11-01"),))
    assert only("ne_26_4", applied, ON, JENA).settled
    assert not only("ne_26_4", known(held), ON, JENA).settled


def test_what_is_not_recorded_is_asked():
    open_case = case(status_periods=(title("25_3", "2023-01-01", "2027-01-01"),), applications=())
    assert only("ne_26_4", open_case, ON, JENA).ask == ("asylum_procedures", "absence_periods")


days = st.dates(date(2018, 1, 1), date(2025, 12, 31))


@settings(max_examples=300)
@given(days, days, days, st.sampled_from([18, 30, 36, 60]))
def test_the_day_is_the_first_on_which_the_time_is_complete(one: date, two: date, start: date, months: int):
    before = Span(*sorted((one, two)))
    if before.end is None or before.end > start:
        before = Span(min(before.start, start), start)
    day = reached_on(start, before, months)
    parts = [before, Span(start, None)]
    assert spans.total(parts, day).reaches(months) or day == start
    assert day == start or not spans.total(parts, day - timedelta(1)).reaches(months)


@settings(max_examples=60, deadline=None)
@given(days, st.integers(1, 900), st.integers(0, 200), st.sampled_from(["25_2_1", "25_3"]))
def test_the_rules_reach_the_settlement_permit_on_the_same_day(begun: date, lasted: int, gap: int, held: str):
    final = begun + timedelta(lasted)
    start = final + timedelta(gap)
    outcome = "refugee" if held == "25_2_1" else "ban_60_5"
    procedure = (asylum(outcome, begun.isoformat(), final.isoformat(), final.isoformat()),)
    file = known(title(held, start.isoformat(), "2040-01-01"), asylum_procedures=procedure)
    kind, norm = ("ne_26_3_5y", "26_3") if held == "25_2_1" else ("ne_26_4", "26_4")
    day = only(kind, file, start, JENA).day
    for on, complete in ((day, True), (day - timedelta(1), False)):
        value = fact(f"settlement_months_{norm}", file, on.isoformat(), of="seamless", title_id="26_4").value
        assert isinstance(value, Band)
        assert value.safe.reaches(60) is complete


@settings(max_examples=60, deadline=None)
@given(days, st.integers(1, 600), st.integers(0, 12))
def test_the_rules_reach_the_suspension_on_the_same_day(begun: date, lasted: int, gap: int):
    end = begun + timedelta(lasted)
    again = end + timedelta(gap)
    file = known(
        status("D60a_2_1", begun.isoformat(), end.isoformat()), status("D60a_2_4", again.isoformat())
    )
    day = only("25_5_18m", file, again, JENA).day if "25_5_18m" in kinds(file, again, JENA) else None
    if day is None or day - timedelta(1) < again:
        return  # complete before the second paper began
    for when, complete in ((day, True), (day - timedelta(1), False)):
        value = fact("suspension_months", file, when.isoformat()).value
        assert isinstance(value, Band)
        assert value.safe.reaches(18) is complete
