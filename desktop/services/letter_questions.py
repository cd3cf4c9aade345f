"""What a letter still needs to be a good one: questions, and the answers as somebody typed them.

A letter says only what is known. What the case file has no place for (why an application is late, in what a
hardship consists) is asked where the letter is made; an answer stays with the choice of the sheet and is
never stored as a fact. The page shows `questions` in their order; `needed` ones first by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.cases.names import clean
from desktop.cases.typed_day import read_day
from desktop.errors import Problem
from desktop.texts import Texts, mark

LONGEST_LINE = 200
_KEPT_TOGETHER = re.compile(r"(\bAnlagen?|\benclosures?|\bNr\.|§|\bAbs\.) (\d)", re.IGNORECASE)
LONGEST = 2000
"""Characters of one answer; longer ones belong into an enclosure."""


class AnswerKind(Enum):
    """How a question is answered."""

    LINE = "line"
    TEXT = "text"  # sentences, printed as a paragraph
    DAY = "day"
    YES_NO = "yes_no"  # "yes", "no" or nothing


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask. Label and example are in the language of the window's `texts`.

    `needed`: without an answer the letter can be made but is a weak one.
    """

    id: str
    label: str
    kind: AnswerKind
    example: str = ""
    needed: bool = False
    assumed: str = ""  # what the letter takes if nothing is answered


@dataclass(frozen=True, slots=True)
class Asking:
    """Makes questions: labels and examples are source texts, shown in the language of `texts`."""

    texts: Texts

    def line(
        self, question: str, label: str, example: str = "", *, needed: bool = False, assumed: str = ""
    ) -> Question:
        """To be answered in a few words."""
        return self._made(AnswerKind.LINE, question, label, example, needed, assumed)

    def text(
        self, question: str, label: str, example: str = "", *, needed: bool = False, assumed: str = ""
    ) -> Question:
        """To be answered in sentences."""
        return self._made(AnswerKind.TEXT, question, label, example, needed, assumed)

    def day(self, question: str, label: str, example: str = "", *, needed: bool = False) -> Question:
        """To be answered with an exact day."""
        return self._made(AnswerKind.DAY, question, label, example, needed, "")

    def yes_no(
        self, question: str, label: str, example: str = "", *, needed: bool = False, assumed: str = ""
    ) -> Question:
        """To be answered with yes or no."""
        return self._made(AnswerKind.YES_NO, question, label, example, needed, assumed)

    def _made(
        self, kind: AnswerKind, question: str, label: str, example: str, needed: bool, assumed: str
    ) -> Question:
        shown = self.texts(example) if example else ""
        return Question(question, self.texts(label), kind, shown, needed, assumed)


Answers = Mapping[str, str]
"""Answers by the ids of their questions; an empty one is none."""


def text_of(answers: Answers, question: str) -> str:
    """An answer as the letter prints it: cleaned, on one line per paragraph. Raises Problem if too long."""
    given = answers.get(question, "")
    if len(given) > LONGEST:
        raise Problem(
            mark("An answer has {count} characters; {most} fit into a letter."),
            mark("Shorten it, or put it into an enclosure."),
            count=len(given),
            most=LONGEST,
        )
    return _KEPT_TOGETHER.sub("\\1\N{NO-BREAK SPACE}\\2", " ".join(clean(given).split()))


def lines_of(answers: Answers, question: str) -> list[str]:
    """An answer of one thing on each line, cleaned; empty lines say nothing. Raises Problem if too long."""
    text_of(answers, question)
    lines = (clean(line).strip() for line in answers.get(question, "").splitlines())
    return [line[:LONGEST_LINE] for line in lines if line]


def day_of(answers: Answers, question: str, today: date) -> date | None:
    """A day that was typed; None if none was. Raises Problem for anything that is no exact day."""
    given = answers.get(question, "").strip()
    if not given:
        return None
    found = read_day(given, today)
    if found.day is None:
        raise Problem(
            mark("Here the exact day is needed."), mark("Write it as on the paper, for example 22.11.2026.")
        )
    return found.day


def agreed(answers: Answers, question: Question) -> bool:
    """Whether a question of yes and no is answered with yes, or assumed to be."""
    return (answers.get(question.id, "") or question.assumed) == "yes"


def unanswered(questions: Iterable[Question], answers: Answers) -> list[Question]:
    """The needed questions to which there is no answer yet."""
    return [each for each in questions if each.needed and not answers.get(each.id, "").strip()]


def still_open(questions: Iterable[Question], answers: Answers, texts: Texts) -> Iterator[str]:
    """The needed questions without an answer, as a draft names them."""
    for each in unanswered(questions, answers):
        yield texts(mark("Still open: {question}"), question=each.label)
