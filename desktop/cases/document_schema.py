"""JSON Schema (draft 2020-12) of the case document, made from the same shapes that read it."""

from __future__ import annotations

from typing import Any

from .agenda import Entry, Rest
from .answers import Proof, Ternary, Unknown
from .applications import DecisionKind
from .declarations import DeclarationShape
from .document import FORMAT, MAGIC, Inputs
from .letters import DecisionLetter
from .papers import Paper
from .people import Client
from .recordshapes import Record
from .shapes import ExactDay, Shape

_TEXT = {"type": ["string", "number"]}
_DAY = ExactDay().schema()


def schema(inputs: Inputs) -> dict[str, Any]:
    """The schema of a case document for the facts and judgements that are known."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Bleibelotse case document",
        "type": "object",
        "required": [MAGIC, "client"],
        "additionalProperties": False,
        "properties": {
            MAGIC: {"enum": [FORMAT, int(FORMAT)]},
            "client": Record(Client).schema(),
            "facts": _table({name: _answer(shape) for name, shape in sorted(inputs.shapes.items())}),
            "judgements": _table({name: _judgement() for name in sorted(inputs.judgements)}),
            "waivers": {
                "type": "object",
                "additionalProperties": _table(
                    {"by": _TEXT, "on": _DAY, "reason": _TEXT}, ["by", "on", "reason"]
                ),
            },
            "papers": {"type": "array", "items": Record(Paper).schema()},
            "requests": {"type": "array", "items": _request(inputs)},
            "household": {
                "type": "array",
                "items": _table({"relation": _TEXT, "file": _TEXT}, ["relation", "file"]),
            },
            "letters": {"type": "array", "items": Record(DecisionLetter).schema()},
            "entries": {"type": "array", "items": Record(Entry).schema()},
            "rest": Record(Rest).schema(),
            "declarations": {"type": "array", "items": DeclarationShape().schema()},
        },
    }


def _table(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    table = {"type": "object", "properties": properties, "additionalProperties": False}
    return table | ({"required": required} if required else {})


def _answer(shape: Shape) -> dict[str, Any]:
    words = {"enum": ["unknown", "none", *(each.value for each in Unknown)]}
    value = {"anyOf": [shape.schema(), words]}
    provenance = {
        "value": value,
        "unknown": {"enum": [each.value for each in Unknown]},
        "by": _TEXT,
        "on": _DAY,
        "proof": {"enum": [each.value for each in Proof]},
        "paper": _TEXT,
        "disputed": {"enum": ["yes", "no", True, False]},
        "note": _TEXT,
    }
    return {"anyOf": [shape.schema(), words, _table(provenance)]}


def _judgement() -> dict[str, Any]:
    return _table(
        {"value": {"enum": [each.value for each in Ternary]}, "by": _TEXT, "on": _DAY, "reason": _TEXT}
    )


def _request(inputs: Inputs) -> dict[str, Any]:
    title = {"enum": sorted(inputs.titles)} if inputs.titles else _TEXT
    kind = {"enum": [each.value for each in DecisionKind]}
    return _table({"title": title, "decision_kind": kind, "on": _DAY}, ["title"])
