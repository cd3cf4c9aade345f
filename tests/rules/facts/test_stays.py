"""The stay for § 25b: overlaps, gaps, months known by name, § 60b, absences, what else counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.cases.answers import Answer
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band
from tests.rules.facts.durations import band, exactly, lawful, stay
from tests.rules.facts.making import absence, case, fact, filed, marked, noted, status, title

# § 25b: boundary cases


def test_six_years_are_full_on_the_day():
    assert band(stay(status("D60a_2_1", "2020-11-22"))) == exactly(72)
    assert band(stay(status("D60a_2_1", "2020-11-23"))) == exactly(71, 30)
    assert band(stay(status("D60a_2_1", "2020-12-01"))) == exactly(71, 21)


def test_since_when_the_stay_runs_is_told():
    found = stay(status("D60a_2_1", "2020-12-01"))
    (note,) = (note for note in found.notes if note.id == "chain_since")
    assert note.values["day"] == date(2020, 12, 1)


@pytest.mark.parametrize(
    ("gap", "safe_from_start", "longest_from_start", "note"),
    [
        (5, True, True, "gap_trivial"),
        (7, True, True, "gap_trivial"),
        (8, False, True, "gap_arguable"),
        (40, False, True, "gap_arguable"),
        (92, False, True, "gap_arguable"),
        (93, False, False, "gap_breaks"),
        (120, False, False, "gap_breaks"),
    ],
)
def test_gaps(gap: int, safe_from_start: bool, longest_from_start: bool, note: str):
    begins = date(2023, 3, 1)
    again = begins + timedelta(gap)
    found = stay(status("D60a_2_1", "2019-01-01", begins.isoformat()), status("D60a_2_1", again.isoformat()))
    safe, longest = band(found)
    assert safe.reaches(72) is safe_from_start
    assert longest.reaches(72) is longest_from_start
    assert note in noted(found)


def test_a_gap_before_today_breaks_the_stay_too():
    assert band(stay(status("D60a_2_1", "2019-01-01", "2026-11-15"))) == exactly(94, 21)
    safe, longest = band(stay(status("D60a_2_1", "2019-01-01", "2026-11-14")))
    assert (safe, longest) == (Duration(), Duration(94, 21))
    assert band(stay(status("D60a_2_1", "2019-01-01", "2026-08-21"))) == exactly(0)


def test_arrival_certificate_gestattung_and_duldung_add_up():
    found = stay(
        status("ankunftsnachweis", "2020-11-10", "2021-01-15"),
        status("gestattung", "2021-01-15", "2023-04-01"),
        status("D60a_2_1", "2023-04-01"),
    )
    assert band(found) == exactly(72, 12)
    earlier = stay(
        status("ankunftsnachweis", "2020-11-10", "2021-01-15"),
        status("gestattung", "2021-01-15", "2023-04-01"),
        status("D60a_2_1", "2023-04-01"),
        on="2026-11-10",
    )
    assert band(earlier) == exactly(72)


def test_an_arrival_certificate_counts_for_certain_only_before_the_new_law():
    found = stay(status("ankunftsnachweis", "2026-05-12", "2026-07-12"), status("gestattung", "2026-07-12"))
    assert band(found) == (Duration(4, 10), Duration(6, 10))


def test_overlaps_count_once_and_the_future_never():
    overlapping = stay(
        status("gestattung", "2023-01-01", "2025-01-01"),
        status("D60a_2_1", "2024-06-01", "2026-12-31"),
        status("D60c", "2027-01-01"),
    )
    assert band(overlapping) == exactly(46, 21)
    assert band(stay(status("D60a_2_1", "2026-11-22"))) == exactly(0)
    assert band(stay(status("D60a_2_1", "2027-01-01"))) == exactly(0)


def test_no_status_is_not_the_same_as_nobody_asked():
    assert band(stay()) == exactly(0)
    unasked = fact("stay_25b_months", case(absence_periods=()))
    assert unasked.value is None
    assert unasked.ask == ("status_periods",)


def test_months_known_by_name_are_read_short_and_long():
    assert band(stay(status("D60a_2_1", "2020-11"))) == (Duration(71, 23), Duration(72, 21))
    assert band(stay(status("D60a_2_1", "2020"))) == (Duration(70, 22), Duration(82, 21))
    border = stay(status("D60a_2_1", "2019-01-01", "2024-05"), status("D60a_2_1", "2024-05"))
    assert border.value == Band(Duration(29, 22), Duration(94, 21))
    assert border.ask == ("status_periods",)


# § 60b


def test_time_under_60b_is_not_credited_and_earlier_time_only_on_the_longest_reading():
    found = stay(
        status("D60a_2_1", "2024-10-15", "2025-09-15"),
        status("D60b", "2025-09-15", "2026-09-15"),
        status("D60a_2_1", "2026-09-15"),
    )
    assert band(found) == (Duration(2, 7), Duration(13, 7))
    assert "time_60b_not_credited" in noted(found)


def test_who_has_a_60b_duldung_now_has_no_certain_time():
    found = stay(status("D60a_2_1", "2019-01-01", "2025-01-01"), status("D60b", "2025-01-01"))
    assert band(found) == (Duration(), Duration(72))


def test_a_short_60b_duldung_is_not_a_trivial_gap():
    found = stay(
        status("D60a_2_1", "2019-01-01", "2025-01-01"),
        status("D60b", "2025-01-01", "2025-01-04"),
        status("D60a_2_1", "2025-01-04"),
    )
    assert band(found)[0] == Duration(22, 18)


def test_a_60b_duldung_wins_over_a_paper_left_open_beside_it():
    assert band(stay(status("D60a_2_1", "2019-01-01"), status("D60b", "2024-01-01")))[0] == Duration()
    cured = stay(status("D60a_2_1", "2019-01-01"), status("D60b", "2024-01-01", "2025-01-01"))
    assert band(cured)[0] == Duration(22, 21)
    open_60b = stay(status("D60b", "2024-01-01"), status("D60a_2_1", "2025-01-01"))
    assert band(open_60b)[0] == Duration(22, 21)
    assert "end_not_recorded" in noted(open_60b)


def test_60b_time_counts_while_104c_is_held():
    held = (
        status("D60b", "2020-11-22", "2025-07-01"),
        title("104c_holder", "2025-07-01", "2027-01-01"),
    )
    assert band(stay(*held)) == exactly(72)
    assert band(stay(*held, on="2027-01-02", applications=()))[0] == Duration(18, 1)
    kept = stay(*held, on="2027-01-02", applications=(filed("25b_1", "2026-12-31"),))
    assert band(kept)[0] == Duration(73, 11)


def test_60b_time_while_it_is_open_whether_104c_is_held():
    held = (status("D60b", "2020-11-22", "2025-07-01"), title("104c_holder", "2025-07-01", "2026-11"))
    safe, longest = band(stay(*held))
    assert safe == Duration()
    assert longest.reaches(71)


# What else counts, and what does not


def test_residence_permits_and_their_continuation_count():
    found = stay(
        title("25_5", "2020-11-22", "2026-06-01"),
        applications=(filed("25_5", "2026-05-31"),),
    )
    assert band(found) == exactly(72)
    late = stay(title("25_5", "2020-11-22", "2026-06-01"), applications=(filed("25_5", "2026-06-01"),))
    assert band(late) == exactly(0)


@pytest.mark.parametrize("code", ["gueb", "visa_D", "visa_free", "F81_3_1", "F25_1_3"])
def test_other_lawful_stay_counts_only_on_the_longest_reading(code: str):
    found = stay(status(code, "2020-01-01", "2022-01-01"), status("D60a_2_1", "2022-01-01"))
    assert band(found) == (Duration(58, 21), Duration(82, 21))


def test_a_removal_deemed_suspended_counts_from_filing():
    history = (
        status("D60a_2_1", "2019-01-01", "2026-06-01"),
        status("visa_free", "2026-06-01", "2026-08-30"),
    )
    late = (filed("25_5", "2026-09-10"),)
    assert band(stay(*history, applications=late)) == (Duration(2, 12), Duration(94, 21))
    decided = (filed("25_5", "2026-09-10", decided="2026-10-10", result="refused"),)
    assert band(stay(*history, applications=decided))[0] == Duration()


def test_a_stay_deemed_permitted_is_lawful():
    history = (status("visa_free", "2026-06-22", "2026-09-20"),)
    assert lawful(*history, applications=(filed("25_5", "2026-09-01"),)) == exactly(5)


def test_none_is_no_status():
    assert band(stay(status("none", "2019-01-01"))) == exactly(0)


def test_marked_periods_fill_a_gap_on_the_longest_reading():
    periods = (status("D60a_2_1", "2019-01-01", "2023-01-01"), status("D60a_2_1", "2024-01-01"))
    assert band(stay(*periods)) == exactly(34, 21)
    found = stay(*periods, removal_impossible_periods=(marked("2023-01-01", "2024-01-01"),))
    assert band(found) == (Duration(34, 21), Duration(94, 21))


@pytest.mark.parametrize(
    ("end", "harmless"), [("2024-06-01", True), ("2024-06-02", False), ("2024-05-31", True)]
)
def test_one_stay_abroad_of_up_to_three_months_is_harmless(end: str, harmless: bool):
    found = stay(status("D60a_2_1", "2019-01-01"), absence_periods=(absence("2024-03-01", end),))
    assert (band(found) == exactly(94, 21)) is harmless
    if not harmless:
        assert band(found) == exactly(29, 20)


def test_two_harmless_stays_abroad_are_not_added():
    trips = (absence("2023-01-01", "2023-03-20"), absence("2024-01-01", "2024-03-20"))
    assert band(stay(status("D60a_2_1", "2019-01-01"), absence_periods=trips)) == exactly(94, 21)


def test_an_absence_known_by_month_breaks_only_the_safe_reading():
    found = stay(status("D60a_2_1", "2019-01-01"), absence_periods=(absence("2024-03", "2024-06"),))
    assert band(found) == (Duration(28, 23), Duration(94, 21))


def test_while_nobody_asked_about_absences_nothing_is_certain():
    found = fact("stay_25b_months", case(status_periods=(status("D60a_2_1", "2019-01-01"),)))
    assert band(found) == (Duration(), Duration(94, 21))
    assert found.unknown is not None
    assert found.ask == ("absence_periods",)


def test_a_gestattung_without_end_does_not_fill_the_years_before_a_duldung():
    found = stay(status("gestattung", "2019-01-01"), status("D60a_2_1", "2026-05-20"))
    assert band(found) == (Duration(6, 2), Duration(94, 21))
    assert "end_not_recorded" in noted(found)


def test_a_gap_cannot_be_settled_by_an_answer():
    found = stay(status("D60a_2_1", "2019-01-01", "2023-01-01"), status("D60a_2_1", "2023-02-01"))
    assert found.ask == ()


def test_a_person_may_mark_the_history_as_disputed():
    history = Answer((status("D60a_2_1", "2019-01-01"),), disputed=True)
    found = fact("stay_25b_months", case(status_periods=history, absence_periods=()))
    assert found.disputed
