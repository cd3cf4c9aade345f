"""One field over everything: type, arrow, Enter. For finding a client or a command from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.texts import mark

from .look import Look


@dataclass(frozen=True, slots=True)
class Entry:
    """A line to choose. `key` comes back; `note` stands after the text."""

    key: object
    text: str
    note: str = ""
    icon: str = ""


class Palette(QDialog):
    """`typed` with what stands in the field, `chosen` with an entry's key."""

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget, title: str = "", hint: str = "") -> None:
        """`title` says what is chosen, `hint` what to type; without them anything from anywhere."""
        super().__init__(parent)
        self._look = look
        px = look.theme.px
        self.setWindowTitle(title or look.texts(mark("Search or command")))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint or look.texts(mark("Name, file number or command")))
        self.field.setAccessibleName(self.windowTitle())
        self.field.textEdited.connect(self.typed)
        self.field.returnPressed.connect(self._take)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(look.texts(mark("Results")))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(px(18), px(18)))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _: self._take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(12), px(12), px(12), px(12))
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._entries: tuple[Entry, ...] = ()
        self.finished.connect(lambda _: parent.window().activateWindow())  # not every system does

    def open_over(self, window: QWidget) -> None:
        """Empty, in the upper middle of the window."""
        self.field.clear()
        px = self._look.theme.px
        self.resize(min(px(600), window.width() - px(48)), min(px(420), window.height() - px(96)))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + px(64))
        self.open()
        self.field.setFocus()
        self.typed.emit("")

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """The first one is chosen, so that Enter takes it."""
        self._entries = tuple(entries)
        self.list.clear()
        for entry in self._entries:
            item = QListWidgetItem(f"{entry.text}   {entry.note}" if entry.note else entry.text)
            if entry.icon:
                item.setIcon(self._look.icons.icon(entry.icon, "muted"))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self._entries:
                row = max(0, min(self.list.currentRow() + step, len(self._entries) - 1))
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._entries):
            key = self._entries[row].key
            self.accept()
            self.chosen.emit(key)
