"""Names of any script, and of any malice, stay within their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.kit.labels import label
from desktop.ui.kit.names import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated


@pytest.mark.parametrize("name", ["Amal K.", "مریم احمدی", "ሳምራዊት", "می\u200cخواهم"])
def test_a_name_is_closed_off_and_otherwise_as_it_is(name):
    assert isolated(name) == f"{FIRST_STRONG_ISOLATE}{name}{POP_ISOLATE}"


def test_what_would_turn_the_line_around_is_left_out():
    assert isolated("A\u202eB\n\u2069C") == f"{FIRST_STRONG_ISOLATE}ABC{POP_ISOLATE}"
    assert isolated("") == ""


@given(st.text())
def test_no_name_breaks_the_line(name):
    assert len(isolated(name).splitlines()) <= 1


def test_a_label_shows_markup_as_text(qtbot):
    shown = label("<b>Amal</b>")
    qtbot.addWidget(shown)
    assert shown.sizeHint().width() > 1.5 * _width(qtbot, "Amal")


def _width(qtbot, text):
    other = label(text)
    qtbot.addWidget(other)
    return other.sizeHint().width()
