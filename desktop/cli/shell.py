"""What a verb needs from outside: the day, the language, the streams, and a way to ask for a passphrase."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from desktop.cases.periods import PartialDate
from desktop.errors import CannotOpen, Problem
from desktop.texts import Texts, mark


@dataclass(frozen=True, slots=True)
class Shell:
    """One run of the command line."""

    now: datetime  # with its time zone
    texts: Texts
    out: TextIO
    err: TextIO
    user: str
    ask_secret: Callable[[str], str]  # prompt -> what was typed, unseen
    debug: bool = False

    @property
    def today(self) -> date:
        return self.now.date()

    def say(self, text: str = "") -> None:
        print(text, file=self.out)

    def say_json(self, data: Any) -> None:
        print(json.dumps(data, ensure_ascii=False, indent=2), file=self.out)

    def complain(self, text: str) -> None:
        print(text, file=self.err)


def day(text: str) -> date:
    """An exact day of an argument: 2026-11-22 or 22.11.2026."""
    for reading in (PartialDate.parse, _german):
        try:
            found = reading(text).day
        except ValueError:
            continue
        if found is not None:
            return found
    raise Problem(
        mark("“{found}” is not a day of the calendar; write 22.11.2026 or 2026-11-22."), found=text[:40]
    )


def _german(text: str) -> PartialDate:
    number, month, year = text.strip().split(".")
    return PartialDate.exactly(date(int(year), int(month), int(number)))


def add_secret(parser: argparse.ArgumentParser, texts: Texts) -> None:
    """Where a passphrase may come from: a prompt, a file or a file descriptor; never an argument."""
    parser.add_argument(
        "--login", default="", help=texts(mark("login name; default: the user of this computer"))
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=texts(mark("first line of a file"))
    )
    where.add_argument(
        "--passphrase-fd", type=int, metavar="N", help=texts(mark("first line of an open descriptor"))
    )


def secret(arguments: argparse.Namespace, shell: Shell) -> str:
    """The passphrase from where the arguments say; without the line end."""
    try:
        if arguments.passphrase_file is not None:
            text = arguments.passphrase_file.read_text(encoding="utf-8")
        elif arguments.passphrase_fd is not None:
            with os.fdopen(arguments.passphrase_fd, encoding="utf-8", closefd=False) as stream:
                text = stream.readline()
        else:
            return shell.ask_secret(shell.texts(mark("Passphrase: ")))
    except (OSError, UnicodeDecodeError, ValueError):
        raise CannotOpen(mark("The passphrase cannot be read from there.")) from None
    lines = text.splitlines()
    return lines[0] if lines else ""
