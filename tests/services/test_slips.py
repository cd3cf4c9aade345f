"""Slips of real cases: which dates, in which order, with which derivation."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.casefile import CaseFile
from desktop.cases.letters import Arrival, DecisionLetter, Instruction
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.deadlines.duedates import Nature
from desktop.deadlines.planned import ENTERED
from desktop.deadlines.schedule import key
from desktop.documents import build
from desktop.documents.typography import one_line
from desktop.errors import Problem
from desktop.services import deadlines, printing
from desktop.services.printing import PrintChoice
from desktop.texts import Language
from tests.documents.reading import pages

from .conftest import TODAY

GERMAN = printing.texts_of("de")
SLIP = PrintChoice("slip", "25b_1", "core:unknown", "first", "de")
OWN = Entry("e1", EntryKind.DEADLINE, date(2026, 12, 13), "Stellungnahme", made_by="mk", made_on=TODAY)
VISIT = Entry("e2", EntryKind.APPOINTMENT, date(2026, 12, 1), "Vorsprache", time="09:30", place="Zimmer 4")


def slips(law, case, which="", language="de"):
    return printing.sheets(law, case, replace(SLIP, which=which, language=language), today=TODAY)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_date_of_every_sample_has_its_slip(law, samples, language):
    words = printing.texts_of(language)
    for name, case in samples.items():
        offered = dict(printing.subjects(law, case, "slip", today=TODAY, texts=words))
        found = deadlines.of(law, case, TODAY)
        made = [
            slips(law, case, which, language)[0]
            for which in offered
            if which != "all" and not which.startswith("letter:")
        ]
        assert sorted(each.day for each in made) == sorted(each.day for each in found), name
        for due in found:
            slip = next(each for each in made if each.day == due.day and each.cite == due.cite)
            own = sum(step.text == ENTERED for step in due.derivation)
            assert len(slip.derivation) == len(due.derivation) - (own if slip.entered.who else 0)
            assert (slip.safe_day, slip.start_on, slip.latest) == (due.safe_day, due.start_on, due.latest)


def test_the_first_to_act_on_is_chosen_where_nothing_is(law, samples):
    case = samples["hessen-haertefall"]
    (slip,) = slips(law, case)
    assert (slip.day, slip.safe_day) == (date(2026, 12, 20), date(2026, 12, 18))
    assert slips(law, case, "2")[0].day == date(2027, 1, 31)
    assert [each.day for each in slips(law, case, "all")] == [date(2026, 12, 20), date(2027, 1, 31)]


def test_what_the_office_plans_is_not_called_computed(law, samples):
    """A follow-up or an appointment rests on no instruction; who entered it stands in its box, once."""
    for which, name in (("1", "sachsen-pflege"), ("2", "sachsen-pflege")):
        (slip,) = slips(law, samples[name], which)
        assert slip.nature in (Nature.PLAN, Nature.APPOINTMENT)
        text = one_line(" ".join(pages(build.pdf([slip], GERMAN))))
        assert text.count("mk") == 1
        assert "So ist es berechnet" not in text
        assert "Berechnet aus" not in text
    (slip,) = slips(
        law, samples["muenchen-abschiebungsverbot"], "1"
    )  # set by the authority: it can be missed
    assert "Berechnet aus" in one_line(" ".join(pages(build.pdf([slip], GERMAN))))


def test_an_own_deadline_says_who_entered_and_who_checked_it(law, samples):
    entry = replace(OWN, confirmed_by="ab", confirmed_on=TODAY)
    case = replace(samples["offene-fragen"], entries=(entry, VISIT))
    offered = printing.subjects(law, case, "slip", today=TODAY, texts=printing.texts_of("de"))
    by_name = {words: which for which, words in offered}
    (slip,) = slips(law, case, by_name["So 13.12.2026 · Stellungnahme"])
    assert (slip.entered.who, slip.confirmed.who, slip.done.who) == ("mk", "ab", "")
    assert slip.safe_day == date(2026, 12, 11)
    assert slip.notes == ()
    (visit,) = slips(law, case, by_name["Di 01.12.2026 · Vorsprache"])
    assert (visit.nature, visit.time, visit.place) == (Nature.APPOINTMENT, "09:30", "Zimmer 4")


def test_a_derived_date_that_is_done_shows_who_did_it_and_nobody_entered_it(law, samples):
    case = samples["hessen-haertefall"]
    due = deadlines.of(law, case, TODAY)[0]
    done = Entry(
        "e3", EntryKind.DEADLINE, due.day, source=key(due),
        made_by="mk", made_on=TODAY, done_by="mk", done_on=TODAY, done_how="Antrag gefaxt",
    )  # fmt: skip
    case = replace(case, entries=(done,))
    assert due.day not in {each.day for each in slips(law, case, "all")}
    which = next(
        w
        for w, _ in printing.subjects(law, case, "slip", today=TODAY, texts=printing.texts_of("de"))
        if w.endswith("#e3")
    )
    (slip,) = slips(law, case, which)
    assert slip.settled
    assert (slip.entered.who, slip.done.how) == ("", "Antrag gefaxt")


def test_two_entries_of_one_day_are_two_slips(law, samples):
    case = replace(samples["offene-fragen"], entries=(OWN, replace(OWN, id="e9", what="Zweites")))
    offered = [
        which for which, _ in printing.subjects(law, case, "slip", today=TODAY, texts=printing.texts_of("de"))
    ]
    assert len(offered) == len(set(offered))
    assert {slips(law, case, which)[0].what for which in offered} >= {"Stellungnahme", "Zweites"}


def test_a_case_without_dates_gives_one_sentence(law):
    with pytest.raises(Problem) as found:
        slips(law, CaseFile(Client("Ali Muster")))
    assert "Ali" not in str(found.value)
    assert (
        printing.subjects(law, CaseFile(Client("Ali")), "slip", today=TODAY, texts=printing.texts_of("de"))
        == []
    )


@pytest.mark.parametrize("which", ["99", "0", "gibtsnicht", "letter:x", "²"])
def test_a_date_that_is_not_there_gives_one_sentence(law, samples, which):
    with pytest.raises(Problem, match="no longer"):
        slips(law, samples["hessen-haertefall"], which)


def test_the_file_is_named_without_title_and_person(law, samples):
    made = printing.printed(law, samples["hessen-haertefall"], SLIP, today=TODAY)
    assert made.file_name == "B-2026-004_Fristenzettel_2026-11-24.pdf"
    assert "ENTWURF" not in pages(made.pdf)[0]


# Decision letters


LETTER = DecisionLetter(
    "l1",
    "A3",
    date(2026, 11, 16),
    Arrival.DELIVERED,
    served_on=date(2026, 11, 20),
    procedure_began=PartialDate.parse("2026-07-01"),
    authority="Bundesamt",
)


def test_all_of_a_letter_each_with_its_derivation_and_the_call_for_a_lawyer(law, samples):
    case = replace(samples["derzeit-nicht-moeglich"], letters=(LETTER,))
    offered = dict(printing.subjects(law, case, "slip", today=TODAY, texts=printing.texts_of("de")))
    assert offered["letter:l1"] == "Alle aus einem Schreiben: Bescheid vom 16.11.2026, Bundesamt"
    made = slips(law, case, "letter:l1")
    expected = [due for due in deadlines.of(law, case, TODAY) if due.letter]
    assert sorted(each.day for each in made) == sorted(due.day for due in expected)
    assert len(made) >= 3
    for slip in made:
        assert slip.lawyer_today
        assert slip.letter == "Bescheid vom 16.11.2026, Bundesamt"
        assert not [note for note in slip.notes if "Das Programm rechnet" in note.text]
    action = next(each for each in made if each.what.startswith("Klage"))
    assert action.day == date(2026, 11, 27)  # served on Fri 20 Nov + 1 week
    told = " ".join(f"{line.text} [{line.cite}]" for line in action.derivation)
    for part in (
        "Zugestellt am Fr 20.11.2026",
        "§ 187 Abs. 1 BGB",
        "§ 188 Abs. 2 BGB",
        "Deutschland",
        "Werktag",
    ):
        assert part in told


def test_what_a_missing_instruction_leaves_open_is_a_note_and_no_day_of_the_slip(law, samples):
    letter = replace(
        LETTER, decision="D2", arrival=Arrival.LETTER, sent_on=date(2026, 11, 17), served_on=None
    )
    case = replace(
        samples["derzeit-nicht-moeglich"], letters=(replace(letter, instruction=Instruction.MISSING),)
    )
    slip = next(each for each in slips(law, case, "letter:l1") if "Widerspruch" in each.what)
    assert max(filter(None, (slip.day, slip.safe_day, slip.latest))).year == 2026
    assert any("2027" in note.text for note in slip.notes)


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Heute anwaltlich prüfen lassen"), ("en", "A lawyer must check this today")]
)
def test_a_letter_on_paper_in_both_languages(law, samples, language: Language, word):
    case = replace(samples["derzeit-nicht-moeglich"], letters=(LETTER,))
    choice = replace(SLIP, which="letter:l1", language=language)
    text = pages(printing.printed(law, case, choice, today=TODAY).pdf)
    assert sum(page.count(word) for page in text) >= 3
