"""The wording of one letter as somebody changed it before printing, and the approval that stands on it.

Only the German letter is edited. An edit names its paragraph and the text it was made of: where the case has
changed that text since, the edit is refused and looked at again, never printed over something else. What the
letter rests on stays: citations, days, numbers; and what it asks for cannot be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from desktop import resources
from desktop.cases.names import clean
from desktop.documents.build import Sheet
from desktop.documents.cover_letter import passages_of
from desktop.documents.plain_letter_sheet import Passage, PassageKind, PlainLetterSheet
from desktop.documents.sheets import LetterSheet
from desktop.errors import Problem
from desktop.texts import Texts, mark

from .handouts.languages import GERMAN
from .print_choice import Edit, PrintChoice

LONGEST = 4000


class Editable(NamedTuple):
    """One paragraph of a letter that can be worded anew. `kept` must still stand in it."""

    id: str
    text: str
    kept: tuple[str, ...]
    request: bool


def editable(sheets: Iterable[Sheet]) -> list[Editable]:
    """The paragraphs of the German letters among these sheets, in their order, each once."""
    found = [each for sheet in sheets for each in _passages(sheet) if each.kind is not PassageKind.HEADING]
    return list(dict.fromkeys(Editable(each.id, each.text, each.kept, each.request) for each in found))


def edit(paragraph: Editable, text: str) -> Edit:
    """A paragraph worded anew; an empty text leaves it out.

    Raises Problem if something is gone that must stay, or if it is what the letter asks for.
    """
    worded = clean(text)
    if len(worded) > LONGEST:
        raise Problem(
            mark("A paragraph has {count} characters; {most} fit."),
            mark("Shorten it, or put it into an enclosure."),
            count=len(worded),
            most=LONGEST,
        )
    if not worded and paragraph.request:
        raise Problem(
            mark("The first sentence says what the letter asks for; it cannot be left out."),
            mark("Word it anew instead."),
        )
    for each in paragraph.kept if worded else ():
        if _plain(each) not in _plain(worded):
            raise Problem(
                mark("“{kept}” must still stand in this paragraph."),
                mark("Put it back, or leave the whole paragraph out."),
                kept=each[:80],
            )
    return Edit(paragraph.id, paragraph.text, worded)


def finished(found: Sequence[Sheet], choice: PrintChoice, today: date) -> Sequence[Sheet]:
    """The sheets with the edits of the choice, and with who approved them.

    Raises Problem for an edit whose paragraph reads otherwise by now.
    """
    if choice.edits:
        found = _edited(found, choice.edits)
    if not (choice.approved and choice.approved_by):
        return found
    return [
        replace(each, stamp=replace(each.stamp, approved_by=choice.approved_by, approved_on=today))
        for each in found
    ]


def _edited(found: Sequence[Sheet], edits: Sequence[Edit]) -> Sequence[Sheet]:
    standing = {(each.id, each.text): each for each in editable(found)}
    for each in edits:
        paragraph = standing.get((each.id, each.was))
        if paragraph is None:
            raise Problem(
                mark("A paragraph that was worded anew reads otherwise by now: “{begins} …”"),
                mark("Look at the letter again and word it anew, or take the change back."),
                begins=" ".join(each.was.split()[:6]),
            )
        edit(paragraph, each.text)  # whatever was kept elsewhere: the rules hold
    wanted = {(each.id, each.was): each.text for each in edits}
    return [_with(sheet, wanted) if _passages(sheet) else _noted(sheet, len(edits)) for sheet in found]


def _noted(sheet: Sheet, count: int) -> Sheet:
    """A reading copy of a letter that was worded anew says so at its top; it shows the wording before."""
    if not isinstance(sheet, PlainLetterSheet | LetterSheet) or sheet.language is None:
        return sheet
    texts = Texts(sheet.language, resources.path("i18n"))
    said = texts.plural(
        mark("In the letter that is sent {count} paragraph is worded otherwise than here."),
        mark("In the letter that is sent {count} paragraphs are worded otherwise than here."),
        count,
    )
    if isinstance(sheet, LetterSheet):
        return replace(sheet, remarks=(said, *sheet.remarks))
    return replace(sheet, passages=(Passage("edited", said), *sheet.passages))


def _with(sheet: Sheet, wanted: dict[tuple[str, str], str]) -> Sheet:
    passages = _passages(sheet)
    changed = {each.id: wanted[each.id, each.text] for each in passages if (each.id, each.text) in wanted}
    if isinstance(sheet, PlainLetterSheet) and changed:
        return replace(
            sheet,
            passages=tuple(replace(each, text=changed.get(each.id, each.text)) for each in sheet.passages),
        )
    if isinstance(sheet, LetterSheet) and changed:
        return replace(sheet, edits=tuple(changed.items()))
    return sheet


def _passages(sheet: Sheet) -> Sequence[Passage]:
    """The passages of a German letter; none of any other sheet."""
    if isinstance(sheet, PlainLetterSheet) and sheet.language == GERMAN:
        return sheet.passages
    if isinstance(sheet, LetterSheet) and sheet.language == GERMAN:
        return passages_of(sheet)
    return ()


def _plain(text: str) -> str:
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
