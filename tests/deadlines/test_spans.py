"""Chains of dated periods: months by the civil code, gaps, what lies in the future."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.periods import Span
from desktop.deadlines import arithmetic, spans
from desktop.deadlines.spans import Chain, Duration, Gap

TODAY = date(2026, 11, 22)


def day(text: str) -> date:
    return date.fromisoformat(text)


def span(start: str, end: str | None = None) -> Span:
    return Span(day(start), None if end is None else day(end))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-11-22", "2026-11-22", Duration(72)),
        ("2020-12-01", "2026-11-22", Duration(71, 21)),
        ("2026-01-01", "2026-01-31", Duration(0, 30)),
        ("2026-01-01", "2026-02-01", Duration(1)),
        ("2026-01-31", "2026-02-28", Duration(0, 28)),
        ("2026-01-31", "2026-03-01", Duration(1)),  # the last day of February still belongs to the month
        ("2024-02-29", "2025-02-28", Duration(11, 30)),
        ("2024-02-29", "2025-03-01", Duration(12)),
        ("2026-11-22", "2026-11-22", Duration()),
        ("2026-11-23", "2026-11-22", Duration()),
    ],
)
def test_length_in_calendar_months(start: str, end: str, expected: Duration):
    assert spans.length(day(start), day(end)) == expected


@pytest.mark.parametrize("months", [1, 12, 18, 48, 72])
def test_months_are_full_on_the_day_and_not_the_day_before(months: int):
    start = day("2020-11-22")
    full = arithmetic.completed_on(start, months)
    assert spans.length(start, full) == Duration(months)
    assert not spans.length(start, full - timedelta(1)).reaches(months)
    assert spans.length(start, full + timedelta(1)) == Duration(months, 1)


def test_adding_carries_thirty_days():
    assert Duration(23, 12) + Duration(35, 21) == Duration(59, 3)
    assert Duration(0, 30) + Duration() == Duration(0, 30)
    with pytest.raises(ValueError):
        Duration(-1)


def test_merging_joins_what_touches_and_drops_the_future():
    found = spans.merged(
        [span("2025-01-01", "2025-02-01"), span("2024-12-01", "2025-01-01"), span("2027-01-01")], TODAY
    )
    assert found == (span("2024-12-01", "2025-02-01"),)
    assert spans.merged([span("2025-05-01", "2025-04-01"), Span(TODAY)], TODAY) == ()


def test_overlaps_count_once():
    both = [span("2025-01-01", "2025-07-01"), span("2025-03-01", "2025-05-01")]
    assert spans.total(both, TODAY) == Duration(6)


def test_holes_are_cut_out():
    found = spans.without([span("2025-01-01")], [span("2025-02-01", "2025-03-01"), span("2026-11-01")], TODAY)
    assert found == (span("2025-01-01", "2025-02-01"), span("2025-03-01", "2026-11-01"))


@pytest.mark.parametrize(("gap_days", "unbroken"), [(0, True), (6, True), (7, True), (8, False)])
def test_a_gap_is_bridged_up_to_its_last_day(gap_days: int, unbroken: bool):
    first = span("2020-01-01", "2023-01-01")
    second = Span(day("2023-01-01") + timedelta(gap_days))
    found = spans.chain([second, first], TODAY, 7)
    assert found is not None
    assert (found.start == first.start) is unbroken
    assert (found.broken_by is not None) is not unbroken


def test_a_chain_must_last_until_today():
    ended = [span("2020-01-01", "2026-11-10")]
    assert spans.chain(ended, TODAY, 7) is None
    assert spans.chain(ended, TODAY, 12) == Chain(day("2020-01-01"), (Gap(day("2026-11-10"), TODAY),))
    assert spans.chain([], TODAY, 7) is None
    assert spans.chain([span("2026-11-22")], TODAY, 7) is None
    assert spans.chain([span("2026-11-21")], TODAY, 0) == Chain(day("2026-11-21"))


def test_gaps_in_order_with_the_open_end():
    stays = [span("2025-01-01", "2025-02-01"), span("2025-02-03", "2026-11-20")]
    assert spans.gaps(stays, TODAY) == (
        Gap(day("2025-02-01"), day("2025-02-03")),
        Gap(day("2026-11-20"), TODAY),
    )
    assert spans.gaps([span("2025-01-01")], TODAY) == ()
    assert spans.gaps([], TODAY) == ()


days = st.dates(date(2015, 1, 1), date(2027, 12, 31))
some_spans = st.lists(
    st.builds(
        lambda start, length: Span(start, None if length is None else start + timedelta(length)),
        days,
        st.none() | st.integers(0, 1500),
    ),
    max_size=6,
)


@given(some_spans, st.randoms(use_true_random=False))
def test_order_is_irrelevant(stays, random):
    shuffled = list(stays)
    random.shuffle(shuffled)
    assert spans.merged(stays, TODAY) == spans.merged(shuffled, TODAY)
    assert spans.chain(stays, TODAY, 7) == spans.chain(shuffled, TODAY, 7)


@given(some_spans, days)
def test_splitting_changes_nothing(stays, cut):
    split = []
    for each in stays:
        if each.covers(cut):
            split += [Span(each.start, cut), Span(cut, each.end)]
        else:
            split.append(each)
    assert spans.merged(split, TODAY) == spans.merged(stays, TODAY)


@given(some_spans, some_spans)
def test_more_time_never_makes_a_chain_younger(stays, more):
    before, after = spans.chain(stays, TODAY, 7), spans.chain(stays + more, TODAY, 7)
    if before is not None:
        assert after is not None
        assert after.start <= before.start


@given(days, days)
def test_length_agrees_with_the_arithmetic_of_the_civil_code(start, end):
    assert spans.length(start, end) == Duration(*arithmetic.months_between(start, end))
