"""The effect of an application, and whether the duty to leave is enforceable."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.facts.making import asylum, case, day, fact, filed, noted, status, title

EXPIRED = title("25_4_1", "2025-05-10", "2026-11-11")  # last day 10 November


def enforceable(on: str = "2026-11-22", **facts: Any) -> bool | None:
    found = fact("enforceable_departure_obligation", case(**facts), on)
    assert not found.disputed
    return found.value  # type: ignore[return-value]


@pytest.mark.parametrize(
    "code",
    (
        "title:25_5 visa_D visa_C visa_free exempt_ukr F81_3_1 F81_4 F81_4_late F25_1_3 gestattung "
        "ankunftsnachweis"
    ).split(),
)
def test_papers_that_allow_the_stay(code: str):
    assert enforceable(status_periods=(status(code, "2026-01-01", "2026-11-23"),)) is False


@pytest.mark.parametrize(
    "code", "D60a_1 D60a_2_1 D60a_2b D60b D60c D60d D_verfahren D_material gueb F81_3_2".split()
)
def test_papers_that_only_suspend_removal(code: str):
    assert enforceable(status_periods=(status(code, "2026-01-01", "2026-11-23"),)) is True


def test_title_expired():
    assert enforceable("2026-11-10", status_periods=(EXPIRED,)) is False
    assert enforceable(status_periods=(EXPIRED,), applications=()) is True
    late = (filed("25_4_1", "2026-11-15"),)
    found = fact("enforceable_departure_obligation", case(status_periods=(EXPIRED,), applications=late))
    assert found.value is True
    assert "stay_ran_out" in noted(found)
    in_time = (filed("25_4_1", "2026-11-10"),)
    assert enforceable(status_periods=(EXPIRED,), applications=in_time) is False


def test_title_expired_and_nobody_asked_for_applications():
    found = fact("enforceable_departure_obligation", case(status_periods=(EXPIRED,)))
    assert found.value is None
    assert found.ask == ("applications",)


def test_an_order_that_the_title_continues():
    ordered = (EXPIRED, status("F81_4_late", "2026-11-18"))
    assert enforceable(status_periods=ordered, applications=(filed("25_4_1", "2026-11-15"),)) is False


def test_refused():
    refused = (filed("25_4_1", "2026-11-05", decided="2026-11-20", result="refused"),)
    found = fact("enforceable_departure_obligation", case(status_periods=(EXPIRED,), applications=refused))
    assert found.value is True
    assert found.ask == ("suspensive_effect_ordered",)
    assert enforceable("2026-11-19", status_periods=(EXPIRED,), applications=refused) is False
    assert (
        enforceable(status_periods=(EXPIRED,), applications=refused, suspensive_effect_ordered=True) is False
    )


def test_visa_free_stay_used_up():
    used_up = (status("visa_free", "2026-06-01", "2026-08-30"),)
    assert enforceable(status_periods=used_up, applications=(), asylum_procedures=()) is True
    late = (filed("25_5", "2026-09-10"),)
    assert enforceable(status_periods=used_up, applications=late, asylum_procedures=()) is True
    in_time = (filed("25_5", "2026-08-29"),)
    assert enforceable(status_periods=used_up, applications=in_time, asylum_procedures=()) is False


def test_expelled():
    held = (title("25_5", "2025-01-01", "2028-01-01"),)
    found = fact(
        "enforceable_departure_obligation", case(status_periods=held, expulsion_order_on=day("2026-11-01"))
    )
    assert found.value is None
    assert found.ask == ("departure_duty_override",)
    assert enforceable("2026-10-31", status_periods=held, expulsion_order_on=day("2026-11-01")) is False
    assert (
        enforceable(status_periods=held, expulsion_order_on=day("2026-11-01"), suspensive_effect_ordered=True)
        is False
    )


def test_no_status_at_all():
    assert enforceable(status_periods=(), entry_unlawful=True) is True
    found = fact("enforceable_departure_obligation", case(status_periods=()))
    assert found.value is None
    assert "entry_unlawful" in found.ask
    assert enforceable() is None


def test_a_finding_beats_everything():
    assert enforceable(status_periods=(EXPIRED,), departure_duty_override="no") is False
    assert enforceable(departure_duty_override="yes") is True
    assert enforceable(status_periods=(EXPIRED,), applications=(), departure_duty_override="none") is True


def test_the_newest_paper_decides():
    old_title = (title("25_5", "2024-01-01", "2027-01-01"), status("D60a_2_1", "2026-05-01"))
    assert enforceable(status_periods=old_title) is True
    old_duldung = (status("D60a_2_1", "2024-01-01", "2027-01-01"), title("25_5", "2026-05-01", "2027-05-01"))
    assert enforceable(status_periods=old_duldung) is False
    forgotten = (status("gestattung", "2019-01-01"), status("D60a_2_1", "2026-05-01"))
    assert enforceable(status_periods=forgotten) is True


def test_borders_known_by_month():
    history = (status("D60a_2_1", "2026-01-01", "2026-11"),)
    assert enforceable(status_periods=history) is None


def test_a_certificate_that_has_run_out():
    history = (EXPIRED, status("F81_4", "2026-11-11", "2026-11-20"))
    assert enforceable(status_periods=history) is None
    assert enforceable(status_periods=history, applications=(filed("25_4_1", "2026-11-10"),)) is False


def effect(on: str = "2026-11-22", **facts: Any):
    return fact("application_effect", case(**facts), on)


def test_effects():
    holder = (title("25_3", "2025-01-01", "2026-11-11"),)
    in_time, late = (filed("25_3", "2026-11-10"),), (filed("25_3", "2026-11-11"),)
    assert effect(status_periods=holder, applications=in_time, asylum_procedures=()).value == "F81_4"
    found = effect(status_periods=holder, applications=late, asylum_procedures=())
    assert found.value == "none"
    assert "continuation_may_be_ordered" in noted(found)
    tolerated = (status("D60a_2_1", "2025-01-01"),)
    assert effect(status_periods=tolerated, applications=in_time, asylum_procedures=()).value == "none"
    assert effect(status_periods=holder, applications=(), asylum_procedures=()).value == "none"


def test_effect_unknown():
    assert effect().ask == ("status_periods",)
    found = effect(status_periods=(title("25_3", "2025-01-01", "2026-11-11"),), asylum_procedures=())
    assert found.value is None
    assert found.ask == ("applications",)
    by_month = (filed("25_3", "2026-11"),)
    history = (title("25_3", "2025-01-01", "2026-11-11"),)
    assert effect(status_periods=history, applications=by_month, asylum_procedures=()).value is None


def test_recognised_without_a_card_yet():
    recognised = (asylum("refugee", "2024-01-01", "2026-09-01", "2026-09-15"),)
    history = (status("gestattung", "2024-01-01", "2026-09-15"),)
    assert effect(status_periods=history, applications=(), asylum_procedures=recognised).value == "F25_1_3"
    assert enforceable(status_periods=history, asylum_procedures=recognised) is False


def test_an_asylum_application_ends_a_deemed_stay():
    history = (status("visa_free", "2026-06-01", "2026-08-30"),)
    in_time = (filed("25_5", "2026-08-20"),)
    before = effect("2026-09-30", status_periods=history, applications=in_time, asylum_procedures=())
    assert before.value == "F81_3_1"
    lodged = (asylum(filed_on="2026-10-01"),)
    assert enforceable("2026-10-15", status_periods=history, applications=in_time) is False
    assert (
        enforceable("2026-10-15", status_periods=history, applications=in_time, asylum_procedures=lodged)
        is not False
    )


def test_an_application_decided_nobody_knows_when():
    history = (status("visa_free", "2026-06-01", "2026-08-30"),)
    decided = (filed("25_5", "2026-08-20", result="refused"),)
    assert enforceable(status_periods=history, applications=decided, asylum_procedures=()) is not False
