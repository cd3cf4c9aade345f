"""Start: the command line if a verb is given, otherwise the window; a failed start becomes one sentence."""

from __future__ import annotations

import getpass
import os
import sys
from datetime import datetime
from typing import Any

from desktop import resources
from desktop.texts import Language, Texts, mark

CANNOT_OPEN = 3


def main() -> int:
    """The exit code of the program."""
    _speak_utf8()
    arguments = sys.argv[1:]
    texts = Texts(language_of(dict(os.environ)), resources.path("i18n"))
    if arguments and not arguments[0].endswith(".akte"):
        return _command(arguments, texts)
    if not has_display(dict(os.environ), sys.platform):
        print(
            texts(
                mark(
                    "There is no display to open a window on. “bleibelotse --help” shows what works without."
                )
            ),
            file=sys.stderr,
        )
        return CANNOT_OPEN
    from desktop import app

    return app.run(arguments)


def _command(arguments: list[str], texts: Texts) -> int:
    from desktop.cli import main as run
    from desktop.cli.shell import Shell

    shell = Shell(
        now=datetime.now().astimezone(),
        texts=texts,
        out=sys.stdout,
        err=sys.stderr,
        user=_user(),
        ask_secret=getpass.getpass,
        debug=bool(os.environ.get("BLEIBELOTSE_DEBUG")),
    )
    return run(arguments, shell)


def language_of(environment: dict[str, str]) -> Language:
    """German where the system speaks German, otherwise English."""
    chosen = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    return "de" if chosen.lower().startswith("de") else "en"


def has_display(environment: dict[str, str], platform: str) -> bool:
    """Whether Qt can open a window; without one it would abort the process."""
    if platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


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
