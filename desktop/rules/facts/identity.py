"""Identity and passport."""

from __future__ import annotations

from desktop.cases.decisions import DatedValue
from desktop.cases.status import Passport
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .value import FactValue, Note

IDENTITY = "identity_status"
PASSPORTS = "passports"


@fact
def identity_cleared(seen: Basis) -> FactValue:
    """Whether identity and nationality are clarified (§ 5 Abs. 1 Nr. 1a); the latest finding counts."""
    findings: tuple[DatedValue, ...] | None = seen.value(IDENTITY)
    if findings is None:
        return seen.unknown()
    past = [each for each in findings if truths.by(each.day, seen.on) is not False]
    if not past:
        return seen.unknown(IDENTITY)
    newest = max(each.day.earliest for each in past)
    latest = {each.value for each in past if each.day.latest >= newest}
    if len(latest) > 1:
        return seen.unknown(IDENTITY)
    match latest.pop():
        case "cleared":
            return seen.known(True)
        case "not":
            return seen.known(False)
    return seen.disputed(None, Note.of("identity_partly_cleared"), ask=(IDENTITY,))


@fact
def passport_obligation_met(seen: Basis) -> FactValue:
    """Whether a passport or a substitute is valid on the day (§ 3 Abs. 1); one the office keeps counts."""
    passports: tuple[Passport, ...] | None = seen.value(PASSPORTS)
    if passports is None:
        return seen.unknown()
    met = truths.any_of(_valid(each, seen) for each in passports)
    if met is Truth.UNKNOWN:
        return seen.unknown(PASSPORTS)
    if met is Truth.DISPUTED:
        return seen.disputed(None, Note.of("other_travel_document"), ask=(PASSPORTS,))
    return seen.truth(met)


def _valid(passport: Passport, seen: Basis) -> Truth:
    """Whether a document of an unnamed kind is recognised as a passport is open."""
    valid = truths.of(truths.running(passport.period, seen.on))
    return Truth.DISPUTED if valid is Truth.YES and passport.kind == "other" else valid
