"""Small norms for the laws of the engine: written as a rule file writes them, built by the same reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import count
from typing import Any

from hypothesis import strategies as st

from desktop.cases.applications import DecisionKind
from desktop.cases.plaindata import Plain
from desktop.rules.carriers import ScalarFacts
from desktop.rules.caseload import Caseload
from desktop.rules.entries import Pair
from desktop.rules.facts.value import FactValue
from desktop.rules.norms import Examination, Norm
from desktop.rules.packs import Pack
from desktop.rules.reading.faults import Faults
from desktop.rules.reading.norms import NormReader
from desktop.rules.reading.trees import Trees
from desktop.rules.reading.vocabulary import read_vocabulary
from desktop.rules.reading.written import WrittenGeneral, WrittenNorm, WrittenSharedGroup
from desktop.rules.slots import Kept, Slots
from desktop.rules.stated import StatedFacts
from desktop.rules.tables import Tables
from desktop.rules.terms import no_terms
from desktop.rules.verdict import Effect, LeafClass
from desktop.rules.vocabulary import Vocabulary, WrittenVocabulary

PLAIN_FACTS = ("p1", "p2", "p3", "p4", "p5")
JUDGEMENTS = ("j1", "j2")
SINCE = "2020-01-01"


def pair(text: str) -> dict[str, str]:
    return {"de": f"{text} (deutsch)", "en": text}


def fact(name: str, kind: str = "input", type: str = "bool", **more: Any) -> dict[str, Any]:
    question = {} if kind == "derived" else {"question": pair(f"{name}?")}
    return {"id": name, "kind": kind, "type": type, "label": pair(name)} | question | more


def vocabulary(*facts: dict[str, Any]) -> Vocabulary:
    faults = Faults()
    plain = Plain({"facts": list(facts)}, "vocabulary.yaml")
    written = faults.read(plain, WrittenVocabulary)
    faults.stop()
    assert written is not None
    found = read_vocabulary(written, plain, (), faults)
    faults.stop()
    return found


SMALL = vocabulary(
    *(fact(name) for name in PLAIN_FACTS),
    *(fact(name, "judgement", "judgement") for name in JUDGEMENTS),
    fact("word", type="choice", options=["a", "b", "c"]),
    fact("stays", type="list", record="status_period"),
    fact("months", "derived", "months", **{"from": ["stays"]}),
    fact("level", type="level"),
    fact("share", type="percent"),
    fact("day", type="date_or_none"),
    fact("some", type="set", options=["x", "y"]),
    fact("health", "derived", "judgement", of=["school", "language"], **{"from": ["p5"]}),
)


def leaf(fact: str, id: str | None = None, **more: Any) -> dict[str, Any]:
    """A leaf as a rule file writes it. Without a test it asks for yes."""
    tests = {"is", "in", "not_in", "known", "at_least", "more_than", "at_most", "less_than"}
    test = {} if tests & more.keys() else {"is": "yes"}
    name = id or fact
    return {"id": name, "cite": "§ 1 Abs. 1 ProbeG", "label": pair(name), "fact": fact} | test | more


def route(id: str = "only", effect: str = "entitled", **more: Any) -> dict[str, Any]:
    return {"id": id, "effect": effect, "cite": "§ 1 Abs. 1 ProbeG", "title": pair(id)} | more


def version(
    *routes: dict[str, Any], since: str = SINCE, until: str | None = None, **more: Any
) -> dict[str, Any]:
    in_force = {"since": since} | ({"until": until} if until else {})
    checked = {"on": "2026-08-19", "against": pair("text")}
    return {"in_force": in_force, "checked": checked, "routes": list(routes) or [route()]} | more


def norm(*versions: dict[str, Any], id: str = "1_1", **more: Any) -> dict[str, Any]:
    plain = {"id": id, "cite": "§ 1 Abs. 1 ProbeG", "title": pair(id), "decisions": ["grant", "extension"]}
    return plain | {"versions": list(versions)} | more


def build(
    written: dict[str, Any],
    words: Vocabulary = SMALL,
    general: list[dict[str, Any]] | None = None,
    groups: dict[str, dict[str, Any]] | None = None,
) -> Norm:
    """The norm. Raises Problems."""
    faults = Faults()
    shared = {}
    for name, condition in (groups or {}).items():
        plain = Plain({"id": name, "title": pair(name), "condition": condition}, f"groups/{name}.yaml")
        found = faults.read(plain, WrittenSharedGroup)
        faults.stop()
        assert found is not None
        shared[name] = (found, plain)
    taken = None
    if general is not None:
        plain = Plain({"leaves": general}, "general.yaml")
        leaves = faults.read(plain, WrittenGeneral)
        faults.stop()
        assert leaves is not None
        taken = (leaves, plain)
    plain = Plain(written, f"norms/{written['id']}.yaml")
    found_norm = faults.read(plain, WrittenNorm)
    faults.stop()
    assert found_norm is not None
    built = NormReader(words, Trees(words, shared, faults), taken, faults).norm(found_norm, plain)
    faults.stop()
    return built


def examine(
    *routes: dict[str, Any],
    kind: DecisionKind = DecisionKind.GRANT,
    words: Vocabulary = SMALL,
    general_leaves: list[dict[str, Any]] | None = None,
    groups: dict[str, dict[str, Any]] | None = None,
    **common: Any,
) -> Examination:
    """The examination of a norm with one version. Raises Problems."""
    built = build(norm(version(*routes, **common)), words, general_leaves, groups)
    found = built.versions[0].examination(kind)
    assert found is not None
    return found


def under(cls: str, *conditions: dict[str, Any]) -> dict[str, Any]:
    """Conditions under the word for their class."""
    return {cls: list(conditions)}


def facts(words: Vocabulary = SMALL, /, **stated: Any) -> StatedFacts:
    return StatedFacts(words, stated)


# Random norms and facts ------------------------------------------------------------------------------------

ANSWERS: dict[str, list[str]] = {
    **{name: ["yes", "no"] for name in (*PLAIN_FACTS, *JUDGEMENTS)},
    "word": ["a", "b", "c"],
    "months": ["47", "50", "65", "80"],
}
_BARS = [cls.value for cls in LeafClass if cls.is_bar]
_POSITIVE = [cls.value for cls in LeafClass if not cls.is_bar]

Tests = Mapping[tuple[str, bool], list[dict[str, Any]]]
"""The tests a random norm may write, for a fact and for whether it stands in a bar."""


@st.composite
def ways(draw: st.DrawFn, names: tuple[str, ...]) -> Tests:
    """Most facts count one way only, so that few are split; a bar tests the other way round."""
    both = draw(st.sets(st.sampled_from(names), max_size=2))
    found: dict[tuple[str, bool], list[dict[str, Any]]] = {}
    for name in names:
        if name == "word":
            pro: list[dict[str, Any]] = [{"is": "a"}, {"in": ["a", "b"]}]
            con: list[dict[str, Any]] = [{"not_in": ["a"]}, {"is": "c"}]
        elif name == "months":
            pro = [{"at_least": "48"}, {"at_least": "72"}, {"more_than": "60"}]
            con = [{"less_than": "48"}, {"at_most": "60"}]
        else:
            pro, con = [{"is": "yes"}], [{"is": "no"}]
        if draw(st.booleans()):
            pro, con = con, pro
        found[name, False] = pro + con if name in both else pro
        found[name, True] = pro + con if name in both else con
    return found


@st.composite
def trees(
    draw: st.DrawFn, tests: Tests, depth: int = 2, *, classes: bool = True, bar: bool = False
) -> dict[str, Any]:
    """A condition; with `classes` some nodes override the class they stand under."""
    shape = draw(st.sampled_from(["leaf", "leaf", "all", "any"])) if depth else "leaf"
    node: dict[str, Any] = {}
    if classes and draw(st.integers(0, 4)) == 0:
        cls = draw(st.sampled_from(_BARS if bar else _POSITIVE + _BARS))
        node["class"] = cls
        bar = cls in _BARS
    if shape == "leaf":
        name = draw(st.sampled_from(sorted({name for name, _ in tests})))
        node |= leaf(name, **draw(st.sampled_from(tests[name, bar])))
    else:
        inside = trees(tests, depth - 1, classes=classes, bar=bar)
        node[shape] = draw(st.lists(inside, min_size=1, max_size=3))
    if depth and draw(st.integers(0, 4)) == 0:
        node["unless"] = draw(trees(tests, depth - 1, classes=False))
    return node


@st.composite
def examinations(draw: st.DrawFn, names: tuple[str, ...] = tuple(ANSWERS)) -> Examination:
    """A norm with up to three routes and common conditions of every class."""
    tests = draw(ways(names))

    def conditions() -> dict[str, Any]:
        found = {}
        for word in draw(st.sets(st.sampled_from(_POSITIVE + _BARS), min_size=1, max_size=3)):
            found[word] = draw(st.lists(trees(tests, bar=word in _BARS), min_size=1, max_size=2))
        return found

    routes = []
    for number in range(draw(st.integers(1, 3))):
        effect = draw(st.sampled_from(list(Effect)))
        routes.append(route(f"way{number}", effect.value, **conditions()))
    written = numbered(version(*routes, **conditions()))
    found = build(norm(written)).versions[0].examination(DecisionKind.GRANT)
    assert found is not None
    return found


def numbered(node: Any) -> Any:
    """The same with an id of its own for every leaf."""
    _number_ids(node, count())
    return node


def _number_ids(node: Any, numbers: Any) -> None:
    if isinstance(node, list):
        for part in node:
            _number_ids(part, numbers)
    elif isinstance(node, dict):
        if "fact" in node:
            node["id"] = f"x{next(numbers)}"
        for part in node.values():
            _number_ids(part, numbers)


@st.composite
def stated(draw: st.DrawFn, names: tuple[str, ...] = tuple(ANSWERS), most_open: int = 4) -> dict[str, Any]:
    """A value for each fact; up to so many are unknown or disputed."""
    found: dict[str, Any] = {name: draw(st.sampled_from(ANSWERS[name])) for name in names}
    for name in draw(st.sets(st.sampled_from(names), max_size=most_open)):
        disputed = FactValue(None, disputed=True, ask=(name,))
        found[name] = draw(st.sampled_from([FactValue(None, ask=(name,)), disputed]))
    return found


def is_open(value: Any) -> bool:
    return isinstance(value, FactValue)


def kept_of(examination: Examination, client: ScalarFacts) -> Kept:
    """What is kept of a client for one title, `1_1`."""
    return slots_of(examination).kept(lambda *_: client, {})


def slots_of(examination: Examination) -> Slots:
    return Slots([("1_1", {DecisionKind.GRANT: examination})], lambda _: False)


def caseload_of(examination: Examination, clients: Iterable[ScalarFacts]) -> Caseload:
    """Clients over one title, `1_1`."""
    return Caseload.of(slots_of(examination), [kept_of(examination, client) for client in clients])


def pack_of(*norms: Norm, words: Vocabulary = SMALL, **tables: Any) -> Pack:
    """A pack with these norms and tables."""
    return Pack(
        id="proof",
        name=Pair(de="Probe", en="Proof"),
        law_checked_on=date(2026, 8, 19),
        jurisdiction="DE",
        supersedes="",
        norms=norms,
        vocabulary=words,
        terms=no_terms(),
        tables=Tables(**tables),
    )
