"""What the whole office has before it, list by list."""

from datetime import date, timedelta

import pytest

from desktop.cases.agenda import EntryKind
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.deadlines import schedule
from desktop.deadlines.duedates import Nature
from desktop.deadlines.planned import KINDS as OWN_KINDS
from desktop.errors import Problem
from desktop.services import agenda, clients, deadlines, due, rest, settling
from desktop.services.due import Due
from tests.invented import invented_cases

from .conftest import NOW, TODAY


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def held(name: str, last_day: date, code: str = "title:25_3") -> CaseFile:
    since = PartialDate.exactly(last_day - timedelta(days=400))
    period = Period.on_paper(since, PartialDate.exactly(last_day))
    facts = {"status_periods": Answer((StatusPeriod(code, period),))}
    return CaseFile(Client(name, file_number=f"{len(name)}/26"), facts=facts)


def planned(name: str, days: int, kind=EntryKind.FOLLOW_UP, **more) -> CaseFile:
    return agenda.add(
        CaseFile(Client(name)), kind, ahead(days), by="mk", on=TODAY - timedelta(days=60), **more
    )


def names(found) -> list[str]:
    return [line.name for line in found]


@pytest.mark.parametrize(
    ("kind", "days", "start", "where"),
    [
        (EntryKind.FOLLOW_UP, -1, None, Due.OVERDUE),
        (EntryKind.FOLLOW_UP, 0, None, Due.TODAY),
        (EntryKind.FOLLOW_UP, 1, None, Due.WEEK),
        (EntryKind.FOLLOW_UP, 7, None, Due.WEEK),
        (EntryKind.FOLLOW_UP, 8, None, None),
        (EntryKind.FOLLOW_UP, 30, 0, Due.COMING),
        (EntryKind.FOLLOW_UP, 30, 1, None),
        (EntryKind.APPOINTMENT, -1, None, Due.OVERDUE),
        (EntryKind.APPOINTMENT, 0, None, Due.TODAY),
        (EntryKind.DEADLINE, -1, None, Due.OVERDUE),
        (EntryKind.DEADLINE, 0, None, Due.TODAY),
        # 29.11.2026 is a Sunday: the safe day is Friday the 27th
        (EntryKind.DEADLINE, 5, None, Due.WEEK),
        (EntryKind.DEADLINE, 20, -1, Due.COMING),
    ],
)
def test_each_date_stands_in_one_place(session, kind, days, start, where):
    case = planned("Amal", days, kind, start_on=None if start is None else ahead(start))
    clients.add(session, case, NOW)
    found = {each: names(due.lines(session, each, TODAY)) for each in Due}
    assert found == {each: ["Amal"] if each is where else [] for each in Due}
    counts = due.counts(session, TODAY)
    assert counts[:5] == tuple(int(each is where) for each in Due)


def test_a_safe_day_that_has_passed_is_for_today(session):
    """On Sunday the 29th the safe day of a deadline that ends then was Friday."""
    clients.add(session, planned("Amal", 5, EntryKind.DEADLINE), NOW)
    sunday = ahead(5)
    assert names(due.lines(session, Due.TODAY, sunday)) == ["Amal"]
    assert due.lines(session, Due.OVERDUE, sunday) == []


def test_the_buckets_say_the_same_as_each_date_on_its_page(session, law):
    cases = list(invented_cases(120, seed=5, today=TODAY))
    assert list(clients.add_many(session, cases, NOW)) == [120]
    expected = dict.fromkeys(Due, 0)
    week = TODAY + timedelta(days=7)
    for case in cases:
        for each in deadlines.of(law, case, TODAY):
            if each.settled or each.nature is Nature.RESTRICTION:
                continue
            if each.nature is Nature.EARLIEST:
                expected[Due.POSSIBLE] += (each.start_on or each.day) <= TODAY
            elif each.day < TODAY:
                expected[Due.OVERDUE] += 1
            elif each.act_by <= TODAY:
                expected[Due.TODAY] += 1
            elif each.act_by <= week:
                expected[Due.WEEK] += 1
            elif any(day and day <= TODAY for day in (each.start_on, each.urgent_from)):
                expected[Due.COMING] += 1
    assert all(expected[each] > 0 for each in (Due.OVERDUE, Due.WEEK, Due.COMING)), expected
    counts = due.counts(session, TODAY)
    assert counts[:5] == tuple(expected.values())
    assert {each: len(due.lines(session, each, TODAY, 10_000)) for each in Due} == expected


