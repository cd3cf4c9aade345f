"""What authorities' pages say about a title, with what the law says to it; and the practice notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .entries import in_force_on
from .packs import Pack
from .tables import Claim, Practice, SourcePage


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim with the page it was read on."""

    page: SourcePage
    claim: Claim


def claims_for(pack: Pack, title_id: str, topic: str | None = None) -> tuple[SourcedClaim, ...]:
    """The claims about a title (and one topic), in the order of the pages."""
    return pack.tables.picked(
        ("claims", title_id, topic),
        lambda: tuple(
            SourcedClaim(page, claim)
            for page in pack.tables.pages
            for claim in page.claims
            if claim.is_for(title_id) and topic in (None, claim.topic)
        ),
    )


def speaks_to(page: SourcePage, land: str, office: str) -> bool:
    """Whether a page is of the client's own Land (any, if that is not known) and of no other office."""
    return (not land or page.land in ("", land)) and page.office in ("", office)


def practice_for(pack: Pack, title_id: str, on: date, land: str = "") -> tuple[Practice, ...]:
    """The practice notes for a title on a day: the general ones, and those of the Land."""
    return tuple(
        note
        for note in pack.tables.practice
        if note.is_for(title_id) and in_force_on(on, note.in_force) and note.land in ("", land)
    )
