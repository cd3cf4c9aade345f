"""The page “Zeitverlauf”: the time line on top, every paper as a row, and the form for the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.answers import Proof
from desktop.cases.status import StatusPeriod
from desktop.services.words.answers import AnswerWords
from desktop.services.words.names import OTHER_TITLE
from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.labels import button, isolated, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, scrolling
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import Sign
from desktop.ui.kit.table import Column, TupleTable

from .paper_entry import EnteredPaper, PaperEntry
from .timeline import MarkKind, Timeline
from .timeline_view import TimelineView

_SIGNS = {
    MarkKind.GAP: Sign("urgency_soon", "soon", mark("gap")),
    MarkKind.OVERLAP: Sign("info", "later", mark("overlap")),
    MarkKind.NOTHING_TODAY: Sign("urgency_overdue", "overdue", mark("no valid paper")),
}
_NARROW = 900


class HistoryPage(QWidget):
    """`entered` with an EnteredPaper, `change_wanted` and `remove_wanted` with a number, `undo_wanted`."""

    entered = Signal(object)
    change_wanted = Signal(int)
    remove_wanted = Signal(int)
    undo_wanted = Signal()

    def __init__(self, look: Look, words: AnswerWords, today: Callable[[], date]) -> None:
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look, self._words = look, words
        self.banner = Banner(look)
        self.line = TimelineView(look)
        self._chosen = label("", "")
        self._entered_paper: StatusPeriod | None = None
        self._marks = QVBoxLayout()
        self._marks.setSpacing(px(4))
        self.table = TupleTable(look, self._columns(), texts(mark("Papers in order of time")))
        self.entry = PaperEntry(look, words, today)
        self._add = button(texts(mark("New paper (Ins)")), "", "add", look)
        self._edit = button(texts(mark("Change")), "quiet", "edit", look)
        self._remove = button(texts(mark("Remove")), "quiet", "delete", look)
        self._form_card = Card(look, texts(mark("New paper")))
        self._build()
        self._connect()
        self.setFocusProxy(self.line)
        QShortcut(QKeySequence(Qt.Key.Key_Insert), self, self.begin_new)

    # Shown

    def show_history(self, line: Timeline, periods: Sequence[StatusPeriod]) -> None:
        self.line.show_timeline(line)
        self.table.rows.reset(list(enumerate(periods)))
        if self._entered_paper in periods:
            self.line.choose(periods.index(self._entered_paper))
        self._entered_paper = None
        self.table.choose(self.line.current)
        self.table.setVisible(bool(periods))
        for each in (self._edit, self._remove):
            each.setEnabled(bool(periods))
        self._show_marks(line)
        self._show_chosen()

    def show_change(self, number: int, status: StatusPeriod, proof: Proof) -> None:
        self._form_card.set_title(self._look.texts(mark("Change paper")))
        self.entry.begin_change(number, status, proof)

    def show_undo(self, sentence: str) -> None:
        self.banner.say("done", sentence, action=self._look.texts(mark("Undo")))

    def begin_new(self) -> None:
        """Put the keyboard into the empty form."""
        self._form_card.set_title(self._look.texts(mark("New paper")))
        self.entry.begin_new()
        self.entry.status.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Building

    def _build(self) -> None:
        look, px = self._look, self._look.theme.px
        upper = Card(look)
        upper.body.addWidget(self.line)
        upper.body.addWidget(self._chosen)
        upper.body.addLayout(self._marks)
        listed = Card(look, look.texts(mark("Papers held")))
        buttons = QHBoxLayout()
        for each in (self._add, self._edit, self._remove):
            buttons.addWidget(each)
        buttons.addStretch()
        listed.body.addLayout(buttons)
        listed.body.addWidget(self.table, 1)
        listed.body.addStretch()
        self.table.setMinimumHeight(px(220))
        self._form_card.body.addWidget(self.entry)
        self._columns_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns_row.setSpacing(px(16))
        self._columns_row.addWidget(listed, 3)
        self._columns_row.addWidget(self._form_card, 2)
        content = QVBoxLayout()
        content.setSpacing(px(16))
        content.addWidget(self.banner)
        content.addWidget(upper)
        content.addLayout(self._columns_row)
        content.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling(content))

    def _connect(self) -> None:
        self.line.chosen.connect(self._line_chosen)
        self.line.change_wanted.connect(self.change_wanted)
        self.line.remove_wanted.connect(self.remove_wanted)
        self.table.opened.connect(lambda row: self.change_wanted.emit(row[0]))
        self.table.remove_asked.connect(lambda row: self.remove_wanted.emit(row[0]))
        self.table.selectionModel().currentRowChanged.connect(lambda now, _: self.line.choose(now.row()))
        self.entry.entered.connect(self._entered)
        self.entry.left.connect(self._left)
        self._add.clicked.connect(self.begin_new)
        self._edit.clicked.connect(lambda: self.change_wanted.emit(self.line.current))
        self._remove.clicked.connect(lambda: self.remove_wanted.emit(self.line.current))
        self.banner.asked.connect(self.undo_wanted)
        self.banner.asked.connect(self.banner.clear)

    def _columns(self) -> list[Column]:
        names, words, texts = self._words.names, self._words, self._look.texts

        def status(period: StatusPeriod) -> str:
            other = period.status_code == OTHER_TITLE
            return names.paper_of(period) if other else names.status_in_full(period.status_code)

        return [
            Column(texts(mark("Status")), lambda row: status(row[1])),
            Column(texts(mark("From – to")), lambda row: words.period(row[1].period), 200),
            Column(texts(mark("Number")), lambda row: isolated(row[1].number), 110, drop=2),
            Column(
                texts(mark("Issued by")), lambda row: isolated(names.authority(row[1].issued_by)), 180, drop=1
            ),
        ]

    def _entered(self, paper: EnteredPaper) -> None:
        self._form_card.set_title(self._look.texts(mark("New paper")))
        self._entered_paper = paper.status
        self.entered.emit(paper)
        self.entry.status.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> None:
        self._form_card.set_title(self._look.texts(mark("New paper")))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line_chosen(self, number: int) -> None:
        self.table.choose(number)
        self._show_chosen()

    def _show_chosen(self) -> None:
        self._chosen.setText(self.line.accessibleDescription())

    def _show_marks(self, line: Timeline) -> None:
        empty(self._marks)
        for each in line.marks:
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(SignPicture(self._look, _SIGNS[each.kind], 16), 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(label(each.words[:1].upper() + each.words[1:]), 1)
            self._marks.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._look.theme.px(_NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns_row.setDirection(direction)
