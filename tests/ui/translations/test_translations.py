"""Translations are released as they are shown, by who is logged in; the real page with the keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from desktop.services.handouts import releases
from desktop.services.handouts.languages import language
from desktop.services.handouts.releases import Standing
from desktop.services.handouts.statements import handouts
from desktop.services.office import create_office
from desktop.ui.kit.jobs import ImmediateJobs
from desktop.ui.translations.presenter import LanguageLine, TranslationsPresenter
from desktop.ui.translations.side_by_side import words_of
from desktop.ui.translations.source import TranslationsOfOffice
from desktop.ui.translations.view import TranslationsPage
from tests.store.making import CHEAP
from tests.ui.conftest import NOW

DAY = date(2026, 11, 20)
FAULTS = ("missing", "stale", "placeholders", "citations")


class Source:
    """One language with a reviewed, an open and a stale text, and one with nothing reviewed."""

    def __init__(self):
        self.texts = {
            "ar": [
                Standing("a", "Eins", "1", "", reviewed=True, by="mk", on=DAY),
                Standing("b", "Zwei", "2", "", reviewed=False),
                Standing("c", "Drei", "3", "stale", reviewed=False),
            ],
            "tr": [Standing("a", "Eins", "bir", "", reviewed=False)],
        }
        self.asked = []

    def languages(self, copies):
        return [
            LanguageLine(
                language(code), len(texts), sum(t.reviewed for t in texts), sum(bool(t.fault) for t in texts)
            )
            for code, texts in self.texts.items()
        ]

    def standing(self, code, copies):
        return self.texts[code]

    def released_here(self, code, copies):
        return [each.block for each in self.texts[code] if each.reviewed]

    def release(self, code, blocks):
        self.asked.append(("release", code, list(blocks)))
        self._mark(code, blocks, reviewed=True)

    def withdraw(self, code, blocks):
        self.asked.append(("withdraw", code, list(blocks)))
        self._mark(code, blocks, reviewed=False)

    def _mark(self, code, blocks, *, reviewed):
        self.texts[code] = [
            each._replace(reviewed=reviewed) if each.block in blocks else each for each in self.texts[code]
        ]


class View:
    lines, chosen, reading, problem = (), "", None, None

    def show_languages(self, lines, chosen):
        self.lines, self.chosen = lines, chosen

    def show_reading(self, reading):
        self.reading = reading

    def show_problem(self, problem):
        self.problem = problem


@pytest.fixture
def room(texts):
    source, view, said = Source(), View(), []
    presenter = TranslationsPresenter(
        ImmediateJobs(), source, texts, view, lambda sentence, action, does: said.append((sentence, does))
    )
    presenter.enter()
    return presenter, source, view, said


def test_what_is_open_is_shown_first(room):
    presenter, _, view, _ = room
    assert [(line.language.code, line.reviewed, line.open, line.faulty) for line in view.lines] == [
        ("ar", 1, 1, 1), ("tr", 0, 1, 0),
    ]  # fmt: skip
    assert (view.chosen, [each.block for each in view.reading.texts]) == ("ar", ["b", "c"])
    assert view.reading.ready == 1
    presenter.show_only_open(False)
    assert [each.block for each in view.reading.texts] == ["a", "b", "c"]


def test_only_what_fits_and_is_open_is_released_and_can_be_withdrawn_at_once(room):
    presenter, source, view, said = room
    presenter.release()
    assert source.asked == [("release", "ar", ["b"])]
    ((sentence, take_back),) = said
    assert "1 Text" in sentence
    assert view.reading.ready == 0
    presenter.release()
    assert len(source.asked) == 1
    take_back()
    assert source.asked[-1] == ("withdraw", "ar", ["b"])
    assert view.reading.ready == 1


def test_another_language_is_released_by_itself(room):
    presenter, source, view, _ = room
    presenter.choose("tr")
    presenter.release()
    assert source.asked == [("release", "tr", ["a"])]
    assert not view.reading.only_open
    presenter.withdraw()
    assert source.asked[-1] == ("withdraw", "tr", ["a"])
    assert (view.reading.only_open, view.reading.released_here) == (True, False)


def test_every_standing_has_words(texts):
    reviewed, still_open, stale = Source().texts["ar"]
    assert words_of(reviewed, texts) == "geprüft: mk, 20.11.2026"
    assert words_of(still_open, texts) == "nicht geprüft"
    assert words_of(stale, texts).startswith("veraltet")
    said = {words_of(stale._replace(fault=each), texts) for each in FAULTS}
    assert len(said) == len(FAULTS)
    assert all("das Blatt zeigt den deutschen Text" in each.replace("Das", "das") for each in said)


@pytest.fixture
def page(look, shown, reference, tmp_path):
    session = create_office(
        tmp_path / "A.akte", name="Büro Süd", login="mk", passphrase="vier ganz lose Worte",
        reference=reference, now=NOW.astimezone(), kdf=CHEAP,
    ).session  # fmt: skip
    view, said = TranslationsPage(look, session.user), []
    presenter = TranslationsPresenter(
        ImmediateJobs(),
        TranslationsOfOffice(session, lambda: NOW.astimezone()),
        look.texts,
        view,
        lambda *words: said.append(words),
    )
    view.picked.connect(presenter.choose)
    view.parted.connect(presenter.of_copies)
    view.filtered.connect(presenter.show_only_open)
    view.release_wanted.connect(presenter.release)
    view.withdraw_wanted.connect(presenter.withdraw)
    presenter.enter()
    shown(view)
    view.listed.setFocus()
    yield view, session
    session.close()
    del presenter  # until here: Qt does not keep alive whose method it calls


def test_a_language_is_read_released_and_withdrawn_with_the_keyboard(page, keyboard):
    view, session = page
    count = len(handouts().texts)
    keyboard.press(Qt.Key.Key_Down)  # Arabic
    table = view.side_by_side
    assert table.right_to_left
    assert table.texts.rowCount() == count
    assert table.texts.data(table.texts.index(0, 0)) == next(iter(handouts().texts.values()))
    assert "mk" in view._means.text()
    assert str(count) in view._means.text()
    view.release.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert {(each.by, each.on, each.reviewed) for each in releases.standing(session, "ar")} == {
        ("mk", NOW.date(), True)
    }
    assert not any(each.reviewed for each in releases.standing(session, "en"))
    assert not view.release.isEnabled()
    view.withdraw.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert not any(each.reviewed for each in releases.standing(session, "ar"))
    assert not view.withdraw.isEnabled()


def test_every_text_is_seen_in_full(page):
    """A row is as high as the longer of its two texts."""
    view, _ = page
    QCoreApplication.processEvents()
    table = view.side_by_side
    line = table.fontMetrics().lineSpacing()
    for row, text in enumerate(handouts().texts.values()):
        width = table.columnWidth(0)
        needed = -(-table.fontMetrics().horizontalAdvance(text) // width) * line
        assert table.rowHeight(row) >= needed
