"""Where a line may end: at spaces, inside words at hyphens, in words too long for a line between syllables.

There is no dictionary. A word is divided between syllables only if it does not fit on a line of its own,
so a rule of thumb will do: before the parts that German compounds often end with, else before the last
consonant of a group.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"

_WORD = re.compile("[^ ]+")
_INSIDE = re.compile(rf"(?<=[^\W\d_]{{2}}[-/–])(?=[^\W\d_]{{2}})|(?<={SOFT_HYPHEN})")
_FILE_NUMBER = re.compile(r"(?=[^ ]*\d)[A-ZÄÖÜ\d(]+(?:[-/.][A-ZÄÖÜ\d]+)+[).,;]*")
"""A number as offices give them, ABH-MUS-2210: it is read out and typed, so it stays in one piece."""
_IN_NEED = re.compile(rf"(?<=[-/.@_,;:)&=?{NO_BREAK_SPACE}])(?=.)")
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouyäöüáàâéèêíìîóòôúùûåæøı")
_ONSETS = tuple(
    "schl schm schn schr schw sch str chr ch ck ph qu bl br dr fl fr gl gr kl kr pf pl pr st tr".split()
)
"""What stays together before a vowel, longest first."""
_LAST_PARTS = re.compile(
    "(?<=[a-zäöüß]{3})(?=abschluss|antrag|arbeit|aufnahme|ausweis|ausübung|behörde|bescheid|bescheinigung"
    "|angehörig|belehrung|bestätigung|dauer|duldung|entbindung|erklärung|erlaubnis|gesetz|gestattung|genehmigung|karte|kommission"
    "|mitteilung|nachweis|ordnung|pflicht|prüfung|recht|schutz|sicherung|stelle|titel|unterhalt|urkunde"
    "|verfahren|verbot|verlängerung|versicherung|vertrag|zeugnis)"
)


@dataclass(frozen=True, slots=True)
class Breaker:
    """Breaks one text into lines. All lengths are in the unit of `measure`, the length of text[start:end].

    `space` is None where spaces differ, because they come from several fonts.
    """

    text: str
    measure: Callable[[int, int], float]
    space: float | None
    hyphen: float
    hyphenate: bool

    def lines(self, limit: float) -> Iterator[tuple[int, int, str]]:
        """Start, end and added hyphen of every line, each as full as it can be and none over its limit.

        A limit narrower than a single character is the only exception.
        """
        start = end = -1  # of the line being filled; -1 while it is empty
        filled = 0.0
        for word in _WORD.finditer(self.text):
            here, word_end = word.span()
            while here < word_end:
                gap = self._gap(end, here) if start >= 0 else 0.0
                length = self.measure(here, word_end)
                if filled + gap + length <= limit:
                    start = here if start < 0 else start
                    end, filled = word_end, filled + gap + length
                    break
                cut, hyphen = self._inside(here, word_end, limit - filled - gap)
                if cut:
                    yield (start if start >= 0 else here), cut, hyphen
                    here = cut
                elif start >= 0:
                    yield start, end, ""
                else:
                    cut, hyphen = self._anywhere(here, word_end, limit)
                    yield here, cut, hyphen
                    here = cut
                start, filled = -1, 0.0
        if start >= 0:
            yield start, end, ""

    def _gap(self, start: int, end: int) -> float:
        return self.measure(start, end) if self.space is None else self.space * (end - start)

    def _inside(self, start: int, end: int, room: float) -> tuple[int, str]:
        """The last place after a hyphen or at a soft hyphen that fits; place 0 if there is none."""
        if _FILE_NUMBER.fullmatch(self.text, start, end):
            return 0, ""
        for place in reversed([found.start() for found in _INSIDE.finditer(self.text, start, end)]):
            hyphen = "-" if self.text[place - 1] == SOFT_HYPHEN else ""
            needed = self.measure(start, place) + (self.hyphen if hyphen else 0.0)
            if start < place < end and needed <= room:
                return place, hyphen
        return 0, ""

    def _anywhere(self, start: int, end: int, room: float) -> tuple[int, str]:
        """The best place in a word that is longer than a line."""
        longest = self._longest_prefix(start, end, room)
        least = start + (longest - start) // 3
        places = [found.start() for found in _IN_NEED.finditer(self.text, start, longest)]
        if places and places[-1] > least:
            return places[-1], ""
        if self.hyphenate:
            divided = next(
                (found for found in _LETTERS.finditer(self.text, start, end) if found.end() > longest), None
            )
            if divided is not None:
                first = divided.start()
                with_hyphen = self._longest_prefix(start, end, room - self.hyphen)
                place = first + syllable(divided[0], with_hyphen - first)
                if place > max(first, least):
                    return place, "-"
        return longest, ""

    def _longest_prefix(self, start: int, end: int, room: float) -> int:
        """End of the longest beginning that fits, at least one character with its accents."""
        low, step = start, 16
        while low + step < end and self.measure(start, low + step) <= room:
            low += step
            step *= 2
        high = min(low + step, end)  # does not fit, or is the end, which does not fit either
        while high - low > 1:
            middle = (low + high) // 2
            if self.measure(start, middle) <= room:
                low = middle
            else:
                high = middle
        while low > start and self._belongs_to_previous(low):
            low -= 1
        if low == start:
            low += 1
            while low < end and self._belongs_to_previous(low):
                low += 1
        return low

    def _belongs_to_previous(self, place: int) -> bool:
        character = self.text[place]
        return (
            unicodedata.combining(character) != 0 or character in JOINERS or self.text[place - 1] in JOINERS
        )


def syllable(word: str, longest: int) -> int:
    """The last place not after `longest` where a word may be divided with a hyphen; 0 if there is none."""
    small = word.casefold()
    if len(small) != len(word):  # ß and a few others grow when folded
        small = word.lower()
    longest = min(longest, len(word) - 3)
    parts = [found.start() for found in _LAST_PARTS.finditer(small) if found.start() <= longest]
    if parts:
        return parts[-1]
    return next((place for place in range(longest, 2, -1) if _syllable_begins(small, place)), 0)


def _syllable_begins(word: str, place: int) -> bool:
    """Whether the last consonants before a vowel begin here, with a vowel somewhere before them."""
    onset = next((each for each in _ONSETS if word.startswith(each, place)), word[place])
    after = word[place + len(onset) : place + len(onset) + 1]
    return (
        word[place] not in _VOWELS
        and after in _VOWELS
        and not any(
            word.startswith(each, place - back) for back in (1, 2, 3) for each in _ONSETS if len(each) > back
        )
        and not _VOWELS.isdisjoint(word[:place])
    )
