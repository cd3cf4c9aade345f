"""The sheet that hands a decision over to a lawyer, from the decision letter and its remedies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.cases.casefile import CaseFile
from desktop.cases.letters import DecisionLetter
from desktop.cases.words import spoken_day
from desktop.deadlines import announcement, remedies
from desktop.deadlines.announce_rules import SOCIAL
from desktop.deadlines.derivation import Step
from desktop.deadlines.instruction import MESSAGES
from desktop.deadlines.one_remedy import ACTS, Remedy
from desktop.deadlines.remedies import LAWYER, Remedies, remedies_of
from desktop.deadlines.remedy_table import Act, Note, Row
from desktop.documents.handover_sheet import ActLine, HandoverSheet
from desktop.documents.sheets import Stamp
from desktop.documents.time_sheets import StepLine
from desktop.errors import Problem
from desktop.texts import Texts, mark

from ..decision_letters import ARRIVALS, INSTRUCTIONS, REMEDIES
from ..handouts.languages import languages
from ..letter_questions import Answers, Asking, Question, text_of
from ..print_choice import PrintChoice
from ..procedural.of_decisions import told
from ..procedural.recipients import lines_of
from ..reference import Reference
from ..words.names import step_names
from ..words.spoken import language_name
from .ground import person_of

NAME = mark("Hand-over to a lawyer")
_DEPARTURE = "dep_"
"""How the ids of notes about a period to leave begin."""
_ANCHORS = {
    "lodged": mark("Asylum application lodged on"),
    "withdrawal": mark("Withdrawal procedure begun on"),
}


def subjects(reference: Reference, case: CaseFile, texts: Texts) -> list[tuple[str, str]]:
    """Every open decision letter, the latest first."""
    return [(each.id, told(each, texts, reference)) for each in _open(case)]


def questions(texts: Texts) -> tuple[Question, ...]:
    """What the sheet should still be told."""
    ask = Asking(texts)
    return (
        ask.line("persons", mark("Which persons does the decision bind?"), needed=True),
        ask.text(
            "court",
            mark("Registry of the court: address and opening hours"),
            mark("From the instruction of the decision; one line each"),
        ),
        ask.line(
            "costs",
            mark("How are the costs covered?"),
            mark("For example: certificate for legal aid is there; legal aid will be applied for"),
        ),
        ask.line("interpreter", mark("Which language does the client speak best?")),
    )


def handover_sheet(
    reference: Reference, case: CaseFile, choice: PrintChoice, stamp: Stamp, texts: Texts
) -> HandoverSheet:
    """The sheet of a decision letter by its id or its number in `subjects`; without one of the latest.

    Raises Problem if there is none, and for days that contradict each other.
    """
    found, which = _open(case), choice.which
    if not found:
        raise Problem(
            mark("No decision letter is open in this case, so there is nothing to hand over."),
            mark("Enter the decision with its day and how it arrived."),
        )
    chosen = next((each for each in found if each.id == which), None)
    if chosen is None and which.isdecimal() and 0 < int(which) <= len(found):
        chosen = found[int(which) - 1]
    if chosen is None and not which:
        chosen = found[0]
    if chosen is None:
        raise Problem(mark("This letter is no longer in the case."), mark("Look at the case again."))
    names = step_names(reference, texts, case)
    return _Handover(reference, case, chosen, choice.answered, texts, names).sheet(stamp)


def _open(case: CaseFile) -> list[DecisionLetter]:
    found = [each for each in case.letters if each.closed_on is None]
    return sorted(found, key=lambda each: each.dated_on or date.min, reverse=True)


@dataclass(frozen=True)
class _Handover:
    reference: Reference
    case: CaseFile
    letter: DecisionLetter
    answers: Answers
    texts: Texts
    names: Mapping[str, str]

    def sheet(self, stamp: Stamp) -> HandoverSheet:
        row, found = self.row, self.found
        effect = self.texts.pick(row.effect) if row is not None else self.texts(_UNKNOWN)
        acts = [each.act for each in found.remedies]
        return HandoverSheet(
            stamp=stamp,
            person=person_of(self.case, self.texts),
            decision=self.texts.pick(row.name) if row is not None else self.texts(_UNKNOWN),
            basis=tuple(self._basis()),
            facts=tuple(self._facts()),
            acts=tuple(sorted(map(self._act, found.remedies), key=lambda each: each.day)),
            effect=StepLine(effect, row.cite if row is not None else ""),
            service=tuple(self._service()),
            instruction=tuple(self._instruction()),
            departure=tuple(self._departure()),
            notes=tuple(self._notes()),
            missing=found.missing.show(self.texts, self.names) if found.missing is not None else "",
            questions=tuple(self._questions()),
            at_court=not acts or any(act is not Act.OBJECTION for act in acts),
            court_cite="" if row is not None and row.law == SOCIAL else "§\N{NO-BREAK SPACE}82 VwGO",
            court=lines_of(self.answers, "court"),
        )

    @cached_property
    def found(self) -> Remedies:
        authority = self.reference.authority(self.case.value("responsible_abh"))
        return remedies_of(self.letter, self.reference.pack.time, authority)

    @property
    def row(self) -> Row | None:
        return self.found.rows[0] if self.found.rows else None

    def _lines(self, steps: Iterable[Step]) -> Iterator[StepLine]:
        for each in steps:
            yield StepLine(each.show(self.texts, self.names), each.cite)

    def _basis(self) -> Iterator[StepLine]:
        """The law it rests on by the row of the table, and why that of several holds."""
        row, texts = self.row, self.texts
        if row is None:
            yield StepLine(texts(_UNKNOWN))
            return
        text = texts(
            mark("Counted as row {row} of the table of remedies: {what}"),
            row=row.id,
            what=texts.pick(row.short),
        )
        yield StepLine(text, row.cite)
        for other in self.found.rows[1:]:
            text = texts(mark("or as row {row}: {what}"), row=other.id, what=texts.pick(other.short))
            yield StepLine(text, other.cite)
        if row.regime is not None:
            yield from self._lines(
                each
                for each in self.found.notes
                if each.cite == self.reference.pack.time.remedies.regime.cite
            )
        yield StepLine(
            texts(mark("What counts is the act on which the decision says it rests: read it in its text."))
        )

    def _facts(self) -> Iterator[tuple[str, str]]:
        letter, texts, row = self.letter, self.texts, self.row
        day = texts.day
        yield texts(mark("Decision of")), day(letter.dated_on) if letter.dated_on is not None else ""
        yield texts(mark("Decided by")), letter.authority
        yield texts(mark("Arrived as")), texts(ARRIVALS[letter.arrival])
        for label, found in (
            (mark("Posted or sent on"), letter.sent_on),
            (mark("Day on the proof of service"), letter.served_on),
            (mark("Really in hand on"), letter.received_on),
        ):
            yield texts(label), day(found) if found is not None else ""
        if row is not None and row.both_services:
            other = letter.other_served_on
            yield (
                texts(mark("Border authority's decision served on")),
                day(other) if other is not None else "",
            )
        if letter.represented_on is not None:
            yield texts(mark("Served on the representative on")), day(letter.represented_on)
        if row is not None and row.regime is not None and row.regime.anchor in _ANCHORS:
            began = letter.procedure_began
            label = texts(_ANCHORS[row.regime.anchor])
            yield label, spoken_day(began, texts) if began is not None else ""
        until = letter.departure_until
        if row is None or row.law != SOCIAL:  # a decision on benefits sets no period to leave
            yield texts(mark("Period to leave, as printed")), day(until) if until is not None else ""
        yield texts(mark("Persons bound")), text_of(self.answers, "persons") or self._household()
        yield texts(mark("Language")), text_of(self.answers, "interpreter") or self._language()
        yield texts(mark("Costs")), text_of(self.answers, "costs")

    def _household(self) -> str:
        """Those of the household whose case holds the same decision."""
        same = [
            each.case.client.name
            for each in self.case.relatives
            if any(
                (other.decision, other.dated_on) == (self.letter.decision, self.letter.dated_on)
                for other in each.case.letters
            )
        ]
        return ", ".join((self.case.client.name, *same)) if same else ""

    def _language(self) -> str:
        code = self.case.client.language
        known = next((each for each in languages().values() if code in (each.code, *each.also)), None)
        return self.texts.pick(known) if known is not None else language_name(code, self.texts)

    def _act(self, found: Remedy) -> ActLine:
        return ActLine(
            name=self.texts(ACTS[found.act]),
            day=found.day,
            safe_day=found.safe_day,
            outer=found.outer_shown or found.outer,
            latest=found.latest,
            cite=found.cite,
            no_period=found.ends is None,
            derivation=tuple(self._lines(found.derivation)),
            notes=tuple(
                self._lines(each for each in (*found.lines, *found.notes) if not self._elsewhere(each))
            ),
        )

    def _elsewhere(self, note: Step) -> bool:
        """Whether a note has a place of its own on the sheet."""
        return note.text in MESSAGES.values() or note.show(self.texts, self.names) in {
            self.texts.pick(each.text) for each in self._departure_notes()
        }

    def _service(self) -> Iterator[StepLine]:
        texts, arrived = self.texts, self.found.announced
        if arrived is None:
            return
        yield from self._lines(arrived.derivation)
        for reading in arrived.later:
            yield StepLine(texts(mark("On a later reading: {day}"), day=texts.day_with_weekday(reading.day)))
        if arrived.doubtful:
            yield StepLine(
                texts(mark("The service itself is noted as doubtful: keep the envelope, ask for the proof."))
            )
        yield from self._lines(arrived.notes)

    def _instruction(self) -> Iterator[StepLine]:
        letter, texts = self.letter, self.texts
        yield StepLine(texts(mark("As noted: {what}"), what=texts(INSTRUCTIONS[letter.instruction])))
        if letter.remedy or letter.period is not None:
            remedy = texts(REMEDIES[letter.remedy]) if letter.remedy else "–"
            period = _length(letter.period, letter.unit, texts) if letter.period is not None else "–"
            yield StepLine(texts(mark("Printed: {remedy}, {period}"), remedy=remedy, period=period))
        seen: dict[str, Step] = {}
        for each in self.found.remedies:
            for note in each.notes:
                if note.text in MESSAGES.values():
                    seen.setdefault(note.text, note)
        if not seen and self.found.remedies:
            yield StepLine(texts(mark("Remedy and period agree with the table.")))
        yield from self._lines(seen.values())

    def _departure_notes(self) -> list[Note]:
        table = self.reference.pack.time.remedies
        named = self.row.notes if self.row is not None else ()
        return [table.note(each) for each in named if each.startswith(_DEPARTURE)]

    def _departure(self) -> Iterator[StepLine]:
        texts = self.texts
        if self.letter.departure_until is None and self._departure_notes():
            yield StepLine(
                texts(
                    mark("No period is noted: look whether one is printed, none, or one to be applied for.")
                )
            )
        for each in self._departure_notes():
            yield StepLine(texts.pick(each.text), each.cite)

    def _notes(self) -> Iterator[StepLine]:
        regime = self.reference.pack.time.remedies.regime.cite
        effect = self.texts.pick(self.row.effect) if self.row is not None else ""
        arrived = self.found.announced
        of_service = {note.text for note in arrived.notes} if arrived is not None else set()
        for each in self.found.notes:
            line = StepLine(each.show(self.texts, self.names), each.cite)
            told_elsewhere = each.text == LAWYER or each.cite == regime or line.text == effect
            if not told_elsewhere and each.text not in of_service and not self._elsewhere(each):
                yield line
        if self.letter.note:
            yield StepLine(self.texts(mark("Note of the office: {note}"), note=self.letter.note))

    def _questions(self) -> Iterator[str]:
        found = self.found
        for each in found.ask:
            yield self.texts(remedies.QUESTIONS[each])
        for each in found.announced.ask if found.announced is not None else ():
            yield self.texts(announcement.QUESTIONS[each])


def _length(count: int, unit: str, texts: Texts) -> str:
    """A period as it is printed: 1 week, 2 months."""
    if unit == "days":
        return texts.plural("{count} day", "{count} days", count)
    if unit == "weeks":
        return texts.plural("{count} week", "{count} weeks", count)
    return texts.plural("{count} month", "{count} months", count)


_UNKNOWN = mark("This kind of decision is not in the table: a lawyer must look at it today.")
