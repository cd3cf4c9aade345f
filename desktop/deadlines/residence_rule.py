"""The residence rule of § 12a: how long the duty lasts, how long a place may still be assigned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from ..cases.periods import PartialDate
from ..cases.status import Exemption12a
from ..texts import mark
from .arithmetic import last_day_after, months, years
from .derivation import step, uncertain
from .duedates import DueDate, Nature
from .outlook import Outlook, issued, title_code
from .recognition import decided, protecting

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "res_rule_12a": mark("Residence duty ends"),
        "res_rule_assign": mark("The power to assign a place ends"),
        "res_rule_3m": mark("Ground against the residence duty must last until"),
    }
)

_DUTY_BY_TITLE = frozenset("22_1 22_2 23_1 23_2 23_4 24 25_3".split())
_DUTY_BY_STATUS = frozenset("25_1 25_2_1 25_2_2".split())
_REGULATION_SINCE = date(2026, 6, 12)


def residence_duty(view: Outlook) -> Iterator[DueDate]:
    """§ 12a(1): three years in the Land of assignment, from the recognition or the first permit."""
    begin = _duty_begins(view)
    if begin is None:
        return
    event, title_id, recognised, open_wording = begin
    day = last_day_after(event.latest, years(3))
    if day < view.on:
        return
    rows = (
        step(mark("Recognised on {day}."), day=event.latest)
        if recognised
        else step(mark("{title} was first issued on {day}."), title=title_code(title_id), day=event.latest)
    )
    assigned = view.value("assigned_land")
    yield DueDate(
        kind="res_rule_12a",
        nature=Nature.RESTRICTION,
        day=day,
        name=step(mark("Duty to live in the assigned Land ends")),
        action=step(mark("Until then a move to another Land needs the lifting of the duty or an exemption.")),
        cite="§ 12a Abs. 1 AufenthG",
        title_id=title_id,
        derivation=(
            rows,
            step(mark("Three years later, that day included: {day}."), "§ 188 Abs. 2 BGB", day=day),
            step(mark("Of a restriction the later day is the safe one; it does not move.")),
        ),
        notes=(
            *uncertain(event),
            *(
                (
                    step(
                        mark(
                            "For asylum applications before {day}, and for persons entitled to asylum, "
                            "the wording is open: have it checked."
                        ),
                        "§ 12a Abs. 1 AufenthG",
                        day=_REGULATION_SINCE,
                    ),
                )
                if open_wording
                else ()
            ),
            step(
                mark("Work, training, study or certain courses end the duty earlier; a breach prolongs it."),
                "§ 12a Abs. 1 S. 2, 3 AufenthG",
            ),
        ),
        ask=() if assigned is not None else ("assigned_land",),
    )


def _duty_begins(view: Outlook) -> tuple[PartialDate, str, bool, bool] | None:
    """The event, the title it hangs on, whether it is the recognition, and whether the wording covers it.

    The recognition counts from the day it became final: of a restriction the later day is the safe one. The
    wording names only protection on applications filed since the Regulation applies (§ 87e Abs. 2 AsylG).
    """
    first = next(view.held(_DUTY_BY_TITLE), None)
    if first is not None and first.status.title_id is not None:
        return issued(first), first.status.title_id, False, False
    procedure = protecting(view.value("asylum_procedures") or (), view.on)
    day = None if procedure is None else procedure.final_on or decided(procedure)
    held = next(view.held(_DUTY_BY_STATUS), None)
    if procedure is None or day is None or procedure.outcome == "family_art23":
        return None
    title = {"art16a": "25_1", "refugee": "25_2_1", "subsidiary": "25_2_2"}[procedure.outcome]
    filed = procedure.filed_on
    covered = procedure.outcome != "art16a" and filed is not None and filed.earliest >= _REGULATION_SINCE
    return day, (held.status.title_id if held is not None else None) or title, True, not covered


def place_assignment(view: Outlook) -> Iterator[DueDate]:
    """§ 12a(2), (3): six months in which a place may be assigned, once six more for people in shelters."""
    begin = _duty_begins(view)
    if begin is None:
        return
    event, title_id, _, _ = begin
    first, second = (last_day_after(event.latest, months(count)) for count in (6, 12))
    if second < view.on:
        return
    within_first = view.on <= first
    day = first if within_first else second
    only_in_shelters = step(
        mark(
            "Up to {day} only for people in a reception centre or other temporary accommodation, and only if "
            "no adequate housing could be assigned before."
        ),
        "§ 12a Abs. 2 S. 2 AufenthG",
        day=second,
    )
    yield DueDate(
        kind="res_rule_assign",
        nature=Nature.RESTRICTION,
        day=day,
        name=step(KINDS["res_rule_assign"]),
        action=step(
            mark("Until then tell the authority of work, school, illness or family at the wanted place.")
        ),
        cite="§ 12a Abs. 2, 3 AufenthG",
        title_id=title_id,
        derivation=(
            step(mark("The recognition or the first permit is of {day}."), day=event.latest),
            step(
                mark("Six months later, that day included: {day}."),
                "§ 12a Abs. 2 S. 1, Abs. 3 S. 1 AufenthG, § 188 Abs. 2 BGB",
                day=first,
            ),
            only_in_shelters,
        ),
        notes=(
            *uncertain(event),
            step(
                mark(
                    "That one may not live in a certain place can be ordered for as long as the duty lasts."
                ),
                "§ 12a Abs. 4 AufenthG",
            ),
            step(
                mark("Objection and action against an assignment do not stop it: see a lawyer at once."),
                "§ 12a Abs. 8 AufenthG",
            ),
        ),
    )


def ground_must_last(view: Outlook) -> Iterator[DueDate]:
    """§ 12a(1) s. 4: a ground against the duty that ends within three months binds in the new Land."""
    begin = _duty_begins(view)
    if begin is None or last_day_after(begin[0].latest, years(3)) < view.on:
        return
    grounds: tuple[Exemption12a, ...] = view.value("exemptions_12a") or ()
    for started in sorted({each.period.start for each in grounds if each.period.longest.covers(view.on)}):
        day = last_day_after(started.latest, months(3))
        if day >= view.on:
            yield _ground(started, day, begin[1])


def _ground(started: PartialDate, day: date, title_id: str) -> DueDate:
    return DueDate(
        kind="res_rule_3m",
        nature=Nature.RESTRICTION,
        day=day,
        name=step(KINDS["res_rule_3m"]),
        action=step(
            mark("If work, training or course end by {day}, the duty goes on in the Land moved to."), day=day
        ),
        cite="§ 12a Abs. 1 S. 4 AufenthG",
        title_id=title_id,
        derivation=(
            step(mark("The ground began on {day}."), day=started.latest),
            step(mark("Three months later, that day included: {day}."), "§ 188 Abs. 2 BGB", day=day),
            step(mark("Of a restriction the later day is the safe one; it does not move.")),
        ),
        notes=uncertain(started),
    )
