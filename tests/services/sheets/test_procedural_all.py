"""What holds for every letter about a procedure, and for its wording."""

from dataclasses import replace

import pytest

from desktop import resources
from desktop.documents import build
from desktop.documents.procedural_terms import FLAGS, ProceduralKind, placeholders
from desktop.documents.procedural_texts import procedural_text, read_procedural
from desktop.errors import Problem, Problems
from desktop.services import printing
from desktop.services.letter_questions import unanswered
from desktop.texts import LANGUAGES
from tests.documents.reading import pages
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, text_of
from tests.services.sheets.procedures import BORDER, REFUSAL, applied, ruled


def every(made, samples, client, **wishes):
    cases = {
        "reminder": applied(samples["chancen-aufenthalt"]),
        "residence_rule": ruled(samples),
        "hardship": samples["derzeit-nicht-moeglich"],
        "departure": replace(client, letters=(BORDER,)),
    }
    return {kind.value: made(cases.get(kind.value, client), kind.value, **wishes) for kind in ProceduralKind}


def test_every_letter_is_a_draft_with_its_questions_until_somebody_approves(made, samples, client):
    for kind, sheets in every(made, samples, client).items():
        for sheet in sheets:
            text = text_of(sheet)
            assert "ENTWURF" in text, kind
            assert "Vor dem Absenden" in text, kind
            assert sheet.passages[0].request or sheet.passages[0].text.startswith("hiermit"), kind
            assert "Rechtsstand 19.08.2026" in text


def test_a_letter_with_gaps_is_never_approved(made, client):
    undated = replace(client, letters=(replace(REFUSAL, dated_on=None),))
    (draft,) = made(undated, "translation")
    assert "________" in text_of(draft)
    with pytest.raises(Problem, match="gaps"):
        made(undated, "translation", approved=True, confirmed_on=TODAY)


def test_a_reading_copy_goes_beside_the_german_letter(made, samples, client):
    for kind, sheets in every(made, samples, client, language="en").items():
        languages = [each.language for each in sheets]
        assert languages == sorted(languages), kind  # all German ones first
        assert set(languages) == {"de", "en"}
        copy = " ".join(" ".join(pages(build.pdf([sheets[-1]], printing.texts_of("en")))).split())
        assert "Reading copy" in copy, kind
        assert "Sehr geehrte" not in copy, kind


def test_no_letter_names_an_illness_or_lacks_a_character(made, samples, client):
    for kind, sheets in every(made, samples, client).items():
        content = build.made(sheets, GERMAN)
        assert content.missing == "", kind
        for sheet in sheets:
            assert "�" not in text_of(sheet)


def test_questions_come_with_label_and_kind_and_fall_silent_when_answered(asked, client):
    questions = asked(client, "file_access")
    assert [each.id for each in unanswered(questions, {})] == ["purpose", "format"]
    assert not unanswered(questions, {"purpose": "a", "format": "b"})


def test_wording_uses_every_value_and_flag_in_both_languages():
    for kind in ProceduralKind:
        used = []
        for language in LANGUAGES:
            written = procedural_text(kind, language)
            used.append(
                frozenset().union(*(piece.values | {*piece.when, *piece.unless} for piece in written.body))
            )
            names = {"client", "legal_representative", "authorised"}
            assert names <= written.words.keys(), (kind, language)
        assert used[0] == used[1], kind
        unused = (placeholders(kind) | FLAGS[kind]) - used[0]
        assert unused <= {"name", "whose", "reply_by"}, (kind, unused)


def test_a_wording_with_an_unknown_placeholder_or_word_does_not_load(tmp_path):
    good = procedural_file = tmp_path / "reminder.yaml"
    text = resources.path("letters", "procedural", "de", "reminder.yaml").read_text("utf-8")
    for wrong in (
        text.replace("{filed_on} bei", "{filled_on} bei", 1),
        text.replace("[proven]", "[provn]", 1),
        text.replace("{filed_on} bei", "{filed_on bei", 1),
    ):
        assert wrong != text
        procedural_file.write_text(wrong, "utf-8")
        with pytest.raises((Problem, Problems)):
            read_procedural(procedural_file, ProceduralKind.REMINDER)
    good.write_text(text, "utf-8")
    assert read_procedural(good, ProceduralKind.REMINDER).body
