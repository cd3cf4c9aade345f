"""Printing against the same sheet drawn by hand, against itself in a batch, and in memory."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from statistics import median

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop import resources
from desktop.documents import style
from desktop.documents.build import compose, pdf
from desktop.documents.page import Page, paginate
from desktop.documents.sheets import ChecklistSheet
from desktop.texts import Texts
from tests.documents.samples import AFTER_104C, CHECKLIST, PERSON, texts

pytestmark = pytest.mark.bench

GERMAN = texts("de")
LATIN = replace(
    CHECKLIST, person=replace(PERSON, original_name="")
)  # a canvas by hand cannot join Arabic letters


def milliseconds(job: Callable[[], object], times: int = 21) -> float:
    """Median processor time."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        job()
        taken.append(time.process_time() - start)
    return median(taken) * 1000


class _Notes(Page):
    """Writes down where a page puts its texts and shapes instead of drawing them."""

    def __init__(self) -> None:
        self.texts: list[tuple[float, float, str, float, str]] = []
        self.lines: list[tuple[float, float, float, float]] = []
        self.boxes: list[tuple[float, float, float, float]] = []

    def text(self, x, base, content, kind, size=None):
        for run in content.runs:
            self.texts.append((x, style.PAGE_HEIGHT - base, f"Hand-{kind.face.value}", kind.size, run.text))

    def rule(self, x1, y1, x2, y2, width=0.5, grey=0.0):
        self.lines.append((x1, style.PAGE_HEIGHT - y1, x2, style.PAGE_HEIGHT - y2))

    def box(self, x, y, width, height, line_width=0.5):
        self.boxes.append((x, style.PAGE_HEIGHT - y - height, width, height))

    def shade(self, x, y, width, height, grey=0.9):
        self.box(x, y, width, height)

    def path(self, points, width=1.2, *, grey=0.0, fill=False):
        for (x1, y1), (x2, y2) in pairwise(points):
            self.rule(x1, y1, x2, y2)

    def circle(self, x, y, radius, width=1.0, *, fill=False):
        self.box(x, y, radius, radius)


def noted(sheet: ChecklistSheet, words: Texts) -> list[_Notes]:
    """The pages of a sheet as plain lists of places."""
    document = compose(sheet, words)
    pages = []
    placed_pages = paginate(document.strips, document.frame)
    for number, placed in enumerate(placed_pages, start=1):
        page = _Notes()
        document.furniture.above(page, number, len(placed_pages))
        for top, strip in placed:
            strip.draw(page, top)
        document.furniture.below(page, number, len(placed_pages))
        pages.append(page)
    return pages


def by_hand(pages: list[_Notes]) -> bytes:
    """The same pages, every place known beforehand, with nothing but a canvas."""
    buffer = BytesIO()
    size = (style.PAGE_WIDTH, style.PAGE_HEIGHT)
    canvas = Canvas(buffer, pagesize=size, invariant=1, pageCompression=1, initialFontName="Hand-Regular")
    for page in pages:
        for line in page.lines:
            canvas.line(*line)
        for box in page.boxes:
            canvas.rect(*box)
        for x, y, font, points, text in page.texts:
            canvas.setFont(font, points)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def floor() -> float:
    for face in ("Regular", "Bold", "Italic"):
        file = resources.path("fonts", f"NotoSans-{face}.ttf")
        pdfmetrics.registerFont(TTFont(f"Hand-{face}", str(file), asciiReadable=False))
    pages = noted(LATIN, GERMAN)
    assert len(pages) == 2
    by_hand(pages)
    return milliseconds(lambda: by_hand(pages))


def test_checklist(floor):
    pdf([LATIN], GERMAN)
    taken = milliseconds(lambda: pdf([LATIN], GERMAN))
    print(f"checklist of two pages: {taken / floor:.2f} (3.0) {floor:.1f} ms by hand on a canvas")
    assert taken <= 3 * floor


def test_letter(floor):
    pdf([AFTER_104C], GERMAN)
    taken = milliseconds(lambda: pdf([AFTER_104C], GERMAN))
    print(f"letter of two pages, Arabic name: {taken / floor:.2f} (3.0) {floor:.1f} ms by hand, checklist")
    assert taken <= 3 * floor


def test_batch_costs_no_more_than_single_sheets_and_memory_stays_flat():
    sheets = [
        replace(
            CHECKLIST, person=replace(PERSON, name=f"Şükrü Ґ. Ahmadi {number}", file_number=f"2026-{number}")
        )
        for number in range(500)
    ]
    single = milliseconds(lambda: pdf(sheets[:1], GERMAN)) * len(sheets)
    halves = []
    gc.collect()
    tracemalloc.start()
    for sheet in sheets[:50]:
        pdf([sheet], GERMAN)
    halves.append(tracemalloc.get_traced_memory()[0])
    for sheet in sheets[50:100]:
        pdf([sheet], GERMAN)
    gc.collect()
    halves.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    start = time.process_time()
    content = pdf(sheets, GERMAN)
    taken = (time.process_time() - start) * 1000
    print(f"500 checklists as one job: {taken / single:.2f} (1.05) {single:.0f} ms for 500 single ones")
    print(f"size of that job: {len(content) / 1e6:.1f} MB")
    print(
        f"memory after 100 against 50 checklists: {halves[1] / halves[0]:.2f} (1.10) {halves[0] / 1e6:.1f} MB"
    )
    assert taken <= 1.05 * single
    assert halves[1] <= 1.10 * halves[0]
