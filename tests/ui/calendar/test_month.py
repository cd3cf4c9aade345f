"""The grid of a month under quick fingers."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.calendar.month import MonthGrid


def test_a_key_after_turning_counts_from_the_month_turned_to(look, qtbot):
    """The days of the new month may still be on their way."""
    grid = MonthGrid(look)
    qtbot.addWidget(grid)
    grid.show_days([], date(2026, 11, 24))
    days: list[date] = []
    turns: list[int] = []
    grid.chosen.connect(days.append)
    grid.turned.connect(turns.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Left):
        QTest.keyClick(grid, key)
    assert turns == [1, 1]
    assert days == [date(2027, 1, 23)]


def test_turning_at_the_ends_of_time(look, qtbot):
    grid = MonthGrid(look)
    qtbot.addWidget(grid)
    for day in (date.min, date.max):
        grid.show_days([], day)
        QTest.keyClick(grid, Qt.Key.Key_PageUp)
        QTest.keyClick(grid, Qt.Key.Key_PageDown)
