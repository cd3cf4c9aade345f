"""Cases in which a careless reading would say yes: contradictions, things that ended, papers side by side."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases import document
from desktop.cases.plaindata import Plain
from tests.case_facts import case_facts
from tests.law.making import (
    EXTENSION,
    GRANT,
    INPUTS,
    JUDGED,
    SETTLED,
    TODAY,
    child,
    client,
    fact,
    result,
    status,
    verdict,
)
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law

DULDUNG = [status("D60a_2_1", "2019-01-01")]
STUDENT = [status("title:other", "2025-01-01", "2027-06-01", issued_by="core:sachsen", variant="§ 16b")]
BAN: dict[str, Any] = {"removal_ban_source": "abh", "removal_ban_kind": "60_5"}
HARDSHIP = {
    "special_circumstances_individual": "yes",
    "leaving_is_exceptional_hardship": "yes",
    "no_other_extension_or_title_possible": "yes",
}
FOUND = {
    "kind": "first",
    "filed_on": "2022-01-01",
    "decided_on": "2023-06-01",
    "final_on": "2023-07-01",
    "outcome": "ban_60_5",
}
PENDING = [{"kind": "first", "filed_on": "2026-05-05", "outcome": "pending"}]


def warned(title: str, case: Any, on: date = TODAY) -> set[str]:
    return {shown.row.id for shown in result(title, case, on).warnings if not shown.open}


# What has ended


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        ("continues", "should_be_granted"),
        ("procedure_open", "needs_assessment"),
        ("ended", "not_available"),
        ("unknown: not_asked", "facts_missing"),
    ],
)
def test_no_extension_once_the_ban_on_removal_has_ended(ended: str, expected: str) -> None:
    facts: dict[str, Any] = {
        "status_periods": [status("title:25_3", "2024-01-01", "2027-01-01", issued_by="core:sachsen")],
        "asylum_procedures": [FOUND],
        "protection_ended": ended,
    }
    if ended.startswith("unknown"):
        facts["protection_ended"] = {"unknown": "not_asked"}
    assert verdict("25_3", client(**facts), kind=EXTENSION) == expected


@pytest.mark.parametrize(
    ("outcome", "title"), [("art16a", "25_1"), ("refugee", "25_2_1"), ("subsidiary", "25_2_2")]
)
def test_no_extension_once_protection_has_been_revoked(outcome: str, title: str) -> None:
    held = [status(f"title:{title}", "2024-01-01", "2027-01-01", issued_by="core:bayern")]
    procedures = [FOUND | {"outcome": outcome, "own_status": "yes"}]
    for ended, expected in (("continues", "entitlement_indicated"), ("ended", "not_available")):
        case = client(status_periods=held, asylum_procedures=procedures, protection_ended=ended)
        assert verdict(title, case, kind=EXTENSION) == expected


OLD_AND_NEW = [
    ("2026-05-21", "facts_missing"),
    ("2026-05-22", "best"),
    ("2026-05-23", "best"),
    ("2023-06-01", "facts_missing"),
]


@pytest.mark.parametrize(("decided", "expected"), OLD_AND_NEW)
@pytest.mark.parametrize(
    ("outcome", "title", "best"),
    [
        ("ban_60_5", "25_3", "should_be_granted"),
        ("art16a", "25_1", "entitlement_indicated"),
        ("refugee", "25_2_1", "entitlement_indicated"),
        ("subsidiary", "25_2_2", "entitlement_indicated"),
    ],
)
def test_a_first_grant_asks_whether_an_old_finding_still_stands(
    outcome: str, title: str, best: str, decided: str, expected: str
) -> None:
    days = {"decided_on": decided, "final_on": "2026-11-01"}
    procedure = FOUND | {"outcome": outcome, "own_status": "yes"} | days
    asked: dict[str, Any] = {"status_periods": DULDUNG, "asylum_procedures": [procedure]}
    found = result(title, client(**asked, protection_ended={"unknown": "not_asked"}))
    assert found.verdict is not None
    assert found.verdict.value == (best if expected == "best" else expected)
    assert ("protection_ended" in found.open) is (expected != "best")
    for answer, then in (
        ("ended", "not_available"),
        ("procedure_open", "needs_assessment"),
        ("continues", best),
    ):
        assert verdict(title, client(**asked, protection_ended=answer)) == then


def test_of_several_findings_the_newest_tells() -> None:
    unasked = {"unknown": "not_asked"}
    anew = [FOUND, FOUND | {"kind": "subsequent", "decided_on": "2026-09-01", "final_on": "2026-10-01"}]
    case = client(status_periods=DULDUNG, asylum_procedures=anew, protection_ended=unasked)
    assert verdict("25_3", case) == "should_be_granted"
    other = [FOUND, anew[1] | {"outcome": "refugee", "own_status": "yes"}]
    case = client(status_periods=DULDUNG, asylum_procedures=other, protection_ended=unasked)
    assert verdict("25_3", case) == "facts_missing"
    assert verdict("25_2_1", case) == "entitlement_indicated"


def test_a_ban_found_by_the_office_itself_has_no_day_and_is_asked_about() -> None:
    by_office: dict[str, Any] = {
        "status_periods": DULDUNG,
        "removal_ban_source": "abh",
        "removal_ban_kind": "60_7",
    }
    open_ = result("25_3", client(**by_office, protection_ended={"unknown": "not_asked"}))
    assert open_.verdict is not None
    assert open_.verdict.value == "facts_missing"
    assert open_.open == ("protection_ended",)
    assert verdict("25_3", client(**by_office, protection_ended="continues")) == "should_be_granted"
    assert verdict("25_3", client(**by_office, protection_ended="ended")) == "not_available"


@pytest.mark.parametrize(("excluded", "expected"), [("no", "discretion_open"), ("yes", "needs_assessment")])
def test_an_excluded_extension_is_never_simply_open(excluded: str, expected: str) -> None:
    held = [status("title:25_4_1", "2026-01-22", "2027-01-22", issued_by="core:sachsen")]
    case = client(HARDSHIP, status_periods=held, extension_excluded=excluded)
    assert verdict("25_4_1", case, kind=EXTENSION) == expected
    assert verdict("25_4_1", case, kind=GRANT) == "discretion_open"
    assert verdict("25_4_2", case, kind=EXTENSION) == "discretion_open"


def test_an_expulsion_ends_the_title_even_while_it_is_contested() -> None:
    ban = [{"basis": "11_1", "from": "2026-10-01", "conditional": "yes", "triggered": "no"}]
    for suspended in ("no", "yes"):
        case = client(
            HARDSHIP,
            status_periods=STUDENT,
            expulsion_order_on="2026-10-01",
            entry_bans=ban,
            suspensive_effect_ordered=suspended,
        )
        assert verdict("25_4_2", case, kind=EXTENSION) == "not_available"
        assert "late_filing" not in warned("25_4_2", case)
    before = client(HARDSHIP, status_periods=STUDENT, expulsion_order_on="2024-10-01")
    assert fact("holds_residence_permit", before).value is True


# Applications


@pytest.mark.parametrize("outcome", ["refused", "withdrawn"])
def test_a_result_without_its_day_keeps_nothing_alive(outcome: str) -> None:
    filed = {"title_id": "25_4_1", "decision_kind": "extension", "filed_on": "2026-10-01"}
    held = [status("title:25_4_1", "2024-01-01", "2026-11-01", issued_by="core:sachsen")]
    open_yet = client(status_periods=held, applications=[filed])
    assert fact("application_effect", open_yet).value == "F81_4"
    decided = client(status_periods=held, applications=[filed | {"result": outcome}])
    assert fact("application_effect", decided).value == "none"
    assert verdict("25_4_1", decided, kind=EXTENSION) in ("facts_missing", "not_available")


@pytest.mark.parametrize(
    ("filed", "expected"), [("2026-12-31", "should_be_granted"), ("2027-01-01", "not_available")]
)
def test_104c_at_the_turn_of_the_year(filed: str, expected: str) -> None:
    """The last day is 31 December: on it an application continues the title, a day later nothing does."""
    periods = [
        status("D60b", "2018-01-01", "2025-06-30"),
        status("title:104c_holder", "2025-06-30", "2027-01-01"),
    ]
    application = {"title_id": "25b_1", "decision_kind": "extension", "filed_on": filed}
    case = client(status_periods=periods, applications=[application])
    assert verdict("25b_1", case, date(2027, 1, 10), EXTENSION) == expected
    late = "late_filing" in {shown.row.id for shown in result("25b_1", case, date(2027, 1, 10)).warnings}
    assert late is (expected == "not_available")


def test_the_credit_for_60b_time_is_lost_with_the_104c_title() -> None:
    periods = [
        status("D60b", "2018-01-01", "2025-06-30"),
        status("title:104c_holder", "2025-06-30", "2027-01-01"),
        status("D60a_2_1", "2027-01-01"),
    ]
    case = client(status_periods=periods)
    assert verdict("25b_1", case, date(2027, 1, 10)) == "needs_assessment"
    assert "60b_not_counted" in warned("25b_1", case, date(2027, 1, 10))


def test_a_national_visa_that_ran_out_is_a_title_that_ran_out() -> None:
    admitted: dict[str, Any] = {
        "admission_basis": "23_2_commitment",
        "admission_doc_date": "2026-01-01",
        "commitment_withdrawn": "no",
    }
    gone = client(status_periods=[status("visa_D", "2026-05-01", "2026-08-01")], **admitted)
    assert "late_filing" in warned("23_2", gone)
    in_time = [{"title_id": "23_2", "decision_kind": "grant", "filed_on": "2026-07-20"}]
    kept = client(
        status_periods=[status("visa_D", "2026-05-01", "2026-08-01")], applications=in_time, **admitted
    )
    assert "late_filing" not in warned("23_2", kept)
    long_ago = client(status_periods=[status("visa_D", "2018-05-01", "2018-08-01"), *DULDUNG])
    assert "late_filing" not in warned("25b_1", long_ago)


# Asylum procedures


def test_another_title_under_the_name_of_an_extension_stays_a_first_grant() -> None:
    """§ 10(2) only extends the title that is held; a student's permit does not become one under § 25(3)."""
    case = client(HARDSHIP, status_periods=STUDENT, asylum_procedures=PENDING, **BAN)
    assert verdict("25_3", case, kind=EXTENSION) == "not_available"
    assert verdict("25_3", case) == "not_available"
    assert verdict("25_4_2", case, kind=EXTENSION) == "discretion_open"  # extends whatever permit is held


