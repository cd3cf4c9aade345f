"""The reading copy of a sheet: its German lines beside the client's language, numbered alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop import resources
from desktop.cases.casefile import CaseFile
from desktop.documents.build import Sheet, compose
from desktop.documents.form_sheet import FormSheet
from desktop.documents.handout_sheet import HandoutSheet, OwnLine, Said, SaidTopic, Twin
from desktop.documents.page import Reading
from desktop.documents.parts import read_in
from desktop.documents.plain_letter_sheet import PlainLetterSheet
from desktop.documents.residence_sheet import ResidenceSheet
from desktop.documents.sheets import Authority, LetterSheet
from desktop.rules.packs import Pack
from desktop.texts import Texts

from ..handouts.languages import GERMAN, HandoutLanguage, of_client
from ..handouts.languages import language as language_of
from ..handouts.released import Releases
from ..handouts.statements import FRAME, handouts
from ..handouts.translations import translation
from ..handouts.twins import HandoutTwins
from ..print_choice import READ, PrintChoice
from .phrasebook import STOPS, Phrasebook, without_german_days
from .phrases import own_words

Read = LetterSheet | PlainLetterSheet | FormSheet | ResidenceSheet
"""What a client signs, confirms or keeps."""


def reading_copy(
    sheet: Read, pack: Pack, language: HandoutLanguage, released: Releases, texts: Texts
) -> HandoutSheet:
    """The copy of a finished German sheet beside a language. `texts`: German.

    Raises Problem if the sheet itself cannot be put together.
    """
    return _Copy(sheet, Phrasebook(pack, language.code, released), language, released, texts).made()


def with_copies(
    sheets: Sequence[Sheet], pack: Pack, case: CaseFile, choice: PrintChoice, released: Releases
) -> Sequence[Sheet]:
    """Finished sheets, and after each German one that a client reads its copy, where copies are chosen.

    Beside the chosen language, else the client's. Raises Problem for a language nobody knows.
    """
    code = choice.beside or of_client(case.client.language)
    if not choice.copies or choice.kind not in READ or code == GERMAN:
        return sheets
    beside, texts, whole = language_of(code), Texts(GERMAN, resources.path("i18n")), list[Sheet]()
    for each in sheets:
        whole.append(each)
        if isinstance(each, Read) and _is_read(each) and _language(each, choice) == GERMAN:
            whole.append(reading_copy(each, pack, beside, released, texts))
    return whole


def _is_read(sheet: Read) -> bool:
    return not (isinstance(sheet, FormSheet) and sheet.kept_here)


def _language(sheet: Read, choice: PrintChoice) -> str:
    """Letters say what language they are in; other sheets are in the one that was chosen."""
    own = sheet.language if isinstance(sheet, LetterSheet | PlainLetterSheet) else None
    return own or choice.language


@dataclass
class _Copy:
    sheet: Read
    book: Phrasebook
    language: HandoutLanguage
    released: Releases
    texts: Texts

    def made(self) -> HandoutSheet:
        document = compose(self.sheet, self.texts)
        topics = tuple(self._topics(read_in(document.strips)))
        title, own, intro = self._word("title"), tuple(self._own(document.title)), self._word("intro")
        around = HandoutTwins(translation(self.language.code), self.released)
        return HandoutSheet(
            stamp=self.sheet.stamp,
            tag=self.language.tag,
            right_to_left=self.language.right_to_left,
            columns="both",
            frame={key: around.word(key) for key in handouts().frame} | {"intro": intro},
            title=title,
            own=own,
            urgent=None,
            topics=topics,
            reviewed=self.book.reviewed
            and all(around.reviewed(f"{FRAME}.{key}") for key in handouts().frame),
        )

    def _own(self, title: str) -> Iterator[OwnLine]:
        yield OwnLine(self._word("sheet"), title)
        if isinstance(self.sheet, LetterSheet | PlainLetterSheet):
            to = self.sheet.authority if isinstance(self.sheet, LetterSheet) else self.sheet.recipient
            yield OwnLine(self._word("to"), _name_of(to))

    def _topics(self, read: Iterable[Reading]) -> Iterator[SaidTopic]:
        heading, said, number = Twin(""), list[Said](), 0
        for each in read:
            if each.heading:
                if heading.german or said:
                    yield SaidTopic("", heading, tuple(said))
                heading, said = self._twin(each), []
                continue
            number += 1
            said.append(Said(number, self._twin(each)))
        yield SaidTopic("", heading, tuple(said))

    def _twin(self, read: Reading) -> Twin:
        """A line; of several parts beside each other the first is said, the others where they are phrases."""
        german = _beside(read.mark, read.parts)
        first, *others = read.parts
        said = self._said(first)
        if not said and (others or first == self._signed_by or not _is_said(first)):
            said = without_german_days(first)  # a number, a name, an address
        if not said:
            return Twin(german)
        rest = (self._said(each) or without_german_days(each) for each in others)
        return Twin(german, _beside(read.mark, (said, *rest)))

    @property
    def _signed_by(self) -> str:
        """The name below a letter: nothing to translate, however long it is."""
        return self.sheet.person.name if isinstance(self.sheet, LetterSheet | PlainLetterSheet) else ""

    def _said(self, line: str) -> str:
        """A phrase, a label before a phrase, or several of both; empty if nothing of it is a phrase."""
        return self.book.say(line) or self._labelled(line) or self._listed(line) or self._begun(line)

    def _listed(self, line: str) -> str:
        """A line of several short parts, as name, day of birth and file number; empty if none is a phrase."""
        parts = _BETWEEN.split(line)  # every second one stands between two others
        if len(parts) == 1:
            return ""
        said = [self.book.say(each) or self._labelled(each) or self._begun(each) for each in parts]
        return "".join(new or old for new, old in zip(said, parts, strict=True)) if any(said) else ""

    def _labelled(self, line: str) -> str:
        """A label and a phrase after a colon; empty unless both are known."""
        label, colon, rest = line.partition(": ")
        begun, said = (
            self._label(label) if colon else "",
            self.book.say(rest) or self._labelled(rest) if colon else "",
        )
        return f"{begun}: {said}" if begun and said else ""

    def _begun(self, line: str) -> str:
        """A line with a colon of which one side is known: own words after a label stay as they are."""
        label, colon, rest = line.partition(": ")
        begun, said = self._label(label) if colon else "", self._said(rest) if colon else ""
        return f"{begun or label}: {said or self.book.own_words(rest)}" if begun or said else ""

    def _label(self, label: str) -> str:
        """What stands before a colon: a phrase, or a sentence whose stop gave way to it."""
        return self.book.say(label) or self.book.say(f"{label}.").rstrip(STOPS)

    def _word(self, key: str) -> Twin:
        return Twin(own_words()[key], self.book.word(key))


def _name_of(authority: Authority) -> str:
    return "\n".join(filter(None, (authority.name, authority.department)))


def _is_said(line: str) -> bool:
    """Whether a line that is no phrase says something, and is not just a name or a number."""
    return len(line) > _LONGEST_NAME or line.rstrip().endswith((".", "?", "!", ":"))


_LONGEST_NAME = 110
_NUMBER = re.compile(r"\d{1,3}\.")
_BETWEEN = re.compile(r"(, (?![^()]*\))| · )")
"""Between parts, not inside brackets."""


def _beside(mark: str, parts: Sequence[str]) -> str:
    """A number or dash, a label, and what stands beside it."""
    if len(parts) > 1 and _NUMBER.fullmatch(parts[0]):
        mark, parts = parts[0], parts[1:]
    first, rest = parts[0], " · ".join(parts[1:])
    shown = f"{first.rstrip(':')}: {rest}" if rest and not mark else " · ".join(filter(None, (first, rest)))
    number = mark.rstrip(".")
    return " ".join(filter(None, (f"({number})" if number.isdigit() else mark, shown)))
