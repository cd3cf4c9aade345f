"""A language's phrases, and how a printed German line is found among them.

A line was made of one phrase with values in its places. The phrase with the most letters of its own that fits
is the one; what stands in its places is kept, except a value that is a phrase itself. A citation or a
reference in brackets at the end of a line belongs to no phrase and is kept, too.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from types import MappingProxyType

from desktop import resources
from desktop.rules.packs import Pack

from ..handouts.languages import languages
from ..handouts.released import Releases
from ..handouts.statements import text_hash
from ..handouts.translations import Rendering, fault, read_translation
from .phrases import in_english, own_words, phrases, plain

_BRACKET = re.compile(r"(?P<said>.*?)(?P<bracket> (?:\([^()]*\)|\[[^\[\]]*\]))(?P<stop>\.?)", re.DOTALL)
_LAST_BRACKET = re.compile(r"\s*\([^()]*\)$")
_INSIDE = re.compile(r"(?<=[(\[; ])[^\s()\[\];][^()\[\];]*")
"""Between brackets and semicolons."""
_WEEKDAY = re.compile(r"\b(?:Mo|Di|Mi|Do|Fr|Sa|So) (?=\d\d\.\d\d\.\d{4})")
"""German short weekdays; a day is sure without them."""
_MONTHS = ("Januar Februar März April Mai Juni Juli August September Oktober November Dezember").split()
_MONTH = re.compile(rf"(?<!\. )\b({'|'.join(_MONTHS)}) (?=\d{{4}}\b)")
"""A German month without a day; as a number it is understood in every language."""
STOPS = ".\N{ETHIOPIC FULL STOP}\N{ARABIC FULL STOP}"
"""What ends a sentence."""
_SURE, _SHORT = 12, 60
_LEAST, _LEAST_WITH_DIGITS = 3, 2
"""A phrase that is found by its own letters has at least so many."""
_WITH_DIGITS = frozenset({"day", "first", "last", "final", "number", "numbers"})
"""Places that hold a day or a number."""
_OWN_BRACKET = re.compile(r"\((?!EU\))")
"""A bracket that is no part of a citation."""
_WRITTEN_DAY = re.compile(r"[\d_]\S*$")
"""A day or a number at the end; a gap is written as a line."""
_DAY = re.compile(r"\d\d\.\d\d\.\d{4}")
_SENTENCES = re.compile(r"\w{4,}[.?!] \D")
"""Where one sentence ends and another begins; after an abbreviation of a citation stands a number."""


ENGLISH = "en"
"""The program's other own language: its texts stand in the same files and need no release."""


@lru_cache(maxsize=32)
def renderings(pack: Pack, code: str) -> Mapping[str, Rendering]:
    """What comes with the program in a language; nothing where it has no file. Raises Problems."""
    if code == ENGLISH:
        english = in_english(pack)
        return MappingProxyType({id_: Rendering(text=text, of=id_) for id_, text in english.items()})
    return read_translation(resources.path("reading", code), code).renderings


@dataclass(frozen=True, slots=True)
class _Pattern:
    """How a line made of a phrase looks."""

    id: str
    own: int  # letters that are not values
    looks: re.Pattern[str]
    names: tuple[str, ...]
    sure: bool
    """Whether its own words are enough to know it by."""

    def values(self, line: str) -> Mapping[str, str] | None:
        found = self.looks.fullmatch(line)
        if found is None:
            return None
        values: dict[str, str] = {}
        for name, value in zip(self.names, found.groups(), strict=True):
            if values.setdefault(name, value) != value:
                return None
        return values if all(_fits(name, each, sure=self.sure) for name, each in values.items()) else None


def _fits(name: str, value: str, *, sure: bool) -> bool:
    """Whether a value can stand in a place; somebody's own sentence may end like a phrase of one word."""
    if name.endswith("cite") and (_DAY.search(value) or _OWN_BRACKET.search(value)):
        return False  # the part behind the citation
    if sure:
        return True
    if name in _WITH_DIGITS and not _WRITTEN_DAY.search(value):
        return False
    return len(value) <= _SHORT and not _SENTENCES.search(value)


@dataclass(frozen=True, slots=True)
class _Made:
    """The phrase of a line, what stands in its places, and a bracket that belongs to no phrase.

    `shorter`: the line is the name of a paper without the bracket at the end of the phrase.
    """

    id: str
    values: Mapping[str, str] = field(default_factory=dict)
    bracket: str = ""
    stop: str = ""  # ends the line, but not the phrase
    shorter: bool = False


def _pattern(id_: str, phrase: str) -> _Pattern | None:
    own, looks, names = 0, "", list[str]()
    for literal, name, _, _ in string.Formatter().parse(phrase):
        own += sum(each.isalpha() for each in literal)
        looks += re.escape(literal)
        if name is not None:
            looks += "(.+?)"
            names.append(name)
    least = _LEAST_WITH_DIGITS if _WITH_DIGITS.issuperset(names) else _LEAST
    if not names or own < least:
        return None
    return _Pattern(id_, own, re.compile(looks, re.DOTALL), tuple(names), own >= _SURE or phrase[-1] == ")")


