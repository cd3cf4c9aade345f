"""Letters of a title as the case fills them: the argument, late applications, certificates, fees."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

import pytest

from desktop.cases.answers import Answer, Judgement, Proof, Ternary
from desktop.cases.applications import Application, DecisionKind, Request
from desktop.cases.decisions import AsylumProcedure, CivicProof, CourseRecord, Obstacle
from desktop.cases.papers import Paper
from desktop.cases.people import Benefit, Employment, LanguageProof
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.documents import build
from desktop.documents.letter_statements import claims, statements
from desktop.documents.sheets import LetterKind, LetterSheet, StayEffect
from desktop.errors import Problem
from desktop.rules.verdict import Verdict
from desktop.services import assessment, printing
from desktop.services.letter_questions import unanswered
from desktop.services.sheets.letter_grounds import statutory_order
from tests.documents.reading import pages

TODAY = date(2026, 11, 24)
GERMAN = printing.texts_of("de")


@pytest.fixture
def letter(law):
    def make(case, kind="letter", today=TODAY, **wishes):
        return printing.sheet(law, case, choice(law, case, kind, today, **wishes), today=today)

    return make


def choice(law, case, kind="letter", today=TODAY, answers=(), **wishes):
    found = assessment.assess(law, case, today)
    title = wishes.pop("title_id", None)
    chosen = printing.defaults(law, case, found, kind=kind, title=title).but(**wishes)
    for question, answer in answers:
        chosen = chosen.answering(question, answer)
    return chosen


def period(start, end=None):
    """Half open: the end is the first day after it."""
    return Period(PartialDate.parse(start), PartialDate.parse(end) if end else None)


def text_of(sheet):
    return " ".join(" ".join(pages(build.pdf([sheet], GERMAN))).split())


def with_fact(case, fact, value, proof=Proof.CLAIMED):
    return case.with_fact(fact, Answer(value, by="mk", on=TODAY, proof=proof))


# The argument


def test_the_conditions_stand_in_the_order_of_the_statute(letter, samples):
    made = letter(samples["chancen-aufenthalt"])
    own = [each.cite for each in made.grounds if each.cite.replace("\u00a0", " ").startswith("§ 25b")]
    assert own == sorted(own, key=statutory_order)
    assert len(own) >= 4


def test_citations_are_sorted_as_a_section_runs():
    cites = ["§ 25b Abs. 1 S. 2 Nr. 3 Alt. 1", "§ 25b Abs. 1 S. 1", "§ 25b Abs. 8", "§ 25b Abs. 1 S. 2 Nr. 1"]
    assert sorted(cites, key=statutory_order) == [cites[1], cites[3], cites[0], cites[2]]
    assert statutory_order("§ 60a Abs. 2c") > statutory_order("§ 60a Abs. 2")


def test_what_only_the_client_says_is_announced_and_not_claimed(letter, samples):
    """The declaration and the test of § 25b(1) s. 2 no. 2 are not on paper yet."""
    made = letter(samples["chancen-aufenthalt"])
    assert not any("Bekenntnis" in each.text or "Grundkenntnisse" in each.text for each in made.grounds)
    assert any("Bekenntnis" in each for each in made.to_follow)
    proven = with_fact(
        samples["chancen-aufenthalt"],
        "fdgo_declaration_on",
        PartialDate.parse("2025-07-01"),
        Proof.COPY,
    )
    assert not any(
        "Bekenntnis" in each.text for each in letter(proven).grounds
    )  # seen, but no paper goes along
    shown = replace(proven, papers=(*proven.papers, Paper("f", "fdgo_declaration", Proof.COPY, TODAY)))
    claimed = [each.text for each in letter(shown).grounds if "Bekenntnis" in each.text]
    assert any("Bekenntnis" in each and "(Original)" in each for each in letter(shown).to_follow)
    assert claimed == [
        "Das Bekenntnis zur freiheitlichen demokratischen Grundordnung wurde am 01.07.2025 unterschrieben."
    ]


def test_a_judgement_is_argued_only_with_a_paper_or_with_words(law, letter, samples):
    case = samples["hessen-haertefall"]
    bare = letter(case)
    assert not any("Härte" in each.text for each in bare.grounds)
    asked = printing.questions(law, case, choice(law, case), today=TODAY, texts=GERMAN)
    needed = unanswered(asked, {})
    assert [each.id for each in needed] == [
        "why.special_circumstances_individual",
        "why.leaving_is_exceptional_hardship",
    ]
    assert all(each.label in " ".join(bare.cautions) for each in needed)
    told = letter(
        case, answers=[("why.leaving_is_exceptional_hardship", "Die Behandlung läuft bis Mai (Anlage 3).")]
    )
    (ground,) = (each for each in told.grounds if "Härte" in each.text)
    assert ground.text.endswith("außergewöhnliche Härte: Die Behandlung läuft bis Mai (Anlage\u00a03).")


def test_the_reason_in_the_file_never_gets_into_a_letter(letter, samples):
    for case in samples.values():
        made = letter(case)
        told = " ".join(each.text for each in made.grounds) + " ".join(made.pending)
        for judgement in case.judgements.values():
            assert judgement.reason not in told


def test_time_with_the_authority_is_shown_by_its_own_file(letter, samples):
    (stay,) = (
        each for each in letter(samples["chancen-aufenthalt"]).grounds if "ununterbrochen" in each.text
    )
    assert "10 Jahre, 1 Monat" in stay.text
    assert stay.in_your_file


def test_every_number_of_an_enclosure_is_that_of_a_paper(letter, samples):
    for case in samples.values():
        made = letter(case)
        for ground in (*made.grounds, *made.alternative_grounds):
            assert all(1 <= number <= len(made.enclosures) for number in ground.enclosures)


def test_statements_and_claims_name_facts_and_papers_of_the_pack(law):
    german, english = statements("de"), statements("en")
    assert german.keys() == english.keys()
    named = {key.partition("/")[0].partition("=")[0] for key in german}
    listed = (
        claims().on_own_word | claims().in_the_file | {each.partition("=")[0] for each in claims().left_out}
    )
    facts = {fact.id for fact in law.pack.vocabulary}
    assert (named | listed | claims().shown_by.keys()) <= facts
    assert frozenset().union(*claims().shown_by.values()) <= law.pack.documents.keys()
    assert all(text.count("{value}") == english[key].count("{value}") for key, text in german.items())


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
        "war bis zum 15.01.2027 gültig. Bis zum Tag dieses Schreibens sind es 7 Tage.",
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
        "Kopie mit Stempel",
        "war bis zum 15.01.2027 gültig, der Antrag ging vorher ein",
        "§ 81 Abs. 4 S. 1 AufenthG",
        "kraft Gesetzes",
        "kennzeichnen Sie darin genau diese Wirkung",
        "§ 81 Abs. 7 AufenthG",
        "Der Arbeitgeber verlangt sie.",
        "bis zum 10.02.2027 benötigt",
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


# Fee


def test_with_benefits_the_exemption_is_claimed_as_law(letter, samples):
    made = letter(samples["muenchen-abschiebungsverbot"], "fee")
    text = text_of(made)
    assert "keine Gebühr zu erheben (§ 53 Abs. 1 AufenthV)" in text
    assert "ein Ermessen besteht insoweit nicht" in text
    assert "erlassen" not in text
    assert "Anlage 1" in text
    assert made.enclosures[0].name.startswith("Leistungsbescheid")
    (notice,) = (each for each in samples["bayern-familie"].papers if each.code == "benefit_notice")
    assert f"Bescheid vom {notice.issued_on:%d.%m.%Y}" in text_of(letter(samples["bayern-familie"], "fee"))


def test_where_only_part_is_free_the_rest_is_asked_for_in_the_alternative(letter, samples):
    """98 euros for a change of purpose are not on the list of § 53(1), 93 and 96 are."""
    text = text_of(letter(samples["hessen-haertefall"], "fee"))
    assert "hilfsweise die Gebühr zu erlassen oder zu ermäßigen" in text
    assert "98 €, kann erlassen oder ermäßigt werden" in text
    assert "93 €, befreit" in text


def test_without_benefits_only_discretion_is_asked_for(letter, samples):
    made = letter(
        samples["sachsen-pflege"], "fee", answers=[("fee_reasons", "Einkommen 900 Euro, Miete 620 Euro.")]
    )
    text = text_of(made)
    assert "zu erlassen, hilfsweise sie zu ermäßigen" in text
    assert "Dafür spricht: Einkommen 900 Euro" in text
    assert "befreit" not in text
    assert made.fee_exempt_cite == ""


PAID = [("paid_on", "26.10.2026"), ("paid_amount", "100 Euro")]


@pytest.mark.parametrize(
    ("instruction", "today", "refund"),
    [
        ("yes", date(2026, 11, 26), True),
        ("yes", date(2026, 11, 27), False),
        ("", date(2026, 11, 27), False),  # not known: the shorter period
        ("no", date(2026, 11, 27), True),
        ("no", date(2027, 10, 26), True),
        ("no", date(2027, 10, 27), False),
    ],
)
def test_a_refund_is_asked_for_only_while_the_fee_can_be_challenged(
    letter, samples, instruction, today, refund
):
    """§ 69(3) s. 2 AufenthG, § 21(1) BGebG: a month with a written instruction, a year without."""
    made = letter(samples["sachsen-pflege"], "fee", today, answers=[*PAID, ("instruction", instruction)])
    text = text_of(made)
    assert ("zu erstatten" in text) is refund
    assert bool(made.cautions)
    assert ("nur bis zum" in " ".join(made.cautions)) is not refund


def test_an_objection_stands_in_the_letter_only_where_the_land_keeps_it(law, samples):
    for remedy, expected in (("objection", True), ("action", False), (None, False)):
        case = samples["sachsen-pflege"]
        chosen = choice(law, case, "fee", answers=[*PAID, ("instruction", "yes")])
        authority = replace(law.authorities[chosen.authority_id], remedy=remedy)
        changed = replace(
            law, authorities=MappingProxyType({**law.authorities, chosen.authority_id: authority})
        )
        text = text_of(printing.sheet(changed, case, chosen, today=TODAY))
        assert ("lege ich Widerspruch ein" in text) is expected


def test_a_fee_paid_tomorrow_is_a_mistake(letter, samples):
    tomorrow = f"{TODAY + timedelta(1):%d.%m.%Y}"
    with pytest.raises(Problem):
        letter(samples["sachsen-pflege"], "fee", answers=[("paid_on", tomorrow)])


# Every letter


def test_answers_are_cleaned_and_bounded(letter, samples):
    made = letter(
        samples["sachsen-pflege"], answers=[("discretion", "Sie ar\u202ebeitet <b>hier</b> & lernt.\n\nGut.")]
    )
    assert isinstance(made, LetterSheet)
    assert "Sie arbeitet <b>hier</b> & lernt. Gut." in text_of(made)
    with pytest.raises(Problem):
        letter(samples["sachsen-pflege"], answers=[("discretion", "x" * 2001)])


def test_the_choice_keeps_and_takes_back_answers(law, samples):
    chosen = choice(law, samples["sachsen-pflege"], answers=[("a", "1"), ("b", "2"), ("a", "3")])
    assert chosen.answered == {"a": "3", "b": "2"}
    assert chosen.answering("a", "").answered == {"b": "2"}


# What is asked for beside the title


def judged(case, **answers):
    given = {
        name: Judgement(Ternary.YES if answer else Ternary.NO, "mk", TODAY, "geprüft")
        for name, answer in answers.items()
    }
    return replace(case, judgements=MappingProxyType({**case.judgements, **given}))


@pytest.fixture
def tolerated(samples):
    """Ten years here, never a title: § 25b and § 25 Abs. 5 both come into question."""
    case = samples["chancen-aufenthalt"]
    held = case.status_periods[:-1]
    last = replace(held[-1], period=period("2021-04-01", "2027-03-01"))
    case = with_fact(case, "status_periods", (*held[:-1], last), Proof.ORIGINAL)
    case = with_fact(case, "civic_proof", case.value("civic_proof"), Proof.COPY)
    case = with_fact(case, "obstacles", (Obstacle("factual", own_fault=False),), Proof.SEEN)
    case = judged(case, departure_impossible=True, obstacle_not_ending_soon=True)
    return replace(case, requests=(Request("25b_1", DecisionKind.GRANT),))


def test_another_title_is_asked_for_in_the_alternative_with_its_own_grounds(law, letter, tolerated):
    made = letter(tolerated, answers=[("why.departure_impossible", "Es gibt keine Verbindung dorthin.")])
    assert made.kind is LetterKind.FIRST_ISSUE
    assert made.alternative_cite.replace("\u00a0", " ") == "§ 25 Abs. 5 AufenthG"
    said = [each.text for each in made.alternative_grounds]
    assert any("Es gibt keine Verbindung dorthin." in each for each in said)
    assert not set(said) & {each.text for each in made.grounds}
    text = text_of(made)
    assert "Hilfsweise beantrage ich eine Aufenthaltserlaubnis nach § 25 Abs. 5 AufenthG." in text
    assert text.index("§ 25b Abs. 1") < text.index("Hilfsweise beantrage")
    without = letter(tolerated, answers=[("alternative", "no")])
    assert (without.alternative_cite, without.alternative_grounds) == ("", ())
    asked = printing.questions(law, tolerated, choice(law, tolerated), today=TODAY, texts=GERMAN)
    assert "why.departure_impossible" in {each.id for each in asked}


@pytest.fixture
def recognised(samples):
    """A refugee for six years whose card ends: the settlement permit is due."""
    case = samples["bayern-familie"]
    facts = {
        "status_periods": (
            StatusPeriod("gestattung", period("2018-01-10", "2020-03-01")),
            StatusPeriod("title:25_2_1", period("2020-03-01", "2027-01-31")),
        ),
        "asylum_procedures": (
            AsylumProcedure(
                "first",
                PartialDate.parse("2018-01-10"),
                PartialDate.parse("2019-12-01"),
                PartialDate.parse("2020-01-10"),
                "refugee",
                own_status=True,
            ),
        ),
        "entry_date": PartialDate.parse("2018-01-01"),
        "applications": (),
        "benefit_periods": (),
        "employment_periods": (
            Employment(period("2021-01-01"), Decimal(38), Decimal(3200), Decimal(2300), True, "Werk"),
        ),
        "household_need": Decimal(1300),
        "language_proofs": (LanguageProof("B1", "full", PartialDate.parse("2021-01-01"), "telc"),),
        "protection_ended": "continues",
        "notice_73b3": frozenset({"none_known"}),
        "absence_periods": (),
        "licence_needed": False,
        "housing_sufficient": True,
        "family_members": (),
        "civic_proof": CivicProof("LiD_test", PartialDate.parse("2022-01-01")),
        "integration_course": CourseRecord(obliged=False),
    }
    cleared = samples["chancen-aufenthalt"]
    facts |= {name: cleared.value(name) for name in ("identity_status", "passports")}
    for name, value in facts.items():
        case = with_fact(case, name, value, Proof.COPY)
    case = replace(case, papers=(*case.papers, Paper("b1", "german_cert_full", Proof.COPY, TODAY)))
    case = judged(case, public_order_no4_ok=True, other_expulsion_interest=False)
    return replace(case, requests=(Request("25_2_1", DecisionKind.EXTENSION),))


def test_a_settlement_permit_that_is_due_stands_in_the_letter_for_the_extension(law, letter, recognised):
    due = assessment.assess(law, recognised, TODAY).title("26_3_5y").verdict
    assert due is Verdict.ENTITLEMENT_INDICATED
    made = letter(recognised)
    assert made.kind is LetterKind.EXTENSION
    text = text_of(made)
    assert "Zugleich beantrage ich eine Niederlassungserlaubnis nach § 26 Abs. 3" in text
    assert "Die Verlängerung beantrage ich für den Fall" in text
    said = [each.text for each in made.settlement_grounds]
    assert any("Dauer des Besitzes der Aufenthaltserlaubnis" in each for each in said)
    assert any("Stufe B1" in each for each in said)
    assert not set(said) & {each.text for each in made.grounds}
    names = [each.name for each in made.enclosures]
    assert any("Sprachzertifikat" in each for each in names)  # a paper of the settlement permit alone
    (german,) = (each for each in made.settlement_grounds if "Stufe B1" in each.text)
    assert "Sprachzertifikat" in names[german.enclosures[0] - 1]
    assert text.index(
        "beantrage ich die Verlängerung der Aufenthaltserlaubnis nach § 25 Abs. 2"
    ) < text.index("Zugleich")
    assert "Niederlassungserlaubnis" not in text_of(letter(recognised, answers=[("settlement", "no")]))


# Minors


def test_a_minor_is_asked_for_half_at_most(law, samples):
    """§ 69(5) no. 7 AufenthG caps what § 50(1) AufenthV does not halve."""
    case = with_fact(samples["sachsen-pflege"], "birth_date", PartialDate.parse("2010-03-14"))
    lines = tuple(
        fee.model_copy(update={"minor": fee.adult}) if fee.id in ("ae_issue", "ae_purpose") else fee
        for fee in law.pack.tables.fees
    )
    uncapped = replace(law, pack=replace(law.pack, tables=replace(law.pack.tables, fees=lines)))
    chosen = choice(law, case, "fee")
    assert "Jedenfalls" not in text_of(printing.sheet(law, case, chosen, today=TODAY))
    text = text_of(printing.sheet(uncapped, case, chosen, today=TODAY))
    assert "höchstens 50 € zu erheben" in text
    assert "§ 69 Abs. 5 Nr. 7 AufenthG" in text


# Enclosures and copies


def test_further_enclosures_go_on_with_the_numbers_and_a_number_that_is_none_is_told(letter, samples):
    case = samples["hessen-haertefall"]
    answers = [
        ("why.leaving_is_exceptional_hardship", "Siehe Anlage 4 und Anlage 7."),
        ("further_enclosures", "Bericht der Klinik\n\n  Schreiben der Schwester "),
    ]
    made = letter(case, answers=answers)
    assert [each.name for each in made.enclosures[3:]] == ["Bericht der Klinik", "Schreiben der Schwester"]
    told = " ".join(made.cautions)
    assert "Anlage 7" in told
    assert "Anlage 4" not in told


def test_a_paper_about_convictions_is_never_enclosed(letter, samples):
    case = samples["sachsen-pflege"]
    extra = (
        Paper("x", "criminal_record", Proof.COPY, TODAY),
        Paper("y", "registration", Proof.COPY, TODAY),
    )
    names = [each.name for each in letter(replace(case, papers=(*case.papers, *extra))).enclosures]
    assert "Meldebestätigung" in names
    assert not any("Verurteilung" in each for each in names)


def test_the_paper_that_ran_out_is_enclosed_with_a_late_application(letter, samples):
    made = letter(samples["sachsen-pflege"], today=date(2027, 1, 22))
    name = "Aktueller Titel mit Zusatzblatt, Duldung oder Gestattung"
    assert name in [each.name for each in made.enclosures]
    assert name not in made.to_follow


@pytest.mark.parametrize("kind", ["letter", "fee"])
def test_a_copy_to_read_goes_beside_the_german_letter(law, samples, kind):
    case = samples["hessen-haertefall"]
    chosen = choice(law, case, kind, language="en")
    made = printing.printed(law, case, chosen, today=TODAY)
    german, english = printing.sheets(law, case, chosen, today=TODAY)
    assert isinstance(german, LetterSheet)
    assert isinstance(english, LetterSheet)
    assert (german.language, english.language) == ("de", "en")
    content = pages(made.pdf)
    first = next(number for number, page in enumerate(content) if "Reading copy" in page)
    assert all("Reading copy" not in page for page in content[:first])
    assert all("Reading copy" in page for page in content[first:])
    assert "Sehr geehrte Damen und Herren," in content[0]
    assert "Lesefassung, nicht für die Behörde" in content[first]
    assert len(printing.sheets(law, case, replace(chosen, language="de"), today=TODAY)) == 1
