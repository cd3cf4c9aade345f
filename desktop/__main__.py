"""Start: the command line if a verb is given, otherwise the window; a failed start becomes one sentence."""

from __future__ import annotations

import getpass
import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import resources
from desktop.errors import CannotOpen, Problem
from desktop.texts import Language, Texts, mark

if TYPE_CHECKING:
    from desktop.services.office import Session


def main() -> int:
    """The exit code of the program."""
    _speak_utf8()
    arguments = sys.argv[1:]
    texts = Texts(_system_language(), resources.path("i18n"))
    if arguments and not arguments[0].endswith(".akte"):
        return _finished(_command(arguments, texts), texts)
    try:
        refuse_without_display(os.environ, sys.platform)
        code: int = _app().run(arguments)
    except Problem as problem:
        print(texts.problem(problem), file=sys.stderr)
        return problem.exit_code
    return code


def _command(arguments: Sequence[str], texts: Texts) -> int:
    from desktop.cli import main as run
    from desktop.cli.shell import Shell

    shell = Shell(
        now=datetime.now().astimezone(),
        texts=texts,
        out=sys.stdout,
        err=sys.stderr,
        user=_user(),
        ask_secret=_ask_secret,
        window=_Window(texts),
        debug=bool(os.environ.get("BLEIBELOTSE_DEBUG")),
    )
    return run(arguments, shell)


class _Window:
    """The way from the command line to the window."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def pictures(self, session: Session, folder: Path) -> Sequence[Path]:
        taken: list[Path] = _app().pictures(session, folder)
        return taken

    def open(self, office: Path) -> None:
        """Go on as a fresh process: this one has drawn its pictures on no display."""
        refuse_without_display(os.environ, sys.platform)
        _app().start_anew(office.absolute())


def _app() -> Any:
    """The window. Raises CannotOpen if the libraries that Qt needs are missing."""
    try:
        from desktop import app
    except ImportError as error:
        raise CannotOpen(
            mark("The window cannot be opened: the system lacks a library ({library})."),
            mark("“bleibelotse --help” shows what works without."),
            library=str(error).partition(":")[0],
        ) from error
    return app


def language_of(environment: Mapping[str, str]) -> Language:
    """German where the system speaks German, otherwise English."""
    chosen = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "de" if chosen.lower().startswith("de") else "en"


def _system_language() -> Language:
    if sys.platform == "win32":
        import ctypes

        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return "de" if primary == 0x07 else "en"
    return language_of(os.environ)


def refuse_without_display(environment: Mapping[str, str], platform: str) -> None:
    """Raises CannotOpen where Qt has nothing to open a window on; it would abort the process."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        raise CannotOpen(
            mark("There is no display to open a window on. “bleibelotse --help” shows what works without.")
        )


def _ask_secret(prompt: str) -> str:
    """What is typed unseen at the terminal; nothing is ever echoed. Raises CannotOpen without a terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (getpass.GetPassWarning, EOFError, OSError):
            raise CannotOpen(
                mark("There is no terminal to type the passphrase at."),
                mark("Give it with --passphrase-file or --passphrase-fd."),
            ) from None


def _finished(code: int, texts: Texts) -> int:
    """Bring out what is still buffered: a pipe that is closed is fine, a full disk is not."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError:
        _discard_output()
        print(texts(mark("The output cannot be written.")), file=sys.stderr)
        return code or CannotOpen.exit_code
    return code


def _discard_output() -> None:
    """The interpreter flushes once more at its end and would complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no account of that number
        return "?"


def _speak_utf8() -> None:
    """A German sentence must not fail on a terminal that is set to ASCII or cp1252."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
