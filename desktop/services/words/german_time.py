"""An instant as clocks in Germany show it, whatever the computer's own zone is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone


def german_time(at: datetime) -> datetime:
    """The same instant by German clocks: an hour ahead of UTC, two from late March to late October.

    `at` with a time zone, from 1996 on. Both changes are on the last Sunday at 01:00 UTC (Directive
    2000/84/EC).
    """
    utc = at.astimezone(UTC)
    summer = _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)
    return utc.astimezone(timezone(timedelta(hours=2 if summer else 1)))


def _last_sunday(year: int, month: int) -> datetime:
    """01:00 UTC on the last Sunday of March or October, which both have 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
