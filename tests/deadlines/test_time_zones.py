"""Nothing that counts days depends on the time zone of the computer: the same answers in six of them."""

from __future__ import annotations

import ast
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import desktop.deadlines
from desktop import resources
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.deadlines import holidays
from desktop.deadlines.announce_rules import FILE, read_announce_table
from desktop.deadlines.announcement import announced
from desktop.deadlines.arithmetic import months, weeks
from desktop.deadlines.holidays import PLACES, calendar_of
from desktop.deadlines.legal_period import period, waiting, working_days
from desktop.services import deadlines
from desktop.services.portable import read_case
from desktop.services.reference import Reference, load_reference

ZONES = (
    "Pacific/Kiritimati",  # 14 hours ahead
    "Pacific/Pago_Pago",  # 11 hours behind
    "Europe/Berlin",
    "America/St_Johns",  # half hours
    "Asia/Kathmandu",  # quarter hours
    "Australia/Lord_Howe",  # a summer time of half an hour
)
ON = date(2026, 11, 24)


@pytest.fixture(scope="module")
def law() -> Reference:
    return load_reference()


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    if not hasattr(time, "tzset"):
        pytest.skip("the time zone of a running program is fixed here")

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        holidays._read.cache_clear()
        holidays.calendar_of.cache_clear()

    before = os.environ.get("TZ")
    yield move
    monkeypatch.undo()
    assert os.environ.get("TZ") == before
    time.tzset()


def answers(law: Reference) -> list[Any]:
    """What is counted around both changes of the clock and the turn of the year."""
    table = read_announce_table(resources.path("law", "de-2026-08", FILE))
    found: list[Any] = []
    for start in (date(2026, 3, 20), date(2026, 10, 17), date(2026, 12, 18), date(2027, 3, 21)):
        for day in (start + timedelta(number) for number in range(14)):
            for place in (*PLACES, ""):
                calendar = calendar_of(place)
                found.append(period(day, weeks(2), calendar))
                found.append(period(day, months(1), calendar))
            found.append(working_days(day, 3, calendar_of("DE-HE")))
            found.append(waiting(day, months(3), calendar_of("")))
            letter = DecisionLetter("l1", "A1", sent_on=day, received_on=day + timedelta(6))
            found += [announced(replace(letter, arrival=each), table.of("DE-TH")) for each in Arrival]
    for sample in sorted(resources.path("samples").glob("*.yaml")):
        found.append(deadlines.of(law, read_case(sample, law, ON), ON))
    return found


def test_the_same_answers_in_every_zone(law: Reference, in_zone: Callable[[str], None]):
    at_home = answers(law)
    clocks = set()
    for zone in ZONES:
        in_zone(zone)
        clocks.add(time.strftime("%z", time.localtime(0)))
        assert answers(law) == at_home, zone
    assert len(clocks) == len(ZONES)  # the zones were really entered


def test_no_module_of_legal_time_asks_a_clock_or_a_zone():
    for path in sorted(Path(desktop.deadlines.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                assert not {each.name for each in node.names} & {"time", "zoneinfo", "locale"}, path.name
            if isinstance(node, ast.ImportFrom):
                assert node.module not in {"time", "zoneinfo", "locale"}, path.name
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"today", "now", "utcnow", "fromtimestamp", "localtime"}, path.name
