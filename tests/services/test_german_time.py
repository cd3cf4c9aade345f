"""Hours as clocks in Germany show them, against the zone table of the system where it has one."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from desktop.services.words.german_time import german_time

JUST_BEFORE = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (datetime(2026, 3, 29, 1, tzinfo=UTC), 1, 3),  # the last Sunday of March 2026
        (datetime(2026, 10, 25, 1, tzinfo=UTC), 2, 2),  # the last Sunday of October: the hour comes twice
        (datetime(2024, 3, 31, 1, tzinfo=UTC), 1, 3),  # the 31st is the Sunday
        (datetime(2027, 10, 31, 1, tzinfo=UTC), 2, 2),
    ],
)
def test_the_clock_changes_at_one_in_the_morning(change, before, after):
    assert (german_time(change - JUST_BEFORE).hour, german_time(change).hour) == (before, after)


def test_the_day_is_the_german_one():
    newyear = german_time(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    assert f"{newyear:%d.%m.%Y %H:%M}" == "01.01.2027 00:30"
    assert german_time(datetime(2026, 7, 1, 22, 0, tzinfo=UTC)).day == 2


def test_the_zone_in_which_it_was_noted_makes_no_difference():
    at = datetime(2026, 8, 1, 10, tzinfo=UTC)
    assert german_time(at.astimezone(timezone(timedelta(hours=-8)))).hour == german_time(at).hour == 12


def test_as_the_zone_table_of_the_system_says():
    try:
        berlin = ZoneInfo("Europe/Berlin")
    except ZoneInfoNotFoundError:
        pytest.skip("this system has no zone table")
    for hours in range(0, 24 * 365 * 16, 7):
        at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
        found = german_time(at)
        assert (found, found.utcoffset()) == (at, at.astimezone(berlin).utcoffset())
