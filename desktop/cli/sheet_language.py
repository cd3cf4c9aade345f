"""In which language a sheet is printed, as the command line names it."""

from __future__ import annotations

import argparse

from desktop.errors import Problem
from desktop.texts import LANGUAGES, Language, mark


def sheet_language(arguments: argparse.Namespace) -> Language:
    """The language of the words of a sheet; hand-outs and reading copies bring those of their languages."""
    from desktop.services.handouts.languages import languages
    from desktop.services.print_choice import READ

    wanted: str | None = arguments.lang
    if wanted is None or arguments.kind == "handout":
        return "de"
    for known in LANGUAGES:
        if known == wanted:
            return known
    copied = tuple(languages()) if arguments.kind in READ else ()
    if wanted in copied:
        return "de"
    raise Problem(
        mark("This sheet cannot be printed in “{language}”."),
        mark("Known are: {languages}."),
        language=wanted[:20],
        languages=", ".join(dict.fromkeys((*LANGUAGES, *copied))),
    )
