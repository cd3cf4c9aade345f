"""The application to the authority: first issue, extension, and the way from § 104c to § 25b or § 25a.

The request comes first, with its norm; then the person, the grounds with their norms and enclosures, the
effect of filing, and what is asked of the authority. Wording comes from `letter_texts`; nothing is said
that is not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .. import resources
from ..cases.applications import DecisionKind
from ..texts import Texts, mark
from . import style
from .letter import LEFT, WIDTH, LetterFurniture, Letterhead
from .letter_parts import (
    PARAGRAPH_GAP,
    about,
    before_sending,
    enclosure_list,
    kept,
    letterhead,
    listed,
    signature,
)
from .letter_texts import CERTIFICATE, EFFECT_FLAGS, OPTIONAL, WITH_CERTIFICATE, Entry, letter_text
from .page import Document, Strip
from .parts import heading, pairs, paragraph
from .plain_letter_sheet import Passage
from .procedural_texts import citations
from .sheets import Ground, LetterKind, LetterSheet, Permit, StayEffect

_TYPED = frozenset(
    {"late_reason", "changes", "discretion", "consequences", "urgent_use", "fee_reasons", "permit", "asked"}
)
"""Values in somebody's own words, or that are plain words: an editor may word them anew."""
_PERMITS = {Permit.RESIDENCE: mark("residence permit"), Permit.SETTLEMENT: mark("settlement permit")}
_ASKED = {
    Permit.RESIDENCE.value: mark("issue of a residence permit"),
    Permit.SETTLEMENT.value: mark("issue of a settlement permit"),
    "extension": mark("extension of the residence permit"),
    "certificate": mark("issue of a fiction certificate"),
    "certificate_again": mark("renewal of the fiction certificate"),
}
_OWN_VALUES = frozenset(
    {"alternative_cite", "present_until", "late_reason", "reply_by", "fee_exempt_cite", "fee_waiver_cite"}
)
"""Optional values with a field of their own on the sheet."""
_TITLES = {
    LetterKind.FIRST_ISSUE: mark("Application for first issue, {cite}"),
    LetterKind.EXTENSION: mark("Application for extension, {cite}"),
    LetterKind.AFTER_104C: mark("Application following § 104c, {cite}"),
    LetterKind.LATE: mark("Late application, {cite}"),
    LetterKind.FICTION: mark("Fiction certificate, {cite}"),
    LetterKind.FEE: mark("Exemption from the fee, {cite}"),
}


def cover_letter(sheet: LetterSheet, texts: Texts) -> Document:
    """Put a letter together. Raises Problem if the address does not fit into the window."""
    wording = letter_text(sheet.kind, texts.language)
    values = _values(sheet, texts)
    furniture = LetterFurniture(texts, _letterhead(sheet, texts))
    subject = wording.subject.format_map(values)
    entries = _edited(list(wording.entries(values, _flags(sheet))), dict(sheet.edits))
    strips = [
        *_subject(sheet, subject, texts),
        *paragraph(wording.salutation, style.LETTER, LEFT, WIDTH, gap=22, keeps=True),
        *kept(list(_body(sheet, entries, texts))),
        *signature(wording.closing, sheet.sender.name),
        *enclosure_list(sheet.enclosures, sheet.copy_to, texts),
    ]
    approved = sheet.stamp.approved and sheet.client_confirmed_on is not None
    if not approved:
        strips += before_sending(subject, sheet.stamp, sheet.client_confirmed_on, sheet.cautions, texts)
    title = texts(_TITLES[sheet.kind], cite=sheet.cite)
    return Document(title, furniture.frame, strips, furniture, "" if approved else texts(mark("DRAFT")))


def passages_of(sheet: LetterSheet) -> tuple[Passage, ...]:
    """The paragraphs of the German letter without edits, with what must stay in each."""
    texts = Texts("de", resources.path("i18n"))
    values = _values(sheet, texts)
    kept = [value for name, value in values.items() if value and name not in _TYPED]
    found: list[Passage] = []
    for number, entry in enumerate(letter_text(sheet.kind, "de").entries(values, _flags(sheet))):
        if entry.text:
            fixed = (*citations(entry.text), *(value for value in kept if value in entry.text))
            found.append(
                Passage(str(number), entry.text, kept=tuple(dict.fromkeys(fixed)), request=not found)
            )
    return tuple(found)


def _edited(entries: list[Entry], edits: Mapping[str, str]) -> list[Entry]:
    changed = [replace(each, text=edits.get(str(number), each.text)) for number, each in enumerate(entries)]
    return [each for each in changed if each.text or each.heading or each.insert]


# What is known ---------------------------------------------------------------------------------------------


def _values(sheet: LetterSheet, texts: Texts) -> dict[str, str]:
    until = sheet.present.valid_until if sheet.present else None
    return {
        "cite": sheet.cite,
        "title": sheet.title,
        "permit": texts(_PERMITS[sheet.permit]),
        "asked": texts(_ASKED[_asked(sheet)]),
        "name": sheet.person.name,
        "alternative_cite": sheet.alternative_cite,
        "present_until": texts.day(until) if until is not None else "",
        "late_reason": sheet.late_reason,
        "reply_by": texts.day(sheet.reply_by) if sheet.reply_by is not None else "",
        "fee_exempt_cite": sheet.fee_exempt_cite,
        "fee_waiver_cite": sheet.fee_waiver_cite,
        **dict.fromkeys(OPTIONAL - _OWN_VALUES, ""),
        **dict(sheet.values),
    }


def _asked(sheet: LetterSheet) -> str:
    """What is asked for, as a key of the words for it."""
    if sheet.kind is LetterKind.FICTION:
        return "certificate_again" if dict(sheet.values).get("certificate_until") else "certificate"
    if sheet.occasion is DecisionKind.EXTENSION:
        return "extension"
    return sheet.permit.value


