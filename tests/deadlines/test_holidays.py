"""The frozen holiday tables against the package they come from, and against the law read by hand."""

from __future__ import annotations

import importlib.util
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.deadlines.holidays import NAMES, PLACES, NoTable, calendar_of
from desktop.errors import Problem

_SCRIPT = Path(__file__).parents[2] / "packaging" / "holiday_tables.py"


@pytest.fixture(scope="module")
def tables():
    spec = importlib.util.spec_from_file_location("holiday_tables", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def every_day(first_year: int, last_year: int):
    day = date(first_year, 1, 1)
    while day.year <= last_year:
        yield day
        day += timedelta(1)


@pytest.mark.parametrize("place", PLACES)
def test_the_tables_say_what_the_package_says(tables, place: str):
    calendar = calendar_of(place)
    assert (calendar.first_year, calendar.last_year) == (tables.YEARS[0], tables.YEARS[-1])
    assert calendar.days == tables.of_package(place)
    days = set(every_day(calendar.first_year, calendar.last_year))
    holidays = {day for day in days if calendar.holiday(day)}
    assert holidays == set(calendar.days)


@pytest.mark.parametrize("place", PLACES)
def test_the_files_are_as_the_script_writes_them(tables, place: str):
    written = resources.path("holidays", f"{place}.yaml").read_text(encoding="utf-8")
    # another version of the package may write another source line
    assert written.splitlines()[2:] == tables.table(place).splitlines()[2:]


def test_every_table_has_a_name_and_every_name_a_table():
    found = {file.stem for file in resources.path("holidays").glob("*.yaml")}
    assert found == set(PLACES)
    used = {name for place in PLACES for name in calendar_of(place).days.values()}
    assert used == set(NAMES)


@pytest.mark.parametrize(
    ("place", "day", "name"),
    [
        ("DE-TH", date(2026, 9, 20), "World Children's Day"),
        ("DE-SN", date(2026, 11, 18), "Repentance Day"),
        ("DE-SN", date(2026, 6, 4), None),
        ("DE-SN+corpus", date(2026, 6, 4), "Corpus Christi"),
        ("DE-TH", date(2026, 6, 4), None),
        ("DE-TH+corpus", date(2026, 6, 4), "Corpus Christi"),
        ("DE-BY", date(2026, 8, 15), None),
        ("DE-BY+assumption", date(2028, 8, 15), "Assumption Day"),
        ("DE-BY-AUGSBURG", date(2028, 8, 8), "Augsburg Peace Festival"),
        ("DE-BY-AUGSBURG", date(2028, 8, 15), "Assumption Day"),
        ("DE-SL", date(2028, 8, 15), "Assumption Day"),
        ("DE-BE", date(2020, 5, 8), "Liberation Day"),
        ("DE-BE", date(2021, 5, 8), None),
        ("DE-BE", date(2025, 5, 8), "Liberation Day"),
        ("DE-MV", date(2022, 3, 8), None),
        ("DE-MV", date(2023, 3, 8), "International Women's Day"),
        ("DE", date(2020, 4, 10), "Good Friday"),
        ("DE", date(2038, 4, 26), "Easter Monday"),  # the latest Easter there is: 25 April
        ("DE", date(2024, 5, 9), "Ascension Day"),
        ("DE-BE", date(2028, 6, 17), "Anniversary of the uprising of 1953"),
        ("DE-BE", date(2027, 3, 8), "International Women's Day"),
        ("DE-MV", date(2027, 3, 8), "International Women's Day"),
        ("DE-BB", date(2027, 3, 8), None),
        ("DE", date(2027, 1, 6), None),
        ("DE", date(2027, 5, 6), "Ascension Day"),
        ("DE", date(2026, 12, 24), None),
        ("DE", date(2026, 12, 31), None),
    ],
)
def test_days_read_by_hand(place: str, day: date, name: str | None):
    assert calendar_of(place).holiday(day) == name


def test_an_unknown_place_has_the_nationwide_days_and_closes_early():
    nowhere = calendar_of("XX-YY")
    assert not nowhere.known
    assert nowhere.days == calendar_of("DE").days
    assert not nowhere.is_free(date(2027, 1, 6))  # a period does not roll over Epiphany ...
    assert not nowhere.is_open(date(2027, 1, 6))  # ... and nobody relies on an open door that day
    assert calendar_of("DE-HE").is_open(date(2027, 1, 6))
    assert not calendar_of("DE-BY").is_open(date(2028, 8, 15))


def test_offices_are_closed_on_the_eves_though_the_law_counts_them():
    for day in (date(2026, 12, 24), date(2026, 12, 31)):
        assert not calendar_of("DE-TH").is_free(day)
        assert not calendar_of("DE-TH").is_open(day)


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2041, 1, 1)])
def test_a_year_without_table_is_a_problem(day: date):
    for ask in (calendar_of("DE").is_free, calendar_of("DE").is_open, calendar_of("DE").holiday):
        with pytest.raises(NoTable, match="2020 to 2040"):
            ask(day)


@pytest.mark.parametrize(
    "text",
    [
        "place: DE-TH\nyears: 2020-2040\n",
        "place: DE\nyears: ever\n",
        "place: DE\nyears: 2020-2040\nsome_days: {}\n",
        "place: DE\nyears: 2020-2040\nevery_year: {doomsday: 01-01}\n",
        "place: DE\nyears: 2020-2040\nevery_year: {epiphany: 02-30}\n",
        "place: DE\nyears: 2020-2040\nsingle_days: {epiphany: [2026-02-29]}\n",
    ],
)
def test_a_damaged_table_is_a_problem(tmp_path, text: str):
    (tmp_path / "DE.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Problem, match=r"DE\.yaml"):
        calendar_of("DE", tmp_path)


def test_tables_are_plain_data():
    for place in PLACES:
        table = read_plain_file(resources.path("holidays", f"{place}.yaml")).value
        assert table["place"] == place
        assert table["source"]
