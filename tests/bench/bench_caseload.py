"""A caseload of ten thousand clients over every title of the pack, against floors of the same run.

Times are CPU time of this process, medians. Clients are invented; their kept facts are shuffled so that no
two columns are alike. What NumPy is compared with is the same tree over columns of small numbers.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import pytest

from desktop.cases.applications import DecisionKind
from desktop.rules.assess import settle
from desktop.rules.carriers import FactRef, Facts
from desktop.rules.caseload import Caseload
from desktop.rules.conditions import Leaf
from desktop.rules.facts.value import FactValue
from desktop.rules.slots import DISPUTED, EXTENSION, GRANT, NO, UNKNOWN, YES, Kept, Plan, Slots
from desktop.rules.verdict import Truth, Verdict
from desktop.services import caseload as service
from desktop.services import clients
from desktop.services.office import Session, create_office
from desktop.services.reference import Reference, load_reference
from desktop.services.samples import sample_cases
from desktop.store import clients as stored
from desktop.store import kept_facts
from tests.invented import invented_cases
from tests.store.making import CHEAP, case

pytestmark = pytest.mark.bench

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 24)
CLIENTS = 10_000
KEPT_SECONDS, KEPT_RATIO = 0.005, 0.5
STORED_RATIO = 3.0
CHANGE_SECONDS = 0.003
DERIVE_SECONDS = 0.003
LINEAR = 10 * 1.15
"""Ten times as many clients may take ten times as long, and what measuring adds."""


@pytest.fixture(scope="module")
def law() -> Reference:
    return load_reference()


@pytest.fixture(scope="module")
def slots(law: Reference) -> Slots:
    return service.numbering(law.pack, TODAY).slots


@pytest.fixture(scope="module")
def people(law: Reference) -> list[bytes]:
    """What is kept of some hundred different clients."""
    cases = [*sample_cases(law, TODAY).values(), *invented_cases(300, seed=3, today=TODAY)]
    return [service.keep(law, each, TODAY).codes for each in cases]


def crowd(slots: Slots, people: list[bytes], count: int) -> list[bytes]:
    """So many clients, each like one of the people but for some answers."""
    random, places = Random(5), len(slots)
    decisions = {each.place for each in slots.titles.values()}
    found = []
    for _ in range(count):
        codes = bytearray(random.choice(people))
        for _ in range(6):
            place = random.randrange(places)
            if place not in decisions:
                codes[place] = random.choice((NO, YES, UNKNOWN, DISPUTED))
        found.append(bytes(codes))
    return found


def median(work: Callable[[], object], times: int = 15) -> float:
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return sorted(taken)[times // 2]


def told(what: str, took: float, limit: str) -> None:
    print(f"\n{what}: {took * 1e3:.2f} ms ({limit})", end="")


def everything(caseload: Caseload) -> None:
    """Every title for everybody; planes of leaves are kept, verdicts are not."""
    caseload._verdicts.clear()
    for title in caseload.slots.titles:
        caseload.verdicts(title)


def each_in_turn(waiting: Iterator[Caseload]) -> None:
    everything(next(waiting))


# Facts held ------------------------------------------------------------------------------------------------


def test_every_title_for_everybody_with_leaf_planes_kept(slots: Slots, people: list[bytes]) -> None:
    caseload = Caseload(slots, crowd(slots, people, CLIENTS))
    everything(caseload)
    took = median(lambda: everything(caseload))
    told(
        f"{len(slots.titles)} titles x {CLIENTS} clients, leaf planes kept", took, f"{KEPT_SECONDS * 1e3} ms"
    )
    assert took <= KEPT_SECONDS
    numpy = pytest.importorskip("numpy", reason="NumPy is the floor here and is not installed")
    columns = Columns(numpy, caseload)
    found = columns.everything()
    for title in slots.titles:
        planes = caseload.verdicts(title)
        for verdict in Verdict:
            assert planes.count(verdict) == int((found[title] == verdict.rank).sum())
    floor = median(columns.everything)
    told(
        "the same in NumPy, leaf columns kept",
        floor,
        f"ours is {took / floor:.2f} of it, {KEPT_RATIO} at most",
    )
    assert took <= KEPT_RATIO * floor


def test_one_changed_client(slots: Slots, people: list[bytes]) -> None:
    """One answer changes: his bits are flipped and the titles that read it are evaluated for everybody."""
    everybody = crowd(slots, people, CLIENTS)
    caseload = Caseload(slots, everybody)
    everything(caseload)
    random, slowest, touched_most = Random(9), 0.0, 0
    decisions = {each.place for each in slots.titles.values()}

    def change(client: int, place: int) -> None:
        nonlocal touched_most
        codes = bytearray(caseload._codes[client])
        if place in decisions:
            codes[place] = GRANT if codes[place] == EXTENSION else EXTENSION
        else:
            codes[place] = YES if codes[place] != YES else NO
        touched = caseload.change(client, Kept(bytes(codes)))
        for title in touched:
            caseload.verdicts(title)
        touched_most = max(touched_most, len(touched))

    for place in range(len(slots)):
        slowest = max(slowest, median(partial(change, random.randrange(CLIENTS), place), 3))
    told(f"one changed answer, up to {touched_most} titles, slowest", slowest, f"{CHANGE_SECONDS * 1e3} ms")
    assert touched_most > 1
    assert slowest <= CHANGE_SECONDS


def test_growth_is_linear_at_most(slots: Slots, people: list[bytes]) -> None:
    built, first, kept = {}, {}, {}
    for count in (1_000, 10_000, 100_000):
        everybody = crowd(slots, people, count)
        built[count] = median(partial(Caseload, slots, everybody), 3)
        fresh = [Caseload(slots, everybody) for _ in range(3)]
        first[count] = median(partial(each_in_turn, iter(fresh)), 3)
        kept[count] = median(partial(everything, fresh[0]), 7)
        told(f"{count} clients: columns", built[count], "linear")
        told(f"{count} clients: first evaluation", first[count], "linear")
        told(f"{count} clients: planes kept", kept[count], "linear")
    for figures in (built, first, kept):
        assert figures[10_000] <= LINEAR * figures[1_000]
        assert figures[100_000] <= LINEAR * figures[10_000]


# The office file -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, law: Reference) -> Iterator[Session]:
    created = create_office(
        Path(tmp_path_factory.mktemp("bench")) / "Musterstadt.akte", name="Musterstadt", login="mk",
        passphrase="vier ganz lose Worte", reference=law, now=NOW, kdf=CHEAP,
    )  # fmt: skip
    with created.session as session:
        yield session


def test_from_the_office_file(session: Session, slots: Slots, people: list[bytes]) -> None:
    everybody = iter(crowd(slots, people, CLIENTS))
    name = service.numbering(session.reference.pack, TODAY).name
    for _ in range(CLIENTS // 500):
        new = [uuid4() for _ in range(500)]
        with session.office.change("add", "mk", NOW) as change:
            for client in new:
                stored.write(change, client, case("Amal Muster"))
        with session.office.change("derive", "mk", NOW) as change:
            for client, codes in zip(new, everybody, strict=False):
                held = kept_facts.KeptFacts(name, TODAY, TODAY, codes)
                kept_facts.keep(change, client, held)
    query = (
        "SELECT client_id, codes, lifted FROM kept_facts JOIN client ON id = client_id "
        f"WHERE slots = '{name}' AND deleted_at IS NULL ORDER BY client_id"
    )
    floor = median(lambda: session.office.read(query), 7)

    def planes() -> None:
        found = service.open_caseload(session, TODAY)
        everything(found._caseload)

    took = median(planes, 7)
    told("raw read of the kept rows", floor, "the floor")
    told(
        "leaf planes and every verdict from the office file",
        took,
        f"{took / floor:.2f} x, {STORED_RATIO} at most",
    )
    assert service.open_caseload(session, TODAY).evaluated == CLIENTS
    assert took <= STORED_RATIO * floor


def test_deriving_anew_is_linear_and_quick(tmp_path: Path, law: Reference) -> None:
    created = create_office(
        tmp_path / "Musterstadt.akte", name="Musterstadt", login="mk",
        passphrase="vier ganz lose Worte", reference=law, now=NOW, kdf=CHEAP,
    )  # fmt: skip
    with created.session as session:
        for _ in clients.add_many(session, invented_cases(600, seed=4, today=TODAY), NOW):
            pass
        session.office.read("DELETE FROM kept_facts")
        taken = [time.process_time()]
        for progress in service.derive_all(session, NOW):
            if progress.done in (300, 600):
                taken.append(time.process_time())
        first, second = taken[1] - taken[0], taken[2] - taken[1]
        told("derived anew, a client", (first + second) / 600, f"{DERIVE_SECONDS * 1e3} ms")
        assert service.open_caseload(session, TODAY).evaluated == 600
        assert second <= first * 1.3
        assert (first + second) / 600 <= DERIVE_SECONDS


# NumPy -----------------------------------------------------------------------------------------------------


class Columns:
    """The same caseload in NumPy: one small number a client for every leaf, minimum and maximum."""

    def __init__(self, numpy: Any, caseload: Caseload) -> None:
        self.numpy, self.caseload, self.slots = numpy, caseload, caseload.slots
        rows = numpy.frombuffer(b"".join(caseload._codes), dtype=numpy.uint8)
        self.codes = rows.reshape(len(caseload), len(self.slots)).T.copy()
        self.leaves: dict[tuple[Any, ...], Any] = {}

    def everything(self) -> dict[str, Any]:
        found = {}
        for title in self.slots.titles.values():
            verdicts = self.numpy.full(len(self.caseload), -1, dtype=self.numpy.int8)
            for kind, code in ((DecisionKind.GRANT, GRANT), (DecisionKind.EXTENSION, EXTENSION)):
                plan = title.plans.get(kind)
                asked = self.codes[title.place] == code
                if plan is not None and asked.any():
                    whole = settle(plan.examination.whole, ColumnFacts(self, plan), plan.examination.splits)
                    verdicts = self.numpy.where(asked, whole.ranks, verdicts)
            found[title.id] = verdicts
        return found


class Column:
    """The ranks of verdicts, one small number a client."""

    def __init__(self, numpy: Any, ranks: Any) -> None:
        self.numpy, self.ranks = numpy, ranks

    def __and__(self, other: Column) -> Column:
        return Column(self.numpy, self.numpy.minimum(self.ranks, other.ranks))

    def __or__(self, other: Column) -> Column:
        return Column(self.numpy, self.numpy.maximum(self.ranks, other.ranks))


class ColumnFacts(Facts[Column]):
    def __init__(self, columns: Columns, plan: Plan, answers: dict[FactRef, FactValue] | None = None) -> None:
        self.columns, self.plan, self.answers = columns, plan, answers or {}

    def leaf(self, leaf: Leaf) -> Column:
        columns, place = self.columns, self.plan.place[leaf.probe]
        key = (place, leaf.cls, leaf.judgement)
        ranks = columns.leaves.get(key)
        if ranks is None:
            order = (Truth.NO, Truth.YES, Truth.UNKNOWN, Truth.DISPUTED)
            table = columns.numpy.array(
                [leaf.outcomes[each].rank for each in order], dtype=columns.numpy.int8
            )
            ranks = columns.leaves[key] = table[columns.codes[place] - NO]
        answer = self.answers.get(leaf.ref)
        if answer is not None:
            assumed = leaf.outcomes[leaf.test.truth(answer)].rank
            ranks = columns.numpy.where(self._open(leaf.ref), columns.numpy.int8(assumed), ranks)
        return Column(columns.numpy, ranks)

    def constant(self, verdict: Verdict) -> Column:
        return Column(self.columns.numpy, self.columns.numpy.int8(verdict.rank))

    def unresolved(self, fact: FactRef) -> bool:
        return fact not in self.answers and bool(self._open(fact).any())

    def assuming(self, fact: FactRef, answer: FactValue) -> ColumnFacts:
        return ColumnFacts(self.columns, self.plan, self.answers | {fact: answer})

    def _open(self, fact: FactRef) -> Any:
        return self.columns.codes[self.plan.open_place[fact]] == YES
