"""What is printed together for a task: the sheets that fit it, what they share, what each is about.

Somebody at the desk wants to have a title extended or to answer a decision, not to fill in a template. So a
task is chosen, its sheets are ticked already, and the first task is the one of this case's situation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, NamedTuple

from desktop.cases.casefile import CaseFile
from desktop.deadlines.duedates import DueDate, Nature
from desktop.texts import Texts, mark

from . import assessment, deadlines, printing
from .fitting import choice_in
from .handouts.languages import GERMAN, of_client
from .letter_questions import Question
from .own_letters import OwnLetter
from .print_choice import LETTERS, PROCEDURAL, Edit, Occasion, PrintChoice, PrintChoices, SheetKind
from .procedural.registry import LETTERS as LETTERS_OF_A_PROCEDURE
from .reference import Reference
from .sheets import handovers
from .sheets.handouts import ASKED
from .sheets.slips import subject

TaskId = Literal["apply", "decision", "filed", "explain", "moved", "papers", "own", "any"]
NAMES: Mapping[SheetKind, str] = {
    "checklist": mark("Checklist"),
    "letter": mark("Application letter"),
    "handout": mark("Hand-out for the client"),
    "reasons": mark("Reasons"),
    "slip": mark("Deadline slip"),
    "filing": mark("Proof of filing"),
    "fiction": mark("Letter: fiction certificate"),
    "fee": mark("Letter: fee"),
    "power": mark("Power of attorney"),
    "release": mark("Release from confidentiality"),
    "consent": mark("Consents"),
    "privacy": mark("Information on data protection"),
    "cover": mark("Cover for the file"),
    "residence": mark("My residence"),
    "filelist": mark("Papers for the file"),
    "handover": handovers.NAME,
    "own": mark("Own letter"),
    **{kind: LETTERS_OF_A_PROCEDURE[kind].name for kind in PROCEDURAL},
}
"""What every kind of sheet is called where it is chosen."""
_TASKS: Mapping[TaskId, tuple[SheetKind, ...]] = {
    "apply": ("checklist", "letter", "handout", "reasons", "fee", "residence_rule"),
    "decision": ("slip", "handover", "translation", "hardship", "departure", "file_access"),
    "filed": ("filing", "fiction", "work_note", "reminder"),
    "explain": ("handout", "residence", "checklist", "slip"),
    "moved": ("data_change", "residence_rule"),
    "papers": ("power", "release", "consent", "privacy", "cover", "filelist"),
    "own": ("own",),
}
"""The sheets of each task in the order in which they are read; `any` has all of them."""
_TICKED: Mapping[TaskId, tuple[SheetKind, ...]] = {
    "apply": ("checklist", "letter", "handout"),
    "decision": ("slip", "handover"),
    "filed": ("filing",),
    "explain": ("handout", "residence"),
    "moved": ("data_change",),
    "papers": ("power", "release", "privacy"),
    "own": ("own",),
}
WORDED: tuple[SheetKind, ...] = (*LETTERS, *PROCEDURAL, "own")
"""Letters: the client confirms them, and the office may word them anew."""
_APPLY: Mapping[Occasion, str] = {
    "first": mark("Apply for a title"),
    "extension": mark("Extend the title"),
}
_OTHERS: Mapping[TaskId, str] = {
    "decision": mark("A decision has come"),
    "filed": mark("Application filed"),
    "explain": mark("Explain to the client"),
    "moved": mark("Move or new address"),
    "papers": mark("Declarations and the file"),
    "own": mark("Letter of our own"),
    "any": mark("All sheets"),
}


@dataclass(frozen=True, slots=True)
class PrintSet:
    """Everything that is chosen. `shared` holds what all sheets have in common; its kind means nothing."""

    task: TaskId
    kinds: tuple[SheetKind, ...]
    shared: PrintChoice
    subjects: tuple[tuple[SheetKind, str], ...] = ()  # what a sheet is about, where somebody chose
    edits: tuple[tuple[SheetKind, Edit], ...] = ()  # paragraphs of letters that are worded anew

    def but(self, **wishes: Any) -> PrintSet:
        """The same with another title, occasion, authority, language, form, approval or confirmation."""
        return replace(self, shared=replace(self.shared, **wishes))

    def ticking(self, kind: SheetKind, ticked: bool, order: Sequence[SheetKind]) -> PrintSet:
        """The same with one sheet more or less, in the order in which they are offered."""
        wanted = {*self.kinds, kind} if ticked else {*self.kinds} - {kind}
        return replace(self, kinds=tuple(each for each in order if each in wanted))

    def about(self, kind: SheetKind, which: str) -> PrintSet:
        """The same with a sheet about something else."""
        others = tuple(each for each in self.subjects if each[0] != kind)
        return replace(self, subjects=(*others, (kind, which)))

    def choice(self, kind: SheetKind) -> PrintChoice:
        """One of its sheets as chosen."""
        edits = tuple(edit for each, edit in self.edits if each == kind)
        return replace(self.shared, kind=kind, which=dict(self.subjects).get(kind, ""), edits=edits)

    def worded(self, kind: SheetKind, edit: Edit) -> PrintSet:
        """The same with a paragraph worded anew; as it was takes the edit back."""
        others = tuple(each for each in self.edits if (each[0], each[1].id) != (kind, edit.id))
        return replace(self, edits=others if edit.text == edit.was else (*others, (kind, edit)))

    @property
    def sheets(self) -> tuple[PrintChoice, ...]:
        return tuple(map(self.choice, self.kinds))


class Task(NamedTuple):
    """One task of the situation; `name` is a source text."""

    id: TaskId
    name: str
    kinds: tuple[SheetKind, ...]
    ticked: tuple[SheetKind, ...]


class Situation(NamedTuple):
    """What can be printed for a case on a day: the tasks, that of the situation first, and what to choose."""

    tasks: tuple[Task, ...]
    choices: PrintChoices
    kinds: tuple[tuple[SheetKind, str], ...]  # everything that can be printed, with its source text
    first: PrintSet

    def task(self, wanted: TaskId) -> Task:
        return next((each for each in self.tasks if each.id == wanted), self.tasks[0])


def situation(
    reference: Reference, case: CaseFile, today: date, texts: Texts, own: Sequence[OwnLetter] = ()
) -> Situation:
    """What fits the case today. `texts`: of the window; `own`: the office's own letters.

    Raises Problem if the pack has no text of the day.
    """
    found, dates = assessment.assess(reference, case, today), deadlines.of(reference, case, today)
    base, _ = choice_in(reference, case, found, dates, texts.language)
    offered = dict(NAMES)
    for kind in tuple(offered):
        if kind in ("slip", "filing", "fiction", "handover", "own", *PROCEDURAL) and not printing.subjects(
            reference, case, kind, today=today, texts=texts, own=own
        ):
            del offered[kind]
    if not reference.pack.norm(base.title_id).applied_for:
        for kind in LETTERS:
            offered.pop(kind, None) if kind != "fiction" else None
    decisions = _open_decisions(dates)
    order = _order(bool(decisions), "filing" in offered and _waits(case))
    tasks = [task for each in order if (task := _task(each, base.occasion, tuple(offered)))]
    subjects: tuple[tuple[SheetKind, str], ...] = (("slip", subject(decisions[0])),) if decisions else ()
    beside = of_client(case.client.language)
    base = replace(base, beside=beside, copies=beside != GERMAN)
    first = PrintSet(tasks[0].id, tasks[0].ticked, base, subjects)
    return Situation(tuple(tasks), printing.choices(reference, found), tuple(offered.items()), first)


def _order(decision: bool, filed: bool) -> tuple[TaskId, ...]:
    """The tasks, that of the situation first: a remedy has the shortest period of all."""
    others: list[TaskId] = ["apply", "decision", "filed", "explain", "moved", "papers", "own", "any"]
    first: TaskId = "decision" if decision else "filed" if filed else "apply"
    return (first, *(each for each in others if each != first))


def _task(task: TaskId, occasion: Occasion, offered: tuple[SheetKind, ...]) -> Task | None:
    if task == "any":
        return Task(task, _OTHERS[task], offered, ())
    kinds = tuple(kind for kind in _TASKS[task] if kind in offered)
    if task == "own":  # also without any: there one learns where they are written
        return Task(task, _OTHERS[task], kinds, kinds)
    ticked = tuple(kind for kind in _TICKED.get(task, _TASKS[task]) if kind in kinds)
    name = _APPLY[occasion] if task == "apply" else _OTHERS[task]
    return Task(task, name, kinds, ticked) if ticked else None


def _open_decisions(dates: Sequence[DueDate]) -> list[DueDate]:
    """Periods that run from a decision letter, the next first."""
    found = (due for due in dates if due.letter and due.nature is Nature.FILING and not due.settled)
    return sorted(found, key=lambda due: due.day)


def _waits(case: CaseFile) -> bool:
    """Whether an application is under way."""
    applications = case.value("applications") or ()
    return any(each.decided_on is None for each in applications)


def chosen(
    reference: Reference,
    case: CaseFile,
    wanted: PrintSet,
    today: date,
    texts: Texts,
    own: Sequence[OwnLetter] = (),
) -> tuple[PrintSet, Mapping[SheetKind, list[tuple[str, str]]]]:
    """The set with a subject for every sheet that needs one, and what each could be about."""
    offered = {}
    for kind in wanted.kinds:
        found = printing.subjects(
            reference, case, kind, today=today, texts=texts, title=wanted.shared.title_id, own=own
        )
        if not found:
            continue
        offered[kind] = found
        names = [name for name, _ in found]
        if dict(wanted.subjects).get(kind) not in names:  # the date has moved since, or none was chosen
            asked_for = kind == "handout" and wanted.task == "apply" and ASKED in names
            wanted = wanted.about(kind, ASKED if asked_for else names[0])
    return wanted, offered


def about(
    reference: Reference, case: CaseFile, wanted: PrintSet, names: Sequence[str], today: date, texts: Texts
) -> PrintSet:
    """The set with every sheet about one of these dates, decisions or applications that can be."""
    for kind in wanted.kinds:
        found = printing.subjects(reference, case, kind, today=today, texts=texts)
        which = next((name for name, _ in found if name in names), None)
        if which is not None:
            wanted = wanted.about(kind, which)
    return wanted


def questions(
    reference: Reference, case: CaseFile, wanted: PrintSet, today: date, texts: Texts
) -> tuple[Question, ...]:
    """What the chosen letters should still be told, each once, in the order of the sheets. Raises Problem."""
    asked = {
        question.id: question
        for choice in wanted.sheets
        for question in printing.questions(reference, case, choice, today=today, texts=texts)
    }
    return tuple(asked.values())
