"""Fonts and joined letters: from a stretch of text to runs of placed glyphs.

What a reader of the PDF can copy or search: lines of one direction in the order of reading, accents
included. In a line of both directions the readers we know turn stretches around by rules of their own,
so a name in another script stands on a line of its own wherever that is possible.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Any

import uharfbuzz
from bidi.mirror import MIRRORED
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from .breaking import SOFT_HYPHEN
from .directions import levels
from .fonts import Face, Outline, ScriptFont, arabic, font, font_of, latin

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_NOTHING = "\N{ZERO WIDTH JOINER}"  # an empty text would read as some letter


@dataclass(frozen=True, slots=True)
class Mark:
    """An accent or vowel sign, drawn as a shape at a place relative to the left end of its run, in units.

    As text it would be read on a line of its own, because its base line differs; its letter carries its
    text.
    """

    x: float
    y: float
    outline: Outline


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one font and one direction, its glyphs from left to right."""

    font: str
    text: str  # a ShapedStr where glyphs are placed one by one
    units: float  # length in thousandths of the size
    level: int = 0
    marks: tuple[Mark, ...] = ()
    missing: str = ""  # characters that no font has; each is drawn as a question mark in a diamond


class Shaper:
    """One paragraph of any scripts. `base` is 0 from left to right, 1 from right to left."""

    def __init__(self, text: str, face: Face, base: int) -> None:
        self.text = text
        self._fallback = latin(face)
        self._levels = levels(text, base)
        self._fonts = _font_of_each(text, face, self._levels)
        self._ends = _ends_of_stretches(self._fonts, self._levels)
        self._known: dict[tuple[int, int], tuple[Run, ...]] = {}

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs of text[start:end] in the order of reading."""
        known = self._known.get((start, end))
        if known is None:  # a word is measured before it is put on a line
            known = self._known[start, end] = tuple(self._runs(start, end))
        return known

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        while start < end:
            chosen, level = self._fonts[start], self._levels[start]
            stop = min(self._ends[start], end)
            text = self.text[start:stop].replace(SOFT_HYPHEN, "")
            if chosen is None:
                yield _missing(self._fallback, text, level)
            elif text:
                yield _shaped(chosen.fontName, text, level)
            start = stop


def _ends_of_stretches(fonts: Sequence[ScriptFont | None], levels: Sequence[int]) -> list[int]:
    """For every character where the stretch of one font and one level ends in which it stands."""
    ends: list[int] = []
    for _, stretch in groupby(zip(map(id, fonts), levels, strict=True)):
        length = len(list(stretch))
        ends += [len(ends) + length] * length
    return ends


def in_visual_order(runs: Sequence[Run]) -> list[Run]:
    """Rule L2: from the highest level down to the lowest odd one, everything that high turns around."""
    if not any(run.level for run in runs):
        return list(runs)
    stretches = [(level, list(members)) for level, members in groupby(runs, key=lambda run: run.level)]
    odd = [level for level, _ in stretches if level % 2]
    for height in range(max(level for level, _ in stretches), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(stretches):
            end = start
            while end < len(stretches) and stretches[end][0] >= height:
                end += 1
            stretches[start:end] = reversed(stretches[start:end])
            start = max(end, start + 1)
    return [run for level, members in stretches for run in (reversed(members) if level % 2 else members)]


def joined(runs: Sequence[Run]) -> Iterator[Run]:
    """Runs from the left; neighbours of one font and direction become one, so that they are drawn at once."""
    for (font_name, level, shaped), group in groupby(runs, key=_kind):
        members = list(group)
        if len(members) == 1:
            yield members[0]
            continue
        text = "".join([run.text for run in members])
        if shaped:
            text = ShapedStr(text, [place for run in members for place in run.text.__shapeData__])  # type: ignore[attr-defined]
        ends = list(accumulate(run.units for run in members))
        marks = [
            replace(mark, x=mark.x + end - run.units)
            for run, end in zip(members, ends, strict=True)
            for mark in run.marks
        ]
        missing = "".join([run.missing for run in members])
        yield Run(font_name, text, ends[-1], level, tuple(marks), missing)


def _kind(run: Run) -> tuple[str, int, bool]:
    return run.font, run.level, isinstance(run.text, ShapedStr)


# Fonts -------------------------------------------------------------------------------------------------


def _font_of_each(text: str, face: Face, levels: Sequence[int]) -> list[ScriptFont | None]:
    """The font of every character; None where no font has it.

    Letters take the first font that has them, marks and joiners stay with their letter. What stands between
    letters comes from the Latin font, and in what runs from right to left from the Arabic one, so that the
    two brackets of a pair look alike.
    """
    result: list[ScriptFont | None] = []
    previous: ScriptFont | None = None
    for character, level in zip(text, levels, strict=True):
        stays, own = _own_font(character, face.value, level % 2)
        if not (stays and previous is not None and (character in previous.characters or stays == "C")):
            previous = own
        result.append(previous)
    return result


@lru_cache(maxsize=4096)
def _own_font(character: str, face: str, odd: int) -> tuple[str, ScriptFont | None]:
    """The font of a character by itself, and M or C for one that rather stays with the letter before it."""
    kind = unicodedata.category(character)[0]
    if odd and kind in "ZPS" and character in arabic(Face(face)).characters:
        return "", arabic(Face(face))
    return (kind if kind in "MC" else ""), font_of(character, Face(face))


# Glyphs ------------------------------------------------------------------------------------------------


def plain(used: ScriptFont, text: str, level: int) -> Run:
    """One glyph for every character."""
    return Run(used.fontName, text, sum(map(used.units.__getitem__, text)), level)


@lru_cache(maxsize=8192)
def _shaped(font_name: str, text: str, level: int) -> Run:
    used = font(font_name)
    if level % 2 == 0 and all(unicodedata.category(character)[0] not in "MC" for character in text):
        return plain(used, text, level)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.direction = "rtl" if level % 2 else "ltr"  # never guessed: brackets would not be mirrored
    buffer.guess_segment_properties()
    uharfbuzz.shape(used.shaper, buffer, {"kern": True, "liga": True})
    letters, places, marks = [], [], []
    x = 0.0
    for cluster in _clusters(buffer, text):
        carrier = max(cluster.glyphs, key=lambda glyph: glyph.advance)
        for glyph in cluster.glyphs:
            if glyph is not carrier and glyph.advance == 0:
                outline = used.outline(glyph.number)
                marks.append(Mark(x + used.pdfScale(glyph.x), used.pdfScale(glyph.y), outline))
                continue
            code = used.code_for(
                glyph.number, _as_read(cluster.text, level) if glyph is carrier else _NOTHING
            )
            advance = used.pdfScale(glyph.advance)
            places.append(
                ShapeData(0, advance, 0, used.pdfScale(glyph.x), 0, used.face.charWidths[ord(code)])
            )
            letters.append(code)
            x += advance
    return Run(font_name, ShapedStr("".join(letters), places), x, level, tuple(marks))


@dataclass(frozen=True, slots=True)
class _Glyph:
    number: int
    advance: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Glyphs that cannot be told apart in the text, and that text."""

    glyphs: tuple[_Glyph, ...]
    text: str


def _clusters(buffer: Any, text: str) -> Iterator[_Cluster]:
    infos = buffer.glyph_infos
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    pairs = zip(infos, buffer.glyph_positions, strict=True)
    for start, group in groupby(pairs, key=lambda pair: pair[0].cluster):
        glyphs = (_Glyph(info.codepoint, at.x_advance, at.x_offset, at.y_offset) for info, at in group)
        yield _Cluster(tuple(glyphs), text[start : ends[start]])


def _as_read(text: str, level: int) -> str:
    """The text of a glyph as a reader expects it, who turns right-to-left stretches around himself."""
    return MIRRORED.get(text, text[::-1]) if level % 2 else text


def _missing(used: ScriptFont, text: str, level: int) -> Run:
    """A sign that something is missing for every character; copied, it still gives the character."""
    glyph = used.glyph_of(REPLACEMENT)
    codes = "".join(used.code_for(glyph, character) for character in text)
    width = used.units[REPLACEMENT]
    return Run(used.fontName, codes, width * len(codes), level, missing=text)
