"""The directory of authorities: every record reads, every statement has a source, every fault its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop import resources
from desktop.cases.plaindata import read_plain, read_plain_file
from desktop.cases.recordshapes import Record
from desktop.deadlines.authorities import (
    UNKNOWN_AUTHORITY,
    Appointment,
    Authority,
    Channel,
    LeadTimes,
    Originals,
    read_authorities,
    read_authority,
)
from desktop.errors import Problem, Problems

FOLDER = resources.path("authorities")
MINIMAL = "id: user:test\nname: {de: A, en: B}\nsources:\n  - {id: x, kind: office, name: {de: A, en: B}}\n"


@pytest.fixture(scope="module")
def directory():
    return read_authorities(FOLDER)


def test_the_five_seeds_and_the_unknown_one_are_there(directory):
    names = "jena muenchen sachsen bayern hessen unknown".split()
    assert set(directory) == {f"core:{name}" for name in names}


def test_every_record_is_ready_for_both_languages_and_has_a_source(directory):
    for record in directory.values():
        assert record.name.de
        assert record.name.en
        assert all(source.name.de and source.name.en for source in record.sources)
        assert record.source_of("channels") is record.sources[0]
        assert record.review_due is not None or record.id == UNKNOWN_AUTHORITY


def test_papers_and_fees_are_those_of_the_catalogue(directory):
    law = resources.path("law", "de-2026-08")
    documents = read_plain_file(law / "documents.yaml").value["documents"]
    fees = read_plain_file(law / "fees.yaml").value["fees"]
    codes, ids = {each["code"] for each in documents}, {each["id"] for each in fees}
    for record in directory.values():
        assert {each.code for each in record.papers} <= codes
        assert {each.fee for each in record.fees} <= ids


def test_jena(directory):
    jena = directory["core:jena"]
    assert (jena.channels, jena.originals) == ((Channel.EMAIL, Channel.POST), Originals.NEVER)
    assert (jena.appointment, jena.holiday_key) == (Appointment.ON_INVITATION, "DE-TH")
    assert {each.fee: each.adult for each in jena.fees}["ae_ext_le3m"] == Decimal(96)
    assert jena.source_of("postal_address").kind == "web"
    assert jena.source_of("email_applications").kind == "page"


def test_munich_and_hesse(directory):
    munich, hesse = directory["core:muenchen"], directory["core:hessen"]
    assert munich.holiday_key == "DE-BY+assumption"
    assert munich.fees[1].minor == Decimal("46.50")
    assert (hesse.processing_weeks_min, hesse.processing_weeks_max) == (6, 8)
    assert hesse.sources[0].status_on is not None
    assert hesse.sources[0].status_on.year == 2022


def test_the_unknown_authority_promises_nothing(directory):
    unknown = directory[UNKNOWN_AUTHORITY]
    assert (unknown.channels, unknown.originals, unknown.holiday_key) == ((), None, "")
    assert unknown.lead_times == LeadTimes()


def test_a_record_is_written_as_it_was_read(directory):
    shape = Record(Authority)
    for record in directory.values():
        assert shape.read(shape.write(record)) == record


def test_a_record_grows_stale_the_day_after_its_review(directory):
    due = directory["core:jena"].review_due
    assert not directory["core:jena"].stale_on(due)
    assert directory["core:jena"].stale_on(due.replace(day=due.day + 1))
    assert not directory[UNKNOWN_AUTHORITY].stale_on(due)


def test_a_record_whose_page_is_of_long_ago_is_stale_until_somebody_confirms_it(directory):
    bavaria = directory["core:bayern"]
    assert bavaria.confirmed_on == date(2025, 11, 7)
    assert not bavaria.stale_on(date(2026, 5, 7))
    assert bavaria.stale_on(date(2026, 5, 8))
    confirmed = replace(bavaria, verified_on=date(2026, 11, 20))
    assert not confirmed.stale_on(date(2027, 5, 20))
    assert confirmed.stale_on(date(2027, 5, 21))


@pytest.mark.parametrize(
    ("text", "line", "where"),
    [
        (MINIMAL.replace("user:test", "test"), 1, "id"),
        (MINIMAL + "holiday_key: DE-XX\n", 5, "holiday_key"),
        (MINIMAL + "colour: red\n", 5, "colour"),
        (MINIMAL + "channels: [email, pigeon]\n", 5, "channels.1"),
        (MINIMAL + "opening_hours:\n  - {weekday: 1, from: '9', until: '12:00'}\n", 6, "opening_hours.0"),
        (MINIMAL + "lead_times: {collect: 4, file: 12}\n", 5, "lead_times"),
        (MINIMAL.replace("kind: office", "kind: office, covers: [phones]"), 4, "sources.0.covers"),
        ("id: user:test\nname: {de: A, en: B}\nsources: []\n", 3, "sources"),
        ("id: user:test\nname: {de: A}\n", 2, "name"),
        ("- a\n", 1, "-"),
    ],
)
def test_a_fault_is_told_with_line_and_key(text: str, line: int, where: str):
    with pytest.raises(Problem) as caught:
        read_authority(read_plain(text, "a.yaml"))
    assert (caught.value.values["file"], caught.value.values["line"]) == ("a.yaml", line)
    assert caught.value.values["where"] == where


def test_all_faulty_files_are_told_at_once(tmp_path):
    (tmp_path / "a.yaml").write_text("id: 1\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(MINIMAL, encoding="utf-8")
    (tmp_path / "c.yaml").write_text(MINIMAL, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        read_authorities(tmp_path)
    assert [problem.values["file"] for problem in caught.value.problems] == ["a.yaml", "c.yaml"]
