"""Every preference as a row of buttons or a drop-down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from desktop.errors import Problem
from desktop.settings import FONT_PERCENTS, LOCK_MINUTES, Preferences
from desktop.texts import mark
from desktop.ui.kit.choice import Choice
from desktop.ui.kit.flow import FlowLayout
from desktop.ui.kit.form import Form
from desktop.ui.kit.labels import button, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, Page
from desktop.ui.kit.segments import Segments

from .kept_presenter import Kept

_NAMES = ("language", "theme", "font_percent", "lock_after_minutes", "letter_form")


class PreferencesPage(Page):
    """`chosen` with the name of a preference and its new value; `asked` for a room with more to set."""

    chosen = Signal(str, object)
    asked = Signal(str)
    kept_for = Signal(object)  # months

    def __init__(self, look: Look) -> None:
        texts = look.texts
        super().__init__(
            look,
            texts(mark("Settings")),
            texts(mark("They hold for you on this computer and are applied at once.")),
            scrolls=True,
        )
        self.banner = Banner(look)
        self.body.addWidget(self.banner)
        self.form = Form(look)
        self.form.add(
            "language",
            texts(mark("Language")),
            Segments(look, (("de", "Deutsch"), ("en", "English"))),
            texts(mark("Of the window. Letters and hand-outs have a language of their own.")),
        )
        self.form.add(
            "theme",
            texts(mark("Appearance")),
            Segments(
                look,
                (
                    ("system", texts(mark("Like the system"))),
                    ("light", texts(mark("Light"))),
                    ("dark", texts(mark("Dark"))),
                    ("contrast", texts(mark("High contrast"))),
                ),
            ),
        )
        self.form.add(
            "font_percent",
            texts(mark("Text size")),
            Choice([(percent, f"{percent} %") for percent in FONT_PERCENTS]),
        )
        minutes = mark("after {count} minute"), mark("after {count} minutes")
        self.form.add(
            "lock_after_minutes",
            texts(mark("Lock by itself")),
            Choice([(count, texts.plural(*minutes, count)) for count in LOCK_MINUTES]),
            texts(mark("Without a key or a click. What you were typing is saved first.")),
        )
        self.form.add(
            "letter_form",
            texts(mark("Form of letters")),
            Segments(
                look,
                (
                    ("B", texts(mark("B: low address field"))),
                    ("A", texts(mark("A: high address field"))),
                ),
            ),
            texts(mark("DIN 5008. Fold at the marks of the sheet: then the address stands in the window.")),
        )
        self.form.edited.connect(lambda name: self.chosen.emit(name, self.form.value(name)))
        card = Card(look)
        self.form.setMaximumWidth(look.theme.px(640))
        card.body.addWidget(self.form)
        self.body.addWidget(card)
        self.body.addWidget(self._for_all())
        self.body.addStretch()

    def _for_all(self) -> Card:
        """The way to what holds for everybody in the office file."""
        texts = self.look.texts
        card = Card(self.look, texts(mark("For the whole office")))
        card.body.addWidget(label(texts(mark("Kept in the office file and printed on its sheets.")), "note"))
        row = FlowLayout(spacing=self.look.theme.px(8))
        for room, words, icon in (
            ("office_profile", mark("The office on its sheets …"), "document"),
            ("approval", mark("Who approves letters …"), "check"),
            ("translations", mark("Check translations …"), "check"),
            ("own_letters", mark("Write own letters …"), "letter"),
        ):
            made = button(texts(words), "", icon, self.look)
            made.clicked.connect(lambda _=False, room=room: self.asked.emit(room))
            row.addWidget(made)
        card.body.addLayout(row)
        keeping = QHBoxLayout()  # which, unlike a column, asks how high the form is in the width it gets
        keeping.addWidget(self._keeping(), 10)
        keeping.addStretch(1)
        card.body.addLayout(keeping)
        return card

    def _keeping(self) -> Form:
        """How long the office keeps what it printed."""
        from desktop.services.print_keeping import CHOICES

        texts, form = self.look.texts, Form(self.look)
        words = {0: texts(mark("as long as the case"))} | {
            months: texts.plural(mark("{count} year"), mark("{count} years"), months // 12)
            if months % 12 == 0
            else texts.plural(mark("{count} month"), mark("{count} months"), months)
            for months in CHOICES[1:]
        }
        form.add(
            "keep_prints",
            texts(mark("Keep earlier prints")),
            Choice(list(words.items())),
            texts(mark("A letter is kept for 12 months in any case. What is removed does not come back.")),
        )
        form.setMaximumWidth(self.look.theme.px(880))
        form.edited.connect(lambda name: self.kept_for.emit(form.value(name)))
        self.keeping = form
        self.older = label("", "strong")
        self.older.hide()
        form.add_wide(self.older)
        return form

    def show_kept(self, kept: Kept) -> None:
        self.banner.clear()
        self.keeping.set_value("keep_prints", kept.months)
        one = mark("{count} print is older and goes when the office is opened next.")
        many = mark("{count} prints are older and go when the office is opened next.")
        self.older.setText(self.look.texts.plural(one, many, kept.older))
        self.older.setVisible(kept.older > 0)

    def show_problem(self, problem: Problem) -> None:
        self.banner.say_problem(problem)

    def show_preferences(self, preferences: Preferences) -> None:
        for name in _NAMES:
            self.form.set_value(name, getattr(preferences, name))
