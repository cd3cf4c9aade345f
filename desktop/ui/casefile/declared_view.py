"""The card “Vollmachten und Einwilligungen”: four short lists, each with its own form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from desktop.cases.declarations import Consent, Declaration, HandedOut, Power, Release, of_kind
from desktop.services.words.answers import AnswerWords
from desktop.texts import mark
from desktop.ui.kit.answers.record_list import RecordList
from desktop.ui.kit.labels import heading, label
from desktop.ui.kit.look import Look
from desktop.ui.kit.names import isolated
from desktop.ui.kit.notes import Banner
from desktop.ui.kit.page import Card

NAMES: dict[type[Declaration], str] = {
    Power: mark("Powers of attorney"),
    Release: mark("Releases from confidentiality"),
    Consent: mark("Consents"),
    HandedOut: mark("Sheets handed out"),
}


class DeclaredCard(Card):
    """`changed` with a kind and all its records; `removed` with the one that went; `undo_wanted`."""

    changed = Signal(object, object)
    removed = Signal(object)
    undo_wanted = Signal()

    def __init__(self, look: Look, words: AnswerWords, today: Callable[[], date]) -> None:
        texts = look.texts
        super().__init__(look, texts(mark("Powers of attorney and consents")))
        self._look, self._today = look, today
        self.banner = Banner(look)
        self.body.addWidget(self.banner)
        self.lists: dict[type[Declaration], RecordList] = {}
        for kind, name in NAMES.items():
            made = RecordList(look, kind, words, today, texts(name), (), self._fault, self._words)
            made.changed.connect(lambda records, kind=kind: self.changed.emit(kind, records))
            made.removed.connect(self.removed)
            self.body.addWidget(heading(texts(name), 3))
            self.body.addWidget(made)
            self.lists[kind] = made
        self.body.addWidget(
            label(
                texts(
                    mark(
                        "The signed paper counts, not this entry. An end set here is a planned date on Today."
                    )
                ),
                "note",
            )
        )
        self.banner.asked.connect(self.undo_wanted)
        self.banner.asked.connect(self.banner.clear)

    def show_declarations(self, found: tuple[Declaration, ...]) -> None:
        for kind, made in self.lists.items():
            made.show_records(of_kind(found, kind))

    def show_undo(self, sentence: str) -> None:
        self.banner.say("done", sentence, action=self._look.texts(mark("Undo")))

    def _words(self, record: Declaration) -> str:
        from desktop.services.words import declarations

        texts = self._look.texts
        what, standing = declarations.what(record, texts), declarations.standing(record, self._today(), texts)
        return f"{isolated(what)}\n{standing}"

    def _fault(self, record: Declaration) -> tuple[str, str] | None:
        from desktop.services.declarations.records import fault

        found = fault(record, self._today())
        return None if found is None else (found[0], self._look.texts.problem(found[1]))
