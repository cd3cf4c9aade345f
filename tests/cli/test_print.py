"""`print`: real PDFs, read by another program; drafts are marked until they are approved."""

import os
from pathlib import Path

import pytest

from tests.documents.reading import pages

from .conftest import SAMPLES, Line, sample

KINDS = ("checklist", "letter", "reasons")
DRAFT = {"de": "ENTWURF", "en": "DRAFT"}
LAW = {"de": "Rechtsstand 19.08.2026", "en": "Law as of 19 Aug 2026"}
PAGE = {"de": "Seite {} von {}", "en": "Page {} of {}"}


def printed(line: Line, tmp_path: Path, kind: str, name: str, *more: str) -> list[str]:
    file = tmp_path / f"{kind}.pdf"
    result = line("print", kind, sample(name), "--out", file, *more)
    assert (result.code, result.err) == (0, "")
    assert file.name in result.out
    return pages(file.read_bytes())


def client_of(name: str) -> str:
    from desktop.cases.plaindata import read_plain_file

    return read_plain_file(sample(name)).value["client"]["name"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_sheet_of_every_sample(line: Line, tmp_path: Path, kind: str, name: str):
    found = printed(line, tmp_path, kind, name)
    assert client_of(name) in " ".join(found)
    for number, text in enumerate(found, start=1):
        assert LAW["de"] in text
        if kind != "letter" or number > 1:  # the first page of a letter carries no number
            assert PAGE["de"].format(number, len(found)) in text
        assert DRAFT["de"] in text.replace(" ", "").replace("\n", "")
    assert [file.name for file in tmp_path.iterdir()] == [f"{kind}.pdf"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_an_approved_sheet_has_no_draft_mark(line: Line, tmp_path: Path, kind: str, language: str):
    found = " ".join(printed(line, tmp_path, kind, "jena-aufnahmezusage", "--lang", language, "--approved"))
    assert DRAFT[language] not in found.replace(" ", "").replace("\n", "")
    assert LAW[language] in found


def test_the_language_of_the_sheet_is_not_that_of_the_command_line(tmp_path: Path):
    found = " ".join(printed(Line("en"), tmp_path, "checklist", "sachsen-pflege"))
    assert LAW["de"] in found


def test_title_occasion_and_authority_can_be_chosen(line: Line, tmp_path: Path):
    found = " ".join(
        printed(
            line,
            tmp_path,
            "checklist",
            "sachsen-pflege",
            "--title",
            "25_3",
            "--occasion",
            "extension",
            "--authority",
            "core:muenchen",
        )
    )
    assert "§ 25 Abs. 3 AufenthG" in found
    assert "München" in found
    assert "Verlängerung" in found


def test_a_chosen_title_brings_the_decision_that_fits_it(line: Line, tmp_path: Path):
    found = printed(line, tmp_path, "checklist", "sachsen-pflege", "--title", "25_4_2")
    assert "Verlängerung" in found[0]


def test_the_office_stands_in_the_foot(line: Line, tmp_path: Path):
    named = " ".join(printed(line, tmp_path, "letter", "sachsen-pflege", "--office", "Beratung Musterstadt"))
    assert "Beratung Musterstadt" in named
    bare = " ".join(printed(line, tmp_path, "letter", "sachsen-pflege"))
    assert "mk" not in bare.split()


def test_the_day_of_printing_can_be_another(line: Line, tmp_path: Path):
    assert "01.12.2026" in printed(line, tmp_path, "checklist", "sachsen-pflege", "--on", "01.12.2026")[0]


def test_the_same_call_gives_the_same_bytes(line: Line, tmp_path: Path):
    files = [tmp_path / "eins.pdf", tmp_path / "zwei.pdf"]
    for file in files:
        assert line("print", "reasons", sample("jena-aufnahmezusage"), "--out", file).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_file_that_is_there_is_replaced(line: Line, tmp_path: Path):
    file = tmp_path / "blatt.pdf"
    file.write_bytes(b"%PDF-1.4 old")
    assert line("print", "letter", sample("sachsen-pflege"), "--out", file).code == 0
    assert file.read_bytes().startswith(b"%PDF")


# What goes wrong


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        (
            "--title",
            "25x",
            {"de": "Einen Titel „25x“ gibt es hier nicht.", "en": "There is no title “25x” here."},
        ),
        (
            "--title",
            "104c_holder",
            {"de": "Einen Titel „104c_holder“", "en": "There is no title “104c_holder”"},
        ),
        (
            "--authority",
            "core:entenhausen",
            {
                "de": "Es gibt keine Behörde „core:entenhausen“.",
                "en": "There is no authority “core:entenhausen”.",
            },
        ),
    ],
)
def test_what_does_not_exist_is_named(either: Line, tmp_path: Path, untouched, option, value, sentence):
    untouched()
    result = either("print", "letter", sample("sachsen-pflege"), "--out", tmp_path / "a.pdf", option, value)
    assert (result.code, len(result.sentences)) == (2, 1)
    assert sentence[either.language] in result.err


