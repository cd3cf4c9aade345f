"""`forecast` and `rules compare`: the promised data for every sample, the text, and what goes wrong."""

import json
import shutil

import pytest

from desktop import resources
from desktop.rules.compare import Outcome
from desktop.rules.facts.changepoints import Happening
from desktop.rules.forecast import ChangeKind
from desktop.rules.standing import Standing
from desktop.rules.verdict import Verdict
from desktop.services.reference import PACK

from .conftest import SAMPLES, Line, sample

STATE = {"verdict", "decision_kind", "route", "not_covered"}
CONDITION = {"id", "cite", "fact", "text", "before", "after", "causes"}
VERDICTS = {each.value for each in Verdict} | {None}
STANDINGS = {each.value for each in Standing} | {None}


def conditions_are_as_promised(conditions: list[dict]) -> None:
    for each in conditions:
        assert set(each) == CONDITION
        assert {each["before"], each["after"]} <= STANDINGS
        assert all(cause["kind"] in {kind.value for kind in Happening} for cause in each["causes"])


@pytest.mark.parametrize("name", SAMPLES)
def test_the_data_of_a_forecast_are_as_promised(line: Line, name: str):
    result = line("forecast", sample(name), "--json", "--years", "2")
    assert (result.code, result.err) == (0, "")
    data = json.loads(result.out)
    assert {key: data[key] for key in ("on", "until", "pack")} == {
        "on": "2026-11-24",
        "until": "2028-11-24",
        "pack": PACK,
    }
    for title in data["titles"]:
        assert set(title) == {"id", "cite", "now", "changes", "turning"}
        assert set(title["now"]) == STATE
        for change in title["changes"]:
            assert change["kind"] in {kind.value for kind in ChangeKind}
            assert {*change["verdict"].values()} <= VERDICTS
            conditions_are_as_promised(change["conditions"])
        for turning in title["turning"]:
            conditions_are_as_promised(turning["conditions"])


def test_the_text_names_the_day_the_reason_and_what_it_rests_on(either: Line):
    result = either("forecast", sample("chancen-aufenthalt"), "--title", "25b_1")
    assert (result.code, result.err) == (0, "")
    words = {
        "de": ("Jeder spätere Tag", "§ 104c (31.12.2026)", "01.01.2027: DERZEIT NICHT MÖGLICH"),
        "en": ("Every later day", "§ 104c (31 Dec 2026)", "1 Jan 2027: NOT POSSIBLE AT PRESENT"),
    }[either.language]
    for each in words:
        assert each in result.out
    assert "{" not in result.out


def test_a_title_without_a_change_says_so(line: Line):
    result = line("forecast", sample("jena-aufnahmezusage"), "--title", "23_2", "--years", "1")
    assert "Keine Änderung in dieser Zeit." in result.out


def test_another_first_day(line: Line):
    result = line("forecast", sample("chancen-aufenthalt"), "--on", "01.12.2026", "--years", "1", "--json")
    data = json.loads(result.out)
    assert (data["on"], data["until"]) == ("2026-12-01", "2027-12-01")


@pytest.mark.parametrize(
    "verb", [["forecast"], ["rules", "compare", "--from", "2026-11-24", "--to", "2027-07-01"]]
)
def test_a_file_that_is_not_there(either: Line, verb: list[str]):
    result = either(*verb, "gibtsnicht.yaml")
    assert (result.code, result.out, len(result.sentences)) == (3, "", 1)
    assert "gibtsnicht.yaml" in result.err


def test_a_title_that_does_not_exist(either: Line):
    result = either("forecast", sample("sachsen-pflege"), "--title", "99z")
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)


# Change of law


def test_the_data_of_a_comparison_are_as_promised(line: Line):
    files = [sample(name) for name in SAMPLES]
    result = line("rules", "compare", "--from", "2026-11-24", "--to", "2027-07-01", *files, "--json")
    assert (result.code, result.err) == (0, "")
    data = json.loads(result.out)
    assert [client["id"] for client in data["clients"]] == [f"{name}.yaml" for name in SAMPLES]
    for client in data["clients"]:
        for each in client["differences"]:
            assert each["outcome"] in {outcome.value for outcome in Outcome}
            assert set(each["before"]) == set(each["after"]) == STATE
            for change in each["changes"]:
                conditions_are_as_promised(change["conditions"])
    (holder,) = (client for client in data["clients"] if client["id"] == "chancen-aufenthalt.yaml")
    (lost,) = (each for each in holder["differences"] if each["title"] == "25b_1")
    assert (lost["outcome"], lost["last_day"], lost["safe_day"]) == ("lost", "2026-12-31", "2026-12-30")


def test_the_text_of_a_comparison_says_until_when_to_act(either: Line):
    days = ("--from", "24.11.2026", "--to", "01.07.2027")
    result = either("rules", "compare", *days, sample("chancen-aufenthalt"))
    assert (result.code, result.err) == (0, "")
    words = {
        "de": ("KOMMT NICHT MEHR IN FRAGE", "noch hilft: 31.12.2026"),
        "en": ("NO LONGER COMES INTO QUESTION", "still helps: 31 Dec 2026"),
    }[either.language]
    for each in words:
        assert each in result.out
    assert "{" not in result.out


def test_nothing_that_changes_is_said_too(either: Line):
    days = ("--from", "24.11.2026", "--to", "25.11.2026")
    result = either("rules", "compare", *days, sample("bayern-familie"))
    assert (result.code, result.err) == (0, "")
    assert {"de": "Nichts ändert sich.", "en": "Nothing changes."}[either.language] in result.out


def test_another_pack_on_the_same_day(line: Line, tmp_path):
    folder = tmp_path / "neues"
    shutil.copytree(resources.path("law", PACK), folder)
    day = ("--from", "2026-11-24", "--to", "2026-11-24")
    same = line("rules", "compare", *day, sample("jena-aufnahmezusage"), "--pack", folder)
    assert (same.code, same.err) == (0, "")
    assert "Nichts ändert sich." in same.out


def test_a_pack_that_is_a_file(either: Line):
    file = sample("jena-aufnahmezusage")
    result = either("rules", "compare", "--from", "2026-11-24", "--to", "2026-11-24", file, "--pack", file)
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
