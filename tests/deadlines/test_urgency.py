"""How near a date is on a day: the last safe day itself is urgent, and a week before it is soon."""

from datetime import date, timedelta

import pytest

from desktop.deadlines.derivation import Step
from desktop.deadlines.duedates import DueDate, Nature, Urgency

FRIDAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 29)
NOTHING = Step("")


def due(nature: Nature, safe_day: date | None = FRIDAY) -> DueDate:
    return DueDate("deadline", nature, SUNDAY, NOTHING, NOTHING, safe_day=safe_day)


@pytest.mark.parametrize("nature", [Nature.FILING, Nature.VALIDITY])
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FRIDAY - timedelta(days=8), Urgency.LATER),
        (FRIDAY - timedelta(days=7), Urgency.SOON),
        (FRIDAY - timedelta(days=1), Urgency.SOON),
        (FRIDAY, Urgency.URGENT),
        (SUNDAY, Urgency.URGENT),
        (SUNDAY + timedelta(days=1), Urgency.OVERDUE),
    ],
)
def test_a_deadline_that_nobody_planned_for(nature, day, expected):
    assert due(nature).urgency(day) is expected


def test_without_a_safe_day_the_last_day_is_urgent():
    assert due(Nature.FILING, None).urgency(SUNDAY) is Urgency.URGENT
    assert due(Nature.FILING, None).urgency(SUNDAY - timedelta(days=1)) is Urgency.SOON


@pytest.mark.parametrize("nature", [Nature.PLAN, Nature.APPOINTMENT])
def test_the_office_s_own_plan_is_never_urgent(nature):
    planned = due(nature, None)
    assert planned.urgency(SUNDAY - timedelta(days=1)) is Urgency.LATER
    assert planned.urgency(SUNDAY) is Urgency.SOON
    assert planned.urgency(SUNDAY + timedelta(days=1)) is Urgency.OVERDUE
