"""Example cases of a norm: invented, in the vocabulary of the law, each with the verdict it must come to.

They stand in `examples/<norm>.yaml` of a pack, one file for a norm, and are read only when somebody asks: a
counsellor opens them to see how a norm works, `rules check` runs them all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from desktop.cases.applications import DecisionKind
from desktop.cases.plaindata import Plain, read_plain_file
from desktop.errors import Problem, Problems
from desktop.texts import mark

from .assess import assess_title
from .entries import Entry, IsoDay, Name, Pair
from .norms import NotCovered
from .packs import Pack
from .reading.faults import Faults
from .results import TitleResult
from .stated import Rest, StatedFacts
from .verdict import Verdict

FOLDER = "examples"


class Example(Entry):
    """One invented case. `rest` says what every fact is that it does not name; `on` is the decision day."""

    id: Name
    title: Pair
    on: IsoDay
    decision: DecisionKind = DecisionKind.GRANT
    rest: Rest = Rest.FAVOURABLE
    facts: dict[Name, Any] = Field(default_factory=dict)
    """By name, a topic behind a point; written as `StatedFacts` reads them. Judgements stand among them."""
    expect: Verdict | Literal["none"]


class WrittenExamples(Entry):
    """The file of one norm."""

    id: Name
    examples: tuple[Example, ...] = Field(min_length=1)


def read(folder: Path, pack: Pack, norm_id: str) -> tuple[Example, ...]:
    """The examples of a norm, in the order of the file; none if the pack (in that folder) has none for it.

    Raises Problems for a fault of the file, a fact the vocabulary lacks, or a day the norm does not cover.
    """
    path = folder / FOLDER / f"{norm_id}.yaml"
    if not path.is_file():
        return ()
    faults = Faults()
    found = read_plain_file(path)
    plain = Plain(found.value, f"{FOLDER}/{path.name}", found.lines)
    written = faults.read(plain, WrittenExamples)
    if written is None:
        faults.stop()
        return ()
    if written.id != norm_id:
        faults.add(plain, ("id",), mark("“{file}”, line {line}: the id must be “{id}”."), id=norm_id)
    seen: set[str] = set()
    for number, example in enumerate(written.examples):
        where = ("examples", number)
        if example.id in seen:
            twice = mark("“{file}”, line {line}: “{id}” is there twice.")
            faults.add(plain, (*where, "id"), twice, id=example.id)
        seen.add(example.id)
        try:
            facts_of(pack, norm_id, example)
        except NotCovered:
            no_text = mark("“{file}”, line {line}: the norm has no text for this day.")
            faults.add(plain, (*where, "on"), no_text)
        except (KeyError, ValueError, TypeError, ArithmeticError) as error:
            faults.add(
                plain, where, mark("“{file}”, line {line}: {key} does not fit ({reason})."), reason=str(error)
            )
    faults.stop()
    return written.examples


def facts_of(pack: Pack, norm_id: str, example: Example) -> StatedFacts:
    """The facts of an example. Raises NotCovered, or KeyError or ValueError for facts that do not fit."""
    norm = pack.norm(norm_id)
    version = norm.version(example.on)
    examination = version.examination(norm.decision(example.decision))
    return StatedFacts(pack.vocabulary, example.facts, example.rest, examination)


def result_of(pack: Pack, norm_id: str, example: Example) -> TitleResult:
    """What an example comes to."""
    return assess_title(pack, norm_id, facts_of(pack, norm_id, example), example.on, example.decision)


def check(folder: Path, pack: Pack) -> int:
    """Run every example of a pack; how many there are. Raises Problems for those that come out otherwise."""
    problems: list[Problem] = []
    for path in sorted((folder / FOLDER).glob("*.yaml")):
        if path.stem not in pack.norm_ids:
            stray = mark("“{file}” is not the file of a norm of this pack.")
            problems.append(Problem(stray, file=f"{FOLDER}/{path.name}"))
    count = 0
    for norm_id in pack.norm_ids:
        for example in read(folder, pack, norm_id):
            count += 1
            verdict = result_of(pack, norm_id, example).verdict
            found = "none" if verdict is None else verdict.value
            expected = "none" if example.expect == "none" else example.expect.value
            if found != expected:
                problems.append(
                    Problem(
                        mark("The example “{id}” of {norm} comes to {found}, not to {expected}."),
                        id=example.id,
                        norm=norm_id,
                        found=found,
                        expected=expected,
                    )
                )
    if problems:
        raise Problems(tuple(problems))
    return count
