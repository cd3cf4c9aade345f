"""School, training and degrees in Germany of young people (§ 25a Abs. 1 S. 1 Nr. 2, S. 2)."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.cases.people import Education, Qualification
from desktop.cases.periods import Span
from desktop.deadlines import spans
from desktop.deadlines.spans import Duration
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .value import FactValue

EDUCATION = "education_periods"
QUALIFICATIONS = "qualifications"
_SCHOOL = frozenset({"school"})
_PARTLY_SCHOOL = frozenset({"prevocational", "apprenticeship"})
_TRAINING = frozenset({"school", "apprenticeship", "university"})


@fact
def school_months_success_de(seen: Basis) -> FactValue:
    """How long a school in Germany has been attended with success.

    Safe is the row of schools that lasts until the day, holidays bridged: attendance that is over counts
    only with a certificate (VG Saarlouis 6 K 1936/15). Longest adds ended attendance and training that
    is taught at a school in part.
    """
    education: tuple[Education, ...] | None = seen.value(EDUCATION)
    if education is None:
        return seen.unknown()
    here = [each for each in education if each.in_de is not False and each.successful is not False]
    certain = [each for each in here if each.in_de and each.successful]
    safe = _row(seen, [each.period.shortest for each in certain if each.kind in _SCHOOL])
    longest = max(safe, _sum(seen, here))
    as_recorded = max(safe, _sum(seen, (each for each in certain if _exact(each))))
    if as_recorded == longest:
        return seen.band(safe, longest)
    return seen.band(safe, longest, open_answer=EDUCATION)


def _row(seen: Basis, attended: Iterable[Span]) -> Duration:
    row = spans.chain(attended, seen.on, seen.terms.number("school_break_days"))
    return Duration() if row is None else spans.length(row.start, seen.on)


def _sum(seen: Basis, education: Iterable[Education]) -> Duration:
    """All such time with holidays between, whether it is over or not."""
    attended = [each.period.longest for each in education if each.kind in _SCHOOL | _PARTLY_SCHOOL]
    merged = spans.merged(attended, seen.on)
    holidays = [
        Span(gap.start, gap.end)
        for gap in spans.gaps(merged, seen.on)
        if gap.days <= seen.terms.number("school_break_days")
    ]
    return spans.total([*merged, *holidays], seen.on)


def _exact(each: Education) -> bool:
    return each.period.start.exact and (each.period.end is None or each.period.end.exact)


@fact
def recognised_qualification_de(seen: Basis) -> FactValue:
    """Whether a recognised school or vocational qualification, or a degree, was obtained in Germany."""
    obtained: tuple[Qualification, ...] | None = seen.value(QUALIFICATIONS)
    if obtained is None:
        return seen.unknown()
    found = truths.any_of(
        truths.all_of(
            (
                truths.of(each.recognised),
                truths.of(each.in_de),
                Truth.YES if each.day is None else truths.of(truths.by(each.day, seen.on)),
            )
        )
        for each in obtained
    )
    return seen.unknown(QUALIFICATIONS) if found is Truth.UNKNOWN else seen.truth(found)


@fact
def in_school_training_or_study(seen: Basis) -> FactValue:
    """Whether school, vocational training or university studies in Germany run on the day.

    A measure that only prepares for a vocation is not named: disputed.
    """
    education: tuple[Education, ...] | None = seen.value(EDUCATION)
    if education is None:
        return seen.unknown()
    found = truths.any_of(
        truths.all_of(
            (
                truths.of(truths.running(each.period, seen.on)),
                Truth.YES if each.kind in _TRAINING else Truth.DISPUTED,
                truths.of(each.in_de is not False),
            )
        )
        for each in education
    )
    return seen.unknown(EDUCATION) if found is Truth.UNKNOWN else seen.truth(found)
