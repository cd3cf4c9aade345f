"""What runs under the recorder, each in a process of its own: `python -m tests.crash.workloads NAME ...`."""

import errno
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from desktop.cases.casefile import CaseFile
from desktop.cases.declarations import Declaration, HandedOut, Release
from desktop.errors import Problem
from desktop.store import bundle, clients, deadlines, engine, kept_facts, problems, restore, undo
from desktop.store.deadlines import Derived, DerivedDate
from desktop.store.kept_facts import KeptFacts, Numbering
from desktop.store.office_file import OfficeFile
from tests.store.making import CHEAP, LOGIN, NOW, PASSPHRASE, case, create, reopen

from .recording import ACKS, recorder, start

CLIENT = UUID(int=7)
TODAY = NOW.date()
NUMBERING = Numbering("numbering", 8)


def numbered(number: int) -> CaseFile:
    """A case that tells which save it is, of a size that varies by some pages."""
    notes = f"{number} " + "Vermerk " * (number % 5 * 200)
    found = case(f"Kanarienvogel {number}", number=number, history=notes)
    given = NOW.date() - timedelta(days=number)
    declared: tuple[Declaration, ...] = (
        Release("Kanarienvogel", notes[:2000].strip(), given),
        *(HandedOut("privacy", given) for _ in range(number % 3)),
    )
    return replace(found, declarations=declared)


def derived(number: int) -> Derived:
    """What follows from that case; it tells the number too."""
    kept = KeptFacts(NUMBERING.name, TODAY, TODAY, f"{number:08}".encode())
    return Derived(TODAY, (DerivedDate("expiry", TODAY + timedelta(days=number % 900)),), str(number), kept)


def make(path: Path) -> None:
    with create(path).office as office, office.change("add", LOGIN, NOW) as change:
        clients.write(change, CLIENT, numbered(0), derived(0))


def number_of(office: OfficeFile) -> int:
    """Which save the client is as of, with all that follows; raises AssertionError for a mixture of two."""
    stored = clients.load(office, CLIENT)
    number = stored.value("number")
    assert stored == numbered(number), "a mixture of two saves"
    expected = derived(number)
    found = kept_facts.of_client(office, CLIENT, NUMBERING, TODAY)
    assert expected.kept is not None
    assert found == (expected.kept.codes, ()), "facts kept of another save"
    assert deadlines.of_client(office, CLIENT) == expected._replace(kept=None), "dates of another save"
    return int(number)


def passphrase(number: int) -> str:
    return PASSPHRASE if number == 0 else f"neue Wörter, zum {number}. Mal"


