"""§ 81: what filing does, each at the last day in time, the day before and the day after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.periods import PartialDate, Period
from desktop.cases.shapes import Never
from desktop.cases.status import STATUS_CODES, StatusPeriod
from desktop.deadlines.effects import (
    BEST_FIRST,
    FilingEffect,
    effect_of_filing,
    running_effect,
)
from desktop.deadlines.validity import Circumstances

EXTENSION, GRANT = DecisionKind.EXTENSION, DecisionKind.GRANT
NOT_RECOGNISED = Circumstances(recognised_on=Never.NONE)


def held(code: str, start: str, last_day: str | None = None, **more) -> StatusPeriod:
    """A status as its paper prints it, last day included."""
    end = None if last_day is None else PartialDate.parse(last_day)
    return StatusPeriod(code, Period.on_paper(PartialDate.parse(start), end), **more)


def filing(history, on: str, title: str = "25_3", given: Circumstances = NOT_RECOGNISED) -> FilingEffect:
    return effect_of_filing(history, filed_on=PartialDate.parse(on), title_id=title, given=given)


def filed(title: str, on: str, kind: DecisionKind = EXTENSION, decided: str | None = None) -> Application:
    decided_on = None if decided is None else PartialDate.parse(decided)
    return Application(title, kind, PartialDate.parse(on), decided_on=decided_on)


OPPORTUNITY = [held("title:104c_holder", "2025-07-01", "2026-12-31")]


@pytest.mark.parametrize(
    ("history", "title", "in_time", "last_day", "effect", "late_effect", "order"),
    [
        (
            [held("title:25_3", "2023-11-01", "2026-11-30")],
            "25_3",
            "F81_4",
            "2026-11-30",
            "F81_4",
            "none",
            True,
        ),
        (
            [held("title:other", "2023-11-01", "2026-11-30")],
            "25_5",
            "F81_4",
            "2026-11-30",
            "F81_4",
            "none",
            True,
        ),
        ([held("visa_D", "2026-08-01", "2026-11-30")], "22_1", "F81_4", "2026-11-30", "F81_4", "none", True),
        (OPPORTUNITY, "25b_1", "F81_4", "2026-12-31", "F81_4", "none", True),
        (OPPORTUNITY, "25a_1", "F81_4", "2026-12-31", "F81_4", "none", True),
        (OPPORTUNITY, "25_5", "none", "2026-12-31", "none", "none", False),
        (
            [held("visa_free", "2026-09-01", "2026-11-30")],
            "25_4_1",
            "F81_3_1",
            "2026-11-30",
            "F81_3_1",
            "F81_3_2",
            False,
        ),
        (
            [held("exempt_ukr", "2026-09-02", "2026-11-30")],
            "24",
            "F81_3_1",
            "2026-11-30",
            "F81_3_1",
            "F81_3_2",
            False,
        ),
        ([held("visa_C", "2026-09-02", "2026-11-30")], "24", "none", "2026-11-30", "none", "none", False),
        ([held("D60a_2_1", "2026-09-02", "2026-11-30")], "25_5", "none", "2026-11-30", "none", "none", False),
        (
            [held("gestattung", "2026-09-02", "2026-11-30")],
            "25_3",
            "none",
            "2026-11-30",
            "none",
            "none",
            False,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_last_day_is_in_time_and_the_next_is_not(
    history, title, in_time, last_day, effect, late_effect, order
):
    last = date.fromisoformat(last_day)
    for offset, expected in ((-1, in_time), (0, effect), (1, late_effect)):
        result = filing(history, (last + timedelta(offset)).isoformat(), title)
        assert result.id == expected
        assert result.order_possible == (order and offset == 1)
        assert not result.disputed


def test_a_104c_holder_who_asks_only_for_something_else_is_warned():
    """Boundary case 11."""
    result = filing(OPPORTUNITY, "2026-12-31", "16g")
    assert result.id == "none"
    assert result.warning
    assert result.why.cite == "§ 104c Abs. 2 S. 3 AufenthG"


@pytest.mark.parametrize("on", ["2027-01-01", "2027-01-02"])
def test_104c_too_late_only_an_order_helps(on: str):
    """Boundary case 10."""
    result = filing(OPPORTUNITY, on, "25b_1")
    assert (result.id, result.order_possible) == ("none", True)
    assert result.why.cite == "§ 81 Abs. 4 S. 3 AufenthG"
    ordered = [*OPPORTUNITY, held("F81_4_late", "2027-01-20")]
    assert filing(ordered, "2027-02-01", "25b_1").id == "F81_4_late"
    assert (
        running_effect(ordered, [filed("25b_1", on)], on=date(2027, 2, 1), given=NOT_RECOGNISED).id
        == "F81_4_late"
    )
    assert (
        running_effect(ordered, [filed("25b_1", on)], on=date(2027, 1, 19), given=NOT_RECOGNISED).id == "none"
    )


def test_a_second_title_is_continued_even_by_a_104c_holder():
    both = [*OPPORTUNITY, held("title:25_5", "2026-01-01", "2026-12-31")]
    assert filing(both, "2026-12-01", "25_5").id == "F81_4"


def test_recognised_and_waiting_for_the_card():
    history = [held("gestattung", "2025-01-01", "2026-12-31")]
    recognised = Circumstances(recognised_on=PartialDate.parse("2026-11-22"))
    assert filing(history, "2026-11-21", "25_2_1", recognised).id == "none"
    assert filing(history, "2026-11-22", "25_2_1", recognised).id == "F25_1_3"
    assert running_effect(history, [], on=date(2026, 11, 23), given=recognised).id == "F25_1_3"
    with_card = [*history, held("title:25_2_1", "2027-01-10", "2030-01-09")]
    assert running_effect(with_card, [], on=date(2027, 1, 11), given=recognised).id == "none"
    assert filing(with_card, "2030-01-10", "25_2_1", recognised).id == "none"
    expelled = replace(recognised, expelled_under_53_3a=True)
    assert filing(history, "2026-11-23", "25_2_1", expelled).id == "none"


def test_what_is_not_recorded_is_unknown_not_none():
    assert filing([], "2026-11-22").id is None
    assert filing([], "2026-11-22").ask == ("status_periods",)
    gestattung = [held("gestattung", "2025-01-01", "2026-12-31")]
    unknown = filing(gestattung, "2026-11-22", "25_3", Circumstances())
    assert (unknown.id, unknown.ask) == (None, ("asylum_procedures",))
    later = [held("title:25_3", "2026-12-01", "2027-12-01")]
    assert filing(later, "2026-11-22").id is None


def test_a_certificate_that_ran_out_does_not_end_its_effect():
    history = [held("title:25_3", "2023-01-01", "2026-06-30"), held("F81_4", "2026-07-01", "2026-10-31")]
    result = filing(history, "2026-11-22")
    assert (result.id, result.ask) == (None, ("applications",))
    running = running_effect(
        history, [filed("25_3", "2026-06-30")], on=date(2027, 3, 1), given=NOT_RECOGNISED
    )
    assert running.id == "F81_4"


def test_an_effect_lasts_until_the_day_of_the_decision():
    history = [held("title:25_3", "2023-01-01", "2026-06-30")]
    applications = [filed("25_3", "2026-06-01", decided="2026-11-22")]
    for day, expected in (
        (date(2026, 11, 21), "F81_4"),
        (date(2026, 11, 22), "none"),
        (date(2026, 5, 31), "none"),
    ):
        assert running_effect(history, applications, on=day, given=NOT_RECOGNISED).id == expected


@pytest.mark.parametrize(
    ("title", "months", "kind", "expected"),
    [
        ("25b_1", 24, EXTENSION, "F81_4"),  # boundary case 25
        ("25b_1", 24, GRANT, "none"),
        ("25b_1", 6, EXTENSION, "none"),
        ("25_3", 24, EXTENSION, "none"),
        ("24", 24, EXTENSION, "F81_4"),
    ],
)
def test_an_asylum_application_ends_the_effect_with_one_exception(title, months, kind, expected):
    last = {24: "2026-11-30", 6: "2025-05-31"}[months]
    history = [held(f"title:{title}", "2024-12-01", last)]
    filed_on = (date.fromisoformat(last) - timedelta(5)).isoformat()
    asylum = (date.fromisoformat(last) + timedelta(5)).isoformat()
    given = replace(NOT_RECOGNISED, asylum_filed_on=(PartialDate.parse(asylum),))
    applications = [filed(title, filed_on, kind)]
    before = date.fromisoformat(asylum) - timedelta(1)
    assert running_effect(history, applications, on=before, given=given).id == "F81_4"
    assert running_effect(history, applications, on=date.fromisoformat(asylum), given=given).id == expected


def test_a_title_that_lapsed_by_an_asylum_application_leaves_nothing_to_continue():
    history = [held("title:25_3", "2024-12-01", "2027-11-30")]
    given = replace(NOT_RECOGNISED, asylum_filed_on=(PartialDate.parse("2026-11-22"),))
    assert filing(history, "2026-11-21", given=given).id == "F81_4"
    result = filing(history, "2026-11-22", given=given)
    assert (result.id, result.order_possible) == ("none", False)
    assert "§ 51 Abs. 1 Nr. 8" in result.why.cite
    earlier = replace(NOT_RECOGNISED, asylum_filed_on=(PartialDate.parse("2022"),))
    assert filing(history, "2026-11-22", given=earlier).id == "F81_4"


def test_a_day_known_only_by_month_has_two_readings():
    history = [held("title:25_3", "2023-12", "2026-11")]
    result = filing(history, "2026-11-20")
    assert result.id == "none"
    assert result.otherwise is not None
    assert result.otherwise.id == "F81_4"
    assert result.ask == ("status_periods",)
    sure = filing(history, "2026-11-01")
    assert (sure.id, sure.disputed) == ("F81_4", False)
    exact = [held("title:25_3", "2023-12-01", "2026-11-15")]
    assert filing(exact, "2026-11").ask == ("applications",)


UKRAINIAN = replace(NOT_RECOGNISED, ukr_group="ukr_national")


@pytest.mark.parametrize(
    ("on", "expected"), [("2027-03-03", "F81_4"), ("2027-03-04", "F81_4"), ("2027-03-05", "none")]
)
def test_the_ordinance_keeps_a_section_24_title_alive(on: str, expected: str):
    """Boundary case 14: the card is older, earlier continuations carry it to the key day."""
    assert filing([held("title:24", "2022-05-01", "2024-03-04")], on, "24", UKRAINIAN).id == expected


codes = st.sampled_from([*sorted(STATUS_CODES), "title:25_3", "title:104c_holder", "title:24", "title:25b_1"])
some_days = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@st.composite
def histories(draw):
    periods = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(some_days), draw(some_days)))
        periods.append(StatusPeriod(draw(codes), Period.between(start, end)))
    return periods


@given(histories(), some_days, st.sampled_from(["25_3", "25b_1", "24"]), st.lists(some_days, max_size=2))
def test_there_is_always_an_answer_and_its_reason(history, day, title, asylum):
    circumstances = replace(NOT_RECOGNISED, asylum_filed_on=tuple(map(PartialDate.exactly, asylum)))
    result = filing(history, day.isoformat(), title, circumstances)
    assert result.id in (*BEST_FIRST, None)
    assert result.why.text
    assert (result.id is None or result.disputed) == bool(result.ask)
    running = running_effect(history, [filed(title, day.isoformat())], on=day, given=circumstances)
    if result.id not in (None, "none") and not asylum:
        assert running.id is not None
        assert BEST_FIRST.index(running.id) <= BEST_FIRST.index(result.id)


@given(some_days, some_days, some_days)
def test_filing_earlier_inside_a_title_is_never_worse(start, end, day):
    start, end = min(start, end), max(start, end)
    history = [StatusPeriod("title:25b_1", Period.between(start, end))]
    result = filing(history, day.isoformat(), "25b_1")
    assert (result.id == "F81_4") == (start <= day < end)


@pytest.mark.parametrize(
    ("expelled", "effect"), [("2026-10-31", "none"), ("2026-11-01", "none"), ("2026-11-02", "F81_4")]
)
def test_an_expulsion_ends_what_filing_would_do(expelled, effect):
    given = replace(NOT_RECOGNISED, expelled_on=PartialDate.parse(expelled))
    found = filing([held("title:25_3", "2023-11-01", "2026-11-30")], "2026-11-01", given=given)
    assert found.id == effect
    assert found.warning is (effect == "none")


def test_an_expulsion_also_ends_what_already_runs():
    history = [held("title:25_3", "2023-11-01", "2026-11-30")]
    given = replace(NOT_RECOGNISED, expelled_on=PartialDate.parse("2026-12-10"))
    applications = [filed("25_3", "2026-11-20")]
    before, after = date(2026, 12, 9), date(2026, 12, 10)
    assert running_effect(history, applications, on=before, given=given).id == "F81_4"
    assert running_effect(history, applications, on=after, given=given).id == "none"


def test_a_title_issued_after_an_expulsion_counts_again():
    given = replace(NOT_RECOGNISED, expelled_on=PartialDate.parse("2019-05-01"))
    assert filing([held("title:25_3", "2023-11-01", "2026-11-30")], "2026-11-01", given=given).id == "F81_4"
