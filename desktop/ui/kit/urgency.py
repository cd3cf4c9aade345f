"""How near a date is, as sign and word, and in words of days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.texts import Texts, mark

from .signs import Sign

DATE_SIGNS: Mapping[str, Sign] = {
    "overdue": Sign("urgency_overdue", "overdue", mark("overdue")),
    "urgent": Sign("urgency_soon", "overdue", mark("urgent")),
    "soon": Sign("urgency_soon", "soon", mark("soon")),
    "later": Sign("urgency_later", "later", mark("later")),
    "settled": Sign("verdict_should", "entitled", mark("done")),
}
"""By the value of `deadlines.duedates.Urgency`."""


def distance(day: date, today: date, texts: Texts) -> str:
    """In 63 days, today, 3 days ago; far away in months and years."""
    days = (day - today).days
    if days >= 730:
        return texts.plural("in {count} year", "in {count} years", days // 365)
    if days >= 100:
        return texts.plural("in {count} month", "in {count} months", round(days / 30.44))
    if days == 0:
        return texts(mark("today"))
    if days > 0:
        return texts.plural("in {count} day", "in {count} days", days)
    return texts.plural("{count} day ago", "{count} days ago", -days)


def with_weekday(day: date, texts: Texts) -> str:
    """Fr 22.01.2027."""
    return f"{texts.short_weekday(day)} {texts.day(day)}"