class Acks:
    """Tells the log, in the order of disk operations, that a step was reported as done."""

    def __init__(self, folder: Path) -> None:
        self._handle = os.open(folder / ACKS, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def __call__(self) -> None:
        os.write(self._handle, b".")


# Power cuts


def saves(path: str, log: str, count: str, unsafe: str = "") -> None:
    acks = Acks(Path(path).parent)
    start(str(Path(path).parent), log)
    with reopen(Path(path)) as office:
        if unsafe:
            office.read("PRAGMA synchronous = OFF")
        for number in range(1, int(count) + 1):
            clients.save(office, CLIENT, numbered(number), LOGIN, NOW, derived(number))
            acks()


def headers(path: str, log: str, count: str, unsafe: str = "") -> None:
    acks = Acks(Path(path).parent)
    start(str(Path(path).parent), log)
    with reopen(Path(path)) as office:
        if unsafe:
            vars(os)["fsync"] = lambda _: None
        for number in range(1, int(count) + 1):
            office.change_passphrase(LOGIN, passphrase(number - 1), passphrase(number), NOW)
            acks()


def backups(path: str, log: str, count: str) -> None:
    acks = Acks(Path(path).parent)
    start(str(Path(path).parent), log)
    with reopen(Path(path)) as office:
        for number in range(1, int(count) + 1):
            office.back_up(Path(path).parent / "backups", LOGIN, NOW + timedelta(minutes=number))
            acks()


def creation(path: str, log: str) -> None:
    acks = Acks(Path(path).parent)
    start(str(Path(path).parent), log)
    office = create(Path(path)).office
    acks()
    office.close()


# Faults


def faults(base: str, seed: str) -> None:
    """Fail the n-th call of each kind, once and from then on, and look at what is left."""
    rng = random.Random(int(seed))
    calls = json.loads(_in_child(lambda: _count_calls(Path(base))))
    outcomes: dict[str, int] = {}
    for kind, code, sticky in (
        (kind, code, sticky) for kind in calls for code in ("ENOSPC", "EIO") for sticky in (0, 1)
    ):
        total = calls[kind] + 1
        for at in sorted(rng.sample(range(1, total + 1), min(total, 8))):
            outcome = _in_child(lambda: _fail(Path(base), kind, code, at, sticky))  # noqa: B023
            verdict = _in_child(lambda: _look(Path(base), json.loads(outcome)))  # noqa: B023
            outcomes[verdict] = outcomes.get(verdict, 0) + 1
    print(json.dumps(outcomes))


def _steps(path: Path, did: Callable[[], None]) -> None:
    with reopen(path) as office:
        for number in (1, 2):
            try:
                clients.save(office, CLIENT, numbered(number), LOGIN, NOW, derived(number))
            except Problem:  # a person would press the key again
                clients.save(office, CLIENT, numbered(number), LOGIN, NOW, derived(number))
            did()
        office.change_passphrase(LOGIN, PASSPHRASE, passphrase(1), NOW)
        office.back_up(path.parent / "backups", LOGIN, NOW)


def _fresh(base: Path) -> Path:
    place = base.parent / "faulty"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    shutil.copytree(base, place / base.name)
    return place / base.name


def _count_calls(base: Path) -> str:
    path = _fresh(base)
    counts = {}
    for kind in "wstour":
        path = _fresh(base)
        recorder().recorder_fail(str(path.parent).encode(), ord(kind), 5, 1 << 30, 0)
        _steps(path, lambda: None)
        counts[kind] = recorder().recorder_seen()
    return json.dumps(counts)


def _fail(base: Path, kind: str, code: str, at: int, sticky: int) -> str:
    path = _fresh(base)
    done = 0

    def did() -> None:
        nonlocal done
        done += 1

    recorder().recorder_fail(str(path.parent).encode(), ord(kind), getattr(errno, code), at, sticky)
    try:
        _steps(path, did)
        ended = "no effect"
    except Problem:
        ended = "problem"
    except Exception as error:
        where = traceback.extract_tb(error.__traceback__)[-1]
        ended = f"{type(error).__name__} in {where.name} at {kind} {code} {at} {sticky}: {error}"
    return json.dumps([done, ended])


def _look(base: Path, outcome: tuple[int, str]) -> str:
    done, ended = outcome
    path = base.parent / "faulty" / base.name
    for words in (PASSPHRASE, passphrase(1)):
        try:
            office = reopen(path, passphrase=words)
        except problems.WrongPassphrase:
            continue
        with office:
            if not office.check().sound:
                return f"damaged after {ended}"
            if not done <= number_of(office) <= done + 1:
                return f"{done} acknowledged, {number_of(office)} found"
        return ended
    return f"closed for ever after {ended}"


# Killing


def kills(path: str, cycles: str, seed: str) -> None:
    """Kill a saving process at a random moment, again and again; the file goes on."""
    place, rng = Path(path), random.Random(int(seed))
    acked = hot = 0
    for _ in range(int(cycles)):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _save_on(place, writer)
        os.close(writer)
        acked += len(os.read(reader, 1))  # the first save takes longest
        time.sleep(rng.random() * 0.04)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acked += len(_rest(reader))
        journal = place / f"{bundle.DATABASE}-journal"
        hot += journal.exists() and journal.stat().st_size > 0
        with reopen(place) as office:
            assert office.check().sound
            found = number_of(office)
            assert acked <= found <= acked + 1, (acked, found)
            acked = found
    print(json.dumps({"saves": acked, "hot journals": hot}))


def _save_on(path: Path, writer: int) -> None:
    office = reopen(path)
    number = number_of(office)
    while True:
        number += 1
        clients.save(office, CLIENT, numbered(number), LOGIN, NOW, derived(number))
        os.write(writer, b".")


def races(path: str, rounds: str) -> None:
    """Two processes open at the same moment: one gets it, the other is told; a third gets it afterwards."""
    outcomes: dict[str, int] = {}
    for _ in range(int(rounds)):
        go_reader, go_writer = os.pipe()
        stop_reader, stop_writer = os.pipe()
        children = []
        for _ in range(2):
            reader, writer = os.pipe()
            child = os.fork()
            if child == 0:
                os.close(go_writer)
                os.close(stop_writer)
                os.read(go_reader, 1)
                try:
                    reopen(Path(path))
                    os.write(writer, b"opened")
                except Problem as problem:
                    os.write(writer, type(problem).__name__.encode())
                os.close(writer)
                os.read(stop_reader, 1)
                os._exit(0)
            os.close(writer)
            children.append((child, reader))
        for end in (go_reader, stop_reader, go_writer):
            os.close(end)
        told = sorted(_rest(reader).decode() for _, reader in children)
        os.close(stop_writer)
        for child, _ in children:
            os.waitpid(child, 0)
        outcomes["+".join(told)] = outcomes.get("+".join(told), 0) + 1
    reopen(Path(path)).close()
    print(json.dumps(outcomes))


# Plain text


def tour(folder: str, log: str, stock: str = "") -> None:
    """Everything the store does with a client, while every byte that leaves the process is recorded."""
    if stock:
        _without_encryption()
    start("/", log)
    top = Path(folder)
    path = top / "Büro.akte"
    with create(path).office as office:
        client = clients.add(office, numbered(1), LOGIN, NOW, derived(1))
        clients.save(office, client, numbered(4), LOGIN, NOW, derived(4))
        clients.lines(office, "kanarien")
        undo.undo(office, LOGIN, NOW)
        list(undo.history(office, client))
        clients.delete(office, [client], LOGIN, NOW)
        office.add_user("ab", "ganz andere Wörter hier", LOGIN, NOW)
        made = office.back_up(top / "backups", LOGIN, NOW)
        try:
            with office.change("odd", LOGIN, NOW) as change:
                clients.write(change, CLIENT, numbered(3))
                office.read("INSERT INTO household VALUES (?, 0, 'child', ?)", "gone", "Kanarienvogel")
        except Problem as problem:
            print(problem, repr(problem), repr(problem.__cause__), file=sys.stderr)
        office.check()
        # More than the cache holds, so that the engine must spill.
        office.read("PRAGMA cache_size = 10")
        with office.change("import", LOGIN, NOW) as change:
            for number in range(40):
                clients.write(change, UUID(int=100 + number), numbered(number))
        office.read("SELECT name FROM client, answer ORDER BY notes, value, random()")
    reopen(path).close()
    restore.restore(
        made.path, top / "b.akte", login=LOGIN, passphrase=PASSPHRASE, who=LOGIN, now=NOW, kdf=CHEAP
    ).close()


def _without_encryption() -> None:
    """Stock SQLite in place of the driver, and the guards against it switched off."""
    for module in (engine, problems):
        vars(module)["dbapi2"] = sqlite3
    for guard in ("_refuse_foreign_driver", "refuse_plain_text", "_refuse_if_any_key_opens"):
        vars(engine)[guard] = lambda *_: None


# Children


def _in_child(work: Callable[[], str]) -> str:
    """The result of some work done in a fork, which is gone afterwards with everything it has open."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writer, work().encode())
        except BaseException as error:
            os.write(writer, f"{type(error).__name__}: {error}".encode())
        os._exit(0)
    os.close(writer)
    answer = _rest(reader).decode()
    os.waitpid(child, 0)
    return answer


def _rest(reader: int) -> bytes:
    found = b""
    while part := os.read(reader, 65536):
        found += part
    os.close(reader)
    return found


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
