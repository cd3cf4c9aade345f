"""What the assessment page shows and when: verdicts, open questions, and what an answer does to both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from desktop.cases.answers import Answer, Judgement, Ternary, Unknown, Waiver
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.rules.verdict import WORST
from desktop.services.words.questions import QuestionWords
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.jobs import Latest
from desktop.ui.kit.outline.line import Line

from .explaining import STATUS, Explaining

if TYPE_CHECKING:
    from desktop.rules.assess import Assessment, TitleResult
    from desktop.rules.questions import OpenQuestion, StillTrue
    from desktop.rules.vocabulary import Fact

AT_ONCE = 6
_REMEMBERED = 3
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Question:
    """One open question. `stays`: it is answered already and only shown until the person is done with it."""

    fact: Fact
    decides: str
    why: str
    answer: Answer | None
    judgement: Judgement | None
    stays: bool = False
    asked: str = ""
    """What came of asking before."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Something answered on this page a moment ago, and how."""

    fact: str
    words: str


@dataclass(frozen=True, slots=True)
class Old:
    """An answer that may no longer be true: its question and the answer that stands."""

    fact: str
    asked: str
    words: str


class AssessmentView(Protocol):
    """The page as the presenter knows it."""

    def show_titles(self, lines: Sequence[Line], parts: Mapping[str, Sequence[Line]]) -> None: ...

    def show_parts(self, key: str, parts: Sequence[Line]) -> None: ...

    def show_law(self, words: str) -> None: ...

    def show_day(self, day: date | None) -> None: ...

    def show_questions(self, questions: Sequence[Question], more: int, status: str) -> None: ...

    def show_answered(self, answered: Sequence[Answered]) -> None: ...

    def show_old(self, old: Sequence[Old], more: int) -> None: ...

    def show_problem(self, problem: Problem | None) -> None: ...


