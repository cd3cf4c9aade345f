"""Asylum procedures: what is pending, what was decided, and what a decision means for the titles."""

from __future__ import annotations

import re

from desktop.cases.applications import DecisionKind
from desktop.cases.decisions import AsylumProcedure
from desktop.cases.periods import PartialDate
from desktop.cases.shapes import Never
from desktop.deadlines.arithmetic import add_months
from desktop.deadlines.recognition import PROTECTION, decided, protecting
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .value import FactValue, Note

PROCEDURES = "asylum_procedures"
ABSENCES = "absence_periods"
_NONE = "none"
_SETTLEMENT_BY_DISCRETION = frozenset({"26_4", "35_hint"})
"""Whether § 10 Abs. 3 S. 2 also bars these after a permit granted by way of exception is open."""
_UNDATED = frozenset({"abh", "court", "bamf"})
"""Who may have found a ban on removal outside the procedures on record; nothing tells the day."""


@fact
def asylum_pending(seen: Basis) -> FactValue:
    """An asylum application is filed and not finally decided (§ 10 Abs. 1)."""
    procedures = seen.value(PROCEDURES)
    if procedures is None:
        return seen.unknown()
    pending = [_pending(each, seen) for each in procedures]
    truth = truths.any_of(pending)
    if truth is Truth.UNKNOWN:
        return seen.unknown(PROCEDURES, notes=(Note.of("final_day_missing"),))
    if truth is Truth.DISPUTED:
        return seen.disputed(None, Note.of("subsequent_without_procedure"), ask=(PROCEDURES,))
    return seen.truth(truth)


def _pending(procedure: AsylumProcedure, seen: Basis) -> Truth:
    filed = True if procedure.filed_on is None else truths.by(procedure.filed_on, seen.on)
    if filed is False:
        return Truth.NO
    final = truths.by(procedure.final_on, seen.on)
    if final:
        return (
            Truth.UNKNOWN if procedure.outcome == "pending" else Truth.NO
        )  # running and final: which of it?
    if filed is None or (final is None and procedure.outcome != "pending"):
        return Truth.UNKNOWN  # decided, but nobody recorded since when for good
    if procedure.kind == "subsequent" and procedure.procedure_carried_out is False:
        return Truth.DISPUTED
    return Truth.YES


@fact(of_title=True)
def qualified_rejection(seen: Basis) -> FactValue:
    """A rejection as manifestly unfounded that bars titles until departure (§ 10 Abs. 3 S. 2).

    Rejections up to 27 February 2024 follow the old § 30 Abs. 3 AsylG (§ 104 Abs. 19); applications
    filed since 12 June 2026 the EU grounds. For those in between no transitional rule was found: every
    hit is disputed. The bar only holds before departure: time abroad that began on the day of the decision
    or later makes it disputed.
    """
    procedures = seen.value(PROCEDURES)
    if procedures is None:
        return seen.unknown()
    rejected = [each for each in procedures if each.outcome == "rejected_mu"]
    barred = [(_qualified(each, seen), each) for each in rejected]
    left = any(_left_since(each, seen) for truth, each in barred if truth is not Truth.NO)
    truth = truths.any_of(
        Truth.DISPUTED if truth is Truth.YES and _left_since(each, seen) else truth for truth, each in barred
    )
    notes: list[Note] = [Note.of("left_after_rejection")] if left and truth is Truth.DISPUTED else []
    if truth is Truth.YES and seen.sought.is_among(_SETTLEMENT_BY_DISCRETION):
        truth = Truth.DISPUTED
        notes.append(Note.of("derogation_at_settlement"))
    elif truth is Truth.DISPUTED and any(found is Truth.DISPUTED for found, _ in barred):
        notes.append(Note.of("rejection_between_regimes"))
    if truth is Truth.UNKNOWN:
        return seen.unknown(PROCEDURES, notes=(Note.of("rejection_ground_missing"),))
    return seen.truth(truth, *notes)


def _left_since(procedure: AsylumProcedure, seen: Basis) -> bool:
    """Whether time abroad began, or may have begun, on the day of the decision or later."""
    day = decided(procedure)
    begun: list[PartialDate] = [each.period.start for each in seen.optional(ABSENCES) or ()]
    return any(day is None or start.latest >= day.earliest for start in begun if start.earliest <= seen.on)


