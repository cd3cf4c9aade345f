"""What stands on the sheet of reasons of every sample."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from desktop.cases.applications import DecisionKind
from desktop.documents.reasons_sheet import ReasonsSheet
from desktop.rules.results import TitleResult
from desktop.rules.standing import Standing
from desktop.rules.verdict import Effect, Verdict
from desktop.services import assessment
from desktop.services.sheets.reasons import limit_of
from tests.services.conftest import TODAY
from tests.services.sheets.making import DEFAULTS, GERMAN


@pytest.mark.parametrize("name", DEFAULTS)
def test_the_reasons_say_what_the_window_says(law, samples, sheet, name):
    made = sheet(name, "reasons")
    assert isinstance(made, ReasonsSheet)
    title, occasion, _ = DEFAULTS[name]
    kind = DecisionKind.GRANT if occasion == "first" else DecisionKind.EXTENSION
    (result,) = assessment.assess(law, samples[name], TODAY, title=title, decision=kind).titles
    assert made.verdict is result.verdict
    assert {line.cite for line in made.deciding} == {reason.leaf.cite for reason in result.reasons()}
    assert len(made.deciding) == len(set(made.deciding))
    assert made.sentence
    assert (made.assessed_for, made.occasion) == (TODAY, kind)
    assert all(line.standing in (Standing.MET, Standing.NOT_REQUIRED) for line in made.met)
    assert all(line.standing not in (Standing.MET, Standing.NOT_REQUIRED) for line in made.open_points)
    assert len(made.judgements) == len(set(made.judgements))


def test_judgements_stand_with_author_day_and_reason(samples, sheet):
    made = sheet("sachsen-pflege", "reasons")
    reasons = {line.reason for line in made.judgements}
    assert "Mutter schwer erkrankt und niemand sonst am Ort" in reasons
    assert {(line.by, line.on) for line in made.judgements} == {("mk", date(2026, 11, 12))}
    (public,) = (line for line in made.judgements if line.text.startswith("Erhebliches öffentliches"))
    assert public.answer == "nein"


@pytest.mark.parametrize("name", DEFAULTS)
def test_what_a_page_of_the_place_says_wrongly_stands_beside_the_law(law, samples, sheet, name):
    made = sheet(name, "reasons")
    title, _, _ = DEFAULTS[name]
    case = samples[name]
    land, office = case.value("land"), case.value("responsible_abh")
    claims = [
        claim
        for page in law.pack.tables.pages
        if page.land == land and page.office in ("", office)
        for claim in page.claims
        if claim.is_for(title) and claim.verdict != "correct"
    ]
    assert len(made.source_pairs) == len(claims)
    for pair in made.source_pairs:
        assert pair.says
        assert pair.law
        assert pair.cite
        assert pair.judged != "richtig"


@pytest.mark.parametrize(
    ("verdict", "effect", "limit", "said"),
    [
        (Verdict.SHOULD_BE_GRANTED, Effect.SHOULD, "cap", ""),  # "soll erteilt werden" twice tells nothing
        (Verdict.DISCRETION_OPEN, Effect.MAY, "cap", ""),
        (Verdict.NEEDS_ASSESSMENT, Effect.MAY, "cap", "Ermessen (Kann)"),
        (Verdict.NEEDS_ASSESSMENT, Effect.MAY, "", ""),
    ],
)
def test_a_title_limited_by_its_nature_says_so_unless_the_verdict_does(verdict, effect, limit, said):
    result = cast(TitleResult, SimpleNamespace(verdict=verdict, effect=effect, limited_by=limit))
    assert limit_of(result, GERMAN) == said


def test_the_sheet_does_not_say_its_verdict_twice(sheet):
    assert sheet("muenchen-abschiebungsverbot", "reasons").limited_by == ""


def test_what_offices_do_stands_apart_from_the_law_and_says_where_it_is_known_from(sheet):
    lines = {line.text: line.origin for line in sheet("jena-aufnahmezusage", "reasons").practice}
    (doubted,) = (text for text in lines if "Afghanistan" in text)
    assert "Niemandem eine Aufnahme versprechen" in doubted
    assert lines[doubted].endswith("aus zweiter Hand bekannt")


def test_a_warning_that_may_not_apply_is_told_apart(sheet):
    made = sheet("offene-fragen", "reasons")
    sure = [each for each in made.warnings if not each.open]
    doubtful = [each for each in made.warnings if each.open]
    assert any(each.strong for each in sure)
    assert doubtful
    assert not any(each.strong for each in doubtful)
    assert not any("zu prüfen, ob es zutrifft" in each.text.lower() for each in made.warnings)


@pytest.mark.parametrize("name", DEFAULTS)
def test_what_is_not_known_is_not_called_unproven(sheet, name):
    made = sheet(name, "reasons")
    lines = (*made.deciding, *made.open_points, *made.met, *made.exceptions)
    assert all(each.value for each in lines if each.proof is not None)
