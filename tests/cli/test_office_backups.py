"""`office`: backups and the recovery sheet from the command line."""

import json
from pathlib import Path

import pytest

from .conftest import SAMPLES, Line, sample


@pytest.fixture
def backed_up(either: Line, filled: Path, secret_file: Path, tmp_path: Path) -> Path:
    result = either("office", "backup", filled, tmp_path / "Stick", "--passphrase-file", secret_file)
    (made,) = (tmp_path / "Stick").iterdir()
    assert (result.code, result.err) == (0, "")
    assert made.name in result.out
    return made


def test_a_backup_becomes_an_office_again(either: Line, backed_up: Path, secret_file: Path, tmp_path: Path):
    new = tmp_path / "Neu.akte"
    result = either("office", "restore", backed_up, new, "--passphrase-file", secret_file)
    assert (result.code, result.err) == (0, "")
    assert "Neu.akte" in result.out
    listed = either("office", "list", new, "--json", "--passphrase-file", secret_file)
    assert len(json.loads(listed.out)) == len(SAMPLES)
    assert either("office", "check", new, "--passphrase-file", secret_file).code == 0


@pytest.fixture
def with_sheet(either: Line, tmp_path: Path, secret_file: Path) -> tuple[Path, str]:
    """An office file with one case, and the code of its recovery sheet."""
    path = tmp_path / "Blatt.akte"
    made = either("office", "create", path, "--passphrase-file", secret_file)
    code = next(row for row in made.out.splitlines() if "code:" in row).partition(": ")[2]
    added = either("office", "add", path, sample(SAMPLES[0]), "--passphrase-file", secret_file)
    assert added.code == 0
    return path, code


def test_the_recovery_sheet_opens_where_all_passphrases_are_lost(
    either: Line, with_sheet: tuple[Path, str], tmp_path: Path
):
    path, code = with_sheet
    either.typed = [code.lower().replace("-", " ")]
    result = either("office", "backup", path, tmp_path / "Stick", "--recovery")
    assert (result.code, result.err) == (0, "")
    assert either.prompts == [{"de": "Wiederherstellungscode: ", "en": "Recovery code: "}[either.language]]
    (made,) = (tmp_path / "Stick").iterdir()
    file = tmp_path / "code.txt"
    file.write_text(code, encoding="utf-8")
    new = tmp_path / "Neu.akte"
    result = either("office", "restore", made, new, "--recovery", "--passphrase-file", file)
    assert (result.code, result.err) == (0, "")
    listed = either("office", "list", new, "--json", "--recovery", "--passphrase-file", file)
    assert len(json.loads(listed.out)) == 1


def test_a_mistyped_and_a_foreign_recovery_code_restore_nothing(
    either: Line, with_sheet: tuple[Path, str], backed_up: Path, tmp_path: Path, untouched
):
    _, code = with_sheet
    untouched()
    for typed in (code[:-1] + ("0" if code[-1] != "0" else "1"), code):
        either.typed = [typed]
        result = either("office", "restore", backed_up, tmp_path / "Neu.akte", "--recovery")
        assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
        assert typed not in result.err


def test_a_backup_never_replaces_an_office(
    either: Line, backed_up: Path, filled: Path, secret_file: Path, untouched
):
    untouched()
    result = either("office", "restore", backed_up, filled, "--passphrase-file", secret_file)
    assert result.code == 2
    assert len(result.sentences) == 1
    assert "Büro.akte" in result.err


def test_a_damaged_backup_is_refused_whole(
    either: Line, backed_up: Path, secret_file: Path, tmp_path: Path, untouched
):
    with (backed_up / "data.db").open("r+b") as data:
        data.seek(5000)
        data.write(b"x" * 64)
    untouched()
    result = either("office", "restore", backed_up, tmp_path / "Neu.akte", "--passphrase-file", secret_file)
    assert result.code == 3
    assert ".aktebak" in result.err
    assert result.out == ""


def test_a_wrong_passphrase_restores_nothing(either: Line, backed_up: Path, tmp_path: Path, untouched):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("ganz und gar nicht die richtige\n", encoding="utf-8")
    untouched()
    result = either("office", "restore", backed_up, tmp_path / "Neu.akte", "--passphrase-file", wrong)
    assert result.code == 2
    assert result.out == ""


# Printing from the office
