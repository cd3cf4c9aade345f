"""The page “Angaben”: groups on the left, every fact of the group with its editor on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.cases.answers import Answer, Proof, Unknown
from desktop.services.words.answers import AnswerWords
from desktop.texts import NO_BREAK_SPACE, mark
from desktop.ui.kit.answers.editor import AnswerEditor
from desktop.ui.kit.answers.judgement_form import JudgementForm
from desktop.ui.kit.choice import Choice, Option
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.form import text_field
from desktop.ui.kit.labels import heading, icon_button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import tooltip
from desktop.ui.kit.outline.line import unbroken
from desktop.ui.kit.page import Card, scrolling

from .facts_presenter import FactRow, Group

_NOT_ASKED = Answer(Unknown.NOT_ASKED)
_Index = QModelIndex | QPersistentModelIndex
COUNT = Qt.ItemDataRole.UserRole + 1
_PROOFS = (Proof.CLAIMED, Proof.SEEN, Proof.COPY, Proof.ORIGINAL)


class FactsPage(QWidget):
    """What a person answered, proved, disputed or judged, by the id of the fact."""

    group_chosen = Signal(str)
    searched = Signal(str)
    answered = Signal(str, object)
    proven = Signal(str, object)
    disputed = Signal(str, bool)
    judged = Signal(str, object, str)

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
        self.search = text_field(texts(mark("Find a fact")))
        self.search.setAccessibleName(texts(mark("Find a fact")))
        self.search.setClearButtonEnabled(True)
        self.search.textEdited.connect(self.searched)
        self.groups = QListWidget()
        self.groups.setAccessibleName(texts(mark("Groups of facts")))
        self.groups.setMinimumWidth(px(230))
        self.groups.setMaximumWidth(px(280))
        self.groups.setItemDelegate(_GroupDelegate(look, self.groups))
        self.groups.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.groups.currentItemChanged.connect(self._group_changed)
        self._title = heading("", 2)
        self._nothing = label(texts(mark("No fact with these words.")), "muted")
        self._rows: dict[str, FactRowEditor | JudgementRowEditor] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(px(12))
        card = Card(look)
        card.body.addWidget(self._title)
        card.body.addWidget(self._nothing)
        card.body.addLayout(self._column)
        card.body.addStretch()
        around = QVBoxLayout()
        around.addWidget(card)
        around.addStretch()
        self._area = scrolling(around)
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.groups, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(16))
        layout.addLayout(left)
        layout.addWidget(self._area, 1)
        self.setFocusProxy(self.groups)

    # Shown

    def show_groups(self, groups: Sequence[Group], chosen: str) -> None:
        blocked = self.groups.blockSignals(True)
        if self.groups.count() != len(groups):
            self.groups.clear()
            for _ in groups:
                self.groups.addItem(QListWidgetItem())
        current = -1
        for number, group in enumerate(groups):
            item = self.groups.item(number)
            item.setText(group.title)
            item.setToolTip(tooltip(group.title))
            item.setData(COUNT, f"{group.answered}/{group.total}")
            item.setData(Qt.ItemDataRole.UserRole, group.id)
            said = self._look.texts(
                mark("{title}: {answered} of {total} answered"),
                title=group.title,
                answered=group.answered,
                total=group.total,
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            if group.id == chosen:
                current = number
        self.groups.setCurrentRow(current)
        self.groups.blockSignals(blocked)

    def show_rows(self, title: str, rows: Sequence[FactRow]) -> None:
        self._title.setText(title)
        self._nothing.setVisible(not rows)
        empty(self._column)
        self._rows = {}
        for row in rows:
            made: FactRowEditor | JudgementRowEditor
            if row.fact.kind.value == "judgement":
                made = JudgementRowEditor(self._look, row, self._words)
                made.judged.connect(self.judged)
            else:
                made = FactRowEditor(self._look, row, self._words, self._today, self._choices)
                made.answered.connect(self.answered)
                made.proven.connect(self.proven)
                made.disputed.connect(self.disputed)
            self._rows[row.fact.id] = made
            self._column.addWidget(made)
        self.update_rows(rows)
        self._area.verticalScrollBar().setValue(0)

    def update_rows(self, rows: Sequence[FactRow]) -> None:
        for row in rows:
            if row.fact.id in self._rows:
                self._rows[row.fact.id].show_row(row)

    def editor(self, fact: str) -> QWidget | None:
        """The editor of a fact that is shown."""
        return self._rows.get(fact)

    def _group_changed(self, now: QListWidgetItem | None) -> None:
        if now is not None:
            self.search.clear()
            self.group_chosen.emit(str(now.data(Qt.ItemDataRole.UserRole)))


class _GroupDelegate(QStyledItemDelegate):
    """The name in full, on two lines where it must be; the count stays with its last word."""

    def __init__(self, look: Look, groups: QListWidget) -> None:
        super().__init__(groups)
        self._look, self._groups = look, groups

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.text = f"{option.text}{2 * NO_BREAK_SPACE}{index.data(COUNT)}"
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        self.initStyleOption(option, index)
        px, width = self._look.theme.px, self._groups.viewport().width()
        option.rect = QRect(0, 0, width, px(1000))
        area = self._groups.style().subElementRect(
            QStyle.SubElement.SE_ItemViewItemText, option, self._groups
        )
        room = QRect(0, 0, area.width() - 2 * px(3), px(1000))  # the style keeps a little on both sides
        needed = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), option.text)
        return QSize(width, needed.height() + px(12))


class FactRowEditor(QWidget):
    """Label, question, editor; beneath an answer who gave it, what proves it, whether it is disputed."""

    answered = Signal(str, object)
    proven = Signal(str, object)
    disputed = Signal(str, bool)

    def __init__(
        self,
        look: Look,
        row: FactRow,
        words: AnswerWords,
        today: Callable[[], date],
        choices: Mapping[str, Sequence[Option]],
    ) -> None:
        super().__init__()
        texts, px, fact = look.texts, look.theme.px, row.fact
        name = words.names.fact(fact.id)
        self.editor = AnswerEditor(look, fact, words, today, choices)
        self._said = label("", "note", wrap=False)
        self.proof = Choice([(each, words.proof(each)) for each in _PROOFS])
        self.proof.setAccessibleName(texts(mark("Proof of: {fact}"), fact=name))
        self.dispute = QCheckBox(texts(mark("disputed")))
        self.dispute.setAccessibleName(texts(mark("Disputed: {fact}"), fact=name))
        self.clear = icon_button(look, "delete", texts(mark("Take the answer away: {fact}"), fact=name))
        self._known = QWidget()
        line = FlowLayout(self._known, px(8))
        for each in (self.proof, self._said, self.dispute, self.clear):
            line.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, px(8))
        layout.setSpacing(px(4))
        layout.addWidget(_head(name, fact.cite or ""))
        question = words.names.question(fact.id)
        if question != name:
            layout.addWidget(label(question, "muted"))
        layout.addWidget(self.editor)
        layout.addWidget(self._known)
        self.setToolTip(texts.pick(fact.why) if fact.why is not None else "")
        self.editor.answered.connect(lambda value: self.answered.emit(fact.id, value))
        self.proof.chosen.connect(lambda proof: self.proven.emit(fact.id, proof))
        self.dispute.clicked.connect(lambda on: self.disputed.emit(fact.id, on))
        self.clear.clicked.connect(lambda: self.answered.emit(fact.id, Unknown.NOT_ASKED))

    def show_row(self, row: FactRow) -> None:
        answer = row.answer or _NOT_ASKED
        self.editor.show_answer(answer)
        self._known.setVisible(row.answer is not None)
        self.proof.setVisible(answer.known)
        self.dispute.setVisible(answer.known)
        self.proof.set_value(answer.proof)
        self.dispute.setChecked(answer.disputed)
        self._said.setText(row.said)


class JudgementRowEditor(QWidget):
    """Label, question, and the form of the judgement."""

    judged = Signal(str, object, str)

    def __init__(self, look: Look, row: FactRow, words: AnswerWords) -> None:
        super().__init__()
        px, fact = look.theme.px, row.fact
        name, question = words.names.fact(fact.id), words.names.question(fact.id)
        self.form = JudgementForm(look, question)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, px(8))
        layout.setSpacing(px(4))
        layout.addWidget(_head(name, fact.cite or ""))
        if question != name:
            layout.addWidget(label(question, "muted"))
        layout.addWidget(self.form)
        self.form.judged.connect(lambda value, reason: self.judged.emit(fact.id, value, reason))

    def show_row(self, row: FactRow) -> None:
        self.form.show_judgement(row.judgement)


def _head(name: str, cite: str) -> QWidget:
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(name, "strong"), 1)
    row.addWidget(label(unbroken(cite), "note", wrap=len(cite) > 40), 0, Qt.AlignmentFlag.AlignTop)
    return head
