from decimal import Decimal

import pytest

from desktop.cases.answers import Answer, Unknown
from desktop.cases.people import FamilyMember, LanguageProof
from desktop.cases.periods import PartialDate, Period
from desktop.cases.records import RECORDS
from desktop.cases.recordshapes import parts
from desktop.cases.shapes import Choice, Never
from desktop.cases.status import StatusPeriod
from desktop.texts import Texts
from desktop.ui.kit.answers import record_words
from desktop.ui.kit.answers.names import LawNames
from desktop.ui.kit.answers.words import AnswerWords


def day(text):
    return PartialDate.parse(text)


@pytest.fixture(scope="module")
def words(reference, texts):
    return AnswerWords(LawNames(reference.pack, texts, {"core:muenchen": "München"}))


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


def test_why_there_is_no_value_differs(words, reference):
    fact = reference.pack.vocabulary["convictions"]
    said = {words.answer(fact, Answer(reason)) for reason in Unknown}
    assert len(said) == 3
    assert words.value(fact, ()) == "keine"


def test_numbers_and_dates_as_germans_write_them(words):
    assert words.plain(Decimal("1234.50")) == "1.234,50"
    assert words.plain(Decimal("700")) == "700"
    assert words.plain(Never.NONE) == "nicht geschehen"


def test_the_authority_is_named_not_numbered(words, reference):
    assert words.value(reference.pack.vocabulary["responsible_abh"], "core:muenchen") == "München"


def test_every_field_and_option_of_every_record_has_german_words(texts: Texts):
    keys = {(kind.__name__, part.key) for kind in RECORDS.values() for part in parts(kind)}
    nameless = [
        key for key in keys if key[1] not in record_words.CAPTIONS and key not in record_words.OWN_CAPTIONS
    ]
    assert not nameless
    untranslated = [
        word for word in (record_words.caption(*key) for key in keys) if not texts.translated(word)
    ]
    assert not untranslated
    levels = {"A1", "A2", "B1", "B2", "C1", "C2"}
    options = {
        option
        for kind in RECORDS.values()
        for part in parts(kind)
        if isinstance(part.shape, Choice) and not part.shape.prefix
        for option in part.shape.options
    } - levels
    assert not options - record_words.OPTIONS.keys()
    assert not [word for word in record_words.OPTIONS.values() if not texts.translated(word)]
