"""Which papers an application needs in this case, and what of them lies in the folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
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
    return checklist.items(reference.pack, facts, title_id, decision, in_folder(case, today), asked)


def in_folder(case: CaseFile, today: date) -> Mapping[str, Proof]:
    """Document code to the best proof there is on the day."""
    best: dict[str, Proof] = {}
    for paper in case.papers:
        best[paper.code] = max(paper.proof_on(today), best.get(paper.code, Proof.OUT_OF_DATE))
    return best
