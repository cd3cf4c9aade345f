"""The ends of titles, visas, Duldung and certificates. None of them rolls over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..cases.periods import ONE_DAY, PartialDate
from ..cases.status import DULDUNG_CODES
from ..texts import mark
from .arithmetic import last_day_from, months
from .derivation import Named, Step, step, uncertain
from .duedates import FORGOTTEN, DueDate, Nature, Stage, StageKind, safe, stages_before
from .effects import ASYLUM_PAPERS, F25_1_3, F81_3_1, F81_4, HOLDER_104C, NONE
from .outlook import Outlook
from .rollover import place_notes, steps_to_safe_day
from .validity import WITHOUT_TITLE, Effective

LAST_104C = date(2027, 6, 30)
"""The last grants were made by the end of 2025; no card of § 104c can end later by law."""

_NO_ROLL = "§ 31 Abs. 3 VwVfG"


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
            yield _certificate_end(each, last_day, view)


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
    settled = view.effect.id == F81_4 and view.effect.continues == each.code
    stages = stages_before(day, _title_weeks(view, is_104c=is_104c), view.place)
    title = Named(each.code)
    return DueDate(
        kind="c104_end" if is_104c else "ae_validity",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("{title} ends"), title=title),
        action=_title_action(each, day, view, settled=settled),
        cite="§ 104c Abs. 2, § 81 Abs. 4 AufenthG" if is_104c else "§ 51 Abs. 1 Nr. 1, § 81 Abs. 4 AufenthG",
        code=each.code,
        title_id=each.status.title_id,
        latest=None if last_day.exact else last_day.latest,
        safe_day=safe(day, view.place),
        start_on=stages[0].day,
        stages=stages,
        derivation=(
            *_why_last_day(each, last_day),
            step(mark("The end of a title does not move to the next working day."), _NO_ROLL),
            *steps_to_safe_day(day, view.place),
            *(_stage_step(stage) for stage in stages if stage.kind in _STAGE_TEXTS),
        ),
        notes=(*uncertain(last_day), *_title_notes(each, day, view), *place_notes(view.place)),
        ask=() if last_day.exact else ("status_periods",),
        settled=settled,
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


# Papers that prove another status


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: str
    name: str
    action: str
    cite: str
    weeks: int
    note: str = ""


_DULDUNG = _Kind(
    "duldung_cert",
    mark("{status} ends"),
    mark("Ask for the renewal in time; the paper must not run out."),
    "§ 60a Abs. 4, 5 AufenthG",
    6,
    mark("The reason for the Duldung may outlast the paper; without a paper it is hard to prove."),
)
_CERTIFICATES = {
    "gestattung": _Kind(
        "gestattung_cert",
        mark("{status} ends"),
        mark("Ask for the renewal in time."),
        "§§ 55, 63, 67 AsylG",
        6,
        mark("The right to stay follows the asylum procedure, not the paper."),
    ),
    "gueb": _Kind(
        "gueb_cert",
        mark("{status} ends"),
        mark("This paper prepares the departure: see a lawyer before the day."),
        "§§ 50, 58, 59 AufenthG",
        4,
    ),
    "visa_C": _Kind(
        "visa_end",
        mark("{status} ends"),
        mark("An application does not continue a Schengen visa: get advice before the day."),
        "§ 81 Abs. 4 S. 2 AufenthG",
        8,
    ),
    "visa_free": _Kind(
        "stay_without_title",
        mark("Stay without a title ends ({status})"),
        mark("File by {safe}: then the stay counts as permitted until the decision."),
        "§ 81 Abs. 3 S. 1 AufenthG",
        12,
    ),
}
_CERTIFICATES["ankunftsnachweis"] = _CERTIFICATES["gestattung"]
_CERTIFICATES["exempt_ukr"] = _CERTIFICATES["visa_free"]
_FICTION = _Kind(
    "fiction_cert",
    mark("Certificate runs out: {status}"),
    mark("Ask for a new certificate in time."),
    "§ 81 Abs. 5 AufenthG",
    6,
    mark("The effect lasts until the decision, whatever the certificate says."),
)


def _certificate_end(each: Effective, last_day: PartialDate, view: Outlook) -> DueDate:
    kind = _DULDUNG if each.code in DULDUNG_CODES else _CERTIFICATES.get(each.code, _FICTION)
    day = last_day.earliest
    stages = stages_before(day, {StageKind.FILE: kind.weeks, StageKind.RED: 2}, view.place)
    status = Named(each.code)
    return DueDate(
        kind=kind.kind,
        nature=Nature.VALIDITY,
        day=day,
        name=step(kind.name, status=status),
        action=step(kind.action, kind.cite, safe=safe(day, view.place)),
        cite=kind.cite,
        code=each.code,
        latest=None if last_day.exact else last_day.latest,
        safe_day=safe(day, view.place),
        start_on=stages[0].day,
        stages=stages,
        derivation=(
            step(mark("Printed last day: {day}."), day=day),
            step(mark("The end of a paper does not move to the next working day."), _NO_ROLL),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(
            *((step(kind.note, kind.cite),) if kind.note else ()),
            *uncertain(last_day),
            *place_notes(view.place),
        ),
        ask=() if last_day.exact else ("status_periods",),
        settled=_secured(each, view),
    )


def _secured(each: Effective, view: Outlook) -> bool:
    """Whether the stay no longer hangs on this paper: recognised, or applied for in time without a title."""
    if each.code in ASYLUM_PAPERS:
        return view.effect.id == F25_1_3
    return each.code in WITHOUT_TITLE and view.effect.id == F81_3_1
