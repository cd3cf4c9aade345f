"""The lines say what the engine found: every leaf, with section, sign and word, and nothing invented."""

import pytest

from desktop.rules.conditions import Leaf
from desktop.services import assessment
from desktop.ui.assessment.explaining import Explaining
from desktop.ui.assessment.lines import Decide, Judge, Waive, shortened

SAMPLES = (
    "offene-fragen chancen-aufenthalt muenchen-abschiebungsverbot sachsen-pflege bayern-familie "
    "derzeit-nicht-moeglich jena-aufnahmezusage hessen-haertefall"
).split()


@pytest.fixture(params=SAMPLES)
def explained(request, context_of, sample, reference):
    context = context_of(sample(request.param))
    context.desk.open("1")
    found = assessment.assess(reference, context.desk.case, context.today())
    return Explaining(context), found, context


def every(lines):
    return [each for line in lines for each in line.all()]


def test_every_condition_of_the_best_way_is_there_with_its_section(explained):
    explaining, found, _ = explained
    for result in found.titles:
        lines = every(explaining.parts(result))
        texts = " ".join(line.text for line in lines)
        for leaf in result.finding.leaves() if result.finding else ():
            if isinstance(leaf.node, Leaf):
                assert leaf.node.label.de in texts
        assert all(line.text for line in lines)


def test_keys_are_unique_so_that_nothing_jumps(explained):
    explaining, found, _ = explained
    for result in found.titles:
        keys = [line.key for line in every(explaining.parts(result))]
        assert len(keys) == len(set(keys))


def test_signs_always_come_with_a_word(explained):
    explaining, found, context = explained
    for result in found.titles:
        for line in every((explaining.title(result), *explaining.parts(result))):
            if line.sign is not None:
                assert context.texts.translated(line.sign.word)


def test_what_decided_is_marked_and_met_conditions_are_not(explained):
    explaining, found, _ = explained
    for result in found.titles:
        if result.verdict is None or result.verdict.value in ("entitlement_indicated", "should_be_granted"):
            continue
        assert result.limited_by or any(line.deciding for line in every(explaining.parts(result)))


def test_judgements_can_be_made_in_place_and_only_those(explained, reference):
    explaining, found, _ = explained
    for result in found.titles:
        for line in every(explaining.parts(result)):
            match line.act:
                case Judge(name):
                    assert name in reference.pack.judgements
                case Waive(leaf, _, _):
                    assert leaf.startswith(f"{result.norm.id}.")
                case Decide(title, _):
                    assert title == result.norm.id


def test_source_and_law_stand_side_by_side(context_of, sample, reference):
    context = context_of(sample("muenchen-abschiebungsverbot"))
    context.desk.open("1")
    found = assessment.assess(reference, context.desk.case, context.today())
    lines = every(Explaining(context).parts(found.title("25_3")))
    pairs = [line for line in lines if line.text.startswith("Quelle sagt:")]
    assert pairs
    assert all("Recht sagt:" in line.detail for line in pairs)
    groups = [line for line in lines if line.text.startswith("Was Seiten von Behörden sagen")]
    order = [part.sign.word for part in groups[0].parts if part.sign is not None]
    assert "correct" not in order  # what agrees is folded together


def test_met_but_not_proven_is_said(context_of, sample, reference):
    context = context_of(sample("chancen-aufenthalt"))
    context.desk.open("1")
    found = assessment.assess(reference, context.desk.case, context.today())
    lines = every(Explaining(context).parts(found.title("25b_1")))
    assert any(line.word == "erfüllt, noch nicht belegt" for line in lines)
    assert any(line.word == "liegt nicht vor, noch nicht belegt" for line in lines)
    assert any("Original" in line.detail for line in lines if line.word == "erfüllt")


def test_a_bar_that_can_end_shows_what_it_would_come_to(context_of, sample, reference):
    from desktop.cases.answers import Answer
    from desktop.cases.decisions import EntryBan
    from desktop.cases.periods import PartialDate, Period

    ban = EntryBan("11_1", Period(PartialDate.parse("2026-01-01")), conditional=False, triggered=True)
    case = sample("muenchen-abschiebungsverbot").with_fact("entry_bans", Answer((ban,)))
    context = context_of(case)
    context.desk.open("1")
    found = assessment.assess(reference, context.desk.case, context.today())
    result = found.title("25_3")
    explaining = Explaining(context)
    assert "Ohne diese Sperre: soll erteilt werden" in explaining.title(result).detail
    bar = next(
        line for line in explaining.parts(result) if line.text.startswith("Wenn die Sperre beendet ist")
    )
    assert "soll es aufgehoben werden" in bar.detail


def test_long_lists_are_shortened():
    assert shortened(["a", "b"], "{count} weitere") == "a; b"
    assert shortened(list("abcde"), "{count} weitere") == "a; b; c; 2 weitere"


def test_the_practice_of_offices_is_told_apart_from_the_law(context_of, sample, reference):
    context = context_of(sample("chancen-aufenthalt"))
    context.desk.open("1")
    found = assessment.assess(reference, context.desk.case, context.today())
    (notes,) = (
        line
        for line in every(Explaining(context).parts(found.title("25b_1")))
        if line.text.startswith("Praxis der Behörden, kein Recht")
    )
    assert any("93, 98 oder 100 Euro" in part.text for part in notes.parts)
    assert all(part.detail for part in notes.parts)
    assert not any("Berlin" in part.text for part in notes.parts)  # of another Land


def test_the_nature_of_a_way_is_not_said_twice(context_of, sample, reference):
    context = context_of(sample("chancen-aufenthalt"))
    context.desk.open("1")
    found = assessment.assess(reference, context.desk.case, context.today())
    result = next(each for each in found.titles if each.norm.id == "25b_1")
    way = next(line for line in Explaining(context).parts(result) if line.key.endswith(" way"))
    assert way.text.count("soll erteilt werden") == 1
