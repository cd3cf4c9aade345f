"""An authority on paper: hours, phone, entrance, and what should be confirmed before anybody relies on it."""

from dataclasses import replace
from datetime import date

from desktop.services import assessment, printing
from desktop.services.sheets.authority import address_doubts, authority_of, doubts
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, plain, text_of

CONFIRM = "Vor der Verwendung bestätigen lassen."


def test_the_opening_hours_stand_by_weekday_with_their_note(law):
    shown = authority_of(law.authorities["core:jena"], GERMAN, TODAY)
    (hours,) = plain(shown.hours)
    assert hours == (
        "Öffnungszeiten: Mo 09:00–12:00; Di 09:00–12:00, 14:00–18:00; Do 09:00–12:00, 14:00–16:00; "
        "Fr 09:00–12:00. Vorsprache nur mit Termin."
    )
    assert shown.visit_address == ()  # the same as for letters


def test_entrance_and_phone_are_on_the_way(law):
    shown = authority_of(law.authorities["core:muenchen"], GERMAN, TODAY)
    assert shown.visit_address == ("Ruppertstraße 19", "80337 München", "Eingang A")
    assert shown.phone == "089 233-96010"


def test_what_was_read_elsewhere_is_to_be_confirmed_and_what_the_page_says_is_not(law):
    (jena,) = doubts(law.authorities["core:jena"], GERMAN, TODAY)
    assert "Anschrift (ältere öffentliche Seiten)" in jena
    assert "E-Mail" not in jena  # the address for applications is from the page itself
    (munich,) = doubts(law.authorities["core:muenchen"], GERMAN, TODAY)
    assert "Öffnungszeiten, Telefon" in munich
    assert munich.endswith(CONFIRM)


def test_an_old_record_is_marked_until_it_is_confirmed(law):
    hesse = law.authorities["core:hessen"]
    (stale,) = doubts(hesse, GERMAN, TODAY)
    assert "länger als sechs Monate" in stale
    assert list(doubts(replace(hesse, verified_on=TODAY), GERMAN, TODAY)) == []
    assert list(doubts(law.authorities["core:unknown"], GERMAN, date(2040, 1, 1))) == []


def test_the_checklist_and_the_draft_of_a_letter_say_it_and_an_approved_letter_does_not(sheet):
    assert "länger als sechs Monate" in text_of(sheet("hessen-haertefall", "checklist"))
    assert CONFIRM in text_of(sheet("jena-aufnahmezusage", "letter"))
    assert CONFIRM not in text_of(sheet("jena-aufnahmezusage", "letter", approved=True, confirmed_on=TODAY))


def test_an_authority_that_is_no_longer_in_use_is_not_offered(law, samples):
    found = assessment.assess(law, samples["jena-aufnahmezusage"], TODAY)
    closed = {**law.authorities, "core:jena": replace(law.authorities["core:jena"], active=False)}
    offered = printing.choices(replace(law, authorities=closed), found).authorities
    assert "core:jena" not in offered
    assert "core:muenchen" in offered
    assert "core:jena" in printing.choices(law, found).authorities


def test_a_letter_doubts_its_address_and_nothing_else(law):
    jena = law.authorities["core:jena"]
    old = date(2027, 9, 1)
    said = list(address_doubts(jena, GERMAN, old))
    assert "Anschrift der Behörde wurde länger als sechs Monate nicht geprüft" in said[0]
    assert "Anschrift (ältere öffentliche Seiten)" in said[1]
    assert list(address_doubts(law.authorities["core:muenchen"], GERMAN, TODAY)) == []
    assert list(address_doubts(law.authorities["core:hessen"], GERMAN, TODAY)) == []
