"""Places that refuse: what cannot be opened, read or written leaves nothing half done."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.bad_documents import HEAD, written

from .conftest import Line, sample


def test_what_cannot_be_opened(either: Line, tmp_path: Path):
    for path in (tmp_path / "nix.yaml", tmp_path, Path()):
        result = either("evaluate", path)
        assert (result.code, result.out, len(result.sentences)) == (3, "", 1)
        assert str(tmp_path) not in result.err


@pytest.mark.skipif(sys.platform == "win32", reason="no rights of this kind")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(either: Line, tmp_path: Path):
    path = written(tmp_path, HEAD.encode())
    path.chmod(0)
    result = either("evaluate", path)
    assert (result.code, len(result.sentences)) == (3, 1)


def test_a_file_that_may_not_be_read_even_for_root(either: Line, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = either("evaluate", written(tmp_path, HEAD.encode()))
    assert (result.code, len(result.sentences)) == (3, 1)


@pytest.mark.parametrize("number", ["ENOSPC", "EACCES", "EROFS", "EIO", "EDQUOT"])
def test_a_disk_that_refuses_leaves_no_half_file(
    either: Line, tmp_path: Path, untouched, monkeypatch: pytest.MonkeyPatch, number: str
):
    def refuse(_: int) -> None:
        raise OSError(getattr(errno, number), os.strerror(getattr(errno, number)))

    monkeypatch.setattr(os, "fsync", refuse)
    untouched()
    result = either("print", "letter", sample("sachsen-pflege"), "--out", tmp_path / "brief.pdf")
    assert result.code == 3
    assert len(result.sentences) == 1
    assert "brief.pdf" in result.err


def test_a_refused_file_stays_as_it_was(line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "brief.pdf"
    file.write_bytes(b"%PDF-1.4 old")

    def refuse(_: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", refuse)
    assert line("print", "letter", sample("sachsen-pflege"), "--out", file).code == 3
    assert file.read_bytes() == b"%PDF-1.4 old"
    assert [each.name for each in tmp_path.iterdir()] == ["brief.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="no rights of this kind")
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(either: Line, tmp_path: Path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        result = either("print", "letter", sample("sachsen-pflege"), "--out", tmp_path / "brief.pdf")
    finally:
        tmp_path.chmod(stat.S_IRWXU)
    assert (result.code, len(result.sentences)) == (3, 1)


def test_the_demo_needs_a_folder(either: Line, tmp_path: Path):
    file = written(tmp_path, b"", "datei")
    for path in (file, file / "unter"):
        result = either("demo", "--out", path)
        assert (result.code, result.out, len(result.sentences)) == (3, "", 1)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device")
def test_an_endless_file_is_too_large(either: Line):
    result = either("evaluate", Path("/dev/zero"))
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
