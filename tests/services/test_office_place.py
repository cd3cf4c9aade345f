"""Whose holidays the calendar of the office shows."""

import pytest

from desktop.errors import Problem
from desktop.services import office_place
from desktop.services.office import create_office
from desktop.services.reference import load_reference
from tests.store.making import CHEAP, NOW


@pytest.fixture
def session(tmp_path):
    made = create_office(
        tmp_path / "A.akte", name="A", login="mk", passphrase="vier ganz lose Worte",
        reference=load_reference(), now=NOW, kdf=CHEAP,
    ).session  # fmt: skip
    yield made
    made.close()


def test_all_of_germany_until_somebody_chooses(session):
    assert office_place.of(session) == "DE"
    office_place.choose(session, "DE-BY-AUGSBURG", NOW)
    assert office_place.of(session) == "DE-BY-AUGSBURG"


def test_a_place_without_a_table_is_refused_and_nothing_changes(session):
    office_place.choose(session, "DE-SN", NOW)
    with pytest.raises(Problem, match="no table"):
        office_place.choose(session, "DE-XX", NOW)
    assert office_place.of(session) == "DE-SN"
