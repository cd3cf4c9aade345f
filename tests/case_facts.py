"""The facts of one case for one decision, as most tests of the rules want them."""

from __future__ import annotations

from datetime import date

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.rules.facts.view import CaseDay, CaseFacts
from desktop.rules.packs import Pack


def case_facts(
    pack: Pack,
    case: CaseFile,
    on: date,
    title_id: str,
    decision_kind: DecisionKind,
    applied_on: date | None = None,
) -> CaseFacts:
    """For several titles use one `CaseDay`."""
    return CaseDay(pack, case, on).facts(title_id, decision_kind, applied_on)
