"""Which titles a person holds on a day, until when, since when, and who issued them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from desktop.cases.periods import ONE_DAY, PartialDate
from desktop.cases.shapes import Never
from desktop.deadlines.spans import Duration, length
from desktop.deadlines.ukraine import GROUP

from .basis import Basis, fact, topic_fact
from .history import History, Stay
from .value import FactValue, Note

if TYPE_CHECKING:
    from .view import CaseDay

STATUS = "status_periods"
HOLDER_104C = "104c_holder"
_CONTINUING = frozenset({"F81_4", "F81_4_late"})
_VISA = "visa_D"


def _recorded(day: CaseDay, of: str | None) -> str | None:
    """No title at all for one that was never held: the answer is the same."""
    return of if of in day.titles_recorded else ""


@topic_fact(alike=_recorded)
def holds(seen: Basis, of: str | None) -> FactValue:
    """Whether the title `of` is held on the day: by its paper, by ordinance, or deemed to go on."""
    history = seen.history()
    if history is None:
        return seen.unknown()
    return _holding(seen, history, history.of_title(of or ""))


@fact
def holds_104c(seen: Basis) -> FactValue:
    """Whether the opportunity residence of § 104c is held on the day, as it is or by § 81 Abs. 4."""
    return seen.fact("holds", HOLDER_104C)


@fact
def holds_residence_permit(seen: Basis) -> FactValue:
    """Whether any residence permit (Aufenthaltserlaubnis) is held on the day; settlement permits are none."""
    history = seen.history()
    if history is None:
        return seen.unknown()
    settled = seen.terms.codes("settlement_permits")
    return _holding(seen, history, [stay for stay in history.titles() if stay.code not in settled])


@fact
def holds_section_5_permit(seen: Basis) -> FactValue:
    """Whether a permit of chapter 2 section 5 is held on the day, § 104c included."""
    history = seen.history()
    if history is None:
        return seen.unknown()
    section_5 = seen.terms.codes("section_5")
    return _holding(seen, history, [stay for stay in history.titles() if stay.code in section_5])


def held_of(seen: Basis, history: History, codes: Collection[str]) -> FactValue:
    """Whether a title of these codes is held on the day, with the reasons why not or why it is open."""
    return _holding(seen, history, [stay for stay in history.titles() if stay.code in codes])


def _holding(seen: Basis, history: History, stays: Iterable[Stay]) -> FactValue:
    """Yes if one of the stays covers the day and no newer paper contradicts; else why not."""
    wanted = tuple(stays)
    if not wanted:
        return seen.known(False)
    codes = {stay.code for stay in wanted}
    covering = [stay for stay in wanted if stay.safe.covers(seen.on)]
    expelled = _expelled_since(seen, wanted)
    if expelled is not None:
        return expelled
    if covering:
        if _contradicted(seen, history, covering):
            return seen.unknown(STATUS, "applications", notes=(Note.of("newer_paper_contradicts"),))
        notes = (Note.of("continues_by_application"),) if all(each.continued for each in covering) else ()
        if _long_abroad(seen, covering):
            return seen.disputed(True, Note.of("long_absence"), *notes)
        return seen.known(True, *notes)
    perhaps = [stay for stay in wanted if stay.longest.covers(seen.on)]
    if perhaps:
        return seen.unknown(*asked_about(seen, perhaps))
    last = _last_ended(wanted, seen.on)
    if last is None:
        return seen.known(False)
    if any(stay.code in _CONTINUING for stay in history.on(seen.on)) and _is_last(history, codes, seen.on):
        return seen.known(True, Note.of("continues_by_application"))
    if last.ended_by_asylum:
        return seen.known(False, Note.of("ended_by_asylum_application", day=last.longest.end))
    if not history.applications_known and not _newer_paper(history, last, seen.on):
        seen.value("applications")
        return seen.unknown("applications")
    return seen.known(False)


def asked_about(seen: Basis, stays: Iterable[Stay]) -> tuple[str, ...]:
    """What to ask about stays that only perhaps cover the day: the group, where the ordinance decides."""
    group_open = seen.day.circumstances.ukr_group is None
    if not group_open or any(stay.title_id != "24" for stay in stays):
        return (STATUS,)
    seen.value(GROUP)
    return (GROUP,)


def _expelled_since(seen: Basis, stays: Iterable[Stay]) -> FactValue | None:
    """The answer if the person was expelled after these titles began; None if not.

    An expulsion ends every title at once, even while it is contested (§ 51 Abs. 1 Nr. 5, § 84 Abs. 2 S. 1).
    """
    running = [stay for stay in stays if stay.longest.covers(seen.on)]
    day = seen.optional("expulsion_order_on") if running else None
    if not isinstance(day, PartialDate) or day.earliest > seen.on:
        return None
    if day.latest <= seen.on and all(day.earliest > stay.begun for stay in running):
        return seen.known(False, Note.of("ended_by_expulsion", day=day.latest))
    return None if all(day.latest < stay.begun for stay in running) else seen.unknown("expulsion_order_on")


def _contradicted(seen: Basis, history: History, covering: list[Stay]) -> bool:
    """Whether a paper for people who must leave began after these titles and covers the day."""
    begun = max(stay.begun for stay in covering)
    newer = [stay for stay in history.on(seen.on) if stay.begun > begun]
    return any(seen.terms.has("departure_enforceable", stay.code) for stay in newer)


def _long_abroad(seen: Basis, covering: list[Stay]) -> bool:
    """Whether a stay abroad may have ended the title (§ 51 Abs. 1 Nr. 7): too long, and not agreed before."""
    begun = max(stay.begun for stay in covering)
    limit = Duration(seen.terms.number("lapse_abroad_months"))
    for absence in seen.optional("absence_periods") or ():
        span = absence.period.longest.until(seen.on)
        end = span.end or seen.on
        if end > begun and not absence.agreed and length(max(span.start, begun), end) > limit:
            return True
    return False


def _last_ended(stays: Iterable[Stay], on: date) -> Stay | None:
    ended = [stay for stay in stays if stay.longest.end is not None and stay.longest.end <= on]
    return max(ended, key=lambda stay: stay.longest.end or date.min, default=None)


def _is_last(history: History, codes: set[str], on: date) -> bool:
    """Whether the title that ended last is one of these: a certificate continues that one."""
    last = _last_ended(history.titles(), on)
    return last is not None and last.code in codes


def _newer_paper(history: History, ended: Stay, on: date) -> bool:
    """Whether a later title, or a paper that covers the day, shows that nothing continues this one."""
    covering = [stay for stay in history.on(on) if stay.code not in _CONTINUING]
    return any(stay.begun > ended.begun for stay in (*covering, *history.titles()))


@topic_fact()
def ever_held(seen: Basis, of: str | None) -> FactValue:
    """Whether the title `of` was granted by the day, whether or not it still runs."""
    papers = seen.papers()
    if papers is None:
        return seen.unknown()
    return seen.known(any(each.title_id == of and each.period.start.earliest <= seen.on for each in papers))


@fact
def permit_before_2005(seen: Basis) -> FactValue:
    """Whether a permit was held before the Residence Act came into force (§ 104 Abs. 2).

    The Act names two kinds of permits of that time only; the record does not tell them from the others, so a
    title of that time is disputed, never a certain yes.
    """
    papers = seen.papers()
    if papers is None:
        return seen.unknown()
    since = seen.terms.day("residence_act_since")
    begun = [each.period.start for each in papers if each.title_id is not None]
    if any(start.latest < since for start in begun):
        return seen.disputed(None, Note.of("permit_before_2005_kind"))
    return seen.unknown(STATUS) if any(start.earliest < since for start in begun) else seen.known(False)


@fact
def title_effective_expiry(seen: Basis) -> FactValue:
    """The last day (inclusive) of the title held, or of the last one; none if there never was one.

    The ordinance for § 24 and the end by an asylum application are taken into account, the effect of an
    application is not: it has no end of its own.
    """
    history = seen.history()
    if history is None:
        return seen.unknown()
    titles = [stay for stay in history.titles() if not stay.continued and stay.longest.start <= seen.on]
    if not titles:
        return seen.known(Never.NONE)
    last = max(titles, key=lambda stay: (stay.longest.end or date.max, stay.begun))
    safe, longest = last.safe.end, last.longest.end
    if safe is None or longest is None:
        settled = last.code in seen.terms.codes("settlement_permits")
        return seen.known(Never.NONE, Note.of("unlimited")) if settled else seen.unknown(STATUS)
    if safe == longest:
        return seen.known(longest - ONE_DAY)
    return seen.known(PartialDate(safe - ONE_DAY, longest - ONE_DAY), ask=asked_about(seen, [last]))


@fact
def title_ran_out(seen: Basis) -> FactValue:
    """The last title ended before the day, and neither a new one nor an application covers the day."""
    history = seen.history()
    if history is None:
        return seen.unknown()
    past = [stay for stay in history.titles() if stay.longest.start <= seen.on]
    if not past:
        return _visa_ran_out(seen, history)
    held = _holding(seen, history, history.titles())
    if held.value is None:
        return held
    return seen.known(not held.value and not _lost_by_asylum(held) and not _lost_by_expulsion(held))


def _visa_ran_out(seen: Basis, history: History) -> FactValue:
    """A national visa is a title too (§ 81 Abs. 4 S. 1), as long as no other status has followed it."""
    last = history.last_before(seen.on)
    if last is None or last.code != _VISA or last.ended_by_asylum or history.perhaps_on(seen.on):
        return seen.known(False)
    if not history.applications_known:
        seen.value("applications")
        return seen.unknown("applications")
    effect = seen.fact("application_effect")
    return seen.unknown() if effect.value is None else seen.known(effect.value == "none")


@fact
def title_ended_by_asylum(seen: Basis) -> FactValue:
    """Whether an asylum application ended the last title (§ 51 Abs. 1 Nr. 8; § 55 Abs. 2 AsylG)."""
    history = seen.history()
    if history is None:
        return seen.unknown()
    held = _holding(seen, history, history.titles())
    return held if held.value is None else seen.known(_lost_by_asylum(held), *held.notes)


def _lost_by_expulsion(held: FactValue) -> bool:
    return any(note.id == "ended_by_expulsion" for note in held.notes)


def _lost_by_asylum(held: FactValue) -> bool:
    return any(note.id == "ended_by_asylum_application" for note in held.notes)
