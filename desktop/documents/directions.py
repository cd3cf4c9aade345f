"""Which way every character runs: levels by the Unicode bidirectional algorithm, on the whole paragraph.

Left alone, the algorithm prints "§ 25 Abs. 5" inside an Arabic sentence as "Abs. 5 25 §", and a number
after an Arabic name in a German sentence before that name. So stretches of the other direction are set
apart first, each alone:

    in a paragraph from right to left   every citation, amount, measure, day, telephone or file number and
                                        Latin name; of two that follow each other ("(ABH) (Jena)", the days
                                        of a span) the first stands to the right
    in a paragraph from left to right   every name or phrase in Arabic or Hebrew letters
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from unicodedata import bidirectional

from bidi import algorithm as bidi_algorithm

RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))

_LEFT_MARK, _RIGHT_MARK = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
_EMBED, _POP = "\N{LEFT-TO-RIGHT OVERRIDE}", "\N{POP DIRECTIONAL FORMATTING}"
"""An override, not an embedding: groups of Arabic digits run from left to right only if they are told to."""

_RTL_LETTER = "[\u0590-\u08ff]"
_RTL_STRETCH = re.compile(rf"{_RTL_LETTER}+(?:[ \u00a0'’.,،-]+{_RTL_LETTER}+)*")

_FIRST, _LAST = "A-Za-zÀ-ʯͰ-ӿḀ-ỿ0-9§€#ሀ-፼", "A-Za-zÀ-ʯͰ-ӿḀ-ỿ0-9€%§°²³ሀ-፼"
_LTR_STRETCH = re.compile(rf"(?:[+–-](?=[0-9])|[{_FIRST}])(?:[^\u0590-\u08ff\n]*[{_LAST}])?")
_GROUPED_DIGITS = re.compile("[٠-٩]+(?:[ \u00a0][٠-٩]+)+|[۰-۹]+(?:[ \u00a0][۰-۹]+)+")
_APART = re.compile(
    r"[ \u00a0]+[–—/|·-][ \u00a0]+"  # from – to, one / other
    r"|;[ \u00a0]+|,[ \u00a0]+(?=§|Art\.)"  # one citation after another
    r"|(?<=\d):[ \u00a0]+(?=\d)"  # a citation and the number it is about
    r"|(?<=\d\.\d{4}) ?[–-] ?(?=\d)"  # days
)
_NUMBER_OF_A_LIST = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)](?=[ \u00a0])")
_BRACKETS = {")": "(", "]": "[", "}": "{"}
_QUOTES = {"„": "“”", "“": "”", '"': '"', "‚": "‘’", "‘": "’"}
"""Quotation marks that no algorithm turns around."""


def base_level(text: str) -> int:
    """0 if the first letter with a direction runs left to right or there is none, else 1."""
    return int(bidi_algorithm.get_base_level(text))


def levels(text: str, base: int) -> list[int]:
    """The level of every character: even from left to right, odd from right to left."""
    classes = list(map(bidirectional, text))
    if base == 0 and RIGHT_TO_LEFT.isdisjoint(classes):
        return [0] * len(text)
    stretches = list(stretches_of(text, base))
    return _plain_levels(text, classes, base, stretches) or by_the_algorithm(text, base, stretches)


def by_the_algorithm(text: str, base: int, stretches: Sequence[tuple[int, int]] | None = None) -> list[int]:
    """The levels of any text, rule by rule, its stretches set apart."""
    storage: Any = bidi_algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    characters = list(with_controls(text, base, stretches_of(text, base) if stretches is None else stretches))
    bidi_algorithm.get_embedding_levels("".join(character for character, _ in characters), storage)
    for entry, (_, place) in zip(storage["chars"], characters, strict=True):
        entry["place"] = place
    bidi_algorithm.explicit_embed_and_overrides(storage)
    bidi_algorithm.resolve_weak_types(storage)
    bidi_algorithm.resolve_neutral_types(storage, False)
    bidi_algorithm.resolve_implicit_levels(storage, False)
    found: dict[int, int] = {entry["place"]: entry["level"] for entry in storage["chars"]}
    result: list[int] = []
    for place in range(len(text)):  # joiners and soft hyphens have no level of their own
        result.append(found.get(place, result[-1] if result else base))
    return result


# What stands apart already leaves little to decide: letters, spaces and points outside of the stretches all
# run with the paragraph, the letters of a stretch against it. Only digits of Arabic script need a look. The
# rules of the algorithm come to the same for such texts (a test compares the two) and take six times as long.

_NEUTRAL = frozenset(("NSM", "ON", "WS", "CS", "ES", "ET", "BN"))
_FROM_LEFT = _NEUTRAL | {"L", "EN"}
_LETTERS = frozenset(("R", "AL"))
_FROM_RIGHT = _NEUTRAL | _LETTERS
_LAST_OF_STRETCH = _LETTERS | {"AN", "EN"}
_ARABIC_DIGITS = re.compile("[٠-٩]+|[۰-۹]+")
_JOINS_DIGITS = frozenset(("ES", "ET", "NSM", "EN", "AN", "BN"))


def _plain_levels(
    text: str, classes: Sequence[str], base: int, stretches: Sequence[tuple[int, int]]
) -> list[int] | None:
    """The levels of a text in which nothing but its stretches has to be decided; None for any other."""
    found = [base] * len(text)
    inside = [False] * len(text)
    for start, end in stretches:
        last = end - 1
        while classes[last] == "NSM" and last > start:
            last -= 1
        if base == 0 and (classes[start] not in _LETTERS or classes[last] not in _LAST_OF_STRETCH):
            return None
        found[start:end] = [base + 1] * (end - start)
        inside[start:end] = [True] * (end - start)
    digits: set[int] = set()
    for match in _ARABIC_DIGITS.finditer(text):
        start, end = match.span()
        if base == 1 and inside[start]:
            continue  # read from left to right like everything around it
        if _is_joined(classes, start - 1, start - 2) or _is_joined(classes, end, end + 1):
            return None
        if base == 0 and "AL" not in _before_in_stretch(classes, inside, start):
            return None
        found[start:end] = [2] * (end - start)
        digits.update(range(start, end))
    for place, kind in enumerate(classes):
        if kind == "BN":
            found[place] = found[place - 1] if place else base
        elif inside[place]:
            if base == 0 and kind not in _FROM_RIGHT and place not in digits:
                return None
        elif kind not in (_FROM_RIGHT if base else _FROM_LEFT) and place not in digits:
            return None
    return found


def _is_joined(classes: Sequence[str], place: int, beyond: int) -> bool:
    """Whether what stands beside digits may belong to them."""
    if not 0 <= place < len(classes):
        return False
    if classes[place] == "CS":
        return 0 <= beyond < len(classes) and classes[beyond] in ("EN", "AN")
    return classes[place] in _JOINS_DIGITS


def _before_in_stretch(classes: Sequence[str], inside: Sequence[bool], start: int) -> set[str]:
    """The classes that stand in a stretch before one of its characters."""
    first = start
    while first > 0 and inside[first - 1]:
        first -= 1
    return set(classes[first:start])


def with_controls(text: str, base: int, stretches: Iterable[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """The characters with their places, and the invisible marks that set the stretches apart (place -1)."""
    before, after = (_RIGHT_MARK + _EMBED, _POP + _RIGHT_MARK) if base else ("", _LEFT_MARK)
    done = 0
    for start, end in stretches:
        yield from zip(text[done:start], range(done, start), strict=True)
        yield from ((control, -1) for control in before)
        yield from zip(text[start:end], range(start, end), strict=True)
        yield from ((control, -1) for control in after)
        done = end
    yield from zip(text[done:], range(done, len(text)), strict=True)


def stretches_of(text: str, base: int) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch that is set apart in a paragraph."""
    return _ltr_stretches(text) if base else _rtl_stretches(text)


