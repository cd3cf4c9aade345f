"""Which title is held, until when, since when, first or not, issued by whom."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.cases.status import Absence
from desktop.deadlines.spans import Duration
from desktop.rules.facts.value import Band
from tests.rules.facts.making import TODAY, asylum, case, day, fact, filed, noted, period, status, title

TOLERATED = status("D60a_2_1", "2020-01-01", "2025-11-10")


def holds(title_id: str, on: date | str = TODAY, **facts: Any) -> bool | None:
    found = fact("holds", case(**facts), on, of=title_id)
    assert not found.disputed
    assert found.value is None or isinstance(found.value, bool)
    return found.value


@pytest.mark.parametrize(
    ("on", "held"),
    [("2025-11-09", False), ("2025-11-10", True), ("2026-11-09", True), ("2026-11-10", False)],
)
def test_a_title_is_held_within_its_days(on: str, held: bool):
    history = (title("25_3", "2025-11-10", "2026-11-10"),)
    assert holds("25_3", on, status_periods=history, applications=()) is held


def test_nobody_asked_and_nothing_recorded():
    assert holds("25_3") is None
    assert holds("25_3", status_periods=()) is False
    assert holds("25_3", status_periods=(title("25_5", "2026-01-01"),)) is False


def test_a_title_that_ran_out_asks_for_applications():
    found = fact("holds", case(status_periods=(title("25_3", "2025-11-10", "2026-11-10"),)), of="25_3")
    assert found.value is None
    assert found.ask == ("applications",)


@pytest.mark.parametrize(
    ("filed_on", "held"), [("2026-11-08", True), ("2026-11-09", True), ("2026-11-10", False)]
)
def test_an_application_by_the_last_day_lets_the_title_run_on(filed_on: str, held: bool):
    history = (title("25_3", "2025-11-10", "2026-11-10"),)
    found = fact("holds", case(status_periods=history, applications=(filed("25_3", filed_on),)), of="25_3")
    assert found.value is held
    assert ("continues_by_application" in noted(found)) is held


def test_the_title_runs_on_until_the_decision():
    history = (title("25_3", "2025-01-10", "2026-01-10"),)
    decided = (filed("25_3", "2026-01-05", decided="2026-11-22", result="refused"),)
    assert holds("25_3", "2026-11-21", status_periods=history, applications=decided) is True
    assert holds("25_3", "2026-11-22", status_periods=history, applications=decided) is False
    unknown_day = (filed("25_3", "2026-01-05", result="refused"),)
    assert holds("25_3", status_periods=history, applications=unknown_day) is None


def test_a_new_card_shows_that_the_application_was_decided():
    history = (title("25_3", "2024-01-10", "2025-01-10"), title("25_3", "2025-03-01", "2026-03-01"))
    old = (filed("25_3", "2025-01-05"),)
    assert holds("25_3", "2025-02-01", status_periods=history, applications=old) is True
    assert holds("25_3", "2026-11-22", status_periods=history, applications=old) is False


def test_a_recorded_certificate_continues_the_last_title():
    history = (
        title("25_5", "2023-01-10", "2024-01-10"),
        title("25_3", "2025-01-10", "2026-01-10"),
        status("F81_4", "2026-01-10", "2027-01-10"),
    )
    assert holds("25_3", status_periods=history) is True
    assert holds("25_5", status_periods=history) is False


def test_a_newer_duldung_contradicts_an_older_title():
    history = (title("25_5", "2024-01-10", "2027-01-10"), status("D60a_2_1", "2026-05-01"))
    found = fact("holds", case(status_periods=history), of="25_5")
    assert found.value is None
    assert "newer_paper_contradicts" in noted(found)
    asylum_later = (title("25b_1", "2025-01-10", "2027-01-10"), status("gestattung", "2026-10-05"))
    assert holds("25b_1", status_periods=asylum_later) is True


def test_an_end_known_only_by_month():
    history = (title("25_3", "2025-11-10", "2026-11"),)
    assert holds("25_3", "2026-10-31", status_periods=history, applications=()) is True
    assert holds("25_3", "2026-11-15", status_periods=history, applications=()) is None
    assert holds("25_3", "2026-12-01", status_periods=history, applications=()) is False


# § 104c


@pytest.mark.parametrize(
    ("application", "held"),
    [
        (filed("25b_1", "2026-12-31"), True),
        (filed("25a_1", "2026-12-30"), True),
        (filed("25b_1", "2027-01-01"), False),
        (filed("16g", "2026-12-01"), False),
        (filed("25_5", "2026-12-01"), False),
    ],
)
def test_104c_runs_on_only_by_an_application_in_time_under_25a_or_25b(application, held: bool):
    history = case(
        status_periods=(title("104c_holder", "2025-07-01", "2027-01-01"),), applications=(application,)
    )
    assert fact("holds_104c", history, "2027-01-02").value is held
    assert fact("holds_104c", history, "2026-12-31").value is True


# Lapse by an asylum application


def test_titles_of_25_3_to_5_lapse_when_asylum_is_applied_for():
    history = (title("25_3", "2025-11-22", "2028-11-22"),)
    again = (asylum("ban_60_5", "2024-01-01", "2025-06-01", "2025-06-20"), asylum(filed_on="2026-11-10"))
    found = fact("holds", case(status_periods=history, asylum_procedures=again), of="25_3")
    assert found.value is False
    assert "ended_by_asylum_application" in noted(found)
    assert "asylum_procedures" in found.inputs
    assert fact("holds", case(status_periods=history, asylum_procedures=again), "2026-11-09", of="25_3").value
    earlier = again[:1]
    assert holds("25_3", status_periods=history, asylum_procedures=earlier) is True


def test_titles_of_25b_survive_unless_they_are_short():
    pending = (asylum(filed_on="2026-10-05"),)
    long = (title("25b_1", "2025-01-10", "2027-01-10"),)
    short = (title("23a", "2026-07-01", "2027-01-01"),)
    longer = (title("23a", "2026-07-01", "2027-01-02"),)
    assert holds("25b_1", status_periods=long, asylum_procedures=pending) is True
    assert holds("23a", status_periods=short, asylum_procedures=pending) is False
    assert holds("23a", status_periods=longer, asylum_procedures=pending) is True


def test_an_extension_of_a_long_title_runs_on_beside_an_asylum_procedure():
    history = (title("25b_1", "2024-11-10", "2026-11-10"),)
    extension = (filed("25b_1", "2026-11-05", kind=DecisionKind.EXTENSION),)
    other = (filed("25a_1", "2026-11-05"),)
    pending = (asylum(filed_on="2026-11-15"),)
    assert holds("25b_1", status_periods=history, applications=extension, asylum_procedures=pending) is True
    assert holds("25b_1", status_periods=history, applications=other, asylum_procedures=pending) is False


def test_an_asylum_application_known_only_by_year_leaves_the_title_open():
    history = (title("25_3", "2026-03-01", "2027-03-01"),)
    assert holds("25_3", status_periods=history, asylum_procedures=(asylum(filed_on="2026"),)) is None


@pytest.mark.parametrize(
    ("back", "agreed", "disputed"),
    [("2026-07-01", None, False), ("2026-07-02", None, True), ("2026-07-02", True, False)],
)
def test_a_long_stay_abroad_may_have_ended_the_title(back: str, agreed: bool | None, disputed: bool):
    journey = Absence(period("2026-01-01", back), agreed=agreed)
    held = case(status_periods=(title("25_3", "2025-01-01", "2028-01-01"),), absence_periods=(journey,))
    found = fact("holds", held, of="25_3")
    assert found.disputed is disputed
    assert ("long_absence" in noted(found)) is disputed
    before = Absence(period("2023-01-01", "2024-12-01"))
    earlier = case(status_periods=(title("25_3", "2025-01-01", "2028-01-01"),), absence_periods=(before,))
    assert fact("holds", earlier, of="25_3").value is True


# Any permit


def test_residence_permits_of_any_section_but_no_settlement_permit():
    for title_id, permit, section_5 in (
        ("25_5", True, True),
        ("other", True, False),
        ("104c_holder", True, True),
        ("26_4", False, False),
    ):
        history = case(status_periods=(title(title_id, "2026-01-01", "2027-01-01"),))
        assert fact("holds_residence_permit", history).value is permit
        assert fact("holds_section_5_permit", history).value is section_5
    assert (
        fact("holds_residence_permit", case(status_periods=(status("visa_D", "2026-01-01"),))).value is False
    )


def test_a_title_ran_out():
    ended = case(status_periods=(TOLERATED, title("25_5", "2025-11-10", "2026-11-10")), applications=())
    assert fact("title_ran_out", ended).value is True
    assert fact("title_ran_out", ended, "2026-11-09").value is False
    assert fact("title_ran_out", case(status_periods=(TOLERATED,))).value is False
    unasked = case(status_periods=(title("25_5", "2025-11-10", "2026-11-10"),))
    assert fact("title_ran_out", unasked).ask == ("applications",)


def test_a_title_that_an_asylum_application_ended_did_not_run_out():
    history = (title("25_3", "2026-05-20", "2027-05-20"),)
    lost = case(status_periods=history, asylum_procedures=(asylum(filed_on="2026-11-02"),))
    assert fact("title_ended_by_asylum", lost).value is True
    assert fact("title_ran_out", lost).value is False
    kept = case(status_periods=history, asylum_procedures=())
    assert fact("title_ended_by_asylum", kept).value is False
    assert fact("title_ended_by_asylum", case()).value is None


# Expiry


def test_expiry_is_the_last_day_of_the_newest_title():
    history = (title("25_5", "2024-01-10", "2025-01-10"), title("25_3", "2025-01-10", "2027-01-10"))
    assert fact("title_effective_expiry", case(status_periods=history)).value == date(2027, 1, 9)
    assert fact("title_effective_expiry", case(status_periods=(TOLERATED,))).value is Never.NONE
    assert fact("title_effective_expiry", case()).value is None
    assert (
        fact("title_effective_expiry", case(status_periods=(title("26_4", "2025-01-01"),))).value
        is Never.NONE
    )
    assert fact("title_effective_expiry", case(status_periods=(title("25_3", "2025-01-01"),))).value is None


def test_expiry_known_by_month():
    found = fact("title_effective_expiry", case(status_periods=(title("25_3", "2025-01-01", "2027-02"),)))
    assert found.value == PartialDate(date(2027, 1, 31), date(2027, 2, 27))


def test_permits_of_24_run_on_by_ordinance():
    history = (title("24", "2023-03-05", "2025-03-05"),)
    ukrainian = case(status_periods=history, ukr_group="ukr_national")
    assert fact("title_effective_expiry", ukrainian).value == date(2027, 3, 4)
    assert fact("holds", ukrainian, "2027-03-04", of="24").value is True
    reissued = case(
        status_periods=(*history, title("24", "2026-05-05", "2027-01-01")),
        ukr_group="ukr_national",
        tp_card_reissued_on=day("2026-05-05"),
    )
    assert fact("title_effective_expiry", reissued).value == date(2026, 12, 31)
    other = case(status_periods=history, ukr_group="none")
    assert fact("title_effective_expiry", other).value == date(2025, 3, 4)


def test_a_lapsed_title_ended_when_asylum_was_applied_for():
    history = (title("25_3", "2025-11-22", "2028-11-22"),)
    again = (asylum(filed_on="2026-11-10"),)
    found = fact("title_effective_expiry", case(status_periods=history, asylum_procedures=again))
    assert found.value == date(2026, 11, 9)


# Validity and issue


def test_total_validity_runs_from_the_first_card_to_the_last():
    history = (title("25_3", "2024-01-10", "2025-01-10"), title("25_3", "2025-01-10", "2027-01-10"))
    assert fact("title_total_validity_months", case(status_periods=history), of="25_3").value == Duration(36)
    assert fact(
        "title_total_validity_months", case(status_periods=history), title_id="25_3"
    ).value == Duration(36)
    assert fact("title_total_validity_months", case(status_periods=history)).value is None
    by_month = case(status_periods=(title("25_3", "2024-01-10", "2025-02"),))
    assert fact("title_total_validity_months", by_month, of="25_3").value == Band(
        Duration(12, 22), Duration(13, 18)
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2027-02-28", Duration(11, 27)),
        ("2027-03-01", Duration(12)),
        ("2027-03-02", Duration(12, 1)),
    ],
)
def test_a_year_after_issue_includes_the_day_with_the_same_number(on: str, expected: Duration):
    history = case(status_periods=(title("25_2_1", "2026-03-01", "2029-03-01"),))
    assert fact("months_since_title_issue", history, on, title_id="25_2_1").value == expected


def test_time_since_an_issue_on_a_leap_day():
    history = case(status_periods=(title("25_2_1", "2024-02-29", "2027-02-28"),))
    assert fact("months_since_title_issue", history, "2025-02-28", title_id="25_2_1").value == Duration(12)
    assert fact("months_since_title_issue", history, "2025-03-01", title_id="25_2_1").value == Duration(12, 1)


def test_a_title_not_issued_yet_or_issued_by_card():
    history = case(status_periods=(title("25_5", "2026-03-01", "2027-03-01", issued_on=day("2026-03-22")),))
    assert fact("months_since_title_issue", history, title_id="25_2_1").value == Duration()
    assert fact("months_since_title_issue", history, title_id="25_5").value == Duration(8)


def test_the_first_permit_of_a_list():
    earlier = case(
        status_periods=(
            title("25_3", "2022-01-01", "2025-01-01"),
            title("25_2_1", "2025-01-01", "2028-01-01"),
        )
    )
    assert fact("first_permit_of_kind", earlier, of="course", title_id="25_2_1").value is True
    assert fact("first_permit_of_kind", earlier, of="residence_12a", title_id="25_3").value is True
    assert fact("first_permit_of_kind", earlier, of="course", title_id="25b_1").value is False
    assert fact("first_permit_of_kind", earlier, title_id="25b_1").value is False
    assert fact("first_permit_of_kind", case(status_periods=()), title_id="25b_1").value is True
    assert fact("first_permit_of_kind", case(), title_id="25b_1").value is None
    cards = case(
        status_periods=(title("25_3", "2022-01-01", "2025-01-01"), title("25_3", "2025-01-01", "2028-01-01"))
    )
    assert fact("first_permit_of_kind", cards, title_id="25_3").value is True
    unclear = case(status_periods=(title("23_2", "2025", "2025"), title("25_3", "2025-05-01", "2026-05-01")))
    assert fact("first_permit_of_kind", unclear, title_id="25_3").value is None


def test_who_issued_the_title():
    def issued(by: str, title_id: str = "25b_1", sought: str = "25b_1", **facts: Any):
        history = (title(title_id, "2025-01-10", "2027-01-10", issued_by=by),)
        return fact("title_issued_by_abh_after_entry", case(status_periods=history, **facts), title_id=sought)

    assert issued("abh-musterstadt").value is True
    assert issued("abroad").value is False
    assert issued("").ask == ("status_periods",)
    assert issued("abh-musterstadt", entry_date=day("2026-01-01")).value is False
    moving = issued("abh-musterstadt", "104c_holder")
    assert moving.disputed
    assert "extension_of_104c_open" in noted(moving)
    assert fact("title_issued_by_abh_after_entry", case(status_periods=(TOLERATED,))).value is False
