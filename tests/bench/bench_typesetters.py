"""The same letter and the same checklist set by Typst and by fpdf2, from the same font files.

The letter is given to both line by line, as ours breaks it; the checklist as a table of the same cells, which
they measure and break themselves. Both are asked the way their manuals show: Typst keeps its compiler, so
fonts are loaded once; fpdf2 reads the fonts for every document, because it has no other way. The client has
no Arabic name here, which would need settings of its own in each. Times are of the processor, all threads
together. `packaging/dev.py bench` installs both; they are no dependencies of the program.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from desktop import resources
from desktop.documents.build import pdf
from tests.bench.bench_documents import milliseconds
from tests.documents.reading import pages
from tests.documents.sample_checklist import CHECKLIST
from tests.documents.samples import AFTER_104C, PERSON, texts

pytestmark = pytest.mark.bench

GERMAN = texts("de")
LATIN = replace(PERSON, original_name="")
LETTER, LIST = replace(AFTER_104C, person=LATIN), replace(CHECKLIST, person=LATIN)
FONTS = resources.path("fonts")
HEADS = ("Unterlage", "Form", "Stand")
ROOM = 1.5
"""We want to be no slower; half is left for the noise of a busy machine."""
_NUMBERS = count(1)

TYPST = """
#set page(paper: "a4", margin: 20mm)
#set text(font: "Noto Sans", size: 9.5pt, lang: "de")
#set par(leading: 0.5em, spacing: 0.6em)
#let given = json(bytes(sys.inputs.given))
#for line in given.lines [#line #parbreak()]
#if given.rows.len() > 0 {
  table(
    columns: (1fr, 66pt, 90pt),
    stroke: (bottom: 0.5pt),
    table.header(..given.heads.map(head => strong(head))),
    ..given.rows.map(row => (
      [*#row.at(0)* \\ #text(size: 8.5pt, row.at(1))], row.at(2), row.at(3)
    )).flatten()
  )
}
"""


def lines_of_letter() -> list[str]:
    return [line for page in pages(pdf([LETTER], GERMAN)) for line in page.splitlines() if line.strip()]


def cells_of_list() -> list[tuple[str, str, str, str]]:
    return [
        (row.name, f"{row.why} {row.cite}", row.hand_in.value, row.state.value if row.state else "fehlt")
        for group in LIST.groups
        for row in group.rows
    ]


def with_typst(folder: Path, lines: list[str], rows: list[tuple[str, str, str, str]]) -> Callable[[], bytes]:
    typst = pytest.importorskip("typst", reason="not installed: packaging/dev.py bench brings it")
    template = folder / "sheet.typ"
    template.write_text(TYPST, encoding="utf-8")
    compiler = typst.Compiler(str(template), font_paths=[str(FONTS)], ignore_system_fonts=True)

    def make() -> bytes:
        fresh = next(_NUMBERS)  # in every line, or Typst would take the whole line from the last sheet
        numbered = [f"{line} {fresh}" for line in lines]
        again = [(name, f"{why} {fresh}", form, state) for name, why, form, state in rows]
        given = {"lines": numbered, "rows": again, "heads": HEADS}
        made: bytes = compiler.compile(format="pdf", sys_inputs={"given": json.dumps(given)})
        return made

    return make


def with_fpdf2(_: Path, lines: list[str], rows: list[tuple[str, str, str, str]]) -> Callable[[], bytes]:
    fpdf = pytest.importorskip("fpdf", reason="fpdf2 is not installed: packaging/dev.py bench brings it")

    def make() -> bytes:
        sheet = fpdf.FPDF(format="A4")
        sheet.set_margin(20)
        sheet.add_font("Noto", "", FONTS / "NotoSans-Regular.ttf")
        sheet.add_font("Noto", "B", FONTS / "NotoSans-Bold.ttf")
        sheet.add_page()
        sheet.set_font("Noto", size=9.5)
        for line in lines:
            sheet.multi_cell(0, 4.4, f"{line} {next(_NUMBERS)}", new_x="LMARGIN", new_y="NEXT")
        if rows:
            with sheet.table(col_widths=(60, 15, 25), line_height=4.4) as table:
                table.row(HEADS)
                for name, why, form, state in rows:
                    table.row((f"{name}\n{why}", form, state))
        return bytes(sheet.output())

    return make


@pytest.mark.parametrize("kind", ["letter", "checklist"])
@pytest.mark.parametrize("other", [with_typst, with_fpdf2], ids=["typst", "fpdf2"])
def test_the_same_sheet(kind, other, tmp_path):
    given = (lines_of_letter(), []) if kind == "letter" else ([], cells_of_list())
    make = other(tmp_path, *given)
    expected = "Sehr geehrte Damen und Herren" if kind == "letter" else CHECKLIST.groups[0].rows[0].name[:12]
    assert expected in " ".join(pages(make())).replace("\n", " ")
    sheet = LETTER if kind == "letter" else LIST
    pdf([sheet], GERMAN)
    ours, theirs = milliseconds(lambda: pdf([sheet], GERMAN)), milliseconds(make, 9)
    name = other.__name__.removeprefix("with_")
    print(f"{kind} beside {name}: {ours / theirs:.2f} ({ROOM}) {theirs:.1f} ms {name}, {ours:.1f} ms ours")
    assert ours <= ROOM * theirs
