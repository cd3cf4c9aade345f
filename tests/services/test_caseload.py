"""The caseload of an office: the same as one by one, kept with every save, and made anew step by step."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.cases.answers import Answer, Judgement, Ternary, Waiver
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.people import HouseholdLink
from desktop.errors import Problem
from desktop.rules.caseload import Caseload
from desktop.rules.slots import Kept
from desktop.rules.verdict import Verdict
from desktop.services import assessment, caseload, clients, prospects, relatives
from desktop.store import kept_facts
from desktop.store.problems import Damaged
from tests.invented import invented_cases

from .conftest import NOW, TODAY


def one_by_one(law, session, today=TODAY):
    """Every verdict the slow way: by client and title."""
    found = {}
    for line in clients.lines(session, limit=clients.ALL):
        results = assessment.assess(law, clients.load(session, line.id), today).titles
        found[UUID(line.id)] = {each.norm.id: each.verdict for each in results if each.version is not None}
    return found


def together(everybody, ids):
    return {client: {title: everybody.verdict(client, title) for title in everybody.titles} for client in ids}


@pytest.fixture
def filled(law, session, samples):
    for case in [*samples.values(), *invented_cases(25, seed=7, today=TODAY)]:
        clients.add(session, case, NOW)
    return session


def test_the_same_as_one_by_one(law, filled):
    expected = one_by_one(law, filled)
    everybody = caseload.open_caseload(filled, TODAY)
    assert everybody.evaluated == len(expected) == 34
    assert everybody.waiting() == 0
    assert together(everybody, expected) == expected
    for counted in everybody.counts():
        for verdict, count in counted.verdicts.items():
            who = everybody.who(counted.title, verdict)
            assert len(who) == count
            assert {client for client, found in expected.items() if found[counted.title] is verdict} == set(
                who
            )
    with pytest.raises(KeyError):
        everybody.who("99z", Verdict.NOT_AVAILABLE)


def test_a_save_an_undo_and_a_removal_are_taken(law, filled, samples):
    everybody = caseload.open_caseload(filled, TODAY)
    everybody.counts()
    client = clients.lines(filled)[0].id
    before = everybody.verdict(UUID(client), "25_3")
    case = samples["muenchen-abschiebungsverbot"]
    clients.save(filled, client, case, NOW)
    everybody.take(UUID(client))
    assert together(everybody, one_by_one(law, filled)) == one_by_one(law, filled)
    clients.undo(filled, NOW)
    everybody.take(UUID(client))
    assert everybody.verdict(UUID(client), "25_3") is before
    added = UUID(clients.add(filled, case, NOW))
    everybody.take(added)
    assert everybody.evaluated == 35
    assert together(everybody, one_by_one(law, filled)) == one_by_one(law, filled)
    clients.remove(filled, str(added), NOW)
    everybody.take(added)
    everybody.take(added)
    assert everybody.evaluated == 34
    assert added not in {each for verdict in Verdict for each in everybody.who("25_3", verdict)}
    assert together(everybody, one_by_one(law, filled)) == one_by_one(law, filled)


def test_whose_household_names_a_client_is_taken_with_him(law, session, samples):
    parent = clients.add(session, samples["muenchen-abschiebungsverbot"], NOW)
    child = replace(samples["bayern-familie"], household=(HouseholdLink("parent", parent),))
    everybody = caseload.open_caseload(session, TODAY)
    added = UUID(clients.add(session, child, NOW))
    assert everybody.evaluated == 1
    everybody.take(UUID(parent))
    assert everybody.evaluated == 2
    assert together(everybody, [added]) == {added: one_by_one(law, session)[added]}


def test_a_waiver_and_a_request_count(law, session, samples):
    case = samples["sachsen-pflege"]
    lifted = {
        key: Waiver(key, "mk", TODAY, "x")
        for plan in caseload.numbering(law.pack, TODAY).slots.titles["25b_1"].plans.values()
        for key in plan.liftable
    }
    cases = [
        case,
        replace(case, waivers=MappingProxyType(lifted)),
        replace(case, requests=(Request("25b_1", DecisionKind.EXTENSION),)),
    ]
    for each in cases:
        clients.add(session, each, NOW)
    kept = kept_facts.of_all(session.office, caseload.numbering(law.pack, TODAY).stored, TODAY)
    assert len(kept.lifted) == 1
    everybody = caseload.open_caseload(session, TODAY)
    assert together(everybody, one_by_one(law, session)) == one_by_one(law, session)


def test_what_does_not_hold_any_more_waits_until_it_is_derived(law, filled):
    later = TODAY + timedelta(days=400)
    at = datetime(later.year, later.month, later.day, 9, tzinfo=UTC)
    everybody = caseload.open_caseload(filled, later)
    assert (everybody.evaluated, everybody.waiting()) == (0, 34)
    told = list(caseload.derive_all(filled, at))
    assert told[0] == (0, 34, ())
    assert told[-1] == (34, 34, ())
    everybody = caseload.open_caseload(filled, later)
    assert (everybody.evaluated, everybody.waiting()) == (34, 0)
    assert caseload.open_caseload(filled, later + caseload.ONE_DAY).evaluated == 0
    assert list(caseload.look_ahead(filled, at))[-1] == (34, 34, ())
    assert caseload.open_caseload(filled, later).evaluated == 34
    assert caseload.open_caseload(filled, later + caseload.ONE_DAY).evaluated > 0
    assert together(everybody, one_by_one(law, filled, later)) == one_by_one(law, filled, later)
    assert list(caseload.derive_all(filled, at)) == [(0, 0, ())]


def test_deriving_may_stop_after_any_step_and_goes_on_from_there(filled, monkeypatch):
    monkeypatch.setattr(caseload, "STEP", 10)
    at = NOW + timedelta(days=400)
    steps = caseload.derive_all(filled, at)
    assert [next(steps).done for _ in range(3)] == [0, 10, 20]
    del steps
    everybody = caseload.open_caseload(filled, at.date())
    assert (everybody.evaluated, everybody.waiting()) == (20, 14)
    assert [each.of for each in caseload.derive_all(filled, at)] == [14, 14, 14]
    assert caseload.open_caseload(filled, at.date()).waiting() == 0


def test_a_step_that_fails_leaves_nothing_of_it(filled, monkeypatch):
    monkeypatch.setattr(caseload, "STEP", 10)
    at = NOW + timedelta(days=400)
    keep, left = kept_facts.keep, iter(range(14))

    def failing(*arguments):
        if next(left, None) is None:
            raise OSError
        keep(*arguments)

    monkeypatch.setattr(kept_facts, "keep", failing)
    with pytest.raises((OSError, Problem)):
        list(caseload.derive_all(filled, at))
    monkeypatch.undo()
    assert caseload.open_caseload(filled, at.date()).evaluated == 10
    assert filled.office.check().sound


def test_a_mistake_in_a_rule_keeps_nobody_from_saving(session, samples, monkeypatch):
    monkeypatch.setattr(caseload, "keep", lambda *_, **__: 1 / 0)
    client = clients.add(session, samples["sachsen-pflege"], NOW)
    assert clients.load(session, client) == samples["sachsen-pflege"]
    (_, last) = caseload.derive_all(session, NOW)
    assert last == (1, 1, (UUID(client),))
    monkeypatch.undo()
    assert caseload.open_caseload(session, TODAY).waiting() == 1
    assert list(caseload.derive_all(session, NOW))[-1].failed == ()
    assert caseload.open_caseload(session, TODAY).evaluated == 1


def test_what_the_office_file_cannot_read_is_not_taken_for_a_mistake_in_a_rule(filled, monkeypatch):
    def damaged(*_):
        raise Damaged

    monkeypatch.setattr(relatives, "whole_case", damaged)
    with pytest.raises(Damaged):
        list(caseload.derive_all(filled, NOW + timedelta(days=400)))
    with pytest.raises(Damaged):
        list(prospects.look_ahead(filled, NOW))


def test_damaged_rows_wait_and_are_made_again(law, filled):
    filled.office.read("UPDATE kept_facts SET codes = x'30' WHERE client_id IN (SELECT min(id) FROM client)")
    filled.office.read("UPDATE kept_facts SET lifted = '{' WHERE client_id IN (SELECT max(id) FROM client)")
    everybody = caseload.open_caseload(filled, TODAY)
    assert (everybody.evaluated, everybody.waiting()) == (32, 2)
    assert list(caseload.derive_all(filled, NOW))[-1] == (2, 2, ())
    everybody = caseload.open_caseload(filled, TODAY)
    assert (everybody.evaluated, everybody.waiting()) == (34, 0)


def test_what_is_kept_holds_to_the_day_it_says_and_is_not_read_longer(law, samples):
    for case in samples.values():
        kept = caseload.keep(law, case, TODAY)
        assert kept.since == TODAY <= kept.until <= TODAY + caseload.AHEAD
        day = TODAY
        while day < kept.until:
            day += caseload.ONE_DAY
            again = caseload.keep(law, case, day)
            assert (again.codes, again.lifted, again.slots) == (kept.codes, kept.lifted, kept.slots)


def test_what_another_law_or_program_kept_is_not_read(law, filled, monkeypatch):
    pack = law.pack
    known = caseload.numbering(pack, TODAY).stored
    assert kept_facts.of_all(filled.office, known, TODAY).clients
    assert not kept_facts.of_all(filled.office, known._replace(name="another"), TODAY).clients
    assert not kept_facts.of_all(filled.office, known, TODAY - caseload.ONE_DAY).clients
    monkeypatch.setattr(caseload, "method_name", lambda: "another method")
    pack.tables._picked.clear()
    assert caseload.numbering(pack, TODAY).name != known.name
    assert caseload.open_caseload(filled, TODAY).evaluated == 0
    pack.tables._picked.clear()


ANSWERS = {
    "german_oral": st.sampled_from(["A1", "A2", "B1"]),
    "order_58a": st.booleans(),
    "pending_investigation": st.booleans(),
    "removal_ban_source": st.sampled_from(["bamf", "abh"]),
    "health_insurance": st.sampled_from(["statutory", "none"]),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.sampled_from(sorted(["bayern-familie", "sachsen-pflege", "offene-fragen", "hessen-haertefall"])),
    st.lists(st.sampled_from(sorted(ANSWERS)), max_size=5, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: ANSWERS[name] for name in names})
    ),
    st.sets(st.sampled_from(["birth_date", "status_periods", "asylum_procedures", "convictions"])),
    st.booleans(),
    st.integers(0, 900),
)
def test_any_case_on_any_day_comes_to_the_same_in_a_caseload(
    law, samples, name, answers, gone, judged, ahead
):
    case, day = samples[name], TODAY + timedelta(days=ahead)
    facts = {key: each for key, each in case.facts.items() if key not in gone}
    facts |= {key: Answer(value) for key, value in answers.items()}
    case = replace(case, facts=MappingProxyType(facts))
    for each in sorted(law.pack.judgements) if judged else ():
        case = case.with_judgement(each, Judgement(Ternary.YES, "mk", TODAY, "x"))
    slots = caseload.numbering(law.pack, day).slots
    kept = caseload.keep(law, case, day)
    found = Caseload.of(slots, [Kept(kept.codes, kept.lifted)])
    for result in assessment.assess(law, case, day).titles:
        if result.version is not None:
            assert found.verdicts(result.norm.id).verdict(0) is result.verdict


def test_nobody_is_in_an_empty_office(session):
    everybody = caseload.open_caseload(session, TODAY)
    assert everybody.evaluated == everybody.waiting() == 0
    assert all(not any(each.verdicts.values()) for each in everybody.counts())
    everybody.take(uuid4())
    assert everybody.evaluated == 0
