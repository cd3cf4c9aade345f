"""Declarations: nothing is ticked beforehand, no post is received by default, each person signs alone."""

import re
from dataclasses import replace
from datetime import date

import pytest

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.documents.form_sheet import (
    FormAnswers,
    FormFields,
    FormSheet,
    FormSignatures,
    FormText,
    FormTicks,
)
from desktop.documents.typography import one_line
from desktop.errors import Problem
from desktop.services import printing
from desktop.services.declarations.profile import NO_PROFILE, OfficeProfile
from desktop.services.declarations.texts import read_wording, sections, wording
from desktop.services.printing import PrintChoice
from desktop.services.sheets.declarations import VARIANTS
from tests.documents.reading import pages

from .conftest import TODAY

FILES = ("power", "power_note", "revocation", "release", "consent", "privacy")
LANGUAGES = ("de", "en")
PROFILE = OfficeProfile(
    name="Beratungsstelle Saaletal",
    address=("Beispielweg 3", "07743 Jena"),
    contact="post@saaletal.example",
    representatives=("Maria Kessler",),
    officer="Dr. Beispiel",
    complaints="Landesbeauftragte für Datenschutz",
    body="private",
)
_SECTION = re.compile(r"(?:§|Art\.)\N{NO-BREAK SPACE}\d+[a-z]?")
_LAW = re.compile(r"AufenthG|AsylG|VwVfG|VwZG|VwGO|SGB X|StGB|RDG|BGB|DSGVO")


def named(text):
    """Every section a text names, with its law: the one named next; articles are those of the GDPR."""
    for found in _SECTION.finditer(text):
        law = _LAW.search(text, found.end())
        if found[0].startswith("Art"):
            yield f"{found[0]} DSGVO"
        else:
            assert law is not None, text
            yield f"{found[0]} {law[0]}"


def every_text(language):
    for name in FILES:
        for block in wording(name, language).blocks:
            yield from block.words()
            yield from block.cites()


def sheets(law, case, kind, which="", language="de", profile=PROFILE, today=TODAY):
    choice = PrintChoice(kind, "25b_1", "core:unknown", "first", language, which=which)
    return printing.sheets(law, case, choice, today=today, profile=profile)


def said(sheet, kind=FormText):
    return [each for each in sheet.blocks if isinstance(each, kind)]


def plain(sheet):
    return " ".join(each.text for each in said(sheet))


def born(day):
    return CaseFile(Client("Probe Person")).with_fact("birth_date", Answer(PartialDate.parse(day)))


# The texts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_listed_with_what_it_says_and_none_is_left_over(language):
    used = {each for text in every_text(language) for each in named(text)}
    assert used == set(sections())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_space_after_the_sign_of_a_section_does_not_break(language):
    assert not [text for text in every_text(language) if re.search(r"(§|Art\.) ", text)]


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_blocks_under_the_same_conditions(name):
    german, english = wording(name, "de"), wording(name, "en")
    assert [shape(each) for each in german.blocks] == [shape(each) for each in english.blocks]


def shape(block):
    cites = [sorted(named(each)) for each in block.cites()]
    fields = [(each.value or "" if "{" in (each.value or "") else "", each.beside) for each in block.blanks]
    ticks = [(each.write, each.when) for each in block.all_ticks()]
    return block.kind, block.when, block.unless, cites, fields, ticks


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ('{heading: "A", text: "B"}', "exactly one of"),
        ("{when: [abh]}", "exactly one of"),
        ('{text: "{nobody}"}', "nobody knows"),
        ('{text: "{name"}', "brace is not closed"),
        ('{text: "A", when: [nonsense]}', "nobody knows"),
        ('{text: "A", sections: "§ 1"}', "not known here"),
    ],
)
def test_a_damaged_text_does_not_load(tmp_path, block, why):
    file = tmp_path / "power.yaml"
    file.write_text(f'title: "T"\nabout: "A"\nblocks:\n  - {block}\n', encoding="utf-8")
    with pytest.raises(Problem, match=why):
        read_wording(file)


def test_another_wording_has_another_number():
    found = wording("consent", "de")
    assert found.version != found.model_copy(update={"about": "Etwas anderes"}).version


# What is signed -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", VARIANTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_ticked_beforehand(law, samples, kind, language):
    for which in VARIANTS[kind]:
        for sheet in sheets(law, samples["bayern-familie"], kind, which, language):
            ticks = [each for block in said(sheet, FormTicks) for each in block.ticks]
            questions = [each for block in said(sheet, FormAnswers) for each in block.questions]
            assert not any(each.ticked for each in (*ticks, *questions))


