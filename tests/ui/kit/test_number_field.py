from decimal import Decimal

import pytest

from desktop.ui.kit.number_field import NumberField, read_number, shown_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.234,50", Decimal("1234.50")),
        ("1234,5", Decimal("1234.5")),
        ("1234.5", Decimal("1234.5")),
        ("1.234", Decimal("1234")),
        ("46,50 €", Decimal("46.50")),
        ("0", Decimal(0)),
    ],
)
def test_german_numbers(typed, number):
    assert read_number(typed, "de", whole=False) == number


@pytest.mark.parametrize("typed", ["", "-3", "zwölf", "1,2,3", "12.34.56", "1e5"])
def test_what_is_no_number(typed):
    assert read_number(typed, "de", whole=False) is None


def test_whole_numbers_take_no_fractions():
    assert read_number("12,5", "de", whole=True) is None
    assert read_number("12", "de", whole=True) == 12


def test_english_numbers():
    assert read_number("1,234.50", "en", whole=False) == Decimal("1234.50")


def test_a_field_reads_when_it_is_left_and_says_what_is_wrong(look, qtbot):
    field = NumberField(look, "€")
    qtbot.addWidget(field)
    said: list[object] = []
    field.entered.connect(said.append)
    field.line.setText("1.234,50")
    assert field.value() == Decimal("1234.50")
    assert said == [Decimal("1234.50")]
    assert field.line.text() == "1234,5" == shown_number(Decimal("1234.50"), look.texts)
    field.line.setText("viel")
    assert field.value() is None
    assert field.problem
