"""Three families over ten years: what each person could come to on the days that mattered.

The expectations were written from the law before the program was asked. The documents stand in `long/`.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from desktop.cases.casefile import CaseFile
from desktop.services import forecast
from desktop.services.assessment import assess
from desktop.services.portable import read_case
from desktop.services.reference import Reference, load_reference

FOLDER = Path(__file__).parent / "long"
TODAY = date(2026, 11, 24)


@cache
def law() -> Reference:
    return load_reference()


@cache
def case(name: str) -> CaseFile:
    return read_case(FOLDER / f"{name}.yaml", law(), TODAY)


@pytest.mark.parametrize(
    ("name", "on", "title", "verdict"),
    [
        # Rahimi. Four of the eight (with child: six) years of the old text, and nothing of the rest yet.
        ("rahimi-vater", "2019-12-01", "25b_1", "needs_assessment"),
        # § 60b in between: what was before is not certain, whatever the text of the day asks for.
        ("rahimi-vater", "2022-12-30", "25b_1", "needs_assessment"),
        ("rahimi-vater", "2022-12-31", "25b_1", "needs_assessment"),
        # With § 104c the months of § 60b count; German is proven only a year later.
        ("rahimi-vater", "2023-05-01", "25b_1", "needs_assessment"),
        ("rahimi-vater", "2024-09-20", "25b_1", "should_be_granted"),
        # The card has run out; the application of 20.09. lets it run on.
        ("rahimi-vater", "2024-10-20", "25b_1", "should_be_granted"),
        ("rahimi-vater", "2026-11-24", "25b_1", "should_be_granted"),
        # He lives with her on both incomes; two months of contributions lack, she may have them.
        ("rahimi-vater", "2026-11-24", "26_4", "facts_missing"),
        ("rahimi-vater", "2026-11-24", "26_3_5y", "not_available"),
        # She earns a third of the need herself: never a no by itself.
        ("rahimi-mutter", "2026-11-24", "25b_1", "needs_assessment"),
        ("rahimi-mutter", "2026-11-24", "25b_4", "needs_assessment"),
        # Before he had the title there was nothing to derive.
        ("rahimi-mutter", "2025-02-09", "25b_4", "not_available"),
        # Both earn more than the need, the son is a minor until the day before 03.05.2027.
        ("rahimi-mutter", "2026-11-24", "25a_2_parent", "discretion_open"),
        ("rahimi-mutter", "2027-05-02", "25a_2_parent", "discretion_open"),
        ("rahimi-mutter", "2027-05-03", "25a_2_parent", "not_available"),
        ("rahimi-mutter", "2024-07-31", "25a_2_parent", "not_available"),
        # Entered without a visa: the authority may disregard it, so not more than discretion.
        ("rahimi-sohn", "2026-11-24", "25a_1", "discretion_open"),
        ("rahimi-sohn", "2022-12-30", "25a_1", "needs_assessment"),
        # Haddad. Asylum procedure and permit together are sixty months long before, German and work too.
        ("haddad", "2026-11-24", "26_3_5y", "entitlement_indicated"),
        ("haddad", "2026-11-24", "26_3_3y", "not_available"),
        ("haddad", "2021-12-15", "26_3_5y", "not_available"),
        # The text of § 25 Abs. 2 before 2023 was never seen: nobody shall take today's for it.
        ("haddad", "2021-12-15", "25_2_1", "not_covered"),
        ("haddad", "2023-01-10", "25_2_1", "entitlement_indicated"),
        # Whether the status still stands was asked: it does.
        ("haddad", "2026-11-24", "25_2_1", "entitlement_indicated"),
        ("haddad", "2026-11-24", "25_2_2", "not_available"),
        # Kareem. Before the oldest text compared; then as the holder, asked whether the ban still stands.
        ("kareem", "2018-07-01", "25_3", "not_covered"),
        ("kareem", "2021-06-01", "25_3", "facts_missing"),
        # Today the finding is old, and a later application was refused: the same question for a first grant.
        ("kareem", "2026-11-24", "25_3", "facts_missing"),
        # No visa, so not more than discretion; the obstacle is judged, the fault is none.
        ("kareem", "2026-11-24", "25_5", "discretion_open"),
        # Six years with a permit, two of them after a break: the way from § 25 Abs. 5 is outside the wording.
        ("kareem", "2026-11-24", "25b_1", "needs_assessment"),
        ("kareem", "2026-11-24", "26_4", "facts_missing"),
    ],
)
def test_what_the_law_says(name: str, on: str, title: str, verdict: str) -> None:
    found = assess(law(), case(name), date.fromisoformat(on)).title(title)
    said = "not_covered" if found.not_covered is not None else found.verdict and found.verdict.value
    assert said == verdict, [str(each.node.label) for each in found.reasons()]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "title", "days"),
    [
        # the card runs out; the 18th birthday of the son; his own card
        ("rahimi-vater", "25b_1", {"2027-02-10"}),
        ("rahimi-mutter", "25a_2_parent", {"2027-05-03"}),
        ("rahimi-mutter", "25b_4", {"2027-02-10"}),
        ("rahimi-sohn", "25a_1", {"2027-08-01"}),
    ],
)
def test_what_time_brings(name: str, title: str, days: set[str]) -> None:
    found = forecast.forecast(law(), case(name), TODAY, title=title).forecast.titles[0]
    changed = {
        change.day.isoformat()
        for change in found.changes
        if change.before.verdict is not change.after.verdict
    }
    assert days <= changed
