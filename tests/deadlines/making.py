"""Cases for tests of the schedule, and what is found in them."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.deadlines.authorities import read_authorities
from desktop.deadlines.derivation import Step
from desktop.deadlines.duedates import DueDate
from desktop.deadlines.schedule import schedule
from desktop.deadlines.time_law import read_time_law
from desktop.texts import Texts

TODAY = date(2026, 11, 22)
ENGLISH = Texts("en", resources.path("i18n"))
GERMAN = Texts("de", resources.path("i18n"))
LAW = read_time_law(resources.path("law", "de-2026-08"))
DIRECTORY = read_authorities(resources.path("authorities"))
JENA, MUNICH, SAXONY, UNKNOWN = (
    DIRECTORY[f"core:{name}"] for name in ("jena", "muenchen", "sachsen", "unknown")
)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def card(code: str, start: str, last_day: str | None, **more) -> StatusPeriod:
    return StatusPeriod(
        code, Period.on_paper(day(start), None if last_day is None else day(last_day)), **more
    )


def case(*periods: StatusPeriod, papers=(), requests=(), **facts) -> CaseFile:
    values = {"status_periods": periods} | facts
    answers = {name: Answer(value) for name, value in values.items() if value is not None}
    return CaseFile(Client("Test"), MappingProxyType(answers), papers=papers, requests=requests)


def only(kind: str, file: CaseFile, on: date = TODAY, authority=JENA) -> DueDate:
    (found,) = (each for each in schedule(file, on, authority, LAW) if each.kind == kind)
    return found


def kinds(file: CaseFile, on: date = TODAY, authority=JENA) -> list[str]:
    return [each.kind for each in schedule(file, on, authority, LAW)]


def said(steps: tuple[Step, ...]) -> str:
    return "\n".join(each.show(ENGLISH) for each in steps)


def replace_fact(file: CaseFile, **facts) -> CaseFile:
    for name, value in facts.items():
        file = file.with_fact(name, Answer(value))
    return file
