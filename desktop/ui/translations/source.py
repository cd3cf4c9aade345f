"""`TranslationsSource` over the services and the office file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from .presenter import LanguageLine

if TYPE_CHECKING:
    from desktop.services.handouts.releases import Standing
    from desktop.services.office import Session


class TranslationsOfOffice:
    """Releases are made by the user of the session, on the day of the moment they are made."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def languages(self, copies: bool) -> list[LanguageLine]:
        """Every language but German, in the order of the table; reading copies in English are our own."""
        from desktop.services.handouts.languages import GERMAN, languages
        from desktop.services.reading.phrasebook import ENGLISH

        own = (GERMAN, ENGLISH) if copies else (GERMAN,)
        return [self._line(code, copies) for code in languages() if code not in own]

    def standing(self, code: str, copies: bool) -> Sequence[Standing]:
        from desktop.services.handouts import releases

        return releases.standing(self._session, code, copies)

    def released_here(self, code: str, copies: bool) -> list[str]:
        """The blocks this office has released, also those whose texts have changed since."""
        from desktop.services.handouts import releases

        return releases.released_here(self._session, code, copies)

    def release(self, code: str, blocks: Iterable[str]) -> None:
        from desktop.services.handouts import releases

        now = self._now()
        releases.release(self._session, code, blocks, on=now.date(), now=now)

    def withdraw(self, code: str, blocks: Iterable[str]) -> None:
        from desktop.services.handouts import releases

        releases.withdraw(self._session, code, blocks, now=self._now())

    def _line(self, code: str, copies: bool) -> LanguageLine:
        from desktop.services.handouts.languages import language

        texts = self.standing(code, copies)
        reviewed = sum(each.reviewed for each in texts)
        return LanguageLine(language(code), len(texts), reviewed, sum(bool(each.fault) for each in texts))
