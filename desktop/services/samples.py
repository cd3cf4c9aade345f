"""The built-in sample cases: invented people whose situations the pages of the authorities describe."""

from __future__ import annotations

from datetime import date

from desktop import resources
from desktop.cases.casefile import CaseFile

from .portable import read_case
from .reference import Reference

SAMPLE_DAY = date(2026, 11, 24)
"""The day around which the samples were written; on it every one of them shows what it is for."""


def sample_cases(reference: Reference, today: date) -> dict[str, CaseFile]:
    """Every sample by the name of its file."""
    files = sorted(resources.path("samples").glob("*.yaml"))
    return {file.stem: read_case(file, reference, max(today, SAMPLE_DAY)) for file in files}
