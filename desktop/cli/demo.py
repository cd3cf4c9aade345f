"""The main job on the built-in sample office: evaluate, summarise, write the sheets into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.texts import mark

from .shell import Shell

DEFAULT_FOLDER = Path("demo-output")


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    demo = verbs.add_parser("demo", help=texts(mark("run the main job on invented sample cases")))
    demo.add_argument(
        "--out", type=Path, default=DEFAULT_FOLDER, metavar="DIR", help=texts(mark("folder for the results"))
    )
    demo.add_argument(
        "--open", action="store_true", help=texts(mark("then open the window on the sample office"))
    )
    demo.set_defaults(verb=_demo)


def _demo(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import demo
    from desktop.services.reference import load_reference

    reference = load_reference()
    for line in demo.run(arguments.out, reference, shell.texts, now=shell.now, by=shell.user):
        shell.say(line)
