"""Boundary cases from answers to the verdict: length of stay under § 25b, offences, nothing asked yet."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.cases import document
from desktop.cases.plaindata import Plain
from tests.law.making import (
    EXTENSION,
    GRANT,
    INPUTS,
    TODAY,
    child,
    client,
    conviction,
    fact,
    result,
    status,
    tolerated,
    verdict,
)
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law


# 5-7: the length of stay under § 25b -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2020-11-21", "should_be_granted"),
        ("2020-11-22", "should_be_granted"),
        ("2020-11-23", "needs_assessment"),
    ],
)
def test_72_months_are_reached_on_the_day_with_the_same_number(since: str, expected: str) -> None:
    assert verdict("25b_1", client(status_periods=[status("D60a_2_1", since)])) == expected


def test_the_day_is_reached_in_time() -> None:
    case = client(status_periods=[status("D60a_2_1", "2020-12-01")])
    assert verdict("25b_1", case, date(2026, 11, 30)) == "needs_assessment"
    assert verdict("25b_1", case, date(2026, 12, 1)) == "should_be_granted"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 30), "should_be_granted"),
        (date(2026, 12, 1), "needs_assessment"),
        (date(2026, 12, 2), "needs_assessment"),
    ],
)
def test_the_child_counts_until_the_day_before_it_turns_18(on: date, expected: str) -> None:
    periods = [status("D60a_2_1", "2022-11-01")]
    case = client(status_periods=periods, family_members=[child("2008-12-01")])
    assert verdict("25b_1", case, on) == expected


@pytest.mark.parametrize(
    ("gap_ends", "expected"),
    [
        ("2023-03-06", "should_be_granted"),  # 5 days
        ("2023-03-08", "should_be_granted"),  # 7 days
        ("2023-03-09", "needs_assessment"),  # 8 days
        ("2023-04-10", "needs_assessment"),  # 40 days
        ("2023-06-29", "needs_assessment"),  # 120 days
    ],
)
def test_gaps_on_paper(gap_ends: str, expected: str) -> None:
    periods = [status("D60a_2_1", "2019-01-01", "2023-03-01"), status("D60a_2_1", gap_ends)]
    assert verdict("25b_1", client(status_periods=periods)) == expected


def test_a_gap_of_some_days_is_told() -> None:
    periods = [status("D60a_2_1", "2019-01-01", "2023-03-01"), status("D60a_2_1", "2023-03-06")]
    notes = fact("stay_25b_months", client(status_periods=periods)).notes
    assert notes
    assert {note.id for note in notes} <= set(PACK.tables.fact_notes)


def test_three_papers_make_one_stay() -> None:
    """Case 39: arrival certificate, Gestattung, Duldung."""
    periods = [
        status("ankunftsnachweis", "2020-11-10", "2021-01-15"),
        status("gestattung", "2021-01-15", "2023-04-01"),
        status("D60a_2_1", "2023-04-01"),
    ]
    case = client(status_periods=periods)
    assert verdict("25b_1", case, date(2026, 11, 9)) == "needs_assessment"
    assert verdict("25b_1", case, date(2026, 11, 10)) == "should_be_granted"
    assert verdict("25b_1", case) == "should_be_granted"


def test_time_with_a_duldung_for_unclear_identity_is_not_credited() -> None:
    periods = [status("D60a_2_1", "2019-01-01", "2024-01-01"), status("D60b", "2024-01-01", "2026-06-01")]
    periods.append(status("D60a_2_1", "2026-06-01"))
    case = client(status_periods=periods)
    assert verdict("25b_1", case) == "needs_assessment"
    assert "60b_not_counted" in {shown.row.id for shown in result("25b_1", case).warnings}


def test_the_same_time_counts_while_a_104c_title_is_held() -> None:
    periods = [
        status("D60b", "2018-01-01", "2025-11-01"),
        status("title:104c_holder", "2025-11-01", "2027-05-01"),
    ]
    found = result("25b_1", client(status_periods=periods), kind=EXTENSION)
    assert found.verdict is not None
    assert found.verdict.value == "should_be_granted"
    assert found.winner is not None
    assert found.winner.route.id == "104c_cleared"


# 8, 9, 24: offences ----------------------------------------------------------------------------------------


def test_a_fine_is_no_bar_but_left_to_discretion() -> None:
    assert (
        verdict("25b_1", tolerated(convictions=conviction("fine", 120, intentional="yes")))
        == "discretion_open"
    )


def test_another_expulsion_interest_needs_its_number_first() -> None:
    """Whether a finding under § 54 is a bar of § 25b(2) no. 2 hangs on its number."""
    periods = [status("D60a_2_1", "2018-01-01")]
    assert (
        verdict("25b_1", client({"other_expulsion_interest": "yes"}, status_periods=periods))
        == "needs_assessment"
    )


@pytest.mark.parametrize(
    ("months", "intentional", "expected"),
    [
        (6, "yes", "not_available"),
        (7, "yes", "not_available"),
        (5, "yes", "discretion_open"),
        (7, "unknown", "facts_missing"),
    ],
)
def test_prison_of_six_months_bars_whether_suspended_or_not(
    months: int, intentional: str, expected: str
) -> None:
    more = {"suspended": "yes"} | ({} if intentional == "unknown" else {"intentional": intentional})
    assert verdict("25b_1", tolerated(convictions=conviction("prison", months, **more))) == expected


def test_a_negligent_offence_is_no_bar() -> None:
    convictions = conviction("prison", 7, intentional="no")
    assert verdict("25b_1", tolerated(convictions=convictions)) != "not_available"
    unjudged = client(
        {"other_expulsion_interest": "unknown"},
        status_periods=[status("D60a_2_1", "2018-01-01")],
        convictions=convictions,
    )
    assert verdict("25b_1", unjudged) != "not_available"


def test_a_conviction_marked_as_disputed_is_a_question_not_a_bar() -> None:
    written = {"value": conviction("prison", 6, intentional="yes"), "disputed": "yes", "by": "mk"}
    assert verdict("25b_1", tolerated(convictions=written)) == "needs_assessment"


def test_nothing_asked_yet_is_facts_missing_everywhere() -> None:
    empty = document.read_case(
        Plain({"bleibelotse": "1", "client": {"name": "Test"}}, "case.yaml"), INPUTS, TODAY
    )
    for norm in PACK.norms:
        if norm.examined:
            kind = norm.decision(GRANT)
            found = result(norm.id, empty, kind=kind)
            assert found.verdict is not None
            assert found.verdict.value == "facts_missing"
            assert found.open