def test_a_line_names_its_date_as_the_schedule_does(session, law, samples):
    ids = {clients.add(session, case, NOW): case for case in samples.values()}
    lines = due.between(session, date.min, date.max, TODAY)
    keys = {
        (client, "" if each.kind in OWN_KINDS else schedule.key(each))
        for client, case in ids.items()
        for each in deadlines.of(law, case, TODAY)
        if not each.settled
    }
    assert len(lines) > 10
    assert {(line.client_id, line.key) for line in lines} == keys


def test_pages_follow_each_other(session):
    for number in range(7):
        clients.add(session, planned(f"Person {number}", 1), NOW)
    pages = [names(due.lines(session, Due.WEEK, TODAY, 3, offset)) for offset in (0, 3, 6)]
    assert [len(page) for page in pages] == [3, 3, 1]
    assert [*pages[0], *pages[1], *pages[2]] == [f"Person {number}" for number in range(7)]


def test_days_of_a_month_and_their_lines(session):
    for name, time in (("Spät", "15:00"), ("Früh", "09:30")):
        clients.add(session, planned(name, 3, EntryKind.APPOINTMENT, time=time), NOW)
    clients.add(session, planned("Ohne", 3), NOW)
    clients.add(session, planned("Andermal", 40), NOW)
    (day,) = due.days(session, date(2026, 11, 1), date(2026, 11, 30))
    assert (day.day, day.natures, day.dates) == (ahead(3), {Nature.PLAN: 1, Nature.APPOINTMENT: 2}, 3)
    assert names(due.between(session, ahead(3), ahead(3), TODAY)) == ["Ohne", "Früh", "Spät"]
    assert [names(due.between(session, ahead(3), ahead(3), TODAY, 1, at)) for at in range(4)] == [
        ["Ohne"],
        ["Früh"],
        ["Spät"],
        [],
    ]


def test_on_one_day_deadlines_come_first(session):
    """Then what has no hour, by name, then by the hour."""
    clients.add(session, planned("Anna", 3), NOW)
    clients.add(session, planned("Berta", 3, EntryKind.APPOINTMENT, time="08:00"), NOW)
    clients.add(session, planned("Zora", 3, EntryKind.DEADLINE), NOW)
    day = ahead(3)
    assert names(due.between(session, day, day, TODAY)) == ["Zora", "Anna", "Berta"]
    assert names(due.lines(session, Due.WEEK, TODAY)) == ["Zora", "Anna", "Berta"]


def test_what_presses_now_says_the_same_as_the_lists(session):
    for days in (-3, -1, 0, 1, 2, 9):
        clients.add(session, planned(f"P{days}", days, EntryKind.FOLLOW_UP), NOW)
    clients.add(session, held("Titel", ahead(1)), NOW)
    counts, tomorrow = due.counts(session, TODAY), ahead(1)
    due_tomorrow = due.between(session, tomorrow, tomorrow, TODAY)
    assert due.pressing(session, TODAY) == (counts.overdue, counts.today, len(due_tomorrow))
    assert counts.overdue == 2


def test_titles_that_end(session, law):
    for name, days in (("Später", 90), ("Bald", 10), ("Vorbei", -1), ("Fern", 91), ("Heute", 0)):
        clients.add(session, held(name, ahead(days)), NOW)
    clients.add(session, held("Duldung", ahead(5), "D60a_2_1"), NOW)
    assert names(due.ending(session, TODAY)) == ["Heute", "Bald", "Später"]
    assert due.ending_count(session, TODAY) == due.counts(session, TODAY).titles_ending == 3
    assert [clients.load(session, each).client.name for each in due.ending_clients(session, TODAY)] == [
        "Bald",
        "Heute",
        "Später",
    ]
    assert names(due.ending(session, TODAY, timedelta(days=30), kinds=due.CERTIFICATES)) == ["Duldung"]
    assert names(due.ending(session, TODAY, limit=1, offset=1)) == ["Bald"]


