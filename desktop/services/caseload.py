"""All clients over all titles: verdicts, how many, and who; kept at hand and brought up to date.

With every save the office file keeps what is known of every test of the law for that client, and until when.
`open_caseload` reads that and evaluates everybody at once; after a save only what the change touches is
evaluated again (`Clients.take`). When the law or the day has changed, `derive_all` makes anew what no longer
holds, step by step: each step stands whole in the file or not at all, and one may stop after any. When there
is time, `look_ahead` finds until when that holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from desktop.cases.casefile import CaseFile
from desktop.rules.caseload import Caseload
from desktop.rules.facts.basis import hangs_on_title
from desktop.rules.facts.changepoints import change_points
from desktop.rules.facts.method import method_name
from desktop.rules.facts.view import CaseDay
from desktop.rules.packs import Pack
from desktop.rules.slots import Kept, Slots
from desktop.rules.verdict import Verdict
from desktop.store import clients as stored
from desktop.store import kept_facts
from desktop.store.deadlines import Derived
from desktop.store.kept_facts import KeptFacts

from . import deadlines, relatives
from .assessment import decision_kinds
from .office import Session
from .reference import Reference

AHEAD = timedelta(days=30)
"""How far ahead it is looked until when something holds."""
STEP = 100
"""Clients of one step of `derive_all`."""
ONE_DAY = timedelta(days=1)


class Numbering(NamedTuple):
    """The slots of a day, and the name under which the office file keeps what stands in them."""

    slots: Slots
    name: str

    @property
    def stored(self) -> kept_facts.Numbering:
        """What the office file is asked by."""
        return kept_facts.Numbering(self.name, len(self.slots))


class Progress(NamedTuple):
    """How far the deriving has come.

    `failed`: clients who wait on, because a rule is mistaken or their case cannot be read.
    """

    done: int
    of: int
    failed: tuple[UUID, ...] = ()


class TitleCount(NamedTuple):
    """How many clients come to each verdict of one title."""

    title: str
    verdicts: Mapping[Verdict, int]


class Clients:
    """Everybody of an office on one day; `take` brings it up to date after a save, undo or removal."""

    def __init__(self, session: Session, today: date) -> None:
        self._session, self.today = session, today
        self._numbering = numbering(session.reference.pack, today)
        found = kept_facts.of_all(session.office, self._numbering.stored, today)
        self._ids = list(found.clients)
        self._numbers = {client: number for number, client in enumerate(self._ids)}
        lifted = {self._numbers[client]: keys for client, keys in found.lifted.items()}
        self._caseload = Caseload(self._numbering.slots, found.codes, lifted)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of which the pack has a text for the day, in its order."""
        return tuple(self._numbering.slots.titles)

    @property
    def evaluated(self) -> int:
        """How many clients are in it; those who wait for `derive_all` are not."""
        return self._caseload.present.bit_count()

    def waiting(self) -> int:
        """How many clients are not in it, because what was kept of them no longer holds."""
        return len(kept_facts.stale(self._session.office, self._numbering.stored, self.today))

    def counts(self) -> list[TitleCount]:
        """For every title that gives verdicts how many clients come to each, the best verdict first."""
        found = []
        for title in self.titles:
            if self._numbering.slots.titles[title].plans:
                planes = self._caseload.verdicts(title)
                found.append(
                    TitleCount(title, {each: planes.count(each) for each in sorted(Verdict, reverse=True)})
                )
        return found

    def who(self, title: str, verdict: Verdict) -> list[UUID]:
        """The clients with exactly this verdict. Raises KeyError for a title without a text of the day."""
        return [UUID(self._ids[number]) for number in self._caseload.verdicts(title).clients(verdict)]

    def verdict(self, client: UUID, title: str) -> Verdict | None:
        """The verdict of one client; None for a title only held or not covered. Raises KeyError."""
        return self._caseload.verdicts(title).verdict(self._numbers[client.hex])

    def take(self, client: UUID) -> None:
        """Take what the office file keeps now of a client and of those whose household he belongs to."""
        for each in {client, *stored.linked_with(self._session.office, client)}:
            self._take(each)

    def _take(self, client: UUID) -> None:
        """Leaves out who is gone or waits."""
        found = kept_facts.of_client(self._session.office, client, self._numbering.stored, self.today)
        number = self._numbers.get(client.hex)
        if found is None:
            if number is not None:
                self._caseload.leave(number)
                del self._numbers[client.hex]
            return
        kept = Kept(found.codes, found.lifted)
        if number is not None:
            self._caseload.change(number, kept)
        else:
            self._numbers[client.hex] = self._caseload.add(kept)
            self._ids.append(client.hex)


