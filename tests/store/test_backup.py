"""Backups: equal to the source, with a key of their own, thinned without trusting the clock, restorable."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Problem
from desktop.store import audit, backup, bundle, clients, durable, keyfile, restore
from desktop.store.backup import kept
from desktop.store.problems import (
    AlreadyThere,
    BackupFailed,
    Damaged,
    DiskFull,
    NotAnOfficeFile,
    WrongPassphrase,
    WrongRecoveryCode,
)

from .making import CHEAP, LOGIN, NOW, PASSPHRASE, case, create, reopen


def restored(source, target, passphrase=PASSPHRASE):
    return restore.restore(source, target, login=LOGIN, passphrase=passphrase, who="mk", now=NOW, kdf=CHEAP)


@pytest.fixture
def full(office):
    for name in ("Amal", "Bahar", "Chinwe"):
        clients.add(office, case(name), "mk", NOW)
    return office


def test_a_backup_restores_to_the_same_office(full, tmp_path):
    made = full.back_up(tmp_path / "backups", "mk", NOW)
    clients.add(full, case("Daria"), "mk", NOW)
    with restored(made.path, tmp_path / "again.akte") as again:
        assert [line.name for line in clients.lines(again)] == ["Amal", "Bahar", "Chinwe"]
        amal = clients.lines(again)[0].id
        assert clients.load(again, amal) == clients.load(full, amal) == case("Amal")
        assert again.check().sound
        assert again.read("SELECT action FROM audit ORDER BY seq DESC LIMIT 1") == [("restore",)]
        clients.add(again, case("Elif"), "mk", NOW)
    reopen(tmp_path / "again.akte").close()
    assert clients.count(full) == 4


def test_the_recovery_code_restores_too(path, tmp_path):
    created = create(path)
    with created.office as office:
        made = office.back_up(tmp_path, "mk", NOW)
    restore.restore_with_recovery(
        made.path, tmp_path / "again.akte", code=created.recovery_code, who="recovery", now=NOW, kdf=CHEAP
    ).close()
    foreign = create(tmp_path / "b.akte")
    foreign.office.close()
    with pytest.raises(WrongRecoveryCode):
        restore.restore_with_recovery(
            made.path, tmp_path / "c.akte", code=foreign.recovery_code, who="recovery", now=NOW, kdf=CHEAP
        )
    assert not (tmp_path / "c.akte").exists()


def test_a_backup_has_a_key_of_its_own_and_the_passphrase_of_its_day(full, tmp_path):
    made = full.back_up(tmp_path, "mk", NOW)
    full.change_passphrase(LOGIN, PASSPHRASE, "noch einmal neue Wörter", NOW)
    for name in (bundle.DATABASE, keyfile.CURRENT):
        assert (made.path / name).read_bytes() != (full.path / name).read_bytes()
    with pytest.raises(WrongPassphrase):
        restored(made.path, tmp_path / "again.akte", "noch einmal neue Wörter")
    assert not (tmp_path / "again.akte").exists()
    restored(made.path, tmp_path / "again.akte").close()


def test_a_backup_of_a_sealed_chain_is_sound(path, tmp_path):
    create(path).office.close()
    with reopen(path) as office:
        made = office.back_up(tmp_path, "mk", NOW)
        assert office.read("SELECT count(*) FROM audit_checkpoint") == [(1,)]
    restored(made.path, tmp_path / "again.akte").close()
    with reopen(tmp_path / "again.akte") as again:
        assert again.check().sound


def test_a_manifest_says_nothing_about_the_office(full, tmp_path):
    made = full.back_up(tmp_path, "mk", NOW)
    assert set(json.loads((made.path / backup.MANIFEST).read_bytes())) == {"file", "made", "sha256"}


def test_backups_are_found_newest_first_and_other_things_passed_over(full, tmp_path):
    folder = tmp_path / "backups"
    made = [full.back_up(folder, "mk", NOW + timedelta(minutes=each)) for each in range(3)]
    for name in ("empty.aktebak", "notes"):
        (folder / name).mkdir()
    (folder / "file.aktebak").write_text("x")
    odd = folder / "odd.aktebak"
    odd.mkdir()
    (odd / backup.MANIFEST).write_text("[]")
    assert backup.found_in(folder) == made[::-1]
    assert backup.found_in(tmp_path / "missing") == []


@pytest.mark.parametrize("part", [bundle.DATABASE, backup.MANIFEST, keyfile.CURRENT])
def test_a_changed_backup_is_not_restored(full, tmp_path, part):
    made = full.back_up(tmp_path, "mk", NOW)
    content = (made.path / part).read_bytes()
    at = len(content) - 10  # of the manifest: in the digest, which is what it is for
    (made.path / part).write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
    (made.path / keyfile.PREVIOUS).unlink()
    with pytest.raises(Problem):
        restored(made.path, tmp_path / "again.akte")
    assert not (tmp_path / "again.akte").exists()


def test_damage_with_a_manifest_to_match_is_found_before_anything_is_in_place(full, tmp_path):
    made = full.back_up(tmp_path, "mk", NOW)
    data, manifest = made.path / bundle.DATABASE, made.path / backup.MANIFEST
    content = data.read_bytes()
    data.write_bytes(content[:-100] + bytes(100))
    told = json.loads(manifest.read_bytes()) | {"sha256": hashlib.sha256(data.read_bytes()).hexdigest()}
    manifest.write_text(json.dumps(told))
    with pytest.raises(Damaged):
        restored(made.path, tmp_path / "again.akte")
    assert not (tmp_path / "again.akte").exists()


def test_a_backup_with_a_damaged_key_file_restores_and_stays_as_it_is(full, tmp_path):
    made = full.back_up(tmp_path, "mk", NOW)
    (made.path / keyfile.CURRENT).write_bytes(b"?")
    restored(made.path, tmp_path / "again.akte").close()
    assert (made.path / keyfile.CURRENT).read_bytes() == b"?"
    with reopen(tmp_path / "again.akte") as again:
        assert not again.keys_repaired


def test_a_backup_never_overwrites(full, tmp_path):
    made = full.back_up(tmp_path, "mk", NOW)
    again = full.back_up(tmp_path, "mk", NOW)
    assert again.path != made.path
    with pytest.raises(AlreadyThere):
        restored(made.path, full.path)
    with pytest.raises(NotAnOfficeFile):
        restored(made.path, tmp_path / "again.db")
    assert sorted(backup.found_in(tmp_path)) == sorted([made, again])


def test_a_copy_that_differs_is_not_kept(full, tmp_path, monkeypatch):
    folder = tmp_path / "backups"
    heads = iter((audit.Head(1, "a"), audit.Head(1, "b")))
    monkeypatch.setattr(audit, "head", lambda _: next(heads))
    with pytest.raises(BackupFailed):
        backup.write(full._database, full._header, full._key, folder, "x", NOW)
    assert list(folder.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(full, tmp_path, monkeypatch):
    monkeypatch.setattr(durable, "free_space", lambda _: 1024 * 1024)
    with pytest.raises(DiskFull):
        full.back_up(tmp_path / "backups", "mk", NOW)
    assert list((tmp_path / "backups").iterdir()) == []


def test_thinning_leaves_other_offices_alone(full, tmp_path):
    folder = tmp_path / "backups"
    with create(tmp_path / "other.akte").office as other:
        strangers = [other.back_up(folder, "mk", NOW - timedelta(days=500 * each)) for each in range(3)]
    own = [full.back_up(folder, "mk", NOW + timedelta(hours=each)) for each in range(0, 200, 9)]
    left = {each.path for each in backup.found_in(folder)}
    assert {each.path for each in strangers} <= left
    keep = kept([each.made for each in own])
    assert left - {each.path for each in strangers} == {each.path for each in own if each.made in keep}
    assert own[-1].path in left


# Which are kept

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def test_two_days_fourteen_days_eight_weeks_twelve_months():
    hourly = [START + timedelta(hours=each) for each in range(24 * 500)]
    keep = sorted(kept(hourly))
    newest = hourly[-1]
    yesterday = newest.date() - timedelta(days=1)
    assert {each for each in keep if each.date() >= yesterday} == {
        each for each in hourly if each.date() >= yesterday
    }
    days = {each.date() for each in keep}
    assert all(newest.date() - timedelta(days=back) in days for back in range(14))
    assert len({f"{each:%G-%V}" for each in keep}) >= 8
    assert len({f"{each:%Y-%m}" for each in keep}) == 12
    assert len(keep) < 24 * 2 + 14 + 8 + 12


@given(st.lists(st.datetimes(timezones=st.just(UTC)), min_size=1, max_size=60, unique=True))
def test_the_newest_is_always_kept_and_thinning_twice_changes_nothing(made):
    keep = kept(made)
    assert max(made) in keep
    assert kept(sorted(keep)) == keep


def test_a_jumped_clock_deletes_no_day():
    days = [START + timedelta(days=each) for each in range(10)]
    jumped = START + timedelta(days=365 * 30)
    assert kept([*days, jumped]) == {*days, jumped}


def test_no_backup_no_thinning():
    assert kept([]) == set()
