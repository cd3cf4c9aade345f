"""The ends of the papers in the folder, and of a title's card where the title itself lasts longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from ..cases.papers import Paper
from ..cases.periods import ONE_DAY
from ..texts import mark
from .derivation import Named, step
from .duedates import FORGOTTEN, DueDate, Nature, Stage, StageKind, safe
from .effects import NONE
from .outlook import Outlook
from .rollover import place_notes, steps_to_safe_day

KINDS: Mapping[str, str] = MappingProxyType(
    {"paper_end": mark("Paper runs out"), "eat_card": mark("Card of the title ends")}
)

_CARD, _PASSPORT = "current_title", "passport"


def paper_ends(view: Outlook) -> Iterator[DueDate]:
    """Papers that stop proving anything, powers of attorney and releases among them.

    The card and the passport come up here only if the history of titles or the list of passports does not
    show the same end: no recorded day is lost.
    """
    for each in view.case.papers:
        day = each.valid_until
        if day is None or day < view.on - FORGOTTEN:
            continue
        if each.code == _CARD:
            yield from _card(each, day, view)
        elif each.code != _PASSPORT or not _passport_known(day, view):
            yield _paper(each, day, view)


def _passport_known(day: date, view: Outlook) -> bool:
    """Whether the list of passports shows this end, or a later one."""
    ends = (each.period.last_day for each in view.value("passports") or ())
    return any(end is not None and end.latest >= day for end in ends)


def _card(paper: Paper, day: date, view: Outlook) -> Iterator[DueDate]:
    """The card, if no title is recorded, or if the title lasts beyond the card.

    Where the history shows the same end, of a title or of another certificate, it comes up there.
    """
    recorded = [each for each in view.periods if each.code != NONE and not each.lapsed]
    if any(each.span.end == day + ONE_DAY for each in recorded):
        return
    titles = [each for each in view.periods if each.status.title_id is not None or each.code == "visa_D"]
    lasting = [
        each
        for each in titles
        if each.span.start <= day and (each.span.end is None or each.span.end > day + ONE_DAY)
    ]
    if titles and not lasting:
        return
    if not titles:
        yield _paper(paper, day, view)
        return
    start = safe(day - timedelta(weeks=12), view.place)
    yield DueDate(
        kind="eat_card",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("The card of {title} ends"), title=Named(lasting[-1].code)),
        action=step(mark("Apply for a new card in time; the title itself goes on."), "§ 78 AufenthG"),
        cite="§ 78 AufenthG, § 45c Abs. 1 Nr. 2 AufenthV",
        code=paper.code,
        title_id=lasting[-1].status.title_id,
        safe_day=safe(day, view.place),
        start_on=start,
        stages=(
            Stage(StageKind.FILE, start),
            Stage(StageKind.RED, safe(day - timedelta(weeks=6), view.place)),
        ),
        derivation=(
            step(mark("Printed last day: {day}."), day=day),
            step(mark("The title lasts longer than the card: only the proof ends.")),
            *steps_to_safe_day(day, view.place),
        ),
        notes=(
            step(
                mark("Often a card ends with the passport: renew the passport first."),
                "§ 56 Abs. 1 Nr. 1 AufenthV",
            ),
            *place_notes(view.place),
        ),
    )


def _paper(each: Paper, day: date, view: Outlook) -> DueDate:
    return DueDate(
        kind="paper_end",
        nature=Nature.VALIDITY,
        day=day,
        name=step(mark("{paper} runs out"), paper=Named(each.code)),
        action=step(mark("Get a new one if it is still needed.")),
        code=each.code,
        start_on=safe(day - timedelta(weeks=4), view.place),
        derivation=(step(mark("Printed last day: {day}."), day=day),),
    )
