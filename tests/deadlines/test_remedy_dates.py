"""Decision letters in the schedule: dates to guard, red in time, never lost, each with its derivation."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.casefile import CaseFile
from desktop.cases.letters import DecisionLetter
from desktop.cases.people import Client
from desktop.deadlines.duedates import DueDate, Nature, StageKind, Urgency
from desktop.deadlines.schedule import KINDS, key, schedule
from desktop.deadlines.time_law import NO_LAW
from tests.deadlines.making import JENA, MUNICH, UNKNOWN
from tests.deadlines.remedy_letters import ENGLISH, LAW, MISSING, day, letter, said

TODAY = date(2026, 12, 3)
NEW = {"began": "01.07.2026"}
SERVED = "02.12.2026"


def dates(*letters: DecisionLetter, on: date = TODAY, entries: tuple[Entry, ...] = ()) -> list[DueDate]:
    case = CaseFile(Client("Test"), letters=letters, entries=entries)
    return list(schedule(case, on, MUNICH, LAW))


def one(kind: str, *letters: DecisionLetter, **more: Any) -> DueDate:
    (due,) = (each for each in dates(*letters, **more) if each.kind == kind)
    return due


def test_a_letter_gives_filing_dates_that_know_their_letter() -> None:
    found = dates(letter("A2", SERVED, printed="action 1 weeks", **NEW))
    assert [each.kind for each in found] == ["remedy_action", "remedy_interim", "remedy_reasons"]
    assert {each.nature for each in found} == {Nature.FILING}
    assert {each.letter for each in found} == {"l1"}
    assert all(each.kind in KINDS for each in found)


def test_a_week_is_red_from_the_start() -> None:
    """Served on 02.12., red on that day, eight days before it ends."""
    due = one("remedy_action", letter("A2", SERVED, printed="action 1 weeks", **NEW), on=day(SERVED))
    assert due.urgency(day(SERVED)) is Urgency.URGENT
    assert due.start_on == day(SERVED)


def test_two_weeks_have_their_stages() -> None:
    """To Wed 16.12.2026: seven days before Wed 09.12., three Fri 11.12. (13. is a Sunday), one Tue 15.12."""
    due = one("remedy_action", letter("A1", SERVED, printed="action 2 weeks", **NEW))
    assert [(each.kind, each.day) for each in due.stages] == [
        (StageKind.FILE, day("09.12.2026")),
        (StageKind.OVERDUE, day("11.12.2026")),
        (StageKind.RED, day("15.12.2026")),
        (StageKind.SAFE, day("16.12.2026")),
        (StageKind.LATE, day("17.12.2026")),
    ]
    assert due.urgency(TODAY) is Urgency.SOON
    assert due.urgency(day("11.12.2026")) is Urgency.URGENT
    assert due.urgency(day("17.12.2026")) is Urgency.OVERDUE


def test_the_derivation_tells_every_step() -> None:
    """Decision, service, period of the law, event day, length, weekend and holidays, end, safe day."""
    due = one("remedy_reasons", letter("A1", SERVED, **NEW))
    told = said(due.derivation)
    for part in (
        "Served on Wed 2 Dec 2026",
        "Reasons of the action: the period of the law.",
        "The day of the event, Wed 2 Dec 2026, does not count.",
        "One month: the period ends with Sat 2 Jan 2027.",
        "Sat 2 Jan 2027 is no working day.",
        "The period ends on the next working day: Mon 4 Jan 2027.",
        "Last safe day before it: Wed 30 Dec 2026.",
    ):
        assert part in told
    assert said(due.notes).startswith("A lawyer must check this today")


def test_a_closed_letter_gives_no_date() -> None:
    closed = replace(letter("A1", SERVED, **NEW), closed_on=day("10.12.2026"))
    assert dates(closed) == []


def test_a_done_date_is_settled_and_a_moved_one_comes_up_again() -> None:
    first = letter("A1", SERVED, printed="action 2 weeks", **NEW)
    due = one("remedy_action", first)
    entry = Entry(
        "e1", EntryKind.DEADLINE, due.day, source=key(due), done_by="mk", done_on=TODAY, done_how="Fax"
    )
    assert one("remedy_action", first, entries=(entry,)).settled
    moved = replace(first, served_on=day("01.12.2026"))
    assert not one("remedy_action", moved, entries=(entry,)).settled


def test_two_letters_have_keys_of_their_own() -> None:
    other = replace(letter("A1", SERVED, **NEW), id="l2")
    keys = [key(each) for each in dates(letter("A1", SERVED, **NEW), other)]
    assert len(keys) == len(set(keys))


def test_the_printed_period_to_leave_is_taken_over() -> None:
    """A Sunday stays a Sunday; the safe day is the Friday before."""
    due = one("departure_period", letter("D2", SERVED, departure_until="20.12.2026"))
    assert (due.nature, due.day, due.safe_day) == (Nature.VALIDITY, day("20.12.2026"), day("18.12.2026"))
    assert "nobody may rely on this day" in said(due.notes)
    assert one("remedy_interim", letter("D2", SERVED, departure_until="20.12.2026")).day == day("20.12.2026")


def test_interim_relief_without_a_period_is_urgent_at_once() -> None:
    due = one("remedy_interim", letter("D1", SERVED), on=day(SERVED))
    assert due.urgency(day(SERVED)) is Urgency.URGENT


@pytest.mark.parametrize(
    ("decision", "note"),
    [
        *((each, "translation") for each in ("D1", "D2", "D8", "D9", "D10")),
        *((each, "no_court_fees") for each in ("A1", "A2", "A3", "A5", "A6", "A7")),
        ("A6", "derived_status"),
        ("D2", "raise_now"),
        ("D2", "dep_abh"),
        ("A3", "threat_transfer"),
    ],
)
def test_what_one_should_know_stands_beside_the_remedy(decision: str, note: str) -> None:
    remedy = "action 1 weeks" if decision.startswith("A") else "objection 1 months"
    due = dates(letter(decision, SERVED, printed=remedy, **NEW), on=day(SERVED))[0]
    assert f"note:{note}" in said(due.notes).split("\n")


def test_a_missed_period_names_reinstatement() -> None:
    """§ 60 VwGO: two weeks after the obstacle, at most a year after 16.12.2026."""
    due = one("remedy_action", letter("A1", SERVED, printed="action 2 weeks", **NEW), on=day("17.12.2026"))
    assert "at the latest by Thu 16 Dec 2027" in said(due.notes)
    assert "only where force majeure" in said(due.notes)
    before = one("remedy_action", letter("A1", SERVED, printed="action 2 weeks", **NEW), on=day("16.12.2026"))
    assert "reinstatement" not in said(before.notes)


def test_after_the_planned_day_what_a_missing_instruction_leaves_open_is_told() -> None:
    """Planned to 16.12.2026; under the present law perhaps open until 02.03.2027, and not on the 3rd."""
    gap = letter("A1", SERVED, instruction=MISSING, **NEW)
    told = "it may still be possible, perhaps until Tue 2 Mar 2027: a lawyer must see it today"
    for on, shown in (
        ("16.12.2026", False),
        ("17.12.2026", True),
        ("02.03.2027", True),
        ("03.03.2027", False),
    ):
        notes = one("remedy_action", gap, on=day(on)).notes
        assert (told in said(notes)) is shown, on
        cites = [each.cite.split() for each in notes if "may still be possible" in each.text]
        assert cites == ["§ 74 Abs. 1 S. 4 AsylG".split()] * shown
    complete = letter("A1", SERVED, printed="action 2 weeks", **NEW)
    assert "may still be possible" not in said(one("remedy_action", complete, on=day("17.12.2026")).notes)


def test_late_reasons_are_excused_not_reinstated() -> None:
    """§ 74(2) s. 2 AsylG with § 87b(3) VwGO; served 02.12.2026, to Mon 04.01.2027."""
    late = said(one("remedy_reasons", letter("A1", SERVED, **NEW), on=day("05.01.2027")).notes)
    assert "unless the delay is excused" in late
    assert "reinstatement" not in late


def test_a_late_application_for_a_period_to_leave_is_not_saved_by_the_rules_of_the_court() -> None:
    """§ 38(5) s. 5, 8 AsylG: inadmissible, unless the instruction at registration was wrong."""
    notes = said(one("remedy_departure", letter("C5", SERVED), on=day("24.12.2026")).notes)
    assert "reinstatement" not in notes
    assert "note:dep_border" in notes


@pytest.mark.parametrize("row", ["C1", "C6", "D15"])
def test_a_decision_without_a_remedy_is_looked_at_at_once(row: str) -> None:
    (due,) = dates(letter(row, SERVED))
    assert (due.kind, due.nature, due.day) == ("remedy_none", Nature.PLAN, min(day(SERVED), TODAY))
    assert "A lawyer must look today" in said([due.action])
    assert dates(letter(row, SERVED, closed_on=SERVED)) == []


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (letter("A1", ""), "The day of service is needed"),
        (letter("A1", SERVED, dated_on="03.12.2026"), "lies before the date of the decision"),
        (letter("from another pack", SERVED), "does not know this kind of decision"),
    ],
)
def test_a_letter_that_gives_no_date_is_not_forgotten(broken: DecisionLetter, told: str) -> None:
    (due,) = dates(broken)
    assert due.kind == "remedy_unknown"
    assert due.day <= TODAY
    assert due.nature is Nature.FILING  # a deadline whose day is not known
    assert due.urgency(TODAY) in (Urgency.OVERDUE, Urgency.URGENT)
    assert told in said(due.derivation)
    assert "A lawyer must check" in said(due.notes)


def test_without_the_tables_every_letter_asks_for_its_date() -> None:
    case = CaseFile(Client("Test"), letters=(letter("A1", SERVED),))
    assert [each.kind for each in schedule(case, TODAY, UNKNOWN, NO_LAW)] == ["remedy_unknown"]


def test_a_place_that_is_not_entered_counts_every_holiday_as_closed() -> None:
    """06.01.2027 is a holiday in Munich, not nationwide: it does not roll; the safe day lies before it."""
    here = one("remedy_action", letter("A1", "23.12.2026", **NEW))
    anywhere = one("remedy_action", letter("A1", "23.12.2026", place="", **NEW))
    assert (here.day, here.safe_day) == (day("07.01.2027"), day("05.01.2027"))
    assert (anywhere.day, anywhere.safe_day) == (day("06.01.2027"), day("05.01.2027"))
    assert "Where this goes is not entered" in said(anywhere.notes)


def test_an_objection_goes_to_the_authority_of_the_case() -> None:
    """20.08.2027 + 1 month = Mon 20.09., a holiday in Jena: the objection rolls to the 21st.

    The court of an action is not entered, and Hesse has no holiday that day.
    """

    def due(**more: Any) -> DueDate:
        case = CaseFile(Client("Test"), letters=(letter("D4", "20.08.2027", place="", **more),))
        (found,) = schedule(case, day("21.08.2027"), JENA, LAW)
        return found

    objection = due(printed="objection 1 months")
    assert (objection.kind, objection.day) == ("remedy_objection", day("21.09.2027"))
    assert "Where this goes is not entered" not in said(objection.notes)
    elsewhere = due(printed="objection 1 months", land="DE-HE")
    assert (elsewhere.kind, elsewhere.day) == ("remedy_objection", day("20.09.2027"))
    action = due(printed="action 1 months", land="DE-NW")
    assert (action.kind, action.day) == ("remedy_action", day("20.09.2027"))
    assert "Where this goes is not entered" in said(action.notes)


def test_notes_stand_beside_the_act_they_concern() -> None:
    """Of the border procedure: the reasons at once beside interim relief, the wish to leave by itself."""
    found = {each.kind: each for each in dates(letter("A4", SERVED, other_served_on=SERVED, **NEW))}

    def ids(kind: str) -> set[str]:
        return {str(each.values["text"]) for each in found[kind].notes if "text" in each.values}

    assert "note:interim_reasons" in ids("remedy_interim")
    assert "note:interim_reasons" not in ids("remedy_action")
    assert "note:dep_border" in ids("remedy_departure")
    assert "note:dep_border" not in ids("remedy_interim")
    assert {"decision:A4:effect"} <= ids("remedy_reasons")


def test_a_land_with_a_rule_of_its_own_in_the_record_of_the_authority() -> None:
    """Munich's record confirms four days or says nothing: then three days give the alarm."""
    from desktop.cases.letters import Arrival

    due = one("remedy_either", letter("D1", arrival=Arrival.LETTER, sent_on="10.12.2026"))
    assert due.day in (day("13.01.2027"), day("14.01.2027"))


