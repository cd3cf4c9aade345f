"""The log of a planned date, read from the journal of a real office file."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.agenda import EntryKind
from desktop.services import agenda, clients
from desktop.services.entry_log import log_of
from desktop.texts import Texts

from .conftest import NOW, TODAY


@pytest.fixture
def kept(session, samples):
    """A client with two follow-ups and a deadline; what saves the next value a minute later."""
    case = samples["chancen-aufenthalt"]
    for what in ("Anrufen", "Schreiben"):
        case = agenda.add(case, EntryKind.FOLLOW_UP, TODAY + timedelta(days=7), by="mk", on=TODAY, what=what)
    case = agenda.add(case, EntryKind.DEADLINE, TODAY + timedelta(days=20), by="mk", on=TODAY, what="Klage")
    client = clients.add(session, case, NOW)
    minutes = [0]

    def save(changed):
        minutes[0] += 1
        clients.save(session, client, changed, NOW + timedelta(minutes=minutes[0]))
        return clients.load(session, client)

    return session, client, clients.load(session, client), save


def told(session, client, entry):
    return [(line.field, line.before, line.after, line.who) for line in log_of(session, client, entry.id)]


def test_every_change_stands_there_with_old_and_new_value(kept):
    session, client, case, save = kept
    entry = case.entries[1]
    case = save(agenda.move(case, entry.id, date(2026, 12, 10), by="mk", on=TODAY))
    case = save(agenda.done(case, entry.id, by="mk", on=TODAY, how="per Brief"))
    assert told(session, client, entry) == [
        ("done_on", None, "2026-11-24", "mk"),
        ("done_how", "", "per Brief", "mk"),
        ("day", "2026-12-01", "2026-12-10", "mk"),
        ("", None, "2026-12-01", "mk"),
    ]


def test_an_entry_is_found_though_another_went_from_before_it(kept):
    session, client, case, save = kept
    first, second, deadline = case.entries
    case = save(agenda.delete(case, first.id))
    case = save(agenda.move(case, deadline.id, date(2026, 12, 20), by="mk", on=TODAY, why="verlängert"))
    assert [field for field, *_ in told(session, client, second)] == [""]
    assert ("day", "2026-12-14", "2026-12-20", "mk") in told(session, client, deadline)
    assert told(session, client, first)[0] == ("", "2026-12-01", None, "mk")


def test_a_step_taken_back_stays_in_the_log(kept, texts_de):
    session, client, case, save = kept
    entry = case.entries[0]
    save(agenda.done(case, entry.id, by="mk", on=TODAY))
    clients.undo(session, NOW + timedelta(hours=1))
    lines = log_of(session, client, entry.id)
    assert [line.taken_back for line in lines] == [True, False, False]
    told_last = "24.11.2026, 12:15, mk: Getan am 24.11.2026 → – (Schritt zurückgenommen)"
    assert lines[0].words(texts_de) == told_last
    assert lines[-1].words(texts_de).endswith("mk: eingetragen")


def test_an_entry_nobody_knows_has_no_log(kept):
    session, client, case, _ = kept
    assert log_of(session, client, "nobody") == []
    assert log_of(session, client, replace(case.entries[0], id="x").id) == []


@pytest.fixture
def texts_de():
    from desktop import resources

    return Texts("de", resources.path("i18n"))
