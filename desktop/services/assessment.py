"""Evaluate a case: what each title comes to, what is still open; and answer an open question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from desktop.cases.answers import Answer, Judgement, Proof, Ternary, Unknown
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.rules.assess import assess as assess_titles
from desktop.rules.assess import assess_title
from desktop.rules.facts.view import CaseDay, CaseFacts
from desktop.rules.held import held_status
from desktop.rules.questions import Asked, OpenQuestion, StillTrue
from desktop.rules.questions import open_questions as rank
from desktop.rules.questions import still_true as rank_old
from desktop.rules.results import Assessment, TitleResult

from .reference import Reference

HOLDER_104C = "104c_holder"
CONTINUES_104C = "continues_104c"
"""Group of titles into which § 104c(2) s. 1 AufenthG lets the opportunity residence be extended."""


def assess(
    reference: Reference,
    case: CaseFile,
    on: date,
    *,
    title: str | None = None,
    decision: DecisionKind | None = None,
    applied_on: date | None = None,
) -> Assessment:
    """Every title of the pack (or only one) for the decision that is asked for, by the law of the day.

    A case that names a planned decision day is evaluated for `on` all the same: the caller chooses the day.
    `applied_on`: the planned day of filing where no application is recorded; the day evaluated if None.
    Raises Problem for a single title that the pack does not have or whose text of that day it lacks; among
    all titles such a one says so in its own result.
    """
    kinds = decision_kinds(reference, case, on)
    day = CaseDay(reference.pack, case, on)

    def facts(title_id: str, kind: DecisionKind) -> CaseFacts:
        return day.facts(title_id, kind, applied_on)

    if title is None:
        return assess_titles(reference.pack, facts, on, kinds)
    kind = reference.norm(title).decision(decision or kinds[title])
    result = assess_title(reference.pack, title, facts(title, kind), on, kind)
    status = held_status(reference.pack, facts(title, kind), on)
    return Assessment(on, reference.pack.law_checked_on, reference.pack.id, (result,), status)


def decision_kinds(reference: Reference, case: CaseFile, on: date) -> dict[str, DecisionKind]:
    """What is asked for, per title: as requested, else an extension of what is held, else a grant."""
    kinds = case.decision_kinds(reference.pack.norm_ids, on)
    if kinds.get(HOLDER_104C) is DecisionKind.EXTENSION:
        requested = {request.title_id for request in case.requests}
        for code in reference.pack.terms.group(CONTINUES_104C):
            title = code.removeprefix("title:")
            if title in kinds and title not in requested:
                kinds[title] = DecisionKind.EXTENSION
    return kinds


def facts_of(reference: Reference, case: CaseFile, on: date, title: str, decision: DecisionKind) -> CaseFacts:
    """The facts of a case for one decision, for tables that ask the same conditions (papers, fees)."""
    return CaseDay(reference.pack, case, on).facts(title, reference.pack.norm(title).decision(decision))


def in_view(case: CaseFile, found: Assessment, title: str | None = None) -> TitleResult:
    """The title named, else the one requested first, else the best of those that are examined.

    Raises NotCovered if the pack has no text of that day, of the title named or of any.
    """
    requested = next((request.title_id for request in case.requests), "")
    examined = {result.norm.id: result for result in found.titles if result.norm.examined}
    results = {name: result for name, result in examined.items() if result.not_covered is None}
    lacking = examined.get(title or "") if results else next(iter(examined.values()), None)
    if lacking is not None and lacking.not_covered is not None:
        raise lacking.not_covered
    return results.get(title or requested) or max(results.values(), key=_standing)


def _standing(result: TitleResult) -> tuple[int, int]:
    """Of several that stand alike the one whose own way in is met furthest."""
    own = result.winner.own.rank if result.winner is not None else 0
    return (result.verdict.rank if result.verdict is not None else 0), own


def open_questions(reference: Reference, assessment: Assessment, case: CaseFile) -> list[OpenQuestion]:
    """What to ask next, the best question first; what was asked in vain last."""
    return rank(assessment.titles, reference.pack, {name: _asked(each) for name, each in case.facts.items()})


def still_true(reference: Reference, assessment: Assessment, case: CaseFile, today: date) -> list[StillTrue]:
    """The answers and judgements that are older than the pack's limit today and that a title rests on."""
    days = {name: each.on for name, each in case.facts.items() if each.known and each.on is not None}
    days |= {name: each.on for name, each in case.judgements.items() if each.counts and each.on is not None}
    return rank_old(assessment.titles, reference.pack, days, today)


def confirmed(case: CaseFile, input_id: str, *, by: str, on: date) -> CaseFile:
    """The case with an answer or a judgement that is still true: the same, with a new author and day.

    What proves it stays as it is. Raises KeyError if there is neither.
    """
    if input_id in case.judgements:
        return case.with_judgement(input_id, replace(case.judgements[input_id], by=by, on=on))
    return case.with_fact(input_id, replace(case.facts[input_id], by=by, on=on))


def _asked(answer: Answer) -> Asked:
    return _ASKED[answer.value] if isinstance(answer.value, Unknown) else Asked.TOO_LITTLE


_ASKED = {
    Unknown.NOT_ASKED: Asked.NEVER,
    Unknown.CLIENT_DOES_NOT_KNOW: Asked.NOT_KNOWN,
    Unknown.WILL_NOT_SAY: Asked.WILL_NOT_SAY,
}


def answered(
    case: CaseFile,
    input_id: str,
    value: Any,
    *,
    by: str,
    on: date,
    proof: Proof = Proof.CLAIMED,
    paper: str | None = None,
) -> CaseFile:
    """The case with one answer more; `value` is of the fact's type or an `Unknown`."""
    return case.with_fact(input_id, Answer(value, by=by, on=on, proof=proof, paper=paper))


def judged(case: CaseFile, judgement_id: str, value: Ternary, *, by: str, on: date, reason: str) -> CaseFile:
    """The case with a judgement set by a person, or taken back with `Ternary.UNKNOWN`."""
    if value is Ternary.UNKNOWN:
        kept = {name: each for name, each in case.judgements.items() if name != judgement_id}
        return replace(case, judgements=MappingProxyType(kept))
    return case.with_judgement(judgement_id, Judgement(value, by=by, on=on, reason=reason))
