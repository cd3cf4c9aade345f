"""Build the recorder, run a workload under it, read its log."""

import ctypes
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).with_name("recorder.c")
ROOT = Path(__file__).resolve().parents[2]
ACKS = "acks"
LIBRARY = "RECORDER_LIBRARY"
_HEAD = struct.Struct("=cIIQQ")


class Event(NamedTuple):
    """One operation: o create, d make folder, u remove, r rename, w write, t truncate, s sync."""

    kind: str
    path: str
    other: str
    offset: int
    content: bytes


def built(folder: Path) -> Path:
    """The recorder's library; skips the test where there is nothing to compile it with."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("recording disk operations needs Linux and a C compiler (Debian: gcc and libc6-dev)")
    library = folder / "recorder.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    if outcome.returncode:
        pytest.skip(f"the recorder does not compile here: {outcome.stderr.splitlines()[:1]}")
    return library


def run(library: Path, workload: str, *arguments: object) -> str:
    """Run a function of `workloads` in a process of its own under the recorder; what it printed."""
    command = [sys.executable, "-m", "tests.crash.workloads", workload, *map(str, arguments)]
    under = {"LD_PRELOAD": str(library), LIBRARY: str(library), "PYTHONDONTWRITEBYTECODE": "1"}
    outcome = subprocess.run(
        command, cwd=ROOT, env=os.environ | under, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr[-2000:]
    return outcome.stdout


def recorder() -> ctypes.CDLL:
    """The recorder inside a process that runs under it."""
    return ctypes.CDLL(os.environ[LIBRARY])


def start(folder: str, log: str) -> None:
    assert recorder().recorder_start(folder.encode(), log.encode()) >= 0


def events(log: Path) -> Iterator[Event]:
    content = memoryview(log.read_bytes())
    at = 0
    while at < len(content):
        kind, path_length, other_length, offset, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        parts = []
        for size in (path_length, other_length, length if kind == b"w" else 0):
            parts.append(bytes(content[at : at + size]))
            at += size
        yield Event(kind.decode(), parts[0].decode(), parts[1].decode(), offset, parts[2])
