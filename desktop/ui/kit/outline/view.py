"""The tree of an outline: arrows open and close, nothing jumps when the lines change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from desktop.ui.kit.look import Look

from .delegate import LineDelegate
from .line import Line
from .model import EDITOR, OutlineModel, spoken


class OutlineView(QTreeView):
    """`opened` with the key of a lazy line, when it was opened or closed.

    A subclass that lets a person act on a line makes the form for it (`form`); it stands under the line.
    """

    opened = Signal(str, bool)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._restoring, self._afresh = False, False
        self._closed: set[str] = set()
        self._open: set[str] = set()
        self.lines = OutlineModel()
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
        parts: Mapping[str, Sequence[Line]] = MappingProxyType({}),
    ) -> None:
        """Other lines, with the parts of the lazy ones that are open; what was open and in sight stays so."""
        if self.lines.same(lines, parts) and not self._afresh:
            return
        chosen = self.currentIndex()
        key = self.lines.line(chosen).key if chosen.isValid() and not self._afresh else ""
        place = 0 if self._afresh else self.verticalScrollBar().value()
        self._afresh = False
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
        """The parts of a lazy line that was opened just now."""
        self._restoring = True
        self.lines.put_parts(key, parts)
        self._open_again(key)
        self._restoring = False

    def forget(self) -> None:
        """What comes next is something else: nothing of it is open, and it is shown from its beginning."""
        self._open.clear()
        self._closed.clear()
        self._afresh = True

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

    def form(self, line: Line) -> QWidget | None:  # noqa: ARG002
        """What stands under a line that a person can act on."""
        return None

    def _put_forms(self, index: QModelIndex) -> None:
        """Editors of the lines inside, now that they can be seen."""
        for number in range(self.lines.rowCount(index)):
            inside = self.lines.index(number, 0, index)
            line = self.lines.line(inside)
            if line.level == EDITOR and self.indexWidget(inside) is None:
                form = self.form(line)
                if form is not None:
                    self.setIndexWidget(inside, form)

    def _form_key(self) -> bool:
        """Whether the keyboard is in one of the forms."""
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and focused is not self and self.isAncestorOf(focused)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
