"""The pack as a whole: complete, cited, in both languages, and true to the tables it was made from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.plaindata import read_plain_file
from desktop.rules.conditions import Leaf, Node
from desktop.rules.facts import view
from desktop.rules.facts.basis import DERIVED
from desktop.rules.verdict import LeafClass
from desktop.rules.vocabulary import FactKind
from tests.law.worked_cases import PACK, PACK_FOLDER

pytestmark = pytest.mark.law

TODAY = date(2026, 11, 22)
EXAMINED = [norm.id for norm in PACK.norms if norm.examined]
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def every_leaf() -> Iterator[Leaf]:
    for norm in PACK.norms:
        yield from norm.leaves()


def leaves_of_conditions() -> Iterator[Leaf]:
    """The leaves of every `if` in the tables."""
    tables = PACK.tables
    rows: list[Any] = [*tables.consequences, *tables.warnings, *tables.fee_occasions]
    rows += [rule for rules in tables.needed.values() for rule in rules]
    nodes: list[Node] = [row.condition for row in rows if row.condition is not None]
    for node in (*nodes, *tables.fee_relief.values()):
        yield from node.leaves()


def strings(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings(inner, (*path, number))
    else:
        yield path, value


FILES = sorted(PACK_FOLDER.rglob("*.yaml"))
TEXTS = [
    (file.relative_to(PACK_FOLDER).as_posix(), path, text)
    for file in FILES
    for path, text in strings(read_plain_file(file).value)
]


def test_every_leaf_is_cited_and_named_in_both_languages() -> None:
    for leaf in (*every_leaf(), *leaves_of_conditions()):
        assert re.match(r"(§§?|Art\.)" + NO_BREAK_SPACE + r"?\s?\d", leaf.cite), (leaf.key, leaf.cite)
        assert leaf.label.de, leaf.key
        assert leaf.label.en, leaf.key


def test_every_row_is_cited() -> None:
    tables = PACK.tables
    for consequence in tables.consequences:
        assert consequence.row.cite.startswith("§"), consequence.row.id
    for warning in tables.warnings:
        assert warning.row.cite.startswith("§"), warning.row.id
    for fee in tables.fees:
        assert fee.cite.startswith("§"), fee.id
    for document in PACK.documents.values():
        assert document.cite, document.code
    for page in tables.pages:
        for claim in page.claims:
            assert claim.cite, claim.id


def test_every_paragraph_names_its_law() -> None:
    laws = re.compile(
        "AufenthG|AufenthV|AsylG|AsylbLG|BeschV|VwGO|VwVfG|VwZG|ZPO|BGebG|GKG|SGB|SGG|StGB|PassG|BGB|OZG|FGV|ÜV"
        "|EStG|DSGVO|VO|Grenzkodex|Schulgesetze"
    )
    cites = {text for _, path, text in TEXTS if path[-1] == "cite"}
    assert not [cite for cite in sorted(cites) if not laws.search(cite)]


def test_a_paragraph_sign_never_loses_its_number() -> None:
    assert not [(file, path) for file, path, text in TEXTS if re.search(r"§[ \t]", text)]


def test_german_and_english_stand_side_by_side() -> None:
    by_place: dict[tuple[str, tuple[Any, ...]], set[str]] = {}
    for file, path, _ in TEXTS:
        if path and path[-1] in ("de", "en"):
            by_place.setdefault((file, path[:-1]), set()).add(path[-1])
    assert by_place
    assert not [place for place, languages in by_place.items() if languages != {"de", "en"}]


def test_german_words_do_not_stand_in_english_texts_by_mistake() -> None:
    telling = re.compile(r"\b(und|oder|nicht|wird|eine|der|die|das|wenn)\b")
    found = [
        (file, path, text) for file, path, text in TEXTS if path[-1:] == ("en",) and telling.search(text)
    ]
    assert not found


def test_english_words_do_not_stand_in_german_texts_by_mistake() -> None:
    telling = re.compile(r"\b(the|and|of|with|not|is|for)\b")
    found = [
        (file, path, text) for file, path, text in TEXTS if path[-1:] == ("de",) and telling.search(text)
    ]
    assert not found


def test_every_question_says_why_it_is_asked() -> None:
    for fact in PACK.vocabulary:
        if fact.kind is not FactKind.DERIVED:
            assert fact.question is not None, fact.id
            assert fact.why is not None, fact.id
            assert fact.question.de.endswith("?"), fact.id
            assert fact.question.en.endswith("?"), fact.id


def test_every_derived_fact_is_computed_and_every_option_has_a_name() -> None:
    assert view.__name__ == "desktop.rules.facts.view"  # importing it registers the facts
    assert PACK.vocabulary.derived <= set(DERIVED)
    for fact in PACK.vocabulary:
        assert set(fact.options) == set(fact.option_labels), fact.id


def test_every_fact_is_asked_for_by_something() -> None:
    read = {leaf.fact for leaf in (*every_leaf(), *leaves_of_conditions())}
    roots = {root for name in read for root in PACK.vocabulary.roots(name)}
    between = {name for fact in PACK.vocabulary for name in fact.from_}
    for_letters_and_dates = {
        "nationalities",
        "legal_representative",
        "land",
        "responsible_abh",
        "order_id",
        "title_effective_expiry",
        "id_steps",
        "ukr_stay_2022_02_24",
        "protection_in_other_member_state",
        "application_effect",
        "family_notice_within_3_months",
        "recognition_final_on",
        "sponsor_notice_on",
        "age_at_application",
        "family_reunion_application_on",
        "age_at_decision",
        "family_life_elsewhere_impossible",
        "status_held",  # names the rows of statuses
        "notices",  # each is a date of its own
    }
    unread = {fact.id for fact in PACK.vocabulary} - read - roots - between
    assert unread <= for_letters_and_dates, unread - for_letters_and_dates


def test_every_date_of_a_version_is_the_border_of_the_next() -> None:
    for norm in PACK.norms:
        for earlier, later in zip(norm.versions, norm.versions[1:], strict=False):
            assert earlier.in_force.until == later.in_force.since, norm.id


def test_uncertain_texts_say_so() -> None:
    marked = {
        (norm.id, version.in_force.since.isoformat())
        for norm in PACK.norms
        for version in norm.versions
        if version.certainty != "read"
    }
    assert marked == {
        ("25a_1", "2015-08-01"),
        ("25a_1", "2027-07-01"),
        ("24", "2022-03-04"),
        ("24", "2024-10-31"),
        ("24", "2027-03-05"),
        ("25b_1", "2015-08-01"),
        ("25b_1", "2027-07-01"),
        ("25b_4", "2015-08-01"),
        ("25b_4", "2020-01-01"),
        ("25b_6", "2020-01-01"),
        ("104c_holder", "2022-12-31"),
        ("26_3_5y", "2016-08-06"),
        ("26_3_3y", "2016-08-06"),
        ("26_4", "2015-08-01"),
        ("35_hint", "2015-08-01"),
        ("104c_holder", "2025-12-31"),
    }


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


# Sources ---------------------------------------------------------------------------------------------------


def test_the_pages_of_the_authorities_are_read_claim_by_claim() -> None:
    pages = {page.id: page for page in PACK.tables.pages}
    assert set(pages) == {"S1", "S2", "S3", "S4", "S5"}
    assert min(len(page.claims) for page in pages.values()) >= 25
    ids = Counter(claim.id for page in pages.values() for claim in page.claims)
    assert max(ids.values()) == 1
    topics = {claim.topic for page in pages.values() for claim in page.claims}
    assert topics == {"condition", "paper", "fee", "date", "consequence"}


@pytest.mark.parametrize(
    ("claim_id", "verdict"),
    [
        ("S1_not_obliged", "imprecise"),
        ("S1_enforceable", "correct"),
        ("S1_benefits", "incomplete"),
        ("S1_course", "outdated"),
        ("S1_photo", "outdated"),
        ("S1_validity_missing", "incomplete"),
        ("S1_asylum_missing", "incomplete"),
        ("S1_person", "local_practice"),
        ("S2_refugee_section", "outdated"),
        ("S2_subsidiary_section", "outdated"),
        ("S2_four_forms", "outdated"),
        ("S2_104c_apply", "outdated"),
        ("S2_permanent", "wrong"),
        ("S2_25b_years", "correct"),
        ("S2_six_months", "imprecise"),
        ("S2_extend_course", "imprecise"),
        ("S2_fee_exempt", "incomplete"),
        ("S3_bmi_agreement", "wrong"),
        ("S3_hardship", "wrong"),
        ("S3_f_fiction", "incomplete"),
        ("S3_f_change", "imprecise"),
        ("S3_f_settlement_minor", "imprecise"),
        ("S3_f_exempt_missing", "incomplete"),
        ("S4_title", "imprecise"),
        ("S4_fee", "wrong"),
        ("S4_validity", "correct"),
        ("S4_threat", "local_practice"),
        ("S4_departure_8_missing", "incomplete"),
        ("S5_residence_benefits", "wrong"),
        ("S5_no_fiction", "correct"),
        ("S5_validity", "incomplete"),
        ("S5_f_amounts", "correct"),
        ("S5_r_104c", "outdated"),
        ("S5_asylum_missing", "incomplete"),
    ],
)
def test_known_faults_of_the_pages_are_named(claim_id: str, verdict: str) -> None:
    claims = {claim.id: claim for page in PACK.tables.pages for claim in page.claims}
    assert claims[claim_id].verdict == verdict


def test_every_source_of_a_version_is_in_the_list() -> None:
    for norm in PACK.norms:
        for version in norm.versions:
            assert set(version.sources) <= set(PACK.tables.literature), norm.id


def test_delaying_removal_counts_like_preventing_it() -> None:
    """§ 25b(2) no. 1 names both; asked for prevention alone, an honest no would lift the bar."""
    judgement = PACK.vocabulary["conduct_causes_nonremoval_now"]
    assert judgement.question is not None
    asked = [judgement.question.de, judgement.label.de]
    asked += [
        text for file, path, text in TEXTS if file == "norms/25b_1.yaml" and text.startswith("Verhindert")
    ]
    assert len(asked) == 5
    assert all("verzögert" in text for text in asked)
