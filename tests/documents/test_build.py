"""From inputs to bytes and to a file."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desktop.documents.build import pdf, write
from desktop.errors import CannotOpen, Problem
from tests.documents.reading import pages
from tests.documents.sample_checklist import CHECKLIST
from tests.documents.sample_reasons import REASONS, SHEETS
from tests.documents.samples import EXTENSION, PERSON, texts

GERMAN, ENGLISH = texts("de"), texts("en")


def test_the_same_sheet_gives_the_same_bytes():
    assert pdf([CHECKLIST], GERMAN) == pdf([CHECKLIST], GERMAN)


def test_bytes_do_not_depend_on_what_was_printed_before():
    first = pages(pdf([CHECKLIST], GERMAN))
    pdf([replace(CHECKLIST, person=replace(PERSON, original_name="ټډړ ښڼۍ ې", name="Ґ Ї q̈"))], GERMAN)
    assert pages(pdf([CHECKLIST], GERMAN)) == first


@pytest.mark.parametrize("texts", [GERMAN, ENGLISH], ids=["de", "en"])
def test_the_file_says_its_language_and_its_kind_but_no_name(texts):
    with pypdfium2.PdfDocument(pdf([CHECKLIST, EXTENSION], texts)) as document:
        metadata = document.get_metadata_dict()
    assert metadata["Title"] == texts("Checklist {cite}", cite=CHECKLIST.cite) + ", " + texts(
        "Application for extension, {cite}", cite=EXTENSION.cite
    )
    assert PERSON.name not in str(metadata)
    assert f"/Lang ({texts.language})".encode() in pdf([CHECKLIST], texts)


def test_several_sheets_become_one_job_with_their_own_page_numbers():
    content = pdf(SHEETS, GERMAN)
    texts = pages(content)
    assert "Seite 1 von 2" in texts[0]
    assert any("Seite 1 von 2" in text and "Prüfung" in text for text in texts[2:])
    with pypdfium2.PdfDocument(content) as document:
        assert [each.get_title() for each in document.get_toc()][-1].startswith("Prüfung")


def test_fonts_are_embedded_and_no_other_is_named():
    content = pdf(SHEETS, GERMAN)
    assert b"Helvetica" not in content
    assert content.count(b"/FontFile2") > 0


def test_nothing_to_print_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="nothing"):
        pdf([], GERMAN)


# Files


def test_a_file_is_written_whole_and_replaces_the_old_one(tmp_path):
    file = tmp_path / "Checkliste.pdf"
    write(file, b"one")
    write(file, b"two")
    assert file.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (errno.ENOSPC, Problem, "kein Platz"),
        (errno.EDQUOT, Problem, "kein Platz"),
        (errno.EACCES, CannotOpen, "nicht geschrieben werden"),
        (errno.EROFS, CannotOpen, "nicht geschrieben werden"),
        (errno.EIO, CannotOpen, "nicht gespeichert"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failed_save_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch, code, kind, words, step):
    file = tmp_path / "Checkliste.pdf"
    file.write_bytes(b"old")

    def fail(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(kind) as raised:
        write(file, b"new")
    monkeypatch.undo()
    assert words in GERMAN.problem(raised.value)
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CannotOpen):
        write(tmp_path / "nowhere" / "a.pdf", b"")


def test_reasons_can_be_printed_alone():
    assert pdf([REASONS], GERMAN).startswith(b"%PDF-")
