"""What can be done about the chosen date, and what doing it does to the case. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.casefile import CaseFile
from desktop.cases.letters import DecisionLetter
from desktop.cases.periods import PartialDate
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest

from .asking import Asked, Question
from .files import OfficeFiles
from .rows import DateWords, is_own, key_of

if TYPE_CHECKING:
    from desktop.deadlines.duedates import DueDate

_LEGAL = frozenset({"filing", "validity"})


class ActionsView(Protocol):
    """The buttons and questions as the presenter knows them."""

    def show_actions(self, possible: Sequence[str]) -> None: ...

    def ask(self, asked: Asked) -> None: ...

    def show_problem(self, problem: Problem | None) -> None: ...

    def show_log(self, lines: Sequence[str]) -> None: ...

    def print_slip(self, subject: str) -> None: ...

    def print_letters(self, about: Sequence[str]) -> None:
        """The sheets for a decision: the letter's id, and the date a slip is of."""


class Letters(Protocol):
    """What else is asked for of a date that follows from a decision letter, by the letter's id."""

    def begin(self, letter_id: str = "") -> None: ...

    def settle(self, letter_id: str, settled: bool) -> None: ...


class ActionsPresenter:
    """Acts on one date at a time. `told` gets a sentence about what was done, for the page's banner."""

    def __init__(
        self,
        context: CaseContext,
        view: ActionsView,
        told: Callable[[str, CaseFile], None],
        letters: Letters,
        files: OfficeFiles,
    ) -> None:
        """`told`: the sentence, and the case as it was before, for the way back."""
        self._context, self._view, self._told = context, view, told
        self._letters, self._files = letters, files
        self._jobs = Latest(context.jobs)
        self._words = DateWords(context)
        self._due: DueDate | None = None
        self._letter = ""

    def choose(self, due: DueDate | None) -> None:
        """Another date is looked at."""
        self._jobs.cancel()
        self._due, self._letter = due, due.letter if due is not None else ""
        self._view.show_actions([] if due is None else list(self._possible(due)))

    def choose_letter(self, letter: DecisionLetter) -> None:
        """A letter is looked at that needs nothing more."""
        self._due, self._letter = None, letter.id
        self._view.show_actions(["letter", "reopen_letter"])

    # What a person does

    def act(self, action: str) -> None:
        """Do it at once where nothing has to be said about it, or ask."""
        due = self._due
        match action:
            case "letter":
                self._letters.begin(self._letter)
                return
            case "settle_letter" | "reopen_letter":
                self._letters.settle(self._letter, action == "settle_letter")
                return
        if due is None:
            return
        if action == "log":
            self._show_log(due.entry)
            return
        if action in ("slip", "letters"):
            from desktop.services.sheets.slips import subject

            if action == "slip":
                self._view.print_slip(subject(due))
            else:
                self._view.print_letters((self._letter, subject(due)))
            return
        asked = self._asked(action, due)
        if asked is not None:
            self._view.ask(asked)
        else:
            self._do(action, due, {})

    def answer(self, action: str, values: dict[str, Any]) -> None:
        """Do what was asked about."""
        if self._due is not None:
            self._do(action, self._due, values)

    def _possible(self, due: DueDate) -> Iterator[str]:
        entry, own = self._words.entry(due), is_own(due)
        legal = due.nature.value in _LEGAL
        if due.settled:
            if entry is not None and not entry.open:
                yield "reopen"
        else:
            yield from self._while_open(due, entry, own, legal)
        if legal:
            yield "slip"
        if entry is not None:
            yield "log"

    def _while_open(self, due: DueDate, entry: Entry | None, own: bool, legal: bool) -> Iterator[str]:
        yield "done"
        if own:
            yield "move"
            yield "change"
        if legal and (entry is None or entry.confirmed_on is None):
            yield "check"
        if own and not legal:
            yield "delete"
        if entry is not None and entry.plan:
            yield "stop_plan"
        if due.letter:
            yield "letter"
            yield "letters"
            yield "settle_letter"

    def _show_log(self, entry_id: str) -> None:
        """What was done a moment ago is saved first, so that it stands in the log."""
        desk, texts = self._context.desk, self._context.texts
        desk.save()
        client = desk.client_id
        self._jobs.run(
            lambda: self._files.entry_log(client, entry_id),
            done=lambda lines: self._view.show_log([line.words(texts) for line in lines]),
            failed=self._view.show_problem,
        )

    def _asked(self, action: str, due: DueDate) -> Asked | None:
        texts = self._context.texts
        legal, entry = due.nature.value in _LEGAL, self._words.entry(due)
        if action == "done" and legal:
            how = Question(
                "how", texts(mark("How")), hint=texts(mark("e.g. action filed by fax, report kept"))
            )
            return Asked(action, texts(mark("What was done?")), texts(mark("Mark as done")), [how])
        if action == "move":
            new = Question(
                "day", texts(mark("New day")), "day", hint=texts(mark("+14, +3M, 22 Nov; from today"))
            )
            why = Question("why", texts(mark("Why")), hint=texts(mark("e.g. extended in writing on 2 Dec")))
            asked = [new, why] if legal else [new]
            return Asked(action, texts(mark("To which day?")), texts(mark("Move date")), asked)
        if action == "change" and entry is not None:
            return Asked(
                action, texts(mark("Change the words")), texts(mark("Save change")), self._changeable(entry)
            )
        return None

    def _changeable(self, entry: Entry) -> list[Question]:
        texts = self._context.texts
        asked = [Question("what", texts(mark("What")), value=entry.what)]
        if entry.kind is EntryKind.APPOINTMENT:
            asked.append(
                Question("time", texts(mark("Time")), value=entry.time, hint=texts(mark("e.g. 14:30")))
            )
            asked.append(Question("place", texts(mark("Place")), value=entry.place))
        start = PartialDate.exactly(entry.start_on) if entry.start_on is not None else None
        asked.append(Question("start_on", texts(mark("Start on")), "day", start))
        asked.append(Question("note", texts(mark("Note")), value=entry.note))
        return asked

    def _do(self, action: str, due: DueDate, values: dict[str, Any]) -> None:
        before = self._context.desk.case
        if before is None:
            return
        try:
            after = self._changed(before, action, due, values)
        except Problem as problem:
            self._view.show_problem(problem)
            return
        self._context.desk.change(after)
        said = self._context.texts(_SAID[action], what=self._words.name(due))
        self._told(said, before)

    def _changed(self, case: CaseFile, action: str, due: DueDate, values: dict[str, Any]) -> CaseFile:
        from desktop.services import agenda, plans, settling

        by, on, reference = self._context.user, self._context.today(), self._context.reference
        own, name = is_own(due), key_of(due)
        match action:
            case "done" if own:
                return agenda.done(case, due.entry, by=by, on=on, how=values.get("how", ""))
            case "done":
                return settling.settle(reference, case, name, how=values.get("how", ""), by=by, on=on)
            case "check" if own:
                return agenda.confirm(case, due.entry, by=by, on=on)
            case "check":
                return settling.confirm(reference, case, name, by=by, on=on)
            case "reopen":
                return agenda.reopen(case, due.entry)
            case "delete":
                return agenda.delete(case, due.entry)
            case "stop_plan":
                return plans.stop(case, agenda.entry_of(case, due.entry).plan)
            case "move":
                day = values["day"]
                if day is None:
                    raise Problem(mark("The day is missing."), mark("Type a day, for example +14 or 22 Nov."))
                return agenda.move(case, due.entry, day.earliest, by=by, on=on, why=values.get("why", ""))
        entry = agenda.entry_of(case, due.entry)
        start = values.pop("start_on", None)
        changed = replace(entry, **values, start_on=start.earliest if start is not None else None)
        return agenda.change(case, changed, on=on)


_SAID = {
    "done": mark("{what}: done."),
    "move": mark("{what}: moved."),
    "change": mark("{what}: changed."),
    "check": mark("{what}: checked."),
    "reopen": mark("{what}: open again."),
    "delete": mark("{what}: deleted."),
    "stop_plan": mark("The plan is stopped; what was done stays."),
}
