"""What never changes during a session: the law of one rule pack and the authorities that are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop import resources
from desktop.cases.document import Inputs
from desktop.deadlines.authorities import UNKNOWN_AUTHORITY as UNKNOWN_AUTHORITY
from desktop.deadlines.authorities import Authority, read_authorities
from desktop.deadlines.holidays import PLACES
from desktop.errors import Problem
from desktop.rules import packs
from desktop.rules.norms import Norm
from desktop.rules.packs import Pack
from desktop.texts import mark

from .words.countries import countries

PACK = "de-2026-08"


@dataclass(frozen=True, slots=True)
class Reference:
    """The rule pack and the authority directory of a session."""

    pack: Pack
    authorities: Mapping[str, Authority]

    @property
    def inputs(self) -> Inputs:
        """What a case may name under this pack."""
        vocabulary = self.pack.vocabulary
        return Inputs(
            shapes=vocabulary.input_shapes,
            judgements=vocabulary.judgements,
            derived=vocabulary.derived,
            titles=frozenset(norm.id for norm in self.pack.norms),
            leaves=frozenset(
                leaf.key for norm in self.pack.norms for leaf in norm.leaves() if leaf.cls.liftable
            ),
            states=frozenset(countries("en")),
            authorities=tuple(sorted(self.authorities)),
            places=frozenset(PLACES),
        )

    def norm(self, title: str) -> Norm:
        """The norm of a title that somebody named. Raises Problem."""
        if title not in self.pack.norm_ids:
            raise unknown_title(title, self.pack.norms)
        return self.pack.norm(title)

    def authority(self, authority_id: str | None) -> Authority:
        """The authority of that id; where it is not known, a record that promises nothing."""
        return self.authorities.get(authority_id or "", self.authorities[UNKNOWN_AUTHORITY])

    def chosen(self, authority_id: str) -> Authority:
        """The authority that somebody chose. Raises Problem."""
        if authority_id not in self.authorities:
            raise Problem(
                mark("There is no authority “{authority}”."),
                mark("Known are: {authorities}."),
                authority=authority_id[:40],
                authorities=", ".join(sorted(self.authorities)),
            )
        return self.authorities[authority_id]


def unknown_title(title: str, known: Iterable[Norm]) -> Problem:
    """What to say to a title that is not among those known."""
    return Problem(
        mark("There is no title “{title}” here."),
        mark("Known are: {titles}."),
        title=title[:40],
        titles=", ".join(norm.id for norm in known),
    )


def load_reference() -> Reference:
    """Read the built-in pack and the authority directory. Raises Problems if either is damaged."""
    return Reference(packs.load(resources.path("law", PACK)), read_authorities(resources.path("authorities")))
