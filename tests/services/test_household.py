"""Households: linked on both sides in one step, read together, and what one person derives from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desktop.cases.answers import Answer
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client, FamilyMember, HouseholdLink
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.errors import Problem, Problems
from desktop.rules.verdict import Verdict
from desktop.services import caseload, clients, household, office
from desktop.services.assessment import assess
from desktop.services.method import made_with
from desktop.services.office import Session
from desktop.services.portable import not_beside, read_case
from desktop.services.reference import Reference
from desktop.store import deadlines as stored_dates
from desktop.store.problems import ClientGone, UnreadableAnswer
from tests.store.making import CHEAP

from .conftest import NOW, TODAY


def day(year: int, month: int, number: int) -> PartialDate:
    return PartialDate.exactly(date(year, month, number))


def person(name: str, code: str, born: PartialDate, *family: FamilyMember) -> CaseFile:
    period = Period.on_paper(day(2025, 3, 1), day(2027, 2, 28))
    facts = {
        "birth_date": Answer(born),
        "status_periods": Answer((StatusPeriod(code, period, paper=True),)),
    }
    if family:
        facts["family_members"] = Answer(family)
    return CaseFile(Client(name), facts=facts)


TOGETHER = (Period(day(2020, 1, 1)),)
SON = FamilyMember("child", custody=True, household=TOGETHER)


@pytest.fixture
def family(session: Session) -> tuple[str, str]:
    """A mother with a Duldung and a son with § 25a Abs. 1."""
    mother = clients.add(session, person("Amal Muster", "D60a_2_1", day(1985, 5, 1), SON), NOW)
    son = clients.add(session, person("Idris Muster", "title:25a_1", day(2011, 5, 1)), NOW)
    return mother, son


def test_a_link_stands_on_both_sides_and_is_one_step(session: Session, family: tuple[str, str]) -> None:
    mother, son = family
    household.link(session, mother, son, "child", NOW + timedelta(minutes=1))
    assert clients.load(session, mother).household == (HouseholdLink("child", son),)
    assert clients.load(session, son).household == (HouseholdLink("parent", mother),)
    clients.undo(session, NOW + timedelta(minutes=2))
    assert clients.load(session, mother).household == clients.load(session, son).household == ()


def test_linked_twice_is_linked_once_with_the_newer_relation(
    session: Session, family: tuple[str, str]
) -> None:
    mother, son = family
    household.link(session, mother, son, "sibling", NOW)
    household.link(session, mother, son, "child", NOW)
    assert clients.load(session, son).household == (HouseholdLink("parent", mother),)


def test_the_mother_derives_from_the_son(session: Session, law: Reference, family: tuple[str, str]) -> None:
    mother, son = family
    household.link(session, mother, son, "child", NOW)
    case = clients.load(session, mother)
    assert [relative.case.client.name for relative in case.relatives] == ["Idris Muster"]
    _, seen = household.people(law, case, TODAY, mother)
    assert (seen.ref, seen.relation) == (son, "child")
    assert seen.holds is not None
    assert seen.holds.title_id == "25a_1"
    client = household.people(law, case, TODAY, mother)[0]
    assert (client.ref, client.relation, client.name) == (mother, "", "Amal Muster")
    from_the_son = clients.load(session, son)
    _, parent = household.people(law, from_the_son, TODAY, son)
    assert "25a_2_parent" in {result.norm.id for result in parent.derived} or _no_parent_title(law)


def _no_parent_title(law: Reference) -> bool:
    return "25a_2_parent" not in law.pack.norm_ids


def test_a_change_of_the_one_is_seen_by_the_other(
    session: Session, law: Reference, family: tuple[str, str]
) -> None:
    mother, son = family
    household.link(session, mother, son, "child", NOW)
    lost = clients.load(session, son)
    duldung = person("Idris Muster", "D60a_2_1", day(2011, 5, 1)).facts["status_periods"]
    clients.save(session, son, lost.with_fact("status_periods", duldung), NOW)
    _, seen = household.people(law, clients.load(session, mother), TODAY, mother)
    assert seen.holds is not None
    assert seen.holds.status_code == "D60a_2_1"


def test_what_is_kept_of_the_one_follows_the_other(session: Session, law: Reference) -> None:
    """The caseload answers from what is kept: what a husband holds counts for his wife."""
    spouse = FamilyMember("spouse_partner", household=TOGETHER)
    titled = person("Omar Muster", "title:25b_1", day(1983, 5, 1))
    wife = UUID(clients.add(session, person("Amal Muster", "D60a_2_1", day(1985, 5, 1), spouse), NOW))
    husband = clients.add(session, titled, NOW)

    def told() -> list[Verdict | None]:
        found = caseload.open_caseload(session, TODAY)
        assert found.waiting() == 0
        kept = [found.verdict(wife, title) for title in _family_titles(law)]
        assert kept == _assessed(law, clients.load(session, str(wife)))
        return kept

    alone = told()
    household.link(session, str(wife), husband, "spouse_partner", NOW)
    holding = told()
    assert holding != alone or Verdict.FACTS_MISSING in holding
    duldung = person("Omar Muster", "D60a_2_1", day(1983, 5, 1)).facts["status_periods"]
    clients.save(session, husband, clients.load(session, husband).with_fact("status_periods", duldung), NOW)
    assert told() != holding
    clients.undo(session, NOW)
    assert told() == holding
    clients.remove(session, husband, NOW)
    assert told() == alone


def _family_titles(law: Reference) -> list[str]:
    return [norm.id for norm in law.pack.norms if any(leaf.fact == "anchor_title" for leaf in norm.leaves())]


def _assessed(law: Reference, case: CaseFile) -> list[Verdict | None]:
    found = assess(law, case, TODAY)
    return [found.title(title).verdict for title in _family_titles(law)]


def test_the_relatives_are_never_stored_with_a_case(session: Session, family: tuple[str, str]) -> None:
    mother, son = family
    household.link(session, mother, son, "child", NOW)
    case = clients.load(session, mother)
    clients.save(session, mother, replace(case, client=Client("Amal M.")), NOW)
    assert clients.load(session, son).client.name == "Idris Muster"
    assert clients.load(session, mother).facts == case.facts


def test_a_deleted_relative_is_passed_over(session: Session, family: tuple[str, str]) -> None:
    mother, son = family
    household.link(session, mother, son, "child", NOW)
    clients.remove(session, son, NOW)
    assert clients.load(session, mother).relatives == ()
    clients.undo(session, NOW)
    assert len(clients.load(session, mother).relatives) == 1


def test_a_link_is_taken_out_on_both_sides(session: Session, family: tuple[str, str]) -> None:
    mother, son = family
    household.link(session, mother, son, "child", NOW)
    household.unlink(session, son, mother, NOW)
    assert clients.load(session, mother).household == clients.load(session, son).household == ()


def test_a_link_to_a_file_name_can_be_taken_out(session: Session) -> None:
    case = replace(person("A", "D60a_2_1", day(1990, 1, 1)), household=(HouseholdLink("child", "b.yaml"),))
    client = clients.add(session, case, NOW)
    assert clients.load(session, client).relatives == ()
    household.unlink(session, client, "b.yaml", NOW)
    assert clients.load(session, client).household == ()


def test_nobody_is_linked_with_the_own_file(session: Session, family: tuple[str, str]) -> None:
    with pytest.raises(Problem):
        household.link(session, family[0], family[0], "child", NOW)


def test_nobody_is_linked_with_somebody_who_is_gone(session: Session, family: tuple[str, str]) -> None:
    mother, son = family
    household.link(session, mother, son, "child", NOW)
    household.unlink(session, mother, son, NOW)
    clients.remove(session, son, NOW)
    for one, other in (
        (mother, son),
        (son, mother),
        (mother, str(uuid4())),
        (mother, "b.yaml"),
        ("", mother),
    ):
        with pytest.raises(ClientGone):
            household.link(session, one, other, "child", NOW)
    assert clients.load(session, mother).household == clients.load(session, son).household == ()
    clients.undo(session, NOW)
    household.link(session, mother, son, "child", NOW)
    with pytest.raises(Problem):
        household.link(session, mother, mother.upper(), "child", NOW)
    assert clients.load(session, mother).household == (HouseholdLink("child", son),)


def test_links_come_back_with_a_backup(
    session: Session, law: Reference, family: tuple[str, str], tmp_path: Path
) -> None:
    """The links of the day of the backup, not what was undone, deleted or linked after it."""
    mother, son = family
    household.link(session, mother, son, "child", NOW)
    before = _assessed(law, clients.load(session, mother))
    backup = session.office.back_up(tmp_path / "Sicherung", "mk", NOW)
    household.unlink(session, mother, son, NOW)
    clients.remove(session, son, NOW)
    restored = office.restore_office(
        backup.path,
        tmp_path / "Neu.akte",
        login="mk",
        passphrase="kurze Wege, lange Wörter",
        reference=law,
        now=NOW,
        kdf=CHEAP,
    )
    with restored as again:
        assert clients.load(again, mother).household == (HouseholdLink("child", son),)
        assert clients.load(again, son).household == (HouseholdLink("parent", mother),)
        assert _assessed(law, clients.load(again, mother)) == before
        household.unlink(again, mother, son, NOW)
        assert clients.load(again, son).household == ()


DOCUMENT = """bleibelotse: 1
client: {name: Amal Muster}
facts:
  family_members: [{relation: child, custody: yes, household: [{from: 2020-01-01}]}]
