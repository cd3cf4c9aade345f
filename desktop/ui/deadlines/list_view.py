"""Every date of the client in one list: what is open, and folded beneath it what is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.texts import mark
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.outline.line import with_whole_citations
from desktop.ui.kit.signs import DATE_SIGNS, KIND_SIGNS
from desktop.ui.kit.table import Column, TupleTable

from .rows import DateRow


class DateList(QWidget):
    """`chosen` with the key of a date, `opened` for Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        texts, px = look.texts, look.theme.px
        self._look = look
        self._open: Sequence[DateRow] = ()
        self._done: Sequence[DateRow] = ()
        self.table = TupleTable(look, self._columns(), texts(mark("Dates")), wrap=True)
        self.table.setMinimumHeight(px(110))
        self.table.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored
        )  # scrolls by itself
        self._none = label(
            texts(mark("No date is known yet. Dates come from the papers in the history.")), "muted"
        )
        self.fold = button("", "quiet", "down", look)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(lambda _: self._fill())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self._none)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.fold)
        layout.addStretch()
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.table.opened.connect(lambda row: self.opened.emit(row.key))

    def show_dates(self, rows: Sequence[DateRow], done: Sequence[DateRow]) -> None:
        """The date that was chosen stays chosen if it is still there, else the first one is."""
        self._open, self._done = rows, done
        words = self._look.texts.plural("Done ({count})", "Done ({count})", len(done))
        self.fold.setText(words)
        self.fold.setAccessibleName(words)
        self.fold.setVisible(bool(done))
        self._fill()

    def choose_key(self, key: str) -> None:
        """Put the keyboard on a date; what is done is unfolded for it."""
        if any(row.key == key for row in self._done) and not self.fold.isChecked():
            self.fold.setChecked(True)
        keys = [row.key for row in self._rows()]
        if key in keys:
            self.table.choose(keys.index(key))

    def _rows(self) -> list[DateRow]:
        return [*self._open, *(self._done if self.fold.isChecked() and self._done else ())]

    def _fill(self) -> None:
        before = self.table.chosen()
        place = self.table.currentIndex().row()
        rows = self._rows()
        self.table.rows.reset(rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        keys = [row.key for row in rows]
        if before is not None and before.key in keys:
            self.table.choose(keys.index(before.key))
        else:
            self.table.choose(min(max(place, 0), len(rows) - 1))

    def _choose(self) -> None:
        row = self.table.chosen()
        if row is not None:
            self.chosen.emit(row.key)

    def _columns(self) -> list[Column]:
        texts, icons = self._look.texts, self._look.icons

        def word(row: DateRow) -> str:
            """The word where something is late or done, else how far away it is; the sign says the rest."""
            return row.distance if row.urgency in ("soon", "later") else texts(DATE_SIGNS[row.urgency].word)

        def in_full(row: DateRow) -> str:
            checked = texts(mark("checked")) if row.checked else ""
            return ", ".join(filter(None, (texts(DATE_SIGNS[row.urgency].word), row.distance, checked)))

        def kind(row: DateRow) -> str:
            return texts(KIND_SIGNS[row.kind].word)

        def kind_token(row: DateRow) -> str:
            return "muted" if row.settled else KIND_SIGNS[row.kind].token

        return [
            Column(
                texts(mark("Day")),
                lambda row: row.day,
                166,
                icon=lambda row: icons.icon(DATE_SIGNS[row.urgency].icon, DATE_SIGNS[row.urgency].token),
                tooltip=in_full,
            ),
            Column(
                texts(mark("Kind")),
                kind,
                150,
                icon=lambda row: icons.icon(KIND_SIGNS[row.kind].icon, kind_token(row)),
                token=kind_token,
            ),
            Column(texts(mark("What")), lambda row: with_whole_citations(row.what)),
            Column(
                texts(mark("State")),
                word,
                120,
                drop=1,
                token=lambda row: DATE_SIGNS[row.urgency].token,
                tooltip=in_full,
            ),
        ]
