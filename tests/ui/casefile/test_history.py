"""The history of papers: entry within the budget, correction, removal with a way back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.cases.answers import Proof
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.ui.casefile import room
from desktop.ui.casefile.paper_entry import EnteredPaper


@pytest.fixture
def page(look, shown, context_of):
    """The page with its presenter, showing a case."""

    def make(case):
        context = context_of(case)
        view = room.history(look, context)
        context.desk.open("1")
        shown(view)
        view.setFocus()
        return view, context

    return make


def test_a_new_paper_takes_at_most_25_inputs_without_its_number(page, keyboard):
    view, context = page(CaseFile(Client("Amal K.")))
    keyboard.press(Qt.Key.Key_Insert)
    keyboard.type("253")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("250124")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("240127")
    keyboard.press(Qt.Key.Key_Tab)
    counted = keyboard.inputs
    keyboard.type("L01X00T47")  # free text
    keyboard.inputs = counted
    keyboard.press(Qt.Key.Key_Return)
    assert keyboard.inputs <= 25
    (status,) = context.desk.case.status_periods
    assert status.status_code == "title:25_3"
    assert status.period.shortest.start == date(2024, 1, 25)
    assert status.period.last_day.day == date(2027, 1, 24)
    assert status.number == "L01X00T47"
    assert view.entry.status.hasFocus()


def test_the_printed_day_is_the_last_that_counts(page, keyboard):
    view, context = page(CaseFile(Client("Amal K.")))
    view.begin_new()
    keyboard.type("dul")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("1.1.26")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("31.12.26")
    keyboard.press(Qt.Key.Key_Return)
    (status,) = context.desk.case.status_periods
    assert status.period.end.day == date(2027, 1, 1)


def test_what_is_missing_is_said_and_nothing_is_lost(page, keyboard):
    view, context = page(CaseFile(Client("Amal K.")))
    view.begin_new()
    keyboard.type("dul")
    keyboard.press(Qt.Key.Key_Return)  # takes the first name that fits
    keyboard.press(Qt.Key.Key_Return)  # takes the paper
    assert view.entry.form.fields["from"].problem
    assert view.entry.start.line.hasFocus()
    assert not context.desk.case.status_periods
    assert view.entry.status.value() is not None


def test_a_period_cannot_end_before_it_begins(page, keyboard):
    view, context = page(CaseFile(Client("Amal K.")))
    view.begin_new()
    keyboard.type("253")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("01.02.2026")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("01.01.2026")
    keyboard.press(Qt.Key.Key_Return)
    assert view.entry.form.fields["to"].problem
    assert not context.desk.case.status_periods


def test_arrows_enter_and_delete_on_the_time_line(page, sample, keyboard):
    case = sample("muenchen-abschiebungsverbot")
    view, context = page(case)
    assert view.line.current == 2
    keyboard.press(Qt.Key.Key_Left)
    assert "Aufenthaltsgestattung" in view.line.accessibleDescription()
    keyboard.press(Qt.Key.Key_Return)
    assert view.entry.status.value() == "gestattung"
    view.line.setFocus()
    keyboard.press(Qt.Key.Key_Delete)
    assert len(context.desk.case.status_periods) == 2
    assert "Gestattung" in view.banner.sentence
    view.banner.button.click()
    assert context.desk.case.status_periods == case.status_periods


def test_a_correction_keeps_what_the_form_does_not_show(page, sample):
    view, context = page(sample("muenchen-abschiebungsverbot"))
    view.change_wanted.emit(2)
    view.entry.number.setText("D-9")
    view.entry.accept()
    status = context.desk.case.status_periods[2]
    assert status.number == "D-9"
    assert status.issued_by == "core:muenchen"
    assert view.entry.issuer.text() == ""


def test_the_list_is_as_well_proven_as_its_weakest_part(page, sample):
    view, context = page(sample("muenchen-abschiebungsverbot"))
    assert context.desk.case.answer("status_periods").proof is Proof.COPY
    view.begin_new()
    view.entry.status.set_value("D60b")
    view.entry.start.line.setText("20.1.27")
    view.entry.proof.set_value(Proof.CLAIMED)
    view.entry.accept()
    assert context.desk.case.answer("status_periods").proof is Proof.CLAIMED


def test_another_client_cannot_be_changed_by_undo(page, sample):
    case = sample("muenchen-abschiebungsverbot")
    view, context = page(case)
    view.remove_wanted.emit(0)
    context.desk._store.case = sample("offene-fragen")
    context.desk.open("2")
    other = context.desk.case
    view.undo_wanted.emit()
    assert context.desk.case is other


def test_the_paper_just_entered_is_the_chosen_one(page, sample):
    view, context = page(sample("muenchen-abschiebungsverbot"))
    before = context.desk.case.status_periods
    old = replace(before[0], period=Period.on_paper(PartialDate.parse("2010-01-01"), None), number="X1")
    view._entered(EnteredPaper(None, old, Proof.SEEN))
    assert context.desk.case.status_periods[0] == old
    assert view.line.current == view.table.currentIndex().row() == 0
