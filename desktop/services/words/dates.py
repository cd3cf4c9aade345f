"""What a date of a list is about, in words."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.deadlines.planned import KINDS as OWN_KINDS
from desktop.deadlines.plans import STEPS
from desktop.texts import Texts

from ..deadlines import DueLine, kind_words


def what_is_due(line: DueLine, known: Mapping[str, str], texts: Texts, *, own_words: bool) -> str:
    """The kind of a date with the paper it belongs to; of an own date what the office or its plan calls it.

    Without `own_words` nothing is shown that somebody typed, for it may name a person. `known` are the names
    behind ids (`step_names`).
    """
    kind = kind_words(line.kind, texts)
    own = line.own if own_words else ""
    if line.kind in OWN_KINDS:
        step = texts(STEPS[line.step].what) if line.step in STEPS else ""
        return own or step or kind
    paper = (own or known.get(line.code, "")).removesuffix(" AufenthG")
    paper = paper.removeprefix(kind.split(" ")[0] + " ")  # "Duldung endet: § 60b", not "Duldung" twice
    return f"{kind}: {paper}" if paper and line.kind != "passport" else kind
