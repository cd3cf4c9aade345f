"""Deadlines and follow-ups: typed in a line, done, moved, checked by a second person, taken back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.cases.agenda import EntryKind
from desktop.cases.periods import PartialDate
from desktop.ui.deadlines.room import build
from tests.ui.deadlines.making import Others


def test_fourteen_days_are_four_inputs_from_anywhere(look, shown, context_of, sample, keyboard):
    context = context_of(sample("chancen-aufenthalt"))
    view = build(look, context, Others())
    context.desk.open("1")
    shown(view)
    view.begin_date()  # F7
    keyboard.inputs = 1
    keyboard.type("14")
    keyboard.press(Qt.Key.Key_Return)
    assert keyboard.inputs == 4
    (entry,) = context.desk.case.entries
    assert (entry.kind, entry.day, entry.made_by) == (EntryKind.FOLLOW_UP, date(2026, 12, 6), "mk")
    view.begin_date()
    keyboard.type("+14")
    keyboard.press(Qt.Key.Key_Return)
    assert context.desk.case.entries[-1].day == entry.day


def test_a_line_says_how_it_is_read_before_it_counts(presented):
    page = presented("chancen-aufenthalt")
    page.quick.type("follow_up", "+14 Nach dem Pass fragen")
    assert page.view.reading == "Wiedervorlage · So 06.12.2026 · ein Sonntag · Nach dem Pass fragen"
    page.quick.type("follow_up", "heu")
    assert (page.view.reading, page.view.wrong) == ("", False)
    page.quick.enter("appointment", "25.11. 14:30 Gespräch")
    assert page.case.entries[-1].time == "14:30"
    assert page.view.undo.startswith("Eingetragen: Termin · Mi 25.11.2026")
    page.dates.undo()
    assert page.case.entries == ()


@pytest.mark.parametrize(
    "typed", ["31.04. Anruf", "nach dem Pass fragen", "22.11.1850", "01.11.2026 vorbei", ""]
)
def test_what_is_no_day_is_one_sentence_and_changes_nothing(presented, typed):
    page = presented("chancen-aufenthalt")
    page.quick.enter("follow_up", typed)
    assert page.view.wrong
    assert page.view.reading.endswith(".")
    assert page.case.entries == ()


def test_a_deadline_is_done_only_with_how_and_stays_in_sight(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("deadline", "+20 Stellungnahme einreichen")
    key = page.find("Stellungnahme")
    page.dates.choose(key)
    assert "delete" not in page.view.actions
    page.actions.act("done")
    assert [each.name for each in page.view.asked.questions] == ["how"]
    page.actions.answer("done", {"how": " "})
    assert page.view.problem is not None
    assert page.case.entries[0].open
    page.actions.answer("done", {"how": "per Fax, Sendebericht in der Akte"})
    assert page.find("Stellungnahme") == key
    assert [row.key for row in page.view.done] == [key]
    page.dates.choose(key)
    assert any("per Fax" in each.text for each in page.view.details.notes)
    assert page.view.actions == ["reopen", "slip", "log"]
    page.actions.act("reopen")
    assert not page.view.done


def test_a_follow_up_is_done_moved_and_deleted_at_once(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("follow_up", "+5 Anrufen")
    page.dates.choose(page.find("Anrufen"))
    page.actions.act("move")
    page.actions.answer("move", {"day": PartialDate.exactly(date(2026, 12, 1))})
    assert page.case.entries[0].day == date(2026, 12, 1)
    page.dates.choose(page.find("Anrufen"))
    page.actions.act("delete")
    assert page.case.entries == ()
    page.dates.undo()
    assert page.case.entries[0].day == date(2026, 12, 1)
    page.dates.choose(page.find("Anrufen"))
    page.actions.act("done")
    assert page.case.entries[0].done_by == "mk"


def test_a_derived_date_is_done_with_how_and_checked_by_a_second_person(presented):
    page = presented("chancen-aufenthalt")
    key = page.find("104c")
    page.dates.choose(key)
    assert page.view.actions == ["done", "check", "slip"]
    page.actions.act("done")
    page.actions.answer("done", {"how": "Antrag nach § 25b gestellt"})
    assert [row.key for row in page.view.done] == [key]
    page.dates.choose(key)
    page.actions.act("reopen")
    page.dates.choose(page.find("Pass"))
    page.actions.act("check")
    assert next(row for row in page.view.rows if "Pass" in row.what).checked


def test_whoever_entered_a_deadline_does_not_check_it(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("deadline", "+20 Stellungnahme")
    page.dates.choose(page.find("Stellungnahme"))
    page.actions.act("check")
    assert "zweite Person" in page.context.texts.problem(page.view.problem)
    assert page.case.entries[0].confirmed_on is None


def test_a_deadline_moves_only_with_a_reason(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("deadline", "+20 Stellungnahme")
    page.dates.choose(page.find("Stellungnahme"))
    page.actions.act("move")
    day = PartialDate.exactly(date(2026, 12, 30))
    page.actions.answer("move", {"day": day, "why": ""})
    assert page.case.entries[0].day == date(2026, 12, 12)
    page.actions.answer("move", {"day": day, "why": "schriftlich verlängert"})
    assert page.case.entries[0].day == date(2026, 12, 30)


def test_what_is_changed_keeps_its_day(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("appointment", "+5 14:30 Gespräch")
    page.dates.choose(page.find("Gespräch"))
    page.actions.act("change")
    asked = {each.name: each.value for each in page.view.asked.questions}
    assert asked["time"] == "14:30"
    page.actions.answer("change", {**asked, "what": "Vorsprache", "place": "Zimmer 12"})
    assert (page.case.entries[0].what, page.case.entries[0].place) == ("Vorsprache", "Zimmer 12")
    page.dates.choose(page.find("Vorsprache"))
    assert any("Zimmer 12" in each.text for each in page.view.details.notes)


def test_taking_back_is_over_once_something_else_has_changed(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("follow_up", "+5 Anrufen")
    page.quick.enter("follow_up", "+6 Schreiben")
    page.dates.undo()
    assert [each.what for each in page.case.entries] == ["Anrufen"]
    page.quick.enter("follow_up", "+6 Schreiben")
    page.context.answer("passports", ())
    assert page.view.undo == ""
    page.dates.undo()
    assert len(page.case.entries) == 2


def test_the_log_and_the_slip_of_a_date(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("deadline", "+20 Stellungnahme")
    page.dates.choose(page.find("Stellungnahme"))
    page.actions.act("log")
    assert page.view.log == ["24.11.2026, 14:03, mk: Tag 01.12.2026 → 15.12.2026"]
    page.actions.act("slip")
    assert page.view.slip.endswith(f"#{page.case.entries[0].id}")
