"""What people type for a day."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.cases.periods import PartialDate
from desktop.cases.typed_day import DateProblem, read_day, read_exact_day, shown_day
from desktop.texts import Texts

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("22.11.2026", "2026-11-22"),
        ("22.11.26", "2026-11-22"),
        ("22.11.", "2026-11-22"),
        ("1.2.", "2026-02-01"),
        ("221126", "2026-11-22"),
        ("22112026", "2026-11-22"),
        ("22/11/2026", "2026-11-22"),
        ("22-11-2026", "2026-11-22"),
        ("2026-11-22", "2026-11-22"),
        ("  22.11.2026 ", "2026-11-22"),
        ("22. November 2026", "2026-11-22"),
        ("22 Nov 2026", "2026-11-22"),
        ("5. März 2027", "2027-03-05"),
        ("5 dec 26", "2026-12-05"),
        ("29.02.2028", "2028-02-29"),
        ("11.2026", "2026-11"),
        ("11/2026", "2026-11"),
        ("2026-11", "2026-11"),
        ("November 2026", "2026-11"),
        ("2026", "2026"),
        ("heute", "2026-11-22"),
        ("Heute", "2026-11-22"),
        ("today", "2026-11-22"),
        ("gestern", "2026-11-21"),
        ("morgen", "2026-11-23"),
        ("+14", "2026-12-06"),
        ("-3", "2026-11-19"),
        ("+14T", "2026-12-06"),
        ("+2W", "2026-12-06"),
        ("+3M", "2027-02-22"),
        ("+1J", "2027-11-22"),
        ("+ 1 y", "2027-11-22"),
        ("-11m", "2025-12-22"),
    ],
)
def test_short_forms(typed, meant):
    assert str(read_day(typed, TODAY)) == meant


def test_months_end_where_the_month_ends():
    assert str(read_day("+3M", date(2026, 11, 30))) == "2027-02-28"
    assert str(read_day("+1J", date(2028, 2, 29))) == "2029-02-28"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("23.11.90", "1990-11-23"),
        ("221126", "2026-11-22"),
        ("231126", "1926-11-23"),
        ("1.1.27", "1927-01-01"),
        ("23.11.", "2025-11-23"),
    ],
)
def test_a_birth_is_never_in_the_future(typed, meant):
    assert str(read_day(typed, TODAY, "past")) == meant


def test_two_digits_are_otherwise_near():
    assert str(read_day("1.1.30", TODAY)) == "2030-01-01"
    assert str(read_day("1.1.99", TODAY)) == "1999-01-01"


@pytest.mark.parametrize(
    "typed",
    ["31.02.2026", "29.02.2027", "00.11.2026", "32.01.26", "22.13.2026", "13.2026", "1815", "1.1.3000", "x",
     "22.11.20266", "1.2.3.4", "+", "²²1126", "Foo 2026", "November", "+9999J"],
)  # fmt: skip
def test_everything_else_is_one_sentence(typed):
    with pytest.raises(DateProblem) as caught:
        read_day(typed, TODAY)
    sentence = Texts("de", resources.path("i18n")).problem(caught.value)
    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2211", "2026-11-22"), ("3112", "2026-12-31"), ("0101", "2026-01-01"), ("22.11.", "2026-11-22"),
     ("20.12.", "2026-12-20"), ("201226", "2026-12-20"), ("1803", "2026-03-18"), ("2101", "2026-01-21"),
     ("2011", "2026-11-20"), ("2012", "2026-12-20"), ("1911", "2026-11-19")],
)  # fmt: skip
def test_where_one_day_is_meant_four_figures_are_day_and_month(typed, meant):
    assert str(read_exact_day(f" {typed} ", TODAY)) == meant


@pytest.mark.parametrize(
    ("typed", "century"),
    [("2012", "past"), ("1912", "past"), ("2001", "near"), ("2010", "past"), ("1901", "near")],
)
def test_four_figures_that_are_a_year_too_and_no_day_close_by_are_asked_about(typed, century):
    with pytest.raises(DateProblem) as caught:
        read_exact_day(typed, TODAY, century)
    german = Texts("de", resources.path("i18n")).problem(caught.value)
    assert german == (
        f"{typed} kann ein Jahr oder der {typed[:2]}.{typed[2:]}. sein: Bitte den ganzen Tag eingeben."
    )


@pytest.mark.parametrize("typed", ["2026", "1999", "11.2026", "November 2026"])
def test_where_one_day_is_meant_a_month_or_a_year_is_not_enough(typed):
    with pytest.raises(DateProblem, match="exact day"):
        read_exact_day(typed, TODAY)


def test_the_sentence_for_a_day_that_does_not_exist():
    with pytest.raises(DateProblem) as caught:
        read_day("31.02.2026", TODAY)
    german = Texts("de", resources.path("i18n")).problem(caught.value)
    assert german == "Den 31.02.2026 gibt es nicht: Dieser Monat hat 28 Tage."


@given(st.text(max_size=20))
def test_no_text_is_an_accident(typed):
    with suppress(DateProblem):
        read_day(typed, TODAY)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["de", "en"]))
def test_what_is_shown_is_read_back(day, language):
    texts = Texts(language, resources.path("i18n"))
    for value in (
        PartialDate.exactly(day),
        PartialDate.parse(f"{day:%Y-%m}"),
        PartialDate.parse(f"{day:%Y}"),
    ):
        assert read_day(shown_day(value, texts), TODAY) == value
