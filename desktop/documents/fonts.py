"""The fonts of the process: registered once, asked which characters they have, given codes for shaped glyphs.

A shaped glyph (a joined Arabic letter, a ligature) has no character of its own. It gets a private code,
one for every pair of glyph and source text, and the font's map back to text ("ToUnicode") names the
source text for it; so a reader, a search or a copy finds the letters that were typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from .. import resources


class Face(Enum):
    """The cut of a text; scripts that lack one fall back to the nearest."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


_FAMILIES = {
    Face.REGULAR: ("NotoSans-Regular", "NotoNaskhArabic-Regular", "NotoSansEthiopic-Regular"),
    Face.BOLD: ("NotoSans-Bold", "NotoNaskhArabic-Bold", "NotoSansEthiopic-Bold"),
    Face.ITALIC: ("NotoSans-Italic", "NotoNaskhArabic-Regular", "NotoSansEthiopic-Regular"),
}
_PRIVATE = range(0xF0000, 0x10FFFE)  # planes 15 and 16: no font of ours has characters there


Point: TypeAlias = tuple[float, ...]
Outline: TypeAlias = tuple[tuple[float, ...], ...]
"""Steps of a shape: three numbers begin a part (x, y, 1), two go straight, six are a curve."""


class _Pen:
    """Collects an outline; quadratic curves become cubic ones."""

    def __init__(self, scaled: Callable[[float], float]) -> None:
        self.steps: list[tuple[float, ...]] = []
        self._scaled = scaled
        self._at: Point = (0.0, 0.0)

    def moveTo(self, point: Point) -> None:
        self._at = point
        self.steps.append((*self._all(point), 1))

    def lineTo(self, point: Point) -> None:
        self._at = point
        self.steps.append(self._all(point))

    def qCurveTo(self, control: Point, end: Point) -> None:
        first, second = (
            tuple(a + (c - a) * 2 / 3 for a, c in zip(at, control, strict=True)) for at in (self._at, end)
        )
        self.curveTo(first, second, end)

    def curveTo(self, first: Point, second: Point, end: Point) -> None:
        self._at = end
        self.steps.append(self._all(first, second, end))

    def closePath(self) -> None:
        """Every part is closed anyway."""

    def _all(self, *points: Point) -> tuple[float, ...]:
        return tuple(self._scaled(value) for point in points for value in point)


class ScriptFont(TTFont):  # type: ignore[misc]
    """A font that also carries codes for glyphs without a character."""

    def __init__(self, name: str) -> None:
        super().__init__(name, str(resources.path("fonts", f"{name}.ttf")), asciiReadable=False)
        self.characters = frozenset(map(chr, self.face.charToGlyph))
        self.units = {chr(code): width for code, width in self.face.charWidths.items()}
        """Advance of every character in thousandths of the size."""
        self.shaper = uharfbuzz.Font(self.hbFace)
        self._codes: dict[tuple[int, str], str] = {}
        self._sources: dict[int, str] = {}
        self._outlines: dict[int, Outline] = {}

    def code_for(self, glyph: int, source: str) -> str:
        """The private character that draws the glyph and reads as the source text (which may be empty)."""
        found = self._codes.get((glyph, source))
        if found is None:
            if len(self._codes) >= len(_PRIVATE):  # only reached by somebody who tries
                return next(code for (known, _), code in self._codes.items() if known == glyph)
            code = _PRIVATE[len(self._codes)]
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self.pdfScale(self.shaper.get_glyph_h_advance(glyph))
            self._sources[code] = source
            found = self._codes[glyph, source] = chr(code)
        return found

    def outline(self, glyph: int) -> Outline:
        """The shape of a glyph in thousandths of the size, y upwards."""
        if glyph not in self._outlines:
            pen = _Pen(self.pdfScale)
            self.shaper.draw_glyph_with_pen(glyph, pen)
            self._outlines[glyph] = tuple(pen.steps)
        return self._outlines[glyph]

    def glyph_of(self, character: str) -> int:
        return int(self.face.charToGlyph[ord(character)])

    def addObjects(self, document: Any) -> None:
        """Write the font, with our map from codes to text in place of the one that knows characters only."""
        subsets = list(self.state[document].subsets)
        written = set(document.idToObject)
        super().addObjects(document)
        prefix = "toUnicodeCMap:"
        added = [name for name in document.idToObject if name.startswith(prefix) and name not in written]
        for name, subset in zip(added, subsets, strict=True):
            content = _text_map(name.removeprefix(prefix), [self.reads_as(chr(code)) for code in subset])
            document.idToObject[name].content = content

    def reads_as(self, sign: str) -> str:
        """The text behind a character of ours; any other is itself."""
        return self._sources.get(ord(sign), sign)


def _text_map(name: str, sources: Sequence[str]) -> str:
    lines = [
        f"<{code:02X}> <{source.encode('utf-16-be').hex().upper()}>"
        for code, source in enumerate(sources)
        if source not in ("", "\0")
    ]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(
                line
                for start in range(0, len(lines), 100)  # the format allows a hundred entries a block
                for line in (
                    f"{len(lines[start : start + 100])} beginbfchar",
                    *lines[start : start + 100],
                    "endbfchar",
                )
            ),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


@cache
def latin(face: Face) -> ScriptFont:
    """The first font of a face; most sheets need no other, and each takes ten milliseconds to load."""
    return font(_FAMILIES[face][0])


@cache
def arabic(face: Face) -> ScriptFont:
    """The second font of a face."""
    return font(_FAMILIES[face][1])


def font_of(character: str, face: Face) -> ScriptFont | None:
    """The first font of a face that has a character; None if none has it."""
    return next((each for each in map(font, _FAMILIES[face]) if character in each.characters), None)


@cache
def font(name: str) -> ScriptFont:
    """One font by the name under which a PDF text object knows it."""
    loaded = ScriptFont(name)
    pdfmetrics.registerFont(loaded)
    return loaded
