"""Which papers each title asks for in which case."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.rules.checklist import Need, items
from tests.law.worked_cases import PACK, stated

pytestmark = pytest.mark.law

GRANT, EXTENSION = DecisionKind.GRANT, DecisionKind.EXTENSION
PROTECTED = ["25_1", "25_2_1", "25_2_2"]


def papers(title: str, kind: DecisionKind, facts: Mapping[str, str]) -> dict[str, Need]:
    return {item.document.code: item.need for item in items(PACK, stated(facts), title, kind)}


NO_NEED = {
    "passport_obligation_met": "yes",
    "identity_cleared": "yes",
    "is_employee": "no",
    "receives_benefits": "no",
    "minor_applicant": "no",
    "has_school_age_children": "no",
    "earned_share_pct": "100",
    "temporary_benefits_group": "none",
    "health_waiver.livelihood": "no",
    "health_waiver.language": "no",
    "status_variant": "own_status",
    "lives_with_minor_unmarried_child": "no",
    "removal_ban": "60_5",
    "removal_ban_source": "bamf",
    "integration_course_passed": "no",
    "anchor_relation": "none",
}


@pytest.mark.parametrize("title", PROTECTED)
def test_protected_persons_are_asked_for_little(title: str) -> None:
    needed = papers(title, GRANT, NO_NEED)
    assert set(needed) == {
        "form_application",
        "passport",
        "photo_digital",
        "bamf_notice",
        "registration",
        "name_variants",
    }
    never = {"health_insurance", "lease", "income_slips", "integration_course", "criminal_record"}
    assert not never & set(papers(title, EXTENSION, {}))


def test_without_a_passport_efforts_are_asked_for() -> None:
    needed = papers("25_3", GRANT, NO_NEED | {"passport_obligation_met": "no"})
    assert needed["id_efforts"] is Need.NEEDED
    assert needed["id_alternative"] is Need.NEEDED
    assert "passport" not in needed
    open_yet = papers("25_3", GRANT, NO_NEED | {"passport_obligation_met": "unknown"})
    assert open_yet["passport"] is Need.OPEN


def test_papers_of_sustainable_integration() -> None:
    lean = papers("25b_1", GRANT, NO_NEED)
    assert {"fdgo_declaration", "lid_test", "german_cert", "stay_history", "current_title"} <= set(lean)
    assert not {"school_children", "cv", "illness_cert", "family_proof", "benefit_notice"} & set(lean)
    full = papers(
        "25b_1",
        GRANT,
        NO_NEED
        | {
            "has_school_age_children": "yes",
            "earned_share_pct": "40",
            "health_waiver.language": "yes",
            "lives_with_minor_unmarried_child": "yes",
            "receives_benefits": "yes",
            "identity_cleared": "no",
            "is_employee": "yes",
        },
    )
    wanted = {
        "school_children",
        "cv",
        "school_certs",
        "illness_cert",
        "family_proof",
        "benefit_notice",
        "id_efforts",
        "income_slips",
        "employment_contract",
    }
    assert all(full[code] is Need.NEEDED for code in wanted)


def test_course_certificate_never_for_protected_persons() -> None:
    passed = NO_NEED | {"integration_course_passed": "yes"}
    for title in (*PROTECTED, "25_3"):
        assert "integration_course" not in papers(title, EXTENSION, passed)
    assert "integration_course" in papers("25b_1", EXTENSION, passed)


def test_evidence_for_the_ground() -> None:
    assert "urgent_reason" in papers("25_4_1", GRANT, NO_NEED)
    assert "hardship_reason" in papers("25_4_2", EXTENSION, NO_NEED)
    assert "admission_letter" in papers("23_2", GRANT, NO_NEED)
    health = NO_NEED | {"removal_ban": "60_7_health_only", "removal_ban_source": "abh"}
    assert papers("25_3", GRANT, health)["medical_60a2c"] is Need.NEEDED
    assert "medical_60a2c" not in papers("25_3", GRANT, NO_NEED)


def test_minors_need_custody_papers() -> None:
    for title in (norm.id for norm in PACK.norms if norm.examined):
        kind = PACK.norm(title).decision(GRANT)
        assert "custody" in papers(title, kind, NO_NEED | {"minor_applicant": "yes"})
        assert "custody" not in papers(title, kind, NO_NEED)


def test_papers_of_young_people_and_their_families() -> None:
    young = papers("25a_1", GRANT, NO_NEED)
    assert {"school_certs", "cv", "stay_history", "current_title", "entry_visa"} <= set(young)
    assert not {"family_proof", "custody", "german_cert", "lid_test", "fdgo_declaration"} & set(young)
    assert "illness_cert" in papers("25a_1", GRANT, NO_NEED | {"health_waiver.school": "yes"})
    parent = papers("25a_2_parent", GRANT, NO_NEED | {"anchor_relation": "parent_with_custody"})
    assert {"family_proof", "custody", "health_insurance"} <= set(parent)
    assert "custody" not in papers("25a_2_spouse", GRANT, NO_NEED)
    for title in ("25a_2_sibling", "25a_2_spouse", "25a_2_child"):
        assert papers(title, GRANT, NO_NEED)["family_proof"] is Need.NEEDED


def test_insurance_is_waived_for_children_and_never_for_parents() -> None:
    whys = {
        title: next(
            item.why.de
            for item in items(PACK, stated(NO_NEED), title, GRANT)
            if item.document.code == "health_insurance"
        )
        for title in ("25a_2_child", "25a_2_parent")
    }
    assert "kann abgesehen werden" in whys["25a_2_child"]
    assert "wird nicht abgesehen" in whys["25a_2_parent"]


def test_a_paper_in_the_folder_is_known_to_be_there() -> None:
    found = items(
        PACK, stated(NO_NEED), "25b_1", GRANT, {"fdgo_declaration": Proof.ORIGINAL, "lid_test": Proof.COPY}
    )
    there = {item.document.code for item in found if item.there}
    assert there == {"fdgo_declaration", "lid_test"}


def test_criminal_and_health_papers_are_marked() -> None:
    assert PACK.documents["criminal_record"].sensitivity == "art10"
    assert PACK.documents["criminal_record"].only_on_request
    for code in ("illness_cert", "medical_60a2c"):
        assert PACK.documents[code].sensitivity == "art9"


def test_what_is_handed_in_only_on_request_is_never_said_to_be_needed() -> None:
    on_request = {code for code, document in PACK.documents.items() if document.only_on_request}
    for title in (norm.id for norm in PACK.norms if norm.examined):
        for kind in PACK.norm(title).decisions:
            for code, need in papers(title, kind, NO_NEED).items():
                assert code not in on_request or need is Need.OPEN, (title, code)


def test_a_list_for_several_titles_adds_only_what_can_concern_this_one() -> None:
    wanted = {"urgent_reason": True, "cv": True, "lease": True, "criminal_record": True}
    found = {
        item.document.code: item.need
        for item in items(PACK, stated(NO_NEED), "25_2_1", GRANT, asked_here=wanted)
    }
    assert "urgent_reason" not in found
    assert "cv" not in found
    assert found["lease"] is Need.ASKED_HERE
    assert found["criminal_record"] is Need.ASKED_HERE


def test_why_a_paper_is_asked_for_repeats_no_section_that_stands_behind_it() -> None:
    """The checklist prints the sections of the paper in brackets after the reason."""
    for code, each in PACK.tables.documents.items():
        rows = (rule.row for rule in PACK.tables.needed[code])
        for why in (each.why, *(row.why for row in rows if row.why is not None)):
            bracket = why.de.rstrip(".").rpartition("(")[2]
            assert not (bracket.endswith(")") and "§" in bracket), code
