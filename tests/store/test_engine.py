"""The connection: recipe in force, nothing in plain text, every flipped bit and lost byte noticed."""

import os
import random
import sqlite3
from uuid import UUID

import pytest
from sqlcipher3 import dbapi2

from desktop.errors import Problem
from desktop.store import bundle, clients, engine
from desktop.store.problems import Damaged, NotEncrypted

from .making import NOW, case, create, reopen

PAGE = 4096


def test_the_recipe_is_in_force(office):
    pragmas = {
        "cipher_version": "4.19.0 community",
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": "2",
        "foreign_keys": "1",
        "secure_delete": "1",
        "temp_store": "2",
        "trusted_schema": "0",
        "auto_vacuum": "0",
    }
    found = {name: str(office.read(f"PRAGMA {name}")[0][0]) for name in pragmas}
    assert found == pragmas


def test_error_texts_hide_parameters(office):
    assert office._engine().hide_parameters


def test_extensions_cannot_be_loaded(office):
    with pytest.raises(Exception, match="not authorized"):
        office.read("SELECT load_extension('x')")


@pytest.mark.parametrize("answer", [None, ("",)])
def test_a_driver_without_encryption_is_refused(path, monkeypatch, answer):
    class Stock:
        def execute(self, _):
            return self

        def fetchone(self):
            return answer

    with pytest.raises(NotEncrypted):
        engine._refuse_foreign_driver(Stock())


def test_an_old_sqlite_is_refused(path, monkeypatch):
    create(path).office.close()
    monkeypatch.setattr(dbapi2, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(NotEncrypted):
        reopen(path)


def test_stock_sqlite_would_write_plain_text_without_a_word(tmp_path):
    """What the guards are for: the key pragma is accepted, the file is readable, and the guard says so."""
    path = tmp_path / "data.db"
    with sqlite3.connect(path) as stock:
        stock.execute("PRAGMA key = \"x'00'\"")
        stock.execute("CREATE TABLE client (name)")
        stock.execute("INSERT INTO client VALUES ('Kanarienvogel')")
    stock.close()
    assert b"Kanarienvogel" in path.read_bytes()
    with pytest.raises(NotEncrypted):
        engine.open_database(path, bytes(32))


def test_a_file_that_any_key_opens_is_refused(path, monkeypatch):
    create(path).office.close()
    monkeypatch.setattr(engine, "_use_key", lambda *_: None)
    monkeypatch.setattr(engine, "_raw", lambda path, mode: dbapi2.connect(":memory:"))
    with pytest.raises(NotEncrypted):
        engine._refuse_if_any_key_opens(path / bundle.DATABASE)


def test_no_wrong_key_opens_the_database(path):
    create(path).office.close()
    for _ in range(200):
        with pytest.raises(dbapi2.DatabaseError, match="not a database"):
            engine.open_database(path / bundle.DATABASE, os.urandom(32))


def test_nothing_readable_stands_in_the_files(path):
    with create(path).office as office:
        clients.add(office, case("Kanarienvogel"), "mk", NOW)
        found = [each.read_bytes() for each in path.iterdir()]
    for form in ("Kanarienvogel", "kanarienvogel", "german_oral", "gestattung", "client"):
        assert not [
            content for content in found if form.encode() in content or form.encode("utf-16-le") in content
        ]


def _noticed(path) -> bool:
    try:
        with reopen(path) as office:
            return not office.check().sound
    except Problem:
        return True


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    path = tmp_path_factory.mktemp("sound") / "a.akte"
    with create(path).office as office:
        for name in ("Amal", "Bahar", "Chinwe"):
            clients.add(office, case(name), "mk", NOW)
    return path


def test_every_flipped_bit_is_noticed(sound):
    data = sound / bundle.DATABASE
    content = data.read_bytes()
    rng = random.Random(5)
    try:
        for at in rng.sample(range(len(content)), 250):
            data.write_bytes(
                content[:at] + bytes([content[at] ^ (1 << rng.randrange(8))]) + content[at + 1 :]
            )
            assert _noticed(sound), at
    finally:
        data.write_bytes(content)
    assert not _noticed(sound)


def test_every_lost_end_is_noticed(sound):
    data = sound / bundle.DATABASE
    content = data.read_bytes()
    pages = range(0, len(content), PAGE)
    rng = random.Random(6)
    try:
        for length in [*pages, *rng.sample(range(len(content)), 60)]:
            data.write_bytes(content[:length])
            assert _noticed(sound), length
        data.write_bytes(content + content[-PAGE:])
        assert _noticed(sound)
    finally:
        data.write_bytes(content)


def test_an_older_page_put_back_is_noticed(sound):
    """Each page is authentic; only the audit chain knows that they do not belong together."""
    data = sound / bundle.DATABASE
    with reopen(sound) as office:
        ((client,),) = office.read("SELECT id FROM client WHERE name = 'Amal'")
        ((seals,),) = office.read("SELECT rootpage FROM sqlite_schema WHERE name = 'audit_checkpoint'")
        before = data.read_bytes()
        clients.save(office, UUID(client), case("Amal", german_oral="B1"), "mk", NOW)
    after = data.read_bytes()
    # The first page holds counters and no rows; a missing seal leaves the chain as it is.
    pages = set(range(1, len(before) // PAGE)) - {seals - 1}
    changed = [at * PAGE for at in pages if before[at * PAGE :][:PAGE] != after[at * PAGE :][:PAGE]]
    assert len(changed) > 4
    try:
        for at in changed:
            data.write_bytes(after[:at] + before[at : at + PAGE] + after[at + PAGE :])
            assert _noticed(sound), at
    finally:
        data.write_bytes(after)
    assert not _noticed(sound)


def test_a_damaged_page_is_a_problem_when_read(sound):
    data = sound / bundle.DATABASE
    content = data.read_bytes()
    try:
        data.write_bytes(content[:PAGE] + bytes(len(content) - PAGE))
        with pytest.raises(Damaged):
            reopen(sound)
    finally:
        data.write_bytes(content)
