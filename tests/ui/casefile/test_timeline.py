import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.services.words.answers import AnswerWords
from desktop.services.words.names import LawNames
from desktop.ui.casefile.timeline import MarkKind, timeline
from desktop.ui.kit.status_patterns import Pattern, pattern_of

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def words(reference, texts):
    return AnswerWords(LawNames(reference.pack, texts))


def paper(code, first, last=None):
    start = PartialDate.parse(first)
    return StatusPeriod(code, Period.on_paper(start, PartialDate.parse(last) if last else None))


def marks(periods, words, kind):
    return [each for each in timeline(periods, words, TODAY).marks if each.kind is kind]


def test_papers_that_follow_each_other_leave_no_gap(words):
    history = [paper("gestattung", "2024-01-01", "2025-03-10"), paper("D60a_2_1", "2025-03-11", "2027-01-01")]
    found = timeline(history, words, TODAY)
    assert not found.marks
    assert {bar.lane for bar in found.bars} == {0}


def test_a_gap_is_counted_in_days_and_said_with_both_borders(words):
    history = [paper("gestattung", "2024-01-01", "2025-03-10"), paper("D60a_2_1", "2025-03-16", "2027-01-01")]
    (gap,) = marks(history, words, MarkKind.GAP)
    assert gap.days == 5
    assert "5 Tagen" in gap.words
    assert "11.03.2025 – 15.03.2025" in gap.words


def test_a_month_without_its_day_may_close_a_gap(words):
    """Known by month only: whether a day is missing is not certain, so nothing is claimed."""
    history = [paper("gestattung", "2024-01", "2025-03"), paper("D60a_2_1", "2025-04-01", "2027-01-01")]
    assert not marks(history, words, MarkKind.GAP)
    (first, _) = timeline(history, words, TODAY).bars
    assert (first.start, first.sure_start) == (date(2024, 1, 1), date(2024, 1, 31))
    assert (first.sure_end, first.end) == (date(2025, 3, 2), date(2025, 4, 1))


def test_two_papers_at_once_stand_under_each_other_and_are_no_error(words):
    history = [paper("title:25_3", "2023-01-01", "2026-02-09"), paper("F81_4", "2026-02-01", "2027-08-01")]
    (overlap,) = marks(history, words, MarkKind.OVERLAP)
    assert overlap.days == 9
    assert [bar.lane for bar in timeline(history, words, TODAY).bars] == [0, 1]


def test_no_valid_paper_today_is_flagged(words):
    (found,) = marks([paper("D60b", "2024-01-01", "2026-11-01")], words, MarkKind.NOTHING_TODAY)
    assert "02.11.2026" in found.words
    assert not marks([paper("D60b", "2024-01-01", "2026-11-22")], words, MarkKind.NOTHING_TODAY)


def test_an_open_end_runs_beyond_today(words):
    (bar,) = timeline([paper("title:25b_1", "2026-01-01")], words, TODAY).bars
    assert bar.running
    assert bar.end > TODAY


def test_nothing_recorded_gives_an_empty_axis_around_today(words):
    found = timeline([], words, TODAY)
    assert found.start < TODAY < found.end
    assert not found.bars
    assert not found.marks


@pytest.mark.parametrize(
    ("code", "pattern"),
    [
        ("title:25_3", Pattern.TITLE),
        ("title:other", Pattern.TITLE),
        ("D60b", Pattern.TOLERATED),
        ("gueb", Pattern.TOLERATED),
        ("gestattung", Pattern.ASYLUM),
        ("F81_4", Pattern.FICTION),
        ("visa_D", Pattern.VISA),
        ("none", Pattern.NO_PAPER),
    ],
)
def test_kinds_differ_by_pattern(code, pattern):
    assert pattern_of(code) is pattern


days = st.dates(date(2015, 1, 1), date(2028, 12, 31))


@given(st.lists(st.tuples(days, st.integers(0, 900)), max_size=8))
def test_every_bar_is_on_the_axis_and_bars_of_a_lane_do_not_cover_each_other(words, drawn):
    history = sorted(
        (
            StatusPeriod("D60a_2_1", Period.between(start, date.fromordinal(start.toordinal() + length + 1)))
            for start, length in drawn
        ),
        key=lambda each: each.period.start,
    )
    found = timeline(history, words, TODAY)
    assert all(0 <= found.place(bar.start) <= found.place(bar.end) <= 1 for bar in found.bars)
    for lane in range(found.lanes):
        bars = [bar for bar in found.bars if bar.lane == lane]
        assert all(one.end <= other.start for one, other in itertools.pairwise(bars))
    covered = {day for bar in found.bars for day in _each_day(bar.start, bar.end)}
    gaps = {
        day for mark in found.marks if mark.kind is MarkKind.GAP for day in _each_day(mark.start, mark.end)
    }
    assert not gaps & covered
    if covered:
        inside = set(_each_day(min(covered), max(covered)))
        assert inside - covered == gaps


def _each_day(first, end):
    return [date.fromordinal(number) for number in range(first.toordinal(), end.toordinal())]
