"""The status history as the law reads it: every paper with its effective borders, safe and longest.

Four things move a border away from what the paper says:

* a status that excludes the paper began later: a Gestattung or a Duldung whose end nobody recorded
  cannot run beside the status that replaced it (safe: none of it is certain; longest: until the
  replacement);
* an asylum application ends some titles, exemptions and effects of filing (§ 51 Abs. 1 Nr. 8 AufenthG,
  § 55 Abs. 2 AsylG);
* the ordinance for persons from Ukraine prolongs § 24 permits, and an application lets a title run on,
  permits the stay or suspends removal until it is decided (§ 81 Abs. 3, 4 AufenthG). Both rules live in
  `desktop.deadlines`;
* a letter that revokes or withdraws a title ends it, contested or not (§ 51 Abs. 1 Nr. 3, 4, § 84 Abs. 2
  S. 1 AufenthG). It may be annulled, which mends the break (S. 3), and does not say which of several titles
  it means: so only the safe reading ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from desktop.cases.applications import Application
from desktop.cases.periods import PartialDate, Period, Span
from desktop.cases.status import DULDUNG_CODES, TITLE, StatusPeriod
from desktop.deadlines.effects import F81_3_1, F81_3_2, F81_4, effect_of_filing
from desktop.deadlines.spans import Duration
from desktop.deadlines.ukraine import EXEMPT, with_exemption
from desktop.deadlines.validity import Circumstances, effective_period, total_validity

from .terms import LawTerms

NONE = "none"
D60B = "D60b"
ASYLUM_PAPERS = frozenset({"gestattung", "ankunftsnachweis"})
_ENDED_BY_ASYLUM = frozenset({"visa_free", EXEMPT, "F81_3_1", "F81_3_2"})
_NOT_REPLACED_BY = (
    (ASYLUM_PAPERS, ASYLUM_PAPERS),
    (DULDUNG_CODES - {D60B}, DULDUNG_CODES | {"F81_3_2"}),
    ({D60B}, {D60B}),
    ({"gueb"}, {"gueb"}),
)
"""What may follow such papers without ending them; any other status, a title above all, replaces them."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One status with its effective days on both readings; on the safe one they may be none.

    `ended_by_asylum`: an asylum application ended it, or may have. `end_missing`: the paper's end was never
    recorded although another status replaced it. `continued`: it runs because of an application.
    """

    code: str
    safe: Span
    longest: Span
    status: StatusPeriod
    ended_by_asylum: bool = False
    end_missing: bool = False
    continued: bool = False

    @property
    def title_id(self) -> str | None:
        """The norm's id if this is a title."""
        return self.code.removeprefix(TITLE) if self.is_title else None

    @property
    def is_title(self) -> bool:
        return self.code.startswith(TITLE)

    @property
    def exact(self) -> bool:
        """Whether the paper's borders are recorded to the day."""
        period = self.status.period
        return period.start.exact and (period.end is None or period.end.exact)

    @property
    def begun(self) -> date:
        """When the paper began, at the latest; a continued title is as old as the title."""
        return self.status.period.start.latest


