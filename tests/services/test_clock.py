"""A clock that jumped is told with both days and changes nothing."""

from datetime import date, datetime, timedelta, timezone

import pytest

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import Passport, StatusPeriod
from desktop.services import clients, clock, due, prospects
from desktop.services.clock import ClockWarning, Jump
from desktop.services.office import open_office
from desktop.texts import Texts
from tests.store.making import CHEAP

from .conftest import NOW, TODAY

GERMAN = Texts("de", resources.path("i18n"))


def days(count: int) -> timedelta:
    return timedelta(days=count)


def everything(session):
    tables = "client", "answer", "status_period", "derived_date", "derivation", "entry", "journal", "prospect"
    return {table: session.office.read(f"SELECT * FROM {table}") for table in tables}


def test_a_file_that_was_never_used_warns_of_nothing(session):
    assert clock.check(session, date(1999, 1, 1)) is None
    assert clock.check(session, date(2199, 1, 1)) is None


@pytest.mark.parametrize(
    ("jump", "warned"),
    [
        (-3000, Jump.BACK),
        (-2, Jump.BACK),
        (-1, None),
        (0, None),
        (1, None),
        (60, None),
        (61, Jump.AHEAD),
        (3000, Jump.AHEAD),
    ],
)
def test_a_jump_is_told_with_both_days(session, jump, warned):
    assert clock.remember(session, NOW) is None
    today = TODAY + days(jump)
    expected = None if warned is None else ClockWarning(warned, TODAY, today)
    assert clock.check(session, today) == expected
    assert clock.remember(session, NOW + days(jump)) == expected
    # What jumped is not remembered; the next day is judged by the last good one.
    later = max(TODAY, today) if warned is None else TODAY
    assert clock.check(session, later + days(61)) == ClockWarning(Jump.AHEAD, later, later + days(61))
    assert clock.check(session, later + days(60)) is None


def test_a_person_who_says_that_the_clock_is_right_is_believed(session):
    clock.remember(session, NOW)
    for jump in (100, -50):
        assert clock.check(session, TODAY + days(jump)) is not None
        clock.accept(session, NOW + days(jump))
        assert clock.check(session, TODAY + days(jump)) is None
        assert clock.check(session, TODAY + days(jump - 2)) is not None


def test_the_day_is_remembered_by_the_file_and_is_no_step_to_undo(session, law, tmp_path):
    client = clients.create(session, Client("Amal Muster"), {}, NOW)
    clock.remember(session, NOW)
    path = session.path
    session.close()
    with open_office(
        path, login="mk", passphrase="kurze Wege, lange Wörter", reference=law, now=NOW, kdf=CHEAP
    ) as again:
        assert clock.check(again, TODAY - days(2)) == ClockWarning(Jump.BACK, TODAY, TODAY - days(2))
        assert clients.undo(again, NOW) == client  # the addition, not the day
        assert clients.count(again) == 0
        assert clock.check(again, TODAY - days(2)) is not None
        assert again.office.check().sound


def test_a_day_that_cannot_be_read_counts_as_none(session):
    with session.office.note("use", "mk", NOW) as notes:
        notes.remember("last_used_on", "gestern")
    assert clock.check(session, TODAY) is None


def _with_dates(session) -> str:
    period = Period.on_paper(PartialDate.exactly(TODAY - days(300)), PartialDate.exactly(TODAY + days(20)))
    passport = Passport("passport", Period.on_paper(period.start, PartialDate.exactly(TODAY + days(700))))
    facts = {
        "status_periods": Answer((StatusPeriod("title:25_3", period),)),
        "passports": Answer((passport,)),
    }
    return clients.create(session, Client("Amal Muster"), facts, NOW)


@pytest.mark.parametrize("jump", [-400, 400, 4000])
def test_while_the_clock_is_wrong_no_date_changes_and_nothing_is_lost(session, jump):
    _with_dates(session)
    clock.remember(session, NOW)
    before = everything(session)
    wrong = NOW + days(jump)
    assert clock.remember(session, wrong) is not None
    assert clients.bring_dates_up_to_date(session, wrong) == 0
    assert [each.of for each in prospects.look_ahead(session, wrong)] == [0]
    due.counts(session, wrong.date())
    assert everything(session) == before


def test_what_was_saved_under_a_clock_ahead_is_derived_anew_once_it_is_right(session):
    """Ten years on, a title's end is history and is not kept: put right, it must come back."""
    client = _with_dates(session)
    kinds = [line.kind for line in due.between(session, date.min, date.max, TODAY)]
    assert {"ae_validity", "passport"} <= set(kinds)
    wrong = NOW + days(4000)
    case = clients.load(session, client)
    clients.save(session, client, case.with_fact("german_oral", Answer("A2")), wrong)
    lost = [line.kind for line in due.between(session, date.min, date.max, TODAY)]
    assert not {"ae_validity", "passport"} & set(lost)
    assert clients.bring_dates_up_to_date(session, NOW) == 0
    assert [line.kind for line in due.between(session, date.min, date.max, TODAY)] == kinds


@pytest.mark.parametrize("hours", [-12, 0, 14])
def test_the_day_is_that_of_the_place_whatever_the_zone(session, hours):
    local = datetime(2026, 11, 24, 23, 59, tzinfo=timezone(timedelta(hours=hours)))
    clock.remember(session, local)
    assert clock.check(session, TODAY + days(60)) is None
    assert clock.check(session, TODAY + days(61)) is not None


def test_the_sentences_say_both_days_and_what_to_do(session):
    last, back, ahead = date(2026, 11, 24), date(2020, 1, 1), date(2027, 3, 1)
    assert (
        ClockWarning(Jump.BACK, last, back)
        .sentence(GERMAN)
        .startswith(
            "Die Uhr dieses Computers zeigt Mi 01.01.2020, "
            "diese Bürodatei wurde aber schon am Di 24.11.2026 benutzt. Bitte stellen Sie die Uhr richtig;"
        )
    )
    assert ClockWarning(Jump.AHEAD, last, ahead).sentence(GERMAN) == (
        "Die Uhr dieses Computers zeigt Mo 01.03.2027; diese Bürodatei wurde zuletzt am Di 24.11.2026 "
        "benutzt. Wenn die Uhr stimmt, bestätigen Sie das; sonst stellen Sie sie zuerst richtig."
    )
