"""The audit chain: an entry for every step, nothing in it but names of fields, every tampering found."""

import json
import random
import re

import pytest

from desktop.store import audit, clients, undo
from desktop.store.problems import NotPossibleNow

from .making import NOW, case, create, reopen


def entries(office):
    return office.read("SELECT action, client_id, fields FROM audit ORDER BY seq")


def test_every_step_has_a_journal_and_an_audit_entry(office):
    client = clients.add(office, case(), "mk", NOW)
    clients.save(office, client, case("Neuer Name", german_oral="B1"), "mk", NOW)
    clients.delete(office, [client], "mk", NOW)
    undo.undo(office, "mk", NOW)
    assert [action for action, _, _ in entries(office)] == ["create", "add", "save", "delete", "undo"]
    assert [row[0] for row in office.read("SELECT action FROM journal ORDER BY id")] == [
        "add",
        "save",
        "delete",
        "undo",
    ]
    changed = json.loads(entries(office)[2][2])
    assert changed == ["answer.german_oral", "client.name", "client.sort_name"]


def test_a_look_at_a_case_is_logged_and_not_journaled(office):
    client = clients.add(office, case(), "mk", NOW)
    with office.change("view", "mk", NOW, client):
        pass
    assert entries(office)[-1] == ("view", client.hex, "[]")
    assert office.read("SELECT count(*) FROM journal") == [(1,)]


def test_a_step_on_many_clients_has_an_entry_for_each(office):
    amal, bahar = (clients.add(office, case(name), "mk", NOW) for name in ("Amal", "Bahar"))
    clients.delete(office, [amal, bahar], "mk", NOW)
    assert {client for action, client, _ in entries(office) if action == "delete"} == {amal.hex, bahar.hex}


def test_no_name_and_no_value_stands_in_the_chain(office):
    known = case("Kanarienvogel", religion="Geheimnis")
    clients.save(office, clients.add(office, known, "mk", NOW), case("Papagei"), "mk", NOW)
    shown = json.dumps(office.read("SELECT * FROM audit")).lower()
    assert "answer.religion" in shown
    assert not [word for word in ("kanarien", "papagei", "geheimnis") if word in shown]
    assert "a2" not in re.findall(r"\w+", shown)  # a digest may hold it


def test_entries_are_only_added(office):
    clients.add(office, case(), "mk", NOW)
    for statement in ("UPDATE audit SET who = 'xy'", "DELETE FROM audit", "DELETE FROM audit WHERE seq = 2"):
        with pytest.raises(NotPossibleNow):
            office.read(statement)
    assert office.check().sound


def test_closing_and_every_hundredth_entry_are_sealed(path):
    with create(path).office as office:
        office.read("PRAGMA synchronous = OFF")
        client = clients.add(office, case(), "mk", NOW)
        for _ in range(120):
            with office.change("view", "mk", NOW, client):
                pass
        assert office.audit_head.seq == 122
    with reopen(path) as office:
        assert office.read("SELECT seq FROM audit_checkpoint ORDER BY seq") == [(100,), (122,)]
        assert office.check().sound
    reopen(path).close()
    with reopen(path) as office:  # nothing added, nothing sealed again
        assert office.read("SELECT count(*) FROM audit_checkpoint") == [(2,)]


def tamper(office, statement: str, *values: object) -> None:
    for table in ("audit", "audit_checkpoint"):
        for verb in ("update", "delete"):
            office.read(f"DROP TRIGGER IF EXISTS {table}_no_{verb}")
    office.read(statement, *values)


COLUMNS = "at who machine schema_revision action client_id fields digest chain".split()


def test_every_altered_entry_is_found(path):
    with create(path).office as office:
        office.read("PRAGMA synchronous = OFF")
        client = clients.add(office, case(), "mk", NOW)
        for number in range(30):
            with office.change(f"step {number}", "mk", NOW, client):
                pass
        rng = random.Random(3)
        for _ in range(150):
            seq, column = rng.randrange(1, 33), rng.choice(COLUMNS)
            ((before,),) = office.read(f"SELECT {column} FROM audit WHERE seq = ?", seq)
            tamper(office, f"UPDATE audit SET {column} = ? WHERE seq = ?", f"{before or ''}x", seq)
            assert not office.check().sound, (seq, column)
            tamper(office, f"UPDATE audit SET {column} = ? WHERE seq = ?", before, seq)
        assert office.check().sound


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit WHERE seq = 5",
        "UPDATE audit SET seq = seq + 1000 WHERE seq = 5",
        "UPDATE audit_checkpoint SET mac = 'x'",
        "INSERT INTO audit_checkpoint (seq, mac) VALUES (3, 'x')",
        "UPDATE answer SET value = '\"C2\"' WHERE fact = 'german_oral'",
        "UPDATE client SET notes = 'x'",
        "DELETE FROM status_period WHERE position = 1",
        "UPDATE audit_seal SET secret = '00'",
        "DELETE FROM audit_seal",
    ],
)
def test_what_was_done_outside_the_program_is_found(path, statement):
    with create(path).office as office:
        for name in ("Amal", "Bahar", "Chinwe", "Daria", "Elif"):
            clients.add(office, case(name), "mk", NOW)
    with reopen(path) as office:
        office.read("PRAGMA foreign_keys = OFF")
        tamper(office, statement)
        assert not office.check().sound


def test_a_chain_written_anew_has_another_head(path):
    """The chain alone cannot show it, but the head on paper and the seal can."""
    with create(path).office as office:
        clients.add(office, case(), "mk", NOW)
        office.read("SELECT 1")
        before = office.audit_head
        tamper(office, "DELETE FROM audit")
        audit.append(office._database, [audit.Entry(NOW, "mk", "m", "0002", "create", None)])
        assert office.audit_head != before
