"""Which papers an application needs in this case, and what of them lies in the folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.papers import Paper
from desktop.deadlines.authorities import Authority
from desktop.rules import checklist
from desktop.rules.checklist import ChecklistItem

from . import assessment
from .reference import Reference


def needed(
    reference: Reference,
    case: CaseFile,
    title_id: str,
    decision: DecisionKind,
    authority: Authority,
    today: date,
) -> list[ChecklistItem]:
    """The papers for one title, decision and authority, in the order of the catalogue."""
    facts = assessment.facts_of(reference, case, today, title_id, decision)
    asked = {rule.code: rule.asked for rule in authority.papers if rule.asked is not None}
    return checklist.items(
        reference.pack, facts, title_id, decision, in_folder(reference, case, today), asked
    )


def proof_of(reference: Reference, paper: Paper, today: date) -> Proof:
    """What a paper proves on a day: nothing if it is out of date, or older than the catalogue lets it be."""
    document = reference.pack.documents.get(paper.code)
    return paper.proof_on(today, document.max_age_days if document is not None else None)


def in_folder(reference: Reference, case: CaseFile, today: date) -> Mapping[str, Proof]:
    """Document code to the best proof there is on the day."""
    best: dict[str, Proof] = {}
    for paper in case.papers:
        best[paper.code] = max(proof_of(reference, paper, today), best.get(paper.code, Proof.OUT_OF_DATE))
    return best
