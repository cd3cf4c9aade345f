"""The print page under the keyboard: inputs, pages drawn as they come into sight, zoom, wording."""

from PySide6.QtCore import Qt

from tests.ui.printing.making import FakeRun


def test_checklist_letter_and_hand_out_take_four_inputs(page_of, keyboard, monkeypatch):
    from desktop.settings import PrinterSetup
    from desktop.ui.kit import printer

    runs = []

    def begin(_, count, setup, *, ask):
        runs.append((FakeRun(count), ask))
        return runs[-1][0], setup

    monkeypatch.setattr(printer, "has_printer", lambda: True)
    monkeypatch.setattr(printer, "begin", begin)
    page, _, prints = page_of(setup=lambda: PrinterSetup("Büro"))  # Ctrl+P in the case: one input
    page.print.setFocus()
    inputs = 2  # and Ctrl+P again, which presses the button
    page.print.click()
    ((run, asked),) = runs
    assert (run.finished, asked) == (True, False)
    assert prints.kept[0][1].kinds == ("checklist", "letter", "handout")
    assert inputs + keyboard.inputs <= 4


def test_pages_are_fitted_to_the_width_and_drawn_when_they_come_into_sight(page_of, qtbot):
    page, _, _ = page_of()
    views = page.preview._pages
    assert len(views) > 4
    assert all(view.width() <= page.preview.viewport().width() for view in views)
    assert views[0].accessibleName() == f"Seite 1 von {len(views)}"
    assert "Samuel Vorlage" in views[0].accessibleDescription()
    qtbot.waitUntil(lambda: views[0].image is not None)
    assert views[-1].image is None
    page.preview.setFocus()
    for _ in views:
        page.preview.keyPressEvent(_key(Qt.Key.Key_PageDown))
    qtbot.waitUntil(lambda: views[-1].image is not None)
    assert views[0].image is None
    assert not page.turning.next.isEnabled()
    assert page.turning.back.isEnabled()


def test_zoom_draws_sharper_and_comes_back(page_of, qtbot):
    page, _, _ = page_of()
    preview = page.preview
    qtbot.waitUntil(lambda: preview._pages[0].image is not None)
    width = preview._pages[0].width()
    preview.keyPressEvent(_key(Qt.Key.Key_Plus))
    assert preview._pages[0].width() > width
    preview.set_zoom(300)
    assert preview.percent == 300
    qtbot.waitUntil(
        lambda: preview._pages[0].image is not None and preview._pages[0].image.width() >= 3 * 793
    )
    preview.keyPressEvent(_key(Qt.Key.Key_0))
    assert preview._pages[0].width() == width
    assert page.turning.zoom.value() == "width"
    preview.set_zoom("page")
    assert preview._pages[0].height() <= preview.viewport().height()


def _key(key):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)


def test_the_page_asks_only_what_the_sheets_need(page_of):
    page, presenter, _ = page_of("hessen-haertefall")
    choosing = page.choosing
    of_a_title = (choosing.title, choosing.authority, choosing.occasion)
    presenter.choose_task("any")
    presenter.tick("slip", True)
    assert choosing.subjects.isVisible()
    assert not any(each.isVisible() for each in (*of_a_title, page.approve, page.confirm))
    assert not choosing.beside.isVisible()
    presenter.tick("slip", False)
    presenter.tick("letter", True)
    assert not choosing.subjects.isVisible()
    assert all(each.isVisible() for each in (*of_a_title, page.approve, page.confirm, choosing.asked))
    presenter.tick("handout", True)
    assert all(each.isVisible() for each in (choosing.beside, choosing.columns))


def test_a_tick_brings_the_sheet_into_sight(page_of, qtbot):
    page, presenter, _ = page_of()
    presenter.tick("handout", False)
    page.choosing._boxes["handout"].click()
    start = presenter._stack.parts[-1].page - 1
    assert start > 0
    qtbot.waitUntil(lambda: page.preview.in_sight == start)


def test_the_wording_is_changed_on_the_page(page_of, qtbot):
    page, _, _ = page_of("hessen-haertefall")
    assert page.wording.fields == []
    page.wording.toggle.click()
    field = page.wording.fields[-1]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setPlainText(field.toPlainText() + " Vielen Dank.")
    page.print.setFocus()
    assert page.wording.back.isVisible()
    page.wording.back.click()
    assert "Vielen Dank." not in page.wording.fields[-1].toPlainText()
    page.wording.toggle.click()
    assert page.wording.fields == []


def test_an_earlier_print_is_looked_at_and_left_again(page_of, tmp_path):
    page, presenter, _ = page_of()
    assert page.earlier.isHidden()
    page.ask_where = lambda _: tmp_path / "blatt.pdf"
    presenter.save()
    assert page.earlier.isVisible()
    (row,) = page.earlier.looks
    assert "Checkliste" in row.accessibleName()
    row.click()
    assert not any(each.isVisible() for each in (page.choosing, page.details, page.approve, page.confirm))
    assert page.print.isEnabled()
    page.earlier.back.click()
    assert all(each.isVisible() for each in (page.choosing, page.details, page.approve, page.confirm))
    assert page.earlier.back.isHidden()


def test_the_page_says_how_many_answers_a_good_letter_lacks(page_of, qtbot):
    page, presenter, _ = page_of("hessen-haertefall")
    asked = page.choosing.asked
    needed = [each for each in asked._questions if each.needed]
    assert page.open_questions.text().startswith(str(len(needed)))
    page.open_questions.click()
    assert asked.fields[needed[0].id].hasFocus()
    for each in needed:
        presenter.answer(each.id, "Tatsachen")
    assert page.open_questions.isHidden()
