"""`office`: the encrypted file from the command line; the passphrase from a file, a descriptor, a prompt."""

import json
import os
from pathlib import Path

import pytest

from desktop.cases.names import LONGEST_NAME
from desktop.services import clients, office
from tests.documents.reading import pages
from tests.store.making import CHEAP

from .conftest import GOOD_SECRET, NOW, SAMPLES, Line, sample


def test_a_new_office_tells_its_recovery_code_once(either: Line, tmp_path: Path, secret_file: Path, law):
    path = tmp_path / "Büro Süd.akte"
    result = either("office", "create", path, "--name", "Beratung Süd", "--passphrase-file", secret_file)
    assert (result.code, result.err) == (0, "")
    assert GOOD_SECRET not in result.out
    code = next(row for row in result.out.splitlines() if "code:" in row).partition(": ")[2]
    with office.open_with_recovery(path, code, reference=law, now=NOW, kdf=CHEAP) as session:
        assert session.office_name == "Beratung Süd"


def test_the_name_of_the_file_is_the_name_of_the_office(line: Line, tmp_path: Path, secret_file: Path, law):
    path = tmp_path / "Büro.akte"
    assert line("office", "create", path, "--passphrase-file", secret_file).code == 0
    with office.open_office(path, login="mk", passphrase=GOOD_SECRET, reference=law, now=NOW) as session:
        assert (session.office_name, session.user) == ("Büro", "mk")


def test_the_list_is_a_table(either: Line, filled: Path, secret_file: Path):
    result = either("office", "list", filled, "--passphrase-file", secret_file)
    rows = result.out.splitlines()
    assert (result.code, result.err, len(rows)) == (0, "", len(SAMPLES) + 2)
    assert rows[0].split()[0] == {"de": "Aktenzeichen", "en": "file"}[either.language]
    (amina,) = (row for row in rows if "Amina Beispiel" in row)
    assert "B-2026-001" in amina
    assert {"de": "14.03.1999", "en": "14 Mar 1999"}[either.language] in amina
    assert rows[-1] == {"de": "9 Akten", "en": "9 clients"}[either.language]


def test_the_list_can_be_searched_and_read_by_programs(line: Line, filled: Path, secret_file: Path):
    result = line("office", "list", filled, "--search", "amina", "--json", "--passphrase-file", secret_file)
    (found,) = json.loads(result.out)
    assert list(found) == [
        "id",
        "name",
        "file_number",
        "birth_date",
        "status",
        "ends",
        "safe_day",
        "next_day",
        "own",
    ]
    assert found["name"] == "Amina Beispiel"
    assert (found["birth_date"], found["status"], found["ends"]) == (
        "1999-03-14",
        "title:other",
        "2027-01-15",
    )
    assert found["next_day"]
    assert found["own"] == "§ 16b Abs. 1 AufenthG"


def test_an_office_is_checked(either: Line, filled: Path, secret_file: Path):
    result = either("office", "check", filled, "--passphrase-file", secret_file)
    assert (result.code, result.err) == (0, "")


def test_a_damaged_office_is_found(either: Line, filled: Path, secret_file: Path):
    database = filled / "data.db"
    content = bytearray(database.read_bytes())
    content[-2000:-1900] = bytes(100)
    database.write_bytes(content)
    result = either("office", "check", filled, "--passphrase-file", secret_file)
    assert result.code in (2, 3)
    assert len(result.sentences) == 1


# Where the passphrase comes from


def test_from_a_descriptor(line: Line, office_path: Path):
    reading, writing = os.pipe()
    os.write(writing, f"{GOOD_SECRET}\nmore\n".encode())
    os.close(writing)
    try:
        assert line("office", "check", office_path, "--passphrase-fd", str(reading)).code == 0
    finally:
        os.close(reading)


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nsecond line\n"])
def test_from_a_file_however_its_line_ends(line: Line, office_path: Path, tmp_path: Path, end: str):
    file = tmp_path / "p"
    file.write_bytes(GOOD_SECRET.encode() + end.encode())
    assert line("office", "check", office_path, "--passphrase-file", file).code == 0


def test_from_a_prompt(either: Line, office_path: Path):
    either.typed = [GOOD_SECRET]
    assert either("office", "check", office_path).code == 0
    assert either.prompts == ["Passphrase: "]


def test_a_new_passphrase_is_typed_twice(either: Line, tmp_path: Path):
    path = tmp_path / "Neu.akte"
    either.typed = [GOOD_SECRET, GOOD_SECRET + "!"]
    result = either("office", "create", path)
    assert (result.code, len(result.sentences)) == (2, 1)
    assert not list(tmp_path.iterdir())
    either.typed = [GOOD_SECRET, GOOD_SECRET]
    assert either("office", "create", path).code == 0


