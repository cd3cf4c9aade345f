"""A list of dates in two lines each, painted without a widget per line."""

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
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.kit.look import Look
from desktop.ui.kit.names import tooltip
from desktop.ui.kit.signs import DATE_SIGNS
from desktop.ui.kit.tokens import colour

from .presenter import Entry

AnyIndex = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole


class DueModel(QAbstractListModel):
    """Entries as they come."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entries: tuple[Entry, ...] = ()

    def reset(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        return self._entries[row]

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            word = self._look.texts(DATE_SIGNS[entry.urgency].word)
            return f"{word}: {entry.when} ({entry.distance}), {entry.who}, {_second_line(entry)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(f"{entry.when} ({entry.distance})\n{entry.who}\n{_second_line(entry)}")
        return None


def _second_line(entry: Entry) -> str:
    return f"{entry.what} · {entry.ends}" if entry.ends else entry.what


class DueDelegate(QStyledItemDelegate):
    """Sign, the day to act by, whose it is, how far away; beneath it what it is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        return QSize(self._look.theme.px(160), self.height(option.fontMetrics))

    def height(self, metrics: QFontMetrics) -> int:
        """Of one entry."""
        return 2 * metrics.lineSpacing() + self._look.theme.px(14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        entry: Entry = index.data(_ENTRY)
        px, colours = self._look.theme.px, self._look.theme.colours
        self._paint_ground(painter, option)
        sign = DATE_SIGNS[entry.urgency]
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
        first.setRight(_Words(painter, option.font, colours.muted).right(first, entry.distance) - px(8))
        first.setLeft(_Words(painter, bold, token).left(first, entry.when) + px(10))
        _Words(painter, bold, colours.text).left(first, entry.who)
        ends = f" · {entry.ends}" if entry.ends else ""  # a day is never shortened
        room = second.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(ends), 0)
        words = _Words(painter, option.font, colours.text)
        second.setLeft(words.left(room, entry.what))
        words.left(second, ends)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """The chosen entry shows where the keyboard is, and only there."""
        colours, area = self._look.theme.colours, option.rect
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, colour(colours.accent_weak))
            bar = QRect(area.topLeft(), QSize(self._look.theme.px(3), area.height()))
            painter.fillRect(bar, colour(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour(colours.sunken))


class _Words:
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
