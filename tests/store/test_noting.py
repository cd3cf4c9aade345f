"""What the office file notes by itself stands whole or not at all, is logged, and is no step to undo."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from desktop.store import clients, office_settings, prospects, undo
from desktop.store.problems import NotPossibleNow
from desktop.store.prospects import Prospect, Prospects

from .making import LOGIN, NOW, case

DAY = date(2026, 12, 24)
FOUND = Prospects("m", NOW.date(), DAY, (Prospect(DAY, "25b_1", "grant", "not_met", "met", better=True),))


def _listed(office) -> list[Prospect]:
    return [each.prospect for each in prospects.listed(office, "m", NOW.date(), DAY, ["met"], 10)]


def test_it_is_kept_in_place_of_what_was_and_logged(office):
    client = clients.add(office, case(), LOGIN, NOW)
    before = office.audit_head.seq
    for found in (Prospects("m", NOW.date(), DAY), FOUND):
        with office.note("derive", LOGIN, NOW) as notes:
            prospects.keep(notes, client, found)
            notes.remember("day", [1, "ä"])
    assert _listed(office) == list(FOUND.found)
    assert office_settings.remembered(office, "day") == [1, "ä"]
    assert office.audit_head.seq == before + 2
    assert office.check().sound
    assert undo.undo(office, LOGIN, NOW).clients == {client}  # the addition: notes are no step
    assert _listed(office) == []


def test_what_follows_from_the_cases_is_kept_and_not_logged(office):
    client = clients.add(office, case(), LOGIN, NOW)
    before = office.audit_head
    with office.follow() as notes:
        prospects.keep(notes, client, FOUND)
    with office.change("derive", LOGIN, NOW, looks_logged=False):
        pass
    assert _listed(office) == list(FOUND.found)
    assert office.audit_head == before
    with office.change("save", LOGIN, NOW, looks_logged=False) as change:
        clients.write(change, client, case("Yusuf Muster"))
    assert office.audit_head.seq == before.seq + 1  # what a person did always is
    assert office.check().sound


def test_a_note_that_fails_leaves_nothing(office):
    client = clients.add(office, case(), LOGIN, NOW)
    before = office.audit_head
    with pytest.raises(ZeroDivisionError):
        _note(office, client, lambda: 1 / 0)
    assert (office_settings.remembered(office, "day"), _listed(office)) == (None, [])
    assert office.audit_head == before
    clients.add(office, case("Yusuf Muster"), LOGIN, NOW + timedelta(1))
    assert office.check().sound


def test_nothing_is_noted_of_a_client_that_is_gone(office):
    with pytest.raises(NotPossibleNow):
        _note(office, uuid4(), lambda: None)
    assert office_settings.remembered(office, "day") is None


def _note(office, client, last) -> None:
    with office.note("derive", LOGIN, NOW) as notes:
        notes.remember("day", 1)
        prospects.keep(notes, client, FOUND)
        last()