def test_a_title_is_gone_when_asylum_is_applied_for_after_it() -> None:
    held = [status("title:25_4_1", "2025-01-01", "2027-01-01", issued_by="core:sachsen")]
    case = client(HARDSHIP, status_periods=held, asylum_procedures=PENDING)
    for title in ("25_4_1", "25_4_2"):
        assert verdict(title, case, kind=EXTENSION) == "not_available"
        assert "lapse_asylum_filed" in warned(title, case)


def test_a_procedure_that_runs_and_is_final_is_a_question() -> None:
    both = [{"kind": "first", "filed_on": "2022-01-01", "final_on": "2023-07-01", "outcome": "pending"}]
    assert verdict("25_3", client(status_periods=DULDUNG, asylum_procedures=both, **BAN)) == "facts_missing"


def test_a_status_of_ones_own_that_is_not_ones_own_is_a_question() -> None:
    both = [FOUND | {"outcome": "refugee", "own_status": "no"}]
    case = client(status_periods=[status("F25_1_3", "2023-07-01")], asylum_procedures=both)
    assert verdict("25_2_1", case) == "facts_missing"


# Days known by their year, papers side by side


@pytest.mark.parametrize(("born", "expected"), [("2010", "should_be_granted"), ("2008", "needs_assessment")])
def test_a_child_known_by_its_year_of_birth(born: str, expected: str) -> None:
    case = client(status_periods=[status("D60a_2_1", "2022-01-01")], family_members=[child(born)])
    assert verdict("25b_1", case) == expected


