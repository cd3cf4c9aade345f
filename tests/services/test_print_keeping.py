"""How long prints are kept: the day before, the day and the day after; letters for twelve months at least."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.cases.people import Client
from desktop.errors import Problem
from desktop.services import clients, print_keeping, prints
from desktop.services.print_choice import PrintChoice
from desktop.services.print_stack import Part, Stack
from desktop.services.printing import Printed
from desktop.store import printed as stored
from desktop.store import undo
from desktop.store.problems import DiskFull

from .conftest import NOW

MADE = datetime(2025, 8, 31, 9, 0, tzinfo=UTC)


@pytest.fixture
def client(session):
    return clients.create(session, Client("Amal Muster"), {}, NOW)


def keep(session, client, *kinds, at=MADE):
    parts = tuple(Part(PrintChoice(kind, "25_3", "core:jena", "first", "de"), 1) for kind in kinds)
    return prints.keep(session, client, Stack(Printed(b"%PDF", "a.pdf"), parts, 1), "file", at)


def left(session, client):
    return [each.kinds for each in prints.earlier(session, client)]


def test_unless_the_office_says_otherwise_everything_stays_as_long_as_the_case(session, client):
    keep(session, client, "checklist", at=datetime(1999, 1, 1, tzinfo=UTC))
    assert print_keeping.months(session) == 0
    assert print_keeping.remove_older(session, date(2099, 1, 1), NOW) == 0
    assert left(session, client) == [("checklist",)]


@pytest.mark.parametrize(
    ("kinds", "months", "last"),
    [
        (("checklist",), 6, date(2026, 2, 28)),
        (("checklist",), 24, date(2027, 8, 31)),
        (("letter",), 6, date(2026, 8, 31)),
        (("checklist", "reminder"), 6, date(2026, 8, 31)),
        (("own",), 6, date(2026, 8, 31)),
        (("handover",), 6, date(2026, 8, 31)),
        (("letter",), 24, date(2027, 8, 31)),
    ],
)
def test_a_print_stays_through_its_last_day(session, client, kinds, months, last):
    keep(session, client, *kinds)
    print_keeping.keep_for(session, months, NOW)
    for day in (last - timedelta(days=1), last):
        assert print_keeping.remove_older(session, day, NOW) == 0
        assert left(session, client) == [kinds]
    assert print_keeping.remove_older(session, last + timedelta(days=1), NOW) == 1
    assert left(session, client) == []


def test_the_day_is_that_of_german_clocks(session, client):
    keep(session, client, "checklist", at=datetime(2025, 8, 30, 22, 30, tzinfo=UTC))  # 31 August, 00:30
    print_keeping.keep_for(session, 12, NOW)
    assert print_keeping.older(session, date(2026, 8, 31)) == []
    assert len(print_keeping.older(session, date(2026, 9, 1))) == 1


def test_only_what_is_older_goes_and_the_chain_says_for_whom(session, client):
    other = clients.create(session, Client("Bo Muster"), {}, NOW)
    keep(session, client, "checklist")
    keep(session, client, "handout")
    young = keep(session, client, "checklist", at=NOW)
    keep(session, other, "letter")
    print_keeping.keep_for(session, 12, NOW)
    before = session.office.audit_head.seq
    assert print_keeping.remove_older(session, date(2026, 9, 1), NOW) == 3
    assert session.office.audit_head.seq == before + 2
    rows = session.office.read("SELECT action, who, client_id FROM audit WHERE seq > ?", before)
    assert {(action, who) for action, who, _ in rows} == {("drop_prints", "mk")}
    assert {each for _, _, each in rows} == {client.replace("-", ""), other.replace("-", "")}
    assert [each.id for each in prints.earlier(session, client)] == [young]
    with pytest.raises(Problem, match="not kept any more"):
        prints.again(session, other, "00000000-0000-0000-0000-000000000001")
    assert session.office.check().sound


def test_where_removing_fails_everything_stays(session, client, monkeypatch):
    keep(session, client, "checklist")
    print_keeping.keep_for(session, 6, NOW)

    def full(*_):
        raise DiskFull

    monkeypatch.setattr(stored, "drop", full)
    with pytest.raises(DiskFull):
        print_keeping.remove_older(session, date(2027, 1, 1), NOW)
    assert left(session, client) == [("checklist",)]


def test_the_choice_is_a_setting_that_can_be_taken_back(session):
    with pytest.raises(Problem, match="6, 12, 24"):
        print_keeping.keep_for(session, 5, NOW)
    print_keeping.keep_for(session, 24, NOW)
    assert print_keeping.months(session) == 24
    undo.undo(session.office, "mk", NOW)
    assert print_keeping.months(session) == 0
