"""A person releases translations: the sheet stops warning, and warns again as soon as a text changes."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from desktop.cases.casefile import CaseFile
from desktop.documents.handout_sheet import HandoutSheet
from desktop.errors import Problem
from desktop.services import assessment, printing
from desktop.services.handouts import releases
from desktop.services.handouts.languages import GERMAN, languages
from desktop.services.handouts.statements import handouts
from desktop.services.handouts.translations import Rendering, Reviewed, Translation, translation
from desktop.services.office import RECOVERY, Session, open_office
from tests.store.making import CHEAP

from .conftest import NOW, TODAY


def sheet(session: Session, case: CaseFile) -> HandoutSheet:
    found = assessment.assess(session.reference, case, TODAY)
    choice = printing.defaults(session.reference, case, found, kind="handout").but(beside="en")
    (made,) = printing.sheets(session.reference, case, choice, today=TODAY, released=releases.of(session))
    assert isinstance(made, HandoutSheet)
    return made


def release_all(session: Session) -> None:
    releases.release(session, "en", handouts().texts, on=TODAY, now=NOW)


@pytest.fixture
def person(samples) -> CaseFile:
    return samples["muenchen-abschiebungsverbot"]


def test_a_new_office_has_released_nothing(session, person):
    assert releases.of(session).found == {}
    assert not sheet(session, person).reviewed
    assert not any(each.reviewed for each in releases.standing(session, "en"))


def test_what_is_released_is_printed_as_reviewed_and_kept_with_who_and_when(session, person):
    release_all(session)
    assert sheet(session, person).reviewed
    lines = releases.standing(session, "en")
    assert [each.block for each in lines] == list(handouts().texts)
    assert {(each.by, each.on, each.reviewed, each.fault) for each in lines} == {("mk", TODAY, True, "")}


def test_the_release_is_in_the_file(session, person, law):
    release_all(session)
    path = session.path
    session.close()
    with open_office(
        path, login="mk", passphrase="kurze Wege, lange Wörter", reference=law, now=NOW, kdf=CHEAP
    ) as again:
        assert sheet(again, person).reviewed


def test_one_text_that_is_not_released_is_enough_for_the_warning(session, person):
    release_all(session)
    releases.withdraw(session, "en", ["frame.title"], now=NOW)
    assert not sheet(session, person).reviewed
    assert [each.block for each in releases.standing(session, "en") if not each.reviewed] == ["frame.title"]


def test_a_release_ends_with_the_text_that_was_read(session, person, monkeypatch):
    release_all(session)
    english = translation("en")
    other = english.renderings["frame.title"].model_copy(update={"text": "What my card means"})
    changed = Translation(
        language="en", renderings=MappingProxyType({**english.renderings, "frame.title": other})
    )
    for place in ("desktop.services.sheets.handouts", "desktop.services.handouts.releases"):
        monkeypatch.setattr(f"{place}.translation", lambda _: changed)
    assert not sheet(session, person).reviewed
    assert [each.block for each in releases.standing(session, "en") if not each.reviewed] == ["frame.title"]


def test_one_language_is_not_another(session):
    release_all(session)
    for code in languages():
        if code not in (GERMAN, "en"):
            assert not any(each.reviewed for each in releases.standing(session, code)), code


@pytest.mark.parametrize("block", ["no_such_text", "work_free"])
def test_what_does_not_fit_the_german_is_refused_and_nothing_is_released(session, monkeypatch, block):
    english = translation("en")
    stale = Rendering(text="You may work on Mondays.", of="000000000000")
    changed = Translation(
        language="en", renderings=MappingProxyType({**english.renderings, "work_free": stale})
    )
    monkeypatch.setattr("desktop.services.handouts.releases.translation", lambda _: changed)
    with pytest.raises(Problem):
        releases.release(session, "en", ["frame.title", block], on=TODAY, now=NOW)
    assert releases.of(session).found == {}


@pytest.mark.parametrize("code", ["de", "tlh"])
def test_german_and_unknown_languages_have_no_release(session, code):
    with pytest.raises(Problem):
        releases.release(session, code, ["work_free"], on=TODAY, now=NOW)
    with pytest.raises(Problem):
        releases.standing(session, code)


def test_what_came_reviewed_with_the_program_needs_no_release(session, monkeypatch):
    by = Reviewed(by="Dolmetscherin", on=TODAY)
    english = translation("en")
    reviewed = english.renderings["work_free"].model_copy(update={"reviewed": by})
    changed = Translation(
        language="en", renderings=MappingProxyType({**english.renderings, "work_free": reviewed})
    )
    monkeypatch.setattr("desktop.services.handouts.releases.translation", lambda _: changed)
    lines = {each.block: each for each in releases.standing(session, "en")}
    assert (lines["work_free"].by, lines["work_free"].on, lines["work_free"].reviewed) == (
        "Dolmetscherin",
        TODAY,
        True,
    )


def test_whoever_opened_with_the_recovery_sheet_releases_nothing(session):
    with pytest.raises(Problem, match="by name"):
        releases.release(replace(session, user=RECOVERY), "en", ["frame.title"], on=TODAY, now=NOW)
    assert releases.of(session).found == {}
