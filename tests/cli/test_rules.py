"""`rules`: what the pack covers, whether a changed pack is sound, and the scheme of a title."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop import resources
from desktop.services.reference import PACK, Reference
from desktop.texts import NO_BREAK_SPACE

from .conftest import Line


def test_every_title_is_listed_with_its_versions(either: Line, law: Reference):
    result = either("rules", "list")
    assert (result.code, result.err) == (0, "")
    for norm in law.pack.norms:
        assert any(row.startswith(norm.id) for row in result.out.splitlines())
    last = {"de": "31.12.2022 bis 30.06.2027", "en": "31 Dec 2022 to 30 Jun 2027"}[either.language]
    assert last in result.out  # the last day is told, not the first that no longer counts


def test_the_built_in_pack_is_sound(either: Line, law: Reference):
    result = either("rules", "check")
    assert (result.code, result.err) == (0, "")
    assert PACK in result.out
    rows = law.pack.time.remedies.rows
    counted = {"de": f"{len(rows)} Arten von Bescheiden", "en": f"{len(rows)} kinds of decisions"}
    assert counted[either.language] in result.out


def test_a_pack_with_a_damaged_table_of_remedies_is_not_sound(line: Line, tmp_path: Path):
    """The check names file and line; without both tables it says what is lacking."""
    folder = tmp_path / "pack"
    shutil.copytree(resources.path("law", PACK), folder)
    table = folder / "remedies.yaml"
    kept = table.read_text(encoding="utf-8")
    table.write_text(kept.replace("period: 2 weeks", "period: 0 weeks", 1), encoding="utf-8")
    result = line("rules", "check", folder)
    assert result.code == 2
    assert "remedies.yaml" in result.err
    table.unlink()
    assert "remedies.yaml" in line("rules", "check", folder).err
    (folder / "announcement.yaml").unlink()
    assert "Ohne Tabelle der Rechtsbehelfe" in line("rules", "check", folder).out


def test_the_check_names_facts_of_which_nobody_says_who_can_change_them(line: Line, tmp_path: Path):
    folder = tmp_path / "pack"
    shutil.copytree(resources.path("law", PACK), folder)
    file = folder / "vocabulary.yaml"
    kept = file.read_text(encoding="utf-8")
    start = kept.index("  - id: german_oral\n")
    changes = kept.index("    changes:", start)
    file.write_text(kept[:changes] + kept[kept.index("\n", changes) + 1 :], encoding="utf-8")
    text = line("rules", "check", folder).out
    assert "nicht, wer diese Angaben ändern kann" in text
    assert "german_oral" in text


def test_a_norm_without_a_text_for_the_day_stops_no_other_scheme(line: Line, law: Reference):
    text = line("rules", "scheme", "--on", "01.06.2016").out
    assert "Nachhaltige Integration" in text
    assert "Mindestens acht Jahre" in text
    lacking = [norm for norm in law.pack.norms if norm.versions[0].in_force.since > date(2016, 6, 1)]
    assert lacking
    assert text.count("ist vor dem") == len(lacking)


def test_the_scheme_of_one_title_and_of_all(either: Line, law: Reference):
    one = either("rules", "scheme", "--title", "25b_1", "--on", "30.06.2027")
    new = either("rules", "scheme", "--title", "25b_1", "--on", "01.07.2027")
    whole = either("rules", "scheme")
    assert one.code == new.code == whole.code == 0
    assert one.out != new.out
    for norm in law.pack.norms:
        assert norm.cite.replace(NO_BREAK_SPACE, " ") in whole.out
    assert "{" not in whole.out


def test_a_day_before_the_pack(either: Line):
    result = either("rules", "scheme", "--title", "25_3", "--on", "01.01.2010")
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)


def test_a_title_that_does_not_exist(either: Line):
    result = either("rules", "scheme", "--title", "99z")
    assert (result.code, len(result.sentences)) == (2, 1)
    assert "99z" in result.err
    assert "25b_1" in result.err


# A pack that somebody changed


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resources.path("law", PACK), tmp_path / "eigenes"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_copy_is_as_sound_as_the_original(line: Line, pack: Path):
    assert line("rules", "check", pack).code == 0


def _unknown_fact(pack: Path) -> None:
    change(pack / "norms" / "25_3.yaml", "fact: removal_ban", "fact: removal_bann")


def _no_citation(pack: Path) -> None:
    file = pack / "norms" / "25_3.yaml"
    text = file.read_text(encoding="utf-8")
    kept = [row for row in text.splitlines() if not row.strip().startswith(("cite:", "- cite:"))]
    file.write_text("\n".join(kept), encoding="utf-8")


def _overlap(pack: Path) -> None:
    change(pack / "norms" / "25b_1.yaml", "until: 2027-07-01", "until: 2028-01-01")


def _missing_norm(pack: Path) -> None:
    (pack / "norms" / "25_3.yaml").unlink()


def _stranger(pack: Path) -> None:
    shutil.copy(pack / "norms" / "25_3.yaml", pack / "norms" / "25_9.yaml")


def _broken(pack: Path) -> None:
    (pack / "norms" / "25_3.yaml").write_text("id: [25_3\n", encoding="utf-8")


def _empty(pack: Path) -> None:
    (pack / "vocabulary.yaml").write_bytes(b"")


def _binary(pack: Path) -> None:
    (pack / "general.yaml").write_bytes(bytes(range(256)))


def _unknown_key(pack: Path) -> None:
    change(pack / "pack.yaml", "jurisdiction:", "jurisdictionn:")


def _example(old: str, new: str, name: str) -> Callable[[Path], None]:
    def breaking(pack: Path) -> None:
        change(pack / "examples" / "25a_1.yaml", old, new)

    breaking.__name__ = f"_example_{name}"
    return breaking


def _example_empty(pack: Path) -> None:
    (pack / "examples" / "25a_1.yaml").write_bytes(b"")


def _example_binary(pack: Path) -> None:
    (pack / "examples" / "25a_1.yaml").write_bytes(bytes(range(256)))


def _example_of_no_norm(pack: Path) -> None:
    shutil.copy(pack / "examples" / "25a_1.yaml", pack / "examples" / "25z.yaml")


BREAKS = (
    _example('holds_104c: "no"', 'holds_105: "no"', "unknown_fact"),
    _example('duldung_possession_months: "12"', 'duldung_possession_months: "twelve"', "bad_number"),
    _example("expect: should_be_granted", "expect: perhaps", "unknown_verdict"),
    _example("on: 2026-11-24", "on: 31.04.2026", "no_day"),
    _example("on: 2026-11-24", "on: 1999-01-01", "day_without_text"),
    _example_empty,
    _example_binary,
    _example_of_no_norm,
    _unknown_fact,
    _no_citation,
    _overlap,
    _missing_norm,
    _stranger,
    _broken,
    _empty,
    _binary,
    _unknown_key,
)


@pytest.mark.parametrize("breaking", BREAKS, ids=lambda each: each.__name__)
def test_a_broken_pack_is_told_with_file_and_line(either: Line, pack: Path, breaking):
    breaking(pack)
    result = either("rules", "check", pack)
    assert (result.code, result.out) == (2, "")
    assert result.sentences
    for sentence in result.sentences:
        assert ".yaml" in sentence
        assert str(pack) not in sentence
        assert "{" not in sentence


def test_no_pack_is_called_sound_before_its_examples_came_out(either: Line, pack: Path):
    change(pack / "examples" / "25a_1.yaml", "expect: should_be_granted", "expect: not_available")
    result = either("rules", "check", pack)
    assert (result.code, result.out, len(result.sentences)) == (2, "", 1)
    assert "25a_1" in result.err


def test_what_is_no_pack(either: Line, tmp_path: Path):
    (tmp_path / "datei").write_bytes(b"")
    (tmp_path / "leer").mkdir()
    file, missing, empty = (either("rules", "check", tmp_path / name) for name in ("datei", "nix", "leer"))
    assert (file.code, missing.code, empty.code) == (2, 3, 2)
    assert len(file.sentences) == len(missing.sentences) == 1
    assert "pack.yaml" in empty.err
