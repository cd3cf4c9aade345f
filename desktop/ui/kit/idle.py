"""Notices that nobody touches the program, also across a suspend of the computer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)


class IdleWatch(QObject):
    """`idle` once after `minutes` without a key, a click or a move of the mouse.

    It listens at whichever window has the keyboard, not at every widget. The wall clock is compared every
    second, so time asleep counts too.
    """

    idle = Signal()

    def __init__(self, application: QGuiApplication, minutes: int, now: Callable[[], datetime]) -> None:
        super().__init__(application)
        self._now = now
        self._limit = timedelta(minutes=minutes)
        self._touched = now()
        self._window: QWindow | None = None
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application.focusWindowChanged.connect(self._listen_at)
        self._listen_at(application.focusWindow())

    def set_minutes(self, minutes: int) -> None:
        self._limit = timedelta(minutes=minutes)
        self._touched = self._now()

    def look(self) -> None:
        """Compare with the clock; called by the timer."""
        now = self._now()
        if now < self._touched:  # the clock was set back
            self._touched = now
        elif now - self._touched >= self._limit:
            self._timer.stop()
            self.idle.emit()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        if self._window is not None and shiboken6.isValid(self._window):  # a dialog may be gone already
            self._window.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's own signature
        if event.type() in _TOUCHES:
            self._touched = self._now()
        return False

    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None and window is not self._window:
            window.installEventFilter(self)
            self._window = window
            self._touched = self._now()
