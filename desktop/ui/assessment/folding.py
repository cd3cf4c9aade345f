"""Titles folded together into one line: what nothing speaks for so far, and what is not possible. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.rules.words import NOT_COVERED
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.outline.line import Line
from desktop.ui.kit.signs import VERDICT_SIGNS, Sign

if TYPE_CHECKING:
    from desktop.rules.results import TitleResult

_FEW = 2
_WAITING = VERDICT_SIGNS["facts_missing"]
_CLOSED = VERDICT_SIGNS["not_available"]
_NO_TEXT = Sign("info", "later", NOT_COVERED)


class Folding:
    """Makes one line out of many titles; a few stay as they are."""

    def __init__(self, context: CaseContext) -> None:
        self._texts, self._names = context.texts, context.names

    def waiting(self, lines: Sequence[Line], results: Sequence[TitleResult]) -> Sequence[Line]:
        """Facts are missing, and nothing known speaks for them."""
        said = self._texts.plural(
            "{count} title for which nothing speaks so far",
            "{count} titles for which nothing speaks so far",
            len(lines),
        )
        return self._fold("fold waiting", said, _WAITING, lines, results)

    def closed(self, lines: Sequence[Line], results: Sequence[TitleResult], alone: bool) -> Sequence[Line]:
        """Not possible; `alone`: nothing else is told, so they stand open."""
        said = self._texts.plural(
            "{count} title does not come into question on these answers",
            "{count} titles do not come into question on these answers",
            len(lines),
        )
        return self._fold("fold closed", said, _CLOSED, lines, results, opened=alone)

    def no_text(self, lines: Sequence[Line], results: Sequence[TitleResult]) -> Sequence[Line]:
        """Of another day, and the pack does not hold what was law then."""
        said = self._texts.plural(
            "{count} title of which this day's text is not at hand",
            "{count} titles of which this day's text is not at hand",
            len(lines),
        )
        return self._fold("fold no_text", said, _NO_TEXT, lines, results)

    def _fold(
        self,
        key: str,
        said: str,
        sign: Sign,
        lines: Sequence[Line],
        results: Sequence[TitleResult],
        opened: bool = False,
    ) -> Sequence[Line]:
        if len(lines) <= _FEW:
            return lines
        named = " · ".join(self._names.titles([each.norm.id]) for each in results)
        word = self._texts(sign.word)
        return (
            Line(key, said, sign, word=word, detail=named, parts=tuple(lines), open=opened, level="title"),
        )