def test_who_has_no_date_is_counted_and_listed(session):
    clients.add(session, planned("Mit", 300), NOW)
    gone = clients.add(session, CaseFile(Client("Weg")), NOW)
    clients.remove(session, gone, NOW)
    for name in ("Zoe Ohne", "Amal Ohne"):
        clients.add(session, CaseFile(Client(name)), NOW)
    resting = rest.rest(CaseFile(Client("Ruht")), until=ahead(10), reason="Gericht", by="mk", on=TODAY)
    clients.add(session, resting, NOW)
    assert names(due.without_date(session, TODAY)) == ["Amal Ohne", "Zoe Ohne"]
    assert names(due.without_date(session, TODAY, 1, 1)) == ["Zoe Ohne"]
    counts = due.counts(session, TODAY)
    assert (counts.without_date, counts.at_rest) == (2, 1)
    assert names(due.without_date(session, ahead(10))) == ["Amal Ohne", "Zoe Ohne"]
    assert names(due.without_date(session, ahead(11))) == ["Amal Ohne", "Ruht", "Zoe Ohne"]
    assert due.without_date_count(session, ahead(11)) == 3


def test_a_date_that_only_informs_is_no_next_date(session, law):
    case = planned("Amal", 1)
    client = clients.add(session, case, NOW)
    agenda.apply(session, client, lambda c: agenda.done(c, case.entries[0].id, by="mk", on=TODAY), NOW)
    assert names(due.without_date(session, TODAY)) == ["Amal"]


def test_resting_cases_keep_their_dates_on_the_lists(session):
    case = rest.rest(held("Ruht", ahead(5)), until=ahead(60), reason="Gericht", by="mk", on=TODAY)
    clients.add(session, case, NOW)
    assert names(due.ending(session, TODAY)) == ["Ruht"]
    (line,) = due.at_rest(session, TODAY)
    assert (line.reason, line.until, line.by) == ("Gericht", ahead(60), "mk")
    assert due.at_rest(session, ahead(61)) == []
    assert due.closed(session, TODAY) == []


def test_closed_cases_show_what_was_entered_and_must_be_filed_but_no_papers(session, law):
    case = rest.close(law, held("Zu", ahead(5)), reason="verzogen", by="mk", on=TODAY)
    client = clients.add(session, case, NOW)
    assert due.between(session, date.min, date.max, TODAY) == []
    assert due.counts(session, TODAY)[:6] == (0, 0, 0, 0, 0, 0)
    assert names(due.closed(session, TODAY)) == ["Zu"]
    assert due.at_rest_count(session, TODAY, closed=True) == 1
    assert due.at_rest(session, TODAY) == []
    agenda.apply(
        session, client, lambda c: agenda.add(c, EntryKind.DEADLINE, ahead(3), by="mk", on=TODAY), NOW
    )
    assert names(due.lines(session, Due.WEEK, TODAY)) == ["Zu"]


LETTER = DecisionLetter("l1", "A2", arrival=Arrival.DELIVERED, served_on=ahead(-3))


def done_all(law, case: CaseFile) -> CaseFile:
    """Every date that is open marked as done."""
    while found := [each for each in deadlines.of(law, case, TODAY) if not each.settled]:
        first = found[0]
        if first.entry:
            case = agenda.done(case, first.entry, by="mk", on=TODAY, how="Fax")
        else:
            case = settling.settle(law, case, schedule.key(first), how="Fax", by="mk", on=TODAY)
    return case


@pytest.mark.parametrize(
    "case",
    [
        CaseFile(Client("Bescheid"), letters=(LETTER,)),
        planned("Frist", 30, EntryKind.DEADLINE),
        planned("Heute", 0, EntryKind.DEADLINE),
    ],
    ids=lambda case: case.client.name,
)
def test_a_client_with_a_running_deadline_is_not_deleted(session, law, case):
    client = clients.add(session, case, NOW)
    with pytest.raises(Problem, match=r"A deadline of this client runs to .*mark it as done"):
        due.check_removable(session, client, TODAY)
    clients.save(session, client, done_all(law, case), NOW)
    due.check_removable(session, client, TODAY)


@pytest.mark.parametrize(
    "case",
    [
        planned("Wiedervorlage", 5),
        planned("Vorbei", -1, EntryKind.DEADLINE),
        held("Titel", ahead(20)),  # it follows from the facts alone
    ],
    ids=lambda case: case.client.name,
)
def test_other_dates_hold_nobody_up(session, case):
    due.check_removable(session, clients.add(session, case, NOW), TODAY)
