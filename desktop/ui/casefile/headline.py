"""The line above every tab: who, how old, which paper until when, and until when it is safe. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.cases.status import StatusPeriod
from desktop.services.words.names import LawNames
from desktop.texts import Texts, mark
from desktop.ui.kit.status_patterns import NO_PAPER, Pattern, pattern_of

if TYPE_CHECKING:
    from desktop.deadlines.duedates import DueDate

_STRONGEST_LAST = (
    Pattern.NO_PAPER,
    Pattern.VISA,
    Pattern.ASYLUM,
    Pattern.TOLERATED,
    Pattern.FICTION,
    Pattern.TITLE,
)


@dataclass(frozen=True, slots=True)
class Headline:
    """`urgency` is the value of the date's urgency, empty where nothing ends."""

    name: str
    rest: str
    urgency: str = ""


def headline(case: CaseFile, dates: Iterable[DueDate], names: LawNames, today: date) -> Headline:
    """Everything on one line; what is not known is left out."""
    texts = names.texts
    said = []
    born = case.value("birth_date")
    if isinstance(born, PartialDate):
        said.append(age(born, today, texts))
    current = current_paper(case.status_periods, today)
    if current is None:
        said.append(_nothing_now(case.status_periods, today, texts))
        return Headline(
            case.client.name, " · ".join(filter(None, said)), "overdue" if case.status_periods else ""
        )
    due = next((each for each in dates if each.code == current.status_code and each.day >= today), None)
    last = due.day if due is not None else _last_day(current)
    paper = names.paper_of(current)
    if last is None:
        said.append(paper)
        return Headline(case.client.name, " · ".join(said))
    left = texts.plural("{count} day left", "{count} days left", (last - today).days)
    said.append(texts(mark("{paper} until {day} ({left})"), paper=paper, day=texts.day(last), left=left))
    if due is not None and due.safe_day is not None:
        said.append(texts(mark("safe until {day}"), day=texts.day_with_weekday(due.safe_day)))
    return Headline(case.client.name, " · ".join(said), due.urgency(today).value if due is not None else "")


def current_paper(periods: Sequence[StatusPeriod], today: date) -> StatusPeriod | None:
    """The paper that counts today: the strongest kind, and of these the one that lasts longest."""
    running = [each for each in periods if each.period.longest.covers(today) and each.status_code != NO_PAPER]

    def strength(each: StatusPeriod) -> tuple[int, date]:
        end = each.period.longest.end
        return _STRONGEST_LAST.index(pattern_of(each.status_code)), end or date.max

    return max(running, key=strength, default=None)


def age(born: PartialDate, today: date, texts: Texts) -> str:
    """34, or 33–34 where the day of birth is not known; babies in months."""
    youngest, oldest = _years(born.latest, today), _years(born.earliest, today)
    if oldest < 2 and born.exact:
        months = (today.year - born.earliest.year) * 12 + today.month - born.earliest.month
        months -= today.day < born.earliest.day
        return texts.plural("{count} month old", "{count} months old", months)
    return str(oldest) if youngest == oldest else f"{youngest}–{oldest}"


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _last_day(status: StatusPeriod) -> date | None:
    last = status.period.last_day
    return None if last is None else last.earliest


def _nothing_now(periods: Sequence[StatusPeriod], today: date, texts: Texts) -> str:
    ended = [end for each in periods if (end := each.period.longest.end) is not None and end <= today]
    if not ended:
        return texts(mark("no paper recorded")) if not periods else texts(mark("no valid paper"))
    return texts(mark("no valid paper since {day}"), day=texts.day(max(ended)))
