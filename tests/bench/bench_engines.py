"""One norm in our engine, in OpenFisca and in GoRules Zen: the same answers, and how long each takes.

The norm is § 25b Abs. 1 in its common case: granted as a rule, everything known. Both other engines know yes
and no only, so they are asked whether the verdict reaches "should be granted", by a formula that is written
down from our tree. `packaging/dev.py bench` installs both engines; they are no dependencies of the program.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.shapes import Never
from desktop.rules.assess import examined
from desktop.rules.carriers import FactRef
from desktop.rules.caseload import Caseload
from desktop.rules.comparison import LEVELS, Comparison, Kind
from desktop.rules.conditions import All, Capped, Fixed, Leaf, Node
from desktop.rules.facts.value import Duration, FactValue
from desktop.rules.norms import Examination
from desktop.rules.relevance import explained, open_answers
from desktop.rules.slots import Kept, Slots
from desktop.rules.stated import StatedFacts
from desktop.rules.verdict import Truth, Verdict
from desktop.services.reference import Reference, load_reference

pytestmark = pytest.mark.bench

TODAY = date(2026, 11, 24)
STEP = Verdict.SHOULD_BE_GRANTED.rank
CASES, CROWD = 400, 10_000
ZEN_RATIO, OPENFISCA_RATIO = 0.5, 0.5

Answers = dict[FactRef, FactValue]


@pytest.fixture(scope="module")
def law() -> Reference:
    return load_reference()


@pytest.fixture(scope="module")
def norm(law: Reference) -> Examination:
    found = law.pack.norm("25b_1").version(TODAY).examination(DecisionKind.GRANT)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def people(norm: Examination) -> list[Answers]:
    """Everything known; half of the answers are those of somebody whom everything favours."""
    random = Random(1)
    best = {
        ref: max(answers, key=lambda each: sum(_rank(leaf, each) for leaf in norm.readers[ref]))
        for ref, answers in norm.answers.items()
    }
    found = []
    for _ in range(CASES):
        odd = random.random() * 0.1
        found.append(
            {
                ref: random.choice(answers) if random.random() < odd else best[ref]
                for ref, answers in norm.answers.items()
            }
        )
    return found


def _rank(leaf: Leaf, answer: FactValue) -> int:
    return leaf.outcomes[leaf.test.truth(answer)].rank


def ours(law: Reference, answers: Answers) -> StatedFacts:
    facts = StatedFacts(law.pack.vocabulary, {})
    facts._values.update(answers)
    return facts


def median(work: Callable[[], object], times: int = 9) -> float:
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return sorted(taken)[times // 2]


# The formula -----------------------------------------------------------------------------------------------


class Words:
    """How an engine writes a formula."""

    true: Any
    false: Any

    def all_of(self, parts: list[Any]) -> Any:
        raise NotImplementedError

    def any_of(self, parts: list[Any]) -> Any:
        raise NotImplementedError

    def test(self, name: str, test: Comparison, wanted: bool) -> Any:
        raise NotImplementedError

    def formula(self, node: Node) -> Any:
        """When the node comes to at least the step, everything being known."""
        if isinstance(node, Leaf):
            yes, no = node.outcomes[Truth.YES].rank >= STEP, node.outcomes[Truth.NO].rank >= STEP
            if yes is no:
                return self.true if yes else self.false
            return self.test(name_of(node.ref), node.test, yes)
        if isinstance(node, Capped):
            return self.formula(node.inner) if node.cap.rank >= STEP else self.false
        if isinstance(node, Fixed):
            return self.true if node.always.rank >= STEP else self.false
        parts = [self.formula(part) for part in node.parts]
        return self.all_of(parts) if isinstance(node, All) else self.any_of(parts)


def name_of(ref: FactRef) -> str:
    return "f_" + "_".join(filter(None, ref))


def plain(value: Any) -> bool | float | str:
    """A known value as both engines take it: durations in months and hundredths, levels by their order."""
    match value:
        case bool():
            return value
        case Duration():
            return value.months + value.days / 100
        case int() | Decimal():
            return float(value)
        case date() | Never():
            return value is not Never.NONE
        case str() if value in LEVELS:
            return float(LEVELS.index(value))
    assert isinstance(value, str)
    return value


_SIGNS = {Kind.AT_LEAST: ">=", Kind.MORE_THAN: ">", Kind.AT_MOST: "<=", Kind.LESS_THAN: "<"}


# GoRules Zen -----------------------------------------------------------------------------------------------


class ZenWords(Words):
    true, false = "true", "false"

    def all_of(self, parts: list[str]) -> str:
        return "(" + " and ".join(parts) + ")"

    def any_of(self, parts: list[str]) -> str:
        return "(" + " or ".join(parts) + ")"

    def test(self, name: str, test: Comparison, wanted: bool) -> str:
        operand: Any = test.operand
        if test.kind in _SIGNS:
            said = f"{name} {_SIGNS[test.kind]} {plain(operand)}"
        elif isinstance(operand, frozenset):
            listed = ", ".join(f"'{each}'" for each in sorted(operand))
            said = f"{name} in [{listed}]"
            wanted = wanted is (test.kind is Kind.IN)
        elif isinstance(operand, bool):
            said = f"{name} == {str(operand).lower()}"
        else:
            said = f"{name} == '{operand}'"
        return f"({said})" if wanted else f"(not ({said}))"


def zen_graph(norm: Examination) -> str:
    """A decision graph: every outermost condition by its own name, and all of them together."""
    words = ZenWords()
    names = [f"c{number}" for number, _ in enumerate(norm.whole.parts)]
    lines = [
        {"id": name, "key": name, "value": words.formula(part)}
        for name, part in zip(names, norm.whole.parts, strict=True)
    ]
    lines.append({"id": "all", "key": "granted", "value": " and ".join(f"$.{name}" for name in names)})
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", "position": {"x": 0, "y": 0}},
        {"id": "ex", "name": "ex", "type": "expressionNode", "position": {"x": 1, "y": 0},
         "content": {"expressions": lines}},
        {"id": "out", "name": "out", "type": "outputNode", "position": {"x": 2, "y": 0}},
    ]  # fmt: skip
    edges = [
        {"id": "e1", "type": "edge", "sourceId": "in", "targetId": "ex"},
        {"id": "e2", "type": "edge", "sourceId": "ex", "targetId": "out"},
    ]
    return json.dumps({"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges})


def test_one_case_explained_beside_gorules_zen(
    law: Reference, norm: Examination, people: list[Answers]
) -> None:
    zen = pytest.importorskip("zen", reason="zen-engine is not installed: pip install zen-engine")
    decision = zen.ZenEngine().create_decision(zen_graph(norm))
    contexts = [{name_of(ref): plain(each.value) for ref, each in answers.items()} for answers in people]

    def theirs() -> list[bool]:
        trace = {"trace": True}
        return [decision.evaluate(context, trace)["result"]["granted"] for context in contexts]

    def explain() -> list[bool]:
        found = []
        for answers in people:
            facts = ours(law, answers)
            findings = explained(norm, facts)
            routes, _ = examined(norm, facts, findings)
            open_answers(norm, findings, facts)
            routes[0].reasons()
            found.append(routes[0].verdict.rank >= STEP)
        return found

    assert theirs() == explain()
    assert set(explain()) == {True, False}
    print(f"\nZen and we agree on all {CASES} cases", end="")
    floor, took = median(theirs) / CASES, median(explain) / CASES
    print(f"\none case explained: {took * 1e6:.0f} us, Zen with its trace {floor * 1e6:.0f} us", end="")
    print(f" ({took / floor:.2f}, {ZEN_RATIO} at most)")
    assert took <= ZEN_RATIO * floor


# OpenFisca -------------------------------------------------------------------------------------------------


class NumpyWords(Words):
    """Formulas as functions of the inputs' columns."""

    def __init__(self, numpy: Any) -> None:
        self.numpy = numpy
        self.true, self.false = (lambda _: numpy.True_), (lambda _: numpy.False_)

    def all_of(self, parts: list[Any]) -> Any:
        return lambda read: self.numpy.logical_and.reduce(
            self.numpy.broadcast_arrays(*[part(read) for part in parts])
        )

    def any_of(self, parts: list[Any]) -> Any:
        return lambda read: self.numpy.logical_or.reduce(
            self.numpy.broadcast_arrays(*[part(read) for part in parts])
        )

    def test(self, name: str, test: Comparison, wanted: bool) -> Any:
        numpy, operand = self.numpy, test.operand
        compare = {
            Kind.AT_LEAST: numpy.greater_equal,
            Kind.MORE_THAN: numpy.greater,
            Kind.AT_MOST: numpy.less_equal,
            Kind.LESS_THAN: numpy.less,
        }.get(test.kind)
        if compare is not None:
            edge = plain(operand)
            return lambda read: compare(read(name), edge) == wanted
        if isinstance(operand, frozenset):
            among = sorted(operand)
            wanted = wanted is (test.kind is Kind.IN)
            return lambda read: numpy.isin(read(name), among) == wanted
        return lambda read: (read(name) == operand) == wanted


