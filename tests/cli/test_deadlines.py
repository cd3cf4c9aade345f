"""`deadlines`: the promised data for every sample; the text under how urgent it is."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.deadlines.duedates import Nature, Urgency
from desktop.deadlines.schedule import KINDS

from .conftest import SAMPLES, Line, sample

DATE_KEYS = [
    "kind",
    "title",
    "code",
    "nature",
    "day",
    "latest",
    "safe_day",
    "start_on",
    "urgency",
    "letter",
    "name",
    "action",
    "cite",
    "derivation",
    "notes",
    "open",
]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_data_is_as_promised(either: Line, name: str):
    result = either("deadlines", sample(name), "--json")
    assert (result.code, result.err) == (0, "")
    found = json.loads(result.out)
    assert list(found) == ["on", "dates", "history"]
    assert found["on"] == "2026-11-24"
    assert bool(found["dates"]) is (name != "nur-angerufen")
    for each in found["dates"]:
        assert list(each) == DATE_KEYS
        assert each["kind"] in KINDS
        assert each["nature"] in {nature.value for nature in Nature}
        assert each["urgency"] in {urgency.value for urgency in Urgency}
        assert each["title"] is None or isinstance(each["title"], str)
        days = [date.fromisoformat(each[key]) for key in ("day", "safe_day") if each[key]]
        assert max(days) == days[0]  # the safe day is never later
        if each["start_on"]:
            date.fromisoformat(each["start_on"])
        for key in ("name", "action"):
            assert each[key]
            assert "{" not in each[key]
        for step in (*each["derivation"], *each["notes"]):
            assert list(step) == ["text", "cite"]
            assert "{" not in step["text"]
        assert all(isinstance(fact, str) for fact in each["open"])
    places = [
        (each["urgency"] != "overdue", each["urgency"] == "settled", each["safe_day"] or each["day"])
        for each in found["dates"]
    ]
    for before, after in pairwise(places):  # what is due already stands as if it were due today
        assert (*before[:2], max(before[2], found["on"])) <= (*after[:2], max(after[2], found["on"]))
    assert found["history"] == []


def test_what_is_odd_in_the_history_is_in_the_data(either: Line, tmp_path: Path):
    file = tmp_path / "gap.yaml"
    file.write_text(
        "bleibelotse: 1\nclient: {name: Niemand}\nfacts:\n  status_periods:\n"
        "    - {status_code: gestattung, from: 2024-01-01, to: 2024-12-31}\n"
        "    - {status_code: D60a_2_1, from: 2025-02-01, to: 2027-01-31}\n",
        encoding="utf-8",
    )
    (note,) = json.loads(either("deadlines", str(file), "--json").out)["history"]
    assert list(note) == ["text", "cite"]
    assert "31" in note["text"]
    assert "{" not in note["text"]


def test_the_end_of_an_opportunity_residence_moves_to_the_last_safe_day(line: Line):
    found = json.loads(line("deadlines", sample("chancen-aufenthalt"), "--json").out)
    (end,) = (each for each in found["dates"] if each["kind"] == "c104_end")
    assert (end["day"], end["safe_day"]) == ("2026-12-31", "2026-12-30")


def test_the_text_names_the_day_to_act_and_the_last_day(line: Line):
    text = line("deadlines", sample("chancen-aufenthalt")).out
    assert text.startswith("Fristen, Stand 24.11.2026.")
    assert "DRINGEND" in text
    assert "Mi 30.12.2026  § 104c AufenthG endet (in 36 Tagen; letzter Tag: Do 31.12.2026)" in text


def test_a_title_outside_the_pack_is_called_by_its_section(line: Line):
    assert "§ 16b Abs. 1 AufenthG endet" in line("deadlines", sample("sachsen-pflege")).out


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("30.12.2026", "heute; letzter Tag: Do 31.12.2026"),
        ("29.12.2026", "in 1 Tag; letzter Tag: Do 31.12.2026"),
        ("31.12.2026", "vor 1 Tag; letzter Tag: Do 31.12.2026"),
    ],
)
def test_how_far_the_day_is(line: Line, on: str, words: str):
    assert words in line("deadlines", sample("chancen-aufenthalt"), "--on", on).out


def test_a_past_end_is_overdue(line: Line):
    found = json.loads(line("deadlines", sample("chancen-aufenthalt"), "--on", "01.01.2027", "--json").out)
    assert found["dates"][0]["urgency"] == "overdue"


def test_a_case_without_dates_says_so(either: Line, tmp_path):
    path = tmp_path / "leer.yaml"
    path.write_text("bleibelotse: 1\nclient: {name: Niemand}\n", encoding="utf-8")
    result = either("deadlines", path)
    assert result.code == 0
    assert {"de": "keine Fristen", "en": "No dates"}[either.language] in result.out


LETTER = """
bleibelotse: 1
client: {name: Test}
letters:
  - {id: l1, decision: A2, arrival: delivered, served_on: 2026-11-23, procedure_began: 2026-07-01,
     remedy: action, period: 1, unit: weeks}
"""


def test_a_decision_letter_shows_its_remedies(line: Line, tmp_path):
    """As data with the letter's id, as text with what to do and that a lawyer must see it."""
    file = tmp_path / "case.yaml"
    file.write_text(LETTER, encoding="utf-8")
    result = line("deadlines", file, "--json")
    assert (result.code, result.err) == (0, "")
    found = json.loads(result.out)["dates"]
    assert [(each["kind"], each["day"], each["urgency"], each["letter"]) for each in found] == [
        ("remedy_action", "2026-11-30", "urgent", "l1"),
        ("remedy_interim", "2026-11-30", "urgent", "l1"),
        ("remedy_reasons", "2026-12-23", "soon", "l1"),
    ]
    cites = [step["cite"].replace("\N{NO-BREAK SPACE}", " ") for step in found[0]["derivation"]]
    assert "§ 74 Abs. 1 S. 3 AsylG" in cites
    assert "§ 188 Abs. 2 BGB" in cites
    text = line("deadlines", file).out
    assert "Das muss heute anwaltlich geprüft werden" in text
    assert "decision:" not in text
