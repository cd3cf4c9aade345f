"""Time for the settlement permit: possession, § 85, the asylum procedure before it, what stays open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.deadlines.spans import Duration, length
from desktop.rules.facts.value import FactValue
from tests.rules.facts.durations import band, exactly
from tests.rules.facts.making import absence, asylum, case, day, education, fact, filed, noted, status, title


def time(
    norm: str, of: str, *periods: Any, on: str = "2026-11-22", procedures: Any = (), **facts: Any
) -> FactValue:
    answers = {
        "status_periods": periods,
        "asylum_procedures": procedures,
        "applications": (),
        "absence_periods": (),
    } | facts
    return fact(f"settlement_months_{norm}", case(**answers), on, of=of, title_id="26_4")


REFUGEE = asylum("refugee", "2021-11-20", "2023-10-15", "2023-11-01")


def test_the_procedure_and_the_permit_are_added_without_the_month_between():
    """Boundary case 17: 23 months 12 days and 35 months 21 days."""
    held = title("25_2_1", "2023-12-01", "2026-12-01")
    found = time("26_3", "seamless", held, procedures=(REFUGEE,))
    assert band(found) == exactly(59, 3)
    assert {"possession_since", "procedure_counts"} <= noted(found)
    longer = title("25_2_1", "2023-12-01", "2027-12-01")
    assert band(time("26_3", "seamless", longer, procedures=(REFUGEE,), on="2026-12-18")) == exactly(59, 29)
    assert band(time("26_3", "seamless", longer, procedures=(REFUGEE,), on="2026-12-19")) == exactly(60)


def test_both_parts_can_be_read_alone():
    held = title("25_2_1", "2023-12-01", "2027-12-01")
    known = case(status_periods=(held,), asylum_procedures=(REFUGEE,), applications=(), absence_periods=())
    assert band(fact("possession_months", known, of="26_3")) == exactly(35, 21)
    assert band(fact("asylum_procedure_months", known, of="26_3")) == exactly(23, 12)


def test_without_a_permit_nothing_counts():
    assert band(time("26_3", "seamless", procedures=(REFUGEE,))) == exactly(0)
    tolerated = status("D60a_2_1", "2020-01-01", "2027-01-01")
    assert band(time("26_4", "seamless", tolerated, procedures=(REFUGEE,))) == exactly(0)


def test_a_permit_of_the_future_does_not_count():
    assert band(time("26_4", "seamless", title("25_3", "2027-01-01", "2028-01-01"))) == exactly(0)


def test_overlapping_cards_count_once():
    cards = title("25_3", "2020-11-22", "2024-01-01"), title("25_3", "2023-06-01", "2027-01-01")
    assert band(time("26_4", "seamless", *cards)) == exactly(72)


@pytest.mark.parametrize(
    ("again", "seamless", "bridged"),
    [
        ("2024-01-01", exactly(70, 21), exactly(70, 21)),
        ("2024-01-02", exactly(34, 20), exactly(70, 20)),
        ("2025-01-01", exactly(22, 21), exactly(58, 21)),
        ("2025-01-02", exactly(22, 20), exactly(22, 20)),
    ],
)
def test_one_day_breaks_the_row_and_a_year_can_be_disregarded(again: str, seamless: Any, bridged: Any):
    cards = title("25_3", "2021-01-01", "2024-01-01"), title("25_3", again, "2028-01-01")
    assert band(time("26_4", "seamless", *cards)) == seamless
    found = time("26_4", "bridged", *cards)
    assert band(found) == bridged
    assert ("possession_gap" in noted(found)) is (again in ("2024-01-02", "2025-01-01"))


def test_the_days_of_a_break_are_not_counted_themselves():
    cards = title("25_3", "2021-01-01", "2022-01-01"), title("25_3", "2022-07-01", "2028-01-01")
    assert band(time("26_4", "bridged", *cards, on="2026-07-01")) == exactly(60)


def test_the_permit_runs_on_by_an_application_in_time():
    held = title("25_3", "2021-11-22", "2026-11-01")
    going_on = time("26_4", "seamless", held, applications=(filed("26_4", "2026-10-15"),))
    assert band(going_on) == exactly(60)
    late = time("26_4", "seamless", held, applications=(filed("26_4", "2026-11-05"),))
    assert band(late) == exactly(0)
    open_yet = case(status_periods=(held,), asylum_procedures=(), absence_periods=())
    found = fact("settlement_months_26_4", open_yet, of="seamless")
    assert found.value is None
    assert "applications" in found.ask


def test_a_certificate_counts_with_the_title_it_continues():
    held = title("25_3", "2021-11-22", "2026-06-01"), status("F81_4", "2026-06-01", "2027-06-01")
    assert band(time("26_4", "seamless", *held)) == exactly(60)
    assert band(time("26_3", "seamless", *held)) == exactly(0)


def test_section_24_and_other_permits_count_only_on_the_widest_reading():
    titles = title("24", "2021-11-22", "2025-11-22"), title("25_3", "2025-11-22", "2028-01-01")
    assert band(time("26_4", "seamless", *titles)) == exactly(12)
    assert band(time("26_4", "any_permit", *titles)) == exactly(60)
    other = title("other", "2021-11-22", "2025-11-22"), title("25_3", "2025-11-22", "2028-01-01")
    assert band(time("26_4", "any_permit", *other)) == exactly(60)


def test_only_titles_for_protected_and_resettled_persons_count_for_the_entitlement():
    titles = title("25_3", "2020-11-22", "2024-11-22"), title("25_2_1", "2024-11-22", "2028-01-01")
    assert band(time("26_3", "seamless", *titles)) == exactly(24)
    assert band(time("26_4", "seamless", *titles)) == exactly(72)


def test_a_visa_before_the_permit_is_not_certain():
    held = status("visa_D", "2021-08-22", "2021-11-22"), title("23_4", "2021-11-22", "2028-01-01")
    assert band(time("26_3", "seamless", *held)) == (Duration(60), Duration(63))


def test_months_known_by_name_are_read_short_and_ask_for_the_day():
    found = time("26_4", "seamless", title("25_3", "2021-11", "2028-01-01"))
    assert band(found) == (Duration(59, 23), Duration(60, 21))
    assert found.unknown is not None
    assert "status_periods" in found.ask


# The asylum procedure


def test_a_failed_procedure_counts_although_years_of_toleration_lie_between():
    rejected = asylum("rejected", "2015-01-01", "2016-12-01", "2017-01-01")
    periods = status("D60a_2_1", "2017-01-01", "2023-11-22"), title("25_3", "2023-11-22", "2028-01-01")
    assert band(time("26_4", "seamless", *periods, procedures=(rejected,))) == exactly(60)


def test_only_what_lies_before_the_permit_is_added():
    running = asylum("refugee", "2022-11-22", "2025-01-01", "2025-06-01")
    held = title("25_3", "2023-11-22", "2028-01-01")
    assert band(time("26_4", "seamless", held, procedures=(running,))) == exactly(48)
    later = asylum("pending", "2025-01-01", kind="subsequent", procedure_carried_out=True)
    assert band(
        time("26_4", "seamless", title("25b_1", "2023-11-22", "2028-01-01"), procedures=(later,))
    ) == exactly(36)


def test_a_subsequent_application_counts_only_if_it_was_carried_through():
    held = title("25_3", "2023-11-22", "2028-01-01")
    for carried, expected in (
        (True, exactly(48)),
        (False, exactly(36)),
        (None, (Duration(36), Duration(48))),
    ):
        follow_up = asylum(
            "ban_60_5",
            "2022-01-01",
            "2022-12-01",
            "2023-01-01",
            kind="subsequent",
            procedure_carried_out=carried,
        )
        found = time("26_4", "seamless", held, procedures=(follow_up,))
        assert band(found) == expected
        assert (found.unknown is not None) is (carried is None)


def test_several_procedures_are_certain_only_with_the_last():
    first = asylum("rejected", "2018-01-01", "2018-12-01", "2019-01-01")
    second = asylum(
        "ban_60_5", "2022-01-01", "2022-12-01", "2023-01-01", kind="subsequent", procedure_carried_out=True
    )
    found = time("26_4", "seamless", title("25_3", "2023-11-22", "2028-01-01"), procedures=(first, second))
    assert band(found) == (Duration(48), Duration(60))
    assert found.unknown is None
    assert "several_procedures" in noted(found)


@pytest.mark.parametrize("outcome", ["withdrawn", "inadmissible"])
def test_a_procedure_that_was_not_carried_through_is_disputed(outcome: str):
    other = asylum(outcome, "2022-01-01", "2022-12-01", "2023-01-01")
    found = time("26_4", "seamless", title("25_3", "2023-11-22", "2028-01-01"), procedures=(other,))
    assert band(found) == (Duration(36), Duration(48))


def test_a_procedure_of_an_earlier_stay_is_disputed():
    old = asylum("rejected", "2001-01-01", "2001-12-01", "2002-01-01")
    held = title("22_1", "2023-11-22", "2028-01-01")
    assert band(time("26_4", "seamless", held, procedures=(old,), entry_date=day("2023-11-01"))) == (
        Duration(36),
        Duration(48),
    )
    assert band(time("26_4", "seamless", held, procedures=(old,))) == exactly(48)


def test_missing_days_of_a_procedure_are_asked_for_and_never_make_a_yes():
    held = title("25_3", "2023-11-22", "2028-01-01")
    no_end = time("26_4", "seamless", held, procedures=(asylum("ban_60_5", "2020-01-01", "2021-01-01"),))
    assert band(no_end) == (Duration(48), Duration(82, 21))
    no_start = time(
        "26_4", "seamless", held, procedures=(asylum("ban_60_5", None, "2021-01-01", "2021-02-01"),)
    )
    assert band(no_start)[0] == Duration(36)
    not_asked = fact(
        "settlement_months_26_4",
        case(status_periods=(held,), applications=(), absence_periods=()),
        of="seamless",
        title_id="26_4",
    )
    assert band(not_asked)[0] == Duration(36)
    for found in (no_end, no_start, not_asked):
        assert found.unknown is not None
        assert "asylum_procedures" in found.ask
    long_enough = case(
        status_periods=(title("25_3", "2019-01-01", "2028-01-01"),), applications=(), absence_periods=()
    )
    assert band(fact("settlement_months_26_4", long_enough, of="seamless"))[0] >= Duration(60)


def test_nothing_recorded_is_unknown():
    found = fact("settlement_months_26_3", case(), of="seamless")
    assert found.value is None
    assert "status_periods" in found.ask


# Stays abroad and credits (§ 9 Abs. 4, § 51)


def test_nothing_is_certain_before_stays_abroad_are_asked():
    held = case(
        status_periods=(title("25_3", "2019-01-01", "2028-01-01"),), asylum_procedures=(), applications=()
    )
    found = fact("settlement_months_26_4", held, of="seamless")
    assert band(found) == (Duration(), Duration(94, 21))
    assert found.unknown is not None
    assert "absence_periods" in found.ask


def test_a_long_stay_abroad_that_was_not_agreed_may_have_ended_the_title():
    held = title("25_2_1", "2020-11-22", "2028-01-01")
    abroad = absence("2023-01-01", "2023-08-01")
    found = time("26_3", "seamless", held, absence_periods=(abroad,))
    assert band(found)[0] == Duration(39, 21)
    assert band(found)[1] == Duration(71)
    short = time("26_3", "seamless", held, absence_periods=(absence("2023-01-01", "2023-07-01"),))
    assert band(short) == exactly(72)


def test_of_an_agreed_stay_abroad_six_months_are_credited():
    abroad = (absence("2023-01-01", "2024-01-01", agreed=True),)
    held = title("25_2_1", "2020-11-22", "2028-01-01")
    assert band(time("26_3", "seamless", held, absence_periods=abroad)) == exactly(66)
    other = time("26_4", "seamless", title("25_3", "2020-11-22", "2028-01-01"), absence_periods=abroad)
    assert band(other) == (Duration(66), Duration(72))


def test_study_before_the_permit_may_be_credited_by_half_for_the_entitlement_only():
    titles = title("other", "2019-11-22", "2023-11-22"), title("25_2_1", "2023-11-22", "2028-01-01")
    studied = (education("university", "2019-11-22", "2021-11-22"),)
    assert band(time("26_3", "seamless", *titles, education_periods=studied)) == (Duration(36), Duration(48))
    assert band(time("26_3", "seamless", *titles, education_periods=())) == exactly(36)
    assert band(time("26_4", "seamless", *titles, education_periods=studied)) == exactly(36)


def test_an_earlier_settlement_permit_may_credit_four_years():
    titles = title("26_4", "2010-01-01", "2020-01-01"), title("25_2_1", "2025-11-22", "2028-01-01")
    assert band(time("26_3", "seamless", *titles)) == (Duration(12), Duration(60))


# Counting day by day


@given(
    st.lists(
        st.tuples(st.dates(date(2015, 1, 1), date(2027, 1, 1)), st.integers(1, 900)), min_size=1, max_size=5
    )
)
@settings(max_examples=150, deadline=None)
def test_rows_are_what_counting_day_by_day_gives(cards: list[tuple[date, int]]):
    """Back from the day: one day breaks the seamless row, more than a year the bridged one."""
    on = date(2026, 11, 22)
    held = {start + timedelta(each) for start, days in cards for each in range(days)}
    periods = [title("25_3", f"{start}", f"{start + timedelta(days)}") for start, days in cards]

    def first_of_stretch(end: date) -> date:
        while end - timedelta(1) in held:
            end -= timedelta(1)
        return end

    begun = first_of_stretch(on)
    assert band(time("26_4", "seamless", *periods, on=f"{on}")) == (length(begun, on),) * 2
    total, end = length(begun, on), begun
    while True:
        earlier = [day for day in held if day < end]
        if not earlier or length(max(earlier) + timedelta(1), end) > Duration(12):
            break
        last = max(earlier) + timedelta(1)
        end = first_of_stretch(last)
        total += length(end, last)
    found, certain = band(time("26_4", "bridged", *periods, on=f"{on}"))
    assert found == certain
    assert found.months * 30 + found.days == total.months * 30 + total.days
