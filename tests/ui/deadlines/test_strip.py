"""The next twelve months of one client: what is on the axis, and the keyboard on it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from desktop.ui.deadlines.rows import DateRow
from desktop.ui.deadlines.strip import Band, Strip, Tick, strip
from desktop.ui.deadlines.strip_view import StripView
from desktop.ui.kit.status_patterns import Pattern

TODAY = date(2026, 11, 24)
END = date(2027, 11, 28)


def row(on: date, key: str = "a") -> DateRow:
    return DateRow(key, "filing", "later", on, f"{on:%d.%m.%Y}", "in einem Jahr", "Klage")


def tick(day: date, key: str) -> Tick:
    return Tick(key, "filing", "later", day, f"Frist, {day:%d.%m.%Y}: {key}")


def shown_strip(*ticks: Tick, bands: tuple[Band, ...] = ()) -> Strip:
    return Strip(TODAY - timedelta(days=16), END, TODAY, bands, ticks, 0)


@pytest.fixture
def view(look, shown):
    return shown(StripView(look), 900, 80)


@pytest.mark.parametrize(
    ("on", "there"), [(END - timedelta(days=1), True), (END, False), (date(2025, 1, 1), True)]
)
def test_the_axis_ends_before_its_last_day(context_of, sample, on, there):
    made = strip([row(on)], [], context_of(sample("offene-fragen")).words, TODAY)
    assert made.end == END
    assert (len(made.ticks), made.later) == ((1, 0) if there else (0, 1))


def test_what_is_long_overdue_stands_at_the_left_edge(context_of, sample):
    made = strip([row(date(2025, 1, 1))], [], context_of(sample("offene-fragen")).words, TODAY)
    assert made.place(made.ticks[0].day) == 0.0


def test_a_year_from_a_leap_day_is_the_first_of_march(context_of, sample):
    made = strip([], [], context_of(sample("offene-fragen")).words, date(2028, 2, 29))
    assert made.end == date(2029, 3, 5)


def test_papers_at_the_same_time_stand_beneath_each_other(context_of, sample):
    from desktop.deadlines.outlook import Outlook

    case = sample("chancen-aufenthalt")
    context = context_of(case)
    reference = context.reference
    periods = Outlook.of(case, TODAY, reference.authority("core:jena"), reference.pack.time).periods
    (alone,) = strip([], periods, context.words, TODAY).bands
    assert (alone.lane, alone.end) == (0, date(2027, 1, 1))
    assert [each.lane for each in strip([], [*periods, *periods], context.words, TODAY).bands] == [0, 1]


def test_every_date_is_reached_by_keyboard_and_said(view, keyboard, qtbot):
    """The first two are too near each other to be drawn apart."""
    days = (TODAY + timedelta(days=10), TODAY + timedelta(days=12), TODAY + timedelta(days=200))
    view.show_strip(shown_strip(*(tick(day, key) for day, key in zip(days, "abc", strict=True))))
    view.setFocus()
    assert view.current_key == "a"
    for key, reached in (("Right", "b"), ("Right", "c"), ("Right", "c"), ("Home", "a"), ("End", "c")):
        keyboard.press(Qt.Key[f"Key_{key}"])
        assert view.current_key == reached
    assert "3 von 3: Frist, 12.06.2027: c" in view.accessibleDescription()
    with qtbot.waitSignal(view.opened) as opened:
        keyboard.press(Qt.Key.Key_Return)
    assert opened.args == ["c"]
    view.choose_key("b")
    assert view.current_key == "b"
    view.grab()


@pytest.mark.parametrize(("days", "inside"), [(20, False), (300, True)])
def test_the_words_of_a_short_bar_stand_beside_it(view, days, inside):
    band = Band(
        TODAY - timedelta(days=16),
        TODAY + timedelta(days=days),
        Pattern.TITLE,
        "§ 16b Abs. 1 AufenthG",
        0,
        False,
    )
    view.show_strip(shown_strip(bands=(band,)))
    place, on_it = view._words_of(band, band.words, view.fontMetrics())
    assert on_it is inside
    assert view.rect().contains(place.toRect())
    assert place.width() >= view.fontMetrics().horizontalAdvance(band.words)


def test_beside_a_bar_the_next_one_is_not_covered(view):
    first = Band(TODAY, TODAY + timedelta(days=20), Pattern.TITLE, "§ 25 Abs. 3 AufenthG", 0, False)
    second = Band(first.end, END, Pattern.TITLE, "§ 26 Abs. 4 AufenthG", 0, True)
    view.show_strip(shown_strip(bands=(first, second)))
    place, on_it = view._words_of(first, first.words, view.fontMetrics())
    assert on_it
    assert place.right() <= view._box(first).right()
    view.grab()