def test_a_folder_that_is_missing_or_in_the_way(either: Line, tmp_path: Path, untouched):
    untouched()
    missing = either("print", "letter", sample("sachsen-pflege"), "--out", tmp_path / "nix" / "a.pdf")
    taken = either("print", "letter", sample("sachsen-pflege"), "--out", tmp_path)
    assert missing.code == taken.code == 3
    assert len(missing.sentences) == len(taken.sentences) == 1
    assert str(tmp_path) not in missing.err + taken.err


def test_the_case_document_is_never_printed_over(either: Line, tmp_path: Path):
    case = tmp_path / "case.yaml"
    case.write_bytes(sample("bayern-familie").read_bytes())
    link = tmp_path / "link.pdf"
    link.symlink_to(case)
    for out in (case, link):
        result = either("print", "checklist", case, "--out", out)
        assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
        assert out.name in result.err
        assert case.read_bytes() == sample("bayern-familie").read_bytes()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_file_is_not_replaced(either: Line, tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    result = either("print", "checklist", sample("bayern-familie"), "--out", pipe)
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
    assert pipe.is_fifo()


def test_a_name_longer_than_any_disk_takes(either: Line, tmp_path: Path, untouched):
    untouched()
    result = either("print", "checklist", sample("bayern-familie"), "--out", tmp_path / f"{'x' * 300}.pdf")
    assert (result.code, result.out, len(result.sentences)) == (3, "", 1)
    result = either("evaluate", tmp_path / ("x" * 300))
    assert (result.code, result.out, len(result.sentences)) == (3, "", 1)


@pytest.mark.parametrize(("language", "word"), [("de", "Fristenzettel"), ("en", "Deadline slip")])
def test_a_slip_of_one_date_or_of_all(line: Line, tmp_path: Path, language: str, word: str):
    one = printed(line, tmp_path, "slip", "hessen-haertefall", "--lang", language)
    every = printed(line, tmp_path, "slip", "hessen-haertefall", "--lang", language, "--which", "all")
    assert "".join(one).count(word) == 1
    assert "".join(every).count(word) == 2
    assert DRAFT[language] not in "".join(one).replace(" ", "").replace("\n", "")
    assert LAW[language] in one[0]


def test_a_slip_of_a_date_that_is_not_there(either: Line, tmp_path: Path, untouched):
    untouched()
    result = either("print", "slip", sample("hessen-haertefall"), "--out", tmp_path / "a.pdf", "--which", "9")
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)


@pytest.mark.parametrize(
    ("language", "word"), [("de", "Nachweis der Antragstellung"), ("en", "Proof of filing")]
)
def test_the_proof_of_filing_of_an_application(line: Line, tmp_path: Path, language: str, word: str):
    found = "".join(printed(line, tmp_path, "filing", "bayern-familie", "--lang", language))
    assert word in found
    assert DRAFT[language] in found.replace(" ", "").replace("\n", "")


