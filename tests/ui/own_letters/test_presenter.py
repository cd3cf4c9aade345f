"""Own letters on their page: nothing typed is lost, a mistake stands at its field, a deleted one returns."""

from dataclasses import replace

import pytest

from desktop.errors import Problem
from desktop.services.own_letters import OwnLetter, check
from desktop.ui.kit.jobs import HeldJobs, ImmediateJobs
from desktop.ui.own_letters.presenter import OwnLettersPresenter, wrong_field
from desktop.ui.own_letters.source import Shelf

ASKING = OwnLetter("a", "Akteneinsicht", "Akteneinsicht {name}", "Bitte gewähren Sie Einsicht.")
MOVED = OwnLetter("b", "Umzug", "Umzug", "Meine neue Anschrift: {anschrift}.")


class View:
    def __init__(self):
        self.lines, self.chosen, self.letter, self.saved, self.problem = [], "", None, None, None
        self.at_name = 0

    def show_list(self, lines, chosen):
        self.lines, self.chosen = [(each.name, each.saved) for each in lines], chosen

    def show_letter(self, letter):
        self.letter = letter

    def show_saved(self, saved, kept):
        self.saved = (saved, kept)

    def show_problem(self, problem, field=""):
        self.problem = (field, problem)

    def clear_problem(self):
        self.problem = None

    def write_name(self):
        self.at_name += 1


class Letters:
    """Stands for the office file; checks as the service does."""

    def __init__(self, *letters):
        self.kept = {each.id: each for each in letters}
        self.unfinished = []

    def read(self):
        return Shelf(list(self.kept.values()), list(self.unfinished))

    def keep(self, letter):
        check(letter)
        self.kept[letter.id] = letter

    def remove(self, letter_id):
        del self.kept[letter_id]

    def keep_unfinished(self, letters):
        self.unfinished = list(letters)


@pytest.fixture
def page(texts):
    def make(*letters, store=None, jobs=None):
        store = store or Letters(*letters)
        view, said = View(), []
        presenter = OwnLettersPresenter(
            view, jobs or ImmediateJobs(), store, texts, lambda *each: said.append(each)
        )
        presenter.enter()
        return view, presenter, store, said

    return make


def test_the_first_letter_is_shown_and_another_can_be_chosen(page):
    view, presenter, _, _ = page(MOVED, ASKING)
    assert view.lines == [("Akteneinsicht", True), ("Umzug", True)]
    assert (view.letter, view.saved) == (ASKING, (True, True))
    presenter.choose("b")
    assert (view.letter, view.chosen) == (MOVED, "b")


def test_a_mistake_is_said_at_its_field_and_nothing_is_lost(page):
    view, presenter, store, said = page(ASKING, MOVED)
    presenter.typed("Akteneinsicht", "Akteneinsicht", "Für {nahme}.")
    presenter.save()
    field, problem = view.problem
    assert field == "text"
    assert problem.values["names"].startswith("name")
    assert store.kept["a"] == ASKING
    assert not said
    presenter.choose("b")
    presenter.choose("a")
    assert view.letter.text == "Für {nahme}."
    presenter.typed("Akteneinsicht", "Akteneinsicht", "Für {name}.")
    assert view.problem is None
    presenter.save()
    assert store.kept["a"].text == "Für {name}."
    assert view.saved == (True, True)
    assert len(said) == 1


def test_what_is_unfinished_is_there_after_the_program_was_closed(page):
    _, presenter, store, _ = page(ASKING)
    presenter.typed("Akteneinsicht", "", "Für {")
    presenter.new()
    presenter.typed("Anfrage", "", "")
    presenter.leave()
    assert store.kept == {"a": ASKING}
    view, presenter, _, _ = page(store=store)
    assert view.lines == [("Akteneinsicht", False), ("Anfrage", False)]
    assert view.letter.text == "Für {"
    presenter.typed("Akteneinsicht", "Einsicht", "Für {name}.")
    presenter.save()
    assert [each.name for each in store.unfinished] == ["Anfrage"]
    view, _, _, _ = page(store=store)
    assert view.lines == [("Akteneinsicht", True), ("Anfrage", False)]


def test_typing_back_to_what_is_kept_leaves_nothing_unfinished(page):
    view, presenter, store, _ = page(ASKING)
    presenter.typed("Akteneinsicht", "anders", ASKING.text)
    presenter.leave()
    assert len(store.unfinished) == 1
    presenter.typed(ASKING.name, ASKING.subject, ASKING.text)
    presenter.enter()
    assert view.saved == (True, True)
    presenter.leave()
    assert store.unfinished == []


def test_a_copy_is_a_letter_of_its_own(page):
    view, presenter, store, _ = page(ASKING)
    presenter.copy()
    assert view.lines == [("Akteneinsicht", True), ("Akteneinsicht (Kopie)", False)]
    assert view.at_name == 1
    presenter.save()
    assert {each.name for each in store.kept.values()} == {"Akteneinsicht", "Akteneinsicht (Kopie)"}
    assert store.kept["a"] == ASKING


def test_a_new_letter_in_which_nothing_was_written_is_none(page):
    view, presenter, store, said = page(ASKING)
    presenter.new()
    assert len(view.lines) == 2
    presenter.choose("a")
    assert view.lines == [("Akteneinsicht", True)]
    presenter.new()
    presenter.remove()
    assert view.lines == [("Akteneinsicht", True)]
    presenter.leave()
    assert (store.unfinished, said) == ([], [])


def test_a_deleted_letter_comes_back_as_it_was(page):
    view, presenter, store, said = page(ASKING, MOVED)
    presenter.typed(ASKING.name, ASKING.subject, "noch {nicht fertig")
    presenter.remove()
    assert store.kept == {"b": MOVED}
    assert (view.lines, view.letter) == ([("Umzug", True)], MOVED)
    (_, words, bring_back) = said[0]
    assert words == "Zurückholen"
    bring_back()
    assert store.kept == {"a": ASKING, "b": MOVED}
    assert view.letter.text == "noch {nicht fertig"
    presenter.choose("b")
    presenter.remove()
    presenter.choose("a")
    presenter.remove()
    assert (view.lines, view.letter) == ([], None)


def test_what_is_typed_while_it_is_saved_stays_unsaved(page):
    jobs = HeldJobs()
    view, presenter, store, _ = page(ASKING, jobs=jobs)
    jobs.release()
    presenter.typed(ASKING.name, ASKING.subject, "eins")
    presenter.save()
    presenter.typed(ASKING.name, ASKING.subject, "eins zwei")
    jobs.release()
    assert store.kept["a"].text == "eins"
    assert view.lines == [("Akteneinsicht", False)]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name": " "}, "name"),
        ({"subject": ""}, "subject"),
        ({"subject": "{nahme}"}, "subject"),
        ({"text": "{"}, "text"),
        ({"text": ""}, "text"),
    ],
)
def test_the_field_with_the_mistake_is_found(changed, field):
    letter = replace(ASKING, **changed)
    with pytest.raises(Problem):
        check(letter)
    assert wrong_field(letter) == field
