"""The time line: one bar for each period, today's line, gaps and overlaps with sign and word.

Bars differ by pattern and by the words on them, never by colour alone. Left and right move from period to
period, Enter changes one, Delete removes it. The period under the keyboard is said to screen readers.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)

from desktop.texts import mark
from desktop.ui.kit.look import Look
from desktop.ui.kit.status_brushes import BRUSHES
from desktop.ui.kit.status_patterns import INKS, Pattern
from desktop.ui.kit.time_axis import TimeAxis
from desktop.ui.kit.tokens import colour

from .timeline import Bar, Mark, MarkKind, Timeline

_AXIS, _MARKS, _LANE, _GAP, _EDGE = 26, 26, 34, 8, 18

_MARK_INKS = {
    MarkKind.GAP: "soon",
    MarkKind.OVERLAP: "later",
    MarkKind.NOTHING_TODAY: "overdue",
}


class TimelineView(TimeAxis):
    """`chosen` with the number of a period, `change_wanted` and `remove_wanted` for Enter and Delete."""

    chosen = Signal(int)
    change_wanted = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.texts(mark("Time line of papers")), _EDGE)
        self._line: Timeline | None = None

    def show_timeline(self, line: Timeline) -> None:
        """Draw a history; the period that was chosen stays chosen if it is still there."""
        self._line = line
        self._current = min(self._current, len(line.bars) - 1)
        if self._current < 0 and line.bars:
            self._current = len(line.bars) - 1
        self._renewed()

    @property
    def current(self) -> int:
        """The number of the chosen period, -1 if there is none."""
        return self._current

    def choose(self, number: int) -> None:
        """Put the keyboard on a period."""
        self._go(number)

    # Sizes

    def sizeHint(self) -> QSize:
        lanes = self._line.lanes if self._line is not None else 1
        px = self._look.theme.px
        return QSize(px(640), px(_AXIS + _MARKS + lanes * (_LANE + _GAP) + _GAP))

    def _box(self, bar: Bar) -> QRectF:
        assert self._line is not None
        px = self._look.theme.px
        left, right = self._x(self._line, bar.start), self._x(self._line, bar.end)
        top = px(_AXIS) + bar.lane * px(_LANE + _GAP)
        return QRectF(left, top, max(right - left, px(4)), px(_LANE))

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = self._count()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if count:
                self.change_wanted.emit(self._current)
            case Qt.Key.Key_Delete if count:
                self.remove_wanted.emit(self._current)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        if bar is not None:
            self.choose(bar.number)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position())
        if bar is not None:
            self.change_wanted.emit(bar.number)

    def _bar_at(self, point: QPointF) -> Bar | None:
        bars = self._line.bars if self._line is not None else ()
        return next((bar for bar in bars if self._box(bar).contains(point)), None)

    def _said_at(self, point: QPointF) -> str:
        bar = self._bar_at(point)
        if bar is not None:
            return bar.description
        marks = self._line.marks if self._line is not None else ()
        return next((each.words for each in marks if self._mark_box(each).contains(point)), "")

    def _count(self) -> int:
        return len(self._line.bars) if self._line is not None else 0

    def _moved(self) -> None:
        self.chosen.emit(self._current)

    def _said(self) -> str:
        texts = self._look.texts
        bars = self._line.bars if self._line is not None else ()
        if not bars:
            return texts(mark("No paper is recorded yet."))
        return texts(
            mark("{number} of {count}: {period}"),
            number=self._current + 1,
            count=len(bars),
            period=bars[self._current].description,
        )

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:
        line = self._line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(self._look.theme.colours.surface))
        if line is not None:
            self._paint_years(painter, line)
            for each in line.marks:
                self._paint_mark(painter, each)
            for bar in line.bars:
                self._paint_bar(painter, bar)
            self._paint_today(painter, line, self.height() - self._look.theme.px(_MARKS))
        painter.end()

    def _paint_years(self, painter: QPainter, line: Timeline) -> None:
        colours, px = self._look.theme.colours, self._look.theme.px
        metrics = painter.fontMetrics()
        every = 1
        years = line.years
        if len(years) > 1:
            room = self._x(line, years[1]) - self._x(line, years[0])
            while room * every < metrics.horizontalAdvance("2026") + px(10):
                every += 1
        for number, day in enumerate(years):
            x = self._x(line, day)
            painter.setPen(QPen(colour(colours.border), 1))
            painter.drawLine(QPointF(x, px(_AXIS) - px(4)), QPointF(x, self.height() - px(_MARKS)))
            words = QRectF(x + px(4), 0, metrics.horizontalAdvance("2026"), px(_AXIS))
            if number % every == 0 and not words.intersects(self._today_box(line)):
                painter.setPen(colour(colours.muted))
                painter.drawText(QPointF(x + px(4), px(_AXIS) - px(9)), str(day.year))

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        assert self._line is not None
        colours, px = self._look.theme.colours, self._look.theme.px
        ink = colour(getattr(colours, INKS[bar.pattern]))
        box = self._box(bar)
        solid = bar.pattern is Pattern.TITLE
        sure_left = self._x(self._line, bar.sure_start)
        sure_right = self._x(self._line, bar.sure_end)
        sure = QRectF(box)
        sure.setLeft(min(max(sure_left, box.left()), box.right()))
        sure.setRight(max(min(sure_right, box.right()), sure.left()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.surface))
        painter.drawRect(box)
        self._fill(painter, box, bar.pattern, _faded(ink, 90))
        self._fill(painter, sure, bar.pattern, ink)
        soft = sure.width() < box.width() - 1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(ink, 1.5, Qt.PenStyle.DashLine if soft or not bar.words else Qt.PenStyle.SolidLine)
        )
        if bar.pattern is Pattern.NO_PAPER:
            painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DashLine))
        painter.drawRect(box)
        if bar.running:
            self._paint_arrow(painter, box, ink)
        if bar.number == self._current:
            ring = box.adjusted(-px(3), -px(3), px(3), px(3))
            focused = self.hasFocus()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(colours.accent if focused else colours.muted), 2 if focused else 1))
            painter.drawRoundedRect(ring, px(4), px(4))
        self._paint_words(painter, bar, box, solid)

    def _fill(self, painter: QPainter, box: QRectF, pattern: Pattern, ink: QColor) -> None:
        if box.width() > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(ink, BRUSHES[pattern]))
            painter.drawRect(box)

    def _paint_words(self, painter: QPainter, bar: Bar, box: QRectF, solid: bool) -> None:
        """On the bar where they fit; the ground behind them is cleared on patterns."""
        colours, px = self._look.theme.colours, self._look.theme.px
        room = box.width() - px(12)
        words = painter.fontMetrics().elidedText(bar.words, Qt.TextElideMode.ElideRight, int(room))
        if len(words) < min(4, len(bar.words)):
            return
        width = painter.fontMetrics().horizontalAdvance(words)
        place = QRectF(box.left() + px(6), box.top(), width + px(6), box.height())
        if not solid:
            height = painter.fontMetrics().height()
            ground = QRectF(place.left() - px(2), box.center().y() - height / 2, place.width(), height)
            painter.fillRect(ground, colour(colours.surface))
        painter.setPen(colour(colours.surface if solid else colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_arrow(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        side = self._look.theme.px(10)
        middle = box.center().y()
        tip = QPointF(box.right() + side, middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(
            QPolygonF([QPointF(box.right(), middle - side), tip, QPointF(box.right(), middle + side)])
        )

    def _mark_box(self, each: Mark) -> QRectF:
        assert self._line is not None
        px = self._look.theme.px
        left, right = self._x(self._line, each.start), self._x(self._line, each.end)
        height = px(_MARKS)
        side = px(16)
        centre = (left + right) / 2
        width = max(right - left, side)
        return QRectF(centre - width / 2, self.height() - height, width, height)

    def _paint_mark(self, painter: QPainter, each: Mark) -> None:
        """Under the axis a triangle for a gap, two bars for an overlap, and a line as long as it lasts."""
        assert self._line is not None
        px = self._look.theme.px
        ink = colour(getattr(self._look.theme.colours, _MARK_INKS[each.kind]))
        box = self._mark_box(each)
        left, right = self._x(self._line, each.start), self._x(self._line, each.end)
        painter.fillRect(
            QRectF(left, px(_AXIS), max(right - left, 1.5), box.top() - px(_AXIS)), _faded(ink, 46)
        )
        painter.setPen(QPen(ink, 2))
        painter.drawLine(QPointF(left, box.top() + px(2)), QPointF(max(right, left + 2), box.top() + px(2)))
        centre = QPointF(box.center().x(), box.top() + px(14))
        side = px(6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if each.kind is MarkKind.OVERLAP:
            painter.drawRect(QRectF(centre.x() - side, centre.y() - side, 2 * side, side * 0.7))
            painter.drawRect(QRectF(centre.x() - side * 0.4, centre.y() + side * 0.1, 2 * side, side * 0.7))
        else:
            corners = [(0, -side), (side, side), (-side, side)]
            painter.drawPolygon(QPolygonF([QPointF(centre.x() + x, centre.y() + y) for x, y in corners]))


def _faded(ink: QColor, alpha: int) -> QColor:
    faded = QColor(ink)
    faded.setAlpha(alpha)
    return faded
