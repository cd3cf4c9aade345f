"""The scale of verdicts, what is known of a leaf, and the table that turns one into the other."""

from __future__ import annotations

from enum import Enum


class Verdict(Enum):
    """Six steps from worst to best. `&` is the worse of two, `|` the better.

    The top step also means "nothing against it": it is what a met condition gives.
    """

    NOT_AVAILABLE = "not_available"
    FACTS_MISSING = "facts_missing"
    NEEDS_ASSESSMENT = "needs_assessment"
    DISCRETION_OPEN = "discretion_open"
    SHOULD_BE_GRANTED = "should_be_granted"
    ENTITLEMENT_INDICATED = "entitlement_indicated"

    rank: int

    def __init__(self, _value: str) -> None:
        self.rank = len(type(self).__members__)

    def __and__(self, other: Verdict) -> Verdict:
        return self if self.rank <= other.rank else other

    def __or__(self, other: Verdict) -> Verdict:
        return self if self.rank >= other.rank else other

    __hash__ = object.__hash__  # each value is one object; that of Enum runs in Python and costs

    def __lt__(self, other: Verdict) -> bool:
        return self.rank < other.rank

    def __le__(self, other: Verdict) -> bool:
        return self.rank <= other.rank

    def __gt__(self, other: Verdict) -> bool:
        return self.rank > other.rank

    def __ge__(self, other: Verdict) -> bool:
        return self.rank >= other.rank


WORST = Verdict.NOT_AVAILABLE
BEST = Verdict.ENTITLEMENT_INDICATED


class Truth(Enum):
    """What is known of a leaf's test. Disputed: it hangs on an open reading of the law or on a judgement."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"

    __hash__ = object.__hash__


class LeafClass(Enum):
    """What a leaf means for the verdict. The values are the keys of the rule files."""

    REQUIRES = "requires"
    """A hard condition."""
    USUALLY = "usually"
    """A rule condition (in der Regel): an exception is possible, so it is never an automatic no."""
    WAIVABLE = "waivable"
    """A condition the authority may disregard by discretion."""
    WAIVED = "waived"
    """Waived by law: never tested, shown as not required."""
    BARRED_BY = "barred_by"
    """A mandatory bar. The leaf describes the bar."""
    DOUBTFUL_BY = "doubtful_by"
    """A refusal as a rule. The leaf describes the bar."""
    OPENS_DISCRETION = "opens_discretion"
    """An alternative that only opens discretion."""

    __hash__ = object.__hash__

    @property
    def is_bar(self) -> bool:
        """Whether the leaf describes what stands against the title."""
        return self in (LeafClass.BARRED_BY, LeafClass.DOUBTFUL_BY)

    @property
    def liftable(self) -> bool:
        """Whether a person may find that it does not stand in the way of this case (an untypical case)."""
        return self in (LeafClass.USUALLY, LeafClass.DOUBTFUL_BY)


class Effect(Enum):
    """The legal nature of a route: what the authority owes when it is met."""

    ENTITLED = "entitled"
    SHOULD = "should"
    MAY = "may"
    ORDER = "order"

    @property
    def cap(self) -> Verdict:
        """The best verdict that this nature can carry."""
        return _CAPS[self]


_CAPS = {
    Effect.ENTITLED: Verdict.ENTITLEMENT_INDICATED,
    Effect.SHOULD: Verdict.SHOULD_BE_GRANTED,
    Effect.MAY: Verdict.DISCRETION_OPEN,
    Effect.ORDER: Verdict.DISCRETION_OPEN,
}

_NO, _MISSING, _ASSESS, _MAY = (
    Verdict.NOT_AVAILABLE,
    Verdict.FACTS_MISSING,
    Verdict.NEEDS_ASSESSMENT,
    Verdict.DISCRETION_OPEN,
)

# class: yes, no, unknown, unresolved judgement, disputed
_TABLE: dict[LeafClass, tuple[Verdict, Verdict, Verdict, Verdict, Verdict]] = {
    LeafClass.REQUIRES: (BEST, _NO, _MISSING, _ASSESS, _ASSESS),
    LeafClass.USUALLY: (BEST, _ASSESS, _ASSESS, _ASSESS, _ASSESS),
    LeafClass.WAIVABLE: (BEST, _MAY, _MAY, _MAY, _MAY),
    LeafClass.WAIVED: (BEST, BEST, BEST, BEST, BEST),
    LeafClass.BARRED_BY: (_NO, BEST, _MISSING, _ASSESS, _ASSESS),
    LeafClass.DOUBTFUL_BY: (_ASSESS, BEST, _ASSESS, _ASSESS, _ASSESS),
    LeafClass.OPENS_DISCRETION: (_MAY, _NO, _MISSING, _ASSESS, _ASSESS),
}


def outcomes(leaf_class: LeafClass, judgement: bool) -> dict[Truth, Verdict]:
    """The row of the table for a class; `judgement` if only a person can judge the fact.

    For the classes that describe a bar the truth is that of the bar: yes means it is present.
    """
    yes, no, unknown, unjudged, disputed = _TABLE[leaf_class]
    return {
        Truth.YES: yes,
        Truth.NO: no,
        Truth.UNKNOWN: unjudged if judgement else unknown,
        Truth.DISPUTED: disputed,
    }
