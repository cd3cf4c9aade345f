"""An assessment as data. A promise to other programs: keys are added, never renamed.

    on, law_checked_on, pack     the day, the day until which the law was checked, the rule pack
    today, applied_on            today, and the planned day of filing or null; `on` is the day of the decision
    titles                       best verdict first, then in the order of the pack
    questions                    what to ask next, the best first: input, kind (input | judgement), titles,
                                 decides, effort, asked (never, too_little, not_known, will_not_say), text
    still_true                   answers older than the pack's limit, on which a title rests: input, kind,
                                 since, limit_months, titles, text
    household                    added by the command line, see `householdlist`: file, relation (both null for
                                 the client), holds (status code or null), derived (id and verdict)
    status                       what is held today without a title: codes, open (not known for certain), and
                                 warnings and consequences like those of a title

Per title:

    id, cite, decision_kind      which decision was evaluated
    verdict                      not_available .. entitlement_indicated; null for a title only held, and for
                                 one that is not covered
    not_covered                  why the pack says nothing of the title on that day, in words; else null
    effect                       entitled | should | may | order: the legal nature of the route that decided
    route, cap, limited_by       its id, the best verdict it can carry, "cap" if that limited the verdict
    without_bar                  the verdict once the removable bars have ended, or null
    proof                        the weakest proof among the reasons, or null
    sentence                     verdict, legal nature, the reason that decides, the day of the law
    assumptions                  what the result rests on, in sentences
    conditions                   every condition that matters, bars included: id, cite, class, text, value,
                                 standing, proof (claimed, seen, copy, original, out_of_date, or null),
                                 proven (met and not only claimed), decides, one_of (heading of the choice, or
                                 null), exception (true: of an exception that may still help)
    waivers                      what the authority or a person may disregard, in sentences
    reasons                      the conditions that decided: id, cite, fact, class, value (in words), proof,
                                 text, standing (met, not_met, open, not_judged, disputed, not_required)
    open, judgements             input ids and judgement ids whose answer can still change the verdict
    warnings                     id, cite, text, severity, open (not settled whether it applies)
    consequences                 id, topic, cite, text, layer (law | practice), open
    sources                      what pages of authorities say: id, page, topic, verdict, says, law, cite
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop.cases.casefile import CaseFile
from desktop.rules.conditions import Finding, Leaf
from desktop.rules.consequences import ShownConsequence, ShownWarning
from desktop.rules.results import Assessment, TitleResult
from desktop.rules.standing import Standing, standing_of
from desktop.texts import Texts

from .assessment import open_questions, still_true
from .explanation import UNPROVEN, ConditionLine, Days, Explanation, explain
from .reference import Reference
from .words.findings import FindingWords
from .words.questions import QuestionWords


def as_data(
    reference: Reference,
    case: CaseFile,
    assessment: Assessment,
    texts: Texts,
    *,
    today: date,
    applied_on: date | None = None,
) -> dict[str, Any]:
    """The assessment as plain data; texts are in the language of `texts`."""
    words, asking = FindingWords(reference.pack, texts), QuestionWords(reference.pack, texts)
    return {
        "on": assessment.on.isoformat(),
        "today": today.isoformat(),
        "applied_on": applied_on.isoformat() if applied_on is not None else None,
        "law_checked_on": assessment.law_checked_on.isoformat(),
        "pack": assessment.pack_id,
        "titles": [
            _title(result, words, explain(reference, result, texts, Days(assessment.on, today, applied_on)))
            for result in assessment.titles
        ],
        "questions": [
            {
                "input": each.input_id,
                "kind": each.kind.value,
                "titles": list(each.titles),
                "decides": list(each.decides),
                "effort": each.effort,
                "asked": each.asked.value,
                "text": asking.question(each),
            }
            for each in open_questions(reference, assessment, case)
        ],
        "still_true": [
            {
                "input": each.input_id,
                "kind": each.kind.value,
                "since": each.since.isoformat(),
                "limit_months": each.limit,
                "titles": list(each.titles),
                "text": asking.still_true(each),
            }
            for each in still_true(reference, assessment, case, today)
        ],
        "status": {
            "codes": list(assessment.status.codes),
            "open": assessment.status.open,
            "warnings": _warnings(assessment.status.warnings, texts),
            "consequences": _consequences(assessment.status.consequences, texts),
        },
    }


def _title(result: TitleResult, words: FindingWords, page: Explanation) -> dict[str, Any]:
    texts = words.texts
    winner = result.winner
    return {
        "id": result.norm.id,
        "cite": result.norm.cite,
        "decision_kind": result.decision_kind.value,
        "verdict": result.verdict.value if result.verdict else None,
        "not_covered": texts.problem(result.not_covered) if result.not_covered is not None else None,
        "effect": result.effect.value if result.effect else None,
        "route": winner.route.id if winner else None,
        "cap": result.cap.value if result.cap else None,
        "limited_by": result.limited_by,
        "without_bar": result.without_bar.value if result.without_bar else None,
        "proof": result.proof.value if result.proof else None,
        "sentence": page.sentence,
        "assumptions": list(page.assumptions) if result.finding is not None else [],
        "conditions": _conditions(page),
        "waivers": list(page.waivers),
        "reasons": [_reason(reason, words) for reason in result.reasons()],
        "open": list(result.open_inputs),
        "judgements": list(result.open_judgements),
        "warnings": _warnings(result.warnings, texts),
        "consequences": _consequences(result.consequences, texts),
        "sources": [
            {
                "id": each.claim.id,
                "page": each.page.id,
                "topic": each.claim.topic,
                "verdict": each.claim.verdict,
                "says": texts.pick(each.claim.claim),
                "law": texts.pick(each.claim.law),
                "cite": each.claim.cite,
            }
            for each in result.sources
        ],
    }


def _warnings(warnings: Iterable[ShownWarning], texts: Texts) -> list[dict[str, Any]]:
    return [
        {
            "id": shown.row.id,
            "cite": shown.row.cite,
            "text": texts.pick(shown.row.text),
            "severity": shown.row.severity.value,
            "open": shown.open,
        }
        for shown in warnings
    ]


def _consequences(consequences: Iterable[ShownConsequence], texts: Texts) -> list[dict[str, Any]]:
    return [
        {
            "id": shown.row.id,
            "topic": shown.row.topic.value,
            "cite": shown.row.cite,
            "text": texts.pick(shown.row.text),
            "layer": shown.row.layer,
            "open": shown.open,
        }
        for shown in consequences
    ]


def _conditions(page: Explanation) -> list[dict[str, Any]]:
    found = [
        _condition(line, group.heading if group.one_of else None)
        for group in page.groups
        for line in group.lines
    ]
    found += [_condition(line, None) for line in page.bars]
    return found + [_condition(line, None, exception=True) for line in page.exceptions]


def _condition(line: ConditionLine, one_of: str | None, *, exception: bool = False) -> dict[str, Any]:
    return {
        "id": line.id,
        "cite": line.cite,
        "class": line.cls.value if line.cls is not None else "",
        "text": line.text,
        "value": line.value,
        "standing": line.standing.value,
        "proof": line.proof.value if line.proof is not None else None,
        "proven": line.standing is Standing.MET and line.proof not in UNPROVEN,
        "decides": line.decides,
        "one_of": one_of,
        "exception": exception,
    }


def _reason(reason: Finding, words: FindingWords) -> dict[str, Any]:
    node = reason.node
    leaf = node if isinstance(node, Leaf) else None
    proof = reason.value.proof if reason.value is not None else None
    return {
        "id": leaf.id if leaf else "",
        "cite": getattr(node, "cite", ""),
        "fact": leaf.fact if leaf else "",
        "class": leaf.cls.value if leaf else "",
        "standing": standing_of(reason).value,
        "value": words.value(leaf.fact, reason.value) if leaf else "",
        "proof": proof.value if proof else None,
        "text": words.label(reason),
    }
