"""Answers, records and names in words."""

from decimal import Decimal

import pytest

from desktop import resources
from desktop.cases.answers import Answer, Unknown
from desktop.cases.people import FamilyMember, LanguageProof
from desktop.cases.periods import PartialDate, Period
from desktop.cases.records import RECORDS
from desktop.cases.recordshapes import parts
from desktop.cases.shapes import Choice, Never
from desktop.cases.status import StatusPeriod
from desktop.services.words import records
from desktop.services.words.answers import AnswerWords
from desktop.services.words.names import LawNames
from desktop.texts import NO_BREAK_SPACE, Texts


def day(text):
    return PartialDate.parse(text)


TEXTS = Texts("de", resources.path("i18n"))


@pytest.fixture(scope="module")
def words(law):
    return AnswerWords(LawNames(law.pack, TEXTS, {"core:muenchen": "München"}))


def test_a_paper_is_said_with_its_last_day(words):
    paper = StatusPeriod("title:25_3", Period.on_paper(day("2024-01-25"), day("2027-01-24")), number="L01X")
    assert words.record(paper).replace("\xa0", " ") == "§ 25 Abs. 3 · 25.01.2024 – 24.01.2027 · L01X"


def test_what_runs_on_and_what_is_known_by_month_only(words):
    assert words.period(Period(day("2021-03"))) == "seit März 2021"


def test_records_name_what_they_are_first(words):
    proof = LanguageProof("B1", "oral", day("2026-05-01"))
    assert words.record(proof).startswith("B1, Mündlich")
    assert "Sorgerecht" in words.record(FamilyMember("child", custody=True))
    assert "Sorgerecht: nein" in words.record(FamilyMember("child", custody=False))
    assert words.record(FamilyMember("child", title_id="none")) == "Kind, kein Aufenthaltstitel"
    assert "Beschäftigungsduldung" in words.record(FamilyMember("child", title_id="D60d"))


def test_why_there_is_no_value_differs(words, law):
    fact = law.pack.vocabulary["convictions"]
    said = {words.answer(fact, Answer(reason)) for reason in Unknown}
    assert len(said) == 3
    assert words.value(fact, ()) == "keine"


def test_numbers_and_dates_as_germans_write_them(words):
    assert words.plain(Decimal("1234.50")) == "1.234,50"
    assert words.plain(Decimal("700")) == "700"
    assert words.plain(Never.NONE) == "nicht geschehen"


def test_the_authority_is_named_not_numbered(words, law):
    assert words.value(law.pack.vocabulary["responsible_abh"], "core:muenchen") == "München"


def test_every_field_and_option_of_every_record_has_german_words():
    keys = {(kind.__name__, part.key) for kind in RECORDS.values() for part in parts(kind)}
    nameless = [key for key in keys if key[1] not in records.CAPTIONS and key not in records.OWN_CAPTIONS]
    assert not nameless
    untranslated = [word for word in (records.caption(*key) for key in keys) if not TEXTS.translated(word)]
    assert not untranslated
    levels = {"A1", "A2", "B1", "B2", "C1", "C2"}
    options = {
        option
        for kind in RECORDS.values()
        for part in parts(kind)
        if isinstance(part.shape, Choice) and not part.shape.prefix
        for option in part.shape.options
    } - levels
    assert not options - records.OPTIONS.keys()
    assert not [word for word in records.OPTIONS.values() if not TEXTS.translated(word)]


def test_a_title_that_is_only_held_has_its_name_too(words):
    """The pack does not examine § 25(5) or § 24, but people hold them."""
    names = words.names
    assert names.status("title:25_5").replace(NO_BREAK_SPACE, " ") == "§ 25 Abs. 5"
    assert names.title("24").replace(NO_BREAK_SPACE, " ").startswith("§ 24 ")
    known = dict(names.statuses())
    assert next(iter(known)).startswith("title:")
    assert set(words.names.pack.terms.statuses) < set(known)
    assert known["title:other"] == "anderer Aufenthaltstitel"
    assert not {"title:23a_hint", "title:35_hint"} & set(known), "a hint is nothing that anybody holds"
    assert names.title_short("23a_hint") != names.title_short("23a")
