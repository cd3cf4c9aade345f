"""The rule pack for readers: what it covers, whether it is sound, and the scheme of a title."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop import resources
from desktop.cases.periods import ONE_DAY
from desktop.errors import Problem
from desktop.rules import examples, packs
from desktop.rules.norms import Norm, NotCovered, Version
from desktop.rules.packs import Pack
from desktop.rules.scheme import scheme
from desktop.texts import Texts, mark

from . import letter_law
from .handouts.languages import GERMAN, languages
from .handouts.reliance import changed
from .handouts.translations import gaps, translation
from .reading.phrasebook import ENGLISH, lacking
from .reference import PACK, unknown_title


class TitleLine(NamedTuple):
    """One title of a pack: its versions in words, oldest first."""

    id: str
    cite: str
    title: str
    versions: tuple[str, ...]


def titles(texts: Texts) -> list[TitleLine]:
    """Every title of the built-in pack, in its order."""
    pack = _pack(None)
    return [
        TitleLine(
            norm.id,
            norm.cite,
            texts.pick(norm.title),
            tuple(_version(version, texts) for version in norm.versions),
        )
        for norm in pack.norms
    ]


def checked(folder: Path | None, texts: Texts) -> Iterator[str]:
    """Load a pack (the built-in one if None) and say what it holds. Raises Problems with every fault."""
    pack = _pack(folder)
    count = examples.check(_place(folder), pack)  # nothing is called sound before everything came out
    leaves = sum(len({leaf.key for leaf in norm.leaves()}) for norm in pack.norms)
    yield texts(
        mark("Rule pack {pack} is sound; law checked on {day}."),
        pack=pack.id,
        day=texts.day(pack.law_checked_on),
    )
    yield texts(
        mark(
            "{titles} titles, {leaves} conditions, {facts} facts, {warnings} warnings, "
            "{claims} statements of pages."
        ),
        titles=len(pack.norms),
        leaves=leaves,
        facts=len(list(pack.vocabulary)),
        warnings=len(pack.tables.warnings),
        claims=sum(len(page.claims) for page in pack.tables.pages),
    )
    decisions = pack.time.remedies.rows
    if decisions:
        yield texts(
            mark("{decisions} kinds of decisions with {remedies} remedies, checked on {day}."),
            decisions=len(decisions),
            remedies=sum(len(row.remedies) for row in decisions),
            day=texts.day(pack.time.remedies.checked_on),
        )
    else:
        yield texts(mark("Without a table of remedies: of decision letters no date can be computed."))
    if count:
        yield texts.plural(
            "{count} example case comes out as it says.", "{count} example cases come out as they say.", count
        )
    unsorted = unsorted_facts(pack)
    if unsorted:
        yield texts(
            mark("The vocabulary does not say who can change these facts: {facts}."),
            facts=", ".join(unsorted),
        )
    yield from handout_lines(pack, texts)
    yield from copy_lines(pack, texts)
    yield from letter_lines(pack, texts)
    for norm in pack.norms:
        both_ways = {
            split.fact[0]
            for version in norm.versions
            for examination in version.examinations.values()
            for split in examination.splits
        }
        if both_ways:
            yield texts(
                mark("{cite} reads these facts for and against: {facts}."),
                cite=norm.cite,
                facts=", ".join(sorted(both_ways)),
            )


def letter_lines(pack: Pack, texts: Texts) -> Iterator[str]:
    """The blocks of letters that cite a section about which the pack has changed since they were read."""
    for section, block in letter_law.flagged(pack):
        yield texts(
            mark("Letters: what the pack says about {section} has changed, read “{begins}” ({letter})."),
            section=section,
            begins=block.begins,
            letter=block.kind.value,
        )


def handout_lines(pack: Pack, texts: Texts) -> Iterator[str]:
    """Whether the statements of the hand-outs fit the pack, and which languages lack something."""
    flagged = sorted(changed(pack))
    if flagged:
        yield texts(
            mark("Hand-outs: what these statements rest on has changed, they are not printed: {statements}."),
            statements=", ".join(flagged),
        )
    else:
        yield texts(mark("Hand-outs: every statement rests on the rules of this pack."))
    for each in languages().values():
        missing = 0 if each.code == GERMAN else len(gaps(translation(each.code)))
        if missing:
            yield texts.plural(
                "Hand-outs, {language}: {count} text is missing or out of date.",
                "Hand-outs, {language}: {count} texts are missing or out of date.",
                missing,
                language=texts.pick(each),
            )


def copy_lines(pack: Pack, texts: Texts) -> Iterator[str]:
    """Which languages lack phrases of reading copies: the pack or the wording of a letter has changed."""
    for each in languages().values():
        missing = 0 if each.code in (GERMAN, ENGLISH) else len(lacking(pack, each.code))
        if missing:
            yield texts.plural(
                "Reading copies, {language}: {count} text is missing or out of date.",
                "Reading copies, {language}: {count} texts are missing or out of date.",
                missing,
                language=texts.pick(each),
            )


def unsorted_facts(pack: Pack) -> list[str]:
    """The facts that a norm asks for and of which the vocabulary does not say who can change them."""
    asked = {leaf.fact for norm in pack.norms for leaf in norm.leaves()}
    return [
        fact.id
        for fact in pack.vocabulary
        if fact.id in asked and fact.changes is None and not fact.judgement
    ]


def scheme_text(title: str | None, on: date, texts: Texts) -> str:
    """The Prüfschema of one title, or of all, by the law of a day.

    Raises Problem for a title the pack does not have, NotCovered for one title without a text of that day;
    among all titles such a one gets its sentence.
    """
    pack = _pack(None)
    if title is not None and title not in pack.norm_ids:
        raise unknown_title(title, pack.norms)
    chosen = [norm for norm in pack.norms if title in (None, norm.id)]
    if title is not None:
        return scheme(chosen[0], chosen[0].version(on), texts)
    return "\n".join(_scheme_or_sentence(norm, on, texts) for norm in chosen)


def _scheme_or_sentence(norm: Norm, on: date, texts: Texts) -> str:
    try:
        return scheme(norm, norm.version(on), texts)
    except NotCovered as reason:
        return f"{norm.cite}: {texts.pick(norm.title)}\n{texts.problem(reason)}\n"


def _pack(folder: Path | None) -> Pack:
    if folder is not None and folder.exists() and not folder.is_dir():
        raise Problem(mark("“{file}” is not the folder of a rule pack."), file=folder.name)
    return packs.load(_place(folder))


def _place(folder: Path | None) -> Path:
    return folder if folder is not None else resources.path("law", PACK)


def _version(version: Version, texts: Texts) -> str:
    """Both days are inclusive here, as people write them."""
    since, until = version.in_force.since, version.in_force.until
    if until is None:
        return texts(mark("since {since}"), since=texts.day(since))
    return texts(mark("{since} to {last}"), since=texts.day(since), last=texts.day(until - ONE_DAY))
