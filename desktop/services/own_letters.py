"""The office's own letters: texts with {placeholders}, kept in the office file, never touched by an update.

A placeholder is checked when the text is saved. On paper each is filled from the case; what the case does not
know is a gap, and a letter with a gap stays a draft.
"""

from __future__ import annotations

import difflib
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any
from uuid import uuid4

from desktop.cases.casefile import CaseFile
from desktop.documents.plain_letter_sheet import Passage, PlainLetterSheet
from desktop.documents.procedural_texts import GAP, citations
from desktop.documents.sheets import Stamp
from desktop.errors import Problem
from desktop.store import office_settings
from desktop.texts import Texts, mark

from .office import Session
from .print_choice import PrintChoice
from .reference import Reference
from .sheets.ground import left_out, person_of, sender_of, town
from .sheets.recipients import recipient_of, refuse_unreachable
from .words.letter_names import paper_held

PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "name": mark("name as on the card"),
        "geboren": mark("date of birth"),
        "staat": mark("nationality"),
        "anschrift": mark("address of the client"),
        "aktenzeichen": mark("file number of the authority"),
        "unser_zeichen": mark("file number of the office"),
        "behoerde": mark("name of the authority"),
        "titel": mark("paper held now"),
        "gueltig_bis": mark("its last day"),
        "heute": mark("day of printing"),
        "stelle": mark("name of the counselling office"),
    }
)
"""What can stand in braces, with what it means. German words, for the texts are German."""
LONGEST_TEXT, LONGEST_LINE, MOST = 8000, 200, 100
_PREFIX = "own_letter:"


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """A letter of the office's own. Paragraphs are divided by an empty line."""

    id: str
    name: str
    subject: str
    text: str


def own_letters(session: Session) -> list[OwnLetter]:
    """All of them, by name."""
    kept = office_settings.read(session.office)
    found = [_read(value) for name, value in kept.items() if name.startswith(_PREFIX) and value]
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


def own_letter(session: Session, letter_id: str) -> OwnLetter:
    """One of them. Raises Problem if it is gone."""
    for each in own_letters(session):
        if each.id == letter_id:
            return each
    raise Problem(mark("This letter is no longer in the office file."), mark("Look at the list again."))


def new_letter(name: str, subject: str, text: str) -> OwnLetter:
    """A letter that is not kept yet."""
    return OwnLetter(uuid4().hex, name, subject, text)


def keep(session: Session, letter: OwnLetter, now: datetime) -> None:
    """Keep a letter, new or changed. Raises Problem for an unknown placeholder and for what is too long."""
    check(letter)
    if sum(each.id != letter.id for each in own_letters(session)) >= MOST:
        raise Problem(mark("{count} own letters fit."), mark("Delete one that is not used."), count=MOST)
    _write(session, letter.id, asdict(letter), now)


def remove(session: Session, letter_id: str, now: datetime) -> None:
    """Take a letter out; undone like everything else. Raises Problem if it is gone."""
    own_letter(session, letter_id)
    _write(session, letter_id, None, now)


def _write(session: Session, letter_id: str, value: Any, now: datetime) -> None:
    with session.office.change("settings", session.user, now) as change:
        office_settings.write(change, _PREFIX + letter_id, value)


def check(letter: OwnLetter) -> None:
    """Raises Problem for what cannot be printed: a wrong placeholder, nothing at all, too much."""
    for text, longest in (
        (letter.name, LONGEST_LINE),
        (letter.subject, LONGEST_LINE),
        (letter.text, LONGEST_TEXT),
    ):
        if not text.strip():
            raise Problem(
                mark("A letter needs a name, a subject and a text."), mark("Fill in what is empty.")
            )
        if len(text) > longest:
            raise Problem(mark("At most {count} letters fit here."), mark("Shorten it."), count=longest)
    for text in (letter.subject, letter.text):
        for name in placeholders(text):
            if name not in PLACEHOLDERS:
                raise _unknown(name)


