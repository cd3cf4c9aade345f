"""A letter from passages: subject, request, facts, enclosures, all in the geometry of a business letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..texts import Texts, mark
from . import style
from .letter import LEFT, WIDTH, LetterFurniture
from .letter_parts import (
    PARAGRAPH_GAP,
    before_sending,
    enclosure_list,
    kept,
    letterhead,
    listed,
    signature,
    subject_lines,
)
from .page import Document, Strip
from .parts import heading, paragraph
from .plain_letter_sheet import Passage, PassageKind, PlainLetterSheet


def plain_letter(sheet: PlainLetterSheet, texts: Texts) -> Document:
    """Put a letter together. Raises Problem if the address does not fit into the window."""
    reference = sheet.your_reference
    running = " · ".join(filter(None, (sheet.person.name, reference, sheet.name)))
    furniture = LetterFurniture(
        texts,
        letterhead(
            texts,
            stamp=sheet.stamp,
            sender=sheet.sender,
            recipient=sheet.recipient,
            person=sheet.person,
            your_reference=reference,
            our_reference=sheet.our_reference,
            place=sheet.place,
            running=running,
            form=sheet.form,
        ),
    )
    strips = [
        *subject_lines(sheet.subject, sheet.person, reference, texts),
        *paragraph(sheet.salutation, style.LETTER, LEFT, WIDTH, gap=22, keeps=True),
        *kept(list(_passages(sheet.passages))),
        *signature(sheet.closing, sheet.sender.name),
        *enclosure_list(sheet.enclosures, sheet.copy_to, texts),
    ]
    approved = sheet.stamp.approved and sheet.client_confirmed_on is not None
    if not approved:
        strips += before_sending(sheet.subject, sheet.stamp, sheet.client_confirmed_on, sheet.cautions, texts)
    return Document(sheet.name, furniture.frame, strips, furniture, "" if approved else texts(mark("DRAFT")))


def _passages(passages: Iterable[Passage]) -> Iterator[Strip]:
    pending = ""  # a heading waits for something to stand under it
    after = PassageKind.TEXT
    for each in passages:
        if not each.text.strip():
            continue
        if each.kind is PassageKind.HEADING:
            pending, after = each.text, PassageKind.HEADING
            continue
        if pending:
            yield from heading(pending, LEFT, WIDTH, style.LETTER_STRONG, gap=12)
        gap = 2.0 if pending else PARAGRAPH_GAP
        pending = ""
        if each.kind is PassageKind.ITEM:
            yield from listed(each.text, "–", gap=2 if after is PassageKind.ITEM else min(gap, 3))
        else:
            yield from paragraph(each.text, style.LETTER, LEFT, WIDTH, gap=gap)
        after = each.kind
