"""Writing the portable case document; `document` reads it and tells what it looks like."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .agenda import Entry, Rest
from .answers import Answer, Judgement, Proof, Unknown
from .applications import Request
from .casefile import CaseFile
from .declarations import DeclarationShape
from .document import FORMAT, MAGIC, UNKNOWN_WORDS
from .letters import DecisionLetter
from .papers import Paper
from .people import Client
from .recordshapes import Record
from .shapes import Shape


def plain(case: CaseFile, shapes: Mapping[str, Shape]) -> dict[str, Any]:
    """Plain data that `read` gives back as an equal case; only what is known is written."""
    sections = {
        "facts": {name: _plain_answer(answer, shapes[name]) for name, answer in case.facts.items()},
        "judgements": {name: _plain_judgement(each) for name, each in case.judgements.items()},
        "waivers": {
            leaf: {"by": each.by, "on": each.on.isoformat(), "reason": each.reason}
            for leaf, each in case.waivers.items()
        },
        "papers": [Record(Paper).write(paper) for paper in case.papers],
        "requests": [_plain_request(request) for request in case.requests],
        "household": [{"relation": link.relation, "file": link.case} for link in case.household],
        "letters": [Record(DecisionLetter).write(letter) for letter in case.letters],
        "entries": [Record(Entry).write(entry) for entry in case.entries],
        "rest": {} if case.rest is None else Record(Rest).write(case.rest),
        "declarations": [DeclarationShape().write(each) for each in case.declarations],
    }
    head = {MAGIC: FORMAT, "client": Record(Client).write(case.client)}
    return head | {name: section for name, section in sections.items() if section}


def to_yaml(case: CaseFile, shapes: Mapping[str, Shape]) -> str:
    """The document as YAML; every scalar is quoted where YAML could read it as something else than text."""
    import yaml

    return yaml.safe_dump(plain(case, shapes), allow_unicode=True, sort_keys=False, width=110)


def _plain_answer(answer: Answer, shape: Shape) -> Any:
    if isinstance(answer.value, Unknown):
        table: dict[str, Any] = {"unknown": answer.value.value}
    else:
        written = shape.write(answer.value)
        table = {"value": "none" if written == [] else written}
    if answer.by:
        table["by"] = answer.by
    if answer.on is not None:
        table["on"] = answer.on.isoformat()
    if answer.proof is not Proof.CLAIMED:
        table["proof"] = answer.proof.value
    if answer.paper is not None:
        table["paper"] = answer.paper
    if answer.disputed:
        table["disputed"] = "yes"
    if answer.note:
        table["note"] = answer.note
    return table["value"] if table.keys() == {"value"} and not _looks_like_a_word(table["value"]) else table


def _looks_like_a_word(written: Any) -> bool:
    """Free text that happens to be one of the words for unknown must not stand bare."""
    return isinstance(written, str) and written in UNKNOWN_WORDS


def _plain_judgement(judgement: Judgement) -> dict[str, str]:
    table = {"value": judgement.value.value, "by": judgement.by, "reason": judgement.reason}
    if judgement.on is not None:
        table["on"] = judgement.on.isoformat()
    return {key: value for key, value in table.items() if value}


def _plain_request(request: Request) -> dict[str, str]:
    table = {"title": request.title_id, "decision_kind": request.decision_kind.value}
    return table | ({} if request.on is None else {"on": request.on.isoformat()})
