"""The cover of the paper file: a day that opens something is never shown as a last day."""

from datetime import date

import pytest

from desktop.deadlines.duedates import Nature
from desktop.documents.form_sheet import FormSheet, FormTable
from desktop.services import deadlines, printing
from desktop.services.printing import PrintChoice
from tests.documents.reading import pages

from .conftest import TODAY

COVER = PrintChoice("cover", "25b_1", "core:unknown", "first", "de")


def days_of(law, case):
    """The rows of the days that run, by what they say."""
    (sheet,) = printing.sheets(law, case, COVER, today=TODAY)
    assert isinstance(sheet, FormSheet)
    table = next(each for each in sheet.blocks if isinstance(each, FormTable))
    return {row.cells[1]: (row.cells[0], row.cells[2]) for row in table.rows}


def test_what_becomes_possible_has_a_first_day_and_no_last_one(law, samples):
    found = days_of(law, samples["hessen-haertefall"])
    assert found["Niederlassungserlaubnis nach fünf Jahren"] == ("ab 15.08.2029", "")


def test_a_duty_that_binds_until_a_day_asks_for_no_act(law, samples):
    found = days_of(law, samples["bayern-familie"])
    assert found["Pflicht zum Wohnsitz im zugewiesenen Land endet"] == ("", "15.09.2029")


def test_every_other_day_says_until_when_to_act_and_the_last_day(law, samples):
    for name, case in samples.items():
        dates = [each for each in deadlines.of(law, case, TODAY) if not each.settled]
        if not dates:
            continue
        bounded = [each for each in dates if each.nature not in (Nature.EARLIEST, Nature.RESTRICTION)]
        shown = [each for each in days_of(law, case).values() if "" not in each]
        said = [(f"{each.act_by:%d.%m.%Y}", f"{each.day:%d.%m.%Y}") for each in bounded]
        assert shown == said, name
    assert ("18.12.2026", "20.12.2026") in days_of(law, samples["hessen-haertefall"]).values()
    assert date(2026, 12, 20).weekday() == 6


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_day_on_which_a_paper_was_seen_stands_on_one_line(law, samples, language):
    choice = PrintChoice("filelist", "25_4_1", "core:sachsen", "first", language)
    made = printing.printed(law, samples["sachsen-pflege"], choice, today=TODAY)
    shown = printing.texts_of(language).day(date(2026, 11, 12))
    assert "\n".join(pages(made.pdf)).replace("\N{NO-BREAK SPACE}", " ").count(shown) == 4
