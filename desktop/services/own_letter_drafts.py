"""Own letters somebody is still writing: kept in the office file as they stand, and never printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from desktop.store import office_settings

from .office import Session
from .own_letters import LONGEST_LINE, LONGEST_TEXT, MOST, OwnLetter

_NAME = "own_letters_unfinished"


def unfinished(session: Session) -> list[OwnLetter]:
    """What was not saved as a letter yet; one that changes a kept letter has its id."""
    found = office_settings.remembered(session.office, _NAME) or ()
    return [
        OwnLetter(*(str(each.get(name, "")) for name in ("id", "name", "subject", "text"))) for each in found
    ]


def keep_unfinished(session: Session, letters: Sequence[OwnLetter], now: datetime) -> None:
    """Keep these in place of those before: a hundred, each up to ten times as long as a letter."""
    wanted = [
        asdict(
            OwnLetter(
                each.id,
                each.name[:LONGEST_LINE],
                each.subject[: 10 * LONGEST_LINE],
                each.text[: 10 * LONGEST_TEXT],
            )
        )
        for each in letters[-MOST:]
    ]
    with session.office.note("use", session.user, now) as notes:  # no step that could be taken back
        notes.remember(_NAME, wanted)
