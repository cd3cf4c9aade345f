"""Whether the ground of a stay is still there, and fault that hinders departure."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.decisions import Obstacle
from desktop.cases.shapes import Never
from desktop.rules.facts.value import FactValue
from tests.rules.facts.making import case, conduct, day, fact, judged, noted, partial

CAUSAL = "conduct_prevents_departure_now"


def obstacle(fault: bool | None = False, ended: str | None = None, expected: str | None = None) -> Obstacle:
    return Obstacle("factual", "", partial(expected), partial(ended), fault)


# The ground of the stay


@pytest.mark.parametrize(
    ("on", "ceased"), [("2026-11-21", False), ("2026-11-22", True), ("2026-11-23", True)]
)
def test_the_ground_is_gone_from_its_day(on: str, ceased: bool) -> None:
    assert fact("stay_ground_ceased", case(stay_ground_ended_on=day("2026-11-22")), on).value is ceased


def test_the_ground_still_there_in_part_known_and_unasked() -> None:
    def ceased(value: Any) -> Any:
        return fact("stay_ground_ceased", case(stay_ground_ended_on=value)).value

    assert ceased(Never.NONE) is False
    assert ceased(partial("2026-11")) is None
    assert ceased(partial("2026-10")) is True
    assert fact("stay_ground_ceased", case()).ask == ("stay_ground_ended_on",)


# Obstacles


def gone(*obstacles: Obstacle, on: str = "2026-11-22") -> FactValue:
    return fact("obstacles_ceased", case(obstacles=obstacles), on)


def test_obstacles_are_gone_when_the_last_one_is() -> None:
    assert gone(obstacle()).value is False
    assert gone(obstacle(ended="2026-10-01")).value is True
    assert gone(obstacle(ended="2026-10-01"), obstacle()).value is False
    assert gone(obstacle(ended="2026-12-01")).value is False
    assert gone().value is True
    assert fact("obstacles_ceased", case()).ask == ("obstacles",)


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-11-21", False), ("2026-11-22", True), ("2026-11-23", True)]
)
def test_an_obstacle_is_gone_from_its_day(on: str, expected: bool) -> None:
    assert gone(obstacle(ended="2026-11-22"), on=on).value is expected


def test_an_end_known_in_part_and_one_that_is_overdue() -> None:
    assert gone(obstacle(ended="2026-11")).value is None
    overdue = gone(obstacle(expected="2026-10-01"))
    assert overdue.value is None
    assert overdue.ask == ("obstacles",)
    assert noted(overdue) == {"obstacle_end_overdue"}
    assert gone(obstacle(expected="2026-12-01")).value is False
    assert gone(obstacle(expected="2026-10-01"), obstacle()).value is False


# Fault (§ 25 Abs. 5 S. 3, 4)

NOTHING: dict[str, Any] = {
    "false_statements": (),
    "identity_deception": (),
    "noncooperation": (),
    "obstacles": (),
}


def fault(causal: bool | None = None, on: str = "2026-11-22", **facts: Any) -> FactValue:
    judgements = {} if causal is None else {CAUSAL: judged(causal)}
    return fact("fault_25_5", case(judgements, **(NOTHING | facts)), on)


def test_without_conduct_nobody_judges() -> None:
    free = fault()
    assert free.value is False
    assert not free.ask
    assert fault(causal=True).value is False


@pytest.mark.parametrize(
    "present",
    [
        {"false_statements": (conduct("2024-01-01"),)},
        {"false_statements": (conduct("2024-01-01", intentional=False),)},
        {"identity_deception": (conduct("2024-01-01"),)},
        {"noncooperation": (conduct("2024-01-01", reasonable=True),)},
        {"obstacles": (obstacle(fault=True),)},
    ],
)
def test_ongoing_conduct_is_disputed_until_judged(present: dict[str, Any]) -> None:
    assert fault(**present).disputed
    assert fault(**present).ask == (CAUSAL,)
    assert fault(causal=True, **present).value is True
    assert fault(causal=False, **present).value is False


@pytest.mark.parametrize(
    "harmless",
    [
        {"false_statements": (conduct("2021-01-01", "2024-12-31"),)},
        {"identity_deception": (conduct("2024-01-01", by="other"),)},
        {"noncooperation": (conduct("2024-01-01", reasonable=False),)},
        {"obstacles": (obstacle(fault=False),)},
        {"obstacles": (obstacle(fault=True, ended="2026-01-01"),)},
        {"false_statements": (conduct("2027-01-01"),)},
    ],
)
def test_past_foreign_or_unreasonable_conduct_is_no_fault(harmless: dict[str, Any]) -> None:
    assert fault(causal=True, **harmless).value is False


def test_past_conduct_is_shown() -> None:
    """Boundary case 33."""
    past = fault(false_statements=(conduct("2021-01-01", "2024-12-31"),))
    assert noted(past) == {"conduct_has_ended"}


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-11-21", True), ("2026-11-22", False), ("2026-11-23", False)]
)
def test_conduct_counts_until_it_ends(on: str, expected: bool) -> None:
    ended = {"false_statements": (conduct("2024-01-01", "2026-11-22"),)}
    assert fault(causal=True, on=on, **ended).value is expected


def test_what_nobody_asked_for_is_open_whatever_was_judged() -> None:
    for name in NOTHING:
        missing = {each: value for each, value in NOTHING.items() if each != name}
        for causal in (None, True, False):
            judgements = {} if causal is None else {CAUSAL: judged(causal)}
            found = fact("fault_25_5", case(judgements, **missing))
            assert found.value is None
            assert found.ask == (name,)


def test_an_entry_that_says_too_little_is_asked_for() -> None:
    assert fault(obstacles=(obstacle(fault=None),)).ask == ("obstacles",)
    assert fault(noncooperation=(conduct("2024-01-01"),)).ask == ("noncooperation",)
    known = fault(causal=True, obstacles=(obstacle(fault=None),), false_statements=(conduct("2024-01-01"),))
    assert known.value is True
