"""The geometry of letters in millimetres, read back from the PDF: both forms, and what overflows."""

from dataclasses import replace

import pypdfium2
import pypdfium2.raw as raw
import pytest

from desktop.documents.build import pdf
from desktop.documents.sheets import Enclosure, Ground, LetterForm
from desktop.documents.style import MM, PAGE_HEIGHT
from desktop.errors import Problem
from tests.documents.reading import edges, find, pages, words
from tests.documents.samples import EXTENSION, JENA, PERSON, texts

GERMAN = texts("de")
TOPS = {LetterForm.A: 27, LetterForm.B: 45}
FOLDS = {LetterForm.A: (87, 192), LetterForm.B: (105, 210)}
TEXT = {LetterForm.A: 80.46, LetterForm.B: 98.46}
both_forms = pytest.mark.parametrize("form", LetterForm)

LONG = replace(
    JENA,
    name="Landeshauptstadt München, Hauptabteilung II Bürgerangelegenheiten",
    department="Ausländerangelegenheiten, Asylangelegenheiten (KVR)",
    address=("Ruppertstraße 19", "80466 München"),
)
SIX = replace(JENA, address=("Dezernat II", "Haus 3", "Löbdergraben 12", "07743 Jena"))


def letter(form, **changes):
    return pdf([replace(EXTENSION, form=form, **changes)], GERMAN)


def marks(content):
    """Left, top and length in millimetres of every short line at the left edge of the first page."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for each in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, _ = each.get_bounds()
            if right < 15 * MM:
                found.append(tuple(round(v / MM, 1) for v in (left, PAGE_HEIGHT - bottom, right - left)))
    return sorted(found, key=lambda each: each[1])


def in_window(form, word):
    """Within the address field, 5 mm from its left edge, under the zone of the return line."""
    top = TOPS[form]
    return (
        word.left >= 24.8 * MM
        and word.right <= 105 * MM
        and word.top >= (top + 17.7) * MM
        and word.bottom <= (top + 45) * MM
    )


@both_forms
@pytest.mark.parametrize("authority", [JENA, SIX, LONG], ids=["short", "six lines", "long name"])
def test_every_word_of_the_address_lies_in_the_window(form, authority):
    content = letter(form, authority=authority)
    expected = " ".join((authority.name, authority.department, *authority.address)).split()
    inside = [word.text for word in words(content) if in_window(form, word)]
    assert inside == expected


@both_forms
def test_the_return_line_stands_above_the_address_and_in_the_window(form):
    top = TOPS[form]
    lines = [word for word in words(letter(form)) if word.text == "c/o"]
    inside = [word for word in lines if top * MM <= word.top and word.bottom <= (top + 17.7) * MM]
    assert len(inside) == 1
    assert inside[0].left >= 20 * MM


@both_forms
def test_fold_marks_and_hole_mark(form):
    first, second = FOLDS[form]
    wanted = sorted([(5, first, 2.5), (5, second, 2.5), (5, 148.5, 4)], key=lambda each: each[1])
    for (left, top, length), expected in zip(marks(letter(form)), wanted, strict=True):
        assert left == pytest.approx(expected[0], abs=0.3)
        assert top == pytest.approx(expected[1], abs=0.3)
        assert length == pytest.approx(expected[2], abs=0.3)


@both_forms
def test_information_block_subject_and_margins(form):
    content = letter(form)
    block = find(content, "Ihr")
    assert block.left / MM == pytest.approx(125, abs=0.5)
    assert (TOPS[form] + 5) * MM <= block.top <= (TOPS[form] + 9) * MM
    subject = find(content, "Antrag")
    assert subject.left / MM == pytest.approx(25, abs=0.5)
    assert TEXT[form] * MM <= subject.top <= (TEXT[form] + 6) * MM
    left, top, right, bottom = edges(content)
    assert left >= 24.6 * MM
    assert right <= 190.4 * MM
    assert top >= 5 * MM
    assert bottom <= 285 * MM


@both_forms
def test_the_letterhead_ends_above_the_address_field(form):
    below = [word for word in words(letter(form)) if word.bottom <= TOPS[form] * MM]
    assert [word.text for word in below][:3] == EXTENSION.sender.name.split()[:3]


@both_forms
def test_a_long_information_block_pushes_the_text_down(form):
    """Nine rows of two lines each: the subject begins below them, nothing lies upon another thing."""
    person = replace(PERSON, authority_file_number="33.2-12/345-B-" + "0123456789-" * 8)
    content = letter(form, person=person, our_reference="Beratung " * 12, place="Bad " * 20)
    subject = find(content, "Antrag")
    block = [word for word in words(content) if word.left >= 124 * MM and word.bottom < subject.top]
    assert block
    assert subject.top - max(word.bottom for word in block) >= 2 * MM


@both_forms
def test_later_pages_begin_with_who_and_what_and_the_number_of_pages(form):
    grounds = tuple(Ground(f"Punkt {number} der Begründung, mit einem Satz dazu.") for number in range(90))
    content = letter(form, grounds=grounds)
    assert len(pages(content)) >= 3
    for number, page in enumerate(pages(content), 1):
        assert (f"Seite {number} von {len(pages(content))}" in page) is (number > 1)
        if number > 1:
            assert page.splitlines()[0].startswith("Mohammad Nazar AL-AHMADI · 33.2-12/345-B")
            below_head = [word.top for word in words(content, number - 1) if word.top > 22 * MM]
            assert min(below_head) >= 31 * MM
    last_line = max(word.bottom for word in words(content) if word.text == "Satz")
    assert last_line <= (297 - 25) * MM


@both_forms
def test_an_address_of_nine_lines_is_refused_in_one_sentence(form):
    nine = replace(
        LONG, address=("Haus 3", "Aufgang C", "Zimmer 4.117", "Hof 2", "Ruppertstraße 19", "80466 M")
    )
    with pytest.raises(Problem) as refused:
        letter(form, authority=nine)
    assert "sechs" in GERMAN.problem(refused.value)


@both_forms
def test_a_name_of_two_hundred_letters_stays_on_the_sheet(form):
    name = "Nguyen-Hohenlohe-Al-Ahmadi " * 8
    content = letter(form, sender=replace(EXTENSION.sender, name=name), person=replace(PERSON, name=name))
    _, _, right, _ = edges(content)
    assert right <= 190.4 * MM


@both_forms
def test_many_enclosures_run_over_pages_with_their_numbers(form):
    many = tuple(Enclosure(f"Unterlage {number}") for number in range(1, 90))
    text = " ".join(" ".join(pages(letter(form, enclosures=many))).split())
    assert all(f"{number}. Unterlage {number} (Kopie)" in text for number in range(1, 90))


def test_page_numbers_begin_on_page_two():
    first, second = pages(letter(LetterForm.B))
    assert "Seite" not in first
    assert "Seite 2 von 2" in second
    assert second.startswith("Mohammad Nazar AL-AHMADI · 33.2-12/345-B · § 25 Abs. 3 AufenthG")


def test_the_letter_is_dated_in_words():
    assert "22. November 2026" in pages(letter(LetterForm.B))[0]