@pytest.mark.parametrize(
    "source",
    [
        ["--passphrase-fd", "987654"],
        ["--passphrase-fd", "-1"],
        ["--passphrase-fd", "9" * 30],
        ["--passphrase-file", "missing.txt"],
        ["--passphrase-file", "."],
    ],
    ids=" ".join,
)
def test_a_source_that_gives_none(either: Line, office_path: Path, source: list[str]):
    result = either("office", "check", office_path, *source)
    assert (result.code, len(result.sentences)) == (3, 1)


def test_a_source_that_is_not_text(either: Line, office_path: Path, tmp_path: Path):
    file = tmp_path / "p"
    file.write_bytes(b"\xff\xfe\x00k")
    result = either("office", "check", office_path, "--passphrase-file", file)
    assert (result.code, len(result.sentences)) == (3, 1)


def test_a_wrong_passphrase_or_login(either: Line, office_path: Path, tmp_path: Path):
    file = tmp_path / "p"
    file.write_text("falsche Wege, falsche Wörter\n", encoding="utf-8")
    for login in ("mk", "nobody"):
        result = either("office", "list", office_path, "--passphrase-file", file, "--login", login)
        assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
        assert "falsche" not in result.err


def test_a_short_passphrase_makes_nothing(either: Line, tmp_path: Path, untouched):
    file = tmp_path / "p"
    file.write_text("kurz\n", encoding="utf-8")
    untouched()
    result = either("office", "create", tmp_path / "Neu.akte", "--passphrase-file", file)
    assert (result.code, len(result.sentences)) == (2, 1)


# Places


@pytest.mark.parametrize("verb", ["list", "check", "add"])
def test_what_is_no_office_file_is_told_before_a_passphrase_is_asked_for(either: Line, tmp_path: Path, verb):
    foreign = tmp_path / "Fremd.akte"
    foreign.mkdir()
    (foreign / "brief.txt").write_text("nicht unseres", encoding="utf-8")
    file = tmp_path / "Datei.akte"
    file.write_bytes(b"x")
    more = [sample("sachsen-pflege")] if verb == "add" else []
    for path in (foreign, file, tmp_path / "nix.akte", tmp_path):
        result = either("office", verb, path, *more)
        assert (result.code, len(result.sentences)) == (3, 1)
        assert str(tmp_path) not in result.err
    assert not either.prompts
    assert [each.name for each in foreign.iterdir()] == ["brief.txt"]


def test_a_new_office_overwrites_nothing(either: Line, tmp_path: Path, secret_file: Path, untouched):
    taken = tmp_path / "Büro.akte"
    taken.mkdir()
    untouched()
    for path, code in ((taken, 2), (tmp_path / "Büro.txt", 2), (tmp_path / "nix" / "Büro.akte", 3)):
        result = either("office", "create", path, "--passphrase-file", secret_file)
        assert (result.code, len(result.sentences)) == (code, 1)


# Cases


def test_all_cases_are_added_or_none(either: Line, office_path: Path, secret_file: Path, tmp_path: Path):
    bad = tmp_path / "schlecht.yaml"
    bad.write_text("bleibelotse: 1\nclient: {name: A}\nfacts: {nonsense: 1}\n", encoding="utf-8")
    result = either(
        "office", "add", office_path, sample("sachsen-pflege"), bad, "--passphrase-file", secret_file
    )
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
    listed = either("office", "list", office_path, "--json", "--passphrase-file", secret_file)
    assert json.loads(listed.out) == []


def test_an_empty_office_lists_nobody(either: Line, office_path: Path, secret_file: Path):
    result = either("office", "list", office_path, "--passphrase-file", secret_file)
    assert result.out == {"de": "0 Akten\n", "en": "0 clients\n"}[either.language]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Am\N{RIGHT-TO-LEFT OVERRIDE}al Muster", "Amal Muster"),
        ("Amal\N{ZERO WIDTH SPACE} Muster", "Amal Muster"),
        ("Amal\\x1b[2J Muster", "Amal[2J Muster"),
        ("<b>Amal</b> & Co", "<b>Amal</b> & Co"),
        ("أمل '; DROP TABLE client; --", "أمل '; DROP TABLE client; --"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
    ],
)
def test_names_are_stored_as_they_can_be_shown(
    line: Line, office_path: Path, secret_file: Path, tmp_path: Path, typed: str, stored: str
):
    case = tmp_path / "fall.yaml"
    case.write_text(f'bleibelotse: 1\nclient: {{name: "{typed}"}}\n', encoding="utf-8")
    assert line("office", "add", office_path, case, "--passphrase-file", secret_file).code == 0
    listed = line("office", "list", office_path, "--passphrase-file", secret_file)
    assert stored in listed.out
    found = line("office", "list", office_path, "--json", "--passphrase-file", secret_file)
    assert [each["name"] for each in json.loads(found.out)] == [stored]


