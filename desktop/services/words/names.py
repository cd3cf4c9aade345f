"""The names behind ids: statuses, titles, papers, facts, authorities."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.texts import Texts

from ..reference import Reference


def step_names(reference: Reference, texts: Texts) -> Mapping[str, str]:
    """Names for the ids in a derivation: status and title codes, title ids, paper codes, authorities."""
    pack = reference.pack
    names = {code: texts.pick(status.short) for code, status in pack.terms.statuses.items()}
    for norm in pack.norms:
        names.setdefault(f"title:{norm.id}", norm.cite)
        names[norm.id] = norm.cite
    names |= {code: texts.pick(document.name) for code, document in pack.documents.items()}
    names |= {key: texts.pick(each.name) for key, each in reference.authorities.items()}
    return names
