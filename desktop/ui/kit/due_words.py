"""What a date of a list is about, in the words of the window, which may be the office's own. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.texts import Texts

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine
    from desktop.services.reference import Reference


def words_of_dates(reference: Reference, texts: Texts) -> Callable[[DueLine], str]:
    """A function that puts a line into words; the law's names are looked up once."""
    from desktop.services.words.dates import what_is_due
    from desktop.services.words.names import step_names

    known = step_names(reference, texts)
    return lambda line: what_is_due(line, known, texts, own_words=True)
