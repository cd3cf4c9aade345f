"""What the office says of itself is kept in the office file, and nothing else is."""

from dataclasses import replace

import pytest

from desktop.errors import Problem
from desktop.services.declarations import profile
from desktop.services.office import create_office
from desktop.services.reference import load_reference
from desktop.store import office_settings
from tests.store.making import CHEAP, NOW

from .test_declarations import PROFILE


@pytest.fixture
def session(tmp_path):
    made = create_office(
        tmp_path / "A.akte", name="Büro Süd", login="mk", passphrase="vier ganz lose Worte",
        reference=load_reference(), now=NOW, kdf=CHEAP,
    ).session  # fmt: skip
    yield made
    made.close()


def test_it_comes_back_as_it_was_kept(session):
    assert profile.of(session) == profile.OfficeProfile(name="Büro Süd")
    profile.keep(session, PROFILE, NOW)
    assert profile.of(session) == PROFILE


def test_a_field_of_a_newer_version_is_left_aside(session):
    with session.office.change("settings", session.user, NOW) as change:
        office_settings.write(change, "profile", {"officer": "Dr. Beispiel", "fax": "1"})
    found = profile.of(session)
    assert (found.name, found.officer) == ("Büro Süd", "Dr. Beispiel")


@pytest.mark.parametrize("change", [{"officer": "x" * 301}, {"address": ("ok", "x" * 301)}])
def test_a_novel_is_refused_and_nothing_changes(session, change):
    profile.keep(session, PROFILE, NOW)
    with pytest.raises(Problem, match="too long"):
        profile.keep(session, replace(PROFILE, **change), NOW)
    assert profile.of(session) == PROFILE