class AssessmentPresenter:
    """Evaluates anew after every change of the case; an answer that came too late is dropped."""

    def __init__(self, context: CaseContext, view: AssessmentView) -> None:
        self._context, self._view = context, view
        self._jobs = Latest(context.jobs)
        self._explaining: Explaining | None = None
        self._client = ""
        self._planned: date | None = None
        self._found: Assessment | None = None
        self._questions: Sequence[OpenQuestion] = ()
        self._old: Sequence[StillTrue] = ()
        self._opened: set[str] = set()
        self._answered: list[str] = []
        self._staying: str = ""
        self._at_once = AT_ONCE
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

    def answer(self, fact: str, value: Any) -> None:
        """An open question is answered; a list stays on the page until the person is done with it."""
        is_list = isinstance(value, tuple) and bool(value)
        self._staying = fact if is_list else ""
        if value is not Unknown.NOT_ASKED:
            self._remember(fact)
        self._context.answer(fact, value)

    def done(self) -> None:
        """The list that stayed on the page is complete."""
        self._staying = ""
        self._show_questions()

    def ask_again(self, fact: str) -> None:
        """Bring an answered question back to correct it."""
        self._staying = fact
        self._show_questions()

    def confirm(self, fact: str) -> None:
        """An old answer or judgement is still true: it gets today's day."""
        case = self._context.desk.case
        if case is not None and (fact in case.facts or fact in case.judgements):
            from desktop.services.assessment import confirmed

            today = self._context.today()
            self._context.desk.change(confirmed(case, fact, by=self._context.user, on=today))

    def judge(self, name: str, value: Ternary, reason: str) -> None:
        """A judgement made in the tree or among the questions."""
        self._staying = ""
        if value is not Ternary.UNKNOWN:
            self._remember(name)
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
        self._at_once = len(self._questions)
        self._show_questions()

    # Evaluating

    @property
    def _day(self) -> date:
        return self._planned or self._context.today()

    def _case_changed(self, client: str, _: CaseFile) -> None:
        if client != self._client:
            self._client = client
            self._planned = None
            self._opened.clear()
            self._answered.clear()
            self._staying, self._at_once = "", AT_ONCE
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
        self._found, self._questions, self._old = found, questions, old
        texts = self._context.texts
        self._view.show_problem(None)
        self._view.show_law(texts(mark("Law as of {day}"), day=texts.day(found.law_checked_on)))
        explaining = self._explain()
        ordered = self._in_order(case, found)
        lines = [explaining.title(result, held) for result, held in ordered]
        if found.status.shown:  # before what is closed
            closed = (number for number, (each, _) in enumerate(ordered) if each.verdict is WORST)
            lines.insert(next(closed, len(lines)), explaining.status(found.status))
        self._opened &= {line.key for line in lines}
        self._view.show_titles(lines, {key: self._parts(key) for key in self._opened})
        self._show_questions()

    def _fail(self, case: CaseFile, problem: Problem) -> None:
        """Nothing stands there that was found for another day."""
        if self._context.is_open(case):
            self._found, self._questions, self._old = None, (), ()
            self._view.show_titles((), {})
            self._view.show_questions((), 0, "")
            self._view.show_old((), 0)
            self._view.show_problem(problem)

    def _in_order(self, case: CaseFile, found: Assessment) -> list[tuple[TitleResult, bool]]:
        """Verdicts best first; a title that is only held stands on top while the client holds it.

        Last come titles whose text of the day the pack does not hold: nobody shall take them for closed.
        """
        held = {
            each.title_id for each in case.status_periods if each.period.longest.covers(self._context.today())
        }
        only_held = [each for each in found.titles if each.norm.no_grant is not None and each.norm.id in held]
        others = [
            each
            for each in found.titles
            if (each.verdict is not None or each.not_covered is not None) and each not in only_held
        ]
        return [(each, True) for each in only_held] + [(each, False) for each in others]

    def _parts(self, key: str) -> Sequence[Line]:
        found = self._found
        if found is None:
            return ()
        if key == STATUS:
            return self._explain().status_parts(found.status)
        result = next((each for each in found.titles if f"title {each.norm.id}" == key), None)
        return self._explain().parts(result) if result is not None else ()

    def _explain(self) -> Explaining:
        if self._explaining is None:
            self._explaining = Explaining(self._context)
        return self._explaining

    # Questions

    def _remember(self, fact: str) -> None:
        self._answered = [fact, *(each for each in self._answered if each != fact)][:_REMEMBERED]

    def _show_questions(self) -> None:
        case = self._context.desk.case
        if case is None:
            return
        shown = [self._question(each, case) for each in self._questions if each.input_id != self._staying]
        shown = shown[: self._at_once]
        more = len(self._questions) - len(shown)
        if self._staying:
            more -= any(each.input_id == self._staying for each in self._questions)
            shown.insert(0, self._staying_question(case))
        settled = not shown and self._found is not None and any(each.routes for each in self._found.titles)
        status = (
            self._context.texts(mark("Everything that can change a verdict is answered.")) if settled else ""
        )
        self._view.show_questions(shown, max(0, more), status)
        self._view.show_answered([each for each in map(self._said, self._answered) if each is not None])
        self._show_old()

    def _show_old(self) -> None:
        words = QuestionWords(self._context.reference.pack, self._context.texts)
        said = [(each, self._said(each.input_id)) for each in self._old if each.input_id != self._staying]
        lines = [Old(each.input_id, words.since(each), now.words) for each, now in said if now is not None]
        self._view.show_old(lines[:AT_ONCE], max(0, len(lines) - AT_ONCE))

    def _question(self, question: OpenQuestion, case: CaseFile) -> Question:
        fact = self._context.reference.pack.vocabulary[question.input_id]
        texts, names = self._context.texts, self._context.names
        named = names.titles(question.titles[:_NAMED])
        rest = len(question.titles) - _NAMED
        if rest > 0:
            named = texts(mark("{titles} and {count} more"), titles=named, count=rest)
        decides = texts.plural(
            "decides {count} title: {titles}",
            "decides {count} titles: {titles}",
            len(question.titles),
            titles=named,
        )
        return Question(
            fact,
            decides,
            self._why(fact),
            case.facts.get(fact.id),
            case.judgements.get(fact.id),
            asked=QuestionWords(self._context.reference.pack, texts).asked(question.asked),
        )

    def _staying_question(self, case: CaseFile) -> Question:
        fact = self._context.reference.pack.vocabulary[self._staying]
        answer, judgement = case.facts.get(fact.id), case.judgements.get(fact.id)
        return Question(fact, "", self._why(fact), answer, judgement, stays=True)

    def _why(self, fact: Fact) -> str:
        return self._context.texts.pick(fact.why) if fact.why is not None else ""

    def _said(self, name: str) -> Answered | None:
        """What was answered, as long as it still stands in the case."""
        case = self._context.desk.case
        fact = self._context.reference.pack.vocabulary[name]
        label, texts = self._context.names.fact(name), self._context.texts
        if case is not None and name in case.facts:
            return Answered(name, f"{label}: {self._context.words.answer(fact, case.facts[name])}")
        if case is not None and name in case.judgements:
            yes = case.judgements[name].value is Ternary.YES
            return Answered(name, f"{label}: {texts(mark('yes')) if yes else texts(mark('no'))}")
        return None


def evaluate(
    context: CaseContext, case: CaseFile, day: date
) -> tuple[Assessment, Sequence[OpenQuestion], Sequence[StillTrue]]:
    """Every verdict, open question and old answer by the law of a day."""
    from desktop.services import assessment

    found = assessment.assess(context.reference, case, day)
    questions = assessment.open_questions(context.reference, found, case)
    return found, questions, assessment.still_true(context.reference, found, case, context.today())
