"""Whom letters go to: the directory, or what somebody typed; none leaves the office without an address."""

from dataclasses import replace

import pytest

from desktop.documents.sheets import Authority
from desktop.errors import Problem
from desktop.services import printing
from desktop.services.own_letters import new_letter
from desktop.services.sheets.recipients import reaches
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, choice, text_of
from tests.services.sheets.procedures import applied

TYPED = "Landeshauptstadt Dresden\nAusländerbehörde\nTheaterstraße 11\n01067 Dresden"
OWN = [new_letter("Anfrage", "Anfrage", "wir bitten um Auskunft.")]
KINDS = ("letter", "fee", "own", "file_access", "data_change", "reminder")


@pytest.fixture
def wanted(law, samples):
    """A case whose authority the directory knows by its kind alone, and a choice for a letter of it."""
    case = applied(samples["sachsen-pflege"])

    def make(kind, answers=(), **wishes):
        return case, choice(law, case, kind, answers=answers, **wishes)

    return make


def _made(law, wanted):
    case, chosen = wanted
    return printing.sheets(law, case, chosen, today=TODAY, own=OWN)[0]


@pytest.mark.parametrize("kind", KINDS)
def test_where_the_directory_has_no_address_the_letter_asks_for_it(law, wanted, kind):
    case, chosen = wanted(kind)
    first = printing.questions(law, case, chosen, today=TODAY, texts=GERMAN)[0]
    assert (first.id, first.needed) == ("authority_address", True)
    assert "In diesem Brief fehlt: Postanschrift der Behörde." in " ".join(
        _made(law, (case, chosen)).cautions
    )
    answered = _made(law, wanted(kind, [("authority_address", TYPED)]))
    assert "Theaterstraße 11" in text_of(answered)
    assert "Postanschrift der Behörde" not in " ".join(answered.cautions)
    assert "Örtliche Ausländerbehörde" not in text_of(answered).split("Sehr geehrte")[0]


@pytest.mark.parametrize("kind", KINDS)
def test_no_letter_is_approved_that_no_envelope_can_carry(law, wanted, kind):
    days = [("since", "20.11.2026"), ("purpose", "Beratung."), ("format", "als Kopie")]
    for typed in ("", "Ausländerbehörde", "Ausländerbehörde\nTheaterstraße 11", "Ausländerbehörde\n01067"):
        with pytest.raises(Problem, match="no postcode with a town"):
            _made(law, wanted(kind, [*days, ("authority_address", typed)], approved=True, confirmed_on=TODAY))
    answers = [*days, ("authority_address", TYPED)]
    assert _made(law, wanted(kind, answers, approved=True, confirmed_on=TODAY)).stamp.approved


@pytest.mark.parametrize("kind", ["letter", "fee", "file_access"])
def test_an_authority_with_an_address_is_not_asked_for(law, samples, kind):
    case = samples["muenchen-abschiebungsverbot"]
    chosen = choice(law, case, kind, answers=[("authority_address", TYPED)])
    asked = printing.questions(law, case, chosen, today=TODAY, texts=GERMAN)
    assert "authority_address" not in [each.id for each in asked]
    assert "Theaterstraße" not in text_of(printing.sheets(law, case, chosen, today=TODAY)[0])


def test_every_address_of_the_directory_can_be_used(law):
    found = [each for each in law.authorities.values() if each.postal_address]
    assert found
    assert all(reaches(Authority("", address=each.postal_address)) for each in found)


def test_a_hint_is_no_ground_for_an_application(law, samples):
    """§ 35 is only hinted at, and it is no residence permit: a letter for it asked for the wrong thing."""
    case = samples["nur-angerufen"]
    chosen = replace(choice(law, case, "letter"), title_id="35_hint")
    with pytest.raises(Problem, match="only hints"):
        printing.sheet(law, case, chosen, today=TODAY)


def test_an_own_letter_names_the_paper_as_other_letters_do(law, samples):
    own = [new_letter("Anfrage", "Anfrage", "es geht um: {titel}.")]
    for name, paper in (
        ("chancen-aufenthalt", "Aufenthaltstitel nach § 104c AufenthG"),
        ("muenchen-abschiebungsverbot", "Duldung nach § 60a Abs. 2 S. 1 AufenthG"),
    ):
        chosen = choice(law, samples[name], "own")
        (sheet,) = printing.sheets(law, samples[name], chosen, today=TODAY, own=own)
        assert f"es geht um: {paper}." in text_of(sheet)
