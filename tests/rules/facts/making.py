"""Cases for the tests of facts, in few words; and the law's numbers, frozen to test the method alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from desktop.cases.answers import Answer, Judgement, Proof, Ternary
from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure, Conduct, Conviction, DatedValue, EntryBan
from desktop.cases.people import (
    Benefit,
    Client,
    Education,
    Employment,
    FamilyMember,
    HealthLimit,
    Income,
    LanguageProof,
)
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import Absence, Exemption12a, MarkedPeriod, Passport, StatusPeriod
from desktop.rules.facts.value import FactValue
from desktop.rules.facts.view import CaseDay
from desktop.rules.tables import Tables

TODAY = date(2026, 11, 22)

TERMS = {
    "trivial_gap_days": "7",
    "arguable_gap_days": "92",
    "absence_harmless_months": "3",
    "arrival_certificate_counts_before": "2026-06-12",
    "adult_age": "18",
    "asylum_ends_title_up_to_months": "6",
    "recent_finding_months": "6",
    "rejection_regime_2_since": "2024-02-28",
    "rejection_regime_3_since": "2026-06-12",
    "rejection_grounds_regime_1": "1 2 3 4 5 6",
    "rejection_grounds_regime_2": "3 4 5 6 7",
    "rejection_grounds_regime_3": "1c 1d 1f 3b",
    "eu_qualification_since": "2026-06-12",
    "s54_1_1_months": "24",
    "s54_1_1a_months": "12",
    "s54_1_1b_months": "12",
    "s54_1_1c_months": "12",
    "s54_1_1d_months": "6",
    "s54_1_1a_offences": "life body sexual robbery resisting public_order",
    "s54_1_1a_offences_if_qualified": "property",
    "s54_1_1b_offences": "benefit_fraud drugs",
    "s54_1_1c_offences": "smuggling",
    "s54_1_1d_offences": "life body sexual robbery resisting public_order",
    "s54_2_1_months": "6",
    "s54_2_2_months": "12",
    "s54_2_2a_offences": "sexual property robbery",
    "s54_2_2b_months": "3",
    "s54_2_fine_ignored_day_rates": "90",
    "residence_12a_hours_week": "15",
    "residence_12a_short_reason_months": "3",
    "s25a_3_day_rates": "50",
    "s25a_3_day_rates_foreigners": "90",
    "school_break_days": "60",
    "harmless_income_types": "Kindergeld KiZ BAfoeG BAB ALG1 pension UVG",
    "asylblg_25_5_months": "18",
    "livelihood_benefit_types": "SGB2 SGB12 AsylbLG",
    "young_adult_below_age": "27",
    "marriage_void_below_age": "16",
    "school_never_below_age": "5",
    "anchor_titles_25a_2_parent": "25a_1",
    "anchor_relations_25a_2_parent": "parent_with_custody",
    "anchor_titles_25a_2_sibling": "25a_2_parent",
    "anchor_relations_25a_2_sibling": "minor_child_of_parent_holder",
    "anchor_titles_25a_2_spouse": "25a_1",
    "anchor_relations_25a_2_spouse": "spouse_partner",
    "anchor_titles_25a_2_child": "25a_1",
    "anchor_relations_25a_2_child": "minor_unmarried_child",
    "anchor_titles_25b_4": "25b_1 25b_6",
    "anchor_relations_25b_4": "spouse_partner minor_unmarried_child",
    "anchor_titles_25b_6": "25b_6 D60d",
    "anchor_relations_25b_6": "spouse_partner minor_unmarried_child",
    "family_notice_months": "3",
    "lapse_abroad_months": "6",
    "closed_104c_since": "2025-12-31",
    "s60d_entry_until": "2022-12-31",
    "s60d_identity_early_entry_until": "2016-12-31",
    "s60d_identity_last_day": "2024-12-31",
    "s60d_identity_rule": "early_by_application late_by_application",
    "s60d_part_time_hours_week": "20",
    "s60d_full_time_hours_week": "35",
    "s60d_livelihood_months": "12",
    "s60d_fine_ignored_day_rates": "90",
    "settlement_gap_months": "12",
    "settlement_abroad_months": "6",
    "settlement_earlier_permit_months": "48",
    "clearance_recognised_since": "2015-01-01",
    "clearance_recognised_before": "2018-01-01",
    "residence_act_since": "2005-01-01",
    "pension_age_months_by_birth_year": (
        "1946:780 1947:781 1948:782 1949:783 1950:784 1951:785 1952:786 1953:787 1954:788 1955:789 1956:790 "
        "1957:791 1958:792 1959:794 1960:796 1961:798 1962:800 1963:802 1964:804"
    ),
}
_DULDUNG = "D60a_1 D60a_2_1 D60a_2_2 D60a_2_3 D60a_2_4 D60a_2b D60c D60d D_verfahren D_material F81_3_2"
_POSSESSED = "D60a_1 D60a_2_1 D60a_2_2 D60a_2_3 D60a_2_4 D60a_2b D60c D60d D_verfahren"
_SECTION_5 = (
    "22_1 22_2 23_1 23_2 23_4 23a 24 25_1 25_2_1 25_2_2 25_3 25_4_1 25_4_2 25_4a_1 25_4a_3 25_4b_1 25_4b_3 "
    "25_5 25a_1 25a_2_parent 25a_2_sibling 25a_2_spouse 25a_2_child 25b_1 25b_4 25b_6 104c_holder"
)


def _titles(words: str) -> str:
    return " ".join(f"title:{word}" for word in words.split())


GROUPS = {
    "tolerated": f"{_DULDUNG} D60b",
    "without_title": f"{_DULDUNG} D60b gueb",
    "suspension": "D60a_1 D60a_2_1 D60a_2_2 D60a_2_3 D60a_2_4 D60a_2b D60c D60d D_verfahren F81_3_2",
    "suspension_longest": "D60b D_material gueb",
    "extended_by_25_4a_3": "title:25_4a_1",
    "extended_by_25_4b_3": "title:25_4b_1",
    "stay_25b": f"{_DULDUNG} gestattung F81_4 F81_4_late title:*",
    "stay_25b_longest": "gueb visa_D visa_C visa_free exempt_ukr F81_3_1 F25_1_3",
    "stay_25a": (
        f"{_POSSESSED} F81_3_2 gestattung visa_D visa_C visa_free exempt_ukr F81_3_1 F81_4 F81_4_late "
        "F25_1_3 title:*"
    ),
    "stay_25a_longest": "D_material gueb",
    "duldung_possession": _POSSESSED,
    "duldung_possession_longest": "F81_3_2 D_material gueb",
    "lawful_stay": "visa_D visa_C visa_free exempt_ukr F81_3_1 F81_4 F81_4_late F25_1_3 title:*",
    "departure_not_enforceable": (
        "visa_D visa_C visa_free exempt_ukr F81_3_1 F81_4 F81_4_late F25_1_3 gestattung ankunftsnachweis "
        "title:*"
    ),
    "departure_enforceable": f"{_DULDUNG} D60b gueb",
    "settlement_permits": _titles("26_3_5y 26_3_3y 26_4"),
    "section_5": _titles(_SECTION_5),
    "lapse_on_asylum_application": _titles(
        "22_1 22_2 23_1 23_2 23_4 25_3 25_4_1 25_4_2 25_4a_1 25_4a_3 25_4b_1 25_4b_3 25_5"
    ),
    "first_permit_course": _titles("25_1 25_2_1 25_2_2 25_4a_3 25b_1 25b_4 25b_6"),
    "first_permit_12a": _titles("22_1 22_2 23_1 23_2 23_4 24 25_3"),
    "settlement_26_3": _titles("25_1 25_2_1 23_4"),
    "settlement_26_4": _titles(_SECTION_5.replace(" 24 ", " ")),
    "work_by_permission": _titles("23_1 25_4_1 25_4_2 25_4a_1 25_4a_3 25_4b_1 25_4b_3 other"),
    "continues_104c": _titles("25a_1 25b_1 25a_2_parent 25a_2_sibling 25a_2_spouse 25a_2_child 25b_4 25b_6"),
}


class FrozenTerms:
    """The numbers of August 2026."""

    def value(self, term_id: str, on: date) -> str:
        return TERMS[term_id]

    def group(self, name: str) -> frozenset[str]:
        return frozenset(GROUPS[name].split())


class FrozenPack:
    """As much of a rule pack as facts read."""

    terms, tables = FrozenTerms(), Tables()
    judgements = frozenset(
        {"security_concern", "other_expulsion_interest", "conduct_causes_nonremoval_now", "temporary_purpose"}
    )


PACK: Any = FrozenPack()


def partial(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def period(start: str, end: str | None = None) -> Period:
    """Half-open: `end` is the first day that does not count."""
    return Period(day(start), partial(end))


def status(code: str, start: str, end: str | None = None, **more: Any) -> StatusPeriod:
    return StatusPeriod(code, period(start, end), **more)


def title(title_id: str, start: str, end: str | None = None, **more: Any) -> StatusPeriod:
    return status(f"title:{title_id}", start, end, **more)


def filed(
    title_id: str,
    on: str,
    *,
    kind: DecisionKind = DecisionKind.GRANT,
    decided: str | None = None,
    result: str = "",
) -> Application:
    return Application(title_id, kind, day(on), decided_on=partial(decided), result=result)


def asylum(
    outcome: str = "pending",
    filed_on: str | None = "2021-01-15",
    decided: str | None = None,
    final: str | None = None,
    kind: str = "first",
    **more: Any,
) -> AsylumProcedure:
    return AsylumProcedure(kind, partial(filed_on), partial(decided), partial(final), outcome=outcome, **more)


def absence(start: str, end: str | None = None, *, agreed: bool | None = None) -> Absence:
    return Absence(period(start, end), agreed=agreed)


def marked(start: str, end: str | None = None) -> MarkedPeriod:
    return MarkedPeriod(period(start, end), "no flights")


def conduct(start: str, end: str | None = None, **more: Any) -> Conduct:
    return Conduct(period(start, end), **more)


def conviction(kind: str, amount: int | None, **more: Any) -> Conviction:
    more.setdefault("final_on", day("2025-05-05"))
    more.setdefault("intentional", True)
    return Conviction(kind, amount, **more)


def ban(basis: str, start: str, end: str | None = None, **more: Any) -> EntryBan:
    return EntryBan(basis, period(start, end), **more)


def identity(value: str, on: str) -> DatedValue:
    return DatedValue(value, day(on))


def passport(start: str, end: str | None = None, kind: str = "passport") -> Passport:
    return Passport(kind, period(start, end))


def child(born: str | None, **more: Any) -> FamilyMember:
    more.setdefault("unmarried", True)
    more.setdefault("household", (period("2020-01-01"),))
    return FamilyMember("child", partial(born), **more)


def job(start: str, end: str | None = None, net: str | None = "1000", **more: Any) -> Employment:
    return Employment(period(start, end), net=None if net is None else Decimal(net), **more)


def insured(start: str, end: str | None = None, hours: int | None = 20, **more: Any) -> Employment:
    """Work subject to social insurance."""
    more.setdefault("insured", True)
    return job(start, end, hours_week=None if hours is None else Decimal(hours), **more)


def spouse(**more: Any) -> FamilyMember:
    more.setdefault("household", (period("2020-01-01"),))
    return FamilyMember("spouse_partner", **more)


def income(start: str, end: str | None = None, amount: str | None = "100") -> Income:
    return Income("maintenance", period(start, end), None if amount is None else Decimal(amount))


def benefit(kind: str, start: str, end: str | None = None, amount: str | None = "100") -> Benefit:
    return Benefit(kind, period(start, end), None if amount is None else Decimal(amount))


def education(kind: str, start: str, end: str | None = None, *, in_de: bool | None = True) -> Education:
    return Education(kind, period(start, end), in_de)


def limit(
    affects: str, start: str, end: str | None = None, kind: str = "illness", by: str = "Dr. A"
) -> HealthLimit:
    return HealthLimit(affects, kind, period(start, end), by)


def language(level: str, skill: str, on: str | None = "2025-01-10") -> LanguageProof:
    return LanguageProof(level, skill, partial(on))


def exemption(reason: str, start: str, end: str | None = None, **more: Any) -> Exemption12a:
    return Exemption12a(reason, more.pop("person", "self"), period(start, end), **more)


def judged(value: bool, **more: Any) -> Judgement:
    given: dict[str, Any] = {"by": "mk", "on": date(2026, 11, 1), "reason": "looked at"} | more
    return Judgement(Ternary.YES if value else Ternary.NO, **given)


def case(judgements: Mapping[str, Judgement] | None = None, **facts: Any) -> CaseFile:
    """A case with these answers; a value that is no `Answer` yet is claimed."""
    answers = {
        name: value if isinstance(value, Answer) else Answer(value, proof=Proof.CLAIMED)
        for name, value in facts.items()
    }
    return CaseFile(
        Client("Example"),
        facts=MappingProxyType(answers),
        judgements=MappingProxyType(dict(judgements or {})),
    )


def fact(
    name: str,
    case_: CaseFile,
    on: date | str = TODAY,
    *,
    of: str | None = None,
    title_id: str = "25b_1",
    kind: DecisionKind = DecisionKind.GRANT,
    applied_on: date | None = None,
) -> FactValue:
    """A fact of a case on a day."""
    moment = date.fromisoformat(on) if isinstance(on, str) else on
    return CaseDay(PACK, case_, moment).facts(title_id, kind, applied_on).fact(name, of)


def noted(found: FactValue) -> set[str]:
    return {note.id for note in found.notes}
