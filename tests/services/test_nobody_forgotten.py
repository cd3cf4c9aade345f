"""Nobody is forgotten: every open client has a next date, rests, or is on the counted list, whatever happens.

A machine plans, moves, settles, confirms, removes, enters letters, takes back and lets time pass, at random.
After each step the lists that SQL gives are held against what follows from the cases one by one. 10,000 steps
where CI is "true", elsewhere a tenth of them, other ones each time; what failed once fails again by itself
(hypothesis keeps it).
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.stateful import run_state_machine_as_test as run

from desktop.cases.agenda import Entry, EntryKind
from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.decisions import AsylumProcedure
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import Passport, StatusPeriod
from desktop.deadlines.duedates import DueDate, Nature
from desktop.deadlines.plans import PLANS
from desktop.deadlines.schedule import key
from desktop.errors import Problem
from desktop.services import agenda, caseload, clients, deadlines, due, plans, rest, settling
from desktop.services.due import Due
from desktop.services.office import create_office
from desktop.services.reference import Reference, load_reference
from tests.store.making import CHEAP

from .conftest import NOW

STEPS = 10_000 if os.environ.get("CI") == "true" else 1_000
OF_ONE_OFFICE, LEAST_OF_ONE_OFFICE = 100, 75
MOST_CLIENTS = 6
ACTING = frozenset({Nature.VALIDITY, Nature.FILING, Nature.PLAN, Nature.APPOINTMENT})
PAPERS = "D60a_2_1", "title:25_3", "title:104c"
RECOGNISED = "recognised"
PEOPLE = st.sampled_from(["mk", "rs"])
SOON = st.integers(-20, 120)
PICK = st.integers(0, 1000)
ALL = 100_000


class Office(RuleBasedStateMachine):
    """An office file, and beside it the cases as they should be."""

    law: ClassVar[Reference]
    done: ClassVar[int] = 0

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.now: datetime = NOW
        self.session = create_office(
            self.folder / "Büro.akte",
            name="Büro",
            login="mk",
            passphrase="kurze Wege, lange Wörter",
            reference=self.law,
            now=NOW,
            kdf=CHEAP,
        ).session
        self.cases: dict[str, CaseFile] = {}
        self.past: list[dict[str, CaseFile]] = []
        self.future: list[dict[str, CaseFile]] = []
        self.known: dict[int, tuple[date, CaseFile, tuple[DueDate, ...]]] = {}

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()
            shutil.rmtree(self.folder)

    @property
    def today(self) -> date:
        return self.now.date()

    def ahead(self, days: int) -> date:
        return self.today + timedelta(days=days)

    # What a person does

    @precondition(lambda self: len(self.cases) < MOST_CLIENTS)
    @rule(code=st.sampled_from(["", "", RECOGNISED, *PAPERS]), days=st.integers(-30, 400))
    def add_client(self, code: str, days: int) -> None:
        facts = {}
        if code == RECOGNISED:  # nothing but information follows, in time
            final = PartialDate.exactly(self.ahead(-days))
            procedure = AsylumProcedure("first", decided_on=final, final_on=final, outcome="subsidiary")
            facts["asylum_procedures"] = Answer((procedure,))
        elif code:
            last = self.ahead(days)
            period = Period.on_paper(
                PartialDate.exactly(last - timedelta(days=540)), PartialDate.exactly(last)
            )
            facts["status_periods"] = Answer((StatusPeriod(code, period),))
        self.happens()
        case = CaseFile(Client(f"Person {len(self.cases)}"), facts=facts)
        self.cases = self.cases | {clients.add(self.session, case, self.now): case}

    @precondition(lambda self: self.cases)
    @rule(who=PICK, kind=st.sampled_from(EntryKind), days=SOON, by=PEOPLE)
    def plan(self, who: int, kind: EntryKind, days: int, by: str) -> None:
        self.change(who, lambda case: agenda.add(case, kind, self.ahead(days), by=by, on=self.today))

    @precondition(lambda self: self.cases)
    @rule(who=PICK, plan=st.sampled_from(sorted(PLANS)), ago=st.integers(0, 150), by=PEOPLE)
    def start_plan(self, who: int, plan: str, ago: int, by: str) -> None:
        event = self.ahead(-ago)
        self.change(who, lambda case: plans.start(self.law, case, plan, event, by=by, on=self.today))

    @precondition(lambda self: self.cases)
    @rule(who=PICK, which=PICK)
    def stop_plan(self, who: int, which: int) -> None:
        def stop(case: CaseFile) -> CaseFile:
            return plans.stop(case, chosen(plans.running(case), which).id)

        self.change(who, stop)

    @precondition(lambda self: self.cases)
    @rule(who=PICK, which=PICK, days=SOON, why=st.sampled_from(["", "verlängert"]))
    def move(self, who: int, which: int, days: int, why: str) -> None:
        def move(case: CaseFile) -> CaseFile:
            entry = chosen(case.entries, which)
            return agenda.move(case, entry.id, self.ahead(days), by="mk", on=self.today, why=why)

        self.change(who, move)

    @precondition(lambda self: self.cases)
    @rule(who=PICK, which=PICK, how=st.sampled_from(["", "erledigt"]), by=PEOPLE)
    def finish(self, who: int, which: int, how: str, by: str) -> None:
        self.change(
            who,
            lambda case: agenda.done(case, chosen(case.entries, which).id, by=by, on=self.today, how=how),
        )

    @precondition(lambda self: self.cases)
    @rule(who=PICK, which=PICK)
    def open_again(self, who: int, which: int) -> None:
        self.change(who, lambda case: agenda.reopen(case, chosen(case.entries, which).id))

    @precondition(lambda self: self.cases)
    @rule(who=PICK, which=PICK)
    def delete(self, who: int, which: int) -> None:
        self.change(who, lambda case: agenda.delete(case, chosen(case.entries, which).id))

    @precondition(lambda self: self.cases)
    @rule(who=PICK, which=PICK, by=PEOPLE, settled=st.booleans())
    def see_to_a_derived_date(self, who: int, which: int, by: str, settled: bool) -> None:
        def see(case: CaseFile) -> CaseFile:
            name = key(chosen([each for each in self.dates(case) if not own(each, case)], which))
            if settled:
                return settling.settle(self.law, case, name, how="beantragt", by=by, on=self.today)
            return settling.confirm(self.law, case, name, by=by, on=self.today)

        self.change(who, see)

    @precondition(lambda self: self.cases)
    @rule(who=PICK, which=PICK, ago=st.integers(0, 60), arrival=st.sampled_from(Arrival))
    def enter_a_letter(self, who: int, which: int, ago: int, arrival: Arrival) -> None:
        row = chosen(self.law.pack.time.remedies.rows, which)
        came = self.ahead(-ago)
        letter = DecisionLetter(
            agenda.new_id(), row.id, came, arrival, sent_on=came, served_on=came, received_on=came
        )
        self.change(who, lambda case: replace(case, letters=(*case.letters, letter)))

    @precondition(lambda self: self.cases)
    @rule(who=PICK, days=st.integers(0, 800))
    def change_the_passport(self, who: int, days: int) -> None:
        period = Period.on_paper(PartialDate.exactly(self.ahead(-100)), PartialDate.exactly(self.ahead(days)))
        self.change(who, lambda case: case.with_fact("passports", Answer((Passport("passport", period),))))

    @precondition(lambda self: self.cases)
    @rule(who=PICK, days=st.sampled_from([-1, 0, 1, 1, 7, 14, 60]))
    def let_rest(self, who: int, days: int) -> None:
        self.change(
            who,
            lambda case: rest.rest(case, until=self.ahead(days), reason="wartet", by="mk", on=self.today),
        )

    @precondition(lambda self: self.cases)
    @rule(who=PICK)
    def close(self, who: int) -> None:
        self.change(who, lambda case: rest.close(self.law, case, reason="verzogen", by="mk", on=self.today))

    @precondition(lambda self: self.cases)
    @rule(who=PICK)
    def take_up(self, who: int) -> None:
        self.change(who, rest.take_up)

    @precondition(lambda self: self.cases)
    @rule(who=PICK)
    def remove(self, who: int) -> None:
        self.happens()
        client = chosen(list(self.cases), who)
        clients.remove(self.session, client, self.now)
        self.cases = {each: case for each, case in self.cases.items() if each != client}

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.cases)
        self.cases = self.past.pop()
        clients.undo(self.session, self.now)
        Office.done += 1

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.cases)
        self.cases = self.future.pop()
        clients.redo(self.session, self.now)
        Office.done += 1

    @rule(days=st.sampled_from([1, 1, 2, 7, 14, 30, 45]))
    def time_passes(self, days: int) -> None:
        """Overnight; in the morning the window derives what no longer holds, step by step."""
        self.now += timedelta(days=days)
        while clients.bring_dates_up_to_date(self.session, self.now, most=2):
            pass
        Office.done += 1

    # What must be true

    @invariant()
    def nobody_is_forgotten(self) -> None:
        if not hasattr(self, "session"):
            return
        found = self.expected()
        listed = {
            "without": {str(each.client) for each in due.without_date(self.session, self.today, ALL)},
            "rests": {str(each.client) for each in due.at_rest(self.session, self.today, ALL)},
            "closed": {str(each.client) for each in due.closed(self.session, self.today, ALL)},
            "dated": {str(UUID(number)) for (number,) in self.session.office.read(_DATED)},
        }
        assert listed == found
        open_ones = set(self.cases) - listed["rests"] - listed["closed"]
        assert open_ones == (listed["dated"] - listed["rests"] - listed["closed"]) | listed["without"]
        counts = due.counts(self.session, self.today)
        assert (counts.without_date, counts.at_rest) == (len(found["without"]), len(found["rests"]))

    @invariant()
    def every_open_date_is_listed_where_it_belongs(self) -> None:
        if not hasattr(self, "session"):
            return
        expected = {where: set[tuple[str, str, str]]() for where in Due}
        everything = set()
        for client, case in self.cases.items():
            closed = rest.standing(case, self.today) is rest.Standing.CLOSED
            for each in self.dates(case):
                hidden = closed and not each.letter and each.nature not in _ENTERED
                if each.settled or hidden:
                    continue
                name = client, key(each), each.entry
                everything.add(name)
                where = place(each, self.today)
                if where is not None:
                    expected[where].add(name)
        found = due.between(self.session, date.min, date.max, self.today, ALL)
        assert {named(line) for line in found} == everything
        for where in Due:
            lines = due.lines(self.session, where, self.today, ALL)
            assert {named(line) for line in lines} == expected[where], where

    def expected(self) -> dict[str, set[str]]:
        """The clients of each kind, from their cases alone."""
        standing = {client: rest.standing(case, self.today) for client, case in self.cases.items()}
        dated = {
            client
            for client, case in self.cases.items()
            if any(each.nature in ACTING and not each.settled for each in self.dates(case))
        }
        return {
            "dated": dated,
            "rests": {client for client, each in standing.items() if each is rest.Standing.RESTS},
            "closed": {client for client, each in standing.items() if each is rest.Standing.CLOSED},
            "without": {
                client
                for client, each in standing.items()
                if each is rest.Standing.OPEN and client not in dated
            },
        }

    def dates(self, case: CaseFile) -> tuple[DueDate, ...]:
        known = self.known.get(id(case))
        if known is None or known[:2] != (self.today, case):
            known = self.known[id(case)] = self.today, case, deadlines.of(self.law, case, self.today)
        return known[2]

    def change(self, who: int, action: Callable[[CaseFile], CaseFile]) -> None:
        """Do something to a client; what is refused changes nothing."""
        client = chosen(list(self.cases), who)
        made: list[CaseFile] = []

        def kept(case: CaseFile) -> CaseFile:
            assert case == self.cases[client]
            made.append(action(case))
            return made[-1]

        before = self.session.office.read("SELECT max(id) FROM journal")
        try:
            agenda.apply(self.session, client, kept, self.now)
        except Problem:
            assert self.session.office.read("SELECT max(id) FROM journal") == before
            Office.done += 1
            return
        if made[0] == self.cases[client]:
            assert self.session.office.read("SELECT max(id) FROM journal") == before
            Office.done += 1
            return
        self.happens()
        self.cases = self.cases | {client: made[0]}

    def happens(self) -> None:
        """A step that can be taken back."""
        self.past.append(self.cases)
        self.future.clear()
        Office.done += 1


_DATED = (
    "SELECT DISTINCT client_id FROM derived_date JOIN client ON id = client_id WHERE deleted_at IS NULL "
    "AND nature IN ('validity', 'filing', 'plan', 'appointment')"
)
_ENTERED = frozenset({Nature.FILING, Nature.PLAN, Nature.APPOINTMENT})


def chosen(some, which: int):
    """One of some; where there is none the step is refused like any other mistake."""
    if not some:
        raise Problem("There is none.")
    return some[which % len(some)]


def own(each: DueDate, case: CaseFile) -> bool:
    entries: dict[str, Entry] = {entry.id: entry for entry in case.entries}
    return each.entry in entries and not entries[each.entry].source


def named(line) -> tuple[str, str, str]:
    own_key = "|".join((line.kind, line.code or line.letter, line.title, line.day.isoformat()))
    return line.client_id, line.key or own_key, line.entry


def place(each: DueDate, today: date) -> Due | None:
    """Where a date belongs on the page of today."""
    if each.nature is Nature.EARLIEST:
        return Due.POSSIBLE if (each.start_on or each.day) <= today else None
    if each.nature is Nature.RESTRICTION:
        return None
    if each.day < today:
        return Due.OVERDUE
    if each.act_by <= today:
        return Due.TODAY
    if each.act_by <= today + timedelta(days=7):
        return Due.WEEK
    begun = [day for day in (each.start_on, each.urgent_from) if day is not None and day <= today]
    return Due.COMING if begun else None


@pytest.fixture
def law_alone(monkeypatch) -> Reference:
    """Only dates are derived: what is known of the tests of the law takes longest and is left out."""
    monkeypatch.setattr(caseload, "keep", lambda *_: None)
    return load_reference()


def test_nobody_is_forgotten(law_alone):
    Office.law, Office.done = law_alone, 0
    run(
        Office,
        settings=settings(
            max_examples=STEPS // LEAST_OF_ONE_OFFICE + 2,
            stateful_step_count=OF_ONE_OFFICE,
            deadline=None,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Office.done >= STEPS
