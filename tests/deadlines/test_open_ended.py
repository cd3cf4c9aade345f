"""A paper without a recorded end is asked for, never taken for a right without an end."""

from datetime import date

import pytest

from desktop.cases.periods import Period
from desktop.cases.status import StatusPeriod
from desktop.deadlines.duedates import Urgency
from tests.deadlines.making import card, case, day, kinds, only, said

ON = date(2026, 12, 1)


def open_end(code: str, start: str = "2026-03-01", **more) -> StatusPeriod:
    return StatusPeriod(code, Period(day(start)), **more)


@pytest.mark.parametrize(
    ("code", "first", "latest"),
    [
        ("title:25_2_1", "2029-02-28", None),  # three years, neither more nor less
        ("title:25_3", "2027-02-28", "2029-02-28"),  # one year at least
        ("title:25b_1", "2026-03-01", "2028-02-29"),  # two years at most: may be over already
        ("title:25_5", "2026-03-01", "2029-02-28"),
        ("D60a_2_1", "2026-03-01", None),
        ("visa_D", "2026-03-01", None),
    ],
)
def test_the_earlier_end_is_the_safe_one(code: str, first: str, latest: str | None):
    due = only("end_missing", case(open_end(code)), ON)
    assert due.day == date.fromisoformat(first)
    assert due.latest == (None if latest is None else date.fromisoformat(latest))
    assert due.urgency(ON) is (Urgency.OVERDUE if due.day < ON else Urgency.SOON)
    assert due.ask == ("status_periods",)
    assert due.derivation


@pytest.mark.parametrize(
    "paper",
    [
        open_end("title:26_4"),  # unlimited by law
        open_end("title:other"),  # may be unlimited
        open_end("title:104c_holder"),  # eighteen months by law: has its own date
        open_end("D_material"),  # a claim without a paper
        open_end("D60a_2_1", paper=False),
        open_end("F81_4"),  # lasts until the decision
        open_end("title:25_3", "2027-01-01"),  # not yet begun
        card("title:25_3", "2026-03-01", "2027-02-28"),
    ],
    ids=lambda each: each.status_code,
)
def test_what_needs_no_end(paper: StatusPeriod):
    assert "end_missing" not in kinds(case(paper), ON)


def test_what_was_followed_by_another_paper_is_a_note_only():
    assert "end_missing" not in kinds(
        case(open_end("D60b"), card("D60a_2_1", "2026-06-01", "2027-06-01")), ON
    )


def test_the_range_is_told():
    assert "between Sun 28 Feb 2027 and Wed 28 Feb 2029" in said(
        only("end_missing", case(open_end("title:25_3")), ON).derivation
    )
