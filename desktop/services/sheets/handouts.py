"""The hand-out of a case: what the client holds or is after, in German and in the client's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.cases.casefile import CaseFile
from desktop.deadlines.duedates import DueDate, Nature
from desktop.documents.handout import written
from desktop.documents.handout_sheet import Columns, HandoutSheet, OwnLine, Said, SaidTopic
from desktop.documents.sheets import Stamp
from desktop.errors import Problem
from desktop.rules.verdict import Verdict
from desktop.texts import Texts, mark

from .. import assessment, deadlines
from ..handouts.choosing import RECOGNISED, Chosen, Subject, chosen, explains, subject_asked, subject_held
from ..handouts.languages import GERMAN, HandoutLanguage, language
from ..handouts.released import NOTHING_RELEASED, Releases
from ..handouts.statements import FRAME, HandoutTopic, handouts
from ..handouts.translations import translation
from ..handouts.twins import HandoutTwins
from ..reference import Reference
from ..words.names import LawNames
from .ground import person_of

HELD, ASKED = "held", "asked"
"""What a hand-out can be about: the paper of today, or the title asked for."""
END_MISSING = "end_missing"
"""The kind of date that stands for an end nobody recorded; it is no day of the paper."""
_BY_LAW = "F"
"""Codes of what the law says of a stay begin so; their short names say nothing to a client."""
_FOR_EVER = "validity_settlement"
"""The consequence of the pack that says a title has no end."""


def subject_of(reference: Reference, case: CaseFile, which: str, title_id: str, today: date) -> Subject:
    """What the hand-out is about: as chosen, else what is held today, else the title.

    Raises Problem where it is not recorded what is held, and for a title that does not come into question.
    """
    held = subject_held(case, today)
    if which != ASKED and held is not None and (which == HELD or explains(reference.pack, held)):
        return held
    if which == HELD:
        raise Problem(
            mark("It is not recorded which paper the client holds."),
            mark("Enter the paper in the status history, or print the hand-out of the title asked for."),
        )
    if held is not None and held.title_id == title_id:
        return held
    (result,) = assessment.assess(reference, case, today, title=title_id).titles
    if result.verdict is Verdict.NOT_AVAILABLE:
        raise Problem(
            mark("{cite} does not come into question today, as the hand-out would say it does."),
            mark("Print the reasons, or choose another title."),
            cite=result.norm.cite,
        )
    return subject_asked(title_id)


def subjects(
    reference: Reference, case: CaseFile, title_id: str, today: date, texts: Texts
) -> list[tuple[str, str]]:
    """What a hand-out can be about, with its words: the paper of today first."""
    held, names = subject_held(case, today), LawNames(reference.pack, texts)
    found = []
    if held is not None and held.period is not None and explains(reference.pack, held):
        found.append((HELD, texts(mark("Paper held now: {paper}"), paper=names.paper_of(held.period))))
    if title_id and (held is None or held.title_id != title_id):
        found.append((ASKED, texts(mark("Title asked for: {title}"), title=names.title(title_id))))
    return found


def handout_sheet(
    reference: Reference,
    case: CaseFile,
    subject: Subject,
    *,
    code: str,
    columns: Columns,
    stamp: Stamp,
    today: date,
    texts: Texts,
    released: Releases = NOTHING_RELEASED,
) -> HandoutSheet:
    """The hand-out in German beside the language `code`; only German where that is German.

    `released`: the translations this office has released.

    Raises Problem for a language that is not known and for a paper nothing is said of.
    """
    return _Handout(reference, case, subject, language(code), columns, stamp, today, texts, released).sheet()


@dataclass(frozen=True)
class _Handout:
    reference: Reference
    case: CaseFile
    subject: Subject
    language: HandoutLanguage
    columns: Columns
    stamp: Stamp
    today: date
    texts: Texts  # German: names of papers and of the client
    released: Releases

    @cached_property
    def words(self) -> HandoutTwins:
        other = translation(self.language.code) if self.language.code != GERMAN else None
        return HandoutTwins(other, self.released)

    @cached_property
    def topics(self) -> Mapping[HandoutTopic, list[Chosen]]:
        return chosen(self.reference, self.case, self.subject, self.today)

    def sheet(self) -> HandoutSheet:
        blocks = [f"{FRAME}.{key}" for key in handouts().frame]
        blocks += [each.statement.id for said in self.topics.values() for each in said if not each.changed]
        return HandoutSheet(
            stamp=self.stamp,
            tag=self.language.tag,
            right_to_left=self.language.right_to_left,
            columns=self.columns if self.language.code != GERMAN else "german",
            frame={key: self.words.word(key) for key in handouts().frame},
            title=self.words.word("title" if self.subject.period is not None else "ahead_title"),
            own=tuple(self._own()),
            urgent=self.words.word("expired") if self._passed else None,
            topics=tuple(self._topics()),
            reviewed=all(map(self.words.reviewed, blocks)),
        )

    def _topics(self) -> Iterator[SaidTopic]:
        number = 0
        for topic, found in self.topics.items():
            said = []
            for each in found:
                number += 1
                text = self.words.word("ask") if each.changed else self.words.twin(each.statement.id)
                said.append(Said(number, text, "; ".join(each.cites), each.open and not each.changed))
            if not said:
                number += 1
                said.append(Said(number, self.words.word("ask")))
            yield SaidTopic(topic.value, self.words.word(f"topic_{topic.value}"), tuple(said))

    # The client's own

    def _own(self) -> Iterator[OwnLine]:
        word = self.words.word
        yield OwnLine(word("name"), person_of(self.case, self.texts).name)
        if self.subject.period is None:
            yield OwnLine(word("paper_asked"), self._paper)
            return
        yield OwnLine(word("paper_now"), self._paper)
        end = None if self._for_ever else self._last_day  # what is recorded then is the day of the card
        if end is None and self.subject.code == RECOGNISED:
            return  # permitted by law until the card is there: no paper, no day
        if end is not None:
            yield OwnLine(word("valid_until"), written(end), strong=True)
        else:
            key = "no_end" if self._for_ever else "unknown_end"
            yield OwnLine(word("valid_until"), self._said_by_itself(key))
        step = self._next_step
        if step is not None and step >= self.today:
            yield OwnLine(word("next_step"), written(step), strong=True)

    @property
    def _paper(self) -> str:
        """As the card says it: only the section, for the sheet may be seen by others."""
        pack, period = self.reference.pack, self.subject.period
        if self.subject.title_id in pack.norm_ids:
            return pack.norm(self.subject.title_id).cite
        names = LawNames(pack, self.texts)
        if self.subject.code.startswith(_BY_LAW):
            return names.status_in_full(self.subject.code)
        return names.paper_of(period) if period is not None else names.status(self.subject.code)

    def _said_by_itself(self, key: str) -> str:
        """A value in words: in the languages of the sheet, one under the other."""
        twin = self.words.word(key)
        if self.language.code == GERMAN or self.columns == "german" or not twin.other:
            return twin.german
        return twin.other if self.columns == "other" else f"{twin.german}\n{twin.other}"

    @property
    def _for_ever(self) -> bool:
        papers = self.topics.get(HandoutTopic.PAPER, [])
        return any(_FOR_EVER in each.statement.rows and not each.open for each in papers)

    @cached_property
    def _dates(self) -> list[DueDate]:
        found = deadlines.of(self.reference, self.case, self.today)
        mine = [each for each in found if each.code == self.subject.code and each.kind != END_MISSING]
        return [each for each in mine if each.nature in (Nature.VALIDITY, Nature.FILING)]

    @property
    def _last_day(self) -> date | None:
        """The inclusive last day of the paper, in law; where only the month is known the earlier reading."""
        ends = [each.day for each in self._dates if each.nature is Nature.VALIDITY]
        if ends:
            return min((day for day in ends if day >= self.today), default=max(ends))
        period = self.subject.period
        last = period.period.last_day if period is not None else None
        return last.earliest if last is not None else None

    @property
    def _next_step(self) -> date | None:
        """The day to begin, or the last safe day where that has come."""
        open_dates = [each for each in self._dates if not each.settled]
        return min((_begin(each, self.today) for each in open_dates), default=None)

    @property
    def _passed(self) -> bool:
        if self._for_ever:
            return False
        step = self._next_step or self._last_day
        return step is not None and step < self.today


def _begin(due: DueDate, today: date) -> date:
    return due.start_on if due.start_on is not None and due.start_on > today else due.act_by
