"""Laws of every history: safe is never longer than longest, order and splitting change nothing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import Absence, StatusPeriod
from tests.rules.facts.durations import band, stay

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
