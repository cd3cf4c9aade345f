"""A decision letter typed in: what its kind asks for, what would follow, and putting it into the case.

No Qt. Nothing is refused while somebody types: mistakes are told when the letter is to be entered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol

from desktop.cases.casefile import CaseFile
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest

from .files import OfficeFiles
from .letter_words import LetterWords, Options, Preview, Wanted

if TYPE_CHECKING:
    from desktop.services.letter_drafts import Draft


@dataclass(frozen=True, slots=True)
class Bound:
    """A relative whose own case is at hand and who may be bound by the same decision."""

    ref: str
    name: str


_NOBODY: tuple[Bound, ...] = ()


class LetterView(Protocol):
    """The form as the presenter knows it."""

    def show_options(self, options: Options) -> None: ...

    def show_letter(self, title: str, values: Mapping[str, Any], bound: Sequence[Bound], known: bool) -> None:
        """Show the form with these values. `known`: the letter is in the case already."""
        ...

    def show_wanted(self, wanted: Wanted) -> None: ...

    def show_preview(self, preview: Preview) -> None: ...

    def show_faults(self, faults: Mapping[str, str]) -> None: ...

    def end_letter(self) -> None: ...


class LetterPresenter:
    """One letter at a time, new or to be corrected."""

    def __init__(
        self,
        context: CaseContext,
        view: LetterView,
        others: OfficeFiles,
        told: Callable[[str, CaseFile], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self._context, self._view, self._others = context, view, others
        self._told, self._failed = told, failed
        self._words = LetterWords(context)
        self._jobs = Latest(context.jobs)
        self._client = self._letter = ""
        self._asked: tuple[str, Arrival] | None = None
        self._ready = False
        context.desk.subscribe(self._another)

    # What a person does

    def begin(self, letter_id: str = "") -> None:
        """An empty form, or one with a letter of the case."""
        case = self._context.desk.case
        if case is None:
            return
        from desktop.services import decision_letters
        from desktop.services.letter_drafts import Draft, draft_of

        if not self._ready:
            self._view.show_options(self._words.options())
            self._ready = True
        self._client, self._letter, self._asked = self._context.desk.client_id, letter_id, None
        texts = self._context.texts
        if letter_id:
            draft = draft_of(decision_letters.letter_in(case, letter_id), texts)
            title, bound = texts(mark("Correct decision letter")), _NOBODY
        else:
            draft = Draft(arrival=Arrival.DELIVERED)
            title = texts(mark("Enter decision letter"))
            bound = tuple(
                Bound(each.link.case, each.case.client.name) for each in decision_letters.household_of(case)
            )
        self._view.show_letter(title, asdict(draft), bound, bool(letter_id))
        self._look(draft)

    def change(self, values: Mapping[str, Any]) -> None:
        """Something was typed or chosen."""
        self._look(self._draft(values))

    def enter(self, values: Mapping[str, Any], bound: Sequence[str]) -> None:
        """Put the letter into the case and, with the relatives chosen, into theirs; or say what is wrong."""
        before, draft = self._context.desk.case, self._draft(values)
        if before is None or self._client != self._context.desk.client_id:
            return
        from desktop.services import decision_letters
        from desktop.services.letter_drafts import faults, letter_of

        reference, today, texts = self._context.reference, self._context.today(), self._context.texts
        wrong = faults(reference, draft, today)
        self._view.show_faults({field: texts.problem(problem) for field, problem in wrong.items()})
        if wrong:
            return
        letter = letter_of(reference, draft, today, self._letter)
        self._view.end_letter()
        self._context.desk.change(decision_letters.put(before, letter))
        name = self._words.decision(letter.decision)
        self._told(texts(mark("{decision}: entered."), decision=name), before)
        if bound:
            self._record(letter, bound)

    def remove(self) -> None:
        """Take out a letter that was entered by mistake; there is a way back."""
        before = self._context.desk.case
        if before is None or not self._letter:
            return
        from desktop.services import decision_letters

        self._view.end_letter()
        self._context.desk.change(decision_letters.remove(before, self._letter))
        self._told(self._context.texts(mark("The decision letter is taken out of the case.")), before)

    def settle(self, letter_id: str, settled: bool) -> None:
        """A letter that needs nothing more (withdrawn, annulled, final), or one that counts again."""
        before = self._context.desk.case
        if before is None:
            return
        from desktop.services import decision_letters

        if settled:
            reference, today = self._context.reference, self._context.today()
            try:
                after = decision_letters.close(reference, before, letter_id, today)
            except Problem as problem:
                self._failed(problem)
                return
            said = mark("The decision letter is settled.")
        else:
            after = decision_letters.reopen(before, letter_id)
            said = mark("The decision letter counts again.")
        self._context.desk.change(after)
        self._told(self._context.texts(said), before)

    # What is shown

    def _another(self, client: str, _: CaseFile) -> None:
        if self._client and client != self._client:
            self._client = ""
            self._view.end_letter()

    def _draft(self, values: Mapping[str, Any]) -> Draft:
        from desktop.services.letter_drafts import Draft

        return Draft(**values)

    def _look(self, draft: Draft) -> None:
        """Ask for what this decision needs, and show what would follow."""
        asked = draft.decision, draft.arrival
        if asked != self._asked:
            self._asked = asked
            self._view.show_wanted(self._words.wanted(draft))
        case = self._context.desk.case
        if case is not None:
            self._jobs.run(
                lambda: self._words.preview(case, draft),
                done=self._view.show_preview,
                failed=self._failed,
            )

    def _record(self, letter: DecisionLetter, bound: Sequence[str]) -> None:
        client = self._client

        def recorded(_: int) -> None:
            if self._context.desk.client_id == client:
                self._context.desk.open(client)

        self._context.jobs.run(
            lambda: self._others.record_letter(letter, bound), done=recorded, failed=self._failed
        )
