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
