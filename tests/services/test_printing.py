"""What fits a situation, what can be chosen, and what stands on the sheets of every sample."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop import resources
from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.documents.sheets import (
    ChecklistSheet,
    LetterFlag,
    LetterKind,
    LetterSheet,
    Permit,
    ReasonsSheet,
    StayEffect,
)
from desktop.errors import CannotOpen, Problem
from desktop.rules.fees import FeeOutcome
from desktop.rules.standing import Standing
from desktop.rules.verdict import Verdict
from desktop.services import assessment, printing
from desktop.services.printing import PrintChoice
from desktop.texts import NO_BREAK_SPACE

from .conftest import TODAY

DEFAULTS = {
    "sachsen-pflege": ("25_4_1", "first", "core:sachsen"),
    "bayern-familie": ("25_2_1", "first", "core:bayern"),
    "jena-aufnahmezusage": ("23_2", "first", "core:jena"),
    "hessen-haertefall": ("25_4_2", "extension", "core:hessen"),
    "muenchen-abschiebungsverbot": ("25_3", "first", "core:muenchen"),
    "chancen-aufenthalt": ("25b_1", "extension", "core:jena"),
    "offene-fragen": ("25_5", "first", "core:unknown"),
    "derzeit-nicht-moeglich": ("25_5", "first", "core:hessen"),
}


def plain(*texts: str) -> list[str]:
    """Texts with plain blanks."""
    return [text.replace(NO_BREAK_SPACE, " ") for text in texts]


@pytest.fixture
def chosen(law, samples):
    def choose(name: str, kind: printing.SheetKind, **wishes) -> PrintChoice:
        found = assessment.assess(law, samples[name], TODAY)
        return printing.defaults(law, samples[name], found, kind=kind).but(**wishes)

    return choose


@pytest.fixture
def sheet(law, samples, chosen):
    def make(name: str, kind: printing.SheetKind, **wishes):
        return printing.sheet(law, samples[name], chosen(name, kind, **wishes), today=TODAY)

    return make


@pytest.mark.parametrize(("name", "expected"), DEFAULTS.items(), ids=DEFAULTS.keys())
def test_what_fits_the_situation(chosen, name, expected):
    choice = chosen(name, "checklist")
    assert (choice.title_id, choice.occasion, choice.authority_id) == expected
    assert not choice.approved


def test_a_named_title_brings_its_own_decision(law, samples):
    case = samples["sachsen-pflege"]
    found = assessment.assess(law, case, TODAY)
    assert printing.defaults(law, case, found, title="25_4_2").occasion == "extension"
    assert printing.defaults(law, case, found, title="25_3").occasion == "first"
    for title in ("99z", "104c_holder"):
        with pytest.raises(Problem):
            printing.defaults(law, case, found, title=title)


def test_what_can_be_chosen(law, samples):
    found = assessment.assess(law, samples["hessen-haertefall"], TODAY)
    choices = printing.choices(law, found)
    assert choices.titles[0] == "25_4_2"
    assert "104c_holder" not in choices.titles
    assert choices.occasions["25_4_2"] == ("extension",)
    assert choices.occasions["25_3"] == ("first", "extension")
    assert choices.authorities[-1] == "core:unknown"


def test_nobody_applies_for_a_submission_to_the_hardship_commission(law, samples, chosen):
    """§ 23a Abs. 2 S. 2: it takes a case up by itself; the checklist serves the member who brings it in."""
    for kind in ("checklist", "reasons"):
        made = chosen("derzeit-nicht-moeglich", kind, title_id="23a_hint", occasion="first")
        found = printing.sheet(law, samples["derzeit-nicht-moeglich"], made, today=TODAY)
        assert isinstance(found, ChecklistSheet | ReasonsSheet)
    letter = chosen("derzeit-nicht-moeglich", "letter", title_id="23a_hint", occasion="first")
    with pytest.raises(Problem):
        printing.sheet(law, samples["derzeit-nicht-moeglich"], letter, today=TODAY)
    order = letter.but(title_id="23a")
    assert isinstance(printing.sheet(law, samples["derzeit-nicht-moeglich"], order, today=TODAY), LetterSheet)


def test_a_choice_keeps_what_is_not_wished_otherwise():
    choice = PrintChoice("letter", "25_3", "core:jena", "first", "de")
    assert choice.but(title_id=None, approved=True) == replace(choice, approved=True)


def test_a_file_is_named_by_number_and_never_by_person(law, samples, chosen):
    made = printing.printed(law, samples["sachsen-pflege"], chosen("sachsen-pflege", "letter"), today=TODAY)
    assert made.file_name == "B-2026-001_Anschreiben_25_4_1_2026-11-24.pdf"
    assert made.pdf.startswith(b"%PDF")
    client = replace(samples["sachsen-pflege"].client, file_number="../a/b: c")
    case = replace(samples["sachsen-pflege"], client=client)
    assert printing.printed(law, case, chosen("sachsen-pflege", "letter"), today=TODAY).file_name.startswith(
        "abc_"
    )


@pytest.mark.parametrize(("title", "authority"), [("99z", "core:jena"), ("25_3", "core:nix")])
def test_what_does_not_exist_is_refused(law, samples, title, authority):
    choice = PrintChoice("letter", title, authority, "first", "de")
    with pytest.raises(Problem):
        printing.sheet(law, samples["sachsen-pflege"], choice, today=TODAY)


def test_a_place_that_refuses(law, samples, chosen, tmp_path):
    made = printing.printed(law, samples["sachsen-pflege"], chosen("sachsen-pflege", "letter"), today=TODAY)
    for path in (tmp_path, tmp_path / "nix" / "a.pdf"):
        with pytest.raises(CannotOpen):
            printing.write(path, made)
    assert list(tmp_path.iterdir()) == []


# Checklist

TICKED = {
    "sachsen-pflege": {"passport", "current_title", "health_insurance", "urgent_reason"},
    "bayern-familie": {"bamf_notice", "benefit_notice"},
    "jena-aufnahmezusage": {"passport", "admission_letter", "health_insurance"},
    "hessen-haertefall": {
        "passport",
        "current_title",
        "health_insurance",
    },  # of the clinic's letter no copy yet
    "muenchen-abschiebungsverbot": {"current_title", "bamf_notice", "benefit_notice"},
    "chancen-aufenthalt": {"passport", "current_title", "health_insurance", "income_slips", "german_cert"},
    "offene-fragen": set(),  # the Duldung was seen only
    "derzeit-nicht-moeglich": {"passport"},
}


def rows(made: ChecklistSheet):
    return [row for group in made.groups for row in group.rows]


@pytest.mark.parametrize(("name", "codes"), TICKED.items(), ids=TICKED.keys())
def test_ticked_is_what_lies_there_in_the_form_asked_for(law, sheet, name, codes):
    made = sheet(name, "checklist")
    names = {law.pack.documents[code].name.de for code in codes}
    assert {row.name for row in rows(made) if row.ticked} == names
    assert all(row.state in (Proof.COPY, Proof.ORIGINAL) for row in rows(made) if row.ticked)


def test_a_paper_is_listed_with_its_day_and_its_end(sheet):
    (passport,) = (row for row in rows(sheet("sachsen-pflege", "checklist")) if row.name.startswith("Pass "))
    assert (passport.state, passport.state_on, passport.valid_until) == (
        Proof.ORIGINAL,
        date(2026, 11, 12),
        date(2031, 4, 30),
    )


def test_a_paper_that_has_run_out_is_not_ticked_but_shown(law, samples, chosen):
    late = date(2031, 5, 1)
    made = printing.sheet(law, samples["sachsen-pflege"], chosen("sachsen-pflege", "checklist"), today=late)
    assert isinstance(made, ChecklistSheet)
    (passport,) = (row for row in rows(made) if row.name.startswith("Pass "))
    assert (passport.ticked, passport.state) == (False, Proof.OUT_OF_DATE)
    assert passport.valid_until == late - timedelta(days=1)


FEES = {
    "sachsen-pflege": {FeeOutcome.PAYABLE},
    "bayern-familie": {FeeOutcome.EXEMPT},
    "jena-aufnahmezusage": {FeeOutcome.EXEMPT},
    "hessen-haertefall": {FeeOutcome.EXEMPT, FeeOutcome.DISCRETIONARY},
    "muenchen-abschiebungsverbot": {FeeOutcome.EXEMPT},
    "chancen-aufenthalt": {FeeOutcome.PAYABLE},
    "offene-fragen": {FeeOutcome.PAYABLE},
}


@pytest.mark.parametrize(("name", "outcomes"), FEES.items(), ids=FEES.keys())
def test_what_the_decision_costs(sheet, name, outcomes):
    first = sheet(name, "checklist").fees[0]
    assert {each.outcome for each in first.lines} == outcomes
    assert all(each.amount > 0 for each in first.lines)


def test_the_days_of_the_checklist(sheet):
    days = [(each.kind.value, each.day) for each in sheet("chancen-aufenthalt", "checklist").dates]
    assert days == [("other", date(2026, 12, 31)), ("safe_day", date(2026, 12, 30))]
    (only,) = sheet("sachsen-pflege", "checklist").dates
    assert (only.label, only.day) == ("§ 16b Abs. 1 AufenthG endet", date(2027, 1, 15))


# Letter

LETTERS = {
    "sachsen-pflege": (
        LetterKind.FIRST_ISSUE,
        StayEffect.CONTINUES,
        {
            LetterFlag.ASK_WAIVER_5_3,
            LetterFlag.ASK_WORK_PERMISSION,
            LetterFlag.IDENTITY_CLEARED,
            LetterFlag.MAY,
        },
    ),
    "bayern-familie": (
        LetterKind.FIRST_ISSUE,
        StayEffect.PERMITTED_BY_LAW,
        {
            LetterFlag.WAIVED_5_3,
            LetterFlag.ENTITLED,
            LetterFlag.WAIVE_ALL_5,
        },
    ),
    "jena-aufnahmezusage": (
        LetterKind.FIRST_ISSUE,
        StayEffect.CONTINUES,
        {
            LetterFlag.ASK_WAIVER_5_3,
            LetterFlag.IDENTITY_CLEARED,
            LetterFlag.COPIES_ONLY,
            LetterFlag.ENTITLED,
        },
    ),
    "hessen-haertefall": (
        LetterKind.EXTENSION,
        StayEffect.CONTINUES,
        {
            LetterFlag.ASK_WAIVER_5_3,
            LetterFlag.ASK_WORK_PERMISSION,
            LetterFlag.IDENTITY_CLEARED,
            LetterFlag.MAY,
        },
    ),
    "muenchen-abschiebungsverbot": (
        LetterKind.FIRST_ISSUE,
        StayEffect.TOLERATION,
        {
            LetterFlag.WAIVED_5_3,
            LetterFlag.COPIES_ONLY,
            LetterFlag.SHOULD,
            LetterFlag.WAIVE_ALL_5,
        },
    ),
    "chancen-aufenthalt": (
        LetterKind.AFTER_104C,
        StayEffect.CONTINUES,
        {
            LetterFlag.IDENTITY_CLEARED,
            LetterFlag.COPIES_ONLY,
            LetterFlag.SHOULD,
        },
    ),
    "offene-fragen": (LetterKind.FIRST_ISSUE, StayEffect.TOLERATION, {LetterFlag.MAY}),
}


@pytest.mark.parametrize(("name", "expected"), LETTERS.items(), ids=LETTERS.keys())
def test_which_letter_with_which_effect(sheet, name, expected):
    letter = sheet(name, "letter")
    assert isinstance(letter, LetterSheet)
    assert (letter.kind, letter.effect, letter.flags) == expected


@pytest.mark.parametrize(
    ("name", "exempt", "waiver"),
    [
        ("sachsen-pflege", "", ""),  # she earns, and has no status of protection
        ("bayern-familie", "§ 53 Abs. 1 AufenthV, § 52 Abs. 3 AufenthV", ""),
        ("jena-aufnahmezusage", "§ 53 Abs. 1 AufenthV, § 52 Abs. 4 AufenthV", ""),
        ("hessen-haertefall", "§ 53 Abs. 1 AufenthV", "§ 52 Abs. 7, § 53 AufenthV"),
        ("muenchen-abschiebungsverbot", "§ 53 Abs. 1 AufenthV", ""),
        ("chancen-aufenthalt", "", ""),
        ("offene-fragen", "", ""),
    ],
)
def test_a_letter_claims_only_the_relief_the_case_has(sheet, name, exempt, waiver):
    letter = sheet(name, "letter")
    assert plain(letter.fee_exempt_cite, letter.fee_waiver_cite) == [exempt, waiver]


@pytest.mark.parametrize(
    ("title", "permit"),
    [("25_3", Permit.RESIDENCE), ("26_4", Permit.SETTLEMENT), ("26_3_5y", Permit.SETTLEMENT)],
)
def test_a_settlement_permit_is_called_so(sheet, title, permit):
    letter = sheet("muenchen-abschiebungsverbot", "letter", title_id=title, occasion="first")
    assert letter.permit is permit


def test_the_grounds_name_their_enclosures(sheet):
    letter = sheet("muenchen-abschiebungsverbot", "letter")
    (ground,) = letter.grounds
    assert "§ 60 Abs. 5" in plain(ground.text)[0]
    assert [letter.enclosures[number - 1].name for number in ground.enclosures] == [
        "Bescheid des Bundesamts mit Mitteilung der Bestandskraft (oder Urteil)"
    ]


@pytest.mark.parametrize("name", LETTERS)
def test_no_letter_tells_what_speaks_against_the_client(law, samples, sheet, name):
    letter = sheet(name, "letter")
    text = " ".join(ground.text for ground in letter.grounds)
    for word in ("Ausweisungsinteresse", "Terrorismus", "58a", "kein Hinweis", "Lebensunterhalt und"):
        assert word not in text
    for judgement in samples[name].judgements.values():
        assert judgement.reason not in text


def test_what_is_enclosed_does_not_follow(sheet):
    for name in LETTERS:
        letter = sheet(name, "letter")
        assert {each.name for each in letter.enclosures}.isdisjoint(letter.to_follow)
        assert letter.reply_by == TODAY + timedelta(weeks=4)


def test_who_writes_and_from_where(sheet):
    letter = sheet("sachsen-pflege", "letter")
    assert letter.sender.name == "Amina Beispiel"
    assert letter.place == "Dresden"
    assert letter.our_reference == "B-2026-001"
    assert letter.present is not None
    assert (letter.present.name, letter.present.valid_until) == (
        "Aufenthaltstitel nach § 16b Abs. 1 AufenthG",
        date(2027, 1, 15),
    )


def test_a_letter_is_a_draft_until_client_and_office_agree(sheet):
    for approved, confirmed in ((False, None), (True, None), (False, TODAY), (True, TODAY)):
        letter = sheet("sachsen-pflege", "letter", approved=approved, confirmed_on=confirmed)
        assert (letter.stamp.approved, letter.client_confirmed_on) == (approved, confirmed)


@pytest.mark.parametrize(
    ("day", "effect"),
    [
        (date(2027, 1, 15), StayEffect.CONTINUES),
        (date(2027, 1, 16), StayEffect.LATE),
    ],
)
def test_a_day_late_is_late(law, samples, chosen, day, effect):
    """§ 81 Abs. 4 S. 1 and 3: on the last day the title continues, afterwards only an order helps."""
    choice = chosen("sachsen-pflege", "letter", late_reason="Krankenhaus")
    letter = printing.sheet(law, samples["sachsen-pflege"], choice, today=day)
    assert isinstance(letter, LetterSheet)
    assert (letter.effect, letter.late_reason) == (effect, "Krankenhaus")


# Reasons


@pytest.mark.parametrize("name", DEFAULTS)
def test_the_reasons_say_what_the_window_says(law, samples, sheet, name):
    made = sheet(name, "reasons")
    assert isinstance(made, ReasonsSheet)
    title, occasion, _ = DEFAULTS[name]
    kind = DecisionKind.GRANT if occasion == "first" else DecisionKind.EXTENSION
    (result,) = assessment.assess(law, samples[name], TODAY, title=title, decision=kind).titles
    assert made.verdict is result.verdict
    assert [line.cite for line in made.deciding] == [reason.leaf.cite for reason in result.reasons()]
    assert made.sentence
    assert (made.assessed_for, made.occasion) == (TODAY, kind)
    assert all(line.standing in (Standing.MET, Standing.NOT_REQUIRED) for line in made.met)
    assert all(line.standing not in (Standing.MET, Standing.NOT_REQUIRED) for line in made.open_points)
    assert len(made.judgements) == len(set(made.judgements))


def test_judgements_stand_with_author_day_and_reason(samples, sheet):
    made = sheet("sachsen-pflege", "reasons")
    reasons = {line.reason for line in made.judgements}
    assert "Mutter schwer erkrankt und niemand sonst am Ort" in reasons
    assert {(line.by, line.on) for line in made.judgements} == {("mk", date(2026, 11, 12))}
    (public,) = (line for line in made.judgements if line.text.startswith("Erhebliches öffentliches"))
    assert public.answer == "nein"


@pytest.mark.parametrize("name", DEFAULTS)
def test_what_a_page_says_wrongly_stands_beside_the_law(law, sheet, name):
    made = sheet(name, "reasons")
    title, _, _ = DEFAULTS[name]
    claims = [
        claim
        for page in law.pack.tables.pages
        for claim in page.claims
        if claim.is_for(title) and claim.verdict != "correct"
    ]
    assert len(made.source_pairs) == len(claims)
    for pair in made.source_pairs:
        assert pair.says
        assert pair.law
        assert pair.cite
        assert pair.judged != "richtig"


def test_a_title_limited_by_its_nature_says_so(sheet):
    assert sheet("muenchen-abschiebungsverbot", "reasons").limited_by
    assert sheet("sachsen-pflege", "reasons").limited_by == ""


def test_every_sheet_can_be_made_in_both_languages_for_every_title(law, samples):
    """No word is missing, no text stays unfilled, whatever is printed for whomever."""
    for case in samples.values():
        found = assessment.assess(law, case, TODAY)
        for result in found.titles:
            if not result.norm.examined:
                continue
            for language in ("de", "en"):
                choice = printing.defaults(law, case, found, title=result.norm.id, language=language)
                kinds = (
                    ("checklist", "letter", "reasons")
                    if result.norm.applied_for
                    else ("checklist", "reasons")
                )
                for kind in kinds:
                    made = printing.sheet(law, case, choice.but(kind=kind), today=TODAY)
                    assert "{" not in str(made).replace("frozenset({", "")


def test_the_words_of_a_sheet_are_those_of_its_language(law, samples, chosen):
    english = printing.sheet(
        law, samples["sachsen-pflege"], chosen("sachsen-pflege", "reasons", language="en"), today=TODAY
    )
    assert isinstance(english, ReasonsSheet)
    assert english.title == law.pack.norm("25_4_1").title.en
    assert english.verdict is Verdict.DISCRETION_OPEN
    assert english.sentence.startswith("The authority may grant it.")


def test_texts_of_a_language():
    assert printing.texts_of("de").language == "de"
    assert resources.path("i18n").is_dir()
    assert printing.DECISIONS["extension"] is DecisionKind.EXTENSION


def test_what_offices_do_stands_apart_from_the_law_and_says_where_it_is_known_from(sheet):
    lines = {line.text: line.origin for line in sheet("jena-aufnahmezusage", "reasons").practice}
    (doubted,) = (text for text in lines if "Afghanistan" in text)
    assert "Niemandem eine Aufnahme versprechen" in doubted
    assert lines[doubted].endswith("aus zweiter Hand bekannt")
