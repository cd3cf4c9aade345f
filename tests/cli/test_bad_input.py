"""Bad case documents: one sentence each, nothing left behind."""

from pathlib import Path

import pytest

from tests.cli.bad_documents import BAD, HEAD, HIDDEN, written

from .conftest import Line


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_bad_document_is_told_and_nothing_is_made(either: Line, tmp_path: Path, untouched, content: bytes):
    path = written(tmp_path, content)
    untouched()
    calls = (
        either("evaluate", path),
        either("deadlines", path, "--json"),
        either("print", "checklist", path, "--out", tmp_path / "out.pdf"),
    )
    for result in calls:
        assert (result.code, result.out) == (2, "")
        assert result.sentences
        assert len(result.sentences) < 5
        assert "fall.yaml" in result.err
        assert str(tmp_path) not in result.err
        assert HIDDEN not in result.err
        assert "Traceback" not in result.err
        assert max(map(len, result.sentences)) < 600
    assert calls[0].err == calls[2].err


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("empty", "„fall.yaml“ ist leer.", "“fall.yaml” is empty."),
        (
            "31 February",
            "„1990-02-31“ ist kein Tag des Kalenders",
            "“1990-02-31” is not a day of the calendar",
        ),
        (
            "ends before it begins",
            "Der Zeitraum endet, bevor er beginnt.",
            "The period ends before it begins.",
        ),
        ("born tomorrow", "Das Geburtsdatum liegt in der Zukunft.", "The date of birth lies in the future."),
        ("unknown fact", "Eine Angabe mit diesem Namen gibt es nicht.", "There is no fact of this name."),
        (
            "5,000 letters",
            "Ein Name hat hier höchstens 200 Buchstaben.",
            "A name has at most 200 letters here.",
        ),
        (
            "a state that is none",
            "„XX“ ist kein Staat; schreiben Sie zwei Großbuchstaben, z. B. UA, oder stateless.",
            "“XX” is no state; write two capital letters, e.g. UA, or stateless.",
        ),
        ("an unknown authority", "möglich sind: core:bayern,", "possible are: core:bayern,"),
        (
            "a child born in the future",
            "family_members[1].birth_date: Das Geburtsdatum liegt in der Zukunft.",
            "family_members[1].birth_date: The date of birth lies in the future.",
        ),
        ("a relative's title that does not exist", "„25a1“ ist hier nicht", "“25a1” is not possible"),
        ("filed before birth", "Das liegt vor dem Geburtsdatum.", "This lies before the date of birth."),
        (
            "a household that names itself",
            "Der Haushalt von „fall.yaml“ nennt diesen Fall selbst.",
            "The household of “fall.yaml” names this case itself.",
        ),
        ("a relative without a file", "Der Schlüssel „file“ fehlt.", "The key “file” is missing."),
        ("a period of nothing", "Eine Frist der Länge 0", "A period of 0 cannot be counted."),
        ("served on 31 April", "„2026-04-31“ ist kein Tag", "“2026-04-31” is not a day of the calendar"),
        ("a letter twice", "„l1“ steht hier zweimal.", "“l1” stands here twice."),
        (
            "a rest that ends before it begins",
            "Das Ruhen endet, bevor es beginnt.",
            "The rest ends before it begins.",
        ),
        ("another document", "ist kein Fall von Bleibelotse.", "is not a case of Bleibelotse."),
    ],
)
def test_the_sentence_fits(tmp_path: Path, name: str, german: str, english: str):
    path = written(tmp_path, BAD[name])
    assert german in Line("de")("evaluate", path).err
    assert english in Line("en")("evaluate", path).err


def test_born_today_is_possible_and_tomorrow_is_a_question_of_the_day(line: Line, tmp_path: Path):
    assert (
        line("deadlines", written(tmp_path, HEAD.encode() + b"facts: {birth_date: 2026-11-24}\n")).code == 0
    )
    tomorrow = written(tmp_path, BAD["born tomorrow"])
    assert line("deadlines", tomorrow).code == 2
    assert line("deadlines", tomorrow, "--on", "25.11.2026").code == 0


def test_a_title_of_another_section_is_no_slip(line: Line, tmp_path: Path):
    facts = (
        b"facts: {applications: [{title_id: 16g, decision_kind: grant, filed_on: 2026-11-01}], "
        b"status_periods: [{status_code: 'title:18a_1', from: 2026-01-01}], "
        b"family_members: [{relation: child, title_id: '28'}, {relation: child, title_id: D60d}]}\n"
    )
    assert line("evaluate", written(tmp_path, HEAD.encode() + facts)).code == 0


def test_a_child_born_meanwhile_is_no_slip_on_an_earlier_day(line: Line, tmp_path: Path):
    facts = b"facts: {birth_date: 1990, family_members: [{relation: child, birth_date: 2026-11-24}]}\n"
    path = written(tmp_path, HEAD.encode() + facts)
    assert line("evaluate", path, "--on", "2026-01-01").code == 0
    later = written(tmp_path, (HEAD.encode() + facts).replace(b"11-24", b"11-25"))
    assert line("evaluate", later).code == 2
    assert line("evaluate", later, "--on", "2026-11-25").code == 0


def test_several_faults_are_told_at_once(either: Line, tmp_path: Path):
    path = written(
        tmp_path, HEAD.encode() + b"facts:\n  shoe_size: 42\n  birth_date: 1990-13-01\n  land: Q\n"
    )
    result = either("evaluate", path)
    assert (result.code, len(result.sentences)) == (2, 3)
    for number, sentence in enumerate(result.sentences, start=4):
        assert {"de": f"Zeile {number}", "en": f"line {number}"}[either.language] in sentence
