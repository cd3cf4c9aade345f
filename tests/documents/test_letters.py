"""Letters to the authority: geometry, wording, and nothing that is not known."""

import re
from dataclasses import replace
from datetime import date

import pytest

from desktop import resources
from desktop.documents.build import pdf
from desktop.documents.fonts import Face
from desktop.documents.letter_texts import FLAGS, OPTIONAL, letter_text, read_letter
from desktop.documents.sheets import (
    Enclosure,
    Ground,
    LetterFlag,
    LetterKind,
    Permit,
    PresentPaper,
    SenderRole,
    StayEffect,
)
from desktop.errors import Problem
from desktop.texts import LANGUAGES
from tests.documents.glyphs import missing_glyphs
from tests.documents.reading import pages
from tests.documents.samples import AFTER_104C, EXTENSION, FIRST_ISSUE, PERSON, STAMP, texts

GERMAN, ENGLISH = texts("de"), texts("en")
LETTERS = {"first": FIRST_ISSUE, "extension": EXTENSION, "104c": AFTER_104C}


def text_of(sheet, language=GERMAN):
    """The whole letter on one line, without the heads and feet of later pages."""
    return " ".join(" ".join(pages(pdf([sheet], language))).split())


@pytest.fixture(scope="module")
def extension():
    return pdf([EXTENSION], GERMAN)


# Wording


def test_the_request_is_the_first_sentence_and_cites_the_norm():
    for sheet in LETTERS.values():
        text = text_of(sheet)
        request = text[text.index("Damen und Herren,") :][:260]
        assert "beantrage ich" in request
        assert sheet.cite in request


@pytest.mark.parametrize("sheet", LETTERS.values(), ids=LETTERS)
def test_every_letter_asks_for_a_receipt_and_for_the_names_of_missing_papers(sheet):
    text = text_of(sheet)
    assert (
        "Bitte bestätigen Sie mir schriftlich den Tag, an dem dieser Antrag bei Ihnen eingegangen ist" in text
    )
    assert "§ 82 Abs. 1 S. 2 und 3 AufenthG" in text
    assert "Rechtsstand 19.08.2026" in text
    assert "keine Vertretung vor Gericht" in text
    assert "Betreff" not in text


EFFECTS = {
    StayEffect.CONTINUES: ("§ 81 Abs. 4 S. 1 AufenthG", "Fiktionsbescheinigung"),
    StayEffect.PERMITTED: ("§ 81 Abs. 3 S. 1 AufenthG", "Fiktionsbescheinigung"),
    StayEffect.SUSPENDED: ("§ 81 Abs. 3 S. 2 AufenthG", "Fiktionsbescheinigung"),
    StayEffect.PERMITTED_BY_LAW: ("kraft Gesetzes als erlaubt", "bescheinigen"),
    StayEffect.TOLERATION: (
        "die Duldung bis zur Entscheidung über diesen Antrag ohne Unterbrechung zu verlängern",
    ),
    StayEffect.UNCLEAR: ("welche Wirkung dieser Antrag nach § 81 AufenthG",),
    StayEffect.NONE: (),
}
"""What an application claims; a late one and one about a certificate are letters of their own."""


@pytest.mark.parametrize("effect", EFFECTS)
def test_each_effect_is_claimed_in_its_own_case_only(effect):
    text = text_of(replace(EXTENSION, effect=effect))
    for own in EFFECTS[effect]:
        assert own in text
    for other, parts in EFFECTS.items():
        if other is not effect and parts and parts[0] not in EFFECTS[effect]:
            assert parts[0] not in text
    assert ("Fiktionsbescheinigung" in text) is ("Fiktionsbescheinigung" in EFFECTS[effect])
    assert ("und die genannte Wirkung" in text) is ("Fiktionsbescheinigung" in EFFECTS[effect])


@pytest.mark.parametrize("effect", [StayEffect.CONTINUES, StayEffect.LATE])
def test_without_the_day_of_expiry_no_effect_is_claimed(effect):
    for present in (None, PresentPaper("Aufenthaltserlaubnis")):
        text = text_of(replace(EXTENSION, effect=effect, present=present))
        assert "als fortbestehend" not in text
        assert "welche Wirkung dieser Antrag" in text


def test_the_way_from_104c():
    text = text_of(AFTER_104C)
    for part in (
        "im Anschluss an § 104c AufenthG",
        "§ 104c Abs. 2 S. 1 AufenthG",
        "Hilfsweise beantrage ich eine Aufenthaltserlaubnis nach § 25a Abs. 1 AufenthG.",
        "vor ihrem Ablauf gestellt",
        "§ 104c Abs. 2 S. 3 AufenthG nicht eingreift",
        "Eine Gebühr ist nach § 53 Abs. 1 Nr. 1 AufenthV nicht zu erheben",
    ):
        assert part in text
    assert "104c" not in text_of(EXTENSION)


