"""The open questions: the best first, each answered in place; below, old answers to be confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.answers import Answer, Unknown
from desktop.services.words.answers import AnswerWords
from desktop.texts import mark
from desktop.ui.kit.answers.editor import AnswerEditor
from desktop.ui.kit.answers.judgement_form import JudgementForm
from desktop.ui.kit.choice import Option
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.labels import button, heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import Sign

from .asking import Answered, Old, Question

_NOT_ASKED = Answer(Unknown.NOT_ASKED)
_DONE = Sign("verdict_should", "entitled", mark("done"))


class QuestionCard(QFrame):
    """One question with its editor. `answered` with a value, `judged` with answer and reason.

    `done` by the button of a question that stays, or by Ctrl+Enter.
    """

    answered = Signal(str, object)
    judged = Signal(str, object, str)
    done = Signal()

    def __init__(
        self,
        look: Look,
        question: Question,
        words: AnswerWords,
        today: Callable[[], date],
        choices: Mapping[str, Sequence[Option]],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        px, fact = look.theme.px, question.fact
        self._texts = look.texts
        asked = words.names.question(fact.id)
        self.editor: AnswerEditor | JudgementForm
        if fact.kind.value == "judgement":
            self.editor = JudgementForm(look, asked)
            self.editor.judged.connect(lambda value, reason: self.judged.emit(fact.id, value, reason))
        else:
            self.editor = AnswerEditor(look, fact, words, today, choices)
            self.editor.answered.connect(lambda value: self.answered.emit(fact.id, value))
        self._asked = label(asked, "strong")
        self._decides = label("", "note")
        self._before = label("", "note")
        self._why = label(question.why, "note")
        if not question.why:  # never shown before it has a parent: it would be a window of its own
            self._why.hide()
        self._done = button(look.texts(mark("Done with this question (Ctrl+Enter)")), "quiet", "check", look)
        self._done.clicked.connect(self.done)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(14), px(10), px(14), px(12))
        layout.setSpacing(px(6))
        for each in (self._asked, self._before, self._decides, self._why, self.editor, self._done):
            layout.addWidget(each)
        self.setFocusProxy(self.editor)
        self.setAccessibleName(asked)
        self.show_question(question)

    @property
    def last(self) -> QWidget:
        """The last one Tab comes to, whether it can be seen or not."""
        return self._done

    def _finish(self) -> None:
        if isinstance(self.editor, JudgementForm) or self.editor.finish():
            self.done.emit()

    def show_question(self, question: Question) -> None:
        """The same question, perhaps worth more or less now."""
        self._before.setText(question.asked)
        self._before.setVisible(bool(question.asked))
        self._decides.setText(question.decides)
        self._decides.setVisible(bool(question.decides))
        self._done.setVisible(question.stays)
        if isinstance(self.editor, JudgementForm):
            self.editor.show_judgement(question.judgement)
        else:
            self.editor.show_answer(question.answer or _NOT_ASKED)


class QuestionsPanel(QWidget):
    """Keeps the cards that stay, so that nothing typed is lost when the order changes."""

    answered = Signal(str, object)
    judged = Signal(str, object, str)
    done = Signal()
    all_wanted = Signal()
    again_wanted = Signal(str)
    confirmed = Signal(str)

    def __init__(
        self,
        look: Look,
        words: AnswerWords,
        today: Callable[[], date],
        choices: Mapping[str, Sequence[Option]],
    ) -> None:
        super().__init__()
        self._look, self._words, self._today, self._choices = look, words, today, choices
        texts, px = look.texts, look.theme.px
        self._cards: dict[str, QuestionCard] = {}
        self._title = heading(texts(mark("Open questions")), 2)
        self._status = QWidget()
        self._status_words = label("", "strong")
        row = QHBoxLayout(self._status)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(SignPicture(look, _DONE), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._status_words, 1)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(10))
        self._more = button("", "quiet", "down", look)
        self._more.clicked.connect(self.all_wanted)
        self._old_title = heading(texts(mark("Is that still true?")), 2)
        self._old_title.hide()
        self._old = QVBoxLayout()
        self._old.setSpacing(px(10))
        self._recent_title = label(texts(mark("Answered a moment ago")), "strong")
        self._recent = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, px(4), 0)
        layout.setSpacing(px(10))
        layout.addWidget(self._title)
        layout.addWidget(self._status)
        layout.addLayout(self._column)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._old_title)
        layout.addLayout(self._old)
        layout.addWidget(self._recent_title)
        layout.addLayout(self._recent)
        layout.addStretch()

    def show_questions(self, questions: Sequence[Question], more: int, status: str) -> None:
        texts = self._look.texts
        lost_focus = self._remove({each.fact.id for each in questions})
        for place, question in enumerate(questions):
            card = self._cards.get(question.fact.id)
            if card is None:
                card = self._make(question)
            else:
                card.show_question(question)
            if self._column.indexOf(card) != place:
                self._column.removeWidget(card)
                self._column.insertWidget(place, card)
        count = sum(not each.stays for each in questions) + more
        none = texts(mark("No open questions"))
        said = texts.plural("{count} open question", "{count} open questions", count)
        self._title.setText(said if count else none)
        self._status.setVisible(bool(status))
        self._status_words.setText(status)
        self._more.setText(texts.plural("{count} more question", "{count} more questions", more))
        self._more.setVisible(bool(more))
        self._in_order()
        if lost_focus and questions:
            self._cards[questions[0].fact.id].setFocus(Qt.FocusReason.TabFocusReason)

    def show_answered(self, answered: Sequence[Answered]) -> None:
        empty(self._recent)
        self._recent_title.setVisible(bool(answered))
        for each in answered:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(each.words, "muted"), 1)
            again = button(self._look.texts(mark("Change")), "quiet", "edit", self._look)
            again.setAccessibleName(f"{self._look.texts(mark('Change'))}: {each.words}")
            again.clicked.connect(lambda _=False, fact=each.fact: self.again_wanted.emit(fact))
            row.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
            self._recent.addWidget(line)

    def show_old(self, old: Sequence[Old], more: int) -> None:
        """Answers that may have changed since: each can be confirmed or corrected in place."""
        texts, px = self._look.texts, self._look.theme.px
        empty(self._old)
        self._old_title.setVisible(bool(old))
        for each in old:
            card = QFrame()
            card.setProperty("role", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(px(14), px(10), px(14), px(12))
            column.setSpacing(px(6))
            column.addWidget(label(each.words, "strong"))
            column.addWidget(label(each.asked, "note"))
            row = QHBoxLayout()
            true = button(texts(mark("Still true")), "quiet", "check", self._look)
            true.setAccessibleName(f"{texts(mark('Still true'))}: {each.words}")
            true.clicked.connect(lambda _=False, fact=each.fact: self.confirmed.emit(fact))
            again = button(texts(mark("Change")), "quiet", "edit", self._look)
            again.setAccessibleName(f"{texts(mark('Change'))}: {each.words}")
            again.clicked.connect(lambda _=False, fact=each.fact: self.again_wanted.emit(fact))
            row.addWidget(true)
            row.addWidget(again)
            row.addStretch()
            column.addLayout(row)
            self._old.addWidget(card)
        if more:
            one, many = mark("{count} more old answer"), mark("{count} more old answers")
            self._old.addWidget(label(texts.plural(one, many, more), "note"))

    def focus_first(self) -> None:
        """Put the keyboard on the best question."""
        item = self._column.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self, question: Question) -> QuestionCard:
        card = QuestionCard(self._look, question, self._words, self._today, self._choices)
        card.answered.connect(self.answered)
        card.judged.connect(self.judged)
        card.done.connect(lambda: self._go_on(card))
        self._cards[question.fact.id] = card
        return card

    def _go_on(self, card: QuestionCard) -> None:
        """To the next question; one that is not answered stays where it is."""
        self.done.emit()
        following = self._column.itemAt(self._column.indexOf(card) + 1)
        widget = following.widget() if following is not None else None
        if widget is not None and card in self._cards.values():
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, kept: set[str]) -> bool:
        """Take the answered cards away; whether the keyboard was in one of them."""
        focused = QApplication.focusWidget()
        lost = False
        for name in [name for name in self._cards if name not in kept]:
            card = self._cards.pop(name)
            lost |= focused is not None and card.isAncestorOf(focused)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        return lost

    def _in_order(self) -> None:
        """Tab goes from question to question as the eye does."""
        before: QWidget | None = None
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            card: Any = item.widget() if item is not None else None
            if card is None:
                continue
            if before is not None:
                QWidget.setTabOrder(before, card.editor)
            QWidget.setTabOrder(card.editor, card.last)
            before = card.last
        if before is not None:
            QWidget.setTabOrder(before, self._more)
