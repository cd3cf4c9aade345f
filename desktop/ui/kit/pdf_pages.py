"""The pages of a PDF as pictures: the screen and the printer show the same bytes. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

POINTS_PER_INCH = 72
SCREEN_DPI, PRINTER_DPI = 120, 300


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page. `data`: rows of `stride` bytes, four for a dot (blue, green, red, none) or one if grey."""

    width: int
    height: int
    stride: int
    data: bytes
    grey: bool
    text: str
    """The words on the page, for screen readers."""


class PageOutline(NamedTuple):
    """How large a page is, in points, and the words on it: enough to lay out what is not seen yet."""

    width: float
    height: float
    text: str


def outlines(pdf: bytes) -> tuple[PageOutline, ...]:
    """Every page without its picture. One thread at a time may do this."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_outline(document[number]) for number in range(len(document)))
    finally:
        document.close()


def rendered(pdf: bytes, dpi: int = SCREEN_DPI, grey: bool = False) -> tuple[PageImage, ...]:
    """Every page of a PDF. One thread at a time may do this."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_page(document[number], dpi, grey) for number in range(len(document)))
    finally:
        document.close()


def rendered_page(pdf: bytes, number: int, dpi: int = SCREEN_DPI, grey: bool = False) -> PageImage:
    """One page, counted from 0: a stack of thirty is never in memory as a whole."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return _page(document[number], dpi, grey)
    finally:
        document.close()


def _outline(page: Any) -> PageOutline:
    width, height = page.get_size()
    return PageOutline(width, height, page.get_textpage().get_text_bounded())


def _page(page: Any, dpi: int, grey: bool) -> PageImage:
    scale = dpi / POINTS_PER_INCH
    bitmap = page.render(scale=scale, grayscale=grey, prefer_bgrx=not grey)
    words = page.get_textpage().get_text_bounded()
    return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), grey, words)
