"""Hypothesis strategies for whole case files, made from the shapes of their records."""

import dataclasses
import typing
from datetime import date
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from desktop.cases.agenda import Entry, Rest
from desktop.cases.answers import Answer, Judgement, Proof, Ternary, Unknown, Waiver
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.casefile import CaseFile
from desktop.cases.declarations import KINDS
from desktop.cases.letters import DecisionLetter
from desktop.cases.papers import Paper
from desktop.cases.people import Client, HouseholdLink
from desktop.cases.periods import PartialDate, Period
from desktop.cases.records import RECORDS
from desktop.cases.recordshapes import Record, Stretch, shape_of
from desktop.cases.shapes import Choice, Day, ExactDay, ListOf, Never, Number, Shape, Text, YesNo
from desktop.cases.status import StatusPeriod

days = st.dates(date(1930, 1, 1), date(2060, 12, 31))
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(str.strip)
words = texts.filter(bool)
ids = st.text("abcdefghijklmnop_0123456789", min_size=1, max_size=10)


@st.composite
def partial_days(draw: st.DrawFn) -> PartialDate:
    first = draw(days)
    return draw(
        st.sampled_from(
            [
                PartialDate.exactly(first),
                PartialDate.parse(f"{first:%Y-%m}"),
                PartialDate.parse(f"{first:%Y}"),
                PartialDate(*sorted((first, draw(days)))),
            ]
        )
    )


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(partial_days())
    end = draw(st.none() | partial_days())
    return Period(start, end if end is None or end.latest >= start.earliest else None)


def of_shape(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case YesNo():
            return st.booleans()
        case Day():
            return partial_days()
        case ExactDay():
            return days
        case Number(whole=True):
            return st.integers(0, 10_000)
        case Number():
            return st.decimals(0, 100_000, places=2, allow_nan=False)
        case Text():
            return words
        case Choice():
            prefixed = [words.map(shape.prefix.__add__)] if shape.prefix else []
            options = [shape.enum(each) if shape.enum else each for each in shape.options]
            return st.one_of(st.sampled_from(options), *prefixed)
        case ListOf():
            return st.lists(of_shape(shape.item), max_size=3).map(tuple)
        case Stretch():
            return periods()
        case Record():
            return records(shape.kind)
    raise TypeError(shape)


def records(kind: type) -> st.SearchStrategy[Any]:
    parts = {}
    for field, hint in zip(
        dataclasses.fields(kind), typing.get_type_hints(kind, include_extras=True).values(), strict=True
    ):
        annotated = typing.get_origin(hint) is typing.Annotated
        bare, *notes = typing.get_args(hint) if annotated else (hint,)
        value = of_shape(shape_of(bare, tuple(notes)))
        has_default = field.default is not dataclasses.MISSING
        parts[field.name] = st.just(field.default) | value if has_default else value
    return st.builds(kind, **parts)


values = st.one_of(
    st.booleans(),
    st.integers(0, 10**9),
    st.decimals(0, 10**6, places=2, allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    partial_days(),
    days,
    periods(),
    st.frozensets(ids, max_size=3),
    st.sampled_from([*Unknown, *Never]),
    st.just(()),
    st.lists(ids, max_size=3).map(tuple),
    *(records(kind) for kind in RECORDS.values()),
    *(st.lists(records(kind), max_size=3).map(tuple) for kind in RECORDS.values()),
)

answers = st.builds(
    Answer,
    value=values,
    by=texts,
    on=st.none() | days,
    proof=st.sampled_from(Proof),
    paper=st.none() | ids,
    disputed=st.booleans(),
    note=texts,
)
status_periods = st.lists(records(StatusPeriod), max_size=4).map(tuple)


def frozen(keys: Any, entries: Any, most: int = 5) -> Any:
    return st.dictionaries(keys, entries, max_size=most).map(MappingProxyType)


@st.composite
def facts(draw: st.DrawFn) -> MappingProxyType[str, Answer]:
    found = dict(draw(frozen(ids, answers)))
    if draw(st.booleans()):
        history = dataclasses.replace(draw(answers), value=draw(status_periods))
        found["status_periods"] = history
    if draw(st.booleans()):
        found["birth_date"] = dataclasses.replace(draw(answers), value=draw(partial_days()))
    return MappingProxyType(found)


@st.composite
def waivers(draw: st.DrawFn) -> MappingProxyType[str, Waiver]:
    leaves = draw(st.sets(ids, max_size=3))
    return MappingProxyType({leaf: Waiver(leaf, draw(words), draw(days), draw(texts)) for leaf in leaves})


clients = st.builds(
    Client,
    name=words,
    original_name=texts,
    contact=texts,
    address=st.lists(texts, max_size=3).map(tuple),
    language=ids,
    file_number=texts,
    authority_file_number=texts,
    notes=st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)

case_files = st.builds(
    CaseFile,
    client=clients,
    facts=facts(),
    judgements=frozen(
        ids,
        st.builds(Judgement, value=st.sampled_from(Ternary), by=texts, on=st.none() | days, reason=texts),
    ),
    waivers=waivers(),
    papers=st.lists(records(Paper), max_size=3).map(tuple),
    requests=st.lists(
        st.builds(Request, title_id=ids, decision_kind=st.sampled_from(DecisionKind), on=st.none() | days),
        max_size=2,
    ).map(tuple),
    household=st.lists(
        st.builds(
            HouseholdLink,
            relation=st.sampled_from("spouse_partner child parent sibling other".split()),
            case=ids,
        ),
        max_size=2,
    ).map(tuple),
    letters=st.lists(records(DecisionLetter), max_size=2).map(tuple),
    entries=st.lists(records(Entry), max_size=3).map(tuple),
    rest=st.none() | records(Rest),
    declarations=st.lists(st.one_of(*map(records, KINDS.values())), max_size=4).map(tuple),
)