@dataclass(frozen=True)
class Phrasebook:
    """The phrases of a pack in one language."""

    pack: Pack
    code: str
    released: Releases
    used: set[str] = field(default_factory=set)
    """The phrases whose renderings were said so far, by their ids."""

    def say(self, line: str) -> str:
        """A printed German line in the language; empty where there is no translation that fits."""
        return self._said(plain(line).strip())

    def own_words(self, line: str) -> str:
        """Somebody's own words as they are; of a bracket behind them, what is a phrase is said."""
        return self._value(plain(line).strip())

    def word(self, key: str) -> str:
        """A word of the copy itself, with its places; empty where there is no translation that fits."""
        id_ = text_hash(plain(own_words()[key]).strip())
        found = self._fresh(id_)
        if found is None:
            return ""
        self.used.add(id_)
        return found.text

    @property
    def reviewed(self) -> bool:
        """Whether a person has read every text that was said so far; what stays German needs nobody."""
        return all(map(self._covered, self.used))

    def _said(self, line: str) -> str:
        made = self._made(line)
        rendering = self._fresh(made.id) if made is not None else None
        if made is None or rendering is None:
            return self._languages.get(line, "")
        self.used.add(made.id)
        if made.shorter:
            text = _LAST_BRACKET.sub("", rendering.text)
        elif made.values:
            text = rendering.text.format_map({name: self._value(each) for name, each in made.values.items()})
        else:
            text = rendering.text
        stop = text[-1:] if made.bracket and text[-1:] in STOPS else made.stop
        return without_german_days(text.removesuffix(stop) + self._bracket(made.bracket) + stop)

    def _value(self, value: str) -> str:
        """A value, or a part of it or of a bracket behind it, that is a phrase is said; all else stays."""
        said, parts = self._said(value), _BRACKET.fullmatch(value)
        if not said and parts is not None:
            return self._value(parts["said"]) + self._bracket(parts["bracket"]) + parts["stop"]
        return said or "; ".join(self._said(each) or each for each in value.split("; "))

    def _bracket(self, bracket: str) -> str:
        """A bracket at the end of a line: what in it is a phrase is said."""
        return _INSIDE.sub(lambda found: self._value(found[0]), bracket)

    def _made(self, line: str) -> _Made | None:
        """What a line was made of; the surest reading first."""
        whole, shorter = text_hash(line), self._shorter.get(line, "")
        if whole in self._german or shorter:
            return _Made(whole if whole in self._german else shorter, shorter=whole not in self._german)
        return self._of_patterns(line, sure=True) or self._before_bracket(line) or self._of_patterns(line)

    def _of_patterns(self, line: str, *, sure: bool = False) -> _Made | None:
        for pattern in self._patterns:
            values = pattern.values(line) if pattern.sure is sure else None
            if values is not None:
                return _Made(pattern.id, values)
        return None

    def _before_bracket(self, line: str) -> _Made | None:
        parts = _BRACKET.fullmatch(line)
        if parts is None:
            return None
        said, stop = parts["said"], parts["stop"]
        made = self._made(said + stop)
        if made is None and stop:
            made = self._made(said)
            made = replace(made, stop=stop) if made is not None else None
        return replace(made, bracket=made.bracket + parts["bracket"]) if made is not None else None

    def _covered(self, id_: str) -> bool:
        rendering = self._fresh(id_)
        own = self.code == ENGLISH
        return rendering is None or own or self.released.covers(self.code, id_, rendering)

    def _fresh(self, id_: str) -> Rendering | None:
        """The rendering of a phrase of today's texts that keeps its places and citations, else None."""
        german, found = self._german.get(id_), renderings(self.pack, self.code).get(id_)
        if german is None or found is None:
            return None
        return None if self.code != ENGLISH and wrong(found, german) else found

    @cached_property
    def _german(self) -> Mapping[str, str]:
        return phrases(self.pack)

    @cached_property
    def _shorter(self) -> Mapping[str, str]:
        """Names of papers without the bracket at their end, as letters call them (`words.letter_names`)."""
        names = {_LAST_BRACKET.sub("", phrase): id_ for id_, phrase in self._german.items()}
        return {name: id_ for name, id_ in names.items() if "{" not in name and text_hash(name) != id_}

    @cached_property
    def _languages(self) -> Mapping[str, str]:
        """Languages by their German names, each as its own speakers call it; in English in English."""
        return {each.de: each.en if self.code == ENGLISH else each.own for each in languages().values()}

    @cached_property
    def _patterns(self) -> tuple[_Pattern, ...]:
        found = _PATTERNS.get(self.pack.digest)
        if found is None:
            made = (_pattern(id_, phrase) for id_, phrase in self._german.items())
            found = tuple(sorted((each for each in made if each), key=lambda each: -each.own))
            _PATTERNS[self.pack.digest] = found
        return found


_PATTERNS: dict[str, tuple[_Pattern, ...]] = {}


def without_german_days(text: str) -> str:
    """A text without German weekdays and names of months: a day is sure as a number."""
    return _MONTH.sub(lambda found: f"{_MONTHS.index(found[1]) + 1:02}/", _WEEKDAY.sub("", text))


def wrong(rendering: Rendering | None, german: str) -> str:
    """What is wrong with the rendering of a phrase, as `translations.fault`; empty if nothing is."""
    if rendering is None:
        return "missing"
    return fault(rendering.model_copy(update={"text": plain(rendering.text)}), german)


def lacking(pack: Pack, code: str) -> Mapping[str, str]:
    """The German phrases a language has no fitting rendering of, by hash."""
    found = renderings(pack, code)
    return MappingProxyType({id_: text for id_, text in phrases(pack).items() if wrong(found.get(id_), text)})
