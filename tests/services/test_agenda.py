"""The office's own dates of a case, derived dates settled and confirmed, plans, cases at rest."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.agenda import EntryKind
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.deadlines import schedule
from desktop.deadlines.duedates import Nature
from desktop.errors import Problem
from desktop.services import agenda, clients, deadlines, due, plans, rest, settling

from .conftest import NOW, TODAY

EMPTY = CaseFile(Client("Amal Muster"))
ME, YOU = "mk", "rs"
FRIST, FOLLOW_UP, APPOINTMENT = EntryKind.DEADLINE, EntryKind.FOLLOW_UP, EntryKind.APPOINTMENT


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def with_entry(kind=FOLLOW_UP, days=14, case=EMPTY, **more):
    case = agenda.add(case, kind, ahead(days), by=ME, on=TODAY, **more)
    return case, case.entries[-1]


def tolerated_until(last_day: date) -> CaseFile:
    since = PartialDate.exactly(last_day - timedelta(days=400))
    period = Period.on_paper(since, PartialDate.exactly(last_day))
    return EMPTY.with_fact("status_periods", Answer((StatusPeriod("D60a_2_1", period),)))


def the_duldung(law, case):
    (found,) = (each for each in deadlines.of(law, case, TODAY) if each.kind == "duldung_cert")
    return found


# Own dates


def test_a_follow_up_says_who_planned_it_and_when():
    _, entry = with_entry(what="  Pass\nnachfragen ", place=" Zimmer 3 ")
    assert (entry.day, entry.what, entry.place) == (ahead(14), "Pass nachfragen", "Zimmer 3")
    assert (entry.made_by, entry.made_on, entry.open) == (ME, TODAY, True)


def test_every_entry_has_an_id_of_its_own():
    case = EMPTY
    for _ in range(50):
        case, _ = with_entry(case=case)
    assert len({each.id for each in case.entries}) == 50


@pytest.mark.parametrize("kind", [FOLLOW_UP, APPOINTMENT])
def test_only_a_deadline_may_lie_in_the_past(kind):
    with_entry(kind, days=0)
    with pytest.raises(Problem, match="has passed"):
        with_entry(kind, days=-1)
    assert with_entry(FRIST, days=-1)[1].day == ahead(-1)


@pytest.mark.parametrize("day", [date(2206, 12, 1), date(1926, 11, 24)])
def test_a_mistyped_century_is_refused(day):
    with pytest.raises(Problem, match="more than 20 years"):
        agenda.add(EMPTY, FRIST, day, by=ME, on=TODAY)


@pytest.mark.parametrize("time", ["25:00", "14.30", "9:00", "14:60", "bald"])
def test_a_time_that_is_none_is_refused(time):
    with pytest.raises(Problem, match="14:30"):
        with_entry(APPOINTMENT, time=time)
    assert with_entry(APPOINTMENT, time="09:00")[1].time == "09:00"
    with pytest.raises(Problem, match="only an appointment"):
        with_entry(FOLLOW_UP, time="09:00")


def test_a_pre_deadline_comes_before():
    with pytest.raises(Problem, match="pre-deadline"):
        with_entry(FRIST, days=10, start_on=ahead(11))
    assert with_entry(FRIST, days=10, start_on=ahead(3))[1].start_on == ahead(3)


def test_a_line_of_text_has_its_length():
    with pytest.raises(Problem, match="300"):
        with_entry(what="x" * 301)


def test_a_follow_up_moves_freely_and_takes_its_beginning_along():
    case, entry = with_entry(days=14, start_on=ahead(10))
    moved = agenda.move(case, entry.id, ahead(21), by=YOU, on=TODAY)
    assert moved.entries[0] == replace(entry, day=ahead(21), start_on=ahead(17))


def test_a_deadline_moves_only_with_a_reason_and_loses_its_confirmation():
    case, entry = with_entry(FRIST, days=14, note="Bescheid vom 3.")
    case = agenda.confirm(case, entry.id, by=YOU, on=TODAY)
    with pytest.raises(Problem, match="reason"):
        agenda.move(case, entry.id, ahead(21), by=ME, on=TODAY, why="  ")
    moved = agenda.move(case, entry.id, ahead(21), by=ME, on=TODAY, why="verlängert").entries[0]
    assert (moved.confirmed_by, moved.confirmed_on) == ("", None)
    assert moved.note == "Bescheid vom 3.\n08.12.2026 → 15.12.2026 (mk, 24.11.2026): verlängert"


def test_moving_to_the_same_day_changes_nothing():
    case, entry = with_entry(FRIST)
    assert agenda.move(case, entry.id, entry.day, by=ME, on=TODAY) is case


def test_a_deadline_is_done_only_with_how():
    case, entry = with_entry(FRIST)
    with pytest.raises(Problem, match="how"):
        agenda.done(case, entry.id, by=ME, on=TODAY, how=" \t")
    found = agenda.done(case, entry.id, by=ME, on=TODAY, how="Klage per Fax").entries[0]
    assert (found.done_by, found.done_on, found.done_how) == (ME, TODAY, "Klage per Fax")


def test_a_follow_up_is_done_without_a_word_and_stays():
    case, entry = with_entry()
    case = agenda.done(case, entry.id, by=ME, on=TODAY)
    assert not case.entries[0].open
    for refused in (
        lambda: agenda.done(case, entry.id, by=ME, on=TODAY),
        lambda: agenda.move(case, entry.id, ahead(3), by=ME, on=TODAY),
        lambda: agenda.change(case, entry, on=TODAY),
    ):
        with pytest.raises(Problem, match="is done"):
            refused()
    with pytest.raises(Problem, match="stays"):
        agenda.delete(case, entry.id)
    assert agenda.reopen(case, entry.id).entries == (entry,)


def test_what_is_open_cannot_be_opened():
    case, entry = with_entry()
    with pytest.raises(Problem, match="open"):
        agenda.reopen(case, entry.id)


def test_a_deadline_is_never_deleted_a_follow_up_may_be():
    case, entry = with_entry(FRIST)
    with pytest.raises(Problem, match="never deleted"):
        agenda.delete(case, entry.id)
    case, entry = with_entry(case=case)
    assert [each.kind for each in agenda.delete(case, entry.id).entries] == [FRIST]


@pytest.mark.parametrize("by", ["mk", " MK "])
def test_whoever_entered_a_date_does_not_check_it(by):
    case, entry = with_entry(FRIST)
    with pytest.raises(Problem, match="does not check"):
        agenda.confirm(case, entry.id, by=by, on=TODAY)
    confirmed = agenda.confirm(case, entry.id, by=YOU, on=TODAY)
    assert (confirmed.entries[0].confirmed_by, confirmed.entries[0].confirmed_on) == (YOU, TODAY)
    with pytest.raises(Problem, match="already"):
        agenda.confirm(confirmed, entry.id, by="third", on=TODAY)


def test_words_change_and_an_overdue_date_may_get_others():
    case, entry = with_entry(APPOINTMENT, days=3, time="09:00")
    later = ahead(10)
    changed = agenda.change(case, replace(entry, what="Interview", time="10:00"), on=later).entries[0]
    assert (changed.what, changed.time, changed.day) == ("Interview", "10:00", entry.day)


def test_a_deadline_stays_one():
    case, entry = with_entry(FRIST)
    with pytest.raises(Problem, match="stays a deadline"):
        agenda.change(case, replace(entry, kind=FOLLOW_UP), on=TODAY)


def test_a_date_that_is_gone():
    with pytest.raises(Problem, match="no longer"):
        agenda.done(EMPTY, "gone", by=ME, on=TODAY)


# Dates that follow from the case


def test_a_legal_date_is_settled_with_how_and_may_be_opened_again(law):
    case = tolerated_until(ahead(10))
    key = schedule.key(the_duldung(law, case))
    with pytest.raises(Problem, match="how"):
        settling.settle(law, case, key, how="", by=ME, on=TODAY)
    settled = settling.settle(law, case, key, how="verlängert", by=ME, on=TODAY)
    assert the_duldung(law, settled).settled
    (entry,) = settled.entries
    assert (entry.kind, entry.made_by, entry.done_by) == (FRIST, "", ME)
    with pytest.raises(Problem, match="never deleted"):
        agenda.delete(settled, entry.id)
    opened = agenda.reopen(settled, entry.id)
    assert not the_duldung(law, opened).settled
    assert len(settling.settle(law, opened, key, how="doch", by=ME, on=TODAY).entries) == 1


def test_a_derived_day_does_not_move(law):
    case = tolerated_until(ahead(10))
    case = settling.confirm(law, case, schedule.key(the_duldung(law, case)), by=YOU, on=TODAY)
    with pytest.raises(Problem, match="follows from the case"):
        agenda.move(case, case.entries[0].id, ahead(20), by=ME, on=TODAY, why="so")


def test_a_settled_date_that_moves_comes_up_again(law):
    case = tolerated_until(ahead(10))
    key = schedule.key(the_duldung(law, case))
    settled = settling.settle(law, case, key, how="verlängert", by=ME, on=TODAY)
    moved = replace(settled, facts=tolerated_until(ahead(11)).facts)
    assert not the_duldung(law, moved).settled
    with pytest.raises(Problem, match="has moved"):
        settling.settle(law, moved, key, how="verlängert", by=ME, on=TODAY)


def test_a_derived_date_is_confirmed_by_anyone_but_whoever_settled_it(law):
    case = tolerated_until(ahead(10))
    key = schedule.key(the_duldung(law, case))
    settled = settling.settle(law, case, key, how="verlängert", by=ME, on=TODAY)
    with pytest.raises(Problem, match="does not check"):
        settling.confirm(law, settled, key, by=ME, on=TODAY)
    (entry,) = settling.confirm(law, settled, key, by=YOU, on=TODAY).entries
    assert (entry.confirmed_by, entry.open) == (YOU, False)
    (entry,) = settling.confirm(law, case, key, by=ME, on=TODAY).entries
    assert entry.open


def test_own_dates_are_not_settled_by_a_key(law):
    case, _ = with_entry(FRIST)
    (own,) = deadlines.of(law, case, TODAY)
    with pytest.raises(Problem, match="has moved"):
        settling.settle(law, case, schedule.key(own), how="so", by=ME, on=TODAY)


# Plans


def test_a_plan_sets_its_follow_ups_on_open_days(law):
    case = plans.start(law, EMPTY, "application", TODAY, by=ME, on=TODAY)
    assert [(each.step, each.day) for each in case.entries] == [
        ("receipt", date(2026, 12, 8)),
        ("progress", date(2027, 1, 5)),  # 24.11. + 6 weeks, a Tuesday
        ("inaction_notice", date(2027, 2, 2)),
        ("inaction", date(2027, 2, 24)),
    ]
    assert {each.kind for each in case.entries} == {FOLLOW_UP}
    (chain,) = plans.running(case)
    assert (chain.plan.id, len(chain.open), chain.done) == ("application", 4, ())


def test_of_steps_that_have_passed_only_the_latest_comes_up(law):
    case = plans.start(law, EMPTY, "application", TODAY - timedelta(weeks=7), by=ME, on=TODAY)
    assert [(each.step, each.day) for each in case.entries] == [
        ("progress", TODAY),
        ("inaction_notice", date(2026, 12, 15)),
        ("inaction", date(2027, 1, 7)),  # 06.10. + 3 months is 06.01., Epiphany in some places
    ]
    long_ago = plans.start(law, EMPTY, "papers", date(2026, 1, 5), by=ME, on=TODAY)
    assert [(each.step, each.day) for each in long_ago.entries] == [("papers_again", TODAY)]


def test_a_plan_starts_once_and_after_its_event(law):
    case = plans.start(law, EMPTY, "papers", TODAY, by=ME, on=TODAY)
    with pytest.raises(Problem, match="runs already"):
        plans.start(law, case, "papers", TODAY, by=ME, on=TODAY)
    with pytest.raises(Problem, match="not come yet"):
        plans.start(law, case, "papers", ahead(1), by=ME, on=TODAY)
    again = plans.start(law, case, "papers", ahead(7), by=ME, on=ahead(7))
    assert len(plans.running(again)) == 2


def test_a_stopped_plan_keeps_what_was_done(law):
    case = plans.start(law, EMPTY, "papers", TODAY, by=ME, on=TODAY)
    case = agenda.done(case, case.entries[0].id, by=ME, on=TODAY)
    stopped = plans.stop(case, plans.running(case)[0].id)
    assert [each.step for each in stopped.entries] == ["papers_first"]
    assert plans.running(stopped) == ()


# Rest


def test_a_case_rests_until_a_day_and_is_open_the_day_after():
    case = rest.rest(EMPTY, until=ahead(30), reason="Antwort des Gerichts", by=ME, on=TODAY)
    assert [rest.standing(case, ahead(days)) for days in (0, 30, 31)] == [
        rest.Standing.RESTS,
        rest.Standing.RESTS,
        rest.Standing.OPEN,
    ]
    assert rest.standing(rest.take_up(case), TODAY) is rest.Standing.OPEN


@pytest.mark.parametrize(
    ("until", "reason", "sentence"),
    [
        (ahead(-1), "Urlaub", "has passed"),
        (date(2028, 11, 25), "Urlaub", "at most 2 years"),
        (ahead(5), " ", "Say in a few words"),
    ],
)
def test_a_rest_that_cannot_be(until, reason, sentence):
    with pytest.raises(Problem, match=sentence):
        rest.rest(EMPTY, until=until, reason=reason, by=ME, on=TODAY)


def test_a_case_with_an_open_deadline_is_not_closed(law):
    case, entry = with_entry(FRIST, days=5)
    with pytest.raises(Problem, match="open deadline"):
        rest.close(law, case, reason="verzogen", by=ME, on=TODAY)
    done = agenda.done(case, entry.id, by=ME, on=TODAY, how="Klage erhoben")
    closed = rest.close(law, done, reason="verzogen", by=ME, on=TODAY)
    assert rest.standing(closed, date(2090, 1, 1)) is rest.Standing.CLOSED


# Stored


def test_what_was_done_is_stored_and_taken_back(session):
    client = clients.create(session, Client("Amal Muster"), {}, NOW)
    agenda.apply(session, client, lambda case: agenda.add(case, FOLLOW_UP, ahead(3), by=ME, on=TODAY), NOW)
    (entry,) = clients.load(session, client).entries
    (line,) = due.lines(session, due.Due.WEEK, TODAY)
    assert (line.client_id, line.entry, line.key, line.nature) == (client, entry.id, "", Nature.PLAN)
    agenda.apply(session, client, lambda case: agenda.done(case, entry.id, by=ME, on=TODAY), NOW)
    assert due.lines(session, due.Due.WEEK, TODAY) == []
    clients.undo(session, NOW)
    assert [each.entry for each in due.lines(session, due.Due.WEEK, TODAY)] == [entry.id]


def test_a_line_of_the_office_settles_its_date_by_its_key(session, law):
    client = clients.add(session, tolerated_until(ahead(10)), NOW)
    (line,) = due.between(session, TODAY, ahead(30), TODAY)
    agenda.apply(
        session,
        client,
        lambda case: settling.settle(law, case, line.key, how="verlängert", by=ME, on=TODAY),
        NOW,
    )
    assert due.between(session, TODAY, ahead(30), TODAY) == []
