"""Fields, what is wrong with them, and saving by itself."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.cases.periods import PartialDate
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.form import Autosave, Form, long_text_field, text_field
from desktop.ui.kit.segments import Segments

TODAY = date(2026, 11, 22)


@pytest.fixture
def form(look, shown):
    form = Form(look)
    form.add("name", "&Name", text_field(), "Wie im Pass.")
    form.add("born", "Geboren", DayField(look, lambda: TODAY, "past"))
    form.add("language", "Sprache", Choice([("de", "Deutsch"), ("prs", "Dari")]))
    form.add("child", "Kind?", Segments(look, [(True, "Ja"), (False, "Nein")]))
    form.add("notes", "Notizen", long_text_field())
    return shown(form)


def test_values_go_in_and_out_without_being_called_edits(form, qtbot):
    values = {
        "name": "Amal", "born": PartialDate.parse("1990-05"), "language": "prs", "child": False, "notes": "x",
    }  # fmt: skip
    with qtbot.assertNotEmitted(form.edited):
        for name, value in values.items():
            form.set_value(name, value)
    assert {name: form.value(name) for name in values} == values


def test_typing_is_an_edit(form, qtbot, keyboard):
    form.fields["name"].editor.setFocus()
    with qtbot.waitSignal(form.edited) as told:
        keyboard.type("Ü")
    assert told.args == ["name"]
    assert form.value("name") == "Ü"


def test_a_problem_stands_beneath_and_is_read_out(form):
    field = form.fields["name"]
    field.say_problem("Der Name fehlt.")
    assert field.problem == "Der Name fehlt."
    assert field.editor.accessibleName() == "Name"
    assert field.editor.accessibleDescription() == "Der Name fehlt."
    form.clear_problems()
    assert field.problem == ""
    assert field.editor.accessibleDescription() == "Wie im Pass."


def test_a_day_is_read_when_the_field_is_left(form, qtbot, keyboard):
    field = form.fields["born"].editor
    wrong: list[str] = []
    field.wrong.connect(wrong.append)
    field.setFocus()
    keyboard.type("310299")
    assert wrong == []  # nobody is interrupted while typing
    keyboard.press(Qt.Key.Key_Tab)
    assert wrong == ["Den 31.02.1999 gibt es nicht: Dieser Monat hat 28 Tage."]
    assert form.value("born") is None
    field.setFocus()
    field.line.selectAll()
    with qtbot.waitSignal(field.entered) as told:
        keyboard.type("0102")
        keyboard.type("99")
        keyboard.press(Qt.Key.Key_Return)
    assert told.args == [PartialDate.exactly(date(1999, 2, 1))]
    assert wrong[-1] == ""
    assert field.line.text() == "01.02.1999"


def test_every_field_has_a_name_for_screen_readers(form):
    assert {name: field.editor.accessibleName() for name, field in form.fields.items()} == {
        "name": "Name", "born": "Geboren", "language": "Sprache", "child": "Kind?", "notes": "Notizen",
    }  # fmt: skip


def test_a_drop_down_does_not_change_when_the_page_scrolls(form, qtbot):
    choice = form.fields["language"].editor
    choice.set_value("de")
    assert choice.focusPolicy() == Qt.FocusPolicy.StrongFocus
    choice.set_options([("prs", "Dari"), ("de", "Deutsch")])
    assert choice.value() == "de"
    choice.set_options([("prs", "Dari")])
    assert choice.value() is None


def test_saving_waits_for_a_pause_but_not_for_ever(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    saved = []
    autosave = Autosave(owner, quiet_ms=40, at_most_ms=120)
    autosave.due.connect(lambda: saved.append("saved"))
    for _ in range(8):
        autosave.touch()
        qtbot.wait(25)
    assert saved  # although nobody paused for 40 ms
    saved.clear()
    autosave.flush()
    autosave.flush()
    assert len(saved) <= 1
    assert not autosave.waiting


def test_nothing_shows_as_a_window_of_its_own(look, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    form = Form(look)
    form.add("name", "Name", text_field(), "Ein Hinweis")
    layout.addWidget(form)
    assert all(not each.isVisible() for each in form.findChildren(QLabel))
