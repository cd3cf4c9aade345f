"""One gettext catalogue object per language, and the language's way to write dates and money.

Source strings are English; `mark` tags them where they are written, `Texts` translates where they are shown.
A German window can print an English letter at the same moment, so nothing here is global.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, get_args

if TYPE_CHECKING:
    from decimal import Decimal

Language = Literal["de", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_FIRST = "start"
"""The small catalogue of the first window, which reads no other."""

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}


class InBoth(Protocol):
    """A text in both languages: the pairs of rule packs and of the directory of authorities."""

    @property
    def de(self) -> str: ...
    @property
    def en(self) -> str: ...


def mark(text: str) -> str:
    """Tag a source string for translation without translating it here."""
    return text


class Texts:
    """The words of one language.

    The catalogue of the first window is read when a word is first asked for. The others are read as one when
    a word is not in it, or by `read`, which may run on another thread: together they take some 30 ms.
    """

    def __init__(self, language: Language, folder: Path) -> None:
        self.language: Language = language
        files = sorted((folder / language).glob("*.po"))
        self._parts = [[file for file in files if (file.stem == _FIRST) is first] for first in (True, False)]
        self._catalogues: tuple[gettext.NullTranslations, ...] = ()

    def read(self) -> None:
        """Read every catalogue, so that no word has to wait for it."""
        if self.language != "en":
            for _ in self._all():
                pass

    def __call__(self, source: str, /, **values: object) -> str:
        """The text in this language, filled with values. An unknown source string is shown as it is."""
        text = self._look_up(source) or source
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The text for a count; `{count}` is filled in."""
        found = None
        if self.language != "en":
            found = next(filter(None, (each.ngettext(one, many, count) for each in self._all())), None)
        return (found or (one if count == 1 else many)).format(count=count, **values)

    def translated(self, source: str) -> bool:
        """Whether a catalogue knows the source string (English always does)."""
        return self.language == "en" or self._look_up(source) is not None

    def problem(self, problem: Exception) -> str:
        """A Problem's sentence and next step; of any other exception only the type."""
        sentence = getattr(problem, "sentence", type(problem).__name__)
        parts = (sentence, getattr(problem, "next_step", ""))
        values = {key: self._shown(value) for key, value in getattr(problem, "values", {}).items()}
        return " ".join(self(part, **values) for part in parts if part)

    def pick(self, pair: InBoth) -> str:
        """This language's side of a text that a rule pack carries in both."""
        return pair.de if self.language == "de" else pair.en

    # Dates and money

    def day(self, day: date) -> str:
        """22.11.2026 in German, 22 Nov 2026 in English."""
        if self.language == "de":
            return f"{day:%d.%m.%Y}"
        return f"{day.day} {_MONTHS['en'][day.month - 1][:3]} {day.year}"

    def long_date(self, day: date) -> str:
        """22. November 2026; as a letter and a page head write it."""
        month = _MONTHS[self.language][day.month - 1]
        dot = "." if self.language == "de" else ""
        return f"{day.day}{dot}{NO_BREAK_SPACE}{month} {day.year}"

    def weekday(self, day: date) -> str:
        """Sonntag."""
        return _WEEKDAYS[self.language][day.weekday()]

    def short_weekday(self, day: date) -> str:
        """So in German, Sun in English."""
        return self.weekday(day)[: 2 if self.language == "de" else 3]

    def day_with_weekday(self, day: date) -> str:
        """So 22.11.2026."""
        return f"{self.short_weekday(day)} {self.day(day)}"

    def month(self, number: int) -> str:
        """Name of month 1 to 12."""
        return _MONTHS[self.language][number - 1]

    def money(self, euros: Decimal) -> str:
        """46,50 € in German, €46.50 in English; whole amounts without cents."""
        amount = f"{euros:,.2f}" if euros != euros.to_integral() else f"{euros:,.0f}"
        if self.language == "de":
            swapped = amount.translate(str.maketrans(",.", ".,"))
            return f"{swapped}{NO_BREAK_SPACE}€"
        return f"€{amount}"

    def _shown(self, value: object) -> object:
        return self.day(value) if isinstance(value, date) else value

    def _look_up(self, source: str) -> str | None:
        if self.language == "en":
            return source
        return next(filter(None, (each.gettext(source) for each in self._all())), None)

    def _all(self) -> Iterator[gettext.NullTranslations]:
        for number, files in enumerate(self._parts):
            if number == len(self._catalogues):
                read = _read(tuple((file, file.stat().st_mtime_ns) for file in files))
                if number == len(self._catalogues):  # nobody else did meanwhile
                    self._catalogues += (read,)
            yield self._catalogues[number]


class _Missing(gettext.NullTranslations):
    """What a catalogue answers for a string it does not know: nothing, so that the next one is asked."""

    def gettext(self, message: str) -> str:  # noqa: ARG002
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002
        return ""


@lru_cache(maxsize=8)
def _read(files: tuple[tuple[Path, int], ...]) -> gettext.NullTranslations:
    """One catalogue of all the files; of a word that stands in several, the first counts.

    Read once in a process: every sheet that is printed asks for the words of its language anew. A file comes
    with the time of its last change, so that one that was changed is read again.
    """
    import polib  # not needed for an English start

    whole, known = polib.POFile(), set[tuple[str, str]]()
    for file, _ in files:
        read = polib.pofile(str(file))
        whole.metadata = whole.metadata or read.metadata
        for entry in read.translated_entries():
            if (key := (entry.msgid, entry.msgid_plural)) not in known:
                known.add(key)
                whole.append(entry)
    catalogue = gettext.GNUTranslations(BytesIO(whole.to_binary()))
    catalogue.add_fallback(_Missing())
    return catalogue
