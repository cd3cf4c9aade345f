"""The ends of titles, and which of all papers still end. None of them rolls over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..cases.periods import ONE_DAY, PartialDate
from ..texts import mark
from .arithmetic import last_day_from, months
from .certificates import NO_ROLL, certificate_end
from .derivation import Named, Step, step, uncertain
from .duedates import FORGOTTEN, DueDate, Nature, Stage, StageKind, safe, stages_before
from .effects import F81_4, HOLDER_104C, NONE
from .lapse import ended_by_letter
from .outlook import Outlook
from .refusals import REFUSED
from .rollover import place_notes, steps_to_safe_day
from .validity import Effective

LAST_104C = date(2027, 6, 30)
"""The last grants were made by the end of 2025; no card of § 104c can end later by law."""


def title_ends(view: Outlook) -> Iterator[DueDate]:
    """The end of every title, visa, Duldung or certificate that matters on the day."""
    seen = set()
    for each, longest in zip(view.periods, view.longest, strict=True):
        if each.lapsed or each.code == NONE or _superseded(each, view):
            continue
        last_day = _last_day(each, longest)
        if last_day is None or last_day.latest < view.on - FORGOTTEN or (each.code, last_day) in seen:
            continue
        seen.add((each.code, last_day))
        if each.status.title_id is not None or each.code == "visa_D":
            yield _title_end(each, last_day, view)
        else:
            yield certificate_end(each, last_day, view)


def _superseded(each: Effective, view: Outlook) -> bool:
    """Whether a later paper has taken its place, or takes it without a gap."""
    if each.span.end is None:
        return False
    later = [
        other
        for other in view.periods
        if other is not each
        and other.code != NONE
        and not other.lapsed
        and other.span.start >= each.span.start
        and (other.span.end is None or other.span.end > each.span.end)
    ]
    if each.span.end <= view.on:
        return bool(later)
    return any(_rank(other) >= _rank(each) and other.span.start <= each.span.end for other in later)


def _rank(each: Effective) -> int:
    if each.status.title_id is not None or each.code == "visa_D":
        return 2
    return 1 if each.code.startswith("F") else 0


def _last_day(safe_reading: Effective, longest: Effective) -> PartialDate | None:
    """The inclusive last day in law; eighteen months for § 104c if the card's day is not recorded."""
    end, latest = safe_reading.span.end, longest.span.end
    if end is not None and latest is not None:
        return PartialDate(end - ONE_DAY, max(end, latest) - ONE_DAY)
    if safe_reading.code != HOLDER_104C:
        return None
    start = safe_reading.status.period.start
    return PartialDate(*(last_day_from(day, months(18)) for day in (start.earliest, start.latest)))


# Titles


def _title_end(each: Effective, last_day: PartialDate, view: Outlook) -> DueDate:
    day = last_day.earliest
    is_104c = each.code == HOLDER_104C
    ended = ended_by_letter(view.case.letters, view.case.status_periods, each.status, view.on)
    settled = ended is None and view.effect.id == F81_4 and view.effect.continues == each.code
    stages = stages_before(day, _title_weeks(view, is_104c=is_104c), view.place)
    title = Named(each.code)
    return DueDate(
        kind="c104_end" if is_104c else "ae_validity",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("{title} ends"), title=title),
        action=_title_action(each, day, view, settled=settled) if ended is None else step(_ENDED, ended.cite),
        cite="§ 104c Abs. 2, § 81 Abs. 4 AufenthG" if is_104c else "§ 51 Abs. 1 Nr. 1, § 81 Abs. 4 AufenthG",
        code=each.code,
        title_id=each.status.title_id,
        latest=None if last_day.exact else last_day.latest,
        safe_day=safe(day, view.place),
        start_on=stages[0].day,
        stages=stages,
        derivation=(
            *_why_last_day(each, last_day),
            step(mark("The end of a title does not move to the next working day."), NO_ROLL),
            *steps_to_safe_day(day, view.place),
            *(_stage_step(stage) for stage in stages if stage.kind in _STAGE_TEXTS),
        ),
        notes=(
            *(() if ended is None else (ended,)),
            *uncertain(last_day),
            *_title_notes(each, day, view),
            *place_notes(view.place),
        ),
        ask=() if last_day.exact else ("status_periods",),
        settled=settled,
    )


_ENDED = mark(
    "A decision has ended it before the printed day: see a lawyer today about the remedy and interim relief."
)


def _title_weeks(view: Outlook, *, is_104c: bool) -> dict[StageKind, int]:
    lead = view.authority.lead_times
    collect = lead.collect_long if _needs_long(view, is_104c=is_104c) else lead.collect
    return {
        StageKind.COLLECT: max(lead.start_104c, collect) if is_104c else collect,
        StageKind.FILE: lead.file,
        StageKind.OVERDUE: lead.overdue,
        StageKind.RED: lead.red,
    }


