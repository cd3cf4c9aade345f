"""Age, identity, passport, language, civic knowledge, health, course."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases.decisions import CivicProof, CourseRecord
from desktop.cases.people import Education
from desktop.rules.facts.value import Band
from tests.rules.facts.making import (
    case,
    day,
    fact,
    filed,
    identity,
    language,
    limit,
    noted,
    passport,
    period,
)


@pytest.mark.parametrize(("on", "age"), [("2026-11-22", 26), ("2026-11-23", 27), ("2026-11-24", 27)])
def test_the_birthday_completes_a_year(on: str, age: int):
    born = case(birth_date=day("1999-11-23"))
    assert fact("age_at_decision", born, on).value == age
    planned = fact("age_at_application", born, applied_on=date.fromisoformat(on), title_id="25a_1")
    assert planned.value == age


def test_age_on_the_day_of_filing():
    application = (filed("25a_1", "2026-11-22"),)
    born = case(birth_date=day("1999-11-23"), applications=application)
    assert fact("age_at_application", born, "2026-12-10", title_id="25a_1").value == 26
    assert fact("age_at_application", born, "2026-12-10", title_id="25b_1").value == 27
    decided = (filed("25a_1", "2020-11-22", decided="2021-01-01", result="refused"),)
    again = case(birth_date=day("1999-11-23"), applications=decided)
    assert fact("age_at_application", again, "2026-12-10", title_id="25a_1").value == 27


def test_born_on_a_leap_day():
    born = case(birth_date=day("2008-02-29"))
    assert fact("age_at_decision", born, "2026-02-28").value == 17
    assert fact("age_at_decision", born, "2026-03-01").value == 18


def test_birth_known_by_year():
    born = case(birth_date=day("1999"))
    found = fact("age_at_decision", born)
    assert found.value == Band(26, 27)
    assert found.ask == ("birth_date",)
    assert fact("age_at_decision", born, "2026-12-31").value == 27
    assert fact("age_at_decision", case()).ask == ("birth_date",)


def test_minors():
    born = case(birth_date=day("2008-11-23"))
    assert fact("minor_applicant", born, "2026-11-22").value is True
    assert fact("minor_applicant", born, "2026-11-23").value is False
    assert fact("minor_applicant", case(birth_date=day("2008"))).value is None
    assert fact("minor_applicant", case()).ask == ("birth_date",)


# Identity and passport


def test_the_latest_finding_about_identity_counts():
    findings = (identity("not", "2020-01-01"), identity("cleared", "2024-01-01"))
    assert fact("identity_cleared", case(identity_status=findings)).value is True
    assert fact("identity_cleared", case(identity_status=tuple(reversed(findings)))).value is True
    assert fact("identity_cleared", case(identity_status=findings), "2023-12-31").value is False
    assert fact("identity_cleared", case(identity_status=findings[:1])).value is False
    partly = fact("identity_cleared", case(identity_status=(identity("partly", "2024-01-01"),)))
    assert partly.disputed
    assert fact("identity_cleared", case(identity_status=())).value is None
    assert fact("identity_cleared", case()).value is None
    same_year = (identity("cleared", "2024"), identity("not", "2024-05-05"))
    assert fact("identity_cleared", case(identity_status=same_year)).value is None


@pytest.mark.parametrize(("on", "met"), [("2026-11-22", True), ("2026-11-23", False)])
def test_a_passport_is_good_until_its_last_day(on: str, met: bool):
    held = case(passports=(passport("2020-01-01", "2026-11-23"),))
    assert fact("passport_obligation_met", held, on).value is met


def test_substitutes_and_other_documents():
    def met(*documents: Any):
        return fact("passport_obligation_met", case(passports=documents))

    assert met().value is False
    assert met(passport("2026-01-01", kind="substitute_id")).value is True
    assert met(passport("2026-01-01", kind="refugee_travel_document")).value is True
    assert met(passport("2026-01-01", kind="other")).disputed
    assert met(passport("2027-01-01")).value is False
    assert met(passport("2016-01-01", "2026-11")).value is None
    assert fact("passport_obligation_met", case()).ask == ("passports",)


# Language


def level(name: str, *proofs: Any, on: str = "2026-11-22") -> Any:
    return fact(name, case(language_proofs=proofs), on).value


def test_levels():
    proofs = (language("B1", "oral"), language("A2", "written"), language("A2", "full"))
    assert level("german_oral", *proofs) == "B1"
    assert level("german_written", *proofs) == "A2"
    assert level("german_full", *proofs) == "A2"
    assert level("german_full", language("B1", "oral")) == "none"
    assert level("german_full", language("B1", "full"), language("B2", "oral")) == "B1"
    assert level("german_oral") == "none"
    assert fact("german_oral", case()).value is None


def test_a_certificate_of_tomorrow_proves_nothing_today():
    proof = language("A2", "oral", "2026-11-23")
    assert level("german_oral", proof) == "none"
    assert level("german_oral", proof, on="2026-11-23") == "A2"
    assert level("german_oral", language("A2", "oral", None)) == "A2"
    assert level("german_oral", language("A2", "oral", "2026-11")) is None


def test_civic_knowledge():
    def known(proof: CivicProof | None) -> Any:
        return fact("civic_knowledge", case() if proof is None else case(civic_proof=proof)).value

    assert known(None) is None
    assert known(CivicProof("none")) is False
    assert known(CivicProof("LiD_test")) is True
    assert known(CivicProof("LiD_test", day("2026-11-22"))) is True
    assert known(CivicProof("LiD_test", day("2026-11-23"))) is False
    assert known(CivicProof("LiD_test", day("2026-11"))) is None


# Health


def waiver(of: str, *limits: Any) -> Any:
    return fact("health_waiver", case(health_limits=limits), of=of).value


def test_health_limits_by_topic():
    assert waiver("language") is False
    assert waiver("language", limit("language", "2020-01-01")) is True
    assert waiver("livelihood", limit("language", "2020-01-01")) is False
    assert waiver("language", limit("language", "2020-01-01", "2026-11-22")) is False
    assert waiver("language", limit("language", "2026-11-23")) is False
    assert waiver("language", limit("language", "2020-01-01", by="")) is None
    assert fact("health_waiver", case(), of="language").ask == ("health_limits",)


def test_age_lifts_only_the_conditions_of_25b():
    assert waiver("language", limit("language", "2020-01-01", kind="age")) is True
    assert waiver("civic", limit("civic", "2020-01-01", kind="age")) is False


# Course


def test_integration_course_passed():
    def passed(record: CourseRecord | None) -> Any:
        return fact(
            "integration_course_passed", case() if record is None else case(integration_course=record)
        ).value

    assert passed(None) is None
    assert passed(CourseRecord(offered=True)) is False
    assert passed(CourseRecord(passed_on=day("2026-11-22"))) is True
    assert passed(CourseRecord(passed_on=day("2026-11-23"))) is False


def test_school():
    def in_school(*entries: Education, **facts: Any) -> Any:
        return fact("in_school_or_continuing_school", case(education_periods=entries, **facts)).value

    young = {"birth_date": day("2008-01-01")}
    school = Education("school", period("2024-08-01"), in_de=True)
    assert in_school(school, **young) is True
    assert in_school(Education("apprenticeship", period("2024-08-01")), **young) is False
    assert in_school(Education("school", period("2027-08-01")), **young) is False
    assert in_school(**young) is False
    assert in_school(school, birth_date=day("1990-01-01")) is False
    assert in_school(school) is None
    assert fact("in_school_or_continuing_school", case(birth_date=day("1990-01-01"))).value is False


def test_notes_are_named_and_filled():
    found = fact("identity_cleared", case(identity_status=(identity("partly", "2024-01-01"),)))
    assert noted(found) == {"identity_partly_cleared"}