def test_flags_add_their_sentence_and_nothing_else_does():
    sentences = {
        LetterFlag.ASK_WORK_PERMISSION: "eine Erwerbstätigkeit zu erlauben",
        LetterFlag.ASK_WAIVER_5_3: "Soweit § 5 Abs. 1 Nr. 1 AufenthG dem Antrag entgegensteht",
        LetterFlag.WAIVED_5_3: "§ 5 Abs. 3 S. 1 AufenthG",
        LetterFlag.IDENTITY_CLEARED: "Die Identität ist geklärt",
        LetterFlag.IDENTITY_EFFORTS: "möglich und zumutbar",
        LetterFlag.GROUNDS_CONTINUE: "bestehen fort (§ 26 Abs. 2 AufenthG)",
        LetterFlag.COPIES_ONLY: "die Originale lege ich zum Termin vor",
        LetterFlag.ENTITLED: "besteht ein Anspruch",
        LetterFlag.SHOULD: "soll die Aufenthaltserlaubnis erteilt werden",
        LetterFlag.MAY: "steht in Ihrem Ermessen",
        LetterFlag.WAIVE_ALL_5: "Von der Anwendung des § 5 Abs. 1 und 2 AufenthG",
    }
    of_other_letters = {LetterFlag.FROM_104C, LetterFlag.IDENTITY_SECURED, LetterFlag.SEVERAL_FEES}
    assert set(sentences) == set(LetterFlag) - of_other_letters
    values = (("waive_cites", "§ 5 Abs. 1 Nr. 1 AufenthG"), ("route_cite", "§ 25 Abs. 3 S. 1 AufenthG"))
    bare = replace(EXTENSION, flags=frozenset(), grounds=(), values=values)
    for flag, sentence in sentences.items():
        flags = {flag, LetterFlag.WAIVED_5_3} if flag is LetterFlag.WAIVE_ALL_5 else {flag}
        assert sentence not in text_of(bare)
        assert sentence in text_of(replace(bare, flags=frozenset(flags)))


def test_what_is_not_known_is_not_said_and_its_heading_goes_too():
    bare = replace(
        EXTENSION,
        person=replace(
            PERSON,
            original_name="",
            born=None,
            nationality="",
            address=(),
            contact="",
            authority_file_number="",
            file_number="",
        ),
        present=None,
        effect=StayEffect.NONE,
        grounds=(),
        flags=frozenset(),
        enclosures=(),
        to_follow=(),
        reply_by=None,
        place="",
    )
    text = text_of(bare)
    for part in (
        "Begründung",
        "Aufenthalt bis zur Entscheidung",
        "Angaben zur Person",
        "Anlagen",
        "nachgereicht",
        "None",
        "{",
        "}",
        ", ,",
    ):
        assert part not in text


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (SenderRole.CLIENT, "hiermit beantrage ich"),
        (SenderRole.LEGAL_REPRESENTATIVE, "als gesetzliche Vertretung beantrage ich hiermit für Mohammad"),
        (SenderRole.AUTHORISED, "in Vollmacht für Mohammad"),
    ],
)
def test_who_writes(role, words):
    for sheet in LETTERS.values():
        assert words in text_of(replace(sheet, sender=replace(sheet.sender, role=role)))


def test_a_settlement_permit_is_called_so():
    assert "Erteilung einer Niederlassungserlaubnis nach § 26" in text_of(
        replace(FIRST_ISSUE, permit=Permit.SETTLEMENT, cite="§ 26 Abs. 4 AufenthG")
    )


def test_grounds_name_norm_and_enclosure_in_one_bracket():
    text = text_of(
        replace(
            EXTENSION,
            grounds=(Ground("Es geht weiter.", "§ 26 AufenthG", (1, 2)), Ground("Und so", "", (3,))),
        )
    )
    assert "Es geht weiter (§ 26 AufenthG; Anlagen 1, 2)." in text
    assert "Und so (Anlage 3)" in text


def test_enclosures_are_numbered_and_copies_named(extension):
    text = text_of(EXTENSION)
    assert "1. Aufenthaltstitel mit Zusatzblatt (Kopie)" in text
    assert text.rstrip().find("5. Antragsformular (Kopie)") == -1


def test_braces_in_what_a_person_typed_are_only_text():
    assert "{cite} {0}" in text_of(replace(EXTENSION, remarks=("Name {cite} {0} {",)))
    assert "{name}" in text_of(replace(EXTENSION, title="{name}"))


