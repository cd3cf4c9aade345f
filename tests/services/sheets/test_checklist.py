"""What stands on the checklist of every sample."""

from datetime import date, timedelta

import pytest

from desktop.cases.answers import Proof
from desktop.documents.sheets import ChecklistSheet
from desktop.rules.fees import FeeOutcome
from desktop.services import printing

TICKED = {
    "sachsen-pflege": {"passport", "current_title", "health_insurance", "urgent_reason"},
    "bayern-familie": {"bamf_notice", "benefit_notice"},
    "jena-aufnahmezusage": {"passport", "admission_letter", "health_insurance"},
    "hessen-haertefall": {
        "passport",
        "current_title",
        "health_insurance",
    },  # of the clinic's letter no copy yet
    "muenchen-abschiebungsverbot": {"current_title", "bamf_notice", "benefit_notice"},
    "chancen-aufenthalt": {"passport", "current_title", "health_insurance", "income_slips", "german_cert"},
    "offene-fragen": set(),  # the Duldung was seen only
    "derzeit-nicht-moeglich": {"passport"},
}


def rows(made: ChecklistSheet):
    return [row for group in made.groups for row in group.rows]


@pytest.mark.parametrize(("name", "codes"), TICKED.items(), ids=TICKED.keys())
def test_ticked_is_what_lies_there_in_the_form_asked_for(law, sheet, name, codes):
    made = sheet(name, "checklist")
    names = {law.pack.documents[code].name.de for code in codes}
    assert {row.name for row in rows(made) if row.ticked} == names
    assert all(row.state in (Proof.COPY, Proof.ORIGINAL) for row in rows(made) if row.ticked)


def test_a_paper_is_listed_with_its_day_and_its_end(sheet):
    (passport,) = (row for row in rows(sheet("sachsen-pflege", "checklist")) if row.name.startswith("Pass "))
    assert (passport.state, passport.state_on, passport.valid_until) == (
        Proof.ORIGINAL,
        date(2026, 11, 12),
        date(2031, 4, 30),
    )


def test_a_paper_that_has_run_out_is_not_ticked_but_shown(law, samples, chosen):
    late = date(2031, 5, 1)
    made = printing.sheet(law, samples["sachsen-pflege"], chosen("sachsen-pflege", "checklist"), today=late)
    assert isinstance(made, ChecklistSheet)
    (passport,) = (row for row in rows(made) if row.name.startswith("Pass "))
    assert (passport.ticked, passport.state) == (False, Proof.OUT_OF_DATE)
    assert passport.valid_until == late - timedelta(days=1)


FEES = {
    "sachsen-pflege": {FeeOutcome.PAYABLE},
    "bayern-familie": {FeeOutcome.EXEMPT},
    "jena-aufnahmezusage": {FeeOutcome.EXEMPT},
    "hessen-haertefall": {FeeOutcome.EXEMPT, FeeOutcome.DISCRETIONARY},
    "muenchen-abschiebungsverbot": {FeeOutcome.EXEMPT},
    "chancen-aufenthalt": {FeeOutcome.PAYABLE},
    "offene-fragen": {FeeOutcome.PAYABLE},
}


@pytest.mark.parametrize(("name", "outcomes"), FEES.items(), ids=FEES.keys())
def test_what_the_decision_costs(sheet, name, outcomes):
    first = sheet(name, "checklist").fees[0]
    assert {each.outcome for each in first.lines} == outcomes
    assert all(each.amount > 0 for each in first.lines)


def test_the_days_of_the_checklist(sheet):
    days = [(each.kind.value, each.day) for each in sheet("chancen-aufenthalt", "checklist").dates]
    assert days == [("other", date(2026, 12, 31)), ("safe_day", date(2026, 12, 30))]
    (only,) = sheet("sachsen-pflege", "checklist").dates
    assert (only.label, only.day) == ("§ 16b Abs. 1 AufenthG endet", date(2027, 1, 15))
