"""The records of a list fact: shown in a small table, added, changed and removed in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.words.answers import AnswerWords
from desktop.texts import mark

from ..labels import button, icon_button
from ..look import Look
from ..table import Column, TupleTable
from .record_form import RecordForm

_MOST_ROWS = 8
_ROW, _HEADER = 34, 36


class RecordList(QWidget):
    """`changed` carries all records after one was added, changed or removed; `removed` the one removed.

    Enter on a row changes it, Delete removes it.
    """

    changed = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        look: Look,
        kind: type,
        words: AnswerWords,
        today: Callable[[], date],
        name: str,
        columns: Sequence[Column] = (),
        fault: Callable[[Any], tuple[str, str] | None] = lambda _: None,
        text: Callable[[Any], str] | None = None,
    ) -> None:
        """`fault`: see `RecordForm`. `text`: a record in words that break; then there are no columns."""
        super().__init__()
        self._look = look
        self._make_form: Callable[[], RecordForm] = lambda: RecordForm(look, kind, words, today, fault)
        self._form: RecordForm | None = None
        self._records: tuple[Any, ...] = ()
        self._changing: int | None = None
        self._heads = bool(columns)
        self._wraps = text is not None
        alone = (Column("", text or words.record),)
        self.table = TupleTable(look, columns or alone, name, wrap=self._wraps)
        if self._wraps:
            self.table.verticalHeader().sectionResized.connect(lambda *_: self._fit_height())
        self.table.horizontalHeader().setVisible(self._heads)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._add = button(look.texts(mark("Add")), "", "add", look)
        self._add.setAccessibleName(f"{look.texts(mark('Add'))}: {name}")
        self._edit = icon_button(look, "edit", look.texts(mark("Change entry")))
        self._remove = icon_button(look, "delete", look.texts(mark("Remove entry")))
        buttons = QHBoxLayout()
        for each in (self._add, self._edit, self._remove):
            buttons.addWidget(each)
        buttons.addStretch()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.theme.px(8))
        self._layout.addWidget(self.table)
        self._layout.addLayout(buttons)
        self._add.clicked.connect(self.begin_new)
        self._edit.clicked.connect(self.table.open_chosen)
        self._remove.clicked.connect(self._remove_chosen)
        self.table.opened.connect(self._begin_change)
        self.table.remove_asked.connect(lambda _: self._remove_chosen())
        self.show_records(())

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these; a form that is being filled in stays open if its row is still there."""
        chosen = self.table.currentIndex().row()
        self._records = tuple(records)
        if self._changing is not None and self._changing >= len(self._records):
            self._close_form()
        self.table.rows.reset(self._records)
        self.table.choose(max(0, min(chosen, len(self._records) - 1)))
        self._fit_height()
        for each in (self.table, self._edit, self._remove):
            each.setVisible(bool(self._records))
        # The first stop: as a proxy, a later one would hide from Tab whatever stands before it.
        self.setFocusProxy(self.table if self._records else self._add)

    def _fit_height(self) -> None:
        px = self._look.theme.px
        most = px(_ROW) * _MOST_ROWS
        rows = self.table.verticalHeader().length() if self._wraps else px(_ROW) * len(self._records)
        self.table.setFixedHeight(min(rows, most) + (px(_HEADER) if self._heads else 0) + px(6))

    @property
    def form(self) -> RecordForm:
        """Built when it is first needed: a page may hold many lists."""
        if self._form is None:
            self._form = self._make_form()
            self._form.accepted.connect(self._take)
            self._form.cancelled.connect(self._close_form)
            self._layout.addWidget(self._form)
        return self._form

    def begin_new(self) -> None:
        """Open the empty form."""
        self._changing = None
        self.form.show_record(None)
        self._open_form()

    def finish(self) -> bool:
        """Take over the record that is being typed; False where something in it is wrong or missing."""
        return self._form is None or self._form.isHidden() or self._form.accept()

    def _begin_change(self, record: Any) -> None:
        self._changing = self._records.index(record)
        self.form.show_record(record)
        self._open_form()

    def _open_form(self) -> None:
        self.form.show()
        self.form.setFocus(Qt.FocusReason.TabFocusReason)

    def _close_form(self) -> None:
        self._changing = None
        if self._form is not None:
            self._form.hide()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, record: Any) -> None:
        records = list(self._records)
        if self._changing is None:
            records.append(record)
        else:
            records[self._changing] = record
        self._close_form()
        self.changed.emit(tuple(records))

    def _remove_chosen(self) -> None:
        record = self.table.chosen()
        if record is None:
            return
        number = self.table.currentIndex().row()
        records = self._records[:number] + self._records[number + 1 :]
        if self._changing is not None:
            self._close_form()
        self.changed.emit(records)
        self.removed.emit(record)
