"""One paper typed in as it is printed: status, from, to, number, who issued it, and how well it is proven."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.answers import Proof
from desktop.cases.periods import Period
from desktop.cases.status import StatusPeriod
from desktop.services.words.answers import AnswerWords
from desktop.services.words.names import OTHER_TITLE
from desktop.texts import mark
from desktop.ui.kit.answers.typed_choice import TypedChoice
from desktop.ui.kit.answers.values import WordsField
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button
from desktop.ui.kit.look import Look
from desktop.ui.kit.segments import Segments

_PROOFS = (Proof.CLAIMED, Proof.SEEN, Proof.COPY, Proof.ORIGINAL)
_SELDOM = ("issued_on", "variant", "printed_label", "conditions")


@dataclass(frozen=True, slots=True)
class EnteredPaper:
    """What was typed; `number` is the period it replaces, None for a new one."""

    number: int | None
    status: StatusPeriod
    proof: Proof


class PaperEntry(QWidget):
    """`entered` with an EnteredPaper; `left` when a change is given up. Enter takes over, Escape leaves."""

    entered = Signal(object)
    left = Signal()

    def __init__(self, look: Look, words: AnswerWords, today: Callable[[], date]) -> None:
        super().__init__()
        texts = look.texts
        self._look = look
        self._changing: tuple[int, StatusPeriod] | None = None
        self.status = TypedChoice(look, list(words.names.statuses()))
        self.start, self.last = DayField(look, today, "past"), DayField(look, today)
        self._names = words.names
        self.number, self.issuer = text_field(most=80), text_field(most=200)
        suggestions = QCompleter(sorted(words.names.authorities.values()), self)
        suggestions.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        suggestions.setFilterMode(Qt.MatchFlag.MatchContains)
        self.issuer.setCompleter(suggestions)
        self.proof = Segments(look, [(each, words.proof(each)) for each in _PROOFS], Proof.SEEN)
        self.form = Form(look)
        self.form.add("status_code", texts(mark("&Status")), self.status)
        self.form.add("from", texts(mark("Valid f&rom")), self.start)
        self.form.add(
            "to", texts(mark("Valid &to, as printed")), self.last, texts(mark("empty if it has no end"))
        )
        self.form.add("number", texts(mark("N&umber")), self.number)
        self.form.add("issued_by", texts(mark("&Issued by")), self.issuer)
        self.form.add("proof", texts(mark("&Proof")), self.proof)
        self.issued_on, self.conditions = DayField(look, today, "past"), WordsField()
        self.variant, self.printed = text_field(most=120), text_field(most=200)
        self.conditions.setPlaceholderText(texts(mark("several apart by ;")))
        self.form.add("issued_on", texts(mark("Issued on")), self.issued_on)
        self.form.add("variant", texts(mark("Section or variant")), self.variant)
        self.form.add("printed_label", texts(mark("Printed on the paper")), self.printed)
        self.form.add("conditions", texts(mark("Conditions on the paper")), self.conditions)
        self.more = button(texts(mark("More details")), "quiet")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_seldom)
        self.take = button(texts(mark("Enter paper")), "primary")
        self.leave = button(texts(mark("Cancel")), "quiet")
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.give_up)
        self.status.chosen.connect(lambda code: self._show_variant(code == OTHER_TITLE))
        buttons = QHBoxLayout()
        for each in (self.take, self.leave, self.more):
            buttons.addWidget(each)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.theme.px(8))
        layout.addWidget(self.form)
        layout.addLayout(buttons)
        layout.addStretch()
        self.setFocusProxy(self.status)
        self.begin_new()

    def begin_new(self) -> None:
        """An empty form."""
        self._changing = None
        self._fill(None, Proof.SEEN)

    def begin_change(self, number: int, status: StatusPeriod, proof: Proof) -> None:
        """A period to correct."""
        self._changing = (number, status)
        self._fill(status, proof)
        self.status.setFocus(Qt.FocusReason.TabFocusReason)

    def give_up(self) -> None:
        """Leave without a change."""
        self.begin_new()
        self.left.emit()

    def accept(self) -> None:
        """Read every field; say what is missing, or give the paper away."""
        texts, fields = self._look.texts, self.form.fields
        self.form.clear_problems()
        self.status.read()
        code, start, last = self.status.value(), self.start.value(), self.last.value()
        problems = {
            "status_code": "" if code else texts(mark("Which paper is it? A few letters are enough.")),
            "from": self.start.problem or ("" if start else texts(mark("From when is it valid?"))),
            "to": self.last.problem,
            "issued_on": "" if not self.issued_on.problem else self.issued_on.problem,
        }
        if start and last and last.latest < start.earliest:
            problems["to"] = texts(mark("The period ends before it begins."))
        wrong = [name for name, problem in problems.items() if problem]
        for name in wrong:
            fields[name].say_problem(problems[name])
        if wrong or code is None or start is None:
            fields[wrong[0]].editor.setFocus()
            return
        number, before = self._changing or (None, None)
        status = StatusPeriod(
            code,
            Period.on_paper(start, last),
            issued_on=self.issued_on.value(),
            issued_by=self._names.authority_id(self.issuer.text().strip()),
            paper=True,
            variant=self.variant.text().strip(),
            printed_label=self.printed.text().strip(),
            conditions=self.conditions.words(),
            number=self.number.text().strip(),
        )
        if before is not None:
            status = replace(status, paper=before.paper)
        proof = self.proof.value() or Proof.CLAIMED
        self.begin_new()
        self.entered.emit(EnteredPaper(number, status, proof))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _fill(self, status: StatusPeriod | None, proof: Proof) -> None:
        self.form.clear_problems()
        self.status.set_value(status.status_code if status else None)
        self.start.set_value(status.period.start if status else None)
        self.last.set_value(status.period.last_day if status else None)
        self.number.setText(status.number if status else "")
        self.issuer.setText(self._names.authority(status.issued_by) if status else "")
        self.proof.set_value(proof)
        self.issued_on.set_value(status.issued_on if status else None)
        self.variant.setText(status.variant if status else "")
        self.printed.setText(status.printed_label if status else "")
        self.conditions.set_words(status.conditions if status else ())
        seldom = bool(status and (status.issued_on or status.printed_label or status.conditions))
        self.more.setChecked(seldom)
        self._show_seldom(seldom)
        texts = self._look.texts
        words = texts(mark("Save change")) if status else texts(mark("Enter paper"))
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.leave.setVisible(status is not None)

    def _show_seldom(self, shown: bool) -> None:
        for name in _SELDOM:
            self.form.set_visible(name, shown)
        self._show_variant(shown or self.status.value() == OTHER_TITLE or bool(self.variant.text()))

    def _show_variant(self, shown: bool) -> None:
        self.form.set_visible("variant", shown or self.more.isChecked())
