"""The pack is true to the tables it was made from: classes of general conditions, bars, natures and caps."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.cases.applications import DecisionKind
from desktop.rules.verdict import LeafClass
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law

TODAY = date(2026, 11, 22)
EXAMINED = [norm.id for norm in PACK.norms if norm.examined]


# The table of general conditions and bars: norm -> fact -> class it takes (grant today) --------------------

W, WL, X, XS = LeafClass.WAIVABLE, LeafClass.WAIVED, LeafClass.BARRED_BY, LeafClass.DOUBTFUL_BY
FACTS = {
    "G5_1_1": "livelihood_secured",
    "G5_1_1a": "identity_cleared",
    "G5_1_2": "expulsion_interest",
    "G5_1_3": "no_other_interest_impaired",
    "G5_1_4": "passport_obligation_met",
    "G5_2": "entered_with_required_visa",
    "G5_4": "security_concern",
    "G10": "asylum_pending",
    "G10_3_2": "qualified_rejection",
    "G11": "entry_ban_state",
}
ALL_WAIVABLE = {"G5_1_1": {W}, "G5_1_1a": {W}, "G5_1_2": {W}, "G5_1_3": {W}, "G5_1_4": {W}, "G5_2": {W}}
ALL_WAIVED = {name: {WL} for name in ALL_WAIVABLE}
REQ = LeafClass.REQUIRES
FOR_PROTECTED: dict[str, set[LeafClass]] = {
    "G5_1_1": set(),
    "G5_1_1a": {W},
    "G5_1_2": {W},
    "G5_1_3": set(),
    "G5_1_4": {W},
    "G5_2": {WL},
    "G5_4": {X},
    "G10": set(),
    "G10_3_2": set(),
    "G11": {X},
}
_FAMILY_25A = ALL_WAIVABLE | {"G5_4": {X}, "G10": {X, XS}, "G10_3_2": {W}, "G11": {X}}
USUALLY = LeafClass.USUALLY
VICTIM = ALL_WAIVED | {"G5_1_3": {USUALLY}, "G5_4": {X}, "G10": {X}, "G10_3_2": {X}, "G11": {X}}
# Entitled while nothing has to be waived; with an asylum application open or rejected on a listed ground,
# a waiver makes the entitlement doubtful (§ 10 Abs. 1, 3 S. 3).
ADMITTED: dict[str, set[LeafClass]] = {
    **{name: {W, XS} for name in ("G5_1_1", "G5_1_1a", "G5_1_2", "G5_1_4", "G5_2")},
    **{"G5_1_3": set(), "G5_4": {X}, "G10": {XS}, "G10_3_2": {XS}, "G11": {X}},
}
TABLE: dict[str, dict[str, set[LeafClass]]] = {
    "22_1": (ALL_WAIVABLE | {"G5_4": {X}, "G10": {X}, "G10_3_2": set(), "G11": {X}}),
    "22_2": ADMITTED,
    "23_1": (ALL_WAIVABLE | {"G5_4": {X}, "G10": {X}, "G10_3_2": {X}, "G11": {X}}),
    "23_4": ADMITTED,
    "23a": (ALL_WAIVABLE | {"G5_4": {X}, "G10": {W}, "G10_3_2": {W}, "G11": {W}}),
    "23a_hint": {name: set() for name in FACTS},
    "24": (ALL_WAIVED | {"G5_4": {X}, "G10": set(), "G10_3_2": set(), "G11": {X}}),
    "23_2": ADMITTED,
    "25_1": (ALL_WAIVED | {"G5_4": {X}, "G10": set(), "G10_3_2": set(), "G11": {X}}),
    "25_2_1": (ALL_WAIVED | {"G5_4": {X}, "G10": set(), "G10_3_2": set(), "G11": {X}}),
    "25_2_2": (ALL_WAIVED | {"G5_4": {X}, "G10": set(), "G10_3_2": set(), "G11": {X}}),
    "25_3": (ALL_WAIVED | {"G5_4": {X}, "G10": {X}, "G10_3_2": set(), "G11": {X}}),
    "25_4_1": (ALL_WAIVABLE | {"G5_4": {X}, "G10": {X}, "G10_3_2": {X}, "G11": {X}}),
    "25_4_2": (ALL_WAIVABLE | {"G5_4": {X}, "G10": {X}, "G10_3_2": {X}, "G11": {X}}),
    "25a_1": ALL_WAIVABLE
    | {
        "G5_1_1a": {W, LeafClass.REQUIRES},
        "G5_4": {X},
        "G10": {X, XS},
        "G10_3_2": {W},
        "G11": {X},
    },
    **{title: _FAMILY_25A | {"G5_1_1": set()} for title in ("25a_2_parent", "25a_2_spouse")},
    **dict.fromkeys(("25a_2_sibling", "25a_2_child"), _FAMILY_25A),
    "25_4a_1": VICTIM,
    "25_4a_3": VICTIM,
    "25_4b_1": VICTIM,
    "25_4b_3": VICTIM,
    "25_5": (ALL_WAIVABLE | {"G5_4": {X}, "G10": {X}, "G10_3_2": {X}, "G11": {X}}),
    "25b_1": {
        "G5_1_1": set(),
        "G5_1_1a": {W, LeafClass.REQUIRES},
        "G5_1_2": {W},
        "G5_1_3": {W},
        "G5_1_4": {W},
        "G5_2": set(),
        "G5_4": {X},
        "G10": {X, XS},
        "G10_3_2": {W},
        "G11": {X},
    },
    "25b_4": ALL_WAIVABLE | {"G5_4": {X}, "G10": {X, XS}, "G10_3_2": {W}, "G11": {X}},
    "25b_6": {
        "G5_1_1": set(),
        "G5_1_1a": {W},
        "G5_1_2": {W},
        "G5_1_3": {W},
        "G5_1_4": {W},
        "G5_2": set(),
        "G5_4": {X},
        "G10": {X},
        "G10_3_2": {W},
        "G11": {X},
    },
    "26_3_5y": FOR_PROTECTED,
    "26_3_3y": FOR_PROTECTED,
    "26_4": (ALL_WAIVABLE | {"G5_1_1": {REQ}, "G5_4": {X}, "G10": {X}, "G10_3_2": {X}, "G11": {X}}),
    "35_hint": {name: set[LeafClass]() for name in FACTS}
    | {"G5_1_1": {REQ}, "G5_4": {X}, "G10": {X}, "G10_3_2": {X}, "G11": {X}},
}


@pytest.mark.parametrize("norm_id", EXAMINED)
def test_general_conditions_stand_in_the_class_of_the_table(norm_id: str) -> None:
    norm = PACK.norm(norm_id)
    examination = norm.version(TODAY).examination(norm.decision(DecisionKind.GRANT))
    assert examination is not None
    found = {
        name: {leaf.cls for leaf in examination.leaves if leaf.fact == fact} for name, fact in FACTS.items()
    }
    assert found == TABLE[norm_id]


def test_extensions_are_barred_only_where_the_title_was_not_issued_here() -> None:
    family = ("25a_2_parent", "25a_2_sibling", "25a_2_spouse", "25a_2_child")
    victims = ("25_4a_1", "25_4a_3", "25_4b_1", "25_4b_3")
    humanitarian = ("22_1", "23_1", "23a", "25_3", "25_4_1", "25_4_2", *victims, "25_5")
    for norm_id in (*humanitarian, "25a_1", *family, "25b_1"):
        examination = PACK.norm(norm_id).version(TODAY).examination(DecisionKind.EXTENSION)
        assert examination is not None
        facts = {leaf.fact for leaf in examination.leaves}
        assert {"asylum_pending", "title_issued_by_abh_after_entry"} <= facts
        grant = PACK.norm(norm_id).version(TODAY).examination(DecisionKind.GRANT)
        if grant is not None:
            assert "title_issued_by_abh_after_entry" not in {leaf.fact for leaf in grant.leaves}


EXEMPT_FROM_COURSE_DUTY = {"25_1", "25_2_1", "25_2_2", "25_3"}  # § 8(4)
EXTENDED_BY_EU_LAW = {"24"}  # neither s. 3 (there is an entitlement) nor s. 4 (not under this Act alone)
SETTLEMENT = {"26_3_5y", "26_3_3y", "26_4"}  # always a grant


@pytest.mark.parametrize("norm_id", EXAMINED)
def test_every_extension_asks_about_the_course_duty_unless_the_act_exempts_it(norm_id: str) -> None:
    """§ 8(3): G8_3_3 (doubtful_by; Kann, Soll) or G8_3_4 (waivable; entitlement) of general.yaml."""
    for version in PACK.norm(norm_id).versions:
        examination = version.examination(DecisionKind.EXTENSION)
        if examination is None:
            continue
        entitled = {route.effect.value for route in examination.routes} == {"entitled"}
        found = {leaf.id: leaf.cls for leaf in examination.leaves if leaf.fact == "course_duty_breached"}
        if norm_id in EXEMPT_FROM_COURSE_DUTY | EXTENDED_BY_EU_LAW | SETTLEMENT:
            assert not found
        else:
            assert found == ({"G8_3_4": W} if entitled else {"G8_3_3": XS})
        grant = version.examination(DecisionKind.GRANT)
        assert grant is None or "course_duty_breached" not in {leaf.fact for leaf in grant.leaves}


def test_legal_natures_and_caps() -> None:
    natures = {
        norm_id: {
            (route.id, route.effect.value, route.cap.value)
            for version in (PACK.norm(norm_id).version(TODAY),)
            for examination in version.examinations.values()
            for route in examination.routes
        }
        for norm_id in EXAMINED
    }
    entitled = ("entitled", "entitlement_indicated")
    assert natures["22_1"] == {("from_abroad", "may", "discretion_open")}
    assert natures["22_2"] == {("declared", *entitled)}
    assert natures["23_1"] == {("land_order", "may", "discretion_open")}
    assert natures["23_2"] == natures["23_4"] == {("commitment", *entitled)}
    assert natures["23a"] == {("order", "may", "discretion_open")}
    assert natures["23a_hint"] == {("submission", "may", "needs_assessment")}
    assert natures["24"] == {("council_decision", *entitled)}
    for norm_id in ("25_1", "25_2_1", "25_2_2"):
        assert natures[norm_id] == {("recognised", *entitled), ("family", *entitled)}
    assert natures["25_3"] == {("removal_ban", "should", "should_be_granted")}
    assert natures["25_4_1"] == {("urgent", "may", "discretion_open")}
    assert natures["25_4_2"] == {("hardship", "may", "discretion_open")}
    assert natures["26_3_5y"] == {("five_years", *entitled)}
    assert natures["26_3_3y"] == {("three_years", *entitled)}
    assert natures["26_4"] == {("settlement", "may", "discretion_open")}
    assert natures["35_hint"] == {("young_entrant", "may", "needs_assessment")}
    assert natures["25a_1"] == {
        ("tolerated", "should", "should_be_granted"),
        ("104c_cleared", "should", "should_be_granted"),
        ("104c_steps", "may", "discretion_open"),
        ("holder", "should", "should_be_granted"),
    }
    holder = ("holder", "may", "needs_assessment")
    for norm_id in ("25a_2_parent", "25a_2_sibling"):
        assert natures[norm_id] == {("anchor", "may", "discretion_open"), holder}
    for norm_id in ("25a_2_spouse", "25a_2_child"):
        assert natures[norm_id] == {("anchor", "should", "should_be_granted"), holder}
    assert natures["25_4a_1"] == {("witness", "should", "should_be_granted")}
    assert natures["25_4a_3"] == {("after_proceedings", "should", "should_be_granted")}
    assert natures["25_4b_1"] == {("witness", "may", "discretion_open")}
    assert natures["25_4b_3"] == {("unpaid_wages", "may", "discretion_open")}
    assert natures["25_5"] == {
        ("s1", "may", "discretion_open"),
        ("s2", "should", "should_be_granted"),
    }
    assert natures["25b_1"] == {
        ("tolerated", "should", "should_be_granted"),
        ("104c_cleared", "should", "should_be_granted"),
        ("104c_steps", "may", "discretion_open"),
        ("holder", "should", "should_be_granted"),
        ("other_permit", "may", "needs_assessment"),
    }
    assert natures["25b_4"] == {
        ("family", "should", "should_be_granted"),
        ("own_right", "may", "needs_assessment"),
    }
    assert natures["25b_6"] == {
        (route, "should", "should_be_granted") for route in ("own_time", "family", "holder")
    }
