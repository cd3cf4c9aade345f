"""`office titles` and `office ahead`: everybody of an office at once."""

from pathlib import Path

import pytest

from desktop.services import caseload, forecast

from .conftest import SAMPLES, Line, sample


@pytest.fixture
def filled(line: Line, office_path: Path, secret_file: Path) -> Path:
    cases = [sample(name) for name in SAMPLES]
    assert line("office", "add", office_path, *cases, "--passphrase-file", secret_file).code == 0
    return office_path


def test_every_title_tells_how_many_come_to_which_result(either: Line, filled: Path, secret_file: Path):
    result = either("office", "titles", filled, "--passphrase-file", secret_file)
    assert (result.code, result.err) == (0, "")
    rows = result.out.splitlines()
    assert rows[-1] == {"de": "9 Akten", "en": "9 clients"}[either.language]
    (integrated,) = (row for row in rows if "[25b_1]" in row)
    assert "§ 25b Abs. 1 AufenthG" in integrated
    counts = [int(part.split(" × ")[0].split()[-1]) for part in integrated.split(", ")]
    assert sum(counts) == len(SAMPLES)


def test_the_clients_of_one_title_are_named_by_their_result(either: Line, filled: Path, secret_file: Path):
    result = either("office", "titles", filled, "--title", "25b_1", "--passphrase-file", secret_file)
    assert (result.code, result.err) == (0, "")
    assert result.out.count("B-2026-") == len(SAMPLES)
    for title, year in (("99z", 2026), ("104c_holder", 2021)):  # the Chancen-Aufenthalt began on 31.12.2022
        either.now = either.now.replace(year=year)
        wrong = either("office", "titles", filled, "--title", title, "--passphrase-file", secret_file)
        assert (wrong.code, wrong.out, len(wrong.sentences)) == (2, "", 1)


def test_what_time_brings_stands_by_day(either: Line, filled: Path, secret_file: Path):
    result = either("office", "ahead", filled, "--years", "2", "--passphrase-file", secret_file)
    assert (result.code, result.err) == (0, "")
    assert "→" in result.out
    assert "B-2026-" in result.out
    wrong = either("office", "ahead", filled, "--years", "0", "--passphrase-file", secret_file)
    assert (wrong.code, wrong.out, len(wrong.sentences)) == (2, "", 1)


def test_who_is_missing_is_told_by_file_number(line: Line, filled: Path, secret_file: Path, monkeypatch):
    whole, keep = forecast.forecast_of, caseload.keep

    def failing(law, plan, case):
        return 1 / 0 if case.client.name == "Amina Beispiel" else whole(law, plan, case)

    def not_kept(law, case, today, **wishes):
        return 1 / 0 if case.client.name == "Amina Beispiel" else keep(law, case, today, **wishes)

    monkeypatch.setattr(forecast, "forecast_of", failing)
    result = line("office", "ahead", filled, "--passphrase-file", secret_file)
    assert (result.code, "Amina" in result.out) == (0, False)
    assert "B-2026-001" in result.err
    monkeypatch.setattr(caseload, "keep", not_kept)
    line.now = line.now.replace(year=2027)  # nothing kept holds so long
    result = line("office", "titles", filled, "--passphrase-file", secret_file)
    assert (result.code, result.out.splitlines()[-1]) == (0, "8 Akten")
    assert "B-2026-001" in result.err
    assert "Amina" not in result.err
