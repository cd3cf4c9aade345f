"""What the files of norms may write, key by key; what it means for the law is built in `trees` and `norms`.

Every scalar arrives as the text that was written.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from ..comparison import Kind
from ..entries import Certainty, Checked, Cite, Decision, Entry, InForce, IsoDay, Name, Pair, Words, YesOrNo
from ..verdict import Effect, LeafClass, Verdict


class WrittenRemovable(Entry):
    """How a bar ends."""

    cite: Cite
    how: Pair
    when: WrittenCondition | None = None


class WrittenNode(Entry):
    """What every condition may carry. A cite that begins with Abs. belongs to the section around it."""

    id: Name | None = None
    cite: Cite | None = None
    label: Pair | None = None
    certainty: Certainty = "read"
    cls: LeafClass | None = Field(default=None, alias="class")
    unless: WrittenCondition | None = None
    applies_to: Decision | None = None
    removable: WrittenRemovable | None = None
    note: Pair | None = None


class WrittenLeaf(WrittenNode):
    """One test of one fact."""

    id: Name
    label: Pair
    fact: Name
    of: Name | None = None
    is_: Name | None = Field(default=None, alias="is")
    in_: tuple[Name, ...] | None = Field(default=None, alias="in", min_length=1)
    not_in: tuple[Name, ...] | None = Field(default=None, min_length=1)
    known: YesOrNo | None = None
    at_least: Name | None = None
    more_than: Name | None = None
    at_most: Name | None = None
    less_than: Name | None = None
    band: Literal["safe", "longest"] | None = None

    @property
    def tests(self) -> dict[Kind, Any]:
        """The tests that are written; a leaf needs exactly one."""
        found = {
            Kind.IS: self.is_,
            Kind.IN: self.in_,
            Kind.NOT_IN: self.not_in,
            Kind.KNOWN: self.known,
            Kind.AT_LEAST: self.at_least,
            Kind.MORE_THAN: self.more_than,
            Kind.AT_MOST: self.at_most,
            Kind.LESS_THAN: self.less_than,
        }
        return {kind: operand for kind, operand in found.items() if operand is not None}


class WrittenAll(WrittenNode):
    """Every part."""

    all: tuple[WrittenCondition, ...]


class WrittenAny(WrittenNode):
    """At least one part."""

    any: tuple[WrittenCondition, ...] = Field(min_length=1)


class WrittenGroup(Entry):
    """A tree of the folder groups/ that several norms share."""

    group: Name
    cls: LeafClass | None = Field(default=None, alias="class")
    unless: WrittenCondition | None = None


def _kind_of(raw: Any) -> str:
    for key in ("all", "any", "group"):
        if isinstance(raw, dict) and key in raw:
            return key
    return "leaf"


WrittenCondition = Annotated[
    Annotated[WrittenAll, Tag("all")]
    | Annotated[WrittenAny, Tag("any")]
    | Annotated[WrittenGroup, Tag("group")]
    | Annotated[WrittenLeaf, Tag("leaf")],
    Discriminator(_kind_of),
]


class WrittenConditions(Entry):
    """The conditions of a version or a route, by the word for their class."""

    requires: tuple[WrittenCondition, ...] = ()
    usually: tuple[WrittenCondition, ...] = ()
    waivable: tuple[WrittenCondition, ...] = ()
    waived: tuple[WrittenCondition, ...] = ()
    barred_by: tuple[WrittenCondition, ...] = ()
    doubtful_by: tuple[WrittenCondition, ...] = ()
    opens_discretion: tuple[WrittenCondition, ...] = ()


class WrittenRoute(WrittenConditions):
    """One way to the title, with its legal nature and the best verdict it may carry."""

    id: Name
    effect: Effect
    cap: Verdict | None = None
    cite: Cite
    title: Pair
    applies_to: Decision | None = None
    note: Pair | None = None


class WrittenVersion(WrittenConditions):
    """A norm as it stands for some time."""

    in_force: InForce
    checked: Checked
    sources: tuple[Words, ...] = ()
    note: Pair | None = None
    certainty: Certainty = "read"
    closed_to: tuple[Decision, ...] = ()
    """Decisions not taken any more: the verdict is a no, and the norm's `no_grant` is the reason."""
    transitional: tuple[WrittenRoute, ...] = ()
    """The ways past that no which are left to who applied in time."""
    conditions_missing: YesOrNo = False
    """The title was granted then, but the pack does not hold the conditions of that time."""
    general: dict[Name, LeafClass] = Field(default_factory=dict)
    routes: tuple[WrittenRoute, ...] = ()


class WrittenNorm(Entry):
    """One title. `decisions` are the kinds of decision it is examined for; empty if it is not examined."""

    id: Name
    cite: Cite
    title: Pair
    short: Pair | None = None
    decisions: tuple[Decision, ...]
    no_grant: Pair | None = None
    applied_for: YesOrNo = True
    """Whether an application to the foreigners office leads to it; another body may take it up by itself."""
    versions: tuple[WrittenVersion, ...] = Field(min_length=1)


class WrittenGeneral(Entry):
    """general.yaml: the leaves that many titles share; a norm says in which class it takes them."""

    leaves: tuple[WrittenCondition, ...]


class WrittenSharedGroup(Entry):
    """groups/<id>.yaml."""

    id: Name
    cite: Cite | None = None
    title: Pair
    condition: WrittenCondition


class WrittenPack(Entry):
    """pack.yaml."""

    id: Name
    name: Pair
    law_checked_on: IsoDay
    jurisdiction: Words
    norms: tuple[Name, ...] = Field(min_length=1)
    supersedes: str = ""
    note: Pair | None = None


for _model in (WrittenRemovable, WrittenNode, WrittenLeaf, WrittenAll, WrittenAny, WrittenGroup):
    _model.model_rebuild()
