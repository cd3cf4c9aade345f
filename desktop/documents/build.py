"""Inputs become the bytes of one PDF. Nothing is written to disk unless `write` is called."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from .. import resources
from ..errors import CannotOpen, Problem
from ..texts import Language, Texts, mark
from . import style
from .checklist import checklist
from .cover_letter import cover_letter
from .day_list import day_list
from .filing_proof import filing_proof
from .fonts import Face, latin
from .form import form
from .form_sheet import FormSheet
from .handout import handout
from .handout_sheet import HandoutSheet
from .handover import handover
from .handover_sheet import HandoverSheet
from .page import Document, Paper
from .plain_letter import plain_letter
from .plain_letter_sheet import PlainLetterSheet
from .reasons import reasons
from .reasons_sheet import ReasonsSheet
from .residence import residence
from .residence_sheet import ResidenceSheet
from .sheets import ChecklistSheet, LetterSheet
from .slip import slip
from .time_sheets import DayListSheet, FilingSheet, SlipSheet
from .typography import one_line

Sheet = (
    ChecklistSheet
    | LetterSheet
    | PlainLetterSheet
    | ReasonsSheet
    | SlipSheet
    | DayListSheet
    | FilingSheet
    | HandoutSheet
    | HandoverSheet
    | FormSheet
    | ResidenceSheet
)
"""Everything that can be printed."""

CREATOR = "Bleibelotse"

rl_config.useA85 = 0  # pages as bytes, not as text: a fifth smaller and faster


def compose(sheet: Sheet, texts: Texts) -> Document:
    """One sheet laid out, not yet on pages. Raises Problem if a letter cannot be written."""
    match sheet:
        case ChecklistSheet():
            return checklist(sheet, texts)
        case LetterSheet():
            return cover_letter(sheet, texts if sheet.language is None else _words(sheet.language))
        case PlainLetterSheet():
            return plain_letter(sheet, _words(sheet.language))
        case ReasonsSheet():
            return reasons(sheet, texts)
        case SlipSheet():
            return slip(sheet, texts)
        case DayListSheet():
            return day_list(sheet, texts)
        case FilingSheet():
            return filing_proof(sheet, texts)
        case HandoverSheet():
            return handover(sheet, texts)
        case HandoutSheet():
            return handout(sheet, texts)
        case FormSheet():
            return form(sheet, texts)
        case ResidenceSheet():
            return residence(sheet, texts)


@cache
def _words(language: Language) -> Texts:
    return Texts(language, resources.path("i18n"))


class Booklet:
    """One PDF that grows sheet by sheet, each with its own page numbers, in the language of `texts`."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            lang=texts.language,
            initialFontName=latin(Face.REGULAR).fontName,
        )
        self._paper = Paper(self._canvas)
        self._titles: list[str] = []
        self._marks: list[tuple[str, str]] = []
        self.starts: list[int] = []
        """On which page, from 1, each document begins."""
        self.pages = 0
        """How many there are, known when the booklet is closed."""

    def add(self, sheets: Iterable[Sheet], of: str = "", texts: Texts | None = None) -> str:
        """Draw sheets after those that are there: all of them, or none where one raises Problem.

        `texts`: their own language where it is not that of the booklet.

        `of` stands before their titles in the outline, as the number of a file; never a client's name.
        Returns the characters of these sheets that no font has, each once, in the order of their codes; on
        paper a question mark in a diamond stands in the place of each.
        """
        self._paper.missing.clear()
        for document in [compose(sheet, texts or self._texts) for sheet in sheets]:
            self._paper.begin(document)
            self.starts.append(int(self._canvas.getPageNumber()))
            place = str(len(self._titles))
            self._titles.append(one_line(document.title)[:200])
            self._marks.append((place, " · ".join(filter(None, (of, self._titles[-1])))))
            if len(self._marks) == 2:  # one sheet alone needs no outline
                self._canvas.addOutlineEntry(self._marks[0][1], self._marks[0][0])
            self._canvas.bookmarkPage(place)
            if len(self._marks) > 1:
                self._canvas.addOutlineEntry(self._marks[-1][1], place)
            self._paper.draw(document)
        return "".join(sorted(self._paper.missing))

    def close(self) -> bytes:
        """The finished PDF. Its title names the kinds of sheets, never a client."""
        if not self._titles:
            raise ValueError("nothing to print")
        titles = list(dict.fromkeys(self._titles))
        self._canvas.setTitle(", ".join(titles[:3]) + (" …" if len(titles) > 3 else ""))
        self._canvas.setAuthor(CREATOR)
        self._canvas.setCreator(CREATOR)
        self._canvas.setSubject("")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._paper.finish()
        self.pages = int(self._canvas.getPageNumber()) - 1
        self._canvas.save()
        return self._buffer.getvalue()


class Made(NamedTuple):
    """A finished PDF, the characters in it that no font has (see `Booklet.add`), and its number of pages."""

    pdf: bytes
    missing: str
    pages: int


def made(sheets: Iterable[Sheet], texts: Texts) -> Made:
    """One PDF with the sheets one after another; the same input gives the same bytes. Raises Problem."""
    booklet = Booklet(texts)
    missing = booklet.add(sheets)
    return Made(booklet.close(), missing, booklet.pages)


def pdf(sheets: Iterable[Sheet], texts: Texts) -> bytes:
    """As `made`, for whoever knows that no character is missing."""
    return made(sheets, texts).pdf


def write(path: Path, content: bytes) -> None:
    """Write a file in one step: afterwards it is whole, or as it was before. Raises Problem, CannotOpen."""
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as file:
            temporary = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise not_saved(error, path) from error


def not_saved(error: OSError, path: Path) -> Problem:
    """The sentence for a file that could not be written; it never names the folder."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return CannotOpen(
            mark("“{file}” was not saved: there is no room left on this drive."),
            mark("Free some space or choose another drive."),
            file=path.name,
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CannotOpen(
            mark("“{file}” was not saved: writing in this folder is not allowed."),
            mark("Choose another folder, or close the file if it is open in another program."),
            file=path.name,
        )
    return CannotOpen(
        mark("“{file}” was not saved: the drive does not take it, or the name is too long."),
        mark("Choose another folder or a shorter name."),
        file=path.name,
    )
