from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.store.office_file import OfficeFile

from .making import create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Büro Süd.akte"


@pytest.fixture
def office(path: Path) -> Iterator[OfficeFile]:
    with create(path).office as office:
        yield office


@pytest.fixture
def quick(office: OfficeFile) -> OfficeFile:
    """An office that does not wait for the disk, for tests with very many steps."""
    office.read("PRAGMA synchronous = OFF")
    return office
