"""Processes that are killed or race: nothing acknowledged is lost, there is one writer at a time."""

import json
import os
import subprocess
import sys

import pytest

from . import recording
from .workloads import make

pytestmark = [
    pytest.mark.crash,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="killing at a random moment needs fork"),
]


def run(workload: str, *arguments: object) -> dict[str, int]:
    command = [sys.executable, "-m", "tests.crash.workloads", workload, *map(str, arguments)]
    outcome = subprocess.run(command, cwd=recording.ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr[-2000:]
    return dict(json.loads(outcome.stdout))


def test_no_save_is_lost_to_kill_9(quick_folder):
    """Each cycle looks at the whole file; the lock of a dead process stands in nobody's way.

    In memory: a killed process leaves the system's cache as it is, so no disk is needed.
    """
    path = quick_folder / "a.akte"
    make(path)
    found = run("kills", path, 200, 23)
    assert found["saves"] >= 250, found
    assert found["hot journals"] > 20, found  # it was killed in the middle of saves, not between them


def test_of_two_openers_one_gets_it(quick_folder):
    path = quick_folder / "a.akte"
    make(path)
    assert run("races", path, 60) == {"InUse+opened": 60}
