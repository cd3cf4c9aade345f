"""What offices do, apart from the law: where a note comes from and how far it can be relied on."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.rules.entries import Certainty
from desktop.rules.tables import Practice
from desktop.texts import Texts, mark

_CERTAINTY: Mapping[Certainty, str] = {
    "read": mark("read in the source"),
    "secondary": mark("known at second hand"),
    "inferred": mark("our own conclusion"),
}


def origin(note: Practice, texts: Texts) -> str:
    """Source, certainty and first day of a practice note."""
    said = [note.source, texts(_CERTAINTY[note.certainty])]
    if note.in_force is not None:
        said.append(texts(mark("since {since}"), since=texts.day(note.in_force.since)))
    return " · ".join(said)
