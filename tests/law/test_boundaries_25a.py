"""Boundary cases of § 25a, from a client's answers to the verdict: young people and their families."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases.casefile import CaseFile
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band
from tests.law.making import EXTENSION, GRANT, TODAY, client, fact, result, status, verdict
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law

JUDGED = {"positive_integration_forecast": "yes", "fdgo_concerns": "no"}
AT_SCHOOL = {
    "birth_date": "2006-06-01",
    "education_periods": [{"type": "school", "from": "2021-09-01", "in_de": "yes", "successful": "yes"}],
    "qualifications": "none",
    "employment_periods": "none",
    "household_need": "1000",
}
WORK = {"from": "2024-01-01", "hours_week": "40", "gross": "2800", "net": "2000", "insured": "yes"}
TOLERATED = [status("D60a_2_1", "2022-01-01")]


def young(judgements: dict[str, str] | None = None, **facts: Any) -> CaseFile:
    """A young person at school, tolerated for long, in whose case everything is settled well."""
    return client(JUDGED | (judgements or {}), **{"status_periods": TOLERATED, **AT_SCHOOL, **facts})


def shown(title: str, case: CaseFile, on: date = TODAY) -> set[str]:
    return {each.row.id for each in result(title, case, on).warnings if not each.open}


def test_a_pupil_on_benefits_who_has_been_tolerated_for_years() -> None:
    case = young(benefit_periods=[{"type": "AsylbLG", "from": "2022-01-01", "amount": "500"}])
    assert verdict("25a_1", case) == "should_be_granted"
    assert not result("25a_1", case).open


@pytest.mark.parametrize(
    ("filed", "expected"), [("2026-11-22", "should_be_granted"), ("2026-11-23", "not_available")]
)
def test_the_application_must_come_before_the_27th_birthday(filed: str, expected: str) -> None:
    """Case 1; the day of the decision does not matter."""
    application = [{"title_id": "25a_1", "decision_kind": "grant", "filed_on": filed}]
    case = young(birth_date="1999-11-23", applications=application)
    assert verdict("25a_1", case, date(2026, 12, 10)) == expected
    assert ("age_27_soon" in shown("25a_1", case, date(2026, 12, 10))) is (expected != "not_available")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 11, 22), "not_available"),
        (date(2027, 5, 19), "not_available"),
        (date(2027, 5, 20), "should_be_granted"),
        (date(2027, 5, 21), "should_be_granted"),
    ],
)
def test_a_gestattung_counts_for_the_stay_but_is_no_duldung(on: date, expected: str) -> None:
    """Case 2."""
    periods = [status("gestattung", "2022-05-10", "2026-05-20"), status("D60a_2_1", "2026-05-20")]
    assert verdict("25a_1", young(status_periods=periods), on) == expected


@pytest.mark.parametrize("title", ["25a_1", "25b_1"])
def test_a_duldung_handed_out_although_the_104c_title_goes_on_settles_nothing_after_the_repeal(
    title: str,
) -> None:
    periods = [
        status("D60a_2_1", "2018-01-01", "2025-12-31"),
        status("title:104c_holder", "2026-01-01", "2027-06-30", issued_on="2026-01-01", issued_by="ABH Jena"),
        status("D60a_2_1", "2027-07-01"),
    ]
    application = {"title_id": title, "decision_kind": "grant", "filed_on": "2027-06-01"}
    case = young(status_periods=periods, applications=[application], employment_periods=[WORK])
    assert not fact("holds_104c", case, date(2028, 8, 1), title).known
    assert verdict(title, case, date(2028, 8, 1)) == "needs_assessment"
    never = young(
        status_periods=[status("D60a_2_1", "2018-01-01")], applications="none", employment_periods=[WORK]
    )
    assert verdict(title, never, date(2028, 8, 1)) == "should_be_granted"


def test_a_gestattung_whose_end_nobody_recorded_leaves_the_stay_open() -> None:
    """Case 2: a gap of unknown length is a missing answer."""
    periods = [status("gestattung", "2022-05-10"), status("D60a_2_1", "2026-05-20")]
    found = result("25a_1", young(status_periods=periods), date(2027, 5, 20))
    assert found.verdict is not None
    assert found.verdict.value == "facts_missing"
    assert found.open_inputs == ("status_periods",)


@pytest.mark.parametrize(
    ("on", "months"),
    [
        (date(2026, 11, 22), Duration(1, 7)),
        (date(2027, 10, 14), Duration(11, 29)),
        (date(2027, 10, 15), Duration(12)),
    ],
)
def test_after_60b_the_twelve_months_begin_anew(on: date, months: Duration) -> None:
    """Case 3."""
    periods = [status("D60b", "2025-09-01", "2026-10-15"), status("D60a_2_1", "2026-10-15")]
    case = young(status_periods=periods)
    assert fact("duldung_possession_months", case, on).value == Band(months, months)
    found = result("25a_1", case, on)
    assert found.verdict is not None
    assert found.verdict.value == "not_available"
    (cure,) = (each.row for each in found.warnings if each.row.id == "60b_not_counted")
    assert "60b Abs. 4" in cure.cite


@pytest.mark.parametrize(
    ("identity", "steps", "expected", "route"),
    [
        ("cleared", "unknown", "should_be_granted", "104c_cleared"),
        ("not", "yes", "discretion_open", "104c_steps"),
        ("not", "unknown", "needs_assessment", "104c_steps"),
        ("not", "no", "not_available", None),
    ],
)
def test_60b_time_counts_while_104c_is_held(
    identity: str, steps: str, expected: str, route: str | None
) -> None:
    """Case 4."""
    periods = [
        status("D60a_2_1", "2022-06-01", "2023-11-01"),
        status("D60b", "2023-11-01", "2025-11-01"),
        status("title:104c_holder", "2025-11-01", "2027-05-01"),
    ]
    case = young(
        {"all_reasonable_id_steps": steps},
        status_periods=periods,
        identity_status=[{"value": identity, "on": "2020-01-01"}],
    )
    for kind in (GRANT, EXTENSION):
        found = result("25a_1", case, kind=kind)
        assert found.verdict is not None
        assert found.verdict.value == expected
        if route is not None:
            assert found.winner is not None
            assert found.winner.route.id == route
    assert "60b_credit_104c" in shown("25a_1", case)


def test_once_104c_has_run_out_its_credit_is_lost() -> None:
    """Case 4, the other way: late filing."""
    periods = [
        status("D60b", "2022-06-01", "2025-05-01"),
        status("title:104c_holder", "2025-05-01", "2026-11-01"),
        status("D60a_2_1", "2026-11-01"),
    ]
    in_time = [{"title_id": "25a_1", "decision_kind": "extension", "filed_on": "2026-10-31"}]
    late = [{"title_id": "25a_1", "decision_kind": "extension", "filed_on": "2026-11-02"}]
    assert verdict("25a_1", young(status_periods=periods[:2], applications=in_time), kind=EXTENSION) == (
        "should_be_granted"
    )
    assert (
        verdict("25a_1", young(status_periods=periods, applications=late), kind=EXTENSION) == "not_available"
    )


def test_whoever_is_27_does_not_get_the_title_from_104c_either() -> None:
    periods = [
        status("D60a_2_1", "2018-01-01", "2025-11-01"),
        status("title:104c_holder", "2025-11-01", "2027-05-01"),
    ]
    for kind in (GRANT, EXTENSION):
        assert (
            verdict("25a_1", young(status_periods=periods, birth_date="1999-11-01"), kind=kind)
            == "not_available"
        )


def test_a_holder_past_27_gets_the_extension() -> None:
    held = [status("title:25a_1", "2024-01-01", "2027-01-01", issued_by="core:sachsen")]
    case = young(status_periods=held, birth_date="1999-01-01")
    assert verdict("25a_1", case, kind=EXTENSION) == "should_be_granted"
    assert "age_27_soon" not in shown("25a_1", case)


def test_time_before_60b_is_disputed() -> None:
    """Case 31."""
    periods = [
        status("gestattung", "2022-10-15", "2024-10-15"),
        status("D60a_2_1", "2024-10-15", "2025-09-15"),
        status("D60b", "2025-09-15", "2026-09-15"),
        status("D60a_2_1", "2026-09-15"),
    ]
    case = young(status_periods=periods)
    assert fact("duldung_possession_months", case).value == Band(Duration(2, 7), Duration(13, 7))
    assert verdict("25a_1", case) == "needs_assessment"


def test_no_course_entitlement_and_the_stop_of_2026() -> None:
    """Case 22."""
    held = [status("title:25a_1", "2026-06-01", "2029-06-01", issued_by="core:sachsen")]
    case = young(status_periods=held)
    rows = {each.row.id for each in result("25a_1", case, kind=EXTENSION).consequences if not each.open}
    assert {"course_admission", "course_stop_2026"} <= rows
    assert "course_entitled" not in rows


@pytest.mark.parametrize(
    ("causal", "young_person", "integrated"),
    [
        ("unknown", "needs_assessment", False),
        ("yes", "not_available", False),
        ("no", "should_be_granted", False),
    ],
)
def test_a_false_statement_without_intention(causal: str, young_person: str, integrated: bool) -> None:
    """Case 36: no bar of § 25b, but § 25a(1) does not ask for intention."""
    statement = [{"from": "2023-01-01", "intentional": "no"}]
    case = young({"conduct_causes_nonremoval_now": causal}, false_statements=statement)
    assert fact("conduct_bar_25b2", case).value is integrated
    assert verdict("25a_1", case) == young_person


# Families


def relative(relation: str, title: str, born: str, **more: str) -> dict[str, Any]:
    return {
        "relation": relation,
        "birth_date": born,
        "title_id": title,
        "household": [{"from": "2015-01-01"}],
    } | more


def parent(born: str = "2010-12-05", title: str = "25a_1", **facts: Any) -> CaseFile:
    given: dict[str, Any] = {
        "status_periods": TOLERATED,
        "family_members": [relative("child", title, born, custody="yes", unmarried="yes")],
        "partner_net_earnings": "0",
    }
    return client(**given | facts)


def test_a_parent_who_lives_on_own_work() -> None:
    assert verdict("25a_2_parent", parent()) == "discretion_open"
    assert not result("25a_2_parent", parent()).open
    assert result("25a_2_parent", parent()).limited_by == "cap"
    assert verdict("25a_2_parent", parent(title="none")) == "not_available"


@pytest.mark.parametrize(
    ("on", "grant"),
    [
        (date(2026, 12, 4), "discretion_open"),
        (date(2026, 12, 5), "not_available"),
        (date(2026, 12, 10), "not_available"),
    ],
)
def test_the_child_must_be_a_minor_on_the_day_of_the_decision(on: date, grant: str) -> None:
    """Case 41."""
    assert verdict("25a_2_parent", parent("2008-12-05"), on) == grant
    held = parent(
        "2008-12-05",
        status_periods=[status("title:25a_2_parent", "2025-01-01", "2027-01-01", issued_by="core:sachsen")],
    )
    expected = "discretion_open" if grant == "discretion_open" else "needs_assessment"
    assert verdict("25a_2_parent", held, on, EXTENSION) == expected


def test_the_work_of_both_parents_counts_and_nothing_less_than_all() -> None:
    half = [{"from": "2020-01-01", "net": "800"}]
    assert verdict("25a_2_parent", parent(employment_periods=half)) == "not_available"
    assert verdict("25a_2_parent", parent(employment_periods=half, partner_net_earnings="700")) == (
        "discretion_open"
    )
    assert verdict(
        "25a_2_parent", parent(employment_periods=half, partner_net_earnings={"unknown": "not_asked"})
    ) == ("facts_missing")


@pytest.mark.parametrize(("rates", "expected"), [(50, "discretion_open"), (51, "not_available")])
def test_small_fines_do_no_harm(rates: int, expected: str) -> None:
    fine = {
        "kind": "fine",
        "amount": str(rates),
        "final_on": "2024-01-01",
        "in_de": "yes",
        "intentional": "yes",
        "foreigner_only": "no",
    }
    assert verdict("25a_2_parent", parent(convictions=[fine])) == expected


def test_brothers_and_sisters_come_through_the_parent() -> None:
    family = [relative("parent", "25a_2_parent", "1980-01-01"), relative("sibling", "25a_1", "2010-01-01")]
    minor = client(status_periods=TOLERATED, birth_date="2012-01-01", family_members=family)
    assert verdict("25a_2_sibling", minor) == "discretion_open"
    assert result("25a_2_sibling", minor).limited_by == "cap"
    without = client(status_periods=TOLERATED, birth_date="2012-01-01", family_members=family[1:])
    assert verdict("25a_2_sibling", without) == "not_available"
    adult = client(status_periods=TOLERATED, birth_date="2005-01-01", family_members=family)
    assert verdict("25a_2_sibling", adult) == "not_available"


def test_a_spouse_and_a_child_should_get_the_title() -> None:
    husband = client(
        status_periods=TOLERATED,
        family_members=[relative("spouse_partner", "25a_1", "2003-01-01")],
        partner_net_earnings="0",
    )
    assert verdict("25a_2_spouse", husband) == "should_be_granted"
    child = client(
        status_periods=[status("D60a_2_1", "2024-01-01")],
        birth_date="2024-01-01",
        entry_date="2024-01-01",
        employment_periods="none",
        benefit_periods=[{"type": "SGB2", "from": "2024-01-01", "amount": "500"}],
        family_members=[relative("parent", "25a_1", "2003-01-01")],
    )
    assert verdict("25a_2_child", child) == "discretion_open"  # livelihood may be waived, § 5(3) s. 2
    assert not [each for each in result("25a_2_child", child).open if each == "unmarried"]


def test_every_family_title_asks_for_the_family_first() -> None:
    for title in ("25a_2_parent", "25a_2_sibling", "25a_2_spouse", "25a_2_child"):
        nobody = client(status_periods=TOLERATED, family_members={"unknown": "not_asked"})
        found = result(title, nobody)
        assert found.verdict is not None
        assert found.verdict.value == "facts_missing"
        assert "family_members" in found.open_inputs
        assert PACK.norm(title).examined
