"""One case as the writer of a letter about a procedure, and what every such letter shares."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import ClassVar

from desktop.cases.answers import Proof
from desktop.cases.casefile import CaseFile
from desktop.cases.status import StatusPeriod
from desktop.deadlines.authorities import Authority
from desktop.documents import sheets
from desktop.documents.plain_letter_sheet import PlainLetterSheet
from desktop.documents.procedural_terms import ProceduralKind
from desktop.documents.procedural_texts import GAP, Filling, WrittenLetter, passages, procedural_text, subject
from desktop.errors import Problem
from desktop.texts import Texts, mark

from .. import letter_law
from ..letter_questions import Answers, Asking, Question, agreed, day_of, still_open, text_of
from ..papers import proof_of
from ..reference import Reference
from ..sheets.ground import left_out, person_of, sender_of, town
from ..sheets.recipients import address_question, recipient_of, refuse_unreachable
from ..words.letter_names import enclosed_name
from ..words.names import LawNames
from .recipients import lines_of

Subjects = list[tuple[str, str]]
"""What a letter can be about: an id and its words; the first is the one that fits best."""
SHOWN = (Proof.COPY, Proof.ORIGINAL)
"""A paper of the folder that can be enclosed."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What decides which letters are offered."""

    reference: Reference
    case: CaseFile
    today: date
    texts: Texts


@dataclass(frozen=True)
class LetterCase:
    """The case of a letter on one day: to whom, about what, with which answers, in which language."""

    reference: Reference
    case: CaseFile
    authority: Authority
    which: str
    answers: Answers
    today: date
    texts: Texts
    stamp: sheets.Stamp
    confirmed_on: date | None = None

    @property
    def names(self) -> LawNames:
        return LawNames.of(self.reference, self.texts)

    @property
    def sender(self) -> sheets.Sender:
        return sender_of(self.case)

    def cite(self, title_id: str) -> str:
        """The section of a title, with its act."""
        norm = next((each for each in self.reference.pack.norms if each.id == title_id), None)
        return norm.cite if norm is not None else self.names.title_short(title_id)

    def paper(self, status: StatusPeriod) -> str:
        """A paper of the stay as a letter names it."""
        if status.title_id is None:
            return self.names.status_in_full(status.status_code)
        section = status.variant or self.cite(status.title_id)
        return self.texts(mark("Residence title under {cite}"), cite=section)

    @cached_property
    def status(self) -> StatusPeriod | None:
        """The paper held now: of those that began by today the one that began last."""
        begun = self.case.begun_by(self.today)
        return begun[-1] if begun else None

    def text(self, question: str) -> str:
        """An answer as it is printed. Raises Problem if it is too long."""
        return text_of(self.answers, question)

    def day(self, question: str) -> date | None:
        """A day that was typed. Raises Problem for anything that is no exact day."""
        return day_of(self.answers, question, self.today)

    def shown_day(self, question: str) -> str:
        """A day that was typed, as paper shows it; empty if there is none."""
        found = self.day(question)
        return self.texts.day(found) if found is not None else ""

    def papers(self, *codes: str) -> list[str]:
        """The papers of these codes that lie in the folder, by their names in the catalogue's order."""
        there = {
            each.code for each in self.case.papers if proof_of(self.reference, each, self.today) in SHOWN
        }
        return [enclosed_name(self.names.paper(code)) for code in codes if code in there]


