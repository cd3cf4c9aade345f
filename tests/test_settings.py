"""Preferences: stored for the owner alone, read with a doubtful eye."""

import json
import stat

import pytest

from desktop import settings
from desktop.settings import Preferences


def test_what_was_saved_is_read_again(tmp_path):
    place = tmp_path / "new" / "preferences.json"
    wanted = Preferences("en", "dark", 150, 10, ("b.akte",), "mk", "AAAA")
    assert settings.save(wanted, place)
    assert settings.load(place) == wanted
    assert stat.S_IMODE(place.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", '{"language": "fr", "theme": 3, "font_percent": "big", "recent_offices": [1], "x": 1}'],
)
def test_nonsense_counts_as_not_set(tmp_path, written):
    place = tmp_path / "preferences.json"
    place.write_text(written, encoding="utf-8")
    assert settings.load(place) == Preferences()


def test_one_wrong_value_spoils_no_other(tmp_path):
    place = tmp_path / "preferences.json"
    place.write_text(
        json.dumps({"language": "en", "lock_after_minutes": 0, "letter_form": "C"}), encoding="utf-8"
    )
    assert settings.load(place) == Preferences(language="en")


def test_the_form_of_letters_is_kept(tmp_path):
    place = tmp_path / "preferences.json"
    assert Preferences().letter_form == "B"
    settings.save(Preferences(letter_form="A"), place)
    assert settings.load(place).letter_form == "A"


def test_a_folder_that_cannot_be_written_is_no_accident(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not settings.save(Preferences(), tmp_path / "file" / "preferences.json")


def test_recent_offices_are_few_and_the_last_comes_first():
    preferences = Preferences()
    for number in range(9):
        preferences = preferences.with_recent(f"{number}.akte")
    assert preferences.with_recent("5.akte").recent_offices == tuple(
        f"{number}.akte" for number in (5, 8, 7, 6, 4, 3)
    )
