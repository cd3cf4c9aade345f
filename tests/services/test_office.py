"""Office files: created, opened, told what is wrong before a passphrase is typed."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest

from desktop import resources
from desktop.errors import CannotOpen, Problem
from desktop.services import clients, office
from tests.store.making import CHEAP

from .conftest import NOW

GOOD = "kurze Wege, lange Wörter"
LISTING = """
import sys
from datetime import datetime
from pathlib import Path
from desktop.services import clients, clock, deadlines, office, prospects
from desktop.services.reference import load_reference
from tests.store.making import CHEAP

path, passphrase, now = Path(sys.argv[1]), sys.argv[2], datetime.fromisoformat(sys.argv[3])
law = load_reference()
def opened():
    return office.open_office(path, login="mk", passphrase=passphrase, reference=law, now=now, kdf=CHEAP)
def loaded():
    return [name for name in ("sqlalchemy", "sqlmodel", "desktop.store.rows") if name in sys.modules]

with opened() as session:
    (line,) = clients.lines(session)
    case = clients.load(session, line.id)
    assert [line] == clients.lines(session, "yusuf") == clients.similar(session, "Yusuf Muster", None)
    assert (clients.count(session), clients.bring_dates_up_to_date(session, now)) == (1, 0)
    deadlines.due(session, now.date())
    assert clock.remember(session, now) is None
    assert [step.of for step in prospects.look_ahead(session, now)] == [1, 1]
    assert session.office.audit_head.seq > 2
print(loaded())
with opened() as session:
    clients.save(session, line.id, case, now)
print(loaded())
"""


def test_an_office_knows_its_name_its_user_and_its_place(session, tmp_path):
    assert (session.office_name, session.user, session.path) == (
        "Beratung Musterstadt",
        "mk",
        tmp_path / "Büro.akte",
    )


def test_it_opens_with_passphrase_and_recovery_code(law, tmp_path):
    path = tmp_path / "Neu.akte"
    created = office.create_office(
        path, name="Neu", login="mk", passphrase=GOOD, reference=law, now=NOW, kdf=CHEAP
    )
    created.session.close()
    with office.open_office(path, login="mk", passphrase=GOOD, reference=law, now=NOW, kdf=CHEAP) as session:
        assert (session.office_name, session.user) == ("Neu", "mk")
    code = created.recovery_code
    with office.open_with_recovery(path, code, reference=law, now=NOW, kdf=CHEAP) as session:
        assert session.user == "recovery"


def test_the_recovery_sheet_restores_a_backup_and_is_named_in_the_log(law, tmp_path):
    created = office.create_office(
        tmp_path / "Süd.akte", name="Süd", login="mk", passphrase=GOOD, reference=law, now=NOW, kdf=CHEAP
    )
    with created.session as session:
        made = session.office.back_up(tmp_path / "Stick", "mk", NOW)
    code, new = created.recovery_code, tmp_path / "Neu.akte"
    with office.restore_with_recovery(made.path, new, code, reference=law, now=NOW, kdf=CHEAP) as session:
        assert (session.office_name, session.user, session.path) == ("Süd", "recovery", new)
        last = session.office.read("SELECT who, action FROM audit ORDER BY seq DESC LIMIT 1")
        assert last == [("recovery", "restore")]


def test_backups_are_found_in_their_folder_and_beside_one_of_them(session, tmp_path):
    folder = tmp_path / "Stick"
    older = session.office.back_up(folder, "mk", NOW - timedelta(days=1)).path
    newer = session.office.back_up(folder, "mk", NOW).path
    again = session.office.back_up(folder, "mk", NOW).path
    again = again.rename(folder / "Letzte vor dem Umzug.aktebak")
    expected = {newer: "Büro", again: "Letzte vor dem Umzug", older: "Büro"}
    for chosen in (folder, older):
        found = office.backups_at(chosen)
        assert {each.path: each.name for each in found} == expected
        assert found[-1].path == older
    (folder / "Leer.aktebak").mkdir()
    for chosen in (tmp_path, folder / "Leer.aktebak", tmp_path / "nix.aktebak"):
        with pytest.raises(CannotOpen):
            office.backups_at(chosen)


def test_sqlalchemy_is_loaded_when_a_person_writes_and_not_before(session, samples):
    clients.add(session, samples["bayern-familie"], NOW)
    session.close()
    result = subprocess.run(
        [sys.executable, "-c", LISTING, session.path, GOOD, NOW.isoformat()],
        env=os.environ | {"PYTHONPATH": str(resources.path("..").resolve())},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert result.stderr == ""
    assert result.stdout.splitlines() == ["[]", "['sqlalchemy', 'sqlmodel', 'desktop.store.rows']"]


def test_closing_twice_is_fine(session):
    session.close()
    session.close()


@pytest.mark.parametrize("name", ["kein-ort", "datei.akte", "leer.akte", "ordner"])
def test_what_is_no_office(tmp_path, name):
    (tmp_path / "datei.akte").write_bytes(b"x")
    (tmp_path / "leer.akte").mkdir()
    (tmp_path / "ordner").mkdir()
    with pytest.raises(CannotOpen):
        office.refuse_foreign(tmp_path / name)


def test_where_no_new_office_can_be(session, tmp_path):
    office.refuse_foreign(session.path)
    office.refuse_taken(tmp_path / "Anderes.akte")
    for path in (session.path, tmp_path / "Anderes", tmp_path / "nix" / "Anderes.akte"):
        with pytest.raises(Problem):
            office.refuse_taken(path)


def test_passphrases_are_judged_and_suggested():
    assert office.passphrase_problem("kurz") is not None
    suggestions = {office.suggest_passphrase() for _ in range(20)}
    assert len(suggestions) == 20
    assert all(office.passphrase_problem(each) is None for each in suggestions)
