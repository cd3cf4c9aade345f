"""One job for many clients: letter, checklist and hand-out for each, as one PDF or as a folder of PDFs.

Everything in it is a draft: a letter goes out only after the client has confirmed it and somebody approved.
Files are named by file numbers, never by people; a hand-out stands beside the client's own language. A client
for whom a sheet cannot be made, or whose file does not fit on the drive any more, stops nobody else and
stands in the report. Until the last client is done nothing can be seen where the result goes, so a job
that is cancelled leaves nothing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop.cases.casefile import CaseFile
from desktop.documents import build
from desktop.documents.build import Booklet, Sheet
from desktop.errors import CannotOpen, Problem
from desktop.texts import Language, Texts, mark

from . import clients, printing
from .fitting import choice_for as choice_for
from .handouts import releases
from .office import Session
from .printing import PrintChoice, SheetKind

KINDS: tuple[SheetKind, ...] = ("letter", "checklist", "handout")


@dataclass(frozen=True, slots=True)
class Batch:
    """For whom, which sheets, and where to: a file that ends in .pdf, or a folder that is there."""

    clients: Sequence[str]
    target: Path
    kinds: tuple[SheetKind, ...] = KINDS
    language: Language = "de"


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


def run(session: Session, batch: Batch, *, today: date) -> Generator[Progress, None, None]:
    """Make the sheets, a client a step; closing the generator cancels and leaves nothing behind.

    Raises Problem or CannotOpen if nobody is chosen, or if the result cannot be written; then nothing is.
    """
    if not batch.clients:
        raise Problem(mark("Nobody is chosen."), mark("Choose at least one client of the list."))
    texts = printing.texts_of(batch.language)
    lines: list[Line] = []
    with _target(batch, texts, today) as result:
        for number, client_id in enumerate(batch.clients, start=1):
            lines.append(_one(session, client_id, batch, result, today))
            failed = sum(line.problem is not None for line in lines)
            if number < len(batch.clients):
                yield Progress(number, len(batch.clients), failed)
        result.finish()
    yield Progress(len(batch.clients), len(batch.clients), failed, tuple(lines))


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


def _one(session: Session, client_id: str, batch: Batch, result: _Result, today: date) -> Line:
    number = ""
    try:
        case = clients.load(session, client_id)
        number = case.client.file_number
        choice, look = choice_for(session.reference, case, today, batch.language)
        sheets, failed = _sheets(session, case, choice, batch, today)
        if not sheets and failed:
            return Line(client_id, number, problem=failed[0])
        missing = result.add(sheets, number)
    except Problem as problem:  # also a case that cannot be read, and a drive without room for this one
        return Line(client_id, number, problem=problem)
    if failed:
        look = mark("Not every sheet could be made: print this one alone to see why.")
    if missing:
        look = look or mark("Some characters cannot be printed: print this one alone to see which.")
    return Line(client_id, number, session.reference.norm(choice.title_id).cite, look=look)


def _sheets(
    session: Session, case: CaseFile, choice: PrintChoice, batch: Batch, today: date
) -> tuple[list[Sheet], list[Problem]]:
    """The sheets of one client, and why those that are not among them could not be made."""
    sheets: list[Sheet] = []
    failed: list[Problem] = []
    released = releases.of(session)
    for kind in batch.kinds:
        try:
            sheets += printing.sheets(
                session.reference,
                case,
                choice.but(kind=kind),
                today=today,
                office=session.office_name,
                released=released,
            )
        except Problem as problem:
            failed.append(problem)
    return sheets, failed


# Where the result goes -------------------------------------------------------------------------------------


class _Result(Protocol):
    def add(self, sheets: Sequence[Sheet], number: str) -> str:
        """Add the sheets of a client; returns the characters that no font has."""

    def finish(self) -> None: ...


def _target(batch: Batch, texts: Texts, today: date) -> AbstractContextManager[_Result]:
    if batch.target.suffix.lower() == ".pdf":
        return _one_file(batch.target, texts)
    return _folder(batch.target, texts, today)


@dataclass
class _File:
    path: Path
    booklet: Booklet
    empty: bool = True

    def add(self, sheets: Sequence[Sheet], number: str) -> str:
        missing = self.booklet.add(sheets, number)
        self.empty = False
        return missing

    def finish(self) -> None:
        if not self.empty:
            printing.write(self.path, printing.Printed(self.booklet.close(), self.path.name))


@contextmanager
def _one_file(path: Path, texts: Texts) -> Iterator[_Result]:
    printing.refuse_taken(path)
    yield _File(path, Booklet(texts))


@dataclass
class _Folder:
    """Whole files wait beside their place until all are there."""

    target: Path
    waiting: Path
    texts: Texts
    today: date
    names: dict[str, int] = field(default_factory=dict)

    def add(self, sheets: Sequence[Sheet], number: str) -> str:
        made = build.made(sheets, self.texts)
        build.write(self.waiting / self._name(number), made.pdf)
        return made.missing

    def _name(self, number: str) -> str:
        """By file number; the second of the same number, or of none, is counted."""
        plain = printing.plain_number(number) or self.texts(mark("without-number"))
        parts = (plain, self.texts(mark("application")), self.today.isoformat())
        stem = "_".join(parts)
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


def _move(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except OSError as error:
        raise build.not_saved(error, target) from error
