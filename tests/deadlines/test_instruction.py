"""The printed instruction against the table: every line of it, and what a missing one leaves open."""

from typing import Any

import pytest

from desktop.cases.letters import Arrival, Instruction
from desktop.deadlines.instruction import MESSAGES, Fit
from tests.deadlines.remedy_letters import INCOMPLETE, MISSING, day, found, only, said

NEW: dict[str, Any] = {"began": "12.06.2026"}
SERVED = "02.12.2026"


def texts(remedy: Any) -> list[str]:
    return [each.text for each in remedy.notes]


def test_complete_and_the_same() -> None:
    action = only("action", "A1", SERVED, printed="action 2 weeks", **NEW)
    assert (action.day, action.outer, action.lines) == (day("16.12.2026"), None, ())
    assert not set(texts(action)) & set(MESSAGES.values())


def test_fourteen_days_are_two_weeks() -> None:
    assert only("action", "A1", SERVED, printed="action 14 days", **NEW).lines == ()


def test_complete_and_shorter() -> None:
    """The printed week; the row's two weeks only as a second line."""
    action = only("action", "A1", SERVED, printed="action 1 weeks", **NEW)
    assert (action.day, action.outer) == (day("09.12.2026"), None)
    assert "By the longer period of the table: Wed 16 Dec 2026." in said(action.lines)
    assert MESSAGES[Fit.SHORTER] in texts(action)
    assert "the period that the instruction prints" in said(action.derivation)


def test_complete_and_longer() -> None:
    """The row's two weeks; the printed month and the limit for a wrong instruction only as lines."""
    action = only("action", "A1", SERVED, printed="action 1 months", **NEW)
    assert (action.day, action.outer) == (day("16.12.2026"), None)
    lines = said(action.lines)
    assert "By the printed period: Mon 4 Jan 2027. Do not plan with it." in lines
    assert "If the instruction is wrong, perhaps open until Tue 2 Mar 2027" in lines
    assert MESSAGES[Fit.LONGER] in texts(action)


@pytest.mark.parametrize(
    ("row", "printed", "day_", "act"),
    [
        ("A1", "objection 1 months", "16.12.2026", "action"),  # an objection that federal law excludes
        ("D3", "objection 1 months", "04.01.2027", "action"),
        ("D3", "objection 2 weeks", "16.12.2026", "action"),  # the shortest of both
        ("D12", "action 2 weeks", "16.12.2026", "either"),
        ("D16", "objection 1 months", "04.01.2027", "action"),
    ],
)
def test_another_remedy_than_the_row(row: str, printed: str, day_: str, act: str) -> None:
    more = NEW if row == "A1" else {}
    remedy = only(act, row, SERVED, printed=printed, **more)
    assert remedy.day == day(day_)
    assert remedy.outer is not None
    assert MESSAGES[Fit.OTHER_REMEDY] in texts(remedy)
    excluded = "An objection is excluded here by law: alone it does not keep the period."
    assert (excluded in texts(remedy)) is (row != "D12")
    assert ("form:0" in said(remedy.notes)) is (row == "D12")  # the form of an objection


@pytest.mark.parametrize(
    ("land", "printed", "mismatch"),
    [
        ("DE-SN", "action 1 months", True),  # the Land keeps the objection
        ("DE-SN", "objection 1 months", False),
        ("DE-NW", "objection 1 months", True),  # largely abolished
        ("DE-NW", "action 1 months", False),
        ("DE-HE", "action 1 months", False),  # exceptions: the instruction decides
        ("DE-BB", "objection 1 months", False),  # not known
    ],
)
def test_the_land_is_a_hint(land: str, printed: str, *, mismatch: bool) -> None:
    act = "either" if mismatch else printed.split()[0]
    remedy = only(act, "D1", SERVED, printed=printed, land=land)
    assert remedy.day == day("04.01.2027")
    assert (MESSAGES[Fit.OTHER_REMEDY] in texts(remedy)) is mismatch


def test_interim_relief_that_the_row_does_not_have() -> None:
    """Perhaps it is another row: interim relief is planned too, and the action with the shorter period."""
    remedies = {
        each.act.value: each for each in found("A1", SERVED, printed="interim_relief 1 weeks", **NEW).remedies
    }
    assert remedies["interim"].day == day("09.12.2026")
    assert remedies["action"].day == day("09.12.2026")
    assert MESSAGES[Fit.OTHER_REMEDY] in texts(remedies["action"])


def test_interim_relief_printed_for_a_row_that_has_it() -> None:
    """It speaks of interim relief only: the action keeps its own period."""
    more = NEW | {"printed": "interim_relief 3 days"}
    assert only("interim", "A2", SERVED, **more).day == day("07.12.2026")  # Sat 05.12. rolls
    assert only("action", "A2", SERVED, **more).day == day("09.12.2026")


def test_incomplete() -> None:
    action = only("action", "A1", SERVED, instruction=INCOMPLETE, **NEW)
    assert (action.day, action.outer) == (day("16.12.2026"), day("02.03.2027"))
    assert MESSAGES[Fit.INCOMPLETE] in texts(action)


def test_incomplete_with_a_shorter_period() -> None:
    """Always the shortest, whatever else the instruction lacks."""
    action = only("action", "A1", SERVED, instruction=INCOMPLETE, printed="action 1 weeks", **NEW)
    assert action.day == day("09.12.2026")


def test_missing() -> None:
    action = only("action", "A1", SERVED, instruction=MISSING, **NEW)
    assert (action.day, action.outer) == (day("16.12.2026"), day("02.03.2027"))


def test_only_told() -> None:
    """From the first knowledge; the outer limit as with no instruction."""
    fee = only("either", "D11", arrival=Arrival.ORAL, received_on=SERVED, instruction=MISSING)
    assert (fee.day, fee.outer) == (day("04.01.2027"), day("02.12.2027"))
    assert "Told orally" in said(fee.derivation)


def test_denies_any_remedy() -> None:
    """§ 58(2) VwGO: no outer limit, and none is promised."""
    action = only("action", "A1", SERVED, instruction=Instruction.DENIES, **NEW)
    assert (action.day, action.outer, action.lines) == (day("16.12.2026"), None, ())
    assert MESSAGES[Fit.DENIES] in texts(action)


def test_doubtful_service() -> None:
    """From the earliest possible day; actual receipt only as a second line."""
    action = only(
        "action", "A1", SERVED, received_on="10.12.2026", doubtful=True, printed="action 2 weeks", **NEW
    )
    assert (action.day, action.latest) == (day("16.12.2026"), day("24.12.2026"))
    computed = found("A1", SERVED, doubtful=True, **NEW)
    assert "a lawyer must check it today" in said(computed.notes)


def test_complete_but_its_period_is_not_noted() -> None:
    action = only("action", "A1", SERVED, **NEW)
    assert action.day == day("16.12.2026")
    assert MESSAGES[Fit.NO_PERIOD] in texts(action)
    assert "period" in found("A1", SERVED, **NEW).ask


def test_benefits_cite_their_own_act() -> None:
    objection = only("objection", "D14", SERVED, instruction=MISSING)
    assert "§ 66 SGG" in [each.cite for each in objection.notes]
    assert "§ 64 Abs. 1, 3 SGG" in [each.cite for each in objection.derivation]
