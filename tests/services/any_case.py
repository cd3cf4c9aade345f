"""Cases made from nothing but the vocabulary: any answer to any question, the same for the same seed.

Whoever adds a fact to the vocabulary need not come here: a value is made from the shape of the fact. Such
people do not exist and could not: the point is that everything a rule may read turns up, alone and together,
with its days before, around and after today, known by day, month or year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Any

from desktop.cases.answers import Answer, Judgement, Ternary, Waiver
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.casefile import NOT_ASKED, CaseFile, Relative
from desktop.cases.people import Client, HouseholdLink
from desktop.cases.periods import PartialDate, Period
from desktop.cases.recordshapes import Record, Stretch, parts
from desktop.cases.shapes import Choice, Day, ExactDay, ListOf, Never, Number, SetOf, Shape, Text, YesNo
from desktop.cases.status import STATUS_CODES, StatusPeriod
from desktop.rules.packs import Pack

COMMON_CODES = ("gestattung", "D60a_2_1", "D60a_2_4", "D60b", "gueb", "F81_4", "visa_D", "title:104c_holder")


def any_cases(pack: Pack, count: int, *, seed: int, today: date, most: int = 3) -> Iterator[CaseFile]:
    """So many cases around a day; lists have at most so many entries."""
    for number in range(count):
        yield _Maker(pack, Random(f"{seed}/{number}"), today, most).case(number)


class _Maker:
    def __init__(self, pack: Pack, random: Random, today: date, most: int) -> None:
        self.pack, self.random, self.today, self.most = pack, random, today, most
        short = most == 1
        self.known = random.choice((0.2, 0.4, 0.6, 0.9) if short else (0.5, 0.8, 1.0))  # how much was asked
        self.exact = 0.9 if short else 0.75  # how many days are known to the day

    def case(self, number: int, *, with_household: bool = True) -> CaseFile:
        facts = {
            name: self._answer(self._history() if self._is_history(shape) else self._value(shape, name))
            for name, shape in self.pack.input_shapes.items()
            if self._chance(0.95 if self._is_history(shape) else self.known)
        }
        judgements = {
            name: Judgement(self._pick(tuple(Ternary)), "mk", self.today, "geprüft")
            for name in sorted(self.pack.judgements)
            if self._chance(0.7)
        }
        return CaseFile(
            Client(f"Niemand {number}"),
            facts=MappingProxyType(facts),
            judgements=MappingProxyType(judgements),
            waivers=MappingProxyType(dict(self._waivers())),
            requests=tuple(self._requests()),
            relatives=tuple(self._relatives(number)) if with_household else (),
        )

    def _relatives(self, number: int) -> Iterator[Relative]:
        for each in range(self._pick((0, 0, 0, 0, 0, 1, 1, 2))):
            link = HouseholdLink(
                self._pick(("spouse_partner", "child", "parent", "sibling")), f"{number}-{each}"
            )
            yield Relative(link, self.case(number, with_household=False))

    def _answer(self, value: Any) -> Answer:
        return NOT_ASKED if value is None else Answer(value, by="mk", disputed=self._chance(0.03))

    def _waivers(self) -> Iterator[tuple[str, Waiver]]:
        for norm in self.pack.norms:
            for leaf in norm.leaves():
                if leaf.cls.liftable and self._chance(0.05):
                    yield leaf.key, Waiver(leaf.key, "mk", self.today, "untypisch")

    def _requests(self) -> Iterator[Request]:
        for norm in self.pack.norms:
            if self._chance(0.2):
                yield Request(norm.id, self._pick(tuple(DecisionKind)))

    # The status history: papers that follow each other, as they do in life

    @staticmethod
    def _is_history(shape: Shape) -> bool:
        return isinstance(shape, ListOf) and shape.item == Record(StatusPeriod)

    def _history(self) -> tuple[StatusPeriod, ...]:
        titles = tuple(f"title:{norm.id}" for norm in self.pack.norms)
        begins = self._ago(11 * 365, 200)
        found = []
        for _ in range(self.random.randint(1, 2 + self.most)):
            codes = self._pick((COMMON_CODES, titles, tuple(sorted(STATUS_CODES))))
            ends = begins + timedelta(self.random.randint(20, 1500))
            open_end = self._chance(0.15)
            period = Period(self._blurred(begins), None if open_end else self._blurred(ends, begins))
            issued = self._blurred(begins) if self._chance(0.5) else None
            issuer = self._pick(("core:jena", "abroad", ""))
            found.append(StatusPeriod(self._pick(codes), period, issued_on=issued, issued_by=issuer))
            gap = self._pick((0, 0, 0, 0, self.random.randint(1, 9), self.random.randint(10, 200), -30))
            begins = ends + timedelta(gap)
            if begins > self.today + timedelta(900):
                break
        return tuple(found)

    # Values by their shape

    def _value(self, shape: Shape, name: str) -> Any:
        match shape:
            case YesNo():
                return self._chance(0.5)
            case Day():
                return Never.NONE if shape.or_none and self._chance(0.5) else self._day(name)
            case ExactDay():
                return self._day(name).earliest
            case Number():
                most = self._pick((3, 60, 1500))
                return self.random.randint(0, most) if shape.whole else Decimal(self.random.randint(0, most))
            case Choice():
                word = self._pick(shape.options)
                return shape.enum(word) if shape.enum else word
            case SetOf():
                return frozenset(each for each in shape.options if self._chance(0.3))
            case ListOf():
                entries = min(self._pick((0, 1, 1, 2, 3)), self.most)
                return tuple(self._value(shape.item, name) for _ in range(entries))
            case Stretch():
                return self._period()
            case Record():
                return self._record(shape.kind)
            case Text():
                return self._pick(("", "1", "3b", "other", "self", "drugs", "life"))
        raise TypeError(shape)

    def _record(self, kind: type) -> Any:
        values = {
            part.attribute: self._period() if part.is_period else self._value(part.shape, part.attribute)
            for part in parts(kind)
            if part.needed or part.is_period or self._chance(0.85)
        }
        return kind(**values)

    def _period(self) -> Period:
        begins = self._near()
        ends = begins + timedelta(
            self.random.choice((5, 40, 100, 200, 700, 1500)) + self.random.randint(0, 60)
        )
        return Period(self._blurred(begins), self._blurred(ends, begins) if self._chance(0.6) else None)

    def _day(self, name: str) -> PartialDate:
        if "birth" in name or self._chance(0.05):
            return self._blurred(self._ago(40 * 365, 1))
        return self._blurred(self._near())

    def _near(self) -> date:
        return self.today + timedelta(self._pick((1, 1, 1, -1)) * -self.random.randint(0, 2200))

    def _blurred(self, day: date, not_before: date | None = None) -> PartialDate:
        """The day, or only its month or year."""
        if self._chance(self.exact):
            return PartialDate.exactly(day)
        found = PartialDate.parse(f"{day:%Y-%m}" if self._chance(0.65) else f"{day:%Y}")
        return PartialDate.exactly(day) if not_before and found.latest < not_before else found

    def _ago(self, most: int, least: int) -> date:
        return self.today - timedelta(self.random.randint(least, most))

    def _pick(self, options: Any) -> Any:
        return self.random.choice(options)

    def _chance(self, of_one: float) -> bool:
        return self.random.random() < of_one
