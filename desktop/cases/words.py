"""Source words of what a case holds, and days known in part as people say them."""

from __future__ import annotations

from collections.abc import Mapping

from ..texts import Texts, mark
from .answers import Proof, Unknown
from .applications import DecisionKind
from .periods import PartialDate

YES, NO = mark("yes"), mark("no")
DID_NOT_HAPPEN = mark("did not happen")
"""A date fact whose event did not happen (`shapes.Never`)."""
NONE_EXIST = mark("none")
"""A list or set that is known to be empty."""

UNKNOWN_WORDS: Mapping[Unknown, str] = {
    Unknown.NOT_ASKED: mark("not asked"),
    Unknown.CLIENT_DOES_NOT_KNOW: mark("unknown"),
    Unknown.WILL_NOT_SAY: mark("will not say"),
}
PROOF_WORDS: Mapping[Proof, str] = {
    Proof.OUT_OF_DATE: mark("out of date"),
    Proof.CLAIMED: mark("said"),
    Proof.SEEN: mark("seen"),
    Proof.COPY: mark("copy"),
    Proof.ORIGINAL: mark("original"),
}
"""Beside the answer or the paper."""
PROOF_IN_FULL: Mapping[Proof, str] = {
    Proof.OUT_OF_DATE: mark("proof out of date"),
    Proof.CLAIMED: mark("not proven yet"),
    Proof.SEEN: mark("paper seen"),
    Proof.COPY: mark("copy in the file"),
    Proof.ORIGINAL: mark("original seen and kept"),
}
"""For a reader who does not know the file."""
DECISION_WORDS: Mapping[DecisionKind, str] = {
    DecisionKind.GRANT: mark("First grant"),
    DecisionKind.EXTENSION: mark("Extension"),
}


def spoken_day(day: PartialDate, texts: Texts) -> str:
    """A day, a month with its year, a year; otherwise both borders."""
    if day.day is not None:
        return texts.day(day.day)
    written = str(day)
    if "/" not in written:
        _, _, month = written.partition("-")
        return f"{texts.month(int(month))} {day.earliest.year}" if month else written
    earliest, latest = texts.day(day.earliest), texts.day(day.latest)
    return texts(mark("between {earliest} and {latest}"), earliest=earliest, latest=latest)
