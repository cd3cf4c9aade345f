"""Finding a client by spelling, birth date or file number.

Every client has words in the table `search_word`: the folded words of all names, the sound of each, the birth
date, the file numbers and telephone numbers. A query is cut into words; a client is found if every one of
them begins one of the client's words. Folding makes ü, ue and u equal; the sound drops vowels and writes
alike what transliterations write differently, so that Mohamad finds Muhammed. Exact spellings come first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from .rows.base import Image

_AS_SPELLED = "'n', 'f'"
_BY_SOUND = "'s'"
_BY_DAY = "'d'"

_LEAST_SOUND = 2  # a shorter sound would find half of the office
_LETTERS_BEFORE_SOUND = 3

_SPECIAL = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "č": "ch"}
)
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_WORD = re.compile(r"[^\W_]+")
_QUOTES = re.compile(r"['’‘ʼʾʿ`´]")
# Longest first: spellings of one consonant in the transcriptions of Arabic, Persian, Tigrinya, Ukrainian.
_SOUNDS = (
    ("dsch", "j"), ("tsch", "c"), ("sch", "s"), ("kh", "h"), ("ch", "h"), ("gh", "g"), ("sh", "s"),
    ("zh", "s"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("dj", "j"), ("dz", "s"), ("ts", "s"), ("tz", "s"),
    ("ck", "k"), ("qu", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("z", "s"), ("x", "ks"),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouyj")
_FIRST_VOWELS = {"a": "a", "e": "ai", "i": "i", "y": "i", "j": "i", "o": "u", "u": "u"}
_TELEPHONE = re.compile(r"[\d ()/+-]{6,}")
_DAY = re.compile(r"(\d{1,2})\.(?:(\d{1,2})\.(\d{4})?)?\Z")
_MONTH = re.compile(r"(\d{1,2})\.(\d{4})\Z")


def folded(text: str) -> str:
    """Lower case, without accents, umlauts as their base letter: what names are sorted and compared by."""
    composed = unicodedata.normalize("NFKC", text)
    plain = _QUOTES.sub("", composed).casefold().translate(_SPECIAL)
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter)
    )
    for pair, single in _UMLAUTS:
        bare = bare.replace(pair, single)
    return " ".join(_WORD.findall(bare))


def sounds(word: str) -> set[str]:
    """The consonants of a folded word, each in one spelling, after its first vowel; two for E (A or I).

    Empty where too little is left to tell names apart.
    """
    for spelling, letter in _SOUNDS:
        word = word.replace(spelling, letter)
    word = re.sub(r"(.)\1+", r"\1", word)
    first, rest = word[:1], word[1:].translate(_VOWELS)
    if len(rest) > 1:
        rest = rest.removesuffix("h")  # Fatimah
    if rest.endswith("t"):
        rest = f"{rest[:-1]}d"  # Ahmet
    if len(first + rest) < _LEAST_SOUND:
        return set()
    return {letter + rest for letter in _FIRST_VOWELS.get(first, first)}


def words_of(image: Image) -> set[tuple[str, str]]:
    """The search words of a client row, each with its kind (see `SearchWordRow`)."""
    names = {word for key in ("name", "original_name") for word in folded(image[key]).split()}
    found = {(word, "n") for word in names}
    found |= {(sounding, "s") for name in names for sounding in sounds(name)}
    if image["born_from"] is not None and image["born_from"] == image["born_to"]:
        born = image["born_from"]
        found |= {(born, "d"), (born[5:], "d")}
    elif image["born_from"] is not None:
        found.add((image["born_from"][:4], "d"))
    for key in ("file_number", "authority_file_number"):
        parts = folded(image[key]).split()
        found |= {(word, "f") for word in ("".join(parts), *parts) if word}
    found |= {("".join(re.findall(r"\d", number)), "f") for number in _TELEPHONE.findall(image["contact"])}
    return {(word, kind) for word, kind in found if word}


def refresh(database: dbapi2.Connection, client: UUID, image: Image | None) -> None:
    """Make the words of a client those of its row; none for a client that is gone (None)."""
    query = "SELECT word, kind FROM search_word WHERE client_id = ?"
    stored = set(database.execute(query, (client.hex,)).fetchall())
    wanted = set() if image is None else words_of(image)
    one = "word = ? AND kind = ? AND client_id = ?"
    database.executemany(f"DELETE FROM search_word WHERE {one}", _with(client, stored - wanted))
    database.executemany(
        "INSERT INTO search_word (word, kind, client_id) VALUES (?, ?, ?)", _with(client, wanted - stored)
    )


class Reach(NamedTuple):
    """Search words from `low` up to but without `high`, of some kinds."""

    low: str
    high: str
    kinds: str

    @property
    def condition(self) -> str:
        return f"(word >= ? AND word < ? AND kind IN ({self.kinds}))"


class Query:
    """A query as SQL: `matching` selects client ids, `closeness` orders exact spellings first."""

    def __init__(self, typed: str) -> None:
        self._words = [word for raw in typed.split() for word in _words(raw)]

    @property
    def empty(self) -> bool:
        return not self._words

    @property
    def first_letter(self) -> tuple[str, str] | None:
        """The borders of names that begin with a query of one letter; None for a longer one."""
        if len(self._words) != 1 or len(self._words[0]) != 1 or len(self._words[0][0].low) != 1:
            return None
        low, high, _ = self._words[0][0]
        return low, high

    @property
    def matching(self) -> tuple[str, list[str]]:
        """A condition on `client.id` with its values."""
        return _conditions(self._words, "id IN", " AND ", lambda _: True)

    @property
    def closeness(self) -> tuple[str, list[str]]:
        """A column to order by, 0 where every word is found as spelled."""
        by_sound = [word for word in self._words if any(reach.kinds == _BY_SOUND for reach in word)]
        if not by_sound:
            return "0", []
        return _conditions(by_sound, "id NOT IN", " + ", lambda reach: reach.kinds != _BY_SOUND)


def _conditions(
    words: Iterable[Iterable[Reach]], test: str, joint: str, wanted: Callable[[Reach], bool]
) -> tuple[str, list[str]]:
    conditions, values = [], []
    for word in words:
        reaches = [reach for reach in word if wanted(reach)]
        alternatives = " OR ".join(reach.condition for reach in reaches)
        conditions.append(f"({test} (SELECT client_id FROM search_word WHERE {alternatives}))")
        values += [border for reach in reaches for border in reach[:2]]
    return joint.join(conditions), values


def _words(raw: str) -> Iterator[list[Reach]]:
    """The alternatives for each word of a query."""
    day = _as_day(raw)
    if day is not None:
        yield [_begins(day, _BY_DAY)]
        return
    for word in folded(raw).split():
        alternatives = [_begins(word, _AS_SPELLED)]
        if word.isdigit():
            alternatives.append(_begins(word, _BY_DAY))
        elif len(word) >= _LETTERS_BEFORE_SOUND:
            alternatives += [_sounds_like(sounding) for sounding in sorted(sounds(word))]
        yield alternatives


def _begins(word: str, kinds: str) -> Reach:
    return Reach(word, word[:-1] + chr(ord(word[-1]) + 1), kinds)


def _sounds_like(sounding: str) -> Reach:
    """A short sound must be the whole, or "Ali" would find every Albert."""
    if len(sounding) <= _LEAST_SOUND:
        return Reach(sounding, f"{sounding}\0", _BY_SOUND)
    return _begins(sounding, _BY_SOUND)


def _as_day(raw: str) -> str | None:
    """22.11.1999 as 1999-11-22, 22.11. as 11-22, 11.1999 as 1999-11; None for anything else."""
    if (month := _MONTH.match(raw)) is not None:
        return f"{month[2]}-{int(month[1]):02d}"
    day = _DAY.match(raw)
    if day is None or day[2] is None:
        return None
    monthly = f"{int(day[2]):02d}-{int(day[1]):02d}"
    return f"{day[3]}-{monthly}" if day[3] else monthly


def _with(client: UUID, words: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [(word, kind, client.hex) for word, kind in words]
