"""Days that matter for family reunification."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..cases.decisions import AsylumProcedure
from ..cases.people import FamilyMember
from ..cases.periods import ONE_DAY, PartialDate
from ..texts import mark
from .arithmetic import last_day_after, last_day_from, months, years
from .derivation import Step, step, uncertain
from .duedates import LONG_PAST, DueDate, Nature, Stage, StageKind, safe
from .outlook import Outlook, issued, title_code
from .recognition import decided, protecting
from .reinstatement import missed_at_the_authority
from .rollover import place_notes, rolled_over, steps_to_safe_day

_FAMILY_STATUS = frozenset({"art16a", "refugee"})
_ANCHOR = "25a_1"
_REUNION_SUSPENDED_UNTIL = date(2027, 7, 23)  # § 104(14)


def family_reunion(view: Outlook) -> Iterator[DueDate]:
    """§ 29(2) s. 2 no. 1: three months in which livelihood and housing must not stand in the way."""
    kept = ("sponsor_notice_on", "family_reunion_application_on")
    if any(isinstance(view.value(each), PartialDate) for each in kept):
        return
    begin = _reunion_begins(view)
    if begin is None:
        return
    event, title_id, name = begin
    raw = last_day_after(event.earliest, months(3))
    end, rolling = rolled_over(raw, view.place)
    if end < view.on - LONG_PAST:
        return
    safe_end = safe(raw, view.place)
    yield DueDate(
        kind="family_3m",
        nature=Nature.FILING,
        day=end,
        name=step(mark("Three months for privileged family reunification end")),
        action=step(
            mark("Apply for the visas, or give notice here, by {day}; the notice alone keeps the period."),
            "§ 29 Abs. 2 S. 3 AufenthG",
            day=safe_end,
        ),
        cite="§ 29 Abs. 2 S. 2 Nr. 1 AufenthG",
        title_id=title_id,
        latest=None if event.exact else rolled_over(last_day_after(event.latest, months(3)), view.place)[0],
        safe_day=safe_end,
        start_on=event.earliest,
        stages=(Stage(StageKind.RED, safe(raw - timedelta(weeks=4), view.place)),),
        derivation=(
            name,
            step(mark("Three months later: {day}."), "§ 188 Abs. 2, 3 BGB", day=raw),
            *rolling,
            *steps_to_safe_day(raw, view.place),
        ),
        notes=(
            *missed_at_the_authority(end, view.on),
            *uncertain(event),
            *place_notes(view.place),
        ),
        ask=tuple(each for each in kept if view.value(each) is None),
    )


def _reunion_begins(view: Outlook) -> tuple[PartialDate, str, Step] | None:
    procedures: tuple[AsylumProcedure, ...] = view.value("asylum_procedures") or ()
    procedure = protecting(procedures, view.on)
    if procedure is not None and procedure.outcome in _FAMILY_STATUS and procedure.own_status is not False:
        title = "25_1" if procedure.outcome == "art16a" else "25_2_1"
        if procedure.final_on is not None:
            text = mark("The recognition became final on {day}.")
        else:
            text = mark(
                "Recognised on {day}; since when this is final is not recorded, so the earlier day counts."
            )
        day = decided(procedure) if procedure.final_on is None else procedure.final_on
        return None if day is None else (day, title, step(text, day=day.earliest))
    resettled = next(view.held({"23_4"}), None)
    if resettled is None:
        return None
    event = issued(resettled)
    return (
        event,
        "23_4",
        step(mark("{title} was issued on {day}."), title=title_code("23_4"), day=event.earliest),
    )


def reunion_suspension(view: Outlook) -> Iterator[DueDate]:
    """§ 104(14): no family reunification with persons with subsidiary protection until the day."""
    if view.holds({"25_2_2"}) is None or view.on > _REUNION_SUSPENDED_UNTIL:
        return
    day = _REUNION_SUSPENDED_UNTIL + ONE_DAY
    yield DueDate(
        kind="family_36a",
        nature=Nature.EARLIEST,
        day=day,
        name=step(mark("Family reunification becomes possible again")),
        action=step(
            mark("Prepare the applications of the family; until then only §§ 22, 23 in hardship cases.")
        ),
        cite="§ 36a, § 104 Abs. 14 AufenthG",
        title_id="25_2_2",
        start_on=safe(day - timedelta(weeks=12), view.place),
        derivation=(
            step(
                mark("Suspended up to and including {day}."),
                "§ 104 Abs. 14 AufenthG",
                day=_REUNION_SUSPENDED_UNTIL,
            ),
        ),
        notes=(
            step(
                mark("The rule still cites the former wording of § 25 Abs. 2: ask a lawyer."),
                "§ 104 Abs. 14 AufenthG",
            ),
        ),
    )


def anchor_turns_18(view: Outlook) -> Iterator[DueDate]:
    """§ 25a(2) s. 1: parents get their title only from a minor; § 60a(2b) protects them as long.

    Of several children with the title the youngest counts. The day does not move.
    """
    members: tuple[FamilyMember, ...] = view.value("family_members") or ()
    births = [each.birth_date for each in members if each.relation == "child" and each.title_id == _ANCHOR]
    born = max((each for each in births if each is not None), default=None)
    if born is None:
        return
    day = last_day_from(born.earliest, years(18))
    if not view.on <= day <= view.on + timedelta(days=2 * 365):
        return
    yield DueDate(
        kind="anchor18_25a",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("Last day on which the child with the title is a minor")),
        action=step(
            mark("Apply for the title of the parents now and press for a decision by {day}."),
            "§ 25a Abs. 2 S. 1 AufenthG",
            day=safe(day, view.place),
        ),
        cite="§ 25a Abs. 2 S. 1, § 60a Abs. 2b AufenthG",
        title_id="25a_2_parent",
        latest=None if born.exact else last_day_from(born.latest, years(18)),
        safe_day=safe(day, view.place),
        start_on=safe(day - timedelta(weeks=26), view.place),
        stages=(Stage(StageKind.RED, safe(day - timedelta(weeks=12), view.place)),),
        derivation=(
            step(mark("The child was born on {day}."), day=born.earliest),
            step(
                mark("18 years are complete at the end of {day}."), "§§ 187 Abs. 2, 188 Abs. 2 BGB", day=day
            ),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(*uncertain(born), *place_notes(view.place)),
        ask=() if born.exact and None not in births else ("family_members",),
    )
