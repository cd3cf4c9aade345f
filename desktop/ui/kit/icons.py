"""Line icons, tinted from the theme; and the signs of verdicts and dates, which always come with a word."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from desktop import resources
from desktop.texts import mark

from .theme import Theme


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon, the token that colours it, and the word that stands beside it."""

    icon: str
    token: str
    word: str


VERDICT_SIGNS = {
    "entitlement_indicated": Sign("verdict_entitled", "entitled", mark("entitlement indicated")),
    "should_be_granted": Sign("verdict_should", "should", mark("should be granted")),
    "discretion_open": Sign("verdict_discretion", "discretion", mark("discretion")),
    "needs_assessment": Sign("verdict_assessment", "assessment", mark("needs assessment")),
    "facts_missing": Sign("verdict_facts_missing", "facts_missing", mark("facts missing")),
    "not_available": Sign("verdict_not_available", "not_available", mark("not possible at present")),
}
"""By the value of `rules.verdict.Verdict`."""

URGENCY_SIGNS = {
    "overdue": Sign("urgency_overdue", "overdue", mark("overdue")),
    "soon": Sign("urgency_soon", "soon", mark("soon")),
    "later": Sign("urgency_later", "later", mark("later")),
}


class HasIcon(Protocol):
    """A button or an action."""

    def setIcon(self, icon: QIcon, /) -> None: ...


class Icons:
    """Draws `resources/icons/<name>.svg` in a token's colour; what it has put up follows the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[str, str], QIcon] = {}
        self._refresh: list[Callable[[], bool]] = []
        theme.changed.connect(self._retint)

    def icon(self, name: str, token: str = "text") -> QIcon:
        """For models and menus, which ask again by themselves."""
        if (name, token) not in self._kept:
            icon = QIcon()
            for size in (20, 40):
                icon.addPixmap(self._draw(name, token, size, 1.0))
            icon.addPixmap(self._draw(name, "muted", 20, 1.0), QIcon.Mode.Disabled)
            self._kept[name, token] = icon
        return self._kept[name, token]

    def put(self, target: HasIcon, name: str, token: str = "text") -> None:
        """Put an icon on a button or an action and keep it in the theme's colour."""
        target.setIcon(self.icon(name, token))
        reference = weakref.ref(target)

        def again() -> bool:
            alive = reference()
            if alive is not None:
                alive.setIcon(self.icon(name, token))
            return alive is not None

        self._refresh.append(again)

    def put_picture(self, label: QLabel, name: str, token: str = "text", size: int = 20) -> None:
        """Show an icon in a label. It is decoration: the word beside it carries the meaning."""
        reference = weakref.ref(label)

        def again() -> bool:
            alive = reference()
            if alive is not None:
                alive.setPixmap(self.pixmap(name, token, size, alive.devicePixelRatioF()))
            return alive is not None

        again()
        self._refresh.append(again)

    def pixmap(self, name: str, token: str = "text", size: int = 20, ratio: float = 1.0) -> QPixmap:
        """One picture of `size` design pixels, grown with the font size."""
        return self._draw(name, token, self._theme.px(size), ratio)

    def _draw(self, name: str, token: str, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # the unlock form has no icon

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
        self._refresh = [again for again in self._refresh if _still(again)]


def _still(again: Callable[[], bool]) -> bool:
    try:
        return again()
    except RuntimeError:  # the widget's C++ half is gone already
        return False
