"""On the worker thread: the sheets that are chosen as one PDF, with all that could be chosen instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.pdf_pages import PageOutline, outlines

if TYPE_CHECKING:
    from desktop.services.declarations.profile import OfficeProfile
    from desktop.services.handouts.released import Releases
    from desktop.services.letter_questions import Question
    from desktop.services.letter_wording import Editable
    from desktop.services.office import Session
    from desktop.services.own_letters import OwnLetter
    from desktop.services.print_choice import PrintChoice, SheetKind
    from desktop.services.print_set import PrintSet, Situation, TaskId
    from desktop.services.print_stack import Stack
    from desktop.services.printing import Printed
    from desktop.services.prints import EarlierPrint, Way


class Prints(Protocol):
    """Sheets as the office prints and keeps them; asked on the worker thread."""

    def own_letters(self) -> Sequence[OwnLetter]: ...
    def basis(self) -> Basis:
        """What sheets rest on beside case and law, as it is now."""

    def approved(self, choice: PrintChoice) -> PrintChoice:
        """The choice approved by who works here. Raises Problem if that is not theirs to do."""

    def made(self, case: CaseFile, choices: Sequence[PrintChoice]) -> Stack: ...
    def paragraphs(self, case: CaseFile, choice: PrintChoice) -> Sequence[Editable]: ...
    def keep(self, client_id: str, stack: Stack, way: Way) -> str: ...
    def earlier(self, client_id: str) -> Sequence[EarlierPrint]: ...
    def again(self, client_id: str, print_id: str) -> Stack: ...
    def write(self, file: Path, printed: Printed) -> None: ...


class Basis(NamedTuple):
    """What the office has written of its own and released, and what it says of itself."""

    own: tuple[OwnLetter, ...]
    profile: OfficeProfile
    released: Releases


class PrintsOfOffice:
    """`Prints` over the services."""

    def __init__(self, session: Session, now: Callable[[], datetime]) -> None:
        self._session, self._now = session, now

    def own_letters(self) -> Sequence[OwnLetter]:
        from desktop.services import own_letters

        return own_letters.own_letters(self._session)

    def basis(self) -> Basis:
        from desktop.services import own_letters
        from desktop.services.declarations import profile
        from desktop.services.handouts import releases

        own = tuple(own_letters.own_letters(self._session))
        return Basis(own, profile.of(self._session), releases.of(self._session))

    def approved(self, choice: PrintChoice) -> PrintChoice:
        from desktop.services import approval

        return approval.approved(self._session, choice)

    def made(self, case: CaseFile, choices: Sequence[PrintChoice]) -> Stack:
        from desktop.services import prints

        return prints.made(self._session, case, choices, self._now().date())

    def paragraphs(self, case: CaseFile, choice: PrintChoice) -> Sequence[Editable]:
        from desktop.services import prints

        return prints.paragraphs(self._session, case, choice, self._now().date())

    def keep(self, client_id: str, stack: Stack, way: Way) -> str:
        from desktop.services import prints

        return prints.keep(self._session, client_id, stack, way, self._now())

    def earlier(self, client_id: str) -> Sequence[EarlierPrint]:
        from desktop.services import prints

        return prints.earlier(self._session, client_id)

    def again(self, client_id: str, print_id: str) -> Stack:
        from desktop.services import prints

        return prints.again(self._session, client_id, print_id)

    def write(self, file: Path, printed: Printed) -> None:
        from desktop.services import printing

        printing.write(file, printed)


class Wish(NamedTuple):
    """What another part of the case asks for: one sheet, or those of a task, about dates or decisions."""

    task: TaskId
    about: Sequence[str]
    kind: SheetKind | None = None  # None: what is ticked for the task


@dataclass(frozen=True, slots=True)
class Made:
    """The sheets as one PDF, what each could be about, and what the letters should still be told."""

    situation: Situation
    chosen: PrintSet
    subjects: Mapping[SheetKind, Sequence[tuple[str, str]]]
    questions: Sequence[Question]
    stack: Stack
    pages: Sequence[PageOutline]
    basis: Basis
    paragraphs: Sequence[tuple[SheetKind, Editable]] = ()
    """Of the chosen letters, where somebody wants to word them anew."""


def make(
    context: CaseContext,
    prints: Prints,
    case: CaseFile,
    chosen: PrintSet | None,
    wished: Wish | None,
    letter_form: str,
    wording: bool = False,
) -> Made:
    """What is chosen; without a choice what fits the situation. Raises Problem if nothing can be printed.

    `wording`: whether the paragraphs of letters are asked for too.
    """
    from desktop.services import print_set
    from desktop.services.approval import withdrawn
    from desktop.services.printing import LetterForm

    today, texts, reference = context.today(), context.texts, context.reference
    own, basis = prints.own_letters(), prints.basis()
    situation = print_set.situation(reference, case, today, texts, own)
    if chosen is None:
        chosen = situation.first.but(form=LetterForm(letter_form))
    if wished is not None:
        task = situation.task(wished.task)
        kinds = task.ticked if wished.kind is None else (wished.kind,)
        wanted = replace(chosen, task=task.id, kinds=kinds, shared=withdrawn(chosen.shared))
        chosen = print_set.about(reference, case, wanted, wished.about, today, texts)
    chosen, subjects = print_set.chosen(reference, case, chosen, today, texts, own)
    stack = prints.made(case, chosen.sheets)
    try:
        questions = print_set.questions(reference, case, chosen, today, texts)
    except Problem:  # the sheet itself says why
        questions = ()
    pages = outlines(stack.printed.pdf) if stack.printed is not None else ()
    paragraphs = tuple(_paragraphs(prints, case, chosen)) if wording else ()
    return Made(situation, chosen, subjects, questions, stack, pages, basis, paragraphs)


def _paragraphs(prints: Prints, case: CaseFile, chosen: PrintSet) -> Iterator[tuple[SheetKind, Editable]]:
    from desktop.services.print_set import WORDED

    for choice in chosen.sheets:
        if choice.kind in WORDED:
            with suppress(Problem):  # the sheet itself says why
                yield from ((choice.kind, each) for each in prints.paragraphs(case, choice))
