"""Income and need, benefits, family, residence duty."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from desktop.cases.decisions import Journey
from desktop.cases.people import FamilyMember
from desktop.cases.shapes import Never
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band, FactValue
from tests.rules.facts.making import (
    asylum,
    benefit,
    case,
    child,
    day,
    education,
    exemption,
    fact,
    income,
    job,
    limit,
    noted,
    period,
    title,
)

NEED = Decimal(2000)


def earned(*jobs: Any, need: Decimal | None = NEED) -> FactValue:
    facts: dict[str, Any] = {} if need is None else {"household_need": need}
    return fact("earned_share_pct", case(employment_periods=jobs, **facts))


def test_share_of_the_need_that_work_covers():
    assert earned(job("2026-01-01")).value == Decimal(50)
    assert earned(job("2026-01-01", net="1000.01")).value == Decimal("50.00")
    assert earned(job("2026-01-01", net="1000.20")).value == Decimal("50.01")
    assert earned(job("2026-01-01"), job("2026-01-01", net="500")).value == Decimal(75)
    assert earned().value == Decimal(0)
    assert earned(job("2026-11-23")).value == Decimal(0)
    assert earned(job("2026-01-01", "2026-11-22")).value == Decimal(0)
    assert earned(job("2026-01-01", "2026-11-23")).value == Decimal(50)
    assert earned(need=Decimal(0)).value == Decimal(100)


def test_share_with_something_missing():
    assert earned(job("2026-01-01"), need=None).ask == ("household_need",)
    assert earned(job("2026-01-01", net=None)).ask == ("employment_periods",)
    assert earned(job("2020-01-01", "2021-01-01", net=None)).value == Decimal(0)
    assert earned(job("2026-11")).value == Band(Decimal(0), Decimal(50))
    assert fact("earned_share_pct", case(household_need=NEED)).ask == ("employment_periods",)


ALL: dict[str, Any] = {
    "household_need": NEED,
    "employment_periods": (job("2026-01-01"),),
    "other_income": (),
    "benefit_periods": (),
}


def share(**facts: Any) -> FactValue:
    return fact("livelihood_share_pct", case(**(ALL | facts)))


def test_livelihood_counts_what_is_no_public_fund():
    assert share().value == Decimal(50)
    harmless = (
        benefit("Kindergeld", "2026-01-01", amount="500"),
        benefit("ALG1", "2026-01-01", amount="300"),
    )
    assert share(benefit_periods=harmless).value == Decimal(90)
    assert share(benefit_periods=(benefit("Wohngeld", "2026-01-01", amount="500"),)).value == Decimal(50)
    assert share(benefit_periods=(benefit("SGB2", "2026-01-01", amount="500"),)).value == Decimal(50)
    assert share(other_income=(income("2026-01-01", amount="200"),)).value == Decimal(60)
    assert share(other_income=(income("2027-01-01", amount="200"),)).value == Decimal(50)


def test_income_nobody_asked_for_can_only_add():
    poor = case(household_need=NEED, employment_periods=(job("2026-01-01"),))
    assert set(fact("livelihood_share_pct", poor).ask) == {"other_income", "benefit_periods"}
    rich = case(household_need=NEED, employment_periods=(job("2026-01-01", net="2500"),))
    assert fact("livelihood_share_pct", rich).value == Decimal(125)
    assert fact("livelihood_share_pct", case()).ask[0] == "household_need"


def secured(**facts: Any) -> Any:
    return fact("livelihood_secured", case(**(ALL | {"health_insurance": "statutory"} | facts))).value


def test_livelihood_secured():
    enough = {"employment_periods": (job("2026-01-01", net="2000"),)}
    assert secured() is False
    assert secured(**enough) is True
    assert secured(**enough, health_insurance="none") is False
    assert secured(**enough, benefit_periods=(benefit("SGB2", "2026-01-01"),)) is False
    assert secured(**enough, benefit_periods=(benefit("Kindergeld", "2026-01-01"),)) is True
    without = case(**(ALL | enough))
    assert fact("livelihood_secured", without).ask == ("health_insurance",)


def test_benefits_drawn_today():
    def drawing(*benefits: Any) -> Any:
        return fact("receives_benefits", case(benefit_periods=benefits)).value

    assert drawing() is False
    assert drawing(benefit("AsylbLG", "2026-01-01")) is True
    assert drawing(benefit("SGB12", "2026-01-01", "2026-11-22")) is False
    assert drawing(benefit("SGB2", "2026-12-01")) is False
    assert drawing(benefit("Kindergeld", "2026-01-01")) is False
    assert drawing(benefit("SGB2", "2026-01-01", "2026-11")) is None
    assert fact("receives_benefits", case()).value is None


def test_employed_today():
    assert fact("is_employee", case(employment_periods=(job("2026-01-01"),))).value is True
    assert fact("is_employee", case(employment_periods=())).value is False
    assert fact("is_employee", case()).value is None


# Family


def lives(*members: Any, on: str = "2026-11-22") -> Any:
    return fact("lives_with_minor_unmarried_child", case(family_members=members), on).value


@pytest.mark.parametrize(("on", "met"), [("2026-11-30", True), ("2026-12-01", False), ("2026-12-02", False)])
def test_a_child_is_minor_until_the_day_before_the_birthday(on: str, met: bool):
    assert lives(child("2008-12-01"), on=on) is met


def test_the_child_must_be_unmarried_and_live_here():
    assert lives() is False
    assert lives(child("2015-01-01", unmarried=False)) is False
    assert lives(child("2009-01-01", unmarried=None)) is None
    assert lives(child("2015-01-01", unmarried=None)) is True
    assert lives(child("2015-01-01", household=())) is None
    assert lives(child("2015-01-01", household=(period("2020-01-01", "2026-01-01"),))) is False
    assert lives(child("2015-01-01", household=(period("2027-01-01"),))) is False
    assert lives(child(None)) is None
    assert lives(child("2008")) is None
    assert lives(child("2027-01-01")) is False
    assert lives(child("2008"), child("2015-01-01")) is True
    assert lives(FamilyMember("sibling", day("2015-01-01"), True, (period("2020-01-01"),))) is False
    assert fact("lives_with_minor_unmarried_child", case()).ask == ("family_members",)


def test_children_of_school_age():
    def of_age(*members: Any) -> Any:
        return fact("has_school_age_children", case(family_members=members)).value

    def proven(*members: Any) -> Any:
        return fact("school_attendance_of_children_proven", case(family_members=members)).value

    assert of_age() is False
    assert proven() is True
    assert of_age(child("2015-01-01", school_age=True)) is True
    assert of_age(child("2015-01-01")) is None
    assert of_age(child("2022-01-01")) is False
    assert of_age(child("2021-11-22")) is None
    assert of_age(child("2005-01-01")) is False
    assert proven(child("2015-01-01", school_age=True, school_proof=True)) is True
    assert proven(child("2015-01-01", school_age=True, school_proof=False)) is False
    assert proven(child("2015-01-01", school_age=True)) is None
    assert proven(child("2015-01-01", school_proof=True)) is True
    assert proven(child("2015-01-01", school_proof=False)) is None
    assert proven(child("2022-01-01")) is True
    assert fact("has_school_age_children", case()).value is None


# Family reunification


def notice(applied: str | None, noticed: str | None, final: str = "2026-09-15") -> Any:
    facts: dict[str, Any] = {"asylum_procedures": (asylum("refugee", "2026-01-01", "2026-09-01", final),)}
    for name, text in (("family_reunion_application_on", applied), ("sponsor_notice_on", noticed)):
        if text is not None:
            facts[name] = day(text)
    return fact("family_notice_within_3_months", case(**facts)).value


def test_the_period_moves_over_a_weekend_and_holidays_are_left_to_a_check():
    assert notice("2026-11-09", "2027-01-01", final="2026-08-08") is True
    assert notice("2026-12-16", "2027-03-01") is None
    assert notice("2026-12-19", "2027-03-01") is None


def test_three_months_after_the_recognition():
    assert notice("2026-12-15", "2027-03-01") is True
    assert notice("2026-12-20", "2026-12-20") is False
    assert notice("2027-02-01", "2026-12-10") is True
    assert notice("2027-02-01", None) is None
    assert notice("2026-12-01", None) is True
    assert notice("2026-12", "2027-03-01") is None
    by_month = case(
        asylum_procedures=(asylum("refugee", "2026-01-01", "2026-09-01", "2026-09-15"),),
        family_reunion_application_on=day("2026-12"),
        sponsor_notice_on=day("2027-03-01"),
        status_periods=(),
    )
    assert "family_reunion_application_on" in fact("family_notice_within_3_months", by_month).ask
    assert notice("2026-12-15", "2027-03-01", final="2026-11-30") is True
    assert notice("2027-02-28", "2027-03-02", final="2026-11-30") is True


# Residence duty


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2028-11-21", Duration(35, 30)), ("2028-11-22", Duration(36)), ("2028-11-23", Duration(36, 1))],
)
def test_the_day_with_the_same_number_still_belongs_to_the_three_years(on: str, expected: Duration):
    held = case(status_periods=(title("25_3", "2025-11-22", "2029-11-22"),))
    assert fact("months_since_12a_start", held, on, title_id="25_3").value == expected


def test_since_recognition_for_the_protected():
    recognised = (asylum("refugee", "2026-01-01", "2026-09-01", "2026-09-22"),)
    found = fact("months_since_12a_start", case(asylum_procedures=recognised), title_id="25_2_1")
    assert found.value == Duration(2)
    by_month = (asylum("refugee", "2026-01-01", "2026-08-01", "2026-09"),)
    band = fact("months_since_12a_start", case(asylum_procedures=by_month), title_id="25_2_1")
    assert band.value == Band(Duration(1, 23), Duration(2, 21))
    assert fact("months_since_12a_start", case(status_periods=()), title_id="25_3").value == Duration()
    assert fact("months_since_12a_start", case(), title_id="25_2_1").value is None


def exempt(*entries: Any, on: str = "2026-11-22") -> FactValue:
    return fact("exemption_12a_applies", case(exemptions_12a=entries), on)


def test_work_training_study_and_courses_lift_the_residence_duty():
    enough: dict[str, Any] = {"hours_week": 15, "income_sufficient": True}
    assert exempt().value is False
    assert exempt(exemption("job", "2026-10-01", **enough)).value is True
    assert exempt(exemption("job", "2026-10-01", **(enough | {"hours_week": 14}))).value is False
    assert exempt(exemption("job", "2026-10-01", **(enough | {"income_sufficient": None}))).value is None
    assert exempt(exemption("training", "2026-10-01", person="spouse_partner")).value is True
    assert exempt(exemption("study", "2026-11-23")).value is False
    assert exempt(exemption("course", "2026-10-01", course_unavailable_locally=True)).value is True
    assert exempt(exemption("course", "2026-10-01", course_unavailable_locally=False)).value is False
    assert fact("exemption_12a_applies", case()).value is None


def test_a_reason_that_ended():
    short = exempt(exemption("training", "2026-08-01", "2026-10-01"))
    assert short.value is False
    assert "duty_in_new_land" in noted(short)
    assert exempt(exemption("training", "2026-07-01", "2026-10-01")).value is False
    assert exempt(exemption("training", "2026-07-01", "2026-10-02")).disputed


def test_three_months_after_the_grant_of_resettlement():
    resettled = case(
        status_periods=(title("23_4", "2026-09-15", "2029-09-15"),),
        family_reunion_application_on=day("2026-12-15"),
        sponsor_notice_on=Never.NONE,
    )
    assert fact("family_notice_within_3_months", resettled).value is True


def test_journeys_to_the_country_of_origin():
    def travelled(*journeys: Journey) -> Any:
        return fact("travelled_to_origin", case(travel_to_origin=journeys)).value

    assert travelled() is False
    assert travelled(Journey(day("2026-05-05"))) is True
    assert travelled(Journey(day("2026-05-05"), morally_compelling=True)) is False
    assert travelled(Journey(day("2026-12-05"))) is False
    assert fact("travelled_to_origin", case()).value is None


def test_age_does_not_lift_a_condition_of_the_settlement_permit():
    old = case(health_limits=(limit("livelihood", "2020-01-01", kind="age"),))
    assert fact("health_waiver", old, of="livelihood").value is True
    assert fact("illness_waiver", old, of="livelihood").value is False
    ill = case(health_limits=(limit("livelihood", "2020-01-01", kind="disability"),))
    assert fact("illness_waiver", ill, of="livelihood").value is True
    assert fact("illness_waiver", ill, of="pension").value is False
    claimed = case(health_limits=(limit("pension", "2020-01-01", by=""),))
    assert fact("illness_waiver", claimed, of="pension").value is None
    assert fact("illness_waiver", case(), of="pension").value is None


def test_school_training_or_study_today():
    running = case(education_periods=(education("university", "2025-10-01"),))
    assert fact("in_school_training_or_study", running).value is True
    ended = case(education_periods=(education("apprenticeship", "2020-08-01", "2023-08-01"),))
    assert fact("in_school_training_or_study", ended).value is False
    abroad = case(education_periods=(education("university", "2025-10-01", in_de=False),))
    assert fact("in_school_training_or_study", abroad).value is False
    assert fact("in_school_training_or_study", case(education_periods=())).value is False
    assert fact("in_school_training_or_study", case()).value is None


def test_an_exception_that_ends_early_brings_the_duty_back_in_the_new_land():
    job: dict[str, Any] = {"hours_week": 20, "income_sufficient": True}
    early = case(exemptions_12a=(exemption("job", "2026-09-01", "2026-11-01", **job),))
    assert fact("exemption_12a_ended_early", early).value is True
    running = case(exemptions_12a=(exemption("job", "2026-09-01", **job),))
    assert fact("exemption_12a_ended_early", running).value is False
    late = fact(
        "exemption_12a_ended_early",
        case(exemptions_12a=(exemption("job", "2026-01-01", "2026-11-01", **job),)),
    )
    assert late.disputed
    assert fact("exemption_12a_ended_early", case(exemptions_12a=())).value is False
    assert fact("exemption_12a_ended_early", case()).value is None


def test_what_the_partner_earns_counts_for_the_need_of_both():
    spouse = FamilyMember("spouse_partner", household=(period("2020-01-01"),))
    poor = ALL | {"employment_periods": (job("2024-01-01", net="500"),), "other_income": ()}
    need = Decimal(1000)
    alone = fact("livelihood_share_pct", case(**(poor | {"household_need": need, "family_members": ()})))
    assert alone.value == Decimal(50)
    both = poor | {"household_need": need, "family_members": (spouse,)}
    asked = fact("livelihood_share_pct", case(**both))
    assert asked.value is None
    assert asked.ask == ("partner_net_earnings",)
    covered = fact("livelihood_share_pct", case(**(both | {"partner_net_earnings": Decimal(500)})))
    assert covered.value == Decimal(100)
    parted = FamilyMember("spouse_partner", household=(period("2020-01-01", "2025-01-01"),))
    assert fact("livelihood_share_pct", case(**(both | {"family_members": (parted,)}))).value == alone.value
