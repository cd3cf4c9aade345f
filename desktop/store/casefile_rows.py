"""A CaseFile as rows; `stored_case` is the way back."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from desktop.cases.agenda import Entry
from desktop.cases.answers import Answer, Judgement, Waiver
from desktop.cases.applications import Request
from desktop.cases.casefile import CaseFile
from desktop.cases.declarations import Declaration, DeclarationShape, kind_of
from desktop.cases.letters import DecisionLetter
from desktop.cases.papers import Paper
from desktop.cases.people import HouseholdLink
from desktop.cases.periods import PartialDate
from desktop.cases.recordshapes import Record
from desktop.cases.status import StatusPeriod

from .rows import (
    AnswerRow,
    CaseRow,
    ClientRow,
    DeclarationRow,
    EntryRow,
    HouseholdRow,
    JudgementRow,
    LetterRow,
    PaperRow,
    RequestRow,
    RestRow,
    StatusPeriodRow,
    WaiverRow,
)
from .search import folded
from .values import ROWS_OF_THEIR_OWN, to_plain

STATUS_PERIODS = "status_periods"
BIRTH_DATE = "birth_date"


def client_row(
    client: UUID, case: CaseFile, created_at: str, changed_at: str, deleted_at: str | None
) -> ClientRow:
    born = case.value(BIRTH_DATE)
    born_from, born_to = (born.earliest, born.latest) if isinstance(born, PartialDate) else (None, None)
    return ClientRow.of(
        id=client,
        name=case.client.name,
        original_name=case.client.original_name,
        contact=case.client.contact,
        address=list(case.client.address),
        language=case.client.language,
        file_number=case.client.file_number,
        authority_file_number=case.client.authority_file_number,
        notes=case.client.notes,
        born_from=born_from,
        born_to=born_to,
        sort_name=folded(case.client.name),
        created_at=created_at,
        changed_at=changed_at,
        deleted_at=deleted_at,
    )


def part_rows(client: UUID, case: CaseFile) -> Iterator[tuple[type[CaseRow], list[CaseRow]]]:
    """All rows of a case but the client's own, by kind."""
    yield StatusPeriodRow, [_status_row(client, *each) for each in enumerate(_periods_in_rows(case))]
    yield AnswerRow, [_answer_row(client, fact, answer) for fact, answer in case.facts.items()]
    yield JudgementRow, [_judgement_row(client, name, each) for name, each in case.judgements.items()]
    yield WaiverRow, [_waiver_row(client, leaf, each) for leaf, each in case.waivers.items()]
    yield PaperRow, [_paper_row(client, *each) for each in enumerate(case.papers)]
    yield RequestRow, [_request_row(client, *each) for each in enumerate(case.requests)]
    yield HouseholdRow, [_household_row(client, *each) for each in enumerate(case.household)]
    yield LetterRow, [_letter_row(client, *each) for each in enumerate(case.letters)]
    yield EntryRow, [_entry_row(client, *each) for each in enumerate(case.entries)]
    yield RestRow, _rest_rows(client, case)
    yield DeclarationRow, [_declaration_row(client, *each) for each in enumerate(case.declarations)]


def _periods_in_rows(case: CaseFile) -> tuple[StatusPeriod, ...]:
    """In the order of the answer, which is kept."""
    value = case.value(STATUS_PERIODS)
    return value if isinstance(value, tuple) else ()


def _status_row(client: UUID, position: int, status: StatusPeriod) -> StatusPeriodRow:
    end, issued = status.period.end, status.issued_on
    return StatusPeriodRow.of(
        client_id=client,
        position=position,
        status_code=status.status_code,
        start_from=status.period.start.earliest,
        start_to=status.period.start.latest,
        end_from=end and end.earliest,
        end_to=end and end.latest,
        issued_from=issued and issued.earliest,
        issued_to=issued and issued.latest,
        issued_by=status.issued_by,
        paper=status.paper,
        variant=status.variant,
        printed_label=status.printed_label,
        conditions=list(status.conditions),
        number=status.number,
    )


def _answer_row(client: UUID, fact: str, answer: Answer) -> AnswerRow:
    in_rows = fact == STATUS_PERIODS and isinstance(answer.value, tuple)
    shape, value = (ROWS_OF_THEIR_OWN, None) if in_rows else to_plain(answer.value)
    return AnswerRow.of(
        client_id=client,
        fact=fact,
        shape=shape,
        value=value,
        by=answer.by,
        on=answer.on,
        proof=answer.proof.value,
        paper=answer.paper,
        disputed=answer.disputed,
        note=answer.note,
    )


def _judgement_row(client: UUID, name: str, judgement: Judgement) -> JudgementRow:
    return JudgementRow.of(
        client_id=client,
        name=name,
        value=judgement.value.value,
        by=judgement.by,
        on=judgement.on,
        reason=judgement.reason,
    )


def _waiver_row(client: UUID, leaf: str, waiver: Waiver) -> WaiverRow:
    assert leaf == waiver.leaf, "a waiver under another leaf"
    return WaiverRow.of(client_id=client, leaf=leaf, by=waiver.by, on=waiver.on, reason=waiver.reason)


def _paper_row(client: UUID, position: int, paper: Paper) -> PaperRow:
    return PaperRow.of(
        client_id=client,
        position=position,
        paper=paper.id,
        code=paper.code,
        state=paper.state.value,
        seen_on=paper.seen_on,
        issued_on=paper.issued_on,
        valid_until=paper.valid_until,
        note=paper.note,
    )


def _request_row(client: UUID, position: int, request: Request) -> RequestRow:
    return RequestRow.of(
        client_id=client,
        position=position,
        title=request.title_id,
        decision_kind=request.decision_kind.value,
        on=request.on,
    )


def _household_row(client: UUID, position: int, link: HouseholdLink) -> HouseholdRow:
    return HouseholdRow.of(client_id=client, position=position, relation=link.relation, other=link.case)


def _letter_row(client: UUID, position: int, letter: DecisionLetter) -> LetterRow:
    content = Record(DecisionLetter).write(letter)
    return LetterRow.of(client_id=client, position=position, letter=letter.id, content=content)


def _entry_row(client: UUID, position: int, entry: Entry) -> EntryRow:
    return EntryRow.of(
        client_id=client,
        position=position,
        entry=entry.id,
        kind=entry.kind.value,
        day=entry.day,
        what=entry.what,
        time=entry.time,
        place=entry.place,
        start_on=entry.start_on,
        source=entry.source,
        plan=entry.plan,
        step=entry.step,
        note=entry.note,
        made_by=entry.made_by,
        made_on=entry.made_on,
        done_by=entry.done_by,
        done_on=entry.done_on,
        done_how=entry.done_how,
        confirmed_by=entry.confirmed_by,
        confirmed_on=entry.confirmed_on,
    )


def _declaration_row(client: UUID, position: int, declaration: Declaration) -> DeclarationRow:
    content = DeclarationShape().write(declaration)
    return DeclarationRow.of(client_id=client, position=position, kind=kind_of(declaration), content=content)


def _rest_rows(client: UUID, case: CaseFile) -> list[CaseRow]:
    rest = case.rest
    if rest is None:
        return []
    return [RestRow.of(client_id=client, reason=rest.reason, by=rest.by, on=rest.on, until=rest.until)]
