"""The form with what the office says of itself. Every field may stay empty."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.form import Autosave, Form, long_text_field, text_field
from desktop.ui.kit.labels import label
from desktop.ui.kit.look import Look
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card, Page
from desktop.ui.kit.segments import Segments

if TYPE_CHECKING:
    from desktop.services.declarations.profile import OfficeProfile

_NAMED, _NONE = "named", "none"
_QUIET_MS, _AT_MOST_MS = 1500, 15000
"""Every saving is a step that can be taken back; so it waits until somebody has finished a field."""


class OfficeProfilePage(Page):
    """`due` a moment after somebody changed something, with every field of the profile by name."""

    due = Signal(object)

    def __init__(self, look: Look) -> None:
        texts = look.texts
        super().__init__(
            look,
            texts(mark("The office on its sheets")),
            texts(
                mark(
                    "So the office stands on powers of attorney, consents and the data protection sheet, for"
                    " everybody in this office file. What is empty is written by hand."
                )
            ),
            scrolls=True,
        )
        self._others: tuple[str, ...] = ()  # persons beyond those a sheet has room for
        self.banner = Banner(look)
        self._saved = label("", "note", wrap=False)
        self.add_action(self._saved)
        self.body.addWidget(self.banner)
        self.form = Form(look)
        self._fill(self.form)
        self.form.setMaximumWidth(look.theme.px(880))
        self.form.setEnabled(False)  # until it shows what is kept: nothing of that is lost to an early key
        card = Card(look)
        row = QHBoxLayout()  # which, unlike a column, asks how high the form is in the width it gets
        row.addWidget(self.form, 1)
        row.addStretch()
        card.body.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch()
        self._autosave = Autosave(self, _QUIET_MS, _AT_MOST_MS)
        self._autosave.due.connect(lambda: self.due.emit(self.written()))
        self.form.edited.connect(self._edited)

    def _fill(self, form: Form) -> None:
        texts, look = self.look.texts, self.look
        form.add("name", texts(mark("Name of the office")), _line())
        form.add(
            "address", texts(mark("Address")), long_text_field(3), texts(mark("Line by line, up to six."))
        )
        form.add("contact", texts(mark("Telephone and e-mail")), _line())
        form.add(
            "representative_1",
            texts(mark("Receives powers of attorney")),
            _line(),
            texts(mark("First name and surname, as this person signs.")),
        )
        form.add("representative_2", texts(mark("Or a second person")), _line())
        form.add(
            "body",
            texts(mark("The office is")),
            Segments(
                look,
                (
                    ("private", texts(mark("private (association)"))),
                    ("public", texts(mark("public body"))),
                    ("school", texts(mark("school, education"))),
                    ("", texts(mark("not said yet"))),
                ),
            ),
            texts(
                mark(
                    "Public bodies have to report some things to the foreigners office (§\N{NO-BREAK SPACE}87"
                    " AufenthG); the sheets say so."
                )
            ),
        )
        form.add(
            "data_law",
            texts(mark("Data protection law")),
            Segments(
                look,
                (
                    ("gdpr", texts(mark("General Data Protection Regulation"))),
                    ("church", texts(mark("law of a church"))),
                    ("", texts(mark("not said yet"))),
                ),
            ),
            texts(
                mark(
                    "A church body has a law of its own (Art.\N{NO-BREAK SPACE}91 DSGVO): the data protection"
                    " sheet of this program is then not printed."
                )
            ),
        )
        form.add(
            "has_officer",
            texts(mark("Data protection officer")),
            Segments(
                look,
                (
                    (_NAMED, texts(mark("There is one"))),
                    (_NONE, texts(mark("There is none"))),
                    ("", texts(mark("not said yet"))),
                ),
            ),
        )
        form.add("officer", texts(mark("Officer and how to reach them")), _line())
        form.add(
            "complaints",
            texts(mark("Complaints go to")),
            _line(),
            texts(mark("The supervisory authority for data protection of your Land, with its address.")),
        )

    # Shown

    def show_profile(self, profile: OfficeProfile) -> None:
        """Nothing that somebody is typing just now is overwritten."""
        if self._autosave.waiting and self.form.isEnabled():
            return
        for name in ("name", "contact", "officer", "complaints", "body", "data_law"):
            self.form.set_value(name, getattr(profile, name))
        self.form.set_value("address", "\n".join(profile.address))
        first, second, *others = (*profile.representatives, "", "")
        self._others = tuple(each for each in others if each)
        self.form.set_value("representative_1", first)
        self.form.set_value("representative_2", second)
        self.form.set_value("has_officer", _NAMED if profile.officer else _NONE if profile.no_officer else "")
        self.form.clear_problems()
        self.form.setEnabled(True)
        self._show_officer()

    def show_wrong(self, wrong: Mapping[str, Problem]) -> None:
        for name, field in self.form.fields.items():
            problem = wrong.get(name)
            field.say_problem(self.look.texts.problem(problem) if problem is not None else "")

    def show_saved(self, at: datetime) -> None:
        self.banner.clear()
        self._saved.setText(self.look.texts(mark("saved {time}"), time=f"{at:%H:%M}"))

    def show_problem(self, problem: Problem) -> None:
        self.banner.say_problem(problem)

    # What a person does

    def flush(self) -> None:
        """Save now what waits (leaving the page, locking, reading anew)."""
        self._autosave.flush()

    def written(self) -> dict[str, Any]:
        """The fields of the profile as they stand here."""
        value = self.form.value
        named = value("has_officer") != _NONE
        lines = (" ".join(line.split()) for line in value("address").splitlines())
        people = (value("representative_1"), value("representative_2"), *self._others)
        return {
            **{name: value(name) for name in ("name", "contact", "complaints")},
            "address": tuple(filter(None, lines)),
            "representatives": tuple(filter(None, people)),
            "officer": value("officer") if named else "",
            "no_officer": not named,
            "body": value("body") or "",
            "data_law": value("data_law") or "",
        }

    def _edited(self, name: str) -> None:
        if name == "has_officer":
            self._show_officer()
        if name == "officer" and self.form.value("officer"):
            self.form.set_value("has_officer", _NAMED)
        self._autosave.touch()

    def _show_officer(self) -> None:
        self.form.set_visible("officer", self.form.value("has_officer") != _NONE)


def _line() -> QLineEdit:
    from desktop.services.declarations.profile import LONGEST

    return text_field(most=LONGEST)
