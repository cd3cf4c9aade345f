"""One client, every title of the pack: first evaluated and explained, then all that the page shows.

*Evaluated and explained*: every fact that a condition reads is derived anew, and for each title there is the
verdict, every route with its tree and what stands at each leaf, the leaves that decided, their proof, what is
assumed, and what it would come to without a bar. An eighth of a painted frame at the median.

*Everything the assessment page shows*: the same, and beside each verdict the open inputs and judgements,
warnings, consequences and what authorities say; then over all titles what to ask next, the best question
first, and which old answers to ask about again. A quarter of a frame. Drawing it is not part of either.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest

from desktop.cases.casefile import CaseFile
from desktop.rules.results import Assessment
from desktop.services import assessment
from desktop.services.reference import Reference, load_reference
from desktop.services.samples import SAMPLE_DAY, sample_cases

FRAME = 0.016
EXPLAINED, EXPLAINED_WORST = 0.125, 0.375
SHOWN, SHOWN_WORST = 0.25, 0.375
REPEATS = 40

pytestmark = pytest.mark.bench

Work = Callable[[Reference, CaseFile], Assessment]


def explained(reference: Reference, case: CaseFile) -> Assessment:
    found = assessment.assess(reference, case, SAMPLE_DAY)
    for result in found.titles:
        result.reasons()
    return found


def shown(reference: Reference, case: CaseFile) -> Assessment:
    found = explained(reference, case)
    found.complete()
    assessment.open_questions(reference, found, case)
    assessment.still_true(reference, found, case, SAMPLE_DAY)
    return found


@pytest.fixture(scope="module")
def reference() -> Reference:
    found = load_reference()
    gc.collect()
    gc.freeze()  # as the program does once an office is open
    return found


@pytest.mark.parametrize(
    ("name", "work", "median", "worst"),
    [
        ("evaluated and explained", explained, EXPLAINED, EXPLAINED_WORST),
        ("everything the assessment page shows", shown, SHOWN, SHOWN_WORST),
    ],
    ids=["explained", "shown"],
)
def test_one_case_all_titles(
    reference: Reference, name: str, work: Work, median: float, worst: float
) -> None:
    taken = sorted(_median(reference, case, work) for case in sample_cases(reference, SAMPLE_DAY).values())
    middle, last = taken[len(taken) // 2], taken[-1]
    print(
        f"\none case, {len(reference.pack.norms)} titles, {name}: "
        f"{middle / FRAME:.3f} of a frame of 16 ms at the median ({median} at most; {middle * 1e3:.2f} ms), "
        f"{last / FRAME:.3f} at worst ({worst}; {last * 1e3:.2f} ms)",
        end="",
    )
    assert middle <= median * FRAME
    assert last <= worst * FRAME


def _median(reference: Reference, case: CaseFile, work: Work) -> float:
    """CPU seconds."""
    taken = []
    for _ in range(REPEATS):
        begun = time.process_time()
        work(reference, case)
        taken.append(time.process_time() - begun)
    return sorted(taken)[REPEATS // 2]
