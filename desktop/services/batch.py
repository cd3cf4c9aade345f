"""One job for many clients: letter, checklist and hand-out for each, as one PDF or as a folder of PDFs.

Everything in it is a draft: a letter goes out only after the client has confirmed it and somebody approved.
Files are named by file numbers, never by people; a hand-out stands beside the client's own language, and a
letter brings its reading copy in it. A client for whom a sheet cannot be made, or whose file does not fit on
the drive any more, stops nobody else and stands in the report. Until the last client is done nothing can be
seen where the result goes, so a job that is cancelled leaves nothing. Once it is there, what was made for a
client stands among the client's prints, to be printed again as it is.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop.cases.casefile import CaseFile
from desktop.documents import build
from desktop.documents.build import Booklet, Sheet
from desktop.errors import CannotOpen, Problem
from desktop.texts import Language, Texts, mark

from . import clients, printing, prints
from .fitting import choice_for as choice_for
from .fitting import choice_for_paper as choice_for_paper
from .handouts import releases
from .office import Session
from .printing import PrintChoice, SheetKind
from .prints import Saved

KINDS: tuple[SheetKind, ...] = ("letter", "checklist", "handout")


@dataclass(frozen=True, slots=True)
class Batch:
    """For whom, which sheets, and where to: a file that ends in .pdf, or a folder that is there."""

    clients: Sequence[str]
    target: Path
    kinds: tuple[SheetKind, ...] = KINDS
    language: Language = "de"
    of_papers: bool = False  # another paper than a title ends: `choice_for_paper`
    copies: bool = True  # beside each letter a reading copy in the client's language, where that is another


class Line(NamedTuple):
    """What became of one client. `problem`: why nothing was made; `look`: why to look at it (source text)."""

    client_id: str
    file_number: str
    title: str = ""  # what the sheets are for
    problem: Problem | None = None
    look: str = ""


class Progress(NamedTuple):
    """How far a job is; `report` comes with the last one, when all is done and the result was written."""

    done: int
    total: int
    failed: int
    report: tuple[Line, ...] = ()


def run(session: Session, batch: Batch, *, today: date, now: datetime) -> Generator[Progress, None, None]:
    """Make the sheets, a client a step; closing the generator cancels and leaves nothing behind.

    Raises Problem or CannotOpen if nobody is chosen, or if the result cannot be written; then nothing is.
    """
    if not batch.clients:
        raise Problem(mark("Nobody is chosen."), mark("Choose at least one client of the list."))
    texts = printing.texts_of(batch.language)
    lines: list[Line] = []
    saved: list[Saved] = []
    with _target(batch, texts, today) as result:
        for number, client_id in enumerate(batch.clients, start=1):
            lines.append(_one(session, client_id, batch, result, saved, today))
            failed = sum(line.problem is not None for line in lines)
            if number < len(batch.clients):
                yield Progress(number, len(batch.clients), failed)
        result.finish()
    yield Progress(len(batch.clients), len(batch.clients), failed, _noted(session, saved, lines, now))


def _noted(
    session: Session, saved: Sequence[Saved], lines: Sequence[Line], now: datetime
) -> tuple[Line, ...]:
    """Put what was saved among the prints of each client; where that fails the report says so."""
    try:
        if saved:
            prints.keep_all(session, saved, now)
    except Problem:
        told = mark("The sheets are saved, but not noted among the prints of the client.")
        return tuple(line._replace(look=told) if line.problem is None else line for line in lines)
    return tuple(lines)


def as_text(report: Sequence[Line], texts: Texts) -> str:
    """The report for people: how many there are, and by file number who needs a second look."""
    made = sum(line.problem is None for line in report)
    told = [texts.plural(mark("Sheets for {count} client"), mark("Sheets for {count} clients"), made)]
    failed = [(line, texts.problem(line.problem)) for line in report if line.problem is not None]
    doubtful = [(line, texts(line.look)) for line in report if line.look]
    for heading, found in (
        (mark("Nothing could be made for:"), failed),
        (mark("Please look at these before they go out:"), doubtful),
    ):
        if found:
            told += ["", texts(heading), *(f"{_name(line, texts)}: {words}" for line, words in found)]
    return "\n".join(told)


def _name(line: Line, texts: Texts) -> str:
    number = line.file_number or texts(mark("without a file number"))
    return f"{number}, {line.title}" if line.title else number


# One client ----------------------------------------------------------------------------------------------


def _one(
    session: Session, client_id: str, batch: Batch, result: _Result, saved: list[Saved], today: date
) -> Line:
    number = ""
    try:
        case = clients.load(session, client_id)
        number = case.client.file_number
        find = choice_for_paper if batch.of_papers else choice_for
        choice, look = find(session.reference, case, today, batch.language)
        sheets, chosen, failed = _sheets(session, case, choice, batch, today)
        if not sheets and failed:
            return Line(client_id, number, problem=failed[0])
        added = result.add(sheets, number)
        saved.append(Saved(client_id, chosen, added.name, added.pages, added.content))
    except Problem as problem:  # also a case that cannot be read, and a drive without room for this one
        return Line(client_id, number, problem=problem)
    if failed:
        look = mark("Not every sheet could be made: print this one alone to see why.")
    if added.missing:
        look = look or mark("Some characters cannot be printed: print this one alone to see which.")
    return Line(client_id, number, session.reference.norm(choice.title_id).cite, look=look)


def _sheets(
    session: Session, case: CaseFile, choice: PrintChoice, batch: Batch, today: date
) -> tuple[list[Sheet], list[PrintChoice], list[Problem]]:
    """The sheets of one client, as what they were chosen, and why others could not be made."""
    sheets: list[Sheet] = []
    chosen: list[PrintChoice] = []
    failed: list[Problem] = []
    released = releases.of(session)
    for kind in batch.kinds:
        wanted = choice.but(kind=kind if kind != "letter" else choice.kind, copies=batch.copies)
        try:
            sheets += printing.sheets(
                session.reference,
                case,
                wanted,
                today=today,
                office=session.office_name,
                released=released,
            )
        except Problem as problem:
            failed.append(problem)
        else:
            chosen.append(wanted)
    return sheets, chosen, failed


# Where the result goes -------------------------------------------------------------------------------------


class _Added(NamedTuple):
    """What became of the sheets of one client: the characters no font has, and what is kept of them."""

    missing: str
    name: str
    pages: int
    content: Callable[[], bytes]  # called when the result is in its place


class _Result(Protocol):
    def add(self, sheets: Sequence[Sheet], number: str) -> _Added:
        """Add the sheets of a client. Raises Problem."""

    def finish(self) -> None: ...


def _target(batch: Batch, texts: Texts, today: date) -> AbstractContextManager[_Result]:
    if batch.target.suffix.lower() == ".pdf":
        return _one_file(batch.target, texts, today)
    return _folder(batch.target, texts, today)


@dataclass
class _File:
    """Kept of a client are the same sheets as a PDF of their own, without those of the others."""

    path: Path
    booklet: Booklet
    texts: Texts
    today: date
    empty: bool = True

    def add(self, sheets: Sequence[Sheet], number: str) -> _Added:
        alone = build.made(sheets, self.texts)
        missing = self.booklet.add(sheets, number)
        self.empty = False
        name = f"{_stem(number, self.texts, self.today)}.pdf"
        return _Added(missing, name, alone.pages, lambda: alone.pdf)

    def finish(self) -> None:
        if not self.empty:
            printing.write(self.path, printing.Printed(self.booklet.close(), self.path.name))


@contextmanager
def _one_file(path: Path, texts: Texts, today: date) -> Iterator[_Result]:
    printing.refuse_taken(path)
    yield _File(path, Booklet(texts), texts, today)


@dataclass
class _Folder:
    """Whole files wait beside their place until all are there."""

    target: Path
    waiting: Path
    texts: Texts
    today: date
    names: dict[str, int] = field(default_factory=dict)

    def add(self, sheets: Sequence[Sheet], number: str) -> _Added:
        made, name = build.made(sheets, self.texts), self._name(number)
        build.write(self.waiting / name, made.pdf)
        return _Added(made.missing, name, made.pages, lambda: _read(self.target / name))

    def _name(self, number: str) -> str:
        """By file number; the second of the same number, or of none, is counted."""
        stem = _stem(number, self.texts, self.today)
        self.names[stem] = self.names.get(stem, 0) + 1
        return f"{stem}.pdf" if self.names[stem] == 1 else f"{stem}_{self.names[stem]}.pdf"

    def finish(self) -> None:
        made = sorted(self.waiting.iterdir())
        for file in made:
            printing.refuse_taken(self.target / file.name)
        for file in made:
            _move(file, self.target / file.name)


@contextmanager
def _folder(path: Path, texts: Texts, today: date) -> Iterator[_Result]:
    if not path.is_dir():
        raise CannotOpen(
            mark("There is no folder “{folder}”."),
            mark("Make it first, or name a file that ends in .pdf."),
            folder=path.name,
        )
    try:
        waiting = tempfile.TemporaryDirectory(dir=path, prefix=".", suffix=".part")
    except OSError as error:
        raise build.not_saved(error, path) from error
    with waiting as place:
        yield _Folder(path, Path(place), texts, today)


def _stem(number: str, texts: Texts, today: date) -> str:
    """The name of a client's file without its ending."""
    plain = printing.plain_number(number) or texts(mark("without-number"))
    return "_".join((plain, texts(mark("application")), today.isoformat()))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise build.not_saved(error, path) from error


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError as error:
        raise build.not_saved(error, target) from error
