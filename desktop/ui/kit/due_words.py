"""What a date of a list is, in words: its kind with its paper, or the office's own words. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.texts import Texts

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine
    from desktop.services.reference import Reference

_OF_THE_OFFICE = ("deadline", "follow_up", "appointment")


def what_is_due(reference: Reference, texts: Texts) -> Callable[[DueLine], str]:
    """A function that puts a line into words; the law's names are looked up once."""
    from desktop.deadlines.plans import STEPS
    from desktop.services.deadlines import kind_words
    from desktop.services.words.names import step_names

    names = step_names(reference, texts)

    def what(line: DueLine) -> str:
        kind = kind_words(line.kind, texts)
        if line.kind in _OF_THE_OFFICE:
            step = texts(STEPS[line.step].what) if line.step in STEPS else ""
            return line.own or step or kind
        paper = (line.own or names.get(line.code, "")).removesuffix(" AufenthG")
        return f"{kind}: {paper}" if paper and line.kind != "passport" else kind

    return what
