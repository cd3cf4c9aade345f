"""A quiet button with a name on it that may be longer than there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from .look import Look
from .names import tooltip

_LEAST, _AROUND = 96, 28


class NameButton(QPushButton):
    """Shortens the name where it does not fit; the whole one is its tooltip and what it is read out as."""

    def __init__(self, look: Look, name: str, icon: str) -> None:
        super().__init__(name)
        self._look = look
        self.setAutoDefault(True)
        self.setProperty("role", "quiet")
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))
        look.icons.put(self, icon, "accent")
        side = look.theme.px(18)
        self.setIconSize(QSize(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(self._look.theme.px(_LEAST), hint.width()), hint.height())

    def shown(self) -> str:
        """The name as far as there is room for it."""
        room = self.width() - self.iconSize().width() - self._look.theme.px(_AROUND)
        if self.sizeHint().width() <= self.width():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()
