"""The dates of the office for another calendar program."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from desktop import resources
from desktop.cases.agenda import EntryKind
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.deadlines import schedule
from desktop.deadlines.duedates import Urgency
from desktop.errors import CannotOpen
from desktop.services import agenda, calendar_export, clients, deadlines, due, plans, settling
from desktop.services.calendar_export import Choice
from desktop.texts import Texts
from tests.exchange.test_calendar_file import blocks, duration, plain, unfolded, values

from .conftest import NOW, TODAY

GERMAN, ENGLISH = (Texts(language, resources.path("i18n")) for language in ("de", "en"))
NAME, WORDS, PLACE = "Amal Öztürk", "Gespräch mit Schwester Leyla", "Wohnung Leyla"


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def held_until(last_day: date) -> CaseFile:
    since = PartialDate.exactly(last_day - timedelta(days=30))
    period = Period.on_paper(since, PartialDate.exactly(last_day))
    return CaseFile(
        Client(NAME, file_number="B-17"),
        facts={"status_periods": Answer((StatusPeriod("D60a_2_1", period),))},
    )


@pytest.fixture
def case(law) -> CaseFile:
    found = held_until(date(2026, 12, 20))  # a Sunday: the safe day is Friday the 18th
    kinds: dict[EntryKind, dict[str, Any]] = {
        EntryKind.DEADLINE: {"day": date(2026, 12, 15)},
        EntryKind.APPOINTMENT: {"day": date(2026, 12, 3), "time": "14:30", "what": WORDS, "place": PLACE},
        EntryKind.FOLLOW_UP: {"day": date(2026, 12, 1), "what": WORDS},
    }
    for kind, more in kinds.items():
        found = agenda.add(found, kind, by="mk", on=TODAY, **more)
    return plans.start(law, found, "papers", TODAY, by="mk", on=TODAY)


def events(session, choice, texts=GERMAN, now=NOW):
    exported = calendar_export.export(session, choice, texts, now)
    lines = unfolded(exported.content)
    found = [values(block) for block in blocks(lines, "VEVENT")]
    assert len(found) == exported.dates
    return {plain(each["SUMMARY"]): each for each in found}


def test_without_names_a_client_is_a_number_and_nobodys_words_are_in_it(session, case):
    clients.add(session, case, NOW)
    exported = calendar_export.export(session, Choice.around(TODAY), GERMAN, NOW)
    text = "\n".join(unfolded(exported.content))
    for private in ("Amal", "Öztürk", "Leyla", "Wohnung", "Gespräch"):
        assert private not in text
    assert set(events(session, Choice.around(TODAY))) == {
        "Frist: Duldung endet: § 60a Abs. 2 S. 1 · B-17".replace("§ ", "§\u00a0"),
        "Eigene Frist · B-17",
        "Termin · B-17",
        "Wiedervorlage · B-17",
        "Wiedervorlage: Sind die Unterlagen da? Sonst erinnern. · B-17",
        "Wiedervorlage: Die Unterlagen fehlen noch: besprechen, was im Weg steht. · B-17",
    }


def test_with_names_they_are_there(session, case):
    clients.add(session, case, NOW)
    found = events(session, Choice.around(TODAY, names=True))
    appointment = found[f"Termin: {WORDS} · {NAME} (B-17)"]
    assert plain(appointment["LOCATION"]) == PLACE
    assert appointment["DTSTART;TZID=Europe/Berlin"] == "20261203T143000"


def test_a_deadline_stands_on_its_safe_day_and_says_the_last(session, case):
    clients.add(session, case, NOW)
    (found,) = (each for name, each in events(session, Choice.around(TODAY)).items() if "Duldung" in name)
    assert found["DTSTART;VALUE=DATE"] == "20261218"
    assert plain(found["DESCRIPTION"]) == (
        "Letzter Tag: So 20.12.2026.\n"
        "Stand 24.11.2026. Es gilt, was das Programm zeigt; dieser Eintrag ändert sich nicht mit."
    )


def test_alarms_by_kind_and_the_last_on_a_weekday(session):
    case = agenda.add(
        CaseFile(Client("x")), EntryKind.DEADLINE, date(2026, 12, 14), by="mk", on=TODAY
    )  # a Monday
    clients.add(session, case, NOW)
    lines = unfolded(calendar_export.export(session, Choice.around(TODAY), GERMAN, NOW).content)
    rings = [datetime(2026, 12, 14) + duration(values(block)["TRIGGER"]) for block in blocks(lines, "VALARM")]
    assert rings == [
        datetime(2026, 12, 7, 9),
        datetime(2026, 12, 11, 9),  # three days before, a Friday
        datetime(2026, 12, 11, 9),  # the last weekday before
        datetime(2026, 12, 14, 12),
    ]


def test_a_date_keeps_its_uid_when_it_moves_and_when_somebody_checks_it(session, law, case):
    client = clients.add(session, case, NOW)
    before = {name: each["UID"] for name, each in events(session, Choice.around(TODAY)).items()}
    assert len(set(before.values())) == 6
    (found,) = (each for each in deadlines.of(law, case, TODAY) if each.kind == "duldung_cert")
    agenda.apply(
        session,
        client,
        lambda c: settling.confirm(law, c, schedule.key(found), by="rs", on=TODAY),
        NOW,
    )
    after = clients.load(session, client)
    moved = replace(after, facts=held_until(date(2027, 1, 20)).facts)
    entry = moved.entries[2]
    moved = agenda.move(moved, entry.id, ahead(40), by="mk", on=TODAY)
    clients.save(session, client, moved, NOW)
    again = events(session, Choice.around(TODAY), now=NOW + timedelta(days=1))
    assert {name: each["UID"] for name, each in again.items()} == before
    assert any(each.get("DTSTART;VALUE=DATE") == "20270120" for each in again.values())


def test_two_clients_never_share_a_uid(session, case):
    for _ in range(2):
        clients.add(session, case, NOW)
    exported = calendar_export.export(session, Choice.around(TODAY), GERMAN, NOW)
    found = [values(block)["UID"] for block in blocks(unfolded(exported.content), "VEVENT")]
    assert len(found) == len(set(found)) == 12


def test_one_client_alone(session, case):
    clients.add(session, case, NOW)
    other = clients.add(session, replace(held_until(ahead(9)), client=Client("Bahar")), NOW)
    found = events(session, Choice.around(TODAY, client_id=other))
    assert [name.rpartition(" · ")[2] for name in found] == ["ohne Aktenzeichen"]
    assert calendar_export.file_name(Choice.around(TODAY, client_id=other), GERMAN, TODAY) == (
        "termine-person_2026-11-24.ics"
    )


def test_both_borders_belong_to_it_and_all_pages_come(session, monkeypatch):
    for number in range(5):
        case = agenda.add(
            CaseFile(Client(f"Nr {number}")), EntryKind.FOLLOW_UP, ahead(number), by="mk", on=TODAY
        )
        clients.add(session, case, NOW)
    monkeypatch.setattr(due, "PAGE", 2)
    found = events(session, Choice(ahead(1), ahead(3), names=True), ENGLISH)
    assert list(found) == ["Follow-up · Nr 1", "Follow-up · Nr 2", "Follow-up · Nr 3"]
    assert calendar_export.export(session, Choice.around(TODAY), GERMAN, NOW).dates == 5


def test_a_file_that_cannot_be_written_leaves_the_old_one(session, tmp_path):
    exported = calendar_export.export(session, Choice.around(TODAY), GERMAN, NOW)
    folder = tmp_path / "f"
    folder.mkdir()
    path = folder / "t.ics"
    calendar_export.write(path, exported)
    assert path.read_bytes() == exported.content
    with pytest.raises(CannotOpen):
        calendar_export.write(folder / "gone" / "t.ics", exported)
    assert [each.name for each in folder.iterdir()] == ["t.ics"]


def test_a_time_that_is_none_stays_visible(session):
    line = deadlines.DueLine(
        "c", "x", "", "appointment", "", "", TODAY, None, None, Urgency.SOON, time="nachmittags"
    )
    assert calendar_export._time(line) is None
    assert calendar_export._time(line._replace(time="09:05")) == time(9, 5)
