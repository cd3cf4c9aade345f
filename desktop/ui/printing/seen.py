"""The page as its presenter knows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop.errors import Problem
from desktop.ui.kit.pdf_pages import PageImage, PageOutline

from .offer import Offer

if TYPE_CHECKING:
    from desktop.services.letter_wording import Editable
    from desktop.services.print_choice import Edit, SheetKind
    from desktop.services.print_set import PrintSet
    from desktop.services.prints import EarlierPrint


class Run(Protocol):
    """A job of the printer that takes page after page."""

    numbers: Sequence[int]

    def put(self, page: PageImage) -> None: ...
    def finish(self) -> None: ...
    def abort(self) -> None: ...


class PrintingView(Protocol):
    """The page as the presenter knows it."""

    def show_offer(self, offer: Offer, chosen: PrintSet) -> None: ...
    def show_busy(self) -> None: ...
    def show_sheets(self, pages: Sequence[PageOutline], approved: str, starts: Mapping[str, int]) -> None: ...
    def show_picture(self, number: int, dpi: int, page: PageImage) -> None: ...
    def show_problems(self, problems: Sequence[str]) -> None: ...
    def show_paragraphs(
        self,
        paragraphs: Sequence[tuple[SheetKind, Editable]],
        edits: Sequence[tuple[SheetKind, Edit]],
    ) -> None: ...
    def show_problem(self, problem: Problem, offer_pdf: bool = False) -> None: ...
    def show_done(self, sentence: str, handed_out: bool = False) -> None:
        """`handed_out`: offer to record that the client was handed these sheets."""

    def show_earlier(self, prints: Sequence[EarlierPrint], shown: str) -> None: ...
    def has_printer(self) -> bool: ...
    def begin_printing(self, count: int, ask: bool) -> Run | None: ...
    def ask_where(self, file_name: str) -> Path | None: ...
