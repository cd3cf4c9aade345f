"""Finding a client by spelling, birth date or file number.

Every client has words in the table `search_word`: the folded words of all names, the sound of each, the birth
date, the file numbers and telephone numbers. A query is cut into words; a client is found if every one of
them begins one of the client's words. Folding makes ü, ue and u equal; the sound drops vowels and writes
alike what transliterations write differently, so that Mohamad finds Muhammed. Exact spellings come first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlcipher3 import dbapi2

from .rows.base import Image

LEAST_SOUND = 2  # a shorter sound would find half of the office
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
_FIRST_VOWEL = str.maketrans("eyjou", "aiiuu")
_TELEPHONE = re.compile(r"[\d ()/+-]{6,}")
_DAY = re.compile(r"(\d{1,2})\.(?:(\d{1,2})\.(\d{4})?)?\Z")
_MONTH = re.compile(r"(\d{1,2})\.(\d{4})\Z")


def folded(text: str) -> str:
    """Lower case, without accents, umlauts as their base letter: what names are sorted and compared by."""
    plain = _QUOTES.sub("", text).casefold().translate(_SPECIAL)
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter)
    )
    for pair, single in _UMLAUTS:
        bare = bare.replace(pair, single)
    return " ".join(_WORD.findall(bare))


def sound(word: str) -> str:
    """The consonants of a folded word, each in one spelling, and its first vowel's class."""
    for spelling, letter in _SOUNDS:
        word = word.replace(spelling, letter)
    first, rest = word[:1].translate(_FIRST_VOWEL), word[1:]
    bare = rest.translate(_VOWELS)
    # A final h is written or not: Fatima, Fatimah.
    bare = bare.removesuffix("h") if len(bare) > 1 else bare
    return first + re.sub(r"(.)\1+", r"\1", bare)


def words_of(image: Image) -> set[tuple[str, str]]:
    """The search words of a client row, each with its kind (see `SearchWordRow`)."""
    names = {word for key in ("name", "original_name") for word in folded(image[key]).split()}
    found = {(word, "n") for word in names}
    found |= {(sounding, "s") for sounding in map(sound, names) if len(sounding) >= LEAST_SOUND}
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


class Query:
    """A query as SQL: `matching` selects client ids, `closeness` orders exact spellings first."""

    def __init__(self, typed: str) -> None:
        self._parts = [part for raw in typed.split() for part in _parts(raw)]

    @property
    def empty(self) -> bool:
        return not self._parts

    @property
    def first_letter(self) -> tuple[str, str] | None:
        """The borders of names that begin with a query of one letter; None for a longer one."""
        if len(self._parts) != 1 or len(self._parts[0]) != 1 or len(self._parts[0][0][0]) != 1:
            return None
        word = self._parts[0][0][0]
        return word, _after(word)

    @property
    def matching(self) -> tuple[str, list[str]]:
        """A condition on `client.id` with its values."""
        conditions, values = [], []
        for part in self._parts:
            spellings = " OR ".join(_BEGINS.format(kinds) for _, kinds in part)
            conditions.append(f"id IN (SELECT client_id FROM search_word WHERE {spellings})")
            values += [border for word, _ in part for border in (word, _after(word))]
        return " AND ".join(conditions), values

    @property
    def closeness(self) -> tuple[str, list[str]]:
        """An ORDER BY term, 0 where every word is found as spelled."""
        terms, values = [], []
        for part in self._parts:
            exact = [(word, kinds) for word, kinds in part if kinds != _BY_SOUND]
            spelled = " OR ".join(_BEGINS.format(kinds) for _, kinds in exact)
            terms.append(f"(id NOT IN (SELECT client_id FROM search_word WHERE {spelled}))")
            values += [border for word, _ in exact for border in (word, _after(word))]
        return " + ".join(terms), values


_BEGINS = "(word >= ? AND word < ? AND kind IN ({}))"
_AS_SPELLED = "'n', 'f'"
_BY_SOUND = "'s'"
_BY_DAY = "'d'"


def _parts(raw: str) -> Iterator[list[tuple[str, str]]]:
    """The alternatives of each word of a query: beginning of a word, kinds it may have."""
    day = _as_day(raw)
    if day is not None:
        yield [(day, _BY_DAY)]
        return
    for word in folded(raw).split():
        alternatives = [(word, _AS_SPELLED)]
        if word.isdigit():
            alternatives.append((word, _BY_DAY))
        elif len(word) >= _LETTERS_BEFORE_SOUND and len(sound(word)) >= LEAST_SOUND:
            alternatives.append((sound(word), _BY_SOUND))
        yield alternatives


def _as_day(raw: str) -> str | None:
    """22.11.1999 as 1999-11-22, 22.11. as 11-22, 11.1999 as 1999-11; None for anything else."""
    if (month := _MONTH.match(raw)) is not None:
        return f"{month[2]}-{int(month[1]):02d}"
    day = _DAY.match(raw)
    if day is None or day[2] is None:
        return None
    monthly = f"{int(day[2]):02d}-{int(day[1]):02d}"
    return f"{day[3]}-{monthly}" if day[3] else monthly


def _after(word: str) -> str:
    """The first text after all that begin with the word."""
    return word[:-1] + chr(ord(word[-1]) + 1)


def _with(client: UUID, words: Iterable[tuple[str, str]]) -> list[tuple[str, str, str]]:
    return [(word, kind, client.hex) for word, kind in words]
