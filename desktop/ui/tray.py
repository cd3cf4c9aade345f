"""The sign in the tray of the desktop, where there is one: how much is due, never whose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from .kit.look import Look
from .window import NAME


class Tray:
    """Shows the count as its tooltip; a click brings the window back. Nothing where the desktop has none."""

    def __init__(self, look: Look, owner: QWidget, raise_window: Callable[[], None]) -> None:
        """`owner` takes the sign with it when it goes."""
        self._look, self._icon = look, None
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._icon = QSystemTrayIcon(look.icons.icon("today", "accent"), owner)
        self._icon.activated.connect(lambda _: raise_window())
        self._icon.setToolTip(NAME)
        self._icon.show()

    @property
    def there(self) -> bool:
        return self._icon is not None

    def show(self, pressing: int, words: str) -> None:
        """`words` say what is due, without a name."""
        if self._icon is not None:
            self._icon.setIcon(self._look.icons.icon("today", "overdue" if pressing else "accent"))
            self._icon.setToolTip(f"{NAME}: {words}")

    def hide(self) -> None:
        if self._icon is not None:
            self._icon.hide()
