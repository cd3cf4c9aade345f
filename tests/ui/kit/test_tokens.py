"""Colours can be told apart by everybody: contrast is counted, not guessed."""

import itertools

import pytest
from PySide6.QtGui import QPalette

from desktop.ui.kit.theme import Theme
from desktop.ui.kit.tokens import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST

GROUNDS = ("bg", "surface", "sunken")
TEXTS = (
    "text muted accent entitled should discretion assessment facts_missing not_available overdue soon later"
).split()


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("colours", "least"), [(LIGHT, 5.2), (DARK, 5.2), (LIGHT_CONTRAST, 7), (DARK_CONTRAST, 7)]
)
def test_every_text_stands_out_from_every_ground(colours, least):
    weak = {
        (text, ground): round(contrast(getattr(colours, text), getattr(colours, ground)), 2)
        for text, ground in itertools.product(TEXTS, GROUNDS)
        if contrast(getattr(colours, text), getattr(colours, ground)) < least
    }
    assert not weak
    assert contrast(colours.on_accent, colours.accent) >= least
    assert contrast(colours.text, colours.accent_weak) >= least
    assert contrast(colours.field_border, colours.surface) >= 3


def test_the_theme_dresses_at_once_and_tells_it(qapp, qtbot):
    theme = Theme(qapp, "light", 100)
    with qtbot.waitSignal(theme.changed):
        theme.apply("dark", 150)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.bg
    assert theme.px(10) == 15
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply("dark", 150)
    theme.apply("light", 100)
    theme.deleteLater()
