"""What the letters of one case share: who writes to whom, the paper held now, enclosures, the reply."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from desktop.cases.status import DULDUNG_CODES, StatusPeriod
from desktop.documents import sheets
from desktop.rules.tables import Document
from desktop.texts import Texts, mark

from .. import letter_law
from ..assessment import HOLDER_104C
from ..letter_questions import AnswerKind, Answers, Question, lines_of, still_open
from ..words.letter_names import enclosed_name, paper_held
from ..words.names import ABROAD
from .ground import Ground, left_out, out_of_question, sender_of, town
from .letter_grounds import PAPER_OF_THE_STAY, enclosed, following
from .recipients import address_question, recipient_of

REPLY_WITHIN = timedelta(weeks=4)
FURTHER = "further_enclosures"
_ENCLOSURE = re.compile(r"(?:Anlagen?|enclosures?)\s+(\d{1,2})\b", re.IGNORECASE)
_BY_LAW_ALONE = ("none", "F25_1_3", "D_material")
"""Statuses that no paper shows."""


def enclosure_numbers(numbers: Iterable[int], texts: Texts) -> str:
    """Enclosures by their numbers, as a letter refers to them; empty if there is none."""
    found = [str(each) for each in numbers]
    if not found:
        return ""
    words = mark("enclosure\N{NO-BREAK SPACE}{numbers}")
    if len(found) > 1:
        words = mark("enclosures\N{NO-BREAK SPACE}{numbers}")
    return texts(words, numbers=", ".join(found))


@dataclass(frozen=True)
class Frame:
    """One case as the sender of a letter, with the answers given for this letter."""

    ground: Ground
    answers: Answers

    @property
    def reply_by(self) -> date:
        """The day until which an answer is asked for, inclusive."""
        return self.ground.today + REPLY_WITHIN

    @cached_property
    def recipient(self) -> sheets.Authority:
        """The authority the letter is addressed to."""
        ground = self.ground
        return recipient_of(ground.authority, self.answers, ground.texts, ground.today)

    @property
    def address_question(self) -> tuple[Question, ...]:
        """The question for the address of the authority, where the directory has none."""
        return address_question(self.ground.authority, self.ground.texts)

    @property
    def sender(self) -> sheets.Sender:
        return sender_of(self.ground.case)

    @property
    def place(self) -> str:
        return town(self.ground.case.client.address)

    @cached_property
    def status(self) -> StatusPeriod | None:
        """The paper held now: of those that began by today the one that began last."""
        begun = self.ground.case.begun_by(self.ground.today)
        return begun[-1] if begun else None

    @property
    def tolerated(self) -> bool:
        """Whether the paper held now is a Duldung."""
        return self.status is not None and self.status.status_code in DULDUNG_CODES

    @property
    def held_104c(self) -> bool:
        """Whether the paper held now, or the last one, is a title under § 104c."""
        return self.status is not None and self.status.title_id == HOLDER_104C

    def present(self, status: StatusPeriod | None) -> sheets.PresentPaper | None:
        """A paper of the stay as a letter names it; None for what no paper shows."""
        if status is None or status.status_code in _BY_LAW_ALONE:
            return None
        last = status.period.last_day
        return sheets.PresentPaper(
            name=paper_held(self.ground.reference, status, self.ground.texts),
            number=status.number,
            issued_by=self._issuer(status),
            valid_until=last.earliest if last is not None else None,
        )

    def _issuer(self, status: StatusPeriod) -> str:
        """Who issued a paper; empty for a mission abroad, and where only the kind of authority is known."""
        known = self.ground.reference.authorities.get(status.issued_by)
        if status.issued_by == ABROAD or (known is not None and not known.postal_address):
            return ""
        return self.ground.texts.pick(known.name) if known is not None else status.issued_by

    def enclosures(self) -> tuple[sheets.Enclosure, ...]:
        """The papers that go with the letter, numbered in this order."""
        papers = tuple(sheets.Enclosure(self._named(each.document)) for each in enclosed(self.ground))
        return (*papers, *self.further())

    def _named(self, document: Document) -> str:
        """An enclosure by its name; the paper of the stay as the letter names it above."""
        held = self.present(self.status) if document.code == PAPER_OF_THE_STAY else None
        return held.name if held is not None else enclosed_name(self.ground.texts.pick(document.name))

    def further(self) -> tuple[sheets.Enclosure, ...]:
        """What somebody named as further enclosures, one on each line."""
        return tuple(sheets.Enclosure(name) for name in lines_of(self.answers, FURTHER))

    def further_question(self, there: int) -> Question:
        """The question for further enclosures; `there`: how many the letter has without them."""
        texts = self.ground.texts
        example = mark("For example: report of the clinic. The first one gets the number {number}.")
        return Question(
            FURTHER,
            texts(mark("Further enclosures, one on each line")),
            AnswerKind.TEXT,
            texts(example, number=there + 1),
        )

    def enclosure_words(self, *facts: str) -> str:
        """The enclosures that prove one of these facts, by their numbers; empty if none does."""
        return enclosure_numbers(
            (
                number
                for number, item in enumerate(enclosed(self.ground), 1)
                if not set(facts).isdisjoint(item.document.proves)
            ),
            self.ground.texts,
        )

    def to_follow(self) -> tuple[str, ...]:
        """The papers that are needed and not there yet."""
        texts, with_letter = self.ground.texts, {item.document.code for item in enclosed(self.ground)}
        return tuple(
            texts(mark("{paper} (original)"), paper=texts.pick(item.document.name))
            if item.document.code in with_letter
            else texts.pick(item.document.name)
            for item in following(self.ground)
        )

    def cautions(
        self, kind: sheets.LetterKind, questions: Iterable[Question], enclosures: int
    ) -> tuple[str, ...]:
        """What has to be seen to before the letter goes: what is missing, law that changed, open questions.

        Also a number of an enclosure in an answer that no enclosure has.
        """
        return (
            *out_of_question(self.ground),
            *left_out(self.ground.person, self.recipient, self.ground.texts),
            *letter_law.cautions(self.ground.reference.pack, kind, self.ground.texts),
            *self._of_numbers(enclosures),
            *still_open(questions, self.answers, self.ground.texts),
        )

    def _of_numbers(self, there: int) -> Iterator[str]:
        named = {int(each) for answer in self.answers.values() for each in _ENCLOSURE.findall(answer)}
        for number in sorted(each for each in named if not 1 <= each <= there):
            said = mark("An answer names enclosure {number}; the letter has {count}.")
            yield self.ground.texts(said, number=number, count=there)
