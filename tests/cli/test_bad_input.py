"""Case documents that are empty, cut, binary, hostile or wrong: one sentence each, nothing left behind."""

import errno
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.documents.reading import pages

from .conftest import Line, sample

HEAD = "bleibelotse: 1\nclient: {name: Amal Muster}\n"
HIDDEN = "Nadia Geheim"
"""A name in the documents that no message may repeat."""

BAD = {
    "empty": b"",
    "only a remark": b"# nothing\n",
    "cut": sample("sachsen-pflege").read_bytes()[:1500],
    "binary": bytes(range(256)) * 8,
    "zeros": bytes(4096),
    "not UTF-8": "bleibelotse: 1\nclient: {name: Jörg}\n".encode("latin-1"),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "a list": b"- a\n- b\n",
    "another document": b"name: Nadia Geheim\nborn: 1996-08-19\n",
    "newer format": b"bleibelotse: 2\nclient: {name: Nadia Geheim}\n",
    "two documents": HEAD.encode() + b"---\n" + HEAD.encode(),
    "key twice": HEAD.encode() + b"facts: {birth_date: 1990, birth_date: 1991}\n",
    "anchors": b"bleibelotse: 1\nclient: &a {name: x}\nfacts: *a\n",
    "a bomb of anchors": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "a tag": b"bleibelotse: 1\nclient: !!python/object:os.system {name: x}\n",
    "deep": b"[" * 5000,
    "deep JSON": b"[" * 100_000 + b"]" * 100_000,
    "broken JSON": b'{"bleibelotse": 1, "client": {"name": "Nadia Geheim"',
    "NaN": b'{"bleibelotse": 1, "client": {"name": NaN}}',
    "31 February": HEAD.encode() + b"facts: {birth_date: 1990-02-31}\n",
    "31.02. as written": HEAD.encode() + b"facts: {birth_date: 31.02.1990}\n",
    "the year 9999": HEAD.encode() + b"facts: {entry_date: 9999-12-31}\n",
    "ends before it begins": HEAD.encode()
    + b"facts: {status_periods: [{status_code: gestattung, from: 2024-05-02, to: 2023-01-01}]}\n",
    "born tomorrow": HEAD.encode() + b"facts: {birth_date: 2026-11-25}\n",
    "unknown fact": HEAD.encode() + b"facts: {shoe_size: 42}\n",
    "unknown section": HEAD.encode() + b"notes: {a: b}\n",
    "unknown judgement": HEAD.encode()
    + b"judgements: {is_nice: {value: yes, by: mk, on: 2026-11-01, reason: x}}\n",
    "derived fact": HEAD.encode() + b"facts: {stay_25b_months: 72}\n",
    "word that is none": HEAD.encode() + b"facts: {health_insurance: perhaps}\n",
    "no client": b"bleibelotse: 1\n",
    "no name": b"bleibelotse: 1\nclient: {name: '  '}\n",
    "5,000 letters": f"bleibelotse: 1\nclient: {{name: {'Nadia Geheim ' * 385}}}\n".encode(),
    "a name of invisible letters": 'bleibelotse: 1\nclient: {name: "\N{ZERO WIDTH SPACE}"}\n'.encode(),
    "a title that does not exist": HEAD.encode() + b"requests: [{title: 99z}]\n",
    "a key of 5,000 letters": HEAD.encode() + b"facts: {" + b"k" * 5000 + b": 1}\n",
    "a huge number": HEAD.encode() + b"facts: {household_need: " + b"9" * 5000 + b"}\n",
    "a number that would fill the memory": HEAD.encode()
    + b"facts: {convictions: [{kind: fine, amount: 1E+999999999}]}\n",
    "a state that is none": HEAD.encode() + b"facts: {nationalities: [UA, XX]}\n",
    "a state in small letters": HEAD.encode() + b"facts: {nationalities: ua}\n",
    "an unknown authority": HEAD.encode() + b"facts: {responsible_abh: core:nowhere}\n",
    "a child born in the future": HEAD.encode()
    + b"facts: {family_members: [{relation: child, birth_date: 2030-01-01}]}\n",
    "a relative's title that does not exist": HEAD.encode()
    + b"facts: {family_members: [{relation: child, title_id: 25a1}]}\n",
    "a paper's title that does not exist": HEAD.encode()
    + b"facts: {status_periods: [{status_code: 'title:25b1', from: 2020-01-01}]}\n",
    "filed before birth": HEAD.encode()
    + b"facts: {birth_date: 2010, applications: "
    + b"[{title_id: 25b_1, decision_kind: grant, filed_on: 2009-12-31}]}\n",
    "decided before filed": HEAD.encode()
    + b"facts: {applications: "
    + b"[{title_id: 25b_1, decision_kind: grant, filed_on: 2026-02, decided_on: 2026-01-31}]}\n",
    "a status before birth": HEAD.encode()
    + b"facts: {birth_date: 2010, status_periods: [{status_code: gestattung, from: 2001-05, to: 2002}]}\n",
    "entry before birth": HEAD.encode() + b"facts: {birth_date: 2010-05-02, entry_date: 2010-05-01}\n",
    "a waiver of nothing": HEAD.encode() + b"waivers: {nix: {by: mk, on: 2026-01-01, reason: x}}\n",
    "a paper twice": HEAD.encode() + b"papers: [{id: p1, code: passport}, {id: p1, code: tp_card}]\n",
    "a title asked for twice": HEAD.encode()
    + b"requests: [{title: 25b_1}, {title: 25b_1, decision_kind: extension}]\n",
    "a household that names itself": HEAD.encode() + b"household: [{relation: child, file: fall.yaml}]\n",
    "a household in another folder": HEAD.encode() + b"household: [{relation: child, file: ../b.yaml}]\n",
    "a household on another disk": HEAD.encode() + b"household: [{relation: child, file: 'c:\\b.yaml'}]\n",
    "one relative twice": HEAD.encode()
    + b"household: [{relation: child, file: b.yaml}, {relation: parent, file: b.yaml}]\n",
    "a relative without a file": HEAD.encode() + b"household: [{relation: child, file: ' '}]\n",
    "a relative with NUL": HEAD.encode() + b'household: [{relation: child, file: "a\\0b.yaml"}]\n',
    "a relation that does not exist": HEAD.encode() + b"household: [{relation: dog, file: b.yaml}]\n",
    "a period of nothing": HEAD.encode()
    + b"letters: [{id: l1, decision: A1, served_on: 2026-11-19, period: 0}]\n",
    "a period of less": HEAD.encode()
    + b"letters: [{id: l1, decision: A1, served_on: 2026-11-19, period: -3}]\n",
    "an instruction that contradicts itself": HEAD.encode()
    + b"letters: [{id: l1, decision: A1, served_on: 2026-11-19, instruction: denies, period: 2}]\n",
    "a place that is none": HEAD.encode()
    + b"letters: [{id: l1, decision: A1, served_on: 2026-11-19, place: DE-XX}]\n",
    "served on 31 April": HEAD.encode() + b"letters: [{id: l1, decision: A1, served_on: 2026-04-31}]\n",
    "served in the year 26": HEAD.encode() + b"letters: [{id: l1, decision: A1, served_on: 0026-11-19}]\n",
    "served in a month": HEAD.encode() + b"letters: [{id: l1, decision: A1, served_on: 2026-11}]\n",
    "a letter twice": HEAD.encode() + b"letters: [{id: l1, decision: A1}, {id: l1, decision: A2}]\n",
    "an entry twice": HEAD.encode()
    + b"entries: [{id: e1, kind: deadline, day: 2026-12-01}, {id: e1, kind: deadline, day: 2026-12-02}]\n",
    "planned for 31 April": HEAD.encode() + b"entries: [{id: e1, kind: follow_up, day: 2027-04-31}]\n",
    "an hour that is none": HEAD.encode()
    + b"entries: [{id: e1, kind: appointment, day: 2026-12-01, time: '25:00'}]\n",
    "a deadline with an hour": HEAD.encode()
    + b"entries: [{id: e1, kind: deadline, day: 2026-12-01, time: '12:00'}]\n",
    "a rest that ends before it begins": HEAD.encode()
    + b"rest: {reason: x, by: mk, on: 2026-11-24, until: 2026-11-23}\n",
    "a facts list": HEAD.encode() + b"facts: [a, b]\n",
    "a paper that is text": HEAD.encode() + b"papers: [passport]\n",
}


