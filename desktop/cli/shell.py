"""What a verb needs from outside: the day, the language, the streams, and a way to ask for a passphrase."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from desktop.cases.names import clean
from desktop.cases.periods import PartialDate
from desktop.errors import CannotOpen, Problem
from desktop.texts import NO_BREAK_SPACE, Texts, mark

if TYPE_CHECKING:
    from desktop.services.office import Session


_STEERING = dict.fromkeys((*range(10), *range(11, 32), *range(127, 160)))


class WindowDoor(Protocol):
    """The way to the window, which the command line itself does not know."""

    def pictures(self, session: Session, folder: Path) -> Sequence[Path]:
        """Every page of the window as a picture. Raises CannotOpen."""

    def open(self, office: Path) -> None:
        """Go on as the window, on this office file. Raises CannotOpen where there is no display."""


@dataclass(frozen=True, slots=True)
class Shell:
    """One run of the command line."""

    now: datetime  # with its time zone
    texts: Texts
    out: TextIO
    err: TextIO
    user: str
    ask_secret: Callable[[str], str]  # prompt -> what was typed, unseen; raises CannotOpen without a terminal
    window: WindowDoor | None = None
    debug: bool = False

    @property
    def today(self) -> date:
        return self.now.date()

    def say(self, text: str = "") -> None:
        """One line or several. Raises BrokenPipeError if nobody reads it, CannotOpen for a full disk.

        Blanks are plain here, so that whoever searches for “§ 25” finds it.
        What steers a terminal is left out.
        """
        try:
            print(text.replace(NO_BREAK_SPACE, " ").translate(_STEERING), file=self.out)
        except BrokenPipeError:
            raise
        except OSError:
            raise CannotOpen(mark("The output cannot be written.")) from None

    def say_json(self, data: Any) -> None:
        self.say(json.dumps(data, ensure_ascii=False, indent=2))

    def complain(self, text: str) -> None:
        """One sentence on standard error; a file name in it cannot steer the terminal."""
        print(clean(text), file=self.err)


def day(text: str) -> date:
    """An exact day of an argument: 2026-11-22 or 22.11.2026. Raises Problem."""
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
    return PartialDate.parse(f"{int(year):04}-{int(month):02}-{int(number):02}")


def add_secret(parser: argparse.ArgumentParser, texts: Texts, *, new: bool = False) -> None:
    """Where a passphrase may come from: a prompt, a file or a file descriptor; never an argument.

    Unless it is a new one, the code of the recovery sheet may take its place.
    """
    who = parser.add_mutually_exclusive_group()
    who.add_argument(
        "--login",
        default="",
        metavar=texts(mark("NAME")),
        help=texts(mark("login name; default: the user of this computer")),
    )
    if not new:
        who.add_argument(
            "--recovery",
            action="store_true",
            help=texts(mark("the code of the recovery sheet is given instead of a passphrase")),
        )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--passphrase-file",
        type=Path,
        metavar=texts(mark("FILE")),
        help=texts(mark("the passphrase is the first line of this file")),
    )
    where.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help=texts(mark("the passphrase is the first line of this open file descriptor")),
    )


def secret(arguments: argparse.Namespace, shell: Shell, *, new: bool = False) -> str:
    """The passphrase or recovery code from where the arguments say, without the line end.

    A new passphrase is typed twice. Raises CannotOpen if nothing can be read there, Problem for two that
    differ.
    """
    if arguments.passphrase_file is not None:
        return first_line(arguments.passphrase_file)
    if arguments.passphrase_fd is not None:
        return first_line(arguments.passphrase_fd)
    if not new and arguments.recovery:
        return shell.ask_secret(shell.texts(mark("Recovery code: ")))
    if new:
        return typed_twice(shell, mark("Passphrase: "))
    return shell.ask_secret(shell.texts(mark("Passphrase: ")))


def typed_twice(shell: Shell, prompt: str) -> str:
    """A new passphrase; `prompt` is a source text. Raises Problem for two that differ."""
    typed = shell.ask_secret(shell.texts(prompt))
    if shell.ask_secret(shell.texts(mark("The same again: "))) != typed:
        raise Problem(mark("The two passphrases differ; nothing was made."))
    return typed


def first_line(source: Path | int) -> str:
    """A secret without its line end. Raises CannotOpen if nothing can be read there."""
    try:
        with open(source, encoding="utf-8-sig", closefd=isinstance(source, Path)) as stream:
            line = stream.readline(4096)
    except (OSError, ValueError, OverflowError, TypeError):
        raise CannotOpen(
            mark("The passphrase cannot be read there."),
            mark("It must be the first line, as text in UTF-8."),
        ) from None
    return line.removesuffix("\n").removesuffix("\r")


def file_name(path: Path) -> str:
    """The name of a file for a message; never its folder."""
    return path.name or os.curdir
