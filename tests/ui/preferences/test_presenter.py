"""Preferences are applied at once, and only if something is different."""

import pytest

from desktop.settings import Preferences
from desktop.ui.preferences.presenter import PreferencesPresenter


class View:
    shown = None

    def show_preferences(self, preferences):
        self.shown = preferences


@pytest.fixture
def room():
    applied = [Preferences()]
    view = View()
    return PreferencesPresenter(view, lambda: applied[-1], applied.append), applied, view


def test_a_choice_is_applied(room):
    presenter, applied, view = room
    presenter.enter()
    assert view.shown == Preferences()
    presenter.choose("theme", "dark")
    presenter.choose("theme", "dark")
    assert applied == [Preferences(), Preferences(theme="dark")]


def test_text_grows_and_shrinks_as_far_as_it_goes(room):
    presenter, applied, _ = room
    for _ in range(9):
        presenter.resize_text(1)
    assert applied[-1].font_percent == 200
    for _ in range(9):
        presenter.resize_text(-1)
    assert applied[-1].font_percent == 90
