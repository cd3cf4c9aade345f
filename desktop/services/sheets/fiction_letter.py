"""The letter for a fiction certificate, or for a new one: about one application that is not decided yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.cases.applications import Application
from desktop.cases.casefile import CaseFile
from desktop.cases.status import StatusPeriod
from desktop.cases.words import spoken_day
from desktop.deadlines import effects
from desktop.deadlines.effects import FilingEffect, running_effect
from desktop.deadlines.lapse import unless_lost
from desktop.deadlines.recognition import circumstances_of
from desktop.deadlines.refusals import with_refusals
from desktop.documents import sheets
from desktop.documents.sheets import LetterFlag, LetterKind, StayEffect
from desktop.errors import Problem
from desktop.rules.fees import FeeLine, FeeOutcome
from desktop.texts import mark

from .. import fees
from ..filing_proof import applications_of, numbered
from ..letter_questions import Answers, Asking, Question, agreed, day_of, text_of
from ..words.records import option
from .ground import Ground
from .letter_fees import FREE, exempt_cite, waiver_cite
from .letter_frame import Frame

_EFFECTS = {
    effects.F81_4: StayEffect.CONTINUES,
    effects.F81_4_LATE: StayEffect.ORDERED,
    effects.F81_3_1: StayEffect.PERMITTED,
    effects.F81_3_2: StayEffect.SUSPENDED,
}
CERTIFICATES = frozenset(_EFFECTS)
"""Status codes that stand on a fiction certificate."""
_FEE = "fiction_cert"


def chosen_application(case: CaseFile, which: str, today: date) -> Application:
    """The application by its number among those of the case; without one the latest that is not decided.

    Raises Problem if there is none, if it is decided already, or if it has not reached the authority yet.
    """
    found = with_refusals(applications_of(case), case.letters)
    if not found:
        raise Problem(
            mark("No application is recorded in this case, so there is nothing to certify."),
            mark("Enter the application with the day on which it reached the authority."),
        )
    chosen = numbered(found, which)
    if chosen.result or chosen.decided_on is not None or chosen.filed_on.earliest > today:
        raise Problem(
            mark("This application is decided or has not arrived yet: there is no effect to show."),
            mark("Choose an application that runs."),
        )
    return chosen


def fiction_sheet(
    ground: Ground, application: Application, answers: Answers, confirmed_on: date | None = None
) -> sheets.LetterSheet:
    """The letter about an application; the ground is for its title and decision.

    Raises Problem if the application has no effect that a certificate could show.
    """
    return _Fiction(ground, application, answers).sheet(confirmed_on)


def fiction_questions(ground: Ground, application: Application, answers: Answers) -> tuple[Question, ...]:
    """What this letter should still be told."""
    return _Fiction(ground, application, answers).questions


@dataclass(frozen=True)
class _Fiction:
    ground: Ground
    application: Application
    answers: Answers

    def sheet(self, confirmed_on: date | None) -> sheets.LetterSheet:
        ground, frame = self.ground, Frame(self.ground, self.answers)
        found = self.effect
        if found.id not in _EFFECTS:
            raise self._nothing_to_certify(found)
        line = self.fee
        free = exempt_cite(ground, [line]) if line is not None and line.outcome in FREE else ""
        discretion = line is not None and line.outcome is FeeOutcome.DISCRETIONARY
        return sheets.LetterSheet(
            stamp=ground.stamp,
            kind=LetterKind.FICTION,
            person=ground.person,
            sender=frame.sender,
            authority=frame.recipient,
            cite=ground.result.norm.cite,
            title=ground.texts.pick(ground.result.norm.title),
            occasion=self.application.decision_kind,
            effect=_EFFECTS[found.id],
            present=frame.present(self._continued(found)),
            values=self._values(line),
            flags=frozenset(self._flags()),
            enclosures=self._enclosures(),
            fee_exempt_cite=free,
            fee_waiver_cite=waiver_cite(ground) if discretion else "",
            reply_by=self._reply_by(frame),
            our_reference=ground.case.client.file_number,
            place=frame.place,
            client_confirmed_on=confirmed_on,
            cautions=frame.cautions(LetterKind.FICTION, self.questions, len(self._enclosures())),
        )

    @cached_property
    def effect(self) -> FilingEffect:
        """What the application does for the stay today."""
        case, today = self.ground.case, self.ground.today
        given = circumstances_of(case, today)
        found = running_effect(case.status_periods, (self.application,), on=today, given=given)
        return unless_lost(
            found, case.status_periods, today, case.value("absence_periods") or (), case.letters
        )

    def _nothing_to_certify(self, found: FilingEffect) -> Problem:
        if found.id == effects.F25_1_3:
            return Problem(
                mark("The stay is permitted by the recognition itself; there is no fiction to certify."),
                mark("Ask in the application letter for a written confirmation until the card is issued."),
            )
        return Problem(
            mark("By what is recorded this application has no effect that a certificate could show."),
            mark("Print the proof of filing: it says why, and what else can be done."),
        )

    def _continued(self, found: FilingEffect) -> StatusPeriod | None:
        """The title that continues; without one the paper that was held on the day of filing."""
        day = self.application.filed_on.earliest
        held = self.ground.case.begun_by(day)
        continued = [each for each in held if each.status_code == found.continues]
        certificates = [each for each in held if each.status_code not in CERTIFICATES]
        fitting = continued or certificates
        return fitting[-1] if fitting else None

    @property
    def _certificate(self) -> StatusPeriod | None:
        """The latest certificate about a filing effect, if there was one."""
        found = [
            each
            for each in self.ground.case.status_periods
            if each.status_code in CERTIFICATES and each.period.last_day is not None
        ]
        return found[-1] if found else None

    def _values(self, line: FeeLine | None) -> tuple[tuple[str, str], ...]:
        texts, application = self.ground.texts, self.application
        shown = self._certificate
        last = shown.period.last_day if shown is not None else None
        receipt = application.receipt if application.receipt not in (None, "none") else ""
        needed_by = self._needed_by
        found = {
            "filed_on": spoken_day(application.filed_on, texts),
            "receipt": texts(option(receipt)) if receipt else "",
            "certificate_until": texts.day(last.latest) if last is not None else "",
            "urgent_use": text_of(self.answers, "urgent_use"),
            "needed_by": texts.day(needed_by) if needed_by is not None else "",
            "fee_amount": texts.money(line.amount) if line is not None and line.amount else "",
        }
        return tuple((name, value) for name, value in found.items() if value)

    def _flags(self) -> Iterator[LetterFlag]:
        if agreed(self.answers, self._secured):
            yield LetterFlag.IDENTITY_SECURED
        if self.ground.facts.fact("identity_cleared").value is True:
            yield LetterFlag.IDENTITY_CLEARED

    def _enclosures(self) -> tuple[sheets.Enclosure, ...]:
        texts = self.ground.texts
        names = []
        if self.application.receipt not in (None, "none"):
            names.append(texts(mark("Proof that the application was received")))
        if self._certificate is not None:
            names.append(texts(mark("Present fiction certificate")))
        if text_of(self.answers, "urgent_use") and self.answers.get("urgent_proof", "") == "yes":
            names.append(texts(mark("Letter showing why the certificate is needed")))
        return tuple(sheets.Enclosure(name) for name in names)

    def _reply_by(self, frame: Frame) -> date:
        needed = self._needed_by
        return frame.reply_by if needed is None else min(frame.reply_by, needed)

    @property
    def _needed_by(self) -> date | None:
        """The last day on which the certificate helps. Raises Problem for a day that is over."""
        found = day_of(self.answers, "needed_by", self.ground.today)
        if found is not None and found < self.ground.today:
            raise Problem(mark("{day} is over."), mark("Enter a day to come, or leave it empty."), day=found)
        return found

    @cached_property
    def fee(self) -> FeeLine | None:
        """The fee of the certificate as this case pays it; None if the table has none."""
        sheet, _, _ = fees.sheet_of(
            self.ground.reference.pack,
            self.ground.facts,
            self.ground.title_id,
            self.ground.decision,
            self.ground.today,
            self.ground.case.value("birth_date"),
        )
        lines = [line for group in sheet.groups for line in group.lines]
        return next((line for line in lines if line.fee.id == _FEE), None)

    @property
    def ask(self) -> Asking:
        return Asking(self.ground.texts)

    @property
    def _secured(self) -> Question:
        return self.ask.yes_no(
            "identity_secured", mark("Have fingerprints and photo been taken by the authorities already?")
        )

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        ask = self.ask
        return (
            *Frame(self.ground, self.answers).address_question,
            ask.text(
                "urgent_use",
                mark("For what is the certificate needed?"),
                mark("For example: the employer asks for it; the jobcentre; a journey for a funeral."),
                needed=True,
            ),
            ask.day("needed_by", mark("By which day is it needed?")),
            ask.yes_no("urgent_proof", mark("Is a paper about that enclosed?"), assumed="no"),
            self._secured,
        )
