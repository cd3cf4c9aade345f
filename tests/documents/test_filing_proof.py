"""The filing-proof sheet: the effect in a frame, the proof to tick, the next steps with their days."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.applications import DecisionKind
from desktop.documents.build import pdf
from desktop.documents.time_sheets import FilingSheet, Protection, StepLine
from tests.documents.reading import pages, shapes
from tests.documents.samples import JENA, PERSON, STAMP, texts
from tests.documents.test_hostile import NAMES
from tests.documents.test_slip import assert_inside

GERMAN, ENGLISH = texts("de"), texts("en")
SHEET = FilingSheet(
    stamp=STAMP,
    person=PERSON,
    title="Abschiebungsverbot",
    cite="§ 25 Abs. 3 AufenthG",
    occasion=DecisionKind.EXTENSION,
    known=(("Bei der Behörde eingegangen am", "20.11.2026"), ("Weg", "")),
    protection=Protection.RUNS,
    effect="Der bisherige Titel gilt bis zur Entscheidung fort.",
    why=StepLine("Er war am Tag des Antrags noch gültig.", "§ 81 Abs. 4 S. 1 AufenthG"),
    authority=JENA,
    otherwise="Die Abschiebung gilt als ausgesetzt.",
    notes=(StepLine("Die Bescheinigung beweist nur.", "§ 81 Abs. 5 AufenthG"),),
    next_steps=(
        (StepLine("Bescheinigung verlangen.", "§ 81 Abs. 5 AufenthG"), None),
        (StepLine("Nach dem Stand fragen."), date(2027, 1, 4)),
    ),
    open_points=("Statusverlauf",),
)


def test_what_was_filed_what_it_does_and_what_comes_next():
    text = pages(pdf([SHEET], GERMAN))[0].replace("\n", " ").replace("\xa0", " ")
    order = [
        "Nachweis der Antragstellung § 25 Abs. 3 AufenthG",
        "Abschiebungsverbot · Verlängerung",
        "Mohammad Nazar AL-AHMADI",
        "Stadt Jena",
        "Was beantragt wurde",
        "20.11.2026",
        "Eingangsnachweis, eine Kopie liegt hinter diesem Blatt",
        "Faxbericht",
        "Der Aufenthalt ist bis zur Entscheidung geschützt",
        "Der bisherige Titel gilt bis zur Entscheidung fort.",
        "§ 81 Abs. 4 S. 1 AufenthG",
        "Nach der anderen Lesart: Die Abschiebung gilt als ausgesetzt.",
        "Die Bescheinigung beweist nur.",
        "Was es klären würde",
        "Statusverlauf",
        "Was jetzt zu tun ist",
        "Bescheinigung verlangen.",
        "Mo 04.01.2027",
        "Rechtsstand 19.08.2026",
    ]
    places = [text.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("language", [GERMAN, ENGLISH], ids=["de", "en"])
def test_every_protection_has_its_own_word_and_only_a_running_one_says_protected(language):
    found = {
        each: pages(pdf([replace(SHEET, protection=each)], language))[0].replace("\n", " ")
        for each in Protection
    }
    assert len(set(found.values())) == len(Protection)
    good = language("The stay is protected until the decision")
    assert [each for each, text in found.items() if good in text] == [Protection.RUNS]
    assert len({shapes(pdf([replace(SHEET, protection=each)], language)) for each in Protection}) > 1


def test_it_stays_a_draft_until_somebody_approved_it():
    draft = replace(SHEET, stamp=replace(STAMP, approved=False))
    assert "ENTWURF" in "".join(pages(pdf([draft], GERMAN))).replace(" ", "").replace("\n", "")
    assert "ENTWURF" not in "".join(pages(pdf([SHEET], GERMAN)))


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_hostile_texts_stay_on_the_paper(name):
    text = name[:1000]
    person = replace(PERSON, name=text, original_name=text, file_number=text, authority_file_number=text)
    line = StepLine(text, text)
    sheet = replace(
        SHEET, person=person, title=text, cite=text, known=((text, text),), effect=text, why=line,
        authority=replace(JENA, name=text, address=(text,)), otherwise=text, notes=(line,),
        next_steps=((line, date(2027, 1, 4)),), open_points=(text,),
    )  # fmt: skip
    assert_inside(pdf([sheet], GERMAN))