@pytest.mark.parametrize("since", ["2020", "2020-11"])
def test_a_stay_known_by_year_or_month_is_read_short(since: str) -> None:
    assert verdict("25b_1", client(status_periods=[status("D60a_2_1", since)])) == "needs_assessment"


def test_papers_that_exclude_each_other_on_the_same_day_are_a_question() -> None:
    both = [status("D60a_2_1", "2019-01-01"), status("gestattung", "2019-01-01")]
    assert verdict("25b_1", client(status_periods=both)) == "facts_missing"


def test_a_newer_duldung_speaks_against_an_older_title() -> None:
    both = [status("title:25_3", "2024-01-01", "2028-01-01"), status("D60a_2_1", "2026-01-01")]
    case = client(status_periods=both, asylum_procedures=[FOUND])
    assert verdict("25_4_1", case) == "not_available"
    assert fact("holds_residence_permit", case).value is None


# What people say


def written(judged: dict[str, Any] | None = None, **more: Any) -> Any:
    full = {
        name: {"value": value, "by": "mk", "on": "2026-11-01", "reason": "talked over"}
        for name, value in JUDGED.items()
    }
    raw = {
        "bleibelotse": "1",
        "client": {"name": "Test"},
        "facts": SETTLED | more.pop("facts", {}),
        "judgements": full | (judged or {}),
        "waivers": more.pop("waivers", {}),
    }
    return document.read_case(Plain(raw, "case.yaml"), INPUTS, TODAY)