@dataclass(frozen=True)
class Letter(ABC):
    """A kind of letter for one case. Subclasses say when it is offered, what it asks and what it knows."""

    given: LetterCase

    kind: ClassVar[ProceduralKind]
    name: ClassVar[str]
    """English source text: what the letter is called."""
    reply_within: ClassVar[timedelta] = timedelta(weeks=3)
    free: ClassVar[frozenset[str]] = frozenset()
    """Values that somebody typed."""
    must_agree: ClassVar[tuple[str, ...]] = ()
    """Questions that have to be answered with yes before the letter can be approved."""

    @classmethod
    @abstractmethod
    def subjects(cls, now: Situation) -> Subjects:
        """What it can be about in this case; empty if the case has no occasion for it."""

    @abstractmethod
    def questions(self) -> tuple[Question, ...]:
        """What it should still be told."""

    @abstractmethod
    def values(self) -> Mapping[str, str]:
        """What is known, by the names of the wording."""

    def flags(self) -> Iterable[str]:
        """What holds, by the names of the wording."""
        return ()

    @property
    def to_authority(self) -> bool:
        """Whether it goes to the authority that is chosen from the directory."""
        return True

    @property
    def asked(self) -> tuple[Question, ...]:
        """Everything to ask: the address too, where the directory has none for the chosen authority."""
        given = self.given
        address = address_question(given.authority, given.texts) if self.to_authority else ()
        return (*address, *self.questions())

    def recipient(self) -> sheets.Authority:
        """Whom it goes to: the chosen authority."""
        given = self.given
        return recipient_of(given.authority, given.answers, given.texts, given.today)

    def sender(self) -> sheets.Sender:
        """Who writes, and where an answer goes to."""
        return self.given.sender

    def your_reference(self) -> str:
        """The file number of the recipient."""
        return self.given.case.client.authority_file_number

    def enclosures(self) -> Iterable[sheets.Enclosure]:
        """What goes with it, beside the papers typed under `evidence`."""
        return ()

    def cautions(self) -> Iterable[str]:
        """What to see to before it goes out; stands on drafts only."""
        return ()

    @property
    def reply_by(self) -> date:
        """The day until which an answer is asked for, inclusive."""
        return self.given.today + self.reply_within

    @cached_property
    def wording(self) -> WrittenLetter:
        return procedural_text(self.kind, self.given.texts.language)

    def word(self, key: str) -> str:
        """A word of the wording file."""
        return self.wording.words[key].format(name=self.given.case.client.name)

    def sheet(self) -> PlainLetterSheet:
        """The letter. Raises Problem for an answer that cannot be printed."""
        given, wording = self.given, self.wording
        role = given.sender.role.value
        common = {
            "name": given.case.client.name,
            "whose": self.word(role),
            "reply_by": given.texts.day(self.reply_by),
        }
        filling = Filling({**common, **self.values()}, frozenset({f"by_{role}", *self.flags()}), self.free)
        client = given.case.client
        person, sender, recipient = person_of(given.case, given.texts), self.sender(), self.recipient()
        made = PlainLetterSheet(
            language=given.texts.language,
            stamp=given.stamp,
            name=given.texts(self.name),
            person=person,
            sender=sender,
            recipient=recipient,
            subject=subject(wording, filling),
            salutation=wording.salutation,
            passages=tuple(passages(wording, filling)),
            closing=wording.closing,
            enclosures=(*self.enclosures(), *self._evidence()),
            our_reference=client.file_number,
            your_reference=self.your_reference(),
            place=town(sender.lines),
            client_confirmed_on=given.confirmed_on,
            cautions=(
                *left_out(person, recipient, given.texts),
                *letter_law.cautions(given.reference.pack, self.kind, given.texts),
                *self.cautions(),
                *still_open(self.asked, given.answers, given.texts),
            ),
        )
        if given.stamp.approved:
            self._refuse_unfinished(made)
            self.refuse_unfit()
        return made

    def refuse_unfit(self) -> None:  # noqa: B027 - most letters have nothing of their own
        """Raises Problem where a letter of this kind must not go out by what is recorded."""

    def _refuse_unfinished(self, made: PlainLetterSheet) -> None:
        """Raises Problem for a letter that cannot go out as it is: no address, gaps, no clear wish."""
        refuse_unreachable(made.recipient)
        texts = (made.subject, *(each.text for each in made.passages))
        if any(GAP in text for text in texts):
            raise Problem(
                mark("This letter has gaps; it stays a draft."),
                mark("Answer the questions beside it, then approve it."),
            )
        for each in self.questions():
            if each.id in self.must_agree and not self.agreed(each.id):
                raise Problem(
                    mark("This letter stays a draft until this is answered with yes: {question}"),
                    mark("Talk it over first."),
                    question=each.label,
                )

    def _evidence(self) -> Iterator[sheets.Enclosure]:
        if any(each.id == EVIDENCE for each in self.questions()):
            for name in lines_of(self.given.answers, EVIDENCE):
                yield sheets.Enclosure(name)

    # Questions that several letters ask

    @property
    def ask(self) -> Asking:
        return Asking(self.given.texts)

    def evidence_question(self) -> Question:
        return self.ask.text(EVIDENCE, mark("Which further papers are enclosed? One on each line."))

    def address_question(self, question: str, label: str) -> Question:
        """The question for the name and address of a recipient; `label` is a source text."""
        return self.ask.text(question, label, mark("One line each, as on the envelope"), needed=True)

    def agreed(self, question: str) -> bool:
        """Whether a question of this letter is answered with yes, or assumed to be."""
        found = next((each for each in self.questions() if each.id == question), None)
        return found is not None and agreed(self.given.answers, found)


EVIDENCE = "evidence"
"""The question for further enclosures."""
