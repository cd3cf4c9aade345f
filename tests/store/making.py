"""Office files for tests: cheap keys, a fixed instant, a client or two."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.store.kdf import KdfCost, KdfPolicy
from desktop.store.office_file import Created, OfficeFile

CHEAP = KdfPolicy(floor=KdfCost(8, 1, 1), ceiling=KdfCost(2048, 4, 4), wanted=KdfCost(16, 1, 1))
NOW = datetime(2026, 11, 22, 14, 2, 33, tzinfo=UTC)
LOGIN = "mk"
PASSPHRASE = "kurze Wege, lange Wörter"


def create(path: Path, login: str = LOGIN, passphrase: str = PASSPHRASE) -> Created:
    return OfficeFile.create(
        path, office_name="Musterstelle", login=login, passphrase=passphrase, now=NOW, kdf=CHEAP
    )


def reopen(path: Path, login: str = LOGIN, passphrase: str = PASSPHRASE) -> OfficeFile:
    return OfficeFile.open(path, login=login, passphrase=passphrase, now=NOW, kdf=CHEAP)


def case(name: str = "Amal Muster", **facts: Any) -> CaseFile:
    """A client with a status period, a birth date and further facts."""
    values = {
        "birth_date": PartialDate.exactly(date(1999, 11, 22)),
        "status_periods": (
            StatusPeriod("gestattung", Period.between(date(2019, 5, 2), date(2021, 3, 10))),
            StatusPeriod("D60a_2_1", Period.between(date(2021, 3, 10)), conditions=("Wohnsitzauflage",)),
        ),
        "german_oral": "A2",
    } | facts
    answers = {fact: Answer(value) for fact, value in values.items()}
    return CaseFile(Client(name, file_number="E-000001"), facts=MappingProxyType(answers))
