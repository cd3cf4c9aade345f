"""Case documents that are empty, cut, binary, hostile or wrong."""

from pathlib import Path

from .conftest import sample

HEAD = "bleibelotse: 1\nclient: {name: Amal Muster}\n"
HIDDEN = "Nadia Geheim"
"""A name in the documents that no message may repeat."""

AFTER_THE_HEAD = {
    "key twice": "facts: {birth_date: 1990, birth_date: 1991}\n",
    "31 February": "facts: {birth_date: 1990-02-31}\n",
    "31.02. as written": "facts: {birth_date: 31.02.1990}\n",
    "the year 9999": "facts: {entry_date: 9999-12-31}\n",
    "ends before it begins": "facts: {status_periods: [{status_code: gestattung, from: 2024-05-02, "
    + "to: 2023-01-01}]}\n",
    "born tomorrow": "facts: {birth_date: 2026-11-25}\n",
    "unknown fact": "facts: {shoe_size: 42}\n",
    "unknown section": "notes: {a: b}\n",
    "unknown judgement": "judgements: {is_nice: {value: yes, by: mk, on: 2026-11-01, reason: x}}\n",
    "derived fact": "facts: {stay_25b_months: 72}\n",
    "word that is none": "facts: {health_insurance: perhaps}\n",
    "a title that does not exist": "requests: [{title: 99z}]\n",
    "a key of 5,000 letters": "facts: {" + "k" * 5000 + ": 1}\n",
    "a huge number": "facts: {household_need: " + "9" * 5000 + "}\n",
    "a number that would fill the memory": "facts: {convictions: [{kind: fine, amount: 1E+999999999}]}\n",
    "a state that is none": "facts: {nationalities: [UA, XX]}\n",
    "a state in small letters": "facts: {nationalities: ua}\n",
    "an unknown authority": "facts: {responsible_abh: core:nowhere}\n",
    "a child born in the future": "facts: {family_members: [{relation: child, birth_date: 2030-01-01}]}\n",
    "a relative's title that does not exist": "facts: {family_members: [{relation: child, "
    + "title_id: 25a1}]}\n",
    "a paper's title that does not exist": "facts: {status_periods: [{status_code: 'title:25b1', "
    + "from: 2020-01-01}]}\n",
    "filed before birth": "facts: {birth_date: 2010, applications: "
    + "[{title_id: 25b_1, decision_kind: grant, filed_on: 2009-12-31}]}\n",
    "decided before filed": "facts: {applications: "
    + "[{title_id: 25b_1, decision_kind: grant, filed_on: 2026-02, decided_on: 2026-01-31}]}\n",
    "a status before birth": "facts: {birth_date: 2010, status_periods: [{status_code: gestattung, "
    + "from: 2001-05, to: 2002}]}\n",
    "entry before birth": "facts: {birth_date: 2010-05-02, entry_date: 2010-05-01}\n",
    "a waiver of nothing": "waivers: {nix: {by: mk, on: 2026-01-01, reason: x}}\n",
    "a paper twice": "papers: [{id: p1, code: passport}, {id: p1, code: tp_card}]\n",
    "a title asked for twice": "requests: [{title: 25b_1}, {title: 25b_1, decision_kind: extension}]\n",
    "a household that names itself": "household: [{relation: child, file: fall.yaml}]\n",
    "a household in another folder": "household: [{relation: child, file: ../b.yaml}]\n",
    "a household on another disk": "household: [{relation: child, file: 'c:\\b.yaml'}]\n",
    "one relative twice": "household: [{relation: child, file: b.yaml}, {relation: parent, file: b.yaml}]\n",
    "a relative without a file": "household: [{relation: child, file: ' '}]\n",
    "a relative with NUL": 'household: [{relation: child, file: "a\\0b.yaml"}]\n',
    "a relation that does not exist": "household: [{relation: dog, file: b.yaml}]\n",
    "a period of nothing": "letters: [{id: l1, decision: A1, served_on: 2026-11-19, period: 0}]\n",
    "a period of less": "letters: [{id: l1, decision: A1, served_on: 2026-11-19, period: -3}]\n",
    "an instruction that contradicts itself": "letters: [{id: l1, decision: A1, "
    + "served_on: 2026-11-19, instruction: denies, period: 2}]\n",
    "a place that is none": "letters: [{id: l1, decision: A1, served_on: 2026-11-19, place: DE-XX}]\n",
    "served on 31 April": "letters: [{id: l1, decision: A1, served_on: 2026-04-31}]\n",
    "served in the year 26": "letters: [{id: l1, decision: A1, served_on: 0026-11-19}]\n",
    "served in a month": "letters: [{id: l1, decision: A1, served_on: 2026-11}]\n",
    "a letter twice": "letters: [{id: l1, decision: A1}, {id: l1, decision: A2}]\n",
    "an entry twice": "entries: [{id: e1, kind: deadline, day: 2026-12-01}, {id: e1, "
    + "kind: deadline, day: 2026-12-02}]\n",
    "planned for 31 April": "entries: [{id: e1, kind: follow_up, day: 2027-04-31}]\n",
    "an hour that is none": "entries: [{id: e1, kind: appointment, day: 2026-12-01, time: '25:00'}]\n",
    "a deadline with an hour": "entries: [{id: e1, kind: deadline, day: 2026-12-01, time: '12:00'}]\n",
    "a rest that ends before it begins": "rest: {reason: x, by: mk, on: 2026-11-24, until: 2026-11-23}\n",
    "a facts list": "facts: [a, b]\n",
    "a paper that is text": "papers: [passport]\n",
}
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
    "anchors": b"bleibelotse: 1\nclient: &a {name: x}\nfacts: *a\n",
    "a bomb of anchors": b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "a tag": b"bleibelotse: 1\nclient: !!python/object:os.system {name: x}\n",
    "deep": b"[" * 5000,
    "deep JSON": b"[" * 100_000 + b"]" * 100_000,
    "broken JSON": b'{"bleibelotse": 1, "client": {"name": "Nadia Geheim"',
    "NaN": b'{"bleibelotse": 1, "client": {"name": NaN}}',
    "no client": b"bleibelotse: 1\n",
    "no name": b"bleibelotse: 1\nclient: {name: '  '}\n",
    "5,000 letters": f"bleibelotse: 1\nclient: {{name: {'Nadia Geheim ' * 385}}}\n".encode(),
    "a name of invisible letters": 'bleibelotse: 1\nclient: {name: "\N{ZERO WIDTH SPACE}"}\n'.encode(),
    **{name: (HEAD + rest).encode() for name, rest in AFTER_THE_HEAD.items()},
}


def written(tmp_path: Path, content: bytes, name: str = "fall.yaml") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path
