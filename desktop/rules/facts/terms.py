"""The numbers, days and groups of status codes that the law or practice sets, as the pack states them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Protocol

TITLE = "title:"
ANY_TITLE = "title:*"

ANCHORED = frozenset("25a_2_parent 25a_2_sibling 25a_2_spouse 25a_2_child 25b_4 25b_6".split())
"""The titles that derive from a relative's title."""

_OF_ANCHORS = {f"anchor_{what}_{title}" for what in ("titles", "relations") for title in ANCHORED}

TERMS_NEEDED = _OF_ANCHORS.union(
    """
    trivial_gap_days arguable_gap_days absence_harmless_months arrival_certificate_counts_before
    adult_age young_adult_below_age marriage_void_below_age school_never_below_age
    asylum_ends_title_up_to_months lapse_abroad_months family_notice_months
    recent_finding_months rejection_regime_2_since rejection_regime_3_since eu_qualification_since
    rejection_grounds_regime_1 rejection_grounds_regime_2 rejection_grounds_regime_3
    s54_1_1_months s54_1_1a_months s54_1_1b_months s54_1_1c_months s54_1_1d_months
    s54_1_1a_offences s54_1_1a_offences_if_qualified s54_1_1b_offences s54_1_1c_offences s54_1_1d_offences
    s54_2_1_months s54_2_2_months s54_2_2a_offences s54_2_2b_months s54_2_fine_ignored_day_rates
    residence_12a_hours_week residence_12a_short_reason_months
    harmless_income_types livelihood_benefit_types asylblg_25_5_months
    closed_104c_since
    s60d_entry_until s60d_identity_early_entry_until s60d_identity_last_day s60d_identity_rule
    s60d_part_time_hours_week s60d_full_time_hours_week s60d_livelihood_months s60d_fine_ignored_day_rates
    settlement_gap_months settlement_abroad_months settlement_earlier_permit_months
    clearance_recognised_since clearance_recognised_before pension_age_months_by_birth_year
    residence_act_since
    s25a_3_day_rates s25a_3_day_rates_foreigners school_break_days
    """.split()
)
"""Every term a pack must set for the facts to be computed."""

GROUPS_NEEDED = frozenset(
    """
    tolerated suspension suspension_longest stay_25b stay_25b_longest stay_25a
    stay_25a_longest duldung_possession duldung_possession_longest lawful_stay
    departure_not_enforceable departure_enforceable
    settlement_permits section_5 lapse_on_asylum_application first_permit_course first_permit_12a
    continues_104c settlement_26_3 settlement_26_4 work_by_permission without_title
    extended_by_25_4a_3 extended_by_25_4b_3
    """.split()
)
"""Every group of status codes a pack must have for the facts to be computed."""


class PackTerms(Protocol):
    """What a pack offers: dated values and groups of status codes. Both raise KeyError for an unknown id."""

    def value(self, term_id: str, on: date) -> str: ...

    def group(self, name: str) -> frozenset[str]: ...


class LawTerms:
    """The pack's terms as they stand on one day, read once each."""

    def __init__(self, terms: PackTerms, on: date) -> None:
        self._terms = terms
        self._on = on
        self._numbers: dict[str, int] = {}
        self._days: dict[str, date] = {}
        self._words: dict[str, frozenset[str]] = {}
        self._tables: dict[str, dict[int, int]] = {}
        self._belongs: dict[tuple[str, str], bool] = {}

    def number(self, term_id: str) -> int:
        """A whole number; its unit stands in the pack."""
        if term_id not in self._numbers:
            self._numbers[term_id] = int(self._terms.value(term_id, self._on))
        return self._numbers[term_id]

    def day(self, term_id: str) -> date:
        """A day of the calendar."""
        if term_id not in self._days:
            self._days[term_id] = date.fromisoformat(self._terms.value(term_id, self._on))
        return self._days[term_id]

    def words(self, term_id: str) -> frozenset[str]:
        """Words that stand apart by blanks in one value."""
        if term_id not in self._words:
            self._words[term_id] = frozenset(self._terms.value(term_id, self._on).split())
        return self._words[term_id]

    def table(self, term_id: str) -> Mapping[int, int]:
        """Pairs of whole numbers, written as `first:second` and apart by blanks."""
        if term_id not in self._tables:
            pairs = [pair.split(":") for pair in self.words(term_id)]
            self._tables[term_id] = {int(first): int(second) for first, second in sorted(pairs)}
        return self._tables[term_id]

    def codes(self, group: str) -> frozenset[str]:
        """The status codes of a group as written; `title:*` stands for every title."""
        return self._terms.group(group)

    def has(self, group: str, code: str) -> bool:
        """Whether a status code belongs to a group."""
        found = self._belongs.get((group, code))
        if found is None:
            codes = self._terms.group(group)
            found = code in codes or (ANY_TITLE in codes and code.startswith(TITLE))
            self._belongs[group, code] = found
        return found
