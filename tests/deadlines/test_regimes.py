"""Which asylum law a decision follows: the day before, the day, the day after; and what is open."""

import pytest

from desktop.cases.periods import PartialDate
from tests.deadlines.remedy_letters import MISSING, day, found, only, said

SERVED = "02.12.2026"


@pytest.mark.parametrize("row", ["A1", "A2", "A4", "A5", "A6", "B1", "B2", "B4", "B5", "B6"])
@pytest.mark.parametrize(
    ("began", "holds"), [("11.06.2026", "old"), ("12.06.2026", "new"), ("13.06.2026", "new")]
)
def test_the_day_decides(row: str, began: str, holds: str) -> None:
    (written,) = found(row, SERVED, began=began).rows
    assert written.regime is not None
    assert written.regime.holds == holds


@pytest.mark.parametrize("row", ["A1", "A2", "A3", "A4", "A4m", "A5", "A6", "A6t", "B1", "B3"])
def test_where_the_day_is_not_known_both_are_computed(row: str) -> None:
    """The limits of the present law stand first, for they are shorter."""
    computed = found(row, SERVED)
    assert [each.regime.holds for each in computed.rows if each.regime is not None] == ["new", "old"]
    assert "is open: both are computed" in said(computed.notes)


def test_of_a_transfer_the_day_decides_nothing() -> None:
    """§ 87e does not name transfers."""
    for began in ("01.05.2026", "01.08.2026"):
        computed = found("A3", SERVED, began=began)
        assert [row.id for row in computed.rows] == ["A3", "B3"]
        assert "lodged" not in computed.ask


def test_known_by_month_only() -> None:
    """June 2026 holds both laws; May only the former."""
    both_days = PartialDate(day("11.06.2026"), day("12.06.2026"))
    assert [row.id for row in found("A1", SERVED, procedure_began=both_days).rows] == ["A1", "B1"]
    june, may = (PartialDate.parse(text) for text in ("2026-06", "2026-05"))
    assert [row.id for row in found("A1", SERVED, procedure_began=june).rows] == ["A1", "B1"]
    assert [row.id for row in found("A1", SERVED, procedure_began=may).rows] == ["B1"]


@pytest.mark.parametrize("row", ["A1", "A3", "A6"])
def test_a_decision_older_than_the_law_follows_the_former_one(row: str) -> None:
    computed = found(row, "11.06.2026")
    assert [each.regime.holds for each in computed.rows if each.regime is not None] == ["old"]
    assert "older than Fri 12 Jun 2026" in said(computed.notes)


def test_open_airport_case_takes_the_shorter_of_both() -> None:
    """Three days against one week: 05.12.2026 is a Saturday, so Monday 07.12.; the week ends on 09.12."""
    interim = only("interim", "A4", SERVED, other_served_on=SERVED)
    assert interim.day == day("07.12.2026")
    assert "Wed 9 Dec 2026. Do not plan with it." in said(interim.lines)
    assert "(alte Fassung)" in interim.cite


def test_open_without_instruction_shows_the_shorter_limit_first() -> None:
    action = only("action", "A1", SERVED, instruction=MISSING)
    assert (action.outer_shown, action.outer) == (day("02.03.2027"), day("02.12.2027"))


def test_what_to_ask() -> None:
    assert "lodged" in found("A1", SERVED).ask
    assert "withdrawal" in found("A6", SERVED).ask
    assert "lodged" not in found("A1", SERVED, began="01.07.2026").ask
    assert "other_served_on" in found("A4", SERVED, began="01.07.2026").ask
    assert found("D1", SERVED, place="").ask.count("place") == 1
