"""Which of many names a few typed letters mean. No Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.cases.names import clean

Named = tuple[str, str]
"""A code and its words."""

_WORD = re.compile(r"[^\W_]+")
_DULDUNG = re.compile(r"^D(?=\d)")
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LEFT_OUT = {"abs", "s", "nr", "satz", "absatz", "aufenthg"}


def matches(typed: str, options: Sequence[Named]) -> list[Named]:
    """Options in which every typed word begins a word; sections may be typed together (253, 25b1, 60a).

    Those whose section is meant exactly stand first, otherwise the order stays.
    """
    wanted = _words(typed)
    together = "".join(wanted)
    if not wanted:
        return list(options)
    ranked = []
    for number, (code, words) in enumerate(options):
        inside = [*_words(words), *_words(_DULDUNG.sub("", code))]
        section = "".join(word for word in _words(words)[:6] if word not in _LEFT_OUT)
        section_code = "".join(_words(_DULDUNG.sub("", code.partition(":")[2] or code)))
        if section_code == together:
            rank = 0
        elif all(any(word.startswith(each) for word in inside) for each in wanted):
            rank = 1
        elif section.startswith(together) or section_code.startswith(together):
            rank = 2
        else:
            continue
        ranked.append((rank, number))
    return [options[number] for _, number in sorted(ranked)]


def _words(text: str) -> list[str]:
    return _WORD.findall(clean(text).replace("_", " ").lower().translate(_FOLDED))
