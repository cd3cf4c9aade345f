"""Derived dates: written with the save, dropped with their input, listed oldest first."""

from datetime import date, timedelta

from desktop.store import clients, deadlines
from desktop.store.deadlines import Derived, DerivedDate, DueDate

from .making import NOW, case

TODAY = NOW.date()


def derived(*days: int, holds: int = 30) -> Derived:
    dates = tuple(
        DerivedDate(
            "expiry",
            TODAY + timedelta(days=day),
            safe_day=TODAY + timedelta(days=day - 1),
            title="25_3",
            payload={"days": day},
        )
        for day in days
    )
    return Derived(TODAY + timedelta(days=holds), dates, "m")


def test_what_was_derived_is_stored_with_the_save(office):
    client = clients.add(office, case(), "mk", NOW, derived(5, 9))
    assert deadlines.of_client(office, client) == derived(5, 9)
    clients.save(office, client, case("Neu"), "mk", NOW, derived(7))
    assert deadlines.of_client(office, client) == derived(7)
    assert clients.lines(office)[0].next_day == derived(7).dates[0].safe_day


def test_a_save_without_derivation_drops_the_old_one(office):
    client = clients.add(office, case(), "mk", NOW, derived(5))
    clients.save(office, client, case(), "mk", NOW)  # nothing changed: it still holds
    assert deadlines.of_client(office, client) == derived(5)
    clients.save(office, client, case("Neu"), "mk", NOW)
    assert deadlines.of_client(office, client) is None


def test_dates_are_listed_oldest_first_with_overdue_ones_leading(office):
    amal = clients.add(office, case("Amal"), "mk", NOW, derived(5, -20))
    bahar = clients.add(office, case("Bahar"), "mk", NOW, derived(-3, 40))
    found = deadlines.due(office, TODAY + timedelta(days=5))
    assert found == [
        DueDate(amal, "Amal", "E-000001", derived(-20).dates[0]),
        DueDate(bahar, "Bahar", "E-000001", derived(-3).dates[0]),
        DueDate(amal, "Amal", "E-000001", derived(5).dates[0]),
    ]
    assert len(deadlines.due(office, date.max, limit=2)) == 2
    clients.delete(office, [amal], "mk", NOW)
    assert [each.client for each in deadlines.due(office, date.max)] == [bahar, bahar]


def test_a_derivation_holds_up_to_and_including_its_day(office):
    client = clients.add(office, case(), "mk", NOW, derived(holds=3))
    for day, expected in ((2, []), (3, []), (4, [client])):
        assert deadlines.stale(office, "m", TODAY + timedelta(days=day)) == expected


def test_a_derivation_holds_for_the_method_it_was_made_with(office):
    client = clients.add(office, case(), "mk", NOW, derived())
    assert deadlines.stale(office, "m", TODAY) == []
    assert deadlines.stale(office, "another", TODAY) == [client]


def test_deriving_again_is_no_step_to_undo(office):
    client = clients.add(office, case(), "mk", NOW)
    with office.change("derive", "mk", NOW) as change:
        deadlines.replace(change, client, derived(5))
    assert office.read("SELECT action FROM journal") == [("add",)]
    assert office.check().sound


def test_a_date_may_carry_any_json(office):
    payloads: list[object] = [None, [], {"a": [1, None]}, "text", "3", 3, 2.5, True]
    for payload in payloads:
        each = Derived(TODAY, (DerivedDate("x", TODAY, payload=payload),))
        assert deadlines.of_client(office, clients.add(office, case(), "mk", NOW, each)) == each
