"""What to apply for next: the title and the occasion a letter of this case would be about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.deadlines.duedates import DueDate
from desktop.rules.results import Assessment
from desktop.rules.verdict import Verdict
from desktop.texts import Language, mark

from . import assessment, deadlines, printing
from .due import TITLES
from .print_choice import PrintChoice
from .reference import UNKNOWN_AUTHORITY, Reference


def choice_for(
    reference: Reference, case: CaseFile, today: date, language: Language = "de"
) -> tuple[PrintChoice, str]:
    """What to apply for before the title that ends first does, and why to look at that (source text).

    What the client wants, else the title itself, if it can be extended; else what stands best. Raises Problem
    if the pack has no text of the day.
    """
    found = assessment.assess(reference, case, today)
    return choice_in(reference, case, found, deadlines.of(reference, case, today), language)


def choice_in(
    reference: Reference,
    case: CaseFile,
    found: Assessment,
    dates: Sequence[DueDate],
    language: Language = "de",
) -> tuple[PrintChoice, str]:
    """As `choice_for`, of a case that is assessed and whose dates are known."""
    ends = [due for due in dates if due.kind in TITLES and not due.settled]
    ending = min(ends, key=lambda due: due.day, default=None)
    wanted = _extended(found, ending) if ending is not None and not case.requests else None
    choice = printing.defaults(reference, case, found, kind="letter", language=language, title=wanted)
    verdict = next(each.verdict for each in found.titles if each.norm.id == choice.title_id)
    return choice, _look(choice, verdict, nothing_ends=ending is None)


def _extended(found: Assessment, ending: DueDate) -> str | None:
    """The title that ends, if an extension of it can be asked for and is not out of the question."""
    for each in found.titles:
        if each.norm.id == ending.title_id and each.norm.examined and each.norm.applied_for:
            extension = each.decision_kind is DecisionKind.EXTENSION
            return each.norm.id if extension and each.verdict is not Verdict.NOT_AVAILABLE else None
    return None


def _look(choice: PrintChoice, verdict: Verdict | None, *, nothing_ends: bool) -> str:
    if verdict is Verdict.NOT_AVAILABLE:  # the gravest first: only one is told
        return mark("By what is recorded this title is not available: see the reasons first.")
    if nothing_ends:
        return mark("No title ends for which nothing was filed yet: see whether the letter fits.")
    if verdict is Verdict.FACTS_MISSING:
        return mark("Facts are missing for this title: answer the open questions first.")
    if choice.authority_id == UNKNOWN_AUTHORITY:
        return mark("The authority is not recorded, so the letter has no address.")
    return ""
