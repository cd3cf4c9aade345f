"""The bundle: made whole or not at all, one writer, readable by nobody else, every refusal a sentence."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import Problem
from desktop.store import bundle, clients, durable, keyfile, office_settings, restore
from desktop.store.office_file import OFFICE_NAME, OfficeFile
from desktop.store.problems import (
    AlreadyThere,
    Damaged,
    DiskFull,
    InUse,
    MistypedRecoveryCode,
    NewerFormat,
    NotAnOfficeFile,
    NotEncrypted,
    NotPossibleNow,
    NotThere,
    NotWritable,
    PartMissing,
    ShortPassphrase,
    WriteFailed,
    WrongPassphrase,
    WrongRecoveryCode,
)
from desktop.store.rows import SettingRow

from .making import CHEAP, LOGIN, NOW, PASSPHRASE, case, create, reopen

# Making one


def test_a_new_office_file_is_complete(path):
    created = create(path)
    with created.office as office:
        assert office_settings.read(office)[OFFICE_NAME] == "Musterstelle"
        assert office.check().sound
    assert sorted(each.name for each in path.iterdir()) == [
        "data.db", "data.db-journal", "keys.json", "keys.prev.json", "lock",
    ]  # fmt: skip
    with OfficeFile.open_with_recovery(path, created.recovery_code, NOW, CHEAP) as office:
        assert office.check().sound


def test_nobody_else_can_read_or_list_it_whatever_the_umask(path, tmp_path):
    before = os.umask(0)
    try:
        with create(path).office as office:
            clients.add(office, case(), "mk", NOW)
            office.add_user("ab", "ganz andere Wörter hier", "mk", NOW)
            made = office.back_up(tmp_path / "backups", "mk", NOW)
            restore.restore(
                made.path,
                tmp_path / "again.akte",
                login=LOGIN,
                passphrase=PASSPHRASE,
                who="mk",
                now=NOW,
                kdf=CHEAP,
            ).close()
            found = list(tmp_path.rglob("*"))
    finally:
        os.umask(before)
    assert len(found) > 12
    assert not [each for each in found if each.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]


def test_rights_of_a_copied_bundle_are_taken_back(path):
    create(path).office.close()
    path.chmod(0o755)
    (path / bundle.DATABASE).chmod(0o644)
    with reopen(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        assert stat.S_IMODE((path / bundle.DATABASE).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (lambda patch, path: patch.setattr(durable, "free_space", lambda _: 1024), DiskFull),
        (lambda patch, path: path.mkdir(), AlreadyThere),
        (lambda patch, path: _fails(patch, durable, "new_folder", errno.EACCES), NotWritable),
        (lambda patch, path: _fails(patch, durable, "new_folder", errno.EROFS), NotWritable),
        (lambda patch, path: _fails(patch, durable, "new_file", errno.ENOSPC), DiskFull),
        (lambda patch, path: _fails(patch, durable, "sync_folder", errno.EIO), WriteFailed),
        (lambda patch, path: _fails(patch, durable, "publish", errno.EEXIST), AlreadyThere),
    ],
)
def test_what_cannot_be_made_leaves_nothing_behind(path, monkeypatch, broken, problem):
    broken(monkeypatch, path)
    before = list(path.parent.iterdir())
    with pytest.raises(problem):
        create(path)
    assert list(path.parent.iterdir()) == before


def test_other_reasons_not_to_make_one(path, tmp_path):
    with pytest.raises(ShortPassphrase):
        create(path, passphrase="zu kurz")
    with pytest.raises(NotAnOfficeFile):
        create(tmp_path / "Büro.db")
    with pytest.raises(NotThere):
        create(tmp_path / "fehlt" / "Büro.akte")
    with pytest.raises(NotThere):
        create(tmp_path / f"{'x' * 300}.akte")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_creation_left_is_swept(path):
    left_over = path.with_name(f".{path.name}.0123abcd.new")
    left_over.mkdir()
    (left_over / "data.db").write_bytes(b"half")
    create(path).office.close()
    assert list(path.parent.iterdir()) == [path]


# Opening


def test_a_second_opener_learns_who_has_it_since_when(office, path):
    with pytest.raises(InUse) as refused:
        reopen(path)
    note = json.loads((path / "lock").read_text())
    assert refused.value.values == {
        "person": note["person"], "computer": note["computer"], "day": NOW.date(), "time": "14:02",
    }  # fmt: skip
    office.change("still mine", "mk", NOW).__enter__()


def test_the_database_s_own_lock_holds_without_the_lock_file(office, path):
    (path / "lock").unlink()
    outcome = subprocess.run([sys.executable, "-c", _OPENING, str(path)], capture_output=True, text=True)
    assert (outcome.stdout.strip(), outcome.stderr) == ("InUse", "")


def test_a_note_that_cannot_be_read_still_gives_a_sentence(office, path):
    (path / "lock").write_bytes(b"\xff{")
    with pytest.raises(InUse, match="another program"):
        reopen(path)


def test_a_stale_lock_note_is_no_lock(path):
    create(path).office.close()
    (path / "lock").write_text('{"person": "gone", "computer": "gone", "since": "2020-01-01T00:00:00+00:00"}')
    reopen(path).close()
    assert (path / "lock").read_bytes() == b""


def test_wrong_secrets_leave_it_closed_and_openable(path):
    code = create(path)
    code.office.close()
    with pytest.raises(WrongPassphrase):
        reopen(path, passphrase="kurze Wege, lange Worte")
    with pytest.raises(MistypedRecoveryCode):
        OfficeFile.open_with_recovery(path, code.recovery_code[:-1], NOW, CHEAP)
    with pytest.raises(WrongRecoveryCode):
        OfficeFile.open_with_recovery(path, create(path.with_name("b.akte")).recovery_code, NOW, CHEAP)
    reopen(path).close()


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda path: shutil.rmtree(path), NotAnOfficeFile),
        (lambda path: path.rename(path.with_suffix(".bak")) and path.write_text("a file"), NotAnOfficeFile),
        (lambda path: [each.unlink() for each in path.iterdir()], NotAnOfficeFile),
        (lambda path: (path / "data.db").unlink(), PartMissing),
        (lambda path: [(path / name).unlink() for name in (keyfile.CURRENT, keyfile.PREVIOUS)], PartMissing),
        (lambda path: (path / "data.db").write_bytes(b""), Damaged),
        (lambda path: (path / "data.db").write_bytes(b"SQLite format 3\0" + bytes(8192)), NotEncrypted),
        (lambda path: (path / "data.db").write_bytes(os.urandom(8192)), Damaged),
        (lambda path: ((path / "data.db").unlink(), (path / "data.db").mkdir()), Problem),
    ],
)
def test_what_is_not_an_office_file_is_refused(path, spoil, problem):
    create(path).office.close()
    spoil(path)
    with pytest.raises(problem):
        reopen(path)


def test_another_office_s_database_does_not_open(path, tmp_path):
    create(path).office.close()
    create(tmp_path / "other.akte").office.close()
    shutil.copyfile(tmp_path / "other.akte" / "data.db", path / "data.db")
    with pytest.raises(Damaged):
        reopen(path)


def test_a_medium_that_cannot_be_written_to_is_refused(path, monkeypatch):
    create(path).office.close()
    (path / "lock").unlink()
    _fails(monkeypatch, durable, "new_file", errno.EROFS)
    with pytest.raises(NotWritable) as refused:
        reopen(path)
    assert refused.value.values == {"file": path.name}


def test_a_read_only_database_is_refused(path, monkeypatch):
    """As the system says it: rights do not bind the account that some machines run tests under."""
    create(path).office.close()
    opened = Path.open

    def read_only(file: Path, mode: str = "r"):
        if file.name == bundle.DATABASE and mode != "rb":
            raise OSError(errno.EACCES, "as asked")
        return opened(file, mode)

    monkeypatch.setattr(Path, "open", read_only)
    with pytest.raises(NotWritable):
        reopen(path)


def test_a_newer_schema_is_refused(path):
    with create(path).office as office:
        office._database.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerFormat):
        reopen(path)
    assert not (path / "backups").exists()


# Reading and changing


def test_a_change_that_fails_is_not_stored(office):
    def half() -> None:
        with office.change("half", "mk", NOW) as change:
            office_settings.write(change, "letter_head", "x")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert office.read("SELECT name FROM setting") == [("office_name",)]
    assert office.read("SELECT action FROM audit") == [("create",)]
    with office.change("whole", "mk", NOW) as change:
        office_settings.write(change, "letter_head", ["a", "b"])
    assert office_settings.read(office)["letter_head"] == ["a", "b"]


def test_what_the_rows_refuse_is_a_problem_without_values(office):
    """Neither the sentence nor anything a traceback shows holds what was to be written."""

    def twice() -> None:
        with office.change("twice", "mk", NOW) as change:
            for _ in range(2):
                row = {"name": "Geheimer Schlüssel", "value": "Geheimer Wert"}
                change._link.execute(SettingRow.table().insert(), row)

    with pytest.raises(NotPossibleNow) as refused:
        twice()
    shown = []
    error: BaseException | None = refused.value
    while error is not None:
        shown.append(f"{error} {error!r} {error.args}")
        error = error.__cause__ or error.__context__
    assert len(shown) >= 3
    assert "Geheim" not in "".join(shown)
    assert office_settings.read(office) == {"office_name": "Musterstelle"}


def test_a_value_outside_its_range_is_refused_by_the_rows(office):
    client = clients.add(office, case(), "mk", NOW)
    for statement in (
        "UPDATE answer SET proof = 'perhaps'",
        "UPDATE status_period SET start_to = '1900-01-01'",
        "UPDATE status_period SET end_to = NULL WHERE position = 0",
        "UPDATE client SET born_to = NULL",
        "INSERT INTO household (client_id, position, relation, other) VALUES ('x', 0, 'child', 'y')",
        "INSERT INTO audit_checkpoint (seq, mac) VALUES (99, 'x')",
    ):
        with pytest.raises(NotPossibleNow):
            office.read(statement)
    assert clients.load(office, client) == case()


def test_an_instant_without_time_zone_is_a_fault_of_the_program(office):
    with pytest.raises(ValueError, match="time zone"), office.change("when", "mk", NOW.replace(tzinfo=None)):
        pass


def test_closing_twice_does_no_harm(path):
    office = create(path).office
    office.close()
    office.close()
    reopen(path).close()


# Users


def test_users_come_and_change_their_passphrase(office, path):
    office.add_user("ab", "ganz andere Wörter hier", "mk", NOW)
    office.change_passphrase("mk", PASSPHRASE, "noch einmal neue Wörter", NOW)
    with pytest.raises(WrongPassphrase):
        office.change_passphrase("mk", PASSPHRASE, "und wieder neue Wörter", NOW)
    with pytest.raises(ShortPassphrase):
        office.change_passphrase("ab", "ganz andere Wörter hier", "kurz", NOW)
    code = office.new_recovery_code("mk", NOW + timedelta(days=1))
    office.close()
    for login, passphrase in (("ab", "ganz andere Wörter hier"), ("MK", "noch einmal neue Wörter")):
        reopen(path, login, passphrase).close()
    with pytest.raises(WrongPassphrase):
        reopen(path)
    with OfficeFile.open_with_recovery(path, code, NOW, CHEAP) as office:
        actions = [action for (action,) in office.read("SELECT action FROM audit ORDER BY seq")]
    assert actions == ["create", "add_user", "change_passphrase", "new_recovery_code"]


def test_a_damaged_key_file_is_mended_and_told(path):
    create(path).office.close()
    (path / keyfile.CURRENT).write_bytes(b"?")
    with reopen(path) as office:
        assert office.keys_repaired
    with reopen(path) as office:
        assert not office.keys_repaired


# Loading


def test_what_is_not_needed_to_open_is_not_imported(path):
    create(path).office.close()
    script = f"{_OPENING}\nprint(sorted({{'alembic', 'PySide6', 'reportlab'}} & set(sys.modules)))"
    outcome = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True)
    assert (outcome.stdout.split("\n", 1), outcome.stderr) == (["opened", "[]\n"], "")


_CLIENT = UUID(int=7)
_OPENING = """
import sys
from pathlib import Path
from desktop.errors import Problem
from tests.store.making import reopen
try:
    reopen(Path(sys.argv[1])).close()
    print("opened")
except Problem as problem:
    print(type(problem).__name__)
"""


def _fails(patch, module, name: str, code: int) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, "as asked")

    patch.setattr(module, name, fail)
