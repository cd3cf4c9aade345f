"""The page “Unterlagen”: what is asked for and what is there; one key ticks the paper under the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.cases.answers import Proof
from desktop.cases.periods import PartialDate
from desktop.cases.words import PROOF_WORDS
from desktop.errors import Problem
from desktop.services.words.answers import AnswerWords
from desktop.texts import mark
from desktop.ui.kit.answers.values import Boxes, exact_day
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.columns import Columns
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card
from desktop.ui.kit.segments import Segments
from desktop.ui.kit.signs import Sign
from desktop.ui.kit.table import Column, TupleTable

from .papers_presenter import PaperRow, Plan, Proven

_SIGNS = {
    "there": Sign("verdict_entitled", "entitled", mark("there")),
    "partly": Sign("verdict_facts_missing", "soon", mark("not in the form asked for")),
    "missing": Sign("verdict_not_available", "not_available", mark("missing")),
    "open": Sign("verdict_facts_missing", "facts_missing", mark("perhaps needed")),
    "extra": Sign("document", "muted", mark("in the folder")),
    "out_of_date": Sign("urgency_overdue", "overdue", PROOF_WORDS[Proof.OUT_OF_DATE]),
}
_TICKS = (Proof.CLAIMED, Proof.SEEN, Proof.COPY, Proof.ORIGINAL)


class PapersPage(QWidget):
    """`ticked` with a row and a proof (or None), `chosen` with a row, and what the form beside it says."""

    ticked = Signal(object, object)
    chosen = Signal(object)
    corrected = Signal(object, object, object, object, str)
    proven = Signal(object, str, bool)
    title_chosen = Signal(object)
    only_asked = Signal(object)
    undo_wanted = Signal()

    def __init__(self, look: Look, words: AnswerWords, today: Callable[[], date]) -> None:
        super().__init__()
        self._look, self._words = look, words
        texts = look.texts
        self.banner = Banner(look)
        self.table = PaperTable(look, self._columns(), texts(mark("Papers")))
        self.titles = Choice()
        self.titles.setAccessibleName(texts(mark("Papers for")))
        self.shown = Segments(
            look,
            ((True, texts(mark("asked for"))), (False, texts(mark("all kinds")))),
            True,
            texts(mark("Which papers are shown")),
        )
        self._missing = label("", "strong", wrap=False)
        self._authority = label("", "muted")
        self._name = heading("", 2)
        self._why = label("", "muted")
        self.state = Segments(
            look,
            [*((each, words.proof(each)) for each in _TICKS), (None, texts(mark("not there")))],
            name=texts(mark("How it is there")),
        )
        self.form = Form(look)
        self.seen, self.issued = DayField(look, today, exact=True), DayField(look, today, "past", exact=True)
        self.until, self.note = DayField(look, today, exact=True), text_field(most=500)
        self.form.add("seen_on", texts(mark("Seen on")), self.seen)
        self.form.add("issued_on", texts(mark("Issued on")), self.issued)
        self.form.add("valid_until", texts(mark("Valid until")), self.until)
        self.form.add("note", texts(mark("Note")), self.note)
        self._proven_head = label(texts(mark("Proven by this paper")), "strong")
        self._proven = QVBoxLayout()
        self._row: PaperRow | None = None
        self._build()
        self._connect()

    # Shown

    def show_plan(self, plan: Plan) -> None:
        self.titles.set_options(list(plan.titles))
        self.titles.set_value(plan.title_id)
        self._authority.setText(plan.words)

    def show_rows(self, rows: Sequence[PaperRow], missing: int) -> None:
        texts = self._look.texts
        place = self.table.currentIndex().row()
        self.table.rows.reset(rows)
        self.table.choose(max(0, min(place, len(rows) - 1)))
        self._missing.setText(
            texts.plural("{count} paper is still missing", "{count} papers are still missing", missing)
            if missing
            else texts(mark("Everything asked for is there."))
        )
        self._show_chosen()

    def show_proven(self, code: str, proven: Sequence[Proven]) -> None:
        empty(self._proven)
        if self._row is None or self._row.code != code:
            return
        self._proven_head.setVisible(bool(proven))
        boxes = Boxes(self._look, [(each.fact, each.words) for each in proven])
        boxes.set_value([each.fact for each in proven if each.marked])
        marked = {each.fact for each in proven if each.marked}
        boxes.edited.connect(lambda: self._prove({str(each) for each in boxes.value()} ^ marked, marked))
        self._proven.addWidget(boxes)

    def show_undo(self, sentence: str) -> None:
        self.banner.say("done", sentence, action=self._look.texts(mark("Undo")))

    def show_problem(self, problem: Problem) -> None:
        self.banner.say_problem(problem)

    # Building

    def _build(self) -> None:
        look, px = self._look, self._look.theme.px
        texts = look.texts
        listed = Card(look)
        head = QHBoxLayout()
        head.addWidget(label(texts(mark("Papers for")), "", wrap=False))
        head.addWidget(self.titles, 1)
        head.addWidget(self.shown)
        listed.body.addLayout(head)
        line = QHBoxLayout()
        line.addWidget(self._missing)
        line.addWidget(self._authority, 1)
        listed.body.addLayout(line)
        listed.body.addWidget(self.table, 1)
        keys = mark("Keys: 1 said, 2 seen, 3 copy, 4 original, Del not there; the next paper follows.")
        listed.body.addWidget(label(texts(keys), "note"))
        details = Card(look)
        details.body.addWidget(self._name)
        details.body.addWidget(self._why)
        details.body.addWidget(self.state)
        details.body.addWidget(self.form)
        details.body.addWidget(self._proven_head)
        details.body.addLayout(self._proven)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(12))
        layout.addWidget(self.banner)
        layout.addWidget(Columns(look, listed, details, (5, 3)), 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.ticked.connect(self.ticked)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.table.rows.modelReset.connect(self._show_chosen)
        self.titles.chosen.connect(self.title_chosen)
        self.shown.chosen.connect(self.only_asked)
        self.state.chosen.connect(self._tick_chosen)
        for field in (self.seen, self.issued, self.until):
            field.entered.connect(lambda _: self._correct())
        self.note.editingFinished.connect(self._correct)
        self.banner.asked.connect(self.undo_wanted)
        self.banner.asked.connect(self.banner.clear)

    def _columns(self) -> list[Column]:
        texts, icons = self._look.texts, self._look.icons

        def sign(row: PaperRow) -> Sign:
            return _SIGNS[_standing(row)]

        def state(row: PaperRow) -> str:
            return self._words.proof(row.proof) if row.proof is not None else texts(sign(row).word)

        def day(value: date | None) -> str:
            return texts.day(value) if value is not None else ""

        return [
            Column(
                texts(mark("State")),
                state,
                168,
                icon=lambda row: icons.icon(sign(row).icon, sign(row).token),
                tooltip=lambda row: texts(sign(row).word),
            ),
            Column(texts(mark("Paper")), lambda row: row.name),
            Column(
                texts(mark("Seen on")), lambda row: day(row.paper.seen_on) if row.paper else "", 110, drop=1
            ),
            Column(
                texts(mark("Valid until")), lambda row: day(row.paper.valid_until) if row.paper else "", 110
            ),
        ]

    # What a person does

    def _show_chosen(self) -> None:
        row: PaperRow | None = self.table.chosen()
        self._row = row
        self._name.setText(row.name if row else "")
        self._why.setText(row.why if row else "")
        paper = row.paper if row else None
        self.state.setEnabled(row is not None)
        self.state.set_value(paper.state if paper else None)
        self.form.setVisible(paper is not None)
        for field, value in (
            (self.seen, paper.seen_on if paper else None),
            (self.issued, paper.issued_on if paper else None),
            (self.until, paper.valid_until if paper else None),
        ):
            field.set_value(None if value is None else PartialDate.exactly(value))
        if not self.note.hasFocus():
            self.note.setText(paper.note if paper else "")
        self._proven_head.setVisible(False)
        if row is not None:
            self.chosen.emit(row)

    def _tick_chosen(self, proof: Proof | None) -> None:
        if self._row is not None:
            self.ticked.emit(self._row, proof)

    def _correct(self) -> None:
        row = self._row
        if row is None or row.paper is None or any(f.problem for f in (self.seen, self.issued, self.until)):
            return
        days = [exact_day(field.value()) for field in (self.seen, self.issued, self.until)]
        before = [row.paper.seen_on, row.paper.issued_on, row.paper.valid_until]
        if days != before or self.note.text() != row.paper.note:
            self.corrected.emit(row, *days, self.note.text())

    def _prove(self, changed: set[str], marked: set[str]) -> None:
        for fact in changed:
            if self._row is not None:
                self.proven.emit(self._row, fact, fact not in marked)


class PaperTable(TupleTable):
    """`ticked` by one key (its number, or the first letter of the word), and on to the next paper."""

    ticked = Signal(object, object)

    def __init__(self, look: Look, columns: Sequence[Column], name: str) -> None:
        super().__init__(look, columns, name, wrap=True)
        words = {proof: look.texts(text) for proof, text in PROOF_WORDS.items()}
        first = [word[:1].lower() for word in words.values()]
        self._keys = {str(number): proof for number, proof in enumerate(_TICKS, start=1)}
        self._keys |= {
            word[:1].lower(): proof for proof, word in words.items() if first.count(word[:1].lower()) == 1
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen()
        commanding = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        proof = None if commanding else self._keys.get(event.text().lower())
        if row is not None and proof is not None:
            place = self.currentIndex().row()
            self.ticked.emit(row, proof)
            self.choose(place + 1)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.ticked.emit(row, None)
        else:
            super().keyPressEvent(event)


def _standing(row: PaperRow) -> str:
    if row.proof is Proof.OUT_OF_DATE:
        return "out_of_date"
    if not row.asked:
        return "extra"
    if row.there:
        return "there"
    if row.paper is not None:
        return "partly"
    return "missing" if row.sure else "open"
