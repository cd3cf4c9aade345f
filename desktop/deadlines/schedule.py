"""CaseFile -> every date the office must know, each with its derivation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain, combinations
from types import MappingProxyType

from ..cases.casefile import CaseFile
from ..cases.periods import ONE_DAY
from ..texts import mark
from . import (
    children,
    course,
    declared,
    ends,
    exemption,
    family,
    folder,
    notices,
    open_ended,
    opportunity,
    passports,
    planned,
    refusals,
    remedy_dates,
    residence_rule,
    settlement,
    spans,
    statutory,
    suspension,
    training,
)
from .authorities import Authority, Pair
from .derivation import Named, Step, step
from .duedates import DueDate
from .effects import FICTIONS, NONE
from .outlook import Outlook
from .time_law import NO_LAW, TimeLaw
from .validity import Effective

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "ae_validity": mark("Title ends"),
        "c104_end": mark("Opportunity residence ends"),
        "duldung_cert": mark("Duldung ends"),
        "gestattung_cert": mark("Gestattung ends"),
        "fiction_cert": mark("Fiction certificate ends"),
        "gueb_cert": mark("Border-crossing certificate ends"),
        "visa_end": mark("Visa ends"),
        "stay_without_title": mark("Stay without title ends"),
        "ukr_exemption": mark("90 days without a title end"),
        "passport": mark("Passport ends"),
        "travel_doc": mark("Travel document ends"),
        "family_3m": mark("Deadline for privileged family reunification"),
        "family_36a": mark("Family reunification possible again"),
        "benefits_25_5": mark("Benefits change"),
        "age27_25a": mark("§ 25a: age limit"),
        "anchor18_25a": mark("§ 25a: child turns 18"),
        "abroad_6m": mark("Six months abroad"),
        "inaction": mark("No decision for three months"),
        **folder.KINDS,
        **course.KINDS,
        **declared.KINDS,
        **residence_rule.KINDS,
        **children.KINDS,
        **suspension.KINDS,
        **settlement.KINDS,
        **training.KINDS,
        **notices.KINDS,
        **open_ended.KINDS,
        **opportunity.KINDS,
        **planned.KINDS,
        **refusals.KINDS,
        **remedy_dates.KINDS,
    }
)
"""Every kind of date, with the short name a list shows."""

_SOURCES: tuple[Callable[[Outlook], Iterator[DueDate]], ...] = (
    ends.title_ends,
    passports.passport_ends,
    folder.paper_ends,
    declared.declaration_ends,
    course.course_claim,
    course.course_begins,
    residence_rule.residence_duty,
    residence_rule.place_assignment,
    residence_rule.ground_must_last,
    family.family_reunion,
    family.reunion_suspension,
    statutory.benefits_25_5,
    statutory.age_limit_25a,
    family.anchor_turns_18,
    statutory.absence_abroad,
    statutory.inaction,
    exemption.ukraine_exemption,
    children.child_born_here,
    children.comes_of_age,
    suspension.suspended,
    suspension.employment_duldung,
    settlement.settlement,
    remedy_dates.remedies,
    refusals.unrecorded,
    training.training_begins,
    training.training_over,
    training.work_ended,
    notices.notice_periods,
    open_ended.end_missing,
    opportunity.special_rules_end,
    planned.planned,
)

key = planned.key


def schedule(case: CaseFile, on: date, authority: Authority, law: TimeLaw) -> tuple[DueDate, ...]:
    """Every date of a case as known on a day: what is overdue first, then by the day to act.

    `authority` gives the place (holidays) and the lead times; pass the record of the unknown authority if
    none is chosen. `law` is that of the rule pack, for decision letters. Names of titles, statuses, papers
    and decisions are looked up when a step is shown (`Step.show`).
    """
    view = Outlook.of(case, on, authority, law)
    found: Iterator[DueDate] = chain.from_iterable(source(view) for source in _SOURCES)
    entries = {each.source: each for each in case.entries if each.source}
    found = (planned.with_entries(each, entries) for each in found) if entries else found
    return tuple(sorted(found, key=lambda each: (*each.place(on), each.kind, each.code, each.entry)))


def history_notes(case: CaseFile, on: date) -> tuple[Step, ...]:
    """What is odd in the status history: overlaps, gaps, open ends, lapses. Notes, never errors."""
    view = Outlook.of(case, on, _ANYWHERE, NO_LAW)
    return tuple(chain(_lapses(view), _open_ends(view), _overlaps(view), _gaps(view)))


_ANYWHERE = Authority("core:none", Pair("", ""), ())


def _lapses(view: Outlook) -> Iterator[Step]:
    for each in view.periods:
        if each.lapsed and each.span.end is not None:
            yield step(
                mark("{status} ended on {day}, when asylum was applied for."),
                "§ 51 Abs. 1 Nr. 8 AufenthG, § 55 Abs. 2 AsylG",
                status=Named(each.code),
                day=each.span.end,
            )


def _open_ends(view: Outlook) -> Iterator[Step]:
    """A period without an end although another paper followed."""
    for each in view.periods:
        followed = any(other.span.start > each.span.start for other in view.periods)
        if each.span.end is None and followed:
            text = mark("{status} from {day} on: its end is not recorded.")
            yield step(text, status=Named(each.code), day=each.span.start)


def _overlaps(view: Outlook) -> Iterator[Step]:
    for one, other in combinations(view.periods, 2):
        start = max(one.span.start, other.span.start)
        ends_on = [span.end for span in (one.span, other.span) if span.end is not None]
        if len(ends_on) < 2 or _may_overlap(one, other) or start >= min(ends_on):
            continue
        yield step(
            mark("{one} and {other} overlap from {first} to {last}."),
            one=Named(one.code),
            other=Named(other.code),
            first=start,
            last=min(ends_on) - ONE_DAY,
        )


def _may_overlap(one: Effective, other: Effective) -> bool:
    """A certificate is often issued before the title ends."""
    return (one.code in FICTIONS) != (other.code in FICTIONS) or NONE in (one.code, other.code)


def _gaps(view: Outlook) -> Iterator[Step]:
    held = [each.span for each in view.longest if each.code != NONE and each.span.start <= view.on]
    if not held:
        return
    for gap in spans.gaps(held, view.on + ONE_DAY):
        if gap.end > view.on:
            runs_on = view.effect.id not in (None, NONE)
            text = mark("The last paper ran out on {day}; the stay continues by law until the decision.")
            none = mark("No valid paper is recorded since {day}.")
            yield step(text if runs_on else none, day=gap.start)
        else:
            yield step(
                mark("No paper is recorded from {first} to {last} ({count} days)."),
                first=gap.start,
                last=gap.end - ONE_DAY,
                count=gap.days,
            )