def test_ten_thousand_cases_beside_openfisca(
    law: Reference, norm: Examination, people: list[Answers]
) -> None:
    numpy = pytest.importorskip("numpy", reason="NumPy is not installed: it comes with openfisca-core")
    pytest.importorskip("openfisca_core", reason="not installed: pip install openfisca-core")
    from openfisca_core import entities, periods, taxbenefitsystems, variables
    from openfisca_core.simulations import SimulationBuilder

    person = entities.build_entity(key="person", plural="persons", label="client", is_person=True)
    system = taxbenefitsystems.TaxBenefitSystem([person])
    crowd = [people[number % CASES] for number in range(CROWD)]
    month = periods.period("2026-11")
    inputs = {}
    for ref in norm.answers:
        column = numpy.array([plain(answers[ref].value) for answers in crowd])
        kind: type = {"b": bool, "f": float}.get(column.dtype.kind, str)
        name = name_of(ref)
        inputs[name] = column
        about = {"value_type": kind, "entity": person, "definition_period": periods.DateUnit.MONTH}
        system.add_variable(type(name, (variables.Variable,), about))
    formula = NumpyWords(numpy).formula(norm.whole)

    def granted(persons: Any, period: Any) -> Any:
        return formula(lambda name: persons(name, period))

    about = {"value_type": bool, "entity": person, "definition_period": periods.DateUnit.MONTH}
    system.add_variable(type("granted", (variables.Variable,), {**about, "formula": granted}))
    simulation = SimulationBuilder().build_default_simulation(system, count=CROWD)
    for name, column in inputs.items():
        simulation.set_input(name, month, column)

    def theirs() -> Any:
        simulation.delete_arrays("granted")
        return simulation.calculate("granted", month)

    slots = Slots([("25b_1", {DecisionKind.GRANT: norm})], lambda _: False)
    kept: list[Kept] = []
    for answers in people:
        facts = ours(law, answers)
        kept.append(slots.kept(lambda *_, each=facts: each, {}))
    caseload = Caseload.of(slots, [kept[number % CASES] for number in range(CROWD)])

    def evaluate() -> Any:
        caseload._verdicts.clear()
        caseload._leaves.clear()
        caseload._alike.clear()
        return caseload.verdicts("25b_1")

    found = evaluate()
    good = sum(found.exactly(verdict) for verdict in Verdict if verdict.rank >= STEP)
    assert [bool(each) for each in theirs()] == [bool(good >> number & 1) for number in range(CROWD)]
    print(f"\nOpenFisca and we agree on all {CROWD} cases", end="")
    floor, took = median(theirs, 21), median(evaluate, 21)
    print(f"\n10,000 cases, facts held: {took * 1e3:.2f} ms, OpenFisca {floor * 1e3:.2f} ms", end="")
    print(f" ({took / floor:.2f}, {OPENFISCA_RATIO} at most)")
    assert took <= OPENFISCA_RATIO * floor
