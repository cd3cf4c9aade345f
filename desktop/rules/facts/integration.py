"""Language, civic knowledge, health limits, and what the integration course hangs on."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.cases.decisions import CivicProof, CourseRecord
from desktop.cases.people import Education, HealthLimit, LanguageProof
from desktop.rules.comparison import LEVELS
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact, topic_fact
from .person import age_on
from .value import FactValue

PROOFS = "language_proofs"
_NO_LEVEL = LEVELS[0]
_OLD_AGE_COUNTS_FOR = frozenset({"livelihood", "language"})
_SCHOOLS = frozenset({"school", "prevocational"})


@fact
def german_oral(seen: Basis) -> FactValue:
    """The best oral level of German proven by the day (CEFR; none without a proof)."""
    return _level(seen, ("oral",))


@fact
def german_written(seen: Basis) -> FactValue:
    """The best written level of German proven by the day."""
    return _level(seen, ("written",))


@fact
def german_full(seen: Basis) -> FactValue:
    """The level reached both in speech and in writing: the lower of the two."""
    return _level(seen, ("oral", "written"))


def _level(seen: Basis, skills: Iterable[str]) -> FactValue:
    proofs: tuple[LanguageProof, ...] | None = seen.value(PROOFS)
    if proofs is None:
        return seen.unknown()
    past = [each for each in proofs if each.day is None or truths.by(each.day, seen.on)]
    later = any(each.day is not None and truths.by(each.day, seen.on) is None for each in proofs)
    lowest = min((_best(past, skill) for skill in skills), key=LEVELS.index)
    return seen.unknown(PROOFS) if later and lowest == _NO_LEVEL else seen.known(lowest)


def _best(proofs: Iterable[LanguageProof], skill: str) -> str:
    levels = (each.level for each in proofs if each.skill in (skill, "full"))
    return max(levels, key=LEVELS.index, default=_NO_LEVEL)


@fact
def civic_knowledge(seen: Basis) -> FactValue:
    """Whether basic knowledge of the legal and social order is proven by the day."""
    proof: CivicProof | None = seen.value("civic_proof")
    if proof is None:
        return seen.unknown()
    if proof.kind == "none":
        return seen.known(False)
    given = True if proof.day is None else truths.by(proof.day, seen.on)
    return seen.unknown("civic_proof") if given is None else seen.known(given)


@topic_fact()
def health_waiver(seen: Basis, of: str | None) -> FactValue:
    """Whether illness, disability or age lifts a condition (`of`: language, livelihood, school, civic ...).

    A judgement in substance: a limit that nobody has confirmed stays unresolved. Age counts only for
    § 25b Abs. 3.
    """
    limits: tuple[HealthLimit, ...] | None = seen.value("health_limits")
    if limits is None:
        return seen.unknown()
    age_counts = of in _OLD_AGE_COUNTS_FOR
    return _confirmed(
        seen, (each for each in limits if each.affects == of and (each.kind != "age" or age_counts))
    )


@topic_fact()
def illness_waiver(seen: Basis, of: str | None) -> FactValue:
    """Whether illness or disability lifts a condition of § 9 Abs. 2 (S. 3, 6; `of`: language, civic, ...).

    As `health_waiver`, but age never counts: the statute names illness and disability only.
    """
    limits: tuple[HealthLimit, ...] | None = seen.value("health_limits")
    if limits is None:
        return seen.unknown()
    return _confirmed(seen, (each for each in limits if each.affects == of and each.kind != "age"))


def _confirmed(seen: Basis, limits: Iterable[HealthLimit]) -> FactValue:
    """Whether one of the limits runs on the day and somebody has confirmed it."""
    found = truths.any_of(
        truths.all_of(
            (
                truths.of(truths.running(each.period, seen.on)),
                Truth.YES if each.confirmed_by else Truth.UNKNOWN,
            )
        )
        for each in limits
    )
    return seen.unknown("health_limits") if found is Truth.UNKNOWN else seen.truth(found)


@fact
def integration_course_passed(seen: Basis) -> FactValue:
    """Whether the language test and the orientation test of the integration course were passed by the day."""
    course: CourseRecord | None = seen.value("integration_course")
    if course is None:
        return seen.unknown()
    if course.passed_on is None:
        return seen.known(False)
    passed = truths.by(course.passed_on, seen.on)
    return seen.unknown("integration_course") if passed is None else seen.known(passed)


@fact
def in_school_or_continuing_school(seen: Basis) -> FactValue:
    """A child or young person who starts school or goes on with it in Germany (§ 44 Abs. 3 Nr. 1)."""
    education: tuple[Education, ...] | None = seen.value("education_periods")
    birth = seen.optional("birth_date")
    young = seen.terms.number("young_adult_below_age")
    if birth is not None and age_on(birth, seen.on)[0] >= young:
        return seen.known(False)
    if education is None:
        return seen.unknown()
    running = truths.any_of(
        truths.all_of(
            (
                truths.of(truths.running(each.period, seen.on)),
                truths.of(each.kind in _SCHOOLS),
                truths.of(each.in_de is not False),
            )
        )
        for each in education
    )
    if running is Truth.YES and birth is None:
        return seen.unknown("birth_date")
    return seen.unknown("education_periods") if running is Truth.UNKNOWN else seen.truth(running)
