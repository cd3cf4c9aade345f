"""The same text set by Qt's own text engine from the same font files: an eye that shares no code with us."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop import resources

CONTROLS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
_PIXELS = 400
"""Size of the text while Qt sets it: so large that nothing is rounded that could be seen."""


@dataclass(frozen=True)
class SetLine:
    """One line. `places`: the left end of every glyph that takes room, by its place in the text, in units.

    `widths`: how much room each of these glyphs takes.
    """

    text: str
    places: Mapping[int, float]
    widths: Mapping[int, float]
    units: float


@cache
def _family(font: str) -> str:
    number = QFontDatabase.addApplicationFont(str(resources.path("fonts", f"{font}.ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _font(name: str) -> QFont:
    font = QFont(_family(name))
    font.setPixelSize(_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setKerning("Arabic" in name)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font


def set_lines(
    text: str, fonts: Iterable[tuple[int, int, str]], units: float, *, from_right: bool
) -> list[SetLine]:
    """Lines no wider than `units` thousandths of the size; `text` may hold controls, places skip them.

    `fonts`: start, end and font of every stretch, as places in the text without controls.
    """
    where = [place for place, sign in enumerate(text) if sign not in CONTROLS]  # place without -> with
    layout = QTextLayout(text, _font("NotoSans-Regular"))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_format(where[start], where[end - 1] + 1, name) for start, end, name in fonts])
    without = {place: number for number, place in enumerate(where)}
    found = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(units * _PIXELS / 1000)
        found.append(_seen(line, text, without))
    layout.endLayout()
    return found


def _format(start: int, end: int, font: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    look = QTextCharFormat()
    look.setFont(_font(font))
    made.start, made.length, made.format = start, end - start, look
    return made


def _seen(line: QTextLine, text: str, without: Mapping[int, int]) -> SetLine:
    boxes: dict[int, tuple[float, float]] = {}
    for run in line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
        advances = _advances(run.rawFont(), run.glyphIndexes())
        for index, point, advance in zip(run.stringIndexes(), run.positions(), advances, strict=True):
            if advance and text[index].strip(" ") and index in without:
                left, right = point.x() * 1000 / _PIXELS, (point.x() + advance) * 1000 / _PIXELS
                known = boxes.get(without[index], (left, right))
                boxes[without[index]] = min(left, known[0]), max(right, known[1])
    start = min(left for left, _ in boxes.values())
    end = max(right for _, right in boxes.values())
    shown = text[line.textStart() : line.textStart() + line.textLength()]
    return SetLine(
        "".join(sign for sign in shown if sign not in CONTROLS).strip(" "),
        {place: left - start for place, (left, _) in boxes.items()},
        {place: right - left for place, (left, right) in boxes.items()},
        end - start,
    )


def _advances(font: QRawFont, glyphs: Sequence[int]) -> list[float]:
    return [point.x() for point in font.advancesForGlyphIndexes(list(glyphs))]