@pytest.mark.parametrize("which", ["", "abh", "bamf", "social"])
def test_receipt_of_post_is_excluded_in_the_text_unless_it_was_chosen(law, samples, which):
    """§ 14 Abs. 1 S. 2 VwVfG: only what stands in the power itself limits it."""
    power, _note = sheets(law, samples["bayern-familie"], "power", which)
    warnings = [each for each in said(power) if each.warning]
    assert len(warnings) == 1
    assert "gilt nicht für den Empfang von Post" in warnings[0].text
    accepted, _note = sheets(law, samples["bayern-familie"], "power", f"{which or 'abh'}-receipt")
    assert "gilt auch für den Empfang von Post" in plain(accepted)
    assert "gilt nicht für den Empfang" not in plain(accepted)


def test_each_procedure_has_its_own_power_and_its_own_law(law, samples):
    cites = {
        which: {
            each.cite
            for sheet in sheets(law, samples["bayern-familie"], "power", which)
            for each in said(sheet)
        }
        for which in ("abh", "bamf", "social", "social-receipt")
    }
    assert any("AsylG" in cite for cite in cites["bamf"])
    assert not any("AsylG" in cite or "SGB" in cite for cite in cites["abh"])
    assert not any("VwVfG" in cite or "VwZG" in cite for cite in cites["social"] | cites["social-receipt"])
    power, note = sheets(law, samples["bayern-familie"], "power", "social")
    assert "muss sich an die bevollmächtigte Person wenden" in plain(note)  # § 13 Abs. 3 S. 1 SGB X
    assert "vor Gericht gilt diese Vollmacht nicht" in plain(power)


@pytest.mark.parametrize("which", ["abh", "abh-receipt", "revocation"])
def test_the_foreigners_office_reads_its_own_file_number(law, samples, which):
    found = fields_of(sheets(law, samples["sachsen-pflege"], "power", which)[0])
    assert found["Aktenzeichen der Behörde"] == "33-BEI-0417"
    assert found["Ausländerbehörde"] == "Örtliche Ausländerbehörde in Sachsen"


@pytest.mark.parametrize(
    "which", ["bamf", "social", "bamf-receipt", "social-receipt", "revocation-bamf", "revocation-social"]
)
def test_no_other_authority_is_told_what_belongs_to_the_foreigners_office(law, samples, which):
    """Neither its file number nor its name: each authority has its own, written by hand where not known."""
    paper = sheets(law, samples["sachsen-pflege"], "power", which)[0]
    values = " ".join(fields_of(paper).values())
    assert "33-BEI-0417" not in values
    assert "Ausländerbehörde" not in values
    assert not any("Landesrecht" in each.cite for each in said(paper))


def test_a_sheet_nobody_signs_does_not_speak_of_a_signature(law, samples):
    power, note = sheets(law, samples["bayern-familie"], "power")
    (privacy,) = sheets(law, samples["bayern-familie"], "privacy")
    assert "vor der Unterschrift lesen" in power.foot
    assert "Unterschrift" not in note.foot + privacy.foot
    assert wording("privacy", "de").version in privacy.foot


def test_what_is_for_the_office_never_stands_on_the_power_itself(law, samples):
    power, note = sheets(law, samples["bayern-familie"], "power")
    assert note.notice == "Nicht an die Behörde geben."
    assert "Nicht geklärt ist" in plain(note)
    assert "Nicht geklärt ist" not in plain(power)


@pytest.mark.parametrize(
    ("birth", "signers"),
    [
        ("2008-11-22", ["Unterschrift"]),  # 18 today
        ("2008-11-23", ["Unterschrift der gesetzlichen Vertretung"]),  # 18 tomorrow
        ("2008", ["Unterschrift", "Unterschrift der gesetzlichen Vertretung, nur bei Minderjährigen"]),
    ],
)
def test_who_signs_a_power_of_attorney(law, birth, signers):
    """§ 80 Abs. 1 AufenthG: of age on the 18th birthday; where that is not certain both have room."""
    power, _note = sheets(law, born(birth), "power", today=date(2026, 11, 22))
    found = [each for block in said(power, FormSignatures) for each in block.signers]
    assert found[: len(signers)] == signers
    assert ("Minderjährigen" in " ".join(found)) == (len(signers) == 2)


def test_a_release_ends_within_twelve_months_and_is_for_one_person(law, samples):
    for which in VARIANTS["release"]:
        (sheet,) = sheets(law, samples["bayern-familie"], "release", which, today=date(2026, 11, 24))
        assert "spätestens bis zum Ende des 23.11.2027" in plain(sheet)
        assert "gilt nur für mich" in plain(sheet)
        assert "Niemand muss das unterschreiben" in plain(sheet)
        assert "jederzeit ganz oder zum Teil widerrufen" in plain(sheet)
    (leap,) = sheets(law, samples["bayern-familie"], "release", today=date(2028, 2, 29))
    assert "Ende des 28.02.2029" in plain(leap)


