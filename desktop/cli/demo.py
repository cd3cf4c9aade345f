"""The main job on the built-in samples: evaluate, summarise, write the sheets, picture the window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from desktop.errors import CannotOpen
from desktop.texts import mark

from .shell import Shell, file_name

DEFAULT_FOLDER = Path("demo-output")


def add_verbs(verbs: Any, shell: Shell) -> None:
    texts = shell.texts
    demo = verbs.add_parser("demo", help=texts(mark("run the main job on invented sample cases")))
    demo.add_argument(
        "--out",
        type=Path,
        default=DEFAULT_FOLDER,
        metavar=texts(mark("FOLDER")),
        help=texts(mark("folder for the results; default: {folder}"), folder=DEFAULT_FOLDER.name),
    )
    demo.add_argument(
        "--open", action="store_true", help=texts(mark("then open the window on the sample office"))
    )
    demo.set_defaults(verb=_demo)


def _demo(arguments: argparse.Namespace, shell: Shell) -> None:
    from desktop.services import demo
    from desktop.services.reference import load_reference

    folder, texts = arguments.out, shell.texts
    reference = load_reference()
    for line in demo.run(folder, reference, texts, now=shell.now):
        shell.say(line)
    sample = demo.sample_office(folder, reference, shell.now)
    with sample.session as session:
        shell.say(texts(mark("Office file: {file}"), file=file_name(session.path)))
        shell.say(texts(mark("Login name: {login}"), login=session.user))
        shell.say(texts(mark("Passphrase, for this file alone: {passphrase}"), passphrase=sample.passphrase))
        if shell.window is not None:
            count = len(shell.window.pictures(session, folder))
            one, many = mark("{count} picture of the window"), mark("{count} pictures of the window")
            shell.say(texts.plural(one, many, count))
    if arguments.open:
        if shell.window is None:
            raise CannotOpen(mark("There is no window in this program."))
        shell.window.open(session.path)
