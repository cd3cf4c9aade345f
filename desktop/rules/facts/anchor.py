"""The relative from whose title a family title derives (§ 25a Abs. 2, § 25b Abs. 4, 6).

Which titles and which kinships count stands in the pack for every family title (`anchor_titles_...`,
`anchor_relations_...`). Of several relatives the one who fits the title evaluated best is the anchor, and
the four facts all speak of that one: so together they are met if one single relative meets them all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.cases.people import FamilyMember
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .family import MEMBERS, minor, together
from .person import age_on
from .terms import ANCHORED
from .value import FactValue, Note

UNMARRIED = "unmarried"
NONE, OTHER = "none", "other"
_CUSTODY = "parent_with_custody"
_CHILD_OF_HOLDER = "minor_child_of_parent_holder"
_UNMARRIED_CHILD = "minor_unmarried_child"
_SPOUSE = "spouse_partner"
_KINSHIPS = {
    "child": (_CUSTODY,),
    "parent": (_CHILD_OF_HOLDER, _UNMARRIED_CHILD),
    "spouse_partner": (_SPOUSE,),
}
"""What the client can be to a relative, by what the relative is to the client."""
_NAMED = frozenset({"25a_1", "25a_2_parent", "25b_1", "25b_6", "D60d"})
"""Titles, and the Duldung, that a family title can derive from; any other is `other`."""
_FIT = (Truth.NO, Truth.UNKNOWN, Truth.DISPUTED, Truth.YES)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A relative measured against the family title evaluated."""

    member: FamilyMember
    kinship: str
    title: Truth
    kin: Truth
    minor: Truth
    together: Truth

    @property
    def needed(self) -> tuple[Truth, Truth, Truth]:
        """A parent's title hangs on the child being under age, every other one on the family life."""
        return self.title, self.kin, self.minor if self.kinship == _CUSTODY else self.together

    @property
    def fit(self) -> tuple[int, int]:
        """How well it fits: the weakest part, then how many parts are met."""
        return _FIT.index(truths.all_of(self.needed)), self.needed.count(Truth.YES)


def _anchor(seen: Basis, members: tuple[FamilyMember, ...]) -> _Anchor | None:
    """The relative who fits best; None if nobody is of the kin that the title evaluated asks for."""
    return max(_candidates(seen, members), key=lambda each: each.fit, default=None)


def _candidates(seen: Basis, members: tuple[FamilyMember, ...]) -> Iterator[_Anchor]:
    if not members or not seen.sought.is_among(ANCHORED):
        return
    sought = seen.sought.title_id
    titles = seen.terms.words(f"anchor_titles_{sought}")
    relations = seen.terms.words(f"anchor_relations_{sought}")
    for each in members:
        for kinship in _KINSHIPS.get(each.relation, ()):
            if kinship in relations:
                held = Truth.UNKNOWN if each.title_id is None else truths.of(each.title_id in titles)
                kin = _kin(seen, each, kinship, members)
                yield _Anchor(each, kinship, held, kin, minor(each, seen), together(each, seen))


def _kin(seen: Basis, member: FamilyMember, kinship: str, members: tuple[FamilyMember, ...]) -> Truth:
    """Whether the client stands in that kinship to the relative.

    A parent without custody is named only together with the other parent (“den Eltern”): whether both
    ask for the title is not recorded, so that is disputed.
    """
    match kinship:
        case "parent_with_custody":
            return Truth.DISPUTED if member.custody is False else truths.of(member.custody)
        case "minor_child_of_parent_holder":
            return _client_minor(seen)
        case "minor_unmarried_child":
            return truths.all_of((_client_minor(seen), _client_unmarried(seen, members)))
    return Truth.YES


def _client_minor(seen: Basis) -> Truth:
    found = seen.fact("minor_applicant").value
    return Truth.UNKNOWN if found is None else truths.of(bool(found))


def _client_unmarried(seen: Basis, members: tuple[FamilyMember, ...]) -> Truth:
    """Nobody below the age from which marriages can be valid needs to be asked (Art. 13 Abs. 3 EGBGB)."""
    if any(each.relation == _SPOUSE for each in members):
        return Truth.NO
    birth = seen.optional("birth_date")
    if birth is not None and age_on(birth, seen.on)[1] < seen.terms.number("marriage_void_below_age"):
        return Truth.YES
    return truths.of(seen.value(UNMARRIED))


def _members(seen: Basis) -> tuple[FamilyMember, ...] | None:
    """The family; without an answer those whose own cases are at hand, of whom one may be the anchor."""
    answered: tuple[FamilyMember, ...] | None = seen.value(MEMBERS)
    return answered if answered is not None else seen.day.relatives or None


def _nobody(seen: Basis, value: str | bool) -> FactValue:
    """No relative fits: that is known only if somebody answered for the whole family."""
    return seen.unknown() if MEMBERS in seen.missing else seen.known(value)


@fact(of_title=True)
def anchor_title(seen: Basis) -> FactValue:
    """The title that the anchor holds; `none` if there is no such relative or the relative holds none."""
    members = _members(seen)
    if members is None:
        return seen.unknown()
    anchor = _anchor(seen, members)
    if anchor is None or (anchor.title is Truth.NO and MEMBERS in seen.missing):
        return _nobody(seen, NONE)
    held = anchor.member.title_id
    if held is None:
        return seen.unknown(MEMBERS)
    return seen.known(held if held in _NAMED or held == NONE else OTHER)


@fact(of_title=True)
def anchor_relation(seen: Basis) -> FactValue:
    """What the client is to the anchor: the kinship that the title evaluated asks for, or `none`."""
    members = _members(seen)
    if members is None:
        return seen.unknown()
    anchor = _anchor(seen, members)
    if anchor is None or anchor.kin is Truth.NO:
        return _nobody(seen, NONE)
    match anchor.kin:
        case Truth.YES:
            return seen.known(anchor.kinship)
        case Truth.DISPUTED:
            return seen.disputed(None, Note.of("parent_without_custody"), ask=(MEMBERS,))
    return seen.unknown(*(seen.missing or (MEMBERS,)))


@fact(of_title=True)
def anchor_is_minor(seen: Basis) -> FactValue:
    """Whether the anchor is under 18 on the day: until the day before the 18th birthday."""
    members = _members(seen)
    if members is None:
        return seen.unknown()
    anchor = _anchor(seen, members)
    found = Truth.NO if anchor is None else anchor.minor
    if found is Truth.NO:
        return _nobody(seen, False)
    return seen.unknown(MEMBERS) if found is Truth.UNKNOWN else seen.truth(found)


@fact(of_title=True)
def family_unit_with_anchor(seen: Basis) -> FactValue:
    """Whether client and anchor live together as a family on the day (familiäre Lebensgemeinschaft)."""
    members = _members(seen)
    if members is None:
        return seen.unknown()
    anchor = _anchor(seen, members)
    found = Truth.NO if anchor is None else anchor.together
    if found is Truth.NO:
        return _nobody(seen, False)
    return seen.unknown(MEMBERS) if found is Truth.UNKNOWN else seen.truth(found)
