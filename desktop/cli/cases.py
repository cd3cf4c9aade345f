"""Verbs on one case document: schema, evaluate, deadlines, print."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.errors import CannotOpen, Problem
from desktop.texts import LANGUAGES, Texts, mark

from .shell import Shell, day


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    schema = verbs.add_parser("schema", help=texts(mark("print the JSON Schema of a case document")))
    schema.set_defaults(verb=_schema)

    evaluate = verbs.add_parser("evaluate", help=texts(mark("say which titles come into question, and why")))
    _add_case(evaluate, texts)
    evaluate.add_argument("--title", metavar="ID", help=texts(mark("only this title, e.g. 25b_1")))
    kinds = [kind.value for kind in DecisionKind]
    evaluate.add_argument("--decision", choices=kinds, help=texts(mark("what is asked for")))
    evaluate.set_defaults(verb=_evaluate)

    deadlines = verbs.add_parser(
        "deadlines", help=texts(mark("list the dates of a case with their derivation"))
    )
    _add_case(deadlines, texts)
    deadlines.set_defaults(verb=_deadlines)

    paper = verbs.add_parser("print", help=texts(mark("write a checklist, a letter or the reasons as PDF")))
    paper.add_argument("kind", choices=("checklist", "letter", "reasons"))
    paper.add_argument("case", type=Path, metavar="CASE")
    paper.add_argument(
        "--on", type=day, metavar="DATE", help=texts(mark("the day of printing; default: today"))
    )
    paper.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    paper.add_argument("--title", metavar="ID")
    paper.add_argument("--authority", metavar="ID")
    paper.add_argument("--lang", choices=LANGUAGES, default="de")
    paper.add_argument("--occasion", choices=("first", "extension"))
    paper.add_argument(
        "--approved", action="store_true", help=texts(mark("somebody approved it: no draft mark"))
    )
    paper.set_defaults(verb=_print)


def _add_case(parser: argparse.ArgumentParser, texts: Texts) -> None:
    parser.add_argument("case", type=Path, metavar="CASE", help=texts(mark("a case document, YAML or JSON")))
    parser.add_argument(
        "--on", type=day, metavar="DATE", help=texts(mark("evaluate on this day; default: today"))
    )
    parser.add_argument("--json", action="store_true", help=texts(mark("print data instead of text")))


def _schema(_: argparse.Namespace, shell: Shell) -> None:
    from desktop.services.portable import case_schema
    from desktop.services.reference import load_reference

    shell.say_json(case_schema(load_reference()))


def _evaluate(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import assessment, summary
    from desktop.services.reference import load_reference

    reference = load_reference()
    on: date = arguments.on or shell.today
    case = _case(arguments, reference, shell)
    if arguments.decision and not arguments.title:
        raise Problem(mark("“--decision” needs “--title”."))
    kind = DecisionKind(arguments.decision) if arguments.decision else None
    found = assessment.assess(reference, case, on, title=arguments.title, decision=kind)
    if arguments.json:
        shell.say_json(summary.as_data(reference, found, shell.texts))
    else:
        shell.say(summary.as_text(reference, found, shell.texts))


def _deadlines(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import deadlines
    from desktop.services.reference import load_reference

    reference = load_reference()
    on: date = arguments.on or shell.today
    dates = deadlines.of(reference, _case(arguments, reference, shell), on)
    if arguments.json:
        shell.say_json(deadlines.as_data(reference, dates, on, shell.texts))
    else:
        shell.say(deadlines.as_text(reference, dates, on, shell.texts))


def _print(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import assessment, printing
    from desktop.services.reference import load_reference

    reference = load_reference()
    on: date = arguments.on or shell.today
    case = _case(arguments, reference, shell)
    found = assessment.assess(reference, case, on)
    choice = printing.defaults(reference, case, found, kind=arguments.kind, language=arguments.lang).but(
        title_id=arguments.title,
        authority_id=arguments.authority,
        occasion=arguments.occasion,
        approved=arguments.approved,
    )
    sheet = printing.printed(reference, case, choice, by=shell.user, today=on)
    printing.write(arguments.out, sheet)
    shell.say(shell.texts(mark("Written: {file}"), file=arguments.out.name))


def _case(arguments: argparse.Namespace, reference: Any, shell: Shell) -> CaseFile:
    from desktop.services.portable import read_case

    if arguments.case.is_dir():
        raise CannotOpen(mark("“{file}” is a folder, not a case document."), file=arguments.case.name)
    return read_case(arguments.case, reference, arguments.on or shell.today)
