"""What a person typed becomes lines that can be drawn: cleaned, kept together, broken, clipped.

Only this module and those below it (`shaping`, `breaking`, `fonts`) know scripts. Most texts are Latin,
Greek or Cyrillic without surprises and are measured by adding advances; the rest goes the long way
through `shaping`.

Lengths of text are in thousandths of the font size ("units"), so a measured line fits every size.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from .breaking import JOINERS, NO_BREAK_SPACE, SOFT_HYPHEN, Breaker
from .directions import RIGHT_TO_LEFT, base_level
from .fonts import Face, latin
from .shaping import REPLACEMENT, Run, Shaper, in_visual_order, joined, plain

Direction = Literal["ltr", "rtl", "auto"]

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, its runs in the order in which they stand on paper, from the left."""

    runs: tuple[Run, ...]
    units: float

    def width(self, size: float) -> float:
        """In points, at a font size in points."""
        return self.units * size / 1000


EMPTY = Line((), 0.0)

# Cleaning ----------------------------------------------------------------------------------------------

_SAME_LOOK = str.maketrans(
    {"\N{MINUS SIGN}": "–", "\N{NARROW NO-BREAK SPACE}": NO_BREAK_SPACE, "\N{FIGURE SPACE}": NO_BREAK_SPACE}
)
"""Signs that no font of ours has, or that must not become a space to break at, and what looks the same."""
_PRESENTATION_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC = "\u0620-\u08ff"
_ACCENT = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_PILED_ACCENTS = re.compile(f"({_ACCENT}{{6}}){_ACCENT}+")
_LONELY_JOINERS = re.compile(f"(?<![{_ARABIC}])[{JOINERS}]+|[{JOINERS}]+(?![{_ARABIC}])")


