"""A declaration that was printed can be recorded as handed out, once, for the client it was printed for."""

from datetime import date

from PySide6.QtCore import Qt

from desktop.cases.declarations import HandedOut
from tests.ui.printing.making import only


def printed(presenter, *kinds):
    only(presenter, kinds[0])
    for kind in kinds[1:]:
        presenter.tick(kind, True)
    presenter.print()


def test_only_declarations_are_offered_to_be_recorded(presented):
    presenter, view, context = presented()
    presenter.enter()
    printed(presenter, "checklist")
    assert not view.offers_record
    presenter.record_handed_out()
    assert context.desk.case.declarations == ()
    printed(presenter, "checklist", "privacy", "release")
    assert view.offers_record
    presenter.record_handed_out()
    records = context.desk.case.declarations
    assert [each.sheet for each in records] == ["release", "privacy"] or [each.sheet for each in records] == [
        "privacy",
        "release",
    ]
    assert {type(each) for each in records} == {HandedOut}
    assert {each.handed_on for each in records} == {date(2026, 11, 22)}
    assert view.done == "Als heute ausgehändigt eingetragen."
    presenter.record_handed_out()
    assert context.desk.case.declarations == records


def test_nothing_is_recorded_for_another_client(presented):
    presenter, _, context = presented()
    presenter.enter()
    printed(presenter, "consent")
    context.desk.open("2")
    presenter.record_handed_out()
    assert context.desk.case.declarations == ()


def test_the_button_of_the_note_records_it(page_of, tmp_path, keyboard):
    page, presenter, _ = page_of()
    page.ask_where = lambda _: tmp_path / "blatt.pdf"
    only(presenter, "power")
    presenter.save()
    assert page.banner.isVisible()
    assert page.banner.button.text() == "Als ausgehändigt eintragen"
    page.banner.button.setFocus()
    keyboard.press(Qt.Key.Key_Space)
    (record,) = presenter._context.desk.case.declarations
    assert (record.sheet, record.language) == ("power", "de, en")  # with a reading copy
    assert page.banner.sentence == "Als heute ausgehändigt eingetragen."
    only(presenter, "checklist")
    presenter.save()
    assert page.banner.button.isHidden()
