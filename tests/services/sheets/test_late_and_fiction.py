"""Late applications, what never follows § 104c, and the certificate of the fiction."""

from datetime import date

import pytest

from desktop.cases.answers import Proof
from desktop.cases.applications import Application, DecisionKind
from desktop.cases.people import Benefit
from desktop.cases.periods import PartialDate
from desktop.cases.status import StatusPeriod
from desktop.documents.sheets import LetterKind, StayEffect
from desktop.errors import Problem
from desktop.services import printing
from desktop.services.letter_questions import unanswered
from tests.services.conftest import TODAY
from tests.services.sheets.making import GERMAN, choice, period, text_of, with_fact

# Late


def late_answers():
    return [
        ("late_reason", "Vom 10. bis 20. Januar im Krankenhaus (Anlage 5)."),
        ("noticed_on", "21.01.2027"),
        ("consequences", "Der Arbeitgeber darf mich nicht weiter beschäftigen."),
    ]


def test_a_late_application_is_a_letter_of_its_own(letter, samples):
    made = letter(samples["sachsen-pflege"], today=date(2027, 1, 22), answers=late_answers())
    assert (made.kind, made.effect) == (LetterKind.LATE, StayEffect.LATE)
    text = text_of(made)
    for part in (
        "Anordnung nach § 81 Abs. 4 S. 3 AufenthG",
        "Letztes Papier",
        "war bis zum 15.01.2027 gültig. Der Antrag kommt damit 7 Tage nach dem letzten Tag.",
        "Vom 10. bis 20. Januar im Krankenhaus",
        "am 21.01.2027 bemerkt",
        "Der Arbeitgeber darf mich nicht weiter beschäftigen.",
        "Hilfsweise beantrage ich, den Aufenthalt bis zu Ihrer Entscheidung zu dulden (§ 60a",
        "unbillige Härte",
    ):
        assert part in text, part
    assert "Wiedereinsetzung" not in text
    assert "§ 81 Abs. 4 S. 1" not in text
    request = text[text.index("Damen und Herren,") :][:330]
    assert "beantrage ich die Erteilung einer Aufenthaltserlaubnis nach § 25 Abs. 4 S. 1 AufenthG" in request


@pytest.mark.parametrize(
    ("day", "kind"),
    [(date(2027, 1, 15), LetterKind.FIRST_ISSUE), (date(2027, 1, 16), LetterKind.LATE)],
)
def test_the_last_day_of_the_title_is_in_time(letter, samples, day, kind):
    assert letter(samples["sachsen-pflege"], today=day).kind is kind


def test_what_a_late_letter_needs_is_asked(law, samples):
    case, day = samples["sachsen-pflege"], date(2027, 1, 22)
    asked = printing.questions(law, case, choice(law, case, today=day), today=day, texts=GERMAN)
    assert {"late_reason", "noticed_on", "consequences"} <= {each.id for each in unanswered(asked, {})}
    with pytest.raises(Problem):
        printing.sheet(law, case, choice(law, case, today=day, answers=[("noticed_on", "bald")]), today=day)
    with pytest.raises(Problem):
        printing.sheet(
            law, case, choice(law, case, today=day, answers=[("noticed_on", "23.01.2027")]), today=day
        )


# The way from § 104c leads nowhere else


def test_a_holder_under_104c_is_never_led_to_another_title(letter, samples):
    made = letter(samples["chancen-aufenthalt"])
    assert made.kind is LetterKind.AFTER_104C
    assert made.alternative_cite.replace("\u00a0", " ")[:5] in ("", "§ 25a", "§ 25b")


# Fiction certificate


def filed(case, day, **more):
    application = Application("25_4_1", DecisionKind.GRANT, PartialDate.exactly(day), **more)
    return with_fact(case, "applications", (application,), Proof.SEEN)


