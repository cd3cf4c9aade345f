"""The page “Übersicht”: the person on the left; household, next dates and outlook on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.cases.answers import Answer, Unknown
from desktop.cases.names import clean
from desktop.cases.people import FamilyMember
from desktop.cases.recordshapes import parts
from desktop.cases.words import UNKNOWN_WORDS, spoken_day
from desktop.services.words.answers import AnswerWords
from desktop.texts import mark
from desktop.ui.kit.answers.record_list import RecordList
from desktop.ui.kit.answers.typed_choice import TypedChoice
from desktop.ui.kit.answers.values import WordsField
from desktop.ui.kit.choice import Choice, Option
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import Form, long_text_field, text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, scrolling
from desktop.ui.kit.segments import Segments
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import DATE_SIGNS, VERDICT_SIGNS, Sign
from desktop.ui.kit.table import Column

from .declared_view import DeclaredCard
from .household_view import HouseholdPart
from .overview_presenter import Digest

_NARROW = 900


class OverviewPage(QWidget):
    """`edited` with a field and value; `family_changed`, `family_removed`, `undo_wanted`, `tab_wanted`."""

    edited = Signal(str, object)
    family_changed = Signal(object)
    family_removed = Signal(object)
    undo_wanted = Signal()
    tab_wanted = Signal(str)

    def __init__(
        self,
        look: Look,
        words: AnswerWords,
        today: Callable[[], date],
        languages: Sequence[Option],
        choices: Mapping[str, Sequence[Option]],
    ) -> None:
        super().__init__()
        self._look, self._words, self._today = look, words, today
        self.banner = Banner(look)
        self.form = Form(look)
        self._fill_form(languages, choices)
        texts = look.texts
        self.family = RecordList(
            look, FamilyMember, words, today, texts(mark("Household")), self._family_columns()
        )
        self.no_family = Segments(
            look,
            (
                ((), texts(mark("lives alone"))),
                *(
                    (each, texts(UNKNOWN_WORDS[each]))
                    for each in (Unknown.CLIENT_DOES_NOT_KNOW, Unknown.WILL_NOT_SAY)
                ),
            ),
            name=texts(mark("Household")),
        )
        self.linked = HouseholdPart(look)
        self.declared = DeclaredCard(look, words, today)
        self._dates, self._outlook = QGridLayout(), QGridLayout()
        self._questions = label("", "muted")
        self._build()
        self.setFocusProxy(self.form.fields["name"])
        self.form.edited.connect(self._edited)
        self.family.changed.connect(self.family_changed)
        self.family.removed.connect(self.family_removed)
        self.no_family.chosen.connect(self.family_changed)
        self.banner.asked.connect(self.undo_wanted)
        self.banner.asked.connect(self.banner.clear)

    # Shown

    def show_person(self, values: dict[str, Any]) -> None:
        """Fields that already say so are not touched: somebody may be typing in them."""
        for name, value in values.items():
            if self._value(name) != value:
                self._set(name, value)

    def show_problem(self, field: str, sentence: str) -> None:
        self.form.fields[field].say_problem(sentence)

    def show_family(self, members: Sequence[FamilyMember], answer: Answer) -> None:
        self.family.show_records(members)
        self.no_family.set_value(answer.value)
        self.no_family.setVisible(not members)

    def show_digest(self, digest: Digest) -> None:
        texts = self._look.texts
        empty(self._dates)
        for row, each in enumerate(digest.dates):
            self._add_line(
                self._dates, row, DATE_SIGNS[each.urgency], texts.day_with_weekday(each.day), each.text
            )
        if not digest.dates:
            self._dates.addWidget(label(texts(mark("No date comes up.")), "muted"), 0, 0)
        empty(self._outlook)
        for row, outlook in enumerate(digest.outlooks):
            sign = VERDICT_SIGNS[outlook.verdict]
            said = f"{outlook.title}: {texts(sign.word)}"
            self._add_line(self._outlook, row, sign, outlook.cite, said)
        if not digest.outlooks:
            none = texts(mark("On what is known so far no title comes into question yet."))
            self._outlook.addWidget(label(none, "muted"), 0, 0, 1, 3)
        self._questions.setText(
            texts.plural("{count} open question", "{count} open questions", digest.questions)
            if digest.questions
            else texts(mark("Everything that matters is answered."))
        )

    def show_undo(self, sentence: str) -> None:
        self.banner.say("done", sentence, action=self._look.texts(mark("Undo")))

    # Form

    def _fill_form(self, languages: Sequence[Option], choices: Mapping[str, Sequence[Option]]) -> None:
        texts, look, form = self._look.texts, self._look, self.form
        form.add("name", texts(mark("&Name")), text_field(most=200))
        form.add("original_name", texts(mark("Name in its own &script")), text_field(most=200))
        form.add("birth_date", texts(mark("&Date of birth")), DayField(look, self._today, "past"))
        form.add("nationalities", texts(mark("Nationalities")), WordsField(choices.get("nationalities", ())))
        form.add("language", texts(mark("&Language of hand-outs")), Choice(languages))
        form.add("contact", texts(mark("&Telephone or e-mail")), text_field(most=200))
        form.add("address", texts(mark("Address")), long_text_field(3))
        form.add("file_number", texts(mark("Our file n&umber")), text_field(most=60))
        form.add(
            "responsible_abh", texts(mark("Foreigners office")), TypedChoice(look, choices["responsible_abh"])
        )
        form.add("authority_file_number", texts(mark("File number of the &authority")), text_field(most=60))
        form.add("notes", texts(mark("Notes")), long_text_field(4))
        words = form.fields["nationalities"].editor
        chosen = form.fields["responsible_abh"].editor
        assert isinstance(words, WordsField)
        assert isinstance(chosen, TypedChoice)
        words.setPlaceholderText(texts(mark("several apart by ;")))
        chosen.chosen.connect(lambda code: self.edited.emit("responsible_abh", code))

    def _edited(self, name: str) -> None:
        editor = self.form.fields[name].editor
        if isinstance(editor, TypedChoice):
            return  # says itself when something is chosen
        if not (isinstance(editor, DayField) and editor.problem):
            self.edited.emit(name, self._value(name))

    def _value(self, name: str) -> Any:
        editor = self.form.fields[name].editor
        match editor:
            case WordsField():
                return editor.words() or None
            case TypedChoice():
                return editor.value()
            case QPlainTextEdit() if name == "address":
                return tuple(filter(None, map(str.strip, editor.toPlainText().splitlines())))
            case QPlainTextEdit():
                return editor.toPlainText()
            case QLineEdit():
                return clean(editor.text())
        return self.form.value(name)

    def _set(self, name: str, value: Any) -> None:
        editor = self.form.fields[name].editor
        match editor:
            case WordsField():
                editor.set_words(value or ())
            case TypedChoice():
                editor.set_value(value)
            case _ if name == "address":
                self.form.set_value(name, "\n".join(value))
            case _:
                self.form.set_value(name, value)

    # Building

    def _build(self) -> None:
        texts, px = self._look.texts, self._look.theme.px
        person = Card(self._look, texts(mark("Person")))
        person.body.addWidget(self.form)
        person.body.addStretch()
        outlook = Card(self._look, texts(mark("What comes into question")))
        outlook.body.addLayout(self._outlook)
        row = QHBoxLayout()
        row.addWidget(self._questions, 1)
        row.addWidget(self._link(mark("To the assessment"), "assessment"))
        outlook.body.addLayout(row)
        dates = Card(self._look, texts(mark("Next dates")))
        dates.body.addLayout(self._dates)
        dates.body.addWidget(self._link(mark("All dates"), "deadlines"), 0, Qt.AlignmentFlag.AlignRight)
        family = Card(self._look, texts(mark("Household")))
        family.body.addWidget(self.no_family)
        family.body.addWidget(self.family)
        family.body.addWidget(self.linked)
        right = QVBoxLayout()
        right.setSpacing(px(16))
        for card in (dates, outlook, family, self.declared):
            right.addWidget(card)
        right.addStretch()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(16))
        self._row.addWidget(person, 1)
        self._row.addLayout(right, 1)
        content = QVBoxLayout()
        content.setSpacing(px(16))
        content.addWidget(self.banner)
        content.addLayout(self._row)
        content.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(content))
        for grid in (self._dates, self._outlook):
            grid.setColumnStretch(2, 1)
            grid.setHorizontalSpacing(px(8))

    def _link(self, words: str, tab: str) -> QWidget:
        made = button(self._look.texts(words), "quiet", "next", self._look)
        made.clicked.connect(lambda: self.tab_wanted.emit(tab))
        return made

    def _add_line(self, grid: QGridLayout, row: int, sign: Sign, head: str, text: str) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(SignPicture(self._look, sign), row, 0, top)
        grid.addWidget(label(head, "strong", wrap=False), row, 1, top)
        grid.addWidget(label(text), row, 2, top)

    def _family_columns(self) -> list[Column]:
        texts, words = self._look.texts, self._words
        relation = next(part for part in parts(FamilyMember) if part.key == "relation")

        def born(member: FamilyMember) -> str:
            return "" if member.birth_date is None else spoken_day(member.birth_date, texts)

        def together(member: FamilyMember) -> str:
            return ", ".join(words.period(each) for each in member.household)

        return [
            Column(
                texts(mark("Relation")), lambda one: words.field(FamilyMember, relation, one.relation), 195
            ),
            Column(texts(mark("Born on")), born, 100),
            Column(texts(mark("Lived together")), together),
            Column(
                texts(mark("Title")),
                lambda one: words.names.title_short(one.title_id) if one.title_id else "",
                95,
            ),
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.theme.px(_NARROW)
        self._row.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
