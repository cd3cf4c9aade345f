"""The five pages of authorities against the program: point by point, on what the services really show.

Each page has its sample case. Every row names a point of the page and what the program must say to it: the
verdict and the conditions behind it, the papers of the printed checklist, the lines of fees, the dates, the
consequences, and where the law differs the pair of what the page says and what the law says.
"""

from __future__ import annotations

import pytest

from desktop.documents.sheets import StayEffect
from desktop.services import printing
from desktop.services.printing import SheetKind
from tests.law.page_points import (
    BAVARIA,
    CASES,
    DISCRETIONARY,
    EXEMPT,
    HESSE,
    JENA,
    MUNICH,
    PACK,
    PAGES,
    PAYABLE,
    REFERENCE,
    SAXONY,
    TODAY,
    Point,
    Shown,
    condition,
    day,
    effect,
    fee,
    follows,
    follows_not,
    free_by,
    no_fee,
    no_paper,
    pair,
    paper,
    printed_day,
    stay,
    verdict,
    warns,
)

pytestmark = pytest.mark.law

TABLE: list[tuple[Shown, str, Point]] = [
    # Saxony, § 25(4) s. 1
    (SAXONY, "can be granted: discretion", verdict("discretion_open")),
    (SAXONY, "can be granted: no more than that", effect("may", "discretion_open")),
    (SAXONY, "not obliged to leave in an enforceable way", condition("not_enforceable", "met")),
    (SAXONY, "not obliged to leave at all", pair("S1_not_obliged", "imprecise")),
    (SAXONY, "urgent grounds", condition("urgent_grounds", "met")),
    (SAXONY, "presence required", condition("presence_needed", "met")),
    (SAXONY, "general conditions", condition("G5_1_1", "not_met")),
    (SAXONY, "general conditions must be met", pair("S1_general", "imprecise")),
    (SAXONY, "no expulsion interest", pair("S1_no_expulsion", "imprecise")),
    (SAXONY, "no entry ban", condition("G11", "met")),
    (SAXONY, "no entry ban, without a word on lifting", pair("S1_no_ban", "incomplete")),
    (SAXONY, "silent on manifestly unfounded", pair("S1_rejection_missing", "incomplete")),
    (
        SAXONY,
        "photo, identity, contract, insurance, lease",
        paper(
            "photo_digital", "passport", "id_alternative", "employment_contract", "health_insurance", "lease"
        ),
    ),
    (SAXONY, "paper photo", pair("S1_photo", "outdated")),
    (SAXONY, "lease as if it were a condition", pair("S1_lease", "local_practice")),
    (SAXONY, "papers for the ground, which the page does not list", paper("urgent_reason", need="needed")),
    (SAXONY, "criminal data only on request", paper("criminal_record", need="open")),
    (SAXONY, "in person, not online", pair("S1_person", "local_practice")),
    (SAXONY, "fingerprints", pair("S1_fingerprints", "correct")),
    (SAXONY, "an appointment", pair("S1_appointment", "local_practice")),
    (SAXONY, "no amounts: grant", fee("ae_issue", "100", PAYABLE)),
    (SAXONY, "no amounts: change of purpose", fee("ae_purpose", "98", PAYABLE)),
    (SAXONY, "no amounts: certificate", fee("fiction_cert", "13", PAYABLE)),
    (SAXONY, "no amounts", pair("S1_fees", "incomplete")),
    (SAXONY, "no word on the change of purpose", pair("S1_fee_purpose_missing", "incomplete")),
    (SAXONY, "nobody is free without benefits or status", free_by("")),
    (SAXONY, "work only by permission", follows("work_permission")),
    (SAXONY, "residence condition possible", follows("residence_none")),
    (SAXONY, "asylum seekers' benefits", follows("benefits_asylblg")),
    (SAXONY, "no family reunification", follows("family_none")),
    (SAXONY, "course only within places", follows("course_admission", "course_stop_2026")),
    (SAXONY, "course, without the stop", pair("S1_course", "outdated")),
    (SAXONY, "silent on validity: 18 months are reached", follows("validity_25_4_1_long")),
    (SAXONY, "silent on validity", pair("S1_validity_missing", "incomplete")),
    (SAXONY, "silent on extension", follows("extension_25_4_1")),
    (SAXONY, "silent on asylum", follows("lapse_asylum")),
    (SAXONY, "silent on asylum: warned", warns("lapse_asylum_risk")),
    (SAXONY, "present title", day("ae_validity", "2027-01-15", "2027-01-15")),
    (SAXONY, "present title on the checklist", printed_day("2027-01-15")),
    (SAXONY, "effect of the application", stay(StayEffect.CONTINUES)),
    # Bavaria, § 25(2) s. 1
    (BAVARIA, "recognised persons get the title", verdict("entitlement_indicated")),
    (BAVARIA, "an entitlement", effect("entitled", "entitlement_indicated")),
    (BAVARIA, "recognition by the Federal Office", condition("own_status", "met")),
    (BAVARIA, "§ 3 AsylG", pair("S2_refugee_section", "outdated")),
    (BAVARIA, "§ 4 AsylG", pair("S2_subsidiary_section", "outdated")),
    (BAVARIA, "four forms of protection", pair("S2_four_forms", "outdated")),
    (BAVARIA, "no livelihood asked for", condition("G5_1_1", "not_required")),
    (BAVARIA, "no passport asked for", condition("G5_1_4", "not_required")),
    (BAVARIA, "no entry ban", condition("G11", "met")),
    (BAVARIA, "temporary reasons", verdict("needs_assessment", "25_4_1")),
    (BAVARIA, "usually six months", pair("S2_six_months", "imprecise")),
    (BAVARIA, "§ 104c as current law", pair("S2_104c_apply", "outdated")),
    (BAVARIA, "§ 104c is closed", verdict("not_available", "104c_holder")),
    (BAVARIA, "§ 104c not extended", pair("S2_104c_not_extended", "imprecise")),
    (BAVARIA, "§§ 25a, 25b as permanent", pair("S2_permanent", "wrong")),
    (BAVARIA, "after § 104c", pair("S2_after_104c", "incomplete")),
    (BAVARIA, "§ 25a by age", pair("S2_a_25a_age", "imprecise")),
    (BAVARIA, "§ 25a for parents and siblings", pair("S2_a_25a_family", "incomplete")),
    (BAVARIA, "§ 25b, six and four years", pair("S2_25b_years", "correct")),
    (BAVARIA, "§ 25b, language and livelihood", pair("S2_25b_conditions", "imprecise")),
    (BAVARIA, "seven grounds", pair("S2_grounds_list", "incomplete")),
    (BAVARIA, "hardship as a first grant", pair("S2_hardship_ground", "imprecise")),
    (BAVARIA, "victims of trafficking only", pair("S2_a_victims", "incomplete")),
    (BAVARIA, "extensible in most cases", pair("S2_extend_mostly", "imprecise")),
    (BAVARIA, "extension as the grant", follows("extension_8_1")),
    (BAVARIA, "extension depends on the course", follows("extension_no_course_duty")),
    (BAVARIA, "extension depends on the course: not here", pair("S2_extend_course", "imprecise")),
    (BAVARIA, "no extension after revocation", pair("S2_extend_reason_gone", "correct")),
    (BAVARIA, "identity", paper("passport", "id_alternative")),
    (BAVARIA, "present paper", paper("current_title", need="asked_here")),
    (BAVARIA, "representation", paper("power_of_attorney", need="asked_here")),
    (
        BAVARIA,
        "work and means",
        paper("employment_contract", "income_slips", "benefit_notice", "sponsorship", "means_other"),
    ),
    (BAVARIA, "work is no condition here", pair("S2_p_work", "imprecise")),
    (BAVARIA, "livelihood is not examined here", pair("S2_p_means", "imprecise")),
    (BAVARIA, "qualifications", paper("qualification", need="asked_here")),
    (BAVARIA, "qualifications are no condition", pair("S2_p_qualification", "local_practice")),
    (
        BAVARIA,
        "names, changes, family, custody",
        paper("name_variants", "financial_changes", "family_proof", "custody"),
    ),
    (BAVARIA, "convictions", paper("criminal_record", need="asked_here")),
    (BAVARIA, "convictions are hardly examined here", pair("S2_p_convictions_protected", "imprecise")),
    (
        BAVARIA,
        "papers of other groups are not asked of a refugee",
        no_paper(
            "admission_letter",
            "urgent_reason",
            "maintenance_duty",
            "cv",
            "school_certs",
            "health_insurance",
            "lid_test",
            "german_cert",
            "school_children",
            "illness_cert",
            "integration_course",
        ),
    ),
    (BAVARIA, "the notice, which the page does not list", paper("bamf_notice", need="needed")),
    (BAVARIA, "course certificate", pair("S2_p_course", "imprecise")),
    (BAVARIA, "fee: none for refugees", fee("ae_issue", "100", EXEMPT)),
    (BAVARIA, "fee: none, but the travel document costs", fee("td_refugee", "70", DISCRETIONARY)),
    (BAVARIA, "fee: exempt groups", pair("S2_fee_exempt", "incomplete")),
    (BAVARIA, "fee: 100 and 50 only", pair("S2_fee_amounts", "incomplete")),
    (BAVARIA, "fee: told by the office", pair("S2_fee_told", "imprecise")),
    (BAVARIA, "validity", follows("validity_protected")),
    (BAVARIA, "work", follows("work_free")),
    (BAVARIA, "benefits", follows("benefits_sgb")),
    (BAVARIA, "course", follows("course_entitled", open_=True)),
    (BAVARIA, "residence duty: the wording is open", follows("residence_12a_open", open_=True)),
    (BAVARIA, "residence duty, until the later day", day("res_rule_12a", "2029-09-15")),
    (BAVARIA, "stay until the card", follows("fiction_by_law")),
    (BAVARIA, "stay until the card, in the letter", stay(StayEffect.PERMITTED_BY_LAW)),
    (BAVARIA, "family: three months", day("family_3m", "2026-12-15", "2026-12-15")),
    (BAVARIA, "family: on the checklist", printed_day("2026-12-15")),
    (BAVARIA, "in good time before expiry", pair("S2_in_time", "correct")),
    (BAVARIA, "court action", pair("S2_remedy", "local_practice")),
    # Jena, § 23(2)
    (JENA, "can be issued", pair("S3_can", "imprecise")),
    (JENA, "livelihood not secured: waiver is discretion", verdict("discretion_open")),
    (JENA, "an entitlement by nature", effect("entitled", "entitlement_indicated")),
    (JENA, "commitment", condition("commitment_held", "met")),
    (JENA, "the waivable condition", condition("G5_1_1", "not_met")),
    (JENA, "in agreement with the Länder", pair("S3_bmi_agreement", "wrong")),
    (JENA, "the commitment says which title", pair("S3_commitment_says", "correct")),
    (JENA, "residence condition", pair("S3_residence_condition", "imprecise")),
    (JENA, "residence duty by law", follows("residence_12a_first")),
    (JENA, "recognised persons from abroad", pair("S3_recognised_abroad", "imprecise")),
    (JENA, "hardship commission orders", pair("S3_hardship", "wrong")),
    (
        JENA,
        "form, passport, residence, insurance, commitment",
        paper("form_application", "passport", "lease", "health_insurance", "admission_letter", need="needed"),
    ),
    (
        JENA,
        "instruction sheet, consent to contact",
        paper("instruction_sheet", "consent_contact", need="asked_here"),
    ),
    (JENA, "no originals", pair("S3_no_originals", "local_practice")),
    (JENA, "no appointment", pair("S3_no_appointment", "local_practice")),
    (JENA, "a visit on invitation", pair("S3_visit_later", "local_practice")),
    (JENA, "passport as a required paper", pair("S3_passport", "imprecise")),
    (JENA, "limited in time", pair("S3_limited", "correct")),
    (JENA, "validity", follows("validity_23_2")),
    (JENA, "course checked", follows("course_entitled_23_2", open_=True)),
    (JENA, "certificate 13", fee("fiction_cert", "13", EXEMPT)),
    (JENA, "issue 100", fee("ae_issue", "100", EXEMPT)),
    (JENA, "change of title 50", fee("cond_change_title", "50", EXEMPT)),
    (JENA, "change of title 50: of a condition", pair("S3_f_change", "imprecise")),
    (JENA, "extension and change are not due now", no_fee("ae_ext_le3m", "ae_ext_gt3m", "ae_purpose")),
    (JENA, "extension 96", pair("S3_f_le3", "correct")),
    (JENA, "extension 93", pair("S3_f_gt3", "correct")),
    (JENA, "change with extension 98", pair("S3_f_purpose", "correct")),
    (JENA, "settlement permit 113", fee("ne_issue", "113", EXEMPT)),
    (JENA, "settlement permit of a minor 55", pair("S3_f_settlement_minor", "imprecise")),
    (JENA, "no exemption mentioned", pair("S3_f_exempt_missing", "incomplete")),
    (JENA, "no exemption mentioned: benefits free", free_by("53")),
    (JENA, "visa", day("ae_validity", "2026-12-10", "2026-12-10")),
    (JENA, "visa on the checklist", printed_day("2026-12-10")),
    (JENA, "effect of the application", stay(StayEffect.CONTINUES)),
    # Hesse, § 25(4) s. 2
    (HESSE, "can be extended: discretion", verdict("discretion_open")),
    (HESSE, "no right to it", effect("may", "discretion_open")),
    (HESSE, "issuance", pair("S4_title", "imprecise")),
    (HESSE, "a permit is held", condition("permit_held", "met")),
    (HESSE, "no other title", condition("nothing_else", "met")),
    (HESSE, "no other title is practice", pair("S4_nothing_else", "local_practice")),
    (HESSE, "special circumstances", condition("special_circumstances", "met")),
    (HESSE, "exceptional hardship", condition("hardship_of_leaving", "met")),
    (HESSE, "livelihood", condition("G5_1_1", "not_met")),
    (HESSE, "general conditions must be met", pair("S4_general", "imprecise")),
    (HESSE, "identity", condition("G5_1_1a", "met")),
    (HESSE, "sufficient living space", pair("S4_living_space", "wrong")),
    (HESSE, "threat of removal", pair("S4_threat", "local_practice")),
    (HESSE, "no entry ban", pair("S4_no_ban", "incomplete")),
    (HESSE, "silent on manifestly unfounded", pair("S4_rejection_missing", "incomplete")),
    (HESSE, "silent on excluded extension", warns("extension_excluded_overcome")),
    (
        HESSE,
        "permit, photo, identity, contract, insurance, lease",
        paper(
            "current_title",
            "photo_digital",
            "passport",
            "id_alternative",
            "employment_contract",
            "health_insurance",
            "lease",
        ),
    ),
    (HESSE, "licence for regulated professions", paper("professional_licence", need="asked_here")),
    (HESSE, "forms", pair("S4_forms", "local_practice")),
    (
        HESSE,
        "evidence of the hardship, which the page does not list",
        paper("hardship_reason", need="needed"),
    ),
    (HESSE, "100 for the issue", pair("S4_fee", "wrong")),
    (HESSE, "no fee for an issue", no_fee("ae_issue")),
    (HESSE, "extension", fee("ae_ext_gt3m", "93", EXEMPT)),
    (HESSE, "extension up to three months", fee("ae_ext_le3m", "96", EXEMPT)),
    (HESSE, "perhaps change of purpose", fee("ae_purpose", "98", DISCRETIONARY)),
    (HESSE, "free with social benefits", pair("S4_fee_exempt", "incomplete")),
    (HESSE, "free with social benefits, in the letter", free_by("53")),
    (HESSE, "work only by permission", follows("work_permission")),
    (HESSE, "SGB II and XII", follows("benefits_sgb")),
    (HESSE, "SGB II and XII, not asylum seekers' benefits", follows_not("benefits_asylblg")),
    (HESSE, "child benefit", pair("S4_child_benefit", "incomplete")),
    (HESSE, "no family reunification", follows("family_none")),
    (HESSE, "course", follows("course_admission", "course_stop_2026")),
    (HESSE, "three years at most", follows("validity_25_4_2")),
    (HESSE, "no right to extension", follows("extension_25_4_2")),
    (HESSE, "in person", pair("S4_person", "local_practice")),
    (HESSE, "an appointment", pair("S4_appointment", "local_practice")),
    (HESSE, "six to eight weeks", pair("S4_duration", "local_practice")),
    (HESSE, "silent on filing before expiry", day("ae_validity", "2026-12-20", "2026-12-18")),
    (HESSE, "silent on filing before expiry: told", warns("file_before_expiry")),
    (HESSE, "silent on asylum", warns("lapse_asylum_risk")),
    (HESSE, "effect of the application", stay(StayEffect.CONTINUES)),
    # Munich, § 25(3)
    (MUNICH, "will issue", verdict("should_be_granted")),
    (MUNICH, "will issue: as a rule", effect("should", "should_be_granted")),
    (MUNICH, "will issue, without the exclusions", pair("S5_will_issue", "imprecise")),
    (MUNICH, "a ban on removal", condition("ban_found", "met")),
    (MUNICH, "the whole procedure", condition("G10_1", "met")),
    (MUNICH, "exclusions the page does not name", condition("exclusion", "met")),
    (MUNICH, "no passport needed", condition("G5_1_4", "not_required")),
    (MUNICH, "no Fiktion", stay(StayEffect.TOLERATION)),
    (MUNICH, "Duldung until then", warns("no_fiction_from_duldung")),
    (MUNICH, "Duldung until then: its end", day("duldung_cert", "2027-01-19", "2027-01-19")),
    (MUNICH, "three years' residence if benefits", pair("S5_residence_benefits", "wrong")),
    (MUNICH, "residence duty by law", follows("residence_12a_first")),
    (MUNICH, "lifting on application", follows("residence_lift_by_move")),
    (MUNICH, "substitute identity document", follows("travel_id_substitute")),
    (MUNICH, "three years at most", pair("S5_validity", "incomplete")),
    (MUNICH, "one to three years", follows("validity_25_3")),
    (MUNICH, "no extension without protection", follows("extension_8_1", "revocation_25_3")),
    (MUNICH, "unrestricted work", follows("work_free")),
    (MUNICH, "no right to a course", follows("course_admission", "course_stop_2026")),
    (MUNICH, "registered in Munich", paper("registration", need="needed")),
    (
        MUNICH,
        "form, efforts, benefits, notice, photo",
        paper(
            "form_application", "id_efforts", "benefit_notice", "bamf_notice", "photo_digital", need="needed"
        ),
    ),
    (MUNICH, "passport or other identity document", paper("passport", "id_alternative")),
    (MUNICH, "benefits notice without SGB XII", pair("S5_p_benefits", "incomplete")),
    (MUNICH, "first issue 100, free with benefits", fee("ae_issue", "100", EXEMPT)),
    (MUNICH, "free with benefits, in the letter", free_by("53")),
    (MUNICH, "renewal 93 is not due now", no_fee("ae_ext_gt3m")),
    (MUNICH, "amounts", pair("S5_f_amounts", "correct")),
    (MUNICH, "passport for travel", follows("travel_national")),
    (MUNICH, "passport for travel, nothing else", pair("S5_travel", "incomplete")),
    (MUNICH, "family reunification restricted", follows("family_restricted")),
    (MUNICH, "the office can find the ban itself", pair("S5_abh_itself", "correct")),
    (MUNICH, "subsequent application or reopening", warns("reopening_not_asylum")),
    (MUNICH, "silent on asylum after the grant", pair("S5_asylum_missing", "incomplete")),
    (MUNICH, "related: § 104c", pair("S5_r_104c", "outdated")),
    (MUNICH, "related: § 104c is closed", verdict("not_available", "104c_holder")),
    (MUNICH, "related: § 25a from 14 to 26", pair("S5_r_25a", "imprecise")),
    (MUNICH, "related: commitment", pair("S5_r_admission", "imprecise")),
    (MUNICH, "related: travel document of refugees", pair("S5_r_refugee_document", "imprecise")),
    (MUNICH, "related: stateless persons", pair("S5_r_stateless", "imprecise")),
    (MUNICH, "related: asylum seekers' benefits", follows("benefits_sgb")),
]


