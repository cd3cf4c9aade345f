"""Every row of the table of remedies: what to plan with, what stays open without instruction, what it says.

All letters are served with proof on Monday 01.03.2027 (Munich). Counted by hand from there:
3 days Thu 04.03.; 10 days Thu 11.03.; 1 week Mon 08.03.; 2 weeks Mon 15.03.; 1 month Thu 01.04.; 3 months
Tue 01.06.; 1 year Wed 01.03.2028; 3 working days after the week Thu 11.03.; end of the third year 31.12.2030.
"""

from datetime import date
from typing import Any

import pytest

from desktop.deadlines.one_remedy import Remedy
from desktop.deadlines.remedy_table import Suspends
from tests.deadlines.remedy_letters import LAW, MISSING, cites, found, said

SERVED = "01.03.2027"
THREE_DAYS, TEN_DAYS, WEEK, TWO_WEEKS, WORKING_DAYS = (date(2027, 3, day) for day in (4, 11, 8, 15, 11))
MONTH, THREE_MONTHS, YEAR, YEAR_ENDS = (
    date(2027, 4, 1),
    date(2027, 6, 1),
    date(2028, 3, 1),
    date(2030, 12, 31),
)

NEW: dict[str, Any] = {"began": "01.07.2026"}
OLD: dict[str, Any] = {"began": "01.05.2026"}
BORDER: dict[str, Any] = {"other_served_on": SERVED}

ROWS: dict[str, tuple[dict[str, Any], dict[str, tuple[date, date | None, date | None]]]] = {
    # row: what the letter needs; act: to plan with, shown first, outer limit
    "A1": (NEW, {"action": (TWO_WEEKS, None, THREE_MONTHS), "reasons": (MONTH, None, None)}),
    "A2": (
        NEW,
        {
            "action": (WEEK, None, THREE_MONTHS),
            "interim": (WEEK, None, THREE_MONTHS),
            "reasons": (MONTH, None, None),
        },
    ),
    "A3": (
        NEW,
        {
            "action": (WEEK, THREE_MONTHS, YEAR),
            "interim": (WEEK, THREE_MONTHS, YEAR),
            "reasons": (MONTH, None, None),
        },
    ),
    "A4": (
        NEW | BORDER,
        {
            "interim": (WEEK, None, MONTH),
            "action": (WEEK, None, THREE_MONTHS),
            "reasons": (MONTH, None, None),
            "departure": (WORKING_DAYS, None, None),
        },
    ),
    "A4m": (
        NEW | BORDER,
        {
            "interim": (WEEK, None, MONTH),
            "action": (WEEK, None, THREE_MONTHS),
            "reasons": (TEN_DAYS, None, None),
            "departure": (date(2027, 3, 16), None, None),  # Fri 12., Mon 15., Tue 16.03.
        },
    ),
    "A5": (
        NEW,
        {
            "action": (WEEK, None, THREE_MONTHS),
            "interim": (WEEK, None, THREE_MONTHS),
            "reasons": (MONTH, None, None),
        },
    ),
    "A6": (NEW, {"action": (TWO_WEEKS, None, THREE_MONTHS), "reasons": (MONTH, None, None)}),
    "A6t": (
        NEW,
        {
            "action": (TWO_WEEKS, None, THREE_MONTHS),
            "interim": (WEEK, None, THREE_MONTHS),
            "reasons": (MONTH, None, None),
        },
    ),
    "A7": (
        {},
        {
            "action": (TWO_WEEKS, THREE_MONTHS, YEAR),
            "interim": (TWO_WEEKS, None, None),
            "reasons": (MONTH, None, None),
        },
    ),
    "B1": (OLD, {"action": (TWO_WEEKS, THREE_MONTHS, YEAR), "reasons": (MONTH, None, None)}),
    "B2": (
        OLD,
        {
            "action": (WEEK, THREE_MONTHS, YEAR),
            "interim": (WEEK, THREE_MONTHS, YEAR),
            "reasons": (MONTH, None, None),
        },
    ),
    "B3": (
        OLD,
        {
            "action": (WEEK, THREE_MONTHS, YEAR),
            "interim": (WEEK, THREE_MONTHS, YEAR),
            "reasons": (MONTH, None, None),
        },
    ),
    "B4": (
        OLD | BORDER,
        {
            "interim": (THREE_DAYS, MONTH, YEAR),
            "action": (WEEK, THREE_MONTHS, YEAR),
            "reasons": (MONTH, None, None),
        },
    ),
    "B5": (OLD, {"action": (TWO_WEEKS, THREE_MONTHS, YEAR), "reasons": (MONTH, None, None)}),
    "B6": (
        OLD,
        {
            "action": (WEEK, THREE_MONTHS, YEAR),
            "interim": (WEEK, THREE_MONTHS, YEAR),
            "reasons": (MONTH, None, None),
        },
    ),
    "C1": ({}, {}),
    "C2": ({}, {"leave": (MONTH, MONTH, YEAR)}),
    "C3": ({}, {"leave": (MONTH, MONTH, YEAR), "remain": (MONTH, None, None)}),
    "C4": ({}, {"hearing": (TWO_WEEKS, None, None)}),
    "C5": ({}, {"departure": (THREE_DAYS, None, None)}),
    "C6": ({}, {}),
    "D1": ({}, {"either": (MONTH, None, YEAR), "interim": (MONTH, None, None)}),
    "D2": ({}, {"either": (MONTH, None, YEAR), "interim": (MONTH, None, None)}),
    "D3": ({}, {"action": (MONTH, None, YEAR), "interim": (MONTH, None, None)}),
    "D4": ({}, {"either": (MONTH, None, YEAR)}),
    "D5": ({}, {"either": (MONTH, None, YEAR), "interim": (MONTH, None, None)}),
    "D6": ({}, {"either": (MONTH, None, YEAR)}),
    "D7": ({}, {"action": (MONTH, None, YEAR), "interim": (MONTH, None, None)}),
    "D8": ({}, {"either": (MONTH, None, YEAR)}),
    "D9": ({}, {"either": (MONTH, None, YEAR)}),
    "D10": ({}, {"either": (MONTH, None, YEAR), "interim": (MONTH, None, None)}),
    "D11": ({}, {"either": (MONTH, None, YEAR), "refund": (YEAR_ENDS, None, None)}),
    "D12": ({}, {"objection": (MONTH, None, YEAR)}),
    "D13": ({}, {}),
    "D14": ({}, {"objection": (MONTH, None, YEAR)}),
    "D15": ({}, {}),
    "D16": ({}, {"action": (MONTH, None, YEAR)}),
    "D17": ({}, {"action": (MONTH, None, YEAR)}),
    "D18": ({}, {"either": (MONTH, None, YEAR)}),
}

