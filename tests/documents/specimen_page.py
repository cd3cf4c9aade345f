"""A made-up hand-out from right to left: heading, list, mirrored table, a paragraph over a page break."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from desktop.documents import style
from desktop.documents.fonts import Face, latin
from desktop.documents.page import Document, Frame, Page, Paper, Strip
from desktop.documents.parts import Cell, Column, heading, mirrored, pairs, paragraph, row, table_head
from desktop.documents.style import Type

LEFT, RIGHT = 60.0, 540.0
WIDTH = RIGHT - LEFT
LARGE = Type(Face.REGULAR, 12, 17)
COLUMNS = (
    Column("الورقة", LEFT, 200),
    Column("السبب", LEFT + 210, 180),
    Column("Stand", LEFT + 400, 80),
)
PAPERS = (
    ("جواز السفر أو بديله", "الهوية (§ 3 AufenthG)", "31.01.2027"),
    ("عقد العمل (Arbeitsvertrag)", "الدخل، 51 % على الأقل (§ 2 Abs. 3 AufenthG)", "Kopie"),
    ("إثبات السكن 12345/AB", "مكان الإقامة", "Original"),
)
LONG = (
    "يجب تقديم طلب التمديد قبل انتهاء التصريح في 31.01.2027 (§ 81 Abs. 4 AufenthG)، وإلا فقد ينقطع حق"
    " الإقامة والعمل. اتصل بالرقم 0151 2345678 إذا لم تحصل على رد، واحتفظ بإثبات الإرسال. "
)


class Plain:
    """Nothing around the strips but the number of the page."""

    def above(self, page: Page, number: int, total: int) -> None:
        """Nothing."""

    def below(self, page: Page, number: int, total: int) -> None:
        """The number in the corner where a page of this direction ends."""
        Strip(0, paragraph(f"{number} / {total}", style.FOOT, LEFT, WIDTH)[0].draw).draw(page, 800)


def strips() -> list[Strip]:
    """Everything on the page, in reading order."""
    columns = mirrored(COLUMNS, LEFT, RIGHT)
    head = table_head(columns, LEFT, RIGHT, "rtl")
    made = heading("كيف تمدد تصريح الإقامة (§ 25 Abs. 5 AufenthG)", LEFT, WIDTH, style.TITLE, direction="rtl")
    for number, text in enumerate(("أحضر الجواز.", "املأ الطلب «Antrag» ووقعه قبل 04.12.2026."), start=1):
        made += paragraph(text, LARGE, LEFT, WIDTH - 24, direction="rtl", bullet=f"{number}.", gap=4)
    made += pairs(
        [("الاسم", "محمد نظر الأحمدي"), ("رقم الملف", "33.2-12/345-B"), ("Telefon", "+49 341 998877")],
        LEFT,
        110,
        WIDTH,
        LARGE,
        direction="rtl",
    )
    made.append(head)
    for texts in PAPERS:
        cells = [
            Cell(column.left, column.width, "rtl").add(text, LARGE)
            for column, text in zip(columns, texts, strict=True)
        ]
        made += row(cells, rule=(LEFT, RIGHT), head=head)
    return made + paragraph(LONG * 5, LARGE, LEFT, WIDTH, direction="rtl", gap=10)


def made() -> bytes:
    """The hand-out as PDF, on pages so low that table and paragraph are cut."""
    buffer = BytesIO()
    size = (style.PAGE_WIDTH, style.PAGE_HEIGHT)
    canvas = Canvas(buffer, pagesize=size, invariant=1, initialFontName=latin(Face.REGULAR).fontName)
    Paper(canvas).draw(Document("Merkblatt", Frame(40, 40, 250), strips(), Plain()))
    canvas.save()
    return buffer.getvalue()