@pytest.mark.parametrize(
    ("shown", "point", "check"), TABLE, ids=lambda each: each if isinstance(each, str) else ""
)
def test_point_of_a_page(shown: Shown, point: str, check: Point) -> None:
    check(shown)


@pytest.mark.parametrize("shown", PAGES, ids=lambda each: each.sample)
def test_every_statement_of_the_page_is_shown(shown: Shown) -> None:
    (page,) = (each for each in PACK.tables.pages if each.id == shown.page)
    assert {claim.id for claim in page.claims} <= set(shown.claims)


@pytest.mark.parametrize("shown", PAGES, ids=lambda each: each.sample)
def test_every_difference_of_the_place_is_printed_with_the_law(shown: Shown) -> None:
    land, office = CASES[shown.sample].value("land"), shown.choice.authority_id
    here = {each.id for each in PACK.tables.pages if each.land == land and each.office in ("", office)}
    assert shown.page in here
    differing = {
        each["says"]
        for each in shown.title["sources"]
        if each["page"] in here and each["verdict"] != "correct"
    }
    assert {pair.says for pair in shown.reasons.source_pairs} == differing
    assert all(pair.law and pair.cite and pair.judged for pair in shown.reasons.source_pairs)


@pytest.mark.parametrize("shown", PAGES, ids=lambda each: each.sample)
def test_every_paper_of_the_page_is_on_the_checklist(shown: Shown) -> None:
    authority = REFERENCE.authorities[shown.choice.authority_id]
    asked = {rule.code for rule in authority.papers if rule.asked}
    missing = asked - set(shown.papers)
    assert all(
        not PACK.documents[code].concerns.is_for(shown.choice.title_id)
        or shown.choice.occasion not in PACK.documents[code].concerns.occasions
        for code in missing
    )


@pytest.mark.parametrize("shown", PAGES, ids=lambda each: each.sample)
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", ["checklist", "letter", "reasons"])
def test_the_sheets_print(shown: Shown, kind: SheetKind, language: str) -> None:
    made = printing.printed(
        REFERENCE, CASES[shown.sample], shown.choice.but(kind=kind, language=language), today=TODAY
    )
    assert made.pdf.startswith(b"%PDF")
