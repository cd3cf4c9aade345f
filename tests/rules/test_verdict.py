"""The leaf table, line by line as a lawyer may read it."""

from __future__ import annotations

import pytest

from desktop.rules.verdict import Effect, LeafClass, Truth, Verdict, outcomes

OK = Verdict.ENTITLEMENT_INDICATED
NO = Verdict.NOT_AVAILABLE
MISSING = Verdict.FACTS_MISSING
ASSESS = Verdict.NEEDS_ASSESSMENT
MAY = Verdict.DISCRETION_OPEN

#                          yes, no, unknown, unjudged, disputed
TABLE = {
    LeafClass.REQUIRES: (OK, NO, MISSING, ASSESS, ASSESS),
    LeafClass.USUALLY: (OK, ASSESS, ASSESS, ASSESS, ASSESS),
    LeafClass.WAIVABLE: (OK, MAY, MAY, MAY, MAY),
    LeafClass.WAIVED: (OK, OK, OK, OK, OK),
    LeafClass.BARRED_BY: (NO, OK, MISSING, ASSESS, ASSESS),
    LeafClass.DOUBTFUL_BY: (ASSESS, OK, ASSESS, ASSESS, ASSESS),
    LeafClass.OPENS_DISCRETION: (MAY, NO, MISSING, ASSESS, ASSESS),
}


@pytest.mark.parametrize("cls", LeafClass)
def test_what_a_leaf_does_to_the_verdict(cls: LeafClass) -> None:
    yes, no, unknown, unjudged, disputed = TABLE[cls]
    assert outcomes(cls, False)[Truth.YES] is outcomes(cls, True)[Truth.YES] is yes
    assert outcomes(cls, False)[Truth.NO] is outcomes(cls, True)[Truth.NO] is no
    assert outcomes(cls, False)[Truth.UNKNOWN] is unknown
    assert outcomes(cls, True)[Truth.UNKNOWN] is unjudged
    assert outcomes(cls, False)[Truth.DISPUTED] is outcomes(cls, True)[Truth.DISPUTED] is disputed


@pytest.mark.parametrize("cls", LeafClass)
def test_what_is_not_known_lies_between_the_answers(cls: LeafClass) -> None:
    worst, best = sorted((outcomes(cls, False)[Truth.YES], outcomes(cls, False)[Truth.NO]))
    for judgement in (False, True):
        for truth in (Truth.UNKNOWN, Truth.DISPUTED):
            assert worst <= outcomes(cls, judgement)[truth] <= best


def test_the_scale_from_worst_to_best() -> None:
    assert [verdict.value for verdict in sorted(Verdict)] == [
        "not_available",
        "facts_missing",
        "needs_assessment",
        "discretion_open",
        "should_be_granted",
        "entitlement_indicated",
    ]


def test_only_rules_can_be_lifted_by_a_person() -> None:
    assert [cls for cls in LeafClass if cls.liftable] == [LeafClass.USUALLY, LeafClass.DOUBTFUL_BY]


def test_the_best_verdict_of_each_legal_nature() -> None:
    assert {effect: effect.cap for effect in Effect} == {
        Effect.ENTITLED: Verdict.ENTITLEMENT_INDICATED,
        Effect.SHOULD: Verdict.SHOULD_BE_GRANTED,
        Effect.MAY: Verdict.DISCRETION_OPEN,
        Effect.ORDER: Verdict.DISCRETION_OPEN,
    }
