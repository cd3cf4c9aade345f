"""Insured work and a living from it (§ 60d Abs. 1 Nr. 3 to 5)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band, FactValue
from tests.rules.facts.making import case, child, fact, filed, insured, job, noted, period, spouse, status

NEED = Decimal(1000)


def worked(*jobs: Any, name: str = "insured_job_months_20h") -> FactValue:
    return fact(name, case(employment_periods=jobs))


def months(*jobs: Any, name: str = "insured_job_months_20h") -> Any:
    found = worked(*jobs, name=name).value
    assert isinstance(found, Band)
    return found.safe, found.longest


TWELVE = (Duration(12), Duration(12))


def test_months_of_insured_work():
    assert months(insured("2025-11-22")) == TWELVE
    assert months(insured("2025-11-23"))[0].months == 11
    assert months(insured("2025-11-22", hours=19)) == (Duration(), Duration())
    assert months(insured("2025-11-22", insured=False)) == (Duration(), Duration())
    assert months(insured("2025-11-22", "2026-11-01")) == (Duration(), Duration(12))
    assert months(insured("2027-01-01")) == (Duration(), Duration())
    assert months() == (Duration(), Duration())
    assert months(insured("2025-11-22", hours=35), name="insured_job_months_35h") == TWELVE
    assert months(insured("2025-11-22", hours=34), name="insured_job_months_35h") == (Duration(), Duration())


def test_jobs_one_after_another_and_breaks():
    assert months(insured("2025-11-22", "2026-05-01"), insured("2026-05-01")) == TWELVE
    assert months(insured("2025-11-22", "2026-05-01"), insured("2026-05-04")) == TWELVE  # a weekend
    weeks = worked(insured("2025-11-22", "2026-05-01"), insured("2026-06-01"))
    assert weeks.value == Band(Duration(5, 21), Duration(12))
    assert weeks.unknown is None
    assert noted(weeks) == {"job_break_or_several_jobs"}
    assert months(insured("2025-01-01", "2026-01-01"), insured("2026-06-22")) == (Duration(5), Duration(5))
    assert months(insured("2025-11-22", "2026-08-01"), insured("2026-06-01")) == TWELVE  # overlap


def test_two_small_jobs_together_are_open():
    two = worked(insured("2025-11-22", hours=10), insured("2025-11-22", hours=10))
    assert two.value == Band(Duration(), Duration(12))
    assert two.unknown is None
    assert months(insured("2025-11-22", hours=10), insured("2025-11-22", hours=9)) == (Duration(), Duration())


def test_work_with_something_missing_asks_for_it():
    for unclear in (insured("2025-11-22", hours=None), insured("2025-11-22", insured=None)):
        found = worked(unclear)
        assert found.value == Band(Duration(), Duration(12))
        assert found.ask == ("employment_periods",)
        assert noted(found) == {"job_incomplete"}
    begun = worked(insured("2025-11"))
    assert begun.value == Band(Duration(11, 23), Duration(12, 21))
    assert begun.ask == ("employment_periods",)
    assert fact("insured_job_months_20h", case()).ask == ("employment_periods",)


def test_who_raises_a_child_alone():
    def alone(*members: Any) -> FactValue:
        return fact("single_parent", case(family_members=members))

    assert alone(child("2015-01-01")).value is True
    assert alone().value is False
    assert alone(child("2015-01-01"), spouse()).value is False
    assert alone(child("2015-01-01"), spouse(household=(period("2020-01-01", "2021-01-01"),))).value is True
    assert alone(child("2015-01-01"), spouse(household=())).ask == ("family_members",)
    assert alone(child("2007-01-01")).value is False
    assert fact("single_parent", case()).ask == ("family_members",)


# Own livelihood from work


def living(name: str = "livelihood_by_job_now", **facts: Any) -> FactValue:
    facts.setdefault("status_periods", ())
    return fact(name, case(**facts))


def test_the_own_need_is_covered_today():
    known: dict[str, Any] = {"household_need": NEED, "family_members": ()}
    assert living(employment_periods=(job("2026-01-01"),), **known).value is True
    assert living(employment_periods=(job("2026-01-01", net="999.99"),), **known).value is False
    two = job("2026-01-01", net="500"), job("2026-02-01", net="500")
    assert living(employment_periods=two, **known).value is True
    assert living(employment_periods=(job("2026-01-01", "2026-11-22"),), **known).value is False
    assert living(employment_periods=(job("2026-11-23"),), **known).value is False
    assert living(employment_periods=(job("2026-11"),), **known).ask == ("employment_periods",)


def test_in_a_household_of_several_the_own_need_has_to_be_known():
    jobs: dict[str, Any] = {"employment_periods": (job("2026-01-01"),)}
    family: dict[str, Any] = {"household_need": Decimal(2500), "family_members": (child("2015-01-01"),)}
    assert living(**jobs, **family).ask == ("own_need",)
    assert living(**jobs, **family, own_need=Decimal(900)).value is True
    assert living(**jobs, **family, own_need=Decimal(1001)).value is False
    apart = child("2015-01-01", household=(period("2020-01-01", "2021-01-01"),))
    assert living(**jobs, household_need=Decimal(2500), family_members=(apart,)).value is False
    assert living(**jobs, household_need=NEED).value is True  # covers the need of all
    assert living(**jobs, household_need=Decimal(2500)).ask == ("family_members",)
    assert living(**jobs).ask == ("household_need",)
    assert living(household_need=NEED).ask == ("employment_periods",)
    assert living(employment_periods=(job("2026-01-01", net=None),), **family).ask == ("employment_periods",)


YEAR = "livelihood_by_job_last_12_months"


def test_the_year_before_the_duldung_for_employment():
    known: dict[str, Any] = {"own_need": NEED, "status_periods": (status("D60d", "2024-05-22"),)}
    whole = job("2023-05-22", "2024-06-01")
    assert living(YEAR, employment_periods=(whole,), **known).value is True
    assert living(YEAR, employment_periods=(job("2023-05-30", "2024-06-01"),), **known).disputed
    assert living(YEAR, employment_periods=(job("2023-05-29", "2024-06-01"),), **known).value is True
    assert living(YEAR, employment_periods=(job("2023-09-01"),), **known).value is False
    assert living(YEAR, employment_periods=(job("2023-05-22", net="900"),), **known).value is False
    assert living(YEAR, employment_periods=(job("2024-06-01", net=None), whole), **known).value is True
    assert living(YEAR, employment_periods=(job("2023-05-22", net=None),), **known).ask == (
        "employment_periods",
    )
    assert living(YEAR, employment_periods=(job("2023-09"),), **known).ask == ("employment_periods",)


def test_the_year_ends_with_the_application_where_that_is_recorded():
    jobs = (job("2023-05-22", "2024-03-01"),)
    papers = (status("D60d", "2024-05-22"),)
    assert living(YEAR, employment_periods=jobs, own_need=NEED, status_periods=papers).disputed
    applied = (filed("D60d", "2024-03-01", decided="2024-05-22", result="granted"),)
    early = living(
        YEAR,
        employment_periods=(job("2023-03-01", "2024-03-01"),),
        own_need=NEED,
        status_periods=papers,
        applications=applied,
    )
    assert early.value is True


def test_without_that_duldung_the_year_ends_today():
    assert living(YEAR, employment_periods=(job("2025-11-22"),), own_need=NEED).value is True
    assert living(YEAR, employment_periods=(job("2026-03-22"),), own_need=NEED).value is False
    assert fact(YEAR, case(employment_periods=(), own_need=NEED)).ask == ("status_periods",)
