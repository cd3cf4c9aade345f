"""The frame of an open office: navigation on the left, the page, one line of status below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.texts import mark

from .commands import Commands, tip_of
from .kit.labels import button, label
from .kit.look import Look
from .kit.notes import Banner
from .kit.room import LaterRoom, Room
from .kit.tokens import colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from .kit.page import Page


class Shell(QWidget):
    """Rail, pages and status line of an open office. `entered` with the command of a room."""

    lock_wanted = Signal()
    entered = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.commands = Commands(look, self)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.activated.connect(self.escape)
        self._rooms: dict[str, Room] = {}
        self._later: dict[str, LaterRoom] = {}
        self._buttons: dict[str, RailButton] = {}
        self._backs: dict[str, QPushButton] = {}
        self._came_from: dict[str, str] = {}
        self._current = ""
        self.banner = Banner(look)
        self.banner.asked.connect(self._act)
        self._action: Callable[[], None] | None = None
        self.warning = Banner(look)
        self.warning.asked.connect(self._answer)
        self._answers: Callable[[], None] | None = None
        self._pages = QStackedWidget()
        self._rail, self._rail_top, self._rail_bottom = self._make_rail()
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for banner in (self.warning, self.banner):
            banner.setProperty("place", "window")
            middle.addWidget(banner)
        middle.addWidget(self._pages, 1)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self._rail)
        upper.addLayout(middle, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper, 1)
        layout.addWidget(self._make_status())

    def add_room(self, room: Room | LaterRoom) -> None:
        """Add a page, and put it on the rail if it has a caption; its command opens it."""
        name = room.command
        if isinstance(room, LaterRoom):
            self._later[name] = room
        else:
            self._place(room)
        self.commands.on(name, lambda: self.go(name))
        if not room.caption:
            return
        rail_button = RailButton(self.look, room.icon, self.look.texts(room.caption))
        rail_button.setToolTip(tip_of(self.commands.action(name)))
        rail_button.clicked.connect(lambda: self.go(name))
        self._buttons[name] = rail_button
        (self._rail_bottom if room.at_bottom else self._rail_top).addWidget(rail_button)

    def go(self, name: str, about: str = "") -> None:
        """Enter a room; entering the one where one is refreshes it. `about`: what one goes there for."""
        before = self._current
        if before in self._backs:  # a page one only looks into is nothing to come back to
            before = self._came_from.get(before, "")
        self._turn_to(name)
        if before != name:
            self._came_from[name] = before
        self._name_way_back(name)
        if about:
            self._rooms[name].asked_for(about)

    def back(self) -> None:
        """To the room one came from; from there it goes back to where one was before."""
        room = self._rooms[self._current]
        self._turn_to(self._came_from.get(room.command) or room.back_to)

    def _turn_to(self, name: str) -> None:
        if self._current and self._current != name:
            self._rooms[self._current].leave()
        self._make(name)
        self._current = name
        for each, rail_button in self._buttons.items():
            rail_button.setChecked(each == name)
        self._pages.setCurrentWidget(self._rooms[name].page)
        self._rooms[name].enter()
        self._give_keyboard(self._rooms[name].page)
        self.entered.emit(name)

    @staticmethod
    def _give_keyboard(page: QWidget) -> None:
        """A room that asked for nothing else gets the keyboard itself: Tab then begins at its top.

        Asked of its own window: the palette, which may still be open, is another one.
        """
        focused = cast("QWidget | None", page.window().focusWidget())
        if focused is None or not page.isAncestorOf(focused):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Let the present room read anew."""
        if self._current:
            self._rooms[self._current].enter()

    def rooms(self) -> list[Room]:
        """All of them, put together."""
        for name in list(self._later):
            self._make(name)
        return list(self._rooms.values())

    def room(self, name: str) -> Room:
        """The room of a command."""
        self._make(name)
        return self._rooms[name]

    def _make(self, name: str) -> None:
        later = self._later.pop(name, None)
        if later is not None:
            self._place(later.make())

    def _place(self, room: Room) -> None:
        self._rooms[room.command] = room
        self._pages.addWidget(room.page)
        if room.back_to:
            back = cast("Page", room.page).way_back
            back.clicked.connect(self.back)
            back.show()
            self._backs[room.command] = back

    def _name_way_back(self, name: str) -> None:
        """The button says to which room it leads, where that has a name."""
        if name not in self._backs:
            return
        where = self._came_from.get(name) or self._rooms[name].back_to
        room = self._rooms.get(where) or self._later[where]
        words = mark("Back to “{room}”") if room.caption else mark("Back")
        self._backs[name].setText(self.look.texts(words, room=self.look.texts(room.caption)))
        self._backs[name].setAccessibleName(self._backs[name].text())

    @property
    def current(self) -> str:
        """The command of the room one is in."""
        return self._current

    def say(self, sentence: str, action: str, does: Callable[[], None] | None) -> None:
        """A note above the page that goes by itself, with a button if there is something to do."""
        self._action = does
        self.banner.say("done", sentence, action=action, seconds=12)

    def tell(self, sentence: str, action: str, does: Callable[[], None]) -> None:
        """A note above the page that stays until somebody closes it or does what its button says."""
        self._action = does
        self.banner.say("info", sentence, action=action)

    def warn(self, sentence: str, action: str, does: Callable[[], None]) -> None:
        """What stays above every page, whatever else is said, until its button or its cross is pressed."""
        self._answers = does
        self.warning.say("warning", sentence, action=action)

    def _answer(self) -> None:
        self.warning.clear()
        if self._answers is not None:
            self._answers()

    def _act(self) -> None:
        self.banner.clear()
        if self._action is not None:
            self._action()

    def leave(self) -> None:
        """Let the present room finish (before locking and closing)."""
        if self._current:
            self._rooms[self._current].leave()

    def escape(self) -> None:
        if not self._current:
            return
        if self._rooms[self._current].back_to:
            self.back()
        else:
            self._rooms[self._current].escape()

    def allow(self, name: str, allowed: bool) -> None:
        if name in self._buttons:
            self._buttons[name].setEnabled(allowed)
        self.commands.allow(name, allowed)

    def show_count(self, name: str, count: int, about: str) -> None:
        """A number on a rail button; `about` says in words what it counts."""
        if name in self._buttons:
            self._buttons[name].show_count(count, about)

    def show_saved(self, time: str) -> None:
        self._saved.setText(self.look.texts(mark("saved {time}"), time=time))

    def show_law_day(self, day: str) -> None:
        self._law_day.setText(self.look.texts(mark("Law as of {day}"), day=day))

    def show_office(self, office: str, login: str) -> None:
        self._office.setText(f"{office} · {login}" if login else office)

    def _make_rail(self) -> tuple[QFrame, QVBoxLayout, QVBoxLayout]:
        px = self.look.theme.px
        rail = QFrame()
        rail.setProperty("role", "rail")
        rail.setMinimumWidth(px(72))
        rail.setAccessibleName(self.look.texts(mark("Rooms")))
        top, bottom = QVBoxLayout(), QVBoxLayout()
        for part in (top, bottom):
            part.setSpacing(px(2))
        layout = QVBoxLayout(rail)
        layout.setContentsMargins(px(4), px(6), px(4), px(6))
        layout.setSpacing(px(2))
        layout.addLayout(top)
        layout.addStretch()
        layout.addLayout(bottom)
        return rail, top, bottom

    def _make_status(self) -> QFrame:
        texts, px = self.look.texts, self.look.theme.px
        status = QFrame()
        status.setProperty("role", "status")
        self._saved = label("", "note", wrap=False)
        self._law_day = label("", "note", wrap=False)
        self._office = label("", "note", wrap=False)
        lock = button(texts(mark("Lock")), "quiet", "lock", self.look)
        lock.setToolTip(tip_of(self.commands.action("lock")))
        lock.clicked.connect(self.lock_wanted)
        layout = QHBoxLayout(status)
        layout.setContentsMargins(px(16), px(2), px(8), px(2))
        layout.setSpacing(px(24))
        layout.addWidget(self._saved)
        layout.addWidget(self._law_day)
        layout.addStretch()
        layout.addWidget(self._office)
        layout.addWidget(lock)
        return status


class RailButton(QToolButton):
    """Icon over word; a number in the corner when something waits."""

    def __init__(self, look: Look, icon: str, caption: str) -> None:
        super().__init__()
        self.look, self._caption, self._count = look, caption, 0
        px = look.theme.px
        look.icons.put(self, icon)
        self.setProperty("role", "rail")
        self.setIconSize(QSize(px(22), px(22)))
        self.setText(caption)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(px(64))
        self.setAccessibleName(caption)

    def nextCheckState(self) -> None:
        """Only entering a room checks its button."""

    def show_count(self, count: int, about: str) -> None:
        self._count = count
        self.setAccessibleName(f"{self._caption}: {about}" if count else self._caption)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._count:
            return
        colours, px = self.look.theme.colours, self.look.theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(self.font().pointSizeF() * 0.95)
        font.setBold(True)
        painter.setFont(font)
        shown = str(self._count) if self._count < 100 else "99+"
        width = max(px(18), painter.fontMetrics().horizontalAdvance(shown) + px(8))
        place = QRectF(self.width() / 2 + px(3), px(3), width, px(17))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours.overdue))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(colour(colours.surface))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()
