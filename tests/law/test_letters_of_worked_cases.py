"""The letter of every worked case that comes to something, read as the authority reads it.

A case gives the facts; who writes, to whom and with which papers comes from an invented client whose folder
holds everything.
"""

from __future__ import annotations

from datetime import date

import pytest

from desktop.cases.answers import Proof
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.documents.letter_texts import letter_text
from desktop.documents.sheets import LetterSheet
from desktop.rules import checklist
from desktop.rules.verdict import Verdict
from desktop.services.printing import texts_of
from desktop.services.reference import Reference, load_reference
from desktop.services.sheets.ground import Ground
from desktop.services.sheets.letter_grounds import statutory_order
from desktop.services.sheets.letters import letter_sheet

from .worked_cases import PACK, WorkedCase, worked_cases

GERMAN = texts_of("de")
NOBODY = CaseFile(Client("Nadia Testmann", address=("Übungsplatz 9", "07743 Jena"), file_number="B-1"))
LAST = {each.file: each for each in worked_cases()}


@pytest.fixture(scope="module")
def law() -> Reference:
    return load_reference()


def letter_of(law: Reference, case: WorkedCase, norm_id: str) -> LetterSheet:
    """The letter for one title of a worked case, with every paper in the folder."""
    norm = PACK.norm(norm_id)
    kind = norm.decision(case.decision_kind)
    ground = Ground(
        law, NOBODY, norm_id, kind, law.authority("core:jena"), case.on, GERMAN, "", approved=True
    )
    facts = case.facts(norm_id)
    papers = dict.fromkeys(PACK.documents, Proof.ORIGINAL)
    ground.__dict__.update(
        facts=facts,
        result=case.result(norm_id),
        items=checklist.items(PACK, facts, norm_id, kind, papers),
    )
    return letter_sheet(ground, {})


def promising() -> list[tuple[WorkedCase, str]]:
    """The cases in which a title can be granted and is applied for; one of every title and verdict."""
    found: dict[tuple[str, Verdict], tuple[WorkedCase, str]] = {}
    for case in worked_cases():
        for norm_id, expected in case.raw["expect"].items():
            norm = PACK.norm(norm_id)
            if expected in ("none", "not_covered") or not norm.examined or not norm.applied_for:
                continue
            verdict = Verdict(expected)
            if verdict >= Verdict.DISCRETION_OPEN and case.on >= date(2026, 1, 1):
                found.setdefault((norm_id, verdict), (case, norm_id))
    return list(found.values())


PROMISING = promising()


def test_there_are_many_titles_to_read() -> None:
    assert len({norm_id for _, norm_id in PROMISING}) >= 20


@pytest.mark.parametrize(
    ("case", "norm_id"), PROMISING, ids=[f"{norm_id}-{case.name}" for case, norm_id in PROMISING]
)
def test_a_letter_asks_first_cites_right_and_names_what_it_encloses(
    law: Reference, case: WorkedCase, norm_id: str
) -> None:
    made = letter_of(law, case, norm_id)
    norm = PACK.norm(norm_id)
    assert made.cite == norm.cite
    assert "{cite}" in letter_text(made.kind, "de").body[0].text
    assert made.grounds
    own = [
        each.cite for each in made.grounds if statutory_order(each.cite)[:2] == statutory_order(norm.cite)[:2]
    ]
    assert own == sorted(own, key=statutory_order)
    said = [each.text for each in made.grounds]
    assert len(said) == len(set(said))
    for ground in made.grounds:
        assert all(1 <= number <= len(made.enclosures) for number in ground.enclosures)
        assert ground.cite
        assert "Verwaltungspraxis" not in ground.cite
        assert "{" not in ground.text
    assert not made.to_follow  # everything is there
