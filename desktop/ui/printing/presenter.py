"""Which sheet is shown, printed or saved: chosen by the situation first, then by the person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from desktop.cases.casefile import CaseFile
from desktop.cases.words import DECISION_WORDS
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest
from desktop.ui.kit.pdf_pages import PRINTER_DPI, PageImage, rendered

from .offer import COLUMNS, OWN_NAMES, Offer, beside

if TYPE_CHECKING:
    from desktop.services.handouts.released import Releases
    from desktop.services.printing import PrintChoice, PrintChoices, Printed

KINDS: Mapping[str, str] = {
    "checklist": mark("Checklist"),
    "letter": mark("Application letter"),
    "reasons": mark("Reasons"),
    "slip": mark("Deadline slip"),
    "filing": mark("Proof of filing"),
    "handout": mark("Hand-out"),
    "fiction": mark("Letter: fiction certificate"),
    "fee": mark("Letter: fee"),
}
OF_A_TITLE = frozenset({"checklist", "letter", "reasons", "fee"})
"""Sheets for a title, an occasion and an authority; the others are about a date or an application."""
HANDOUT = "handout"
"""The client's own sheet: it has languages of its own, beside German."""


class PrintingView(Protocol):
    """The page as the presenter knows it."""

    def show_offer(self, offer: Offer, choice: PrintChoice, late: bool) -> None: ...

    def show_busy(self) -> None: ...

    def show_sheet(self, pages: Sequence[PageImage], approved: str) -> None: ...

    def show_problem(self, problem: Problem, offer_pdf: bool = False) -> None: ...

    def show_done(self, sentence: str) -> None: ...

    def has_printer(self) -> bool: ...

    def print_pages(self, pages: Sequence[PageImage]) -> bool: ...

    def ask_where(self, file_name: str) -> Path | None: ...


