from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.cases.answers import Answer, Unknown
from desktop.cases.people import LanguageProof
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.services.words.answers import AnswerWords
from desktop.services.words.names import LawNames
from desktop.ui.kit.answers.editor import AnswerEditor
from desktop.ui.kit.answers.record_list import RecordList

TODAY = date(2026, 11, 22)


@pytest.fixture
def editor(look, shown, reference, texts):
    """An editor for a fact, on the screen and with the keyboard; what it said goes into the list."""

    def make(fact):
        words = AnswerWords(LawNames(reference.pack, texts))
        found = reference.pack.vocabulary[fact]
        made = AnswerEditor(look, found, words, lambda: TODAY, {"responsible_abh": [("core:x", "Amt X")]})
        around = QWidget()
        layout = QVBoxLayout(around)
        layout.addWidget(made)
        layout.addStretch()
        shown(around, 700, 600)
        said: list[object] = []
        made.answered.connect(said.append)
        made.setFocus()
        return made, said

    return make


def test_every_input_of_the_pack_has_an_editor_that_shows_its_answers(look, qtbot, reference, texts):
    words = AnswerWords(LawNames(reference.pack, texts))
    for fact in reference.pack.vocabulary:
        if fact.kind.value == "input":
            made = AnswerEditor(look, fact, words, lambda: TODAY)
            qtbot.addWidget(made)
            for reason in Unknown:
                made.show_answer(Answer(reason))


@pytest.mark.parametrize(
    ("letter", "answer"),
    [("j", True), ("n", False), ("u", Unknown.CLIENT_DOES_NOT_KNOW), ("m", Unknown.WILL_NOT_SAY)],
)
def test_a_yes_or_no_question_takes_one_key(editor, keyboard, letter, answer):
    _, said = editor("pending_investigation")
    keyboard.type(letter)
    assert said == [answer]
    assert keyboard.inputs == 1


def test_a_day_is_typed_short_and_a_day_that_never_came_is_one_button(editor, keyboard):
    made, said = editor("fdgo_declaration_on")
    keyboard.type("221125")
    keyboard.press(Qt.Key.Key_Return)
    assert said == [PartialDate.exactly(date(2025, 11, 22))]
    made.show_answer(Answer(said[0]))
    next(each for each in made.findChildren(QPushButton) if each.text() == "nicht geschehen").click()
    assert said[-1] is Never.NONE


def test_an_emptied_field_takes_the_answer_away(editor, keyboard):
    made, said = editor("entry_date")
    made.show_answer(Answer(PartialDate.parse("2020-01-02")))
    keyboard.press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_Delete, Qt.Key.Key_Return)
    assert said == [Unknown.NOT_ASKED]


def test_a_number_comes_with_its_unit(editor, keyboard):
    _, said = editor("household_need")
    keyboard.type("1.234,50")
    keyboard.press(Qt.Key.Key_Return)
    assert said == [Decimal("1234.50")]


def test_an_entry_of_a_list_is_made_in_a_small_form(editor, keyboard):
    made, said = editor("language_proofs")
    made.findChild(RecordList).begin_new()
    form = made.findChild(RecordList).form
    form.form.fields["level"].editor.set_value("B1")
    form.form.fields["skill"].editor.set_value("oral")
    form.accept()
    assert said == [(LanguageProof("B1", "oral"),)]


def test_what_is_missing_in_a_small_form_is_said_beneath_the_field(editor):
    made, said = editor("language_proofs")
    made.findChild(RecordList).begin_new()
    form = made.findChild(RecordList).form
    form.accept()
    assert not said
    assert form.form.fields["level"].problem
    form.form.fields["day"].editor.line.setText("31.02.2026")
    form.accept()
    assert "28" in form.form.fields["day"].problem


def test_an_entry_can_be_taken_out_again(editor, keyboard):
    made, said = editor("language_proofs")
    both = (LanguageProof("B1", "oral"), LanguageProof("A2", "written"))
    made.show_answer(Answer(both))
    table = made.findChild(RecordList).table
    table.setFocus()
    table.choose(0)
    keyboard.press(Qt.Key.Key_Delete)
    assert said == [both[1:]]


def test_nobody_is_asked_twice_for_none(editor, keyboard):
    _, said = editor("convictions")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("k")
    assert said == [()]


def test_tab_comes_to_the_records_before_the_buttons(editor):
    made, _ = editor("language_proofs")
    listed = made.findChild(RecordList)
    made.show_answer(Answer((LanguageProof("B1", "oral"),)))
    made.setFocus()
    assert listed.table.hasFocus()
    made.show_answer(Answer(()))
    assert made.focusProxy().focusProxy().accessibleName().startswith("Hinzufügen")


def test_finish_takes_over_what_was_begun_and_stops_where_something_is_missing(editor):
    made, said = editor("language_proofs")
    assert made.finish()
    assert not said
    listed = made.findChild(RecordList)
    listed.begin_new()
    assert not made.finish()
    listed.form.show_record(LanguageProof("B1", "oral"))
    assert made.finish()
    assert said == [(LanguageProof("B1", "oral"),)]
