"""The frame of every page: a head that says where one is, cards, and what to do first where nothing is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from .labels import button, heading, label
from .look import Look


class Page(QWidget):
    """Head (title, subtitle, actions on the right) and a body; `scrolls` if it may outgrow the window.

    `way_back` is hidden until the shell shows it, where a page is one that one only looks into.
    """

    def __init__(self, look: Look, title: str, subtitle: str = "", scrolls: bool = False) -> None:
        super().__init__()
        self.look = look
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        px = look.theme.px
        self._title = heading(title, 1)
        self._subtitle = label(subtitle, "muted")
        if not subtitle:
            self._subtitle.hide()
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(16))
        head.addLayout(words, 1)
        head.addLayout(self._actions)
        self.way_back = button("", "quiet", "back", look)  # made first, so that Tab comes to it first
        self.way_back.hide()
        self.add_action(self.way_back)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(16), px(24), px(16))
        outer.setSpacing(px(16))
        outer.addLayout(head)
        outer.addLayout(self.body if not scrolls else self._scrolled(self.body), 1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)

    def add_action(self, widget: QWidget) -> None:
        """To the right of the title."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def _scrolled(self, body: QVBoxLayout) -> QVBoxLayout:
        around = QVBoxLayout()
        around.addWidget(scrolling(body))
        return around


class Card(QFrame):
    """A framed part of a page with a heading; `body` takes the rest."""

    def __init__(self, look: Look, title: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        px = look.theme.px
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(16), px(12), px(16), px(12))
        self.body.setSpacing(px(8))
        self.title_label = heading(title, 2)
        self.body.addWidget(self.title_label)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """An empty title takes no room."""
        self.title_label.setText(title)
        self.title_label.setVisible(bool(title))
        self.setAccessibleName(title)


class EmptyState(QWidget):
    """What an empty room says: what this is for and what to do first."""

    asked = Signal()

    def __init__(self, look: Look, title: str, text: str, action: str = "", icon: str = "") -> None:
        super().__init__()
        px = look.theme.px
        layout = QVBoxLayout(self)
        layout.setSpacing(px(8))
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        if icon:
            picture = QLabel()
            look.icons.put_picture(picture, icon, "accent", 48)
            layout.addWidget(picture, 0, centre)
        self._title = heading(title, 2)
        self._title.setAlignment(centre)
        layout.addWidget(self._title)
        self._text = label(text, "muted")
        self._text.setAlignment(centre)
        self._text.setMinimumWidth(px(320))
        self._text.setMaximumWidth(px(520))
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._text, 10)
        row.addStretch()
        layout.addLayout(row)
        self.button = button(action, "primary")
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.asked)
        layout.addSpacing(px(8))
        layout.addWidget(self.button, 0, centre)
        layout.addStretch(3)

    def say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)


def scrolling(content: QVBoxLayout | QWidget) -> QScrollArea:
    """A borderless scroll area; it follows the keyboard focus."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if isinstance(content, QWidget):
        inner = content
    else:
        inner = QWidget()
        inner.setLayout(content)
        content.setContentsMargins(0, 0, 0, 0)
    inner.setProperty("role", "page")
    area.setWidget(inner)
    return area
