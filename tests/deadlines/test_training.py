"""Training and work under a Duldung."""

from datetime import date

import pytest

from desktop.cases.people import Education, Employment
from desktop.cases.periods import Period
from desktop.deadlines.duedates import Nature
from tests.deadlines.making import MUNICH, card, case, day, kinds, only, said

DULDUNG = card("D60a_2_1", "2026-01-01", "2027-12-31")
TRAINING = card("D60c", "2023-09-01", "2027-08-31")
WORKING = card("D60d", "2025-01-01", "2027-06-30")
ON = date(2026, 12, 1)


def training(first: str, last: str | None = None, successful: bool | None = None) -> Education:
    period = Period(day(first)) if last is None else Period.on_paper(day(first), day(last))
    return Education("apprenticeship", period, in_de=True, successful=successful)


def test_seven_months_before_the_training_one_may_apply():
    due = only("60c_apply", case(DULDUNG, education_periods=(training("2027-09-30"),)), ON, MUNICH)
    assert due.day == date(2027, 2, 28)  # February has no 30th
    assert due.nature is Nature.EARLIEST
    assert "Tue 30 Mar 2027" in said(due.derivation)  # the Duldung itself: six months before


@pytest.mark.parametrize(
    ("held", "begins", "there"),
    [
        (DULDUNG, "2026-12-01", False),  # begins today
        (DULDUNG, "2026-12-02", True),
        (TRAINING, "2027-09-01", False),
        (card("gestattung", "2026-01-01", "2027-12-31"), "2027-09-01", False),
    ],
)
def test_who_can_apply_for_60c(held, begins: str, there: bool):
    assert ("60c_apply" in kinds(case(held, education_periods=(training(begins),)), ON)) is there


@pytest.mark.parametrize(
    ("successful", "kind"), [(True, "60c_jobsearch"), (False, "60c_search"), (None, None)]
)
def test_six_months_after_the_training(successful, kind):
    """Ended with 31.08.2026: 1 September and six months, Sunday 28.02.2027, does not move."""
    file = case(TRAINING, education_periods=(training("2023-09-01", "2026-08-31", successful),))
    found = [each for each in kinds(file, ON, MUNICH) if each.startswith("60c")]
    assert found == ([kind] if kind else [])
    if kind:
        due = only(kind, file, ON, MUNICH)
        assert (due.day, due.safe_day) == (date(2027, 2, 28), date(2027, 2, 26))
        assert due.nature is Nature.VALIDITY


@pytest.mark.parametrize(
    ("ended", "last", "safe"),
    [
        ("2026-11-30", "2026-12-14", "2026-12-14"),
        ("2026-12-12", "2026-12-28", "2026-12-23"),  # raw Saturday 26.12.
    ],
)
def test_two_weeks_to_tell_the_end_of_the_work(ended: str, last: str, safe: str):
    job = Employment(Period.on_paper(day("2025-01-01"), day(ended)))
    due = only("client_change_2w", case(WORKING, employment_periods=(job,)), date(2026, 12, 15), MUNICH)
    assert (due.day, due.safe_day) == (date.fromisoformat(last), date.fromisoformat(safe))


@pytest.mark.parametrize(
    ("held", "ended"),
    [
        (DULDUNG, "2026-11-30"),  # the duty is of § 60d only
        (WORKING, "2024-12-31"),  # before it
        (WORKING, "2026-12-02"),  # not yet over
    ],
)
def test_nobody_else_has_to_tell(held, ended: str):
    job = Employment(Period.on_paper(day("2024-01-01"), day(ended)))
    assert "client_change_2w" not in kinds(case(held, employment_periods=(job,)), ON)
