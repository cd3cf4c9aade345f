"""An authority of the directory as sheets name it, and what should be confirmed before use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.deadlines.authorities import Authority, Source
from desktop.documents import sheets
from desktop.texts import NO_BREAK_SPACE, Texts, mark

_ELSEWHERE = "web"
"""Sources that are not the authority's own page."""
_SHOWN: Mapping[str, str] = {
    "postal_address": mark("address"),
    "visit_address": mark("address"),
    "opening_hours": mark("opening hours"),
    "hours_note": mark("opening hours"),
    "phone": mark("phone"),
    "email_applications": mark("e-mail"),
    "channels": mark("ways to file"),
}
"""Details a person relies on who goes there or writes there."""
_A_MONDAY = date(2024, 1, 1)


def authority_of(office: Authority, texts: Texts, today: date) -> sheets.Authority:
    """An authority as sheets name it on a day."""
    pick = texts.pick
    notes = (office.channel_note, office.appearance, *office.notes)
    entrance = (pick(office.entrance_note),) if office.entrance_note else ()
    visit = () if office.visit_address == office.postal_address else office.visit_address
    return sheets.Authority(
        name=pick(office.name),
        department=pick(office.department) if office.department else "",
        address=office.postal_address,
        visit_address=(*visit, *entrance),
        channels=office.channels,
        phone=office.phone,
        email=office.email_applications or office.email_general,
        online_url=office.online_url,
        originals=office.originals,
        appointment=office.appointment,
        hours=_hours(office, texts),
        notes=tuple(pick(note) for note in notes if note is not None),
        checked_on=office.confirmed_on,
        doubts=tuple(doubts(office, texts, today)),
    )


def doubts(office: Authority, texts: Texts, today: date) -> Iterator[str]:
    """What of a record should be confirmed before anybody relies on it."""
    if office.stale_on(today):
        yield texts(
            mark("These details were not looked at for more than six months: confirm them before use.")
        )
    for source, fields in _elsewhere(office).items():
        yield _said_elsewhere(source, fields, texts)


def address_doubts(office: Authority, texts: Texts, today: date) -> Iterator[str]:
    """What of the postal address should be confirmed before a letter goes there; nothing without one."""
    if not office.postal_address:
        return
    if office.stale_on(today):
        yield texts(
            mark("The address of the authority was not looked at for more than six months: confirm it.")
        )
    for source, fields in _elsewhere(office).items():
        if "postal_address" in fields:
            yield _said_elsewhere(source, ["postal_address"], texts)


def _said_elsewhere(source: Source, fields: Sequence[str], texts: Texts) -> str:
    named = ", ".join(dict.fromkeys(texts(_SHOWN[field]) for field in fields))
    return texts(
        mark("Not from the authority's own page: {details} ({source}). Confirm before use."),
        details=named,
        source=texts.pick(source.name),
    )


def _elsewhere(office: Authority) -> Mapping[Source, list[str]]:
    """Shown details by the source they were read in, where that is not the authority's own page."""
    found: dict[Source, list[str]] = {}
    for field in _SHOWN:
        source = office.source_of(field)
        if source.kind == _ELSEWHERE and getattr(office, field):
            found.setdefault(source, []).append(field)
    return found


def _hours(office: Authority, texts: Texts) -> str:
    """Mo 09:00–12:00; Di 09:00–12:00, 14:00–18:00, with the note on them."""
    days: dict[int, list[str]] = {}
    for each in sorted(office.opening_hours, key=lambda each: (each.weekday, each.opens)):
        days.setdefault(each.weekday, []).append(f"{each.opens}–{each.closes}")
    open_on = "; ".join(
        f"{texts.short_weekday(_A_MONDAY.replace(day=weekday))}{NO_BREAK_SPACE}{', '.join(hours)}"
        for weekday, hours in days.items()
    )
    note = texts.pick(office.hours_note) if office.hours_note else ""
    said = ". ".join(filter(None, (open_on, note)))
    return texts(mark("Opening hours: {hours}"), hours=said) if said else ""
