"""Months of lawful stay: what counts, what does not, gaps."""

from __future__ import annotations

from desktop.deadlines.spans import Duration
from tests.rules.facts.durations import band, exactly, lawful
from tests.rules.facts.making import asylum, case, fact, status, title


def test_ten_and_nineteen_months_of_lawful_stay():
    assert lawful(title("25_4_1", "2026-01-22", "2027-01-22")) == exactly(10)
    assert lawful(title("25_4_1", "2025-04-22", "2027-01-22")) == exactly(19)
    assert lawful(title("25_4_1", "2025-05-22", "2027-01-22")) == exactly(18)
    assert lawful(title("25_4_1", "2025-05-23", "2027-01-22")) == exactly(17, 30)


def test_a_duldung_is_no_lawful_stay_and_a_gestattung_only_for_recognised_persons():
    history = (status("gestattung", "2024-01-22", "2025-01-22"), title("25_2_1", "2025-01-22", "2028-01-22"))
    assert lawful(*history) == exactly(22)
    recognised = (asylum("refugee", "2024-01-22", "2025-01-02", "2025-01-20"),)
    assert lawful(*history, asylum_procedures=recognised) == exactly(34)
    assert lawful(status("D60a_2_1", "2020-01-01")) == exactly(0)


def test_lawful_time_before_a_gap_only_on_the_longest_reading():
    history = (title("25_5", "2023-01-01", "2024-01-01"), title("25_5", "2026-01-22", "2027-07-22"))
    assert lawful(*history) == (Duration(10), Duration(22))
    assert lawful(title("25_5", "2023-01-01", "2024-01-01"), applications=()) == (Duration(), Duration(12))


def test_a_gestattung_of_which_it_is_open_whether_it_counts():
    found = fact(
        "lawful_stay_months",
        case(status_periods=(status("gestattung", "2024-11-22"),)),
    )
    assert band(found) == (Duration(), Duration(24))
    assert found.ask == ("asylum_procedures",)
