"""What stands beside a remedy: its effect, form and place, what one should know, and where it has to go."""

from __future__ import annotations

from collections.abc import Iterator

from ..cases.letters import DecisionLetter
from ..texts import mark
from .authorities import Authority
from .derivation import Named, Step, step
from .holidays import PLACES, Calendar, calendar_of
from .remedy_table import Act, RemedyTable, Row, Suspends

_TO_THE_AUTHORITY = frozenset({Act.OBJECTION, Act.REFUND})


def of_row(row: Row, table: RemedyTable) -> tuple[Step, ...]:
    """Suspensive effect and the notes of a decision. Their words are looked up when they are shown."""
    effect = step(mark("{text}"), row.cite, text=Named(f"decision:{row.id}:effect"))
    return (
        effect,
        *_nothing_stops(row),
        *_notes(row, None, table),
    )


def _notes(row: Row, act: Act | None, table: RemedyTable) -> Iterator[Step]:
    """The notes of a decision that stand beside one act; without an act those that stand beside all."""
    for each in row.notes:
        note = table.note(each)
        if (act in note.acts) if note.acts else act is None:
            yield _named(f"note:{each}", note.cite)


def _nothing_stops(row: Row) -> tuple[Step, ...]:
    """That interim relief must be examined, where the remedy does not surely stop what was decided."""
    acts = {each.act for each in row.remedies}
    objection = Act.OBJECTION in acts and row.suspends is Suspends.DEPENDS
    first = objection or acts & {Act.EITHER, Act.ACTION}
    if row.suspends is Suspends.YES or Act.INTERIM in acts or not first:
        return ()
    text = (
        mark("The remedy alone stops nothing: have interim relief examined by a lawyer today.")
        if row.suspends is Suspends.NO
        else mark(
            "Look today whether the remedy stops anything: otherwise a lawyer must examine interim relief."
        )
    )
    cite = "§ 86b Abs. 1 SGG" if row.law == "social" else "§ 80 Abs. 5, § 123 VwGO"
    return (step(text, cite),)


def of_act(act: Act, shown: Act, row: Row, table: RemedyTable) -> tuple[Step, ...]:
    """Form and place of an act, and the notes beside it. `shown`: as the instruction names it."""
    forms = (
        _named(f"form:{number}", form.cite)
        for number, form in enumerate(table.forms)
        if form in tuple(table.form(shown, row.law))
    )
    return (*forms, *_notes(row, act, table))


def _named(what: str, cite: str) -> Step:
    return step(mark("{text}"), cite, text=Named(what))


def place_of(act: Act, row: Row, letter: DecisionLetter, authority: Authority) -> Calendar:
    """The calendar of the place where an act must be done; all of Germany where that is not entered.

    The court of a decision is not the authority's place: only an objection to the authority of the case goes
    by its holidays, as long as nobody says where the remedy goes.
    """
    if letter.place:
        return calendar_of(letter.place)
    if act in _TO_THE_AUTHORITY and row.law == "land":
        land = letter.land if letter.land in PLACES else ""
        return calendar_of(land if letter.land else authority.holiday_key)
    return calendar_of("")


def unknown_place(place: Calendar) -> tuple[Step, ...]:
    """That nobody has said where the remedy goes."""
    if place.known:
        return ()
    text = mark(
        "Where this goes is not entered: only nationwide holidays move the last day, "
        "and a holiday anywhere counts as closed."
    )
    return (step(text),)
