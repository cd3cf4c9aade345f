"""What the assessment page shows and when: verdicts, open questions, and what an answer does to both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from desktop.cases.answers import Ternary, Unknown, Waiver
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.rules.verdict import WORST
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest
from desktop.ui.kit.outline.line import Line
from desktop.ui.kit.signs import VERDICT_SIGNS

from .asking import Asking, QuestionsView
from .changing import Changing
from .explaining import STATUS, Explaining
from .folding import Folding

if TYPE_CHECKING:
    from desktop.rules.questions import OpenQuestion, StillTrue
    from desktop.rules.results import Assessment, TitleResult


class AssessmentView(QuestionsView, Protocol):
    """The page as the presenter knows it."""

    def show_titles(self, lines: Sequence[Line], parts: Mapping[str, Sequence[Line]]) -> None: ...

    def show_parts(self, key: str, parts: Sequence[Line]) -> None: ...

    def show_law(self, words: str) -> None: ...

    def show_day(self, day: date | None) -> None: ...

    def show_problem(self, problem: Problem | None) -> None: ...


class AssessmentPresenter:
    """Evaluates anew after every change of the case; an answer that came too late is dropped."""

    def __init__(self, context: CaseContext, view: AssessmentView) -> None:
        self._context, self._view = context, view
        self._jobs = Latest(context.jobs)
        self._changing = Changing(context, self._reshow)
        self._explaining: Explaining | None = None
        self._client = ""
        self._planned: date | None = None
        self._found: Assessment | None = None
        self._opened: set[str] = set()
        self._asking = Asking(context, view)
        self._folding = Folding(context)
        context.desk.subscribe(self._case_changed)

    # What a person does

    def plan(self, day: date | None) -> None:
        """The day on which the authority is expected to decide; None for today."""
        if day != self._planned:
            self._planned = day
            self._evaluate()

    def open_title(self, key: str, opened: bool) -> None:
        """A title was opened or closed; what is inside is made only when somebody looks."""
        if not opened:
            self._opened.discard(key)
        elif key not in self._opened:
            self._opened.add(key)
            self._view.show_parts(key, self._parts(key))
            self._look_for_changes()

    def answer(self, fact: str, value: Any) -> None:
        """An open question is answered; a list stays on the page until the person is done with it."""
        is_list = isinstance(value, tuple) and bool(value)
        self._asking.staying = fact if is_list else ""
        if value is not Unknown.NOT_ASKED:
            self._asking.remember(fact)
        self._context.answer(fact, value)

    def done(self) -> None:
        """The list that stayed on the page is complete."""
        self._asking.ask("")

    def ask_again(self, fact: str) -> None:
        """Bring an answered question back to correct it."""
        self._asking.ask(fact)

    def confirm(self, fact: str) -> None:
        """An old answer or judgement is still true: it gets today's day."""
        case = self._context.desk.case
        if case is not None and (fact in case.facts or fact in case.judgements):
            from desktop.services.assessment import confirmed

            today = self._context.today()
            self._context.desk.change(confirmed(case, fact, by=self._context.user, on=today))

    def judge(self, name: str, value: Ternary, reason: str) -> None:
        """A judgement made in the tree or among the questions."""
        self._asking.staying = ""
        if value is not Ternary.UNKNOWN:
            self._asking.remember(name)
        self._context.judge(name, value, reason)

    def waive(self, leaf: str, reason: str) -> None:
        """Find that a rule condition does not stand in the way of this case; no reason takes it back."""
        case = self._context.desk.case
        if case is None:
            return
        waivers = {key: each for key, each in case.waivers.items() if key != leaf}
        if reason:
            waivers[leaf] = Waiver(leaf, self._context.user, self._context.today(), reason)
        self._context.desk.change(replace(case, waivers=MappingProxyType(waivers)))

    def decide(self, title: str, kind: DecisionKind) -> None:
        """Look at a title as a grant or as an extension."""
        case = self._context.desk.case
        if case is None:
            return
        before = case.request_for(title)
        asked = Request(title, kind, before.on if before is not None else None)
        others = tuple(each for each in case.requests if each.title_id != title)
        self._context.desk.change(replace(case, requests=(*others, asked)))

    def show_all_questions(self) -> None:
        """Not only the best ones."""
        self._asking.show_all()

    # Evaluating

    @property
    def _day(self) -> date:
        return self._planned or self._context.today()

    def _case_changed(self, client: str, _: CaseFile) -> None:
        if client != self._client:
            self._client = client
            self._planned = None
            self._opened.clear()
            self._asking.forget()
            self._view.show_day(None)
        self._evaluate()

    def _evaluate(self) -> None:
        case, day = self._context.desk.case, self._day
        if case is None:
            return
        self._jobs.run(
            lambda: evaluate(self._context, case, day),
            done=lambda found: self._take(case, day, *found),
            failed=lambda problem: self._fail(case, problem),
        )

    def _take(
        self,
        case: CaseFile,
        day: date,
        found: Assessment,
        questions: Sequence[OpenQuestion],
        old: Sequence[StillTrue],
    ) -> None:
        if not self._context.is_open(case) or day != self._day:
            return
        self._found = found
        self._asking.take(questions, old, any(each.routes for each in found.titles))
        self._changing.forget()
        texts = self._context.texts
        self._view.show_problem(None)
        self._view.show_law(texts(mark("Law as of {day}"), day=texts.day(found.law_checked_on)))
        self._reshow()
        self._look_for_changes()
        self._asking.show()

    def _reshow(self) -> None:
        """All titles, with what is inside of those that are open."""
        case, found = self._context.desk.case, self._found
        if case is None or found is None:
            return
        lines = self._lines(case, found)
        self._opened &= {each.key for line in lines for each in line.all()}
        self._view.show_titles(lines, {key: self._parts(key) for key in self._opened})

    def _look_for_changes(self) -> None:
        case, found = self._context.desk.case, self._found
        if case is not None and found is not None:
            opened = [each for each in found.titles if f"title {each.norm.id}" in self._opened]
            self._changing.want(case, self._day, opened)

    def _fail(self, case: CaseFile, problem: Problem) -> None:
        """Nothing stands there that was found for another day."""
        if self._context.is_open(case):
            self._found = None
            self._view.show_titles((), {})
            self._asking.nothing()
            self._view.show_problem(problem)

    def _lines(self, case: CaseFile, found: Assessment) -> list[Line]:
        """What is told in full, best first; then what nothing speaks for and what is closed, folded.

        A title that is only held stands on top while the client holds it. What holds today stands before
        what is closed. Last come titles whose text of the day the pack does not hold: nobody shall take them
        for closed.
        """
        from desktop.services.outlook import Told, told

        explaining = self._explain()
        held = {
            each.title_id for each in case.status_periods if each.period.longest.covers(self._context.today())
        }
        closest = {each for each in held if each} | {each.title_id for each in case.requests}
        only_held = [each for each in found.titles if each.norm.no_grant is not None and each.norm.id in held]
        sorted_out: dict[Told, list[TitleResult]] = {each: [] for each in Told}
        for result in found.titles:
            if result not in only_held and (result.verdict is not None or result.not_covered is not None):
                sorted_out[told(result, closest)].append(result)
        lines = [explaining.title(each, held=True) for each in only_held]
        lines += [explaining.title(each) for each in sorted_out[Told.IN_FULL]]
        if found.status.shown:
            shut = VERDICT_SIGNS[WORST.value]
            first_shut = (number for number, each in enumerate(lines) if each.sign is shut)
            lines.insert(next(first_shut, len(lines)), explaining.status(found.status))
        folding = self._folding
        place = self._context.reference.pack.norm_ids.index  # folded ones in the order of the statute
        waiting, closed, no_text = (
            sorted(sorted_out[each], key=lambda result: place(result.norm.id))
            for each in (Told.WAITING, Told.CLOSED, Told.NO_TEXT)
        )
        alone = not (lines or waiting)
        lines += folding.waiting([explaining.title(each) for each in waiting], waiting)
        lines += folding.closed([explaining.title(each) for each in closed], closed, alone)
        lines += folding.no_text([explaining.title(each) for each in no_text], no_text)
        return lines

    def _parts(self, key: str) -> Sequence[Line]:
        found = self._found
        if found is None:
            return ()
        if key == STATUS:
            return self._explain().status_parts(found.status)
        result = next((each for each in found.titles if f"title {each.norm.id}" == key), None)
        if result is None:
            return ()
        return self._explain().parts(result, self._changing.lines(result, key))

    def _explain(self) -> Explaining:
        if self._explaining is None:
            self._explaining = Explaining(self._context)
        return self._explaining


def evaluate(
    context: CaseContext, case: CaseFile, day: date
) -> tuple[Assessment, Sequence[OpenQuestion], Sequence[StillTrue]]:
    """Every verdict, open question and old answer by the law of a day."""
    from desktop.services import assessment

    found = assessment.assess(context.reference, case, day)
    found.complete()
    questions = assessment.open_questions(context.reference, found, case)
    return found, questions, assessment.still_true(context.reference, found, case, context.today())
