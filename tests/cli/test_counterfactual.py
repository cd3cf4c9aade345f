"""`counterfactual`: what would have to change, in both languages, for every sample, and bad input."""

import json

import pytest

from desktop.rules.verdict import Verdict

from .conftest import SAMPLES, Line, sample


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_told_in_both_languages(either: Line, name: str):
    result = either("counterfactual", sample(name))
    assert result.code == 0
    assert "{" not in result.out
    assert all(len(row) <= 100 for row in result.out.splitlines())


def test_a_title_that_is_out_says_who_can_do_what(line: Line):
    text = line("counterfactual", sample("derzeit-nicht-moeglich"), "--title", "25b_1").out
    heads = [row.strip() for row in text.splitlines() if row.endswith(":")]
    assert {
        "Was die Person selbst tun kann:",
        "Was die Zeit bringt:",
        "Wenn sich herausstellt:",
        "Was so bewertet werden müsste:",
    } <= set(heads)
    assert "frühestens ab 10.06.2028" in text
    assert text.startswith("Was sich ändern müsste, betrachtet am 24.11.2026; Rechtsstand 19.08.2026.")


def test_the_data_names_the_smallest_sets(line: Line):
    result = line("counterfactual", sample("derzeit-nicht-moeglich"), "--title", "25b_1", "--json")
    (title,) = json.loads(result.out)["titles"]
    assert title["verdict"] == "not_available"
    assert title["cap"] == "should_be_granted"
    assert Verdict.NOT_AVAILABLE < Verdict(title["best"]["verdict"]) <= Verdict(title["cap"])
    sets = [{(step["fact"], step["of"]) for step in each["steps"]} for each in title["best"]["changes"]]
    assert not any(one < other for one in sets for other in sets)
    assert all(each["steps"] for each in title["best"]["changes"])


def test_what_cannot_change_is_told_as_it_stands(line: Line):
    text = line("counterfactual", sample("derzeit-nicht-moeglich"), "--title", "23_2").out
    before, heading, after = text.partition("Was sich nicht ändern lässt:")
    assert heading
    assert "nicht erfüllt: Mit dem erforderlichen Visum eingereist" in " ".join(after.split())
    assert "Mit dem erforderlichen Visum" not in before


def test_another_day_has_another_answer(line: Line):
    early = line("counterfactual", sample("chancen-aufenthalt"), "--title", "25b_1", "--on", "2022-06-01")
    late = line("counterfactual", sample("chancen-aufenthalt"), "--title", "25b_1")
    assert "ab 01.10.2024" in early.out
    assert "Mehr als das kann bei diesem Titel nicht herauskommen." in late.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--title", "99_9"),
        ("--on", "31.02.2026"),
        ("--title", "25b_1", "--on", "1999-01-01"),
    ],
)
def test_bad_input_is_one_sentence(either: Line, arguments: tuple[str, ...]):
    result = either("counterfactual", sample("sachsen-pflege"), *arguments)
    assert result.code == 2
    assert len(result.sentences) == 1
    assert not result.out
