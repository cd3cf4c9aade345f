"""Line icons, tinted from the theme. What drawing needs is imported when the first one is drawn."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol, TypeVar
from weakref import WeakKeyDictionary

from desktop import resources

from .theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap
    from PySide6.QtWidgets import QLabel

    class HasIcon(Protocol):
        """A button or an action."""

        def setIcon(self, icon: QIcon, /) -> None: ...


Target = TypeVar("Target")


class Icons:
    """Draws `resources/icons/<name>.svg` in a token's colour; what it has put up follows the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[str, str], QIcon] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}
        self._put_up: WeakKeyDictionary[object, Callable[[], None]] = WeakKeyDictionary()
        theme.changed.connect(self._retint)

    def icon(self, name: str, token: str = "text") -> QIcon:
        """For models and menus, which ask again by themselves."""
        from PySide6.QtGui import QIcon

        if (name, token) not in self._kept:
            icon = QIcon()
            for size in (20, 40):
                drawn = self._draw(name, token, size, 1.0)
                icon.addPixmap(drawn)
                icon.addPixmap(drawn, QIcon.Mode.Selected)  # else Qt washes it out in a chosen row
            icon.addPixmap(self._draw(name, "muted", 20, 1.0), QIcon.Mode.Disabled)
            self._kept[name, token] = icon
        return self._kept[name, token]

    def put(self, target: HasIcon, name: str, token: str = "text") -> None:
        """Put an icon on a button or an action and keep it in the theme's colour."""
        self._put(target, lambda alive: alive.setIcon(self.icon(name, token)))

    def put_picture(self, label: QLabel, name: str, token: str = "text", size: int = 20) -> None:
        """Show an icon in a label. It is decoration: the word beside it carries the meaning."""
        self._put(
            label, lambda alive: alive.setPixmap(self.pixmap(name, token, size, alive.devicePixelRatioF()))
        )

    def pixmap(self, name: str, token: str = "text", size: int = 20, ratio: float = 1.0) -> QPixmap:
        """One picture of `size` design pixels, grown with the font size."""
        asked = name, token, self._theme.px(size), ratio
        if asked not in self._pictures:
            self._pictures[asked] = self._draw(*asked)
        return self._pictures[asked]

    def _put(self, target: Target, draw: Callable[[Target], None]) -> None:
        reference = weakref.ref(target)

        def again() -> None:
            alive = reference()
            if alive is not None:
                draw(alive)

        again()
        self._put_up[target] = again

    def _draw(self, name: str, token: str, size: int, ratio: float) -> QPixmap:
        from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
        from PySide6.QtGui import QPainter, QPixmap
        from PySide6.QtSvg import QSvgRenderer

        source = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
        colour = getattr(self._theme.colours, token)
        tinted = source.replace("currentColor", colour).replace("paperColor", self._theme.colours.surface)
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap

    def _retint(self) -> None:
        self._kept.clear()
        self._pictures.clear()
        for again in list(self._put_up.values()):
            with suppress(RuntimeError):  # the widget's C++ half is gone already
                again()
