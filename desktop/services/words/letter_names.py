"""What a letter to an authority calls a paper: shorter than a checklist, and with its act."""

from __future__ import annotations

import re

from desktop.cases.status import StatusPeriod
from desktop.texts import Texts, mark

from ..reference import Reference
from .names import LawNames, step_names

_FOR_WHO_SEARCHES = re.compile(r"\s*\([^()]*\)$")
_BY_SECTION = re.compile(r"(\w+)\s(§.*)")


def enclosed_name(name: str) -> str:
    """The name of a paper that is there: without the examples that help somebody to find it.

    They may name what the paper is not: a level above the one that is asked for, another benefit.
    """
    return _FOR_WHO_SEARCHES.sub("", name) or name


def paper_held(reference: Reference, status: StatusPeriod, texts: Texts) -> str:
    """A dated paper of the stay as a letter names it: by its section with its act, else in full."""
    if status.variant:
        return held_name(status.variant, texts)
    short = step_names(reference, texts).get(status.status_code, status.status_code)
    if "§" in short:
        return held_name(short, texts)
    return LawNames.of(reference, texts).status_in_full(status.status_code)


def held_name(name: str, texts: Texts) -> str:
    """The paper held, by its section with its act: Duldung nach § 60b AufenthG.

    `name`: as lists show it, without the act, which is the Residence Act for all that name a section.
    """
    if name.startswith("§"):
        return texts(mark("Residence title under {cite}"), cite=name)
    named = _BY_SECTION.fullmatch(name)
    if named is None or named[2].endswith("G"):
        return name
    cite = f"{named[2]}\N{NO-BREAK SPACE}AufenthG"
    return texts(mark("{paper} under {cite}"), paper=named[1], cite=cite)
