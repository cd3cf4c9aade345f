"""Whole cases at the borders of the law, from recorded answers to the verdict of the shipped pack."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desktop import resources
from desktop.cases.answers import Answer, Judgement
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import CivicProof, CourseRecord
from desktop.cases.shapes import Never
from desktop.deadlines.spans import Duration
from desktop.rules.assess import assess_title
from desktop.rules.facts.value import Band
from desktop.rules.facts.view import CaseDay
from desktop.rules.packs import Pack, load
from desktop.rules.results import TitleResult
from desktop.rules.verdict import Verdict
from tests.rules.facts.making import (
    TODAY,
    absence,
    asylum,
    case,
    child,
    conduct,
    conviction,
    day,
    filed,
    identity,
    job,
    judged,
    language,
    passport,
    status,
    title,
)

pytestmark = pytest.mark.law

NO = Verdict.NOT_AVAILABLE
MISSING = Verdict.FACTS_MISSING
ASSESS = Verdict.NEEDS_ASSESSMENT
MAY = Verdict.DISCRETION_OPEN
SHOULD = Verdict.SHOULD_BE_GRANTED


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(resources.path("law", "de-2026-08"))


FAVOURABLE: dict[str, Any] = {
    "birth_date": day("1990-05-05"),
    "status_periods": (status("D60a_2_1", "2018-01-01"),),
    "applications": (),
    "absence_periods": (),
    "removal_impossible_periods": (),
    "asylum_procedures": (asylum("rejected", "2015-01-01", "2017-01-01", "2017-12-01"),),
    "removal_ban_source": "none",
    "entry_bans": (),
    "expulsion_order_on": Never.NONE,
    "order_58a": False,
    "convictions": (),
    "identity_status": (identity("cleared", "2020-01-01"),),
    "passports": (passport("2020-01-01"),),
    "false_statements": (),
    "identity_deception": (),
    "noncooperation": (),
    "employment_periods": (job("2022-01-01", net="1800"),),
    "other_income": (),
    "benefit_periods": (),
    "household_need": Decimal(1500),
    "health_insurance": "statutory",
    "health_limits": (),
    "language_proofs": (language("B1", "full"),),
    "civic_proof": CivicProof("LiD_test", day("2025-01-01")),
    "fdgo_declaration_on": day("2026-11-01"),
    "integration_course": CourseRecord(obliged=False),
    "family_members": (),
    "entered_with_required_visa": False,
}
IN_FAVOUR: dict[str, Judgement] = {
    "security_concern": judged(False),
    "other_expulsion_interest": judged(False),
    "conduct_causes_nonremoval_now": judged(False),
    "no_other_interest_impaired": judged(True),
}


def favourable(judgements: dict[str, Judgement] | None = None, **changed: Any) -> CaseFile:
    return case(IN_FAVOUR | (judgements or {}), **(FAVOURABLE | changed))


def verdict(
    pack: Pack,
    known: CaseFile,
    title_id: str = "25b_1",
    on: date | str = TODAY,
    kind: DecisionKind = DecisionKind.GRANT,
) -> Verdict | None:
    return result(pack, known, title_id, on, kind).verdict


def result(
    pack: Pack,
    known: CaseFile,
    title_id: str = "25b_1",
    on: date | str = TODAY,
    kind: DecisionKind = DecisionKind.GRANT,
) -> TitleResult:
    moment = date.fromisoformat(on) if isinstance(on, str) else on
    facts = CaseDay(pack, known, moment).facts(title_id, kind)
    return assess_title(pack, title_id, facts, moment, kind)


def since(start: str) -> tuple[Any, ...]:
    return (status("D60a_2_1", start),)


def test_the_favourable_case(pack: Pack):
    assert verdict(pack, favourable()) is SHOULD


def test_six_years_to_the_day(pack: Pack):
    assert verdict(pack, favourable(status_periods=since("2020-11-22"))) is SHOULD
    assert verdict(pack, favourable(status_periods=since("2020-11-23"))) is ASSESS
    later = favourable(status_periods=since("2020-12-01"))
    assert verdict(pack, later) is ASSESS
    assert verdict(pack, later, on="2026-11-30") is ASSESS
    assert verdict(pack, later, on="2026-12-01") is SHOULD


def test_four_years_with_a_child_until_it_is_of_age(pack: Pack):
    family = favourable(
        status_periods=since("2022-11-22"),
        family_members=(child("2008-12-01", school_age=False),),
    )
    assert verdict(pack, family) is SHOULD
    assert verdict(pack, family, on="2026-11-30") is SHOULD
    assert verdict(pack, family, on="2026-12-01") is ASSESS


@pytest.mark.parametrize(
    ("again", "expected"), [("2023-03-06", SHOULD), ("2023-04-10", ASSESS), ("2023-06-29", ASSESS)]
)
def test_gaps_of_five_forty_and_a_hundred_twenty_days(pack: Pack, again: str, expected: Verdict):
    broken = (status("D60a_2_1", "2018-01-01", "2023-03-01"), status("D60a_2_1", again))
    assert verdict(pack, favourable(status_periods=broken)) is expected


def test_a_fine_opens_discretion(pack: Pack):
    assert verdict(pack, favourable(convictions=(conviction("fine", 120),))) is MAY


def test_six_months_suspended(pack: Pack):
    sentence = (conviction("prison", 6, suspended=True),)
    assert verdict(pack, favourable(convictions=sentence)) is NO
    assert verdict(pack, favourable(convictions=Answer(sentence, disputed=True))) is ASSESS


def test_seven_months_for_a_negligent_offence(pack: Pack):
    negligent = (conviction("prison", 7, intentional=False),)
    assert verdict(pack, favourable(convictions=negligent)) is SHOULD
    open_question = favourable({"other_expulsion_interest": judged(False, reason="")}, convictions=negligent)
    assert verdict(pack, open_question) is ASSESS  # § 54 Abs. 1 Nr. 3 and 5 are open then, too
    unknown = (conviction("prison", 7, intentional=None),)
    assert verdict(pack, favourable(convictions=unknown)) is MISSING


HOLDER = (status("D60b", "2020-11-22", "2025-07-01"), title("104c_holder", "2025-07-01", "2027-01-01"))


def test_104c_until_its_last_day(pack: Pack):
    in_time = favourable(status_periods=HOLDER, applications=(filed("25b_1", "2026-12-31"),))
    assert verdict(pack, in_time, on="2027-01-02", kind=DecisionKind.EXTENSION) is SHOULD
    late = favourable(status_periods=HOLDER, applications=(filed("25b_1", "2027-01-02"),))
    assert verdict(pack, late, on="2027-01-03", kind=DecisionKind.EXTENSION) is NO
    facts = CaseDay(pack, late, date(2027, 1, 3)).facts("25b_1", DecisionKind.EXTENSION)
    stay = facts.fact("stay_25b_months").value
    assert isinstance(stay, Band)
    assert stay.safe == Duration(18, 2)  # the time under § 60b is lost with the title
    ordered = (*HOLDER, status("F81_4_late", "2027-01-01"))
    helped = favourable(status_periods=ordered, applications=(filed("25b_1", "2027-01-02"),))
    assert verdict(pack, helped, on="2027-01-03", kind=DecisionKind.EXTENSION) is SHOULD


def test_104c_is_not_continued_by_another_application(pack: Pack):
    other = favourable(status_periods=HOLDER, applications=(filed("16g", "2026-12-01"),))
    facts = CaseDay(pack, other, date(2027, 1, 2)).facts("25b_1", DecisionKind.EXTENSION)
    assert facts.fact("holds_104c").value is False
    assert facts.fact("application_effect").value == "none"


def test_lawful_stay_of_a_holder_of_25_4(pack: Pack):
    for start, months in (("2026-01-22", 10), ("2025-04-22", 19)):
        known = favourable(status_periods=(title("25_4_1", start, "2027-01-22"),))
        stay = CaseDay(pack, known, TODAY).fact("lawful_stay_months").value
        assert isinstance(stay, Band)
        assert stay.safe == Duration(months)


def test_a_subsequent_asylum_application_ends_25_3(pack: Pack):
    procedures = (
        asylum("ban_60_5", "2024-01-01", "2026-04-01", "2026-05-04"),
        asylum("pending", "2026-11-10", kind="subsequent"),
    )
    known = favourable(
        status_periods=(title("25_3", "2026-06-01", "2029-06-01", issued_by="abh"),),
        asylum_procedures=procedures,
    )
    facts = CaseDay(pack, known, TODAY).facts("25_3", DecisionKind.EXTENSION)
    held = facts.fact("holds", "25_3")
    assert held.value is False
    assert [note.id for note in held.notes] == ["ended_by_asylum_application"]
    before = CaseDay(pack, known, date(2026, 11, 9)).facts("25_3", DecisionKind.EXTENSION)
    assert before.fact("holds", "25_3").value is True


def test_manifestly_unfounded_between_the_regimes_is_no_bar_for_25b(pack: Pack):
    rejected = (asylum("rejected_mu", "2024-05-01", "2025-03-03", "2025-04-01", mu_ground="4"),)
    assert verdict(pack, favourable(asylum_procedures=rejected)) is MAY
    assert verdict(pack, favourable(asylum_procedures=rejected), "25_4_1") in (NO, MISSING, ASSESS)


def test_a_pending_asylum_procedure_and_an_extension(pack: Pack):
    pending = (asylum("pending", "2026-10-05"),)
    held = (
        status("D60a_2_1", "2018-01-01", "2024-11-22"),
        title("25b_1", "2024-11-22", "2026-11-22", issued_by="abh"),
    )
    extension = favourable(
        status_periods=held,
        asylum_procedures=pending,
        applications=(filed("25b_1", "2026-11-10", kind=DecisionKind.EXTENSION),),
    )
    assert verdict(pack, extension, kind=DecisionKind.EXTENSION) is SHOULD
    first = favourable(asylum_procedures=pending)
    found = result(pack, first)
    assert found.verdict is NO
    assert found.without_bar is SHOULD


def test_a_title_that_ran_out_and_25_4(pack: Pack):
    ended = (title("25_4_1", "2025-05-10", "2026-11-11"),)
    late = favourable(status_periods=ended, applications=(filed("25_4_1", "2026-11-15"),))
    assert verdict(pack, late, "25_4_1") is NO
    ordered = favourable(
        status_periods=(*ended, status("F81_4_late", "2026-11-18")),
        applications=(filed("25_4_1", "2026-11-15"),),
    )
    assert verdict(pack, ordered, "25_4_1") is ASSESS  # only the judgements are open


def test_a_statement_that_is_false_but_not_intentional(pack: Pack):
    unwitting = favourable(false_statements=(conduct("2021-01-01", intentional=False),))
    assert verdict(pack, unwitting) is SHOULD


def test_arrival_certificate_gestattung_and_duldung(pack: Pack):
    history = (
        status("ankunftsnachweis", "2020-11-10", "2021-01-15"),
        status("gestattung", "2021-01-15", "2023-04-01"),
        status("D60a_2_1", "2023-04-01"),
    )
    known = favourable(status_periods=history)
    assert verdict(pack, known) is SHOULD
    assert verdict(pack, known, on="2026-11-10") is SHOULD
    assert verdict(pack, known, on="2026-11-09") is ASSESS


def test_never_asked_about_absences(pack: Pack):
    unasked = favourable()
    unasked = unasked.without_fact("absence_periods")
    found = result(pack, unasked)
    assert found.verdict is ASSESS
    assert "absence_periods" in found.open
    abroad = favourable(absence_periods=(absence("2024-01-01", "2024-06-01"),))
    assert verdict(pack, abroad) is ASSESS


def test_a_case_without_any_answer_is_never_available(pack: Pack):
    for norm in pack.norms:
        for kind in norm.decisions:
            found = verdict(pack, case(), norm.id, kind=kind)
            assert found in (MISSING, NO, ASSESS)
