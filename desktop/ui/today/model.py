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

from desktop.ui.kit.signs import URGENCY_SIGNS
from desktop.ui.kit.look import Look
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
            word = self._look.texts(URGENCY_SIGNS[entry.urgency].word)
            return f"{word}: {entry.when} ({entry.distance}), {entry.what}, {entry.who} {entry.note}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.when} · {entry.what}\n{entry.who}\n{entry.note}".strip()
        return None


class DueDelegate(QStyledItemDelegate):
    """Sign, day and what it is; beneath it whose it is. The distance stands on the right."""

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
        sign = URGENCY_SIGNS[entry.urgency]
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        chosen = focused and bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colour(colours.accent_weak if chosen else colours.sunken))
        if chosen:
            painter.fillRect(
                QRect(option.rect.topLeft(), QSize(px(3), option.rect.height())), colour(colours.accent)
            )
        ratio = painter.device().devicePixelRatioF()
        area = option.rect.adjusted(px(12), px(7), -px(12), -px(7))
        painter.drawPixmap(
            area.topLeft() + QPoint(0, px(2)), self._look.icons.pixmap(sign.icon, sign.token, 18, ratio)
        )
        area.setLeft(area.left() + px(28))
        height = option.fontMetrics.lineSpacing()
        first = QRect(area.left(), area.top(), area.width(), height)
        second = first.translated(0, height)
        bold = QFont(option.font)
        bold.setBold(True)
        distance = _Words(painter, option.font, colours.muted)
        left = distance.right(first, entry.distance) - px(8)
        head = _Words(
            painter, bold, getattr(colours, sign.token) if entry.urgency != "later" else colours.text
        )
        head.left(
            QRect(first.left(), first.top(), left - first.left(), height), f"{entry.when}  {entry.what}"
        )
        end = second.right()
        if entry.note:
            end = _Words(painter, option.font, colours.muted).right(second, entry.note) - px(8)
        who = QRect(second.left(), second.top(), end - second.left(), height)
        _Words(painter, option.font, colours.text).left(who, entry.who)


class _Words:
    """One line of text in a font and a colour, shortened with … where it does not fit."""

    def __init__(self, painter: QPainter, font: QFont, token: str) -> None:
        painter.setFont(font)
        painter.setPen(colour(token))
        self._painter = painter

    def left(self, area: QRect, text: str) -> None:
        shown = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self._painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def right(self, area: QRect, text: str) -> int:
        """Returns where the text begins."""
        self._painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return area.right() - self._painter.fontMetrics().horizontalAdvance(text)
