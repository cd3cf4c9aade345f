"""What was found by looking at the printed sheets of every case."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.cases.casefile import CaseFile
from desktop.errors import Problem
from desktop.services import assessment, own_letters, printing
from desktop.services.printing import PrintChoice, SheetKind
from desktop.services.reference import Reference
from tests.documents.reading import pages

from .conftest import TODAY
from .test_hostile_print import situations


def printed(law: Reference, case: CaseFile, kind: SheetKind, **wishes: str) -> list[str]:
    """The pages of a sheet, with blanks as single spaces."""
    found = assessment.assess(law, case, TODAY)
    choice: PrintChoice = printing.defaults(law, case, found, kind=kind).but(**wishes)
    made = printing.printed(law, case, choice, today=TODAY)
    return [re.sub(r"\s+", " ", page) for page in pages(made.pdf)]


@pytest.mark.parametrize("kind", ["fiction", "reminder"])
def test_no_letter_says_undecided_after_a_refusal(law, kind):
    """The refusal came by letter and nobody has recorded it with the application."""
    with pytest.raises(Problem):
        printed(law, situations()["turned down at the border, to leave"], kind)
    assert printed(law, situations()["nothing heard for three months"], kind, which="1")


def test_a_title_out_of_question_is_said_on_what_asks_for_it(law, samples):
    said = "kommt § 25 Abs. 5 AufenthG heute nicht in Betracht"
    for kind in ("checklist", "letter"):
        assert said in " ".join(printed(law, samples["derzeit-nicht-moeglich"], kind)), kind
        assert "nicht in Betracht" not in " ".join(printed(law, samples["sachsen-pflege"], kind)), kind


def test_grounds_go_on_only_for_the_same_title(law, samples):
    """From § 25(4) s. 1 to s. 2: the hardship is new, the urgent ground may be over."""
    hardship = samples["hessen-haertefall"]
    assert "bestehen fort" not in " ".join(printed(law, hardship, "letter"))
    held = tuple(
        replace(each, status_code="title:25_4_2") if each.title_id else each
        for each in hardship.status_periods
    )
    again = hardship.with_fact("status_periods", replace(hardship.facts["status_periods"], value=held))
    assert "bestehen fort" in " ".join(printed(law, again, "letter", title_id="25_4_2"))


def test_the_stay_by_recognition_is_told_in_a_sentence(law, samples):
    text = " ".join(printed(law, samples["bayern-familie"], "filing"))
    assert "Anerkannt" in text
    assert "läuft bereits" not in text


def test_the_language_on_the_cover_is_a_word(law, samples):
    text = " ".join(printed(law, samples["bayern-familie"], "cover"))
    assert "Somali" in text
    assert "Sprache so " not in text


def test_a_day_that_is_over_is_no_next_step(law):
    text = " ".join(printed(law, situations()["nothing heard for three months"], "filing"))
    assert "Die drei Monate sind um" in text
    assert "Bis zu diesem Tag" not in text


def test_nobody_signs_a_page_without_text(law, samples: Mapping[str, CaseFile]):
    for case in samples.values():
        try:
            sheet = printed(law, case, "letter")
        except Problem:
            continue
        signed = next(page for page in sheet if "Mit freundlichen Grüßen" in page)
        assert "wäre ich dankbar" in signed
    power = printed(law, samples["bayern-familie"], "power", which="bamf")
    assert any("Verstanden und unterschrieben" in page and "widerrufen" in page for page in power)


def test_an_objection_about_benefits_is_not_filed_at_the_administrative_court(law, samples):
    """It goes to the office that decided (§ 84 SGG); the action of § 82 VwGO is another one."""
    benefits = " ".join(printed(law, samples["derzeit-nicht-moeglich"], "handover"))
    refused = " ".join(printed(law, situations()["turned down at the border, to leave"], "handover"))
    for said in ("§ 82 VwGO", "Geschäftsstelle des Gerichts"):
        assert said not in benefits
        assert said in refused


def test_the_country_on_a_letter_is_not_read_as_the_place_of_birth(law, samples):
    for kind in ("letter", "fee", "file_access", "checklist", "reasons"):
        text = " ".join(printed(law, samples["bayern-familie"], kind))
        assert "geboren 02.07.1991, Staatsangehörigkeit Somalia" in text, kind


def test_the_stay_by_recognition_ends_with_the_card(law, samples):
    text = " ".join(printed(law, samples["bayern-familie"], "residence"))
    assert "Gilt bis zur Ausgabe der Karte" in text
    assert "nicht bekannt" not in text


def test_a_draft_says_what_every_authority_would_miss(law, samples):
    called = " ".join(printed(law, samples["nur-angerufen"], "letter", title_id="25_5"))
    assert "Dieser Brief nennt keinen Grund für § 25 Abs. 5 AufenthG" in called
    for kind in ("letter", "data_change"):
        text = " ".join(printed(law, samples["nur-angerufen"], kind))
        assert "In diesem Brief fehlt: Anschrift der Klientin oder des Klienten, Geburtsdatum" in text, kind
    complete = " ".join(printed(law, samples["chancen-aufenthalt"], "letter"))
    assert "fehlt:" not in complete
    assert "nennt keinen Grund" not in complete


def test_nobody_is_secured_by_more_than_all_of_the_need(law, samples):
    text = " ".join(printed(law, samples["chancen-aufenthalt"], "letter"))
    assert "111,19" not in text
    assert "zu 100 % durch Erwerbstätigkeit gesichert" in text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_line_for_the_supervisory_authority_stands_under_its_sentence(law, samples):
    for language in ("de", "en"):
        for page in printed(law, samples["bayern-familie"], "privacy", language=language):
            assert ("Art. 77 DSGVO" in page) == bool(
                re.search(r"\] (Supervisory authority|Aufsichtsbehörde) ", page)
            )


def test_the_cover_keeps_no_words_that_grow_old(law, samples):
    text = " ".join(printed(law, samples["bayern-familie"], "cover"))
    assert "(später)" not in text
    assert "(bald)" not in text
    assert "(dringend)" in text


def test_an_office_without_own_letters_is_told_so(law, samples):
    with pytest.raises(Problem) as told:
        printed(law, samples["bayern-familie"], "own")
    assert "noch keine eigenen Schreiben" in printing.texts_of("de").problem(told.value)


def test_whoever_holds_a_duldung_is_not_asked_for_a_permit(law, samples):
    text = " ".join(printed(law, samples["derzeit-nicht-moeglich"], "checklist"))
    assert "Aufenthaltserlaubnis wird vorgelegt" not in text
    assert "wer keine hat, legt das Papier vor" in text


def test_a_title_that_still_runs_is_not_told_as_past(law):
    text = " ".join(printed(law, situations()["nothing heard for three months"], "fiction"))
    assert "ist bis zum 15.01.2027 ausgestellt, der Antrag ging vorher ein" in text


def test_reasons_quote_only_pages_of_the_place_of_the_client(law, samples):
    bavarian = " ".join(printed(law, samples["bayern-familie"], "reasons"))
    assert "Bayerisches Staatsministerium" in bavarian
    assert "Stadt Jena" not in bavarian
    assert "Landeshauptstadt München" not in bavarian
    assert "Stadt Jena" in " ".join(printed(law, samples["jena-aufnahmezusage"], "reasons"))
    assert "Landeshauptstadt München" in " ".join(
        printed(law, samples["muenchen-abschiebungsverbot"], "reasons")
    )


def test_reasons_say_nothing_twice(law, samples):
    text = " ".join(printed(law, samples["chancen-aufenthalt"], "reasons"))
    assert text.count("Asylantrag noch nicht bestandskräftig entschieden") == 1


def test_who_received_a_consent_stands_under_the_signatures(law, samples):
    for case in samples.values():
        for page in printed(law, case, "consent"):
            assert ("Entgegengenommen von" in page) == ("Unterschrift; auch Minderjährige" in page)


def test_an_own_letter_names_the_paper_and_its_gaps(law, samples):
    own = [own_letters.new_letter("Bitte", "Termin", "Mein Papier: {titel}, gültig bis {gueltig_bis}.")]
    for name, paper, gaps in (
        (
            "sachsen-pflege",
            "Mein Papier: Aufenthaltstitel nach § 16b Abs. 1 AufenthG, gültig bis 15.01.2027.",
            False,
        ),
        ("bayern-familie", "bis zur Karte, gültig bis", True),
    ):
        case = samples[name]
        found = assessment.assess(law, case, TODAY)
        choice = printing.defaults(law, case, found, kind="own").but(which=own[0].id)
        made = printing.printed(law, case, choice, today=TODAY, own=own)
        text = re.sub(r"\s+", " ", " ".join(pages(made.pdf)))
        assert paper in text
        assert ("Lücken im Text:" in text) is gaps
