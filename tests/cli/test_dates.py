"""`period` and `holidays`: the promised data, the text, and one sentence for what cannot be computed."""

import json

import pytest

from .conftest import Line

PERIOD_KEYS = [
    "kind",
    "start",
    "length",
    "place",
    "place_known",
    "rolls",
    "raw_end",
    "end",
    "latest",
    "safe_day",
    "opens",
    "derivation",
    "notes",
]


def asked(line: Line, start: str, length: str = "", **options: str) -> dict:
    words = ["period", "--start", start, "--json"]
    words += ["--length", length] if length else []
    for name, value in options.items():
        words += [f"--{name}", value] if value else [f"--{name}"]
    result = line(*words)
    assert (result.code, result.err) == (0, "")
    found = json.loads(result.out)
    assert list(found) == PERIOD_KEYS
    return found


# start | length | options | raw end | end | safe day
PERIODS = """
18.12.2026 | 1 Woche | place=muenchen | 2026-12-25 | 2026-12-28 | 2026-12-23  Christmas on Friday and Saturday
2026-12-18 | 1 week | place=DE-BY+assumption | 2026-12-25 | 2026-12-28 | 2026-12-23
01.10.2027 | 1 Monat | place=NW | 2027-11-01 | 2027-11-02 | 2027-10-29  All Saints' Day in Cologne ...
01.10.2027 | 1 month | place=Berlin | 2027-11-01 | 2027-11-01 | 2027-11-01  ... not in Berlin
31.08.2025 | 18 Monate | kind=begin place=BY | 2027-02-28 | 2027-03-01 | 2027-02-26  a Sunday in February
31.08.2025 | 18 m | kind=begin no-roll | 2027-02-28 | 2027-02-28 | 2027-02-26
14.12.2026 | 2 Wochen | kind=authority | 2026-12-28 | 2026-12-28 | 2026-12-28
30.11.2026 | 3 Monate | kind=waiting | 2027-02-28 | 2027-02-28 | 2027-02-26
24.12.2026 | 3 Tage | kind=working place=Hessen | 2026-12-30 | 2026-12-30 | 2026-12-30  28, 29, 30
28.02.2027 | 8 Wochen | kind=before place=BY | 2027-01-03 | 2027-01-03 | 2026-12-30
26.12.2026 | | kind=named place=BY | 2026-12-26 | 2026-12-28 | 2026-12-23
26.12.2026 | | kind=final place=BY | 2026-12-26 | 2026-12-26 | 2026-12-23
28.02.2027 | | kind=validity place=BY | 2027-02-28 | 2027-02-28 | 2027-02-26
01.12.2026 | halber Monat | | 2026-12-16 | 2026-12-16 | 2026-12-16  1 + 15
01.12.2026 | half a month | | 2026-12-16 | 2026-12-16 | 2026-12-16
30.01.2027 | ein Monat und ein halber | | 2027-03-15 | 2027-03-15 | 2027-03-15  28 February + 15
01.12.2026 | halbes Jahr | | 2027-06-01 | 2027-06-01 | 2027-06-01
01.12.2026 | a quarter | | 2027-03-01 | 2027-03-01 | 2027-03-01
30.11.2026 | 1 Jahr | place=DE-TH | 2027-11-30 | 2027-11-30 | 2027-11-30
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in PERIODS.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]} {row[2]}")
def test_periods(line: Line, row: list[str]):
    start, length, options, raw_end, end, safe_day = row
    given = dict(each.partition("=")[::2] for each in options.split())
    found = asked(line, start, length, **given)
    assert (found["raw_end"], found["end"], found["safe_day"]) == (raw_end, end, safe_day[:10])
    assert found["derivation"]


def test_a_month_as_the_start_gives_a_range(line: Line):
    found = asked(line, "2026-10", "3 Monate", place="DE-TH")
    assert (found["start"], found["end"], found["latest"]) == ("2026-10", "2027-01-04", "2027-02-01")


def test_a_waiting_period_opens_the_day_after(line: Line):
    assert asked(line, "30.11.2026", "3 Monate", kind="waiting")["opens"] == "2027-03-01"
    assert asked(line, "30.11.2026", "3 Monate")["opens"] is None
    # Of a month only, the last day counts: 30 November, not 1 November.
    assert asked(line, "2026-11", "3 Monate", kind="waiting")["opens"] == "2027-03-01"


def test_the_law_that_rolls_is_cited(line: Line):
    for law, cite in (
        ("procedure", "§ 31 Abs. 1, Abs. 3 S. 1 VwVfG, § 193 BGB"),
        ("court", "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO"),
        ("social", "§ 26 Abs. 1, Abs. 3 S. 1 SGB X, § 193 BGB"),
        ("civil", "§ 193 BGB"),
    ):
        found = asked(line, "18.12.2026", "1 Woche", law=law)
        assert found["derivation"][-4]["cite"] == cite or cite in [
            step["cite"] for step in found["derivation"]
        ]


def test_an_unknown_place_is_said(either: Line):
    found = json.loads(either("period", "--start", "06.10.2026", "--length", "3 months", "--json").out)
    assert (found["place"], found["place_known"], found["end"]) == ("DE", False, "2027-01-06")
    assert found["safe_day"] == "2027-01-05"  # Epiphany is closed somewhere
    assert found["notes"]


def test_the_text_names_every_closed_day_and_the_rule(line: Line):
    text = line("period", "--start", "18.12.2026", "--length", "1 Woche", "--place", "München").out
    assert "1 Woche, ab dem Tag eines Ereignisses, Fr 18.12.2026" in text
    assert "Letzter Tag:   Mo 28.12.2026, bis Mitternacht" in text
    assert "Sicherer Tag:  Mi 23.12.2026" in text
    for part in ("§ 187 Abs. 1 BGB", "Erster Weihnachtstag", "Zweiter Weihnachtstag", "§ 31 Abs. 1"):
        assert part in text


def test_the_text_of_a_waiting_period_has_no_safe_day(either: Line):
    text = either("period", "--start", "30.11.2026", "--length", "3 months", "--kind", "waiting").out
    assert {"de": "möglich ab Mo 01.03.2027", "en": "possible from Mon 1 Mar 2027"}[either.language] in text
    assert {"de": "Sicherer Tag", "en": "Safe day"}[either.language] not in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--start", "31.04.2026", "--length", "1 Woche"], "„31.04.2026“ ist kein Tag"),
        (["--start", "01.04.26", "--length", "1 Woche"], "„01.04.26“ ist kein Tag"),
        (["--start", "01.04.2026", "--length", "0 Wochen"], "Eine Frist der Länge 0"),
        (["--start", "01.04.2026", "--length", "-3 Wochen"], "Eine Frist der Länge -3"),
        (["--start", "01.04.2026", "--length", "bald"], "„bald“ ist keine Länge"),
        (["--start", "01.04.2026", "--length", "2 Wochen und ein halber"], "ist keine Länge"),
        (["--start", "01.04.2026"], "Die Länge fehlt"),
        (["--start", "01.04.2026", "--length", "1 Woche", "--kind", "named"], "hat keine Länge"),
        (["--start", "2026-04", "--length", "3 Tage", "--kind", "working"], "braucht einen Tag"),
        (["--start", "01.04.2026", "--length", "1 Woche", "--kind", "working"], "zählt nur Tage"),
        (["--start", "01.04.2026", "--length", "1 Tag", "--kind", "before"], "zählt nur Wochen"),
        (["--start", "01.04.2026", "--length", "1 Woche", "--place", "Entenhausen"], "„Entenhausen“"),
        (["--start", "01.04.2041", "--length", "1 Woche"], "nicht für 2041"),
        (["--start", "31.12.2019", "--kind", "validity"], "nicht für 2019"),
        (["--start", "31.12.2040", "--length", "1 Tag"], "nicht für 2041"),
        (["--start", "01.04.2026", "--length", "999999999 Jahre"], "zu weit entfernt"),
        (["--start", "01.04.2026", "--length", "999999999 Wochen", "--kind", "before"], "zu weit entfernt"),
        (["--start", "01.04.2026", "--length", "999999999 Tage", "--kind", "working"], "nicht für 2041"),
    ],
)
def test_what_cannot_be_computed_is_told_in_one_sentence(line: Line, words: list[str], said: str):
    result = line("period", *words)
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
    assert said in result.err


def test_holidays_as_data(either: Line):
    found = json.loads(either("holidays", "DE-BY", "2028", "--json").out)
    assert list(found) == [
        "place",
        "name",
        "year",
        "holidays",
        "in_parts",
        "closed_doors",
        "first_year",
        "last_year",
    ]
    assert len(found["holidays"]) == 12
    assert [each["day"] for each in found["in_parts"]] == ["2028-08-15", "2028-08-08", "2028-08-15"]
    assert found["closed_doors"] == ["2028-12-24", "2028-12-31"]
    assert found["holidays"][0] == {
        "day": "2028-01-01",
        "weekday": 6,
        "name": {"de": "Neujahr", "en": "New Year's Day"}[either.language],
    }


def test_holidays_as_text(line: Line):
    text = line("holidays", "Augsburg", "2028").out
    assert text.startswith("Gesetzliche Feiertage 2028: Augsburg")
    assert "Di 08.08.2028" in text
    assert "Nur in Teilen" not in text
    assert "24. und der 31. Dezember" in text


@pytest.mark.parametrize(
    "words", [["DE-BY", "26"], ["DE-BY", "2050"], ["DE-BY", "2019"], ["Rom", "2026"], ["DE-BY", "²⁰²⁶"]]
)
def test_years_and_places_that_are_not_known(either: Line, words: list[str]):
    result = either("holidays", *words)
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
