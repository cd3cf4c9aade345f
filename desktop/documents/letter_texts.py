"""The wording of letters: resources/letters/<language>/*.yaml, read strictly and filled with what is known.

A letter states only what the case says. Every paragraph names under `when` what must be known for it to
stand there; a placeholder whose value may be unknown can only be used by a paragraph that names it. A file
that breaks this rule, or has a key or a placeholder nobody knows, does not load. README.md beside the files
describes their form.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .. import resources
from ..cases.plaindata import Plain, Where, read_plain_file
from ..errors import Problem
from ..texts import Language, mark
from .letter_terms import LetterFlag, LetterKind, SenderRole, StayEffect

ALWAYS = frozenset({"cite", "title", "permit", "asked", "name"})
"""Values every letter has."""
OPTIONAL = frozenset(
    {
        "alternative_cite",
        "present_until",
        "late_reason",
        "reply_by",
        "fee_exempt_cite",
        "fee_waiver_cite",
        "settlement_cite",
        "fee_proof",
        "changes",
        "notice",
        "route_cite",
        "identity_shown",
        "waive_cites",
        "discretion",
        "days_late",
        "noticed_on",
        "consequences",
        "filed_on",
        "receipt",
        "certificate_until",
        "urgent_use",
        "needed_by",
        "fee_amount",
        "benefit",
        "fee_reasons",
        "half_amount",
        "paid_on",
        "paid_amount",
        "refund",
        "challenge",
    }
)
"""Values that may be missing; each is also a flag that says it is there."""
EFFECT_FLAGS: Mapping[StayEffect, str] = {
    StayEffect.CONTINUES: "effect_continues",
    StayEffect.PERMITTED: "effect_permitted",
    StayEffect.SUSPENDED: "effect_suspended",
    StayEffect.PERMITTED_BY_LAW: "effect_by_law",
    StayEffect.TOLERATION: "effect_toleration",
    StayEffect.LATE: "effect_late",
    StayEffect.ORDERED: "effect_ordered",
    StayEffect.UNCLEAR: "effect_unclear",
    StayEffect.NONE: "effect_none",
}
CERTIFICATE = "effect_certificate"
"""The effect follows from § 81(3) or (4) and is proven by a certificate."""
WITH_CERTIFICATE = frozenset({StayEffect.CONTINUES, StayEffect.PERMITTED, StayEffect.SUSPENDED})
FLAGS = (
    OPTIONAL
    | frozenset(EFFECT_FLAGS.values())
    | {CERTIFICATE}
    | {flag.value for flag in LetterFlag}
    | {f"by_{role.value}" for role in SenderRole}
    | {kind.value for kind in LetterKind}
)
INSERTS = frozenset(
    {"person", "grounds", "alternative_grounds", "settlement_grounds", "remarks", "to_follow"}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of a letter: exactly one of text, heading and insert is not empty."""

    text: str = ""
    heading: str = ""
    insert: str = ""
    when: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def stands(self, flags: frozenset[str]) -> bool:
        """Whether what is known lets it stand in the letter."""
        return self.when <= flags and not self.unless & flags


@dataclass(frozen=True, slots=True)
class LetterText:
    """The wording of one kind of letter in one language."""

    subject: str
    salutation: str
    closing: str
    body: tuple[Entry, ...]

    def entries(self, values: Mapping[str, str], flags: Iterable[str]) -> Iterator[Entry]:
        """What stands in the letter, filled in; flags of the values that are there are added."""
        known = frozenset(flags) | {name for name in OPTIONAL if values.get(name)}
        for entry in self.body:
            if entry.stands(known):
                yield Entry(entry.text.format_map(values), entry.heading, entry.insert)


@cache
def letter_text(kind: LetterKind, language: Language) -> LetterText:
    """The wording of a letter. Raises Problem with file and line if its file is not right."""
    folder = resources.path("letters", language)
    return read_letter(folder / f"{kind.value}.yaml", folder / "shared.yaml")


