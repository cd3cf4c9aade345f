"""The names behind ids: statuses, titles, papers, facts, authorities."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.cases.casefile import CaseFile
from desktop.texts import Texts

from ..reference import Reference

OTHER_TITLE = "title:other"


def step_names(reference: Reference, texts: Texts, case: CaseFile | None = None) -> Mapping[str, str]:
    """Names for the ids in a derivation: status and title codes, title ids, paper codes, authorities.

    With a case, a title outside the pack is called by its section, where one is recorded.
    """
    pack = reference.pack
    names = {code: texts.pick(status.short) for code, status in pack.terms.statuses.items()}
    for norm in pack.norms:
        names.setdefault(f"title:{norm.id}", norm.cite)
        names[norm.id] = norm.cite
    names |= {code: texts.pick(document.name) for code, document in pack.documents.items()}
    names |= {key: texts.pick(each.name) for key, each in reference.authorities.items()}
    if case is not None:
        own = [each.variant for each in case.status_periods if each.status_code == OTHER_TITLE]
        names |= {OTHER_TITLE: own[-1]} if own and own[-1] else {}
    return names
