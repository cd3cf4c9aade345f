"""A person's judgement about conduct settles only what was recorded, not what nobody asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.facts.making import case, conduct, fact, judged

ALL = ("false_statements", "identity_deception", "noncooperation")
CAUSAL = {"conduct_causes_nonremoval_now": judged(False)}


@pytest.mark.parametrize("name", ["conduct_bar_25b2", "conduct_bar_25a1", "conduct_bar_25a2"])
def test_no_harm_is_judged_of_what_was_asked_for(name: str) -> None:
    running = conduct("2024-01-01", intentional=True, reasonable=True)
    asked: dict[str, Any] = dict.fromkeys(ALL, (running,))
    assert fact(name, case(CAUSAL, **asked)).value is False
    for missing in ("false_statements", "identity_deception"):
        rest = {each: entries for each, entries in asked.items() if each != missing}
        found = fact(name, case(CAUSAL, **rest))
        assert (found.value, found.ask) == (None, (missing,))


def test_what_was_recorded_but_says_too_little_is_settled() -> None:
    unclear = conduct("2024-01-01")  # whether it was intended nobody knows
    told: dict[str, Any] = {"false_statements": (unclear,), "identity_deception": (), "noncooperation": ()}
    assert fact("conduct_bar_25b2", case(CAUSAL, **told)).value is False
    assert fact("conduct_bar_25b2", case(**told)).ask == ("false_statements",)
