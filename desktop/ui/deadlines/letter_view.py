"""The form for a decision letter: as few fields as its kind needs; what follows stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.cases.letters import Arrival, Instruction
from desktop.texts import mark
from desktop.ui.kit.answers.typed_choice import TypedChoice
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.columns import Columns
from desktop.ui.kit.day_field import DayField
from desktop.ui.kit.emptied import empty
from desktop.ui.kit.form import Form, text_field
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.page import Card

from .letter_presenter import Bound
from .letter_preview import LetterPreview
from .letter_words import Options, Wanted

_ARRIVAL_DAYS = ("sent_on", "served_on", "received_on")
_MORE_DAYS = ("dated_on", "represented_on", "departure_until")
_MORE = (*_MORE_DAYS, "doubtful", "land", "place", "authority", "note")
_TEXTS = ("period", "authority", "note")
_LONGEST = 300


class LetterForm(QWidget):
    """`changed` with the values by field, `entered` with them and the relatives; `left`, `removed`."""

    changed = Signal(object)
    entered = Signal(object, object)
    removed = Signal()
    left = Signal()

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        texts = look.texts
        self._look, self._today = look, today
        self._kept: dict[str, Any] = {}
        self.decision, self.arrival = TypedChoice(look, ()), TypedChoice(look, ())
        self.days = {
            name: DayField(look, today, "near" if name == "departure_until" else "past", exact=True)
            for name in (*_ARRIVAL_DAYS, "other_served_on", *_MORE_DAYS)
        }
        self.began = DayField(look, today, "past")
        self.lines = {name: text_field(most=_LONGEST) for name in _TEXTS}
        self.lines["period"].setPlaceholderText(texts(mark("e.g. 2 weeks")))
        self.instruction, self.remedy = Choice(), Choice()
        self.land, self.place = Choice(), Choice()
        self.doubtful = _Ticked(texts(mark("The service itself is doubtful")))
        self.form = Form(look)
        self._bound_title = label(texts(mark("The decision also binds")), "strong")
        self._bound, self._bound_ticks = QVBoxLayout(), dict[str, QCheckBox]()
        self.more = button(texts(mark("More details")), "quiet")
        self.more.setCheckable(True)
        self.take = button(texts(mark("Enter letter")), "primary")
        self.leave = button(texts(mark("Cancel")), "quiet")
        self.remove = button(texts(mark("Take out of the case")), "danger")
        self.preview = LetterPreview(look)
        self._card = Card(look)
        self._build()
        self._connect()
        self.setFocusProxy(self.decision)

    # Shown

    def show_options(self, options: Options) -> None:
        self.decision.set_options(options.decisions)
        self.arrival.set_options(options.arrivals)
        self.instruction.set_options(list(options.instructions))
        self.remedy.set_options(list(options.remedies))
        self._remedies = list(options.remedies)
        self.land.set_options(list(options.lands))
        self.place.set_options(list(options.places))

    def begin(self, title: str, values: Mapping[str, Any], bound: Sequence[Bound], known: bool) -> None:
        """Fill every field and put the keyboard into the first."""
        self._kept = dict(values)
        self._card.set_title(title)
        self.decision.set_value(values["decision"] or None)
        self.arrival.set_value(values["arrival"].value)
        for name, field in self.days.items():
            _put(field, values[name])
        _put(self.began, values["procedure_began"])
        for name, line in self.lines.items():
            line.setText(values[name])
        if values["period"].isdigit():
            self.lines["period"].setText(f"{values['period']} {self._look.texts(values['unit'])}")
        self.instruction.set_value(values["instruction"].value)
        for name, choice in (("remedy", self.remedy), ("land", self.land), ("place", self.place)):
            choice.set_value(values[name])
        self.doubtful.set_value(values["doubtful"])
        seldom = any(values[name] for name in _MORE)
        self.more.setChecked(seldom)
        self._show_more(seldom)
        self._show_bound(bound)
        self.remove.setVisible(known)
        self.form.clear_problems()
        words = self._look.texts(mark("Save change") if known else mark("Enter letter"))
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.decision.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_wanted(self, wanted: Wanted) -> None:
        form = self.form
        named = " · ".join(filter(None, (wanted.name, wanted.cite)))
        form.fields["decision"].say_hint(named)
        shown = dict(wanted.days)
        for name in _ARRIVAL_DAYS:
            form.set_visible(name, name in shown)
            if name in shown:
                form.rename(form.fields[name], shown[name])
        form.set_visible("procedure_began", bool(wanted.regime))
        if wanted.regime:
            form.rename(form.fields["procedure_began"], wanted.regime)
        form.set_visible("other_served_on", wanted.other_served_on)
        form.set_visible("instruction", wanted.instruction)
        self._remedy_asked = wanted.instruction and len(wanted.remedies) > 1
        form.fields["period"].say_hint(wanted.regular)
        self._show_period()

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """A sentence beneath each field that is wrong; the keyboard goes to the first."""
        self.form.clear_problems()
        if any(name in _MORE for name in faults):
            self.more.setChecked(True)
        wrong = [field for name, field in self.form.fields.items() if name in faults]
        for name, sentence in faults.items():
            if name in self.form.fields:
                self.form.set_visible(name, True)
                self.form.fields[name].say_problem(sentence)
        if wrong:
            wrong[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, Any]:
        """What stands in the fields, as `services.letter_drafts.Draft` names them; hidden ones are empty."""
        asked = {name: field for name, field in self.form.fields.items() if not field.isHidden()}
        found = dict(self._kept)
        found["decision"] = self.decision.value() or ""
        found["arrival"] = Arrival(self.arrival.value() or Arrival.DELIVERED.value)
        for name, field in self.days.items():
            kept = name in asked or name in _MORE
            found[name] = field.line.text() if kept else ""
        found["procedure_began"] = self.began.line.text() if "procedure_began" in asked else ""
        for name, line in self.lines.items():
            found[name] = line.text().strip()
        found["instruction"] = Instruction(self.instruction.value() or Instruction.COMPLETE.value)
        if not self._prints_period():
            found["period"] = ""
        found["remedy"] = (self.remedy.value() or "") if "remedy" in asked else ""
        found["land"], found["place"] = self.land.value() or "", self.place.value() or ""
        found["doubtful"] = self.doubtful.value()
        return found

    # Building

    def _build(self) -> None:
        look, px, texts, form = self._look, self._look.theme.px, self._look.texts, self.form
        form.add("decision", texts(mark("De&cision")), self.decision)
        form.add("arrival", texts(mark("How it &arrived")), self.arrival)
        for name in ("served_on", "sent_on"):
            form.add(name, texts(mark("Delivered on, as the envelope says")), self.days[name])
        form.add(
            "other_served_on",
            texts(mark("Border authority's decision served on")),
            self.days["other_served_on"],
        )
        form.add("period", texts(mark("&Period as printed")), self.lines["period"])
        form.add("instruction", texts(mark("&Instruction")), self.instruction)
        form.add("remedy", texts(mark("Remedy it names")), self.remedy)
        form.add("procedure_began", texts(mark("Asylum applied for on")), self.began)
        form.add("received_on", texts(mark("Really in hand on")), self.days["received_on"])
        form.add("dated_on", texts(mark("Date of the decision")), self.days["dated_on"])
        form.add(
            "represented_on", texts(mark("Served on the representative on")), self.days["represented_on"]
        )
        form.add("departure_until", texts(mark("To leave by, as printed")), self.days["departure_until"])
        form.add("doubtful", texts(mark("Service")), self.doubtful)
        form.add("land", texts(mark("Land of the authority")), self.land)
        form.add("place", texts(mark("Where the remedy goes")), self.place)
        form.add("authority", texts(mark("Who decided")), self.lines["authority"])
        form.add("note", texts(mark("Note")), self.lines["note"])
        for choice in (self.instruction, self.remedy, self.land, self.place):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for each in (self.take, self.leave, self.more, self.remove):
            buttons.addWidget(each)
        buttons.addStretch()
        body = self._card.body
        body.addWidget(form)
        body.addWidget(self._bound_title)
        body.addLayout(self._bound)
        body.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch()
        layout.addWidget(Columns(look, around, self.preview, (6, 5)))

    def _connect(self) -> None:
        for typed in (self.decision, self.arrival):
            typed.chosen.connect(self._tell)
        for field in (*self.days.values(), self.began):
            field.entered.connect(self._tell)
            field.line.textEdited.connect(self._tell)
        for line in self.lines.values():
            line.textEdited.connect(self._tell)
        for choice in (self.instruction, self.remedy, self.land, self.place):
            choice.chosen.connect(self._tell)
        self.instruction.chosen.connect(lambda _: self._show_period())
        self.doubtful.toggled.connect(self._tell)
        self.more.toggled.connect(self._show_more)
        self.take.clicked.connect(self.accept)
        self.leave.clicked.connect(self.left)
        self.remove.clicked.connect(self.removed)

    def _show_more(self, shown: bool) -> None:
        for name in _MORE:
            self.form.set_visible(name, shown)

    def _show_bound(self, bound: Sequence[Bound]) -> None:
        empty(self._bound)
        self._bound_ticks = {}
        for each in bound:
            tick = QCheckBox(each.name.replace("&", "&&"))
            self._bound_ticks[each.ref] = tick
            self._bound.addWidget(tick)
        self._bound_title.setVisible(bool(bound))

    def _prints_period(self) -> bool:
        return self.instruction.value() in (Instruction.COMPLETE.value, Instruction.INCOMPLETE.value)

    def _show_period(self) -> None:
        asked = not self.form.fields["instruction"].isHidden() and self._prints_period()
        self.form.set_visible("period", asked)
        self.form.set_visible("remedy", asked and self._remedy_asked)

    _remedy_asked = False

    # What a person does

    def accept(self) -> None:
        """Give everything away; what is wrong comes back as faults."""
        self.decision.read()
        self.arrival.read()
        chosen = [ref for ref, tick in self._bound_ticks.items() if tick.isChecked()]
        self.entered.emit(self.values(), chosen)

    def _tell(self, _: object = None) -> None:
        self.changed.emit(self.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)


class _Ticked(QCheckBox):
    """A tick as a `kit.form.Editor`."""

    chosen = Signal(object)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        self.setChecked(value)


def _put(field: DayField, typed: str) -> None:
    """A day as text, read by the field itself."""
    field.set_value(None)
    line: QLineEdit = field.line
    line.setText(typed)
    field.value()
