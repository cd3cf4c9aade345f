"""One card of the start page: a heading with a number, the dates, and what it says when there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.kit.due_list import DueList
from desktop.ui.kit.labels import label
from desktop.ui.kit.look import Look
from desktop.ui.kit.page import Card

from .presenter import CardDates

MOST = 16_777_215
"""Qt's own word for no limit."""


class DueCard(Card):
    """`wanted` with the number of dates that have come, when it is scrolled to its end."""

    wanted = Signal(int)

    def __init__(self, look: Look, title: str, nothing: str, grows: bool = True) -> None:
        """Without `grows` it is never taller than its dates."""
        super().__init__(look, title)
        self._name, self._grows = title, grows
        px = look.theme.px
        self.body.setContentsMargins(px(4), px(12), px(4), px(4))
        self.title_label.setContentsMargins(px(12), 0, px(12), 0)
        self.list = DueList(look, title)
        self.list.wanted.connect(self.wanted)
        self._note = label("", "note")
        self._note.setContentsMargins(px(12), 0, px(12), px(4))
        self._note.hide()
        self._nothing = label(nothing, "muted")
        self._nothing.setContentsMargins(px(12), 0, px(12), px(8))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._note)
        self.body.addWidget(self._nothing, 1)
        self.body.addWidget(self.list, 1)

    def show_dates(self, dates: CardDates) -> None:
        self.set_title(f"{self._name} ({dates.total})" if dates.total else self._name)
        self.list.show_entries(dates.entries, dates.total)
        self.list.setVisible(bool(dates.entries))
        self._nothing.setVisible(not dates.entries)
        self.list.setAccessibleName(self.title_label.text())
        if not self._grows:
            self._fit()

    def show_note(self, text: str) -> None:
        """What is not known yet, or nothing; with it an empty card does not say that there is nothing."""
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._nothing.setVisible(not text and self.list.isHidden())
        if not self._grows:
            self._fit()

    def _fit(self) -> None:
        there = self.list.isVisibleTo(self)
        vertical = QSizePolicy.Policy.Preferred if there else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self.list.setMaximumHeight(self.list.height_of_all() if there else MOST)
        margins = self.body.contentsMargins()
        around = margins.top() + margins.bottom() + self.body.spacing() + 2 * self.frameWidth()
        title = self.title_label.sizeHint().height()
        if not self._note.isHidden():
            title += self._note.sizeHint().height() + self.body.spacing()
        self.setMaximumHeight(around + title + self.list.maximumHeight() if there else MOST)
