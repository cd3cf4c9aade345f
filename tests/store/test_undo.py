"""Undo and redo walk the journal back and forth, whatever was done; the history tells old and new values."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop.cases.casefile import CaseFile
from desktop.store import clients, deadlines, office_settings, undo
from desktop.store.deadlines import Derived
from desktop.store.problems import ChangedSince, NothingToRedo, NothingToUndo

from .making import NOW, case, create, reopen
from .strategies import case_files

State = dict[UUID, tuple[CaseFile, bool]]


class Undoing(RuleBasedStateMachine):
    """A counsellor at work; `past` and `future` are what undo and redo should lead to."""

    folder: Path

    @initialize()
    def start(self):
        self.office = create(self.folder / f"{uuid4()}.akte").office
        self.office.read("PRAGMA synchronous = OFF")
        self.now = NOW
        self.state: State = {}
        self.past: list[State] = []
        self.future: list[State] = []

    def _did(self, state: State):
        self.past.append(self.state)
        self.state, self.future = state, []

    @rule(case=case_files)
    def add(self, case):
        client = clients.add(self.office, case, "mk", self.now)
        self._did({**self.state, client: (case, False)})

    @precondition(lambda self: self.state)
    @rule(case=case_files, data=st.data())
    def save(self, case, data):
        client = data.draw(st.sampled_from(sorted(self.state)))
        stored, deleted = self.state[client]
        clients.save(self.office, client, case, "mk", self.now)
        if case != stored:
            self._did({**self.state, client: (case, deleted)})

    @precondition(lambda self: self.state)
    @rule(data=st.data())
    def delete_or_restore(self, data):
        client = data.draw(st.sampled_from(sorted(self.state)))
        stored, deleted = self.state[client]
        (clients.restore if deleted else clients.delete)(self.office, [client], "mk", self.now)
        self._did({**self.state, client: (stored, not deleted)})

    @precondition(lambda self: self.past)
    @rule()
    def undo(self):
        undo.undo(self.office, "mk", self.now)
        self.future.append(self.state)
        self.state = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        undo.redo(self.office, "mk", self.now)
        self.past.append(self.state)
        self.state = self.future.pop()

    @precondition(lambda self: not self.future)
    @rule()
    def nothing_to_redo(self):
        assert undo.next_redo(self.office) is None

    @invariant()
    def everything_is_as_it_should_be(self):
        for client, (stored, deleted) in self.state.items():
            assert clients.load(self.office, client) == stored
            assert (client in {each for each, _, _ in clients.deleted(self.office)}) == deleted
        if not self.past:
            assert undo.next_undo(self.office) is None

    def teardown(self):
        with self.office as office:
            assert office.check().sound


def test_undo_and_redo_in_any_order(tmp_path):
    class Here(Undoing):
        folder = tmp_path

    steps = settings(max_examples=25, stateful_step_count=15, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Here, settings=steps)


def test_there_may_be_nothing_to_undo(office):
    with pytest.raises(NothingToUndo):
        undo.undo(office, "mk", NOW)
    with pytest.raises(NothingToRedo):
        undo.redo(office, "mk", NOW)


def test_undo_works_after_closing(path):
    with create(path).office as office:
        client = clients.add(office, case(), "mk", NOW)
        clients.save(office, client, case("Neuer Name"), "mk", NOW)
    with reopen(path) as office:
        step = undo.next_undo(office)
        assert step is not None
        assert (step.action, step.who, step.at) == ("save", "mk", NOW)
        assert undo.undo(office, "ab", NOW) == undo.Reverted(step, frozenset({client}))
        assert clients.load(office, client) == case()


def test_each_client_has_an_undo_of_its_own(office):
    amal, bahar = (clients.add(office, case(name), "mk", NOW) for name in ("Amal", "Bahar"))
    clients.save(office, amal, case("Amal B."), "mk", NOW)
    clients.save(office, bahar, case("Bahar B."), "mk", NOW)
    undo.undo(office, "mk", NOW, amal)
    assert clients.load(office, amal).client.name == "Amal"
    assert clients.load(office, bahar).client.name == "Bahar B."
    assert undo.next_redo(office, bahar) is None
    undo.redo(office, "mk", NOW, amal)
    assert clients.load(office, amal).client.name == "Amal B."


def test_a_step_on_rows_changed_since_is_not_undone(office):
    """Two clients in one step, one of them changed later by a step that the first one's undo passes over."""
    amal = clients.add(office, case("Amal"), "mk", NOW)
    with office.change("both", "mk", NOW, amal) as change:
        office_settings.write(change, "letter_head", "first")
        clients.write(change, amal, case("Amal B."))
    with office.change("settings", "mk", NOW) as change:
        office_settings.write(change, "letter_head", "second")
    with pytest.raises(ChangedSince):
        undo.undo(office, "mk", NOW, amal)
    assert clients.load(office, amal).client.name == "Amal B."
    assert office.check().sound


def test_what_was_derived_goes_with_its_input(office):
    derived = Derived(NOW.date() + timedelta(days=30), method="m")
    client = clients.add(office, case(), "mk", NOW, derived)
    clients.save(office, client, case(german_oral="B1"), "mk", NOW, derived)
    assert deadlines.stale(office, "m", NOW.date()) == []
    undo.undo(office, "mk", NOW)
    assert deadlines.of_client(office, client) is None
    assert deadlines.stale(office, "m", NOW.date()) == [client]


def test_the_history_tells_old_and_new_values(office):
    client = clients.add(office, case("Amal"), "mk", NOW)
    other = clients.add(office, case("Bahar"), "mk", NOW)
    clients.save(office, client, case("Amal", german_oral="B1"), "ab", NOW + timedelta(hours=1))
    undo.undo(office, "mk", NOW + timedelta(hours=2), client)
    undone, saved, added = undo.history(office, client)
    assert [each.action for each in (undone, saved, added)] == ["undo", "save", "add"]
    assert (saved.who, saved.at, saved.reverts, undone.reverts) == (
        "ab",
        NOW + timedelta(hours=1),
        None,
        saved.number,
    )
    key = (str(client), "german_oral")
    assert undo.FieldChange("answer", key, "value", "A2", "B1") in saved.changes
    assert undo.FieldChange("answer", key, "value", "B1", "A2") in undone.changes
    assert undo.FieldChange("client", (str(client),), "name", None, "Amal") in added.changes
    assert len(list(undo.history(office, other))) == 1
