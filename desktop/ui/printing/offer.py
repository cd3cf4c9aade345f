"""Everything that can be chosen on the page, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from desktop.cases.words import DECISION_WORDS
from desktop.texts import Texts, mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.names import isolated

if TYPE_CHECKING:
    from desktop.services.letter_questions import Question

    from .making import Made

OWN_NAMES: Mapping[str, str] = {"de": "Deutsch", "en": "English"}
"""Languages in their own script, so that the client finds them too."""

COLUMNS: Mapping[str, str] = {
    "both": mark("Both"),
    "german": mark("German only"),
    "other": mark("The other only"),
}

Options = Sequence[tuple[str, str]]
"""Values and their words."""


OwnOffer = Literal["", "none", "some"]
"""Whether the office has letters of its own; empty where that is not the question."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What the page shows to choose from."""

    tasks: Options
    sheets: Options
    """The sheets of the task; those of another task that are ticked too."""
    titles: Options
    occasions: Options
    """Empty where no chosen sheet is of a title."""
    authorities: Options
    languages: Options
    beside: Options
    """Languages that can stand beside German; empty where no chosen sheet has another language beside it."""
    copies: bool
    """Whether a chosen sheet can have a reading copy in the language beside German."""
    columns: Options
    """Of a hand-out both languages or one of them; empty where there is only German."""
    subjects: Sequence[tuple[str, str, Options]]
    """For each sheet about a date or an application: its kind, its name, what it can be about."""
    questions: Sequence[Question]
    answers: Mapping[str, str]
    letter: bool
    """Whether the client has to confirm something."""
    approvable: bool
    """Whether any sheet leaves the office: a slip stays in it and is signed on paper."""
    to_review: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    """Of hand-outs and of copies among the sheets: the language nobody reviewed, its code and its name."""
    own_letters: OwnOffer = ""


def offer_of(context: CaseContext, made: Made) -> Offer:
    """The offer for what was just made."""
    from desktop.services.print_choice import DECISIONS, OF_A_TITLE, READ
    from desktop.services.print_set import WORDED

    texts, names = context.texts, context.names
    chosen, situation = made.chosen, made.situation
    words = {kind: texts(name) for kind, name in situation.kinds}
    of_task = situation.task(chosen.task).kinds
    sheets = (*of_task, *(kind for kind in chosen.kinds if kind not in of_task))
    read = any(kind in READ for kind in chosen.kinds)
    of_a_title = bool({*chosen.kinds} & {*OF_A_TITLE, "handout"})
    return Offer(
        tasks=[(task.id, texts(task.name)) for task in situation.tasks],
        sheets=[(kind, words.get(kind, kind)) for kind in sheets],
        titles=[(title, names.title(title)) for title in situation.choices.titles] if of_a_title else (),
        occasions=[
            (each, texts(DECISION_WORDS[DECISIONS[each]]))
            for each in situation.choices.occasions.get(chosen.shared.title_id, ())
        ]
        if of_a_title
        else (),
        authorities=[(each, names.authority(each)) for each in situation.choices.authorities],
        languages=[(each, OWN_NAMES.get(each, each)) for each in situation.choices.languages],
        beside=beside(texts) if "handout" in chosen.kinds or read else (),
        copies=read and chosen.shared.beside != "de",
        columns=[(name, texts(words)) for name, words in COLUMNS.items()]
        if "handout" in chosen.kinds and chosen.shared.beside != "de"
        else (),
        subjects=[
            (kind, words.get(kind, kind), tuple(options))
            for kind, options in made.subjects.items()
            if len(options) > 1
        ],
        questions=made.questions,
        answers=chosen.shared.answered,
        letter=any(kind in WORDED for kind in chosen.kinds),
        approvable=any(kind != "slip" for kind in chosen.kinds),
        to_review={part: _named(texts, code) for part, code in made.stack.not_reviewed.items()},
        own_letters=_own_letters(made),
    )


def _named(texts: Texts, code: str) -> tuple[str, str]:
    from desktop.services.handouts.languages import languages

    return code, texts.pick(languages()[code])


def _own_letters(made: Made) -> OwnOffer:
    if "own" not in (*made.chosen.kinds, made.chosen.task) and made.chosen.task != "any":
        return ""
    return "some" if any(kind == "own" for kind, _ in made.situation.kinds) else "none"


def beside(texts: Texts) -> list[tuple[str, str]]:
    """The languages of hand-outs, each by its own name first, so that the client finds it too."""
    from desktop.services.handouts.languages import languages

    found = [(each.code, each.own, texts.pick(each)) for each in languages().values()]
    return [(code, own if own == name else f"{isolated(own)} – {name}") for code, own, name in found]


def problems_of(context: CaseContext, made: Made) -> list[str]:
    """Why a chosen sheet is not among those shown, and what must be known before they go out."""
    texts, names = context.texts, dict(made.situation.kinds)
    told = [
        texts(
            mark("{sheet}: {problem}"),
            sheet=texts(names.get(choice.kind, choice.kind)),
            problem=texts.problem(problem),
        )
        for choice, problem in made.stack.problems
    ]
    warning = made.stack.printed.warning if made.stack.printed is not None else None
    return [*told, texts.problem(warning)] if warning is not None else told