def test_a_letter_is_a_draft_until_approved_and_confirmed():
    for approved, confirmed in ((False, None), (True, None), (False, date(2026, 11, 20))):
        sheet = replace(EXTENSION, stamp=replace(STAMP, approved=approved), client_confirmed_on=confirmed)
        content = pages(pdf([sheet], GERMAN))
        assert all("ENTWURF" in page for page in content)
        assert "Vor dem Absenden" in content[-1]
    assert "ENTWURF" not in text_of(EXTENSION)
    assert "Vor dem Absenden" not in text_of(EXTENSION)


def test_the_english_letter_is_a_reading_copy():
    for sheet in LETTERS.values():
        text = text_of(sheet, ENGLISH)
        assert text.startswith(
            "Reading copy, not for the authority. The letter that is sent is written in German."
        )
        assert "Please confirm in writing the day" in text
    assert "Lesefassung" not in text_of(EXTENSION)


def test_signature_and_closing_stay_together():
    remark = "Eine Zeile mit ein paar Wörtern, damit der Text länger wird und die Seite sich füllt."
    for count in range(30):
        content = pages(pdf([replace(EXTENSION, remarks=(remark,) * count)], GERMAN))
        closing = next(page for page in content if "Mit freundlichen Grüßen" in page)
        after = closing[closing.index("Mit freundlichen Grüßen") :]
        assert "Mohammad Nazar AL-AHMADI" in after
        assert not any(page.split("Erstellt mit")[0].rstrip().endswith("Anlagen") for page in content)


def test_many_enclosures_run_over_pages():
    many = tuple(Enclosure(f"Unterlage {number}") for number in range(1, 90))
    assert "89. Unterlage 89 (Kopie)" in text_of(replace(EXTENSION, enclosures=many))


# Files


@pytest.mark.parametrize("kind", LetterKind)
def test_both_languages_say_the_same_in_the_same_order(kind):
    german, english = (letter_text(kind, language).body for language in LANGUAGES)
    assert [(e.when, e.unless, e.insert, bool(e.text), bool(e.heading)) for e in german] == [
        (e.when, e.unless, e.insert, bool(e.text), bool(e.heading)) for e in english
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_has_a_glyph_for_every_character(kind, language):
    wording = letter_text(kind, language)
    text = wording.subject + wording.salutation + wording.closing
    text += "".join(entry.text + entry.heading for entry in wording.body)
    assert missing_glyphs(text) == missing_glyphs(text, Face.BOLD) == frozenset()


def test_every_flag_is_used_by_some_letter():
    used = {
        flag
        for kind in LetterKind
        for entry in letter_text(kind, "de").body
        for flag in entry.when | entry.unless
    }
    kinds = {kind.value for kind in LetterKind}
    filled_in = {
        name
        for kind in LetterKind
        for entry in letter_text(kind, "de").body
        for name in OPTIONAL
        if name in entry.text
    }
    assert FLAGS - used - kinds == {"effect_none", "effect_late"}  # a late application is a letter of its own
    assert filled_in | {"refund", "challenge"} == OPTIONAL  # these two are said, not filled in


def test_no_letter_speaks_of_a_diagnosis():
    speaks = re.compile(r"diagnos|krank(?!enversicher)|illness|disease|\bicd\b", re.IGNORECASE)
    assert speaks.search("Die Diagnose: eine Erkrankung.")
    files = [file for language in LANGUAGES for file in resources.path("letters", language).glob("*.yaml")]
    assert len(files) > 8
    for file in files:
        said = "".join(re.findall(r": (.*)", file.read_text(encoding="utf-8")))
        assert not speaks.search(said), file.name


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("- text: bis {present_until}", "when"),
        ("- text: für {nobody}", "nobody"),
        ("- {text: x, when: [full_moon]}", "full_moon"),
        ("- {text: x, heading: y}", "exactly one"),
        ("- {use: nothing}", "nothing"),
        ("- {insert: poem}", "poem"),
        ("- {heading: x, when: [by_client]}", "when"),
        ("- text: 'a {'", "no value"),
        ("- text: ''", "text is expected"),
        ("just words", "list"),
    ],
)
def test_a_letter_with_a_mistake_does_not_load(tmp_path, body, complaint):
    shared, file = tmp_path / "shared.yaml", tmp_path / "letter.yaml"
    shared.write_text(
        "salutation: Hallo\nclosing: Gruß\nparts: {receipt: [{text: Bitte}]}\n", encoding="utf-8"
    )
    file.write_text(f"subject: Antrag\nbody:\n  {body}\n", encoding="utf-8")
    with pytest.raises(Problem, match=complaint) as raised:
        read_letter(file, shared)
    assert "letter.yaml" in str(raised.value)
    assert any(line in str(raised.value) for line in ("line 2", "line 3"))
