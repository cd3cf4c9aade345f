"""What letters say for a condition that is met: resources/letters/<language>/statements.yaml and claims.yaml.

A condition of the rule pack is worded for the counsellor ("at least A2, spoken"); a letter makes a statement
to the authority. A statement is found by `fact/of`, by `fact=value` or by the fact alone, in that order.
`claims.yaml` says for which facts a letter needs no paper, and which conditions no letter mentions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from .. import resources
from ..cases.plaindata import read_plain_file
from ..errors import Problem
from ..texts import Language, mark

_LISTS = ("on_own_word", "in_the_file", "left_out")
_SHOWN_BY = "shown_by"


@dataclass(frozen=True, slots=True)
class Claims:
    """How far a letter may go, by fact."""

    on_own_word: frozenset[str]
    """Said without a paper: nothing to prove, or a declaration of the client."""
    in_the_file: frozenset[str]
    """Issued by the authority itself: said with a reference to its own file."""
    left_out: frozenset[str]
    """Never said: an inner condition of the rule pack."""
    shown_by: Mapping[str, frozenset[str]]
    """The papers that show what a person judged, by their codes."""


@cache
def claims() -> Claims:
    """The lists of claims.yaml. Raises Problem if the file is not right."""
    plain = read_plain_file(resources.path("letters", "claims.yaml"))
    found = plain.value
    if not isinstance(found, dict) or set(found) != {*_LISTS, _SHOWN_BY}:
        raise Problem(mark("“{file}” is not right."), file=plain.source)
    on_own_word, in_the_file, left_out = (frozenset(found[name]) for name in _LISTS)
    shown_by = {fact: frozenset(codes) for fact, codes in found[_SHOWN_BY].items()}
    return Claims(on_own_word, in_the_file, left_out, MappingProxyType(shown_by))


@cache
def statements(language: Language) -> Mapping[str, str]:
    """Every statement by its key. Raises Problem if the file is not right."""
    plain = read_plain_file(resources.path("letters", language, "statements.yaml"))
    found: Any = plain.value
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise Problem(mark("“{file}” is not right."), file=plain.source)
    return MappingProxyType(found)


def statement(language: Language, fact: str, of: str | None, value: str, known: str, title: str = "") -> str:
    """The sentence for a fact; empty if there is none, or if it needs a value and none is known.

    `value` is the word the condition asks for ("refugee", "yes", several joined by +), `known` what is known,
    in words, `title` the citation of the title that `of` names.
    """
    texts = statements(language)
    text = texts.get(f"{fact}/{of}") or texts.get(f"{fact}={value}") or texts.get(fact) or ""
    if ("{value}" in text and not known) or ("{of}" in text and not title):
        return ""
    return text.replace("{value}", known).replace("{of}", title)
