"""What argparse finds wrong is told in one sentence of the right language; the help is whole in it."""

import re

import pytest

from desktop.cli.cases import SHEETS

from .conftest import Line

ENGLISH = re.compile(
    r"\b(the|required|invalid|unrecognized|argument|arguments|expected|show|usage|options|default)\b"
)

WRONG = {
    "no verb": [],
    "unknown verb": ["judge"],
    "missing case": ["evaluate"],
    "missing file": ["print", "letter", "x.yaml"],
    "unknown option": ["evaluate", "x.yaml", "--frobnicate"],
    "shortened option": ["evaluate", "x.yaml", "--titl", "25_3"],
    "value missing": ["evaluate", "x.yaml", "--on"],
    "value too many": ["evaluate", "x.yaml", "--json=yes"],
    "not a choice": ["print", "poem", "x.yaml", "--out", "y.pdf"],
    "not a choice of an option": ["evaluate", "x.yaml", "--decision", "perhaps"],
    "not a number": ["office", "list", "x.akte", "--passphrase-fd", "three"],
    "two sources": ["office", "list", "x.akte", "--passphrase-fd", "3", "--passphrase-file", "y"],
    "no cases": ["office", "add", "x.akte"],
    "not a day": ["evaluate", "x.yaml", "--on", "31.02.2026"],
    "only a month": ["evaluate", "x.yaml", "--on", "2026-11"],
    "no day at all": ["evaluate", "x.yaml", "--on", "morgen"],
    "a year far away": ["evaluate", "x.yaml", "--on", "01.01.9999"],
    "decision without title": ["evaluate", "x.yaml", "--decision", "grant"],
    "no years": ["forecast", "x.yaml", "--years", "0"],
    "years back": ["forecast", "x.yaml", "--years", "-1"],
    "a hundred years": ["forecast", "x.yaml", "--years", "100"],
    "half a year": ["forecast", "x.yaml", "--years", "0.5"],
    "forecast of nobody": ["forecast"],
    "only one day": ["rules", "compare", "--from", "2026-11-24", "x.yaml"],
    "no cases to compare": ["rules", "compare", "--from", "2026-11-24", "--to", "2027-07-01"],
    "from after to": ["rules", "compare", "--from", "2027-07-01", "--to", "2026-11-24", "x.yaml"],
    "the same day": ["rules", "compare", "--from", "2027-07-01", "--to", "2027-07-01", "x.yaml"],
    "days too far apart": ["rules", "compare", "--from", "2026-11-24", "--to", "2066-11-24", "x.yaml"],
    "a period without a start": ["period", "--length", "2 weeks"],
    "a period of no kind": ["period", "--start", "2026-11-24", "--length", "2 weeks", "--kind", "perhaps"],
    "a period of no length": ["period", "--start", "2026-11-24", "--length", "soon"],
    "a period too long": ["period", "--start", "2026-11-24", "--length", "99999 years"],
    "holidays of no year": ["holidays", "DE-TH"],
    "holidays nowhere": ["holidays", "Atlantis", "2027"],
    "login and recovery code": ["office", "list", "x.akte", "--login", "mk", "--recovery"],
    "a recovery code before there is one": ["office", "create", "x.akte", "--recovery"],
    "passphrase as an argument": ["office", "list", "x.akte", "--passphrase", "geheim"],
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_call_is_told_in_one_sentence(either: Line, arguments: list[str]):
    result = either(*arguments)
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
    assert "{" not in result.err
    told = re.sub(r"[„“].*?[“”]", "", result.err)  # without what was typed or is to be typed
    if either.language == "de":
        assert not ENGLISH.search(told), told


def test_what_is_possible_is_named(line: Line):
    told = line("print", "poem", "x.yaml", "--out", "y.pdf").err
    assert f"„poem“ ist für BLATT nicht möglich; möglich sind: {', '.join(SHEETS)}." in told
    assert "„bleibelotse print --help“" in told


def test_the_help_says_what_each_sheet_is(line: Line):
    told = line("print", "--help").out.split("\n\n")[1]
    assert not [sheet for sheet in SHEETS if not re.search(rf"\b{sheet}\b", told)]


def test_a_long_argument_is_cut(line: Line):
    assert len(line("evaluate", "x.yaml", "--decision", "x" * 5000).err) < 300
    assert len(line("x" * 5000).err) < 300


@pytest.mark.parametrize(
    "verb",
    [
        [],
        ["demo"],
        ["schema"],
        ["evaluate"],
        ["deadlines"],
        ["print"],
        ["office"],
        ["office", "create"],
        ["office", "check"],
        ["office", "list"],
        ["office", "add"],
        ["rules"],
        ["rules", "list"],
        ["rules", "check"],
        ["rules", "scheme"],
        ["period"],
        ["holidays"],
    ],
    ids=" ".join,
)
def test_every_verb_has_help_in_both_languages(either: Line, verb: list[str]):
    result = either(*verb, "--help")
    assert (result.code, result.err) == (0, "")
    assert " ".join(["bleibelotse", *verb]) in result.out
    assert all(len(row) <= 100 for row in result.out.splitlines())
    if either.language == "de":
        words = re.sub(r"\(.*?\)|\{.*?\}|--\S+", "", result.out)
        assert not ENGLISH.search(words), words


def test_days_are_read_in_both_ways_of_writing(line: Line):
    one = line("rules", "scheme", "--title", "25b_1", "--on", "30.06.2027")
    other = line("rules", "scheme", "--title", "25b_1", "--on", "2027-06-30")
    assert one.code == other.code == 0
    assert one.out == other.out


def test_an_unexpected_error_tells_its_type_only(line: Line, monkeypatch: pytest.MonkeyPatch):
    from desktop.services import portable

    def fail(*_: object) -> None:
        raise RuntimeError("Nadia Testmann, Erfurt")

    monkeypatch.setattr(portable, "case_schema", fail)
    result = line("schema")
    assert (result.code, result.err) == (1, "Ein Fehler in Bleibelotse selbst (RuntimeError).\n")
    line.debug = True
    result = line("schema")
    assert result.code == 1
    assert "Traceback" in result.err


def test_a_control_sequence_in_a_file_name_does_not_reach_the_terminal(line: Line):
    result = line("evaluate", "\x1b[31mrot\N{RIGHT-TO-LEFT OVERRIDE}.yaml")
    assert result.code == 3
    assert result.err == "Es gibt keine Datei „[31mrot.yaml“.\n"
