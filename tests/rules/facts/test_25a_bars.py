"""Conduct, convictions and livelihood in § 25a."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from desktop.rules.facts.value import Band, FactValue
from tests.rules.facts.making import (
    benefit,
    case,
    conduct,
    conviction,
    day,
    fact,
    income,
    job,
    judged,
    noted,
)

NOTHING: dict[str, Any] = {"false_statements": (), "identity_deception": (), "noncooperation": ()}
ONGOING, ENDED = conduct("2022-01-01"), conduct("2022-01-01", "2024-01-01")
YOUNG, FAMILY, INTEGRATION = "conduct_bar_25a1", "conduct_bar_25a2", "conduct_bar_25b2"


def bar(name: str, causal: bool | None = None, **facts: Any) -> FactValue:
    judgements = None if causal is None else {"conduct_causes_nonremoval_now": judged(causal)}
    return fact(name, case(judgements, **NOTHING | facts))


def test_no_conduct_no_bar():
    for name in (YOUNG, FAMILY, INTEGRATION):
        assert bar(name).value is False


def test_the_three_bars_differ_in_what_they_name():
    """False statements need no intention in § 25a; lack of cooperation is no bar of § 25a(1)."""
    unintended = {"false_statements": (conduct("2022-01-01", intentional=False),)}
    assert [bar(name, True, **unintended).value for name in (YOUNG, FAMILY, INTEGRATION)] == [
        True,
        True,
        False,
    ]
    idle = {"noncooperation": (conduct("2022-01-01", reasonable=True),)}
    assert [bar(name, True, **idle).value for name in (YOUNG, FAMILY, INTEGRATION)] == [False, True, True]
    unreasonable = {"noncooperation": (conduct("2022-01-01", reasonable=False),)}
    assert bar(FAMILY, True, **unreasonable).value is False


@pytest.mark.parametrize("name", [YOUNG, FAMILY])
@pytest.mark.parametrize("kind", ["false_statements", "identity_deception"])
def test_ongoing_conduct_is_judged(name: str, kind: str):
    unjudged = bar(name, None, **{kind: (ONGOING,)})
    assert unjudged.disputed
    assert unjudged.ask == ("conduct_causes_nonremoval_now",)
    assert bar(name, True, **{kind: (ONGOING,)}).value is True
    assert bar(name, False, **{kind: (ONGOING,)}).value is False
    past = bar(name, True, **{kind: (ENDED,)})
    assert past.value is False
    assert "conduct_has_ended" in noted(past)
    assert bar(name, True, **{kind: (conduct("2027-01-01"),)}).value is False


@pytest.mark.parametrize("name", [YOUNG, FAMILY])
def test_nobody_asked_about_conduct(name: str):
    unasked = fact(name, case())
    assert unasked.value is None
    assert "false_statements" in unasked.ask
    assert ("noncooperation" in unasked.ask) is (name == FAMILY)
    month = bar(name, True, identity_deception=(conduct("2022-01-01", "2026-11"),))
    assert (month.value, month.ask) == (None, ("identity_deception",))


def test_conduct_of_the_parents_is_not_attributed_to_the_young_person():
    of_parents = {"identity_deception": (conduct("2022-01-01", by="other"),)}
    assert bar(YOUNG, True, **of_parents).value is False


def test_conduct_of_others_is_disputed_for_family_members():
    """§ 25a(2) s. 1 no. 1 does not say “own”."""
    others = {"identity_deception": (conduct("2022-01-01", by="other"),)}
    found = bar(FAMILY, None, **others)
    assert found.disputed
    assert found.ask == ("conduct_causes_nonremoval_now",)
    assert "conduct_of_others" in noted(found)
    assert bar(FAMILY, True, **others).disputed
    assert bar(FAMILY, False, **others).value is False
    assert bar(FAMILY, identity_deception=(conduct("2022-01-01", "2026-11", by="other"),)).disputed
    assert bar(FAMILY, identity_deception=(conduct("2022-01-01", "2023-01-01", by="other"),)).value is False
    idle = {"noncooperation": (conduct("2022-01-01", by="other", reasonable=True),)}
    assert bar(FAMILY, True, **idle).value is False


# Convictions


def fine(amount: int | None, **more: Any) -> Any:
    return conviction("fine", amount, **{"in_de": True, "foreigner_only": False} | more)


def excluded(*convictions: Any) -> FactValue:
    return fact("conviction_excl_25a3", case(convictions=convictions))


@pytest.mark.parametrize(
    ("fines", "expected"),
    [
        ((), False),
        ((fine(50),), False),
        ((fine(51),), True),
        ((fine(30), fine(20)), False),
        ((fine(30), fine(21)), True),
        ((fine(90, foreigner_only=True),), False),
        ((fine(91, foreigner_only=True),), True),
        ((fine(50), fine(90, foreigner_only=True)), False),
        ((fine(60, foreigner_only=True), fine(31, foreigner_only=True)), True),
    ],
    ids=str,
)
def test_fines_are_added_up(fines: tuple[Any, ...], expected: bool):
    assert excluded(*fines).value is expected


@pytest.mark.parametrize("kind", ["prison", "youth"])
def test_every_other_sentence_excludes(kind: str):
    assert excluded(conviction(kind, 1, in_de=True, suspended=True)).value is True


@pytest.mark.parametrize(
    "more",
    [
        {"intentional": False},
        {"in_de": False},
        {"person": "spouse"},
        {"final_on": day("2026-11-23")},
    ],
    ids=str,
)
def test_what_does_not_count(more: dict[str, Any]):
    assert excluded(fine(200, **more)).value is False


@pytest.mark.parametrize(
    "more",
    [
        {"intentional": None},
        {"in_de": None},
        {"final_on": None},
        {"final_on": day("2026-11")},
        {"amount": None},
    ],
    ids=str,
)
def test_what_nobody_recorded_stays_open(more: dict[str, Any]):
    given = {"amount": 200} | more
    found = excluded(fine(**given))
    assert (found.value, found.ask) == (None, ("convictions",))
    assert "conviction_25a3_incomplete" in noted(found)


def test_an_open_detail_that_changes_nothing_is_not_asked():
    assert excluded(fine(40, foreigner_only=None)).value is False
    assert excluded(fine(60, foreigner_only=None)).value is None
    assert excluded(fine(91, foreigner_only=None)).value is True
    assert excluded(fine(51), fine(None)).value is True
    assert excluded(fine(40, foreigner_only=None), fine(20)).value is None
    assert fact("conviction_excl_25a3", case()).ask == ("convictions",)


# Livelihood


def share(**facts: Any) -> FactValue:
    given: dict[str, Any] = {
        "household_need": Decimal(2000),
        "employment_periods": (),
        "partner_net_earnings": Decimal(0),
        "benefit_periods": (),
    } | facts
    return fact("family_earned_share_pct", case(**given))


def test_the_work_of_both_partners_counts():
    assert share(employment_periods=(job("2020-01-01", net="2000"),)).value == Decimal(100)
    both = share(employment_periods=(job("2020-01-01", net="900"),), partner_net_earnings=Decimal(1100))
    assert both.value == Decimal(100)
    assert share(employment_periods=(job("2020-01-01", net="1999.99"),)).value == Decimal("99.99")
    assert share().value == Decimal(0)


def test_past_and_future_work_does_not_count():
    jobs = (job("2020-01-01", "2026-11-22", net="2000"), job("2026-11-23", net="2000"))
    assert share(employment_periods=jobs).value == Decimal(0)
    overlapping = (job("2020-01-01", net="1500"), job("2026-01-01", net="500"))
    assert share(employment_periods=overlapping).value == Decimal(100)


def test_child_benefit_in_the_gap_is_disputed():
    found = share(
        employment_periods=(job("2020-01-01", net="1700"),),
        benefit_periods=(benefit("Kindergeld", "2020-01-01", amount="300"),),
    )
    assert found.value == Band(Decimal(85), Decimal(100))
    assert found.unknown is None
    assert "harmless_income_needed" in noted(found)
    too_little = share(
        employment_periods=(job("2020-01-01", net="1600"),),
        benefit_periods=(benefit("Kindergeld", "2020-01-01", amount="300"),),
    )
    assert too_little.value == Decimal(80)
    harmful = share(
        employment_periods=(job("2020-01-01", net="1700"),),
        benefit_periods=(benefit("SGB2", "2020-01-01", amount="300"),),
    )
    assert harmful.value == Decimal(85)


def test_other_income_is_no_work():
    assert share(other_income=(income("2020-01-01", amount="5000"),)).value == Decimal(0)


def test_what_is_missing_is_asked_only_if_it_matters():
    enough = {"employment_periods": (job("2020-01-01", net="2000"),)}
    for name in ("partner_net_earnings", "benefit_periods"):
        known: dict[str, Any] = {
            "household_need": Decimal(2000),
            "employment_periods": (),
            "partner_net_earnings": Decimal(0),
            "benefit_periods": (),
        }
        del known[name]
        found = fact("family_earned_share_pct", case(**known))
        assert (found.value, found.ask) == (None, (name,))
        settled = fact("family_earned_share_pct", case(**known | enough))
        assert settled.value == Decimal(100)
    assert fact("family_earned_share_pct", case()).ask == ("household_need",)
    open_pay = share(employment_periods=(job("2020-01-01", net=None),))
    assert open_pay.ask == ("employment_periods",)
    assert "net_income_missing" in noted(open_pay)
    month = share(employment_periods=(job("2020-01-01", "2026-11", net="2000"),))
    assert (month.value, month.ask) == (Band(Decimal(0), Decimal(100)), ("employment_periods",))
