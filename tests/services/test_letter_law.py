"""What letters say about the law: every section is in the pack, and a changed rule flags its blocks."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.applications import DecisionKind
from desktop.documents.letter_terms import LetterKind
from desktop.documents.letter_texts import letter_text
from desktop.documents.procedural_terms import ProceduralKind
from desktop.documents.procedural_texts import procedural_text
from desktop.rules.citations import sections
from desktop.rules.entries import InForce
from desktop.services import letter_law
from desktop.services.rulebook import letter_lines
from desktop.services.sheets.ground import Ground
from desktop.services.sheets.letter_frame import Frame
from desktop.texts import LANGUAGES
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN


def test_every_letter_was_read_against_the_rules_of_this_pack(law):
    flagged = sorted({section for section, _ in letter_law.flagged(law.pack)})
    hashes = letter_law.current(law.pack)
    assert not flagged, (
        f"read the letters, then put into relied.yaml: { {each: hashes[each] for each in flagged} }"
    )


def test_every_section_a_letter_cites_is_in_the_pack_or_was_read_beside_it(law):
    known = letter_law.current(law.pack).keys()
    beside = letter_law.recorded().beside_the_pack.keys()
    assert letter_law.cited() <= known | beside
    assert not beside & known, "the pack has a rule for these now"
    hashes = letter_law.current(law.pack)
    new = {each: hashes[each] for each in letter_law.cited() - beside - letter_law.recorded().sections.keys()}
    assert not new, f"read the letters, then put into relied.yaml: {new}"
    assert letter_law.recorded().sections.keys() == letter_law.cited() - beside
    assert len(letter_law.cited()) > 10


@pytest.mark.parametrize("kind", LetterKind)
def test_both_languages_cite_the_same_sections_in_the_same_blocks(kind):
    german, english = (letter_text(kind, language).body for language in LANGUAGES)
    assert [sections(each.text) for each in german] == [sections(each.text) for each in english]


@pytest.mark.parametrize("kind", ProceduralKind)
def test_letters_about_a_procedure_cite_the_same_in_both_languages(kind):
    german, english = (procedural_text(kind, language).body for language in LANGUAGES)
    said = [
        [sections(each.text or each.item or "") for each in written if each.heading is None]
        for written in (german, english)
    ]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("§ 25a oder § 25b AufenthG", {"§ 25a AufenthG", "§ 25b AufenthG"}),
        ("§ 69 Abs. 3 S. 2 AufenthG mit § 21 Abs. 1 BGebG", {"§ 69 AufenthG", "§ 21 BGebG"}),
        ("§§ 50, 58 Abs. 2 AufenthG", {"§ 50 AufenthG", "§ 58 AufenthG"}),
        ("§ 5(1) and (2) AufenthG", {"§ 5 AufenthG"}),
        ("§ 52 Abs. 7, § 53 AufenthV", {"§ 52 AufenthV", "§ 53 AufenthV"}),
        ("§ 2 Abs. 1 UkraineAufenthFGV", {"§ 2 UkraineAufenthFGV"}),
        ("Paragraph ohne Gesetz: § 12", set()),
        ("nichts", set()),
    ],
)
def test_sections_of_a_text(text, found):
    assert sections(text) == found


def changed_fee(pack):
    fees = tuple(
        fee.model_copy(update={"adult": fee.adult + 1}) if fee.id == "fiction_cert" else fee
        for fee in pack.tables.fees
    )
    return replace(pack, tables=replace(pack.tables, fees=fees), digest=pack.digest + "fee")


def changed_version(pack):
    """A new version of § 25b begins a day later."""
    norm = pack.norm("25b_1")
    last = norm.versions[-1]
    later = InForce(since=date(2026, 12, 31), until=last.in_force.until)
    changed = replace(norm, versions=(*norm.versions[:-1], replace(last, in_force=later)))
    norms = tuple(changed if each.id == "25b_1" else each for each in pack.norms)
    return replace(pack, norms=norms, digest=pack.digest + "norm")


def test_another_amount_flags_the_letters_that_name_its_section(law):
    before = letter_law.changed(law.pack)
    after = letter_law.changed(changed_fee(law.pack))
    assert after - before == {"§ 47 AufenthV"} - before
    assert {
        block.kind for section, block in letter_law.flagged(changed_fee(law.pack)) if "47" in section
    } == {LetterKind.FICTION, ProceduralKind.RESIDENCE_RULE}
    told = "\n".join(letter_lines(changed_fee(law.pack), GERMAN))
    assert "§ 47 AufenthV" in told
    assert "fiction" in told


def test_a_new_version_of_a_norm_flags_the_letters_that_cite_it(law):
    found = letter_law.changed(changed_version(law.pack))
    assert "§ 25b AufenthG" in found
    assert "§ 47 AufenthV" not in found - letter_law.changed(law.pack)


def test_the_draft_of_a_flagged_letter_says_so(law, samples):
    case = samples["sachsen-pflege"]
    for pack in (law.pack, changed_version(law.pack)):
        known = replace(law, pack=pack)
        ground = Ground(
            known, case, "25_4_1", DecisionKind.GRANT, law.authority(""), TODAY, GERMAN, "", approved=False
        )
        told = Frame(ground, {}).cautions(LetterKind.AFTER_104C, (), 0)
        assert any("§ 25b AufenthG" in each for each in told) is (
            "§ 25b AufenthG" in letter_law.changed(pack)
        )
    assert "§ 25b AufenthG" in letter_law.changed(changed_version(law.pack))
    assert "§ 25b AufenthG" not in letter_law.cited(LetterKind.FEE)
