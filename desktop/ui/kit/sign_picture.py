"""A sign that may change: the picture of a `Sign`, its word as tooltip and for screen readers."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from .look import Look
from .signs import Sign


class SignPicture(QLabel):
    """Shows one sign at a time and follows the theme."""

    def __init__(self, look: Look, sign: Sign | None = None, size: int = 20) -> None:
        super().__init__()
        self._look, self._sign, self._size = look, sign, size
        look.theme.changed.connect(self._draw)
        self.show_sign(sign)

    def show_sign(self, sign: Sign | None) -> None:
        """None shows nothing."""
        self._sign = sign
        if sign is None:
            self.hide()
        elif self.parentWidget() is not None:  # without a parent it would be a window of its own
            self.show()
        word = self._look.texts(sign.word) if sign is not None else ""
        self.setToolTip(word)
        self.setAccessibleName(word)
        self._draw()

    def _draw(self) -> None:
        if self._sign is not None:
            ratio = self.devicePixelRatioF()
            self.setPixmap(self._look.icons.pixmap(self._sign.icon, self._sign.token, self._size, ratio))
