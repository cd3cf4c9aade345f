"""What stands in the letter of every sample."""

from datetime import date, timedelta

import pytest

from desktop.documents.sheets import LetterFlag, LetterKind, LetterSheet, Permit, StayEffect
from desktop.services import printing
from tests.services.conftest import TODAY
from tests.services.sheets.making import plain, text_of

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
        ("bayern-familie", "§ 53 Abs. 1, § 52 Abs. 3 AufenthV", ""),
        ("jena-aufnahmezusage", "§ 53 Abs. 1, § 52 Abs. 4 AufenthV", ""),
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
        "Bescheid des Bundesamts mit Mitteilung der Bestandskraft"
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
        letter = sheet("jena-aufnahmezusage", "letter", approved=approved, confirmed_on=confirmed)
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
    choice = chosen("sachsen-pflege", "letter").answering("late_reason", "Krankenhaus")
    letter = printing.sheet(law, samples["sachsen-pflege"], choice, today=day)
    assert isinstance(letter, LetterSheet)
    assert (letter.effect, letter.late_reason) == (effect, "Krankenhaus")


def test_enclosures_are_called_what_they_are_and_not_what_a_checklist_asks_for(sheet):
    """A certificate of B1 enclosed as “(A2)” would look like less than what is claimed."""
    names = [each.name for each in sheet("chancen-aufenthalt", "letter").enclosures]
    assert plain(*names)[1] == "Aufenthaltstitel nach § 104c AufenthG"
    assert "Nachweis mündlicher Deutschkenntnisse" in names
    assert not [each for each in names if "(" in each]


def test_a_duldung_is_named_with_its_act(sheet):
    made = sheet("muenchen-abschiebungsverbot", "letter")
    expected = "Duldung nach § 60a Abs. 2 S. 1 AufenthG"
    assert plain(made.present.name, made.enclosures[0].name) == [expected, expected]


def test_a_letter_whose_only_ground_is_a_general_condition_gives_no_reason(sheet):
    """A passport alone is no reason for § 22: the draft says so."""
    made = sheet("hessen-haertefall", "letter", title_id="22_1", occasion="first")
    assert plain(made.grounds[0].text) == ["Die Passpflicht ist erfüllt."]
    assert "nennt keinen Grund" in made.cautions[0]
    assert "nennt keinen Grund" not in " ".join(sheet("jena-aufnahmezusage", "letter").cautions)


def test_one_ground_alone_has_no_number_and_several_have(sheet):
    one = text_of(sheet("muenchen-abschiebungsverbot", "letter"))
    assert "(bestandskräftig seit 20.10.2026). Das Bundesamt hat ein Abschiebungsverbot" in one
    assert "1. Eine Aufnahmezusage liegt vor" in text_of(sheet("jena-aufnahmezusage", "letter"))


def test_who_has_applied_already_is_asked_whether_a_reminder_is_meant(sheet):
    said = "Ein Antrag nach § 25 Abs. 2 S. 1 AufenthG vom 28.09.2026 ist offen"
    assert said in " ".join(plain(*sheet("bayern-familie", "letter").cautions))
    other = sheet("bayern-familie", "letter", title_id="25_2_2")
    assert "ist offen: Ist eine Sachstandsanfrage gemeint" not in " ".join(other.cautions)


def test_a_letter_warns_of_its_own_address_alone(sheet):
    """Hours and phone are no part of a letter; a record without an address has none to doubt."""
    assert "Anschrift (ältere öffentliche Seiten)" in " ".join(
        sheet("jena-aufnahmezusage", "letter").cautions
    )
    for name in ("muenchen-abschiebungsverbot", "hessen-haertefall"):
        cautions = " ".join(sheet(name, "letter").cautions)
        assert "Öffnungszeiten" not in cautions
        assert "sechs Monate" not in cautions


def test_an_authority_known_by_its_kind_alone_has_issued_nothing(sheet):
    """“Local foreigners office in Saxony” is no authority that a case worker could ask."""
    assert sheet("sachsen-pflege", "letter").present.issued_by == ""
    assert sheet("muenchen-abschiebungsverbot", "letter").present.issued_by == "Landeshauptstadt München"
