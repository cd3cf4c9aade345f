"""What is counted otherwise: waiting, validity, fixed days, extensions; what is not known or cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from desktop import resources
from desktop.cases.periods import PartialDate
from desktop.deadlines.arithmetic import Length, Unit, days, months, weeks
from desktop.deadlines.counting import Begins
from desktop.deadlines.holidays import calendar_of
from desktop.deadlines.legal_period import (
    Law,
    LegalPeriod,
    end_of_validity,
    extended,
    fixed_day,
    period,
    waiting,
    weeks_before,
    working_days,
)
from desktop.errors import Problem
from desktop.texts import LANGUAGES, Texts
from tests.deadlines.counting import MUNICH, d, told

FRANKFURT = calendar_of("DE-HE")

# What the other functions count


def three(found: LegalPeriod) -> tuple[date, date, date]:
    return found.raw_end, found.end, found.safe_day


@pytest.mark.parametrize(
    ("event", "count", "end", "safe_day"),
    [
        ("23.12.2026", 3, "28.12.2026", "23.12.2026"),  # example 57: the day of service itself is open
        ("24.12.2026", 1, "28.12.2026", "24.12.2026"),  # 24 to 27 December are closed: the same day
        ("25.12.2026", 1, "28.12.2026", "25.12.2026"),
        ("26.12.2026", 2, "28.12.2026", "28.12.2026"),
    ],
)
def test_the_safe_day_never_lies_before_the_event(event: str, count: int, end: str, safe_day: str):
    found = period(d(event), days(count), MUNICH)
    assert (found.end, found.safe_day) == (d(end), d(safe_day))
    assert found.to_safe[-1].values["day"] == d(safe_day)


def test_a_working_day_after_a_closed_one_is_safe_on_the_day_itself():
    # Tue 31 October and Wed 1 November 2028 are closed somewhere in Germany.
    found = working_days(d("31.10.2028"), 1, calendar_of(""))
    assert (found.end, found.safe_day) == (d("01.11.2028"), d("31.10.2028"))


def test_19_a_waiting_period_does_not_roll_and_opens_on_the_next_day():
    found = waiting(d("30.11.2026"), months(3), MUNICH)
    assert (found.end, found.opens) == (d("28.02.2027"), d("01.03.2027"))
    assert told(found.counted) == "187(1) > 188(3)"
    late = waiting(PartialDate.parse("2026-11"), months(3), MUNICH)
    assert late.opens == d("01.03.2027")  # of a month its last day counts: 30 November


@pytest.mark.parametrize(
    ("number", "last", "safe_day"),
    [
        ("20", "28.02.2027", "26.02.2027"),
        ("21", "26.12.2026", "23.12.2026"),
        ("63", "16.12.2026", "16.12.2026"),
        ("65b", "28.02.2027", "26.02.2027"),
    ],
)
def test_the_end_of_a_paper_is_prompted_before_never_after(number: str, last: str, safe_day: str):
    found = end_of_validity(d(last), MUNICH)
    assert three(found) == (d(last), d(last), d(safe_day))


def test_37_a_day_named_by_the_authority_rolls_unless_the_letter_fixes_it():
    named_day = fixed_day(d("26.12.2026"), MUNICH)
    assert three(named_day) == (d("26.12.2026"), d("28.12.2026"), d("23.12.2026"))
    assert Law.PROCEDURE.value in [step.cite for step in named_day.counted]
    final = fixed_day(d("26.12.2026"), MUNICH, final=True)
    assert three(final) == (d("26.12.2026"), d("26.12.2026"), d("23.12.2026"))
    assert "§ 31 Abs. 3 S. 2, Abs. 5 VwVfG" in [step.cite for step in final.counted]


@pytest.mark.parametrize(
    ("count", "day", "safe_day"),
    [(8, "03.01.2027", "30.12.2026"), (12, "06.12.2026", "04.12.2026"), (16, "08.11.2026", "06.11.2026")],
)
def test_40_weeks_before_an_end(count: int, day: str, safe_day: str):
    found = weeks_before(d("28.02.2027"), count, MUNICH)
    assert three(found) == (d(day), d(day), d(safe_day))


@pytest.mark.parametrize(
    ("number", "served", "line", "end"),
    [
        ("48", "17.12.2026", "30.12.2026", "30.12.2026"),  # week to Thu 24; 28, 29, 30 (24 is a working day)
        ("49", "17.03.2027", "31.03.2027", "31.03.2027"),  # week to Wed 24; 25, then 30, 31 after Easter
        (
            "50",
            "19.12.2026",
            "30.12.2026",
            "31.12.2026",
        ),  # week to Sat 26 -> Mon 28; 29, 30, 31; raw 28, 29, 30
    ],
)
def test_three_working_days_after_a_week(number: str, served: str, line: str, end: str):
    week = period(d(served), weeks(1), FRANKFURT, law=Law.COURT)
    found = working_days(week, 3, FRANKFURT, "§ 38 Abs. 5 S. 3 AsylG")
    assert three(found) == (d(line), d(end), d(line))
    assert "§ 38 Abs. 5 S. 3 AsylG" in [step.cite for step in found.counted]
    assert any("safe line" in step.text for step in found.counted) == (line != end)


def test_51_three_working_days_after_a_court_decision():
    found = working_days(d("24.03.2027"), 3, FRANKFURT, "§ 38 Abs. 5 S. 3 AsylG")
    assert three(found) == (d("31.03.2027"), d("31.03.2027"), d("31.03.2027"))


def test_an_extension_runs_from_the_end_of_the_former_period():
    former = fixed_day(d("26.12.2026"), MUNICH)
    found = extended(former, weeks(2), MUNICH)
    # rolled end Mon 28 December + 2 weeks = Mon 11 January; raw end Sat 26 December + 2 weeks = Sat 9 January
    assert three(found) == (d("09.01.2027"), d("11.01.2027"), d("08.01.2027"))
    assert "190" in told(found.counted).split(" > ")
    # A former end on Tue 15 December is the same on both lines, and so is Tue 29 December.
    plain = extended(d("15.12.2026"), weeks(2), MUNICH)
    assert three(plain) == (d("29.12.2026"), d("29.12.2026"), d("29.12.2026"))
    # 31 January (Sunday) extended by a month: from Mon 1 February to 1 March; raw: 28 February.
    month = extended(fixed_day(d("31.01.2027"), MUNICH), months(1), MUNICH)
    assert three(month) == (d("28.02.2027"), d("01.03.2027"), d("26.02.2027"))


# What is not known, and what cannot be


def test_a_start_known_by_month_gives_a_range_and_the_earlier_end_counts():
    found = period(PartialDate.parse("2026-10"), months(3), calendar_of("DE-TH"))
    # 1 October: 1 January, a holiday, then a weekend -> Mon 4. 31 October: Sun 31 January -> Mon 1 February
    assert (found.end, found.latest) == (d("04.01.2027"), d("01.02.2027"))
    assert found.safe_day == d("30.12.2026")
    assert found.notes[0].values == {"first": d("01.10.2026"), "last": d("31.10.2026")}


def test_every_rolled_day_cites_the_rule_of_its_law():
    for law in Law:
        found = period(d("18.12.2026"), weeks(1), MUNICH, law=law)
        assert found.counted[-1].cite == law.value


def test_an_unknown_place_is_noted():
    assert not period(d("18.12.2026"), weeks(1), MUNICH).notes
    assert "place is not known" in period(d("18.12.2026"), weeks(1), calendar_of("")).notes[0].text


def test_outside_the_tables_nothing_rolls_and_a_step_says_why():
    found = period(d("22.12.2040"), weeks(2), MUNICH)
    assert found.end == found.raw_end == d("05.01.2041")
    assert found.safe_day < d("05.01.2041")
    assert any("Holidays are known from" in step.text for step in found.counted)
    # A roll into the first year without a table stays where it is: 29 December 2040 is a Sat, 31 a Mon.
    assert period(d("29.11.2040"), months(1), MUNICH).end == d("31.12.2040")


@pytest.mark.parametrize("count", [0, -3])
def test_a_period_of_nothing_or_less_is_a_problem(count: int):
    for ask in (
        lambda: period(d("01.12.2026"), days(count), MUNICH),
        lambda: period(d("01.12.2026"), Length(count, Unit.YEARS), MUNICH, begins=Begins.DAY),
        lambda: working_days(d("01.12.2026"), count, MUNICH),
        lambda: waiting(d("01.12.2026"), months(count), MUNICH),
        lambda: extended(d("01.12.2026"), weeks(count), MUNICH),
        lambda: weeks_before(d("01.12.2026"), count, MUNICH),
    ):
        with pytest.raises(Problem, match=f"A period of {count} cannot be counted"):
            ask()


def test_a_negative_count_is_not_saved_by_half_a_month():
    with pytest.raises(Problem):
        period(d("01.12.2026"), Length(-1, Unit.MONTHS, half_month=True), MUNICH)


@pytest.mark.parametrize("unit", Unit)
def test_an_end_out_of_reach_is_a_problem(unit: Unit):
    for count in (10**5, 10**9, 10**30):
        with pytest.raises(Problem, match="too far away"):
            period(d("01.12.2026"), Length(count, unit), MUNICH)


def test_every_step_is_told_in_both_languages():
    rolled = period(d("18.12.2026"), weeks(1), MUNICH)
    for language in LANGUAGES:
        texts = Texts(language, resources.path("i18n"))
        for step in (*rolled.derivation, *working_days(rolled, 3, MUNICH).derivation):
            assert texts.translated(step.text)
            assert "{" not in step.show(texts)
    german = Texts("de", resources.path("i18n"))
    assert rolled.counted[2].show(german) == (
        "Fr 25.12.2026 ist Feiertag: Erster Weihnachtstag (Bayern, Ort mit Mariä Himmelfahrt)."
    )