def open_caseload(session: Session, today: date) -> Clients:
    """Everybody of whom the office file keeps what holds today."""
    return Clients(session, today)


def derive(reference: Reference, case: CaseFile, today: date) -> Derived:
    """Everything the office file keeps beside a case: its dates, and what is known of every test.

    Whatever goes wrong in a rule must not keep a person's work out of the file: then only the dates are kept
    and the client waits. Nothing is hidden by that: the assessment of the case runs the same rules and shows
    the mistake, and `derive_all` names the client as failed.
    """
    derived = deadlines.derive(reference, case, today)
    try:
        return derived._replace(kept=keep(reference, case, today))
    except Exception:  # any mistake in any rule; see above
        return derived


def keep(reference: Reference, case: CaseFile, today: date, *, ahead: bool = True) -> KeptFacts:
    """What is known of every test of the law today, and the last day (inclusive) on which that holds.

    Not `ahead`: it is not looked further than today. Between two days on which something recorded (for the
    person or the household), a term or the law turns, a test turns at most once. So what is the same today
    and on the last day before the next of them is the same all the time between.
    """
    pack = reference.pack
    slots, name = numbering(pack, today)
    kept = _kept(reference, slots, case, today)
    last = _last_day_alike(pack, case, today) if ahead else today
    if last > today and _kept(reference, slots, case, last) != kept:
        last = today
    return KeptFacts(name, today, last, kept.codes, kept.lifted)


def _last_day_alike(pack: Pack, case: CaseFile, today: date) -> date:
    """The last day before anything recorded, a term or the law turns, at most a month ahead."""
    last = min(today + AHEAD, _law_changes_after(pack, today) - ONE_DAY)
    days = (day for day in change_points(pack, case, today, last).days() if day > today)
    return min((day - ONE_DAY for day in days), default=last)


def derive_all(session: Session, now: datetime) -> Iterator[Progress]:
    """Derive anew what no longer holds, in steps that each stand whole or not at all. Stop after any step.

    It is derived for today, so that everybody is there soon; `look_ahead` finds how long it holds. A client
    for whom that fails is passed over and named. Raises as `OfficeFile.change` and for a file that cannot be
    read; what was reported as done is stored then.
    """
    known = numbering(session.reference.pack, now.date()).stored
    yield from _derived(session, now, kept_facts.stale(session.office, known, now.date()), ahead=False)


def look_ahead(session: Session, now: datetime) -> Iterator[Progress]:
    """Find how long what holds today holds, for those of whom it is not known further. As `derive_all`."""
    known = numbering(session.reference.pack, now.date()).stored
    yield from _derived(session, now, kept_facts.ending(session.office, known, now.date()), ahead=True)


def _derived(session: Session, now: datetime, waiting: list[UUID], *, ahead: bool) -> Iterator[Progress]:
    today, reference = now.date(), session.reference
    failed: list[UUID] = []
    yield Progress(0, len(waiting))
    for begin in range(0, len(waiting), STEP):
        step = waiting[begin : begin + STEP]
        found = relatives.each_case(
            session.office, step, lambda case: keep(reference, case, today, ahead=ahead), failed
        )
        with session.office.change("derive", session.user, now, looks_logged=False) as change:
            for client, kept in found:
                kept_facts.keep(change, client, kept)
        yield Progress(begin + len(step), len(waiting), tuple(failed))


def numbering(pack: Pack, on: date) -> Numbering:
    """The slots of a day; their name also stands for the pack's numbers and the program's method."""

    def made() -> Numbering:
        slots = Slots.on(pack, on, hangs_on_title)
        return Numbering(slots, slots.name(pack.id, pack.digest, method_name()))

    return pack.tables.picked(("slots", on), made)


def _kept(reference: Reference, slots: Slots, case: CaseFile, on: date) -> Kept:
    wanted = decision_kinds(reference, case, on)
    kinds = {norm.id: norm.decision(wanted[norm.id]) for norm in reference.pack.norms}
    return slots.kept(CaseDay(reference.pack, case, on).facts, kinds)


def _law_changes_after(pack: Pack, day: date) -> date:
    """The first day after another one on which the text of some title begins or ends."""
    borders = (
        border
        for norm in pack.norms
        for version in norm.versions
        for border in (version.in_force.since, version.in_force.until)
        if border is not None and border > day
    )
    return min(borders, default=date.max)
