"""Days, lengths and steps as the rows of a test write them."""

from __future__ import annotations

from datetime import date

from desktop.deadlines.arithmetic import Length, Unit
from desktop.deadlines.derivation import Step
from desktop.deadlines.holidays import calendar_of

MUNICH = calendar_of("DE-BY+assumption")


def d(text: str) -> date:
    """A day as paper writes it: 02.12.2026."""
    day, month, year = text.split(".")
    return date(int(year), int(month), int(day))


def length(text: str) -> Length:
    """2 weeks, half month, 1 months half."""
    count, unit, *half = text.split()
    if count == "half":
        return Length(0, Unit.MONTHS, half_month=True)
    return Length(int(count), Unit(unit), half_month=bool(half))


def told(steps: tuple[Step, ...]) -> str:
    """The steps in short: 187(1) > 188(2) > Christmas Day > moves."""
    return " > ".join(filter(None, map(_short, steps)))


def _short(each: Step) -> str:
    if "holiday" in each.values:
        return str(each.values["holiday"])
    if "is no working day" in each.text:
        day = each.values["day"]
        assert isinstance(day, date)
        return "Mon Tue Wed Thu Fri Sat Sun".split()[day.weekday()]
    if "next working day" in each.text:
        return "moves"
    if "is a working day" in each.text:
        return "holds"
    if not each.cite:
        return ""
    section, _, paragraph = each.cite.removeprefix("§ ").partition(" Abs. ")
    number = paragraph.split()[0] if paragraph else ""
    return f"{section.split()[0]}({number})" if number else section.split()[0]
