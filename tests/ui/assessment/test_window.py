"""The real page with the keyboard, inputs counted."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from desktop.cases.answers import Ternary
from desktop.ui.assessment.room import build
from desktop.ui.kit.answers.judgement_form import JudgementForm
from desktop.ui.kit.number_field import NumberField
from desktop.ui.kit.outline.model import EDITOR


@pytest.fixture
def page(look, shown, context_of, sample):
    def make(name):
        context = context_of(sample(name))
        view = build(look, context)
        context.desk.open("1")
        shown(view)
        view.setFocus()
        return view, context

    return make


def test_the_state_takes_no_input_and_the_reason_one(page, keyboard):
    view, _ = page("muenchen-abschiebungsverbot")
    model = view.tree.lines
    assert model.line(model.index(0, 0)).word == "soll erteilt werden"
    keyboard.press(Qt.Key.Key_Right)
    assert keyboard.inputs == 1
    assert model.rowCount(model.index(0, 0)) > 3


def test_old_answers_stand_below_the_questions_and_one_key_confirms_one(
    page, keyboard, look, shown, context_of, sample
):
    case = sample("offene-fragen")
    name = next(name for name, answer in case.facts.items() if name == "status_periods")
    old = replace(case.facts[name], on=date(2025, 3, 1))
    context = context_of(case.with_fact(name, old))
    view = build(look, context)
    context.desk.open("1")
    shown(view)
    true = [
        each for each in view.findChildren(QPushButton) if each.accessibleName().startswith("Stimmt noch")
    ]
    assert len(true) == 1
    assert any("01.03.2025" in each.text() for each in view.findChildren(QLabel))
    true[0].setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert context.desk.case.facts[name].on == context.today()
    assert not [
        each
        for each in view.findChildren(QPushButton)
        if each.isVisible() and each.accessibleName().startswith("Stimmt noch")
    ]


def test_five_questions_take_five_keys(page, keyboard):
    """Each answer puts the keyboard on the next question."""
    view, context = page("offene-fragen")
    keyboard.press(Qt.Key.Key_F6)
    before = dict(context.desk.case.facts)
    inputs = 0
    while inputs < 5:
        card = _card_with_keyboard(view)
        assert card is not None
        editor = card.editor
        if isinstance(editor, JudgementForm):
            keyboard.type("n")
            keyboard.type("kein Hinweis bekannt")  # free text
            keyboard.press(Qt.Key.Key_Return)
        else:
            _answer_shortly(keyboard)
        inputs += 1
    assert len(context.desk.case.facts) + len(context.desk.case.judgements) - len(before) == 5


def _card_with_keyboard(view):
    focused = QApplication.focusWidget()
    cards = view.questions._cards.values()
    return next((card for card in cards if focused is not None and card.isAncestorOf(focused)), None)


def _answer_shortly(keyboard):
    """No, or none: the first letter of the button, wherever in the card one is. Numbers are typed."""
    for _ in range(6):
        focused = QApplication.focusWidget()
        if isinstance(focused, QWidget) and isinstance(focused.parentWidget(), NumberField):
            keyboard.type("900")
            keyboard.press(Qt.Key.Key_Return)
            return
        if isinstance(focused, QPushButton) and focused.isCheckable():
            row = focused.parentWidget()
            words = [each.text() for each in row.findChildren(QPushButton)] if row is not None else []
            keyboard.type("n" if "Nein" in words else "1")
            return
        keyboard.press(Qt.Key.Key_Tab)


def test_what_is_open_stays_open_when_the_verdicts_move(page, keyboard):
    view, context = page("muenchen-abschiebungsverbot")
    keyboard.press(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    key = view.tree.lines.line(view.tree.currentIndex()).key
    context.answer("order_58a", True)
    model = view.tree.lines
    assert view.tree.isExpanded(model.find("title 25_3"))
    assert model.line(view.tree.currentIndex()).key == key


def test_a_judgement_is_made_in_the_tree(page, keyboard):
    view, context = page("sachsen-pflege")
    tree, model = view.tree, view.tree.lines
    title = model.find("title 25_4_2")
    tree.setCurrentIndex(title)
    keyboard.press(Qt.Key.Key_Right)
    forms = [
        index
        for index in model.every()
        if model.line(index).level == EDITOR and isinstance(_form(tree, index), JudgementForm)
    ]
    assert forms
    place = forms[0].parent()
    name = model.line(place).act.name
    tree.setCurrentIndex(place)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("j")
    keyboard.type("liegt auf der Hand")
    keyboard.press(Qt.Key.Key_Return)
    judgement = context.desk.case.judgements[name]
    assert judgement.value is Ternary.YES
    assert judgement.reason == "liegt auf der Hand"
    assert tree.hasFocus()


def _form(tree, index):
    row = tree.indexWidget(index)
    return row.focusProxy() if row is not None else None


def test_a_line_is_read_out_with_how_it_stands(page):
    view, _ = page("muenchen-abschiebungsverbot")
    spoken = view.tree.lines.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "§ 25 Abs. 3" in spoken.replace("\xa0", " ")
    assert "soll erteilt werden" in spoken


def test_typed_halves_of_answers_survive_other_answers(page):
    view, context = page("offene-fragen")
    card = next(card for card in view.questions._cards.values() if hasattr(card.editor, "_show_value"))
    name = next(name for name, each in view.questions._cards.items() if each is card)
    context.answer("birth_date", context.desk.case.value("birth_date"))
    assert view.questions._cards[name] is card


def test_every_line_fits_its_row(page, keyboard):
    """Wrapped words need their height, at any width."""
    view, _ = page("muenchen-abschiebungsverbot")
    keyboard.press(Qt.Key.Key_Right)
    for width in (1366, 700):
        view.resize(width, 768)
        QApplication.processEvents()
        lines = view.tree.lines
        shown = [
            view.tree.visualRect(index).height()
            for index in lines.every()
            if lines.line(index).level != EDITOR and view.tree.visualRect(index).isValid()
        ]
        assert len(shown) > 20
        assert min(shown) >= view.fontMetrics().height()
        assert max(shown) > 2 * view.fontMetrics().height()  # some wrap


def test_ctrl_enter_goes_to_the_next_question(page, keyboard):
    view, _ = page("offene-fragen")
    keyboard.press(Qt.Key.Key_F6)
    first = _card_with_keyboard(view)
    keyboard.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert _card_with_keyboard(view) not in (None, first)
    assert first in view.questions._cards.values()


def test_a_day_that_does_not_exist_is_said_and_the_verdicts_stay(page, keyboard):
    view, _ = page("muenchen-abschiebungsverbot")
    first = view.tree.lines.line(view.tree.lines.index(0, 0))
    view.day.line.setFocus()
    view.day.line.setText("31.04.")
    keyboard.press(Qt.Key.Key_Return)
    assert "30 Tage" in view._about_day.text()
    assert view.tree.lines.line(view.tree.lines.index(0, 0)) == first


def test_another_client_is_shown_from_the_top_with_everything_closed(page, keyboard, sample):
    view, context = page("muenchen-abschiebungsverbot")
    tree = view.tree
    tree.setCurrentIndex(tree.lines.find("fold closed"))
    keyboard.press(Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right)
    tree.verticalScrollBar().setValue(tree.verticalScrollBar().maximum())
    context.desk._store.case = sample("offene-fragen")
    context.desk.open("2")
    QApplication.processEvents()
    assert tree.verticalScrollBar().value() == 0
    assert tree.currentIndex().row() == 0
    assert not any(tree.isExpanded(index) for index in tree.lines.every())


def test_a_folded_title_is_reached_and_opened_by_keyboard(page, keyboard):
    view, _ = page("muenchen-abschiebungsverbot")
    tree = view.tree
    keyboard.press(Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    title = tree.lines.line(tree.currentIndex())
    assert title.key.startswith("title ")
    assert title.word == "derzeit nicht möglich"
    assert tree.lines.rowCount(tree.currentIndex()) > 2
    assert keyboard.inputs == 4
