"""One client, every title of the pack, explained: a quarter of a painted frame, three eighths at worst.

The aim is an eighth of a frame at the median; it is not met: about a fifth was measured, a third of that for
deriving the facts. Every fact is derived anew each time, and everything that a result holds is made: routes
with their findings, reasons, open questions, warnings, consequences, sources.
"""

from __future__ import annotations

import gc
import time
from datetime import date

import pytest

from desktop.cases.casefile import CaseFile
from desktop.services import assessment
from desktop.services.reference import Reference, load_reference
from desktop.services.samples import SAMPLE_DAY, sample_cases

FRAME = 0.016
BUDGET, WORST = 0.25, 0.375
REPEATS = 40

pytestmark = pytest.mark.bench


def test_one_case_all_titles_explained() -> None:
    reference = load_reference()
    gc.collect()
    gc.freeze()  # as the program does once an office is open
    cases = [*sample_cases(reference, SAMPLE_DAY).values()]
    taken = sorted(_median(reference, case, SAMPLE_DAY) for case in cases)
    middle, worst = taken[len(taken) // 2], taken[-1]
    titles = len(reference.pack.norms)
    for what, took, limit in (("median", middle, BUDGET), ("worst", worst, WORST)):
        print(
            f"\none case, {titles} titles, explained, {what}: {took / FRAME:.2f} of a frame of 16 ms", end=""
        )
        print(f" ({limit} at most); {took * 1e3:.2f} ms", end="")
    assert middle <= BUDGET * FRAME
    assert worst <= WORST * FRAME


def _median(reference: Reference, case: CaseFile, on: date) -> float:
    """CPU seconds."""
    taken = []
    for _ in range(REPEATS):
        begun = time.process_time()
        for result in assessment.assess(reference, case, on).titles:
            result.reasons()
        taken.append(time.process_time() - begun)
    return sorted(taken)[REPEATS // 2]