household: [{relation: child, file: %s}]
"""
OTHER = """bleibelotse: 1
client: {name: Idris Muster}
facts:
  birth_date: 2011-05-01
  status_periods: [{status_code: title:25a_1, from: 2025-03-01, valid_until: 2027-02-28}]
"""


def documents(folder: Path, name: str = "idris.yaml", other: str = OTHER) -> Path:
    (folder / "amal.yaml").write_text(DOCUMENT % name, encoding="utf-8")
    (folder / "idris.yaml").write_text(other, encoding="utf-8")
    return folder / "amal.yaml"


def test_documents_of_a_household_are_read_together(tmp_path: Path, law: Reference) -> None:
    case = read_case(documents(tmp_path), law, TODAY)
    _, seen = household.people(law, case, TODAY)
    assert (seen.name, seen.ref) == ("Idris Muster", "idris.yaml")
    assert seen.holds is not None


def test_a_document_that_is_not_beside_the_case_is_passed_over(tmp_path: Path, law: Reference) -> None:
    case = read_case(documents(tmp_path, "gone.yaml"), law, TODAY)
    assert case.relatives == ()
    assert not_beside(case) == ("gone.yaml",)


@pytest.mark.parametrize("name", ["../amal.yaml", "/etc/hosts", "amal.yaml", "."])
def test_only_documents_beside_the_case_are_read(tmp_path: Path, law: Reference, name: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "amal.yaml").write_text(OTHER, encoding="utf-8")
    with pytest.raises(Problem):
        read_case(documents(inner, name), law, TODAY)


def test_a_damaged_document_of_the_household_is_named(tmp_path: Path, law: Reference) -> None:
    with pytest.raises((Problem, Problems)) as told:
        read_case(documents(tmp_path, other="bleibelotse: 1\nclient: {nam: X}\n"), law, TODAY)
    assert "idris.yaml" in str(told.value)


def test_samples_have_no_household_without_a_link(samples: Mapping[str, CaseFile]) -> None:
    assert all(not case.relatives or case.household for case in samples.values())


# What the case of one means for what is kept of the other


class Killed(BaseException):
    """The process ends here."""


def ends(*_: object, **__: object) -> None:
    raise Killed


@pytest.fixture
def linked(session: Session, family: tuple[str, str]) -> tuple[str, str]:
    mother, son = family
    household.link(session, mother, son, "child", NOW)
    assert caseload.open_caseload(session, TODAY).waiting() == 0
    return mother, son


@pytest.mark.parametrize("step", ["remove", "undo"])
def test_killed_before_the_other_is_derived_again(
    session: Session, linked: tuple[str, str], step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the other waits: no caseload counts what rested on the case as it was."""
    mother, son = linked
    case = clients.load(session, son)
    clients.save(session, son, replace(case, client=replace(case.client, notes="neu")), NOW)
    monkeypatch.setattr(clients, "derive_again", ends)
    with pytest.raises(Killed):
        clients.remove(session, son, NOW) if step == "remove" else clients.undo(session, NOW)
    monkeypatch.undo()
    everybody = caseload.open_caseload(session, TODAY)
    assert UUID(mother) in stored_dates.stale(session.office, made_with(session.reference), TODAY)
    with pytest.raises(KeyError):
        everybody.verdict(UUID(mother), "25a_2_parent")
    assert clients.bring_dates_up_to_date(session, NOW) == 0
    everybody = caseload.open_caseload(session, TODAY)
    assert everybody.waiting() == 0
    expected = assess(session.reference, clients.load(session, mother), TODAY).titles
    for each in expected:
        if each.version is not None:
            assert everybody.verdict(UUID(mother), each.norm.id) is each.verdict