def _needs_long(view: Outlook, *, is_104c: bool) -> bool:
    """Whether a passport, or a language certificate that will be asked for, is known to be missing."""
    passports = view.value("passports")
    if passports is not None and not any(each.period.longest.covers(view.on) for each in passports):
        return True
    asked = is_104c or any(each.title_id.startswith(_LANGUAGE_ASKED) for each in view.case.requests)
    return asked and view.value("language_proofs") == ()


_LANGUAGE_ASKED = ("25b_", "26_")


def _title_action(each: Effective, day: date, view: Outlook, *, settled: bool) -> Step:
    if settled:
        return step(
            mark("Applied for in time: {title} counts as continuing until the decision."),
            "§ 81 Abs. 4 S. 1 AufenthG",
            title=Named(each.code),
        )
    refused = _refused(day, view) if day < view.on else None
    if refused is not None:
        return step(
            mark(
                "The application of {filed} was refused: by law the title no longer continues for the stay. "
                "See a lawyer today about the remedy and interim relief."
            ),
            "§ 81 Abs. 4 S. 1, § 84 Abs. 1 S. 1 Nr. 1 AufenthG",
            filed=refused,
        )
    if day < view.on and _filed_after(day, view):
        return step(
            mark(
                "Filed too late for continuation by law: ask in writing today for an order that it continues."
            ),
            "§ 81 Abs. 4 S. 3 AufenthG",
        )
    if day < view.on:
        return step(
            mark(
                "Too late for continuation by law: apply today and ask for an order that the title continues."
            ),
            "§ 81 Abs. 4 S. 3 AufenthG",
        )
    by = safe(day, view.place)
    if each.code == HOLDER_104C:
        return step(
            mark(
                "Apply under § 25a or § 25b by {day}, even if papers are missing. "
                "An application for another title does not continue this one."
            ),
            "§ 104c Abs. 2 AufenthG",
            day=by,
        )
    if by == day:
        text = mark("The application must reach the authority by {day} before midnight.")
        return step(text, "§ 81 Abs. 4 S. 1 AufenthG", day=day)
    return step(
        mark("The application must reach the authority by {safe}; at midnight on {day} it is too late."),
        "§ 81 Abs. 4 S. 1 AufenthG",
        safe=by,
        day=day,
    )


def _refused(day: date, view: Outlook) -> date | None:
    """When the latest application was filed that came in time for a title and has been refused since."""
    filed = (
        each.filed_on.earliest
        for each in view.applications
        if each.result == REFUSED
        and each.filed_on.earliest <= day
        and (each.decided_on is None or each.decided_on.earliest <= view.on)
    )
    return None if _filed_after(day, view) else max(filed, default=None)


def _filed_after(day: date, view: Outlook) -> bool:
    return any(each.filed_on.latest > day for each in view.undecided)


def _why_last_day(each: Effective, last_day: PartialDate) -> Iterator[Step]:
    printed = each.status.period.last_day
    if printed is None:
        yield step(
            mark("The card's last day is not recorded: eighteen months from {day}, that day counted."),
            "§ 104c Abs. 3 S. 3 AufenthG (alte Fassung), §§ 187 Abs. 2, 188 BGB",
            day=each.status.period.start.earliest,
        )
        return
    yield step(mark("Printed last day: {day}."), day=printed.earliest)
    if last_day.earliest > printed.latest:
        yield step(
            mark("The permit continues without an application up to and including {day}."),
            "§ 2 UkraineAufenthFGV",
            day=last_day.earliest,
        )


def _title_notes(each: Effective, day: date, view: Outlook) -> Iterator[Step]:
    if each.code == HOLDER_104C and day > LAST_104C:
        yield step(
            mark("By law such a permit ends on {day} at the latest: check what the card is based on."),
            "§ 104c AufenthG",
            day=LAST_104C,
        )
    if each.code == HOLDER_104C and any(other.code == "D60b" for other in view.periods):
        yield step(
            mark("Time with a Duldung under § 60b counts only while this permit is held: late is lost."),
            "§ 25a Abs. 5, § 25b Abs. 7 AufenthG",
        )
    if each.status.title_id == "24" and view.given.ukr_group is None:
        yield step(
            mark("If one of the groups of the ordinance applies, the permit may last longer than printed."),
            "§ 2 UkraineAufenthFGV",
        )
    least, most = view.authority.processing_weeks_min, view.authority.processing_weeks_max
    if least is not None and most is not None:
        yield step(
            mark("The page of this authority names {least} to {most} weeks until a decision."),
            least=least,
            most=most,
        )
    filed_late = day < view.on and view.effect.order_possible
    if filed_late:
        yield view.effect.why


_STAGE_TEXTS = {
    StageKind.COLLECT: mark("Collect papers from {day}."),
    StageKind.FILE: mark("File from {day}."),
    StageKind.OVERDUE: mark("From {day} the application is overdue."),
    StageKind.RED: mark("Last weeks from {day}."),
}


def _stage_step(stage: Stage) -> Step:
    return step(_STAGE_TEXTS[stage.kind], day=stage.day)
