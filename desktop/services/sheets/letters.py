"""The application letter: only what is known, with the papers that show it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from desktop.cases.applications import DecisionKind
from desktop.cases.words import spoken_day
from desktop.deadlines.authorities import Originals
from desktop.documents import sheets
from desktop.documents.sheets import LetterFlag, LetterKind, Permit, StayEffect
from desktop.errors import Problem
from desktop.rules.results import TitleResult
from desktop.rules.tables import Topic
from desktop.rules.verdict import Effect, Verdict
from desktop.texts import mark

from ..assessment import CONTINUES_104C
from ..letter_questions import Answers, Asking, Question, agreed, day_of, text_of
from .ground import Ground
from .letter_basis import days_late, effect_of_filing, federal_notice, open_applications, same_title
from .letter_fees import decision_lines, fee_cites, proof_of_relief
from .letter_frame import Frame
from .letter_grounds import Argument, argument, enclosed
from .letter_requests import Requests, cites_to_waive, permit_of, waived_wholly

WORK_ONLY_BY_PERMISSION = "permission"
_NATURE = {
    Effect.ENTITLED: LetterFlag.ENTITLED,
    Effect.SHOULD: LetterFlag.SHOULD,
    Effect.MAY: LetterFlag.MAY,
}
_COPIES_ONLY = (Originals.NEVER, Originals.APPOINTMENT)


def letter_sheet(ground: Ground, answers: Answers, confirmed_on: date | None = None) -> sheets.LetterSheet:
    """The letter for a first issue, an extension, the way from § 104c, or a late application.

    `confirmed_on`: the day on which the client read or heard the text and confirmed it. Raises Problem for an
    answer that cannot be printed.
    """
    return _Letter(ground, answers).sheet(confirmed_on)


def letter_questions(ground: Ground, answers: Answers) -> tuple[Question, ...]:
    """What this letter should still be told, in the order of its text."""
    return _Letter(ground, answers).questions


@dataclass(frozen=True)
class _Letter:
    ground: Ground
    answers: Answers

    def sheet(self, confirmed_on: date | None) -> sheets.LetterSheet:
        ground, frame = self.ground, self.frame
        exempt, waiver = fee_cites(ground, decision_lines(ground))
        return sheets.LetterSheet(
            stamp=ground.stamp,
            kind=self.kind,
            person=ground.person,
            sender=frame.sender,
            authority=frame.recipient,
            cite=ground.result.norm.cite,
            title=ground.texts.pick(ground.result.norm.title),
            permit=self._permit(),
            occasion=ground.decision,
            effect=self.effect,
            alternative_cite=self._cite_of(self.alternative),
            present=frame.present(frame.status),
            grounds=self.argument.grounds,
            alternative_grounds=self._further(self._beside(self.alternative)),
            settlement_grounds=self._further(self._beside(self.settlement)),
            pending=self.argument.pending,
            values=self._values(),
            flags=frozenset(self._flags()),
            enclosures=frame.enclosures(),
            to_follow=frame.to_follow(),
            late_reason=text_of(self.answers, "late_reason"),
            fee_exempt_cite=exempt,
            fee_waiver_cite=waiver,
            reply_by=frame.reply_by,
            our_reference=ground.case.client.file_number,
            place=frame.place,
            client_confirmed_on=confirmed_on,
            cautions=(
                *self._without_argument(),
                *self._asked_before(),
                *self._known_before(),
                *frame.cautions(self.kind, self.questions, len(frame.enclosures())),
            ),
        )

    @cached_property
    def frame(self) -> Frame:
        return Frame(self.whole, self.answers)

    @cached_property
    def argument(self) -> Argument:
        return argument(self.whole, self.answers)

    @cached_property
    def whole(self) -> Ground:
        """The ground with the papers of everything that is asked for."""
        asked = (each for each in (self.settlement, self.alternative) if self._cite_of(each))
        beside = tuple((each[0].norm.id, each[0].decision_kind) for each in asked if each is not None)
        if not beside:
            return self.ground
        made = replace(self.ground, beside=beside)
        made.__dict__.update({name: getattr(self.ground, name) for name in ("facts", "result", "assessed")})
        return made

    def _without_argument(self) -> Iterator[str]:
        """A letter that asks for something and gives no reason is no letter yet."""
        if not self.argument.of_its_norm:
            yield self.ground.texts(
                mark(
                    "This letter gives no reason for {cite}: record the facts and the papers that show them."
                ),
                cite=self.ground.result.norm.cite,
            )

    def _asked_before(self) -> Iterator[str]:
        """The same application that is open already: a second one helps nobody."""
        ground = self.ground
        for _, filed in open_applications(ground.case, ground.today):
            if filed.title_id == ground.title_id:
                said = mark("An application for {cite} of {day} is open: is a reminder meant?")
                day = spoken_day(filed.filed_on, ground.texts)
                yield ground.texts(said, cite=ground.result.norm.cite, day=day)

    def _known_before(self) -> Iterator[str]:
        """Who noticed the coming end in time has to say why nothing was filed then."""
        noticed, status = self._noticed_on(), self.frame.status
        last = status.period.last_day if status is not None else None
        if noticed is not None and last is not None and noticed <= last.earliest:
            yield self.ground.texts(
                mark(
                    "The end was noticed while the title was still valid: the letter has to say why nothing"
                    " was filed then."
                )
            )

    # What is asked for

    @cached_property
    def kind(self) -> LetterKind:
        if self.effect is StayEffect.LATE:
            return LetterKind.LATE
        if self._from_104c():
            return LetterKind.AFTER_104C
        extension = self.ground.decision is DecisionKind.EXTENSION
        return LetterKind.EXTENSION if extension else LetterKind.FIRST_ISSUE

    def _permit(self) -> Permit:
        return permit_of(self.ground.reference.pack, self.ground.title_id)

    def _from_104c(self) -> bool:
        continuing = self.ground.reference.pack.terms.group(CONTINUES_104C)
        return self.frame.held_104c and f"title:{self.ground.title_id}" in continuing

    @cached_property
    def requests(self) -> Requests:
        return Requests(self.ground, Frame(self.ground, self.answers).held_104c)

    @cached_property
    def settlement(self) -> tuple[TitleResult, Question] | None:
        return self.requests.settlement()

    @cached_property
    def alternative(self) -> tuple[TitleResult, Question] | None:
        return self.requests.alternative()

    def _cite_of(self, request: tuple[TitleResult, Question] | None) -> str:
        return request[0].norm.cite if request is not None and agreed(self.answers, request[1]) else ""

    def _beside(self, request: tuple[TitleResult, Question] | None) -> Argument | None:
        """The argument for another title, if it is asked for."""
        if request is None or not agreed(self.answers, request[1]):
            return None
        return argument(self.whole, self.answers, request[0])

    def _further(self, other: Argument | None) -> tuple[sheets.Ground, ...]:
        """What another title asks for beyond what the letter says already."""
        said = {ground.text for ground in self.argument.grounds}
        found = other.grounds if other is not None else ()
        return tuple(ground for ground in found if ground.text not in said)

    # What filing does

    @cached_property
    def effect(self) -> StayEffect:
        return effect_of_filing(self.ground, tolerated=self.frame.tolerated)

    # What is said

    def _values(self) -> tuple[tuple[str, str], ...]:
        ground, texts = self.ground, self.ground.texts
        noticed = self._noticed_on()
        found = {
            "settlement_cite": self._cite_of(self.settlement),
            "fee_proof": self.frame.enclosure_words(*proof_of_relief(ground, decision_lines(ground))),
            "changes": text_of(self.answers, "changes"),
            "notice": federal_notice(ground),
            "route_cite": self._route_cite(),
            "identity_shown": self.frame.enclosure_words("identity_cleared", "identity_status"),
            "waive_cites": cites_to_waive(ground.result),
            "discretion": text_of(self.answers, "discretion"),
            "days_late": days_late(ground, self.frame.status) if self._late else "",
            "noticed_on": texts.day(noticed) if noticed is not None else "",
            "consequences": text_of(self.answers, "consequences"),
        }
        return tuple((name, value) for name, value in found.items() if value)

    def _noticed_on(self) -> date | None:
        """The day on which the expiry was noticed. Raises Problem for no exact day and for a later one."""
        found = day_of(self.answers, "noticed_on", self.ground.today) if self._late else None
        if found is not None and found > self.ground.today:
            raise Problem(
                mark("{day} has not come yet."), mark("Enter the day on which it really happened."), day=found
            )
        return found

    def _route_cite(self) -> str:
        """Where the law says whether the title must, should or may be granted."""
        route = self.ground.result.winner
        if route is None or not self.argument.grounds:
            return ""
        return self.argument.discretion_cite or route.route.cite

    @property
    def _late(self) -> bool:
        return self.kind is LetterKind.LATE

    def _flags(self) -> Iterator[LetterFlag]:
        ground, result = self.ground, self.ground.result
        waived, wholly = waived_wholly(result)
        if waived and self._permit() is Permit.RESIDENCE:  # § 5(3) s. 1 names no settlement permit
            yield LetterFlag.WAIVED_5_3
        if wholly:
            yield LetterFlag.WAIVE_ALL_5
        if cites_to_waive(result):
            yield LetterFlag.ASK_WAIVER_5_3
        if self.argument.discretion_cite:
            yield LetterFlag.MAY
        elif result.effect in _NATURE:
            yield _NATURE[result.effect]
        work = [each.row.value for each in result.consequences if each.row.topic is Topic.WORK]
        if WORK_ONLY_BY_PERMISSION in work:
            yield LetterFlag.ASK_WORK_PERMISSION
        if ground.facts.fact("identity_cleared").value is True:
            yield LetterFlag.IDENTITY_CLEARED
        elif any(item.document.code == "id_efforts" for item in enclosed(self.whole)):
            yield LetterFlag.IDENTITY_EFFORTS
        if same_title(ground) and result.verdict is not None and result.verdict >= Verdict.DISCRETION_OPEN:
            yield LetterFlag.GROUNDS_CONTINUE
        if ground.authority.originals in _COPIES_ONLY and enclosed(self.whole):
            yield LetterFlag.COPIES_ONLY
        if self._late and self._from_104c():
            yield LetterFlag.FROM_104C

    # What is asked

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return (*self.frame.address_question, *self._questions())

    def _questions(self) -> Iterator[Question]:
        ask = Asking(self.ground.texts)
        if self._late:
            yield ask.text(
                "late_reason",
                mark("Why is the application late?"),
                mark("For example: in hospital from 2 to 20 November; the office could not be reached."),
                needed=True,
            )
            yield ask.day(
                "noticed_on",
                mark("On which day was the expiry noticed?"),
                mark("The application has to follow without delay."),
                needed=True,
            )
            yield ask.text(
                "consequences",
                mark("What follows if the old title does not continue?"),
                mark("For example: the employer may not keep the job, benefits stop, the family."),
                needed=True,
            )
        if self.ground.decision is DecisionKind.EXTENSION:
            yield ask.text(
                "changes",
                mark("What has changed since the last decision?"),
                mark("For example: a new job, a birth, another address; empty if nothing."),
            )
        yield from (each[1] for each in (self.settlement, self.alternative) if each is not None)
        yield from self.argument.questions
        for request in (self.settlement, self.alternative):
            other = self._beside(request)
            if other is not None:
                yield from (each for each in other.questions if each not in self.argument.questions)
        if self.ground.result.effect is Effect.MAY or self.argument.discretion_cite:
            yield ask.text(
                "discretion",
                mark("What speaks for the client beyond the conditions?"),
                mark("For example: work, language, school of the children, ties; no diagnosis."),
            )
        yield self.frame.further_question(len(enclosed(self.whole)))
