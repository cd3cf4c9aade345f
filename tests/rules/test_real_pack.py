"""The laws of the engine on the pack that is shipped, with random facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest

from desktop import resources
from desktop.cases.applications import DecisionKind
from desktop.rules import assess, packs
from desktop.rules.answers import by_fact, distinct_answers
from desktop.rules.assess import assess_title, settle
from desktop.rules.carriers import FactRef, ScalarFacts
from desktop.rules.facts.value import FactValue
from desktop.rules.norms import Examination, NotCovered
from desktop.rules.relevance import explained, relevant
from desktop.rules.scheme import scheme
from desktop.rules.stated import Rest, StatedFacts
from desktop.rules.verdict import LeafClass, Truth, Verdict
from desktop.rules.words import CLASS_WORDS
from desktop.texts import Texts
from tests.rules.builders import caseload_of

FOLDER = resources.path("law", "de-2026-08")
pytestmark = pytest.mark.skipif(not (FOLDER / "pack.yaml").exists(), reason="no pack here")


@pytest.fixture(scope="module")
def pack() -> packs.Pack:
    return packs.load(FOLDER)


class RandomFacts(StatedFacts):
    """Facts of one examination drawn at random; some are unknown or disputed."""

    def __init__(
        self, pack: packs.Pack, answers: dict[FactRef, tuple[FactValue, ...]], random: Random
    ) -> None:
        super().__init__(pack.vocabulary, {})
        self.answers = answers
        for ref, possible in answers.items():
            open_values = (FactValue(None, ask=ref[:1]), FactValue(None, disputed=True, ask=ref[:1]))
            self._values[ref] = random.choice((*possible, *possible, *open_values))

    def with_value(self, ref: FactRef, value: FactValue) -> RandomFacts:
        other = object.__new__(RandomFacts)
        other.__dict__.update(self.__dict__)
        other._values = {**self._values, ref: value}
        return other

    @property
    def open(self) -> list[FactRef]:
        return [ref for ref in self.answers if not self._values[ref].known]


def examinations(pack: packs.Pack) -> Iterator[Examination]:
    for norm in pack.norms:
        for version in norm.versions:
            yield from version.examinations.values()


def answers_of(pack: packs.Pack, examination: Examination) -> dict[FactRef, tuple[FactValue, ...]]:
    readers = by_fact(examination.leaves)
    return {ref: distinct_answers(pack.vocabulary[ref[0]], leaves) for ref, leaves in readers.items()}


@pytest.mark.parametrize(
    ("fact", "ways"),
    [
        ("order_id", {Truth.YES}),
        ("admission_doc_date", {Truth.YES, Truth.NO}),
        ("hfk_request_on", {Truth.YES, Truth.NO}),
    ],
)
def test_a_text_has_no_answer_that_there_is_none(pack: packs.Pack, fact: str, ways: set[Truth]) -> None:
    leaves = [leaf for norm in pack.norms for leaf in norm.leaves() if leaf.fact == fact]
    answers = distinct_answers(pack.vocabulary[fact], leaves)
    assert {leaf.test.truth(answer) for leaf in leaves for answer in answers} == ways


def verdict_of(examination: Examination, facts: ScalarFacts) -> Verdict:
    return settle(examination.whole, facts, examination.splits)


def test_both_carriers_agree_on_two_thousand_cases_of_every_title(pack: packs.Pack) -> None:
    random = Random(1)
    for examination in examinations(pack):
        answers = answers_of(pack, examination)
        clients = [RandomFacts(pack, answers, random) for _ in range(2000)]
        found = caseload_of(examination, clients).verdicts("1_1")
        assert [found.verdict(place) for place in range(len(clients))] == [
            verdict_of(examination, client) for client in clients
        ]


def test_open_facts_keep_the_verdict_between_the_worst_and_the_best_answer(pack: packs.Pack) -> None:
    random = Random(2)
    for examination in examinations(pack):
        answers = answers_of(pack, examination)
        for _ in range(40):
            facts = RandomFacts(pack, answers, random)
            open_refs = random.sample(facts.open, min(4, len(facts.open)))
            for ref in facts.open:
                if ref not in open_refs:
                    facts = facts.with_value(ref, random.choice(answers[ref]))
            possible = []
            for combination in product(*(answers[ref] for ref in open_refs)):
                known = facts
                for ref, answer in zip(open_refs, combination, strict=True):
                    known = known.with_value(ref, answer)
                possible.append(verdict_of(examination, known))
            assert min(possible) <= verdict_of(examination, facts) <= max(possible)
            named = relevant(examination, explained(examination, facts), facts)
            if len(set(possible)) == 1:
                assert not named
            for ref in set(open_refs).difference(named):
                now = verdict_of(examination, facts)
                changed = {verdict_of(examination, facts.with_value(ref, each)) for each in answers[ref]}
                assert changed == {now}, ref


def test_every_explanation_comes_to_its_verdict(pack: packs.Pack) -> None:
    random = Random(3)
    for examination in examinations(pack):
        answers = answers_of(pack, examination)
        for _ in range(100):
            facts = RandomFacts(pack, answers, random)
            routes, _assumed = assess.examined(examination, facts)
            assert routes[0].verdict is verdict_of(examination, facts)
            assert any(True for _ in routes[0].reasons()) or routes[0].verdict is routes[0].route.cap


def test_with_everything_favourable_every_title_reaches_its_cap(pack: packs.Pack) -> None:
    for examination in examinations(pack):
        facts = StatedFacts(pack.vocabulary, {}, Rest.FAVOURABLE, examination)
        assert verdict_of(examination, facts) is examination.best


def test_a_person_about_whom_nothing_is_known_is_never_told_yes_or_no(pack: packs.Pack) -> None:
    for examination in examinations(pack):
        if examination.routes[0].id != "closed":
            found = verdict_of(examination, StatedFacts(pack.vocabulary, {}))
            assert Verdict.FACTS_MISSING <= found <= Verdict.NEEDS_ASSESSMENT


def test_any_single_hard_fault_is_a_no(pack: packs.Pack) -> None:
    """Whatever else is favourable: a present bar outside of any alternative closes the title."""
    for examination in examinations(pack):
        for node in examination.common:
            first, *others = node.leaves()
            if not others and first.cls is LeafClass.BARRED_BY:
                answers = answers_of(pack, examination)[first.ref]
                present = next(answer for answer in answers if first.test.holds(answer.value))
                facts = StatedFacts(pack.vocabulary, {first.fact: present}, Rest.FAVOURABLE, examination)
                assert verdict_of(examination, facts) is Verdict.NOT_AVAILABLE, first.key


def test_days_around_every_change_are_covered_or_refused(pack: packs.Pack) -> None:
    for norm in pack.norms:
        for version in norm.versions:
            since = version.in_force.since
            assert norm.version(since) is version
            if version is norm.versions[0]:
                with pytest.raises(NotCovered):
                    norm.version(since - timedelta(days=1))
            else:
                assert norm.version(since - timedelta(days=1)) is not version
            if version.in_force.until is not None:
                assert norm.version(version.in_force.until - timedelta(days=1)) is version


def test_every_title_has_a_readable_scheme(pack: packs.Pack) -> None:
    for language in ("de", "en"):
        texts = Texts(language, resources.path("i18n"))
        for norm in pack.norms:
            for version in norm.versions:
                shown = scheme(norm, version, texts)
                assert norm.cite in shown
                assert "{" not in shown


def test_the_scheme_names_every_condition_in_the_order_of_the_statute(pack: packs.Pack) -> None:
    """Of every norm on every day: each leaf of each decision once, in the order of the file, with class."""
    texts = Texts("en", resources.path("i18n"))
    for norm in pack.norms:
        for version in norm.versions:
            rows = [row.strip() for row in scheme(norm, version, texts).splitlines()]
            for examination in version.examinations.values():
                place = 0
                for leaf in examination.leaves:
                    head = f"– {texts.pick(leaf.label)} [{texts(CLASS_WORDS[leaf.cls])}; {leaf.cite}"
                    found = [number for number, row in enumerate(rows) if row.startswith(head)]
                    assert any(number >= place for number in found), (norm.id, leaf.id)
                    place = min(number for number in found if number >= place) + 1


def test_a_wish_for_a_title_that_is_closed(pack: packs.Pack) -> None:
    facts = StatedFacts(pack.vocabulary, {"old_104c_application_open": "no"})
    found = assess_title(pack, "104c_holder", facts, date(2026, 11, 22), DecisionKind.GRANT)
    assert found.verdict is Verdict.NOT_AVAILABLE
    assert [each.route.id for each in found.routes] == ["closed", "applied_in_time"]
    assert found.version is not None
    assert found.version.in_force.since == date(2025, 12, 31)
    held = assess_title(pack, "104c_holder", facts, date(2026, 11, 22), DecisionKind.EXTENSION)
    assert held.verdict is None
    assert held.consequences
