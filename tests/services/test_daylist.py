"""Lists of the office's dates: what falls into a day, a week or the page of today; and no name unasked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.deadlines.duedates import Nature
from desktop.errors import Problem
from desktop.services import clients, daylist
from desktop.services.daylist import DayListChoice
from tests.documents.reading import pages

from .conftest import NOW, TODAY

SECRET = "Frau Geheim anrufen"


def entry(number, kind, days, what="", **more):
    return Entry(f"e{number}", kind, TODAY + timedelta(days=days), what, **more)


@pytest.fixture
def office(session, samples):
    """Three clients: a title that ends, entries around today, and one without any date."""
    own = (
        entry(1, EntryKind.FOLLOW_UP, -1, SECRET),
        entry(2, EntryKind.APPOINTMENT, 0, SECRET, time="14:30"),
        entry(3, EntryKind.APPOINTMENT, 0, SECRET, time="9:15"),
        entry(4, EntryKind.DEADLINE, 5, SECRET),  # Sun 29 Nov: safe day Fri 27 Nov
        entry(5, EntryKind.FOLLOW_UP, 0, step="receipt", plan="p"),
    )
    clients.add(session, replace(samples["hessen-haertefall"], entries=own), NOW)
    clients.add(session, CaseFile(Client("Niemand Ohne", file_number="B-9")), NOW)
    return session


def of(office, span, day=TODAY, **more):
    return daylist.sheet(office, DayListChoice(span, day, **more), today=TODAY)


def rows(sheet):
    return {group.title: [(each.nature, each.time) for each in group.rows] for group in sheet.groups}


def test_a_day_by_time(office):
    assert rows(of(office, "day")) == {
        "Di 24.11.2026": [(Nature.PLAN, ""), (Nature.APPOINTMENT, "9:15"), (Nature.APPOINTMENT, "14:30")]
    }


def test_a_week_from_monday_to_sunday_whatever_day_is_named(office):
    for day in (date(2026, 11, 23), TODAY, date(2026, 11, 29)):
        sheet = of(office, "week", day)
        assert sheet.about == "KW 48: 23.11.2026 bis 29.11.2026"
        assert [len(group.rows) for group in sheet.groups] == [1, 3, 0, 0, 1, 0, 0]
    (deadline,) = sheet.groups[4].rows
    assert (deadline.day, deadline.beside) == (date(2026, 11, 27), "letzter Tag: So 29.11.2026")


def test_the_week_number_is_that_of_the_calendar_week(office):
    with pytest.raises(Problem):
        of(office, "week", date(2027, 1, 1))
    one = entry(7, EntryKind.FOLLOW_UP, 38)  # Fri 1 Jan 2027 lies in week 53 of 2026
    clients.add(office, CaseFile(Client("Neu"), entries=(one,)), NOW)
    sheet = of(office, "week", date(2027, 1, 1))
    assert sheet.about == "KW 53: 28.12.2026 bis 03.01.2027"
    assert next(group.note for group in sheet.groups if group.rows) == "Feiertag: Neujahr"


def test_today_overdue_first_and_who_has_no_date_is_counted(office):
    sheet = of(office, "today", names=True)
    titles = [group.title for group in sheet.groups]
    assert titles[:3] == ["Überfällig", "Heute", "In den nächsten sieben Tagen"]
    assert sheet.groups[0].rows[0].what == SECRET
    assert sheet.notes == ("1 offene Akte hat keinen nächsten Termin und steht auf keiner Liste.",)


@pytest.mark.parametrize("span", ["today", "day", "week"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_name_and_no_own_word_unless_it_was_chosen(office, span, language):
    bare = daylist.printed(office, DayListChoice(span, TODAY, language), today=TODAY)
    text = " ".join(pages(bare.pdf))
    assert "Lidia" not in text
    assert "Geheim" not in text
    assert "B-2026-004" in text
    named = daylist.printed(office, DayListChoice(span, TODAY, language, names=True), today=TODAY)
    text = " ".join(pages(named.pdf))
    assert "Lidia Exempel" in text
    assert "Geheim" in text
    assert "Lidia" not in named.file_name


def test_the_file_is_named_by_list_and_day(office):
    made = daylist.printed(office, DayListChoice("week", TODAY), today=TODAY)
    assert made.file_name == "Wochenliste_2026-11-24.pdf"


def test_a_step_of_a_plan_speaks_for_itself(office):
    what = [row.what for group in of(office, "day").groups for row in group.rows]
    assert what[0] == "Liegt ein Eingangsnachweis vor? Sonst anfordern."


def test_what_is_left_out_is_said(office, monkeypatch):
    monkeypatch.setattr(daylist, "MOST", 2)
    (group,) = of(office, "day").groups
    assert (len(group.rows), group.note) == (2, "1 weiterer ist nicht aufgeführt")


def test_nothing_to_print_is_one_sentence(session):
    with pytest.raises(Problem, match="nothing to print"):
        of(session, "today")
