"""A decision letter on the page: what follows while it is typed, mistakes, relatives, inputs."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.cases.people import HouseholdLink
from desktop.services.deadlines import of as deadlines_of
from desktop.services.sheets import slips
from desktop.ui.deadlines.room import build
from tests.ui.deadlines.making import Others, typed


def test_a_decision_letter_shows_what_follows_while_it_is_typed(presented):
    page = presented("muenchen-abschiebungsverbot")
    page.letter.begin()
    assert page.view.preview.dates == ()
    values = typed(page, decision="A1", served_on="20.11.2026", period="2 Wochen")
    page.letter.change(values)
    assert "anwaltlich" in page.view.preview.notes[0].text
    first = page.view.preview.dates[0]
    assert dict(first.days)["Letzter Tag"] == "Fr 04.12.2026"
    assert len(first.derivation) >= 4
    assert page.view.preview.questions
    page.letter.enter(values, [])
    assert page.view.letter is None
    (letter,) = page.case.letters
    assert (letter.decision, letter.period, letter.unit) == ("A1", 2, "weeks")
    assert page.view.pointed == page.find("Klage")
    page.dates.undo()
    assert page.case.letters == ()


def test_mistakes_in_a_letter_stand_at_their_fields_and_nothing_is_entered(presented):
    page = presented("muenchen-abschiebungsverbot")
    page.letter.begin()
    page.letter.enter(typed(page), [])
    assert set(page.view.faults) == {"decision"}
    page.letter.enter(typed(page, decision="A1", served_on="31.04.", period="0"), [])
    assert set(page.view.faults) >= {"served_on", "period"}
    page.letter.enter(
        typed(page, decision="A1", dated_on="20.11.2026", served_on="18.11.2026", period="2w"), []
    )
    assert page.view.faults
    assert page.case.letters == ()


def test_a_letter_is_corrected_settled_and_counts_again(presented):
    page = presented("muenchen-abschiebungsverbot")
    page.letter.begin()
    page.letter.enter(typed(page, decision="A1", served_on="20.11.2026", period="2 Wochen"), [])
    page.dates.choose(page.find("Klage"))
    assert {"letter", "letters", "settle_letter"} <= set(page.view.actions)
    page.actions.act("letters")
    assert page.view.letters == (page.case.letters[0].id, page.view.letters[1])
    context = page.context
    offered = slips.subjects(context.reference, page.case, context.today(), context.texts)
    assert page.view.letters[1] in dict(offered)
    page.actions.act("letter")
    assert page.view.letter["served_on"] == "20.11.2026"
    page.letter.enter(typed(page, served_on="19.11.2026"), [])
    (letter,) = page.case.letters
    assert letter.served_on == date(2026, 11, 19)
    page.dates.choose(page.find("Klage"))
    page.actions.act("settle_letter")
    assert "still runs" in str(page.view.problem)  # the reasons too, whatever became of the action
    for what in ("Klage beim", "Begründung"):
        page.dates.choose(page.find(what))
        page.actions.answer("done", {"how": "Fax mit Sendebericht"})
    page.actions.act("settle_letter")
    assert not [row for row in page.view.rows if "Klage" in row.what]
    page.dates.choose(letter.id)
    assert page.view.actions == ["letter", "reopen_letter"]
    page.actions.act("reopen_letter")
    assert page.find("Klage")
    page.dates.choose(page.find("Klage"))
    page.actions.act("letter")
    page.letter.remove()
    assert page.case.letters == ()


def test_a_letter_that_binds_relatives_is_recorded_for_those_chosen(presented, sample):
    case, other = sample("bayern-familie"), sample("offene-fragen")
    linked = replace(case, household=(HouseholdLink("spouse_partner", "2"),)).with_relatives({"2": other})
    page = presented(linked)
    page.letter.begin()
    assert [each.ref for each in page.view.bound] == ["2"]
    values = typed(page, decision="A1", served_on="20.11.2026", period="2 Wochen")
    page.letter.enter(values, [])
    assert page.others.recorded == []
    page.dates.undo()
    page.letter.begin()
    page.letter.enter(values, ["2"])
    ((letter, chosen),) = page.others.recorded
    assert (letter.decision, chosen) == ("A1", ["2"])


def test_a_form_is_given_up_when_another_client_comes(presented):
    page = presented("muenchen-abschiebungsverbot")
    page.letter.begin()
    page.context.desk.open("2")
    assert page.view.letter is None


ENVELOPE = ["abg", "Tab", "Tab", "2011", "Tab", "2w", "Return"]
ORDINARY = ["tit", "Tab", "b", "Tab", "1611", "Tab", "1m", "Return"]


@pytest.mark.parametrize(
    ("keys", "first", "last"),
    [(ENVELOPE, date(2026, 11, 20), date(2026, 12, 4)), (ORDINARY, date(2026, 11, 16), date(2026, 12, 21))],
)
def test_a_decision_letter_takes_at_most_fifteen_inputs(
    look, shown, context_of, sample, keyboard, keys, first, last
):
    context = context_of(sample("muenchen-abschiebungsverbot"))
    page = build(look, context, Others())
    context.desk.open("1")
    shown(page)
    page.begin_letter()  # F8
    keyboard.inputs = 1
    for each in keys:
        if each in ("Tab", "Return"):
            keyboard.press(getattr(Qt.Key, f"Key_{each}"))
        else:
            keyboard.type(each)
    assert keyboard.inputs <= 15
    (letter,) = context.desk.case.letters
    assert first in (letter.served_on, letter.sent_on)
    dates = deadlines_of(context.reference, context.desk.case, date(2026, 11, 22))
    remedy = next(each for each in dates if each.letter)
    assert remedy.day == last
    assert remedy.start_on is not None, "there is a pre-deadline"
    assert page.currentWidget() is page.dates
