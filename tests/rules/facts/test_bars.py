"""Entry bans, conduct, convictions."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.cases.answers import Answer
from desktop.rules.facts.value import FactValue
from tests.rules.facts.making import ban, case, conduct, conviction, day, fact, judged, noted

CLEAR = {"security_concern": judged(False), "other_expulsion_interest": judged(False)}


def outcome(found: FactValue) -> bool | str | None:
    return "disputed" if found.disputed else found.value  # type: ignore[return-value]


# Entry ban


def state(*bans: Any, on: str = "2026-11-22", **facts: Any) -> Any:
    return fact("entry_ban_state", case(entry_bans=bans, **facts), on).value


def test_no_ban_and_unasked():
    assert state() == "none"
    assert fact("entry_ban_state", case()).ask == ("entry_bans",)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-12-31", "none"),
        ("2026-01-01", "active_liftable"),
        ("2026-11-21", "active_liftable"),
        ("2026-11-22", "none"),
    ],
)
def test_a_ban_within_its_days(on: str, expected: str):
    assert state(ban("11_6", "2026-01-01", "2026-11-22"), on=on) == expected


@pytest.mark.parametrize("basis", ["11_1", "11_5", "11_6", "11_7"])
def test_bans_that_should_be_lifted(basis: str):
    assert state(ban(basis, "2026-01-01")) == "active_liftable"


@pytest.mark.parametrize("basis", ["11_5a", "11_5b"])
def test_bans_that_are_as_a_rule_not_lifted(basis: str):
    assert state(ban("11_6", "2026-01-01"), ban(basis, "2026-01-01")) == "active_lifting_excluded"


def test_a_ban_under_condition():
    assert state(ban("11_1", "2026-01-01", conditional=True, triggered=False)) == "conditional_not_triggered"
    assert state(ban("11_1", "2026-01-01", conditional=True)) is None
    assert state(ban("11_1", "2026-01-01", conditional=True, triggered=True)) == "active_liftable"


def test_removal_order_expulsion_and_unclear_end():
    assert state(order_58a=True) == "active_lifting_excluded"
    assert state(expulsion_order_on=day("2026-01-01")) is None
    assert state(ban("11_5", "2026-01-01"), expulsion_order_on=day("2026-01-01")) == "active_liftable"
    assert state(ban("11_6", "2025-01-01", "2026-11")) is None
    assert (
        state(ban("11_6", "2025-01-01", "2026-11"), ban("11_5a", "2025-01-01")) == "active_lifting_excluded"
    )


# Conduct (§ 25b Abs. 2 Nr. 1)

NOTHING: dict[str, Any] = {"false_statements": (), "identity_deception": (), "noncooperation": ()}


def bar(causal: bool | None = None, on: str = "2026-11-22", **facts: Any) -> FactValue:
    judgements = {} if causal is None else {"conduct_causes_nonremoval_now": judged(causal)}
    return fact("conduct_bar_25b2", case(judgements, **(NOTHING | facts)), on)


def test_nothing_ongoing():
    assert outcome(bar()) is False
    past = bar(false_statements=(conduct("2021-01-01", "2024-01-01", intentional=True),))
    assert outcome(past) is False
    assert "conduct_has_ended" in noted(past)
    assert outcome(bar(false_statements=(conduct("2026-11-23", intentional=True),))) is False


@pytest.mark.parametrize(("causal", "expected"), [(None, "disputed"), (True, True), (False, False)])
def test_ongoing_conduct_and_its_effect(causal: bool | None, expected: bool | str):
    assert outcome(bar(causal, identity_deception=(conduct("2022-01-01"),))) == expected


def test_the_day_on_which_conduct_ends():
    ending = (conduct("2022-01-01", "2026-11-22"),)
    assert outcome(bar(True, on="2026-11-21", identity_deception=ending)) is True
    assert outcome(bar(True, on="2026-11-22", identity_deception=ending)) is False


def test_false_statements_must_be_intentional():
    assert outcome(bar(True, false_statements=(conduct("2022-01-01", intentional=False),))) is False
    unknown = bar(True, false_statements=(conduct("2022-01-01"),))
    assert outcome(unknown) is None
    assert unknown.ask == ("false_statements",)


def test_cooperation_must_have_been_reasonable_and_the_conduct_ones_own():
    assert outcome(bar(True, noncooperation=(conduct("2022-01-01", reasonable=False),))) is False
    assert outcome(bar(True, noncooperation=(conduct("2022-01-01", reasonable=True),))) is True
    assert outcome(bar(True, noncooperation=(conduct("2022-01-01"),))) is None
    assert outcome(bar(True, identity_deception=(conduct("2022-01-01", by="other"),))) is False


def test_lists_nobody_asked_for():
    found = fact("conduct_bar_25b2", case(false_statements=(), identity_deception=()))
    assert found.value is None
    assert found.ask == ("noncooperation",)
    one_is_enough = case(
        {"conduct_causes_nonremoval_now": judged(True)}, identity_deception=(conduct("2022-01-01"),)
    )
    assert fact("conduct_bar_25b2", one_is_enough).value is True
    without_reason = case(
        {"conduct_causes_nonremoval_now": judged(True, reason="")},
        **(NOTHING | {"identity_deception": (conduct("2022-01-01"),)}),
    )
    assert fact("conduct_bar_25b2", without_reason).disputed


def test_conduct_ending_in_a_month():
    assert outcome(bar(True, identity_deception=(conduct("2022-01-01", "2026-11"),))) is None


# Convictions


def weighty(*convictions: Any, judgements: Any = CLEAR, on: str = "2026-11-22") -> bool | str | None:
    return outcome(fact("expulsion_interest_25b2", case(judgements, convictions=convictions), on))


def any_interest(*convictions: Any, judgements: Any = CLEAR) -> bool | str | None:
    return outcome(fact("expulsion_interest", case(judgements, convictions=convictions)))


def test_no_conviction():
    assert weighty() is False
    assert any_interest() is False


def test_a_fine_is_no_weighty_interest_but_no_minor_breach_either():
    assert weighty(conviction("fine", 120)) is False
    assert any_interest(conviction("fine", 120)) == "disputed"
    assert any_interest(conviction("fine", 90)) is False
    assert any_interest(conviction("fine", 91)) == "disputed"
    assert any_interest(conviction("fine", 120, intentional=False)) is False


@pytest.mark.parametrize(
    ("kind", "months", "more", "expected"),
    [
        ("prison", 5, {}, False),
        ("prison", 6, {"suspended": True}, True),
        ("prison", 7, {"intentional": False}, False),
        ("prison", 7, {"intentional": None}, None),
        ("prison", None, {}, None),
        ("prison", 12, {"intentional": False, "offence_group": "drugs"}, True),
        ("prison", 11, {"intentional": False, "offence_group": "drugs"}, False),
        ("prison", 12, {"intentional": False, "offence_group": "other"}, False),
        ("prison", 12, {"intentional": False}, None),
        ("youth", 11, {"suspended": False}, False),
        ("youth", 12, {"suspended": False}, True),
        ("youth", 12, {"suspended": True, "offence_group": "other"}, False),
        ("youth", 12, {"suspended": True, "offence_group": "body"}, True),
        ("youth", 12, {"suspended": True, "offence_group": "property"}, "disputed"),
        ("youth", 12, {"suspended": True}, None),
        ("youth", 12, {"offence_group": "other"}, None),
        ("youth", 24, {"suspended": True}, True),
        ("youth", 24, {"suspended": True, "intentional": False, "offence_group": "other"}, False),
        ("fine", 200, {"detention_or_placement": True}, True),
        ("prison", 12, {"person": "spouse"}, False),
        ("prison", 12, {"final_on": None}, None),
        ("prison", 12, {"final_on": day("2026-11-23")}, False),
        ("prison", 12, {"final_on": day("2026-11-22")}, True),
        ("prison", 12, {"final_on": day("2026-11")}, None),
        ("fine", 200, {"final_on": None}, False),
    ],
)
def test_thresholds(kind: str, months: int | None, more: dict[str, Any], expected: bool | str | None):
    assert weighty(conviction(kind, months, **more)) == expected


def test_placement_counts_only_in_the_last_conviction():
    first = conviction("fine", 50, final_on=day("2020-01-01"), detention_or_placement=True)
    second = conviction("fine", 50, final_on=day("2024-01-01"))
    assert weighty(first, second) is False
    assert weighty(second, first) is False


def test_sentences_are_not_added():
    assert weighty(conviction("prison", 4), conviction("prison", 5)) is False


def test_lighter_interests():
    armed = {"offence_group": "body", "weapon": True}
    assert any_interest(conviction("prison", 3, **armed)) is True
    assert any_interest(conviction("prison", 2, **armed)) == "disputed"
    assert any_interest(conviction("youth", 8, suspended=False, **armed)) is True
    assert any_interest(conviction("fine", 91, hate_motive=True)) is True
    assert any_interest(conviction("fine", 90, hate_motive=True)) is False
    twice = (conviction("fine", 91, offence_group="property"), conviction("fine", 95, offence_group="sexual"))
    assert any_interest(*twice) == "disputed"


def test_negligence_leaves_the_rest_to_a_person():
    negligent = conviction("prison", 7, intentional=False)
    assert any_interest(negligent, judgements={}) == "disputed"
    assert any_interest(negligent) is False
    found = fact("expulsion_interest", case(convictions=(negligent,)))
    assert set(found.ask) == {"security_concern", "other_expulsion_interest"}


def test_judgements():
    assert weighty(judgements={}) == "disputed"
    assert weighty(judgements=CLEAR | {"security_concern": judged(True)}) is True
    assert weighty(judgements=CLEAR | {"other_expulsion_interest": judged(True)}) == "disputed"
    assert any_interest(judgements=CLEAR | {"other_expulsion_interest": judged(True)}) is True
    assert weighty(conviction("prison", 12), judgements={}) is True


def test_unasked_convictions_weigh_more_than_open_judgements():
    found = fact("expulsion_interest_25b2", case())
    assert found.value is None
    assert not found.disputed
    assert found.ask == ("convictions",)


def test_an_interest_that_may_no_longer_be_used():
    old = Answer((conviction("prison", 6, suspended=True),), disputed=True)
    assert outcome(fact("expulsion_interest_25b2", case(CLEAR, convictions=old))) == "disputed"
