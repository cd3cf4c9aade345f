"""The table: pages of tuples, the keyboard, and columns that go where there is no room."""

import pytest
from PySide6.QtCore import Qt

from desktop.ui.kit.table import PAGE, Column, TupleTable


@pytest.fixture
def table(look, shown):
    made = TupleTable(
        look,
        [Column("Name", lambda row: row[0]), Column("Nummer", lambda row: str(row[1]), 120, drop=1)],
        "Akten",
    )
    return shown(made, 800, 400)


def rows(first, last):
    return [(f"Name {number}", number) for number in range(first, last)]


def test_a_page_is_asked_for_once_when_it_is_looked_at(table, qtbot):
    asked = []
    table.rows.wanted.connect(lambda offset, limit: asked.append((offset, limit)))
    table.rows.reset(rows(0, PAGE))
    table.rows.grow(1000)
    table.scrollToBottom()
    table.repaint()
    assert asked == [(800, PAGE)]
    assert table.rows.row(900) is None
    table.rows.put_page(800, rows(800, 1000))
    assert table.rows.row(900) == ("Name 900", 900)
    assert [table.rows.row(number) is None for number in (PAGE - 1, PAGE, 799, 800)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_late_page_of_a_shorter_list_does_no_harm(table):
    table.rows.reset(rows(0, 3))
    table.rows.put_page(2, rows(2, 9))
    table.rows.put_page(40, rows(40, 50))
    assert table.rows.rowCount() == 3


def test_arrows_enter_and_delete(table, qtbot, keyboard):
    table.rows.reset(rows(0, 30))
    table.choose(0)
    table.setFocus()
    keyboard.press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        keyboard.press(Qt.Key.Key_Return)
    assert opened.args == [("Name 2", 2)]
    with qtbot.waitSignal(table.remove_asked) as removed:
        keyboard.press(Qt.Key.Key_Delete)
    assert removed.args == [("Name 2", 2)]
    table.step(-50)
    assert table.chosen() == ("Name 0", 0)


def test_tab_leaves_the_table(table):
    assert not table.tabKeyNavigation()


def test_the_less_important_column_goes_where_there_is_no_room(table):
    assert not table.isColumnHidden(1)
    table.resize(250, 400)
    assert table.isColumnHidden(1)
    table.resize(800, 400)
    assert not table.isColumnHidden(1)


def test_text_and_colour_of_a_cell(look, qtbot):
    made = TupleTable(look, [Column("Tag", lambda row: row, token=lambda row: "overdue")], "Tage")
    qtbot.addWidget(made)
    made.rows.reset(["18.11."])
    index = made.rows.index(0, 0)
    assert index.data() == "18.11."
    colour = index.data(Qt.ItemDataRole.ForegroundRole)
    assert colour.name().upper() == look.theme.colours.overdue


def test_long_words_of_a_short_list_break_and_the_row_grows(look, shown, qtbot):
    columns = [Column("Tag", lambda row: row[1], 120), Column("Was", lambda row: row[0])]
    table = shown(TupleTable(look, columns, "Fristen", wrap=True), 500, 400)
    table.rows.reset([("kurz", "1"), ("Drei Monate für den erleichterten Familiennachzug enden hier", "2")])
    low, tall = table.rowHeight(0), table.rowHeight(1)
    assert tall >= low + table.fontMetrics().height()
    table.resize(1200, 400)
    qtbot.waitUntil(lambda: table.rowHeight(1) == low)
    table.resize(300, 400)
    qtbot.waitUntil(lambda: table.rowHeight(1) > tall)
    assert table.rowHeight(0) == low
