"""What is kept for the caseload: with the save, outside the journal, never longer than its origin."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.cases.people import HouseholdLink
from desktop.store import clients, deadlines, kept_facts, undo
from desktop.store.deadlines import Derived, DerivedDate
from desktop.store.kept_facts import KeptFacts, Numbering

from .making import NOW, case, reopen

TODAY = NOW.date()
NUMBERING = Numbering("numbering", 4)
KEPT = KeptFacts("numbering", TODAY, TODAY + timedelta(days=9), b"0123", ("25b_1.u4",))
DERIVED = Derived(TODAY, method="m", kept=KEPT)
FULL = DERIVED._replace(dates=(DerivedDate("expiry", TODAY + timedelta(days=5)),))


def test_it_is_written_with_the_save_and_comes_back(office):
    client = clients.add(office, case(), "mk", NOW, DERIVED)
    lifted = {client.hex: ("25b_1.u4",)}
    assert kept_facts.of_all(office, NUMBERING, TODAY) == ((client.hex,), (b"0123",), lifted)
    assert kept_facts.of_client(office, client, NUMBERING, TODAY) == (b"0123", ("25b_1.u4",))
    assert kept_facts.stale(office, NUMBERING, TODAY) == []


@pytest.mark.parametrize(
    ("slots", "days", "there"),
    [("numbering", -1, False), ("numbering", 9, True), ("numbering", 10, False), ("another", 0, False)],
)
def test_it_is_read_only_while_it_holds(office, slots, days, there):
    client = clients.add(office, case(), "mk", NOW, DERIVED)
    on, asked = TODAY + timedelta(days=days), Numbering(slots, 4)
    assert bool(kept_facts.of_all(office, asked, on).clients) is there
    assert (kept_facts.of_client(office, client, asked, on) is not None) is there
    assert kept_facts.stale(office, asked, on) == ([] if there else [client])


def test_a_change_without_it_drops_it_and_so_does_an_undo(office):
    client = clients.add(office, case(), "mk", NOW, DERIVED)
    clients.save(office, client, case("Amal Neu"), "mk", NOW, DERIVED._replace(kept=None))
    assert kept_facts.stale(office, NUMBERING, TODAY) == [client]
    clients.save(office, client, case("Amal Anders"), "mk", NOW, DERIVED)
    assert kept_facts.stale(office, NUMBERING, TODAY) == []
    undo.undo(office, "mk", NOW)
    assert kept_facts.stale(office, NUMBERING, TODAY) == [client]


def test_it_is_no_step_of_its_own(office):
    client = clients.add(office, case(), "mk", NOW)
    steps = office.read("SELECT count(*) FROM journal")
    with office.change("derive", "mk", NOW) as change:
        kept_facts.keep(change, client, KEPT)
        kept_facts.keep(change, client, KEPT._replace(codes=b"3210"))
    assert office.read("SELECT count(*) FROM journal") == steps
    assert kept_facts.of_all(office, NUMBERING, TODAY).codes == (b"3210",)
    assert office.check().sound


def test_a_step_that_fails_keeps_what_was_kept(office, path):
    client = clients.add(office, case(), "mk", NOW, DERIVED)

    def interrupted():
        with office.change("derive", "mk", NOW) as change:
            kept_facts.keep(change, client, KEPT._replace(codes=b"9999"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        interrupted()
    office.close()
    with reopen(path) as again:
        assert kept_facts.of_all(again, NUMBERING, TODAY).codes == (b"0123",)


def test_the_recycle_bin_is_left_out(office):
    client = clients.add(office, case(), "mk", NOW, DERIVED)
    clients.delete(office, [client], "mk", NOW)
    assert kept_facts.of_all(office, NUMBERING, TODAY) == ((), (), {})
    assert kept_facts.stale(office, NUMBERING, TODAY) == []
    clients.restore(office, [client], "mk", NOW)
    assert kept_facts.stale(office, NUMBERING, TODAY) == [client]


@pytest.mark.parametrize(
    "damage",
    [
        "codes = x'3031'",
        "codes = x'3031323334'",
        "codes = '0123'",
        "lifted = '['",
        "lifted = '{}'",
        "lifted = '3'",
        "until = 'soon'",
        "since = ''",
    ],
)
def test_a_row_that_is_none_waits_like_one_that_is_missing(office, path, damage):
    damaged = clients.add(office, case(), "mk", NOW, DERIVED)
    sound = clients.add(office, case("Amal Heil"), "mk", NOW, DERIVED)
    office.read(f"UPDATE kept_facts SET {damage} WHERE client_id = ?", damaged.hex)
    office.close()
    with reopen(path) as again:
        assert kept_facts.of_all(again, NUMBERING, TODAY).clients == (sound.hex,)
        assert kept_facts.of_client(again, damaged, NUMBERING, TODAY) is None
        assert kept_facts.stale(again, NUMBERING, TODAY) == [damaged]
        kept_facts.ending(again, NUMBERING, TODAY)
        clients.save(again, damaged, case("Amal Neu"), "mk", NOW, DERIVED)
        assert kept_facts.stale(again, NUMBERING, TODAY) == []


# What rests on the case of another


def linked(office):
    """A client, and another whose household names him; both with dates and kept facts."""
    parent = clients.add(office, case(), "mk", NOW, FULL)
    link = HouseholdLink("parent", str(parent))
    child = clients.add(office, replace(case("Amal Kind"), household=(link,)), "mk", NOW, FULL)
    return parent, child


CHANGES = {
    "save": lambda office, one: clients.save(office, one, case("Amal Neu"), "mk", NOW, FULL),
    "delete": lambda office, one: clients.delete(office, [one], "mk", NOW),
    "undo": lambda office, one: undo.undo(office, "mk", NOW),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_alone_ends_what_rests_on_it_even_if_nothing_follows(office, path, what):
    """As after a kill between the change and the deriving: nobody is told what no longer holds."""
    parent, child = linked(office)
    clients.save(office, parent, case("Amal Vorher"), "mk", NOW, FULL, {child: FULL})
    assert kept_facts.stale(office, NUMBERING, TODAY) == deadlines.stale(office, "m", TODAY) == []
    CHANGES[what](office, parent)
    office.close()
    with reopen(path) as again:
        assert kept_facts.of_client(again, child, NUMBERING, TODAY) is None
        assert child in kept_facts.stale(again, NUMBERING, TODAY)
        assert child in deadlines.stale(again, "m", TODAY)
        # Until it is derived again his last date stays on the list: better an old date than none.
        assert child in {each.client for each in deadlines.due(again, TODAY + timedelta(days=9))}


def test_a_save_with_the_household_keeps_theirs(office):
    parent, child = linked(office)
    clients.save(office, parent, case("Amal Neu"), "mk", NOW, FULL, {child: FULL})
    assert kept_facts.stale(office, NUMBERING, TODAY) == deadlines.stale(office, "m", TODAY) == []


def test_a_link_by_hexadecimal_digits_is_one_too(office):
    parent, _ = linked(office)
    link = HouseholdLink("parent", parent.hex)
    other = clients.add(office, replace(case("Amal Zwei"), household=(link,)), "mk", NOW, FULL)
    clients.delete(office, [parent], "mk", NOW)
    assert other in kept_facts.stale(office, NUMBERING, TODAY)
