"""`evaluate` and `schema`: the promised data, key by key, for every sample; the text a counsellor reads."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.rules.questions import Asked
from desktop.rules.standing import Standing
from desktop.rules.tables import Topic
from desktop.rules.verdict import Effect, LeafClass, Verdict
from desktop.services.reference import Reference

from .conftest import SAMPLES, Line, sample


def words(kind) -> set[str]:
    return {each.value for each in kind}


REASON = {
    "id": str,
    "cite": str,
    "fact": str,
    "class": words(LeafClass) | {""},
    "standing": words(Standing),
    "value": str,
    "proof": words(Proof) | {None},
    "text": str,
}
WARNING = {"id": str, "cite": str, "text": str, "severity": {"strong", "note"}, "open": bool}
CONSEQUENCE = {
    "id": str,
    "topic": words(Topic),
    "cite": str,
    "text": str,
    "layer": {"law", "practice"},
    "open": bool,
}
SOURCE = {"id": str, "page": str, "topic": str, "verdict": str, "says": str, "law": str, "cite": str}
CONDITION = {
    "id": str,
    "cite": str,
    "class": words(LeafClass) | {""},
    "text": str,
    "value": str,
    "standing": words(Standing),
    "proof": words(Proof) | {None},
    "proven": bool,
    "decides": bool,
    "one_of": (str, type(None)),
    "exception": bool,
}
TITLE = {
    "id": str,
    "cite": str,
    "decision_kind": words(DecisionKind),
    "verdict": words(Verdict) | {None},
    "not_covered": (str, type(None)),
    "effect": words(Effect) | {None},
    "route": (str, type(None)),
    "cap": words(Verdict) | {None},
    "limited_by": {"", "cap"},
    "without_bar": words(Verdict) | {None},
    "proof": words(Proof) | {None},
    "sentence": str,
    "assumptions": [str],
    "conditions": [CONDITION],
    "waivers": [str],
    "reasons": [REASON],
    "open": [str],
    "judgements": [str],
    "warnings": [WARNING],
    "consequences": [CONSEQUENCE],
    "sources": [SOURCE],
}
QUESTION = {
    "input": str,
    "kind": {"input", "judgement"},
    "titles": [str],
    "decides": [str],
    "effort": int,
    "asked": words(Asked),
    "text": str,
}
STILL_TRUE = {
    "input": str,
    "kind": {"input", "judgement"},
    "since": str,
    "limit_months": int,
    "titles": [str],
    "text": str,
}
STATUS = {"codes": [str], "open": bool, "warnings": [WARNING], "consequences": [CONSEQUENCE]}
PERSON = {
    "file": (str, type(None)),
    "relation": (str, type(None)),
    "holds": (str, type(None)),
    "derived": [{"id": str, "verdict": words(Verdict)}],
}
WHOLE = {
    "on": str,
    "today": str,
    "applied_on": (str, type(None)),
    "law_checked_on": str,
    "pack": str,
    "titles": [TITLE],
    "questions": [QUESTION],
    "still_true": [STILL_TRUE],
    "status": STATUS,
    "household": [PERSON],
}


def check(found, promised, where="") -> None:
    """That data has exactly the keys promised, and values of the promised type or among the words."""
    match promised:
        case dict():
            assert list(found) == list(promised), where
            for key, value in promised.items():
                check(found[key], value, f"{where}.{key}")
        case [inner]:
            assert isinstance(found, list), where
            for number, each in enumerate(found):
                check(each, inner, f"{where}[{number}]")
        case set():
            assert found in promised, where
        case _:
            assert isinstance(found, promised), where


def evaluated(line: Line, *arguments) -> dict:
    result = line("evaluate", *arguments, "--json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_data_is_as_promised(either: Line, name: str, law: Reference):
    found = evaluated(either, sample(name))
    check(found, WHOLE)
    assert found["on"] == "2026-11-24"
    assert found["law_checked_on"] == law.pack.law_checked_on.isoformat()
    assert {title["id"] for title in found["titles"]} == set(law.pack.norm_ids)
    best_first = [each.value for each in sorted(Verdict, reverse=True)]
    ranks = [best_first.index(title["verdict"]) for title in found["titles"] if title["verdict"]]
    assert ranks == sorted(ranks)
    for title in found["titles"]:
        if title["verdict"] is not None:
            assert title["reasons"], title["id"]
        assert set(title["open"]).isdisjoint(title["judgements"])


def test_the_languages_differ_in_words_only():
    german = evaluated(Line("de"), sample("hessen-haertefall"), "--title", "25_4_2")
    english = evaluated(Line("en"), sample("hessen-haertefall"), "--title", "25_4_2")
    said = ("text", "value", "says", "law", "sentence", "assumptions", "waivers", "one_of")

    def bare(data):
        if isinstance(data, dict):
            return {key: bare(value) for key, value in data.items() if key not in said}
        return [bare(each) for each in data] if isinstance(data, list) else data

    assert german != english
    assert bare(german) == bare(english)


def test_one_title_for_one_decision(line: Line):
    found = evaluated(
        line, sample("muenchen-abschiebungsverbot"), "--title", "25_3", "--decision", "extension"
    )
    (title,) = found["titles"]
    assert (title["id"], title["decision_kind"]) == ("25_3", "extension")


def test_titles_are_evaluated_on_a_day_that_others_do_not_cover(line: Line):
    whole = evaluated(line, sample("muenchen-abschiebungsverbot"), "--on", "01.06.2022")
    covered = {title["id"]: title["not_covered"] is None for title in whole["titles"]}
    assert covered["25_3"]
    assert not covered["25_1"]
    refused = line("evaluate", sample("muenchen-abschiebungsverbot"), "--on", "01.06.2022", "--title", "25_1")
    assert refused.code == 2
    found = evaluated(line, sample("muenchen-abschiebungsverbot"), "--on", "01.06.2022", "--title", "25_3")
    assert found["on"] == "2022-06-01"


def test_the_day_of_filing_the_day_of_the_decision_and_today_are_told_apart(either: Line):
    name = sample("sachsen-pflege")
    told = either("evaluate", name, "--applied-on", "01.12.2026", "--on", "15.03.2027").out.splitlines()
    german = either.language == "de"
    assert told[0].startswith("Ausgewertet für den 15.03.2027" if german else "Evaluated for 15 Mar 2027")
    assert told[1] == (
        "Antrag am 01.12.2026, Entscheidung am 15.03.2027; heute ist der 24.11.2026."
        if german
        else "Application on 1 Dec 2026, decision on 15 Mar 2027; today is 24 Nov 2026."
    )
    later = either("evaluate", name, "--on", "15.03.2027").out.splitlines()
    assert later[1].startswith("Entscheidung am 15.03.2027; heute" if german else "Decision on 15 Mar 2027;")
    assert either("evaluate", name).out.splitlines()[1] == ""
    data = evaluated(either, name, "--applied-on", "01.12.2026", "--on", "15.03.2027")
    assert (data["applied_on"], data["on"], data["today"]) == ("2026-12-01", "2027-03-15", "2026-11-24")


def test_an_application_after_its_own_decision_is_refused(either: Line):
    result = either("evaluate", sample("sachsen-pflege"), "--applied-on", "02.12.2026", "--on", "01.12.2026")
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
    assert either("counterfactual", sample("sachsen-pflege"), "--applied-on", "25.11.2026").code == 2


def test_an_old_answer_is_asked_again(line: Line):
    data = evaluated(Line("de", now=datetime(2027, 11, 24, 9, tzinfo=UTC)), sample("sachsen-pflege"))
    old = {each["input"]: each for each in data["still_true"]}
    assert old
    assert all(each["titles"] and "Stimmt das noch?" in each["text"] for each in old.values())
    assert not evaluated(line, sample("sachsen-pflege"))["still_true"]


def test_a_title_that_is_only_held_has_no_verdict(line: Line):
    found = evaluated(line, sample("chancen-aufenthalt"), "--title", "104c_holder")
    (title,) = found["titles"]
    assert title["verdict"] is None
    assert title["effect"] is title["route"] is title["cap"] is None
    assert title["consequences"]


def test_the_text_leads_with_the_best_and_ends_with_what_to_settle(line: Line):
    text = line("evaluate", sample("sachsen-pflege")).out.splitlines()
    assert text[0] == "Ausgewertet für den 24.11.2026; Rechtsstand 19.08.2026."
    assert text[2].startswith("ERMESSEN: § 25 Abs. 4 S. 1 AufenthG")
    assert "DERZEIT NICHT MÖGLICH" in text
    assert "Als Nächstes zu klären" in text
    assert all(len(row) <= 100 for row in text)


def test_the_text_tells_what_is_missing_from_what_is_in_the_way(line: Line):
    text = line("evaluate", sample("derzeit-nicht-moeglich")).out
    assert "Nicht erfüllt: Selbst Flüchtlingseigenschaft durch das Bundesamt zuerkannt." in text
    assert "Seit dem 31.12.2025 wird dieser Titel nicht mehr neu erteilt" in text
    assert ".." not in text


def test_a_bar_that_is_not_there_says_no(line: Line):
    text = line("evaluate", sample("sachsen-pflege"), "--title", "25_4_1").out
    assert "+ Abschiebungsanordnung nach § 58a: nein [" in text
    assert "+ Kein Ausweisungsinteresse [" in text


def test_of_alternatives_only_the_one_that_carries_is_told(line: Line):
    text = line("evaluate", sample("chancen-aufenthalt"), "--title", "25b_1").out
    assert "Mindestens sechs Jahre" in text
    assert "Mindestens vier Jahre" not in text
    assert "Lebt mit minderjährigem, ledigem Kind zusammen" not in text


def test_nothing_of_the_client_but_the_answers_is_printed(line: Line):
    for name in SAMPLES:
        printed = line("evaluate", sample(name)).out
        assert not [word for word in ("Telefon", "0000", "Muster", "B-2026") if word in printed]


def test_the_english_text_is_english():
    text = Line("en")("evaluate", sample("sachsen-pflege")).out
    assert text.startswith("Evaluated for 24 Nov 2026; law as of 19 Aug 2026.")
    assert "Nicht erfüllt" not in text


# Schema


def test_the_schema_knows_every_key_of_every_sample(line: Line):
    from desktop.cases.plaindata import read_plain_file

    result = line("schema")
    schema = json.loads(result.out)
    assert result.code == 0
    for name in SAMPLES:
        document = read_plain_file(sample(name)).value
        assert set(document) <= set(schema["properties"])
        for section in ("facts", "judgements"):
            known = schema["properties"][section]["properties"]
            assert set(document.get(section, {})) <= set(known)


def test_the_household_is_told_with_what_derives_from_it(line: Line):
    case = Path(__file__).parents[1] / "law" / "long" / "rahimi-mutter.yaml"
    text = line("evaluate", case, "--on", "24.11.2026").out
    assert "Haushalt, nach den Dateien neben dieser" in text
    assert "Kind: § 25a Abs. 1 bis 31.07.2027" in text
    assert "Rahimi" not in text
    data = json.loads(line("evaluate", case, "--on", "24.11.2026", "--json").out)["household"]
    assert [(each["file"], each["relation"], each["holds"]) for each in data] == [
        (None, None, "D60a_2_1"),
        ("rahimi-vater.yaml", "spouse_partner", "title:25b_1"),
        ("rahimi-sohn.yaml", "child", "title:25a_1"),
    ]
    assert {"id": "25a_2_parent", "verdict": "discretion_open"} in data[0]["derived"]
    alone = json.loads(line("evaluate", sample("offene-fragen"), "--json").out)
    assert alone["household"] == []
