"""The stay for § 25b, lawful stay, toleration: overlaps, gaps, months known by name, § 60b, absences."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.answers import Answer
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import Absence, StatusPeriod
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band, FactValue
from tests.rules.facts.making import (
    TODAY,
    absence,
    asylum,
    case,
    fact,
    filed,
    marked,
    noted,
    status,
    title,
)


def stay(*periods: StatusPeriod, on: date | str = TODAY, **facts: Any) -> FactValue:
    facts.setdefault("absence_periods", ())
    return fact("stay_25b_months", case(status_periods=periods, **facts), on)


def band(found: FactValue) -> tuple[Duration, Duration]:
    assert isinstance(found.value, Band)
    return found.value.safe, found.value.longest


def exactly(months: int, days: int = 0) -> tuple[Duration, Duration]:
    return Duration(months, days), Duration(months, days)


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


# Laws

days = st.dates(date(2017, 1, 1), date(2027, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(days)
    end = draw(st.none() | st.integers(0, 1200))
    by_month = draw(st.booleans())
    first = PartialDate.parse(f"{start:%Y-%m}") if by_month else PartialDate.exactly(start)
    if end is None:
        return Period(first)
    last = max(start + timedelta(end), first.latest)
    return Period(first, PartialDate.exactly(last))


codes = st.sampled_from(
    ["D60a_2_1", "D60b", "D60c", "gestattung", "ankunftsnachweis", "title:25_5", "visa_D", "gueb", "F81_4"]
)
status_lists = st.lists(st.builds(StatusPeriod, codes, periods()), max_size=5)
absences = st.lists(st.builds(Absence, periods()), max_size=2)


@given(status_lists, absences)
def test_safe_is_never_longer_than_longest(history: list[StatusPeriod], abroad: list[Absence]):
    safe, longest = band(stay(*history, absence_periods=tuple(abroad), applications=()))
    assert safe <= longest


@given(status_lists, absences, st.randoms(use_true_random=False))
def test_the_order_of_periods_is_irrelevant(history, abroad, random):
    shuffled = list(history)
    random.shuffle(shuffled)
    first = stay(*history, absence_periods=tuple(abroad), applications=())
    second = stay(*shuffled, absence_periods=tuple(abroad), applications=())
    assert first.value == second.value


@given(status_lists, periods())
def test_more_counted_time_never_shortens_the_safe_reading(history, more):
    """An end that was never recorded is closed by what follows, so only ended papers can be compared."""
    ended = [each for each in history if each.period.end is not None]
    added = StatusPeriod("D60a_2_1", more if more.end is not None else Period(more.start, more.start))
    before, _ = band(stay(*ended, applications=()))
    after, _ = band(stay(*ended, added, applications=()))
    assert before <= after


@given(status_lists, days)
def test_splitting_a_period_changes_nothing(history, cut):
    ended = [each for each in history if each.period.end is not None]
    split = []
    for each in ended:
        if each.period.shortest.covers(cut) and each.period.shortest.start < cut:
            border = PartialDate.exactly(cut)
            split.append(StatusPeriod(each.status_code, Period(each.period.start, border)))
            split.append(StatusPeriod(each.status_code, Period(border, each.period.end)))
        else:
            split.append(each)
    whole, parts = (stay(*periods_, applications=()) for periods_ in (ended, split))
    assert whole.value == parts.value


# Lawful stay


def lawful(*history: StatusPeriod, on: date | str = TODAY, **facts: Any) -> tuple[Duration, Duration]:
    facts.setdefault("asylum_procedures", ())
    return band(fact("lawful_stay_months", case(status_periods=history, **facts), on))


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


# Tolerated now


@pytest.mark.parametrize("code", ["D60a_1", "D60a_2_3", "D60b", "D60c", "D60d", "D_verfahren", "F81_3_2"])
def test_every_duldung_tolerates(code: str):
    history = case(status_periods=(status(code, "2026-05-01", "2026-11-23"),))
    assert fact("tolerated_now", history, "2026-11-22").value is True
    assert fact("tolerated_now", history, "2026-05-01").value is True
    assert fact("tolerated_now", history, "2026-04-30").value is False


def test_after_the_last_day_of_a_duldung():
    history = case(status_periods=(status("D60a_2_1", "2026-05-01", "2026-11-22"),), applications=())
    assert fact("tolerated_now", history).value is False


def test_a_title_issued_after_the_duldung_ends_toleration():
    history = case(
        status_periods=(
            status("D60a_2_1", "2026-05-01", "2026-12-31"),
            title("25_3", "2026-10-01", "2027-10-01"),
        )
    )
    assert fact("tolerated_now", history).value is False


def test_a_claim_without_paper_is_disputed():
    assert fact("tolerated_now", case(status_periods=(status("D_material", "2026-01-01"),))).disputed
    marked_now = case(status_periods=(), applications=(), removal_impossible_periods=(marked("2026-01-01"),))
    assert fact("tolerated_now", marked_now).disputed


def test_gestattung_and_unknown():
    assert fact("tolerated_now", case(status_periods=(status("gestattung", "2026-01-01"),))).value is False
    assert fact("tolerated_now", case()).ask == ("status_periods",)
    assert fact("tolerated_now", case(status_periods=())).value is False


def test_a_duldung_known_by_month_leaves_its_borders_open():
    history = case(status_periods=(status("D60a_2_1", "2026-01-01", "2026-11"),), applications=())
    assert fact("tolerated_now", history).value is None


def test_a_late_application_without_a_title_suspends_removal():
    history = case(
        status_periods=(status("visa_free", "2026-06-01", "2026-08-30"),),
        applications=(filed("25_5", "2026-09-10"),),
        asylum_procedures=(),
    )
    assert fact("tolerated_now", history).value is True
    assert fact("deemed_suspension", history).value is True


def test_60b_time_in_the_past_now_and_in_the_future():
    assert (
        fact("has_60b_time", case(status_periods=(status("D60b", "2020-01-01", "2020-02-01"),))).value is True
    )
    assert fact("has_60b_time", case(status_periods=(status("D60b", "2027-01-01"),))).value is False
    assert fact("has_60b_time", case(status_periods=())).value is False
    assert fact("has_60b_time", case()).value is None


def test_gaps_of_both_kinds():
    found = fact(
        "gaps",
        case(
            status_periods=(status("D60a_2_1", "2020-01-01", "2021-01-01"), status("D60a_2_1", "2021-01-06")),
            absence_periods=(absence("2022-01-01", "2022-06-01"), absence("2027-01-01")),
        ),
    )
    assert isinstance(found.value, tuple)
    assert [(each.kind, each.days, each.effect) for each in found.value] == [
        ("status", 5, "trivial"),
        ("abroad", 151, "breaks"),
    ]


def test_toleration_beside_other_papers():
    same_day = case(
        status_periods=(
            title("25_5", "2026-01-01", "2027-01-01"),
            status("D60a_2_1", "2026-01-01", "2027-01-01"),
        )
    )
    assert fact("tolerated_now", same_day).value is None
    beside = case(
        status_periods=(status("D60a_2_1", "2026-01-01", "2027-01-01"), status("gestattung", "2026-05-01"))
    )
    assert fact("tolerated_now", beside).disputed


def test_toleration_without_any_paper_today():
    ended = (title("25_5", "2025-01-01", "2026-11-01"),)
    assert fact("tolerated_now", case(status_periods=ended)).ask == ("applications",)
    continued = case(status_periods=ended, applications=(filed("25_5", "2026-10-31"),))
    assert fact("tolerated_now", continued).value is False


# What is held without a title


def held_now(*periods: Any, **facts: Any) -> FactValue:
    return fact("status_held", case(status_periods=periods, **facts))


def test_the_status_held_without_a_title():
    assert held_now(status("D60b", "2026-01-01")).value == {"D60b"}
    assert held_now(status("D60b", "2025-01-01", "2026-01-01"), status("D60d", "2026-01-01")).value == {
        "D60d"
    }
    assert held_now(status("D60a_2_1", "2025-01-01"), status("D60b", "2026-01-01")).value == {"D60b"}
    assert held_now(title("25_3", "2026-01-01", "2027-01-01")).value == frozenset()
    assert held_now(status("gestattung", "2026-01-01")).value == frozenset()
    assert held_now(status("gueb", "2026-11-01")).value == {"gueb"}
    assert held_now(status("D60b", "2027-01-01")).value == frozenset()
    assert held_now().value == frozenset()
    assert fact("status_held", case()).ask == ("status_periods",)


def test_a_status_known_only_by_month_or_without_paper():
    assert held_now(status("D60b", "2026-11")).ask == ("status_periods",)
    assert held_now(status("D_material", "2026-01-01")).disputed
    claim = held_now(removal_impossible_periods=(marked("2026-01-01"),))
    assert claim.disputed
    assert claim.value == {"D_material"}


def test_a_late_application_suspends_removal():
    found = held_now(
        status("visa_free", "2026-06-01", "2026-08-30"), applications=(filed("25_5", "2026-09-15"),)
    )
    assert found.value == {"F81_3_2"}
