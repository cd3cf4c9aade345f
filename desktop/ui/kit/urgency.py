"""How near a date is, as sign and word, and in words of days."""

from __future__ import annotations

from datetime import date

from desktop.deadlines.duedates import URGENCY_WORDS, Urgency
from desktop.texts import Texts, mark

from .signs import Sign

_URGENCIES = (
    (Urgency.OVERDUE, "urgency_overdue", "overdue"),
    (Urgency.URGENT, "urgency_soon", "overdue"),
    (Urgency.SOON, "urgency_soon", "soon"),
    (Urgency.LATER, "urgency_later", "later"),
    (Urgency.SETTLED, "verdict_should", "entitled"),
)
DATE_SIGNS = {each.value: Sign(icon, token, URGENCY_WORDS[each]) for each, icon, token in _URGENCIES}
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
