"""A table over tuples that come page by page from elsewhere. No proxy model, nothing sorted in Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from .look import Look
from .names import tooltip
from .tokens import colour

Row = Any
AnyIndex = QModelIndex | QPersistentModelIndex
PAGE = 200
_ROW = 34
_AROUND = 24
"""What the frame of a cell takes of its width."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `text` is called while painting, so it only looks things up.

    `width` in design pixels; exactly one column has 0 and takes what is left over. Where there is not enough
    room, the column with the highest `drop` goes first (0: never). `token` names a colour of the text.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    drop: int = 0
    align: Literal["left", "right"] = "left"
    icon: Callable[[Row], QIcon | None] | None = None
    token: Callable[[Row], str] | None = None
    tooltip: Callable[[Row], str] | None = None


class TupleModel(QAbstractTableModel):
    """`count` rows; pages arrive by `put_page`, `wanted(offset, limit)` asks for what is looked at."""

    wanted = Signal(int, int)

    def __init__(self, look: Look, columns: Sequence[Column]) -> None:
        super().__init__()
        self._look, self.columns = look, tuple(columns)
        self._rows: list[Row | None] = []
        self._asked: set[int] = set()

    def reset(self, rows: Sequence[Row]) -> None:
        """Show other rows; `grow` follows if there are more than these."""
        self.beginResetModel()
        self._rows = list(rows)
        self._asked = set()
        self.endResetModel()

    def grow(self, count: int) -> None:
        """There are `count` rows in all; those that are not there yet are asked for when looked at."""
        missing = count - len(self._rows)
        if missing > 0:
            self.beginInsertRows(QModelIndex(), len(self._rows), count - 1)
            self._rows += [None] * missing
            self.endInsertRows()

    def put_page(self, offset: int, rows: Sequence[Row]) -> None:
        """Rows that were asked for."""
        last = min(offset + len(rows), len(self._rows))
        if last > offset:
            self._rows[offset:last] = rows[: last - offset]
            self.dataChanged.emit(self.index(offset, 0), self.index(last - 1, len(self.columns) - 1))

    def row(self, number: int) -> Row | None:
        """None if it has not arrived or there is none."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    # What Qt asks

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNED[self.columns[section].align]
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED:
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNED[column.align]
        if row is None:
            self._want(index.row())
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.DecorationRole:
            return column.icon(row) if column.icon else None
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(column, row)
        said = (column.tooltip or column.text)(row)
        return tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else said

    def _colour(self, column: Column, row: Row) -> Any:
        return colour(getattr(self._look.theme.colours, column.token(row))) if column.token else None

    def _want(self, row: int) -> None:
        page = row // PAGE
        if page not in self._asked:
            self._asked.add(page)
            self.wanted.emit(page * PAGE, PAGE)


_ALIGNED = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
_ANSWERED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)


class TupleTable(QTableView):
    """Whole rows are chosen. Enter or a double click: `opened` with the row; Delete: `remove_asked`.

    With `wrap` the words of the main column break and its rows grow, so that nothing is cut: for short lists.
    """

    opened = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, look: Look, columns: Sequence[Column], name: str, *, wrap: bool = False) -> None:
        super().__init__()
        self._look = look
        self.rows = TupleModel(look, columns)
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        px = look.theme.px
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(px(18), px(18)))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(wrap)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(px(48))
        for number, column in enumerate(columns):
            stretch = column.width == 0
            mode = QHeaderView.ResizeMode.Stretch if stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(number, mode)
            if not stretch:
                header.resizeSection(number, max(px(column.width), header.sectionSizeHint(number) + px(6)))
        self._least = px(180)
        self._widths = [header.sectionSize(number) for number in range(len(columns))]
        header.sectionResized.connect(self._remember_width)
        if wrap:
            self._main = next(number for number, column in enumerate(columns) if column.width == 0)
            self.rows.modelReset.connect(lambda: self._fit_rows(header.sectionSize(self._main)))
            header.sectionResized.connect(self._main_resized)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def chosen(self) -> Row | None:
        """The row under the keyboard."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def choose(self, number: int) -> None:
        """Put the keyboard on a row (nothing happens beyond the ends)."""
        if 0 <= number < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(number, 0))

    def step(self, by: int) -> None:
        """Move the chosen row up or down, also from a search field beside the table."""
        now = self.currentIndex().row() if self.currentIndex().isValid() else -1
        self.choose(max(0, min(now + by, self.rows.rowCount() - 1)))

    def open_chosen(self) -> None:
        if self.currentIndex().isValid():
            self._open(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop columns until the main one has room enough."""
        header, columns = self.horizontalHeader(), self.rows.columns
        shown = set(range(len(columns)))
        for number in sorted(shown, key=lambda each: -columns[each].drop):
            needed = self._least + sum(self._widths[each] for each in shown if columns[each].width)
            if needed <= event.size().width() or not columns[number].drop:
                break
            shown.discard(number)
        for number in range(len(columns)):
            if header.isSectionHidden(number) == (number in shown):
                header.setSectionHidden(number, number not in shown)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_chosen()
        elif event.key() == Qt.Key.Key_Delete and self.chosen() is not None:
            self.remove_asked.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _remember_width(self, number: int, _before: int, width: int) -> None:
        if width:
            self._widths[number] = width

    def _main_resized(self, number: int, _before: int, width: int) -> None:
        """Qt tells the new width before it holds."""
        if number == self._main:
            self._fit_rows(width)

    def _fit_rows(self, width: int) -> None:
        """Every row as tall as the words of the main column need where it is so wide."""
        px, metrics, down = self._look.theme.px, self.fontMetrics(), self.verticalHeader()
        for number in range(self.rows.rowCount()):
            row = self.rows.row(number)
            words = self.rows.columns[self._main].text(row) if row is not None else ""
            room = QRect(0, 0, width - px(_AROUND), 0)
            tall = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()
            down.resizeSection(number, max(px(_ROW), tall + px(_ROW) - metrics.height()))

    def _open(self, number: int) -> None:
        row = self.rows.row(number)
        if row is not None:
            self.opened.emit(row)
