"""Relatives whose files are missing, damaged, named in a circle."""

import sys
from pathlib import Path

import pytest

from tests.cli.bad_documents import HEAD, HIDDEN, written

from .conftest import Line

LINKED = "household: [{relation: child, file: b.yaml}]\n"


def test_a_relative_whose_file_is_not_there_is_noted(either: Line, tmp_path: Path):
    case = written(tmp_path, (HEAD + LINKED).encode(), "a.yaml")
    for verb in ("evaluate", "counterfactual", "fees", "deadlines"):
        result = either(verb, case)
        assert (result.code, len(result.sentences)) == (0, 1)
        assert result.out
        note = {"de": "Hinweis: „b.yaml“ liegt nicht neben", "en": "Note: “b.yaml” does not lie beside"}
        assert note[either.language] in result.err


def test_relatives_who_name_each_other_in_a_circle_are_read_once(line: Line, tmp_path: Path):
    names = ("a", "b", "c")
    for name, other in zip(names, ("b", "c", "a"), strict=True):
        written(tmp_path, (HEAD + LINKED.replace("b.", f"{other}.")).encode(), f"{name}.yaml")
    for verb in ("evaluate", "counterfactual", "fees", "deadlines"):
        result = line(verb, tmp_path / "a.yaml")
        assert (result.code, result.err) == (0, "")


def damaged_in_some_way(way: str, path: Path) -> None:
    match way:
        case "cut":
            path.write_bytes(b"bleibelotse: 1\nclient: {name: Nadia Geheim\n")
        case "huge":
            path.write_bytes(b"#" * 17_000_000)
        case "binary":
            path.write_bytes(bytes(range(256)))
        case "folder":
            path.mkdir()
        case "a link to itself" | "a link to nothing":
            path.symlink_to(path.name if way == "a link to itself" else "nix.yaml")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("way", ["cut", "huge", "binary", "folder", "a link to itself", "a link to nothing"])
def test_a_relative_who_cannot_be_read_is_told_with_the_file(either: Line, tmp_path: Path, way: str):
    """What is there and damaged is refused; what is no document is noted as not there."""
    case = written(tmp_path, (HEAD + LINKED).encode(), "a.yaml")
    damaged_in_some_way(way, tmp_path / "b.yaml")
    result = either("evaluate", case)
    assert len(result.sentences) == 1
    assert "b.yaml" in result.err
    assert HIDDEN not in result.err
    assert result.code == (2 if way in ("cut", "huge", "binary") else 0)
