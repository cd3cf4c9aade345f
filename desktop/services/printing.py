"""Print one case: which sheet fits the situation, what can be chosen, and the bytes of the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from desktop import resources
from desktop.cases.applications import Application
from desktop.cases.casefile import CaseFile
from desktop.documents import build
from desktop.documents.build import Sheet
from desktop.documents.sheets import LetterForm as LetterForm
from desktop.errors import Problem
from desktop.rules.results import Assessment
from desktop.texts import Language, Texts, mark

from .assessment import in_view
from .declarations.profile import NO_PROFILE, OfficeProfile
from .handouts.languages import GERMAN, of_client
from .handouts.released import NOTHING_RELEASED, Releases
from .letter_questions import Question
from .letter_wording import finished
from .own_letters import OwnLetter, own_letter_sheet
from .pdf_files import plain_number as plain_number
from .pdf_files import refuse_taken as refuse_taken
from .pdf_files import unprintable as unprintable
from .print_choice import DECISIONS as DECISIONS
from .print_choice import FILE_NAMES
from .print_choice import LETTERS as LETTERS
from .print_choice import OCCASIONS as OCCASIONS
from .print_choice import OF_A_TITLE as OF_A_TITLE
from .print_choice import PROCEDURAL as PROCEDURAL
from .print_choice import READ as READ
from .print_choice import Edit as Edit
from .print_choice import Occasion as Occasion
from .print_choice import PrintChoice as PrintChoice
from .print_choice import PrintChoices as PrintChoices
from .print_choice import SheetKind as SheetKind
from .procedural import registry as procedural
from .reading.copies import with_copies
from .reference import UNKNOWN_AUTHORITY, Reference, unknown_title
from .sheets import declarations, fee_letter, fiction_letter, filings, handouts, handovers, slips
from .sheets.checklists import checklist_sheet
from .sheets.file_papers import file_list
from .sheets.ground import Ground, stamp_of
from .sheets.letters import letter_questions, letter_sheet
from .sheets.reasons import reasons_sheet
from .sheets.recipients import address_question, refuse_unreachable


class Printed(NamedTuple):
    """A finished PDF. The file name holds the kind of sheet and the office's number, never a name.

    `missing`: characters that no font has, on paper a question mark in a diamond each; `warning` says so.
    """

    pdf: bytes
    file_name: str
    missing: str = ""

    @property
    def warning(self) -> Problem | None:
        """What must be said before the sheet goes out; None if nothing."""
        return unprintable(self.missing) if self.missing else None


def defaults(
    reference: Reference,
    case: CaseFile,
    assessment: Assessment,
    *,
    kind: SheetKind = "checklist",
    language: Language = "de",
    title: str | None = None,
) -> PrintChoice:
    """What fits this situation: the title named or asked for, or the best one that is not closed.

    Raises Problem for a named title that nothing can be printed for, or if the pack has no text of the day.
    """
    examined = [result.norm for result in assessment.titles if result.norm.examined]
    if title is not None and title not in (norm.id for norm in examined):
        raise unknown_title(title, examined)
    chosen = in_view(case, assessment, title)
    authority = case.value("responsible_abh") or UNKNOWN_AUTHORITY
    return PrintChoice(
        kind=kind,
        title_id=chosen.norm.id,
        authority_id=authority if authority in reference.authorities else UNKNOWN_AUTHORITY,
        occasion=OCCASIONS[chosen.decision_kind],
        language=language,
    )


def choices(reference: Reference, assessment: Assessment) -> PrintChoices:
    """Everything that can be printed for an assessed case."""
    titles = tuple(
        result.norm.id for result in assessment.titles if result.norm.examined and result.not_covered is None
    )
    occasions = {
        title: tuple(OCCASIONS[kind] for kind in reference.pack.norm(title).decisions) for title in titles
    }
    active = (key for key, each in reference.authorities.items() if each.active)
    known = sorted(active, key=lambda key: (key == UNKNOWN_AUTHORITY, key))
    return PrintChoices(titles, occasions, tuple(known))


def subjects(
    reference: Reference,
    case: CaseFile,
    kind: SheetKind,
    *,
    today: date,
    texts: Texts,
    title: str = "",
    own: Sequence[OwnLetter] = (),
) -> list[tuple[str, str]]:
    """What a sheet of this kind can be about, with its words in `texts`; empty for sheets of a title.

    `title`: the title in view, which a hand-out can be about too. `own`: the office's own letters.
    """
    if kind == "slip":
        return slips.subjects(reference, case, today, texts)
    if kind == "handout":
        return handouts.subjects(reference, case, title, today, texts)
    if kind in declarations.KINDS:
        return declarations.subjects(kind, texts)
    if kind == "own":
        return [(each.id, each.name) for each in own]
    if kind == "handover":
        return handovers.subjects(reference, case, texts)
    if kind in PROCEDURAL:
        return procedural.subjects(reference, case, kind, today, texts)
    return filings.subjects(reference, case, texts) if kind in ("filing", "fiction") else []


def questions(
    reference: Reference, case: CaseFile, choice: PrintChoice, *, today: date, texts: Texts
) -> tuple[Question, ...]:
    """What the chosen letter should still be told, with its words in `texts`; empty for other sheets.

    Raises Problem as `sheet`.
    """
    if choice.kind == "handover":
        return handovers.questions(texts)
    if choice.kind in PROCEDURAL:
        stamp = stamp_of(reference, today, "", approved=False)
        return procedural.questions(reference, case, choice, today, texts, stamp)
    if choice.kind == "own":
        return address_question(reference.chosen(choice.authority_id), texts)
    if choice.kind not in LETTERS:
        return ()
    ground, application = _ground_of(reference, case, choice, today, texts, "")
    if application is not None:
        return fiction_letter.fiction_questions(ground, application, choice.answered)
    if choice.kind == "fee":
        return fee_letter.fee_letter_questions(ground, choice.answered)
    return letter_questions(ground, choice.answered)


def sheets(
    reference: Reference,
    case: CaseFile,
    choice: PrintChoice,
    *,
    today: date,
    office: str = "",
    released: Releases = NOTHING_RELEASED,
    profile: OfficeProfile = NO_PROFILE,
    own: Sequence[OwnLetter] = (),
) -> Sequence[Sheet]:
    """The inputs of everything that is chosen. `released`: translations of hand-outs the office released.

    `profile`: what the office says of itself; what it does not say is written by hand.

    Raises Problem as `sheet`, if there is no such date or application, and for an edit that fits no more.
    """
    if choice.kind == "own":
        stamp = stamp_of(reference, today, office, approved=choice.approved)
        letter = own_letter_sheet(reference, case, choice, own, stamp, texts_of(GERMAN))
        return finished([letter], choice, today)
    found = _found(reference, case, choice, today, office, released, profile)
    return with_copies(finished(found, choice, today), reference.pack, case, choice, released)


def _found(
    reference: Reference,
    case: CaseFile,
    choice: PrintChoice,
    today: date,
    office: str,
    released: Releases,
    profile: OfficeProfile,
) -> Sequence[Sheet]:
    """The sheets as the case makes them, before anybody words them anew."""
    if choice.kind in LETTERS and choice.language != GERMAN:  # a copy to read, beside the one that is sent
        sent = sheet(reference, case, replace(choice, language=GERMAN), today=today, office=office)
        return [sent, sheet(reference, case, choice, today=today, office=office)]
    if choice.kind in (*OF_A_TITLE, *LETTERS):
        return [sheet(reference, case, choice, today=today, office=office)]
    texts = texts_of(choice.language)
    stamp = stamp_of(reference, today, office, approved=choice.approved)
    if choice.kind == "handout":
        about = handouts.subject_of(reference, case, choice.which, choice.title_id, today)
        return [
            handouts.handout_sheet(
                reference,
                case,
                about,
                code=choice.beside or of_client(case.client.language),
                columns=choice.columns,
                stamp=stamp,
                today=today,
                texts=texts_of(GERMAN),
                released=released,
            )
        ]
    if choice.kind in declarations.KINDS:
        return declarations.declaration_sheets(
            reference,
            case,
            choice.kind,
            choice.which,
            profile=profile,
            stamp=stamp,
            today=today,
            texts=texts,
        )
    if choice.kind == "handover":
        return [handovers.handover_sheet(reference, case, choice, stamp, texts)]
    if choice.kind in PROCEDURAL:
        return [
            replace(each, form=choice.form)
            for language in dict.fromkeys((GERMAN, choice.language))
            for each in procedural.letters(reference, case, choice, today, texts_of(language), stamp)
        ]
    if choice.kind == "filing":
        return [filings.filing_sheet(reference, case, choice.which, stamp=stamp, today=today, texts=texts)]
    return slips.slip_sheets(reference, case, choice.which, stamp=stamp, today=today, texts=texts)


def sheet(
    reference: Reference, case: CaseFile, choice: PrintChoice, *, today: date, office: str = ""
) -> Sheet:
    """The input of the chosen document of a title, or of the letter about an application.

    Raises Problem for a title or an authority that is not known, for a letter where nobody can apply, and for
    an answer that cannot be printed.
    """
    ground, application = _ground_of(reference, case, choice, today, texts_of(choice.language), office)
    answers, confirmed = choice.answered, choice.confirmed_on
    match choice.kind:
        case "checklist":
            return checklist_sheet(ground)
        case "letter":
            made = letter_sheet(ground, answers, confirmed)
        case "fee":
            made = fee_letter.fee_letter_sheet(ground, answers, confirmed)
        case "fiction" if application is not None:
            made = fiction_letter.fiction_sheet(ground, application, answers, confirmed)
        case "reasons":
            return reasons_sheet(ground)
        case "filelist":
            return file_list(ground)
        case _:
            raise ValueError(choice.kind)
    if choice.approved:
        refuse_unreachable(made.authority)
    return replace(made, form=choice.form, language=choice.language)


def _ground_of(
    reference: Reference, case: CaseFile, choice: PrintChoice, today: date, texts: Texts, office: str
) -> tuple[Ground, Application | None]:
    """What the sheet starts from, and the application it is about, if it is about one. Raises Problem."""
    application = None
    title, decision = choice.title_id, DECISIONS[choice.occasion]
    if choice.kind == "fiction":
        application = fiction_letter.chosen_application(case, choice.which, today)
        title, decision = application.title_id, application.decision_kind
    norm = next((norm for norm in reference.pack.norms if norm.id == title), None)
    if norm is None or not norm.examined:
        raise unknown_title(title, (each for each in reference.pack.norms if each.examined))
    authority = reference.chosen(choice.authority_id)
    if choice.kind in LETTERS and not norm.applied_for:
        raise Problem(
            mark(
                "The program only hints at {cite}: it writes no application to the foreigners office for it."
            ),
            mark("Print the checklist or the reasons for whoever takes it up."),
            cite=norm.cite,
        )
    ground = Ground(
        reference=reference,
        case=case,
        title_id=norm.id,
        decision=norm.decision(decision),
        authority=authority,
        today=today,
        texts=texts,
        office=office,
        approved=choice.approved,
    )
    return ground, application


def printed(
    reference: Reference,
    case: CaseFile,
    choice: PrintChoice,
    *,
    today: date,
    office: str = "",
    by: str = "",
    released: Releases = NOTHING_RELEASED,
    profile: OfficeProfile = NO_PROFILE,
    own: Sequence[OwnLetter] = (),
) -> Printed:
    """The chosen sheet as PDF; nothing is written to disk. Raises Problem.

    The foot names the office, or who printed it (`by`) where the office has no name.
    """
    texts = texts_of(choice.language)
    named = profile if profile.name else replace(profile, name=office)
    writer = office or by
    found = sheets(
        reference, case, choice, today=today, office=writer, released=released, profile=named, own=own
    )
    made = build.made(found, texts)
    number = plain_number(case.client.file_number)
    title = choice.title_id if choice.kind in OF_A_TITLE else ""
    parts = (number, texts(FILE_NAMES[choice.kind]), title, today.isoformat())
    return Printed(made.pdf, "_".join(filter(None, parts)) + ".pdf", made.missing)


def write(path: Path, made: Printed) -> None:
    """Put a PDF into a file in one step, in place of a PDF that is there but of nothing else.

    Raises Problem or CannotOpen; then nothing has changed.
    """
    refuse_taken(path)
    build.write(path, made.pdf)


def texts_of(language: Language) -> Texts:
    """The words of a language a sheet is printed in."""
    return Texts(language, resources.path("i18n"))