@pytest.mark.parametrize("period", [0, -3, 5000])
def test_a_printed_number_that_is_no_period_never_hides_the_date(period: int) -> None:
    """A case document may hold it; the row's own period is planned and the instruction is to be read."""
    due = one("remedy_action", letter("A1", SERVED, period=period, **NEW))
    assert due.day == day("16.12.2026")
    assert "The printed period is not noted" in said(due.notes)


@pytest.mark.parametrize("row", ["A4", "D11", "A1"])
def test_beyond_the_holiday_tables_a_date_is_still_given(row: str) -> None:
    """31.12.2040 is the last day of the tables: nothing rolls over then, and working days are plain days."""
    more = {"other_served_on": "20.12.2041"} | NEW
    found = dates(letter(row, "20.12.2041", **more), on=day("21.12.2041"))
    assert found
    assert all(each.day > day("20.12.2041") for each in found)
    assert "remedy_unknown" not in {each.kind for each in found}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("D6", "The remedy alone stops nothing"),
        ("D8", "Look today whether the remedy stops anything"),
        ("D14", "Look today whether the remedy stops anything"),  # cuts are not suspended
        ("D12", ""),  # of a refusal nothing is suspended
        ("A2", ""),  # interim relief has a date of its own
        ("A7", ""),
        ("D10", ""),
        ("C2", ""),
    ],
)
def test_where_the_remedy_stops_nothing_interim_relief_is_named(row: str, told: str) -> None:
    notes = [each.show(ENGLISH) for due in dates(letter(row, SERVED, **NEW)) for each in due.notes]
    named = [note for note in notes if "interim relief examined" in note or "must examine interim" in note]
    assert any(note.startswith(told) for note in named) if told else not named