def written(tmp_path: Path, content: bytes, name: str = "fall.yaml") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_bad_document_is_told_and_nothing_is_made(either: Line, tmp_path: Path, untouched, content: bytes):
    path = written(tmp_path, content)
    untouched()
    calls = (
        either("evaluate", path),
        either("deadlines", path, "--json"),
        either("print", "checklist", path, "--out", tmp_path / "out.pdf"),
    )
    for result in calls:
        assert (result.code, result.out) == (2, "")
        assert result.sentences
        assert len(result.sentences) < 5
        assert "fall.yaml" in result.err
        assert str(tmp_path) not in result.err
        assert HIDDEN not in result.err
        assert "Traceback" not in result.err
        assert max(map(len, result.sentences)) < 600
    assert calls[0].err == calls[2].err


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("empty", "„fall.yaml“ ist leer.", "“fall.yaml” is empty."),
        (
            "31 February",
            "„1990-02-31“ ist kein Tag des Kalenders",
            "“1990-02-31” is not a day of the calendar",
        ),
        (
            "ends before it begins",
            "Der Zeitraum endet, bevor er beginnt.",
            "The period ends before it begins.",
        ),
        ("born tomorrow", "Das Geburtsdatum liegt in der Zukunft.", "The date of birth lies in the future."),
        ("unknown fact", "Eine Angabe mit diesem Namen gibt es nicht.", "There is no fact of this name."),
        (
            "5,000 letters",
            "Ein Name hat hier höchstens 200 Buchstaben.",
            "A name has at most 200 letters here.",
        ),
        (
            "a state that is none",
            "„XX“ ist kein Staat; schreiben Sie zwei Großbuchstaben, z. B. UA, oder stateless.",
            "“XX” is no state; write two capital letters, e.g. UA, or stateless.",
        ),
        ("an unknown authority", "möglich sind: core:bayern,", "possible are: core:bayern,"),
        (
            "a child born in the future",
            "family_members[1].birth_date: Das Geburtsdatum liegt in der Zukunft.",
            "family_members[1].birth_date: The date of birth lies in the future.",
        ),
        ("a relative's title that does not exist", "„25a1“ ist hier nicht", "“25a1” is not possible"),
        ("filed before birth", "Das liegt vor dem Geburtsdatum.", "This lies before the date of birth."),
        (
            "a household that names itself",
            "Der Haushalt von „fall.yaml“ nennt diesen Fall selbst.",
            "The household of “fall.yaml” names this case itself.",
        ),
        ("a relative without a file", "Der Schlüssel „file“ fehlt.", "The key “file” is missing."),
        ("a period of nothing", "Eine Frist der Länge 0", "A period of 0 cannot be counted."),
        ("served on 31 April", "„2026-04-31“ ist kein Tag", "“2026-04-31” is not a day of the calendar"),
        ("a letter twice", "„l1“ steht hier zweimal.", "“l1” stands here twice."),
        (
            "a rest that ends before it begins",
            "Das Ruhen endet, bevor es beginnt.",
            "The rest ends before it begins.",
        ),
        ("another document", "ist kein Fall von Bleibelotse.", "is not a case of Bleibelotse."),
    ],
)
def test_the_sentence_fits(tmp_path: Path, name: str, german: str, english: str):
    path = written(tmp_path, BAD[name])
    assert german in Line("de")("evaluate", path).err
    assert english in Line("en")("evaluate", path).err


