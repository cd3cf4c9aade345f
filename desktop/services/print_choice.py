"""One sheet as somebody chose it: its kind, what it is for, to whom, in which language, with what answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, NamedTuple

from desktop.cases.applications import DecisionKind
from desktop.documents.handout_sheet import Columns
from desktop.documents.sheets import LetterForm
from desktop.texts import LANGUAGES, Language, mark

SheetKind = Literal[
    "checklist",
    "letter",
    "reasons",
    "slip",
    "filing",
    "handout",
    "fiction",
    "fee",
    "power",
    "release",
    "consent",
    "privacy",
    "reminder",
    "file_access",
    "data_change",
    "translation",
    "work_note",
    "residence_rule",
    "hardship",
    "departure",
    "cover",
    "residence",
    "filelist",
    "handover",
    "own",
]
PROCEDURAL: tuple[SheetKind, ...] = (
    "reminder",
    "file_access",
    "data_change",
    "translation",
    "work_note",
    "residence_rule",
    "hardship",
    "departure",
)
"""Letters about a procedure; each is offered when the case has its occasion (`procedural.registry`)."""
LETTERS: tuple[SheetKind, ...] = ("letter", "fiction", "fee")
"""Letters to an authority: sent in German, with a reading copy in another language beside it."""
OF_A_TITLE: tuple[SheetKind, ...] = ("checklist", "letter", "reasons", "fee", "filelist")
"""Sheets for one title, occasion and authority; the others are for a date or an application."""
READ: tuple[SheetKind, ...] = (*LETTERS, *PROCEDURAL, "power", "release", "consent", "privacy", "residence")
"""Sheets a client confirms, signs or keeps: with reading copies in every language of hand-outs."""
FILE_NAMES: Mapping[SheetKind, str] = {
    "checklist": mark("checklist"),
    "letter": mark("letter"),
    "reasons": mark("reasons"),
    "slip": mark("deadline-slip"),
    "filing": mark("proof-of-filing"),
    "handout": mark("hand-out"),
    "fiction": mark("fiction-certificate"),
    "fee": mark("fee"),
    "reminder": mark("reminder"),
    "file_access": mark("file-access"),
    "data_change": mark("new-address"),
    "translation": mark("translation-of-decision"),
    "work_note": mark("work-stays-allowed"),
    "residence_rule": mark("residence-rule"),
    "hardship": mark("hardship"),
    "departure": mark("departure-period"),
    "handover": mark("hand-over"),
    "own": mark("own-letter"),
    "power": mark("power-of-attorney"),
    "release": mark("release-from-confidentiality"),
    "consent": mark("consents"),
    "privacy": mark("data-protection"),
    "cover": mark("cover-sheet"),
    "residence": mark("my-residence"),
    "filelist": mark("papers-for-the-file"),
}
"""How the name of a file calls a sheet; never a client's name."""
Occasion = Literal["first", "extension"]
DECISIONS: Mapping[Occasion, DecisionKind] = {
    "first": DecisionKind.GRANT,
    "extension": DecisionKind.EXTENSION,
}
OCCASIONS: Mapping[DecisionKind, Occasion] = {kind: occasion for occasion, kind in DECISIONS.items()}


class Edit(NamedTuple):
    """A paragraph of a letter worded anew (`letter_wording`): id, the text it was made of, the new one."""

    id: str
    was: str
    text: str


@dataclass(frozen=True, slots=True)
class PrintChoice:
    """One sheet as chosen. Not `approved`: a draft mark across every page."""

    kind: SheetKind
    title_id: str
    authority_id: str
    occasion: Occasion
    language: Language
    approved: bool = False
    confirmed_on: date | None = None  # letter: when the client read or heard the text and confirmed it
    form: LetterForm = LetterForm.B  # letter: which form of DIN 5008
    answers: tuple[tuple[str, str], ...] = ()  # letter: what `questions` asked, by the ids of the questions
    which: str = (
        ""  # slip, filing, handout, power, release: what it is about, of `subjects`; empty for the first
    )
    beside: str = ""  # handout, reading copy: the language beside German; empty for the client's
    copies: bool = False  # letters, declarations: with a reading copy in the language beside German
    columns: Columns = "both"  # handout: one of its languages alone, or both
    edits: tuple[Edit, ...] = ()  # letter: paragraphs worded anew for this one letter
    approved_by: str = ""  # who approved it, while it is approved

    def but(self, **wishes: Any) -> PrintChoice:
        """The same with other wishes; None keeps what is chosen."""
        return replace(self, **{name: wish for name, wish in wishes.items() if wish is not None})

    @property
    def answered(self) -> Mapping[str, str]:
        """The answers by question."""
        return dict(self.answers)

    def answering(self, question: str, answer: str) -> PrintChoice:
        """The same with one question answered; empty takes the answer back."""
        others = tuple(each for each in self.answers if each[0] != question)
        return replace(self, answers=(*others, (question, answer)) if answer else others)


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """What can be chosen: titles best first with the occasions each allows, authorities, languages."""

    titles: tuple[str, ...]
    occasions: Mapping[str, tuple[Occasion, ...]]
    authorities: tuple[str, ...]
    languages: tuple[Language, ...] = LANGUAGES
