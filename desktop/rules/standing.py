"""How a single condition stands, in the words a page needs: met, not met, open, not judged, disputed."""

from __future__ import annotations

from enum import Enum

from .conditions import Finding, Fixed, Leaf
from .verdict import LeafClass, Truth, Verdict


class Standing(Enum):
    """A bar that is absent is MET, a bar that is there is NOT_MET."""

    MET = "met"
    NOT_MET = "not_met"
    OPEN = "open"  # the fact is unknown
    NOT_JUDGED = "not_judged"  # a person has to judge
    DISPUTED = "disputed"  # hangs on an open legal question
    NOT_REQUIRED = "not_required"  # waived by law, or by a person's finding


def standing_of(finding: Finding) -> Standing:
    """How the leaf of a finding stands. Raises TypeError for a node that joins conditions."""
    node = finding.node
    if isinstance(node, Fixed):
        return Standing.MET if node.always is Verdict.ENTITLEMENT_INDICATED else Standing.NOT_MET
    if not isinstance(node, Leaf):
        raise TypeError(f"not a leaf: {type(node).__name__}")
    if node.cls is LeafClass.WAIVED or finding.waiver is not None:
        return Standing.NOT_REQUIRED
    match finding.truth:
        case Truth.UNKNOWN:
            return Standing.NOT_JUDGED if node.judgement else Standing.OPEN
        case Truth.DISPUTED:
            return Standing.DISPUTED
    met = (finding.truth is Truth.YES) is not node.cls.is_bar
    return Standing.MET if met else Standing.NOT_MET
