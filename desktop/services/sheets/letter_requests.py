"""What a letter asks for beside its title: a settlement permit that is due, another title in the alternative.

A holder of a title under § 104c is never led away from §§ 25a and 25b: an application for anything else does
not let that title continue (§ 104c(2) s. 3 AufenthG), so nothing else stands in such a letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.cases.applications import DecisionKind
from desktop.documents.sheets import Permit
from desktop.rules.conditions import Leaf
from desktop.rules.packs import Pack
from desktop.rules.results import TitleResult
from desktop.rules.standing import Standing, standing_of
from desktop.rules.verdict import LeafClass, Verdict
from desktop.texts import mark

from ..assessment import CONTINUES_104C
from ..letter_questions import AnswerKind, Question
from .ground import Ground

SETTLEMENT_PERMITS = "settlement_permits"
"""Group of the titles that are settlement permits."""
_GENERAL = "G5_"
_SECTION_5 = re.compile(r"§\s5\s")
_ENOUGH = Verdict.DISCRETION_OPEN


@dataclass(frozen=True)
class Requests:
    """The other titles that the assessment shows as possible for the case of a ground."""

    ground: Ground
    held_104c: bool

    def settlement(self) -> tuple[TitleResult, Question] | None:
        """The settlement permit that is due at an extension, and the question whether to apply for it.

        It has a fee of its own; without an answer it is applied for where nothing but an untypical case
        speaks against it.
        """
        if self.ground.decision is not DecisionKind.EXTENSION or self._is_settlement(self.ground.title_id):
            return None
        found = [each for each in self._possible() if self._is_settlement(each.norm.id)]
        if not found:
            return None
        best = found[0]
        certain = best.verdict is not None and best.verdict >= Verdict.SHOULD_BE_GRANTED
        label = self.ground.texts(
            mark("Apply for the settlement permit under {cite} at the same time? It has a fee of its own."),
            cite=best.norm.cite,
        )
        return best, Question("settlement", label, AnswerKind.YES_NO, assumed="yes" if certain else "no")

    def alternative(self) -> tuple[TitleResult, Question] | None:
        """The best other residence permit, and the question whether to ask for it in the alternative.

        None where the main title is a claim by law anyway.
        """
        if self.ground.result.verdict is Verdict.ENTITLEMENT_INDICATED:
            return None
        found = [each for each in self._possible() if not self._is_settlement(each.norm.id)]
        if self.held_104c:
            continuing = self.ground.reference.pack.terms.group(CONTINUES_104C)
            found = [each for each in found if f"title:{each.norm.id}" in continuing]
        if not found:
            return None
        label = self.ground.texts(mark("Ask for {cite} in the alternative?"), cite=found[0].norm.cite)
        return found[0], Question("alternative", label, AnswerKind.YES_NO, assumed="yes")

    def _possible(self) -> list[TitleResult]:
        """Other titles, best first, that are applied for and can be granted by what is known."""
        return [
            each
            for each in self.ground.assessed.titles
            if each.norm.id != self.ground.title_id
            and each.norm.cite != self.ground.result.norm.cite
            and each.norm.examined
            and each.norm.applied_for
            and each.verdict is not None
            and each.verdict >= _ENOUGH
        ]

    def _is_settlement(self, title_id: str) -> bool:
        return permit_of(self.ground.reference.pack, title_id) is Permit.SETTLEMENT


def permit_of(pack: Pack, title_id: str) -> Permit:
    """Whether a title is a settlement permit or a residence permit."""
    settlement = f"title:{title_id}" in pack.terms.group(SETTLEMENT_PERMITS)
    return Permit.SETTLEMENT if settlement else Permit.RESIDENCE


def waived_wholly(result: TitleResult) -> tuple[bool, bool]:
    """Whether § 5(3) s. 1 lifts any general condition of this title, and whether all of § 5(1), (2)."""
    classes = {leaf.id: leaf.cls for leaf in _general(result)}
    waived = {name for name, cls in classes.items() if cls is LeafClass.WAIVED}
    whole = {"G5_1_1", "G5_1_1a", "G5_1_2", "G5_1_3", "G5_1_4", "G5_2"}
    return bool(waived), whole <= waived


def cites_to_waive(result: TitleResult) -> str:
    """The general conditions that are not met and can be waived by discretion, as citations alone.

    What stands behind them is never told: the authority knows, and nobody else need read it.
    """
    if result.finding is None:
        return ""
    cites = [
        leaf.leaf.cite.split(" mit ")[0].removesuffix(" AufenthG")
        for leaf in result.finding.leaves()
        if isinstance(leaf.node, Leaf)
        and leaf.node.id.startswith(_GENERAL)
        and leaf.node.cls is LeafClass.WAIVABLE
        and (standing_of(leaf) is Standing.NOT_MET or leaf.waiver is not None)
    ]
    if not cites:
        return ""
    first, *others = dict.fromkeys(_SECTION_5.sub("", each) for each in cites)
    rest = [each.removeprefix("Abs. 1 ") if first.startswith("Abs. 1 ") else each for each in others]
    return f"§\N{NO-BREAK SPACE}5 {', '.join((first, *rest))} AufenthG"


def _general(result: TitleResult) -> list[Leaf]:
    if result.finding is None:
        return []
    nodes = [leaf.node for leaf in result.finding.leaves()]
    return [node for node in nodes if isinstance(node, Leaf) and node.id.startswith(_GENERAL)]
