"""The client's own sheet: which papers, days and steps of a case a person can keep and show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.cases.agenda import EntryKind
from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.cases.status import StatusPeriod
from desktop.cases.words import spoken_day
from desktop.deadlines.derivation import Named
from desktop.deadlines.duedates import DueDate, Nature
from desktop.documents.residence_sheet import HeldPaper, OwnDay, ResidenceSheet
from desktop.documents.sheets import Stamp
from desktop.texts import Texts

from .. import deadlines
from ..declarations.frames import frame
from ..declarations.profile import OfficeProfile
from ..reference import UNKNOWN_AUTHORITY, Reference
from ..words.names import LawNames, step_names
from .authority import authority_of
from .ground import person_of

NO_PAPER = "none"
"""A time without any paper is nothing to hold in the hand, and may harm whoever is seen with it."""
BY_RECOGNITION = "F25_1_3"
"""Permitted by law until the permit is issued (§ 25(1) s. 3, (2) s. 3 AufenthG)."""
SHOWN = (Nature.VALIDITY, Nature.FILING, Nature.APPOINTMENT, Nature.RESTRICTION)
"""Plans of the office stay there; what may become possible is told at the desk, without a promise."""
_NO_DAY = frozenset({"end_missing"})
"""Kinds of dates that stand for a day nobody knows."""
_MOST_STEPS = 6


def residence_sheet(
    reference: Reference,
    case: CaseFile,
    *,
    profile: OfficeProfile,
    stamp: Stamp,
    today: date,
    texts: Texts,
) -> ResidenceSheet:
    """The sheet of a case; also of one in which nothing is recorded yet."""
    return _Residence(reference, case, profile, stamp, today, texts).sheet()


@dataclass(frozen=True)
class _Residence:
    reference: Reference
    case: CaseFile
    profile: OfficeProfile
    stamp: Stamp
    today: date
    texts: Texts

    @cached_property
    def word(self) -> Mapping[str, str]:
        return frame("residence", self.texts.language)

    @cached_property
    def held(self) -> Sequence[StatusPeriod]:
        """The papers that have begun, in order of time."""
        begun = self.case.begun_by(self.today)
        return [each for each in begun if each.status_code != NO_PAPER]

    @cached_property
    def dates(self) -> Sequence[DueDate]:
        found = deadlines.of(self.reference, self.case, self.today)
        shown = (each for each in found if each.nature in SHOWN and each.kind not in _NO_DAY)
        return [each for each in shown if not each.settled and not self._over(each)]

    def _over(self, due: DueDate) -> bool:
        """What binds no more, and an appointment that has been."""
        return due.day < self.today and due.nature in (Nature.RESTRICTION, Nature.APPOINTMENT)

    def sheet(self) -> ResidenceSheet:
        return ResidenceSheet(
            stamp=self.stamp,
            words=self.word,
            own=tuple(self._own()),
            days=tuple(map(self._day, self.dates)),
            steps=tuple(self._steps()),
            papers=tuple(map(self._paper, self.held)),
            helpers=tuple(self._helpers()),
        )

    def _own(self) -> Iterator[tuple[str, str]]:
        person = person_of(self.case, self.texts)
        yield self.word["name"], "\n".join(filter(None, (person.name, person.original_name)))
        now = [each for each in self.held if each.period.longest.covers(self.today)]
        last = now[-1] if now else self.held[-1] if self.held else None
        yield self.word["paper"], self._name(last) if last is not None else self.word["no_paper"]
        if last is not None:
            end = last.period.last_day
            words = spoken_day(end, self.texts) if end is not None else self._open_end(last)
            over = end is not None and end.latest < self.today
            yield self.word["until"], self.word["ended"].format(day=words) if over else words

    def _open_end(self, status: StatusPeriod) -> str:
        """Recognition permits the stay until the card is there; of other papers the end is not known."""
        return self.word["until_card" if status.status_code == BY_RECOGNITION else "unknown"]

    def _day(self, due: DueDate) -> OwnDay:
        names = step_names(self.reference, self.texts, self.case)
        by, shown = due.act_by, self.texts.day_with_weekday
        key = "at" if due.nature is Nature.APPOINTMENT else "by"
        passed = due.day < self.today
        what = " · ".join(filter(None, (due.name.show(self.texts, names), due.time)))
        return OwnDay(
            what=what,
            by=self.word[key].format(day=shown(due.day if passed else by)),
            day=self.word["last"].format(day=shown(due.day)) if by != due.day and not passed else "",
            passed=passed,
        )

    def _steps(self) -> Iterator[str]:
        """What to do about the days, each once, the most urgent first; a duty that binds is no step."""
        acting = (each for each in self.dates if each.nature in (Nature.VALIDITY, Nature.FILING))
        said = dict.fromkeys(map(self._step, acting))
        yield from [each for each in said if each.strip()][:_MOST_STEPS]

    def _step(self, due: DueDate) -> str:
        """What to do, said so that it stands by itself; how the office works through a date is no step."""
        names = step_names(self.reference, self.texts, self.case)
        if due.kind == EntryKind.DEADLINE.value:
            by = self.word["by"].format(day=self.texts.day_with_weekday(due.act_by))
            return f"{due.name.show(self.texts, names)}: {by}"
        action, act = due.action.show(self.texts, names), due.name.values.get("act")
        return f"{self.texts(names.get(act, act))}: {action}" if isinstance(act, Named) else action

    def _paper(self, status: StatusPeriod) -> HeldPaper:
        period = status.period
        first, last = spoken_day(period.start, self.texts), period.last_day
        return HeldPaper(
            name=self._name(status),
            days=self._between(first, last),
            first=period.start.earliest,
            last=last.latest if last is not None else None,
            now=period.longest.covers(self.today),
        )

    def _name(self, status: StatusPeriod) -> str:
        """A title by its section only, for the sheet may be seen by others; any other paper in full."""
        names = LawNames.of(self.reference, self.texts)
        if status.title_id in self.reference.pack.norm_ids:
            return self.reference.pack.norm(status.title_id).cite
        return names.paper_of(status) if status.title_id else names.status_in_full(status.status_code)

    def _between(self, first: str, last: PartialDate | None) -> str:
        if last is None:
            return self.word["since"].format(first=first)
        return self.word["from_until"].format(first=first, last=spoken_day(last, self.texts))

    def _helpers(self) -> Iterator[tuple[str, str]]:
        office = (self.profile.name, ", ".join(self.profile.address), self.profile.contact)
        yield self.word["office"], "\n".join(line for line in office if line.strip())
        key = self.case.value("responsible_abh") or UNKNOWN_AUTHORITY
        known = self.reference.authorities.get(key) if key != UNKNOWN_AUTHORITY else None
        found = authority_of(known, self.texts, self.today) if known is not None else None
        lines = (found.name, ", ".join(found.visit_address or found.address)) if found is not None else ()
        yield self.word["authority"], "\n".join(line for line in lines if line.strip())
        yield self.word["lawyer"], ""
