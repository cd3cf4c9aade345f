"""The page “Prüfung”: left the verdicts, best first, opened to their reasons; right what to ask next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.cases.answers import Judgement
from desktop.cases.periods import PartialDate
from desktop.errors import Problem
from desktop.services.words.answers import AnswerWords
from desktop.texts import mark
from desktop.ui.kit.answers.values import exact_day
from desktop.ui.kit.choice import Option
from desktop.ui.kit.columns import Columns
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import label, set_role
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.outline.line import Line

from .ahead_view import AheadPart
from .asking import Answered, Old, Question
from .questions_view import QuestionsPanel
from .tree import VerdictTree


class AssessmentPage(QWidget):
    """`planned` with a day or None; what the tree and the questions say comes through their own signals.

    F6 goes to the first question, Shift+F6 to the verdicts.
    """

    planned = Signal(object)

    def __init__(
        self,
        look: Look,
        words: AnswerWords,
        today: Callable[[], date],
        choices: Mapping[str, Sequence[Option]],
        judgements: Callable[[], Mapping[str, Judgement]],
    ) -> None:
        """`judgements` gives those of the open case, for the forms in the tree."""
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look, self._judgements = look, judgements
        self.banner = Banner(look)
        self.day = DayField(look, today, exact=True)
        self.day.setAccessibleName(texts(mark("Decision expected on")))
        self.tree = VerdictTree(look, texts(mark("What each title comes to")))
        self.questions = QuestionsPanel(look, words, today, choices)
        self.ahead = AheadPart(look)
        self._law = label("", "muted", wrap=False)
        head = FlowLayout(spacing=px(8))
        head.addWidget(label(texts(mark("Decision expected on")), "", wrap=False))
        head.addWidget(self.day)
        self._about_day = label(texts(mark("empty: today")), "note", wrap=False)
        head.addWidget(self._about_day)
        head.addWidget(self._law)
        verdicts = QWidget()
        left = QVBoxLayout(verdicts)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(8))
        left.addLayout(head)
        left.addWidget(self.tree, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.banner)
        layout.addWidget(Columns(look, verdicts, self._beside(), (62, 38)), 1)
        self.setFocusProxy(self.tree)
        self.day.entered.connect(self._plan)
        self.day.wrong.connect(self._say_wrong)
        QShortcut(QKeySequence("F6"), self, self.questions.focus_first)
        QShortcut(QKeySequence("Shift+F6"), self, self.tree.setFocus)

    def _beside(self) -> QWidget:
        """What time brings, then what to ask."""
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.px(8))
        column.addWidget(self.ahead)
        column.addWidget(self.questions)
        return right

    # Shown

    def show_titles(self, lines: Sequence[Line], parts: Mapping[str, Sequence[Line]]) -> None:
        self.tree.show_titles(lines, parts, self._judgements())

    def show_parts(self, key: str, parts: Sequence[Line]) -> None:
        self.tree.show_parts(key, parts)

    def show_law(self, words: str) -> None:
        self._law.setText(words)

    def show_day(self, day: date | None) -> None:
        """Another client is open."""
        self.day.set_value(None if day is None else PartialDate.exactly(day))
        self.tree.forget()

    def show_questions(self, questions: Sequence[Question], more: int, status: str) -> None:
        focused = QApplication.focusWidget()
        among_them = focused is not None and self.questions.isAncestorOf(focused)
        self.questions.show_questions(questions, more, status)
        if among_them and not questions:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answered(self, answered: Sequence[Answered]) -> None:
        self.questions.show_answered(answered)

    def show_old(self, old: Sequence[Old], more: int) -> None:
        self.questions.show_old(old, more)

    def show_problem(self, problem: Problem | None) -> None:
        if problem is None:
            self.banner.clear()
        else:
            self.banner.say_problem(problem)

    def _say_wrong(self, problem: str) -> None:
        """What is wrong with the typed day; the verdicts stay those of the day before."""
        set_role(self._about_day, "role", "problem" if problem else "note")
        self._about_day.setText(problem or self._look.texts(mark("empty: today")))

    def _plan(self, day: PartialDate | None) -> None:
        if not self.day.problem:
            self.planned.emit(exact_day(day))
