"""From a Duldung for employment to the title after it, from a client's answers to the verdict."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases.casefile import CaseFile
from tests.law.making import EXTENSION, client, result, status, verdict

pytestmark = pytest.mark.law

TODAY = date(2026, 11, 22)


def at_work(since: str = "2024-05-22", judgements: dict[str, str] | None = None, **facts: Any) -> CaseFile:
    """A person at work with a Duldung for employment since that day; everything else is settled well."""
    known: dict[str, Any] = {
        "status_periods": [status("D60a_2_1", "2020-01-01", since), status("D60d", since)],
        "children_conviction_60d": "no",
        "language_proofs": [{"level": "A2", "skill": "full", "date": "2025-01-10"}],
    }
    return client({"extremism_links": "no"} | dict(judgements or {}), **(known | facts))


def test_thirty_months_to_the_day() -> None:
    assert verdict("25b_6", at_work("2024-05-22")) == "should_be_granted"
    assert verdict("25b_6", at_work("2024-05-23")) == "not_available"
    assert verdict("25b_6", at_work("2024-05-23"), date(2026, 11, 23)) == "should_be_granted"
    found = result("25b_6", at_work())
    assert found.winner is not None
    assert found.winner.route.id == "own_time"
    assert not found.open


def test_a_decision_after_the_duldung_ran_out_needs_assessment() -> None:
    periods = [
        status("D60a_2_1", "2020-01-01", "2023-11-22"),
        status("D60d", "2023-11-22", "2026-05-22"),
        status("D60a_2_1", "2026-05-22"),
    ]
    assert verdict("25b_6", at_work(status_periods=periods)) == "needs_assessment"
    periods[1] = status("D60d", "2023-11-22", "2025-05-22")
    periods[2] = status("D60a_2_1", "2025-05-22")
    assert verdict("25b_6", at_work(status_periods=periods)) == "not_available"


def test_what_is_not_judged_or_not_known_stays_open() -> None:
    unjudged = result("25b_6", at_work(judgements={"extremism_links": "unknown"}))
    assert unjudged.verdict is not None
    assert unjudged.verdict.value == "needs_assessment"
    assert "extremism_links" in unjudged.open_judgements
    unasked = result("25b_6", at_work(children_conviction_60d="unknown"))
    assert unasked.verdict is not None
    assert unasked.verdict.value == "facts_missing"
    assert "children_conviction_60d" in unasked.open_inputs


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"entry_date": "2022-12-31"}, "should_be_granted"),
        ({"entry_date": "2023-01-01"}, "not_available"),
        ({"language_proofs": [{"level": "A1", "skill": "full", "date": "2025-01-10"}]}, "not_available"),
        ({"language_proofs": [{"level": "A2", "skill": "oral", "date": "2025-01-10"}]}, "not_available"),
        ({"convictions": [{"kind": "fine", "amount": "10", "final_on": "2025-01-01", "intentional": "yes",
                           "in_de": "yes", "foreigner_only": "no"}]}, "not_available"),
        ({"expulsion_order_on": "2025-01-01"}, "not_available"),
        ({"household_need": "2100", "family_members": [
            {"relation": "sibling", "household": [{"from": "2020-01-01"}]}]}, "facts_missing"),
        ({"household_need": "2100", "own_need": "1500", "family_members": [
            {"relation": "sibling", "household": [{"from": "2020-01-01"}]}]}, "should_be_granted"),
    ],
)  # fmt: skip
def test_conditions_of_60d_from_the_answers(facts: dict[str, Any], expected: str) -> None:
    assert verdict("25b_6", at_work(**facts)) == expected


@pytest.mark.parametrize("ended", ["2026-11-22", "2026-11-10", "2026-05-22"])
def test_without_work_today_the_way_is_closed(ended: str) -> None:
    work = [{"from": "2020-01-01", "to": ended, "hours_week": "40", "net": "2000", "insured": "yes"}]
    assert verdict("25b_6", at_work(employment_periods=work)) == "not_available"


FAMILY = [
    {
        "relation": "spouse_partner",
        "household": [{"from": "2018-01-01"}],
        "title_id": "D60d",
        "id_cleared_on": "2020-01-01",
        "entered_on": "2015-01-01",
        "course_duty_met": "yes",
    }
]


def test_the_spouse_of_the_holder_needs_no_work_of_their_own() -> None:
    """Time, work and German are asked of the holder; a plain no here would be wrong."""
    without_work: dict[str, Any] = {
        "status_periods": [status("D60d", "2026-05-22")],
        "employment_periods": "none",
        "family_members": FAMILY,
    }
    both = {"anchor_meets_25b_6": "yes", "family_without_own_60d_time_accepted": "yes"}
    found = result("25b_6", client(both, **without_work))
    assert found.verdict is not None
    assert found.verdict.value == "should_be_granted"
    assert found.winner is not None
    assert found.winner.route.id == "family"
    undecided = result("25b_6", client({"anchor_meets_25b_6": "yes"}, **without_work))
    assert undecided.verdict is not None
    assert undecided.verdict.value == "needs_assessment"
    assert "family_without_own_60d_time_accepted" in undecided.open_judgements


def test_family_of_a_holder_of_either_title() -> None:
    def of(title_id: str, **more: Any) -> CaseFile:
        members = [FAMILY[0] | {"title_id": title_id} | more]
        return client(status_periods=[status("D60a_2_1", "2026-01-01")], family_members=members)

    assert verdict("25b_4", of("25b_1")) == "should_be_granted"
    assert verdict("25b_4", of("25b_6")) == "should_be_granted"
    assert verdict("25b_4", of("25a_1")) == "not_available"
    assert verdict("25b_4", of("25b_1", household=[{"from": "2018-01-01", "to": "2025-01-01"}])) == (
        "not_available"
    )


def test_extension_of_the_title_after_it() -> None:
    held = [status("title:25b_6", "2025-01-01", "2027-01-01", issued_by="abh")]
    known: dict[str, Any] = {"status_periods": held, "children_conviction_60d": "no"}
    found = result("25b_6", client(**known), kind=EXTENSION)
    assert found.verdict is not None
    assert found.verdict.value == "should_be_granted"
    assert found.winner is not None
    assert found.winner.route.id == "holder"
    lost = result("25b_6", client(employment_periods="none", **known), kind=EXTENSION)
    assert lost.verdict is not None
    assert lost.verdict.value == "needs_assessment"


def test_an_old_application_for_104c_needs_assessment_and_a_new_one_is_closed() -> None:
    def applied(on: str) -> CaseFile:
        filed = {"title_id": "104c_holder", "decision_kind": "grant", "filed_on": on}
        return client(status_periods=[status("D60a_2_1", "2016-01-01")], applications=[filed])

    assert verdict("104c_holder", applied("2025-12-30")) == "needs_assessment"
    assert verdict("104c_holder", applied("2025-12-31")) == "not_available"
