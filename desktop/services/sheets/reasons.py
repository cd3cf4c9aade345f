"""The reasons sheet: verdict, what decided it, what is open, what follows, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.documents.reasons_sheet import (
    ConsequenceLine,
    JudgementLine,
    PracticeLine,
    ReasonLine,
    ReasonsSheet,
    SourceLine,
    SourcePair,
    WarningLine,
)
from desktop.rules.conditions import Finding, Leaf
from desktop.rules.results import TitleResult
from desktop.rules.sources import SourcedClaim, practice_for, speaks_to
from desktop.rules.standing import Standing, standing_of
from desktop.rules.tables import Severity
from desktop.rules.verdict import Effect, Verdict
from desktop.rules.words import EFFECT_WORDS
from desktop.texts import Texts, mark

from ..explanation import Days, explain
from ..words.practice import origin
from ..words.topics import CLAIM_WORDS, TOPIC_WORDS
from ..words.weighed import weighed
from .ground import Ground


def reasons_sheet(ground: Ground) -> ReasonsSheet:
    """Why the title comes to its verdict. Raises ValueError for a title without a verdict."""
    result, texts = ground.result, ground.texts
    if result.verdict is None:
        raise ValueError("no verdict, no reasons")
    page = explain(ground.reference, result, texts, Days(ground.today, ground.today))
    decided = result.reasons()
    others = [leaf for leaf in (weighed(result.finding) if result.finding else ()) if leaf not in decided]
    helping = {(line.id, line.text) for line in page.exceptions}
    exceptions = [leaf for leaf in others if _named(ground, leaf) in helping]
    others = [leaf for leaf in others if leaf not in exceptions]
    return ReasonsSheet(
        stamp=ground.stamp,
        person=ground.person,
        title=texts.pick(result.norm.title),
        cite=result.norm.cite,
        occasion=ground.decision,
        assessed_for=ground.today,
        verdict=result.verdict,
        sentence=ground.words.sentence(result),
        limited_by=limit_of(result, texts),
        deciding=tuple(dict.fromkeys(_line(ground, leaf) for leaf in decided)),
        open_points=tuple(
            dict.fromkeys(_line(ground, leaf) for leaf in others if standing_of(leaf) not in _SETTLED)
        ),
        met=tuple(dict.fromkeys(_line(ground, leaf) for leaf in others if standing_of(leaf) in _SETTLED)),
        assumptions=page.assumptions,
        exceptions=tuple(_line(ground, leaf) for leaf in exceptions),
        waivers=page.waivers,
        judgements=tuple(dict.fromkeys(_judgements(ground))),
        warnings=tuple(_warnings(ground)),
        without_bar=result.without_bar,
        bar_ends=tuple(texts.pick(how) for how in result.bar_ends),
        consequences=tuple(
            ConsequenceLine(
                texts(TOPIC_WORDS[shown.row.topic]),
                _maybe(ground, texts.pick(shown.row.text), shown.open),
                shown.row.cite,
            )
            for shown in result.consequences
        ),
        practice=tuple(_practice(ground)),
        source_pairs=tuple(
            _pair(ground, each) for each in _of_this_place(ground) if each.claim.verdict != "correct"
        ),
        sources=tuple(_sources(ground)),
    )


_SAYS_SO: Mapping[Effect, Verdict] = {
    Effect.SHOULD: Verdict.SHOULD_BE_GRANTED,
    Effect.MAY: Verdict.DISCRETION_OPEN,
}
"""The verdict whose own words already tell the nature of the norm."""
_SETTLED = (Standing.MET, Standing.NOT_REQUIRED)


def limit_of(result: TitleResult, texts: Texts) -> str:
    """What keeps the verdict from being better, unless the verdict itself says it."""
    if not result.limited_by or result.effect is None or _SAYS_SO.get(result.effect) is result.verdict:
        return ""
    return texts(EFFECT_WORDS[result.effect])


def _named(ground: Ground, finding: Finding) -> tuple[str, str]:
    return finding.node.id if isinstance(finding.node, Leaf) else "", ground.words.label(finding)


def _line(ground: Ground, finding: Finding) -> ReasonLine:
    """A condition with what is known; where nothing is known, nothing can be called unproven either."""
    known = ground.words.known(finding)
    return ReasonLine(
        text=ground.words.label(finding),
        cite=getattr(finding.node, "cite", ""),
        standing=standing_of(finding),
        value=known,
        proof=finding.value.proof if finding.value is not None and known else None,
        note=" ".join(ground.words.notes(finding.value)),
        bar=isinstance(finding.node, Leaf) and finding.node.cls.is_bar,
    )


def _judgements(ground: Ground) -> Iterator[JudgementLine]:
    finding = ground.result.finding
    for leaf in finding.leaves() if finding is not None else ():
        judgement = leaf.value.judgement if leaf.value is not None else None
        cite = getattr(leaf.node, "cite", "")
        if judgement is not None and judgement.counts and judgement.on is not None:
            yield JudgementLine(
                text=ground.words.label(leaf),
                answer=ground.words.known(leaf),
                by=judgement.by,
                on=judgement.on,
                reason=judgement.reason,
                cite=cite,
            )
        if leaf.waiver is not None:
            yield JudgementLine(
                text=ground.words.label(leaf),
                answer=ground.texts(mark("does not stand in the way of this case")),
                by=leaf.waiver.by,
                on=leaf.waiver.on,
                reason=leaf.waiver.reason,
                cite=cite,
            )


def _warnings(ground: Ground) -> Iterator[WarningLine]:
    for shown in ground.result.warnings:
        text = ground.texts.pick(shown.row.text)
        strong = shown.row.severity is Severity.STRONG and not shown.open
        yield WarningLine(text, shown.row.cite, strong, open=shown.open)


def _maybe(ground: Ground, text: str, is_open: bool) -> str:
    return ground.texts(mark("To be checked whether it applies: {text}"), text=text) if is_open else text


def _of_this_place(ground: Ground) -> list[SourcedClaim]:
    """What other Länder and towns publish helps nobody here and would fill pages."""
    land = str(ground.case.value("land") or ground.authority.land or "")
    return [each for each in ground.result.sources if speaks_to(each.page, land, ground.authority.id)]


def _pair(ground: Ground, each: SourcedClaim) -> SourcePair:
    pick = ground.texts.pick
    return SourcePair(
        source=pick(each.page.authority),
        says=pick(each.claim.claim),
        law=pick(each.claim.law),
        cite=each.claim.cite,
        judged=ground.texts(CLAIM_WORDS[each.claim.verdict]),
    )


def _practice(ground: Ground) -> Iterator[PracticeLine]:
    pack, land = ground.reference.pack, str(ground.case.value("land") or "")
    for note in practice_for(pack, ground.title_id, ground.today, land):
        yield PracticeLine(ground.texts.pick(note.text), origin(note, ground.texts))


def _sources(ground: Ground) -> Iterator[SourceLine]:
    version, pick = ground.result.version, ground.texts.pick
    literature = ground.reference.pack.tables.literature
    if version is not None:
        yield SourceLine(pick(version.checked.against), version.checked.on)
    for name in version.sources if version is not None else ():
        yield SourceLine(pick(literature[name].name) if name in literature else name)
    for page in {each.page.id: each.page for each in _of_this_place(ground)}.values():
        yield SourceLine(f"{pick(page.authority)}: {pick(page.name)}", page.status_on)
