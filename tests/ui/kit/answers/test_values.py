"""The small editors."""

import pytest

from desktop.ui.kit.answers.values import WordsField

COUNTRIES = (("TN", "Tunesien"), ("DE", "Deutschland"), ("stateless", "staatenlos"))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Tunesien", ("TN",)),
        (" tunesien ;DE", ("TN", "DE")),
        ("Staatenlos", ("stateless",)),
        ("Jugoslawien", ("Jugoslawien",)),
        (" ; ", ()),
    ],
)
def test_names_and_codes_are_understood(qtbot, typed, words):
    field = WordsField(COUNTRIES)
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.words() == words


def test_names_are_shown_for_codes(qtbot):
    field = WordsField(COUNTRIES)
    qtbot.addWidget(field)
    field.set_words(("TN", "Jugoslawien"))
    assert field.text() == "Tunesien; Jugoslawien"


def test_without_options_words_stay_as_typed(qtbot):
    field = WordsField()
    qtbot.addWidget(field)
    field.set_words(("a", "b"))
    assert field.words() == ("a", "b")
