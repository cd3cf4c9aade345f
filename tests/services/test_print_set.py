"""What is printed together: the task of the situation first, its sheets ticked, one PDF of all of them."""

from dataclasses import replace
from typing import get_args

import pypdfium2
import pytest

from desktop.errors import Problem
from desktop.services import clients, print_set, printing, prints
from desktop.services.print_choice import SheetKind
from desktop.services.print_stack import stacked
from desktop.texts import Texts
from tests.documents.reading import pages

from .conftest import NOW, TODAY

GERMAN: Texts = printing.texts_of("de")


def situation(law, case):
    return print_set.situation(law, case, TODAY, GERMAN)


def test_the_set_for_an_extension_is_checklist_letter_and_hand_out(law, samples):
    found = situation(law, samples["hessen-haertefall"])
    assert (found.first.task, found.first.kinds) == ("apply", ("checklist", "letter", "handout"))
    assert GERMAN(found.tasks[0].name) == "Titel verlängern"
    assert found.first.shared.occasion == "extension"


@pytest.mark.parametrize("name", ["muenchen-abschiebungsverbot", "chancen-aufenthalt", "offene-fragen"])
def test_every_ticked_sheet_of_every_task_can_be_made_or_says_why_not(law, samples, name):
    case = samples[name]
    found = situation(law, case)
    for task in found.tasks:
        ticked = replace(found.first, task=task.id, kinds=task.ticked)
        wanted, subjects = print_set.chosen(law, case, ticked, TODAY, GERMAN)
        stack = stacked(law, case, wanted.sheets, today=TODAY)
        assert len(stack.parts) + len(stack.problems) == len(task.ticked)
        assert set(subjects) <= set(task.ticked)
        assert not [kind for kind in task.ticked if kind not in task.kinds]


def test_every_kind_of_sheet_has_a_name_and_is_chosen_by_a_task():
    of_tasks = {kind for kinds in print_set._TASKS.values() for kind in kinds}
    assert set(get_args(SheetKind)) == set(print_set.NAMES) == of_tasks


def test_one_pdf_has_every_sheet_in_its_place(law, samples):
    case = samples["hessen-haertefall"]
    wanted, _ = print_set.chosen(law, case, situation(law, case).first, TODAY, GERMAN)
    stack = stacked(law, case, wanted.sheets, today=TODAY, office="Beratung")
    assert stack.printed is not None
    text = pages(stack.printed.pdf)
    assert len(text) == stack.pages
    checklist, letter, handout = (text[part.page - 1] for part in stack.parts)
    assert "Checkliste" in checklist
    assert "beantrage" in letter
    assert "Was dieser Titel bedeuten" in handout
    with pypdfium2.PdfDocument(stack.printed.pdf) as document:
        places = [each.get_dest().get_index() + 1 for each in document.get_toc()]
        about = document.get_metadata_dict()
    copy = next(place for place in places if "Lesefassung" in text[place - 1])
    assert [place for place in places if place != copy] == [part.page for part in stack.parts]
    assert stack.parts[1].page < copy < stack.parts[2].page  # after the letter it is a copy of
    assert case.client.name not in str(about) + stack.printed.file_name
    assert "Checkliste+Anschreiben+Merkblatt" in stack.printed.file_name
    alone = printing.printed(law, case, wanted.choice("checklist"), today=TODAY, office="Beratung")
    assert pages(alone.pdf)[0] == checklist


def test_a_sheet_after_a_slip_begins_on_paper_of_its_own(law, samples):
    case = samples["hessen-haertefall"]
    base = situation(law, case).first
    wanted, _ = print_set.chosen(law, case, replace(base, kinds=("slip", "checklist")), TODAY, GERMAN)
    stack = stacked(law, case, wanted.sheets, today=TODAY)
    assert stack.printed is not None
    assert [part.page for part in stack.parts] == [1, 2]
    with pypdfium2.PdfDocument(stack.printed.pdf) as document:
        assert [each.get_dest().get_index() for each in document.get_toc()] == [0, 1]


def test_what_cannot_be_made_stops_nothing_else(law, samples):
    case = samples["hessen-haertefall"]
    base = situation(law, case).first.shared
    bad = replace(base, kind="slip", which="nichts dergleichen")
    stack = stacked(law, case, [bad, replace(base, kind="checklist")], today=TODAY)
    assert [part.choice.kind for part in stack.parts] == ["checklist"]
    assert [choice.kind for choice, _ in stack.problems] == ["slip"]
    assert stacked(law, case, [bad], today=TODAY).printed is None
    assert stacked(law, case, [], today=TODAY).printed is None


def test_questions_of_all_letters_are_asked_once(law, samples):
    case = samples["hessen-haertefall"]
    first = situation(law, case).first
    one = print_set.questions(law, case, first, TODAY, GERMAN)
    both = print_set.questions(law, case, replace(first, kinds=(*first.kinds, "fee")), TODAY, GERMAN)
    assert one
    assert len({each.id for each in both}) == len(both) >= len(one)


def test_a_print_can_be_printed_again_byte_for_byte(session, law, samples):
    case = samples["jena-aufnahmezusage"]
    client = clients.add(session, case, NOW)
    wanted, _ = print_set.chosen(law, case, situation(law, case).first.but(approved=True), TODAY, GERMAN)
    stack = prints.made(session, case, wanted.sheets, TODAY)
    kept = prints.keep(session, client, stack, "printer", NOW)
    clients.save(session, client, replace(case, client=replace(case.client, name="Anders")), NOW)
    (found,) = prints.earlier(session, client)
    assert found.id == kept
    assert found.kinds == ("checklist", "letter", "handout")
    assert found.approved
    assert found.law_day == law.pack.law_checked_on
    assert stack.printed is not None
    again = prints.again(session, client, kept)
    assert again.printed is not None
    assert (again.printed.pdf, again.pages) == (stack.printed.pdf, stack.pages)
    assert case.client.name not in found.words(GERMAN, _names(law)) + found.more(GERMAN)
    assert "Checkliste, Antragsschreiben" in found.words(GERMAN, _names(law))
    with pytest.raises(Problem):
        prints.again(session, client, "weg")


def test_the_list_of_prints_names_whom_a_letter_was_addressed_to(session, law, samples):
    """The directory knows the authority by its kind alone; what was typed is what stood on the envelope."""
    case = samples["hessen-haertefall"]
    client = clients.add(session, case, NOW)
    typed = "Stadt Frankfurt am Main\nRathenauplatz 1\n60313 Frankfurt am Main"
    shared = situation(law, case).first.shared.answering("authority_address", typed)
    stack = prints.made(session, case, [shared.but(kind="letter")], TODAY)
    prints.keep(session, client, stack, "printer", NOW)
    (found,) = prints.earlier(session, client)
    assert found.recipient == "Stadt Frankfurt am Main"


def _names(law):
    from desktop.services.words.names import LawNames

    return LawNames(law.pack, GERMAN)
