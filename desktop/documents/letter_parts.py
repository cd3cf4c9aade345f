"""What every letter has around its text: letterhead, subject, signature, enclosures, the box on drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from ..texts import Texts, mark
from . import style
from .letter import LEFT, RIGHT, WIDTH, Letterhead, foot
from .letter_terms import LetterForm
from .page import Page, Strip
from .parts import Cell, empty, framed, heading, paragraph, row, stacked
from .sheets import Authority, Enclosure, Person, Sender, Stamp
from .signs import tick_box
from .wording import born_and_nationality

READING_COPY = mark("Reading copy, not for the authority. The letter that is sent is written in German.")
FOR_THE_OFFICE = "Lesefassung, nicht für die Behörde"
"""For whoever puts the letters into envelopes, whatever the language of the copy."""
INDENT = 18.0
PARAGRAPH_GAP = 7.0


def letterhead(
    texts: Texts,
    *,
    stamp: Stamp,
    sender: Sender,
    recipient: Authority,
    person: Person,
    your_reference: str,
    our_reference: str,
    place: str,
    running: str,
    form: LetterForm,
) -> Letterhead:
    """The fixed parts in words. A reading copy says at its top that it is one."""
    block = [
        (texts(mark("Your reference")), your_reference),
        (texts(mark("Our reference")), our_reference or person.file_number),
        (texts(mark("Phone")), sender.phone),
        (texts(mark("E-mail")), sender.email),
        (texts(mark("Place")), place),
        (texts(mark("Dated")), texts.long_date(stamp.printed_on)),
    ]
    banner = ""
    if texts.language != "de":
        banner = f"{texts(READING_COPY)} · {FOR_THE_OFFICE}"
        running = f"{texts(mark('Reading copy'))} · {running}"
    return Letterhead(sender, recipient, block, running, foot(texts, stamp), banner, form)


def subject_lines(subject: str, person: Person, reference: str, texts: Texts) -> Iterator[Strip]:
    """The subject in bold, and who it is about."""
    yield from heading(subject, LEFT, WIDTH, style.LETTER_STRONG, gap=0)
    yield from about(person, reference, texts)


def about(person: Person, reference: str, texts: Texts) -> Iterator[Strip]:
    """Who a letter is about, in bold, with the file number of the recipient if there is one."""
    details = [
        person.name,
        born_and_nationality(texts, person),
        texts(mark("file no.\N{NO-BREAK SPACE}{number}"), number=reference) if reference else "",
    ]
    text = ", ".join(filter(None, details))
    yield from paragraph(text, style.LETTER_STRONG, LEFT, WIDTH, hyphenate=False, most=3, keeps=True)


def listed(text: str, bullet: str, *, gap: float, keeps: bool = False) -> list[Strip]:
    """One item of a list."""
    left, width = LEFT + INDENT, WIDTH - INDENT
    return paragraph(text, style.LETTER, left, width, gap=gap, bullet=bullet, keeps=keeps)


def kept(strips: list[Strip]) -> list[Strip]:
    """The same, the last lines bound to what follows: nobody signs a page without a word of the letter."""
    for strip in strips[-2:]:
        strip.keeps = True
    return strips


def signature(closing: str, name: str) -> Iterator[Strip]:
    """The closing, room to sign, the name."""
    yield from paragraph(closing, style.LETTER, LEFT, WIDTH, gap=16, keeps=True)
    yield empty(style.LETTER.leading * 3)
    yield from paragraph(name, style.LETTER, LEFT, WIDTH * 0.6, hyphenate=False)


def enclosure_list(enclosures: Sequence[Enclosure], copy_to: Iterable[str], texts: Texts) -> Iterator[Strip]:
    """What goes with the letter, numbered, and who gets a copy."""
    if enclosures:
        yield from heading(texts(mark("Enclosures")), LEFT, WIDTH, style.LETTER_STRONG, gap=16)
        for number, each in enumerate(enclosures, start=1):
            name = texts(mark("{paper} (copy)"), paper=each.name) if each.copy else each.name
            yield from listed(name, f"{number}.", gap=1, keeps=number == 1 < len(enclosures))
    for number, name in enumerate(copy_to):
        if number == 0:
            yield from heading(texts(mark("Copy to")), LEFT, WIDTH, style.LETTER_STRONG, gap=10)
        yield from paragraph(name, style.LETTER, LEFT, WIDTH, hyphenate=False)


def before_sending(
    subject: str, stamp: Stamp, confirmed_on: date | None, cautions: Iterable[str], texts: Texts
) -> Iterator[Strip]:
    """Only on drafts: what has to happen before the letter may go, and what to look at.

    Where the letter leaves no room for the box it stands on a sheet of its own, which says to what it
    belongs: what stands before it is laid out as it will be sent.
    """
    confirmed = texts(mark("The client has read the text, or heard it in translation, and confirms it."))
    if confirmed_on is not None:
        confirmed = f"{confirmed} ({texts.day(confirmed_on)})"
    checked = texts(
        mark("A person who may give legal advice, or is guided by one, has approved it (§ 6 RDG).")
    )
    title = paragraph(texts(mark("Before sending (on drafts only)")), style.HEAD_CELL, LEFT + 8, WIDTH - 16)
    boxes = [
        strip
        for text, done in (
            (confirmed, confirmed_on is not None),
            (checked, stamp.approved),
            *((caution, False) for caution in cautions),
        )
        for strip in row(
            [Cell(LEFT + 24, WIDTH - 36).add(text, style.SMALL)], padding=1.5, extra=partial(_box, done)
        )
    ]
    box = framed([*title, *boxes], LEFT, RIGHT, gap=18)
    box.head = _belonging_to(subject, texts)
    box.read = ()  # no part of the letter
    yield box


def _belonging_to(subject: str, texts: Texts) -> Strip:
    """What stands over the box where it comes first on a page."""
    said = mark("The letter ends on the page before. This sheet stays in the office.")
    return stacked(
        [
            *paragraph(
                texts(mark("On the draft: {subject}"), subject=subject), style.LETTER_STRONG, LEFT, WIDTH
            ),
            *paragraph(texts(said), style.SMALL, LEFT, WIDTH, gap=2),
            empty(10),
        ]
    )


def _box(done: bool, page: Page, top: float) -> None:
    tick_box(page, LEFT + 8, top + 1, 9, ticked=done)