def test_a_judgement_without_a_reason_does_not_count() -> None:
    empty = {"exclusion_25_3_s3": {"value": "no", "by": "mk", "on": "2026-11-01", "reason": ""}}
    facts = {"status_periods": DULDUNG, "asylum_procedures": [FOUND]}
    assert verdict("25_3", written(facts=facts)) == "should_be_granted"
    assert verdict("25_3", written(empty, facts=facts)) == "needs_assessment"


def test_an_answer_marked_as_disputed_is_never_a_yes() -> None:
    answer = {"value": "none", "disputed": "yes", "by": "mk", "on": "2026-11-01"}
    case = written(facts={"status_periods": DULDUNG, "convictions": answer})
    assert verdict("25b_1", case) == "needs_assessment"


@pytest.mark.parametrize(
    ("title", "leaf", "facts", "expected"),
    [
        ("25b_1", "tolerated_now", {"status_periods": [status("gestattung", "2019-01-01")]}, "not_available"),
        (
            "25_3",
            "G11",
            {
                "status_periods": DULDUNG,
                "asylum_procedures": [FOUND],
                "entry_bans": [{"basis": "11_6", "from": "2025-01-01"}],
            },
            "not_available",
        ),
        (
            "25_3",
            "G10_1",
            {"status_periods": DULDUNG, "asylum_procedures": PENDING, **BAN},
            "not_available",
        ),
        (
            "25_4_1",
            "not_enforceable",
            {"status_periods": DULDUNG},
            "not_available",
        ),
    ],
)
def test_hard_conditions_and_bars_cannot_be_set_aside(
    title: str, leaf: str, facts: dict[str, Any], expected: str
) -> None:
    waiver = {f"{title}.{leaf}": {"by": "mk", "on": "2026-11-01", "reason": "untypical"}}
    assert verdict(title, written(facts=facts, waivers=waiver)) == expected


def test_what_a_case_fact_says_of_protection_follows_the_decision() -> None:
    """The same answer; while the finding is recent it is asked for only at an extension."""
    recent = [FOUND | {"decided_on": "2026-09-01", "final_on": "2026-10-01"}]
    unasked = {"unknown": "not_asked"}
    case = client(status_periods=DULDUNG, asylum_procedures=recent, protection_ended=unasked)
    grant = case_facts(PACK, case, TODAY, "25_3", GRANT).fact("protection_ceased")
    extension = case_facts(PACK, case, TODAY, "25_3", EXTENSION).fact("protection_ceased")
    assert grant.value is False
    assert extension.value is None
    assert extension.ask == ("protection_ended",)