def test_a_certificate_names_application_receipt_effect_and_use(letter, samples):
    case = filed(samples["sachsen-pflege"], date(2026, 12, 1), receipt="stamped_copy", received_proof=True)
    answers = [
        ("urgent_use", "Der Arbeitgeber verlangt sie."),
        ("needed_by", "10.02.2027"),
        ("identity_secured", "yes"),
    ]
    made = letter(case, "fiction", date(2027, 1, 20), answers=answers)
    text = text_of(made)
    assert (made.kind, made.effect) == (LetterKind.FICTION, StayEffect.CONTINUES)
    for part in (
        "beantrage ich die Ausstellung einer Fiktionsbescheinigung nach § 81 Abs. 5 AufenthG",
        "vom 01.12.2026",
        "belegt durch: Kopie mit Stempel (Anlage 1)",
        "ist bis zum 15.01.2027 ausgestellt, der Antrag ging vorher ein",
        "§ 81 Abs. 4 S. 1 AufenthG",
        "kraft Gesetzes",
        "kennzeichnen Sie darin genau diese Wirkung",
        "§ 81 Abs. 7 AufenthG",
        "Der Arbeitgeber verlangt sie.",
        "spätestens am 10.02.2027 gebraucht",
        "13 € (§ 47 Abs. 1 Nr. 8 AufenthV)",
    ):
        assert part in text, part
    assert made.reply_by == date(2027, 2, 10)
    assert made.enclosures[0].name == "Nachweis über den Eingang des Antrags"


def test_a_second_certificate_is_a_renewal(letter, samples):
    case = filed(samples["sachsen-pflege"], date(2026, 12, 1))
    shown = StatusPeriod("F81_4", period("2027-01-16", "2027-04-16"))
    case = with_fact(case, "status_periods", (*case.status_periods, shown), Proof.ORIGINAL)
    text = text_of(letter(case, "fiction", date(2027, 4, 1)))
    assert "Verlängerung der Fiktionsbescheinigung" in text
    assert "trägt das Datum 15.04.2027; die Wirkung selbst endet nicht mit ihr" in text


def test_without_an_effect_there_is_no_certificate(letter, samples):
    with pytest.raises(Problem):
        letter(samples["sachsen-pflege"], "fiction")  # nothing filed
    tolerated = samples["muenchen-abschiebungsverbot"]
    case = with_fact(
        tolerated,
        "applications",
        (Application("25_3", DecisionKind.GRANT, PartialDate.exactly(TODAY)),),
    )
    with pytest.raises(Problem):
        letter(case, "fiction")
    decided = filed(samples["sachsen-pflege"], date(2026, 11, 20), result="refused")
    with pytest.raises(Problem):
        letter(decided, "fiction")


def test_with_benefits_the_certificate_is_free(letter, samples):
    case = filed(samples["sachsen-pflege"], date(2026, 11, 20))
    benefit = Benefit("SGB2", period("2026-10-01"))
    made = letter(with_fact(case, "benefit_periods", (benefit,)), "fiction")
    assert made.fee_exempt_cite.replace("\u00a0", " ") == "§ 53 Abs. 1 AufenthV"


def test_who_noticed_the_end_in_time_has_to_explain_it(letter, samples):
    for day, warned in (("15.01.2027", True), ("16.01.2027", False)):
        answers = [*(each for each in late_answers() if each[0] != "noticed_on"), ("noticed_on", day)]
        made = letter(samples["sachsen-pflege"], today=date(2027, 1, 22), answers=answers)
        assert any("als der Titel noch galt" in each for each in made.cautions) is warned, day


def test_a_certificate_is_not_needed_by_a_day_that_is_over(letter, samples):
    case = filed(samples["sachsen-pflege"], date(2026, 12, 1))
    today = date(2027, 1, 11)
    assert letter(case, "fiction", today, answers=[("needed_by", "11.01.2027")]).reply_by == today
    with pytest.raises(Problem, match="is over"):
        letter(case, "fiction", today, answers=[("needed_by", "10.01.2027")])
