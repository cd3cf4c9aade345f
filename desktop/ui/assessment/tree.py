"""The tree of verdicts: an outline with forms in place, for judgements, waivers and the kind of decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.answers import Judgement
from desktop.cases.applications import DecisionKind
from desktop.cases.words import DECISION_WORDS
from desktop.texts import mark
from desktop.ui.kit.answers.judgement_form import JudgementForm
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.form import text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.outline.line import Line
from desktop.ui.kit.outline.view import OutlineView
from desktop.ui.kit.segments import Segments

from .lines import Decide, Judge, Waive


class VerdictTree(OutlineView):
    """`opened` with a title's key; `judged`, `waived`, `decided` from the forms inside."""

    judged = Signal(str, object, str)
    waived = Signal(str, str)
    decided = Signal(str, object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._look = look
        self._judgements: Mapping[str, Judgement] = {}

    def show_titles(
        self,
        lines: Sequence[Line],
        parts: Mapping[str, Sequence[Line]],
        judgements: Mapping[str, Judgement],
    ) -> None:
        """Other verdicts, with the judgements made so far for the forms."""
        self._judgements = judgements
        self.show_lines(lines, parts)

    def form(self, line: Line) -> QWidget | None:
        around = _FormRow(self, self._look)
        match line.act:
            case Judge(name):
                form = JudgementForm(self._look, self._look.texts(mark("Your assessment")))
                form.show_judgement(self._judgements.get(name))
                form.judged.connect(lambda value, reason: self.judged.emit(name, value, reason))
                around.put(form)
            case Waive(leaf, waived, reason):
                around.put(self._waive_form(leaf, waived, reason))
            case Decide(title, kind):
                around.put(self._decide_form(title, kind))
        return around

    def _waive_form(self, leaf: str, waived: bool, reason: str) -> QWidget:
        texts = self._look.texts
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            label(texts(mark("An untypical case: this does not stand in the way here, because …")), "note")
        )
        row = QHBoxLayout()
        why = text_field(texts(mark("reason, in one sentence")), most=1000)
        why.setAccessibleName(texts(mark("Why this does not stand in the way")))
        why.setText(reason)
        take = button(texts(mark("Take over")))
        back = button(texts(mark("Take back")), "quiet")
        back.setVisible(waived)
        for each in (why, take, back):
            row.addWidget(each)
        column.addLayout(row)
        form.setFocusProxy(why)

        def accept() -> None:
            if why.text().strip():
                self.waived.emit(leaf, why.text().strip())

        take.clicked.connect(accept)
        why.returnPressed.connect(accept)
        back.clicked.connect(lambda: self.waived.emit(leaf, ""))
        return form

    def _decide_form(self, title: str, kind: DecisionKind) -> QWidget:
        texts = self._look.texts
        words = [(each, texts(word)) for each, word in DECISION_WORDS.items()]
        form = QWidget()
        row = FlowLayout(form, self._look.theme.px(8))
        asked = texts(mark("Asked for in this case:"))
        kinds = Segments(self._look, words, kind, asked)
        kinds.chosen.connect(lambda chosen: self.decided.emit(title, chosen))
        row.addWidget(label(asked, "muted", wrap=False))
        row.addWidget(kinds)
        form.setFocusProxy(kinds)
        return form


class _FormRow(QWidget):
    """A form inside the tree; its row grows and shrinks with it."""

    def __init__(self, tree: OutlineView, look: Look) -> None:
        super().__init__()
        self._tree = tree
        px = look.theme.px
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(px(36), px(2), px(16), px(8))

    def put(self, form: QWidget) -> None:
        self._layout.addWidget(form)
        self.setFocusProxy(form)

    def sizeHint(self) -> QSize:
        width = max(200, self._tree.viewport().width() - 6 * self._tree.indentation())
        height = self._layout.heightForWidth(width) if self._layout.hasHeightForWidth() else -1
        return QSize(width, max(height, super().sizeHint().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
        event.accept()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._tree.scheduleDelayedItemsLayout()
        return handled
