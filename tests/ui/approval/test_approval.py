"""Who may approve letters: named one by one, saved at once, taken back; the page with the keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.errors import Problem
from desktop.services.approval import Approvers, same_login
from desktop.ui.approval.presenter import ApprovalPresenter
from desktop.ui.approval.view import ApprovalPage
from desktop.ui.kit.jobs import ImmediateJobs


class Store:
    def __init__(self, named=(), may_change=True):
        self.named, self.may_change, self.users = tuple(named), may_change, ("anwalt", "mk", "Neu")
        self.worked = ("anwalt", "mk")

    def read(self):
        return Approvers(self.named, tuple(dict.fromkeys((*self.worked, *self.named))), self.may_change)

    def check(self, login):
        if not any(same_login(login, each) for each in self.users):
            raise Problem("Niemand heißt so.")

    def name(self, logins):
        if not self.may_change:
            raise Problem("Das darf hier nur die Leitung.")
        self.named = tuple(logins)

    same = staticmethod(same_login)


class View:
    shown = wrong = problem = None
    added = 0

    def show_approvers(self, shown):
        self.shown = shown

    def show_added(self):
        self.added += 1

    def show_wrong(self, problem):
        self.wrong = problem

    def show_problem(self, problem):
        self.problem = problem


@pytest.fixture
def presented(texts):
    def make(*named, may_change=True):
        store, view, said = Store(named, may_change), View(), []
        presenter = ApprovalPresenter(
            ImmediateJobs(), store, view, texts, "mk", lambda *each: said.append(each)
        )
        presenter.enter()
        return presenter, store, view, said

    return make


def test_only_these_without_a_tick_changes_nothing_yet(presented):
    presenter, store, view, said = presented()
    assert (view.shown.only, view.shown.logins) == (False, ("anwalt", "mk"))
    presenter.choose(True)
    assert (view.shown.only, store.named, said) == (True, (), [])
    presenter.tick("mk", True)
    assert (store.named, view.shown.named) == (("mk",), {"mk"})
    presenter.tick("anwalt", True)
    presenter.tick("mk", False)
    assert (store.named, view.shown.named) == (("anwalt",), {"anwalt"})


def test_everybody_again_and_back(presented):
    presenter, store, view, said = presented("mk")
    assert view.shown.only
    presenter.choose(False)
    assert (store.named, view.shown.only) == ((), False)
    sentence, words, back = said[-1]
    assert (sentence, words) == (
        "Alle mit Zugang zur Bürodatei dürfen Schreiben freigeben.",
        "Zurücknehmen",
    )
    back()
    assert (store.named, view.shown.only) == (("mk",), True)


def test_what_one_could_not_take_back_oneself_is_not_offered(presented):
    presenter, _, _, said = presented("mk", "anwalt")
    presenter.tick("mk", False)
    assert said[-1][1:] == ("", None)


def test_somebody_who_has_not_worked_yet_is_added_by_login(presented):
    presenter, store, view, _ = presented("mk")
    presenter.add("  ")
    presenter.add("niemand")
    assert (view.wrong.sentence, view.added, store.named) == ("Niemand heißt so.", 0, ("mk",))
    presenter.add(" neu ")
    assert (view.added, store.named) == (1, ("mk", "neu"))
    presenter.add("ANWALT")  # is on the list already, as typed otherwise
    assert store.named == ("mk", "neu", "anwalt")


def test_whoever_may_not_change_it_sees_why(presented):
    presenter, store, view, _ = presented("anwalt", may_change=False)
    assert not view.shown.may_change
    presenter.tick("mk", True)
    assert (view.problem.sentence, store.named) == ("Das darf hier nur die Leitung.", ("anwalt",))


@pytest.fixture
def page(look, shown, texts):
    kept = []

    def make(*named, may_change=True):
        store, made = Store(named, may_change), ApprovalPage(look)
        presenter = ApprovalPresenter(ImmediateJobs(), store, made, texts, "mk", lambda *_: None)
        made.chosen.connect(presenter.choose)
        made.ticked.connect(presenter.tick)
        made.added.connect(presenter.add)
        shown(made)
        presenter.enter()
        QApplication.processEvents()
        kept.append(presenter)  # Qt keeps nobody alive whose method it calls
        return made, store

    return make


def focused() -> Any:
    return QApplication.focusWidget()


def test_the_page_with_the_keyboard_alone(page, keyboard):
    made, store = page()
    assert not made.rows.isVisible()
    made.who.setFocus()
    keyboard.press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert made.rows.isVisible()
    assert made.told.text() == "Kreuzen Sie jemanden an: Bis dahin dürfen alle freigeben."
    made.boxes["anwalt"].setFocus()
    keyboard.press(Qt.Key.Key_Tab)
    assert focused() is made.boxes["mk"]
    keyboard.press(Qt.Key.Key_Space)
    assert store.named == ("mk",)
    assert made.boxes["mk"].hasFocus()
    keyboard.press(Qt.Key.Key_Tab)
    assert focused() is made.login
    keyboard.type("wer")
    keyboard.press(Qt.Key.Key_Return)
    assert made.field.problem == "Niemand heißt so."
    assert made.login.accessibleDescription() == "Niemand heißt so."
    keyboard.type("Neu")
    keyboard.press(Qt.Key.Key_Return)
    assert (store.named, made.login.text(), made.field.problem) == (("mk", "Neu"), "", "")
    assert made.boxes["Neu"].isChecked()
    assert made.boxes["Neu"].accessibleName() == "Darf freigeben: Neu"


def test_a_page_one_may_not_change_says_who_may(page):
    made, _ = page("anwalt", may_change=False)
    assert not made.who.isEnabled()
    assert "anwalt" in made.told.text()
