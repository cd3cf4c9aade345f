"""What was printed for a client: kept with each print, listed, and printed again exactly as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from desktop.cases.casefile import CaseFile
from desktop.deadlines.authorities import Authority
from desktop.errors import Problem
from desktop.store import printed as stored
from desktop.store.printed import Way as Way
from desktop.texts import Texts, mark

from . import printing
from .declarations import profile
from .handouts import releases
from .letter_questions import Answers
from .letter_wording import Editable, editable
from .office import Session
from .own_letters import own_letters
from .print_choice import LETTERS, OF_A_TITLE, PROCEDURAL, PrintChoice
from .print_set import NAMES
from .print_stack import Stack, stacked
from .printing import Printed
from .sheets.recipients import typed_lines
from .words.german_time import german_time
from .words.names import LawNames


class EarlierPrint(NamedTuple):
    """One print as it is listed: days inclusive, `at` with its time zone."""

    id: str
    at: datetime
    who: str
    way: Way
    kinds: tuple[str, ...]
    title: str  # title id; empty for sheets of no title
    language: str
    approved: bool
    recipient: str
    law_day: date  # until when the law was checked
    pack: str
    pages: int

    def words(self, texts: Texts, names: LawNames) -> str:
        """24.11.2026, 14:03, mk: Checkliste, Anschreiben · § 25 Abs. 3 AufenthG · 5 Seiten."""
        at = german_time(self.at)
        sheets = ", ".join(texts(NAMES.get(kind, kind)) for kind in self.kinds)  # type: ignore[call-overload]
        pages = texts.plural(mark("{count} page"), mark("{count} pages"), self.pages)
        draft = "" if self.approved else texts(mark("draft"))
        title = names.title_short(self.title) if self.title else ""
        about = " · ".join(filter(None, (sheets, title, pages, draft)))
        return f"{texts.day(at.date())}, {at:%H:%M}, {self.who}: {about}"

    def more(self, texts: Texts) -> str:
        """For whom it was, which law it rests on, and where it went."""
        way = texts(mark("printed") if self.way == "printer" else mark("saved as PDF"))
        law = texts(mark("law checked until {day}, {pack}"), day=texts.day(self.law_day), pack=self.pack)
        return " · ".join(filter(None, (self.recipient, law, way)))


def made(session: Session, case: CaseFile, choices: Sequence[PrintChoice], today: date) -> Stack:
    """The sheets as this office prints them, with the translations it has released."""
    return stacked(
        session.reference,
        case,
        choices,
        today=today,
        office=session.office_name,
        by=session.user,
        released=releases.of(session),
        profile=profile.of(session),
        own=own_letters(session),
    )


def paragraphs(session: Session, case: CaseFile, choice: PrintChoice, today: date) -> Sequence[Editable]:
    """What can be worded anew in a letter, as it reads without any edit. Raises as `printing.sheets`."""
    own = own_letters(session)
    as_made = replace(choice, edits=())
    return editable(printing.sheets(session.reference, case, as_made, today=today, own=own))


def keep(session: Session, client_id: str, stack: Stack, way: Way, now: datetime) -> str:
    """Keep what was just printed or saved; returns its id. Raises Problem, for a client that is gone too."""
    assert stack.printed is not None
    choices, printed = [part.choice for part in stack.parts], stack.printed
    kept = _print(session, choices, printed.file_name, stack.pages, way, now)
    client = UUID(client_id)
    with session.office.note("print", session.user, now, client) as notes:
        stored.keep(notes, client, kept, printed.pdf)
    return str(kept.id)


class Saved(NamedTuple):
    """What a job for many clients made for one of them. `content` reads the bytes that were saved."""

    client_id: str
    choices: Sequence[PrintChoice]
    file_name: str
    pages: int
    content: Callable[[], bytes]


def keep_all(session: Session, made: Sequence[Saved], now: datetime) -> None:
    """Keep what was just saved for many clients, all of it or nothing. Raises Problem."""
    clients = [UUID(each.client_id) for each in made]
    with session.office.note_each("print", session.user, now, clients) as notes:
        for client, each in zip(clients, made, strict=True):
            kept = _print(session, each.choices, each.file_name, each.pages, "file", now)
            stored.keep(notes, client, kept, each.content())


def _print(
    session: Session,
    choices: Sequence[PrintChoice],
    file_name: str,
    pages: int,
    way: Way,
    now: datetime,
) -> stored.Print:
    """What is known of a print beside its bytes."""
    reference = session.reference
    authority = reference.authorities.get(choices[0].authority_id)
    letter = next((choice for choice in choices if choice.kind in (*LETTERS, *PROCEDURAL)), None)
    named = _authority(choices[0].authority_id, authority, (letter or choices[0]).answered)
    return stored.Print(
        id=uuid4(),
        at=now,
        who=session.user,
        way=way,
        recipient=named.get("name", "") if letter is not None else "",
        law_day=reference.pack.law_checked_on,
        pack=f"{reference.pack.id} {reference.pack.digest[:12]}",
        authority=named,
        sheets=tuple(map(_sheet, choices)),
        file_name=file_name,
        pages=pages,
    )


def earlier(session: Session, client_id: str, limit: int = 200, offset: int = 0) -> list[EarlierPrint]:
    """What was printed for a client, newest first."""
    return [
        EarlierPrint(
            str(each.id),
            each.at,
            each.who,
            each.way,
            tuple(sheet["kind"] for sheet in each.sheets),
            next((sheet["title_id"] for sheet in each.sheets if sheet["kind"] in OF_A_TITLE), ""),
            each.sheets[0]["language"],
            all(sheet["approved"] for sheet in each.sheets),
            each.recipient,
            each.law_day,
            each.pack,
            each.pages,
        )
        for each in stored.of_client(session.office, UUID(client_id), limit, offset)
    ]


def again(session: Session, client_id: str, print_id: str) -> Stack:
    """An earlier print, byte for byte. Raises Problem if it is not kept, `Damaged` if its bytes changed."""
    found = next(
        (each for each in stored.of_client(session.office, UUID(client_id)) if str(each.id) == print_id), None
    )
    content = stored.content(session.office, found.id) if found is not None else None
    if found is None or content is None:
        raise Problem(
            mark("This print is not kept any more."), mark("Choose the sheets and print them anew.")
        )
    return Stack(Printed(content, found.file_name), (), found.pages)


def _authority(authority_id: str, authority: Authority | None, answers: Answers) -> dict[str, Any]:
    """How the directory named it on the day of printing, or how somebody typed it for a letter."""
    if authority is None:
        return {"id": authority_id}
    if typed := typed_lines(authority, answers):
        return {"id": authority_id, "name": typed[0], "department": "", "address": list(typed[1:])}
    return {
        "id": authority_id,
        "name": authority.name.de,
        "department": authority.department.de if authority.department else "",
        "address": list(authority.postal_address),
    }


def _sheet(choice: PrintChoice) -> dict[str, Any]:
    """One choice as JSON data, with what was answered and worded for it."""
    return {
        "kind": choice.kind,
        "title_id": choice.title_id,
        "occasion": choice.occasion,
        "authority_id": choice.authority_id,
        "language": choice.language,
        "approved": choice.approved,
        "confirmed_on": choice.confirmed_on.isoformat() if choice.confirmed_on else None,
        "form": choice.form.value,
        "answers": dict(choice.answered),
        "which": choice.which,
        "beside": choice.beside,
        "copies": choice.copies,
        "columns": choice.columns,
        "approved_by": choice.approved_by,
        "edits": [each._asdict() for each in choice.edits],
    }
