"""A caseload: the verdicts one by one, clients who come, change and leave, and what is evaluated again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.answers import Waiver
from desktop.cases.applications import DecisionKind
from desktop.errors import Problem
from desktop.rules.assess import settle
from desktop.rules.carriers import Probe, Tested
from desktop.rules.caseload import Caseload
from desktop.rules.norms import Examination
from desktop.rules.slots import Kept, Slots
from desktop.rules.stated import StatedFacts
from desktop.rules.verdict import Verdict
from tests.rules.builders import (
    SMALL,
    caseload_of,
    examinations,
    examine,
    facts,
    kept_of,
    leaf,
    route,
    slots_of,
    stated,
)

GRANT, EXTENSION = DecisionKind.GRANT, DecisionKind.EXTENSION
ON = date(2026, 11, 22)


def two_titles() -> Slots:
    """One title granted and extended on different facts, and one that is granted only."""
    both = {
        GRANT: examine(route(requires=[leaf("p1")])),
        EXTENSION: examine(route(requires=[leaf("p2")]), kind=EXTENSION),
    }
    return Slots([("1_1", both), ("2_2", {GRANT: examine(route(requires=[leaf("p1")]))})], lambda _: False)


def keep(slots: Slots, kinds: Mapping[str, DecisionKind] | None = None, **values: Any) -> Kept:
    return slots.kept(lambda *_: facts(**values), kinds or {})


def words(caseload: Caseload, title: str) -> list[str | None]:
    found = caseload.verdicts(title)
    verdicts = [found.verdict(client) for client in range(len(caseload))]
    return [each.value if each is not None else None for each in verdicts]


def test_every_client_has_his_own_verdict() -> None:
    examination = examine(route(requires=[leaf("p1")]))
    caseload = caseload_of(examination, [facts(p1=answer) for answer in ("yes", "no", "unknown", "no")])
    assert words(caseload, "1_1") == [
        "entitlement_indicated",
        "not_available",
        "facts_missing",
        "not_available",
    ]
    found = caseload.verdicts("1_1")
    assert list(found.clients(Verdict.NOT_AVAILABLE)) == [1, 3]
    assert found.count(Verdict.NOT_AVAILABLE) == 2
    assert found.count(Verdict.ENTITLEMENT_INDICATED) == 1
    assert found.count(Verdict.DISCRETION_OPEN) == 0


def test_each_client_is_examined_for_his_own_decision() -> None:
    slots = two_titles()
    extended = {"1_1": EXTENSION, "2_2": EXTENSION}
    caseload = Caseload.of(
        slots,
        [
            keep(slots, p1="yes", p2="no"),
            keep(slots, extended, p1="yes", p2="no"),
            keep(slots, extended, p2="yes"),
        ],
    )
    assert words(caseload, "1_1") == ["entitlement_indicated", "not_available", "entitlement_indicated"]
    assert words(caseload, "2_2") == ["entitlement_indicated", None, None]
    assert caseload.verdicts("2_2").count(Verdict.NOT_AVAILABLE) == 0
    with pytest.raises(KeyError):
        caseload.verdicts("3_3")


def test_only_titles_that_read_what_changed_are_evaluated_again() -> None:
    slots = two_titles()
    caseload = Caseload.of(slots, [keep(slots, p1="no"), keep(slots, {"1_1": EXTENSION}, p2="no")])
    before = caseload.verdicts("1_1"), caseload.verdicts("2_2")
    assert caseload.change(1, keep(slots, {"1_1": EXTENSION}, p2="yes")) == {"1_1"}
    assert words(caseload, "1_1") == ["not_available", "entitlement_indicated"]
    assert caseload.verdicts("2_2") is before[1]
    assert caseload.change(0, keep(slots, p1="no")) == frozenset()
    assert caseload.change(0, keep(slots, p1="yes")) == {"1_1", "2_2"}
    assert words(caseload, "2_2")[0] == "entitlement_indicated"
    assert caseload.change(0, keep(slots, {"1_1": EXTENSION}, p1="yes", p2="no")) == {"1_1"}
    assert words(caseload, "1_1")[0] == "not_available"


def test_clients_come_and_leave() -> None:
    slots = two_titles()
    caseload = Caseload.of(slots, [])
    assert words(caseload, "1_1") == []
    assert [caseload.add(keep(slots, p1=answer)) for answer in ("yes", "no")] == [0, 1]
    assert words(caseload, "1_1") == ["entitlement_indicated", "not_available"]
    caseload.leave(0)
    assert words(caseload, "1_1") == [None, "not_available"]
    assert caseload.verdicts("1_1").count(Verdict.ENTITLEMENT_INDICATED) == 0
    assert caseload.add(keep(slots, p1="unknown")) == 2
    assert words(caseload, "1_1") == [None, "not_available", "facts_missing"]
    assert caseload.present.bit_count() == 2


def test_what_a_person_lifts_counts_and_can_be_taken_back() -> None:
    examination = examine(usually=[leaf("p1", "a")])
    lifted = StatedFacts(SMALL, {"p1": "no"}, waivers={"1_1.a": Waiver("1_1.a", "mk", ON, "x")})
    plain = StatedFacts(SMALL, {"p1": "no"})
    caseload = caseload_of(examination, [plain, lifted])
    assert words(caseload, "1_1") == ["needs_assessment", "entitlement_indicated"]
    assert caseload.change(0, kept_of(examination, lifted)) == {"1_1"}
    assert caseload.change(1, kept_of(examination, plain)) == {"1_1"}
    assert words(caseload, "1_1") == ["entitlement_indicated", "needs_assessment"]


def test_a_number_the_pack_lacks_leaves_out_that_title_of_that_client_only() -> None:
    class Lacking(StatedFacts):
        def tested(self, probe: Probe) -> Tested:
            if probe.fact == "p2":
                raise Problem("no number")
            return super().tested(probe)

    slots = two_titles()
    lacking = slots.kept(lambda *_: Lacking(SMALL, {"p1": "yes"}), {"1_1": EXTENSION})
    caseload = Caseload.of(slots, [lacking, keep(slots, {"1_1": EXTENSION}, p2="yes")])
    assert words(caseload, "1_1") == [None, "entitlement_indicated"]
    assert words(caseload, "2_2") == ["entitlement_indicated", "facts_missing"]


def test_a_test_that_hangs_on_the_title_has_a_slot_for_each() -> None:
    examinations = {GRANT: examine(route(requires=[leaf("p1")]))}
    titles = [("1_1", examinations), ("2_2", examinations)]
    own, shared = Slots(titles, lambda name: name == "p1"), Slots(titles, lambda _: False)
    assert len(own) == len(shared) + 1
    assert own.name() != shared.name()
    by_title = {"1_1": facts(p1="yes"), "2_2": facts(p1="no")}
    caseload = Caseload.of(own, [own.kept(lambda title, _: by_title[title], {})])
    assert words(caseload, "1_1") + words(caseload, "2_2") == ["entitlement_indicated", "not_available"]


def test_a_numbering_has_a_name_that_changes_with_what_it_means() -> None:
    one = slots_of(examine(route(requires=[leaf("p1")])))
    again = slots_of(examine(route(requires=[leaf("p1")])))
    other = slots_of(examine(route(requires=[leaf("p1", **{"is": "no"})])))
    assert one.name("law 1") == again.name("law 1")
    assert len({one.name("law 1"), one.name("law 2"), other.name("law 1")}) == 3


@given(examinations(), st.lists(st.tuples(st.integers(0, 3), stated()), max_size=6))
def test_any_changes_lead_to_the_same_as_beginning_afresh(
    examination: Examination, changes: list[tuple[int, dict[str, Any]]]
) -> None:
    now = [StatedFacts(SMALL, {}) for _ in range(3)]
    caseload = caseload_of(examination, now)
    for number, values in changes:
        client = StatedFacts(SMALL, values)
        if number == len(now):
            now.append(client)
            caseload.add(kept_of(examination, client))
        elif number < len(now):
            now[number] = client
            caseload.change(number, kept_of(examination, client))
        found = caseload.verdicts("1_1")
        expected = [settle(examination.whole, each, examination.splits) for each in now]
        assert [found.verdict(place) for place in range(len(now))] == expected
