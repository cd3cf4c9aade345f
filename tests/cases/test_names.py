"""Hostile names are made harmless without touching the letters of any script."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.names import clean


def test_direction_overrides_and_invisible_letters_go():
    assert clean("Amal\u202e Kar\u200bim\u2066\ufeff") == "Amal Karim"


def test_every_script_and_its_joiners_stay():
    for name in ("أمل كريم", "نام‌خانوادگی", "ሰላም ተስፋይ", "Öztürk-Łęcka", "O’Neill"):
        assert clean(name) == name


def test_composed_form():
    assert clean("Jose\u0301") == "José"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


def test_what_shows_nothing_is_empty():
    assert clean("\u200b\u200d \u200c") == ""