def test_the_disk_is_full(either: Line, office_path: Path, secret_file: Path, law, monkeypatch):
    """Simulated by a quota of pages: the driver reports the same as for a real disk."""
    open_office = office.open_office

    def open_small(*arguments, **options):
        session = open_office(*arguments, **options)
        ((pages,),) = session.office.read("PRAGMA page_count")
        session.office.read(f"PRAGMA max_page_count = {pages}")
        return session

    monkeypatch.setattr(office, "open_office", open_small)
    many = [sample(name) for name in SAMPLES]
    result = either("office", "add", office_path, *many, "--passphrase-file", secret_file)
    assert (result.code, result.out, len(result.sentences)) == (3, "", 1)
    monkeypatch.undo()
    with open_office(office_path, login="mk", passphrase=GOOD_SECRET, reference=law, now=NOW) as session:
        assert clients.count(session) == 0
        assert session.office.check().sound


def test_the_dates_of_the_office_as_pdf(either: Line, filled: Path, secret_file: Path, tmp_path: Path):
    out, named = tmp_path / "heute.pdf", tmp_path / "woche.pdf"
    result = either("office", "dates", filled, "--out", out, "--passphrase-file", secret_file)
    assert (result.code, result.err) == (0, "")
    text = " ".join(pages(out.read_bytes()))
    assert "B-2026-004" in text
    assert "Lidia" not in text
    result = either(
        "office", "dates", filled, "--week", "18.12.2026", "--names", "--out", named,
        "--passphrase-file", secret_file,
    )  # fmt: skip
    assert (result.code, result.err) == (0, "")
    assert "Lidia Exempel" in " ".join(pages(named.read_bytes()))


def test_a_day_without_dates_is_one_sentence(either: Line, filled: Path, secret_file: Path, tmp_path: Path):
    out = tmp_path / "a.pdf"
    result = either(
        "office", "dates", filled, "--day", "01.01.2030", "--out", out, "--passphrase-file", secret_file
    )
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
    assert not out.exists()


def test_letters_for_every_title_that_ends(either: Line, filled: Path, secret_file: Path, tmp_path: Path):
    out, folder = tmp_path / "alle.pdf", tmp_path / "Briefe"
    folder.mkdir()
    for target, verb in ((out, ("office", "letters")), (folder, ("print", "batch"))):
        result = either(*verb, filled, "--out", target, "--passphrase-file", secret_file)
        assert (result.code, result.err) == (0, "")
        assert "Lidia" not in result.out
    assert "Lidia Exempel" in " ".join(pages(out.read_bytes()))
    assert "B-2026-004_Antrag_2026-11-24.pdf" in {file.name for file in folder.iterdir()}


@pytest.mark.parametrize("within", ["-1", "99999", "0", "x"])
def test_days_that_cannot_be_meant(either: Line, filled: Path, secret_file: Path, tmp_path: Path, within):
    out = tmp_path / "a.pdf"
    result = either(
        "office", "letters", filled, "--within", within, "--out", out, "--passphrase-file", secret_file
    )
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
    assert not out.exists()


def test_the_profile_is_shown_and_changed_field_by_field(line: Line, office_path: Path, secret_file: Path):
    where = ("office", "profile", office_path, "--passphrase-file", secret_file)
    changed = line(
        *where, "--set", "address=Weg 3; 07743 Jena", "--set", "body=public", "--set", "no_officer=yes"
    )
    assert (changed.code, changed.err) == (0, "")
    shown = line(*where).out.splitlines()
    assert "address: Weg 3; 07743 Jena" in shown
    assert {"body: public", "no_officer: yes", "officer: "} <= set(shown)
    for wrong, told in (("colour=red", "„colour“"), ("body=secret", "private, public, school")):
        refused = line(*where, "--set", wrong)
        assert refused.code != 0
        assert told in refused.err
    assert line(*where).out.splitlines() == shown


def test_who_approves_letters_is_shown_and_changed(line: Line, office_path: Path, secret_file: Path):
    where = ("office", "approvers", office_path, "--passphrase-file", secret_file)
    everybody = "Alle mit Zugang zur Bürodatei dürfen Schreiben freigeben.\n"
    assert line(*where).out == everybody
    assert line(*where, "--only", "mk").out == "mk\n"
    assert line(*where).out == "mk\n"
    refused = line(*where, "--only", "niemand")
    assert (refused.code != 0, refused.out) == (True, "")
    assert "Unter dem Anmeldenamen „niemand“" in refused.err
    assert line(*where, "--everybody").out == everybody


def test_how_long_prints_are_kept(line: Line, filled: Path, secret_file: Path, tmp_path: Path):
    where = ("office", "keeping", filled, "--passphrase-file", secret_file)
    assert line(*where).out == "Drucke werden so lange aufbewahrt wie die Akte.\n0 Drucke sind älter\n"
    assert line(*where, "--months", "24", "--remove").out == (
        "Drucke werden 24 Monate aufbewahrt.\n0 Drucke entfernt\n"
    )
    refused = line(*where, "--months", "5")
    assert (refused.code != 0, refused.out) == (True, "")
    assert "6, 12, 24" in refused.err
    assert line(*where).out.startswith("Drucke werden 24 Monate")
