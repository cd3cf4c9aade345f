"""The application letter: only what is known, with the papers that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.cases.periods import PartialDate
from desktop.cases.status import DULDUNG_CODES, StatusPeriod
from desktop.deadlines import effects
from desktop.deadlines.authorities import Originals
from desktop.documents import sheets
from desktop.documents.sheets import LetterFlag, LetterKind, Permit, StayEffect
from desktop.rules.checklist import ChecklistItem, Need
from desktop.rules.conditions import Any, Finding, Fixed, Leaf
from desktop.rules.fees import FeeLine, FeeOutcome
from desktop.rules.rows import Applies, applies
from desktop.rules.standing import Standing, standing_of
from desktop.rules.tables import Topic
from desktop.rules.verdict import BEST, LeafClass, Verdict
from desktop.rules.vocabulary import FactType

from .. import filing
from ..assessment import CONTINUES_104C, HOLDER_104C
from ..words.names import step_names
from .checklists import fee_sheet
from .ground import Ground

REPLY_WITHIN = timedelta(weeks=4)
WORK_ONLY_BY_PERMISSION = "permission"
SETTLEMENT_PERMITS = "settlement_permits"
"""Group of the titles that are settlement permits."""
_EFFECTS = {
    effects.F81_4: StayEffect.CONTINUES,
    effects.F81_4_LATE: StayEffect.CONTINUES,
    effects.F81_3_1: StayEffect.PERMITTED,
    effects.F81_3_2: StayEffect.SUSPENDED,
    effects.F25_1_3: StayEffect.PERMITTED_BY_LAW,
}
_FREE_BY = {
    "benefits": "benefits",
    "protected": "protected",
    "protected_to_claim": "protected",
    "admitted_23_2": "admitted_23_2",
}
"""Relief of the fee table, and the column of a fee that says what it does to it."""
_FREE = {FeeOutcome.EXEMPT, FeeOutcome.TO_BE_CLAIMED}
_FREE_WORDS = {outcome.value for outcome in _FREE}
_RELIEVED = {*_FREE, FeeOutcome.DISCRETIONARY}
_COPIES_ONLY = (Originals.NEVER, Originals.APPOINTMENT)
_BY_LAW_ALONE = ("none", "F25_1_3", "D_material")
"""Statuses that no paper shows."""
_OWN_CONDITIONS = (LeafClass.REQUIRES, LeafClass.USUALLY, LeafClass.OPENS_DISCRETION)
_SHOWN = (Proof.COPY, Proof.ORIGINAL)


def letter_sheet(
    ground: Ground, late_reason: str = "", confirmed_on: date | None = None
) -> sheets.LetterSheet:
    """The letter for a first issue, an extension, or the way from § 104c.

    `confirmed_on`: the day on which the client read or heard the text and confirmed it.
    """
    return _Letter(ground, late_reason, confirmed_on).sheet()


@dataclass(frozen=True)
class _Letter:
    ground: Ground
    late_reason: str
    confirmed_on: date | None

    def sheet(self) -> sheets.LetterSheet:
        ground = self.ground
        case, result = ground.case, ground.result
        exempt, waiver = self._fee_cites()
        return sheets.LetterSheet(
            stamp=ground.stamp,
            kind=self._kind(),
            person=ground.person,
            sender=self._sender(),
            authority=ground.recipient(),
            cite=result.norm.cite,
            title=ground.texts.pick(result.norm.title),
            permit=self._permit(),
            effect=self._effect(),
            present=self._present(),
            grounds=tuple(self._grounds()),
            flags=frozenset(self._flags()),
            enclosures=tuple(
                sheets.Enclosure(ground.texts.pick(each.document.name)) for each in self._enclosed()
            ),
            to_follow=tuple(
                ground.texts.pick(item.document.name)
                for item in ground.items
                if item.need is Need.NEEDED and not item.there and not item.document.only_on_request
            ),
            late_reason=self.late_reason,
            fee_exempt_cite=exempt,
            fee_waiver_cite=waiver,
            reply_by=ground.today + REPLY_WITHIN,
            our_reference=case.client.file_number,
            place=_town(case.client.address),
            client_confirmed_on=self.confirmed_on,
        )

    def _permit(self) -> Permit:
        settlement = self.ground.reference.pack.terms.group(SETTLEMENT_PERMITS)
        return Permit.SETTLEMENT if f"title:{self.ground.title_id}" in settlement else Permit.RESIDENCE

    def _kind(self) -> LetterKind:
        if self._from_104c():
            return LetterKind.AFTER_104C
        extension = self.ground.decision is DecisionKind.EXTENSION
        return LetterKind.EXTENSION if extension else LetterKind.FIRST_ISSUE

    def _from_104c(self) -> bool:
        continuing = self.ground.reference.pack.terms.group(CONTINUES_104C)
        present = self._status
        return (
            present is not None
            and present.title_id == HOLDER_104C
            and f"title:{self.ground.title_id}" in continuing
        )

    def _sender(self) -> sheets.Sender:
        client = self.ground.case.client
        representative = self.ground.case.value("legal_representative") or ""
        role = sheets.SenderRole.LEGAL_REPRESENTATIVE if representative else sheets.SenderRole.CLIENT
        return sheets.Sender(name=representative or client.name, lines=client.address, role=role)

    @property
    def _status(self) -> StatusPeriod | None:
        """The paper held now: of those that began by today the one that began last."""
        begun = [
            each
            for each in self.ground.case.status_periods
            if each.period.start.earliest <= self.ground.today
        ]
        return begun[-1] if begun else None

    def _present(self) -> sheets.PresentPaper | None:
        status = self._status
        if status is None or status.status_code in _BY_LAW_ALONE:
            return None
        names = step_names(self.ground.reference, self.ground.texts)
        name = status.variant or names.get(status.status_code, status.status_code)
        last = status.period.last_day
        return sheets.PresentPaper(
            name=name,
            number=status.number,
            issued_by=names.get(status.issued_by, status.issued_by if status.issued_by != "abroad" else ""),
            valid_until=last.earliest if last is not None else None,
        )

    def _effect(self) -> StayEffect:
        ground, case = self.ground, self.ground.case
        found = filing.effect(case, ground.title_id, PartialDate.exactly(ground.today))
        if found.id is None or found.disputed:
            return StayEffect.UNCLEAR
        if found.id in _EFFECTS:
            return _EFFECTS[found.id]
        if found.order_possible:
            return StayEffect.LATE
        held = self._status
        if held is not None and held.status_code in DULDUNG_CODES:
            return StayEffect.TOLERATION
        return StayEffect.NONE

    def _grounds(self) -> Iterator[sheets.Ground]:
        """What the title itself asks for and what is met of it; of alternatives only one.

        The general conditions and bars are left to the authority: an applicant has no need to assert that
        nothing is known against him. What the office judged is told as the condition alone, never its reason.
        """
        finding = self.ground.result.finding
        for leaf in _met(finding) if finding is not None else ():
            node = leaf.node
            if (
                not isinstance(node, Leaf)
                or node.cls not in _OWN_CONDITIONS
                or node.fact == "identity_cleared"
            ):
                continue
            told = f" ({known})" if (known := self._told(node, leaf)) else ""
            inputs = leaf.value.inputs if leaf.value is not None else ()
            numbers = self._numbers(node.fact, *inputs)
            yield sheets.Ground(f"{self.ground.words.label(leaf)}{told}", node.cite, numbers)

    def _told(self, node: Leaf, leaf: Finding) -> str:
        """What is known, where it says more than that the condition is met: a duration, a day, a level."""
        kind = self.ground.reference.pack.vocabulary[node.fact].type
        if node.judgement or kind.yes_or_no or kind in (FactType.CHOICE, FactType.SET):
            return ""
        return self.ground.words.value(node.fact, leaf.value)

    def _enclosed(self) -> list[ChecklistItem]:
        return [item for item in self.ground.items if item.paper in _SHOWN]

    def _numbers(self, *facts: str) -> tuple[int, ...]:
        return tuple(
            number
            for number, item in enumerate(self._enclosed(), 1)
            if not set(facts).isdisjoint(item.document.proves)
        )

    def _flags(self) -> Iterator[LetterFlag]:
        ground, result = self.ground, self.ground.result
        leaves = list(result.finding.leaves()) if result.finding is not None else []
        general = [leaf for leaf in leaves if isinstance(leaf.node, Leaf) and leaf.node.id.startswith("G5_")]
        if any(_class(leaf) is LeafClass.WAIVED for leaf in general):
            yield LetterFlag.WAIVED_5_3
        if any(
            _class(leaf) is LeafClass.WAIVABLE and standing_of(leaf) is not Standing.MET for leaf in general
        ):
            yield LetterFlag.ASK_WAIVER_5_3
        work = [each.row.value for each in result.consequences if each.row.topic is Topic.WORK]
        if WORK_ONLY_BY_PERMISSION in work:
            yield LetterFlag.ASK_WORK_PERMISSION
        if ground.facts.fact("identity_cleared").value is True:
            yield LetterFlag.IDENTITY_CLEARED
        elif any(item.document.code == "id_efforts" for item in self._enclosed()):
            yield LetterFlag.IDENTITY_EFFORTS
        extension = ground.decision is DecisionKind.EXTENSION
        if extension and result.verdict is not None and result.verdict >= Verdict.DISCRETION_OPEN:
            yield LetterFlag.GROUNDS_CONTINUE
        if ground.authority.originals in _COPIES_ONLY:
            yield LetterFlag.COPIES_ONLY

    def _fee_cites(self) -> tuple[str, str]:
        """The norms by which no fee may be charged, and by which it may be waived; empty if neither.

        Only the fee for the decision itself counts (the first group); what is free for everybody needs no
        claim.
        """
        shown = fee_sheet(self.ground)
        lines = [line for group in shown.groups[:1] for line in group.lines if line.amount]
        outcomes = {line.outcome for line in lines}
        if not outcomes & _RELIEVED:
            return "", ""
        waiver = shown.waiver.cite if shown.waiver is not None else ""
        return self._exempt_cite(lines), (waiver if outcomes != {FeeOutcome.EXEMPT} else "")

    def _exempt_cite(self, lines: Iterable[FeeLine]) -> str:
        """The norms of the reliefs that make one of these fees free in this case."""
        relief = self.ground.reference.pack.tables.fee_relief
        cites = [
            getattr(relief[column], "cite", "")
            for column, kinds in _FREE_BY.items()
            if column in relief
            and applies(relief[column], self.ground.facts) is Applies.YES
            and any(getattr(line.fee, kinds) in _FREE_WORDS for line in lines)
        ]
        return ", ".join(dict.fromkeys(filter(None, cites)))


def _met(finding: Finding) -> Iterator[Finding]:
    """The leaves that are met, of alternatives the first that is."""
    if isinstance(finding.node, Leaf | Fixed):
        if standing_of(finding) is Standing.MET:
            yield finding
    elif isinstance(finding.node, Any):
        yield from next((list(_met(part)) for part in finding.parts if part.verdict is BEST), [])
    else:
        for part in finding.parts:
            yield from _met(part)


def _class(leaf: Finding) -> LeafClass | None:
    return leaf.node.cls if isinstance(leaf.node, Leaf) else None


def _town(address: tuple[str, ...]) -> str:
    """The town of a German address: what follows the postcode on the last line."""
    if not address:
        return ""
    postcode, _, town = address[-1].partition(" ")
    return town if postcode.isdigit() else ""
