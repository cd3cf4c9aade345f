"""The form for a new client, and beside it who is there already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.choice import Choice, Option
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button, isolated, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, Page, scrolling
from desktop.ui.kit.table import Column, TupleTable

from .model import birth_date_words
from .new_presenter import NewClient

if TYPE_CHECKING:
    from desktop.services.clients import ClientLine


class NewClientPage(Page):
    """`typed` and `created` with a NewClient, `similar_opened` with a line, `cancelled`."""

    typed = Signal(object)
    created = Signal(object)
    similar_opened = Signal(object)
    cancelled = Signal()

    def __init__(self, look: Look, today: Callable[[], date], languages: Sequence[Option]) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(
            look,
            texts(mark("New client")),
            texts(mark("A name is enough. While you type, you see who is there already.")),
        )
        self._banner = Banner(look)
        self.form = Form(look)
        self.name = text_field(most=200)
        self.birth = DayField(look, today, century="past")
        self.language = Choice(languages)
        self.form.add(
            "name", texts(mark("&Name")), self.name, texts(mark("As the passport or the card writes it."))
        )
        self.form.add("original_name", texts(mark("Name in its own &script")), text_field(most=200))
        self.form.add("birth_date", texts(mark("&Date of birth")), self.birth)
        self.form.add("language", texts(mark("&Language of hand-outs")), self.language)
        self.form.add("contact", texts(mark("&Telephone or e-mail")), text_field(most=200))
        self.form.add("file_number", texts(mark("Our file n&umber")), text_field(most=60))
        self.form.add(
            "authority_file_number", texts(mark("File number of the &authority")), text_field(most=60)
        )
        self.submit = button(texts(mark("&Create client")), "primary", "add", look)
        self.cancel = button(texts(mark("Cancel")), "quiet")
        self.submit.clicked.connect(lambda: self.created.emit(self.value()))
        self.cancel.clicked.connect(self.cancelled)
        self.form.edited.connect(self._edited)
        self.birth.wrong.connect(self.form.fields["birth_date"].say_problem)
        for editor in (self.birth.line, *(field.editor for field in self.form.fields.values())):
            if hasattr(editor, "returnPressed"):
                editor.returnPressed.connect(lambda: self.created.emit(self.value()))
        left = Card(look, texts(mark("Person")))
        left.body.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.addWidget(self.submit)
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        left.body.addLayout(buttons)
        left.body.addStretch()
        self.similar = TupleTable(look, _columns(look), texts(mark("Already there?")))
        self.similar.opened.connect(self.similar_opened)
        self._nobody = label(texts(mark("Nobody with this name or date of birth yet.")), "muted")
        right = Card(look, texts(mark("Already there?")))
        right.body.addWidget(self._nobody)
        right.body.addWidget(self.similar, 1)
        right.body.addStretch()
        columns = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, columns)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        self._row.addWidget(left, 3)
        self._row.addWidget(right, 2)
        self.body.addWidget(self._banner)
        self.body.addWidget(scrolling(columns), 1)

    def value(self) -> NewClient:
        """What stands in the form now."""
        return NewClient(
            name=self.form.value("name"),
            original_name=self.form.value("original_name"),
            birth_date=self.form.value("birth_date"),
            language=self.form.value("language") or "de",
            contact=self.form.value("contact"),
            file_number=self.form.value("file_number"),
            authority_file_number=self.form.value("authority_file_number"),
            wrong_date=bool(self.birth.problem),
        )

    def show_empty(self, name: str) -> None:
        self._banner.clear()
        self.form.clear_problems()
        for field in ("original_name", "contact", "file_number", "authority_file_number"):
            self.form.set_value(field, "")
        self.form.set_value("birth_date", None)
        self.form.set_value("language", "de")
        self.form.set_value("name", name)
        self.name.setFocus()

    def show_similar(self, lines: Sequence[ClientLine]) -> None:
        self.similar.rows.reset(lines)
        self.similar.setVisible(bool(lines))
        self._nobody.setVisible(not lines)

    def show_problem(self, problem: Problem, field: str = "") -> None:
        if field:
            self.form.fields[field].say_problem(self.look.texts.problem(problem))
            self.form.fields[field].editor.setFocus()
        else:
            self._banner.say_problem(problem)

    def show_busy(self, busy: bool) -> None:
        self.submit.setDisabled(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side_by_side = event.size().width() >= self.look.theme.px(860)
        direction = QBoxLayout.Direction.LeftToRight if side_by_side else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)

    def _edited(self, field: str) -> None:
        if field == "name":
            self.form.fields["name"].say_problem("")
        if field in ("name", "birth_date"):
            self.typed.emit(self.value())


def _columns(look: Look) -> tuple[Column, ...]:
    texts = look.texts
    born = birth_date_words(texts)
    return (
        Column(texts(mark("Name")), lambda line: isolated(line.name)),
        Column(texts(mark("Born")), lambda line: born(line.birth_date), 110),
        Column(texts(mark("File no.")), lambda line: isolated(line.file_number), 110),
    )
