"""The year strip: twelve months from today, papers as bars, dates as signs; walked through with the arrows.

Dates too near each other to be drawn apart share one sign with their number; the keyboard still reaches each.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from desktop.texts import mark
from desktop.ui.kit.look import Look
from desktop.ui.kit.signs import DATE_SIGNS, KIND_SIGNS
from desktop.ui.kit.status_brushes import BRUSHES
from desktop.ui.kit.status_patterns import INKS, Pattern
from desktop.ui.kit.time_axis import TimeAxis
from desktop.ui.kit.tokens import colour

from .strip import Band, Strip, Tick, summed_up

_AXIS, _LANE, _GAP, _MARKS, _EDGE, _SIGN = 22, 22, 4, 28, 16, 20


class StripView(TimeAxis):
    """`chosen` with the key of a date under the keyboard or the mouse, `opened` for Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.texts(mark("The next twelve months")), _EDGE)
        self._strip: Strip | None = None

    def show_strip(self, shown: Strip) -> None:
        """Draw a year; the date that was chosen stays chosen if it is still there."""
        before = self.current_key
        self._strip = shown
        keys = [tick.key for tick in shown.ticks]
        self._current = keys.index(before) if before in keys else (0 if keys else -1)
        self._renewed()

    @property
    def current_key(self) -> str:
        """Of the date under the keyboard; empty if there is none."""
        return self._ticks[self._current].key if 0 <= self._current < len(self._ticks) else ""

    def choose_key(self, key: str) -> None:
        """Follow the list; nothing happens if the date is not on the axis."""
        found = next((place for place, tick in enumerate(self._ticks) if tick.key == key), None)
        if found is not None:
            self._put(found)

    @property
    def _ticks(self) -> tuple[Tick, ...]:
        return self._strip.ticks if self._strip is not None else ()

    # Sizes

    def sizeHint(self) -> QSize:
        lanes = self._strip.lanes if self._strip is not None else 0
        px = self._look.theme.px
        return QSize(px(640), px(_AXIS) + lanes * px(_LANE + _GAP) + px(_MARKS))

    def _clusters(self) -> list[tuple[float, list[int]]]:
        """Where each sign stands, and the dates it stands for."""
        found: list[tuple[float, list[int]]] = []
        room = self._look.theme.px(_SIGN + 4)
        for number, tick in enumerate(self._ticks):
            assert self._strip is not None
            x = self._x(self._strip, tick.day)
            if found and x - found[-1][0] < room:
                found[-1][1].append(number)
            else:
                found.append((x, [number]))
        return found

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_key:
            self.opened.emit(self.current_key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here = self._at(event.position())
        if here:
            again = here.index(self._current) + 1 if self._current in here else 0
            self._go(here[again % len(here)])
        super().mousePressEvent(event)

    def _count(self) -> int:
        return len(self._ticks)

    def _moved(self) -> None:
        self.chosen.emit(self.current_key)

    def _at(self, point: QPointF) -> list[int]:
        reach = self._look.theme.px(_SIGN) / 2 + 2
        low = self.height() - self._look.theme.px(_MARKS)
        if point.y() < low:
            return []
        return next((numbers for x, numbers in self._clusters() if abs(point.x() - x) <= reach), [])

    def _said_at(self, point: QPointF) -> str:
        here = self._at(point)
        if here:
            return "\n".join(self._ticks[number].words for number in here)
        bands = self._strip.bands if self._strip is not None else ()
        return next((band.words for band in bands if self._box(band).contains(point)), "")

    def _said(self) -> str:
        texts = self._look.texts
        said = summed_up(self._strip, texts) if self._strip is not None else ""
        if self.current_key:
            said += ". " + texts(
                mark("{number} of {count}: {period}"),
                number=self._current + 1,
                count=len(self._ticks),
                period=self._ticks[self._current].words,
            )
        return said

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._strip is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_months(painter, self._strip)
        for band in self._strip.bands:
            self._paint_band(painter, band)
        self._paint_today(painter, self._strip, self.height())
        for x, numbers in self._clusters():
            self._paint_sign(painter, x, numbers)
        painter.end()

    def _paint_months(self, painter: QPainter, shown: Strip) -> None:
        colours, px, texts = self._look.theme.colours, self._look.theme.px, self._look.texts
        metrics = painter.fontMetrics()
        today = self._today_box(shown)
        ends = [self._x(shown, day) for day in shown.months[1:]] + [float(self.width())]
        for day, until in zip(shown.months, ends, strict=True):
            x = self._x(shown, day)
            painter.setPen(QPen(colour(colours.border), 1))
            painter.drawLine(QPointF(x, px(2)), QPointF(x, self.height()))
            name = texts.month(day.month)[:3]
            for words in (f"{name} {day.year}", name) if day.month == 1 else (name,):
                box = QRectF(x + px(4), 0, metrics.horizontalAdvance(words), px(_AXIS) - px(2))
                if box.right() < until and not box.intersects(today):
                    painter.setPen(colour(colours.muted))
                    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
                    painter.drawText(box, flags, words)
                    break

    def _box(self, band: Band) -> QRectF:
        assert self._strip is not None
        px = self._look.theme.px
        left, right = self._x(self._strip, band.start), self._x(self._strip, band.end)
        return QRectF(left, px(_AXIS) + band.lane * px(_LANE + _GAP), max(right - left, 3), px(_LANE))

    def _paint_band(self, painter: QPainter, band: Band) -> None:
        colours = self._look.theme.colours
        ink, box = colour(getattr(colours, INKS[band.pattern])), self._box(band)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(QBrush(ink, BRUSHES[band.pattern]))
        painter.drawRect(box)
        words = band.words + (" …" if band.runs_on else "")
        place, inside = self._words_of(band, words, painter.fontMetrics())
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(place.width()))
        if len(words) < 2:
            return
        on_title = inside and band.pattern is Pattern.TITLE
        if not on_title:
            painter.fillRect(place, colour(colours.surface))
        painter.setPen(colour(colours.surface if on_title else colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _words_of(self, band: Band, words: str, metrics: QFontMetrics) -> tuple[QRectF, bool]:
        """Where the words of a bar stand, and whether on it: beside it if they fit only there."""
        assert self._strip is not None
        px, box = self._look.theme.px, self._box(band)
        today = self._x(self._strip, self._strip.today)
        left = max(box.left(), today if today < box.right() else box.left()) + px(4)
        wide, room = metrics.horizontalAdvance(words) + px(4), box.right() - left - px(4)
        others = [self._box(each).left() for each in self._strip.bands if each.lane == band.lane]
        free = min((x for x in others if x > box.left()), default=float(self.width())) - box.right() - px(8)
        inside = wide <= room or wide > free
        start = left if inside else box.right() + px(4)
        return QRectF(
            start, box.top() + px(1), min(wide, room if inside else free), box.height() - px(2)
        ), inside

    def _paint_sign(self, painter: QPainter, x: float, numbers: list[int]) -> None:
        """The most urgent of them, in the colour of its urgency; a ring around what the keyboard is on."""
        colours, px, icons = self._look.theme.colours, self._look.theme.px, self._look.icons
        shown = self._ticks[self._current] if self._current in numbers else None
        tick = shown or min(
            (self._ticks[n] for n in numbers), key=lambda each: list(DATE_SIGNS).index(each.urgency)
        )
        side = px(_SIGN)
        box = QRectF(x - side / 2, self.height() - side - px(3), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.surface))
        painter.drawEllipse(box.adjusted(-2, -2, 2, 2))
        picture = icons.pixmap(
            KIND_SIGNS[tick.kind].icon, DATE_SIGNS[tick.urgency].token, _SIGN - 2, self.devicePixelRatioF()
        )
        painter.drawPixmap(box.adjusted(px(1), px(1), -px(1), -px(1)), picture, QRectF(picture.rect()))
        if self._current in numbers:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(colours.accent if self.hasFocus() else colours.muted), 2))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), px(4), px(4))
        if len(numbers) > 1:
            count = str(len(numbers))
            metrics = painter.fontMetrics()
            around = QRectF(
                box.right() - px(3), box.top() - px(5), metrics.horizontalAdvance(count) + px(6), px(15)
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(colours.text))
            painter.drawRoundedRect(around, px(7), px(7))
            painter.setPen(colour(colours.surface))
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter, count)
