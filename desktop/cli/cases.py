"""Verbs on one case document: schema, evaluate, counterfactual, fees, deadlines, print."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.cases.applications import DecisionKind
from desktop.errors import Problem
from desktop.settings import LETTER_FORMS
from desktop.texts import LANGUAGES, Texts, mark

from . import casefiles
from .sheet_language import sheet_language
from .shell import Shell, day, file_name

SIGNED, FILED = "power, release, consent, privacy, residence", "cover, filelist"
PROCEDURAL = "reminder, file_access, data_change, translation, work_note, residence_rule, hardship, departure"
"""Letters about a procedure, as `services.printing` names them."""
OF_A_CASE = "checklist, letter, reasons, slip, filing, handout, fiction, fee, handover"
SHEETS = tuple(f"{OF_A_CASE}, {SIGNED}, {FILED}, {PROCEDURAL}".split(", "))


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    schema = verbs.add_parser("schema", help=texts(mark("print the JSON Schema of a case document")))
    schema.set_defaults(verb=_schema)

    evaluate = verbs.add_parser("evaluate", help=texts(mark("say which titles come into question, and why")))
    _add_case(evaluate, texts)
    _add_day(evaluate, texts, mark("the day of the decision, whose law counts; default: today"))
    _add_applied_on(evaluate, texts)
    evaluate.add_argument("--title", metavar="ID", help=texts(mark("only this title, e.g. 25b_1")))
    evaluate.add_argument(
        "--decision",
        choices=[kind.value for kind in DecisionKind],
        help=texts(mark("what is asked for; default: what fits the case")),
    )
    _add_json(evaluate, texts)
    evaluate.set_defaults(verb=_evaluate)

    what_if = verbs.add_parser(
        "counterfactual", help=texts(mark("say what would have to change for a title to come into question"))
    )
    _add_case(what_if, texts)
    _add_day(what_if, texts, mark("as of this day; default: today"))
    what_if.add_argument(
        "--title",
        metavar="ID",
        help=texts(mark("only this title, e.g. 25b_1; default: every title that could come further")),
    )
    _add_json(what_if, texts)
    _add_applied_on(what_if, texts)
    what_if.set_defaults(verb=_counterfactual)

    costs = verbs.add_parser(
        "fees", help=texts(mark("say what a title costs, who is free, what to apply for"))
    )
    _add_case(costs, texts)
    _add_day(costs, texts, mark("the day of the decision, whose law counts; default: today"))
    _add_applied_on(costs, texts)
    costs.add_argument(
        "--title",
        metavar="ID",
        help=texts(mark("only this title, e.g. 25b_1; default: every title that comes into question")),
    )
    _add_json(costs, texts)
    costs.set_defaults(verb=_fees)

    deadlines = verbs.add_parser(
        "deadlines", help=texts(mark("list the dates of a case with their derivation"))
    )
    _add_case(deadlines, texts)
    _add_day(deadlines, texts, mark("the dates as known on this day; default: today"))
    _add_json(deadlines, texts)
    deadlines.set_defaults(verb=_deadlines)

    paper = verbs.add_parser(
        "print",
        help=texts(mark("write a checklist, letter, reasons, slip, proof of filing or hand-out as PDF")),
    )
    paper.add_argument(
        "kind",
        choices=SHEETS,
        metavar=texts(mark("SHEET")),
        help=texts(
            mark(
                "checklist, letter, reasons, slip for one date, filing for one application, handout to read, "
                "handover for a lawyer"
            )
        )
        + "; "
        + texts(mark("fiction, fee: letters about the fiction certificate and about a fee"))
        + "; "
        + texts(mark("further letters: {kinds}"), kinds=PROCEDURAL)
        + "; "
        + texts(mark("{signed} to sign or hand out; {filed} for the file"), signed=SIGNED, filed=FILED),
    )
    _add_case(paper, texts)
    _add_day(paper, texts, mark("the day of printing; default: today"))
    paper.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=texts(mark("FILE.pdf")),
        help=texts(mark("where the PDF goes; a file of that name is replaced")),
    )
    paper.add_argument(
        "--title", metavar="ID", help=texts(mark("for this title; default: the one asked for, or the best"))
    )
    paper.add_argument(
        "--authority", metavar="ID", help=texts(mark("to this authority; default: the one of the case"))
    )
    paper.add_argument(
        "--lang",
        metavar="CODE",
        help=texts(
            mark(
                "language of the sheet: de or en; handout: the one beside German, default: the client's;"
                " letters and declarations also: with a reading copy in this language"
            )
        ),
    )
    paper.add_argument(
        "--columns",
        choices=("both", "german", "other"),
        default="both",
        help=texts(mark("handout: one of its two languages alone; default: both")),
    )
    paper.add_argument(
        "--occasion",
        choices=("first", "extension"),
        help=texts(mark("first issue or extension; default: what fits the case")),
    )
    paper.add_argument(
        "--which",
        default="",
        metavar="N",
        help=texts(
            mark(
                "slip, filing: the number of the date or application; slip also “all”;"
                " handout: held or asked; default: the first"
            )
        ),
    )
    paper.add_argument(
        "--office",
        default="",
        metavar=texts(mark("NAME")),
        help=texts(mark("name of the office, for the foot of the sheet")),
    )
    paper.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar=texts(mark("QUESTION=TEXT")),
        help=texts(mark("letter: the answer to a question it should be told; can be given several times")),
    )
    paper.add_argument(
        "--form",
        choices=LETTER_FORMS,
        default="B",
        help=texts(mark("letter: form A or B of DIN 5008; default: B")),
    )
    paper.add_argument(
        "--approved",
        action="store_true",
        help=texts(mark("approved in the office, a letter also confirmed by the client: no draft mark")),
    )
    paper.set_defaults(verb=_print)


def _add_case(parser: argparse.ArgumentParser, texts: Texts) -> None:
    parser.add_argument(
        "case", type=Path, metavar=texts(mark("CASE")), help=texts(mark("a case document, YAML or JSON"))
    )


def _add_day(parser: argparse.ArgumentParser, texts: Texts, about: str) -> None:
    parser.add_argument("--on", type=day, metavar=texts(mark("DATE")), help=texts(about))


def _add_applied_on(parser: argparse.ArgumentParser, texts: Texts) -> None:
    parser.add_argument(
        "--applied-on",
        type=day,
        metavar=texts(mark("DATE")),
        help=texts(mark("planned day of filing; default: the day of the decision")),
    )


def _applied_on(arguments: argparse.Namespace, on: date) -> date | None:
    """The planned day of filing; an application that comes after its own decision is a slip."""
    filed: date | None = arguments.applied_on
    if filed is not None and filed > on:
        raise Problem(
            mark("The application ({filed}) cannot be filed after the decision ({day})."),
            mark("Name a day of the decision with “--on”."),
            filed=filed,
            day=on,
        )
    return filed


def _add_json(parser: argparse.ArgumentParser, texts: Texts) -> None:
    parser.add_argument("--json", action="store_true", help=texts(mark("print data instead of text")))


def _schema(_: argparse.Namespace, shell: Shell) -> None:
    from desktop.services.portable import case_schema
    from desktop.services.reference import load_reference

    shell.say_json(case_schema(load_reference()))


def _evaluate(arguments: argparse.Namespace, shell: Shell) -> None:
    if arguments.decision and not arguments.title:
        raise Problem(mark("“--decision” needs “--title”."))
    from desktop.services import assessment, householdlist, report, summary
    from desktop.services.reference import load_reference

    reference = load_reference()
    on: date = arguments.on or shell.today
    case = casefiles.read(arguments.case, shell, reference, on)
    kind = DecisionKind(arguments.decision) if arguments.decision else None
    filed = _applied_on(arguments, on)
    found = assessment.assess(reference, case, on, title=arguments.title, decision=kind, applied_on=filed)
    if arguments.json:
        data = summary.as_data(reference, case, found, shell.texts, today=shell.today, applied_on=filed)
        shell.say_json(data | {"household": householdlist.as_data(reference, case, on)})
    else:
        shell.say(report.as_text(reference, case, found, shell.texts, today=shell.today, applied_on=filed))
        linked = householdlist.as_text(reference, case, on, shell.texts)
        if linked and not arguments.title:
            shell.say(f"\n{linked}")


def _counterfactual(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import changelist
    from desktop.services.counterfactual import counterfactual
    from desktop.services.reference import load_reference

    reference = load_reference()
    on: date = arguments.on or shell.today
    case = casefiles.read(arguments.case, shell, reference, on)
    filed = _applied_on(arguments, on)
    found = counterfactual(reference, case, on, title=arguments.title, applied_on=filed)
    if arguments.json:
        shell.say_json(changelist.as_data(reference, found, shell.texts))
    else:
        shell.say(changelist.as_text(reference, found, shell.texts))


def _fees(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import fees
    from desktop.services.reference import load_reference

    reference = load_reference()
    on: date = arguments.on or shell.today
    filed = _applied_on(arguments, on)
    case = casefiles.read(arguments.case, shell, reference, on)
    found = fees.of_case(reference, case, on, title=arguments.title, applied_on=filed)
    if arguments.json:
        shell.say_json(fees.as_data(reference, found, shell.texts))
    else:
        shell.say(fees.as_text(reference, found, shell.texts))


def _deadlines(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import datelist
    from desktop.services.reference import load_reference

    reference = load_reference()
    on: date = arguments.on or shell.today
    case = casefiles.read(arguments.case, shell, reference, on)
    if arguments.json:
        shell.say_json(datelist.as_data(reference, case, on, shell.texts))
    else:
        shell.say(datelist.as_text(reference, case, on, shell.texts))


def _print(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import assessment, printing
    from desktop.services.letter_questions import unanswered
    from desktop.services.reference import load_reference

    reference = load_reference()
    on: date = arguments.on or shell.today
    case = casefiles.read(arguments.case, shell, reference, on)
    found = assessment.assess(reference, case, on)
    fitting = printing.defaults(
        reference, case, found, kind=arguments.kind, language=sheet_language(arguments), title=arguments.title
    )
    handout = arguments.kind == "handout"
    copied = arguments.kind in printing.READ and arguments.lang not in (None, *LANGUAGES)
    choice = fitting.but(
        beside=arguments.lang if handout or copied else None,
        copies=copied,
        columns=arguments.columns,
        authority_id=arguments.authority,
        occasion=arguments.occasion,
        approved=arguments.approved,
        confirmed_on=on if arguments.approved else None,
        which=arguments.which or ("asked" if handout and arguments.title else ""),
        form=printing.LetterForm(arguments.form),
    )
    for answer in arguments.answer:
        question, _, text = answer.partition("=")
        choice = choice.answering(question, text)
    asked = printing.questions(reference, case, choice, today=on, texts=shell.texts)
    _refuse_unknown(choice.answered, [each.id for each in asked])
    sheet = printing.printed(reference, case, choice, today=on, office=arguments.office)
    printing.write(arguments.out, sheet)
    shell.say(shell.texts(mark("Written: {file}"), file=file_name(arguments.out)))
    if sheet.warning is not None:
        shell.complain(shell.texts.problem(sheet.warning))
    for each in unanswered(asked, choice.answered):
        shell.say(
            shell.texts(mark("The letter should still be told [{id}]: {label}"), id=each.id, label=each.label)
        )


def _refuse_unknown(answered: Iterable[str], known: Sequence[str]) -> None:
    """Raises Problem for an answer to a question that this sheet does not have."""
    for question in answered:
        if question not in known:
            raise Problem(
                mark("This sheet has no question “{question}”."),
                mark("It has these: {questions}.") if known else mark("Only letters have questions."),
                question=question[:40],
                questions=", ".join(known),
            )
