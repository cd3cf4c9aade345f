"""What is on the pages of a PDF, seen by another program than the one that wrote it."""

from dataclasses import dataclass
from itertools import groupby

import pypdfium2
import pypdfium2.raw as raw


@dataclass(frozen=True)
class Word:
    """A stretch of text without a space, and its edges in points from the top left corner of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def pages(content: bytes) -> list[str]:
    """The text of every page."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def words(content: bytes, number: int = 0) -> list[Word]:
    """The words of a page with their places."""
    with pypdfium2.PdfDocument(content) as document:
        page = document[number]
        height = page.get_height()
        text = page.get_textpage()
        letters = [
            (text.get_text_range(place, 1), text.get_charbox(place)) for place in range(text.count_chars())
        ]
    found = []
    for blank, group in groupby(letters, key=lambda letter: letter[0].strip() == ""):
        if blank:
            continue
        run = list(group)
        found.append(
            Word(
                "".join(letter for letter, _ in run),
                min(box[0] for _, box in run),
                height - max(box[3] for _, box in run),
                max(box[2] for _, box in run),
                height - min(box[1] for _, box in run),
            )
        )
    return found


def find(content: bytes, text: str, number: int = 0) -> Word:
    """The first word that begins so."""
    return next(word for word in words(content, number) if word.text.startswith(text))


def shapes(content: bytes, number: int = 0) -> int:
    """How many drawn shapes a page has."""
    with pypdfium2.PdfDocument(content) as document:
        objects = document[number].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
        return sum(1 for _ in objects)


def edges(content: bytes) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all text of all pages, in points from the top left corner."""
    boxes = []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            height = page.get_height()
            text = page.get_textpage()
            for place in range(text.count_chars()):
                left, bottom, right, top = text.get_charbox(place)
                if right > left:
                    boxes.append((left, height - top, right, height - bottom))
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
