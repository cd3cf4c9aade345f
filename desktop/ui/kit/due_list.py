"""A list of dates in two lines each, painted without a widget per line; more come when it is scrolled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from .due_entry import DueEntry
from .look import Look
from .names import tooltip
from .signs import KIND_SIGNS
from .tokens import colour

AnyIndex = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_KIND = 14
"""Design pixels of the sign of a kind."""


class DueModel(QAbstractListModel):
    """Entries as they come, of `total` that there are; `wanted` with how many have come asks for more."""

    wanted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: list[DueEntry] = []
        self._total = self._asked = 0

    def reset(self, entries: Sequence[DueEntry], total: int) -> None:
        self.beginResetModel()
        self._entries, self._total, self._asked = list(entries), max(total, len(entries)), 0
        self.endResetModel()

    def append(self, offset: int, entries: Sequence[DueEntry]) -> None:
        """The entries that were asked for; an answer for another place is dropped."""
        if offset != len(self._entries):
            return
        if not entries:
            self._total = offset
            return
        self.beginInsertRows(QModelIndex(), offset, offset + len(entries) - 1)
        self._entries += entries
        self.endInsertRows()

    def entry(self, row: int) -> DueEntry:
        return self._entries[row]

    def place_of(self, entry: DueEntry) -> int | None:
        """Where the same date stands now."""
        named = (entry.client_id, entry.key, entry.entry)
        places = (
            number
            for number, each in enumerate(self._entries)
            if (each.client_id, each.key, each.entry) == named
        )
        return next(places, None)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and len(self._entries) < self._total

    def fetchMore(self, parent: AnyIndex) -> None:
        offset = len(self._entries)
        if self.canFetchMore(parent) and self._asked < offset:
            self._asked = offset
            self.wanted.emit(offset)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            word = self._look.texts(entry.sign.word)
            return f"{word}: {entry.when} ({entry.distance}), {entry.who}, {entry.second_line}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{entry.when} ({entry.distance})\n{entry.who}\n{entry.second_line}")
        return None


class DueDelegate(QStyledItemDelegate):
    """Sign, the day to act by, whose it is, how far away; beneath it which kind it is and what."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(self._look.theme.px(160), self.height(option.fontMetrics))

    def height(self, metrics: QFontMetrics) -> int:
        """Of one entry."""
        return 2 * metrics.lineSpacing() + self._look.theme.px(14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: DueEntry = index.data(_ENTRY)
        px, colours = self._look.theme.px, self._look.theme.colours
        paint_ground(painter, option, self._look)
        sign = entry.sign
        ratio = painter.device().devicePixelRatioF()
        picture = self._look.icons.pixmap(sign.icon, sign.token, 18, ratio)
        area = option.rect.adjusted(px(12), px(7), -px(12), -px(7))
        painter.drawPixmap(area.topLeft() + QPoint(0, px(2)), picture)
        height = option.fontMetrics.lineSpacing()
        first = QRect(area.left() + px(28), area.top(), area.width() - px(28), height)
        second = first.translated(0, height)
        bold = QFont(option.font)
        bold.setBold(True)
        token = colours.text if entry.urgency == "later" else getattr(colours, sign.token)
        first.setRight(Words(painter, option.font, colours.muted).right(first, entry.distance) - px(8))
        first.setLeft(Words(painter, bold, token).left(first, entry.when) + px(10))
        Words(painter, bold, colours.text).left(first, entry.who)
        ends = f" · {entry.ends}" if entry.ends else ""  # a day is never shortened
        room = second.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(ends), 0)
        kind = KIND_SIGNS[entry.kind]
        small = self._look.icons.pixmap(kind.icon, "muted", _KIND, ratio)
        painter.drawPixmap(second.topLeft() + QPoint(0, (height - px(_KIND)) // 2), small)
        room.setLeft(second.left() + px(_KIND) + px(5))
        words = Words(painter, option.font, colours.text)
        told = " · ".join(filter(None, (entry.kind_word, entry.what)))
        second.setLeft(words.left(room, told))
        words.left(second, ends)


class DueList(QListView):
    """Enter or a double click: `opened` with the entry. Space: `ticked`. `wanted` where more must come."""

    opened = Signal(object)
    ticked = Signal(object)
    wanted = Signal(int)

    def __init__(self, look: Look, name: str, delegate: QStyledItemDelegate | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("place", "card")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._least_rows = 1
        self._model = DueModel(look)
        self._model.setParent(self)
        self._model.wanted.connect(self.wanted)
        self._delegate = delegate or DueDelegate(look)
        self._delegate.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._model.entry(index.row())))

    def show_entries(self, entries: Sequence[DueEntry], total: int = 0) -> None:
        """The first of `total` entries; the keyboard stays on the date it was on, or near its place."""
        before = self.chosen()
        row = max(0, self.currentIndex().row())
        self._model.reset(entries, total)
        self._give_room()
        if entries:
            found = self._model.place_of(before) if before is not None else 0
            self.setCurrentIndex(self._model.index(min(row, len(entries) - 1) if found is None else found))

    def add_entries(self, offset: int, entries: Sequence[DueEntry]) -> None:
        """More of them, from `offset` on."""
        self._model.append(offset, entries)

    def chosen(self) -> DueEntry | None:
        """The entry under the keyboard."""
        index = self.currentIndex()
        return self._model.entry(index.row()) if index.isValid() else None

    def set_least_rows(self, rows: int) -> None:
        """So many are always in sight, if there are so many."""
        self._least_rows = rows
        self._give_room()

    def height_of_all(self) -> int:
        """What its entries take, in pixels."""
        return self._height(self._model.rowCount())

    def height_of(self, most: int) -> int:
        """What its entries take, or `most` of them, in pixels."""
        return self._height(min(most, self._model.rowCount()))

    def _give_room(self) -> None:
        self.setMinimumHeight(self._height(min(self._least_rows, self._model.rowCount())))
        self.updateGeometry()

    def _height(self, rows: int) -> int:
        option = QStyleOptionViewItem()
        option.fontMetrics = self.fontMetrics()
        height = self._delegate.sizeHint(option, QModelIndex()).height() if rows else 0
        return rows * height + 2 * self.frameWidth() + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.opened.emit(chosen)
        elif event.key() == Qt.Key.Key_Space and chosen is not None:
            self.ticked.emit(chosen)
        else:
            super().keyPressEvent(event)


class Words:
    """One line of text in a font and a colour, shortened with … where it does not fit."""

    def __init__(self, painter: QPainter, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(colour(token))
        self._painter = painter

    def left(self, area: QRect, text: str) -> int:
        """Returns where the text ends."""
        shown = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self._painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        return area.left() + self._painter.fontMetrics().horizontalAdvance(shown)

    def right(self, area: QRect, text: str) -> int:
        """Returns where the text begins."""
        self._painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return area.right() - self._painter.fontMetrics().horizontalAdvance(text)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, look: Look) -> None:
    """The chosen entry shows where the keyboard is, and only there."""
    colours, area = look.theme.colours, option.rect
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.fillRect(area, colour(colours.accent_weak))
        bar = QRect(area.topLeft(), QSize(look.theme.px(3), area.height()))
        painter.fillRect(bar, colour(colours.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, colour(colours.sunken))