@dataclass(frozen=True, slots=True)
class History:
    """All stays in order of time, titles that an application lets run on included."""

    stays: tuple[Stay, ...]
    applications_known: bool
    _titles: tuple[Stay, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_titles", tuple([stay for stay in self.stays if stay.is_title]))

    def __iter__(self) -> Iterator[Stay]:
        return iter(self.stays)

    def titles(self) -> tuple[Stay, ...]:
        return self._titles

    def of_title(self, title_id: str) -> tuple[Stay, ...]:
        """The stays with one title."""
        code = TITLE + title_id
        return tuple([stay for stay in self._titles if stay.code == code])

    def on(self, day: date) -> tuple[Stay, ...]:
        """What covers the day on every reading."""
        return tuple([stay for stay in self.stays if stay.safe.covers(day) and stay.code != NONE])

    def perhaps_on(self, day: date) -> tuple[Stay, ...]:
        """What covers the day on some reading."""
        return tuple([stay for stay in self.stays if stay.longest.covers(day) and stay.code != NONE])

    def governing(self, day: date) -> tuple[Stay, ...]:
        """Of all that covers the day what began last: the newest paper tells what holds now."""
        covering = self.on(day)
        begun = max((stay.begun for stay in covering), default=None)
        return tuple(stay for stay in covering if stay.begun == begun)

    def last_before(self, day: date) -> Stay | None:
        """The status that ended last, on the longest reading, before the day begins."""
        ended = [
            (stay.longest.end, stay.begun, stay)
            for stay in self.stays
            if stay.longest.end is not None and stay.longest.end <= day and stay.code != NONE
        ]
        return max(ended, key=lambda each: each[:2])[2] if ended else None


def build(
    periods: Iterable[StatusPeriod],
    given: Circumstances,
    applications: tuple[Application, ...] | None,
    terms: LawTerms,
    revoked: tuple[date, ...] = (),
) -> History:
    """The history; `periods` in order of time, `applications` None if nobody asked for them.

    `revoked`: the days from which on a letter ended the titles that were held (`lapse.revoked_on`).
    """
    ordered = tuple(with_exemption(tuple(periods), given.exemption))
    reader = _Reader(ordered, given, terms, revoked)
    stays = [reader.stay(each) for each in ordered]
    for each in applications or ():
        stays.extend(reader.effect(each))
    stays.sort(key=lambda stay: (stay.longest.start, stay.continued))
    return History(tuple(stays), applications is not None)


@dataclass(frozen=True, slots=True)
class _Ended:
    """An asylum application that ends something: for certain, or only on the safe reading of the days."""

    filed: PartialDate
    certain: bool

    def cut(self, safe: Span, longest: Span) -> tuple[Span, Span]:
        return safe.until(self.filed.earliest), longest.until(self.filed.latest) if self.certain else longest


@dataclass(frozen=True, slots=True)
class _Reader:
    ordered: tuple[StatusPeriod, ...]
    given: Circumstances
    terms: LawTerms
    revoked: tuple[date, ...]

    def stay(self, each: StatusPeriod) -> Stay:
        safe = effective_period(each, self.given, longest=False)
        longest = effective_period(each, self.given, longest=True)
        replaced = self._replaced_on(each)
        if replaced is not None:
            safe, longest = Span(safe.start, safe.start), longest.until(max(longest.start, replaced))
        ended = self._ended_by_asylum(each)
        if ended is not None:
            safe, longest = ended.cut(safe, longest)
        safe = self._unless_revoked(safe, each)
        return Stay(each.status_code, safe, longest, each, ended is not None, replaced is not None)

    def _unless_revoked(self, safe: Span, status: StatusPeriod) -> Span:
        """A stay with a title, cut at the first letter that revoked one while this one was held."""
        if not status.status_code.startswith((TITLE, "visa_")):
            return safe
        later = [day for day in self.revoked if day >= status.period.start.earliest]
        return safe.until(max(safe.start, later[0])) if later else safe

    def _replaced_on(self, each: StatusPeriod) -> date | None:
        """When a status that excludes it began, if the end of this one was never recorded."""
        if each.period.end is not None:
            return None
        kin = next((kin for papers, kin in _NOT_REPLACED_BY if each.status_code in papers), None)
        if kin is None:
            return None
        later = [
            other.period.start.latest
            for other in self.ordered
            if other.period.start.earliest > each.period.start.earliest
            and other.status_code not in kin
            and other.status_code != NONE
        ]
        return min(later, default=None)

    def _ended_by_asylum(self, each: StatusPeriod) -> _Ended | None:
        """The first asylum application filed while this status ran, if such an application ends it."""
        if not self.given.asylum_filed_on or not self._asylum_ends(each.status_code):
            return None
        granted = each.issued_on or each.period.start
        return self._first_filed_within(granted, each.period)

    def _asylum_ends(self, code: str) -> bool:
        if code in _ENDED_BY_ASYLUM or self.terms.has("lapse_on_asylum_application", code):
            return True
        return code.startswith((TITLE, "visa_")) and self._short(code)

    def _short(self, code: str) -> bool:
        """Whether the title is valid for no longer in total than § 55 Abs. 2 AsylG says."""
        total = total_validity(self.ordered, code, self.given)
        months = self.terms.number("asylum_ends_title_up_to_months")
        return total is not None and Duration(*total) <= Duration(months)

    def _first_filed_within(self, after: PartialDate, period: Period | None) -> _Ended | None:
        end = None if period is None else period.longest.end
        filed = [
            _Ended(day, certain=day.earliest > after.latest)
            for day in self.given.asylum_filed_on
            if day.latest > after.earliest and (end is None or day.earliest < end)
        ]
        return min(filed, key=lambda each: each.filed, default=None)

    def effect(self, each: Application) -> Iterator[Stay]:
        """What this application does for the stay until it is decided (§ 81 Abs. 3, 4)."""
        effect = effect_of_filing(
            self.ordered, filed_on=each.filed_on, title_id=each.title_id, given=self.given
        )
        reading = effect if effect.id == F81_4 else effect.otherwise or effect
        if reading.id == F81_4 and reading.continues is not None:
            yield from self._continuation(each, reading.continues, certain=effect.id == F81_4)
        elif effect.id in (F81_3_1, F81_3_2) and not effect.disputed:
            yield self._deemed(each, effect.id)

    def _deemed(self, each: Application, code: str) -> Stay:
        """A stay deemed permitted, or a removal deemed suspended, from filing until the decision."""
        safe_end, longest_end = self._decided(each)
        safe, longest = Span(each.filed_on.latest, safe_end), Span(each.filed_on.earliest, longest_end)
        ended = self._first_filed_within(each.filed_on, None)
        if ended is not None:
            safe, longest = ended.cut(safe, longest)
        status = StatusPeriod(code, Period(each.filed_on))
        return Stay(code, safe, longest, status, ended is not None, continued=True)

    def _continuation(self, each: Application, code: str, *, certain: bool) -> Iterator[Stay]:
        """The title that runs on because the application came in time and is not decided yet."""
        held = [
            period
            for period in self.ordered
            if period.status_code == code and period.period.longest.covers(each.filed_on.earliest)
        ]
        if not held:
            return
        status = held[-1]
        begins = effective_period(status, self.given, longest=False).end
        if begins is None:
            return
        safe_end, longest_end = self._decided(each)
        safe = Span(begins, safe_end if certain else begins)
        longest = Span(begins, longest_end)
        ended = self._asylum_after(each, code)
        if ended is not None:
            safe, longest = ended.cut(safe, longest)
        safe = self._unless_revoked(safe, status)
        yield Stay(code, safe, longest, status, ended is not None, continued=True)

    def _decided(self, each: Application) -> tuple[date | None, date | None]:
        """Until when the effect lasts on both readings; the day of the decision does not belong to it.

        A paper with the title applied for that began later shows that there was a decision.
        """
        granted = [
            period.period.start
            for period in self.ordered
            if period.title_id == each.title_id and period.period.start.earliest > each.filed_on.latest
        ]
        decided = each.decided_on or min(granted, default=None)
        if decided is not None:
            return decided.earliest, decided.latest
        return (date.min, None) if each.result else (None, None)

    def _asylum_after(self, each: Application, code: str) -> _Ended | None:
        """The asylum application that ends the effect: none where a longer title is to be extended."""
        extends = TITLE + each.title_id == code
        if extends and not self._short(code) and not self.terms.has("lapse_on_asylum_application", code):
            return None
        return self._first_filed_within(each.filed_on, None)
