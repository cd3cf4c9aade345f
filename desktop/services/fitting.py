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
from .due import CERTIFICATES, TITLES
from .print_choice import PrintChoice
from .reference import UNKNOWN_AUTHORITY, Reference


def choice_for_paper(
    reference: Reference, case: CaseFile, today: date, language: Language = "de"
) -> tuple[PrintChoice, str]:
    """What to print before another paper than a title ends (Duldung, visa ...), and why to look at that.

    A certificate of fiction is asked for anew. No letter of this program extends another such paper: it asks
    for the title the client wants, else for the one that stands best. Raises Problem as `choice_for`.
    """
    found = assessment.assess(reference, case, today)
    choice = printing.defaults(reference, case, found, kind="letter", language=language)
    verdict = next(each.verdict for each in found.titles if each.norm.id == choice.title_id)
    ends = [
        due for due in deadlines.of(reference, case, today) if due.kind in CERTIFICATES and not due.settled
    ]
    kind = min(ends, key=lambda due: due.day).kind if ends else ""
    if kind == "fiction_cert":
        unknown = choice.authority_id == UNKNOWN_AUTHORITY
        return choice.but(kind="fiction"), _NO_ADDRESS if unknown else ""
    nobody_asked = mark("Nobody has asked for this title: see whether the client wants it.")
    last = "" if case.requests else nobody_asked
    return choice, _OF_PAPERS.get(kind, "") or _look(choice, verdict, last=last)


_NO_ADDRESS = mark("The authority is not recorded, so the letter has no address.")
_OF_PAPERS = {
    "gueb_cert": mark("A border crossing certificate ends: a lawyer looks first, before anything goes out."),
    "gestattung_cert": mark(
        "The asylum procedure is not over: see whether a title can be asked for now (§\N{NO-BREAK SPACE}10"
        " AufenthG)."
    ),
}
"""Papers with which a letter for a title may be wrong or late, whatever is recorded."""


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
    nothing_ends = mark("No title ends for which nothing was filed yet: see whether the letter fits.")
    return choice, _look(choice, verdict, doubt="" if ending is not None else nothing_ends)


def _extended(found: Assessment, ending: DueDate) -> str | None:
    """The title that ends, if an extension of it can be asked for and is not out of the question."""
    for each in found.titles:
        if each.norm.id == ending.title_id and each.norm.examined and each.norm.applied_for:
            extension = each.decision_kind is DecisionKind.EXTENSION
            return each.norm.id if extension and each.verdict is not Verdict.NOT_AVAILABLE else None
    return None


def _look(choice: PrintChoice, verdict: Verdict | None, doubt: str = "", last: str = "") -> str:
    """Only the gravest is told: `doubt` after what is not available, `last` where all else is well."""
    if verdict is Verdict.NOT_AVAILABLE:
        return mark("By what is recorded this title is not available: see the reasons first.")
    if doubt:
        return doubt
    if verdict is Verdict.FACTS_MISSING:
        return mark("Facts are missing for this title: answer the open questions first.")
    if choice.authority_id == UNKNOWN_AUTHORITY:
        return _NO_ADDRESS
    return last
