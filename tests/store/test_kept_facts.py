"""What is kept for the caseload: with the save, outside the journal, never longer than its origin."""

from datetime import timedelta

import pytest

from desktop.store import clients, kept_facts, undo
from desktop.store.deadlines import Derived
from desktop.store.kept_facts import KeptFacts

from .making import NOW, case, reopen

TODAY = NOW.date()
KEPT = KeptFacts("numbering", TODAY, TODAY + timedelta(days=9), b"0123", ("25b_1.u4",))
DERIVED = Derived(TODAY, kept=KEPT)


def test_it_is_written_with_the_save_and_comes_back(office):
    client = clients.add(office, case(), "mk", NOW, DERIVED)
    lifted = {client.hex: ("25b_1.u4",)}
    assert kept_facts.of_all(office, "numbering", TODAY) == ((client.hex,), (b"0123",), lifted)
    assert kept_facts.of_client(office, client, "numbering", TODAY) == (b"0123", ("25b_1.u4",))
    assert kept_facts.stale(office, "numbering", TODAY) == []


@pytest.mark.parametrize(
    ("slots", "days", "there"),
    [("numbering", -1, False), ("numbering", 9, True), ("numbering", 10, False), ("another", 0, False)],
)
def test_it_is_read_only_while_it_holds(office, slots, days, there):
    client = clients.add(office, case(), "mk", NOW, DERIVED)
    on = TODAY + timedelta(days=days)
    assert bool(kept_facts.of_all(office, slots, on).clients) is there
    assert (kept_facts.of_client(office, client, slots, on) is not None) is there
    assert kept_facts.stale(office, slots, on) == ([] if there else [client])


def test_a_change_without_it_drops_it_and_so_does_an_undo(office):
    client = clients.add(office, case(), "mk", NOW, DERIVED)
    clients.save(office, client, case("Amal Neu"), "mk", NOW, DERIVED._replace(kept=None))
    assert kept_facts.stale(office, "numbering", TODAY) == [client]
    clients.save(office, client, case("Amal Anders"), "mk", NOW, DERIVED)
    assert kept_facts.stale(office, "numbering", TODAY) == []
    undo.undo(office, "mk", NOW)
    assert kept_facts.stale(office, "numbering", TODAY) == [client]


def test_it_is_no_step_of_its_own(office):
    client = clients.add(office, case(), "mk", NOW)
    steps = office.read("SELECT count(*) FROM journal")
    with office.change("derive", "mk", NOW) as change:
        kept_facts.keep(change, client, KEPT)
        kept_facts.keep(change, client, KEPT._replace(codes=b"3210"))
    assert office.read("SELECT count(*) FROM journal") == steps
    assert kept_facts.of_all(office, "numbering", TODAY).codes == (b"3210",)
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
        assert kept_facts.of_all(again, "numbering", TODAY).codes == (b"0123",)


def test_the_recycle_bin_is_left_out(office):
    client = clients.add(office, case(), "mk", NOW, DERIVED)
    clients.delete(office, [client], "mk", NOW)
    assert kept_facts.of_all(office, "numbering", TODAY) == ((), (), {})
    assert kept_facts.stale(office, "numbering", TODAY) == []
    clients.restore(office, [client], "mk", NOW)
    assert kept_facts.stale(office, "numbering", TODAY) == [client]
