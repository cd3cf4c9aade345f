"""What an application letter rests on: the effect of filing, what was decided, what was held until when."""

from __future__ import annotations

from datetime import date

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure
from desktop.cases.periods import PartialDate
from desktop.cases.status import StatusPeriod
from desktop.cases.words import spoken_day
from desktop.deadlines import effects
from desktop.deadlines.refusals import with_refusals
from desktop.documents.sheets import StayEffect
from desktop.rules.conditions import Leaf
from desktop.texts import mark

from .. import filing
from ..filing_proof import applications_of
from .ground import Ground

_EFFECTS = {
    effects.F81_4: StayEffect.CONTINUES,
    effects.F81_4_LATE: StayEffect.CONTINUES,
    effects.F81_3_1: StayEffect.PERMITTED,
    effects.F81_3_2: StayEffect.SUSPENDED,
    effects.F25_1_3: StayEffect.PERMITTED_BY_LAW,
}
_BY_THE_FEDERAL_OFFICE = frozenset({"protection_status", "removal_ban"})
_RECOGNISED = frozenset({"art16a", "refugee", "subsidiary", "ban_60_5", "ban_60_7"})


def effect_of_filing(ground: Ground, *, tolerated: bool) -> StayEffect:
    """What filing today does for the stay (§ 81 AufenthG). `tolerated`: the paper held now is a Duldung."""
    found = filing.effect(ground.case, ground.title_id, PartialDate.exactly(ground.today))
    if found.id is None or found.disputed:
        return StayEffect.UNCLEAR
    if found.id in _EFFECTS:
        return _EFFECTS[found.id]
    if found.order_possible:
        return StayEffect.LATE
    return StayEffect.TOLERATION if tolerated else StayEffect.NONE


def federal_notice(ground: Ground) -> str:
    """The decision of the Federal Office the title rests on: its day, and since when it is final."""
    finding = ground.result.finding
    leaves = finding.leaves() if finding is not None else ()
    told = {leaf.node.fact for leaf in leaves if isinstance(leaf.node, Leaf)}
    if not told & _BY_THE_FEDERAL_OFFICE:
        return ""
    known: tuple[AsylumProcedure, ...] = ground.case.value("asylum_procedures") or ()
    decided = [each for each in known if each.decided_on is not None and each.outcome in _RECOGNISED]
    if not decided:
        return ""
    texts, last = ground.texts, decided[-1]
    day = spoken_day(last.decided_on, texts) if last.decided_on is not None else ""
    if last.final_on is None:
        return day
    return texts(mark("{day} (final since {final})"), day=day, final=spoken_day(last.final_on, texts))


def days_late(ground: Ground, status: StatusPeriod | None) -> str:
    """How many days after the last day of the paper it is; empty if it has not ended for certain."""
    last = status.period.last_day if status is not None else None
    if last is None or last.latest >= ground.today:
        return ""
    days = (ground.today - last.earliest).days
    return ground.texts.plural(mark("{count} day"), mark("{count} days"), days)


def open_applications(case: CaseFile, today: date) -> list[tuple[int, Application]]:
    """Those that arrived and are not decided, by their number, from 1, among all of the case.

    A letter that refuses a title has decided them even if nobody has recorded it with the application.
    """
    return [
        (number, each)
        for number, each in enumerate(with_refusals(applications_of(case), case.letters), start=1)
        if not each.result and each.decided_on is None and each.filed_on.earliest <= today
    ]


def same_title(ground: Ground) -> bool:
    """Whether the title held last is extended; another title does not rest on the grounds of the old."""
    held = [each for each in ground.case.status_periods if each.title_id]
    last = held[-1].title_id if held else ""
    return ground.decision is DecisionKind.EXTENSION and last == ground.title_id
