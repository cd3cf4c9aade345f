"""The law for readers: the list of a day, the scheme in the order of the statute, an example in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from desktop import resources
from desktop.cases.applications import DecisionKind
from desktop.rules.norms import NotCovered
from desktop.rules.standing import Standing
from desktop.rules.verdict import Verdict
from desktop.services import lawbook
from desktop.services.lawbook import SchemeLine
from desktop.services.reference import Reference, load_reference
from desktop.texts import Texts

TODAY = date(2026, 11, 24)
GERMAN = Texts("de", resources.path("i18n"))


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def every(lines: tuple[SchemeLine, ...]) -> Iterator[SchemeLine]:
    for line in lines:
        yield line
        yield from every(line.parts)


def test_a_norm_without_a_text_for_the_day_is_listed_as_such(reference: Reference) -> None:
    long_ago = {line.id: line.covered for line in lawbook.norms(reference, date(2015, 9, 1), GERMAN)}
    assert long_ago["25b_1"]
    assert not long_ago["25_4_1"]
    assert all(line.covered for line in lawbook.norms(reference, TODAY, GERMAN))


def test_every_norm_has_a_scheme_of_its_conditions(reference: Reference) -> None:
    for norm in reference.pack.norms:
        version = norm.version(TODAY)
        for kind, examination in version.examinations.items():
            shown = lawbook.scheme(reference, norm.id, TODAY, GERMAN, kind)
            said = {line.text for line in every(shown.sections)}
            assert {GERMAN.pick(leaf.label) for leaf in examination.leaves} <= said, norm.id
            assert shown.decision is kind
            assert all(line.standing is None for line in every(shown.sections))


def test_a_title_that_is_only_held_says_why_it_has_no_conditions(reference: Reference) -> None:
    shown = lawbook.scheme(reference, "104c_holder", TODAY, GERMAN)
    norm = reference.pack.norm("104c_holder")
    assert norm.no_grant is not None
    assert shown.note.startswith(GERMAN.pick(norm.no_grant))


def test_a_day_without_a_text(reference: Reference) -> None:
    with pytest.raises(NotCovered):
        lawbook.scheme(reference, "25_4_1", date(2015, 9, 1), GERMAN)


def test_an_example_stands_in_its_scheme(reference: Reference) -> None:
    found = {each.id: each for each in lawbook.examples_of(reference, "25b_1")}
    shown = lawbook.scheme(reference, "25b_1", TODAY, GERMAN, DecisionKind.EXTENSION, found["deceives"])
    assert shown.verdict is Verdict.NOT_AVAILABLE
    assert shown.decision is DecisionKind.GRANT  # of the example
    deciding = [line for line in every(shown.sections) if line.deciding]
    assert [line.standing for line in deciding] == [Standing.NOT_MET]
    assert deciding[0].stands == "liegt vor, steht entgegen"
    assert "Nachweis" not in shown.sentence


def test_an_example_brings_its_own_day(reference: Reference) -> None:
    found = {each.id: each for each in lawbook.examples_of(reference, "25b_1")}
    before = lawbook.scheme(reference, "25b_1", TODAY, GERMAN, example=found["before_2022"])
    since = lawbook.scheme(reference, "25b_1", TODAY, GERMAN, example=found["since_2022"])
    assert before.verdict is Verdict.NEEDS_ASSESSMENT
    assert since.verdict is Verdict.SHOULD_BE_GRANTED
    assert "30.12.2022" in before.in_force  # the last day, not the day after


def test_a_closed_norm_says_once_that_it_is_closed(reference: Reference) -> None:
    shown = lawbook.scheme(reference, "104c_holder", TODAY, GERMAN)
    closed = reference.norm("104c_holder").no_grant
    assert closed is not None
    said = GERMAN.pick(closed)
    assert said in shown.note
    assert said not in [each.text for each in shown.sections]
