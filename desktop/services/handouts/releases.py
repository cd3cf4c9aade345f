"""Translations a person of this office read against the German text and released; kept in the office file.

A release holds for the two texts that were read: if either changes, the translation counts as not reviewed
again. Who released it and when is kept with it, and in the journal of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from desktop.errors import Problem
from desktop.store import office_settings
from desktop.texts import mark

from ..office import RECOVERY, Session
from ..reading.phrasebook import renderings, wrong
from ..reading.phrases import phrases
from .languages import GERMAN, language
from .released import Release, Releases
from .statements import handouts, text_hash
from .translations import Rendering, fault, translation

_SETTING = "handout_releases"


class Standing(NamedTuple):
    """One text beside its German, for the page on which somebody reads both.

    `fault`: why it cannot be released (missing, stale, placeholders, citations), empty if it can.
    """

    block: str
    german: str
    other: str
    fault: str
    reviewed: bool
    by: str = ""
    on: date | None = None


def of(session: Session) -> Releases:
    """Everything the office has released."""
    kept: dict[str, dict[str, list[str]]] = office_settings.read(session.office).get(_SETTING) or {}
    return Releases(
        MappingProxyType(
            {
                code: MappingProxyType({block: _release(each) for block, each in blocks.items()})
                for code, blocks in kept.items()
            }
        )
    )


def released_here(session: Session, code: str, of_copies: bool = False) -> list[str]:
    """The blocks this office has released, also those whose texts have changed since.

    Those of reading copies (`of_copies`) are named by the hash of their German text.
    """
    found = of(session).found.get(code, {})
    return [block for block, each in found.items() if (block == each.german) is of_copies]


def standing(session: Session, code: str, of_copies: bool = False) -> list[Standing]:
    """Every text of a language beside its German, in the order of the sheet. Raises Problem.

    Of hand-outs, or of reading copies of letters and declarations (`of_copies`).
    """
    released, lines = of(session), []
    for block, (german, rendering, why) in _texts(session, _other(code), of_copies).items():
        if rendering is None:
            lines.append(Standing(block, german, "", why, reviewed=False))
            continue
        kept = released.of(code, block, rendering)
        by, on = (kept.by, kept.on) if kept is not None else ("", None)
        if kept is None and rendering.reviewed is not None:
            by, on = rendering.reviewed.by, rendering.reviewed.on
        lines.append(Standing(block, german, rendering.text, why, not why and on is not None, by, on))
    return lines


def _texts(session: Session, code: str, of_copies: bool) -> dict[str, tuple[str, Rendering | None, str]]:
    """Every block: its German, its rendering, and what is wrong with that."""
    if of_copies:
        pack = session.reference.pack
        found, german, check = renderings(pack, code), phrases(pack), wrong
    else:
        found, german, check = translation(code).renderings, handouts().texts, fault
    return {block: (text, found.get(block), check(found.get(block), text)) for block, text in german.items()}


def release(session: Session, code: str, blocks: Iterable[str], *, on: date, now: datetime) -> None:
    """Keep that the user of the session read these texts against the German.

    Raises Problem for a language that is not known and for a text that is missing or does not fit the German;
    then nothing is released. So where the file was opened with the recovery sheet: no person stands for it.
    """
    if session.user == RECOVERY:
        raise Problem(
            mark("A release needs somebody who stands for it by name."),
            mark("Open the office file with your own login."),
        )
    known = {**_texts(session, _other(code), False), **_texts(session, code, True)}
    fresh: dict[str, list[str]] = {}
    for block in blocks:
        _, rendering, why = known.get(block, ("", None, "missing"))
        if rendering is None or why:
            raise Problem(
                mark("The text “{block}” has no translation that fits the German one."),
                mark("Update the translation first."),
                block=block[:80],
            )
        fresh[block] = [session.user, on.isoformat(), rendering.of, text_hash(rendering.text)]
    _keep(session, code, {**_kept(session).get(code, {}), **fresh}, now)


def withdraw(session: Session, code: str, blocks: Iterable[str], *, now: datetime) -> None:
    """Take releases back; the texts count as not reviewed. Raises Problem for an unknown language."""
    gone = set(blocks)
    left = {block: each for block, each in _kept(session).get(_other(code), {}).items() if block not in gone}
    _keep(session, code, left, now)


def _other(code: str) -> str:
    """A language other than German. Raises Problem."""
    if language(code).code == GERMAN:
        raise Problem(mark("The German text is the one that counts; it needs no release."))
    return code


def _kept(session: Session) -> dict[str, dict[str, Any]]:
    return office_settings.read(session.office).get(_SETTING) or {}


def _keep(session: Session, code: str, blocks: Mapping[str, Any], now: datetime) -> None:
    with session.office.change("settings", session.user, now) as change:
        office_settings.write(change, _SETTING, {**_kept(session), code: dict(blocks)})


def _release(kept: list[str]) -> Release:
    by, on, german, other = kept
    return Release(by, date.fromisoformat(on), german, other)