class PrintingPresenter:
    """Makes the sheet anew after every change, as long as somebody looks at it."""

    def __init__(
        self,
        context: CaseContext,
        view: PrintingView,
        now: Callable[[], datetime],
        office: str,
        letter_form: Callable[[], str] = lambda: "B",
        released: Callable[[], Releases] | None = None,
    ) -> None:
        """`office`: name of the counselling office, for the foot; `letter_form` of DIN 5008: A or B.

        `released`: the translations of hand-outs the office has released; asked on the worker thread.
        """
        self._context, self._view, self._now, self._office = context, view, now, office
        self._released = released
        self._letter_form = letter_form
        self._jobs = Latest(context.jobs)
        self._client = ""
        self._looked_at = False
        self._choice: PrintChoice | None = None
        self._choices: PrintChoices | None = None
        self._printed: Printed | None = None
        self._made_of: tuple[CaseFile, PrintChoice] | None = None
        self._approved_at = ""
        self._wished: dict[str, Any] = {}
        context.desk.subscribe(self._case_changed)

    # What a person does

    def enter(self) -> None:
        """The page is looked at: now the sheet has to be there."""
        self._looked_at = True
        self._make()

    def leave(self) -> None:
        """The page is out of sight."""
        self._looked_at = False

    def choose(self, **wishes: Any) -> None:
        """Another sheet, title, occasion, authority or language. A sheet not seen before is not approved."""
        if self._choice is None or self._choices is None:
            return
        choice = replace(self._choice, approved=False, confirmed_on=None, **wishes)
        if choice.kind != self._choice.kind:
            choice = replace(choice, which="")
        allowed = self._choices.occasions.get(choice.title_id, ())
        if allowed and choice.occasion not in allowed:
            choice = replace(choice, occasion=allowed[0])
        self._set(choice)

    def wish(self, kind: str, which: str) -> None:
        """A sheet that another part of the case asks for; it is made when the page is entered."""
        self._wished = {"kind": kind, "which": which}
        if self._choice is not None:
            self._choice = replace(self._choice, approved=False, confirmed_on=None, **self._wished)

    def approve(self, approved: bool) -> None:
        """Take the draft mark away, or put it back."""
        if self._choice is not None:
            texts = self._context.texts
            self._approved_at = (
                texts(mark("approved by {who}, {time}"), who=self._context.user, time=f"{self._now():%H:%M}")
                if approved
                else ""
            )
            self._set(replace(self._choice, approved=approved))

    def confirm(self, confirmed: bool) -> None:
        """The client has read the letter, or had it translated, and says it is right; or not yet."""
        if self._choice is not None:
            self._set(replace(self._choice, confirmed_on=self._context.today() if confirmed else None))

    def print(self) -> None:
        """Send the sheet to a printer; without one, offer the PDF."""
        printed = self._printed
        if printed is None:
            return
        if not self._view.has_printer():
            self._view.show_problem(
                Problem(
                    mark("No printer is set up on this computer."),
                    mark("Save the sheet as a PDF and print it elsewhere."),
                ),
                offer_pdf=True,
            )
            return
        self._context.jobs.run(
            lambda: rendered(printed.pdf, PRINTER_DPI, grey=True),
            done=self._send,
            failed=self._view.show_problem,
        )

    def save(self) -> None:
        """Put the PDF where the person says."""
        printed = self._printed
        place = self._view.ask_where(printed.file_name) if printed is not None else None
        if printed is None or place is None:
            return
        file = place if place.suffix.lower() == ".pdf" else place.with_name(f"{place.name}.pdf")
        self._context.jobs.run(
            lambda: _write(file, printed),
            done=lambda _: self._view.show_done(
                self._context.texts(mark("Saved as {file}."), file=file.name)
            ),
            failed=self._view.show_problem,
        )

    def _send(self, pages: Sequence[PageImage]) -> None:
        if self._view.print_pages(pages):
            self._view.show_done(self._context.texts(mark("Sent to the printer.")))

    # Making

    def _case_changed(self, client: str, _: CaseFile) -> None:
        if client != self._client:
            self._client, self._choice, self._choices = client, None, None
        self._printed = None
        if self._choice is not None:
            self._choice = replace(self._choice, approved=False, confirmed_on=None)
        if self._looked_at:
            self._make()

    def _set(self, choice: PrintChoice) -> None:
        self._choice = choice
        self._make()

    def _make(self) -> None:
        case, choice = self._context.desk.case, self._choice
        if case is None:
            return
        if self._made_of == (case, choice) and self._printed is not None:
            return
        self._view.show_busy()
        wished, self._wished = self._wished, {}
        form = self._letter_form()
        self._jobs.run(
            lambda: make(self._context, case, choice, self._office, wished, form, self._released),
            done=lambda made: self._take(case, choice, made),
            failed=lambda problem: self._fail(case, problem),
        )

    def _take(
        self,
        case: CaseFile,
        asked: PrintChoice | None,
        made: Made,
    ) -> None:
        if not self._context.is_open(case) or asked != self._choice:
            return
        choice = made.choice
        self._choices, self._choice, self._printed = made.choices, choice, made.printed
        self._made_of = (case, choice)
        self._view.show_offer(self._offer(made), choice, choice.kind == "letter" and self._late(case))
        self._view.show_sheet(made.pages, self._approved_at if choice.approved else "")
        problem = made.problem or (made.printed.warning if made.printed is not None else None)
        if problem is not None:
            self._view.show_problem(problem)

    def _fail(self, case: CaseFile, problem: Problem) -> None:
        if self._context.is_open(case):
            self._view.show_sheet((), "")
            self._view.show_problem(problem)

    def _offer(self, made: Made) -> Offer:
        from desktop.services.printing import DECISIONS

        choices, choice = made.choices, made.choice
        texts, names = self._context.texts, self._context.names
        return Offer(
            kinds=[*((kind, texts(words)) for kind, words in KINDS.items()), *made.letters],
            titles=[(title, names.title(title)) for title in choices.titles],
            occasions=[
                (each, texts(DECISION_WORDS[DECISIONS[each]]))
                for each in choices.occasions.get(choice.title_id, ())
            ],
            authorities=[(each, names.authority(each)) for each in choices.authorities],
            languages=[(each, OWN_NAMES.get(each, each)) for each in choices.languages],
            subjects=made.subjects,
            beside=beside(texts) if choice.kind == HANDOUT else (),
            columns=(
                [(name, texts(words)) for name, words in COLUMNS.items()]
                if choice.kind == HANDOUT and choice.beside != "de"
                else ()
            ),
        )

    def _late(self, case: CaseFile) -> bool:
        """Whether the last title has run out, so that an application would come late."""
        today = self._context.today()
        titles = [each.period.longest for each in case.status_periods if each.title_id is not None]
        return bool(titles) and not any(span.covers(today) for span in titles)


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet as PDF and as pictures, with everything that could have been chosen instead.

    Where the sheet cannot be made, `problem` says why and there is nothing to print.
    """

    choices: PrintChoices
    choice: PrintChoice
    subjects: Sequence[tuple[str, str]]
    printed: Printed | None
    pages: Sequence[PageImage]
    problem: Problem | None = None
    letters: Sequence[tuple[str, str]] = ()
    """Letters about a procedure for which the case has an occasion, with their names."""


def make(
    context: CaseContext,
    case: CaseFile,
    choice: PrintChoice | None,
    office: str,
    wished: Mapping[str, Any] = MappingProxyType({}),
    letter_form: str = "B",
    released: Callable[[], Releases] | None = None,
) -> Made:
    """The sheet that is chosen; without a choice the one that is wished, else that fits the situation.

    Raises Problem where nothing at all can be printed.
    """
    from desktop.services import assessment, printing
    from desktop.services.handouts.languages import of_client
    from desktop.services.handouts.released import NOTHING_RELEASED

    today, reference = context.today(), context.reference
    found = assessment.assess(reference, case, today)
    choices = printing.choices(reference, found)
    if choice is None:
        choice = printing.defaults(reference, case, found, language=context.texts.language)
        choice = replace(choice, form=printing.LetterForm(letter_form), **wished)
    if choice.kind == HANDOUT and not choice.beside:
        choice = replace(choice, beside=of_client(case.client.language))
    subjects = printing.subjects(
        reference, case, choice.kind, today=today, texts=context.texts, title=choice.title_id
    )
    letters = printing.letters_offered(reference, case, today=today, texts=context.texts)
    known = [name for name, _ in subjects]
    if choice.which not in known:  # the date has moved since, or none was chosen
        choice = replace(choice, which=known[0] if known else "")
    try:
        printed = printing.printed(
            reference,
            case,
            choice,
            by=context.user,
            today=today,
            office=office,
            released=released() if released is not None else NOTHING_RELEASED,
        )
    except Problem as problem:
        return Made(choices, choice, subjects, None, (), problem, letters)
    return Made(choices, choice, subjects, printed, rendered(printed.pdf), letters=letters)


def _write(file: Path, printed: Printed) -> None:
    from desktop.services import printing

    printing.write(file, printed)