def _flags(sheet: LetterSheet) -> set[str]:
    effect = sheet.effect
    if (
        sheet.kind is not LetterKind.FICTION
        and effect in (StayEffect.CONTINUES, StayEffect.LATE)
        and not (sheet.present and sheet.present.valid_until)
    ):
        effect = (
            StayEffect.UNCLEAR
        )  # without the day of expiry nobody can say that the application is in time
    flags = {flag.value for flag in sheet.flags} | {EFFECT_FLAGS[effect]}
    flags |= {sheet.kind.value, f"by_{sheet.sender.role.value}"}
    return flags | {CERTIFICATE} if effect in WITH_CERTIFICATE else flags


def _letterhead(sheet: LetterSheet, texts: Texts) -> Letterhead:
    person = sheet.person
    return letterhead(
        texts,
        stamp=sheet.stamp,
        sender=sheet.sender,
        recipient=sheet.authority,
        person=person,
        your_reference=person.authority_file_number,
        our_reference=sheet.our_reference,
        place=sheet.place,
        running=" · ".join(filter(None, (person.name, person.authority_file_number, sheet.cite))),
        form=sheet.form,
    )


# Text ------------------------------------------------------------------------------------------------------


def _subject(sheet: LetterSheet, subject: str, texts: Texts) -> Iterator[Strip]:
    yield from heading(subject, LEFT, WIDTH, style.LETTER_STRONG, gap=14)
    yield from about(sheet.person, sheet.person.authority_file_number, texts)


def _body(sheet: LetterSheet, entries: list[Entry], texts: Texts) -> Iterator[Strip]:
    pending: str = ""  # a heading waits for something to stand under it
    for entry in entries:
        if entry.heading:
            pending = entry.heading
            continue
        strips = list(_entry(sheet, entry, texts))
        if strips and pending:
            yield from heading(pending, LEFT, WIDTH, style.LETTER_STRONG, gap=12)
            strips[0].gap = 2
            pending = ""
        yield from strips


def _entry(sheet: LetterSheet, entry: Entry, texts: Texts) -> Iterator[Strip]:
    match entry.insert:
        case "person":
            yield from _person(sheet, texts)
        case "grounds":
            yield from _grounds(sheet.grounds, texts)
        case "alternative_grounds":
            yield from _grounds(sheet.alternative_grounds, texts)
        case "settlement_grounds":
            yield from _grounds(sheet.settlement_grounds, texts)
        case "remarks":
            for remark in sheet.remarks:
                yield from paragraph(remark, style.LETTER, LEFT, WIDTH, gap=PARAGRAPH_GAP)
        case "to_follow":
            for lead, names in (
                (mark("These papers will follow as soon as they are there:"), sheet.to_follow),
                (mark("Details and evidence on these points will follow:"), sheet.pending),
            ):
                if names:
                    yield from paragraph(
                        texts(lead), style.LETTER, LEFT, WIDTH, gap=PARAGRAPH_GAP, keeps=True
                    )
                for number, name in enumerate(names, start=1):
                    yield from listed(name, "–", gap=2, keeps=number == len(names) - 1)
        case _:
            yield from paragraph(entry.text, style.LETTER, LEFT, WIDTH, gap=PARAGRAPH_GAP)


def _grounds(grounds: Sequence[Ground], texts: Texts) -> Iterator[Strip]:
    if len(grounds) == 1:  # one alone needs no number
        yield from paragraph(_ground(grounds[0], texts), style.LETTER, LEFT, WIDTH, gap=PARAGRAPH_GAP)
        return
    for number, ground in enumerate(grounds, start=1):
        yield from listed(_ground(ground, texts), f"{number}.", gap=PARAGRAPH_GAP if number == 1 else 3)


def _person(sheet: LetterSheet, texts: Texts) -> list[Strip]:
    """What the subject and the information block do not say already."""
    person, present = sheet.person, sheet.present
    shown_above = (sheet.sender.phone, sheet.sender.email)
    rows = [
        (texts(mark("In own script")), person.original_name),
        (texts(mark("Address")), ", ".join(filter(None, person.address))),
        (texts(mark("Contact")), "" if person.contact in shown_above else person.contact),
    ]
    if present is not None:
        until = (
            texts(mark("valid until {day}"), day=texts.day(present.valid_until))
            if present.valid_until
            else ""
        )
        number = texts(mark("no. {number}"), number=present.number) if present.number else ""
        over = present.valid_until is not None and present.valid_until < sheet.stamp.printed_on
        held = mark("Paper held last") if over else mark("Paper held now")
        rows.append((texts(held), ", ".join(filter(None, (present.name, number, until)))))
        rows.append((texts(mark("Issued by")), present.issued_by))
    strips = pairs(rows, LEFT, 120, WIDTH, style.LETTER)
    if strips:
        strips[0].gap = 2
        strips[0].keeps = True
    return strips


def _ground(ground: Ground, texts: Texts) -> str:
    """The statement, and in one bracket its norm and where it is proven."""
    numbers = ", ".join(map(str, ground.enclosures))
    enclosures = (
        mark("enclosure\N{NO-BREAK SPACE}{numbers}")
        if len(ground.enclosures) == 1
        else mark("enclosures\N{NO-BREAK SPACE}{numbers}")
    )
    shown = texts(enclosures, numbers=numbers) if numbers else ""
    in_file = texts(mark("your file")) if ground.in_your_file else ""
    bracket = "; ".join(filter(None, (ground.cite, shown, in_file)))
    if not bracket:
        return ground.text
    sentence = ground.text.rstrip()
    return f"{sentence[:-1]} ({bracket})." if sentence.endswith(".") else f"{sentence} ({bracket})"
