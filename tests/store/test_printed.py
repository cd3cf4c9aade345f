"""A print is kept whole, listed without its bytes, logged, no step to undo, and gone with the client."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from desktop.store import clients, printed, undo
from desktop.store.printed import Print
from desktop.store.problems import Damaged, NotPossibleNow

from .making import LOGIN, NOW, case, reopen

PDF = b"%PDF-1.4 " + bytes(range(256)) * 40


def made(at=NOW, **others):
    one = Print(
        uuid4(),
        at,
        LOGIN,
        "printer",
        "Ausländerbehörde Jena",
        date(2026, 11, 20),
        "core 2026.11",
        {"id": "core:jena", "name": "Ausländerbehörde Jena"},
        ({"kind": "letter", "answers": [["late_reason", "„krank“"]]},),
        "B-1_Anschreiben_2026-11-22.pdf",
        2,
    )
    return one._replace(**others)


def keep(office, client, *prints, content=PDF):
    for each in prints:
        with office.note("print", LOGIN, each.at, client) as notes:
            printed.keep(notes, client, each, content)


def test_a_print_is_the_same_when_the_file_is_opened_again(path, office):
    client, other = (clients.add(office, case(), LOGIN, NOW) for _ in range(2))
    one, later = made(), made(NOW + timedelta(hours=1), way="file", pages=3)
    keep(office, client, one, later)
    office.close()
    with reopen(path) as again:
        assert printed.of_client(again, client) == [
            each._replace(sheets=list(each.sheets)) for each in (later, one)
        ]
        assert printed.of_client(again, client, limit=1, offset=1)[0].id == one.id
        assert printed.of_client(again, other) == []
        assert printed.content(again, one.id) == PDF
        assert printed.content(again, uuid4()) is None
        assert again.check().sound


def test_it_is_logged_and_no_step_to_undo(office):
    client = clients.add(office, case(), LOGIN, NOW)
    clients.save(office, client, case("Amal Neu"), LOGIN, NOW)
    before = office.audit_head.seq
    keep(office, client, made())
    assert office.audit_head.seq == before + 1
    assert office.read("SELECT action, client_id FROM audit ORDER BY seq DESC LIMIT 1") == [
        ("print", client.hex)
    ]
    undo.undo(office, LOGIN, NOW)
    assert clients.load(office, client).client.name == "Amal Muster"
    assert len(printed.of_client(office, client)) == 1
    assert office.check().sound


def test_bytes_that_changed_are_not_printed_again(office):
    client = clients.add(office, case(), LOGIN, NOW)
    one = made()
    keep(office, client, one)
    office.read("UPDATE printed SET content = x'255044462D' WHERE id = ?", one.id.hex)
    with pytest.raises(Damaged):
        printed.content(office, one.id)


def test_nothing_is_kept_of_a_client_that_is_gone(office):
    with pytest.raises(NotPossibleNow):
        keep(office, uuid4(), made())
    assert office.read("SELECT count(*) FROM printed") == [(0,)]


def test_with_the_client_all_prints_go(office):
    client = clients.add(office, case(), LOGIN, NOW)
    keep(office, client, made())
    undo.undo(office, LOGIN, NOW)
    assert office.read("SELECT count(*) FROM printed") == [(0,)]
    assert office.check().sound
