"""The command line: the same services without Qt.

`main` reads the arguments, calls one verb and turns what goes wrong into one sentence on standard error:
exit 0 fine, 2 bad input, 3 cannot open, 1 a bug of ours. A verb is a function `(arguments, shell) -> None`
that prints. The `Shell` carries the day, the moment, the language and the streams, so that nothing below
reads them.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from desktop.errors import Problem, Problems
from desktop.texts import mark

from . import cases, demo, offices, rulebook
from .shell import Shell

BUG = 1


def main(argv: Sequence[str], shell: Shell) -> int:
    """Run one verb; the exit code."""
    try:
        arguments = _parser(shell).parse_args(argv)
        arguments.verb(arguments, shell)
    except Problem as problem:
        for each in problem.problems if isinstance(problem, Problems) else (problem,):
            shell.complain(shell.texts.problem(each))
        return problem.exit_code
    except KeyboardInterrupt:
        shell.complain(shell.texts(mark("Stopped.")))
        return BUG
    except Exception as error:
        if shell.debug:
            raise
        # Types only: a message could hold what a client told us.
        shell.complain(
            shell.texts(mark("An error in Bleibelotse itself ({kind})."), kind=type(error).__name__)
        )
        return BUG
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence instead of printing the usage."""

    def error(self, message: str) -> NoReturn:
        raise Problem(
            mark("These arguments are not understood: {message}."),
            mark("“{program} --help” shows what is possible."),
            message=message,
            program=self.prog,
        )


def _parser(shell: Shell) -> argparse.ArgumentParser:
    parser = _Parser(prog="bleibelotse", description=shell.texts(mark("Without a verb, the window opens.")))
    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=_Parser)
    for module in (demo, cases, offices, rulebook):
        module.add_verbs(verbs, shell)
    return parser
