"""An assessment as data and as text.

`as_data` is a promise to other programs; keys are added, never renamed. Per title:

    id, cite, decision_kind      which decision was evaluated
    verdict                      not_available .. entitlement_indicated; null for a title only held
    effect                       entitled | should | may | order: the legal nature of the route that decided
    route, cap, limited_by       its id, the best verdict it can carry, "cap" if that limited the verdict
    without_bar                  the verdict once the removable bars have ended, or null
    proof                        the weakest proof among the reasons, or null
    reasons                      the conditions that decided: id, cite, fact, class, value, proof, text
    open, judgements             input ids and judgement ids whose answer can still change the verdict
    warnings                     id, cite, text, severity, open (not settled whether it applies)
    consequences                 id, topic, cite, text, layer (law | practice), open
    sources                      what pages of authorities say: id, page, topic, verdict, says, law, cite
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop.rules.assess import Assessment, TitleResult
from desktop.rules.conditions import Finding, Leaf
from desktop.rules.scheme import EFFECT_WORDS
from desktop.rules.standing import Standing, standing_of
from desktop.texts import Texts, mark

from .assessment import open_questions
from .reference import Reference
from .words.findings import STANDING_SIGNS, FindingWords


def as_data(reference: Reference, assessment: Assessment, texts: Texts) -> dict[str, Any]:
    """The assessment as plain data; texts are in the language of `texts`."""
    words = FindingWords(reference.pack, texts)
    return {
        "on": assessment.on.isoformat(),
        "law_checked_on": assessment.law_checked_on.isoformat(),
        "pack": assessment.pack_id,
        "titles": [_title(result, words) for result in assessment.titles],
    }


def _title(result: TitleResult, words: FindingWords) -> dict[str, Any]:
    texts = words.texts
    winner = result.winner
    return {
        "id": result.norm.id,
        "cite": result.norm.cite,
        "decision_kind": result.decision_kind.value,
        "verdict": result.verdict.value if result.verdict else None,
        "effect": result.effect.value if result.effect else None,
        "route": winner.route.id if winner else None,
        "cap": result.cap.value if result.cap else None,
        "limited_by": result.limited_by,
        "without_bar": result.without_bar.value if result.without_bar else None,
        "proof": result.proof.value if result.proof else None,
        "reasons": [_reason(reason, words) for reason in result.reasons()],
        "open": list(result.open_inputs),
        "judgements": list(result.open_judgements),
        "warnings": [
            {
                "id": shown.row.id,
                "cite": shown.row.cite,
                "text": texts.pick(shown.row.text),
                "severity": shown.row.severity.value,
                "open": shown.open,
            }
            for shown in result.warnings
        ],
        "consequences": [
            {
                "id": shown.row.id,
                "topic": shown.row.topic.value,
                "cite": shown.row.cite,
                "text": texts.pick(shown.row.text),
                "layer": shown.row.layer,
                "open": shown.open,
            }
            for shown in result.consequences
        ],
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


def as_text(reference: Reference, assessment: Assessment, texts: Texts) -> str:
    """The assessment for a person at a terminal: verdicts best first, each with what decided it."""
    return "\n".join(_lines(reference, assessment, texts))


def _lines(reference: Reference, assessment: Assessment, texts: Texts) -> Iterator[str]:
    words = FindingWords(reference.pack, texts)
    yield texts(
        mark("Evaluated for {day}; law as of {law}."),
        day=texts.day(assessment.on),
        law=texts.day(assessment.law_checked_on),
    )
    for result in assessment.titles:
        if result.verdict is None:
            continue
        yield ""
        yield f"{words.verdict(result.verdict).upper()}  {words.title(result)}"
        yield f"    {words.sentence(result)}"
        yield from _reasons(result, words)
        if result.without_bar is not None:
            yield "    " + texts(
                mark("Without the bar: {verdict}. {how}"),
                verdict=words.verdict(result.without_bar),
                how=" ".join(texts.pick(how) for how in result.bar_ends),
            )
        for warning in result.warnings:
            yield f"    ! {texts.pick(warning.row.text)} [{warning.row.cite}]"
    questions = open_questions(reference, assessment)
    if questions:
        yield ""
        yield texts(mark("To be asked next:"))
    for question in questions[:5]:
        fact = reference.pack.vocabulary[question.input_id]
        asked = texts.pick(fact.question or fact.label)
        about = texts.plural(mark("{count} title"), mark("{count} titles"), len(question.titles))
        yield f"    {asked} ({about})"


def _reasons(result: TitleResult, words: FindingWords) -> Iterator[str]:
    texts = words.texts
    if result.limited_by and result.effect is not None:
        yield f"    {texts(mark('Limited by its nature'))}: {texts(EFFECT_WORDS[result.effect])}"
    if result.finding is None:
        return
    for leaf in result.finding.leaves():
        standing = standing_of(leaf)
        if standing is Standing.NOT_REQUIRED:
            continue
        node = leaf.node
        known = words.value(node.fact, leaf.value) if isinstance(node, Leaf) else ""
        tail = f": {known}" if known and known not in (texts("yes"), texts("no")) else ""
        yield f"      {STANDING_SIGNS[standing]} {words.label(leaf)}{tail} [{getattr(node, 'cite', '')}]"
