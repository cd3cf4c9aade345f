"""The Ukraine exemption as a fact, and what the filing facts make of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.rules.facts.value import FactValue
from tests.rules.facts.making import asylum, case, day, fact, filed, status, title

KNOWN: dict[str, Any] = {
    "ukr_group": "ukr_national",
    "ukr_stay_2022_02_24": "in_ukraine",
    "protection_in_other_member_state": False,
    "ukr_first_entry_on": day("2026-10-01"),
    "entry_date": day("2026-10-01"),
    "asylum_procedures": (),
    "applications": (),
    "status_periods": (),
}


def refugee(**changed: Any) -> CaseFile:
    """Somebody who fled from Ukraine; a changed value of None leaves the question unanswered."""
    return case(**{name: value for name, value in (KNOWN | changed).items() if value is not None})


def state(on: str = "2026-11-22", **changed: Any) -> FactValue:
    return fact("exempt_ukr_state", refugee(**changed), on)


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-09-30", "none"), ("2026-10-01", "running"), ("2026-12-29", "running"), ("2026-12-30", "ended")],
)
def test_the_days_run_from_the_entry(on: str, expected: str):
    assert state(on).value == expected


@pytest.mark.parametrize(
    "changed",
    [
        {"ukr_group": "none"},
        {"ukr_stay_2022_02_24": "neither"},
        {"ukr_group": "family_of_those", "ukr_stay_2022_02_24": "residence_there_but_absent"},
        {"protection_in_other_member_state": True},
        {"ukr_first_entry_on": day("2026-12-05")},
    ],
)
def test_who_is_not_covered_has_none(changed: dict[str, Any]):
    found = state("2026-12-10", **changed)
    assert found.value == "none"
    assert not found.ask


@pytest.mark.parametrize(
    "name", ["ukr_group", "ukr_stay_2022_02_24", "protection_in_other_member_state", "ukr_first_entry_on"]
)
def test_what_is_not_known_is_asked(name: str):
    found = state("2026-11-22", **{name: None})
    assert found.value is None
    assert name in found.ask


@pytest.mark.parametrize("name", ["asylum_procedures", "applications"])
def test_running_needs_to_know_that_nothing_ended_it(name: str):
    found = state("2026-11-22", **{name: None})
    assert found.value is None
    assert name in found.ask
    assert state("2026-12-30", **{name: None}).value == "ended"


def test_nothing_recorded_at_all():
    found = fact("exempt_ukr_state", case())
    assert found.value is None
    assert found.ask == ("ukr_group",)


@pytest.mark.parametrize(("on", "expected"), [("2026-11-09", "running"), ("2026-11-10", "ended")])
def test_asylum_and_refusal_end_it(on: str, expected: str):
    assert state(on, asylum_procedures=(asylum("pending", "2026-11-10"),)).value == expected
    refused = (filed("24", "2026-10-10", decided="2026-11-10", result="refused"),)
    assert state(on, applications=refused).value == expected


def test_an_application_that_lies_ahead_changes_nothing():
    assert state(asylum_procedures=(asylum("pending", "2026-12-20"),)).value == "running"


def test_without_a_paper_the_stay_is_lawful_and_the_duty_not_enforceable():
    assert fact("enforceable_departure_obligation", refugee(), "2026-11-22").value is False
    assert fact("enforceable_departure_obligation", refugee(), "2026-12-30").value is True
    filed_in_time = refugee(applications=(filed("24", "2026-11-01"),))
    assert fact("application_effect", filed_in_time, "2027-01-10").value == "F81_3_1"
    assert fact("enforceable_departure_obligation", filed_in_time, "2027-01-10").value is False
    late = refugee(applications=(filed("24", "2026-12-30"),))
    assert fact("application_effect", late, "2027-01-10").value == "F81_3_2"
    assert fact("enforceable_departure_obligation", late, "2027-01-10").value is True
    assert fact("tolerated_now", late, "2027-01-10").value is True


def test_an_open_exemption_asks_for_itself():
    open_yet = refugee(ukr_stay_2022_02_24=None)
    found = fact("enforceable_departure_obligation", open_yet, "2026-11-22")
    assert found.value is None
    assert "ukr_stay_2022_02_24" in found.ask


def test_a_recorded_exemption_of_somebody_without_one_is_worth_nothing():
    """Boundary case 43."""
    stateless = refugee(
        ukr_group="none",
        status_periods=(status("exempt_ukr", "2026-10-01", "2026-12-30"),),
        applications=(filed("24", "2026-11-01"),),
    )
    assert fact("exempt_ukr_state", stateless).value == "none"
    assert fact("application_effect", stateless).value != "F81_3_1"
    assert fact("enforceable_departure_obligation", stateless).value is not False


def test_the_days_count_as_lawful_stay():
    found = fact("lawful_stay_months", refugee(), date(2026, 11, 1)).value
    assert found.safe.months == 1  # type: ignore[union-attr]


def test_other_people_are_not_touched():
    plain = case(entry_date=day("2026-10-01"), status_periods=(), applications=(), asylum_procedures=())
    assert fact("enforceable_departure_obligation", plain, "2026-11-22").value is None
    assert "ukr_stay_2022_02_24" not in fact("enforceable_departure_obligation", plain, "2026-11-22").ask


OLD_CARD = (title("24", "2022-05-01", "2024-03-05"),)


@pytest.mark.parametrize(
    ("on", "held"), [("2024-03-04", True), ("2026-11-22", None), ("2027-03-04", None), ("2027-03-05", False)]
)
def test_an_old_card_of_somebody_whose_group_nobody_asked_about(on: str, held: bool | None):
    """Not known is not no: the ordinance may carry the title on."""
    open_yet = refugee(ukr_group=None, status_periods=OLD_CARD)
    found = fact("holds", open_yet, on, of="24")
    assert found.value is held
    duty = fact("enforceable_departure_obligation", open_yet, on)
    if held is None:
        assert "ukr_group" in found.ask
        assert duty.value is None
        assert "ukr_group" in duty.ask
    end = fact("title_effective_expiry", open_yet)
    assert end.value == PartialDate(date(2024, 3, 4), date(2027, 3, 4))
    assert "ukr_group" in end.ask


@pytest.mark.parametrize(("group", "held"), [("ukr_national", True), ("none", False)])
def test_the_group_settles_it(group: str, held: bool):
    assert fact("holds", refugee(ukr_group=group, status_periods=OLD_CARD), of="24").value is held


def test_an_application_after_the_printed_day_hangs_on_the_group():
    late = refugee(ukr_group=None, status_periods=OLD_CARD, applications=(filed("24", "2026-11-01"),))
    found = fact("application_effect", late)
    assert found.value is None
    assert "ukr_group" in found.ask
    settled = refugee(status_periods=OLD_CARD, applications=(filed("24", "2026-11-01"),))
    assert fact("application_effect", settled).value == "F81_4"