SUSPENDS = {
    "yes": "B1 C2",
    "depends": "A1 A4m A6 B5 C3 C4 D4 D8 D9 D14 D16 D17 D18",
    "no": "A2 A3 A4 A5 A6t A7 B2 B3 B4 B6 C1 C5 C6 D1 D2 D3 D5 D6 D7 D10 D11 D12 D13 D15",
}


def test_every_row_stands_here() -> None:
    assert list(ROWS) == [row.id for row in LAW.remedies.rows]


@pytest.mark.parametrize("row", ROWS)
def test_without_instruction(row: str) -> None:
    """The regular period is planned with; what stays open is information beside it."""
    more, expected = ROWS[row]
    computed = found(row, SERVED, instruction=MISSING, **more)
    assert {
        each.act.value: (each.day, each.outer_shown, each.outer) for each in computed.remedies
    } == expected
    assert said(computed.notes).startswith("A lawyer must check this today")
    for remedy in computed.remedies:
        assert remedy.day <= min(filter(None, (remedy.outer_shown, remedy.outer)), default=remedy.day)
        assert remedy.cite.replace("\N{NO-BREAK SPACE}", " ").startswith("§")
        assert remedy.cite.replace("\N{NO-BREAK SPACE}", " ") in cites(remedy)


@pytest.mark.parametrize("row", [row for row, (_, acts) in ROWS.items() if acts])
def test_with_the_regular_instruction(row: str) -> None:
    """Nothing is left open; the date is the same, because the shortest was planned with anyway."""
    more, expected = ROWS[row]
    first = LAW.remedies.row(row).remedies[0]  # type: ignore[union-attr]
    count, unit = first.period.split()
    remedy = {"action": "action", "objection": "objection", "interim": "interim_relief"}.get(
        first.act.value, ""
    )
    computed = found(row, SERVED, remedy=remedy, period=int(count), unit=unit, **more)
    assert {each.act.value: (each.day, each.outer) for each in computed.remedies} == {
        act: (day, None) for act, (day, _, _) in expected.items()
    }


def test_whether_it_suspends() -> None:
    """Where the table says no, the note says so; nothing depends on a colour."""
    for word, rows in SUSPENDS.items():
        assert [row.id for row in LAW.remedies.rows if row.suspends is Suspends(word)] == sorted(
            rows.split(), key=list(ROWS).index
        )


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] in "AB"])
def test_no_objection_under_the_asylum_act(row: str) -> None:
    written = LAW.remedies.row(row)
    assert written is not None
    assert written.objection.value == "none"
    assert "either" not in ROWS[row][1]


@pytest.mark.parametrize("row", ["A7", "D1", "D2", "D3", "D5", "D7", "D10"])
def test_interim_relief_without_a_fixed_period_is_for_the_same_day(row: str) -> None:
    """It stands until the printed period to leave ends, without one as long as the other remedy."""
    remedies: dict[str, Remedy] = {each.act.value: each for each in found(row, SERVED).remedies}
    assert remedies["interim"].ends is None
    assert remedies["interim"].short
    assert "apply on the same day, Mon 1 Mar 2027" in said(remedies["interim"].derivation)
    leaving = {each.act.value: each for each in found(row, SERVED, departure_until="10.03.2027").remedies}
    assert leaving["interim"].day == date(2027, 3, 10)


def test_a_decision_that_no_other_row_names_has_its_month() -> None:
    """A travel document refused, say: one month; the legal basis is asked for, which may mean two weeks."""
    computed = found("D18", SERVED)
    assert "note:legal_basis" in said(computed.notes)
    assert [each.id for each in LAW.remedies.rows if each.listed][-1] == "D18"


@pytest.mark.parametrize("row", ["D1", "D8", "D9"])
def test_a_threat_of_removal_in_the_same_letter_is_not_forgotten(row: str) -> None:
    """It becomes final by itself (§ 59(4) s. 1)."""
    (either,) = (each for each in found(row, SERVED).remedies if each.act.value == "either")
    assert "note:threat_too" in said(either.notes)


@pytest.mark.parametrize(("row", "note"), [("A1", "entry_ban_week"), ("A6", "entry_ban_week")])
def test_an_entry_ban_in_the_same_letter_has_its_own_week(row: str, note: str) -> None:
    (action,) = (each for each in found(row, SERVED, **NEW).remedies if each.act.value == "action")
    assert f"note:{note}" in said(action.notes)
