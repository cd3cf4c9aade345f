"""Inputs become the bytes of one PDF. Nothing is written to disk unless `write` is called."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from ..errors import CannotOpen, Problem
from ..texts import Texts, mark
from . import style
from .checklist import checklist
from .cover_letter import cover_letter
from .fonts import Face, fonts
from .page import Document, Paper
from .reasons import reasons
from .sheets import ChecklistSheet, LetterSheet, ReasonsSheet
from .slip import slip
from .time_sheets import SlipSheet
from .typography import one_line

Sheet = ChecklistSheet | LetterSheet | ReasonsSheet | SlipSheet
"""Everything that can be printed."""

CREATOR = "Bleibelotse"

rl_config.useA85 = 0  # pages as bytes, not as text: a fifth smaller and faster


def compose(sheet: Sheet, texts: Texts) -> Document:
    """One sheet laid out, not yet on pages. Raises Problem if a letter cannot be written."""
    match sheet:
        case ChecklistSheet():
            return checklist(sheet, texts)
        case LetterSheet():
            return cover_letter(sheet, texts)
        case ReasonsSheet():
            return reasons(sheet, texts)
        case SlipSheet():
            return slip(sheet, texts)


def pdf(sheets: Iterable[Sheet], texts: Texts) -> bytes:
    """One PDF with the sheets one after another, each with its own page numbers.

    The same input gives the same bytes. The title in the file names the kind of sheet, never the client.
    """
    documents = [compose(sheet, texts) for sheet in sheets]
    if not documents:
        raise ValueError("nothing to print")
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(style.PAGE_WIDTH, style.PAGE_HEIGHT),
        invariant=1,
        pageCompression=1,
        lang=texts.language,
        initialFontName=fonts(Face.REGULAR)[0].fontName,
    )
    titles = list(dict.fromkeys(one_line(document.title)[:200] for document in documents))
    canvas.setTitle(", ".join(titles[:3]) + (" …" if len(titles) > 3 else ""))
    canvas.setAuthor(CREATOR)
    canvas.setCreator(CREATOR)
    canvas.setSubject("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    paper = Paper(canvas)
    for number, document in enumerate(documents):
        if len(documents) > 1:
            canvas.bookmarkPage(str(number))
            canvas.addOutlineEntry(one_line(document.title)[:200], str(number))
        paper.draw(document)
    paper.finish()
    canvas.save()
    return buffer.getvalue()


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
