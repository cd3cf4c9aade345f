"""The quick line: what was typed, read as a day and a few words, and put into the case. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from desktop.cases.agenda import EntryKind
from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

if TYPE_CHECKING:
    from desktop.services.quickdate import QuickLine

_DAYS_ONLY = re.compile(r"\d{1,3}(?=\s|$)")
"""`14` alone at the beginning: so many days from today."""


class QuickView(Protocol):
    """The line as the presenter knows it."""

    def show_reading(self, words: str, wrong: bool = False) -> None: ...

    def clear(self) -> None: ...


class QuickPresenter:
    """Reads along while somebody types; Enter makes the date."""

    def __init__(self, context: CaseContext, view: QuickView, told: Callable[[str, CaseFile], None]) -> None:
        self._context, self._view, self._told = context, view, told

    def type(self, kind: str, text: str) -> None:
        """How it would be understood so far; what cannot be read yet is no mistake yet."""
        if not text:
            self._view.show_reading("")
            return
        try:
            found = self._read(kind, text)
        except Problem:
            self._view.show_reading("")
        else:
            self._view.show_reading(self._words(kind, found))

    def enter(self, kind: str, text: str) -> None:
        """Put the date into the case, or say in one sentence what is wrong."""
        before = self._context.desk.case
        if before is None:
            return
        from desktop.services import agenda

        try:
            found = self._read(kind, text)
            after = agenda.add(
                before,
                EntryKind(kind),
                found.on.day,
                by=self._context.user,
                on=self._context.today(),
                what=found.what,
                time=found.time,
            )
        except Problem as problem:
            self._view.show_reading(self._context.texts.problem(problem), wrong=True)
            return
        self._view.clear()
        self._context.desk.change(after)
        self._told(self._context.texts(mark("Entered: {date}"), date=self._words(kind, found)), before)

    def _read(self, kind: str, text: str) -> QuickLine:
        from desktop.services import deadlines, quickdate

        case = self._context.desk.case
        assert case is not None
        place = deadlines.place_of(self._context.reference, case)
        line = f"+{text}" if _DAYS_ONLY.match(text) else text
        found = quickdate.read_line(line, self._context.today(), place)
        if found.time and EntryKind(kind) is not EntryKind.APPOINTMENT:
            return found._replace(time="", what=f"{found.time} {found.what}".strip())
        return found

    def _words(self, kind: str, found: QuickLine) -> str:
        texts = self._context.texts
        said = [texts(_KINDS[kind]), found.on.words(texts), found.time, found.what]
        return " · ".join(filter(None, said))


_KINDS = {
    "follow_up": mark("Follow-up"),
    "appointment": mark("Appointment"),
    "deadline": mark("Deadline"),
}
