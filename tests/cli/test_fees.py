"""`fees`: what a title costs, in both languages, as data, and bad input."""

import json

import pytest

from .conftest import SAMPLES, Line, sample


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_told_in_both_languages(either: Line, name: str):
    result = either("fees", sample(name))
    assert result.code == 0
    assert "{" not in result.out
    assert all(len(row) <= 100 for row in result.out.splitlines())


def test_a_protected_person_is_free_but_not_of_everything(line: Line):
    text = line("fees", sample("bayern-familie"), "--title", "25_2_1").out
    assert text.startswith("Gebühren für eine Entscheidung am 24.11.2026; Rechtsstand 19.08.2026.")
    assert "100,00" in text or "100 €" in text
    assert "Erteilung der Aufenthaltserlaubnis: gebührenfrei" in text
    assert "Andere Amtshandlungen, nur wenn sie anfallen" in text


def test_the_data_names_every_fee_with_its_outcome(line: Line):
    result = line("fees", sample("bayern-familie"), "--title", "25_2_1", "--json")
    data = json.loads(result.out)
    assert list(data) == ["on", "law_checked_on", "pack", "minor", "age", "titles", "waiver"]
    (title,) = data["titles"]
    issue = next(fee for group in title["groups"] for fee in group["fees"] if fee["id"] == "ae_issue")
    assert (issue["amount"], issue["outcome"], issue["open"]) == ("100", "exempt", False)
    assert {fee["id"] for group in title["beside"] for fee in group["fees"]} >= {"eat_reissue_loss"}
    outcomes = {fee["outcome"] for group in title["groups"] + title["beside"] for fee in group["fees"]}
    assert outcomes <= {"exempt", "to_be_claimed", "discretionary", "contestable", "payable"}


def test_an_older_day_has_the_older_amount(line: Line):
    def document(on: str) -> list[str]:
        data = json.loads(
            line("fees", sample("bayern-familie"), "--title", "25_2_1", "--on", on, "--json").out
        )
        fees = (fee for group in data["titles"][0]["groups"] for fee in group["fees"])
        return [fee["amount"] for fee in fees if fee["id"] == "td_refugee"]

    assert [document(on) for on in ("2023-12-31", "2024-01-01", "2024-01-02")] == [["60"], ["70"], ["70"]]


@pytest.mark.parametrize(
    "arguments", [("--title", "99_9"), ("--on", "31.02.2026"), ("--applied-on", "25.12.2026"), ("--title",)]
)
def test_bad_input_is_one_sentence(either: Line, arguments: tuple[str, ...]):
    result = either("fees", sample("sachsen-pflege"), *arguments)
    assert (result.code, len(result.sentences), result.out) == (2, 1, "")


def test_a_case_that_is_not_there(either: Line, tmp_path):
    result = either("fees", tmp_path / "nobody.yaml")
    assert result.code == 3
    assert len(result.sentences) == 1
