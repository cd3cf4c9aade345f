"""The input of a letter whose text is complete: passages one after another, each with an id of its own.

Used by letters that are not about a title, and by the office's own templates. The text is in the language of
the sheet; days are inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..texts import Language
from .letter_terms import LetterForm
from .sheets import Authority, Enclosure, Person, Sender, Stamp


class PassageKind(Enum):
    """How a passage is set."""

    TEXT = "text"
    HEADING = "heading"  # left out if nothing follows it
    ITEM = "item"  # one line of a list


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading or list item.

    `id` names it among those of its letter and stays the same while the wording does. `kept` must still stand
    there word for word after somebody has edited the text: citations, days, file numbers.
    """

    id: str
    text: str
    kind: PassageKind = PassageKind.TEXT
    kept: tuple[str, ...] = ()
    request: bool = False  # what the letter asks for; it can be worded anew, but not be left out


@dataclass(frozen=True, slots=True)
class PlainLetterSheet:
    """A letter to an authority or another body; a draft until approved and confirmed by the client."""

    language: Language
    stamp: Stamp
    name: str  # what the letter is called in lists and in the PDF; never a client's name
    person: Person
    sender: Sender
    recipient: Authority
    subject: str
    salutation: str
    passages: tuple[Passage, ...]
    closing: str
    enclosures: tuple[Enclosure, ...] = ()
    copy_to: tuple[str, ...] = ()
    our_reference: str = ""
    your_reference: str = ""
    place: str = ""
    client_confirmed_on: date | None = None  # read, or heard in translation, and confirmed
    cautions: tuple[str, ...] = ()  # what to see to before it goes out; on drafts only
    form: LetterForm = LetterForm.B
