"""Lists of the office's dates on paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.deadlines.duedates import Nature, Urgency
from desktop.documents.build import pdf
from desktop.documents.day_list import NATURE_WORDS
from desktop.documents.time_sheets import DayGroup, DayListSheet, DayRow
from tests.documents.reading import find, pages, shapes
from tests.documents.samples import STAMP, texts
from tests.documents.test_hostile import NAMES
from tests.documents.test_slip import assert_inside

GERMAN, ENGLISH = texts("de"), texts("en")
ROW = DayRow(
    what="Titel endet: § 25 Abs. 3",
    urgency=Urgency.OVERDUE,
    nature=Nature.VALIDITY,
    day=date(2026, 11, 20),
    who="Amal Muster",
    file_number="B-2026-007",
    time="09:30",
    beside="letzter Tag: Mo 23.11.2026",
)
SHEET = DayListSheet(
    STAMP,
    "Tagesliste",
    "Dienstag, 24. November 2026",
    (DayGroup("Überfällig", (ROW,), dated=True), DayGroup("Mi 25.11.2026", (), "Feiertag: Probetag")),
    names=True,
    notes=("2 offene Akten haben keinen nächsten Termin und stehen auf keiner Liste.",),
)


def words_of(sheet, language=GERMAN):
    return " ".join(pages(pdf([sheet], language))).replace("\n", " ").replace("\xa0", " ")


def test_what_stands_on_a_list():
    text = words_of(SHEET)
    for part in (
        "Tagesliste", "Dienstag, 24. November 2026", "2 offene Akten", "Überfällig", "Fr 20.11.2026", "09:30",
        "Ende", "überfällig", "Amal Muster", "B-2026-007", "§ 25 Abs. 3", "letzter Tag: Mo 23.11.2026",
        "Mi 25.11.2026 · Feiertag: Probetag",
        "bis zu diesem Tag ist nichts zu erledigen", "Seite 1 von 1", "schreddern",
    ):  # fmt: skip
        assert part in text


def test_rows_of_one_day_do_not_repeat_it():
    text = words_of(replace(SHEET, groups=(DayGroup("Fr 20.11.2026", (ROW,)),)))
    assert text.count("20.11.2026") == 1


def test_without_names_the_file_number_stands_for_the_client():
    bare = replace(SHEET, names=False, groups=(DayGroup("x", (replace(ROW, who=""),)),))
    text = words_of(bare)
    assert "Amal" not in text
    assert "Aktenzeichen" in text
    assert "B-2026-007" in text
    nobody = replace(bare, groups=(DayGroup("x", (replace(ROW, who="", file_number=""),)),))
    assert "ohne Aktenzeichen" in words_of(nobody)


def test_urgency_has_a_sign_and_a_word():
    later = replace(SHEET, groups=(DayGroup("x", (replace(ROW, urgency=Urgency.LATER),)),))
    late = replace(SHEET, groups=(DayGroup("x", (ROW,)),))
    assert shapes(pdf([late], GERMAN)) > shapes(pdf([later], GERMAN))
    assert "überfällig" not in words_of(later).replace("Überfällig", "")


@pytest.mark.parametrize("language", [GERMAN, ENGLISH], ids=["de", "en"])
def test_every_nature_has_a_word(language):
    rows = tuple(replace(ROW, nature=each) for each in Nature)
    text = words_of(replace(SHEET, groups=(DayGroup("x", rows),)), language)
    for word in NATURE_WORDS.values():
        assert language(word) in text


def test_a_thousand_rows_repeat_the_head_on_every_page():
    rows = tuple(replace(ROW, day=ROW.day + timedelta(days=number)) for number in range(1000))
    content = pdf([replace(SHEET, groups=(DayGroup("Alle", rows, dated=True),))], GERMAN)
    found = pages(content)
    assert len(found) > 20
    for text in found:
        assert "Wann" in text
        assert "Rechtsstand" in text
    assert sum(text.count("B-2026-007") for text in found) == 1000
    assert find(content, "Wann", 1).top > 60
    assert_inside(content)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_hostile_texts_stay_on_the_paper(name):
    name = name[:1000]  # longer ones are tried on the other sheets
    row = replace(ROW, who=name, file_number=name, what=name, time=name, beside=name)
    sheet = replace(SHEET, title=name, about=name, notes=(name,), groups=(DayGroup(name, (row,), name),))
    assert_inside(pdf([sheet], GERMAN))
