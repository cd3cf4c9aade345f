"""The residence duty of § 12a, and journeys to the country of origin."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.cases.decisions import Journey
from desktop.cases.periods import ONE_DAY, PartialDate
from desktop.cases.shapes import Never
from desktop.cases.status import Exemption12a
from desktop.deadlines.spans import Duration, length
from desktop.rules.verdict import Truth

from . import truths
from .basis import Basis, fact
from .issue import issued, since_event
from .value import FactValue, Note

EXEMPTIONS = "exemptions_12a"
_BY_RECOGNITION = frozenset({"25_1", "25_2_1", "25_2_2"})


@fact(of_title=True)
def months_since_12a_start(seen: Basis) -> FactValue:
    """Time since the recognition, or since the first permit of the list was issued; nothing before that.

    Three years are not over on the day with the same number: it still belongs to them (§ 187 Abs. 1 BGB).
    """
    if seen.sought.is_among(_BY_RECOGNITION):
        start = _recognised(seen)
        if start is None:
            return seen.unknown()
    else:
        papers = seen.papers()
        if papers is None:
            return seen.unknown()
        group = seen.terms.codes("first_permit_12a")
        days = [issued(each) for each in papers if each.status_code in group]
        start = min((day for day in days if day.earliest <= seen.on), default=Never.NONE)
    if isinstance(start, Never):
        return seen.known(Duration())
    least, most = since_event(start, seen.on)
    return seen.known(least) if least == most else seen.band(least, most, open_answer="status_periods")


def _recognised(seen: Basis) -> PartialDate | Never | None:
    found = seen.fact("recognition_final_on").value
    if isinstance(found, PartialDate | Never) or found is None:
        return found
    assert isinstance(found, date)
    return PartialDate.exactly(found)


@fact
def exemption_12a_applies(seen: Basis) -> FactValue:
    """Work, training, study or a course lifts the residence duty (§ 12a Abs. 1 S. 2).

    A reason that ends within three months lets the duty go on in the new Land (S. 4). Whether one that
    lasted longer lifts it for good the law does not say in so many words: disputed.
    """
    entries: tuple[Exemption12a, ...] | None = seen.value(EXEMPTIONS)
    if entries is None:
        return seen.unknown()
    states = [(each, truths.all_of((_begun(each, seen), _meets(each, seen)))) for each in entries]
    running = [state for each, state in states if truths.running(each.period, seen.on) is not False]
    found = truths.any_of(running)
    if found is Truth.YES:
        return seen.known(True)
    ended = [each for each, state in states if state is not Truth.NO and _ended(each, seen)]
    if found is Truth.UNKNOWN:
        return seen.unknown(EXEMPTIONS)
    if any(not _short(each, seen) for each in ended):
        return seen.disputed(None, Note.of("exemption_lasted_longer"))
    return seen.known(False, *_new_land(ended))


@fact
def exemption_12a_ended_early(seen: Basis) -> FactValue:
    """Whether an exception fell away within three months: the duty goes on in the new Land (S. 4)."""
    found = seen.fact("exemption_12a_applies")
    if found.value is None:
        return seen.disputed() if found.disputed else seen.unknown()
    return seen.known(any(note.id == "duty_in_new_land" for note in found.notes))


def _new_land(ended: Iterable[Exemption12a]) -> tuple[Note, ...]:
    days = [each.period.longest.end for each in ended]
    past = [day for day in days if day is not None]
    return (Note.of("duty_in_new_land", last_day=max(past) - ONE_DAY),) if past else ()


def _begun(each: Exemption12a, seen: Basis) -> Truth:
    return truths.of(truths.by(each.period.start, seen.on))


def _ended(each: Exemption12a, seen: Basis) -> bool:
    end = each.period.end
    return end is not None and end.latest <= seen.on


def _short(each: Exemption12a, seen: Basis) -> bool:
    """Whether the reason fell away within the time of § 12a Abs. 1 S. 4."""
    span = each.period.longest.until(seen.on)
    limit = Duration(seen.terms.number("residence_12a_short_reason_months"))
    return span.end is not None and length(span.start, span.end) <= limit


def _meets(each: Exemption12a, seen: Basis) -> Truth:
    match each.reason:
        case "job":
            hours = seen.terms.number("residence_12a_hours_week")
            enough = None if each.hours_week is None else each.hours_week >= hours
            return truths.all_of((truths.of(enough), truths.of(each.income_sufficient)))
        case "course":
            return truths.of(each.course_unavailable_locally)
    return Truth.YES


@fact
def travelled_to_origin(seen: Basis) -> FactValue:
    """A journey to the country of origin that was not morally compelling (§ 73b Abs. 1a AsylG)."""
    journeys: tuple[Journey, ...] | None = seen.value("travel_to_origin")
    if journeys is None:
        return seen.unknown()
    made = [each for each in journeys if truths.by(each.day, seen.on) is not False]
    return seen.known(any(not each.morally_compelling for each in made))
