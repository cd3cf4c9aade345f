"""The pack as a whole: complete, cited, in both languages, and its sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from desktop.rules.conditions import Leaf, Node
from desktop.rules.facts import view
from desktop.rules.facts.basis import DERIVED
from desktop.rules.vocabulary import FactKind
from tests.law.pack_texts import TEXTS
from tests.law.worked_cases import PACK

pytestmark = pytest.mark.law
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
