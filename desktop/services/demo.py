"""The main job on the built-in sample office: evaluate, summarise, write the sheets into a folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from desktop.cases.casefile import CaseFile
from desktop.errors import CannotOpen
from desktop.rules.verdict import Verdict
from desktop.store.kdf import OFFICE_KDF, KdfPolicy
from desktop.texts import Texts, mark

from . import assessment, clients, deadlines, printing
from .office import Session, create_office, suggest_passphrase
from .reference import Reference
from .samples import sample_cases
from .words.findings import FindingWords
from .words.names import step_names

OFFICE = "Beispielbüro.akte"
LOGIN = "beispiel"


def run(folder: Path, reference: Reference, texts: Texts, *, now: datetime, by: str) -> Iterator[str]:
    """Write every sheet of every sample into a folder and tell, line by line, what was found.

    Raises CannotOpen if the folder cannot be made.
    """
    _make(folder)
    today = now.date()
    yield texts(
        mark("Sample office, evaluated for {day}; law as of {law}."),
        day=texts.day(today),
        law=texts.day(reference.pack.law_checked_on),
    )
    for name, case in sample_cases(reference, today).items():
        yield ""
        yield from _one(folder, name, case, reference, texts, today, by)
    yield ""
    yield texts(mark("The sheets are in the folder “{folder}”."), folder=folder.name)


def sample_office(
    folder: Path, reference: Reference, now: datetime, kdf: KdfPolicy = OFFICE_KDF
) -> tuple[Session, str]:
    """A new office file with all samples in it, open; and its passphrase, made for this one file."""
    passphrase = suggest_passphrase()
    created = create_office(
        folder / OFFICE,
        name="Beispielbüro",
        login=LOGIN,
        passphrase=passphrase,
        reference=reference,
        now=now,
        kdf=kdf,
    )
    for case in sample_cases(reference, now.date()).values():
        clients.add(created.session, case, now)
    return created.session, passphrase


def _one(
    folder: Path, name: str, case: CaseFile, reference: Reference, texts: Texts, today: date, by: str
) -> Iterator[str]:
    found = assessment.assess(reference, case, today)
    words, names = FindingWords(reference.pack, texts), step_names(reference, texts)
    yield f"{case.client.name} ({name})"
    for result in found.titles:
        if result.verdict not in (None, Verdict.NOT_AVAILABLE):
            yield f"  {words.verdict(result.verdict):28} {words.title(result)}"
    if all(result.verdict in (None, Verdict.NOT_AVAILABLE) for result in found.titles):
        yield f"  {words.verdict(Verdict.NOT_AVAILABLE)}"
    for due in deadlines.of(reference, case, today)[:3]:
        yield f"  {texts.day(due.act_by)}  {due.name.show(texts, names)}"
    for question in assessment.open_questions(reference, found)[:2]:
        fact = reference.pack.vocabulary[question.input_id]
        yield f"  ? {texts.pick(fact.question or fact.label)}"
    kinds: tuple[printing.SheetKind, ...] = ("checklist", "letter", "reasons")
    for kind in kinds:
        choice = printing.defaults(reference, case, found, kind=kind, language=texts.language)
        made = printing.printed(reference, case, choice, by=by, today=today)
        printing.write(folder / made.file_name, made)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise CannotOpen(mark("The folder “{folder}” cannot be made."), folder=folder.name) from None