def _qualified(procedure: AsylumProcedure, seen: Basis) -> Truth:
    final = truths.by(procedure.final_on, seen.on)
    if final is False:
        return Truth.NO  # not final: the procedure is pending instead
    ground = _ground(procedure.mu_ground)
    regimes = _regimes(procedure, seen)
    if final is None or not regimes or ground is None:
        return Truth.UNKNOWN
    found = {_under(regime, ground, seen) for regime in regimes}
    return found.pop() if len(found) == 1 else Truth.UNKNOWN


def _regimes(procedure: AsylumProcedure, seen: Basis) -> set[int]:
    """The regimes that are possible for the days known; empty if not even the rejection's day is known."""
    new, middle = seen.terms.day("rejection_regime_3_since"), seen.terms.day("rejection_regime_2_since")
    filed, day = procedure.filed_on, decided(procedure)
    if filed is not None and filed.earliest >= new:
        return {3}
    if day is None:
        return set()
    regimes = set()
    if day.earliest < middle:
        regimes.add(1)
    if day.latest >= middle:
        regimes.add(2)
    if day.latest >= new and (filed is None or filed.latest >= new):
        regimes.add(3)
    return regimes


def _under(regime: int, ground: str, seen: Basis) -> Truth:
    if regime == 3 and ground in ("c", "d", "f"):
        ground = "1" + ground  # the subparagraph of Art. 42 Abs. 1 that only has letters
    listed = ground in seen.terms.words(f"rejection_grounds_regime_{regime}")
    if not listed:
        return Truth.NO
    return Truth.DISPUTED if regime == 2 else Truth.YES


def _ground(text: str) -> str | None:
    """The number of the ground: 3, 1c, 3b, c, or "other"; None if the text is none of these."""
    plain = re.sub(r"(?:nr|no)\b|[\s.()]", "", text.lower())
    return plain if re.fullmatch(r"\d?[a-z]|\d|other", plain) else None


@fact
def protection_status(seen: Basis) -> FactValue:
    """The best protection the Bundesamt has granted: art16a, refugee, subsidiary, family_art23 or none."""
    procedures = seen.value(PROCEDURES)
    if procedures is None:
        return seen.unknown()
    found = protecting(procedures, seen.on)
    if found is None and any(_perhaps(each, seen) for each in procedures):
        return seen.unknown(PROCEDURES)
    if found is not None and found.outcome != "family_art23" and found.own_status is False:
        return seen.unknown(PROCEDURES)  # a status of one's own, and not one's own: which of it?
    return seen.known(_NONE if found is None else found.outcome)


def _perhaps(procedure: AsylumProcedure, seen: Basis) -> bool:
    """A decision of which it is not known whether it was made by the day."""
    return procedure.outcome in PROTECTION and truths.by(decided(procedure), seen.on) is None


@fact(of_title=True)
def protection_ceased(seen: Basis) -> FactValue:
    """Whether the protection or the ban on removal has ended since it was found (§ 26 Abs. 2).

    Revoked, withdrawn or lapsed for good; while that is not final the answer is disputed. An extension asks
    for it, and a first grant on a finding that is not recent: nobody needs to deny what has just been
    decided, but an old finding may have been taken back before there ever was a card.
    """
    needed = seen.sought.decision_kind is DecisionKind.EXTENSION or _found_long_ago(seen)
    answer = seen.value("protection_ended") if needed else seen.optional("protection_ended")
    if answer is None:
        return seen.unknown("protection_ended") if needed else seen.known(False)
    if answer == "procedure_open":
        return seen.disputed(None, Note.of("revocation_not_final"))
    return seen.known(answer == "ended")


def _found_long_ago(seen: Basis) -> bool:
    """Whether the title rests on a finding and none of them is known to be recent."""
    by_ban = seen.sought.is_title("25_3")
    procedures: tuple[AsylumProcedure, ...] = seen.optional(PROCEDURES) or ()
    found = [decided(each) for each in procedures if _is_ban(each) is by_ban and _finds(each, seen)]
    months = seen.terms.number("recent_finding_months")
    if any(day is not None and add_months(day.earliest, months) >= seen.on for day in found):
        return False
    return bool(found) or (by_ban and seen.optional("removal_ban_source") in _UNDATED)


def _finds(procedure: AsylumProcedure, seen: Basis) -> bool:
    day = decided(procedure)
    positive = procedure.outcome in PROTECTION or _is_ban(procedure)
    return positive and (day is None or day.earliest <= seen.on)


def _is_ban(procedure: AsylumProcedure) -> bool:
    return procedure.outcome.startswith("ban_")


