"""The command line: the same services without Qt.

`main` reads the arguments, calls one verb and turns what goes wrong into one sentence on standard error:
exit 0 fine, 2 bad input, 3 cannot open, 1 a bug of ours. A verb is a function `(arguments, shell) -> None`
that prints. The `Shell` carries the day, the moment, the language, the streams and the way to the window, so
that nothing below reads or knows them. `parser` has our words for what argparse finds.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence

from desktop.errors import Problem, Problems
from desktop.texts import mark

from . import ahead, cases, dates, demo, offices, rulebook
from .parser import Parser
from .shell import Shell

FINE, BUG = 0, 1


def main(argv: Sequence[str], shell: Shell) -> int:
    """Run one verb; the exit code."""
    try:
        arguments = _parser(shell).parse_args(_in_full(argv))
        arguments.verb(arguments, shell)
    except SystemExit:  # the help was shown
        return FINE
    except BrokenPipeError:  # whoever reads has seen enough
        return FINE
    except Problem as problem:
        for each in problem.problems if isinstance(problem, Problems) else (problem,):
            shell.complain(shell.texts.problem(each))
        return _told(shell, problem.exit_code)
    except KeyboardInterrupt:
        shell.complain(shell.texts(mark("Stopped.")))
        return BUG
    except Exception as error:
        # Types only: a message could hold what a client told us.
        shell.complain(
            shell.texts(mark("An error in Bleibelotse itself ({kind})."), kind=type(error).__name__)
        )
        return _told(shell, BUG)
    return FINE


def _in_full(argv: Sequence[str]) -> Sequence[str]:
    """`print batch` prints from an office file, which is the verb `office letters`."""
    return ["office", "letters", *argv[2:]] if list(argv[:2]) == ["print", "batch"] else argv


def _told(shell: Shell, code: int) -> int:
    """The code of what is being handled; with BLEIBELOTSE_DEBUG its traceback is shown too."""
    if shell.debug:
        traceback.print_exc(file=shell.err)
    return code


def _parser(shell: Shell) -> Parser:
    parser = Parser(
        shell, prog="bleibelotse", description=shell.texts(mark("Without a verb, the window opens."))
    )
    verbs = parser.choices(shell.texts(mark("VERB")))
    for module in (demo, cases, ahead, dates, offices, rulebook):
        module.add_verbs(verbs, shell)
    return parser
