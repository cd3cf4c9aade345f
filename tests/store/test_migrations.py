"""Earlier schemas become the present one, with their rows, and a backup stands before."""

import re
from contextlib import closing
from importlib import import_module
from pathlib import Path
from uuid import UUID

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from desktop.store import (
    audit,
    backup,
    bundle,
    clients,
    deadlines,
    engine,
    kept_facts,
    keyfile,
    migrations,
    restore,
    undo,
)
from desktop.store.credentials import Passphrase, RecoveryCode
from desktop.store.deadlines import Derived
from desktop.store.keys import new_header
from desktop.store.migrations import HEAD, REVISIONS, run
from desktop.store.problems import Damaged, NewerFormat
from desktop.store.rows import METADATA

from .making import CHEAP, LOGIN, NOW, PASSPHRASE, case, create, reopen

ALL_QUERIES = audit._case_queries()
VERSIONS = Path(run.__file__).parent / "versions"
AMAL = "0123456789abcdef0123456789abcdef"
ROWS = (
    f"INSERT INTO client VALUES ('{AMAL}', 'Amal Öztürk', '', '', '[]', 'ar', 'E-17', '', '', '1999-11-22', "
    "'1999-11-22', '2026-01-01T08:00:00Z', '2026-01-01T08:00:00Z', NULL)",
    'INSERT INTO answer (client_id, fact, shape, value, "by", "on", proof, paper, disputed, note) '
    f"VALUES ('{AMAL}', 'german_oral', 'text', '\"A2\"', 'mk', NULL, 'claimed', NULL, 0, '')",
    "INSERT INTO derived_date (client_id, position, kind, day, title, payload) "
    f"VALUES ('{AMAL}', 0, 'expiry', '2027-01-01', '25_3', 'null')",
)


@pytest.fixture
def earlier(path, monkeypatch):
    """An office file as the first schema had it, with a client."""
    return made_by(path, monkeypatch, REVISIONS[:1])


@pytest.fixture
def of_the_version_before(path, monkeypatch):
    """An office file as the version before this one leaves it behind, with a client."""
    return made_by(path, monkeypatch, REVISIONS[:-1])


def made_by(path, monkeypatch, revisions):
    path.mkdir()
    header, key = new_header(Passphrase(LOGIN, PASSPHRASE), RecoveryCode.new(), CHEAP)
    keyfile.create(path, header)
    with closing(engine.create_database(path / bundle.DATABASE, key.for_database)) as database:
        database.execute(migrations._VERSION_TABLE)
        run.upgrade(database, REVISIONS[:1])
        for statement in ROWS:
            database.execute(statement)
        logged = audit.Entry(NOW, "mk", "pc", REVISIONS[0], "add", UUID(AMAL))
        with monkeypatch.context() as of_that_time:
            of_that_time.setattr(audit, "_case_queries", lambda: queries_on(database))
            audit.append(database, [logged])
            run.upgrade(database, revisions[1:])
    return path


def queries_on(database):
    """What the seal of a case covered when there were only the tables that a file has."""
    present = {name for (name,) in database.execute("SELECT name FROM sqlite_master").fetchall()}
    return tuple(query for query in ALL_QUERIES if query.split()[3] in present)


def test_every_step_has_its_module_in_order():
    assert sorted(each.stem for each in VERSIONS.glob("r*.py")) == [f"r{each}" for each in REVISIONS]
    steps = [import_module(f"desktop.store.migrations.versions.r{each}") for each in REVISIONS]
    assert [(step.revision, step.down_revision) for step in steps] == list(
        zip(REVISIONS, [None, *REVISIONS], strict=False)
    )


def test_an_earlier_file_opens_with_its_rows(earlier):
    with reopen(earlier) as office:
        assert migrations.revision(office._database) == HEAD
        assert office.check().sound
        (found,) = clients.lines(office, "oeztuerk")
        assert (found.name, found.file_number) == ("Amal Öztürk", "E-17")
        assert clients.load(office, found.id).value("german_oral") == "A2"
        assert office.read("SELECT count(*) FROM derived_date") == [(0,)]
        assert deadlines.stale(office, "m", NOW.date()) == [found.id]
        assert office.read("PRAGMA foreign_keys") == [(1,)]
        clients.save(office, found.id, case("Amal Neu"), "mk", NOW)
        undo.undo(office, "mk", NOW)
        assert clients.load(office, found.id).client.name == "Amal Öztürk"
        assert office.check().sound
    reopen(earlier).close()


