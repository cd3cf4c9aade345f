"""A CaseFile as rows, and rows as a CaseFile. The one place that knows both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from desktop.cases.answers import Answer, Judgement, Proof, Ternary, Waiver
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.casefile import CaseFile
from desktop.cases.papers import Paper
from desktop.cases.people import Client, HouseholdLink
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod

from .problems import UnreadableAnswer
from .rows import (
    AnswerRow,
    CaseRow,
    ClientRow,
    HouseholdRow,
    JudgementRow,
    PaperRow,
    RequestRow,
    StatusPeriodRow,
    WaiverRow,
)
from .search import folded
from .values import from_plain, to_plain

STATUS_PERIODS = "status_periods"
BIRTH_DATE = "birth_date"
_ROWS = "rows"  # shape of an answer whose value is a table of its own

Stored = Mapping[Any, Any]


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


def case_file(client: Stored, parts: Mapping[type[CaseRow], Iterable[Stored]]) -> CaseFile:
    """The case from its stored rows, parts in the order of their keys. Raises `UnreadableAnswer`."""
    periods = tuple(_status_period(row) for row in parts[StatusPeriodRow])
    return CaseFile(
        client=Client(
            name=client["name"],
            original_name=client["original_name"],
            contact=client["contact"],
            address=tuple(client["address"]),
            language=client["language"],
            file_number=client["file_number"],
            authority_file_number=client["authority_file_number"],
            notes=client["notes"],
        ),
        facts=MappingProxyType({row["fact"]: _answer(row, periods) for row in parts[AnswerRow]}),
        judgements=MappingProxyType(
            {
                row["name"]: Judgement(Ternary(row["value"]), row["by"], row["on"], row["reason"])
                for row in parts[JudgementRow]
            }
        ),
        waivers=MappingProxyType(
            {
                row["leaf"]: Waiver(row["leaf"], row["by"], row["on"], row["reason"])
                for row in parts[WaiverRow]
            }
        ),
        papers=tuple(_paper(row) for row in parts[PaperRow]),
        requests=tuple(
            Request(row["title"], DecisionKind(row["decision_kind"]), row["on"]) for row in parts[RequestRow]
        ),
        household=tuple(HouseholdLink(row["relation"], row["other"]) for row in parts[HouseholdRow]),
    )


# To rows


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
    shape, value = (_ROWS, None) if in_rows else to_plain(answer.value)
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


# From rows


def _status_period(row: Stored) -> StatusPeriod:
    start = PartialDate(row["start_from"], row["start_to"])
    return StatusPeriod(
        status_code=row["status_code"],
        period=Period(start, _partial(row["end_from"], row["end_to"])),
        issued_on=_partial(row["issued_from"], row["issued_to"]),
        issued_by=row["issued_by"],
        paper=row["paper"],
        variant=row["variant"],
        printed_label=row["printed_label"],
        conditions=tuple(row["conditions"]),
        number=row["number"],
    )


def _answer(row: Stored, periods: tuple[StatusPeriod, ...]) -> Answer:
    try:
        value = periods if row["shape"] == _ROWS else from_plain(row["shape"], row["value"])
    except (ValueError, TypeError, AttributeError):
        raise UnreadableAnswer(row["fact"]) from None
    return Answer(
        value, row["by"], row["on"], Proof(row["proof"]), row["paper"], row["disputed"], row["note"]
    )


def _paper(row: Stored) -> Paper:
    return Paper(
        row["paper"],
        row["code"],
        Proof(row["state"]),
        row["seen_on"],
        row["issued_on"],
        row["valid_until"],
        row["note"],
    )


def _partial(earliest: date | None, latest: date | None) -> PartialDate | None:
    return None if earliest is None or latest is None else PartialDate(earliest, latest)