def placeholders(text: str) -> list[str]:
    """The names in braces, in their order. Raises Problem for a brace that is not closed."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        raise Problem(
            mark("A brace is opened and not closed, or the other way round."),
            mark("Write placeholders as the list names them; leave braces out otherwise."),
        ) from error
    found = []
    for _, name, form, conversion in parts:
        if name is not None:
            if form or conversion or not name.isidentifier():
                raise _unknown(name or "{}")
            found.append(name)
    return list(dict.fromkeys(found))


def _unknown(name: str) -> Problem:
    near = difflib.get_close_matches(name.casefold(), PLACEHOLDERS, n=3, cutoff=0.4) or sorted(PLACEHOLDERS)
    return Problem(
        mark("There is no placeholder “{name}”."),
        mark("Nearest are: {names}."),
        name=name[:40],
        names=", ".join(near),
    )


def own_letter_sheet(
    reference: Reference,
    case: CaseFile,
    choice: PrintChoice,
    own: Sequence[OwnLetter],
    stamp: Stamp,
    texts: Texts,
) -> PlainLetterSheet:
    """The letter chosen by its id or its number in `own`, from 1; `texts` are German.

    Raises Problem if there is none, for an unknown authority, and for an approved letter with gaps.
    """
    letter = _chosen(choice.which, own)
    check(letter)
    today = stamp.printed_on
    authority = recipient_of(reference.chosen(choice.authority_id), choice.answered, texts, today)
    values = _values(reference, case, authority.name, stamp, today, texts)
    shown = {name: value or GAP for name, value in values.items()}
    gaps = GAP in letter.text.format_map(shown) + letter.subject.format_map(shown)
    if stamp.approved:
        refuse_unreachable(authority)
    if stamp.approved and gaps:
        raise Problem(
            mark("This letter has gaps; it stays a draft."),
            mark("Write into the case what the box at its end names."),
        )
    client, person = case.client, person_of(case, texts)
    return PlainLetterSheet(
        language=texts.language,
        stamp=stamp,
        name=letter.name,
        person=person,
        sender=sender_of(case),
        recipient=authority,
        subject=letter.subject.format_map(shown),
        salutation="Sehr geehrte Damen und Herren,",
        passages=tuple(_passages(letter.text, shown)),
        closing="Mit freundlichen Grüßen",
        our_reference=client.file_number,
        your_reference=client.authority_file_number,
        place=town(client.address),
        form=choice.form,
        client_confirmed_on=choice.confirmed_on,
        cautions=(
            *left_out(person, authority, texts),
            *_gaps(letter, values, texts),
            texts(mark("A text of the office itself: nobody has checked it against the law here.")),
        ),
    )


def _gaps(letter: OwnLetter, values: Mapping[str, str], texts: Texts) -> Iterator[str]:
    """The placeholders the case has nothing for, by what they mean."""
    used = dict.fromkeys(placeholders(letter.subject) + placeholders(letter.text))
    missing = [texts(PLACEHOLDERS[name]) for name in used if not values[name]]
    if missing:
        yield texts(mark("Gaps in the text: {parts}."), parts=", ".join(missing))


def _chosen(which: str, own: Sequence[OwnLetter]) -> OwnLetter:
    for number, each in enumerate(own, start=1):
        if which in (each.id, str(number)) or (number == 1 and not which):
            return each
    if not own:
        raise Problem(
            mark("The office has no letters of its own yet."), mark("Write one under “Own letters” first.")
        )
    raise Problem(
        mark("There is no such letter among the {count} of the office."),
        mark("Choose another one, or write one first."),
        count=len(own),
    )


def _passages(text: str, shown: Mapping[str, str]) -> list[Passage]:
    """Its paragraphs; citations and what the case filled in must stay when somebody words one anew."""
    found = []
    for number, part in enumerate(each for each in text.split("\n\n") if each.strip()):
        kept = (*citations(part), *(shown[name] for name in placeholders(part)))
        filled = " ".join(part.format_map(shown).split())
        found.append(Passage(str(number), filled, kept=tuple(dict.fromkeys(kept)), request=number == 0))
    return found


def _values(
    reference: Reference, case: CaseFile, authority: str, stamp: Stamp, today: date, texts: Texts
) -> dict[str, str]:
    person = person_of(case, texts)
    held = case.begun_by(today)
    last = held[-1].period.last_day if held else None
    return {
        "name": person.name,
        "geboren": texts.day(person.born.day) if person.born is not None and person.born.day else "",
        "staat": person.nationality,
        "anschrift": ", ".join(person.address),
        "aktenzeichen": person.authority_file_number,
        "unser_zeichen": person.file_number,
        "behoerde": authority,
        "titel": paper_held(reference, held[-1], texts) if held else "",
        "gueltig_bis": texts.day(last.day) if last is not None and last.day is not None else "",
        "heute": texts.day(today),
        "stelle": stamp.office,
    }


def _read(value: Mapping[str, Any]) -> OwnLetter:
    """What a newer version may have added is left aside."""
    return OwnLetter(*(str(value.get(name, "")) for name in ("id", "name", "subject", "text")))
