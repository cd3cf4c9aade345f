"""What fits a situation, what can be chosen, and that every sheet can be made in both languages."""

from dataclasses import replace

import pytest

from desktop import resources
from desktop.cases.applications import DecisionKind
from desktop.documents.reasons_sheet import ReasonsSheet
from desktop.documents.sheets import ChecklistSheet, LetterSheet
from desktop.errors import CannotOpen, Problem
from desktop.rules.verdict import Verdict
from desktop.services import assessment, printing
from desktop.services.printing import PrintChoice
from tests.services.conftest import TODAY
from tests.services.sheets.making import DEFAULTS


@pytest.mark.parametrize(("name", "expected"), DEFAULTS.items(), ids=DEFAULTS.keys())
def test_what_fits_the_situation(chosen, name, expected):
    choice = chosen(name, "checklist")
    assert (choice.title_id, choice.occasion, choice.authority_id) == expected
    assert not choice.approved


def test_a_named_title_brings_its_own_decision(law, samples):
    case = samples["sachsen-pflege"]
    found = assessment.assess(law, case, TODAY)
    assert printing.defaults(law, case, found, title="25_4_2").occasion == "extension"
    assert printing.defaults(law, case, found, title="25_3").occasion == "first"
    for title in ("99z", "104c_holder"):
        with pytest.raises(Problem):
            printing.defaults(law, case, found, title=title)


def test_what_can_be_chosen(law, samples):
    found = assessment.assess(law, samples["hessen-haertefall"], TODAY)
    choices = printing.choices(law, found)
    assert choices.titles[0] == "25_4_2"
    assert "104c_holder" not in choices.titles
    assert choices.occasions["25_4_2"] == ("extension",)
    assert choices.occasions["25_3"] == ("first", "extension")
    assert choices.authorities[-1] == "core:unknown"


def test_nobody_applies_for_a_submission_to_the_hardship_commission(law, samples, chosen):
    """§ 23a Abs. 2 S. 2: it takes a case up by itself; the checklist serves the member who brings it in."""
    for kind in ("checklist", "reasons"):
        made = chosen("derzeit-nicht-moeglich", kind, title_id="23a_hint", occasion="first")
        found = printing.sheet(law, samples["derzeit-nicht-moeglich"], made, today=TODAY)
        assert isinstance(found, ChecklistSheet | ReasonsSheet)
    letter = chosen("derzeit-nicht-moeglich", "letter", title_id="23a_hint", occasion="first")
    with pytest.raises(Problem):
        printing.sheet(law, samples["derzeit-nicht-moeglich"], letter, today=TODAY)
    order = letter.but(title_id="23a")
    assert isinstance(printing.sheet(law, samples["derzeit-nicht-moeglich"], order, today=TODAY), LetterSheet)


def test_a_choice_keeps_what_is_not_wished_otherwise():
    choice = PrintChoice("letter", "25_3", "core:jena", "first", "de")
    assert choice.but(title_id=None, approved=True) == replace(choice, approved=True)


def test_a_file_is_named_by_number_and_never_by_person(law, samples, chosen):
    made = printing.printed(law, samples["sachsen-pflege"], chosen("sachsen-pflege", "letter"), today=TODAY)
    assert made.file_name == "B-2026-001_Anschreiben_25_4_1_2026-11-24.pdf"
    assert made.pdf.startswith(b"%PDF")
    client = replace(samples["sachsen-pflege"].client, file_number="../a/b: c")
    case = replace(samples["sachsen-pflege"], client=client)
    assert printing.printed(law, case, chosen("sachsen-pflege", "letter"), today=TODAY).file_name.startswith(
        "abc_"
    )


@pytest.mark.parametrize(("title", "authority"), [("99z", "core:jena"), ("25_3", "core:nix")])
def test_what_does_not_exist_is_refused(law, samples, title, authority):
    choice = PrintChoice("letter", title, authority, "first", "de")
    with pytest.raises(Problem):
        printing.sheet(law, samples["sachsen-pflege"], choice, today=TODAY)


def test_a_place_that_refuses(law, samples, chosen, tmp_path):
    made = printing.printed(law, samples["sachsen-pflege"], chosen("sachsen-pflege", "letter"), today=TODAY)
    for path in (tmp_path, tmp_path / "nix" / "a.pdf"):
        with pytest.raises(CannotOpen):
            printing.write(path, made)
    assert list(tmp_path.iterdir()) == []


def test_every_sheet_can_be_made_in_both_languages_for_every_title(law, samples):
    """No word is missing, no text stays unfilled, whatever is printed for whomever."""
    for case in samples.values():
        found = assessment.assess(law, case, TODAY)
        for result in found.titles:
            if not result.norm.examined:
                continue
            for language in ("de", "en"):
                choice = printing.defaults(law, case, found, title=result.norm.id, language=language)
                kinds = (
                    ("checklist", "letter", "reasons")
                    if result.norm.applied_for
                    else ("checklist", "reasons")
                )
                for kind in kinds:
                    made = printing.sheet(law, case, choice.but(kind=kind), today=TODAY)
                    assert "{" not in str(made).replace("frozenset({", "")


def test_the_words_of_a_sheet_are_those_of_its_language(law, samples, chosen):
    english = printing.sheet(
        law, samples["sachsen-pflege"], chosen("sachsen-pflege", "reasons", language="en"), today=TODAY
    )
    assert isinstance(english, ReasonsSheet)
    assert english.title == law.pack.norm("25_4_1").title.en
    assert english.verdict is Verdict.DISCRETION_OPEN
    assert english.sentence.startswith("The authority may grant it.")


def test_texts_of_a_language():
    assert printing.texts_of("de").language == "de"
    assert resources.path("i18n").is_dir()
    assert printing.DECISIONS["extension"] is DecisionKind.EXTENSION
