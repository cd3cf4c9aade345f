"""The sheet that hands a decision to a lawyer: every day apart, the shortest largest, every doubt told."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.letters import Instruction
from desktop.cases.periods import PartialDate
from desktop.documents import build
from desktop.errors import Problem
from desktop.services import assessment, print_set, printing
from tests.documents.reading import find, pages, words
from tests.services.conftest import TODAY
from tests.services.sheets.procedures import BORDER, REFUSAL, THREAT

GERMAN = printing.texts_of("de")
ASYLUM = replace(
    BORDER, id="a2", decision="A2", remedy="action", other_served_on=None, procedure_began=None, period=1
)


@pytest.fixture
def made(law, samples):
    def make(*letters, which="", answers=(), language="de", today=TODAY):
        case = replace(samples["chancen-aufenthalt"], letters=letters)
        found = assessment.assess(law, case, today)
        choice = printing.defaults(law, case, found, kind="handover", language=language).but(which=which)
        for question, answer in answers:
            choice = choice.answering(question, answer)
        (sheet,) = printing.sheets(law, case, choice, today=today, office="Beratungsstelle")
        return sheet

    return make


def text_of(sheet, language="de"):
    return " ".join(" ".join(pages(build.pdf([sheet], printing.texts_of(language)))).split())


def test_action_and_interim_relief_are_two_days_and_the_shorter_is_the_largest(made):
    sheet = made(BORDER, today=date(2026, 11, 20))
    assert [(act.name, act.day) for act in sheet.acts] == [
        ("Klage beim Gericht", date(2026, 11, 23)),
        ("Eilantrag beim Gericht", date(2026, 11, 24)),
        ("Antrag auf Ausreisefrist", date(2026, 11, 27)),
        ("Begründung der Klage", date(2026, 12, 16)),
    ]
    content = build.pdf([sheet], GERMAN)
    first, second = find(content, "23.11.2026"), find(content, "24.11.2026")
    assert first.bottom - first.top > 1.3 * (second.bottom - second.top)
    heights = [word.bottom - word.top for word in words(content) if word.text.count(".2026")]
    assert max(heights) == pytest.approx(first.bottom - first.top, abs=0.5)


def test_the_first_day_that_is_not_over_is_as_large_as_one_that_is(made):
    content = build.pdf([made(BORDER)], GERMAN)  # the day after 23.11.
    over, running, later = (find(content, day) for day in ("23.11.2026", "24.11.2026", "27.11.2026"))
    assert running.bottom - running.top == pytest.approx(over.bottom - over.top, abs=0.5)
    assert running.bottom - running.top > 1.3 * (later.bottom - later.top)


def test_everything_a_lawyer_needs_stands_on_the_sheet(made):
    answers = (
        ("persons", "Nadia und zwei Kinder"),
        ("court", "Verwaltungsgericht Gera\nMo bis Fr 9 bis 12 Uhr"),
        ("costs", "Beratungshilfeschein liegt vor"),
    )
    text = text_of(made(BORDER, answers=answers))
    for part in (
        "Nicht für die Behörde",
        "§§ 18a Abs. 4",  # legal basis
        "gelber Umschlag",
        "16.11.2026",
        "17.11.2026",
        "02.10.2026",  # the anchor of the regime
        "§ 87e Abs. 1, 2 AsylG",
        "Gedruckt: Eilantrag, 1 Woche",
        "hält nichts auf",
        "Nadia und zwei Kinder",
        "Ausreisefrist",
        "Umschlag: beide Seiten",
        "Persisch",
        "Beratungshilfeschein",
        "Mo bis Fr 9 bis 12 Uhr",
        "§ 82 VwGO",
        "Rechtsstand 19.08.2026",
    ):
        assert part in text, part


def test_an_unknown_anchor_shows_both_laws_and_the_missing_instruction_its_outer_limit(made):
    silent = replace(ASYLUM, instruction=Instruction.MISSING, remedy="", period=None)
    sheet = made(silent)
    assert len([line for line in sheet.basis if line.text.startswith(("Gerechnet", "oder"))]) == 2
    action = next(act for act in sheet.acts if act.name == "Klage beim Gericht")
    assert action.day == date(2026, 11, 23)
    assert action.outer is not None
    assert action.outer > action.day
    text = text_of(sheet)
    assert "nie damit planen" in text
    assert "Asylantrag gestellt am" in text
    assert any("keine Belehrung" in line.text or "Belehrung" in line.text for line in sheet.instruction)


def test_a_doubtful_service_and_a_wrong_instruction_are_told(made):
    sheet = made(replace(THREAT, doubtful=True, remedy="objection", period=2, unit="weeks"))
    assert any("zweifelhaft" in line.text for line in sheet.service)
    assert any("kürzere" in line.text for line in sheet.instruction)
    assert ("Ausreisefrist, wie gedruckt", "20.12.2026") in sheet.facts


def test_a_period_that_is_over_is_called_over_and_still_a_matter_for_today(made):
    text = text_of(made(REFUSAL, today=date(2027, 1, 15)))
    assert "abgelaufen" in text
    assert "heute anwaltlich prüfen" in text
    assert "abgelaufen" not in text_of(made(REFUSAL))


def test_without_a_day_of_service_the_sheet_says_what_is_missing(made):
    bare = replace(REFUSAL, dated_on=None, served_on=None)
    sheet = made(bare)
    assert not sheet.acts
    assert sheet.missing
    assert sheet.missing.split()[0] in text_of(sheet)


def test_the_sheet_is_chosen_by_number_and_refuses_what_is_not_there(made):
    assert made(REFUSAL, THREAT, which="2").decision
    with pytest.raises(Problem, match="no longer in the case"):
        made(REFUSAL, which="gone")
    with pytest.raises(Problem, match="No decision letter is open"):
        made(replace(REFUSAL, closed_on=TODAY))


def test_it_is_offered_first_once_a_decision_is_open(law, samples):
    case = replace(samples["chancen-aufenthalt"], letters=(REFUSAL,))
    first = print_set.situation(law, case, TODAY, GERMAN).first
    assert (first.task, first.kinds) == ("decision", ("slip", "handover"))
    bare = samples["chancen-aufenthalt"]
    assert "handover" not in dict(print_set.situation(law, bare, TODAY, GERMAN).kinds)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_row_of_the_table_makes_a_sheet_without_a_missing_character(law, made, language):
    for row in law.pack.time.remedies.rows:
        began = PartialDate.parse("2026-01-05") if row.regime and row.regime.holds == "old" else None
        letter = replace(REFUSAL, decision=row.id, remedy="", period=None, procedure_began=began)
        sheet = made(letter, language=language)
        content = build.made([sheet], printing.texts_of(language))
        assert content.missing == "", row.id
        assert row.id == "D13" or sheet.effect.text, row.id


def test_a_decision_on_benefits_asks_for_no_period_to_leave(made, samples):
    """Nobody has to leave because a benefit was cut (row D14)."""
    (cut,) = samples["derzeit-nicht-moeglich"].letters
    assert cut.decision == "D14"
    assert not [label for label, _ in made(cut).facts if "Ausreise" in label]
    assert [label for label, _ in made(THREAT).facts if "Ausreise" in label]
