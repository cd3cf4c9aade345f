"""Clients of an office: add, find, save, undo; dates are derived in the same step as the change."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.names import LONGEST_NAME
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.errors import Problem
from desktop.services import clients
from desktop.services import deadlines as dates
from desktop.services.method import made_with
from desktop.store import deadlines as stored_dates
from desktop.store.problems import ClientGone
from desktop.texts import Texts

from .conftest import NOW, TODAY


def born(year: int, month: int, day: int) -> Answer:
    return Answer(PartialDate.exactly(date(year, month, day)))


def history(code: str, since: date, last_day: date) -> Answer:
    period = Period.on_paper(PartialDate.exactly(since), PartialDate.exactly(last_day))
    return Answer((StatusPeriod(code, period, paper=True),))


DULDUNG = history("D60a_2_1", date(2025, 3, 1), date(2026, 12, 31))


def test_what_is_added_comes_back_equal(session, samples):
    for case in samples.values():
        client = clients.add(session, case, NOW)
        assert clients.load(session, client) == case
    assert clients.count(session) == len(samples)


def test_a_client_begins_with_little(session):
    client = clients.create(session, Client("  Amal\tMuster "), {"birth_date": born(1999, 11, 22)}, NOW)
    case = clients.load(session, client)
    assert (case.client.name, case.value("birth_date").day) == ("Amal Muster", date(1999, 11, 22))


@pytest.mark.parametrize("name", ["", "   ", "\N{ZERO WIDTH SPACE}", "x" * (LONGEST_NAME + 1)])
def test_a_name_that_is_none_is_refused(session, name):
    with pytest.raises(Problem):
        clients.create(session, Client(name), {}, NOW)
    assert clients.count(session) == 0


def test_a_line_shows_the_present_paper_and_its_days(session):
    facts = {"birth_date": born(1999, 11, 22), "status_periods": DULDUNG}
    client = clients.create(session, Client("Amal Muster", file_number="B-1"), facts, NOW)
    (line,) = clients.lines(session, today=TODAY)
    assert (line.id, line.name, line.file_number, line.birth_date) == (
        client,
        "Amal Muster",
        "B-1",
        "1999-11-22",
    )
    assert (line.status, line.ends) == ("D60a_2_1", date(2026, 12, 31))
    assert line.next_day == date(2026, 12, 30)
    assert line.as_data()["ends"] == "2026-12-31"


def test_lines_are_found_by_name_birth_date_and_number(session, samples):
    for case in samples.values():
        clients.add(session, case, NOW)
    for query in ("beispiel amina", "14.03.1999", "B-2026-001"):
        assert [line.name for line in clients.lines(session, query)] == ["Amina Beispiel"]
    assert clients.count(session, "amina") == 1
    assert [len(clients.lines(session, limit=3, offset=offset)) for offset in (0, 3, 6)] == [3, 3, 3]


def test_a_person_who_may_be_there_already_is_found(session, samples):
    for case in samples.values():
        clients.add(session, case, NOW)
    by_name = clients.similar(session, "Beispiel Amina", None)
    by_day = clients.similar(session, "Jemand Anders", PartialDate.exactly(date(1999, 3, 14)))
    assert [line.name for line in by_name] == [line.name for line in by_day] == ["Amina Beispiel"]
    assert clients.similar(session, "Jemand Anders", PartialDate.parse("1999")) == []
    assert clients.similar(session, "  ", None) == []


def test_saving_stores_what_differs_and_derives_the_dates_with_it(session):
    client = clients.create(session, Client("Amal Muster"), {"status_periods": DULDUNG}, NOW)
    longer = history("D60a_2_1", date(2025, 3, 1), date(2027, 6, 30))
    case = clients.load(session, client).with_fact("status_periods", longer)
    saved = clients.save(session, client, case, NOW)
    assert saved.at == NOW
    (line,) = clients.lines(session)
    assert line.next_day == line.ends == date(2027, 6, 30)
    assert stored_dates.stale(session.office, made_with(session.reference), TODAY) == []


def test_a_change_that_fails_stores_nothing(session):
    client = clients.create(session, Client("Amal Muster"), {"status_periods": DULDUNG}, NOW)
    case = clients.load(session, client)
    with pytest.raises(Problem):
        clients.save(session, client, replace(case, client=replace(case.client, name=" ")), NOW)
    assert clients.load(session, client) == case


def test_a_step_is_undone_and_done_again_with_its_dates(session):
    client = clients.create(session, Client("Amal Muster"), {"status_periods": DULDUNG}, NOW)
    before = clients.load(session, client)
    longer = history("D60a_2_1", date(2025, 3, 1), date(2027, 6, 30))
    after = before.with_fact("status_periods", longer)
    clients.save(session, client, after, NOW)
    assert clients.undo(session, NOW) == client
    assert clients.load(session, client) == before
    assert clients.lines(session)[0].next_day == date(2026, 12, 30)
    assert clients.redo(session, NOW) == client
    assert clients.load(session, client) == after
    assert clients.lines(session)[0].next_day == date(2027, 6, 30)


def test_undoing_the_addition_takes_the_client_away(session):
    client = clients.create(session, Client("Amal Muster"), {"status_periods": DULDUNG}, NOW)
    clients.undo(session, NOW)
    assert clients.lines(session) == []
    clients.redo(session, NOW)
    assert clients.lines(session)[0].id == client
    assert clients.lines(session)[0].next_day == date(2026, 12, 30)


def test_nothing_to_undo_is_a_problem(session):
    with pytest.raises(Problem):
        clients.undo(session, NOW)


def test_a_removed_client_comes_back(session):
    client = clients.create(session, Client("Amal Muster"), {}, NOW)
    clients.remove(session, client, NOW)
    assert clients.count(session) == 0
    clients.undo(session, NOW)
    assert clients.count(session) == 1
    with pytest.raises(ClientGone):
        clients.load(session, "00000000-0000-4000-8000-000000000000")


def test_many_are_added_in_steps(session, monkeypatch):
    monkeypatch.setattr(clients, "BATCH", 3)
    cases = [CaseFile(Client(f"Amal Muster {number}")) for number in range(7)]
    assert list(clients.add_many(session, iter(cases), NOW)) == [3, 6, 7]
    assert clients.count(session) == 7
    assert stored_dates.stale(session.office, made_with(session.reference), TODAY) == []


def test_one_bad_case_keeps_its_whole_step_out(session):
    with pytest.raises(Problem):
        list(clients.add_many(session, [CaseFile(Client("Amal")), CaseFile(Client(" "))], NOW))
    assert clients.count(session) == 0


def test_dates_that_no_longer_hold_are_derived_again(session):
    facts = {"status_periods": DULDUNG}
    for number in range(5):
        clients.create(session, Client(f"Amal Muster {number}"), facts, NOW)
    later = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    waiting = [clients.bring_dates_up_to_date(session, later, most=2) for _ in range(4)]
    assert waiting == [3, 1, 0, 0]
    assert stored_dates.stale(session.office, made_with(session.reference), later.date()) == []


def test_another_law_or_program_makes_the_dates_anew(session, monkeypatch):
    with monkeypatch.context() as older:
        older.setattr(dates, "made_with", lambda _: "another")
        client = clients.create(session, Client("Amal Muster"), {"status_periods": DULDUNG}, NOW)
    made, before = made_with(session.reference), session.office.audit_head
    assert stored_dates.stale(session.office, made, TODAY) == [UUID(client)]
    assert clients.bring_dates_up_to_date(session, NOW) == 0
    assert stored_dates.stale(session.office, made, TODAY) == []
    assert session.office.audit_head == before  # nobody did it


def test_those_whose_dates_cannot_be_derived_stop_nobody_else(session, monkeypatch):
    """Not even where nobody of those whose turn it is first can be."""
    for number in range(6):
        clients.create(session, Client(f"Amal Muster {number}"), {"status_periods": DULDUNG}, NOW)
    later = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    method = made_with(session.reference)
    waiting = stored_dates.stale(session.office, method, later.date())
    assert len(waiting) == 6
    wrong = {clients.load(session, str(each)).client.name for each in waiting[:3]}
    derive = dates.derive

    def mistaken(reference, case, today):
        if case.client.name in wrong:
            raise ZeroDivisionError
        return derive(reference, case, today)

    monkeypatch.setattr(dates, "derive", mistaken)
    left = [clients.bring_dates_up_to_date(session, later, most=2) for _ in range(4)]
    assert left == [5, 4, 0, 0]
    assert stored_dates.stale(session.office, method, later.date()) == waiting[:3]
    told = clients.dates_left_old(session, later)
    assert told is not None
    assert told.values["count"] == 3
    assert not [name for name in wrong if name in str(told.values)]


def test_whose_dates_stay_old_is_told_by_file_number(session, monkeypatch):
    client = clients.create(
        session, Client("Amal Muster", file_number="B-7"), {"status_periods": DULDUNG}, NOW
    )
    assert clients.dates_left_old(session, NOW) is None
    later = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
    monkeypatch.setattr(dates, "derive", lambda *_: 1 / 0)
    assert clients.bring_dates_up_to_date(session, later) == 0
    told = clients.dates_left_old(session, later)
    assert told is not None
    assert told.values == {"count": 1, "numbers": "B-7"}
    clients.remove(session, client, later)
    assert clients.dates_left_old(session, later) is None


def test_dates_hold_until_the_day_before_something_happens(session):
    """At the latest for a month, for the law has borders of its own: eighteen months are long past here."""
    facts = {"status_periods": history("D60a_2_1", date(2020, 3, 1), date(2026, 12, 31))}
    client = clients.create(session, Client("Amal Muster"), facts, NOW)
    kept = stored_dates.of_client(session.office, UUID(client))
    assert kept is not None
    assert kept.holds_until == TODAY + timedelta(days=30)
    late = datetime(2026, 12, 20, 9, 0, tzinfo=UTC)
    clients.save(session, client, clients.load(session, client), late)
    clients.derive_again(session, [UUID(client)], late)
    kept = stored_dates.of_client(session.office, UUID(client))
    assert kept is not None
    assert kept.holds_until == date(2026, 12, 31)


def test_the_table_of_a_terminal(law, session, samples):
    for case in samples.values():
        clients.add(session, case, NOW)
    texts = Texts("en", resources.path("i18n"))
    rows = clients.as_text(law, clients.lines(session, today=TODAY), texts).splitlines()
    assert rows[-1] == "9 clients"
    assert next(row for row in rows if "Ibrahim" in row).split("  ")[2].strip() in ("1989", "")


@pytest.mark.parametrize(
    ("born_on", "german", "english"),
    [
        ("", "", ""),
        ("1999-11-22", "22.11.1999", "22 Nov 1999"),
        ("1999-11", "November 1999", "November 1999"),
        ("1999", "1999", "1999"),
        (
            "1999-11-22/1999-12-24",
            "zwischen dem 22.11.1999 und dem 24.12.1999",
            "between 22 Nov 1999 and 24 Dec 1999",
        ),
    ],
)
def test_a_birth_date_known_in_part(born_on, german, english):
    i18n = resources.path("i18n")
    assert clients.born_words(born_on, Texts("de", i18n)) == german
    assert clients.born_words(born_on, Texts("en", i18n)) == english