def test_a_proof_of_filing_needs_an_application(either: Line, tmp_path: Path, untouched):
    untouched()
    result = either("print", "filing", sample("offene-fragen"), "--out", tmp_path / "a.pdf")
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)


def test_characters_without_a_font_are_named(line: Line, tmp_path: Path):
    case = tmp_path / "case.yaml"
    typed = sample(SAMPLES[0]).read_text(encoding="utf-8")
    case.write_text(typed.replace("name: ", "name: 中文 ", 1), encoding="utf-8")
    result = line("print", "checklist", case, "--out", tmp_path / "sheet.pdf")
    assert result.code == 0
    assert "hat das Programm keine Schrift: 中 (U+4E2D), 文 (U+6587)." in result.err


@pytest.mark.parametrize("name", SAMPLES)
def test_a_hand_out_of_every_sample_in_two_languages(line: Line, tmp_path: Path, name: str):
    found = printed(line, tmp_path, "handout", name, "--lang", "en", "--approved")
    assert client_of(name) in found[0]
    for number, text in enumerate(found, start=1):
        assert f"Seite {number} von {len(found)}" in text
        assert f"Page {number} of {len(found)}" in text
    assert "Was Sie mitbringen" in " ".join(found)
    assert "What you bring" in " ".join(found)


def test_a_hand_out_of_the_title_that_is_named(line: Line, tmp_path: Path):
    pages_of = printed(line, tmp_path, "handout", "sachsen-pflege", "--title", "25_4_1", "--lang", "en")
    found = " ".join(" ".join(pages_of).split())
    assert "Was dieser Titel bedeuten würde" in found
    alone = printed(line, tmp_path, "handout", "sachsen-pflege", "--lang", "en", "--columns", "other")
    assert "Reisen" not in " ".join(alone)


@pytest.mark.parametrize("kind", ["handout", "checklist"])
def test_a_language_nobody_knows_is_told_with_those_that_are_known(line: Line, tmp_path: Path, kind: str):
    file = tmp_path / "out.pdf"
    result = line("print", kind, sample("sachsen-pflege"), "--out", file, "--lang", "tlh")
    assert result.code != 0
    assert "tlh" in result.err
    assert "en" in result.err
    assert not file.exists()


def test_a_letter_takes_answers_and_says_which_are_missing(line: Line, tmp_path: Path):
    file = tmp_path / "brief.pdf"
    question = "why.leaving_is_exceptional_hardship"
    bare = line("print", "letter", sample("hessen-haertefall"), "--out", file)
    assert bare.code == 0
    assert f"[{question}]" in bare.out
    told = line(
        "print",
        "letter",
        sample("hessen-haertefall"),
        "--out",
        file,
        "--answer",
        f"{question}=Die Behandlung läuft bis Mai.",
    )
    assert told.code == 0
    assert f"[{question}]" not in told.out
    assert "Die Behandlung läuft bis Mai" in " ".join(" ".join(pages(file.read_bytes())).split())


def test_an_answer_to_no_question_is_refused(line: Line, tmp_path: Path):
    for kind in ("letter", "checklist"):
        file = tmp_path / f"{kind}.pdf"
        result = line("print", kind, sample("hessen-haertefall"), "--out", file, "--answer", "nix=ja")
        assert result.code != 0
        assert "nix" in result.err
        assert not file.exists()


def test_letters_about_a_fee_and_about_a_certificate(line: Line, tmp_path: Path):
    file = tmp_path / "gebuehr.pdf"
    assert line("print", "fee", sample("muenchen-abschiebungsverbot"), "--out", file, "--form", "A").code == 0
    assert "keine Gebühr zu erheben" in " ".join(" ".join(pages(file.read_bytes())).split())
    nothing = line("print", "fiction", sample("sachsen-pflege"), "--out", tmp_path / "fiktion.pdf")
    assert nothing.code != 0
    assert "bescheinigen" in nothing.err
    assert not (tmp_path / "fiktion.pdf").exists()
