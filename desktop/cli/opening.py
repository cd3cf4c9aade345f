"""An office file opened for one verb."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .shell import Shell, secret

if TYPE_CHECKING:
    from desktop.services.office import Session


@contextmanager
def opened(arguments: argparse.Namespace, shell: Shell) -> Iterator[Session]:
    """The office of `arguments.path`, closed afterwards. Raises Problem or CannotOpen."""
    from desktop.services.office import open_office, open_with_recovery, refuse_foreign
    from desktop.services.reference import load_reference

    refuse_foreign(arguments.path)  # a mistyped path is told before the passphrase is asked for
    given, reference, now = secret(arguments, shell), load_reference(), shell.now
    if arguments.recovery:
        session = open_with_recovery(arguments.path, given, reference=reference, now=now)
    else:
        login = arguments.login or shell.user
        session = open_office(arguments.path, login=login, passphrase=given, reference=reference, now=now)
    with session:
        yield session