def test_convictions_are_no_matter_of_a_tick(law, samples):
    (sheet,) = sheets(law, samples["bayern-familie"], "consent")
    (answers,) = said(sheet, FormAnswers)
    assert len(answers.questions) == 11
    assert not any("Straf" in each.text for each in answers.questions)
    assert any("Straftaten" in each.text and "Art." in each.cite for each in said(sheet))


# What the office says of itself ---------------------------------------------------------------------


def fields_of(sheet):
    return {each.label: each.value for block in said(sheet, FormFields) for each in block.fields}


def test_what_the_office_has_not_said_is_written_by_hand(law, samples):
    case = samples["bayern-familie"]
    case = replace(case, client=replace(case.client, language="fa"))
    (empty,) = sheets(law, case, "privacy", profile=NO_PROFILE)
    assert {label for label, value in fields_of(empty).items() if not value} == {
        "Stelle",
        "Anschrift",
        "Telefon, E-Mail",
        "Datenschutzbeauftragte Person",
        "Aufsichtsbehörde",
        "Am",
        "Von",
    }
    (full,) = sheets(law, case, "privacy")
    assert {label for label, value in fields_of(full).items() if not value} == {"Am", "Von"}
    assert fields_of(full)["Sprache"].startswith("Persisch")


def test_a_language_nobody_knows_is_written_by_hand(law, samples):
    case = samples["bayern-familie"]
    for code in ("xx", "", "de"):
        spoken = replace(case, client=replace(case.client, language=code))
        assert not fields_of(sheets(law, spoken, "privacy")[0])["Sprache"]


@pytest.mark.parametrize(
    ("body", "duty"), [("public", "Wir sind"), ("", "Ist diese Stelle"), ("private", ""), ("school", "")]
)
def test_a_public_body_says_what_it_must_report(law, samples, body, duty):
    (sheet,) = sheets(law, samples["bayern-familie"], "privacy", profile=replace(PROFILE, body=body))
    found = [each.text for each in said(sheet) if each.warning]
    assert len(found) == bool(duty)
    assert all(each.startswith(duty) for each in found)


def test_an_office_without_an_officer_says_so_only_where_it_has_said_so(law, samples):
    without = replace(PROFILE, officer="", no_officer=True)
    (sheet,) = sheets(law, samples["bayern-familie"], "privacy", profile=without)
    assert "nicht benannt" in plain(sheet)
    (silent,) = sheets(law, samples["bayern-familie"], "privacy", profile=replace(PROFILE, officer=""))
    assert "nicht benannt" not in plain(silent)


def test_a_church_body_is_told_to_use_its_own_sheet(law, samples):
    with pytest.raises(Problem, match="church body"):
        sheets(law, samples["bayern-familie"], "privacy", profile=replace(PROFILE, data_law="church"))


# On paper -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", VARIANTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_of_every_kind_can_be_printed(law, samples, kind, language):
    case = samples["bayern-familie"]
    for which in VARIANTS[kind]:
        choice = PrintChoice(kind, "25_2_1", "core:unknown", "first", language, approved=True, which=which)
        made = printing.printed(law, case, choice, today=TODAY, profile=PROFILE)
        text = one_line(" ".join(pages(made.pdf)))
        assert "Yusuf Muster" in text
        assert "Yusuf" not in made.file_name
        for sheet in printing.sheets(law, case, choice, today=TODAY, profile=PROFILE):
            assert isinstance(sheet, FormSheet)
            assert sheet.title in text


def test_a_sheet_nobody_knows_is_one_sentence(law, samples):
    with pytest.raises(Problem, match="There is no sheet"):
        sheets(law, samples["bayern-familie"], "power", "court")


@pytest.mark.parametrize("which", list(VARIANTS["power"]))
def test_the_usual_power_of_attorney_has_one_page_to_hand_in(law, samples, which):
    choice = PrintChoice("power", "25_2_1", "core:unknown", "first", "de", approved=True, which=which)
    made = printing.printed(law, samples["bayern-familie"], choice, today=TODAY, profile=PROFILE)
    first, *others = pages(made.pdf)
    assert "Seite 1 von 1" in one_line(first)
    assert len(others) == (not which.startswith("revocation"))
    assert all("Nicht an die Behörde geben" in one_line(each) for each in others)


def test_the_texts_lie_where_they_are_looked_for():
    for language in LANGUAGES:
        found = {file.stem for file in resources.path("declarations", language).glob("*.yaml")}
        assert set(FILES) <= found
