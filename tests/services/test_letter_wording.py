"""A letter worded anew before printing, who approves it, and the office's own letters."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.documents import build
from desktop.errors import Problem
from desktop.services import approval, assessment, own_letters, printing
from desktop.services.letter_wording import edit, editable
from desktop.services.office import RECOVERY
from desktop.store import undo
from tests.documents.reading import pages
from tests.services.conftest import NOW, TODAY
from tests.services.sheets.procedures import THREAT, applied

GERMAN = printing.texts_of("de")


@pytest.fixture
def case(samples):
    return replace(applied(samples["chancen-aufenthalt"]), letters=(THREAT,))


@pytest.fixture
def choose(law, case):
    def make(kind, **wishes):
        found = assessment.assess(law, case, TODAY)
        return printing.defaults(law, case, found, kind=kind).but(**wishes)

    return make


def text_of(sheet):
    return " ".join(" ".join(pages(build.pdf([sheet], GERMAN))).split())


def sheets(law, case, choice, **given):
    return printing.sheets(law, case, choice, today=TODAY, office="Beratungsstelle", **given)


# Wording


@pytest.mark.parametrize("kind", ["reminder", "letter", "translation"])
def test_a_paragraph_is_worded_anew_with_what_it_rests_on(law, case, choose, kind):
    choice = choose(kind)
    paragraphs = editable(sheets(law, case, choice))
    chosen = next(each for each in paragraphs if each.kept and not each.request)
    worded = "Neu gesagt: " + " und ".join(chosen.kept) + "."
    changed = replace(choice, edits=(edit(chosen, worded),))
    (sheet,) = sheets(law, case, changed)
    assert "Neu gesagt:" in text_of(sheet)
    assert "Neu gesagt:" not in text_of(sheets(law, case, choice)[0])
    with pytest.raises(Problem, match="must still stand"):
        edit(chosen, "Ohne alles.")


def test_the_request_is_never_left_out_and_another_paragraph_may_be(law, case, choose):
    for kind in ("reminder", "letter"):
        choice = choose(kind)
        first, *others = editable(sheets(law, case, choice))
        assert first.request
        with pytest.raises(Problem, match="cannot be left out"):
            edit(first, " ")
        gone = others[-1]
        (sheet,) = sheets(law, case, replace(choice, edits=(edit(gone, ""),)))
        assert " ".join(gone.text.split()) not in text_of(sheet)


def test_an_edit_of_a_text_that_has_changed_is_refused(law, case, choose):
    choice = choose("reminder")
    paragraph = next(each for each in editable(sheets(law, case, choice)) if "15.12.2026" in each.text)
    changed = replace(choice, edits=(edit(paragraph, "Bitte antworten Sie bis zum 15.12.2026."),))
    sheets(law, case, changed)
    with pytest.raises(Problem, match="reads otherwise by now"):
        printing.sheets(law, case, changed, today=TODAY + timedelta(days=1))


def test_an_edit_that_was_made_elsewhere_keeps_the_rules(law, case, choose):
    choice = choose("reminder")
    paragraph = next(each for each in editable(sheets(law, case, choice)) if each.kept and not each.request)
    forged = printing.Edit(paragraph.id, paragraph.text, "Ohne alles.")
    with pytest.raises(Problem, match="must still stand"):
        sheets(law, case, replace(choice, edits=(forged,)))


@pytest.mark.parametrize("kind", ["reminder", "letter"])
def test_the_reading_copy_says_that_the_letter_is_worded_otherwise(law, case, choose, kind):
    choice = choose(kind, language="en")
    paragraph = next(
        each for each in editable(sheets(law, case, choice)) if not each.kept and not each.request
    )
    german, copy = sheets(law, case, replace(choice, edits=(edit(paragraph, "Anders."),)))
    assert "Anders." in text_of(german)
    said = " ".join(" ".join(pages(build.pdf([copy], printing.texts_of("en")))).split())
    assert "Anders." not in said
    assert "1 paragraph is worded otherwise" in said


# Approval


def test_who_approved_and_when_stands_on_the_sheet(law, session, case, choose):
    choice = approval.approved(session, choose("reminder"))
    (sheet,) = sheets(law, case, replace(choice, confirmed_on=TODAY))
    assert (sheet.stamp.approved, sheet.stamp.approved_by, sheet.stamp.approved_on) == (True, "mk", TODAY)
    assert "ENTWURF" not in text_of(sheet)
    (draft,) = sheets(law, case, approval.withdrawn(choice))
    assert (draft.stamp.approved, draft.stamp.approved_by, draft.stamp.approved_on) == (False, "", None)
    assert "ENTWURF" in text_of(draft)


def test_only_those_whom_the_office_named_approve(session, choose):
    choice = choose("reminder")
    assert approval.may_approve(session, "mk")
    with pytest.raises(Problem, match="Nobody opens"):
        approval.name_approvers(session, ["mk", "anwalt"], NOW)
    assert approval.approvers(session) == ()
    session.office.add_user("Anwalt", "ganz andere Wörter hier", "mk", NOW)
    approval.name_approvers(session, ["mk", "anwalt", "ANWALT ", " "], NOW)
    assert approval.approvers(session) == ("mk", "ANWALT")
    assert approval.approved(session, choice).approved_by == "mk"
    approval.name_approvers(session, ["anwalt"], NOW)
    with pytest.raises(Problem, match="approved by"):
        approval.approved(session, choice)
    assert approval.approved(replace(session, user="Anwalt"), choice).approved_by == "Anwalt"


def test_only_who_is_named_names_others_unless_the_recovery_sheet_is_used(session):
    session.office.add_user("anwalt", "ganz andere Wörter hier", "mk", NOW)
    assert approval.of(session) == ((), ("mk",), True)
    approval.name_approvers(session, ["anwalt"], NOW)
    assert approval.of(session) == (("anwalt",), ("anwalt", "mk"), False)
    with pytest.raises(Problem, match="changed by"):
        approval.name_approvers(session, [], NOW)
    assert approval.approvers(session) == ("anwalt",)
    recovered = replace(session, user=RECOVERY)
    assert approval.of(recovered).may_change
    approval.name_approvers(recovered, [], NOW)
    assert approval.approvers(session) == ()


def test_nobody_approves_with_the_recovery_sheet(session, choose):
    with pytest.raises(Problem, match="by name"):
        approval.approved(replace(session, user=RECOVERY), choose("reminder"))


def test_naming_is_a_step_that_can_be_taken_back(session):
    approval.name_approvers(session, ["mk"], NOW)
    undo.undo(session.office, "mk", NOW)
    assert approval.approvers(session) == ()


# The office's own letters

TEXT = "hiermit bitte ich für {name}, geboren {geboren}, um einen Termin (§ 82 Abs. 1 AufenthG).\n\nDanke."


def test_an_own_letter_is_kept_changed_printed_and_removed(law, session, case, choose):
    letter = own_letters.new_letter("Terminbitte", "Bitte um einen Termin", TEXT)
    own_letters.keep(session, letter, NOW)
    own_letters.keep(session, replace(letter, subject="Terminbitte zu {aktenzeichen}"), NOW)
    (kept,) = own_letters.own_letters(session)
    assert kept.subject == "Terminbitte zu {aktenzeichen}"
    (sheet,) = sheets(law, case, choose("own"), own=[kept])
    text = text_of(sheet)
    for part in ("Terminbitte zu J-TES-3302", "für Nadia Testmann, geboren 19.08.1996", "ENTWURF"):
        assert part in text, part
    assert printing.subjects(law, case, "own", today=TODAY, texts=GERMAN, own=[kept]) == [
        (letter.id, "Terminbitte")
    ]
    first = editable([sheet])[0]
    assert {"Nadia Testmann", "19.08.1996", "§ 82 Abs. 1"} <= set(first.kept)
    own_letters.remove(session, letter.id, NOW)
    assert not own_letters.own_letters(session)
    with pytest.raises(Problem, match="no longer in the office file"):
        own_letters.remove(session, letter.id, NOW)
    with pytest.raises(Problem, match="no letters of its own yet"):
        sheets(law, case, choose("own"), own=[])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Guten Tag {nahme}", "name"),
        ("Guten Tag {Geboren}", "geboren"),
        ("Guten Tag {aktenzeichn}", "aktenzeichen"),
        ("Guten Tag {name!r}", "name"),
        ("Guten Tag {name:>10}", "name"),
        ("Guten Tag {0}", ""),
        ("Guten Tag {}", ""),
    ],
)
def test_an_unknown_placeholder_is_refused_with_the_nearest(session, text, says):
    with pytest.raises(Problem, match="no placeholder") as raised:
        own_letters.keep(session, own_letters.new_letter("N", "S", text), NOW)
    assert says in GERMAN.problem(raised.value)
    assert not own_letters.own_letters(session)


@pytest.mark.parametrize("text", ["offen {name", "zu }", "  ", "x" * 8001])
def test_other_texts_that_cannot_be_printed_are_refused(session, text):
    with pytest.raises(Problem):
        own_letters.keep(session, own_letters.new_letter("N", "S", text), NOW)


def test_what_the_case_does_not_know_is_a_gap_and_stays_a_draft(law, case, choose):
    letter = own_letters.new_letter("N", "S", "Bescheid von {stelle} zu {unser_zeichen}, {gueltig_bis}")
    unknown = replace(case, client=replace(case.client, file_number=""))
    (sheet,) = sheets(law, unknown, choose("own"), own=[letter])
    assert "________" in text_of(sheet)
    with pytest.raises(Problem, match="gaps"):
        sheets(law, unknown, choose("own", approved=True, confirmed_on=TODAY), own=[letter])


def test_a_name_in_braces_is_never_a_placeholder(law, case, choose):
    tricky = replace(case, client=replace(case.client, name="{geboren} <b>&amp;</b>"))
    letter = own_letters.new_letter("N", "S", "Für {name}.")
    (sheet,) = sheets(law, tricky, choose("own"), own=[letter])
    assert "Für {geboren} <b>&amp;</b>." in text_of(sheet)
