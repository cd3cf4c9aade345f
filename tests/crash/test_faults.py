"""A disk that is full or fails at any call: one Problem, nothing half, nothing acknowledged lost."""

import json

import pytest

from . import recording
from .workloads import make

pytestmark = pytest.mark.crash


def test_every_failing_call_is_a_problem(library, quick_folder):
    make(quick_folder / "a.akte")
    outcomes = json.loads(recording.run(library, "faults", quick_folder / "a.akte", 29))
    assert set(outcomes) <= {"problem", "no effect"}, outcomes
    assert outcomes["problem"] >= 100, outcomes
