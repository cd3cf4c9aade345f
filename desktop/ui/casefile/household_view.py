"""The part “Akten im Haushalt” of the overview: one line for each linked file, and what derives from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.name_button import NameButton
from desktop.ui.kit.names import isolated
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.sign_picture import SignPicture
from desktop.ui.kit.signs import VERDICT_SIGNS

from .household_presenter import Linked


class HouseholdPart(QWidget):
    """`link_wanted` with a relation; `open_wanted` and `unlink_wanted` with what a link names."""

    link_wanted = Signal(str)
    open_wanted = Signal(str)
    unlink_wanted = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        texts, px = look.texts, look.theme.px
        self.banner = Banner(look)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        self.relation = Choice()
        self.relation.setAccessibleName(texts(mark("Relation to the client")))
        self.link = button(texts(mark("Link a file …")), "", "add", look)
        self.link.clicked.connect(self._link)
        row = FlowLayout(spacing=px(8))
        row.addWidget(self.relation)
        row.addWidget(self.link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(label(texts(mark("Files of the household")), "strong"))
        column.addWidget(self.banner)
        column.addLayout(self._lines)
        column.addLayout(row)

    def show_linked(self, linked: Sequence[Linked], relations: Sequence[tuple[str, str]]) -> None:
        if not self.relation.count():
            self.relation.set_options(list(relations))
            self.relation.setCurrentIndex(0)
        empty(self._lines)
        if not linked:
            none = mark(
                "Link the files of relatives: what derives from their titles is then found by itself."
            )
            self._lines.addWidget(label(self._look.texts(none), "muted"))
        for each in linked:
            self._lines.addWidget(self._line(each))

    def show_problem(self, problem: Problem) -> None:
        self.banner.say_problem(problem)

    def _line(self, linked: Linked) -> QWidget:
        texts, px = self._look.texts, self._look.theme.px
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        name = isolated(linked.name)
        if linked.reachable:
            opening = NameButton(self._look, name, "person")
            opening.setAccessibleName(texts(mark("Open the file of {name}"), name=name))
            opening.clicked.connect(partial(self.open_wanted.emit, linked.ref))
            head.addWidget(opening)
        elif not linked.relation:
            this = label(f"{name} · {texts(mark('this file'))}", "strong")
            this.setMinimumWidth(px(96))  # a name may be one long word
            head.addWidget(this, 1)
        if linked.relation:
            head.addWidget(label(linked.relation, "muted", wrap=False))
            head.addStretch(1)
        if linked.relation:
            unlink = button(texts(mark("Take out")), "quiet")
            unlink.setAccessibleName(texts(mark("Take the link to {name} out"), name=name or linked.relation))
            unlink.clicked.connect(partial(self.unlink_wanted.emit, linked.ref))
            head.addWidget(unlink)
        column.addLayout(head)
        column.addWidget(label(linked.holds, "note"))
        for derived in linked.derives:
            column.addLayout(self._derived(derived.verdict, derived.title, derived.about))
        return line

    def _derived(self, verdict: str, title: str, about: str) -> QHBoxLayout:
        sign = VERDICT_SIGNS[verdict]
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.px(8))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(SignPicture(self._look, sign), 0, top)
        row.addWidget(label(title, "strong", wrap=False), 0, top)
        row.addWidget(label(f"{about}: {self._look.texts(sign.word)}"), 1, top)
        return row

    def _link(self) -> None:
        self.banner.clear()
        self.link_wanted.emit(self.relation.value())
