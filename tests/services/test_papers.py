"""What an application needs, what it does, and which title is looked at."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.cases.papers import Paper
from desktop.cases.periods import PartialDate
from desktop.deadlines.effects import F81_4, NONE
from desktop.rules.checklist import Need
from desktop.services import assessment, filing, papers

from .conftest import TODAY


def test_the_best_of_several_papers_counts(law, samples):
    case = replace(
        samples["offene-fragen"],
        papers=(
            Paper("p1", "passport", Proof.COPY),
            Paper("p2", "passport", Proof.ORIGINAL, valid_until=date(2020, 1, 1)),
            Paper("p3", "health_insurance", Proof.SEEN),
        ),
    )
    assert papers.in_folder(law, case, TODAY) == {"passport": Proof.COPY, "health_insurance": Proof.SEEN}


def test_a_paper_that_has_grown_too_old_is_asked_for_anew(law, samples):
    old = law.pack.documents["income_slips"].max_age_days
    assert old is not None

    def proof(paper, day=TODAY):
        return papers.in_folder(law, replace(samples["offene-fragen"], papers=(paper,)), day)[paper.code]

    slips = Paper("p1", "income_slips", Proof.COPY, seen_on=TODAY - timedelta(days=old))
    assert proof(slips) is Proof.COPY
    assert proof(slips, TODAY + timedelta(days=1)) is Proof.OUT_OF_DATE
    issued = replace(slips, issued_on=TODAY - timedelta(days=old + 1))
    assert proof(issued) is Proof.OUT_OF_DATE
    assert proof(replace(issued, valid_until=TODAY)) is Proof.COPY  # the paper itself says until when
    assert proof(replace(slips, seen_on=None), date(2040, 1, 1)) is Proof.COPY  # how old is not known
    assert proof(replace(issued, code="lease")) is Proof.COPY


def test_what_only_one_authority_asks_for_is_on_its_list_only(law, samples):
    case = samples["muenchen-abschiebungsverbot"]

    def here(authority):
        found = papers.needed(law, case, "25_3", DecisionKind.GRANT, law.authority(authority), TODAY)
        return {each.document.code for each in found if each.need is Need.ASKED_HERE}

    assert here("core:muenchen")
    assert not here(None)


@pytest.mark.parametrize(("day", "effect"), [(date(2026, 12, 31), F81_4), (date(2027, 1, 1), NONE)])
def test_filing_in_time_continues_the_title(samples, day, effect):
    found = filing.effect(samples["chancen-aufenthalt"], "25b_1", PartialDate.exactly(day))
    assert found.id == effect


def test_the_title_in_view_is_the_one_named_then_the_one_asked_for_then_the_best(law, samples):
    case = samples["muenchen-abschiebungsverbot"]
    found = assessment.assess(law, case, TODAY)
    assert assessment.in_view(case, found, "25b_1").norm.id == "25b_1"
    assert assessment.in_view(case, found).norm.id == case.requests[0].title_id
    unasked = replace(case, requests=())
    assert assessment.in_view(unasked, found).verdict is max(
        each.verdict for each in found.titles if each.verdict is not None
    )
