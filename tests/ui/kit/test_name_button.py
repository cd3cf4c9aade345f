"""A name that is longer than there is room is shortened, and read out whole."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.ui.kit.name_button import NameButton


@pytest.mark.parametrize("name", ["Abdulrahman" + "x" * 189, "محمد عبد الرحمن " * 12])
def test_a_long_name_does_not_widen_the_page(look, shown, name):
    page = QWidget()
    row = QHBoxLayout(page)
    button = NameButton(look, name, "person")
    row.addWidget(button)
    shown(page)
    page.resize(300, 60)
    QApplication.processEvents()
    assert page.width() == 300
    assert button.shown() != name
    assert button.fontMetrics().horizontalAdvance(button.shown()) < button.width()
    assert button.accessibleName() == name
    button.grab()


def test_a_short_name_stands_as_it_is(look, shown):
    button = NameButton(look, "Idris Muster", "person")
    shown(button)
    assert button.shown() == "Idris Muster"
