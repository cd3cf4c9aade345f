"""One date of some client as every list of the window shows it, in words. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.deadlines.duedates import Nature, Urgency
from desktop.services.words.values import distance
from desktop.texts import Texts, mark

from .names import isolated
from .signs import DATE_SIGNS, KIND_SIGNS, VERDICT_SIGNS, Sign

if TYPE_CHECKING:
    from desktop.services.deadlines import DueLine
    from desktop.services.prospects import Prospect

GUARDED = frozenset((Nature.FILING.value, Nature.VALIDITY.value))
"""Kinds that are deadlines: they are done only with how, on the client's page."""
_FAR = 300
"""Days from which on a day carries its year."""


@dataclass(frozen=True, slots=True)
class DueEntry:
    """One date in two lines. `urgency` is a key of `kit.signs.DATE_SIGNS`, `kind` one of `KIND_SIGNS`."""

    client_id: str
    key: str  # how the client's page finds it
    kind: str
    when: str  # the day to act by: Di 24.11.; an appointment with its hour
    who: str
    kind_word: str  # Frist
    what: str  # Titel endet: § 25 Abs. 3; empty where the kind says it all
    ends: str  # the day itself where acting must come before it: ends Do 26.11.
    distance: str  # to the day to act by: in 2 days
    urgency: str
    time: str = ""  # of an appointment: 14:30
    entry: str = ""  # id of the planned entry it shows, if it is one
    verdict: str = ""  # what a title comes to from this day on, where it is no date but a prospect

    @property
    def sign(self) -> Sign:
        """How near it is. A missed plan of the office's own is no missed deadline, and looks calmer."""
        if self.verdict:
            return VERDICT_SIGNS[self.verdict]
        calm = self.kind not in GUARDED and self.urgency == "overdue"
        sign = DATE_SIGNS[self.urgency]
        return Sign(DATE_SIGNS["soon"].icon, DATE_SIGNS["soon"].token, sign.word) if calm else sign

    @property
    def second_line(self) -> str:
        return " · ".join(filter(None, (self.kind_word, self.what, self.ends)))


def due_entry(line: DueLine, today: date, texts: Texts, what: Callable[[DueLine], str]) -> DueEntry:
    """`what` says in words what the date is. Of what has passed the day itself is shown."""
    passed = line.day < today
    act_by = line.day if passed else line.act_by
    ends = texts(mark("ends {day}"), day=near_day(line.day, today, texts))
    kind = line.nature.value
    word, told = texts(KIND_SIGNS[kind].word), what(line)
    return DueEntry(
        client_id=line.client_id,
        key=line.key or line.entry,
        kind=kind,
        when=" ".join(filter(None, (near_day(act_by, today, texts), line.time))),
        who=isolated(line.name),
        kind_word=word,
        what="" if told == word else told,
        ends=ends if act_by < line.day else "",
        distance=distance(act_by, today, texts),
        urgency=line.urgency.value,
        time=line.time,
        entry=line.entry,
    )


def prospect_entry(prospect: Prospect, today: date, texts: Texts, cite: str) -> DueEntry:
    """From a day on a title stands better; `cite` is its section."""
    verdict = prospect.after.value
    return DueEntry(
        client_id=prospect.client_id,
        key="",
        kind=Nature.EARLIEST.value,
        when=near_day(prospect.day, today, texts),
        who=isolated(prospect.name),
        kind_word=cite.removesuffix(" AufenthG"),
        what=texts(VERDICT_SIGNS[verdict].word),
        ends="",
        distance=distance(prospect.day, today, texts),
        urgency=Urgency.LATER.value,
        verdict=verdict,
    )


def near_day(day: date, today: date, texts: Texts) -> str:
    """Di 24.11.; with the year where the day alone could mislead."""
    if abs((day - today).days) > _FAR:
        return texts.day_with_weekday(day)
    short = f"{day:%d.%m.}" if texts.language == "de" else f"{day.day} {texts.month(day.month)[:3]}"
    return f"{texts.short_weekday(day)} {short}"
