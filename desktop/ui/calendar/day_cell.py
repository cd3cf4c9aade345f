"""How one day of the month is painted: its number, its holiday, and how many dates of each kind it has."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.kit.due_list import Words
from desktop.ui.kit.look import Look
from desktop.ui.kit.signs import KIND_SIGNS
from desktop.ui.kit.tokens import colour

from .days import COUNTED, CalendarDay

AnyIndex = QModelIndex | QPersistentModelIndex
DAY = Qt.ItemDataRole.UserRole
SIGNS = {kind: KIND_SIGNS["filing" if kind == "deadline" else kind] for kind in COUNTED}
"""The sign of what is counted; the legend below the grid says the word."""
_ICON = 15


class DayDelegate(QStyledItemDelegate):
    """Paints a `CalendarDay`; in the first column the number of the week."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        day: CalendarDay | None = index.data(DAY)
        colours, px = self._look.theme.colours, self._look.theme.px
        painter.save()
        if day is None:
            painter.fillRect(option.rect, colour(colours.sunken))
            painter.setPen(colour(colours.muted))
            painter.setFont(option.font)
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data() or "")
        else:
            self._ground(painter, option, day)
            area = option.rect.adjusted(px(6), px(4), -px(6), -px(4))
            top = self._number(painter, option, area, day)
            self._counts(painter, option, area.adjusted(0, top + px(2), 0, 0), day)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, day: CalendarDay) -> None:
        colours, area = self._look.theme.colours, option.rect
        painter.fillRect(area, colour(colours.sunken if day.free else colours.surface))
        painter.setPen(colour(colours.border))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            if option.state & QStyle.StateFlag.State_Active and option.widget.hasFocus():
                painter.fillRect(area.adjusted(1, 1, -2, -2), colour(colours.accent_weak))
            painter.setPen(QPen(colour(colours.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -2, -2))

    def _number(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, day: CalendarDay) -> int:
        """Returns how much of the height it took."""
        colours, px = self._look.theme.colours, self._look.theme.px
        bold = QFont(option.font)
        bold.setBold(not day.outside)
        height, text = QFontMetrics(bold).height(), str(day.day.day)
        width = QFontMetrics(bold).horizontalAdvance(text)
        token = colours.muted if day.outside else colours.text
        if day.today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours.accent))
            pill = QRect(area.left() - px(3), area.top(), width + px(12), height)
            painter.drawRoundedRect(pill, height / 2, height / 2)
            token = colours.on_accent
        line = QRect(area.left() + (px(3) if day.today else 0), area.top(), area.width(), height)
        end = Words(painter, bold, token).left(line, text)
        if day.holiday:
            small = QFont(option.font)
            small.setPointSizeF(option.font.pointSizeF() * 0.86)
            beside = QRect(end + px(8), area.top(), area.right() - end - px(8), height)
            Words(painter, small, colours.muted).left(beside, day.holiday)
        return height

    def _counts(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, day: CalendarDay) -> None:
        """Sign and number of each kind, in the next line where there is no room."""
        colours, px, icons = self._look.theme.colours, self._look.theme.px, self._look.icons
        metrics, ratio = option.fontMetrics, painter.device().devicePixelRatioF()
        height = max(metrics.height(), px(_ICON))
        left, top = area.left(), area.top()
        for kind, count in day.counts.items():
            text = str(count) if count < 1000 else "999+"
            width = px(_ICON) + px(3) + metrics.horizontalAdvance(text)
            if left > area.left() and left + width > area.right():
                left, top = area.left(), top + height
            if top + height > area.bottom() + px(3):
                more = QRect(area.right() - px(14), top - height, px(14), height)
                Words(painter, option.font, colours.muted).right(more, "…")  # the list beside it has all
                return
            sign = SIGNS[kind]
            picture = icons.pixmap(sign.icon, sign.token, _ICON, ratio)
            painter.drawPixmap(QPoint(left, top + (height - px(_ICON)) // 2), picture)
            words = QRect(left + px(_ICON) + px(3), top, width, height)
            Words(painter, option.font, colours.text).left(words, text)
            left += width + px(8)
