"""The main job on the built-in sample office: evaluate, summarise, write the sheets into a folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from desktop.cases.casefile import CaseFile
from desktop.deadlines.duedates import URGENCY_WORDS
from desktop.errors import CannotOpen
from desktop.rules.results import Assessment
from desktop.rules.verdict import Verdict
from desktop.rules.vocabulary import FactKind
from desktop.store.kdf import OFFICE_KDF, KdfPolicy
from desktop.texts import Texts, mark

from . import assessment, clients, deadlines, printing
from .office import Session, create_office, suggest_passphrase
from .reference import Reference
from .samples import sample_cases
from .words.findings import FindingWords
from .words.lines import wrapped
from .words.names import step_names
from .words.questions import QuestionWords

OFFICE = "Beispielbüro"
LOGIN = "beispiel"
_ALL: tuple[printing.SheetKind, ...] = ("checklist", "letter", "reasons")
SHEETS: Mapping[Verdict, tuple[printing.SheetKind, ...]] = {
    **dict.fromkeys(Verdict, _ALL),
    Verdict.FACTS_MISSING: ("checklist", "reasons"),
    Verdict.NOT_AVAILABLE: ("reasons",),
}
DATES = 2
_OPEN = (Verdict.NEEDS_ASSESSMENT, Verdict.FACTS_MISSING)


class Sample(NamedTuple):
    """The sample office, open, and its passphrase, made for this one file."""

    session: Session
    passphrase: str


def run(folder: Path, reference: Reference, texts: Texts, *, now: datetime) -> Iterator[str]:
    """Write every sheet of every sample into a folder and tell, line by line, what was found.

    Raises CannotOpen if the folder cannot be made or written to.
    """
    _make(folder)
    today = now.date()
    yield texts(
        mark("Sample office, evaluated for {day}; law as of {law}."),
        day=texts.day(today),
        law=texts.day(reference.pack.law_checked_on),
    )
    count = 0
    for case in sample_cases(reference, today).values():
        yield ""
        yield from _Summary(reference, texts, case, today).lines()
        count += _write_sheets(folder, case, reference, texts, today)
    yield ""
    yield texts.plural(
        mark("{count} sheet is in the folder “{folder}”."),
        mark("{count} sheets are in the folder “{folder}”."),
        count,
        folder=folder.name,
    )


def sample_office(folder: Path, reference: Reference, now: datetime, kdf: KdfPolicy = OFFICE_KDF) -> Sample:
    """A new office file with all samples in it; what an earlier run made stays as it is."""
    _make(folder)
    passphrase = suggest_passphrase()
    created = create_office(
        _free_name(folder),
        name=OFFICE,
        login=LOGIN,
        passphrase=passphrase,
        reference=reference,
        now=now,
        kdf=kdf,
    )
    for _ in clients.add_many(created.session, sample_cases(reference, now.date()).values(), now):
        pass
    return Sample(created.session, passphrase)


@dataclass(frozen=True)
class _Summary:
    """One client in a few lines: what comes into question, the nearest dates, what to settle next."""

    reference: Reference
    texts: Texts
    case: CaseFile
    today: date

    def lines(self) -> Iterator[str]:
        client = self.case.client
        found = assessment.assess(self.reference, self.case, self.today)
        yield f"{client.name}, {client.file_number}"
        yield from self._titles(found)
        yield from self._dates()
        yield from self._question(found)

    def _titles(self, found: Assessment) -> Iterator[str]:
        words = FindingWords(self.reference.pack, self.texts)
        good = [each for each in found.titles if each.verdict and each.verdict > Verdict.NEEDS_ASSESSMENT]
        for result in good:
            yield from wrapped(f"{words.verdict(result.verdict)}: {words.title(result)}", 2, "+")
        for verdict in _OPEN:
            cites = [each.norm.cite for each in found.titles if each.verdict is verdict]
            if cites:
                yield from wrapped(f"{words.verdict(verdict)}: {', '.join(cites)}", 2, "?")
        if all(each.verdict in (None, Verdict.NOT_AVAILABLE) for each in found.titles):
            yield from wrapped(words.verdict(Verdict.NOT_AVAILABLE), 2, "–")

    def _question(self, found: Assessment) -> Iterator[str]:
        """The best question on the title that is asked for, or on the one that stands best."""
        wanted = printing.defaults(self.reference, self.case, found).title_id
        for question in assessment.open_questions(self.reference, found, self.case):
            if wanted in question.titles:
                judged = question.kind is FactKind.JUDGEMENT
                sentence = (
                    mark("To be assessed next: {question}") if judged else mark("To ask next: {question}")
                )
                asked = QuestionWords(self.reference.pack, self.texts).text(question)
                yield from wrapped(self.texts(sentence, question=asked), 2, "?")
                return

    def _dates(self) -> Iterator[str]:
        texts, names = self.texts, step_names(self.reference, self.texts, self.case)
        for due in deadlines.of(self.reference, self.case, self.today)[:DATES]:
            if not due.settled:
                urgency = texts(URGENCY_WORDS[due.urgency(self.today)])
                yield from wrapped(
                    f"{texts.day(due.act_by)}, {urgency}: {due.name.show(texts, names)}", 2, "!"
                )


def _write_sheets(folder: Path, case: CaseFile, reference: Reference, texts: Texts, today: date) -> int:
    """The sheets that make sense for the case: nobody applies for what is not possible or not known."""
    found = assessment.assess(reference, case, today)
    choice = printing.defaults(reference, case, found, language=texts.language)
    kinds = SHEETS[found.title(choice.title_id).verdict or Verdict.NOT_AVAILABLE]
    for kind in kinds:
        made = printing.printed(reference, case, choice.but(kind=kind), today=today, office=OFFICE)
        printing.write(folder / made.file_name, made)
    return len(kinds)


def _free_name(folder: Path) -> Path:
    """Beispielbüro.akte, or the next number: an office file is never overwritten."""
    path, number = folder / f"{OFFICE}.akte", 2
    while path.exists():
        path, number = folder / f"{OFFICE} {number}.akte", number + 1
    return path


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise CannotOpen(mark("The folder “{folder}” cannot be made."), folder=folder.name) from None
