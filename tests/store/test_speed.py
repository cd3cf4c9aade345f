"""An office of ten thousand clients: lists, search, one case and one save stay far within a glance.

The limits lie far above what is measured, so that a busy machine does not fail them; the figures are printed.
"""

import random
import time
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest

from desktop.store import clients, deadlines
from desktop.store.deadlines import Derived, DerivedDate

from .making import NOW, case, create, reopen

pytestmark = pytest.mark.bench

CLIENTS = 10_000
FIRST = (
    "Amal Bahar Chinwe Daria Elif Farid Goran Hanna Ismail Jasmin Kidane Leyla Mohamad Nasrin Omid".split()
)
LAST = "Beispiel Muster Probe Übung Vorlage Platz Exempel Niemand Irgend Erfunden Test Fall".split()


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    path = tmp_path_factory.mktemp("large") / "a.akte"
    rng = random.Random(1)
    with create(path).office as office, office.change("import", "mk", NOW) as change:
        for number in range(CLIENTS):
            name = f"{rng.choice(FIRST)} {rng.choice(LAST)}{number % 97}"
            facts = {f"fact_{each}": each % 2 == 0 for each in range(20)}
            dates = tuple(
                DerivedDate("expiry", NOW.date() + timedelta(days=rng.randrange(-30, 700))) for _ in range(3)
            )
            clients.write(change, uuid4(), case(name, **facts), Derived(NOW.date(), dates))
    start = time.perf_counter()
    with reopen(path) as office:
        print(f"{'open':>18}: {(time.perf_counter() - start) * 1000:8.2f} ms without key derivation")
        yield office


def milliseconds(work: Callable[[], object], times: int = 20) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return sorted(taken)[times // 2]


def test_figures(large, record_property):
    some = clients.lines(large, limit=200)[100].id
    stored = clients.load(large, some)
    numbers = iter(range(10**6))
    figures = {
        "whole list": milliseconds(lambda: clients.lines(large, limit=CLIENTS), 5),
        "first 200": milliseconds(lambda: clients.lines(large)),
        "one letter": milliseconds(lambda: clients.lines(large, "m")),
        "two letters": milliseconds(lambda: clients.lines(large, "mo")),
        "a name": milliseconds(lambda: clients.lines(large, "muhammed")),
        "two words": milliseconds(lambda: clients.lines(large, "moh uebung")),
        "count of a name": milliseconds(lambda: clients.count(large, "muhammed")),
        "a birth date": milliseconds(lambda: clients.lines(large, "1.2.1999")),
        "dates due": milliseconds(lambda: deadlines.due(large, NOW.date() + timedelta(days=30))),
        "load a case": milliseconds(lambda: clients.load(large, some)),
        "save a case": milliseconds(
            lambda: clients.save(large, some, case("Neu", number=next(numbers)), "mk", NOW), 50
        ),
    }
    clients.save(large, some, stored, "mk", NOW)
    for name, figure in figures.items():
        record_property(name, round(figure, 2))
        print(f"{name:>18}: {figure:8.2f} ms")
    assert figures["whole list"] < 500
    assert figures["first 200"] < 50
    assert (
        max(figures[name] for name in ("one letter", "two letters", "a name", "two words", "a birth date"))
        < 100
    )
    assert figures["load a case"] < 50
    assert figures["save a case"] < 250


def test_check_and_backup_take_seconds(large, tmp_path):
    start = time.perf_counter()
    assert large.check().sound
    checked = time.perf_counter()
    large.back_up(tmp_path, "mk", NOW)
    copied = time.perf_counter()
    print(f"check {checked - start:.2f} s, backup {copied - checked:.2f} s")
    assert copied - start < 60
