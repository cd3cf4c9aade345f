"""Hand-outs of cases: for every paper the right statements, on the right day, in the right language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest

from desktop.cases.answers import Answer, Unknown
from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.documents import build
from desktop.documents.handout_sheet import HandoutSheet
from desktop.errors import Problem
from desktop.services import assessment, printing
from desktop.services.handouts import translations
from desktop.services.handouts.choosing import Subject, chosen, subject_asked, subject_held
from desktop.services.handouts.languages import of_client
from desktop.services.handouts.statements import HandoutTopic, handouts
from desktop.services.handouts.translations import Rendering, Translation, translation
from desktop.services.reference import Reference
from tests.documents import reading

from .conftest import TODAY

DULDUNG = ("D60a_1", "D60a_2_1", "D60a_2_2", "D60a_2_3", "D60a_2_4", "D60a_2b", "D60b", "D60c", "D60d")
STATUSES = (
    *DULDUNG,
    "D_verfahren",
    "D_material",
    "gueb",
    "gestattung",
    "F81_3_1",
    "F81_3_2",
    "F81_4",
    "F25_1_3",
)


def holding(case: CaseFile, *history: tuple[str, str, str]) -> CaseFile:
    """The case with this history instead of its own: code, first day, last day (may be empty)."""
    periods = tuple(
        StatusPeriod(
            code,
            Period(
                PartialDate.parse(first),
                PartialDate.exactly(date.fromisoformat(last) + timedelta(days=1)) if last else None,
            ),
        )
        for code, first, last in history
    )
    answer = case.answer("status_periods")
    return case.with_fact("status_periods", replace(answer, value=periods))


@pytest.fixture
def person(samples) -> CaseFile:
    return samples["muenchen-abschiebungsverbot"]


def said(law: Reference, case: CaseFile, subject: Subject | None = None, on: date = TODAY) -> dict[str, bool]:
    """Ids of the statements with whether each is open."""
    about = subject or subject_held(case, on)
    assert about is not None
    found = chosen(law, case, about, on)
    return {each.statement.id: each.open for group in found.values() for each in group}


def sheet(law: Reference, case: CaseFile, **wishes) -> HandoutSheet:
    found = assessment.assess(law, case, TODAY)
    choice = printing.defaults(law, case, found, kind="handout").but(**wishes)
    (made,) = printing.sheets(law, case, choice, today=TODAY)
    assert isinstance(made, HandoutSheet)
    return made


# What is said --------------------------------------------------------------------------------------------


def test_every_title_says_what_it_is_and_what_everybody_asks(law, person):
    for title in law.pack.norm_ids:
        for on in (TODAY, date(2027, 3, 5), date(2027, 7, 24)):
            found = chosen(law, person, subject_asked(title), on)
            for topic in HandoutTopic:
                if topic is not HandoutTopic.AHEAD:
                    assert topic in found, (title, topic)
            assert found[HandoutTopic.WORK], title
            assert found[HandoutTopic.BENEFITS], title


@pytest.mark.parametrize("code", STATUSES)
def test_every_status_says_what_it_is_and_what_everybody_asks(law, person, code):
    case = holding(person, ("title:25_3", "2023-01-10", "2026-01-09"), (code, "2026-01-10", "2027-01-09"))
    held = subject_held(case, TODAY)
    assert held is not None
    found = chosen(law, case, held, TODAY)
    assert found[HandoutTopic.PAPER]
    for topic in (HandoutTopic.WORK, HandoutTopic.BENEFITS, HandoutTopic.TRAVEL):
        assert topic in found
    if code != "F25_1_3":
        assert found[HandoutTopic.WORK]
        assert found[HandoutTopic.EXTEND]


def test_after_a_recognition_the_three_months_for_the_family_are_said_before_the_card_is_there(law, samples):
    case = holding(samples["bayern-familie"], ("F25_1_3", "2026-09-01", ""))
    found = said(law, case)
    assert {"paper_recognised", "family_easier", "travel_home"} <= found.keys()
    assert not {"work_free", "extend_in_time"} & found.keys()
    labels = [each.label.german for each in sheet(law, case).own]
    assert handouts().frame["valid_until"] not in labels


@pytest.mark.parametrize(
    ("code", "there", "not_there"),
    [
        ("title:25_3", {"paper_25_3", "work_free", "travel_home"}, {"paper_duldung", "work_permission"}),
        ("title:25_4_2", {"work_permission"}, {"work_free"}),
        ("title:26_4", {"paper_settlement", "extend_card"}, {"paper_permit", "extend_in_time"}),
        ("title:104c_holder", {"extend_104c", "family_none"}, {"extend_in_time", "paper_permit"}),
        (
            "D60b",
            {"paper_60b", "work_forbidden", "benefits_reduced", "living_special"},
            {"work_duldung", "ahead_counts", "benefits_36", "ahead_ways", "living_order"},
        ),
        ("D60d", {"paper_60d", "work_60d", "ends_job"}, {"work_duldung", "paper_60b"}),
        ("D60a_2_3", {"paper_duldung", "work_duldung", "course_place"}, {"course_none"}),
        ("gestattung", {"work_gestattung", "living_land", "ends_gestattung"}, {"paper_duldung"}),
        ("gueb", {"paper_border", "travel_none"}, {"paper_duldung", "ends_departure"}),
    ],
)
def test_the_statements_of_a_paper(law, person, code, there, not_there):
    found = said(law, holding(person, (code, "2026-01-10", "2027-01-09")))
    assert there <= found.keys()
    assert not not_there & found.keys()


def test_a_certificate_of_continuation_keeps_the_rights_of_the_title(law, person):
    history = (("title:25_4_2", "2024-01-10", "2026-01-09"), ("F81_4", "2026-01-10", "2027-01-09"))
    found = said(law, holding(person, *history))
    assert {"paper_fiction_title", "work_permission", "extend_certificate", "travel_ask"} <= found.keys()
    assert not {"work_free", "paper_25_4", "extend_in_time"} & found.keys()
    free = said(law, holding(person, ("title:25_3", "2024-01-10", "2026-01-09"), history[1]))
    assert "work_free" in free


@pytest.mark.parametrize(
    ("title", "statement", "since", "until"),
    [
        ("25_2_2", "family_suspended", None, date(2027, 7, 24)),
        ("25_2_2", "family_quota", date(2027, 7, 24), None),
        ("25_3", "course_stop", None, date(2027, 1, 1)),
        ("25_3", "course_open", date(2027, 1, 1), None),
        ("24", "time_protection_open", date(2027, 3, 5), None),
        ("24", "paper_24", None, date(2027, 3, 5)),
    ],
)
def test_the_law_of_the_day(law, person, title, statement, since, until):
    day = since or until
    shown = [
        statement in said(law, person, subject_asked(title), day + timedelta(days=step))
        for step in (-1, 0, 1)
    ]
    assert shown == ([False, True, True] if since else [True, False, False])


def test_what_is_not_settled_says_so(law, samples):
    case = samples["offene-fragen"]
    unknown = case.with_fact("passports", Answer(Unknown.NOT_ASKED))
    found = said(law, unknown, subject_asked("25_5"))
    assert found["travel_document"]
    assert not found["work_free"]


def test_two_readings_of_one_answer_both_stand_there_as_open(law, person):
    unknown = replace(person, facts=MappingProxyType({}))
    found = said(law, unknown, subject_asked("25_5"))
    assert found["time_6"]
    assert found["time_36"]


@pytest.mark.parametrize(
    ("title", "time"),
    [
        ("25_1", "time_three"),  # § 26 Abs. 1 S. 2: not "at most"
        ("25_2_1", "time_three"),
        ("25_2_2", "time_three"),
        ("25_3", "time_one_to_three"),  # S. 3
        ("25_4a_1", "time_12"),  # S. 4
        ("25_4a_3", "time_two"),
        ("25b_1", "time_24"),  # § 25b Abs. 5 S. 1
        ("25a_1", "time_36"),
        ("22_1", "time_36"),
    ],
)
def test_for_how_long_a_title_is_issued_is_said_as_the_law_says_it(law, person, title, time):
    spoken = {"time_36", "time_three", "time_one_to_three", "time_24", "time_two", "time_12", "time_6"}
    assert spoken & said(law, person, subject_asked(title)).keys() == {time}


@pytest.mark.parametrize(
    ("title", "ends"),
    [
        ("22_1", {"ends_abroad", "ends_asylum_title"}),  # § 51 Abs. 1 Nr. 7, 8: it ends, no "may"
        ("25_3", {"ends_abroad", "ends_asylum_title"}),
        ("25_5", {"ends_abroad", "ends_asylum_title"}),
        ("23a", {"ends_abroad"}),
        ("25b_1", {"ends_abroad"}),
        ("24", {"ends_abroad", "ends_asylum"}),
        ("26_4", {"ends_abroad_may"}),  # Abs. 2, 4: not always
    ],
)
def test_what_ends_a_title_abroad_and_by_an_asylum_application(law, person, title, ends):
    spoken = {"ends_abroad", "ends_abroad_may", "ends_abroad_refugee", "ends_asylum_title", "ends_asylum"}
    found = said(law, person, subject_asked(title))
    assert {each for each in spoken & found.keys() if not found[each]} == ends


def test_a_paper_without_statements_is_told_and_the_title_is_taken_instead(law, person):
    visa = holding(person, ("visa_D", "2026-10-01", "2026-12-31"))
    with pytest.raises(Problem):
        sheet(law, visa, which="held")
    made = sheet(law, visa)
    assert made.title.german == handouts().frame["ahead_title"]


def test_a_case_without_history_gets_the_title_asked_for(law, person):
    bare = person.without_fact("status_periods")
    assert sheet(law, bare).own[1].label.german == handouts().frame["paper_asked"]
    with pytest.raises(Problem):
        sheet(law, bare, which="held")


# The sheet -----------------------------------------------------------------------------------------------


def test_the_days_of_the_paper_stand_on_top(law, person):
    made = sheet(law, holding(person, ("title:25_3", "2024-12-04", "2026-12-13")))
    values = {each.label.german: each.value for each in made.own}
    assert values[handouts().frame["paper_now"]] == law.pack.norm("25_3").cite
    assert values[handouts().frame["valid_until"]] == "13.12.2026"  # a Sunday
    assert values[handouts().frame["next_step"]] == "11.12.2026"  # the Friday before
    assert made.urgent is None


def test_the_next_step_is_to_begin_as_long_as_there_is_time(law, person):
    made = sheet(law, holding(person, ("title:25_3", "2026-11-01", "2028-10-31")))
    values = {each.label.german: each.value for each in made.own}
    step = values[handouts().frame["next_step"]]
    day, month, year = map(int, step.split("."))
    assert TODAY < date(year, month, day) < date(2028, 10, 1)


def test_nothing_is_said_to_come_into_question_that_does_not(law, samples):
    case = samples["derzeit-nicht-moeglich"].without_fact("status_periods")
    with pytest.raises(Problem, match="25"):
        sheet(law, case, which="asked")


def test_under_a_text_stands_what_it_is_about(law, person):
    made = sheet(law, holding(person, ("title:25_3", "2026-11-01", "2028-10-31")))
    cites = {said.text.german[:30]: said.cite for topic in made.topics for said in topic.said}
    assert cites["Der Antrag muss vor dem Ende b"] == "§\N{NO-BREAK SPACE}81 Abs. 4 S. 1 AufenthG"
    assert cites["Reisen Sie nicht in Ihr Herkun"] == "§\N{NO-BREAK SPACE}73b Abs. 1a AsylG"


def test_a_day_that_has_passed_is_said_first(law, person):
    made = sheet(law, holding(person, ("title:25_3", "2023-12-04", "2026-11-20")))
    assert made.urgent is not None
    assert made.urgent.german == handouts().frame["expired"]
    assert handouts().frame["next_step"] not in [each.label.german for each in made.own]


def test_no_end_and_an_end_that_is_not_known_are_two_things(law, person):
    frame = handouts().frame
    for code, key in (("title:26_4", "no_end"), ("title:25_3", "unknown_end")):
        made = sheet(law, holding(person, (code, "2024-12-04", "")), beside="en")
        value = next(each.value for each in made.own if each.label.german == frame["valid_until"])
        assert value.startswith(frame[key]), code


@pytest.mark.parametrize("card", ["2027-03-04", "2026-11-20"])
def test_the_day_of_the_card_is_no_end_of_a_settlement_permit(law, person, card):
    frame = handouts().frame
    made = sheet(law, holding(person, ("title:26_4", "2024-12-04", card)))
    assert made.urgent is None
    values = {each.label.german: each.value for each in made.own}
    assert values[frame["valid_until"]].startswith(frame["no_end"])
    assert (frame["next_step"] in values) == (card > TODAY.isoformat())


def test_nobody_is_told_of_a_duty_that_only_their_family_would_have(law, samples):
    found = said(law, samples["bayern-familie"], subject_asked("25_2_1"))
    assert "living_family" in found
    assert "living_special" not in found


def test_numbers_run_through_and_are_those_of_both_languages(law, person):
    numbers = [each.number for topic in sheet(law, person, beside="en").topics for each in topic.said]
    assert numbers == list(range(1, len(numbers) + 1))


def test_sensitive_titles_are_named_by_their_section_only(law, person):
    made = sheet(law, holding(person, ("title:25_4a_1", "2026-01-10", "2027-01-09")), beside="en")
    content = build.pdf([made], printing.texts_of("de"))
    shown = " ".join(reading.pages(content)).casefold()
    assert "menschenhandel" not in shown
    assert "trafficking" not in shown


@pytest.mark.parametrize(
    ("recorded", "found"),
    [("prs", "fa"), ("fa", "fa"), ("ku", "kmr"), ("ckb", "ckb"), ("ar", "ar"), ("sq", "de"), ("en-GB", "en")],
)
def test_the_language_of_the_client(recorded, found):
    assert of_client(recorded) == found


# Translations --------------------------------------------------------------------------------------------


def with_english(monkeypatch, **changed: Rendering) -> None:
    english = translation("en")
    renderings = MappingProxyType({**english.renderings, **changed})
    made = Translation(language="en", renderings=renderings)
    monkeypatch.setattr("desktop.services.sheets.handouts.translation", lambda _: made)


def test_a_stale_translation_gives_way_to_german_with_a_note(law, person, monkeypatch):
    stale = Rendering(text="You may work on Mondays.", of="000000000000")
    with_english(monkeypatch, work_free=stale)
    case = holding(person, ("title:25_3", "2024-12-04", "2027-12-03"))
    made = sheet(law, case, beside="en")
    work = next(topic for topic in made.topics if topic.topic == "work")
    assert work.said[0].text.other == ""
    shown = " ".join(" ".join(reading.pages(build.pdf([made], printing.texts_of("de")))).split())
    assert "Mondays" not in shown
    assert translations.translation("en").renderings["frame.stale"].text in shown
    assert shown.count("Sie dürfen jede Arbeit annehmen.") == 2


def test_a_sheet_is_reviewed_only_if_every_text_on_it_is(law, person, monkeypatch):
    by = translations.Reviewed(by="Dolmetscherin", on=TODAY)
    english = translation("en").renderings
    reviewed = {name: each.model_copy(update={"reviewed": by}) for name, each in english.items()}
    with_english(monkeypatch, **reviewed)
    assert sheet(law, person, beside="en").reviewed
    with_english(monkeypatch, **reviewed | {"frame.page": english["frame.page"]})
    made = sheet(law, person, beside="en")
    assert not made.reviewed
    shown = " ".join(" ".join(reading.pages(build.pdf([made], printing.texts_of("de")))).split())
    assert handouts().frame["not_reviewed"] in shown
    assert english["frame.not_reviewed"].text in shown


def test_a_german_sheet_needs_no_review(law, person):
    made = sheet(law, person, beside="de")
    assert made.columns == "german"
    assert made.reviewed


def test_the_file_is_named_without_the_client(law, person):
    found = assessment.assess(law, person, TODAY)
    choice = printing.defaults(law, person, found, kind="handout").but(beside="en")
    made = printing.printed(law, person, choice, today=TODAY)
    assert "Vorlage" not in made.file_name
    assert made.file_name.endswith("Merkblatt_2026-11-24.pdf")
