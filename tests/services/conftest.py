"""The law loaded once, the sample cases, and an office file with keys that cost nothing."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.cases.casefile import CaseFile
from desktop.services.office import Session, create_office
from desktop.services.reference import Reference, load_reference
from desktop.services.samples import sample_cases
from tests.store.making import CHEAP

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 10, 15, tzinfo=UTC)


@pytest.fixture(scope="session")
def law() -> Reference:
    return load_reference()


@pytest.fixture(scope="session")
def samples(law: Reference) -> Mapping[str, CaseFile]:
    return sample_cases(law, TODAY)


@pytest.fixture
def session(tmp_path: Path, law: Reference) -> Iterator[Session]:
    """An empty office."""
    created = create_office(
        tmp_path / "Büro.akte",
        name="Beratung Musterstadt",
        login="mk",
        passphrase="kurze Wege, lange Wörter",
        reference=law,
        now=NOW,
        kdf=CHEAP,
    )
    with created.session as session:
        yield session
