"""How long a place may be assigned, and how long a ground against the duty must last (§ 12a)."""

from datetime import date

import pytest

from desktop.cases.decisions import AsylumProcedure
from desktop.cases.periods import Period
from desktop.cases.status import Exemption12a
from desktop.deadlines.duedates import Nature, Urgency
from tests.deadlines.making import card, case, day, kinds, only, said

RECOGNISED = (
    AsylumProcedure("first", filed_on=day("2025-01-10"), decided_on=day("2026-06-20"), outcome="refugee"),
)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("2026-06-20", "2026-12-20"),
        ("2026-12-20", "2026-12-20"),  # worked example 62: Abs. 3 until Sunday 20.12.2026 ...
        ("2026-12-21", "2027-06-20"),  # ... Abs. 2 with the one extension until Sunday 20.06.2027
        ("2027-06-20", "2027-06-20"),
    ],
)
def test_six_months_and_once_six_more(on: str, last: str):
    due = only("res_rule_assign", case(asylum_procedures=RECOGNISED), date.fromisoformat(on))
    assert due.day == date.fromisoformat(last)
    assert due.nature is Nature.RESTRICTION
    assert due.safe_day is None
    assert "Sun 20 Dec 2026" in said(due.derivation)
    assert "Sun 20 Jun 2027" in said(due.derivation)
    assert "for as long as the duty lasts" in said(due.notes)


def test_after_a_year_no_place_is_assigned_any_more():
    assert "res_rule_assign" not in kinds(case(asylum_procedures=RECOGNISED), date(2027, 6, 21))


def test_a_first_permit_counts_from_its_issue():
    file = case(card("title:25_3", "2026-08-31", "2027-08-30"))
    assert only("res_rule_assign", file, date(2026, 11, 1)).day == date(2027, 2, 28)
    assert "res_rule_assign" not in kinds(case(card("title:25_5", "2026-08-31", "2027-08-30")))


@pytest.mark.parametrize(
    ("on", "there"),
    [("2026-11-30", False), ("2026-12-01", True), ("2027-03-01", True), ("2027-03-02", False)],
)
def test_a_job_must_last_three_months(on: str, there: bool):
    """Begun on 01.12.2026: what ends by 01.03.2027 leaves the duty in the new Land."""
    job = Exemption12a("job", "self", Period(day("2026-12-01")))
    file = case(asylum_procedures=RECOGNISED, exemptions_12a=(job,))
    assert ("res_rule_3m" in kinds(file, date.fromisoformat(on))) is there
    if there:
        due = only("res_rule_3m", file, date.fromisoformat(on))
        assert (due.day, due.urgency(date(2027, 3, 2))) == (date(2027, 3, 1), Urgency.SETTLED)


def test_without_a_duty_no_ground_has_to_last():
    job = Exemption12a("job", "self", Period(day("2026-11-01")))
    assert "res_rule_3m" not in kinds(case(exemptions_12a=(job,)))
