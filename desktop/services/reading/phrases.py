"""The German texts of letters and declarations, each known by its hash: what a reading copy can render.

They are read from where they are kept, so nothing stands twice; a text that is changed has another hash, and
its translations are not used any more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.documents.letter_statements import statements
from desktop.documents.letter_terms import LetterKind
from desktop.documents.letter_texts import letter_text
from desktop.documents.procedural_terms import ProceduralKind
from desktop.documents.procedural_texts import procedural_text
from desktop.rules.entries import Entry, Name, Words
from desktop.rules.packs import Pack
from desktop.rules.reading.faults import Faults
from desktop.texts import NO_BREAK_SPACE, InBoth, Language, Texts

from ..declarations.frames import frame
from ..declarations.texts import Wording, wording
from ..handouts.languages import GERMAN
from ..handouts.statements import text_hash
from ..sheets.letter_grounds import OWN_CONDITIONS

DECLARATIONS = ("power", "release", "consent", "privacy", "revocation")
"""The forms that are signed or handed out; `residence` has single words."""


class WrittenWords(Entry):
    """words.yaml: source texts of the program that stand on such sheets, and the words of the copy itself."""

    own: Mapping[Name, Words]
    own_in_english: Mapping[Name, Words]
    words: tuple[Words, ...]


def plain(text: str) -> str:
    """A text as it is compared: no-break spaces are spaces."""
    return text.replace(NO_BREAK_SPACE, " ")


@lru_cache(maxsize=2)
def phrases(pack: Pack) -> Mapping[str, str]:
    """Every German phrase by its hash, in the order of the files; a phrase has places for values in braces.

    Raises Problem or Problems if a file that holds them is damaged.
    """
    found: dict[str, str] = {}
    for text in _all(pack, GERMAN):
        phrase = plain(text).strip()
        if any(each.isalpha() for each in phrase):
            found.setdefault(text_hash(phrase), phrase)
    return MappingProxyType(found)


@lru_cache(maxsize=2)
def in_english(pack: Pack) -> Mapping[str, str]:
    """The English of every phrase that has one in the same place of the same file, by the German's hash."""
    found: dict[str, str] = {}
    for german, english in zip(_all(pack, GERMAN), _all(pack, "en"), strict=True):
        if german and english:
            found.setdefault(text_hash(plain(german).strip()), english.strip())
    return MappingProxyType(found)


def own_words() -> Mapping[str, str]:
    """The German words of the copy itself, by key."""
    return _written().own


@cache
def _written() -> WrittenWords:
    faults = Faults()
    written = faults.read(read_plain_file(resources.path("reading", "words.yaml")), WrittenWords)
    faults.stop()
    return written if written is not None else WrittenWords(own={}, own_in_english={}, words=())


def _all(pack: Pack, language: Language) -> Iterator[str]:
    """Every text in the same order in both languages; empty where one has nothing."""
    for key, text in own_words().items():
        yield text if language == GERMAN else _written().own_in_english[key]
    yield from _letters(language)
    yield from _procedural(language)
    yield from _declared(language)
    for pair in _of_pack(pack):
        yield pair.de if language == GERMAN else pair.en
    yield from map(Texts(language, resources.path("i18n")), _written().words)


def _letters(language: Language) -> Iterator[str]:
    for kind in LetterKind:
        written = letter_text(kind, language)
        yield from (written.subject, written.salutation, written.closing)
        yield from (entry.text or entry.heading for entry in written.body)
    said = statements(language)
    yield from (said.get(key, "") for key in statements(GERMAN))


def _procedural(language: Language) -> Iterator[str]:
    for kind in ProceduralKind:
        written = procedural_text(kind, language)
        yield from (written.subject, written.salutation, written.closing)
        yield from (written.words.get(key, "") for key in procedural_text(kind, GERMAN).words)
        yield from (each.text or each.item or each.heading or "" for each in written.body)


def _declared(language: Language) -> Iterator[str]:
    for name in DECLARATIONS:
        yield from _form(wording(name, language))
    words = frame("residence", language)
    yield from (words[key] for key in frame("residence", GERMAN))


def _form(written: Wording) -> Iterator[str]:
    yield from (written.title, written.about, written.notice or "", written.foot or "")
    for block in written.blocks:
        yield from block.words()
        if block.answers is not None:
            yield from (block.answers.yes, block.answers.no)
        if block.signatures is not None:
            yield block.signatures.place_and_day


def _of_pack(pack: Pack) -> Iterator[InBoth]:
    """Papers, statuses, titles, fees, decisions and the conditions of titles by their names."""
    yield from (each.name for each in pack.documents.values())
    yield from (each.name for each in pack.terms.statuses.values())
    yield from (each.title for each in pack.norms)
    yield from (each.name for each in pack.tables.fees)
    yield from (each.short for each in pack.time.remedies.rows)
    for norm in pack.norms:  # what a letter announces is named as the condition
        yield from (leaf.label for leaf in norm.leaves() if leaf.cls in OWN_CONDITIONS)
