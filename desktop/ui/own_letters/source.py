"""The own letters of the office file, for the page. Called on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from desktop.services.office import Session
    from desktop.services.own_letters import OwnLetter


class Shelf(NamedTuple):
    """What is kept as a letter, and what somebody is still writing."""

    letters: Sequence[OwnLetter]
    unfinished: Sequence[OwnLetter]


class OwnLetters(Protocol):
    def read(self) -> Shelf: ...
    def keep(self, letter: OwnLetter) -> None:
        """Raises Problem for what cannot be printed."""

    def remove(self, letter_id: str) -> None: ...
    def keep_unfinished(self, letters: Sequence[OwnLetter]) -> None: ...


class OwnLettersOfOffice:
    """`OwnLetters` over the services."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def read(self) -> Shelf:
        from desktop.services import own_letter_drafts, own_letters

        return Shelf(own_letters.own_letters(self._session), own_letter_drafts.unfinished(self._session))

    def keep(self, letter: OwnLetter) -> None:
        from desktop.services import own_letters

        own_letters.keep(self._session, letter, self._now())

    def remove(self, letter_id: str) -> None:
        from desktop.services import own_letters

        own_letters.remove(self._session, letter_id, self._now())

    def keep_unfinished(self, letters: Sequence[OwnLetter]) -> None:
        from desktop.services import own_letter_drafts

        own_letter_drafts.keep_unfinished(self._session, letters, self._now())
