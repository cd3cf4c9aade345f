"""Plain data: nothing is guessed, nothing is lost, and every part knows its line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.plaindata import MAX_CHARACTERS, MAX_DEPTH, Plain, read_plain, read_plain_file
from desktop.errors import CannotOpen, Problem

YAML = """\
id: 25_1
answer: NO
empty:
list:
  - 1.10
  - {from: 2026-11-22, null: ~}
long: >
  two
  lines
"""


def test_scalars_stay_the_text_that_was_written():
    assert read_plain(YAML, "a.yaml").value == {
        "id": "25_1",
        "answer": "NO",
        "empty": "",
        "list": ["1.10", {"from": "2026-11-22", "null": "~"}],
        "long": "two lines\n",
    }


def test_every_part_knows_its_line():
    plain = read_plain(YAML, "a.yaml")
    expected = {(): 1, ("id",): 1, ("list",): 4, ("list", 0): 5, ("list", 1, "null"): 6}
    assert {path: plain.line(path) for path in expected} == expected
    assert plain.line(("list", 1, "missing", "deeper")) == 6


def test_json_gives_the_same_as_yaml():
    text = '{"id": "25_1",\n "n": 1.10, "yes": true, "no": null,\n "list": ["\\ud83d\\ude00", "a\\/b"]}'
    plain = read_plain(text, "a.json")
    assert plain.value == {"id": "25_1", "n": "1.10", "yes": "true", "no": "", "list": ["\U0001f600", "a/b"]}
    assert plain.line(("list", 1)) == 3
    assert read_plain(text, "pasted").value == plain.value


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "“a” stands here twice"),
        ("a:\n  x: 1\n  x: 2\n", 3, "twice"),
        ('{"a": 1,\n"a": 2}', 2, "twice"),
        ("a: &x 1\nb: *x\n", 1, "anchors"),
        ("a: !!python/object/apply:os.system [x]\n", 1, "tags"),
        ("a: 1\n---\nb: 2\n", 2, "one document"),
        ("? [a]\n: 1\n", 1, "one word"),
        ("a: [1\nb: 2\n", 2, "YAML"),
        ('a: "\\0"\n', 1, "cannot be read"),
        ("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), 1, "too many levels"),
        ("[" * 100_000, 1, "too many levels"),
    ],
)
def test_what_is_refused_is_refused_with_its_line(text: str, line: int, words: str):
    with pytest.raises(Problem) as caught:
        read_plain(text, "case.yaml")
    assert (caught.value.values["file"], caught.value.values["line"]) == ("case.yaml", line)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "text", ["{", '{"a": NaN}', "[" * 100_000 + "]" * 100_000, '"\\ud800"', "a: 1", "", '{"a": 1} {"b": 2}']
)
def test_bad_json_is_a_problem(text: str):
    with pytest.raises(Problem):
        read_plain(text, "case.json")


@pytest.mark.parametrize("text", ["", "# only a remark\n", "a: \0", "a: \ud800", "x" * (MAX_CHARACTERS + 1)])
def test_bad_yaml_is_a_problem(text: str):
    with pytest.raises(Problem, match=r"case\.yaml"):
        read_plain(text, "case.yaml")


def test_files_are_utf8_and_their_folder_stays_unsaid(tmp_path):
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("\N{ZERO WIDTH NO-BREAK SPACE}ort: München\n", encoding="utf-8")
    bad.write_bytes("a: 1\nort: München\n".encode("latin-1"))
    assert read_plain_file(good).value == {"ort": "München"}
    with pytest.raises(Problem, match=r"“bad.yaml” is not text in UTF-8 \(line 2\)"):
        read_plain_file(bad)
    with pytest.raises(CannotOpen) as caught:
        read_plain_file(tmp_path / "missing.yaml")
    assert str(tmp_path) not in str(caught.value)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
plain_values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(plain_values)
def test_json_comes_back(value):
    plain = read_plain(json.dumps(value, ensure_ascii=False, indent=1), "a.json")
    assert plain.value == value


@given(st.text(max_size=60))
def test_any_text_is_data_or_a_problem(text: str):
    try:
        plain = read_plain(text, "a.yaml")
    except Problem:
        return
    assert isinstance(plain, Plain)
