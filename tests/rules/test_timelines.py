"""A timeline says for every day what the day says, whatever grows between two points, and asks few days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.timelines import timeline

FIRST = date(2026, 11, 24)
LENGTH = 400
DAYS = [FIRST + timedelta(number) for number in range(LENGTH)]
LAST = DAYS[-1]


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[date], list[tuple[int, ...]]]:
    """Points, and for every day several values that only grow from one point to the next, then begin anew."""
    points = sorted({0, *draw(st.lists(st.integers(1, LENGTH - 1), max_size=6))})
    values: list[tuple[int, ...]] = []
    for begin, end in zip(points, (*points[1:], LENGTH), strict=True):
        parts = draw(st.integers(1, 3)) if not values else len(values[0])
        steps = [sorted(draw(st.lists(st.integers(begin, end), max_size=3))) for _ in range(parts)]
        starts = [draw(st.integers(0, 2)) for _ in range(parts)]
        values += [
            tuple(
                start + sum(step <= day for step in each) for start, each in zip(starts, steps, strict=True)
            )
            for day in range(begin, end)
        ]
    return [DAYS[point] for point in points], values


@given(lives())
def test_it_is_right_on_every_day(life):
    points, values = life
    found = timeline(lambda day: values[(day - FIRST).days], points, LAST)
    assert [found.on(day) for day in DAYS] == values
    assert all(one != other for one, other in zip(found.states, found.states[1:], strict=False))


def test_few_days_are_asked():
    asked: list[date] = []

    def state(day: date) -> bool:
        asked.append(day)
        return day >= DAYS[123]

    found = timeline(state, [FIRST], LAST)
    assert found.days == (FIRST, DAYS[123])
    assert len(asked) < 15


def test_one_day_alone():
    found = timeline(lambda _: "same", [FIRST], FIRST)
    assert (found.days, found.states) == ((FIRST,), ("same",))


def test_before_the_first_day_the_first_state_counts():
    found = timeline(lambda day: day, [FIRST, DAYS[1]], DAYS[1])
    assert found.on(FIRST - timedelta(1)) == FIRST
