"""Training and work under a Duldung: §§ 60c, 60d."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from ..cases.people import Education, Employment
from ..cases.periods import ONE_DAY, PartialDate
from ..cases.status import DULDUNG_CODES
from ..texts import mark
from .arithmetic import add_months, last_day_after, last_day_from, months, weeks
from .derivation import step, uncertain
from .duedates import LONG_PAST, DueDate, Nature, Stage, StageKind, safe
from .outlook import Outlook
from .reinstatement import missed_at_the_authority
from .rollover import place_notes, rolled_over, steps_to_safe_day

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "60c_apply": mark("§ 60c: application possible"),
        "60c_search": mark("§ 60c: time to find other training"),
        "60c_jobsearch": mark("§ 60c: time to find work"),
        "client_change_2w": mark("§ 60d: tell the end of the work"),
    }
)

_TRAINING = "apprenticeship"
_SIX_MONTHS = months(6)


def training_begins(view: Outlook) -> Iterator[DueDate]:
    """§ 60c(3) s. 1, 2: seven months before the training for the application, six for the Duldung itself."""
    if view.holds_any({"D60c"}) or not view.holds_any(DULDUNG_CODES):
        return
    for each in _trainings(view):
        start = each.period.start
        if start.earliest <= view.on:
            continue
        day, grant = (add_months(start.latest, -count) for count in (7, 6))
        yield DueDate(
            kind="60c_apply",
            nature=Nature.EARLIEST,
            day=day,
            name=step(KINDS["60c_apply"]),
            action=step(
                mark("Apply with the training contract once its registration has been applied for."),
                "§ 60c Abs. 3 S. 3 AufenthG",
            ),
            cite="§ 60c Abs. 3 AufenthG",
            start_on=safe(day - timedelta(weeks=4), view.place),
            derivation=(
                step(mark("The training begins on {day}."), day=start.latest),
                step(mark("Seven months before it: {day}."), "§ 60c Abs. 3 S. 1 AufenthG", day=day),
                step(
                    mark("Issued six months before it at the earliest: {day}."),
                    "§ 60c Abs. 3 S. 2 AufenthG",
                    day=grant,
                ),
            ),
            notes=(
                *uncertain(start),
                step(
                    mark("The Duldung must have been held for three months when the application is made."),
                    "§ 60c Abs. 2 Nr. 2 AufenthG",
                ),
                step(
                    mark("The six months do not apply to training begun as an asylum applicant."),
                    "§ 60c Abs. 1 S. 1 Nr. 1, Abs. 3 S. 2 AufenthG",
                ),
            ),
        )


def training_over(view: Outlook) -> Iterator[DueDate]:
    """§ 60c(6): six months to find other training after an early end, or work after the examination."""
    if not any(each.code == "D60c" and each.span.start <= view.on for each in view.periods):
        return
    for each in _trainings(view):
        last_day = each.period.last_day
        if last_day is not None and last_day.earliest <= view.on and each.successful is not None:
            yield from _search(last_day, view, passed=each.successful)


def _trainings(view: Outlook) -> Iterator[Education]:
    recorded: tuple[Education, ...] = view.value("education_periods") or ()
    return (each for each in recorded if each.kind == _TRAINING and each.in_de is not False)


def _search(ended: PartialDate, view: Outlook, *, passed: bool) -> Iterator[DueDate]:
    first = ended.earliest + ONE_DAY
    day = last_day_from(first, _SIX_MONTHS)
    if day < view.on - LONG_PAST:
        return
    by = safe(day, view.place)
    if passed:
        action = mark("Show work that fits the qualification by {day}; this Duldung is not extended again.")
        note = mark("Only if the training company does not go on employing the person.")
        cite = "§ 60c Abs. 6 S. 2 AufenthG"
    else:
        action = mark(
            "Ask for the Duldung for the search at once, and show a new training contract by {day}."
        )
        note = mark("This time is given once. School or company must report the end, as a rule in two weeks.")
        cite = "§ 60c Abs. 5, 6 S. 1 AufenthG"
    yield DueDate(
        kind="60c_jobsearch" if passed else "60c_search",
        nature=Nature.VALIDITY,
        day=day,
        name=step(KINDS["60c_jobsearch" if passed else "60c_search"]),
        action=step(action, cite, day=by),
        cite=cite,
        code="D60c",
        latest=None if ended.exact else last_day_from(ended.latest + ONE_DAY, _SIX_MONTHS),
        safe_day=by,
        start_on=first,
        stages=(Stage(StageKind.RED, safe(day - timedelta(weeks=8), view.place)),),
        derivation=(
            step(mark("The training ended on {day}."), day=ended.earliest),
            step(mark("Six months from the day after it: {day}."), "§ 188 Abs. 2 BGB", day=day),
            step(mark("The end of a paper does not move to the next working day."), "§ 31 Abs. 3 VwVfG"),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(
            *uncertain(ended),
            step(note, cite),
            step(mark("The printed day of the Duldung for the search counts; this one is computed.")),
            *place_notes(view.place),
        ),
        ask=() if ended.exact else ("education_periods",),
    )


def work_ended(view: Outlook) -> Iterator[DueDate]:
    """§ 60d(3) s. 4 with § 82(6): two weeks to tell the authority that the work has ended."""
    begun = min((each.span.start for each in view.periods if each.code == "D60d"), default=None)
    if begun is None or not view.holds_any({"D60d"}):
        return
    works: tuple[Employment, ...] = view.value("employment_periods") or ()
    ends = {each.period.last_day for each in works if each.period.last_day is not None}
    for ended in sorted(ends):
        raw = last_day_after(ended.earliest, weeks(2))
        end, rolling = rolled_over(raw, view.place, "§ 31 Abs. 3 S. 1 VwVfG")
        if end < view.on - LONG_PAST or ended.earliest > view.on or ended.latest < begun:
            continue
        by = safe(raw, view.place)
        yield DueDate(
            kind="client_change_2w",
            nature=Nature.FILING,
            day=end,
            name=step(KINDS["client_change_2w"]),
            action=step(mark("Get advice today; the client tells the authority by {day}."), day=by),
            cite="§ 60d Abs. 3 S. 4, § 82 Abs. 6 AufenthG",
            code="D60d",
            latest=None
            if ended.exact
            else rolled_over(last_day_after(ended.latest, weeks(2)), view.place)[0],
            safe_day=by,
            start_on=ended.earliest,
            derivation=(
                step(mark("The work ended on {day}; the two weeks run from knowing it."), day=ended.earliest),
                step(mark("Two weeks later: {day}."), "§ 188 Abs. 2 BGB", day=raw),
                *rolling,
                *steps_to_safe_day(raw, view.place),
            ),
            notes=(
                *missed_at_the_authority(end, view.on),
                *uncertain(ended),
                step(
                    mark("Short breaks that are not the person's fault are disregarded."),
                    "§ 60d Abs. 3 S. 2 AufenthG",
                ),
                *place_notes(view.place),
            ),
            ask=() if ended.exact else ("employment_periods",),
        )
