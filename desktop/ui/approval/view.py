"""The page “Freigabe von Schreiben”: everybody, or the persons ticked."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import Field, text_field
from desktop.ui.kit.labels import button, heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import isolated
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, Page
from desktop.ui.kit.segments import Segments

from .presenter import Shown

_LONGEST = 80
"""Characters of a login name."""


class ApprovalPage(Page):
    """`chosen` with whether only named persons approve, `ticked` with a login, `added` with one typed."""

    chosen = Signal(object)
    ticked = Signal(str, bool)
    added = Signal(str)

    def __init__(self, look: Look) -> None:
        texts, px = look.texts, look.theme.px
        super().__init__(
            look,
            texts(mark("Approval of letters")),
            texts(
                mark(
                    "A letter stays a draft until it is approved. Whoever gives legal advice free of charge"
                    " and is no lawyer is guided by a person with judicial qualification"
                    " (§\N{NO-BREAK SPACE}6 RDG): here the office says who approves."
                )
            ),
            scrolls=True,
        )
        self.banner = Banner(look)
        self.body.addWidget(self.banner)
        card = Card(look)
        self.who = Segments(
            look,
            (
                (False, texts(mark("Everybody in this office file"))),
                (True, texts(mark("Only these persons"))),
            ),
            name=texts(mark("Who approves letters")),
        )
        self.who.chosen.connect(self.chosen)
        self.told = label("", "note")
        self.rows = QWidget()
        rows = QVBoxLayout(self.rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(4))
        rows.addWidget(heading(texts(mark("May approve")), 3))
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(px(4))
        rows.addLayout(self._boxes)
        self.boxes: dict[str, QCheckBox] = {}
        rows.addSpacing(px(8))
        words = label(texts(mark("Another login name")))
        self.login = text_field(most=_LONGEST)
        words.setBuddy(self.login)
        self.field = Field(look, words.text(), self.login)
        self.field.setMaximumWidth(px(360))
        self.add = button(texts(mark("Add")), "", "add", look)
        self.add.clicked.connect(self._add)
        self.login.returnPressed.connect(self._add)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.field, 10)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        rows.addWidget(words)
        rows.addLayout(line)
        for part in (self.who, self.told, self.rows):
            card.body.addWidget(part)
        card.setMaximumWidth(px(880))
        card.setEnabled(False)  # until it is known who approves
        self._card = card
        self.body.addWidget(card)
        self.body.addStretch()

    # Shown

    def show_approvers(self, shown: Shown) -> None:
        self.banner.clear()
        self._card.setEnabled(shown.may_change)
        self.who.set_value(shown.only)
        self.told.setText(self._sentence(shown))
        self.rows.setVisible(shown.only and shown.may_change)
        if list(self.boxes) != list(shown.logins):
            self._make_boxes(shown)
        for login, box in self.boxes.items():
            box.setChecked(login in shown.named)

    def _sentence(self, shown: Shown) -> str:
        texts, names = (
            self.look.texts,
            ", ".join(isolated(each) for each in shown.logins if each in shown.named),
        )
        if not shown.may_change:
            return texts(
                mark(
                    "Letters are approved by: {names}. They alone can change this; so can whoever opens the"
                    " office file with the recovery sheet."
                ),
                names=names,
            )
        if shown.only and not shown.named:
            return texts(mark("Tick somebody: until then everybody may approve."))
        if shown.named:
            return texts(
                mark(
                    "Only who is ticked can change this, you too. Every change is logged with name and time."
                )
            )
        return texts(mark("Whoever opens the office file can take the draft mark from a letter."))

    def show_added(self) -> None:
        self.login.clear()
        self.field.say_problem("")

    def show_wrong(self, problem: Problem) -> None:
        self.field.say_problem(self.look.texts.problem(problem))
        self.login.setFocus(Qt.FocusReason.OtherFocusReason)
        self.login.selectAll()

    def show_problem(self, problem: Problem) -> None:
        self.banner.say_problem(problem)

    # What a person does

    def _make_boxes(self, shown: Shown) -> None:
        focused = next((login for login, box in self.boxes.items() if box.hasFocus()), "")
        empty(self._boxes)
        self.boxes = {}
        for login in shown.logins:
            box = QCheckBox(isolated(login).replace("&", "&&"))
            box.setAccessibleName(self.look.texts(mark("May approve: {login}"), login=login))
            box.clicked.connect(lambda ticked, login=login: self.ticked.emit(login, ticked))
            self._boxes.addWidget(box)
            self.boxes[login] = box
        stops = [*self.who.findChildren(QPushButton), *self.boxes.values(), self.login, self.add]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        if focused in self.boxes:
            self.boxes[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        self.added.emit(self.login.text())