def test_a_third_person_is_derived_again_when_two_are_linked(
    session: Session, linked: tuple[str, str]
) -> None:
    mother, son = linked
    other = clients.add(session, person("Nour Muster", "D60a_2_1", day(1984, 5, 1), SON), NOW)
    household.link(session, other, son, "child", NOW)
    assert caseload.open_caseload(session, TODAY).waiting() == 0
    household.unlink(session, other, son, NOW)
    assert caseload.open_caseload(session, TODAY).waiting() == 0
    assert stored_dates.stale(session.office, made_with(session.reference), TODAY) == []
    assert clients.load(session, mother).household == (HouseholdLink("child", son),)


def test_a_case_that_cannot_be_read_stops_nobody_else(session: Session, linked: tuple[str, str]) -> None:
    mother, son = linked
    session.office.read(
        "UPDATE answer SET value = '\"soon\"' WHERE fact = 'birth_date' AND client_id = ?", UUID(son).hex
    )
    with pytest.raises(UnreadableAnswer):
        clients.load(session, son)
    case = clients.load(session, mother)
    assert case.relatives == ()
    clients.save(session, mother, replace(case, client=replace(case.client, notes="neu")), NOW)
    assert clients.load(session, mother).client.notes == "neu"
    later = NOW + timedelta(days=400)
    assert clients.bring_dates_up_to_date(session, later) == 0
    assert clients.bring_dates_up_to_date(session, later, most=0) == 0
    assert stored_dates.stale(session.office, made_with(session.reference), later.date()) == [UUID(son)]
    assert list(caseload.derive_all(session, later))[-1].failed == (UUID(son),)
