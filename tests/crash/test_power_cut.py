"""A power cut at any moment: what was acknowledged is there, and nothing is half."""

import hashlib
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.errors import Problem
from desktop.store import backup, bundle, clients
from desktop.store.problems import WrongPassphrase
from tests.store.making import reopen

from . import recording
from .replay import Image, crash_states, write_image
from .workloads import make, number_of, passphrase

pytestmark = pytest.mark.crash

NAME = "Büro.akte"
Look = Callable[[Path, int], str | None]


class Found(NamedTuple):
    """What the crash states of one run came to; `wrong` counts each way to be wrong."""

    states: int
    distinct: int
    wrong: dict[str, int]


def replayed(
    library: Path, folder: Path, workload: str, arguments: tuple[object, ...], look: Look, new: bool = False
) -> Found:
    disk, before, log = folder / "disk", folder / "before", folder / "log"
    disk.mkdir()
    (disk / recording.ACKS).write_bytes(b"")
    if not new:
        make(disk / NAME)
    shutil.copytree(disk, before)
    recording.run(library, workload, disk / NAME, log, *arguments)
    happened = [
        event._replace(
            path=event.path.replace(str(disk), str(before)), other=event.other.replace(str(disk), str(before))
        )
        for event in recording.events(log)
    ]
    seen: set[bytes] = set()
    states, wrong = 0, dict[str, int]()
    image_folder = folder / "image"
    for acked, image in crash_states(before, happened, random.Random(17)):
        states += 1
        print_of = hashlib.blake2b(
            repr((acked, sorted(image.items(), key=lambda each: each[0]))).encode()
        ).digest()
        if print_of in seen:
            continue
        seen.add(print_of)
        image_folder.mkdir()
        write_image(image, image_folder)
        if (fault := look(image_folder, acked)) is not None:
            wrong[fault] = wrong.get(fault, 0) + 1
        shutil.rmtree(image_folder)
    return Found(states, len(seen), wrong)


def _fingerprint(acked: int, image: Image) -> bytes:
    digest = hashlib.blake2b(str(acked).encode())
    for name, content in sorted(image.items()):
        digest.update(f"|{name}|{-1 if content is None else len(content)}|".encode())
        digest.update(content or b"")
    return digest.digest()


def look_at_saves(folder: Path, acked: int) -> str | None:
    try:
        with reopen(folder / NAME) as office:
            if not office.check().sound:
                return "damaged"
            return None if acked <= number_of(office) <= acked + 1 else "lost"
    except (Problem, AssertionError) as error:
        return f"damaged: {type(error).__name__}"


def look_at_headers(folder: Path, acked: int) -> str | None:
    for number in (acked + 1, acked):
        try:
            with reopen(folder / NAME, passphrase=passphrase(number)) as office:
                return None if office.check().sound else "damaged"
        except WrongPassphrase:
            continue
        except Problem as error:
            return f"damaged: {type(error).__name__}"
    return "closed for ever"


def look_at_backups(folder: Path, acked: int) -> str | None:
    made = backup.found_in(folder / "backups")
    if len(made) < acked:
        return "lost"
    try:
        for each in made:
            backup.refuse_changed(each.path)
        if made:
            (folder / "b.akte").mkdir()
            for name in (bundle.DATABASE, "keys.json"):
                shutil.copyfile(made[0].path / name, folder / "b.akte" / name)
            with reopen(folder / "b.akte") as office:
                if not office.check().sound or clients.count(office) != 1:
                    return "damaged"
    except Problem as error:
        return f"damaged: {type(error).__name__}"
    return look_at_saves(folder, 0)


def look_at_creation(folder: Path, acked: int) -> str | None:
    if not (folder / NAME).exists():
        return "lost" if acked else None
    try:
        with reopen(folder / NAME) as office:
            return None if office.check().sound else "damaged"
    except Problem as error:
        return f"damaged: {type(error).__name__}"


def test_saves_survive(library, quick_folder):
    found = replayed(library, quick_folder, "saves", (4,), look_at_saves)
    assert found.wrong == {}
    assert found.states >= 2000, found
    assert found.distinct >= 800, found


def test_without_syncing_saves_would_be_lost(library, quick_folder):
    """The control: if this passes unnoticed, the test above shows nothing."""
    found = replayed(library, quick_folder, "saves", (2, "unsafe"), look_at_saves)
    assert found.wrong.get("lost", 0) > 0, found
    assert sum(count for fault, count in found.wrong.items() if fault.startswith("damaged")) > 0, found


def test_changes_of_the_key_file_survive(library, quick_folder):
    found = replayed(library, quick_folder, "headers", (4,), look_at_headers)
    assert found.wrong == {}
    assert found.states >= 600, found


def test_without_syncing_key_files_would_be_lost(library, quick_folder):
    found = replayed(library, quick_folder, "headers", (2, "unsafe"), look_at_headers)
    assert sum(found.wrong.values()) > 0, found


def test_backups_are_whole_or_not_there(library, quick_folder):
    found = replayed(library, quick_folder, "backups", (1,), look_at_backups)
    assert found.wrong == {}
    assert found.states >= 500, found


def test_a_new_office_file_is_whole_or_not_there(library, quick_folder):
    found = replayed(library, quick_folder, "creation", (), look_at_creation, new=True)
    assert found.wrong == {}
    assert found.states >= 300, found
