"""Choices, answers and readers for tests of the sheets that leave the office."""

from dataclasses import replace
from types import MappingProxyType

from desktop.cases.answers import Answer, Judgement, Proof, Ternary
from desktop.cases.periods import PartialDate, Period
from desktop.documents import build
from desktop.services import assessment, printing
from desktop.texts import NO_BREAK_SPACE
from tests.documents.reading import pages
from tests.services.conftest import TODAY

GERMAN = printing.texts_of("de")


def choice(law, case, kind="letter", today=TODAY, answers=(), **wishes):
    found = assessment.assess(law, case, today)
    title = wishes.pop("title_id", None)
    chosen = printing.defaults(law, case, found, kind=kind, title=title).but(**wishes)
    for question, answer in answers:
        chosen = chosen.answering(question, answer)
    return chosen


def period(start, end=None):
    """Half open: the end is the first day after it."""
    return Period(PartialDate.parse(start), PartialDate.parse(end) if end else None)


def text_of(sheet):
    return " ".join(" ".join(pages(build.pdf([sheet], GERMAN))).split())


def with_fact(case, fact, value, proof=Proof.CLAIMED):
    return case.with_fact(fact, Answer(value, by="mk", on=TODAY, proof=proof))


def judged(case, **answers):
    given = {
        name: Judgement(Ternary.YES if answer else Ternary.NO, "mk", TODAY, "geprüft")
        for name, answer in answers.items()
    }
    return replace(case, judgements=MappingProxyType({**case.judgements, **given}))


DEFAULTS = {
    "sachsen-pflege": ("25_4_1", "first", "core:sachsen"),
    "bayern-familie": ("25_2_1", "first", "core:bayern"),
    "jena-aufnahmezusage": ("23_2", "first", "core:jena"),
    "hessen-haertefall": ("25_4_2", "extension", "core:hessen"),
    "muenchen-abschiebungsverbot": ("25_3", "first", "core:muenchen"),
    "chancen-aufenthalt": ("25b_1", "extension", "core:jena"),
    "offene-fragen": ("25_5", "first", "core:unknown"),
    "derzeit-nicht-moeglich": ("25_5", "first", "core:hessen"),
}


def plain(*texts: str) -> list[str]:
    """Texts with plain blanks."""
    return [text.replace(NO_BREAK_SPACE, " ") for text in texts]
