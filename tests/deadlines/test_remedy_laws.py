"""Laws of every remedy: what is open is never planned with, knowing less is never later, all can be told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.cases.letters import Arrival, DecisionLetter, Instruction
from desktop.cases.periods import PartialDate
from desktop.deadlines.holidays import PLACES
from desktop.deadlines.one_remedy import Remedy
from desktop.deadlines.remedies import Remedies, remedies_of
from desktop.deadlines.remedy_table import Act
from tests.deadlines.making import ENGLISH, GERMAN
from tests.deadlines.remedy_letters import LAW, NOWHERE

DAYS = st.dates(date(2025, 6, 1), date(2028, 12, 31))


@st.composite
def letters(draw: st.DrawFn) -> DecisionLetter:
    """A letter whose days do not contradict each other."""
    dated = draw(DAYS)
    sent = dated + timedelta(draw(st.integers(0, 5)))
    served = sent + timedelta(draw(st.integers(0, 10)))
    later = served + timedelta(draw(st.integers(0, 20)))
    printed = draw(st.none() | st.tuples(st.integers(1, 6), st.sampled_from(["days", "weeks", "months"])))
    instruction = draw(st.sampled_from(Instruction))
    return DecisionLetter(
        "l1",
        draw(st.sampled_from([row.id for row in LAW.remedies.rows])),
        dated_on=dated,
        arrival=draw(st.sampled_from(Arrival)),
        sent_on=draw(st.none() | st.just(sent)),
        served_on=draw(st.none() | st.just(served)),
        received_on=draw(st.none() | st.just(later)),
        other_served_on=draw(st.none() | st.just(later)),
        doubtful=draw(st.booleans()),
        procedure_began=draw(st.none() | st.dates(date(2026, 1, 1), dated).map(PartialDate.exactly))
        if dated >= date(2026, 1, 1)
        else None,
        instruction=instruction,
        remedy=draw(st.sampled_from(["", "objection", "action", "interim_relief"])),
        period=printed[0] if printed else None,
        unit=printed[1] if printed else "weeks",
        land=draw(st.sampled_from(["", "DE-BY", "DE-SN", "DE-HE"])),
        place=draw(st.sampled_from(["", *PLACES])),
    )


def of(letter: DecisionLetter) -> Remedies:
    return remedies_of(letter, LAW, NOWHERE)


def by_act(found: Remedies) -> Mapping[Act, Remedy]:
    """By what has to be done; objection, action and either are one."""
    main = (Act.OBJECTION, Act.ACTION)
    return {Act.EITHER if each.act in main else each.act: each for each in found.remedies}


@given(letters())
def test_what_is_open_is_never_planned_with(letter: DecisionLetter) -> None:
    for remedy in of(letter).remedies:
        assert remedy.safe_day <= remedy.day or remedy.ends is None
        for limit in (remedy.outer_shown, remedy.outer, remedy.latest):
            assert limit is None or remedy.day <= limit
        assert remedy.derivation
        if letter.instruction is Instruction.DENIES:
            assert remedy.outer is None


@given(letters())
def test_the_shortest_of_table_and_instruction_is_planned(letter: DecisionLetter) -> None:
    """No other period of the same act that is told beside it ends before."""
    for remedy in of(letter).remedies:
        if remedy.ends is not None:
            days = [day for line in remedy.lines if isinstance(day := line.values["day"], date)]
            assert all(day >= remedy.day for day in days)


@given(letters())
def test_knowing_less_is_never_later(letter: DecisionLetter) -> None:
    """Without the place, the day that decides about the law, or the second service nothing moves back."""
    not_later(letter, replace(letter, place="", land=""))
    not_later(letter, replace(letter, procedure_began=None))
    whole, one_service = by_act(of(letter)), by_act(of(replace(letter, other_served_on=None)))
    for act, remedy in one_service.items():
        assert remedy.safe_day <= whole[act].day  # an earlier second service only moves the safe line


def not_later(letter: DecisionLetter, poorer: DecisionLetter) -> None:
    found = by_act(of(poorer))
    for act, remedy in by_act(of(letter)).items():
        if act in found:
            assert found[act].safe_day <= remedy.safe_day, (act, poorer)


@given(letters())
def test_a_day_that_is_not_noted_never_helps(letter: DecisionLetter) -> None:
    """Whoever leaves out a day of the way the letter went has to act no later, as far as anything is found.

    Except where receipt gives a reading of its own: of a doubtful service, and of what was only told.
    """
    not_later(letter, replace(letter, sent_on=None))
    if letter.arrival is not Arrival.ORAL:
        not_later(letter, replace(letter, served_on=None))
        if not letter.doubtful:
            not_later(letter, replace(letter, received_on=None))


@given(letters())
def test_every_sentence_can_be_told_in_both_languages(letter: DecisionLetter) -> None:
    found = of(letter)
    steps = [*found.notes]
    for remedy in found.remedies:
        steps += [*remedy.derivation, *remedy.notes, *remedy.lines]
    for texts in (ENGLISH, GERMAN):
        for each in steps:
            assert "{" not in each.show(texts)
    assert len({remedy.act for remedy in found.remedies}) == len(found.remedies)
