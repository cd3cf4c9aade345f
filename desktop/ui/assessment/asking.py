"""The questions of the assessment page: what is asked, was answered, and may no longer be true. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from desktop.cases.answers import Answer, Judgement, Ternary
from desktop.cases.casefile import CaseFile
from desktop.services.words.questions import QuestionWords
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

if TYPE_CHECKING:
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


class QuestionsView(Protocol):
    """The side of the page with the questions."""

    def show_questions(self, questions: Sequence[Question], more: int, status: str) -> None: ...

    def show_answered(self, answered: Sequence[Answered]) -> None: ...

    def show_old(self, old: Sequence[Old], more: int) -> None: ...


class Asking:
    """Keeps what is open; `staying` is the list that stays on the page until the person is done with it."""

    def __init__(self, context: CaseContext, view: QuestionsView) -> None:
        self._context, self._view = context, view
        self._questions: Sequence[OpenQuestion] = ()
        self._old: Sequence[StillTrue] = ()
        self._examined = False
        self._answered: list[str] = []
        self.staying = ""
        self._at_once = AT_ONCE

    def take(self, questions: Sequence[OpenQuestion], old: Sequence[StillTrue], examined: bool) -> None:
        """What is open now; `examined`: whether any title was examined at all."""
        self._questions, self._old, self._examined = questions, old, examined

    def forget(self) -> None:
        """Another client is open."""
        self._answered.clear()
        self.staying, self._at_once = "", AT_ONCE

    def nothing(self) -> None:
        """Nothing could be evaluated, so nothing is asked."""
        self.take((), (), False)
        self._view.show_questions((), 0, "")
        self._view.show_old((), 0)

    def ask(self, fact: str) -> None:
        """Bring a question to the front, answered or not; none with an empty name."""
        self.staying = fact
        self.show()

    def show_all(self) -> None:
        """Not only the best ones."""
        self._at_once = len(self._questions)
        self.show()

    def remember(self, fact: str) -> None:
        """This was answered here a moment ago."""
        self._answered = [fact, *(each for each in self._answered if each != fact)][:_REMEMBERED]

    def show(self) -> None:
        """The best questions, what was answered a moment ago, and what may no longer be true."""
        case = self._context.desk.case
        if case is None:
            return
        shown = [self._question(each, case) for each in self._questions if each.input_id != self.staying]
        shown = shown[: self._at_once]
        more = len(self._questions) - len(shown)
        if self.staying:
            more -= any(each.input_id == self.staying for each in self._questions)
            shown.insert(0, self._staying_question(case))
        settled = not shown and self._examined
        status = (
            self._context.texts(mark("Everything that can change a verdict is answered.")) if settled else ""
        )
        self._view.show_questions(shown, max(0, more), status)
        self._view.show_answered([each for each in map(self._said, self._answered) if each is not None])
        self._show_old()

    def _show_old(self) -> None:
        words = QuestionWords(self._context.reference.pack, self._context.texts)
        said = [(each, self._said(each.input_id)) for each in self._old if each.input_id != self.staying]
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
        fact = self._context.reference.pack.vocabulary[self.staying]
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
