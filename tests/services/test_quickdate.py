"""Planned days as people type them."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.deadlines.holidays import NAMES, PLACES, calendar_of
from desktop.errors import Problem
from desktop.services import quickdate
from desktop.texts import Texts

TODAY = date(2026, 11, 24)  # a Tuesday
BAVARIA = calendar_of("DE-BY")
GERMAN = Texts("de", resources.path("i18n"))
DAYS = st.dates(date(2024, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("+14", "2026-12-08"),
        ("14", None),
        ("+2W", "2026-12-08"),
        ("+2 Wochen", None),
        ("+3M", "2027-02-24"),
        ("+1J", "2027-11-24"),
        ("+1y", "2027-11-24"),
        ("heute", "2026-11-24"),
        ("today", "2026-11-24"),
        ("morgen", "2026-11-25"),
        ("tomorrow", "2026-11-25"),
        ("24.11.", "2026-11-24"),
        ("25.11.", "2026-11-25"),
        ("3.1.", "2027-01-03"),
        ("23.8.", "2027-08-23"),  # 93 days ago
        ("22.11.26", "2026-11-22"),
        ("221126", "2026-11-22"),
        ("22.11.2026", "2026-11-22"),
        ("2. Februar", "2027-02-02"),
        ("2 Feb", "2027-02-02"),
        ("mo", "2026-11-30"),
        ("di", "2026-12-01"),  # today is one: the next
        ("Mi", "2026-11-25"),
        ("fr.", "2026-11-27"),
        ("Freitag", "2026-11-27"),
        ("friday", "2026-11-27"),
        ("sun", "2026-11-29"),
        ("Sonnabend", "2026-11-28"),
    ],
)
def test_short_forms(typed, meant):
    if meant is None:
        with pytest.raises(Problem):
            quickdate.read(typed, TODAY, BAVARIA)
    else:
        assert quickdate.read(typed, TODAY, BAVARIA).day == date.fromisoformat(meant)


@pytest.mark.parametrize("typed", ["23.11.", "22.11.", "24.8.", "22. Nov"])  # 24.8. is 92 days ago
def test_a_day_that_passed_lately_wants_its_year(typed):
    with pytest.raises(Problem, match=r"2026-.* has just passed: type the year"):
        quickdate.read(typed, TODAY, BAVARIA)


def test_over_the_turn_of_the_year_too():
    with pytest.raises(Problem, match="2026-12-22 has just passed"):
        quickdate.read("22.12.", date(2027, 1, 3), BAVARIA)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("31.04.", "31.04.2027 does not exist: that month has 30 days."),
        ("29.2.", "29.02.2027 does not exist: that month has 28 days."),
        ("1.13.", "There is no month 13"),
        ("11.2026", "The exact day is needed"),
        ("2026", "The exact day is needed"),
        ("bald", "This is not a date"),
        ("", "This is not a date"),
        ("0.5.", "00.05.2027 does not exist"),
        ("+9999w", "The year 2218 is not possible"),
    ],
)
def test_mistakes_are_one_sentence(typed, sentence):
    with pytest.raises(Problem) as raised:
        quickdate.read(typed, TODAY, BAVARIA)
    assert str(raised.value).startswith(sentence)
    assert GERMAN.translated(raised.value.sentence)


@pytest.mark.parametrize(
    ("place", "day", "german"),
    [
        ("DE-BY", "2026-11-28", "Sa 28.11.2026 · ein Samstag"),
        ("DE-BY", "2026-11-29", "So 29.11.2026 · ein Sonntag"),
        ("DE-BY", "2027-01-06", "Mi 06.01.2027 · Feiertag: Heilige Drei Könige ({place})"),
        ("DE-BE", "2027-01-06", "Mi 06.01.2027"),
        ("DE", "2027-01-06", "Mi 06.01.2027 · mancherorts Feiertag (Deutschland)"),
        (
            "DE-BE",
            "2026-12-24",
            "Do 24.12.2026 · die Ämter haben geschlossen, obwohl kein Feiertag ist",
        ),
        ("DE-BE", "2026-12-25", "Fr 25.12.2026 · Feiertag: Erster Weihnachtstag ({place})"),
    ],
)
def test_a_closed_day_is_said_and_not_moved(place, day, german):
    found = quickdate.QuickDay(
        date.fromisoformat(day), quickdate.closed(date.fromisoformat(day), calendar_of(place))
    )
    assert found.words(GERMAN) == german.format(place=GERMAN(PLACES[place]))
    assert quickdate.read(day, TODAY, calendar_of(place)) == found


def test_beyond_the_tables_that_is_said():
    day = date(2044, 12, 23)
    note = quickdate.closed(day, BAVARIA)
    assert note is not None
    assert "2044" in note.show(GERMAN)


@given(day=DAYS, place=st.sampled_from(sorted(PLACES)))
def test_a_note_stands_exactly_where_offices_are_not_surely_open(day, place):
    assert (quickdate.closed(day, calendar_of(place)) is None) == calendar_of(place).is_open(day)


@given(today=DAYS, day=DAYS)
def test_a_day_with_its_year_is_that_day(today, day):
    for typed in (f"{day:%d.%m.%Y}", f"{day:%d%m%Y}", day.isoformat(), f"{day:%d.%m.%y}", f"{day:%d%m%y}"):
        assert quickdate.read(typed, today, BAVARIA).day == day


@given(today=DAYS, day=DAYS)
def test_a_day_without_its_year_is_the_next_one_or_a_question(today, day):
    try:
        found = quickdate.read(f"{day:%d.%m.}", today, BAVARIA).day
    except Problem:
        passed = [each for each in _same_days(day, today) if 0 < (today - each).days <= 92]
        assert passed or (day.month, day.day) == (2, 29)
    else:
        assert (found.month, found.day) == (day.month, day.day)
        assert found >= today
        assert not any(today <= each < found for each in _same_days(day, today))
        assert not any(0 < (today - each).days <= 92 for each in _same_days(day, today)) or found == today


def _same_days(day, today):
    for year in range(today.year - 1, today.year + 2):
        with suppress(ValueError):
            yield day.replace(year=year)


@given(today=DAYS, count=st.integers(0, 2000))
def test_days_and_weeks_from_today(today, count):
    assert quickdate.read(f"+{count}", today, BAVARIA).day == today + timedelta(days=count)
    if count <= 500:
        assert quickdate.read(f"+{count}w", today, BAVARIA).day == today + timedelta(weeks=count)


@given(today=DAYS, weekday=st.integers(0, 6))
def test_a_weekday_is_within_the_next_seven_days(today, weekday):
    typed = "mo di mi do fr sa so".split()[weekday]
    found = quickdate.read(typed, today, BAVARIA).day
    assert found.weekday() == weekday
    assert 1 <= (found - today).days <= 7


@given(st.text(max_size=40))
def test_anything_typed_is_a_day_or_a_sentence(typed):
    with suppress(Problem):
        quickdate.read(typed, TODAY, BAVARIA)
    with suppress(Problem):
        quickdate.read_line(typed, TODAY, BAVARIA)
    with suppress(Problem):
        quickdate.read_time(typed)


@pytest.mark.parametrize(
    ("typed", "day", "time", "what"),
    [
        ("+14", "2026-12-08", "", ""),
        ("+14 Pass nachfragen", "2026-12-08", "", "Pass nachfragen"),
        ("+ 3 M Pass", "2027-02-24", "", "Pass"),
        ("3.12. 14:30 Anhörung", "2026-12-03", "14:30", "Anhörung"),
        ("3.12. 9.15 Uhr ABH", "2026-12-03", "09:15", "ABH"),
        ("2. Dezember 2026 Termin", "2026-12-02", "", "Termin"),
        ("fr 3 Kopien holen", "2026-11-27", "", "3 Kopien holen"),
        ("morgen   anrufen", "2026-11-25", "", "anrufen"),
    ],
)
def test_a_line_begins_with_its_day(typed, day, time, what):
    found = quickdate.read_line(typed, TODAY, BAVARIA)
    assert (found.on.day.isoformat(), found.time, found.what) == (day, time, what)


@pytest.mark.parametrize("typed", ["", "  ", "Pass nachfragen", "31.04. Pass", "nachfragen +14"])
def test_a_line_without_a_day_is_refused(typed):
    with pytest.raises(Problem):
        quickdate.read_line(typed, TODAY, BAVARIA)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("14:30", "14:30"),
        ("14.30", "14:30"),
        ("1430", "14:30"),
        ("930", "09:30"),
        ("9", "09:00"),
        ("14 Uhr", "14:00"),
        ("9:15 Uhr", "09:15"),
        ("0:00", "00:00"),
        ("", ""),
    ],
)
def test_times(typed, time):
    assert quickdate.read_time(typed) == time


@pytest.mark.parametrize("typed", ["24:00", "14:60", "2460", "halb drei", "99", "-1", "12345"])
def test_what_is_no_time(typed):
    with pytest.raises(Problem, match="time of day"):
        quickdate.read_time(typed)


def test_holidays_have_names_in_german():
    assert all(GERMAN.translated(name) for name in NAMES.values())