def test_born_today_is_possible_and_tomorrow_is_a_question_of_the_day(line: Line, tmp_path: Path):
    assert (
        line("deadlines", written(tmp_path, HEAD.encode() + b"facts: {birth_date: 2026-11-24}\n")).code == 0
    )
    tomorrow = written(tmp_path, BAD["born tomorrow"])
    assert line("deadlines", tomorrow).code == 2
    assert line("deadlines", tomorrow, "--on", "25.11.2026").code == 0


def test_a_title_of_another_section_is_no_slip(line: Line, tmp_path: Path):
    facts = (
        b"facts: {applications: [{title_id: 16g, decision_kind: grant, filed_on: 2026-11-01}], "
        b"status_periods: [{status_code: 'title:18a_1', from: 2026-01-01}], "
        b"family_members: [{relation: child, title_id: '28'}, {relation: child, title_id: D60d}]}\n"
    )
    assert line("evaluate", written(tmp_path, HEAD.encode() + facts)).code == 0


def test_a_child_born_meanwhile_is_no_slip_on_an_earlier_day(line: Line, tmp_path: Path):
    facts = b"facts: {birth_date: 1990, family_members: [{relation: child, birth_date: 2026-11-24}]}\n"
    path = written(tmp_path, HEAD.encode() + facts)
    assert line("evaluate", path, "--on", "2026-01-01").code == 0
    later = written(tmp_path, (HEAD.encode() + facts).replace(b"11-24", b"11-25"))
    assert line("evaluate", later).code == 2
    assert line("evaluate", later, "--on", "2026-11-25").code == 0


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


