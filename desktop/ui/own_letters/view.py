"""The list of own letters, the letter that is written, and the placeholders that can be put into it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from desktop.errors import Problem
from desktop.services.own_letters import LONGEST_LINE, PLACEHOLDERS
from desktop.texts import mark
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.form import Field, text_field
from desktop.ui.kit.labels import button, isolated, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, EmptyState, Page, scrolling

from .presenter import Line

if TYPE_CHECKING:
    from desktop.services.own_letters import OwnLetter

_ID = Qt.ItemDataRole.UserRole
_NARROW = 1000
"""Design pixels below which the three parts stand under each other."""


class OwnLettersPage(Page):
    """`chosen` with an id, `typed` with name, subject and text."""

    chosen = Signal(str)
    typed = Signal(str, str, str)
    new_wanted = Signal()
    copy_wanted = Signal()
    save_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, look: Look) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(
            look,
            texts(mark("Own letters")),
            texts(mark("Letters of this office; {…} is filled from the client's file when it is printed.")),
        )
        self._banner = Banner(look)
        self._empty = EmptyState(
            look,
            texts(mark("No own letters yet")),
            texts(mark("What your office writes again and again: write it once, print it for every client.")),
            texts(mark("Write the first letter")),
            icon="letter",
        )
        self._empty.asked.connect(self.new_wanted)
        self._parts = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._parts)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        self._left, self._middle, self._right = self._make_list(), self._make_letter(), self._make_words()
        self._row.addWidget(self._left, 2)
        self._row.addWidget(self._middle, 5)
        self._row.addWidget(self._right, 3)
        self._area = scrolling(self._parts)
        self.body.addWidget(self._banner)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._empty, 1)
        self._parts_shown(False)

    def _make_list(self) -> QWidget:
        texts, px = self.look.texts, self.look.theme.px
        card = Card(self.look, texts(mark("Letters")))
        self.new = button(texts(mark("New letter")), "", "add", self.look)
        self.new.clicked.connect(self.new_wanted)
        self.list = QListWidget()
        self.list.setAccessibleName(texts(mark("Own letters")))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumSize(px(160), px(140))
        # Queued: an empty new letter goes when another is chosen, and no row may go in mid-step.
        self.list.currentRowChanged.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
        card.body.addWidget(self.new)
        card.body.addWidget(self.list, 1)
        return card

    def _make_letter(self) -> QWidget:
        texts, px = self.look.texts, self.look.theme.px
        card = Card(self.look, texts(mark("Letter")))
        self.name = text_field(most=LONGEST_LINE)
        self.subject = text_field(most=LONGEST_LINE)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * 8)
        self.fields: dict[str, Field] = {}
        captions = (
            ("name", mark("Name in the list"), self.name, ""),
            ("subject", mark("Subject of the letter"), self.subject, ""),
            ("text", mark("Text"), self.text, mark("An empty line begins a new paragraph. In German.")),
        )
        for key, caption, editor, hint in captions:
            self.fields[key] = Field(self.look, texts(caption), editor, texts(hint) if hint else "")
            words = label(texts(caption), "strong")
            words.setBuddy(editor)
            card.body.addWidget(words)
            card.body.addWidget(self.fields[key], 1 if key == "text" else 0)
        self._writes_in: QLineEdit | QPlainTextEdit = self.text
        for editor in (self.subject, self.text):
            editor.installEventFilter(self)
        self.name.textEdited.connect(self._typed)
        self.subject.textEdited.connect(self._typed)
        self.text.textChanged.connect(self._typed)
        self._state = label("", "note")
        self.save = button(texts(mark("Save")), "primary", "save", self.look)
        self.copy = button(texts(mark("Copy as a start")), "quiet", "copy", self.look)
        self.remove = button(texts(mark("Delete")), "quiet", "delete", self.look)
        self.save.clicked.connect(self.save_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        row = QWidget()
        buttons = FlowLayout(row, px(8))
        for each in (self.save, self.copy, self.remove):
            buttons.addWidget(each)
        card.body.addWidget(self._state)
        card.body.addWidget(row)
        return card

    def _make_words(self) -> QWidget:
        texts, px = self.look.texts, self.look.theme.px
        card = Card(self.look, texts(mark("Placeholders")))
        self.words = _Words()
        self.words.setAccessibleName(texts(mark("Placeholders: Enter puts one into the letter")))
        self.words.setWordWrap(True)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.setMinimumSize(px(160), px(200))
        for name, meaning in PLACEHOLDERS.items():
            item = QListWidgetItem(f"{{{name}}}\n{texts(meaning)}")
            item.setData(_ID, name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {texts(meaning)}")
            self.words.addItem(item)
        self.words.setCurrentRow(0)
        self.words.wanted.connect(self._insert)
        card.body.addWidget(
            label(texts(mark("Enter or a double click puts one where the cursor stands.")), "note")
        )
        card.body.addWidget(self.words, 1)
        return card

    # What the presenter shows

    def show_list(self, lines: Sequence[Line], chosen: str) -> None:
        texts = self.look.texts
        blocked = self.list.blockSignals(True)
        while self.list.count() > len(lines):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(lines):
            self.list.addItem(QListWidgetItem())
        current = -1
        for number, each in enumerate(lines):
            name = isolated(each.name) or texts(mark("(without a name)"))
            item = self.list.item(number)
            item.setText(name if each.saved else f"{name}\n{texts(mark('not saved yet'))}")
            item.setData(_ID, each.id)
            current = number if each.id == chosen else current
        self.list.setCurrentRow(current)
        self.list.blockSignals(blocked)
        self._parts_shown(bool(lines))

    def show_letter(self, letter: OwnLetter | None) -> None:
        """The fields take it; a cursor stays where it is if the text is the same."""
        for editor, value in (
            (self.name, letter.name if letter else ""),
            (self.subject, letter.subject if letter else ""),
        ):
            if editor.text() != value:
                editor.setText(value)
        text = letter.text if letter else ""
        if self.text.toPlainText() != text:
            blocked = self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(blocked)

    def show_saved(self, saved: bool, kept: bool) -> None:
        """Whether it is printed as it stands here."""
        texts = self.look.texts
        if saved:
            said = texts(mark("Saved: this is how it is printed."))
        elif kept:
            said = texts(mark("Changed, not saved yet: until then it is printed as it was."))
        else:
            said = texts(mark("Not saved yet: it cannot be printed so far. What stands here is not lost."))
        self._state.setText(said)

    def show_problem(self, problem: Problem, field: str = "") -> None:
        if field not in self.fields:
            self._banner.say_problem(problem)
            return
        self.fields[field].say_problem(self.look.texts.problem(problem))
        self.fields[field].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_problem(self) -> None:
        self._banner.clear()
        for field in self.fields.values():
            field.say_problem("")

    def write_name(self) -> None:
        """The keyboard goes to the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    # What a person does

    def _typed(self) -> None:
        self.typed.emit(self.name.text(), self.subject.text(), self.text.toPlainText())

    def _chosen(self, row: int) -> None:
        item = self.list.item(row)
        if item is not None:
            self.chosen.emit(str(item.data(_ID)))

    def _insert(self, name: str) -> None:
        """Into the subject if that was written in last, else into the text."""
        if self._writes_in is self.subject:
            self.subject.insert(f"{{{name}}}")
            self._typed()
        else:
            self.text.insertPlainText(f"{{{name}}}")
        self._writes_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remembers in which of the two placeholders were written last."""
        if event.type() == QEvent.Type.FocusIn and watched in (self.subject, self.text):
            self._writes_in = self.subject if watched is self.subject else self.text
        return False

    def _parts_shown(self, shown: bool) -> None:
        self._area.setVisible(shown)
        self._empty.setVisible(not shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= self.look.theme.px(_NARROW)
        self._row.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )


class _Words(QListWidget):
    """`wanted` with the name of a placeholder: Enter, Space or a double click."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.itemDoubleClicked.connect(self._ask)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentRow() >= 0:
            self._ask(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _ask(self, item: QListWidgetItem) -> None:
        self.wanted.emit(str(item.data(_ID)))
