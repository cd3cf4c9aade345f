"""What prosecutor and court say about a witness, and whether the proceedings are over."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.decisions import ProsecutorStatement
from desktop.cases.shapes import Never
from desktop.rules.facts.value import FactValue
from tests.rules.facts.making import case, day, fact, noted, partial, title

APPROPRIATE, DOUBTED = "presence_considered_appropriate", "victim_statements_doubted"


def said(on: str, appropriate: bool | None = True, false: bool | None = None) -> ProsecutorStatement:
    made = partial(on)
    assert made is not None
    return ProsecutorStatement(made, "prosecutor", appropriate, false)


def of(name: str, *statements: ProsecutorStatement, on: str = "2026-11-22") -> FactValue:
    return fact(name, case(prosecutor_statements=statements), on)


def test_nobody_asked() -> None:
    for name in (APPROPRIATE, DOUBTED):
        assert fact(name, case()).ask == ("prosecutor_statements",)


def test_before_there_is_a_statement_the_answer_is_open_and_not_no() -> None:
    found = of(APPROPRIATE)
    assert found.value is None
    assert found.ask == ("prosecutor_statements",)
    assert noted(found) == {"no_prosecutor_statement"}
    assert of(DOUBTED).value is False


@pytest.mark.parametrize("answer", [True, False])
def test_the_last_statement_counts(answer: bool) -> None:
    found = of(APPROPRIATE, said("2026-09-01", answer), said("2026-05-01", not answer))
    assert found.value is answer
    assert of(APPROPRIATE, said("2026-09-01", None), said("2026-05-01")).value is None


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-11-21", True), ("2026-11-22", False), ("2026-11-23", False)]
)
def test_a_statement_counts_from_its_day(on: str, expected: bool) -> None:
    assert of(APPROPRIATE, said("2026-05-01"), said("2026-11-22", False), on=on).value is expected


def test_a_statement_that_lies_ahead_is_none_yet() -> None:
    assert of(APPROPRIATE, said("2026-12-01")).value is None
    assert of(DOUBTED, said("2026-12-01", False, True)).value is False


def test_which_is_the_newest_may_be_open() -> None:
    assert of(APPROPRIATE, said("2026-05"), said("2026-05-10", False)).value is None
    assert of(APPROPRIATE, said("2026-05"), said("2026-05-10")).value is True
    assert of(APPROPRIATE, said("2026-04"), said("2026-05-10", False)).value is False
    assert of(APPROPRIATE, said("2026-05-01"), said("2026-11", False)).value is None
    assert of(APPROPRIATE, said("2026-11")).value is None


def test_statements_held_to_be_false() -> None:
    assert of(DOUBTED, said("2026-09-01")).value is False
    assert of(DOUBTED, said("2026-09-01", False, True)).value is True
    assert of(DOUBTED, said("2026-09-01", False, True), said("2026-10-01")).value is False
    assert of(DOUBTED, said("2026-10", False, True), said("2026-10-10")).value is None


@pytest.mark.parametrize(("on", "over"), [("2026-11-21", False), ("2026-11-22", True), ("2026-11-23", True)])
def test_proceedings_are_over_from_the_day_they_end(on: str, over: bool) -> None:
    known = case(criminal_proceedings_ended_on=day("2026-11-22"))
    assert fact("criminal_proceedings_over", known, on).value is over


def test_proceedings_that_run_and_days_known_in_part() -> None:
    def over(value: Any) -> Any:
        return fact("criminal_proceedings_over", case(criminal_proceedings_ended_on=value)).value

    assert over(Never.NONE) is False
    assert over(partial("2026-10")) is True
    assert over(partial("2026-11")) is None
    assert over(partial("2026-12")) is False
    assert fact("criminal_proceedings_over", case()).ask == ("criminal_proceedings_ended_on",)


# § 10 Abs. 2: the titles after the proceedings extend the one of sentence 1


@pytest.mark.parametrize(
    ("held", "sought", "extends"),
    [
        ("25_4a_1", "25_4a_3", True),
        ("25_4a_3", "25_4a_3", True),
        ("25_4b_1", "25_4b_3", True),
        ("25_4b_1", "25_4a_3", False),
        ("25_4a_1", "25_4b_3", False),
        ("25_4a_3", "25_4a_1", False),
        ("25_3", "25_4a_3", False),
    ],
)
def test_what_a_title_after_the_proceedings_extends(held: str, sought: str, extends: bool) -> None:
    history = (title(held, "2026-01-01", "2027-01-01", issued_by="core:sachsen"),)
    known = case(status_periods=history, entry_date=day("2024-01-01"))
    found = fact("title_issued_by_abh_after_entry", known, title_id=sought, kind=DecisionKind.EXTENSION)
    assert found.value is extends
