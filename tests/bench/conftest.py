"""Benches are collected only when asked for by their mark."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    named = parent.session.isinitpath(file_path)  # then pytest collects it without being told
    wanted = parent.config.option.markexpr == "bench" and not named
    if wanted and file_path.suffix == ".py" and file_path.name.startswith("bench_"):
        module: pytest.Module = pytest.Module.from_parent(parent, path=file_path)
        return module
    return None


@pytest.fixture(scope="session")
def office_of_many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office file of ten thousand clients, closed."""
    from tests.bench.many import make

    path: Path = tmp_path_factory.mktemp("bench") / "Musterstadt.akte"
    make(path)
    return path
