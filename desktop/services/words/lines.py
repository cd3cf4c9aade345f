"""Lines of text for a terminal or a text file: wrapped, hanging under their first word."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from desktop.texts import NO_BREAK_SPACE

WIDTH = 100
_GLUED = re.compile(r"(?<=§) |(?<=\bS\.) |(?<=\bAbs\.) |(?<=\bNr\.) |(?<=\bAlt\.) ")


def wrapped(text: str, indent: int = 0, sign: str = "") -> Iterator[str]:
    """A text in lines; a sign stands before the first one, the others begin under its first word."""
    first = " " * indent + (f"{sign} " if sign else "")
    lines = textwrap.wrap(
        _GLUED.sub(NO_BREAK_SPACE, text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (line.replace(NO_BREAK_SPACE, " ") for line in lines)


def table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Columns apart by two blanks, each as wide as its widest entry."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
