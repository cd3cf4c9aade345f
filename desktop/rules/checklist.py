"""Which papers one application needs: from the catalogue, this case and what the authority asks beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind

from .carriers import ScalarFacts
from .entries import Pair
from .packs import Pack
from .rows import Applies
from .tables import Document, HandIn

_NO_PAPERS: Mapping[str, Proof] = MappingProxyType({})
_NO_LIST: Mapping[str, bool] = MappingProxyType({})
_OCCASIONS = {DecisionKind.GRANT: "first", DecisionKind.EXTENSION: "extension"}


class Need(Enum):
    """Why a paper is on the list."""

    NEEDED = "needed"
    OPEN = "open"
    """It is not settled yet whether this case needs it."""
    ASKED_HERE = "asked_here"
    """Only this authority asks for it."""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One paper. `paper` is the best that is in the folder, None if nothing is recorded."""

    document: Document
    need: Need
    why: Pair
    paper: Proof | None
    asked_here: bool | None
    """Whether the authority's own list has it; None if it says nothing."""

    @property
    def there(self) -> bool:
        """Whether it lies in the folder in the form that is asked for."""
        if self.paper is None or self.paper in (Proof.OUT_OF_DATE, Proof.CLAIMED):
            return False
        if self.document.hand_in is HandIn.ORIGINAL:
            return self.paper is Proof.ORIGINAL
        seen_is_enough = self.document.hand_in in (HandIn.NONE, HandIn.DIGITAL)
        return self.paper is not Proof.SEEN or seen_is_enough


def items(
    pack: Pack,
    facts: ScalarFacts,
    title_id: str,
    decision_kind: DecisionKind,
    papers: Mapping[str, Proof] = _NO_PAPERS,
    asked_here: Mapping[str, bool] = _NO_LIST,
) -> list[ChecklistItem]:
    """The papers for one title and decision, in the order of the catalogue.

    `papers` is what lies in the folder (document code to the best proof on the day), `asked_here` the list of
    the responsible authority (document code to whether it asks for it). A list that names papers for several
    titles adds only what can concern this one; what is handed in only on request is never said to be needed.
    """
    found = []
    occasion = _OCCASIONS[decision_kind]
    for document in pack.documents.values():
        need, why = _need(pack, facts, document, title_id, occasion)
        asked = asked_here.get(document.code)
        concerned = document.concerns.is_for(title_id) and occasion in document.concerns.occasions
        if need is Need.NEEDED and document.only_on_request:
            need = Need.OPEN
        if asked and concerned and (need is None or document.only_on_request):
            need = Need.ASKED_HERE
        if need is not None:
            found.append(ChecklistItem(document, need, why, papers.get(document.code), asked))
    return found


def _need(
    pack: Pack, facts: ScalarFacts, document: Document, title_id: str, occasion: str
) -> tuple[Need | None, Pair]:
    """The strongest of the rules for the paper, with its reason."""
    need: Need | None = None
    why = document.why
    for rule in pack.tables.needed[document.code]:
        if not rule.row.is_for(title_id) or occasion not in rule.row.occasions or need is Need.NEEDED:
            continue
        state = rule.applies(facts)
        if state is Applies.YES:
            need, why = Need.NEEDED, rule.row.why or document.why
        elif state is Applies.OPEN and need is None:
            need, why = Need.OPEN, rule.row.why or document.why
    return need, why
