"""Cases go in and come out equal; lists, search, recycle bin."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.cases.answers import Answer
from desktop.cases.periods import PartialDate
from desktop.store import clients
from desktop.store.problems import ClientGone, UnreadableAnswer

from .making import NOW, case
from .strategies import case_files

LATER = NOW + timedelta(hours=1)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(first=case_files, second=case_files)
def test_a_case_comes_back_as_it_was_stored(quick, first, second):
    client = clients.add(quick, first, "mk", NOW)
    assert clients.load(quick, client) == first
    clients.save(quick, client, second, "mk", LATER)
    assert clients.load(quick, client) == second


def test_a_value_without_a_shape_is_a_fault_of_the_program(office):
    with pytest.raises(TypeError):
        clients.add(office, case(odd=object()), "mk", NOW)
    assert clients.count(office) == 0


def test_an_answer_of_another_version_is_named(office):
    client = clients.add(office, case(), "mk", NOW)
    office._database.execute("UPDATE answer SET shape = 'record:later' WHERE fact = 'german_oral'")
    with pytest.raises(UnreadableAnswer) as told:
        clients.load(office, client)
    assert told.value.values == {"fact": "german_oral"}


def test_saving_what_is_stored_already_writes_nothing(office):
    client = clients.add(office, case(), "mk", NOW)
    before = office.read("SELECT * FROM journal"), clients.lines(office)
    clients.save(office, client, case(), "mk", LATER)
    assert (office.read("SELECT * FROM journal"), clients.lines(office)) == before


def test_only_what_differs_is_written(office):
    client = clients.add(office, case(), "mk", NOW)
    clients.save(office, client, case(german_oral="B1"), "mk", LATER)
    written = office.read("SELECT kind FROM journal_image WHERE change_id = 2 ORDER BY kind")
    assert written == [("answer",), ("client",)]
    assert clients.lines(office)[0].changed_at == LATER


def test_a_client_that_is_gone_is_told(office):
    for action in (
        lambda: clients.load(office, uuid4()),
        lambda: clients.save(office, uuid4(), case(), "mk", NOW),
        lambda: clients.delete(office, [uuid4()], "mk", NOW),
    ):
        with pytest.raises(ClientGone):
            action()


def test_lists_are_by_name_and_in_pages(office):
    for name in ("Ömer", "Zahra", "amal", "Oskar", "Ämilie"):
        clients.add(office, case(name), "mk", NOW)
    names = [line.name for line in clients.lines(office)]
    assert names == ["amal", "Ämilie", "Ömer", "Oskar", "Zahra"]
    assert [line.name for line in clients.lines(office, limit=2, offset=2)] == names[2:4]
    assert clients.count(office) == 5
    assert [line.name for line in clients.lines(office, "o")] == ["Ömer", "Oskar"]


def test_a_line_carries_what_a_list_shows(office):
    unclear = case("Samira", birth_date=PartialDate.parse("1980"))
    client = clients.add(office, unclear, "mk", NOW)
    assert clients.lines(office) == [
        clients.ClientLine(
            client, "Samira", "E-000001", date(1980, 1, 1), date(1980, 12, 31), "de", NOW, None
        )
    ]


def test_deleted_clients_wait_in_the_recycle_bin(office):
    kept, gone = (clients.add(office, case(name), "mk", NOW) for name in ("Amal", "Bahar"))
    clients.delete(office, [gone], "mk", LATER)
    assert [line.id for line in clients.lines(office)] == [kept]
    assert clients.count(office, "bahar") == 0
    assert clients.deleted(office) == [(gone, "Bahar", LATER)]
    assert clients.load(office, gone) == case("Bahar")
    clients.restore(office, [gone], "mk", LATER)
    assert clients.count(office) == 2
    assert clients.deleted(office) == []


def test_many_clients_can_be_one_step(office):
    with office.change("import", "mk", NOW) as change:
        for name in ("Amal", "Bahar"):
            clients.write(change, uuid4(), case(name))
    assert clients.count(office) == 2
    assert office.read("SELECT count(*) FROM journal") == [(1,)]


def test_inside_a_step_one_reads_what_it_wrote(office):
    client = clients.add(office, case("Amal"), "mk", NOW)
    with office.change("both", "mk", NOW, client) as change:
        clients.write(change, client, case("Amal Neu"))
        assert clients.load(office, client) == case("Amal Neu")
        assert [line.name for line in clients.lines(office)] == ["Amal Neu"]
    assert clients.load(office, client) == case("Amal Neu")


def test_the_order_of_status_periods_is_kept(office):
    turned = case()
    periods = turned.value("status_periods")[::-1]
    turned = turned.with_fact("status_periods", replace(turned.answer("status_periods"), value=periods))
    assert clients.load(office, clients.add(office, turned, "mk", NOW)).value("status_periods") == periods


def test_no_periods_and_periods_not_asked_stay_apart(office):
    empty = case().with_fact("status_periods", Answer(()))
    absent = case().without_fact("status_periods")
    for each in (empty, absent):
        assert clients.load(office, clients.add(office, each, "mk", NOW)) == each
