"""The test of a leaf: every kind of value against every kind of test."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop.cases.answers import Unknown
from desktop.cases.shapes import Never
from desktop.rules.comparison import Comparison, Kind, Reading
from desktop.rules.facts.value import Band, Duration, FactValue
from desktop.rules.verdict import Truth

YES, NO, UNKNOWN, DISPUTED = Truth.YES, Truth.NO, Truth.UNKNOWN, Truth.DISPUTED


@pytest.mark.parametrize(
    ("kind", "operand", "value", "expected"),
    [
        (Kind.IS, True, True, YES),
        (Kind.IS, True, False, NO),
        (Kind.IS, False, False, YES),
        (Kind.IS, "refugee", "refugee", YES),
        (Kind.IS, "refugee", "subsidiary", NO),
        (Kind.IS, "no5", frozenset({"no3", "no5"}), YES),
        (Kind.IS, "no5", frozenset(), NO),
        (Kind.IN, frozenset({"a", "b"}), "b", YES),
        (Kind.IN, frozenset({"a", "b"}), "c", NO),
        (Kind.NOT_IN, frozenset({"a", "b"}), "c", YES),
        (Kind.NOT_IN, frozenset({"a", "b"}), "a", NO),
        (Kind.IN, frozenset({"a", "b"}), frozenset({"b", "c"}), YES),
        (Kind.NOT_IN, frozenset({"a"}), frozenset(), YES),
        (Kind.KNOWN, True, date(2026, 1, 1), YES),
        (Kind.KNOWN, True, Never.NONE, NO),
        (Kind.KNOWN, False, Never.NONE, YES),
        (Kind.AT_LEAST, Decimal(100), Decimal("99.9"), NO),
        (Kind.AT_LEAST, Decimal(100), Decimal(100), YES),
        (Kind.MORE_THAN, Decimal(50), Decimal(50), NO),
        (Kind.MORE_THAN, Decimal(50), Decimal("50.01"), YES),
        (Kind.AT_MOST, 12, 12, YES),
        (Kind.LESS_THAN, 12, 12, NO),
        (Kind.AT_LEAST, "A2", "A1", NO),
        (Kind.AT_LEAST, "A2", "A2", YES),
        (Kind.AT_LEAST, "A2", "C1", YES),
        (Kind.AT_LEAST, "A2", "none", NO),
        (Kind.AT_LEAST, Duration(72), Duration(71, 29), NO),
        (Kind.AT_LEAST, Duration(72), Duration(72), YES),
        (Kind.AT_MOST, Duration(36), Duration(36), YES),
        (Kind.AT_MOST, Duration(36), Duration(36, 1), NO),
    ],
)
def test_a_value_meets_a_test(kind: Kind, operand: Any, value: Any, expected: Truth) -> None:
    assert Comparison(kind, operand).truth(FactValue(value)) is expected


@pytest.mark.parametrize(
    ("safe", "longest", "both", "on_safe", "on_longest"),
    [
        (72, 80, YES, YES, YES),
        (60, 72, DISPUTED, NO, YES),
        (60, 71, NO, NO, NO),
    ],
)
def test_a_band_is_disputed_only_between_its_readings(
    safe: int, longest: int, both: Truth, on_safe: Truth, on_longest: Truth
) -> None:
    value = FactValue(Band(Duration(safe), Duration(longest)))
    assert Comparison(Kind.AT_LEAST, Duration(72)).truth(value) is both
    assert Comparison(Kind.AT_LEAST, Duration(72), Reading.SAFE).truth(value) is on_safe
    assert Comparison(Kind.AT_LEAST, Duration(72), Reading.LONGEST).truth(value) is on_longest


def test_a_band_for_want_of_an_answer_is_unknown_between_its_readings() -> None:
    value = FactValue(Band(Duration(60), Duration(80)), unknown=Unknown.NOT_ASKED)
    assert Comparison(Kind.AT_LEAST, Duration(72)).truth(value) is UNKNOWN
    assert Comparison(Kind.AT_LEAST, Duration(60)).truth(value) is YES


def test_a_band_below_a_limit() -> None:
    value = FactValue(Band(Duration(3), Duration(9)))
    assert Comparison(Kind.AT_MOST, Duration(12)).truth(value) is YES
    assert Comparison(Kind.AT_MOST, Duration(6)).truth(value) is DISPUTED
    assert Comparison(Kind.AT_MOST, Duration(2)).truth(value) is NO


@pytest.mark.parametrize("test", [Comparison(Kind.IS, True), Comparison(Kind.IS, False)])
def test_unknown_and_disputed_stay_what_they_are(test: Comparison) -> None:
    assert test.truth(FactValue(None, unknown=Unknown.WILL_NOT_SAY)) is UNKNOWN
    assert test.truth(FactValue(None, disputed=True)) is DISPUTED
    assert test.truth(FactValue(True, disputed=True)) is DISPUTED


def test_a_test_reads_as_the_rule_file_writes_it() -> None:
    assert str(Comparison(Kind.AT_LEAST, Duration(72))) == "at_least: 72"
    assert str(Comparison(Kind.IS, False)) == "is: no"
    assert str(Comparison(Kind.IN, frozenset({"b", "a"}))) == "in: [a, b]"
