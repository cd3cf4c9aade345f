"""Letters about a procedure: when they are offered, what must stand in each."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.people import Benefit
from desktop.cases.periods import PartialDate, Period
from desktop.documents import build
from desktop.errors import Problem
from desktop.services.procedural import residence_rule
from tests.documents.reading import pages
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, plain, text_of, with_fact
from tests.services.sheets.procedures import BORDER, EXPULSION, REFUSAL, applied, offered, ruled

# When a letter is offered


def test_a_letter_is_offered_when_the_case_has_its_occasion(law, samples, client):
    bare = samples["chancen-aufenthalt"]
    assert offered(law, bare) == {"file_access", "data_change"}
    assert offered(law, client) == {"handover", "file_access", "data_change", "translation", "work_note"}
    assert "reminder" in offered(law, applied(bare))
    assert "reminder" not in offered(law, applied(bare, result="granted"))
    assert "departure" in offered(law, replace(bare, letters=(BORDER,)))
    assert "departure" not in offered(law, replace(bare, letters=(replace(BORDER, closed_on=TODAY),)))
    assert "residence_rule" in offered(law, samples["bayern-familie"])
    assert "hardship" in offered(law, samples["derzeit-nicht-moeglich"])


def test_a_letter_without_an_occasion_says_so_in_one_sentence(made, samples):
    for kind in ("reminder", "translation", "work_note", "residence_rule", "hardship", "departure"):
        with pytest.raises(Problem, match="no occasion"):
            made(samples["chancen-aufenthalt"], kind)
    with pytest.raises(Problem, match="cannot be about that"):
        made(samples["chancen-aufenthalt"], "file_access", which="elsewhere")


# L6


def test_the_reminder_asks_first_and_threatens_nothing(made, samples):
    case = applied(samples["chancen-aufenthalt"], receipt="stamped_copy", complete=True)
    (sheet,) = made(case, "reminder")
    text = text_of(sheet)
    request = text.index("hiermit bitte ich, über meinen Antrag vom 20.10.2026")
    assert request < text.index("Bisheriger Ablauf")
    for part in (
        "§ 25b Abs. 1 AufenthG",
        "§ 25 Abs. 2 S. 2 VwVfG",
        "Antrag ist am 20.10.2026 bei Ihnen eingegangen",
        "(Anlage 1)",
        "vollständig",
        "§ 82 Abs. 1 S. 3 AufenthG",
        "bis zum 15.12.2026",  # three weeks
        "ab dem 21.01.2027",  # three months end with 20.01.2027
        "§ 75 S. 1, 2 VwGO",
    ):
        assert part in text, part
    assert not [threat for threat in ("werde ich", "werden wir", "Klage erheben") if threat in text]
    assert "§ 161" not in text  # costs matter only once an action is possible


@pytest.mark.parametrize(
    ("today", "over"), [(date(2027, 1, 20), False), (date(2027, 1, 21), True), (date(2027, 1, 22), True)]
)
def test_three_months_are_over_on_the_day_after(made, samples, today, over):
    (sheet,) = made(applied(samples["chancen-aufenthalt"]), "reminder", today=today)
    text = text_of(sheet)
    assert ("mehr als drei Monate" in text) is over
    assert ("§ 161 Abs. 3 VwGO" in text) is over


def test_what_nobody_recorded_is_not_claimed_in_a_reminder(made, samples):
    (sheet,) = made(applied(samples["chancen-aufenthalt"]), "reminder")
    text = text_of(sheet)
    assert not [claim for claim in ("vollständig", "belegt") if claim in text]
    assert any("kein Nachweis des Eingangs" in each for each in sheet.cautions)


# L7

RULE = (("place", "Leipzig"), ("details", "Vertrag mit der Firma X, 30 Stunden."))


def test_each_ground_of_the_residence_rule_has_its_letter_of_the_law(made, samples):
    grounds = {
        "work": ("S. 1 Nr. 1 Buchst. a", "mindestens 15 Stunden"),
        "income": ("S. 1 Nr. 1 Buchst. a", "überwiegend sichert"),
        "training": ("S. 1 Nr. 1 Buchst. a", "Studienplatz"),
        "course": ("S. 1 Nr. 1 Buchst. b", "zeitnah"),
        "family": ("S. 1 Nr. 1 Buchst. c", "Kernfamilie"),
        "youth_office": ("S. 1 Nr. 2 Buchst. a", "Jugendamts"),
        "other_land": ("S. 1 Nr. 2 Buchst. b", "Übernahme zugesagt"),
        "hardship": ("S. 1 Nr. 2 Buchst. c", "unzumutbaren"),
    }
    for which, parts in grounds.items():
        (sheet,) = made(ruled(samples), "residence_rule", which=which, answers=RULE)
        text = text_of(sheet)
        assert all(part in text for part in parts), which
        for part in ("§ 72 Abs. 3a S. 1 bis 3", "vier Wochen", "§ 47 Abs. 1 Nr. 3", "§ 53 Abs. 2"):
            assert part in text, part
        assert ("neue Verpflichtung" in text) is (which in ("youth_office", "other_land", "hardship"))
        assert any("nicht umziehen" in each for each in sheet.cautions)


def test_the_fee_of_the_residence_rule_is_free_by_law_only_for_who_draws_benefits(made, samples):
    until = PartialDate.parse("2026-12-31")
    drawn = Benefit("SGB2", Period(PartialDate.parse("2026-01-01"), until))
    with_benefits = with_fact(ruled(samples), "benefit_periods", (drawn,))
    without = with_fact(ruled(samples), "benefit_periods", ())
    free = "§ 53 Abs. 1 Nr. 3"
    assert free in text_of(made(with_benefits, "residence_rule", answers=RULE)[0])
    assert free not in text_of(made(without, "residence_rule", answers=RULE)[0])


def test_work_is_not_approved_below_the_hours_and_the_income(made, samples):
    wishes = {"which": "work", "approved": True, "confirmed_on": TODAY, "authority_id": "core:muenchen"}
    with pytest.raises(Problem, match="stays a draft"):
        made(ruled(samples), "residence_rule", answers=RULE, **wishes)
    (sheet,) = made(ruled(samples), "residence_rule", answers=(*RULE, ("enough", "yes")), **wishes)
    assert "ENTWURF" not in text_of(sheet)


# L9


MEMBER = (("recipient", "Erika Beispiel\nLutherplatz 1\n99084 Erfurt"),)


def test_the_hardship_request_claims_no_right_and_names_no_illness(made, samples):
    case = samples["derzeit-nicht-moeglich"]
    told = (*MEMBER, ("health_enclosed", "yes"), ("family", "Zwei Kinder."), ("consent", "yes"))
    (sheet,) = made(case, "hardship", answers=told)
    text = text_of(sheet)
    assert sheet.recipient.name == "Erika Beispiel"
    for part in ("als Mitglied der Härtefallkommission", "kein Anspruch", "Zwei Kinder.", "§ 23a Abs. 1, 2"):
        assert part in text, part
    assert "Einzelheiten stehen nur dort" in text
    assert any("nichts versprechen" in each for each in sheet.cautions)
    assert any("bevor etwas abgesandt wird" in each for each in sheet.cautions)


def test_a_hardship_request_is_approved_only_after_the_member_was_asked(made, samples):
    case = samples["derzeit-nicht-moeglich"]
    with pytest.raises(Problem, match="stays a draft"):
        made(case, "hardship", answers=(*MEMBER, ("consent", "yes")), approved=True)


def test_hardship_warns_of_a_fixed_removal_and_of_offences(made, samples):
    case = with_fact(samples["derzeit-nicht-moeglich"], "removal_date_fixed", True)
    (sheet,) = made(case, "hardship", answers=MEMBER)
    assert any("in der Regel ausgeschlossen" in each for each in sheet.cautions)


# L10


def test_a_new_address_goes_to_three_bodies_each_with_its_number(made, samples):
    answers = (
        ("new_address", "Am Markt 3\n07743 Jena"),
        ("since", "20.11.2026"),
        ("bamf_address", "Rodaer Straße 8\n07629 Hermsdorf"),
        ("bamf_number", "9876543-439"),
        ("court_address", "Verwaltungsgericht Gera\nGerichtsweg 1\n07545 Gera"),
        ("court_number", "1 K 123/26"),
    )
    office, federal, court = made(samples["chancen-aufenthalt"], "data_change", which="all", answers=answers)
    assert [each.your_reference for each in (office, federal, court)] == [
        "J-TES-3302",
        "9876543-439",
        "1 K 123/26",
    ]
    assert federal.recipient.name == "Bundesamt für Migration und Flüchtlinge"
    assert court.recipient.name == "Verwaltungsgericht Gera"
    assert "§ 10 Abs. 1 AsylG" in text_of(federal)
    assert "§ 10 Abs. 1 AsylG" not in text_of(office)  # no asylum procedure is pending in this case
    for each in (office, federal, court):
        assert "Am Markt 3, 07743 Jena" in text_of(each)
        assert any("gilt Post an die alte Anschrift als zugestellt" in caution for caution in each.cautions)


# L11


def test_the_file_is_asked_for_under_the_law_that_its_office_follows(made, samples):
    case = samples["chancen-aufenthalt"]
    (office,) = made(case, "file_access")
    (federal,) = made(case, "file_access", which="bamf")
    assert "Verfahrensrecht des Landes entsprechend § 29 VwVfG" in text_of(office)
    assert "Akten (§ 29 VwVfG)" in text_of(federal)
    for each in (office, federal):
        assert "Zustellungsnachweise" in text_of(each)
    assert "Vollmacht" not in " ".join(each.text for each in office.passages)
    (both,) = made(case, "file_access", answers=(("by_office", "yes"), ("purpose", "Prüfung.")))
    assert [each.name for each in both.enclosures] == ["Schriftliche Vollmacht"]
    assert any("verlagert förmliche Zustellungen" in each for each in both.cautions)


# L12


def test_work_goes_on_only_in_the_three_cases_of_the_law(made, client):
    inside, after = date(2026, 12, 14), date(2026, 12, 15)  # served 13.11., one month, a Sunday
    (sheet,) = made(client, "work_note", today=inside)
    assert "Frist für den Rechtsbehelf läuft noch bis zum 14.12.2026" in text_of(sheet)
    (late,) = made(client, "work_note", today=after)
    assert "läuft noch" not in text_of(late)
    assert any("gilt der Titel für die Erwerbstätigkeit nicht fort" in each for each in late.cautions)
    approved = {"approved": True, "confirmed_on": after}
    with pytest.raises(Problem, match="stays a draft"):
        made(client, "work_note", today=after, **approved)
    answers = (("interim_filed_on", "10.12.2026"), ("interim_pending", "yes"))
    (pending,) = made(client, "work_note", today=after, answers=answers, **approved)
    assert "§ 80 Abs. 5 VwGO beantragt worden" in text_of(pending)
    assert "§ 59 Abs. 7 AufenthV" in text_of(pending)
    assert "§ 84 Abs. 2 S. 2 AufenthG" in text_of(pending)


def test_without_a_title_nothing_continues_for_work(law, client):
    tolerated = tuple(each for each in client.status_periods if each.title_id is None)
    assert "work_note" not in offered(law, with_fact(client, "status_periods", tolerated))


# L14


def test_a_translation_is_free_in_writing_and_stops_no_period(made, client):
    (sheet,) = made(client, "translation", which="d1")
    text = text_of(sheet)
    for part in (
        "Bescheid vom 10.11.2026",
        "kostenfreie Übersetzung der Entscheidungsformel und der Rechtsbehelfsbelehrung",
        "§ 77 Abs. 3 S. 1 AufenthG",
        "schriftliche Form",
        "die Frist nicht anhält",
        "Persisch",
    ):
        assert part in text, part
    assert any("14.12.2026" in each for each in sheet.cautions)
    (threat,) = made(client, "translation", which="d2")
    assert "Übersetzung der Abschiebungsandrohung" in text_of(threat)
    assert "§ 77 Abs. 3 S. 1, 2 AufenthG" in text_of(threat)


def test_after_unlawful_entry_or_a_conviction_only_the_standard_form(made, client):
    (unlawful,) = made(with_fact(client, "entry_unlawful", True), "translation", which="d1")
    assert "Standardformular" in text_of(unlawful)
    assert "§ 77 Abs. 3 S. 5" in text_of(unlawful)
    expelled = replace(client, letters=(EXPULSION,))
    (unsaid,) = made(expelled, "translation")
    assert "Standardformular" not in " ".join(each.text for each in unsaid.passages)
    (convicted,) = made(expelled, "translation", answers=(("convicted", "yes"),))
    assert "Standardformular" in text_of(convicted)


def test_no_translation_is_offered_of_what_the_section_does_not_name(law, samples):
    benefits = replace(REFUSAL, decision="D14", remedy="objection")
    asylum = replace(BORDER, decision="A1", remedy="action", other_served_on=None)
    case = replace(samples["chancen-aufenthalt"], letters=(benefits, asylum))
    assert "translation" not in offered(law, case)


# L15


ANSWERS = (
    ("recipient", "Außenstelle\nPoststraße 72\n15890 Eisenhüttenstadt"),
    ("number", "9876543-439"),
    ("advised", "yes"),
    ("willing", "yes"),
)


def test_the_departure_period_is_asked_for_with_both_services_and_the_clear_wish(made, samples):
    case = replace(samples["chancen-aufenthalt"], letters=(BORDER,))
    (sheet,) = made(case, "departure", answers=ANSWERS, approved=True, confirmed_on=TODAY)
    text = text_of(sheet)
    for part in ("16.11.2026", "17.11.2026", "24.11.2026", "§ 38 Abs. 5 S. 2 AsylG", "Bereitschaft"):
        assert part in text, part
    assert sheet.recipient.name == "Bundesamt für Migration und Flüchtlinge"
    for missing in ("advised", "willing"):
        fewer = tuple(each for each in ANSWERS if each[0] != missing)
        with pytest.raises(Problem, match="stays a draft"):
            made(case, "departure", answers=fewer, approved=True, confirmed_on=TODAY)
    (draft,) = made(case, "departure")
    assert "Bereitschaft" not in text_of(draft)


def test_late_is_inadmissible_unless_the_instruction_was_wrong(made, samples):
    case = replace(samples["chancen-aufenthalt"], letters=(BORDER,))
    last = date(2026, 11, 27)  # three working days after 24.11.
    wishes = {"answers": ANSWERS, "approved": True, "confirmed_on": last}
    made(case, "departure", today=last, **wishes)
    with pytest.raises(Problem, match="inadmissible"):
        made(case, "departure", today=last + timedelta(days=1), **wishes)
    wishes["answers"] = (*ANSWERS, ("not_instructed", "yes"))
    (sheet,) = made(case, "departure", today=last + timedelta(days=1), **wishes)
    assert "§ 38 Abs. 5 S. 7, 8 AsylG" in text_of(sheet)


# What a reader would stumble over


def test_a_notice_of_a_new_address_is_sent_from_it(made, samples):
    """An answer to the old address would be lost; the old one is named for the file."""
    (sheet,) = made(
        samples["chancen-aufenthalt"],
        "data_change",
        which="abh",
        answers=(("new_address", "Am Markt 3\n99084 Erfurt"),),
    )
    assert (sheet.sender.lines, sheet.place) == (("Am Markt 3", "99084 Erfurt"), "Erfurt")
    assert "Die bisherige Anschrift war: Übungsplatz 9, 07743 Jena." in text_of(sheet)
    (unchanged,) = made(samples["chancen-aufenthalt"], "data_change", which="abh")
    assert unchanged.sender.lines == samples["chancen-aufenthalt"].client.address
    assert "bisherige Anschrift" not in text_of(unchanged)


def test_an_answer_that_ends_with_a_full_stop_ends_the_sentence(made, samples):
    (sheet,) = made(
        samples["chancen-aufenthalt"],
        "file_access",
        answers=(("format", "elektronisch, z. B. als PDF usw."),),
    )
    assert "PDF usw. Sollten" in text_of(sheet)


def test_receipt_that_is_proven_without_saying_how_is_no_gap(made, samples):
    (proven,) = made(applied(samples["chancen-aufenthalt"], received_proof=True), "reminder")
    assert not any("Nachweis des Eingangs" in each for each in proven.cautions)
    (unknown,) = made(applied(samples["chancen-aufenthalt"]), "reminder")
    assert any("Nachweis des Eingangs" in each for each in unknown.cautions)


def test_a_translation_says_that_a_period_runs_only_while_it_runs(made, client):
    for today, runs in ((date(2026, 12, 14), True), (date(2026, 12, 15), False)):
        (sheet,) = made(client, "translation", which="d1", today=today)
        assert ("Weil die Frist für den Rechtsbehelf läuft" in text_of(sheet)) is runs, today
        assert "anhält" in text_of(sheet)


def test_what_a_letter_about_the_residence_rule_says_is_enclosed_is_on_its_list(law, made, samples):
    for which, name in (
        ("youth_office", "Stellungnahme des Jugendamts"),
        ("other_land", "Zusage des anderen Landes"),
    ):
        (sheet,) = made(ruled(samples), "residence_rule", which=which)
        assert "liegt bei" in text_of(sheet)
        assert [each.name for each in sheet.enclosures if each.name.startswith(name)]
    known = set(law.pack.documents)
    assert {code for codes in residence_rule.PAPERS.values() for code in codes} <= known
    (bare,) = made(ruled(samples), "residence_rule", which="work")
    assert any("bisher liegt nichts bei" in each for each in bare.cautions)
    (shown,) = made(ruled(samples), "residence_rule", which="work", answers=(("evidence", "Vertrag"),))
    assert not any("bisher liegt nichts bei" in each for each in shown.cautions)


def test_the_box_of_a_draft_on_a_sheet_of_its_own_says_to_what_it_belongs(made, samples):
    """The letter before it is laid out as it will be sent; the sheet with the box stays in the office."""
    (alone,) = made(samples["derzeit-nicht-moeglich"], "hardship")
    *letter, last = pages(build.pdf([alone], GERMAN))
    assert "Zum Entwurf: Bitte um Befassung der Härtefallkommission (§ 23a AufenthG)" in plain(last)[0]
    assert "bleibt in der Beratungsstelle" in last
    assert "Vor dem Absenden" not in " ".join(letter)
    (beside,) = made(samples["chancen-aufenthalt"], "data_change")
    assert "Zum Entwurf" not in text_of(beside)


def test_the_commission_is_not_given_the_number_of_another_office_as_its_own(made, samples):
    case = samples["muenchen-abschiebungsverbot"]
    (sheet,) = made(case, "hardship")
    assert sheet.your_reference == ""
    assert case.client.authority_file_number not in text_of(sheet)


def test_a_late_application_for_a_period_to_leave_does_not_say_it_is_in_time(made, samples):
    case = replace(samples["chancen-aufenthalt"], letters=(BORDER,))
    said = "innerhalb von drei Arbeitstagen nach diesem Tag gestellt"
    for today, in_time in ((date(2026, 11, 27), True), (date(2026, 11, 28), False)):
        (sheet,) = made(case, "departure", today=today)
        assert (said in text_of(sheet)) is in_time, today
