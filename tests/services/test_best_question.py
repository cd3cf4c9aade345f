"""The best next question leads to the verdict in far fewer questions than the order of the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest

from desktop.cases.answers import Answer, Judgement, Ternary, Unknown
from desktop.cases.casefile import CaseFile
from desktop.rules.questions import OpenQuestion
from desktop.services import assessment
from desktop.services.reference import Reference

from .conftest import TODAY

KNOWN = ("status_periods", "birth_date", "entry_date", "land", "nationalities")
"""What a first appointment begins with: the papers, and who the person is."""
WANTED = {
    "muenchen-abschiebungsverbot": "25_3",
    "chancen-aufenthalt": "25b_1",
    "bayern-familie": "25_2_1",
    "sachsen-pflege": "25_4_1",
    "hessen-haertefall": "25_4_2",
}


@pytest.mark.parametrize("name", WANTED)
def test_questions_until_the_verdict_stands(
    law: Reference, samples: Mapping[str, CaseFile], name: str
) -> None:
    best = _asked(law, samples[name], WANTED[name], ranked=True)
    fixed = _asked(law, samples[name], WANTED[name], ranked=False)
    assert best < fixed * 2 / 3, f"{best} of {fixed}"


def _asked(law: Reference, full: CaseFile, title: str, *, ranked: bool) -> int:
    """How many questions until the title stands as with everything answered."""
    wanted = assessment.assess(law, full, TODAY).title(title).verdict
    facts = {name: answer for name, answer in full.facts.items() if name in KNOWN}
    case = replace(full, facts=MappingProxyType(facts), judgements=MappingProxyType({}))
    order = {fact.id: place for place, fact in enumerate(law.pack.vocabulary)}
    for asked in range(200):
        found = assessment.assess(law, case, TODAY)
        told = {*case.facts, *case.judgements}  # nobody is asked twice, whatever the answer
        ranking = assessment.open_questions(law, found, case)
        questions = [each for each in ranking if each.input_id not in told]
        if found.title(title).verdict is wanted or not questions:
            return asked
        chosen = questions[0] if ranked else min(questions, key=lambda each: order[each.input_id])
        case = _answered(case, full, chosen)
    raise AssertionError("the questions do not end")


def _answered(case: CaseFile, full: CaseFile, question: OpenQuestion) -> CaseFile:
    """As the sample answers it, else as a client who does not know."""
    name = question.input_id
    if question.kind.value == "judgement":
        no = Judgement(Ternary.NO, by="mk", on=TODAY, reason="kein Hinweis bekannt")
        return case.with_judgement(name, full.judgements.get(name, no))
    unknown = Answer(Unknown.CLIENT_DOES_NOT_KNOW, by="mk", on=TODAY)
    return case.with_fact(name, full.facts.get(name, unknown))
