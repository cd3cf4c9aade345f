"""The grid of a month: six weeks from Monday on, each with its number; one cell per day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.texts import mark
from desktop.ui.kit.look import Look

from .day_cell import DAY, DayDelegate
from .days import FIRST_DAY, LAST_DAY, ROWS, CalendarDay, month_later, week_number

AnyIndex = QModelIndex | QPersistentModelIndex
_MONDAY = date(2024, 1, 1)
_LEAST = 58
"""Design pixels of a week: the number of a day and two lines of counts."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class MonthModel(QAbstractTableModel):
    """The number of the week in the first column, its seven days beside it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._days: Sequence[CalendarDay] = ()

    def reset(self, days: Sequence[CalendarDay]) -> None:
        """`days` begin on a Monday and are seven for each row."""
        self.beginResetModel()
        self._days = days
        self.endResetModel()

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; an invalid index where it is not in sight."""
        number = (day - self._days[0].day).days if self._days else -1
        inside = 0 <= number < len(self._days)
        return self.index(number // 7, number % 7 + 1) if inside else QModelIndex()

    def day(self, index: AnyIndex) -> CalendarDay | None:
        """The day of a cell; None for the number of a week."""
        number = index.row() * 7 + index.column() - 1
        return self._days[number] if index.column() > 0 and number < len(self._days) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else ROWS

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 8

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return can if self.day(index) is not None else Qt.ItemFlag.NoItemFlags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        weekday = _MONDAY + timedelta(days=section - 1)
        if role == Qt.ItemDataRole.DisplayRole:
            texts = self._look.texts
            return texts(mark("Wk")) if section == 0 else texts.short_weekday(weekday)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            texts = self._look.texts
            return texts(mark("Calendar week")) if section == 0 else texts.weekday(weekday)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day(index)
        if role == DAY:
            return day
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if day is not None:
            return str(day.day.day) if role == Qt.ItemDataRole.DisplayRole else day.words
        row = index.row() * 7
        return str(week_number(self._days[row].day)) if row < len(self._days) else None


class MonthGrid(QTableView):
    """`chosen` with the day under the keyboard, also one beyond the grid; `opened` on Enter."""

    chosen = Signal(date)
    turned = Signal(int)
    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._model = MonthModel(look)
        self._model.setParent(self)
        self._delegate = DayDelegate(look)
        self._delegate.setParent(self)
        self._day = date.min
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(look.texts(mark("Month")))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        px = look.theme.px
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(px(_LEAST))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        columns.setMinimumSectionSize(px(36))
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(ROWS * px(_LEAST) + columns.sizeHint().height() + 2 * self.frameWidth())
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def show_days(self, days: Sequence[CalendarDay], chosen: date) -> None:
        self._model.reset(days)
        self._day = chosen
        self.setCurrentIndex(self._model.index_of(chosen))

    def _clicked(self, index: QModelIndex) -> None:
        day = self._model.day(index)
        if day is not None and day.day != self._day:
            self._go(day.day)

    def _go(self, day: date) -> None:
        self._day = day
        there = self._model.index_of(day)
        if there.isValid():
            self.setCurrentIndex(there)
        self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._day + timedelta(days=_STEPS[key]))
        elif key in _TURNS:
            by = _TURNS[key]
            if FIRST_DAY < self._day < LAST_DAY:  # the next key may come before the month is read
                self._day = min(max(month_later(self._day, by), FIRST_DAY), LAST_DAY)
            self.turned.emit(by)
        elif key == Qt.Key.Key_Home:
            self._go(self._day - timedelta(days=self._day.weekday()))
        elif key == Qt.Key.Key_End:
            self._go(self._day + timedelta(days=6 - self._day.weekday()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            event.ignore()  # T and the rest are the page's
