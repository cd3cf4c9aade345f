"""Instants as the rows keep them: UTC, text that sorts, to the second."""

from __future__ import annotations

from datetime import UTC, datetime


def stamp(at: datetime) -> str:
    """`2026-11-22T13:02:11Z`. Raises ValueError for an instant without time zone."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def instant(stamped: str) -> datetime:
    """The instant back, in UTC."""
    return datetime.fromisoformat(stamped)
