"""Example cases come out as they say; a fault of their file is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop import resources
from desktop.errors import Problems
from desktop.rules import examples, packs

FOLDER = resources.path("law", "de-2026-08")
PACK = packs.load(FOLDER)
GOOD = """id: 25_3
examples:
  - id: found
    title: {de: Gut, en: Good}
    on: 2026-11-24
    expect: should_be_granted
"""


def write(folder: Path, text: str, name: str = "25_3") -> Path:
    (folder / "examples").mkdir()
    (folder / "examples" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def told(folder: Path) -> str:
    with pytest.raises(Problems) as raised:
        examples.check(folder, PACK)
    return " ".join(str(problem) for problem in raised.value.problems)


def test_every_example_of_the_pack_comes_out_as_it_says() -> None:
    assert examples.check(FOLDER, PACK) > 0


def test_a_sound_file(tmp_path: Path) -> None:
    assert examples.check(write(tmp_path, GOOD), PACK) == 1
    assert [each.id for each in examples.read(tmp_path, PACK, "25_3")] == ["found"]
    assert examples.read(tmp_path, PACK, "25b_1") == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("should_be_granted", "not_available", "“found” of 25_3 comes to should_be_granted, not to"),
        ("on: 2026-11-24", "on: 1999-01-01", "line 5: the norm has no text for this day"),
        ("expect:", "facts: {no_such_fact: 'yes'}\n    expect:", "no_such_fact"),
        ("expect:", "facts: {asylum_pending: perhaps}\n    expect:", "neither yes nor no"),
        ("title: {de: Gut, en: Good}", "title: {de: Gut}", "lacks “en”"),
        ("should_be_granted", "certainly", "expect does not fit"),
        ("id: 25_3", "id: 25_4", "the id must be “25_3”"),
    ],
)
def test_a_fault_is_told(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert says in told(write(tmp_path, GOOD.replace(old, new, 1)))


def test_two_of_one_name(tmp_path: Path) -> None:
    again = GOOD + GOOD.split("examples:\n")[1]
    assert "line 7: “found” is there twice" in told(write(tmp_path, again))


def test_a_file_for_no_norm(tmp_path: Path) -> None:
    assert "“examples/99_9.yaml” is not the file of a norm" in told(write(tmp_path, GOOD, "99_9"))
