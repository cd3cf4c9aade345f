"""What is shown, printed or saved: the task of the situation first, then whatever the person chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest
from desktop.ui.kit.pdf_pages import PageOutline, outlines, rendered_page

from .keeping import Keeping
from .making import Basis, Made, Prints, Wish, make
from .offer import offer_of, problems_of
from .seen import PrintingView
from .sending import Sending

if TYPE_CHECKING:
    from desktop.services.letter_wording import Editable
    from desktop.services.print_choice import PrintChoice, SheetKind
    from desktop.services.print_set import PrintSet, Situation, TaskId
    from desktop.services.print_stack import Stack
    from desktop.services.prints import Way


class PrintingPresenter:
    """Makes the sheets anew after every change, as long as somebody looks at them."""

    def __init__(
        self,
        context: CaseContext,
        view: PrintingView,
        now: Callable[[], datetime],
        prints: Prints,
        letter_form: Callable[[], str] = lambda: "B",
    ) -> None:
        """`prints` makes and keeps sheets for the office; `letter_form` of DIN 5008: A or B."""
        self._context, self._view, self._now, self._prints = context, view, now, prints
        self._letter_form = letter_form
        self._keeping = Keeping(context, view, prints)
        self.record_handed_out = self._keeping.record_handed_out
        self._jobs = Latest(context.jobs)
        self._client = ""
        self._looked_at = False
        self._set: PrintSet | None = None
        self._situation: Situation | None = None
        self._stack: Stack | None = None
        self._earlier: str = ""  # the print of before that is looked at
        self._made_of: tuple[CaseFile, PrintSet | None] | None = None
        self._approved_at = ""
        self._basis: Basis | None = None  # what the office had written and released when they were made
        self._wished: Wish | None = None
        self._wording = False  # whether the paragraphs of letters are wanted
        context.desk.subscribe(self._case_changed)

    # What a person does

    def enter(self) -> None:
        """The page is looked at: now the sheets have to be there, as the office makes them now."""
        self._looked_at = True
        self._make()
        self._list_earlier()
        case, known = self._context.desk.case, self._basis
        if case is not None and known is not None:
            self._context.jobs.run(
                self._prints.basis, lambda now: self._compare(case, known, now), self._view.show_problem
            )

    def leave(self) -> None:
        """The page is out of sight."""
        self._looked_at = False

    def choose(self, name: str, value: Any) -> None:
        """Another title, occasion, authority or language. Sheets not seen before are not approved."""
        if self._set is None or self._situation is None:
            return
        chosen = self._unseen().but(**{name: value})
        allowed = self._situation.choices.occasions.get(chosen.shared.title_id, ())
        if allowed and chosen.shared.occasion not in allowed:
            chosen = chosen.but(occasion=allowed[0])
        self._show(chosen)

    def choose_task(self, task: TaskId) -> None:
        """Another task with the sheets that belong to it."""
        if self._situation is not None and self._set is not None:
            found = self._situation.task(task)
            about = self._situation.first.subjects
            self._show(replace(self._unseen(), task=found.id, kinds=found.ticked, subjects=about))

    def tick(self, kind: SheetKind, ticked: bool) -> None:
        """One sheet more or less."""
        if self._situation is not None and self._set is not None:
            order = [kind for kind, _ in self._situation.kinds]
            of_task = self._situation.task(self._set.task).kinds
            self._show(self._unseen().ticking(kind, ticked, of_task if kind in of_task else order))

    def about(self, kind: SheetKind, which: str) -> None:
        """A sheet about another date or application."""
        if self._set is not None:
            self._show(self._unseen().about(kind, which))

    def answer(self, question: str, answer: str) -> None:
        """What a letter asked."""
        if self._set is not None:
            chosen = self._unseen()
            self._show(replace(chosen, shared=chosen.shared.answering(question, answer)))

    def show_wording(self, wanted: bool) -> None:
        """Whether somebody wants to word letters anew."""
        self._wording, self._made_of = wanted, None
        self._make()

    def word(self, kind: SheetKind, paragraph: Editable, text: str) -> None:
        """A paragraph of a letter worded anew; what it rests on has to stay."""
        from desktop.services.letter_wording import edit

        if self._set is None:
            return
        try:
            worded = edit(paragraph, text)
        except Problem as problem:
            self._view.show_problem(problem)
            return
        chosen = self._set.worded(kind, worded)
        if chosen.edits != self._set.edits:
            self._show(replace(self._unseen(), edits=chosen.edits))

    def take_edits_back(self) -> None:
        """Every letter as the program words it."""
        if self._set is not None:
            self._show(replace(self._unseen(), edits=()))

    def wish(self, kind: SheetKind, which: str) -> None:
        """A sheet that another part of the case asks for; it is made when the page is entered."""
        self._wished, self._made_of = Wish("any", (which,), kind), None

    def wish_task(self, task: TaskId, about: Sequence[str]) -> None:
        """The sheets of a task about a date or a decision, asked for as one sheet is."""
        self._wished, self._made_of = Wish(task, about), None

    def approve(self, approved: bool) -> None:
        """Take the draft mark away, or put it back."""
        if self._set is None:
            return
        chosen = self._set
        if not approved:
            self._show(self._draft())
            return
        self._context.jobs.run(
            lambda: self._prints.approved(chosen.shared),
            done=lambda shared: self._approved(chosen, shared),
            failed=self._not_approved,
        )

    def _approved(self, chosen: PrintSet, shared: PrintChoice) -> None:
        if chosen is self._set:
            words = mark("approved by {who}, {time}")
            self._approved_at = self._context.texts(
                words, who=self._context.user, time=f"{self._now():%H:%M}"
            )
            self._show(replace(chosen, shared=shared))

    def _not_approved(self, problem: Problem) -> None:
        self._made_of = None  # the tick goes back to what holds
        self._make()
        self._view.show_problem(problem)

    def confirm(self, confirmed: bool) -> None:
        """The client has read the letter, or had it translated, and says it is right; or not yet."""
        if self._set is not None:
            self._show(self._set.but(confirmed_on=self._context.today() if confirmed else None))

    def print(self, ask: bool = False) -> None:
        """Send everything chosen to the printer in one job; without a printer, offer the PDF.

        `ask`: for the printer and how it prints, also where one is remembered.
        """
        stack, client = self._stack, self._client
        if stack is None or stack.printed is None:
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
        run = self._view.begin_printing(stack.pages, ask)
        if run is not None:
            done = partial(
                self._keep, client, stack, "printer", self._context.texts(mark("Sent to the printer."))
            )
            Sending(self._context.jobs, run, stack, done, self._view.show_problem).next_page()

    def save(self) -> None:
        """Put the PDF where the person says."""
        stack, client = self._stack, self._client
        printed = stack.printed if stack is not None else None
        place = self._view.ask_where(printed.file_name) if printed is not None else None
        if stack is None or printed is None or place is None:
            return
        file = place if place.suffix.lower() == ".pdf" else place.with_name(f"{place.name}.pdf")
        sentence = self._context.texts(mark("Saved as {file}."), file=file.name)
        self._context.jobs.run(
            lambda: self._prints.write(file, printed),
            done=lambda _: self._keep(client, stack, "file", sentence),
            failed=self._view.show_problem,
        )

    def look_at(self, print_id: str) -> None:
        """An earlier print as it was; empty: what is chosen now."""
        self._earlier = print_id
        client = self._client
        if not print_id:
            self._made_of = None
            self._make()
            self._list_earlier()
            return
        self._view.show_busy()
        self._jobs.run(
            lambda: _with_outlines(self._prints.again(client, print_id)),
            done=lambda found: self._show_again(client, *found),
            failed=self._view.show_problem,
        )

    def picture_wanted(self, number: int, dpi: int) -> None:
        """A page comes into sight."""
        stack = self._stack
        if stack is None or stack.printed is None:
            return
        pdf = stack.printed.pdf
        self._context.jobs.run(
            lambda: rendered_page(pdf, number, dpi),
            done=lambda page: self._view.show_picture(number, dpi, page) if stack is self._stack else None,
            failed=self._view.show_problem,
        )

    # Kept

    def _keep(self, client: str, stack: Stack, way: Way, sentence: str) -> None:
        self._keeping.keep(client, stack, way, sentence, self._list_earlier)

    def _list_earlier(self) -> None:
        client = self._client
        if client:
            self._context.jobs.run(
                lambda: self._prints.earlier(client),
                done=lambda found: (
                    self._view.show_earlier(found, self._earlier) if client == self._client else None
                ),
            )

    # Making

    def _case_changed(self, client: str, _: CaseFile) -> None:
        if client != self._client:
            self._client, self._set, self._situation = client, None, None
            self._earlier = ""
        self._stack = None
        self._set = self._unseen() if self._set is not None else None
        if self._looked_at:
            self._make()
            self._list_earlier()

    def _unseen(self) -> PrintSet:
        """What is chosen, without what a person said of sheets that will be others."""
        return self._draft().but(confirmed_on=None)

    def _draft(self) -> PrintSet:
        assert self._set is not None
        self._approved_at = ""
        return self._set.but(approved=False, approved_by="")

    def _show(self, chosen: PrintSet) -> None:
        self._set, self._earlier = chosen, ""
        self._make()

    def _make(self) -> None:
        case, chosen = self._context.desk.case, self._set
        if case is None or self._earlier:
            return
        if self._made_of == (case, chosen) and self._stack is not None:
            return
        self._view.show_busy()
        wished, self._wished = self._wished, None
        form, wording = self._letter_form(), self._wording
        self._jobs.run(
            lambda: make(self._context, self._prints, case, chosen, wished, form, wording),
            done=lambda made: self._take(case, chosen, made),
            failed=lambda problem: self._fail(case, problem),
        )

    def _compare(self, case: CaseFile, known: Basis, now: Basis) -> None:
        """Somebody wrote or released something elsewhere: the same choices make other sheets."""
        if now == known or self._basis is not known or not self._context.is_open(case):
            return
        self._made_of = None
        if self._set is not None and now[:2] != known[:2]:
            chosen = self._unseen()
            first_own = chosen.task == "own" and now.own and not known.own
            self._set = replace(chosen, kinds=("own",)) if first_own else chosen
        self._make()

    def _take(self, case: CaseFile, asked: PrintSet | None, made: Made) -> None:
        if not self._context.is_open(case) or asked != self._set:
            return
        self._situation, self._set, self._stack = made.situation, made.chosen, made.stack
        self._made_of, self._basis = (case, made.chosen), made.basis
        self._view.show_offer(offer_of(self._context, made), made.chosen)
        approved = self._approved_at if made.chosen.shared.approved else ""
        starts: dict[str, int] = {part.choice.kind: part.page - 1 for part in made.stack.parts}
        self._view.show_sheets(made.pages, approved, starts)
        self._view.show_problems(problems_of(self._context, made))
        self._view.show_paragraphs(made.paragraphs, made.chosen.edits)

    def _show_again(self, client: str, stack: Stack, pages: Sequence[PageOutline]) -> None:
        if client == self._client and self._earlier:
            self._stack, self._made_of = stack, None
            self._view.show_sheets(pages, "", {})
            self._view.show_problems(())
            self._list_earlier()

    def _fail(self, case: CaseFile, problem: Problem) -> None:
        if self._context.is_open(case):
            self._stack = None
            self._view.show_sheets((), "", {})
            self._view.show_problem(problem)


def _with_outlines(stack: Stack) -> tuple[Stack, tuple[PageOutline, ...]]:
    assert stack.printed is not None
    return stack, outlines(stack.printed.pdf)
