"""The input of forms: declarations a person signs, information sheets, sheets for the file.

Texts are in the language of the sheet. An empty value, and a tick that is not set, is filled in by pen.
"""

from __future__ import annotations

from dataclasses import dataclass

from .sheets import Stamp


@dataclass(frozen=True, slots=True)
class FormHeading:
    """A heading; never the last thing on a page."""

    text: str


@dataclass(frozen=True, slots=True)
class FormText:
    """Running text and the section it rests on. `strong` in bold, `warning` with a sign before it."""

    text: str
    cite: str = ""
    strong: bool = False
    warning: bool = False


@dataclass(frozen=True, slots=True)
class FormField:
    """A label with its value beside it; without a value a line to write on.

    `beside`: it stands to the right of the field before it, where both are short.
    """

    label: str
    value: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class FormFields:
    """Fields under each other."""

    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class FormTick:
    """A box with what is chosen by ticking it; `write` leaves a line behind it."""

    text: str
    cite: str = ""
    ticked: bool = False
    write: bool = False


@dataclass(frozen=True, slots=True)
class FormTicks:
    """Boxes under each other, each ticked or not."""

    ticks: tuple[FormTick, ...]


@dataclass(frozen=True, slots=True)
class FormAnswers:
    """Questions with a box for yes and a box for no; none is ticked beforehand."""

    yes: str
    no: str
    questions: tuple[FormTick, ...]


@dataclass(frozen=True, slots=True)
class FormSignatures:
    """Places to sign, each with room for place and day."""

    place_and_day: str
    signers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a table; `share` of the width, of all shares together."""

    title: str
    share: float


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a table: a text for each column, empty where one writes. `ticked`: None has no box."""

    cells: tuple[str, ...]
    ticked: bool | None = None
    note: str = ""  # small, under the first cell


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table whose head is repeated on later pages."""

    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]


FormBlock = FormHeading | FormText | FormFields | FormTicks | FormAnswers | FormSignatures | FormTable
"""What a form is made of, from top to bottom."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A form. `running` names it at the head of later pages, beside the office's file number.

    `foot` stands below every page; empty for what every working sheet says. `notice` stands large under the
    title, as that another sheet is the one to sign. `kept_here`: it stays in the office, nobody signs it.
    """

    stamp: Stamp
    title: str
    about: str
    blocks: tuple[FormBlock, ...]
    running: str = ""
    notice: str = ""
    foot: str = ""
    kept_here: bool = False