@fact
def status_variant(seen: Basis) -> FactValue:
    """Whether the person holds the status itself (own_status) or only the right of Art. 23 (art23_family).

    Old family asylum (§ 26 AsylG before 12 June 2026) is an own status.
    """
    procedures = seen.value(PROCEDURES)
    if procedures is None:
        return seen.unknown()
    found = protecting(procedures, seen.on)
    if found is None:
        return seen.known(_NONE)
    if found.outcome == "family_art23":
        return seen.known("art23_family")
    return seen.unknown(PROCEDURES) if found.own_status is False else seen.known("own_status")


@fact
def anchor_status(seen: Basis) -> FactValue:
    """The status of the person from whom the finding under Art. 23 derives."""
    procedures = seen.value(PROCEDURES)
    if procedures is None:
        return seen.unknown()
    findings = [each for each in procedures if each.outcome == "family_art23"]
    if not findings:
        return seen.known(_NONE)
    statuses = {each.anchor_status for each in findings}
    status = statuses.pop()
    return seen.unknown(PROCEDURES) if statuses or status is None else seen.known(status)


@fact
def recognition_final_on(seen: Basis) -> FactValue:
    """The day on which the recognising decision became final; none without a recognition."""
    procedures = seen.value(PROCEDURES)
    if procedures is None:
        return seen.unknown()
    found = protecting(procedures, seen.on)
    if found is None:
        return seen.known(Never.NONE)
    if found.final_on is None:
        return seen.unknown(PROCEDURES)
    return seen.known(found.final_on.day or found.final_on)


@fact
def recognised_2015_to_2017(seen: Basis) -> FactValue:
    """Whether the protection became final in 2015, 2016 or 2017 (§ 26 Abs. 3, text until the end of 2022)."""
    procedures = seen.value(PROCEDURES)
    if procedures is None:
        return seen.unknown()
    found = protecting(procedures, seen.on)
    if found is None:
        return seen.known(False)
    if found.final_on is None:
        return seen.unknown(PROCEDURES)
    since, before = (
        seen.terms.day("clearance_recognised_since"),
        seen.terms.day("clearance_recognised_before"),
    )
    days = found.final_on.earliest, found.final_on.latest
    within = {since <= day < before for day in days}
    spanning = days[0] < since and days[1] >= before
    return seen.unknown(PROCEDURES) if len(within) > 1 or spanning else seen.known(within.pop())


@fact
def recognition_under_2024_regulation(seen: Basis) -> FactValue:
    """Own refugee or subsidiary status on an application filed since Regulation (EU) 2024/1347 applies."""
    procedures = seen.value(PROCEDURES)
    if procedures is None:
        return seen.unknown()
    found = protecting(procedures, seen.on)
    if found is None or found.outcome not in ("refugee", "subsidiary"):
        return seen.known(False)
    since, filed = seen.terms.day("eu_qualification_since"), found.filed_on
    if filed is None or filed.earliest < since <= filed.latest:
        return seen.unknown(PROCEDURES)
    return seen.known(filed.earliest >= since)


@fact
def removal_ban(seen: Basis) -> FactValue:
    """The ban on removal found by Bundesamt, court or authority: 60_5, 60_7, 60_7_health_only or none.

    A finding binds the authority as soon as it is made (§ 42 AsylG).
    """
    procedures = seen.value(PROCEDURES)
    source = seen.optional("removal_ban_source")
    found = {word for each in procedures or () if (word := _ban(each, seen)) is not None}
    best = next((word for word in ("60_5", "60_7", "60_7_health_only") if word in found), None)
    if best is not None:
        return seen.known(best)
    if source in _UNDATED:
        kind = seen.optional("removal_ban_kind")
        return seen.unknown("removal_ban_kind") if kind is None else seen.known(kind)
    if procedures is None or any(_ban_perhaps(each, seen) for each in procedures):
        return seen.unknown(PROCEDURES)
    return seen.known(_NONE)


def _ban(procedure: AsylumProcedure, seen: Basis) -> str | None:
    day = decided(procedure)
    if day is not None and day.latest > seen.on:
        return None
    if procedure.outcome == "ban_60_7":
        return "60_7_health_only" if procedure.health_only else "60_7"
    return "60_5" if procedure.outcome == "ban_60_5" else None


def _ban_perhaps(procedure: AsylumProcedure, seen: Basis) -> bool:
    return _is_ban(procedure) and truths.by(decided(procedure), seen.on) is None
