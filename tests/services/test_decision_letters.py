"""Decision letters for a form: what to choose and ask, what would follow, in a case and its household."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop import resources
from desktop.cases.casefile import CaseFile
from desktop.cases.letters import Arrival, DecisionLetter, Instruction
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.deadlines.duedates import Urgency
from desktop.deadlines.schedule import key
from desktop.errors import Problem, Problems
from desktop.services import clients, deadlines, decision_letters, household, letter_drafts, settling
from desktop.services.letter_drafts import Draft
from desktop.services.words.names import step_names
from desktop.texts import Texts

from .conftest import NOW, TODAY

GERMAN = Texts("de", resources.path("i18n"))
LETTER = DecisionLetter(
    "l1",
    "A1",
    arrival=Arrival.DELIVERED,
    served_on=date(2026, 11, 23),
    procedure_began=PartialDate.exactly(date(2026, 7, 1)),
    remedy="action",
    period=2,
)
DRAFT = Draft(
    decision="A1",
    arrival=Arrival.DELIVERED,
    dated_on="20.11.2026",
    served_on="23.11.26",
    procedure_began="07.2026",
    remedy="action",
    period="2",
)


def empty(*letters: DecisionLetter) -> CaseFile:
    return CaseFile(Client("Test"), letters=letters)


# What to choose and to ask


def test_the_form_lists_every_decision_but_those_of_the_former_law(law):
    listed = decision_letters.decisions(law, GERMAN)
    assert [each.part for each in listed] == sorted(
        (each.part for each in listed), key=list(decision_letters.PARTS).index
    )
    assert not [each.id for each in listed if each.id.startswith("B")]
    assert len({each.short for each in listed}) == len(listed)
    assert all(GERMAN.translated(word) for word in decision_letters.PARTS.values())


@pytest.mark.parametrize(
    ("decision", "regime", "both", "remedies", "regular"),
    [
        ("A1", "lodged", False, ("action",), (2, "weeks")),
        ("A3", "", False, ("action", "interim_relief"), (1, "weeks")),
        ("A4", "lodged", True, ("interim_relief", "action"), (1, "weeks")),
        ("A6", "withdrawal", False, ("action",), (2, "weeks")),
        ("D1", "", False, ("objection", "action", "interim_relief"), (1, "months")),
        ("C1", "", False, (), None),
    ],
)
def test_what_a_decision_needs(law, decision, regime, both, remedies, regular):
    needs = decision_letters.needs(law, decision, Arrival.DELIVERED)
    assert (needs.regime, needs.other_served_on, needs.remedies, needs.regular) == (
        regime,
        both,
        remedies,
        regular,
    )
    assert needs.instruction is bool(remedies)


@pytest.mark.parametrize("arrival", Arrival)
def test_every_arrival_asks_for_a_day_that_gives_the_date(law, arrival):
    """With the first day it asks for and nothing else, a date is found."""
    day = decision_letters.days_of(arrival)[0]
    on: dict[str, Any] = {day: date(2026, 11, 23)}
    letter = replace(replace(LETTER, arrival=arrival, served_on=None), **on)
    if arrival is Arrival.PORTAL:  # not fetched: nothing is announced
        letter = replace(letter, received_on=date(2026, 11, 23))
    kinds = [each.kind for each in decision_letters.preview(law, empty(), letter, TODAY).dates]
    assert kinds == ["remedy_action", "remedy_reasons"]
    assert GERMAN.translated(decision_letters.ARRIVALS[arrival])


def test_a_decision_that_is_not_in_the_table(law):
    with pytest.raises(Problem, match="not in the table"):
        decision_letters.needs(law, "X9", Arrival.LETTER)


# What would follow


def test_a_preview_shows_dates_and_questions_before_anything_is_saved(law):
    preview = decision_letters.preview(law, empty(), LETTER, TODAY)
    assert [(each.kind, each.day) for each in preview.dates] == [
        ("remedy_action", date(2026, 12, 7)),
        ("remedy_reasons", date(2026, 12, 23)),
    ]
    assert any("envelope" in each for each in preview.questions)
    assert preview.notes[0].text.startswith("A lawyer must check this today")
    assert not preview.doubtful
    assert decision_letters.preview(law, empty(), replace(LETTER, doubtful=True), TODAY).doubtful
    names = step_names(law, GERMAN)
    shown = preview.dates[0].name.show(GERMAN, names)
    assert shown == "Klage beim Gericht: BAMF: Asylantrag abgelehnt, Ausreisefrist 30 Tage"


def test_a_preview_equals_what_the_case_then_has(law):
    case = decision_letters.put(empty(), LETTER)
    preview = decision_letters.preview(law, empty(), LETTER, TODAY)
    assert deadlines.of(law, case, TODAY) == preview.dates


def test_every_word_of_the_table_is_shown_in_german(law):
    """No id is left where a name should stand."""
    names = step_names(law, GERMAN)
    for row in law.pack.time.remedies.rows:
        letter = replace(LETTER, decision=row.id, other_served_on=date(2026, 11, 23))
        preview = decision_letters.preview(law, empty(), letter, TODAY)
        for due in preview.dates:
            for step in (due.name, due.action, *due.derivation, *due.notes):
                shown = step.show(GERMAN, names)
                assert not [word for word in ("{", "decision:", "note:", "form:") if word in shown]


# In a case


def all_done(law, case, *left: str):
    """Every date of the case done except those of the kinds left."""
    for due in deadlines.of(law, case, TODAY):
        if due.kind not in left:
            case = settling.settle(law, case, key(due), how="Fax mit Sendebericht", by="mk", on=TODAY)
    return case


def test_a_letter_is_not_settled_while_a_period_of_it_runs(law):
    """Filing the action does not end the month for its reasons; what has passed holds nothing up."""
    case = decision_letters.put(empty(), LETTER)
    filed = all_done(law, case, "remedy_reasons")
    with pytest.raises(Problem, match=r"still runs, to .*Mark each of them as done"):
        decision_letters.close(law, filed, "l1", TODAY)
    assert decision_letters.close(law, all_done(law, case), "l1", TODAY).letters[0].closed_on == TODAY
    late = date(2027, 1, 7)
    assert decision_letters.close(law, case, "l1", late).letters[0].closed_on == late
    with pytest.raises(Problem, match="still runs"):
        decision_letters.close(law, case, "l1", date(2026, 12, 23))


def test_a_letter_is_put_changed_closed_opened_and_removed(law):
    case = decision_letters.put(empty(), LETTER)
    changed = decision_letters.put(case, replace(LETTER, note="Umschlag fehlt"))
    assert [each.note for each in changed.letters] == ["Umschlag fehlt"]
    closed = decision_letters.close(law, all_done(law, changed), "l1", TODAY)
    assert closed.letters[0].closed_on == TODAY
    assert decision_letters.reopen(closed, "l1").letters[0].closed_on is None
    assert decision_letters.remove(closed, "l1").letters == ()
    with pytest.raises(Problem, match="no longer in the case"):
        decision_letters.close(law, empty(), "l1", TODAY)


def test_a_family_gets_a_letter_each(session, law):
    """One service binds all who are named: each case has its own letter and its own dates."""
    first = clients.create(session, Client("Amal Muster"), {}, NOW)
    second = clients.create(session, Client("Samir Muster"), {}, NOW)
    household.link(session, first, second, "spouse_partner", NOW)
    clients.save(session, first, decision_letters.put(clients.load(session, first), LETTER), NOW)
    (relative,) = decision_letters.household_of(clients.load(session, first), LETTER)
    assert decision_letters.record_for(session, LETTER, [relative.link.case], NOW) == 1
    assert decision_letters.record_for(session, LETTER, [relative.link.case], NOW) == 0
    theirs = clients.load(session, second).letters
    assert [each.decision for each in theirs] == ["A1"]
    assert theirs[0].id != "l1"
    assert decision_letters.household_of(clients.load(session, first), LETTER) == ()
    due = {(line.name, line.kind) for line in deadlines.due(session, TODAY)}
    assert {("Amal Muster", "remedy_action"), ("Samir Muster", "remedy_action")} <= due


def test_the_office_list_is_as_urgent_as_the_case(session, law):
    """A week is red in the list from the first day on."""
    letter = replace(LETTER, decision="A2", period=1)
    client = clients.add(session, decision_letters.put(empty(), letter), NOW)
    (line, *_) = deadlines.due(session, TODAY)
    assert (line.client_id, line.kind, line.urgency) == (client, "remedy_action", Urgency.URGENT)
    case = all_done(law, clients.load(session, client))
    clients.save(session, client, decision_letters.close(law, case, "l1", TODAY), NOW)
    assert deadlines.due(session, TODAY) == []


# As somebody types it


def test_a_draft_becomes_a_letter_and_a_letter_a_draft(law):
    letter = letter_drafts.letter_of(law, DRAFT, TODAY, "l1")
    assert letter == replace(
        LETTER, dated_on=date(2026, 11, 20), procedure_began=PartialDate.parse("2026-07")
    )
    again = letter_drafts.draft_of(letter, GERMAN)
    assert letter_drafts.letter_of(law, again, TODAY, "l1") == letter
    assert letter_drafts.letter_of(law, DRAFT, TODAY).id != letter_drafts.letter_of(law, DRAFT, TODAY).id


@pytest.mark.parametrize(
    ("period", "count", "unit"),
    [
        ("2", 2, "weeks"),
        ("2 w", 2, "weeks"),
        ("1 Monat", 1, "months"),
        ("3 Tage", 3, "days"),
        ("10d", 10, "days"),
    ],
)
def test_a_period_may_bring_its_unit(law, period, count, unit):
    letter = letter_drafts.letter_of(law, replace(DRAFT, period=period), TODAY)
    assert (letter.period, letter.unit) == (count, unit)


MISTAKES: list[tuple[dict[str, Any], str, str]] = [
    ({"decision": ""}, "decision", "This kind of decision is not in the table."),
    ({"served_on": "19.11.2026"}, "served_on", "lies before the date of the decision"),
    ({"served_on": "31.04.2026"}, "served_on", "31.04.2026 does not exist"),
    ({"served_on": "23.11.0026"}, "served_on", "The year 26 is not possible here."),
    ({"served_on": "11.2026"}, "served_on", "the exact day is needed"),
    ({"served_on": "25.11.2026"}, "served_on", "has not come yet"),
    ({"dated_on": "20.11.1926", "procedure_began": ""}, "dated_on", "lies too far back"),
    ({"procedure_began": "2027"}, "procedure_began", "has not come yet"),
    ({"departure_until": "23.11.2036"}, "departure_until", "lies too far ahead"),
    ({"departure_until": "19.11.2026"}, "departure_until", "ends before the decision was made"),
    ({"procedure_began": "21.11.2026"}, "procedure_began", "cannot have begun after its decision"),
    ({"dated_on": "", "served_on": ""}, "served_on", "No day is entered"),
    ({"period": "0"}, "period", "A period of 0 cannot be counted."),
    ({"period": "-3"}, "period", "A period of -3 cannot be counted."),
    ({"period": "bald"}, "period", "A period is a number of days, weeks or months."),
    ({"period": "2 Ewigkeiten"}, "period", "A period is a number of days, weeks or months."),
    ({"period": "400"}, "period", "No instruction prints so long a period."),
    ({"period": ""}, "period", "A complete instruction prints a period."),
    ({"instruction": Instruction.MISSING}, "instruction", "prints no period and names none"),
    ({"instruction": Instruction.DENIES, "period": ""}, "instruction", "prints no period and names none"),
    ({"remedy": "complaint"}, "remedy", "This remedy is not known."),
    ({"unit": "fortnights"}, "unit", "This unit is not known."),
    ({"place": "DE-XX"}, "place", "This place is not known."),
    ({"land": "Bayern"}, "land", "This place is not known."),
    ({"note": "x" * 301}, "note", "At most 300 letters fit here."),
    ({"sent_on": "24.11.2026"}, "served_on", "lies before"),
]


@pytest.mark.parametrize(("change", "field", "told"), MISTAKES)
def test_a_mistake_is_told_in_one_sentence_at_its_field(law, change, field, told):
    draft = replace(DRAFT, **change)
    found = letter_drafts.faults(law, draft, TODAY)
    assert list(found) == [field]
    assert told in str(found[field])
    assert GERMAN.translated(found[field].sentence)
    assert not found[field].next_step or GERMAN.translated(found[field].next_step)
    with pytest.raises(Problems):
        letter_drafts.letter_of(law, draft, TODAY)


def test_several_mistakes_are_told_at_once(law):
    found = letter_drafts.faults(law, replace(DRAFT, served_on="31.04.", period="0", unit="weeks"), TODAY)
    assert sorted(found) == ["period", "served_on"]


def test_no_mistake_repeats_what_was_typed(law):
    """What stands in a field may be a client's; a message may show a day, never words."""
    for change, _, _ in MISTAKES:
        for problem in letter_drafts.faults(
            law, replace(DRAFT, authority="Amal Muster", **change), TODAY
        ).values():
            assert "Muster" not in str(problem)
            assert "Ewigkeiten" not in str(problem)


def test_a_decision_without_a_remedy_needs_no_period(law):
    assert not letter_drafts.faults(law, replace(DRAFT, decision="C1", period="", remedy=""), TODAY)
