"""Records of declarations in an office file: kept, undone, listed on Today, exported; what cannot be so."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
import yaml

from desktop.cases.declarations import KINDS, Consent, HandedOut, Power, Release
from desktop.cases.document import Inputs, read
from desktop.cases.document_schema import schema
from desktop.cases.document_writing import to_yaml
from desktop.cases.people import Client
from desktop.documents.form_sheet import FormSheet
from desktop.services import assessment, clients, due, printing
from desktop.services.declarations.records import can_be_handed_out, fault, handed_out
from desktop.services.words.declarations import standing, what
from desktop.store import undo
from desktop.texts import Texts

from .conftest import NOW, TODAY

GERMAN: Texts = printing.texts_of("de")
ON = date(2026, 3, 1)
RELEASE = Release("Dr. Beispiel", "Beratungsstelle", ON, ("Reisefähigkeit",))
POWER = Power("bamf", ON, (), True, ON, False, valid_until=TODAY + timedelta(days=5))


@pytest.fixture
def client(session):
    made = clients.create(session, Client("Amal Muster"), {}, NOW)
    case = clients.load(session, made)
    clients.save(session, made, replace(case, declarations=(POWER, RELEASE)), NOW)
    return made


def test_they_are_kept_undone_and_done_again(session, client):
    assert clients.load(session, client).declarations == (POWER, RELEASE)
    undo.undo(session.office, "mk", NOW)
    assert clients.load(session, client).declarations == ()
    undo.redo(session.office, "mk", NOW)
    assert clients.load(session, client).declarations == (POWER, RELEASE)
    withdrawn = replace(RELEASE, withdrawn_on=TODAY)
    case = replace(clients.load(session, client), declarations=(withdrawn,))
    clients.save(session, client, case, NOW)
    changed = [each for entry in undo.history(session.office, UUID(client)) for each in entry.changes]
    assert "declaration" in {each.kind for each in changed}
    assert clients.load(session, client).declarations == (withdrawn,)
    assert session.office.check().sound


def test_the_end_stands_on_today_as_a_plan(session, client):
    counts = due.counts(session, TODAY)
    assert counts.week == 1
    assert counts.without_date == 0


def test_they_travel_with_the_portable_case(session, client):
    case = clients.load(session, client)
    inputs = Inputs(shapes={}, judgements=frozenset())
    text = to_yaml(replace(case, facts={}), inputs.shapes)
    assert "Dr. Beispiel" in text
    assert read(text, "akte.yaml", inputs, TODAY).declarations == (POWER, RELEASE)
    tables = schema(inputs)["properties"]["declarations"]["items"]["anyOf"]
    assert [each["properties"]["kind"]["const"] for each in tables] == list(KINDS)
    for written in yaml.safe_load(text)["declarations"]:
        table = tables[list(KINDS).index(written["kind"])]
        assert set(table["required"]) <= set(written) <= set(table["properties"])


@pytest.mark.parametrize(
    ("declaration", "field"),
    [
        (RELEASE, None),
        (replace(RELEASE, valid_until=date(2027, 2, 28)), None),
        (replace(RELEASE, valid_until=date(2027, 3, 1)), "valid_until"),
        (replace(RELEASE, valid_until=date(2026, 2, 28)), "valid_until"),
        (replace(RELEASE, given_on=TODAY), None),
        (replace(RELEASE, given_on=TODAY + timedelta(days=1)), "given_on"),
        (replace(RELEASE, withdrawn_on=date(2026, 2, 28)), "withdrawn_on"),
        (replace(RELEASE, withdrawn_on=ON), None),
        (POWER, None),
        (replace(POWER, submitted_on=ON - timedelta(days=1)), "submitted_on"),
        (replace(POWER, revocation_arrived_on=TODAY), "revoked_on"),
        (replace(POWER, revoked_on=TODAY, revocation_arrived_on=ON), "revocation_arrived_on"),
        (Consent("photo", TODAY + timedelta(days=1), "oral"), "given_on"),
        (HandedOut("privacy", TODAY + timedelta(days=1)), "handed_on"),
    ],
)
def test_what_cannot_be_so_is_said_at_its_field(declaration, field):
    found = fault(declaration, TODAY)
    assert (found and found[0]) == field
    if found is not None:
        assert "{" not in GERMAN.problem(found[1])


def test_a_printed_declaration_is_recorded_with_version_and_language(law, samples):
    case = samples["muenchen-abschiebungsverbot"]
    found = assessment.assess(law, case, TODAY)
    wanted = (("power", "abh"), ("power", "revocation-bamf"), ("privacy", ""), ("checklist", ""))
    choices = [
        printing.defaults(law, case, found).but(kind=kind, which=which, language="en")
        for kind, which in wanted
    ]
    assert can_be_handed_out(choices)
    assert not can_be_handed_out(choices[-1:])
    records = handed_out(choices, TODAY)
    assert [each.sheet for each in records] == ["power", "revocation", "privacy"]
    assert {(each.handed_on, each.language, bool(each.text)) for each in records} == {(TODAY, "en", True)}
    (copied,) = handed_out([choices[2].but(language="de", beside="ar", copies=True)], TODAY)
    assert copied.language == "de, ar"
    (sheet,) = printing.sheets(law, case, choices[2], today=TODAY)
    assert isinstance(sheet, FormSheet)
    assert records[2].text in sheet.foot


@pytest.mark.parametrize(
    ("declaration", "words"),
    [
        (POWER, "eingereicht 01.03.2026; mit Postempfang; bis 29.11.2026"),
        (Power("abh"), "nicht eingereicht"),
        (replace(POWER, revoked_on=TODAY), "widerrufen 24.11.2026; Zugang bei der Behörde nicht eingetragen"),
        (
            replace(POWER, revoked_on=ON, revocation_arrived_on=TODAY),
            "widerrufen 01.03.2026; der Behörde zugegangen 24.11.2026",
        ),
        (RELEASE, "bis 28.02.2027"),
        (replace(RELEASE, valid_until=TODAY - timedelta(days=1)), "geendet 23.11.2026"),
        (replace(RELEASE, valid_until=TODAY), "bis 24.11.2026"),
        (replace(RELEASE, withdrawn_on=TODAY), "zurückgenommen 24.11.2026"),
        (Consent("photo", ON, "oral"), "erteilt 01.03.2026, mündlich"),
        (HandedOut("privacy", ON, language="de"), "01.03.2026, de"),
    ],
)
def test_how_each_stands_in_words(declaration, words):
    assert standing(declaration, TODAY, GERMAN) == words
    assert what(declaration, GERMAN)
