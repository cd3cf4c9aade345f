"""Lines of dates for tests of the start page, the calendar and the lists."""

from datetime import date, timedelta
from typing import Any

from desktop.deadlines.duedates import Nature, Urgency
from desktop.services.deadlines import DueLine

TODAY = date(2026, 11, 24)  # a Tuesday


def line(days: int = 0, nature: Nature = Nature.VALIDITY, **more: Any) -> DueLine:
    """A date of Amal K. so many days after today, of a title unless `more` says otherwise."""
    kinds = {Nature.PLAN: "follow_up", Nature.APPOINTMENT: "appointment"}
    day = TODAY + timedelta(days=days)
    own = kinds.get(nature)
    values: dict[str, Any] = {
        "client_id": "7",
        "name": "Amal K.",
        "file_number": "A-1",
        "kind": own or "ae_validity",
        "code": "" if own else "title:25_3",
        "title": "" if own else "25_3",
        "day": day,
        "safe_day": None,
        "start_on": None,
        "urgency": Urgency.OVERDUE if days < 0 else Urgency.SOON,
        "nature": nature,
        "entry": "e1" if own else "",
    }
    return DueLine(**(values | more))