def clean(text: str) -> str:
    """Text without anything that could act on its surroundings; line ends stay, other white space is a space.

    Composed (NFC). Direction controls, zero-width and other format characters go, except soft hyphens
    and the joiners inside Arabic words, where they are spelling; half surrogates and the like become
    U+FFFD. No letter keeps more than six accents.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.translate(_SAME_LOOK)
    text = _PRESENTATION_FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = _PILED_ACCENTS.sub(r"\1", text)
    return _LONELY_JOINERS.sub("", "".join(map(_cleaned, text)))


@lru_cache(maxsize=4096)
def _cleaned(character: str) -> str:
    if character.isprintable() or character in (NO_BREAK_SPACE, SOFT_HYPHEN, "\n") or character in JOINERS:
        return character
    kind = unicodedata.category(character)
    if kind in ("Zl", "Zp"):
        return "\n"
    if kind == "Zs" or character in "\t\v\f":
        return " "
    return "" if kind in ("Cc", "Cf") else REPLACEMENT


_MAY_CITE = re.compile("§|\\bAnlagen? |Art\\.|Abs\\.|Nr\\.|€|×|%|« | [:;!?»]|(?<!\\d)[+0٠۰]\\d")
_BEFORE_NUMBER = (
    "§",
    "Abs.",
    "S.",
    "Satz",
    "Sätze",
    "Nr.",
    "Nrn.",
    "Art.",
    "Alt.",
    "Anlage",
    "Anlagen",
    "no.",
    "nos.",
    "s.",
    "sentence",
    "sentences",
    "€",
)
_IN_CITATION = re.compile(  # begins with the space, so that most of a text is passed over at once
    " (?:(?=[\\d(×€%mc])(?:(?=\\d)(?:"
    + "|".join(rf"(?<=\b{word} )" if word[0].isalpha() else rf"(?<={word} )" for word in _BEFORE_NUMBER)
    + r"|(?<=× )|(?<=\(EU\) ))"
    r"|(?<=\d )(?=(?:€|mm|cm|%)(?!\w)|× ?\d)|(?<=\bVO )(?=\(EU\)))"
    r"|(?<=Buchst\. )(?=\w)"
    r"|(?<=[0-9a-z] )(?=(?:Abs\.|S\.|Nr\.|Nrn\.|Satz|Alt\.|s\.|no\.) ?\d|Buchst\. ?\w|VO \(EU\))"
    r"|(?<=[0-9a-z)] )(?=[A-ZÄÖÜ][A-Za-zÄÖÜäöü]*(?:G|V|VO|GB|GO)\b)"
    r"|(?<=\d, )(?=\d{1,3}[a-z]? [A-ZÄÖÜ][A-Za-zÄÖÜäöü]*(?:G|V|VO|GB|GO)\b)"
    r"|(?<=\bSGB )(?=[IVX]+\b)"
    r"|(?<=« )|(?=[:;!?»](?:[ ,.)\u00a0]|$)))"  # French sets a space there that never ends a line
)
_TELEPHONE = re.compile(r"(?<![\w.,/-])(?:\+\d|\(?[0٠۰]\d)[\d()]*(?:[ /-]{1,3}\(?\d[\d()]*){1,6}(?!\w)")


def keep_together(text: str) -> str:
    """The text with no-break spaces inside citations, amounts, measures and telephone numbers.

    § 25 Abs. 5 AufenthG, 93,00 €, 35 × 45 mm, 0151 2345678.
    """
    if not _MAY_CITE.search(text):
        return text
    text = _TELEPHONE.sub(lambda number: number[0].replace(" ", NO_BREAK_SPACE), text)
    return _IN_CITATION.sub(NO_BREAK_SPACE, text)


# What can be drawn ---------------------------------------------------------------------------------------


@cache
def _simple(face: Face) -> frozenset[str]:
    """Characters of the first font that need neither shaping nor another direction."""
    return frozenset(
        character
        for character in latin(face).characters
        if unicodedata.category(character)[0] not in "MC"
        and unicodedata.bidirectional(character) not in RIGHT_TO_LEFT
    )


def line(text: str, face: Face = Face.REGULAR, direction: Direction = "auto") -> Line:
    """The text on one line, however long; line ends count as spaces.

    With the direction `auto` the first letter that has one decides, as for a name that stands alone.
    """
    paragraph = _paragraph(one_line(text), face, direction)
    return paragraph.line(0, len(paragraph.text))


def clip(text: str, face: Face, size: float, width: float, direction: Direction = "auto") -> Line:
    """The text on one line, cut with an ellipsis if it is wider than `width` points at `size` points."""
    text = keep_together(one_line(text))
    limit = width * 1000 / size
    if len(text) < limit:  # hardly anything is narrower than one unit
        whole = line(text, face, direction)
        if whole.units <= limit:
            return whole
    fits, too_long = 0, min(len(text), int(limit / 100) + 8)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if line(text[:middle].rstrip() + ELLIPSIS, face, direction).units <= limit:
            fits = middle
        else:
            too_long = middle
    return line(text[:fits].rstrip() + ELLIPSIS, face, direction)


def wrap(
    text: str,
    face: Face,
    size: float,
    width: float,
    *,
    direction: Direction = "ltr",
    hyphenate: bool = True,
    most: int | None = None,
) -> list[Line]:
    """The text in lines no wider than `width` points; an empty text has no lines.

    Long words break at hyphens and soft hyphens, then between syllables if `hyphenate` (never for names and
    numbers, which would read differently with a hyphen), then anywhere. A text of more than `most` lines ends
    with an ellipsis.
    """
    limit = width * 1000 / size
    cleaned = clean(text)
    if most is not None:  # no letter we know is narrower than a tenth of its size
        cleaned = cleaned[: int(most * limit / 100) + 1]
    lines = _lines(cleaned, face, limit, direction, hyphenate)
    if most is not None and len(lines) > most:
        fits, too_long = 0, len(cleaned)
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            shorter = _lines(cleaned[:middle].rstrip() + ELLIPSIS, face, limit, direction, hyphenate)
            fits, too_long, lines = (
                (middle, too_long, shorter) if len(shorter) <= most else (fits, middle, lines)
            )
        return lines[:most]
    return lines


def _lines(text: str, face: Face, limit: float, direction: Direction, hyphenate: bool) -> list[Line]:
    lines: list[Line] = []
    for part in text.split("\n"):
        stripped = part.strip(" ")
        if stripped:
            lines += _paragraph(keep_together(stripped), face, direction).lines(limit, hyphenate)
        elif lines:
            lines.append(EMPTY)
    while lines and lines[-1] is EMPTY:
        lines.pop()
    return lines


def one_line(text: str) -> str:
    """The cleaned text with spaces for line ends."""
    return clean(text).replace("\n", " ").strip(" ")


# Paragraphs ----------------------------------------------------------------------------------------------


class _Simple:
    """A paragraph of one font, left to right, one glyph for every character."""

    def __init__(self, text: str, face: Face) -> None:
        self.text = text
        self._font = latin(face)
        self._advances = self._font.units
        self._space: float | None = self._advances[" "]

    def units(self, start: int, end: int) -> float:
        shown = self.text[start:end].replace(SOFT_HYPHEN, "")
        return float(sum(map(self._advances.__getitem__, shown)))

    def line(self, start: int, end: int, hyphen: str = "") -> Line:
        text = self.text[start:end].replace(SOFT_HYPHEN, "").strip(NO_BREAK_SPACE) + hyphen
        run = plain(self._font, text, 0)
        return Line((run,), run.units)

    def lines(self, limit: float, hyphenate: bool) -> Iterator[Line]:
        whole = self.line(0, len(self.text))
        if whole.units <= limit:  # most texts are short
            yield whole
            return
        breaker = Breaker(self.text, self.units, self._space, self._advances["-"], hyphenate)
        for start, end, added in breaker.lines(limit):
            yield self.line(start, end, added)


class _Mixed(_Simple):
    """A paragraph of several scripts: right to left, joined letters, placed accents, missing characters."""

    def __init__(self, text: str, face: Face, base: int) -> None:
        super().__init__(text, face)
        self._base, self._space = base, None
        self._shaper = Shaper(text, face, base)

    def units(self, start: int, end: int) -> float:
        return sum(run.units for run in self._shaper.runs(start, end))

    def line(self, start: int, end: int, hyphen: str = "") -> Line:
        while end > start and self.text[end - 1] in (" ", NO_BREAK_SPACE):
            end -= 1
        runs = [
            run
            for part in _WORD_OR_SPACE.finditer(self.text, start, end)
            for run in self._shaper.runs(part.start(), part.end())
        ]
        if hyphen:
            runs.append(plain(self._font, hyphen, self._base))
        return Line(tuple(joined(in_visual_order(runs))), sum(run.units for run in runs))


_WORD_OR_SPACE = re.compile(
    "[^ ]+| +"
)  # the same parts that are measured, so that shaped words are found again


def _paragraph(text: str, face: Face, direction: Direction) -> _Simple:
    if direction != "rtl" and _simple(face).issuperset(text.replace(SOFT_HYPHEN, "")):
        return _Simple(text, face)
    return _Mixed(text, face, base_level(text) if direction == "auto" else int(direction == "rtl"))
