"""What the wording of letters says about the law, and whether the rule pack still says the same.

resources/letters/relied.yaml holds, for each section that some letter cites, the hash of what the pack had
about it when a person last read the letters against the law; and the sections the pack has no rule for, with
what was read about them. A section that changed since flags the blocks that cite it: `rules check` lists
them, and the draft of every letter that uses one says so.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.deadlines.time_law import NO_LAW
from desktop.documents.letter_terms import LetterKind
from desktop.documents.letter_texts import letter_text
from desktop.documents.procedural_terms import ProceduralKind
from desktop.documents.procedural_texts import procedural_text
from desktop.rules.citations import sections
from desktop.rules.entries import Entry as Written
from desktop.rules.entries import IsoDay, Words
from desktop.rules.packs import Pack
from desktop.rules.reading.faults import Faults
from desktop.texts import LANGUAGES, Texts, mark

FILE = "relied.yaml"
_WORDS_OF_A_BLOCK = 8


class Read(Written):
    """What was read about a section that the pack has no rule for."""

    on: IsoDay
    about: Words


class WrittenReliance(Written):
    """relied.yaml."""

    checked: IsoDay
    sections: dict[Words, Words]
    beside_the_pack: dict[Words, Read]


@dataclass(frozen=True, slots=True)
class Block:
    """One text of a letter: which letter, its first words, the sections it cites."""

    kind: LetterKind | ProceduralKind
    begins: str
    cites: frozenset[str]


@cache
def recorded() -> WrittenReliance:
    """The file. Raises Problems."""
    faults = Faults()
    written = faults.read(read_plain_file(resources.path("letters", FILE)), WrittenReliance)
    faults.stop()
    if written is None:
        raise ValueError(FILE)
    return written


@cache
def blocks() -> tuple[Block, ...]:
    """Every text of every letter that cites something, in German and English."""
    return tuple(Block(kind, _begins(text), cites) for kind, text in _texts() if (cites := sections(text)))


def _texts() -> Iterator[tuple[LetterKind | ProceduralKind, str]]:
    for language in LANGUAGES:
        for kind in LetterKind:
            for entry in letter_text(kind, language).body:
                yield kind, entry.text
        for procedural in ProceduralKind:
            written = procedural_text(procedural, language)
            for text in (written.subject, *written.words.values()):
                yield procedural, text
            for piece in written.body:
                yield procedural, piece.text or piece.item or ""


def cited(kind: LetterKind | ProceduralKind | None = None) -> frozenset[str]:
    """The sections that the letters cite, or those of one kind."""
    return frozenset().union(*(each.cites for each in blocks() if kind in (None, each.kind)))


def changed(pack: Pack) -> frozenset[str]:
    """The cited sections about which this pack has something else than when the letters were read."""
    found = _CHANGED.get(pack.digest)
    if found is None:
        now, known = current(pack), recorded().sections
        found = _CHANGED[pack.digest] = frozenset(
            each for each in cited() - recorded().beside_the_pack.keys() if known.get(each) != now.get(each)
        )
    return found


def cautions(pack: Pack, kind: LetterKind | ProceduralKind, texts: Texts) -> Iterator[str]:
    """What a draft of this kind says about sections that changed; nothing if none did."""
    found = changed(pack) & cited(kind)
    if found:
        yield texts(
            mark("The rule pack has changed since this wording was checked: read it against {sections}."),
            sections=", ".join(sorted(found)),
        )


_CHANGED: dict[str, frozenset[str]] = {}


def flagged(pack: Pack) -> list[tuple[str, Block]]:
    """Every block that cites a section that changed, with the section."""
    found = sorted(changed(pack))
    return [(section, each) for section in found for each in blocks() if section in each.cites]


def current(pack: Pack) -> Mapping[str, str]:
    """The hash of what a pack has about each section, for those it has something about."""
    about: dict[str, set[str]] = {}
    for cite, said in _said(pack):
        text = json.dumps(said, sort_keys=True, ensure_ascii=False, default=str)
        for section in sections(cite):
            about.setdefault(section, set()).add(text)
    return {
        section: hashlib.sha256("\n".join(sorted(texts)).encode()).hexdigest()[:12]
        for section, texts in about.items()
    }


def _said(pack: Pack) -> Iterator[tuple[str, Any]]:
    """What the pack says with a citation: days, natures, tests, classes, amounts; no wording."""
    for norm in pack.norms:
        for version in norm.versions:
            days = (version.in_force.since, version.in_force.until)
            yield norm.cite, ("version", norm.id, *days)
            for kind, examination in version.examinations.items():
                for route in examination.routes:
                    yield route.cite, ("route", norm.id, *days, kind.value, route.id, route.effect.value)
                for leaf in examination.leaves:
                    yield (
                        leaf.cite,
                        (
                            "leaf",
                            norm.id,
                            *days,
                            kind.value,
                            leaf.id,
                            leaf.cls.value,
                            leaf.fact,
                            str(leaf.test),
                        ),
                    )
    for row in pack.tables.consequences:
        yield row.row.cite, ("row", row.row.id, row.row.value, row.row.in_force, row.row.titles)
    for warning in pack.tables.warnings:
        yield warning.row.cite, ("warning", warning.row.id, warning.row.in_force, warning.row.titles)
    for fee in pack.tables.fees:
        said = fee.model_dump(mode="json", exclude={"name", "note"})
        yield fee.cite, ("fee", said)
    for decision in pack.time.remedies.rows if pack.time is not NO_LAW else ():
        yield decision.cite, ("decision", decision.id, decision.law, decision.suspends.value)
        for act in decision.remedies:
            yield act.cite, ("remedy", decision.id, act.act.value, act.start.value, act.period, act.plan)
    if pack.tables.fee_waiver is not None:
        yield pack.tables.fee_waiver.cite, ("waiver",)
    for column, node in pack.tables.fee_relief.items():
        for leaf in node.leaves():
            yield leaf.cite, ("relief", column, leaf.id, leaf.fact, str(leaf.test))
    for paper in pack.documents.values():
        if paper.cite:
            yield paper.cite, ("paper", paper.code)


def _begins(text: str) -> str:
    words = re.sub(r"\s+", " ", text).split(" ")
    return " ".join(words[:_WORDS_OF_A_BLOCK]) + (" …" if len(words) > _WORDS_OF_A_BLOCK else "")
