import pytest

from desktop.cases.answers import Proof, Ternary, Unknown
from desktop.ui.casefile import room
from desktop.ui.casefile.facts_view import COUNT


@pytest.fixture
def page(look, shown, context_of, sample):
    def make(name="offene-fragen"):
        context = context_of(sample(name))
        view = room.facts(look, context)
        context.desk.open("1")
        shown(view)
        return view, context

    return make


def test_every_input_and_judgement_of_the_pack_can_be_entered(page, reference):
    view, _ = page()
    found = set()
    for number in range(view.groups.count()):
        view.groups.setCurrentRow(number)
        found |= set(view._rows)
    wanted = {fact.id for fact in reference.pack.vocabulary if fact.kind.value != "derived"}
    assert wanted - found == {"status_periods"}  # at home in the time line


def test_an_answer_carries_author_day_and_proof(page):
    view, context = page()
    view.answered.emit("entry_unlawful", False)
    answer = context.desk.case.answer("entry_unlawful")
    assert (answer.value, answer.by, answer.on, answer.proof) == (
        False,
        "mk",
        context.today(),
        Proof.CLAIMED,
    )
    view.proven.emit("entry_unlawful", Proof.COPY)
    view.disputed.emit("entry_unlawful", True)
    answer = context.desk.case.answer("entry_unlawful")
    assert answer.proof is Proof.COPY
    assert answer.disputed


def test_an_answer_can_be_taken_away(page):
    view, context = page()
    view.answered.emit("birth_date", Unknown.NOT_ASKED)
    assert "birth_date" not in context.desk.case.facts


def test_a_judgement_needs_its_reason(page):
    view, context = page()
    view.groups.setCurrentRow(view.groups.count() - 1)
    editor = view.editor("temporary_purpose")
    editor.form.buttons.chosen.emit(Ternary.YES)
    assert "temporary_purpose" not in context.desk.case.judgements
    editor.form.buttons.set_value(Ternary.YES)
    editor.form.reason.setText("bis zum Sommer")
    editor.form.reason.editingFinished.emit()
    judgement = context.desk.case.judgements["temporary_purpose"]
    assert judgement.counts
    assert judgement.by == "mk"
    editor.form.buttons.chosen.emit(Ternary.UNKNOWN)
    assert "temporary_purpose" not in context.desk.case.judgements


def test_counts_move_with_every_answer(page):
    view, _ = page()
    before = view.groups.item(0).data(COUNT)
    view.answered.emit("entry_unlawful", True)
    assert view.groups.item(0).data(COUNT) != before


def test_a_fact_is_found_by_its_words_in_any_group(page, keyboard):
    view, _ = page()
    view.search.setFocus()
    keyboard.type("einreise")
    assert "entry_date" in view._rows
    view.search.clear()
    view.searched.emit("§ 5 abs. 2")
    assert "entered_with_required_visa" in view._rows
    view.searched.emit("Dampfschifffahrt")
    assert not view._rows


def test_what_is_shown_follows_changes_made_elsewhere(page):
    view, context = page()
    context.answer("entry_unlawful", True)
    assert view.editor("entry_unlawful").editor._reason_buttons.value() is True


def test_the_names_of_the_groups_stand_in_full(page):
    view, _ = page()
    metrics = view.groups.fontMetrics()
    for number in range(view.groups.count()):
        item = view.groups.item(number)
        words = f"{item.text()}  {item.data(COUNT)}"
        place = view.groups.visualItemRect(item)
        lines = -(-metrics.horizontalAdvance(words) // (place.width() - 8))
        assert place.height() >= lines * metrics.height()