@pytest.mark.parametrize("steps", range(1, len(REVISIONS)))
def test_a_file_of_every_earlier_version_opens_whole(path, monkeypatch, steps):
    with reopen(made_by(path, monkeypatch, REVISIONS[:steps])) as office:
        assert migrations.revision(office._database) == HEAD
        assert clients.load(office, UUID(AMAL)).value("german_oral") == "A2"
        assert deadlines.stale(office, "m", NOW.date()) == [UUID(AMAL)]
        assert office.check().sound


def test_a_file_of_the_version_before_has_everybody_wait_and_goes_on(of_the_version_before):
    numbering = kept_facts.Numbering("numbering", 4)
    kept = kept_facts.KeptFacts("numbering", NOW.date(), NOW.date(), b"0123")
    with reopen(of_the_version_before) as office:
        assert migrations.revision(office._database) == HEAD
        assert kept_facts.stale(office, numbering, NOW.date()) == [UUID(AMAL)]
        clients.save(office, UUID(AMAL), case("Amal Neu"), "mk", NOW, Derived(NOW.date(), kept=kept))
        assert kept_facts.stale(office, numbering, NOW.date()) == []
    with reopen(of_the_version_before) as office:
        assert kept_facts.of_all(office, numbering, NOW.date()).codes == (b"0123",)
        assert office.check().sound


def test_the_last_step_that_fails_leaves_the_file_of_the_version_before(of_the_version_before, monkeypatch):
    step = import_module(f"desktop.store.migrations.versions.r{HEAD}")
    made = step.upgrade

    def upgrade_and_fail():
        made()
        raise ZeroDivisionError

    monkeypatch.setattr(step, "upgrade", upgrade_and_fail)
    with pytest.raises(ZeroDivisionError):
        reopen(of_the_version_before)
    monkeypatch.undo()
    with reopen(of_the_version_before) as office:
        assert clients.load(office, UUID(AMAL)).client.name == "Amal Öztürk"


def test_a_backup_of_the_earlier_file_stands_before(earlier, tmp_path):
    reopen(earlier).close()
    (made,) = backup.found_in(earlier / migrations.BACKUPS)
    with restore.restore(
        made.path, tmp_path / "again.akte", login=LOGIN, passphrase=PASSPHRASE, who="mk", now=NOW, kdf=CHEAP
    ) as office:
        assert [line.name for line in clients.lines(office)] == ["Amal Öztürk"]


def test_a_present_file_is_not_backed_up_for_nothing(path):
    create(path).office.close()
    reopen(path).close()
    assert not (path / migrations.BACKUPS).exists()


def test_a_step_that_fails_changes_nothing(earlier, monkeypatch):
    fill = import_module("desktop.store.migrations.versions.r0002")
    monkeypatch.setattr(fill, "_fill_search_words", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        reopen(earlier)
    monkeypatch.undo()
    with reopen(earlier) as office:
        assert clients.count(office) == 1


def test_broken_references_stop_the_steps(earlier, monkeypatch):
    fill = import_module("desktop.store.migrations.versions.r0002")
    monkeypatch.setattr(fill, "_fill_search_words", lambda link: link.exec_driver_sql("DELETE FROM client"))
    with pytest.raises(Damaged):
        reopen(earlier)
    monkeypatch.undo()
    reopen(earlier).close()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE alembic_version SET version_num = '0099'", NewerFormat),
        ("DELETE FROM alembic_version", Damaged),
        ("DROP TABLE alembic_version", Damaged),
    ],
)
def test_what_no_version_wrote_is_refused(path, statement, problem):
    with create(path).office as office:
        office.read(statement)
    with pytest.raises(problem):
        reopen(path)


def test_the_steps_lead_to_the_schema_that_new_files_get(earlier, tmp_path):
    with reopen(earlier) as migrated, create(tmp_path / "new.akte").office as new:
        assert described(migrated) == described(new)


def described(office):
    """Everything of a schema but the order of columns and the spelling of statements."""
    inspector = inspect(office._engine())
    tables = {
        table: {
            "columns": sorted(
                (column["name"], repr(column["type"]), column["nullable"])
                for column in inspector.get_columns(table)
            ),
            "key": inspector.get_pk_constraint(table),
            "references": inspector.get_foreign_keys(table),
            "checks": sorted(
                (each["name"], each["sqltext"]) for each in inspector.get_check_constraints(table)
            ),
            "clustered": office.read("SELECT wr FROM pragma_table_list WHERE name = ?", table),
        }
        for table in inspector.get_table_names()
    }
    others = office.read(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    )
    return tables, {(name, re.sub(r"[\s\"]+", " ", sql)) for name, sql in others}


def test_alembic_sees_no_difference_to_the_models(office):
    with office._engine().connect() as link:
        assert compare_metadata(MigrationContext.configure(link), METADATA) == []
