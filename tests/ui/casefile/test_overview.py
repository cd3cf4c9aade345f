from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.cases.answers import Unknown
from desktop.cases.people import FamilyMember
from desktop.cases.periods import PartialDate
from desktop.ui.casefile import room
from desktop.ui.casefile.overview_presenter import Digest, OverviewPresenter
from desktop.ui.kit.jobs import HeldJobs

LANGUAGES = [("de", "Deutsch"), ("en", "English")]


class FakeView:
    """Remembers what was shown last."""

    def __init__(self):
        self.person, self.problems, self.digests, self.undo = {}, {}, [], ""

    def show_person(self, values):
        self.person = values

    def show_problem(self, field, sentence):
        self.problems[field] = sentence

    def show_family(self, members, answer):
        self.family = members

    def show_digest(self, digest):
        self.digests.append(digest)

    def show_undo(self, sentence):
        self.undo = sentence


def presented(context, digest=lambda case: Digest((), (), 0)):
    view = FakeView()
    presenter = OverviewPresenter(context, view, digest)
    context.desk.open("1")
    return presenter, view


def test_every_edit_reaches_the_case_at_once(context_of, sample):
    context = context_of(sample("offene-fragen"))
    presenter, _ = presented(context)
    presenter.edit("name", "  Ibrahim \u202e Offen ")
    presenter.edit("address", ("Musterweg 1", "00000 Musterstadt"))
    presenter.edit("birth_date", PartialDate.parse("1989-05"))
    case = context.desk.case
    assert case.client.name == "Ibrahim Offen"
    assert case.client.address == ("Musterweg 1", "00000 Musterstadt")
    assert case.answer("birth_date").by == "mk"
    assert context.desk.unsaved


def test_a_client_keeps_a_name(context_of, sample):
    context = context_of(sample("offene-fragen"))
    presenter, view = presented(context)
    presenter.edit("name", "   ")
    assert view.problems["name"] == "Eine Akte braucht einen Namen."
    assert context.desk.case.client.name == "Ibrahim Offen"
    presenter.edit("name", "Ibrahim O.")
    assert not view.problems["name"]


def test_an_emptied_day_is_not_asked(context_of, sample):
    context = context_of(sample("offene-fragen"))
    presenter, _ = presented(context)
    presenter.edit("birth_date", None)
    assert "birth_date" not in context.desk.case.facts


def test_the_household_can_be_put_back(context_of, sample):
    context = context_of(sample("bayern-familie"))
    presenter, view = presented(context)
    before = context.desk.case.value("family_members")
    presenter.put_family(before[1:])
    presenter.family_removed(before[0])
    assert view.undo
    assert context.desk.case.value("family_members") == before[1:]
    presenter.undo()
    assert context.desk.case.value("family_members") == before


def test_a_digest_that_comes_too_late_is_not_shown(context_of, sample):
    jobs = HeldJobs()
    context = context_of(sample("offene-fragen"), jobs)
    presenter, view = presented(context, lambda case: Digest((), (), len(case.facts)))
    context.answer("entry_date", PartialDate.parse("2019"))
    presenter.edit("birth_date", None)
    while jobs.waiting:
        jobs.release(len(jobs.waiting) - 1)
    assert [each.questions for each in view.digests] == [len(context.desk.case.facts)]


@pytest.fixture
def page(look, shown, context_of):
    def make(case):
        context = context_of(case)
        view = room.overview(look, context, LANGUAGES)
        context.desk.open("1")
        return shown(view), context

    return make


def test_typing_is_never_interrupted(page, sample, keyboard):
    """The case comes back after every letter; the field must not jump."""
    view, context = page(sample("offene-fragen"))
    notes = view.form.fields["address"].editor
    notes.setFocus()
    keyboard.type("Weg 1")
    keyboard.press(Qt.Key.Key_Return)
    assert notes.toPlainText() == "Weg 1\n"
    keyboard.type("Ort")
    assert context.desk.case.client.address == ("Weg 1", "Ort")


def test_hostile_names_stay_text(page, sample, keyboard):
    view, context = page(sample("offene-fragen"))
    view.form.fields["name"].editor.setFocus()
    keyboard.press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    keyboard.type("<b>Ali</b> & مريم")
    assert context.desk.case.client.name == "<b>Ali</b> & مريم"
    assert view.form.fields["name"].editor.text() == "<b>Ali</b> & مريم"


def test_a_family_member_is_added_in_the_small_form(page, sample):
    view, context = page(sample("offene-fragen"))
    view.family.begin_new()
    form = view.family.form
    form.form.fields["relation"].editor.set_value("child")
    form.form.fields["birth_date"].editor.line.setText("1.6.2015")
    form.accept()
    assert context.desk.case.value("family_members") == (
        FamilyMember("child", PartialDate.exactly(date(2015, 6, 1))),
    )
    assert view.family.table.rows.rowCount() == 1


def test_the_title_of_a_relative_may_be_one_the_pack_does_not_examine_or_none(page, sample):
    view, context = page(sample("offene-fragen"))
    view.family.begin_new()
    form = view.family.form
    form.form.fields["relation"].editor.set_value("child")
    title = form.form.fields["title_id"].editor
    for letters, code in (("§ 24", "24"), ("kein", "none"), ("60d", "D60d")):
        title.setText(letters)
        title.read()
        assert title.value() == code
    form.accept()
    assert context.desk.case.value("family_members") == (FamilyMember("child", title_id="D60d"),)


def test_living_alone_and_not_knowing_differ(page, sample):
    view, context = page(sample("offene-fragen"))
    view.no_family.chosen.emit(())
    assert context.desk.case.answer("family_members").value == ()
    view.no_family.chosen.emit(Unknown.WILL_NOT_SAY)
    assert context.desk.case.answer("family_members").value is Unknown.WILL_NOT_SAY


def test_the_state_is_seen_without_any_input(page, sample):
    view, _ = page(sample("muenchen-abschiebungsverbot"))
    texts = [each.text().replace("\xa0", " ") for each in view.findChildren(type(view._questions))]
    assert "§ 25 Abs. 3" in texts
    assert any("soll erteilt werden" in each for each in texts)
    assert any("Di 19.01.2027" in each for each in texts)
