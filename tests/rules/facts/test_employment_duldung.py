"""§ 60d and what § 25b Abs. 6 builds on it: time with a Duldung, entry, identity, convictions, course."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.decisions import CourseRecord, Step
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band, FactValue
from tests.rules.facts.making import (
    absence,
    case,
    conviction,
    day,
    fact,
    filed,
    identity,
    judged,
    noted,
    spouse,
    status,
)


def held(*periods: Any, absences: Any = (), name: str = "duldung_60d_months") -> Any:
    found = fact(name, case(status_periods=periods, absence_periods=absences))
    assert isinstance(found.value, Band)
    return (found.value.safe.months, found.value.safe.days), (
        found.value.longest.months,
        found.value.longest.days,
    )


# 30 months with the Duldung for employment


def test_months_with_the_duldung_for_employment():
    assert held(status("D60d", "2024-05-22")) == ((30, 0), (30, 0))
    assert held(status("D60d", "2024-05-23")) == ((29, 30), (29, 30))
    assert held(status("D60d", "2024-05-22", "2025-05-22"), status("D60d", "2025-05-22")) == (
        (30, 0),
        (30, 0),
    )
    assert held(status("D60a_2_1", "2020-01-01")) == ((0, 0), (0, 0))
    assert held(status("D60d", "2026-11-22")) == ((0, 0), (0, 0))
    assert held(status("D60d", "2027-01-01")) == ((0, 0), (0, 0))


def test_overlapping_papers_count_once_and_a_longer_gap_is_open():
    overlapping = status("D60d", "2024-05-22", "2025-08-01"), status("D60d", "2025-06-01")
    assert held(*overlapping) == ((30, 0), (30, 0))
    days = status("D60d", "2024-05-22", "2025-05-22"), status("D60d", "2025-05-29")
    assert held(*days) == ((30, 0), (30, 0))
    weeks = status("D60d", "2024-05-22", "2025-05-22"), status("D60d", "2025-06-22")
    assert held(*weeks) == ((17, 0), (30, 0))
    months = status("D60d", "2024-05-22", "2025-05-22"), status("D60d", "2025-09-22")
    assert held(*months) == ((14, 0), (14, 0))


def test_a_duldung_for_employment_that_has_run_out_may_still_count():
    """It ends after thirty months, and the decision on the title may come later: never a plain no."""
    bridged = status("D60d", "2024-01-22", "2026-07-22"), status("D60a_2_1", "2026-07-22")
    assert held(*bridged) == ((0, 0), (30, 0))
    found = fact("duldung_60d_months", case(status_periods=bridged, absence_periods=()))
    assert "time_60d_ran_out" in noted(found)
    last_week = (status("D60d", "2024-05-15", "2026-11-15"),)
    assert held(*last_week) == ((30, 7), (30, 7))
    short = status("D60d", "2024-01-22", "2024-07-22"), status("D60a_2_1", "2024-07-22")
    assert held(*short) == ((0, 0), (6, 0))
    running = fact(
        "duldung_60d_months", case(status_periods=(status("D60d", "2024-05-22"),), absence_periods=())
    )
    assert "time_60d_ran_out" not in noted(running)


def test_a_stay_abroad_ends_a_duldung():
    """§ 60a Abs. 5 S. 1: it lapses with departure, however short the journey."""
    abroad = (absence("2025-11-01", "2025-11-22"),)
    safe, longest = held(status("D60d", "2024-05-22"), absences=abroad)
    assert safe == (12, 0)
    assert longest == (30, 0)


def test_months_with_nothing_recorded_or_absences_not_asked():
    assert fact("duldung_60d_months", case()).ask == ("status_periods",)
    found = fact("duldung_60d_months", case(status_periods=(status("D60d", "2024-05-22"),)))
    assert found.value == Band(Duration(), Duration(30))
    assert "absence_periods" in found.ask


def test_a_beginning_known_only_by_month():
    (safe, longest) = held(status("D60d", "2024-05"))
    assert safe == (29, 22)
    assert longest == (30, 21)


# Duldung before it


def before(*periods: Any, absences: Any = ()) -> Any:
    return held(*periods, absences=absences, name="duldung_before_60d_months")


def test_the_duldung_before_ends_where_the_one_for_employment_began():
    assert before(status("D60a_2_1", "2023-05-22", "2024-05-22"), status("D60d", "2024-05-22")) == (
        (12, 0),
        (12, 0),
    )
    assert before(status("D60a_2_1", "2023-05-23", "2024-05-22"), status("D60d", "2024-05-22"))[0] < (12, 0)
    assert before(status("D60a_2_1", "2025-11-22")) == ((12, 0), (12, 0))
    assert before(status("D60d", "2024-05-22")) == ((0, 0), (0, 0))


def test_the_duldung_before_stays_met_after_the_one_for_employment_ran_out():
    history = status("D60a_2_1", "2022-05-22", "2023-05-22"), status("D60d", "2023-05-22", "2025-11-22")
    assert before(*history) == ((12, 0), (12, 0))


def test_time_under_60b_is_not_credited_before_either():
    history = (
        status("D60a_2_1", "2022-01-01", "2023-01-01"),
        status("D60b", "2023-01-01", "2024-01-01"),
        status("D60a_2_1", "2024-01-01", "2024-05-22"),
        status("D60d", "2024-05-22"),
    )
    safe, longest = before(*history)
    assert safe == (4, 21)
    assert longest == (16, 21)


def test_a_claim_or_a_border_certificate_counts_only_in_the_longest_reading():
    history = status("gueb", "2023-01-01", "2024-01-01"), status("D60a_2_1", "2024-01-01", "2024-05-22")
    assert before(*history, status("D60d", "2024-05-22")) == ((4, 21), (16, 21))
    claim = status("D_material", "2023-01-01", "2024-01-01"), status("D60a_2_1", "2024-01-01", "2024-05-22")
    assert before(*claim, status("D60d", "2024-05-22")) == ((4, 21), (16, 21))


# Entry


def test_entry_by_the_cut_off_day():
    def entered(on: str | None, *members: Any) -> FactValue:
        facts: dict[str, Any] = {} if on is None else {"entry_date": day(on)}
        return fact("entered_before_60d_cutoff", case(family_members=members, **facts))

    assert entered("2022-12-31").value is True
    assert entered("2023-01-01").value is False
    assert entered("2022-12").value is True
    assert entered("2022").value is True
    assert entered("2023").value is False
    assert entered(None).ask == ("entry_date",)
    assert entered("2022-01-01", spouse(entered_on=day("2022-12-31"))).value is True
    assert entered("2022-01-01", spouse(entered_on=day("2023-01-01"))).value is False
    assert entered("2022-01-01", spouse()).ask == ("family_members",)
    apart = spouse(entered_on=day("2023-05-05"), household=())
    assert entered("2022-01-01", apart).value is None
    assert fact("entered_before_60d_cutoff", case(entry_date=day("2020-01-01"))).ask == ("family_members",)


# Identity


def clarified(
    entered: str | None = "2019-03-01", members: Any = (), judgement: bool | None = None, **facts: Any
) -> FactValue:
    judgements = {} if judgement is None else {"all_reasonable_id_steps": judged(judgement)}
    if entered is not None:
        facts["entry_date"] = day(entered)
    facts.setdefault("status_periods", (status("D60d", "2025-02-01"),))
    return fact("identity_deadline_60d_met", case(judgements, family_members=members, **facts))


def cleared(on: str) -> tuple[Any, ...]:
    return (identity("cleared", on),)


def test_identity_by_the_end_of_2024_for_who_entered_from_2017():
    assert clarified(identity_status=cleared("2024-12-31")).value is True
    late = clarified(identity_status=cleared("2025-01-01"), id_steps=())
    assert late.value is False
    assert clarified("2016-12-31", identity_status=cleared("2025-01-01")).value is True
    assert clarified("2017-01-01", identity_status=cleared("2025-01-01"), id_steps=()).value is False
    assert clarified("2016-12-31", identity_status=cleared("2025-02-02"), id_steps=()).value is False


def test_an_application_before_the_last_day_is_the_deadline():
    applied = (filed("D60d", "2024-06-01"),)
    assert clarified(identity_status=cleared("2024-06-01"), applications=applied).value is True
    assert clarified(identity_status=cleared("2024-06-02"), applications=applied, id_steps=()).value is False
    early = (filed("D60d", "2025-01-20"),)
    assert clarified(
        "2016-05-05", identity_status=cleared("2025-01-25"), applications=early, id_steps=()
    ).value is (False)


STEP = Step(day("2024-03-01"), "embassy")
LATE_STEP = Step(day("2025-03-01"), "embassy")


@pytest.mark.parametrize(
    ("steps", "judgement", "expected"),
    [
        ((STEP,), True, True),
        ((STEP,), False, False),
        ((STEP,), None, "disputed"),
        ((LATE_STEP,), True, "disputed"),
        ((), None, False),
        ((), True, "disputed"),
        (None, None, "unknown"),
        (None, True, "disputed"),
        (None, False, False),
    ],
)
def test_steps_in_time_stand_for_an_identity_clarified_later(steps: Any, judgement: Any, expected: Any):
    more: dict[str, Any] = {} if steps is None else {"id_steps": steps}
    found = clarified(identity_status=cleared("2025-06-01"), judgement=judgement, **more)
    assert ("disputed" if found.disputed else "unknown" if found.value is None else found.value) == expected


def test_an_identity_still_open_is_never_a_plain_yes():
    open_ = (identity("not", "2021-01-01"),)
    assert clarified(identity_status=open_, id_steps=(STEP,), judgement=True).disputed
    assert clarified(identity_status=open_, id_steps=()).value is False
    assert clarified(
        identity_status=(*cleared("2021-01-01"), identity("not", "2026-01-01")), id_steps=()
    ).value is (False)
    assert clarified(id_steps=()).ask == ("identity_status",)


def test_identity_with_something_missing():
    assert clarified(None, identity_status=cleared("2024-06-01")).value is True  # in time for any entry
    found = clarified(None, identity_status=cleared("2025-01-15"))
    assert found.value is None
    assert "entry_date" in found.ask
    assert clarified(identity_status=cleared("2024")).value is True
    assert clarified(identity_status=(identity("cleared", "2027-01-01"),), id_steps=()).value is False


def test_the_identity_of_the_spouse_counts_too():
    known: dict[str, Any] = {"identity_status": cleared("2020-01-01")}
    in_time = spouse(id_cleared_on=day("2021-01-01"), entered_on=day("2019-03-01"))
    assert clarified(members=(in_time,), **known).value is True
    late = spouse(id_cleared_on=day("2025-06-01"), entered_on=day("2019-03-01"))
    assert clarified(members=(late,), **known).disputed
    assert clarified(members=(spouse(),), **known).ask == ("family_members",)


# Convictions


def excluded(*convictions: Any, members: Any = ()) -> FactValue:
    return fact("conviction_excl_60d", case(convictions=convictions, family_members=members))


def test_any_intentional_offence_in_germany_excludes():
    assert excluded().value is False
    assert excluded(conviction("fine", 10, in_de=True, foreigner_only=False)).value is True
    assert (
        excluded(conviction("fine", 10, in_de=True, foreigner_only=False, intentional=False)).value is False
    )
    assert excluded(conviction("prison", 3, in_de=True)).value is True
    assert excluded(conviction("prison", 3, in_de=False)).value is False
    assert excluded(conviction("prison", 3)).ask == ("convictions",)
    assert excluded(conviction("prison", 3, in_de=True, intentional=None)).value is None
    assert excluded(conviction("prison", 3, in_de=True, final_on=day("2027-01-01"))).value is False
    assert fact("conviction_excl_60d", case()).ask == ("convictions",)


def test_one_small_fine_for_an_offence_of_foreigners_is_disregarded():
    assert excluded(conviction("fine", 90, in_de=True, foreigner_only=True)).value is False
    assert excluded(conviction("fine", 91, in_de=True, foreigner_only=True)).value is True
    assert excluded(conviction("fine", None, in_de=True, foreigner_only=True)).value is None
    assert excluded(conviction("fine", 50, in_de=True)).value is None
    small = conviction("fine", 40, in_de=True, foreigner_only=True)
    assert excluded(small, small).disputed


def test_a_conviction_of_the_spouse_counts_while_they_live_together():
    theirs = conviction("fine", 10, in_de=True, foreigner_only=False, person="spouse")
    assert excluded(theirs, members=(spouse(),)).value is True
    assert excluded(theirs).value is False
    assert fact("conviction_excl_60d", case(convictions=(theirs,))).ask == ("family_members",)


# Course and German


def course(**more: Any) -> dict[str, Any]:
    return {"integration_course": CourseRecord(**more)}


def test_a_course_duty_is_met_by_passing_or_a_break_without_fault():
    def met(members: Any = (), **facts: Any) -> FactValue:
        return fact("obligatory_course_done_or_excused", case(family_members=members, **facts))

    assert met(**course(obliged=False)).value is True
    assert met(**course()).ask == ("integration_course",)
    assert met(**course(obliged_on=day("2025-01-01"), passed_on=day("2025-12-01"))).value is True
    assert met(**course(obliged_on=day("2025-01-01"), passed_on=day("2027-12-01"))).value is None
    assert met(**course(obliged_on=day("2025-01-01"), broken_off_faultless=True)).value is True
    assert met(**course(obliged_on=day("2025-01-01"), broken_off_faultless=False)).value is False
    assert met(**course(obliged_on=day("2025-01-01"))).ask == ("integration_course",)
    assert met(**course(obliged_on=day("2027-01-01"))).value is True
    assert met().ask == ("integration_course",)
    assert met((spouse(course_duty_met=False),), **course(obliged=False)).value is False
    assert met((spouse(course_duty_met=True),), **course(obliged=False)).value is True
    assert met((spouse(),), **course(obliged=False)).ask == ("family_members",)


def test_whether_a_course_was_possible():
    def possible(*periods: Any, **facts: Any) -> FactValue:
        return fact("integration_course_was_possible", case(status_periods=periods, **facts))

    duldung = status("D60d", "2024-05-22")
    assert possible(duldung, **course()).value is True  # § 44 Abs. 4 S. 2 Nr. 2
    assert possible(duldung).value is True
    assert possible(duldung, **course(offered=True)).value is True
    scarce = possible(duldung, **course(offered=False))
    assert scarce.disputed
    assert noted(scarce) == {"course_places_scarce"}
    assert possible(status("D60a_2_1", "2024-05-22"), **course(offered=False)).value is False
    assert possible(status("D60a_2_1", "2024-05-22")).ask == ("integration_course",)
    assert possible(status("D60d", "2027-01-01")).value is None
    assert fact("integration_course_was_possible", case()).value is None


def test_written_german_of_the_spouse():
    def level(*members: Any) -> FactValue:
        return fact("spouse_german_written", case(family_members=members))

    assert level().value == "none"
    assert level(spouse(german_written="B1")).value == "B1"
    assert level(spouse()).ask == ("family_members",)
    assert fact("spouse_german_written", case()).ask == ("family_members",)
