"""The seven days of a week beside each other, each with its dates; on a narrow page beneath each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.texts import mark
from desktop.ui.kit.due_entry import DueEntry
from desktop.ui.kit.due_list import DueList, Words, paint_ground
from desktop.ui.kit.labels import label, set_role
from desktop.ui.kit.look import Look
from desktop.ui.kit.signs import KIND_SIGNS

from .presenter import WeekDay

AnyIndex = QModelIndex | QPersistentModelIndex
_KIND = 14
_MOST = 8
"""Dates of a day in sight on a narrow page; the rest is scrolled."""
_LISTS_OWN = "Up Down Home End Return Enter Space".split()
_OWN_KEYS = frozenset(getattr(Qt.Key, f"Key_{name}") for name in _LISTS_OWN)


class NarrowDelegate(QStyledItemDelegate):
    """Sign and whose it is; beneath it what it is, with the hour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        px = self._look.theme.px
        return QSize(px(90), 2 * option.fontMetrics.lineSpacing() + px(10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: DueEntry = index.data(Qt.ItemDataRole.UserRole)
        px, colours = self._look.theme.px, self._look.theme.colours
        paint_ground(painter, option, self._look)
        sign, ratio = entry.sign, painter.device().devicePixelRatioF()
        area = option.rect.adjusted(px(6), px(5), -px(4), -px(5))
        painter.drawPixmap(
            area.topLeft() + QPoint(0, px(2)), self._look.icons.pixmap(sign.icon, sign.token, 15, ratio)
        )
        height = option.fontMetrics.lineSpacing()
        first = QRect(area.left() + px(20), area.top(), area.width() - px(20), height)
        bold = QFont(option.font)
        bold.setBold(True)
        Words(painter, bold, colours.text).left(first, entry.who)
        kind = KIND_SIGNS[entry.kind]
        second = QRect(area.left(), area.top() + height, area.width(), height)
        small = self._look.icons.pixmap(kind.icon, "muted", _KIND, ratio)
        painter.drawPixmap(second.topLeft() + QPoint(0, (height - px(_KIND)) // 2), small)
        second.setLeft(second.left() + px(20))
        told = " ".join(filter(None, (entry.time, entry.what or entry.kind_word)))
        Words(painter, option.font, colours.text).left(second, told)


class DayColumn(QFrame):
    """One day: its name, its holiday, its dates. `entered` when the keyboard comes here."""

    entered = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        px = look.theme.px
        self.setProperty("role", "card")
        self.title = label("", "strong", wrap=False)
        self.title.setMinimumWidth(0)
        self._holiday = label("", "note")
        self._more = label("", "note")
        self.list = _WeekList(look, "", NarrowDelegate(look))
        self.list.entered_by_keyboard.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(2), px(8), px(2), px(4))
        layout.setSpacing(px(4))
        for each in (self.title, self._holiday, self._more):
            each.setContentsMargins(px(6), 0, px(6), 0)
        layout.addWidget(self.title)
        layout.addWidget(self._holiday)
        layout.addWidget(self._more)
        layout.addWidget(self.list, 1)

    def stack(self, narrow: bool) -> None:
        """As high as its dates."""
        self.list.narrow = narrow
        self.list.set_least_rows(2 if narrow else 1)
        tall = QSizePolicy.Policy.Maximum if narrow else QSizePolicy.Policy.Expanding
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, tall)

    def show_day(self, day: WeekDay) -> None:
        texts = self._look.texts
        today = f"{day.title} · {texts(mark('today'))}" if day.day.today else day.title
        self.title.setText(today)
        set_role(self.title, "role", "strong")
        self._holiday.setText(day.day.holiday)
        self._holiday.setVisible(bool(day.day.holiday))
        more = day.more or ("" if day.entries else texts(mark("nothing on this day")))
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.list.setAccessibleName(day.day.words)
        self.setAccessibleName(day.day.words)
        set_role(self, "role", "well" if day.day.free else "card")
        set_role(self.list, "place", "well" if day.day.free else "card")
        self.list.show_entries(day.entries)


class _WeekList(DueList):
    """Left and right belong to the week. On a narrow page it is as high as its dates, up to `_MOST`."""

    beside = Signal(int)
    turned = Signal(int)
    entered_by_keyboard = Signal()
    narrow = False

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.height_of(_MOST)) if self.narrow else hint

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.beside.emit(step)
        elif turn is not None:
            self.turned.emit(turn)
        elif event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()  # T and the rest are the page's

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered_by_keyboard.emit()


class WeekDays(QWidget):
    """`opened` with a date, `chosen` with a day (also one beyond the week), `turned` by weeks."""

    opened = Signal(object)
    chosen = Signal(date)
    turned = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.columns = [DayColumn(look) for _ in range(7)]
        self._days: Sequence[WeekDay] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.theme.px(6))
        for number, column in enumerate(self.columns):
            self._grid.addWidget(column, 0, number)
            self._grid.setColumnStretch(number, 1)
            column.list.opened.connect(self.opened)
            column.list.turned.connect(self.turned)
            column.list.beside.connect(lambda step, number=number: self._beside(number + step))
            column.entered.connect(lambda number=number: self._entered(number))

    def show_days(self, days: Sequence[WeekDay], chosen: date) -> None:
        self._days = days
        had_keyboard = any(column.list.hasFocus() for column in self.columns)
        for column, day in zip(self.columns, days, strict=True):
            column.show_day(day)
        if had_keyboard:
            self.give_keyboard(chosen)

    def give_keyboard(self, day: date) -> None:
        """To the dates of a day."""
        for column, each in zip(self.columns, self._days, strict=False):
            if each.day.day == day:
                column.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def stack(self, narrow: bool) -> None:
        """Beneath each other where there is no room beside each other."""
        for number, column in enumerate(self.columns):
            self._grid.addWidget(column, *((number, 0) if narrow else (0, number)))
            self._grid.setColumnStretch(number, 0 if narrow and number else 1)
            column.stack(narrow)

    def _beside(self, number: int) -> None:
        if 0 <= number < 7:
            self.columns[number].list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._days:
            self.chosen.emit(self._days[0].day.day + timedelta(days=number))

    def _entered(self, number: int) -> None:
        if self._days:
            self.chosen.emit(self._days[number].day.day)
