"""The strip of the years ahead: one bar for each title that changes by itself, and the changes in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.labels import button, heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import tooltip
from desktop.ui.kit.signs import VERDICT_SIGNS
from desktop.ui.kit.tokens import colour

from .ahead import Ahead, Row

_AXIS, _ROW, _BAR, _GAP, _RIGHT = 22, 24, 16, 8, 10
MOST_ROWS = 6
_FAINT = 0.28


class AheadPart(QWidget):
    """Heading, strip, and a button that shows the changes in words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        texts, px = look.texts, look.theme.px
        self.strip = AheadStrip(look)
        self._nothing = label("", "muted")
        self.more = button(texts(mark("Show the changes in words")), "quiet", "down", look)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._unfold)
        self._words = QWidget()
        self._lines = QVBoxLayout(self._words)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(6))
        self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(px(4))
        column.addWidget(heading(texts(mark("What time brings, five years ahead")), 2))
        for each in (self._nothing, self.strip):
            column.addWidget(each)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._words)
        self.show_ahead(None)

    def show_ahead(self, shown: Ahead | None) -> None:
        texts = self._look.texts
        rows = shown.rows if shown is not None else ()
        self.strip.show_ahead(shown)
        self.strip.setVisible(bool(rows))
        self.more.setVisible(bool(rows))
        waiting, none = mark("being looked for …"), mark("Nothing changes by itself in these years.")
        self._nothing.setText(texts(waiting if shown is None else none))
        self._nothing.setVisible(not rows)
        empty(self._lines)
        if shown is not None and rows:
            for row in rows:
                for said in row.said:
                    self._lines.addWidget(label(said))
            self._lines.addWidget(label(shown.rests_on, "note"))
        self._words.setVisible(self.more.isChecked() and bool(rows))

    def _unfold(self, opened: bool) -> None:
        texts = self._look.texts
        self._words.setVisible(opened)
        shut, show = mark("Hide the changes in words"), mark("Show the changes in words")
        self.more.setText(texts(shut if opened else show))


class AheadStrip(QWidget):
    """Painted: years above, a bar for each title, a sign where it begins to stand otherwise."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Ahead | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.theme.changed.connect(self.updateGeometry)
        look.theme.changed.connect(self.update)

    def show_ahead(self, shown: Ahead | None) -> None:
        self._shown = shown
        words = [said for row in self._rows() for said in row.said]
        self.setAccessibleName(self._look.texts(mark("What time brings, five years ahead")))
        self.setAccessibleDescription(". ".join(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.theme.px
        return QSize(px(420), px(_AXIS) + px(_ROW) * len(self._rows()) + px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.theme.px(240), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_at(event.pos())
            QToolTip.showText(
                event.globalPos(), tooltip("\n".join(row.said)) if row is not None else "", self
            )
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        shown = self._shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter, shown)
        for number, row in enumerate(self._rows()):
            self._paint_row(painter, shown, row, number)
        painter.end()

    def _rows(self) -> tuple[Row, ...]:
        return self._shown.rows[:MOST_ROWS] if self._shown is not None else ()

    def _row_at(self, place: QPoint) -> Row | None:
        px = self._look.theme.px
        number = (place.y() - px(_AXIS)) // px(_ROW)
        rows = self._rows()
        return rows[number] if 0 <= number < len(rows) else None

    def _left(self) -> int:
        """As wide as the longest name, at most a third of the strip."""
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(row.title) for row in self._rows()), default=0)
        return min(widest, self.width() // 3) + self._look.theme.px(_GAP)

    def _x(self, shown: Ahead, day: date) -> float:
        left, right = self._left(), self._look.theme.px(_RIGHT)
        return left + shown.place(day) * (self.width() - left - right)

    def _paint_years(self, painter: QPainter, shown: Ahead) -> None:
        px, colours = self._look.theme.px, self._look.theme.colours
        for year in shown.years():
            x = self._x(shown, year)
            painter.setPen(QPen(colour(colours.border), 1))
            painter.drawLine(round(x), px(_AXIS) - px(4), round(x), self.height())
            painter.setPen(colour(colours.muted))
            box = QRectF(x - px(24), 0, px(48), px(_AXIS) - px(4))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(year.year))

    def _paint_row(self, painter: QPainter, shown: Ahead, row: Row, number: int) -> None:
        px, colours = self._look.theme.px, self._look.theme.colours
        top = px(_AXIS) + number * px(_ROW)
        metrics = QFontMetrics(self.font())
        name = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, self._left() - px(_GAP))
        painter.setPen(colour(colours.text))
        box = QRect(0, top, self._left() - px(_GAP), px(_ROW))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        for stretch in row.stretches:
            left, right = self._x(shown, stretch.start), self._x(shown, stretch.end)
            bar = QRectF(left, top + (px(_ROW) - px(_BAR)) / 2, max(right - left, px(2)), px(_BAR))
            sign = VERDICT_SIGNS.get(stretch.verdict)
            if sign is None:
                painter.fillRect(bar, colour(colours.sunken))
                continue
            ink = colour(getattr(colours, sign.token))
            faint = ink
            faint.setAlphaF(_FAINT)
            painter.fillRect(bar, faint)
            painter.fillRect(
                QRectF(bar.left(), bar.top(), px(2), bar.height()), colour(getattr(colours, sign.token))
            )
            side = px(14)
            if bar.width() > side + px(4):
                ratio = painter.device().devicePixelRatioF()
                picture = self._look.icons.pixmap(sign.icon, sign.token, 14, ratio)
                painter.drawPixmap(
                    QPoint(round(bar.left()) + px(4), round(bar.center().y() - side / 2)), picture
                )
            self._paint_day(painter, shown, stretch.start, bar, side)

    def _paint_day(self, painter: QPainter, shown: Ahead, day: date, bar: QRectF, side: int) -> None:
        """The month from which it stands so, where there is room for it."""
        if day == shown.on:
            return
        px = self._look.theme.px
        words = f"{day:%m/%Y}"
        left = bar.left() + side + px(8)
        if QFontMetrics(self.font()).horizontalAdvance(words) < bar.right() - left:
            painter.setPen(colour(self._look.theme.colours.text))
            box = QRectF(left, bar.top() - px(3), bar.right() - left, bar.height() + px(6))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
