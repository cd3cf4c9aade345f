"""`office passphrase` and `office recovery`: what opens the file is changed by who can open it."""

from pathlib import Path

from .conftest import GOOD_SECRET, Line

NEW = "ganz andere Wörter hier"


def code_of(out: str) -> str:
    return next(row for row in out.splitlines() if "code:" in row).partition(": ")[2]


def test_who_lost_the_passphrase_gets_a_new_one_by_the_sheet(either: Line, tmp_path: Path, secret_file: Path):
    path = tmp_path / "Blatt.akte"
    made = either("office", "create", path, "--passphrase-file", secret_file)
    either.typed = [code_of(made.out), NEW, NEW]
    result = either("office", "passphrase", path, "--recovery")
    assert (result.code, result.err) == (0, "")
    assert "mk" in result.out
    assert NEW not in result.out
    assert either("office", "list", path, "--passphrase-file", secret_file).code == 2
    either.typed = [NEW]
    assert either("office", "list", path).code == 0


def test_a_colleague_is_let_in_and_weak_or_differing_passphrases_are_not(
    either: Line, office_path: Path, secret_file: Path, tmp_path: Path
):
    for typed in (["kurz", "kurz"], [NEW, f"{NEW}?"]):
        either.typed = typed
        wrong = either("office", "passphrase", office_path, "--for", "xy", "--passphrase-file", secret_file)
        assert (wrong.code, wrong.out, len(wrong.sentences)) == (2, "", 1)
    new = tmp_path / "neu.txt"
    new.write_text(NEW, encoding="utf-8")
    result = either(
        "office", "passphrase", office_path, "--for", "xy", "--new-passphrase-file", new,
        "--passphrase-file", secret_file,
    )  # fmt: skip
    assert (result.code, result.err) == (0, "")
    for login, secret in (("xy", NEW), ("mk", GOOD_SECRET)):
        either.typed = [secret]
        assert either("office", "list", office_path, "--login", login).code == 0


def test_a_new_sheet_takes_the_place_of_the_old_one(either: Line, tmp_path: Path, secret_file: Path):
    path = tmp_path / "Blatt.akte"
    old = code_of(either("office", "create", path, "--passphrase-file", secret_file).out)
    result = either("office", "recovery", path, "--passphrase-file", secret_file)
    assert (result.code, result.err) == (0, "")
    either.typed = [old]
    assert either("office", "list", path, "--recovery").code == 2
    either.typed = [code_of(result.out)]
    assert either("office", "list", path, "--recovery").code == 0
