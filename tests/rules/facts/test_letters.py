"""What a decision letter has decided holds for the rules although it is recorded nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.answers import Answer
from desktop.cases.letters import DecisionLetter
from desktop.cases.shapes import Never
from desktop.deadlines.refusals import as_decided
from tests.rules.facts.making import case, day, fact, filed, title

EXPIRED = title("25_4_1", "2025-05-10", "2026-11-11")  # last day 10 November
HELD = title("25_4_1", "2025-05-10", "2027-11-11")
IN_TIME = (filed("25_4_1", "2026-11-10"),)


def lettered(decision: str, served: date, **facts):
    return replace(case(**facts), letters=(DecisionLetter("l1", decision, served_on=served),))


@pytest.mark.parametrize(
    ("decision", "served", "on", "must_leave"),
    [
        ("D1", date(2026, 11, 20), "2026-11-22", True),
        ("D1", date(2026, 11, 20), "2026-11-19", False),  # not yet
        ("D1", date(2026, 11, 9), "2026-11-22", False),  # of an application before this one
        ("D4", date(2026, 11, 20), "2026-11-22", False),
    ],
)
def test_a_refusal_ends_the_continuation(decision: str, served: date, on: str, must_leave: bool):
    file = lettered(decision, served, status_periods=(EXPIRED,), applications=IN_TIME)
    assert fact("enforceable_departure_obligation", file, on).value is must_leave


def test_an_expulsion_in_a_letter_counts_as_ordered():
    letter = date(2026, 11, 20)
    told = as_decided(lettered("D8", letter, status_periods=(HELD,)))
    assert told.value("expulsion_order_on") == day("2026-11-20")
    denied = lettered("D8", letter).with_fact("expulsion_order_on", Answer(Never.NONE))
    assert as_decided(denied).answer("expulsion_order_on").disputed
    stated = lettered("D8", letter).with_fact("expulsion_order_on", Answer(day("2026-10-01")))
    assert as_decided(stated) is stated
    nothing = case(status_periods=(HELD,))
    assert as_decided(nothing) is nothing


CONTINUED = (filed("25_4_1", "2026-11-10"),)


@pytest.mark.parametrize(
    ("decision", "on", "effect"),
    [("D9", "2026-11-19", "F81_4"), ("D9", "2026-11-20", None), ("D4", "2026-11-22", "F81_4")],
)
def test_a_revocation_leaves_open_whether_an_application_continues_the_title(decision, on, effect):
    """Ended at once, contested or not, unless it is annulled (§ 84 Abs. 2 S. 1, 3 AufenthG)."""
    file = lettered(decision, date(2026, 11, 20), status_periods=(HELD,), applications=CONTINUED)
    found = fact("application_effect", file, on)
    assert found.disputed == (effect is None)
    assert found.value == (effect or "none")


@pytest.mark.parametrize(
    ("served", "more", "on", "enforceable"),
    [
        (date(2026, 11, 20), {}, "2026-11-19", False),
        (date(2026, 11, 20), {}, "2026-11-20", None),
        (date(2026, 11, 20), {"closed_on": date(2026, 11, 21)}, "2026-11-22", False),  # annulled, or recorded
        (date(2025, 5, 9), {}, "2026-11-22", False),  # of a title before this one
    ],
)
@pytest.mark.parametrize("applications", [(), CONTINUED], ids=["held", "applied"])
def test_after_a_revocation_nothing_is_taken_for_granted(served, more, on, enforceable, applications):
    """Neither that the stay goes on nor that the duty to leave can be enforced (§ 58 Abs. 2 S. 2)."""
    letters = (DecisionLetter("l1", "D9", served_on=served, **more),)
    file = replace(case(status_periods=(HELD,), applications=applications), letters=letters)
    assert fact("enforceable_departure_obligation", file, on).value is enforceable


def test_an_unlimited_title_is_revoked_as_well():
    letters = (DecisionLetter("l1", "D9", served_on=date(2026, 11, 20)),)
    settled = replace(case(status_periods=(title("26_4", "2020-01-01", None),)), letters=letters)
    assert fact("enforceable_departure_obligation", settled, "2026-11-19").value is False
    assert fact("enforceable_departure_obligation", settled, "2026-11-22").value is None
