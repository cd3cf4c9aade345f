"""An axis of time that is painted: the arrows go from one thing on it to the next, and today has a line.

What is on it is said in words as well: under the mouse as a tip, under the keyboard to screen readers.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.texts import mark

from .look import Look
from .names import tooltip
from .tokens import colour

_LEAST = 320
_TODAY = 18
"""Pixels at 100 %: the least width of an axis, the height of the word for today."""


class Span(Protocol):
    """The days of an axis."""

    @property
    def today(self) -> date: ...

    def place(self, day: date) -> float:
        """Where a day begins, 0 at the left edge and 1 at the right."""


class TimeAxis(QWidget):
    """Subclasses paint, and say what is on the axis and where."""

    def __init__(self, look: Look, name: str, edge: int) -> None:
        """`name` for screen readers; `edge`: the room left and right of the axis, in pixels at 100 %."""
        super().__init__()
        self._look, self._edge, self._current = look, edge, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        look.theme.changed.connect(self.updateGeometry)
        look.theme.changed.connect(self.update)

    # What subclasses say

    def _count(self) -> int:
        """How many things the keyboard can reach; they are numbered in order of time."""
        raise NotImplementedError

    def _said(self) -> str:
        """The axis and what the keyboard is on, in words."""
        raise NotImplementedError

    def _said_at(self, point: QPointF) -> str:
        """What is at a place, in words; empty if nothing is."""
        raise NotImplementedError

    def _moved(self) -> None:
        """A person went to another thing."""
        raise NotImplementedError

    # Places

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.theme.px(_LEAST), self.sizeHint().height())

    def _x(self, span: Span, day: date) -> float:
        """Where a day begins, in pixels from the left."""
        edge = self._look.theme.px(self._edge)
        return edge + span.place(day) * (self.width() - 2 * edge)

    def _today_box(self, span: Span) -> QRectF:
        """The word for today, right of its line, or left of it at the right edge."""
        px, x = self._look.theme.px, self._x(span, span.today)
        width = self.fontMetrics().horizontalAdvance(self._look.texts(mark("today"))) + px(10)
        return QRectF(x - width if x + width > self.width() else x, px(1), width, px(_TODAY))

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left:
                self._go(self._current - 1)
            case Qt.Key.Key_Right:
                self._go(self._current + 1)
            case Qt.Key.Key_Home:
                self._go(0)
            case Qt.Key.Key_End:
                self._go(self._count() - 1)
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            said = self._said_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tooltip(said), self) if said else QToolTip.hideText()
            return True
        return super().event(event)

    def _go(self, number: int) -> None:
        """As the keyboard and the mouse do; nothing happens where there is no such thing."""
        if self._put(number):
            self._moved()

    def _put(self, number: int) -> bool:
        """Put the keyboard on a thing; whether that changed anything."""
        if not 0 <= number < self._count() or number == self._current:
            return False
        self._current = number
        self.update()
        self._describe()
        return True

    def _renewed(self) -> None:
        """Something else is on the axis."""
        self.updateGeometry()
        self.update()
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._said())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Painting

    def _paint_today(self, painter: QPainter, span: Span, until: float) -> None:
        """The line of today down to `until`, and its word."""
        colours, x, box = self._look.theme.colours, self._x(span, span.today), self._today_box(span)
        painter.setPen(QPen(colour(colours.text), 2))
        painter.drawLine(QPointF(x, box.top()), QPointF(x, until))
        painter.fillRect(box, colour(colours.text))
        painter.setPen(colour(colours.surface))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._look.texts(mark("today")))
