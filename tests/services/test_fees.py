"""What a title costs a person: the age on the right day, and no promise where nothing is known."""

from __future__ import annotations

from datetime import date

import pytest

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate
from desktop.rules.fees import FeeOutcome
from desktop.services import fees
from desktop.texts import Texts

from .conftest import TODAY


def of(law, case, title: str = "25_3", on: date = TODAY, applied_on: date | None = None) -> fees.CaseFees:
    return fees.of_case(law, case, on, title=title, applied_on=applied_on)


def amount(found: fees.CaseFees, fee: str) -> str:
    (title,) = found.titles
    lines = [line for group in title.sheet.groups for line in group.lines if line.fee.id == fee]
    (found_amount,) = {str(line.amount) for line in lines}
    return found_amount


def born(case: CaseFile, day: str) -> CaseFile:
    return case.with_fact("birth_date", Answer(PartialDate.parse(day)))


@pytest.mark.parametrize(
    ("birth", "minor", "issue"),
    [("2008-11-25", True, "50"), ("2008-11-24", False, "100"), ("2008-11-23", False, "100")],
)
def test_who_is_under_18_on_the_day_pays_half(law, samples, birth, minor, issue):
    """The 18th birthday itself is the first day of age (§ 187(2) s. 2 BGB); today is 24 November 2026."""
    found = of(law, born(samples["muenchen-abschiebungsverbot"], birth))
    assert (found.minor, amount(found, "ae_issue")) == (minor, issue)


def test_the_day_of_filing_decides_about_half_the_fee(law, samples):
    case = born(samples["muenchen-abschiebungsverbot"], "2008-12-24")
    later = date(2027, 1, 10)
    assert of(law, case, on=later, applied_on=TODAY).minor is True
    assert of(law, case, on=later).minor is False


@pytest.mark.parametrize(
    ("birth", "costs"), [("2002-11-25", "38"), ("2002-11-24", "70"), ("2002-11-23", "70")]
)
def test_the_24th_birthday_ends_the_lower_rate_of_the_travel_document(law, samples, birth, costs):
    assert amount(of(law, born(samples["bayern-familie"], birth), "25_2_1"), "td_refugee") == costs


def test_an_unknown_date_of_birth_gives_the_amounts_for_adults_and_says_so(law):
    found = of(law, CaseFile(Client("Niemand")))
    assert (found.minor, found.age, amount(found, "ae_issue")) == (None, None, "100")
    text = fees.as_text(law, found, Texts("de", resources.path("i18n")))
    assert "Das Geburtsdatum ist nicht bekannt" in text
    (title,) = found.titles
    lines = [line for group in title.sheet.groups for line in group.lines if line.fee.id == "ae_issue"]
    assert {(line.outcome, line.open) for line in lines} == {(FeeOutcome.PAYABLE, True)}


def test_without_a_title_every_one_that_comes_into_question(law, samples):
    found = fees.of_case(law, samples["bayern-familie"], TODAY)
    assert "25_2_1" in {title.norm.id for title in found.titles}
    closed = fees.of_case(law, samples["derzeit-nicht-moeglich"], TODAY)
    assert "25_2_1" not in {title.norm.id for title in closed.titles}


@pytest.mark.parametrize(
    ("birth", "told"),
    [("1989", False), ("1995-11", False), ("2002-11", True), ("2002-11-24", False), ("2002-11-25", True)],
)
def test_a_year_of_birth_is_enough_to_leave_out_what_is_about_the_young(law, samples, birth, told):
    """Whoever may still be 23 reads it: the rate ends with the 24th birthday, § 48 Abs. 1 Nr. 1b AufenthV."""
    (title,) = of(law, born(samples["muenchen-abschiebungsverbot"], birth)).titles
    lines = [line for group in title.sheet.groups for line in group.lines if line.fee.id == "td_foreigner"]
    assert [line.note is not None for line in lines] == [told]
