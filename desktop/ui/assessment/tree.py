"""The tree of verdicts: arrows open and close, forms stand in place, nothing jumps on a change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from desktop.cases.answers import Judgement
from desktop.cases.applications import DecisionKind
from desktop.cases.words import DECISION_WORDS
from desktop.texts import mark
from desktop.ui.kit.answers.judgement_form import JudgementForm
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.form import text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.segments import Segments

from .delegate import LineDelegate
from .lines import Decide, Judge, Line, Waive
from .model import EDITOR, VerdictModel, spoken

AnyIndex = QModelIndex | QPersistentModelIndex


class VerdictTree(QTreeView):
    """`opened` with a title's key; `judged`, `waived`, `decided` from the forms inside."""

    opened = Signal(str, bool)
    judged = Signal(str, object, str)
    waived = Signal(str, str)
    decided = Signal(str, object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._judgements: Mapping[str, Judgement] = {}
        self._restoring = False
        self._closed: set[str] = set()
        self._open: set[str] = set()
        self.lines = VerdictModel(look)
        self.lines.setParent(self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(look, self))
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setIndentation(look.theme.px(18))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.expanded.connect(self._expanded)
        self.collapsed.connect(self._collapsed)
        self.clicked.connect(self._clicked)
        look.theme.changed.connect(self.scheduleDelayedItemsLayout)

    # Shown

    def show_lines(
        self,
        lines: Sequence[Line],
        parts: Mapping[str, Sequence[Line]],
        judgements: Mapping[str, Judgement],
    ) -> None:
        """Other verdicts; what was open, chosen and in sight stays so."""
        self._judgements = judgements
        if self.lines.same(lines, parts):
            return
        chosen = self.currentIndex()
        key = self.lines.line(chosen).key if chosen.isValid() else ""
        place = self.verticalScrollBar().value()
        in_form = self._form_key()
        self._restoring = True
        self.lines.reset(lines, parts)
        self._open_again()
        self._restoring = False
        found = self.lines.find(key) if key else QModelIndex()
        if not found.isValid() and lines:
            found = self.lines.index(0, 0)
        self.setCurrentIndex(found)
        self.verticalScrollBar().setValue(place)
        if in_form:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_parts(self, key: str, parts: Sequence[Line]) -> None:
        """The lines of a title that was opened just now."""
        self._restoring = True
        self.lines.put_parts(key, parts)
        self._open_again(key)
        self._restoring = False

    def forget(self) -> None:
        """Another client: nothing is open any more."""
        self._open.clear()
        self._closed.clear()

    def _open_again(self, under: str = "") -> None:
        for index in list(self.lines.every()):
            line = self.lines.line(index)
            if under and not line.key.startswith(under):
                continue
            wanted = line.key in self._open or (line.open and line.key not in self._closed)
            if wanted:
                self.setExpanded(index, True)
                self._put_forms(index)

    # Opening

    def _expanded(self, index: QModelIndex) -> None:
        line = self.lines.line(index)
        self._open.add(line.key)
        self._closed.discard(line.key)
        if line.lazy and not self._restoring:
            self.opened.emit(line.key, True)
        self._put_forms(index)

    def _collapsed(self, index: QModelIndex) -> None:
        line = self.lines.line(index)
        self._open.discard(line.key)
        self._closed.add(line.key)
        if line.lazy and not self._restoring:
            self.opened.emit(line.key, False)

    def _clicked(self, index: QModelIndex) -> None:
        if self.lines.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            QGuiApplication.clipboard().setText(spoken(self.lines.line(index)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self._act(index)
        else:
            super().keyPressEvent(event)

    def _act(self, index: QModelIndex) -> None:
        """Enter opens and closes; on a line with a form it goes into the form."""
        line = self.lines.line(index)
        if line.act is not None and line.level != EDITOR:
            self.setExpanded(index, True)
            form = self.indexWidget(self.lines.index(0, 0, index))
            if form is not None:
                form.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.lines.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))

    # Forms

    def _put_forms(self, index: QModelIndex) -> None:
        """Editors of the lines inside, now that they can be seen."""
        for number in range(self.lines.rowCount(index)):
            inside = self.lines.index(number, 0, index)
            line = self.lines.line(inside)
            if line.level == EDITOR and self.indexWidget(inside) is None:
                self.setIndexWidget(inside, self._form(line))

    def _form(self, line: Line) -> QWidget:
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

    def _form_key(self) -> bool:
        """Whether the keyboard is in one of the forms."""
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and focused is not self and self.isAncestorOf(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()


class _FormRow(QWidget):
    """A form inside the tree; its row grows and shrinks with it."""

    def __init__(self, tree: VerdictTree, look: Look) -> None:
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
