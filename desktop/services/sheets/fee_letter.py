"""The letter about a fee: exemption, waiver or reduction, the half for minors, a refund with a challenge.

A refund exists only while the assessment can still be challenged (§ 69(3) s. 2 AufenthG, § 21(1) BGebG): a
month with a written instruction, a year without, both from the day of payment at the latest. The letter
challenges only where the Land is known to keep the objection; elsewhere it says on the draft that an action
alone keeps the assessment open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from desktop.cases.people import Benefit
from desktop.deadlines.arithmetic import last_day_after, months, rolled, years
from desktop.deadlines.holidays import NoTable, calendar_of
from desktop.documents import sheets
from desktop.documents.sheets import LetterFlag, LetterKind, StayEffect
from desktop.errors import Problem
from desktop.rules.fees import FeeLine, FeeOutcome
from desktop.rules.tables import Document
from desktop.texts import mark

from ..letter_questions import Answers, Asking, Question, agreed, day_of, text_of
from ..words.letter_names import enclosed_name
from ..words.records import option
from .ground import Ground
from .letter_basis import federal_notice
from .letter_fees import FREE, decision_lines, exempt_cite, free_as_protected, proof_of_relief, waiver_cite
from .letter_frame import Frame, enclosure_numbers
from .letter_grounds import enclosed
from .letter_requests import permit_of

BENEFITS_THAT_FREE = frozenset({"SGB2", "SGB12", "AsylbLG"})
"""§ 53(1) AufenthV names these alone; other help opens discretion only."""
_NOTICE = "benefit_notice"
_SAID = {
    FeeOutcome.EXEMPT: mark("exempt"),
    FeeOutcome.TO_BE_CLAIMED: mark("exemption is claimed"),
    FeeOutcome.DISCRETIONARY: mark("can be waived or reduced"),
    FeeOutcome.CONTESTABLE: mark("for minors at most {half}"),
    FeeOutcome.PAYABLE: mark("can be waived or reduced"),
}


def fee_letter_sheet(
    ground: Ground, answers: Answers, confirmed_on: date | None = None
) -> sheets.LetterSheet:
    """The letter about the fee of a decision. Raises Problem if the decision costs nothing."""
    return _FeeLetter(ground, answers).sheet(confirmed_on)


def fee_letter_questions(ground: Ground, answers: Answers) -> tuple[Question, ...]:
    """What this letter should still be told."""
    return _FeeLetter(ground, answers).questions


@dataclass(frozen=True)
class _FeeLetter:
    ground: Ground
    answers: Answers

    def sheet(self, confirmed_on: date | None) -> sheets.LetterSheet:
        ground, frame = self.ground, Frame(self.ground, self.answers)
        if not self.lines:
            raise Problem(
                mark("No fee of this pack is meant for this decision, so there is nothing to be freed from."),
                mark("If a fee was asked for, check the assessment with a lawyer."),
            )
        outcomes = {line.outcome for line in self.lines}
        return sheets.LetterSheet(
            stamp=ground.stamp,
            kind=LetterKind.FEE,
            person=ground.person,
            sender=frame.sender,
            authority=frame.recipient,
            cite=ground.result.norm.cite,
            title=ground.texts.pick(ground.result.norm.title),
            permit=permit_of(ground.reference.pack, ground.title_id),
            occasion=ground.decision,
            effect=StayEffect.NONE,
            grounds=tuple(self._ground(line) for line in self.lines),
            values=self._values(),
            flags=frozenset({LetterFlag.SEVERAL_FEES} if len(self.lines) > 1 else ()),
            enclosures=tuple(sheets.Enclosure(name) for name in self._enclosed()),
            to_follow=tuple(self._following()),
            fee_exempt_cite=exempt_cite(ground, self.lines) if outcomes & FREE else "",
            fee_waiver_cite="" if outcomes == {FeeOutcome.EXEMPT} else waiver_cite(ground),
            reply_by=frame.reply_by,
            our_reference=ground.case.client.file_number,
            place=frame.place,
            client_confirmed_on=confirmed_on,
            cautions=(
                *self._cautions(),
                *frame.cautions(LetterKind.FEE, self.questions, self._count),
            ),
        )

    @cached_property
    def lines(self) -> list[FeeLine]:
        return decision_lines(self.ground)

    @property
    def half(self) -> Decimal | None:
        """The most a minor owes where the ordinance asks for more; None where the question does not arise."""
        halves = [line.fee.adult / 2 for line in self.lines if line.outcome is FeeOutcome.CONTESTABLE]
        return max(halves, default=None)

    def _ground(self, line: FeeLine) -> sheets.Ground:
        texts = self.ground.texts
        half = texts.money(line.fee.adult / 2)
        said = texts(
            mark("{fee}: {amount}, {outcome}."),
            fee=texts.pick(line.fee.name),
            amount=texts.money(line.amount),
            outcome=texts(_SAID[line.outcome], half=half),
        )
        return sheets.Ground(said, line.fee.cite)

    def _values(self) -> tuple[tuple[str, str], ...]:
        texts = self.ground.texts
        open_still = self.paid_on is not None and self._open_until >= self.ground.today
        found = {
            "benefit": self._benefits(),
            "fee_reasons": text_of(self.answers, "fee_reasons"),
            "half_amount": texts.money(self.half) if self.half is not None else "",
            "paid_on": texts.day(self.paid_on) if self.paid_on is not None else "",
            "paid_amount": text_of(self.answers, "paid_amount"),
            "refund": "yes" if open_still else "",
            "notice": federal_notice(self.ground) if free_as_protected(self.ground, self.lines) else "",
            "fee_proof": self._proof(),
            "challenge": "yes" if open_still and self.ground.authority.remedy == "objection" else "",
        }
        return tuple((name, value) for name, value in found.items() if value)

    # Benefits

    def _running(self) -> list[Benefit]:
        day = self.ground.today
        held: tuple[Benefit, ...] = self.ground.case.value("benefit_periods") or ()
        return [each for each in held if each.kind in BENEFITS_THAT_FREE and each.period.longest.covers(day)]

    def _benefits(self) -> str:
        """The benefits that run, with the number of the notice that is enclosed."""
        texts = self.ground.texts
        names = ", ".join(dict.fromkeys(texts(option(each.kind)) for each in self._running()))
        number = self._notice_number()
        if names and (day := self._noticed_on()):
            names = texts(mark("{benefit}, notice of {day}"), benefit=names, day=texts.day(day))
        if names and number:
            return texts(mark("{benefit} (enclosure {number})"), benefit=names, number=number)
        return names

    def _noticed_on(self) -> date | None:
        """The day of the latest notice about benefits in the folder."""
        days = [each.issued_on for each in self.ground.case.papers if each.code == _NOTICE and each.issued_on]
        return max(days, default=None)

    @cached_property
    def _papers(self) -> list[Document]:
        """The papers that show why the fee is not due, in the order of their numbers."""
        shown = set(proof_of_relief(self.ground, self.lines))
        found = [item.document for item in enclosed(self.ground)]
        return [each for each in found if each.code == _NOTICE or not shown.isdisjoint(each.proves)]

    def _notice_number(self) -> int:
        codes = [each.code for each in self._papers]
        return codes.index(_NOTICE) + 1 if _NOTICE in codes else 0

    def _proof(self) -> str:
        """The enclosures that show an exemption, by their numbers."""
        shown = set(proof_of_relief(self.ground, self.lines))
        return enclosure_numbers(
            (number for number, each in enumerate(self._papers, 1) if not shown.isdisjoint(each.proves)),
            self.ground.texts,
        )

    def _enclosed(self) -> Iterator[str]:
        texts = self.ground.texts
        for each in self._papers:
            yield enclosed_name(texts.pick(each.name))
        if self.paid_on is not None and agreed(self.answers, self._receipt):
            yield texts(mark("Receipt for the payment"))

    @property
    def _count(self) -> int:
        return len(list(self._enclosed()))

    def _following(self) -> Iterator[str]:
        if self._running() and not self._notice_number():
            yield self.ground.texts.pick(self.ground.reference.pack.documents[_NOTICE].name)

    # What was paid

    @cached_property
    def paid_on(self) -> date | None:
        found = day_of(self.answers, "paid_on", self.ground.today)
        if found is not None and found > self.ground.today:
            raise Problem(
                mark("{day} has not come yet."), mark("Enter the day on which the fee was paid."), day=found
            )
        return found

    @property
    def _open_until(self) -> date:
        """The last day, inclusive, on which the assessment of a paid fee can be challenged."""
        assert self.paid_on is not None
        instructed = self.answers.get("instruction", "") != "no"  # not known counts as the shorter period
        end = last_day_after(self.paid_on, months(1) if instructed else years(1))
        try:
            return rolled(end, calendar_of(self.ground.authority.holiday_key))
        except NoTable:
            return end

    def _cautions(self) -> Iterator[str]:
        texts = self.ground.texts
        if self.paid_on is None:
            return
        day = texts.day(self._open_until)
        if self._open_until < self.ground.today:
            yield texts(
                mark(
                    "The assessment could be challenged until {day} only; the letter asks for no refund."
                    " Only what was paid too much, or goodwill, is left."
                ),
                day=day,
            )
        elif self.ground.authority.remedy == "objection":
            yield texts(
                mark(
                    "The objection needs a signature on paper and has to arrive by {day}; a plain e-mail does"
                    " not keep the period (§ 70 VwGO)."
                ),
                day=day,
            )
        else:
            yield texts(
                mark(
                    "This letter alone does not keep the assessment open: see in its instruction, or ask a"
                    " lawyer, whether objection or action is right; last day {day}."
                ),
                day=day,
            )

    # Questions

    @property
    def ask(self) -> Asking:
        return Asking(self.ground.texts)

    @property
    def _receipt(self) -> Question:
        return self.ask.yes_no("paid_receipt", mark("Is the receipt enclosed?"), assumed="yes")

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return (*Frame(self.ground, self.answers).address_question, *self._questions())

    def _questions(self) -> Iterator[Question]:
        ask = self.ask
        free = bool(self.lines) and all(line.outcome is FeeOutcome.EXEMPT for line in self.lines)
        yield ask.text(
            "fee_reasons",
            mark("Why can the client not pay the fee?"),
            mark("For example: income and rent a month, debts, children; no diagnosis."),
            needed=not free,
        )
        yield ask.day(
            "paid_on", mark("Was the fee paid already? On which day?"), mark("Empty if nothing was paid.")
        )
        if self.answers.get("paid_on", "").strip():
            amount = self.ground.texts.money(Decimal(100))
            yield ask.line("paid_amount", mark("How much was paid?"), amount, needed=True)
            yield ask.yes_no(
                "instruction",
                mark("Did a written instruction about remedies come with the fee?"),
                mark("At the counter mostly not: then a year runs instead of a month."),
                needed=True,
            )
            yield self._receipt
