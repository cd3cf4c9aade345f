"""The arguments, read by argparse but told in our own words, so that a German sentence stays German."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from desktop.errors import Problem
from desktop.texts import Texts, mark

from .shell import Shell

_LONGEST = 40
_WIDTH = 100

# argparse has no codes for what it finds, only English sentences; one that is not here is told in general.
_FAULTS = tuple(
    (re.compile(pattern), sentence)
    for pattern, sentence in (
        (
            r"the following arguments are required: (?P<names>.+)",
            mark("Missing on the command line: {names}."),
        ),
        (r"unrecognized arguments: (?P<names>.+)", mark("Not known on the command line: {names}.")),
        (
            r"argument (?P<name>.+?): invalid choice: '?(?P<found>.*?)'?[ ,].*"
            r"\(choose from (?P<options>.+)\)",
            mark("“{found}” is not possible for {name}; possible are: {options}."),
        ),
        (r"argument (?P<name>.+?): expected one argument", mark("{name} needs a value.")),
        (r"argument (?P<name>.+?): expected at least one argument", mark("{name} needs at least one value.")),
        (
            r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
            mark("{name} and {other} cannot stand together."),
        ),
        (
            r"argument (?P<name>.+?): invalid int value: '(?P<found>.*)'",
            mark("“{found}” is not a whole number ({name})."),
        ),
        (r"argument (?P<name>.+?): ignored explicit argument .*", mark("{name} takes no value.")),
    )
)


class Parser(argparse.ArgumentParser):
    """A parser in one language; what is wrong becomes a Problem instead of the usage and an exit."""

    def __init__(self, shell: Shell, **options: Any) -> None:
        self.shell, texts = shell, shell.texts
        options |= {"add_help": False, "allow_abbrev": False}
        super().__init__(**options)
        self.formatter_class = partial(_Formatter, texts)
        self._positionals.title = texts(mark("arguments"))
        self._optionals.title = texts(mark("options"))
        self.add_argument("-h", "--help", action="help", help=texts(mark("show this help and stop")))

    def choices(self, metavar: str) -> Any:
        """Room for verbs of this parser's own kind."""
        kind: Any = partial(Parser, self.shell)
        return self.add_subparsers(metavar=metavar, required=True, parser_class=kind)

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002
        self.shell.say(self.format_help().rstrip())

    def error(self, message: str) -> NoReturn:
        sentence, values = _told(message)
        raise Problem(
            sentence, mark("“{program} --help” shows what is possible."), **values, program=self.prog
        )


class _Formatter(argparse.HelpFormatter):
    """Help in one language, in one width everywhere."""

    def __init__(self, texts: Texts, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=_WIDTH)
        self._usage_prefix = texts(mark("usage: "))
        self._action_max_length = 14  # so that the longest verb has its help beside it

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage_prefix if prefix is None else prefix)


def _told(message: str) -> tuple[str, dict[str, str]]:
    """Our sentence and what it names; typed words are cut, for somebody may have typed a whole letter."""
    for pattern, sentence in _FAULTS:
        match = pattern.fullmatch(message)
        if match is not None:
            named = match.groupdict()
            options = {key: named.pop(key).replace("'", "") for key in ("options",) if key in named}
            return sentence, {key: value[:_LONGEST] for key, value in named.items()} | options
    return mark("These arguments are not understood."), {}