def test_the_name_of_a_missing_relative_cannot_steer_or_fill_the_screen(line: Line, tmp_path: Path):
    for name in ("x" * 5000, "a\N{RIGHT-TO-LEFT OVERRIDE}lmay.b", "\x1b[31mb.yaml"):
        case = {"bleibelotse": 1, "client": {"name": "A"}, "household": [{"relation": "child", "file": name}]}
        result = line("evaluate", written(tmp_path, json.dumps(case).encode(), "a.json"))
        assert (result.code, len(result.sentences)) == (0, 1)
        assert len(result.err) < 250
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in result.err
        assert "\x1b" not in result.err


def test_several_faults_are_told_at_once(either: Line, tmp_path: Path):
    path = written(
        tmp_path, HEAD.encode() + b"facts:\n  shoe_size: 42\n  birth_date: 1990-13-01\n  land: Q\n"
    )
    result = either("evaluate", path)
    assert (result.code, len(result.sentences)) == (2, 3)
    for number, sentence in enumerate(result.sentences, start=4):
        assert {"de": f"Zeile {number}", "en": f"line {number}"}[either.language] in sentence


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


# Names that attack the page

NAMES = {
    "override": "Am\N{RIGHT-TO-LEFT OVERRIDE}al Muster",
    "zero width": "Amal\N{ZERO WIDTH SPACE}\N{WORD JOINER} Muster",
    "HTML": "<b>Amal</b> &amp; <script>alert(1)</script>",
    "markup of the page": "<para><font color=red>Amal</font></para>",
    "Arabic": "أمل نموذج",
    "Ge'ez": "አማል",
    "200 letters": "Langername " * 18,
    "one word of 200 letters": "L" * 200,
    "braces": "{name} {0} %s",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_every_name_can_be_printed(line: Line, tmp_path: Path, name: str):
    case = {"bleibelotse": 1, "client": {"name": name, "address": [name, "01067 Dresden"]}}
    path = written(tmp_path, json.dumps(case).encode(), "fall.json")
    for kind in ("checklist", "letter", "reasons"):
        file = tmp_path / f"{kind}.pdf"
        result = line("print", kind, path, "--out", file, "--title", "25_3")
        assert (result.code, result.err) == (0, "")
        text = " ".join(pages(file.read_bytes()))
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in text
        assert "\N{ZERO WIDTH SPACE}" not in text
        if name.isascii() and len(name) < 60:
            assert name.split()[0] in text  # as it was typed, not as markup


# Places that refuse


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


def test_nothing_steers_the_terminal(line: Line, tmp_path: Path, secret_file: Path):
    login = "a\x1b[31mb"
    result = line("office", "create", tmp_path / "A.akte", "--login", login, "--passphrase-file", secret_file)
    assert result.code == 0
    assert "\x1b" not in result.out
