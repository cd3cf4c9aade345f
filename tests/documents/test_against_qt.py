"""Every hard sentence set by Qt too, line by line: the same breaks, the same order, the same places.

Qt is told the fonts of the runs and gets the marks that set citations apart; it breaks the lines, finds the
directions, joins the letters and measures by itself. Two things differ by intention: we do not kern Latin,
and a point after a Latin word in an Arabic sentence has its Arabic form.
"""

from dataclasses import dataclass, replace
from itertools import accumulate

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfbase.ttfonts import ShapedStr

from desktop.documents import typography
from desktop.documents.directions import stretches_of, with_controls
from desktop.documents.fonts import Face
from desktop.documents.handout import SAID
from desktop.documents.shaping import Run, in_visual_order
from desktop.documents.style import MM
from desktop.documents.typography import clean, keep_together, wrap
from desktop.services.handouts.languages import languages
from desktop.services.handouts.translations import translation
from tests.documents import specimens
from tests.documents.qt_setting import SetLine, set_lines
from tests.documents.specimens import Specimen
from tests.documents.test_specimens import reads_as

TOLERANCE = 20.0
"""Thousandths of the size, 0.2 points in a text of 11: Qt kerns Arabic words over the space between them."""
LATIN_POINT = 70.0
"""So much wider is the form of a point that Qt takes where the word before it is Latin."""
LIGATURE = 200.0
"""So much more room Qt wants for a line that ends with two letters drawn as one."""

OTHER_BREAKS = {
    "a long word": "Qt measures the last letter joined to the next, which then stands on another line",
    "mail and page": "Qt ends a line after https://; an address is copied more safely as a whole",
}
"""Where Qt ends its lines elsewhere, and why ours are right."""

COLUMN = (210 - 2 * 18 - 9) / 2 * MM
"""Width of one of the two columns of a hand-out."""

PARAGRAPHS = [
    (specimen, text) for specimen in specimens.ALL for text in specimen.text.split("\n") if text.strip()
]


@dataclass
class Placed:
    """A run of ours, where it begins in the text, and its left end in units from the left end of its line."""

    run: Run
    start: int
    left: float


def first_offset(run: Run) -> float:
    """How far the leftmost glyph of a run stands from the run's left end, in units."""
    if not isinstance(run.text, ShapedStr):
        return 0.0
    pens = accumulate((each.x_advance for each in run.text.__shapeData__), initial=0)
    return min(
        pen + each.x_offset for pen, each in zip(pens, run.text.__shapeData__, strict=False) if each.x_advance
    )


@pytest.fixture
def ours(monkeypatch):
    """Sets a paragraph and tells every line's runs with their places in the text."""
    recorded: list[tuple[list[Run], list[Run]]] = []

    def record(runs):
        apart = [replace(run) for run in runs]  # so that two spaces, which are one run, can be told apart
        recorded.append((apart, in_visual_order(apart)))
        return recorded[-1][1]

    monkeypatch.setattr(typography, "in_visual_order", record)

    def make(text: str, specimen: Specimen) -> list[list[Placed]]:
        recorded.clear()
        lines = wrap(
            text,
            Face.REGULAR,
            specimen.size,
            specimen.width,
            direction=specimen.direction,
            hyphenate=False,
        )
        orders = recorded[-len(lines) :] or [(list(line.runs), list(line.runs)) for line in lines]
        placed, done = [], 0
        for line, (read, seen) in zip(lines, orders, strict=True):
            ends = accumulate(run.units for run in seen)
            lefts = {id(run): end - run.units for run, end in zip(seen, ends, strict=True)}
            assert sum(run.units for run in line.runs) == pytest.approx(sum(run.units for run in seen))
            members = []
            for run in read:
                shown = reads_as(run)
                done = text.index(shown, done)
                members.append(Placed(run, done, lefts[id(run)]))
                done += len(shown)
            placed.append(members)
        return placed

    return make


def _marked(text: str, base: int) -> str:
    """The text with the invisible marks that set its stretches apart, for Qt."""
    return "".join(character for character, _ in with_controls(text, base, stretches_of(text, base)))


def like_qt(ours, specimen: Specimen, typed: str, slacks: tuple[float, ...] = ()) -> None:
    """Raises AssertionError where Qt breaks a line elsewhere or puts a run at another place.

    `slacks`: how much wider or narrower, in units, the column of Qt may be for its breaks to be the same.
    """
    text = keep_together(clean(typed))
    from_right = specimen.direction == "rtl"
    placed = ours(text, specimen)
    fonts = [
        (each.start, each.start + len(reads_as(each.run)), each.run.font) for line in placed for each in line
    ]
    shown = ["".join(reads_as(each.run) for each in line).strip(" ") for line in placed]
    marked, units = _marked(text, int(from_right)), specimen.width * 1000 / specimen.size
    for slack in (0.0, *slacks):
        theirs = set_lines(marked, fonts, units + slack, from_right=from_right)
        if shown == [line.text for line in theirs]:
            break
    assert (shown == [line.text for line in theirs]) == (specimen.name not in OTHER_BREAKS)
    if specimen.name in OTHER_BREAKS:
        return
    for line, other in zip(placed, theirs, strict=True):
        same_places(line, other)


def same_places(line: list[Placed], other: SetLine) -> None:
    """One line: every run begins where Qt has it, but for the forms of points that differ by intention."""
    shifts = [
        (each.left, other.widths[each.start] - each.run.units)
        for each in line
        if reads_as(each.run) in (".", ",", ":") and each.run.level == 1
    ]
    assert all(abs(more) < LATIN_POINT for _, more in shifts)
    for each in line:
        read = reads_as(each.run)
        lefts = [
            other.places[place]
            for place in range(each.start, each.start + len(read))
            if place in other.places
        ]
        if lefts:  # not a space alone
            shift = sum(more for left, more in shifts if left < each.left)
            expected = each.left + first_offset(each.run) + shift
            assert min(lefts) == pytest.approx(expected, abs=TOLERANCE), read
    width = sum(each.run.units for each in line) + sum(more for _, more in shifts)
    assert other.units == pytest.approx(width, abs=TOLERANCE)


@pytest.mark.parametrize(
    ("specimen", "typed"), PARAGRAPHS, ids=[f"{each.name}-{text[:9]}" for each, text in PARAGRAPHS]
)
def test_qt_sets_the_same_lines(qtbot: QtBot, ours, specimen, typed):
    like_qt(ours, specimen, typed)


@pytest.mark.parametrize("code", [each.code for each in languages().values() if each.right_to_left])
def test_qt_sets_every_statement_of_the_hand_outs_alike(qtbot: QtBot, ours, code):
    """In the column and the size in which they are printed.

    A line may just fit for one of the two and just not for the other: Qt may have a little more or less room.
    """
    for name, each in translation(code).renderings.items():
        if name.startswith("frame."):
            continue
        like_qt(
            ours,
            Specimen(name, each.text, "rtl", COLUMN - 25, SAID.size * 1.06),
            each.text,
            (TOLERANCE, -TOLERANCE, LIGATURE),
        )