def read_letter(file: Path, shared_file: Path) -> LetterText:
    """Read one letter and the parts it shares with others. Raises Problem."""
    shared, plain = _Reader(read_plain_file(shared_file)), _Reader(read_plain_file(file))
    shared.keys((), {"salutation", "closing", "parts"})
    plain.keys((), {"subject", "body"})
    parts = {name: tuple(shared.entries(("parts", name), {})) for name in shared.table(("parts",))}
    return LetterText(
        subject=plain.text(("subject",), ALWAYS),
        salutation=shared.text(("salutation",), frozenset()),
        closing=shared.text(("closing",), frozenset()),
        body=tuple(plain.entries(("body",), parts)),
    )


class _Reader:
    """Reads the parts of one file and says where something is wrong."""

    def __init__(self, plain: Plain) -> None:
        self._plain = plain

    def entries(self, where: Where, parts: Mapping[str, tuple[Entry, ...]]) -> Iterator[Entry]:
        """The entries of a list; a `use` is replaced by the part it names."""
        listed = self._at(where)
        if not isinstance(listed, list):
            raise self._wrong(where, mark("“{file}”, line {line}: a list is expected here."))
        for number in range(len(listed)):
            yield from self._entry((*where, number), parts)

    def _entry(self, where: Where, parts: Mapping[str, tuple[Entry, ...]]) -> Iterable[Entry]:
        found = self.table(where)
        kinds = sorted({"text", "heading", "insert", "use"} & set(found))
        if len(kinds) != 1:
            raise self._wrong(
                where,
                mark("“{file}”, line {line}: exactly one of text, heading, insert and use must stand here."),
            )
        self.keys(where, {*kinds, "when", "unless"} if kinds == ["text"] else set(kinds))
        when, unless = self._flags((*where, "when")), self._flags((*where, "unless"))
        content = (*where, kinds[0])
        match kinds[0]:
            case "text":
                return [Entry(text=self.text(content, ALWAYS | (OPTIONAL & when)), when=when, unless=unless)]
            case "heading":
                return [Entry(heading=self.text(content, frozenset()))]
            case "insert":
                return [Entry(insert=self._word(content, INSERTS))]
        return parts[self._word(content, parts)]

    def text(self, where: Where, placeholders: frozenset[str]) -> str:
        """A text that uses no placeholder but these."""
        text = self._at(where)
        if not isinstance(text, str) or not text.strip():
            raise self._wrong(where, mark("“{file}”, line {line}: a text is expected here."))
        try:
            used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError:
            used = {text}
        for name in sorted(used - placeholders):
            raise self._wrong(
                where,
                mark("“{file}”, line {line}: the value “{name}” may be unknown here; name it under “when”.")
                if name in OPTIONAL
                else mark("“{file}”, line {line}: there is no value “{name}”."),
                name=name[:40],
            )
        return text

    def table(self, where: Where) -> dict[str, Any]:
        found = self._at(where)
        if not isinstance(found, dict):
            raise self._wrong(where, mark("“{file}”, line {line}: keys with values are expected here."))
        return found

    def keys(self, where: Where, allowed: set[str]) -> None:
        """Refuse keys that have no meaning here."""
        for key in self.table(where):
            if key not in allowed:
                raise self._wrong(
                    (*where, key), mark("“{file}”, line {line}: the key “{name}” is not known."), name=key
                )

    def _flags(self, where: Where) -> frozenset[str]:
        if where[-1] not in self.table(where[:-1]):
            return frozenset()
        listed = self._at(where)
        if not isinstance(listed, list):
            raise self._wrong(where, mark("“{file}”, line {line}: a list is expected here."))
        return frozenset(self._word((*where, number), FLAGS) for number in range(len(listed)))

    def _word(self, where: Where, known: Iterable[str]) -> str:
        word = str(self._at(where))
        if word not in known:
            raise self._wrong(where, mark("“{file}”, line {line}: “{name}” is not known."), name=word[:40])
        return word

    def _at(self, where: Where) -> Any:
        found: Any = self._plain.value
        for step in where:
            found = found[step] if not isinstance(found, dict) else found.get(step)
        return found

    def _wrong(self, where: Where, sentence: str, name: object = "") -> Problem:
        return Problem(sentence, file=self._plain.source, line=self._plain.line(where), name=name)