def _rtl_stretches(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _RTL_STRETCH.finditer(text))


def _ltr_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch that stands for itself in a paragraph from right to left."""
    found = [
        part
        for stretch in _LTR_STRETCH.finditer(text)
        for start, end in _pieces(text, *stretch.span())
        for part in _without_lonely_brackets(text, start, end)
    ]
    found += [grouped.span() for grouped in _GROUPED_DIGITS.finditer(text)]
    return (_with_quotes(text, start, end) for start, end in sorted(found))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch cut where something new begins."""
    if not text[:start].strip() and (number := _NUMBER_OF_A_LIST.match(text, start, end)):
        yield start, number.end() - 1
        start = number.end() + 1
    for apart in _APART.finditer(text, start, end):
        yield start, apart.start()
        start = apart.end()
    yield start, end


def _without_lonely_brackets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a stretch between the brackets whose other half stands outside of it."""
    open_ones: list[int] = []
    lonely: list[int] = []
    for place in range(start, end):
        character = text[place]
        if character in _BRACKETS.values():
            open_ones.append(place)
        elif character in _BRACKETS:
            if open_ones and text[open_ones[-1]] == _BRACKETS[character]:
                open_ones.pop()
            else:
                lonely.append(place)
    for place in (*sorted(lonely + open_ones), end):
        stripped = text[start:place].strip(" \u00a0,.:")
        if stripped:
            first = text.index(stripped, start)
            yield first, first + len(stripped)
        start = place + 1


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    opening, closing = text[start - 1 : start], text[end : end + 1]
    return (start - 1, end + 1) if closing and closing in _QUOTES.get(opening, "") else (start, end)
