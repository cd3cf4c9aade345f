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
from .languages import GERMAN, language
from .released import Release, Releases
from .statements import handouts, text_hash
from .translations import fault, translation

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


def standing(session: Session, code: str) -> list[Standing]:
    """Every text of a language beside its German, in the order of the sheet. Raises Problem."""
    released, found = of(session), translation(_other(code)).renderings
    lines = []
    for block, german in handouts().texts.items():
        rendering = found.get(block)
        why = fault(rendering, german)
        if rendering is None:
            lines.append(Standing(block, german, "", why, reviewed=False))
            continue
        kept = released.of(code, block, rendering)
        by, on = (kept.by, kept.on) if kept is not None else ("", None)
        if kept is None and rendering.reviewed is not None:
            by, on = rendering.reviewed.by, rendering.reviewed.on
        lines.append(Standing(block, german, rendering.text, why, not why and on is not None, by, on))
    return lines


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
    german, found = handouts().texts, translation(_other(code)).renderings
    fresh: dict[str, list[str]] = {}
    for block in blocks:
        rendering = found.get(block)
        if rendering is None or block not in german or fault(rendering, german[block]):
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
