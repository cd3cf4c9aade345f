"""The hand-out on paper: two columns with the same numbers, mirrored where a language needs it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.documents import handout as hand_out
from desktop.documents import signs
from desktop.documents.build import pdf
from desktop.documents.handout_sheet import HandoutSheet, OwnLine, Said, SaidTopic, Twin
from desktop.documents.pictograms import PICTOGRAMS
from desktop.documents.style import MM, PAGE_HEIGHT, PAGE_WIDTH
from desktop.services.handouts.statements import HandoutTopic, handouts
from desktop.texts import Texts

from . import reading
from .samples import STAMP, texts

ARABIC = "يجوز لك قبول أي عمل وفق § 25b حتى 04.03.2027."
GERMAN = "Sie dürfen jede Arbeit annehmen, nach § 25b bis 04.03.2027."


def text() -> Texts:
    return texts("de")


def made(**changes) -> HandoutSheet:
    said = tuple(Said(number, Twin(GERMAN, ARABIC), "§ 4a Abs. 1 AufenthG", number == 2) for number in (1, 2))
    sheet = HandoutSheet(
        stamp=STAMP,
        tag="ar",
        right_to_left=True,
        columns="both",
        frame={key: Twin(german, "") for key, german in handouts().frame.items()},
        title=Twin("Was mein Papier bedeutet", "ماذا تعني وثيقتي"),
        own=(
            OwnLine(Twin("Name", "الاسم"), "Amal TESTMANN"),
            OwnLine(Twin("Gilt bis", "صالحة حتى"), "13.12.2026", strong=True),
        ),
        urgent=None,
        topics=(SaidTopic("work", Twin("Arbeit", "العمل"), said),),
        reviewed=True,
    )
    return replace(sheet, **changes)


def latin(sheet: HandoutSheet) -> HandoutSheet:
    said = tuple(Said(1, Twin(GERMAN, "You may take any work."), "§ 4a Abs. 1 AufenthG") for _ in "1")
    topic = SaidTopic("work", Twin("Arbeit", "Work"), said)
    return replace(sheet, tag="en", right_to_left=False, topics=(topic,))


def test_every_heading_has_a_pictogram():
    assert PICTOGRAMS.keys() == {topic.value for topic in HandoutTopic}


def test_german_stands_left_and_both_columns_begin_a_statement_together():
    content = pdf([latin(made())], text())
    numbers = [word for word in reading.words(content) if word.text == "1."]
    assert len(numbers) == 2
    assert numbers[0].top == pytest.approx(numbers[1].top, abs=0.5)
    assert numbers[0].left == pytest.approx(18 * MM, abs=1)
    assert reading.find(content, "You").left > PAGE_WIDTH / 2
    assert reading.find(content, "You").top == pytest.approx(reading.find(content, "Sie").top, abs=0.5)


def test_a_column_from_right_to_left_has_its_numbers_at_the_right_edge():
    content = pdf([made()], text())
    # the reader sees ".1" in the right column; its dot is on the left of the figure
    digits = [word for word in reading.words(content) if word.text in ("1.", ".1")]
    assert len(digits) == 2
    right = max(digits, key=lambda word: word.right)
    assert right.right == pytest.approx(PAGE_WIDTH - 18 * MM, abs=2.5)
    column = [word for word in reading.words(content) if word.left > PAGE_WIDTH / 2]
    assert max(word.right for word in column) <= PAGE_WIDTH - 18 * MM + 1


def test_citations_and_days_stay_whole_in_arabic():
    """By their places: in a line of both directions a reader turns the text around by rules of its own."""
    words = [word for word in reading.words(pdf([made()], text())) if word.left > PAGE_WIDTH / 2]
    assert sum("04.03.2027" in word.text for word in words) == 2
    sections = [word for word in words if word.text == "§"]
    assert len(sections) == 2
    for sign in sections:
        (number,) = (each for each in words if "25" in each.text and abs(each.bottom - sign.bottom) < 5)
        assert 0 < number.left - sign.right < 5


def test_large_type():
    content = pdf([latin(made())], text())
    you, work = reading.find(content, "You"), reading.find(content, "Work")
    assert you.bottom - you.top > 8  # the height of a capital letter with 12 points
    assert work.bottom - work.top > 9


@pytest.mark.parametrize("columns", ["both", "german", "other"])
def test_nothing_leaves_the_page(columns):
    long = "Donaudampfschifffahrtsgesellschaft" * 6
    sheet = made(
        columns=columns,
        own=(
            OwnLine(Twin("Name", "الاسم"), long),
            OwnLine(Twin(long, ARABIC * 4), "13.12.2026", strong=True),
        ),
        urgent=Twin(long, ARABIC * 3),
        topics=(SaidTopic("work", Twin(long, ARABIC), (Said(1, Twin(long * 3, ARABIC * 9), long),)),),
        reviewed=False,
    )
    left, top, right, bottom = reading.edges(pdf([sheet], text()))
    assert left >= 16 * MM
    assert top >= 10 * MM
    assert right <= PAGE_WIDTH - 16 * MM
    assert bottom <= PAGE_HEIGHT - 8 * MM


def test_one_language_alone_takes_the_whole_width():
    content = pdf([replace(latin(made()), columns="other")], text())
    shown = reading.pages(content)[0]
    assert "You may take any work." in shown
    assert "Arbeit annehmen" not in shown
    assert reading.find(content, "You").left < PAGE_WIDTH / 4


def test_what_is_open_and_what_is_not_reviewed_says_so_in_words():
    frame = handouts().frame
    shown = " ".join(" ".join(reading.pages(pdf([made(reviewed=False)], text()))).split())
    assert frame["open"].split(":")[0].split(",")[0] in shown
    assert frame["not_reviewed"].split()[0] in shown
    assert frame["not_reviewed"] not in " ".join(reading.pages(pdf([made()], text())))


def test_a_page_that_begins_inside_a_topic_repeats_its_heading():
    said = tuple(Said(number, Twin(GERMAN, ARABIC)) for number in range(1, 40))
    shown = reading.pages(pdf([made(topics=(SaidTopic("work", Twin("Arbeit", "العمل"), said),))], text()))
    assert len(shown) > 1
    assert all("Arbeit" in page.splitlines()[1] for page in shown[1:])


def test_every_page_carries_the_day_of_the_law_and_its_number():
    said = tuple(Said(number, Twin(GERMAN, ARABIC)) for number in range(1, 40))
    shown = reading.pages(pdf([made(topics=(SaidTopic("work", Twin("Arbeit", "العمل"), said),))], text()))
    for number, page in enumerate(shown, start=1):
        assert "Gesetze geprüft bis 19.08.2026" in page
        assert f"Seite {number} von {len(shown)}" in page


def test_a_draft_says_so():
    shown = reading.pages(pdf([made(stamp=replace(STAMP, approved=False))], text()))[0]
    assert handouts().frame["draft"] in shown
    assert handouts().frame["draft"] not in reading.pages(pdf([made()], text()))[0]


def test_with_one_language_alone_a_value_stands_beside_its_label():
    width = PAGE_WIDTH - 36 * MM
    own = (OwnLine(Twin("Name", "الاسم"), "TESTMANN"),)
    mirrored = pdf([made(columns="other", own=own)], text())
    assert reading.find(mirrored, "TESTMANN").right == pytest.approx(18 * MM + width * 0.58 - 8, abs=3)
    plain = pdf([made(columns="german", own=own)], text())
    assert reading.find(plain, "TESTMANN").left == pytest.approx(18 * MM + width * 0.42 + 8, abs=3)


@pytest.mark.parametrize("columns", ["both", "german", "other"])
@pytest.mark.parametrize(
    "name", ["Wolfeschlegelstein" * 11 + "XY", "Abdelrahmanolutoyosi Ibukolade " * 6 + "Letzte"]
)
def test_a_name_of_two_hundred_letters_is_whole(name, columns):
    own = (OwnLine(Twin("–", "–"), name),)
    content = pdf([replace(latin(made()), columns=columns, own=own)], text())
    assert "".join(name.split()) in "".join(reading.pages(content)[0].replace("–", "").split())


def test_the_sign_of_a_question_looks_as_each_column_writes_it(monkeypatch):
    turned = []
    monkeypatch.setattr(hand_out, "question", lambda *_place, mirrored: turned.append(mirrored))
    pdf([made()], text())
    assert turned == [False, True]  # German, Arabic


def test_a_mirrored_question_mark_is_the_other_one_seen_from_behind():
    drawn: list[list[tuple[float, float]]] = []

    class Seen:
        def path(self, points, width, grey):
            drawn.append(list(points))

        def circle(self, x, y, radius, width, fill):
            drawn.append([(x, y)])

    for mirrored in (False, True):
        signs.question(Seen(), 0.0, 0.0, 10.0, mirrored=mirrored)  # type: ignore[arg-type]
    (hook, dot), (other_hook, other_dot) = drawn[:2], drawn[2:]
    assert dot == other_dot
    assert [x for x, _ in other_hook] == pytest.approx([10.0 - x for x, _ in hook])
    assert [y for _, y in other_hook] == [y for _, y in hook]
    assert hook[3] != other_hook[3]


def test_without_a_heading_the_first_statement_keeps_its_distance_from_the_notes():
    alone = latin(made())
    bare = replace(alone, topics=(replace(alone.topics[0], heading=Twin("")),))
    content = pdf([bare], text())
    number = next(word for word in reading.words(content) if word.text == "1.")
    note = max(word.bottom for word in reading.words(content) if word.bottom < number.top)
    assert number.top - note > 12


@pytest.mark.parametrize("before", range(8, 24))
def test_a_short_last_topic_stays_in_one_piece(before):
    long = tuple(Said(each, Twin(GERMAN, "You may take any work.")) for each in range(1, before))
    short = tuple(Said(each, Twin(f"Feld {each}", f"Field {each}")) for each in range(90, 94))
    topics = (SaidTopic("work", Twin("Arbeit", "Work"), long), SaidTopic("", Twin("Ende", "End"), short))
    shown = reading.pages(pdf([replace(latin(made()), topics=topics)], text()))
    assert all(f"Feld {each}" in shown[-1] for each in range(90, 94))


@pytest.mark.parametrize("before", range(5, 24))
def test_what_ends_with_a_colon_stands_with_what_it_announces(before):
    long = [Twin(GERMAN, "You may take any work.") for _ in range(before)]
    listed = [Twin("Es fehlen:", "Missing:"), Twin("der Pass", "the passport"), *long]
    said = tuple(Said(number, each) for number, each in enumerate((*long, *listed), 1))
    topics = (SaidTopic("work", Twin("Arbeit", "Work"), said),)
    shown = reading.pages(pdf([replace(latin(made()), topics=topics)], text()))
    (page,) = [each for each in shown if "Es fehlen:" in each]
    assert "der Pass" in page
