"""The open case as a whole: every tab, in both languages, large, dark, with hostile names."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop import resources
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.texts import Texts
from desktop.ui.assessment import room as assessment
from desktop.ui.assessment.tree import VerdictTree
from desktop.ui.casefile import room as casefile
from desktop.ui.deadlines import room as deadlines
from desktop.ui.kit.look import Look
from desktop.ui.printing import room as printing
from tests.ui.kept_prints import KeptPrints

from .conftest import NOW

LANGUAGES = [("de", "Deutsch"), ("en", "English")]
HOSTILE = "<h1>x</h1>&amp;\u202e evil \n مريم"


class NoHousehold:
    """Nobody is linked."""

    def people(self, *_):
        return ()

    def link(self, *_):
        raise AssertionError

    unlink = record_letter = entry_log = link


NO_HOUSEHOLD = NoHousehold()


@pytest.fixture
def case_page(look, shown, context_of):
    """The frame with all seven tabs, as the window puts it together."""

    def make(case, in_look=None, width=1366, height=768):
        used = in_look or look
        context = replace(context_of(case), texts=used.texts)
        page, _ = casefile.build(used, context, LANGUAGES, NO_HOUSEHOLD, lambda _: None, lambda _: None)
        page.put_tab("assessment", assessment.build(used, context))
        page.put_tab("deadlines", deadlines.build(used, context, NO_HOUSEHOLD))
        sheet, printer = printing.build(
            used, context, lambda: NOW, KeptPrints(context.reference, context.today())
        )
        page.put_tab("printing", sheet)
        page.tab_entered.connect(lambda tab: printer.enter() if tab == "printing" else printer.leave())
        context.desk.open("1")
        shown(page, width, height)
        return page, context

    return make


@pytest.fixture
def large(look):
    """The same look at twice the size; put back afterwards."""
    look.theme.apply("light", 200)
    yield look
    look.theme.apply("light", 100)


def visible(page: QWidget, *kinds: type) -> list[Any]:
    found: list[Any] = []
    for kind in kinds or (QWidget,):
        found += page.findChildren(kind)
    return [each for each in found if each.isVisible()]


def test_tabs_stand_in_the_order_of_the_page_and_have_keys(case_page, sample, keyboard):
    page, _ = case_page(sample("chancen-aufenthalt"))
    assert page.tabs == tuple("overview history facts assessment deadlines papers printing".split())
    for number, tab in enumerate(page.tabs, start=1):
        keyboard.press(Qt.Key(Qt.Key.Key_0 + number), modifier=Qt.KeyboardModifier.AltModifier)
        assert page.tab == tab
        focused = QApplication.focusWidget()
        assert focused is not None
        assert page.isAncestorOf(focused)


def test_nobody_is_open_at_first(look, shown, context_of):
    context = context_of(CaseFile(Client("x")))
    page, _ = casefile.build(look, context, LANGUAGES, NO_HOUSEHOLD, lambda _: None, lambda _: None)
    shown(page)
    words = [each.text() for each in visible(page, QLabel)]
    assert "Keine Akte ist geöffnet." in words


def test_everything_that_takes_the_keyboard_has_a_name(case_page, sample):
    page, _ = case_page(sample("chancen-aufenthalt"))
    nameless = []
    for tab in page.tabs:
        page.go(tab)
        QApplication.processEvents()
        for each in visible(page, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
            takes = each.focusPolicy() & Qt.FocusPolicy.TabFocus
            said = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
            if takes and not said:
                nameless.append((tab, type(each).__name__, each.parentWidget()))
        for each in visible(page, QAbstractScrollArea):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.accessibleName():
                nameless.append((tab, type(each).__name__, each.parentWidget()))
    assert not nameless


@pytest.mark.parametrize("name", ["chancen-aufenthalt", "offene-fragen", "bayern-familie"])
def test_no_word_is_cut_off(case_page, sample, name):
    page, _ = case_page(sample(name))
    assert not cut_off(page)


def test_no_word_is_cut_off_in_large_text(case_page, sample, large):
    page, _ = case_page(sample("bayern-familie"), large)
    assert not cut_off(page)


def cut_off(page):
    found, looked_at = [], 0
    for tab in page.tabs:
        page.go(tab)
        QApplication.processEvents()
        for each in visible(page, QLabel, QAbstractButton):
            looked_at += 1
            if isinstance(each, QLabel) and (each.wordWrap() or not each.pixmap().isNull()):
                continue
            if each.text() and each.sizeHint().width() > each.width() + 1:
                found.append((tab, each.text(), each.sizeHint().width(), each.width()))
    assert looked_at > 100
    return found


def test_names_are_text_and_nothing_else(case_page, sample):
    case = sample("offene-fragen")
    page, _ = case_page(replace(case, client=replace(case.client, name=HOSTILE, original_name=HOSTILE)))
    for tab in page.tabs:
        page.go(tab)
        QApplication.processEvents()
        for each in visible(page, QLabel):
            assert each.textFormat() == Qt.TextFormat.PlainText or "evil" not in each.text()
            assert "\u202e" not in each.text()


def test_english_shows_no_german_of_the_program(case_page, sample, look):
    english = Look(Texts("en", resources.path("i18n")), look.theme, look.icons)
    page, _ = case_page(sample("chancen-aufenthalt"), english)
    german = {
        "Übersicht",
        "Zeitverlauf",
        "Angaben",
        "Prüfung",
        "Fristen",
        "Unterlagen",
        "Drucken",
        "Ja",
        "Nein",
    }
    for tab in page.tabs:
        page.go(tab)
        QApplication.processEvents()
        assert not german & {each.text() for each in visible(page, QLabel, QAbstractButton)}


def test_an_empty_case_says_what_to_do_first(case_page):
    page, _ = case_page(CaseFile(Client("Amal K.")))
    words = {}
    for tab in page.tabs:
        page.go(tab)
        QApplication.processEvents()
        words[tab] = " ".join(each.text() for each in visible(page, QLabel, QAbstractButton))
    assert "Noch ist kein Papier erfasst." in words["history"]
    assert "Noch ist keine Frist bekannt." in words["deadlines"]
    assert "offene Fragen" in words["assessment"]


def test_a_change_in_one_tab_is_seen_in_all(case_page, sample):
    page, context = case_page(sample("offene-fragen"))
    context.answer("order_58a", True)
    page.go("facts")
    page.go("assessment")
    QApplication.processEvents()
    tree = page.findChild(VerdictTree)
    titles = [tree.lines.line(index) for index in tree.lines.every()]
    words = {
        line.head.replace("\N{NO-BREAK SPACE}", " "): line.word
        for line in titles
        if line.key.startswith("title") and line.level == "title"
    }
    closed = {
        words[head] for head in ("§ 24 Abs. 1", "§ 25 Abs. 3", "§ 25 Abs. 5", "§ 25b Abs. 1", "§ 26 Abs. 4")
    }
    assert closed == {"derzeit nicht möglich"}  # § 5 Abs. 4; a hint is not closed by it
    assert words["§ 23a Abs. 2"] == "Angaben fehlen"


def test_a_letter_after_alt_1_does_not_overwrite_the_name(case_page, sample, keyboard):
    page, context = case_page(sample("offene-fragen"))
    page.go("facts")
    name = context.desk.case.client.name
    page.go("overview")
    keyboard.type("x")
    keyboard.press(Qt.Key.Key_Return)
    assert context.desk.case.client.name == f"{name}x"


def test_a_title_outside_the_pack_is_called_by_its_section(context_of, sample):
    context = context_of(sample("offene-fragen"))
    context.desk.open("1")
    code = "title:other"
    other = StatusPeriod(code, Period.on_paper(PartialDate.parse("2024-01-01"), None), variant="§ 16b Abs. 1")
    context.answer("status_periods", (other,))
    assert context.step_names[code] == "§ 16b Abs. 1"
