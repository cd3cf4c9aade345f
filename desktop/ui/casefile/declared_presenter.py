"""Powers, releases, consents and what was handed out: every change goes into the open case. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from desktop.cases.casefile import CaseFile
from desktop.cases.declarations import Declaration, with_kind
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext


class DeclaredView(Protocol):
    """The card as the presenter knows it."""

    def show_declarations(self, found: tuple[Declaration, ...]) -> None: ...

    def show_undo(self, sentence: str) -> None: ...


class DeclaredPresenter:
    """Takes what was entered into the open case at once; the desk saves it a moment later."""

    def __init__(self, context: CaseContext, view: DeclaredView) -> None:
        self._context, self._view = context, view
        self._undone: tuple[str, tuple[Declaration, ...]] | None = None
        context.desk.subscribe(self._show)

    def put(self, kind: type[Declaration], records: tuple[Declaration, ...]) -> None:
        """All records of one kind as they are now."""
        case = self._context.desk.case
        if case is not None:
            self._undone = (self._context.desk.client_id, case.declarations)
            found = with_kind(case.declarations, kind, records)
            self._context.desk.change(replace(case, declarations=found))

    def removed(self, _: Declaration) -> None:
        self._view.show_undo(self._context.texts(mark("The entry is removed.")))

    def undo(self) -> None:
        """All of them as before the last change, if the same client is still open."""
        case = self._context.desk.case
        if case is not None and self._undone is not None and self._undone[0] == self._context.desk.client_id:
            self._context.desk.change(replace(case, declarations=self._undone[1]))
        self._undone = None

    def _show(self, _: str, case: CaseFile) -> None:
        self._view.show_declarations(case.declarations)
