"""An office file of ten thousand clients, made once for all benches that ask for it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from desktop.services import clients
from desktop.services.office import Session, create_office, open_office
from desktop.services.reference import Reference, load_reference
from tests.invented import invented_cases
from tests.store.making import CHEAP

NOW = datetime.now().astimezone()  # as in the processes measured, so that no date wants deriving there
PASSPHRASE = "vier ganz lose Worte"
LOGIN = "mk"
CLIENTS = 10_000


def make(path: Path) -> None:
    """Every client with his dates derived as of now."""
    reference = load_reference()
    session = create_office(
        path, name="Musterstadt", login=LOGIN, passphrase=PASSPHRASE, reference=reference, now=NOW, kdf=CHEAP
    ).session
    *_, stored = clients.add_many(session, invented_cases(CLIENTS, seed=11, today=NOW.date()), NOW)
    assert stored == CLIENTS
    session.close()


def opened(path: Path, reference: Reference) -> Session:
    return open_office(path, login=LOGIN, passphrase=PASSPHRASE, reference=reference, now=NOW, kdf=CHEAP)
