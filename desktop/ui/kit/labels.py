"""Text on the page: always plain text, so that no name can bring markup with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from .look import Look
from .names import isolated

if TYPE_CHECKING:
    from PySide6.QtCore import QSize


TextRole = Literal["", "muted", "note", "strong", "problem", "display", "code"]
ButtonRole = Literal["", "primary", "quiet", "danger", "segment", "tile"]

__all__ = ["button", "heading", "icon_button", "isolated", "label", "line", "set_role"]


def label(text: str = "", role: TextRole = "", wrap: bool = True) -> QLabel:
    """Body text in one of the roles of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def heading(text: str, level: Literal[1, 2, 3] = 2) -> QLabel:
    """1 for the page, 2 for a card, 3 for a group."""
    made = label(text)
    made.setProperty("level", str(level))
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def button(text: str, role: ButtonRole = "", icon: str = "", look: Look | None = None) -> QPushButton:
    """A button that says what happens, on Enter as on space. At most one `primary` on a page."""
    made = QPushButton(text)
    made.setAutoDefault(True)
    if role:
        made.setProperty("role", role)
    made.setAccessibleName(text.replace("&", ""))
    if icon and look is not None:
        token = {"primary": "on_accent", "quiet": "accent", "danger": "overdue"}.get(role, "text")
        look.icons.put(made, icon, token)
        made.setIconSize(_square(look, 18))
    return made


def icon_button(look: Look, icon: str, name: str) -> QToolButton:
    """A button with a picture only; `name` is its tooltip and its name for screen readers."""
    made = QToolButton()
    look.icons.put(made, icon)
    made.setIconSize(_square(look, 20))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def line() -> QFrame:
    """A thin line where space cannot separate."""
    made = QFrame()
    made.setProperty("role", "line")
    return made


def set_role(widget: QWidget, name: str, value: str) -> None:
    """Change a style property after the widget is shown."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _square(look: Look, pixels: int) -> QSize:
    from PySide6.QtCore import QSize

    side = look.theme.px(pixels)
    return QSize(side, side)
