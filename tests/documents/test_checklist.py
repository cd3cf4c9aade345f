"""The checklist as it lies on the counter."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents.build import compose, pdf
from desktop.documents.furniture import LEFT, RIGHT
from desktop.documents.sheets import DateKind, DateLine, PaperGroup, PaperRow
from tests.documents.reading import edges, pages, shapes, words
from tests.documents.sample_checklist import CHECKLIST, DRAFT_CHECKLIST
from tests.documents.samples import PERSON, texts

GERMAN, ENGLISH = texts("de"), texts("en")


@pytest.fixture(scope="module")
def german():
    return pdf([CHECKLIST], GERMAN)


def test_two_pages_hold_the_usual_case(german):
    assert len(pages(german)) == 2


def test_every_page_says_which_of_how_many_and_the_day_of_the_law(german):
    for number, text in enumerate(pages(german), start=1):
        assert f"Seite {number} von 2" in text
        assert "Rechtsstand 19.08.2026" in text
        assert "gedruckt 22.11.2026" in text
        assert "es entscheidet die Behörde oder das Gericht" in text


def test_head_in_the_order_of_reading(german):
    text = pages(german)[0]
    order = [
        "Checkliste § 25b Abs. 1 AufenthG",
        "Nachhaltige Integration · Verlängerung",
        "Mohammad Nazar AL-AHMADI",
        "محمد نظر الأحمدي",
        "geboren 23.11.1999, Staatsangehörigkeit",
        "Aktenzeichen der Behörde: 33.2-12/345-B",
        "Stadt Jena",
        "Antragsweg: Post, E-Mail. Nur auf Einladung vorsprechen.",
        "Fr 04.12.2026",
        "Unterlage Form Stand Notizen",
        "Pass oder Passersatz",
    ]
    places = [text.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)


def test_papers_fees_and_state(german):
    text = "\n".join(pages(german))
    for group in CHECKLIST.groups:
        assert group.title in text
        for row in group.rows:
            assert row.name.split()[0] in text
    assert "Kopie 03.11.2026" in text
    assert "gültig bis 30.04.2031" in text
    assert "93 €" in text
    assert "gebührenfrei" in text
    assert "kann erlassen werden: Erlass beantragen" in text


def test_the_columns_stand_under_their_heads(german):
    state = next(word for word in words(german) if word.text == "fehlt")
    head = next(word for word in words(german) if word.text == "Stand" and word.top > 300)
    assert state.left == pytest.approx(head.left, abs=1.5)
    assert head.top < state.top


def test_tick_boxes_are_shapes_and_ticked_ones_have_a_tick():
    row = PaperRow("Pass")
    alone = replace(CHECKLIST, groups=(PaperGroup("", (row,)),), fees=(), dates=(), notes=())
    ticked = replace(alone, groups=(PaperGroup("", (replace(row, ticked=True),)),))
    assert shapes(pdf([ticked], GERMAN)) == shapes(pdf([alone], GERMAN)) + 1
    assert not set("☐☑✓✔") & set("".join(pages(pdf([ticked], GERMAN))))


def test_later_pages_repeat_the_head_of_the_table_and_name_the_sheet(german):
    second = pages(german)[1]
    assert second.index("Checkliste § 25b Abs. 1 AufenthG · 2026-0117 · Mohammad") < second.index("Unterlage")


def test_a_draft_says_so_on_every_page_and_an_approved_sheet_does_not(german):
    assert all("ENTWURF" in text for text in pages(pdf([DRAFT_CHECKLIST], GERMAN)))
    assert all("DRAFT" in text for text in pages(pdf([DRAFT_CHECKLIST], ENGLISH)))
    assert "ENTWURF" not in "".join(pages(german))


def test_english():
    text = " ".join("".join(pages(pdf([CHECKLIST], ENGLISH))).split())
    for part in (
        "Checklist § 25b",
        "Page 1 of 2",
        "Law as of 19 Aug 2026",
        "free of charge",
        "Send no originals.",
    ):
        assert part in text


def test_everything_stays_inside_the_margins(german):
    left, _, right, bottom = edges(german)
    assert left >= LEFT - 2
    assert right <= RIGHT + 2
    assert bottom <= 842 - 14


def test_a_heading_of_a_group_is_never_the_last_line_of_a_page():
    rows = tuple(PaperRow(f"Unterlage {number}", "Begründung") for number in range(60))
    for size in range(9, 16):
        groups = tuple(
            PaperGroup(f"Gruppe {start}", rows[start : start + size]) for start in range(0, 60, size)
        )
        for text in pages(pdf([replace(CHECKLIST, groups=groups, fees=(), notes=())], GERMAN)):
            body = text[: text.index("Rechtsstand")].strip().splitlines()
            assert not body[-1].startswith("Gruppe"), size


def test_what_is_empty_is_left_out():
    bare = replace(
        CHECKLIST,
        person=replace(
            PERSON, original_name="", born=None, nationality="", authority_file_number="", file_number=""
        ),
        authority=None,
        groups=(),
        fees=(),
        dates=(),
        notes=(),
        title="",
    )
    text = "".join(pages(pdf([bare], GERMAN)))
    for label in ("geboren", "Aktenzeichen", "Unser Zeichen", "Bei\n", "Gebühren\n", "Unterlage", "None"):
        assert label not in text


def test_own_labels_of_days_replace_the_usual_ones():
    sheet = replace(CHECKLIST, dates=(DateLine(DateKind.OTHER, date(2027, 7, 1), "§ 104c entfällt"),))
    assert "§ 104c entfällt" in pages(pdf([sheet], GERMAN))[0]
    assert "Wichtiger Tag" not in pages(pdf([sheet], GERMAN))[0]


def test_the_title_in_the_file_does_not_name_the_client():
    assert PERSON.name not in compose(CHECKLIST, GERMAN).title
