"""When a decision counts as announced: worked examples of the law brief, assumed days, unknown days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.deadlines.after_sending import WAYS
from desktop.deadlines.announce_rules import LAENDER
from desktop.deadlines.announcement import QUESTIONS, announced
from desktop.deadlines.arrivals import PROVEN
from desktop.deadlines.authorities import AnnounceRule, Pair
from desktop.deadlines.legal_period import period
from desktop.errors import Problem
from desktop.texts import Texts
from tests.deadlines.announcing import TABLE, D, later, letter, of, written
from tests.deadlines.counting import MUNICH, d, length

GERMAN = Texts("de", resources.path("i18n"))


# number | law | arrival | days | announced | period | its end, Munich | section
EXAMPLES = """
1   | federal | delivered        | served 02.12.2026 | 02.12.2026 | 2 weeks  | 16.12.2026 | §§ 3, 4 Abs. 2 S. 1, § 5 VwZG
2   | federal | letter_box       | served 12.12.2026 | 12.12.2026 | 2 weeks  | 28.12.2026 | § 3 Abs. 2 VwZG, § 180 ZPO
8   | federal | letter           | sent 10.12.2026   | 14.12.2026 | 1 months | 14.01.2027 | § 41 Abs. 2 VwVfG
9   | federal | letter           | sent 23.12.2026   | 27.12.2026 | 1 months | 27.01.2027 | § 41 Abs. 2 VwVfG
10  | federal | letter           | sent 30.12.2024   | 02.01.2025 | 1 months | 03.02.2025 | § 41 Abs. 2 VwVfG
11  | federal | letter           | sent 02.01.2025   | 06.01.2025 | 1 months | 06.02.2025 | § 41 Abs. 2 VwVfG
16  | federal | reception_centre | served 10.12.2026 | 14.12.2026 | 1 weeks  | 21.12.2026 | § 10 Abs. 4 S. 4 AsylG
17  | federal | undeliverable    | sent 10.12.2026   | 10.12.2026 | 2 weeks  | 24.12.2026 | § 10 Abs. 2 S. 5 AsylG
41a | land    | mailbox          | sent 11.12.2026   | 15.12.2026 | 1 months | 15.01.2027 | § 9 Abs. 1 S. 4 OZG
41b | land    | mailbox          | sent 23.12.2026   | 27.12.2026 | 1 months | 27.01.2027 | § 9 Abs. 1 S. 4 OZG
42  | federal | portal | sent 01.12.2026, received 10.12.2026 | 11.12.2026 | 1 months | 11.01.2027 | § 41 Abs. 2a S. 3 VwVfG
43  | DE-TH   | letter | sent 10.12.2026 | 13.12.2026 | 1 months | 13.01.2027 | § 41 Abs. 2 VwVfG (Landesrecht)
44  | DE-TH   | letter | sent 10.02.2027 | 13.02.2027 | 1 months | 15.03.2027 | § 41 Abs. 2 VwVfG (Landesrecht)
45  | federal | household | served 11.12.2026, received 21.12.2026 | 11.12.2026 | 2 weeks | 28.12.2026 | § 3 Abs. 2 VwZG, § 178 Abs. 1 Nr. 1, 2 ZPO
46  | federal | deposited | served 05.12.2026, received 15.12.2026 | 05.12.2026 | 2 weeks | 21.12.2026 | § 3 Abs. 2 VwZG, § 181 ZPO
47  | federal | refused   | served 03.12.2026 | 03.12.2026 | 1 weeks | 10.12.2026 | § 3 Abs. 2 VwZG, § 179 ZPO
66  | federal | delivered | dated 01.12.2026, represented 07.12.2026, received 10.12.2026 | 07.12.2026 | 2 weeks | 21.12.2026 | § 7 Abs. 1 S. 2 VwZG
67  | federal | delivered | served 07.12.2026, represented 10.12.2026 | 07.12.2026 | 2 weeks | 21.12.2026 | §§ 3, 4 Abs. 2 S. 1, § 5 VwZG
"""  # noqa: E501
ROWS = [[cell.strip() for cell in line.split("|")] for line in EXAMPLES.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_worked_examples(row: list[str]):
    _, law, arrival, days, announced_on, runs, end, cite = row
    found = of(written(arrival, days), law)
    assert found.day == d(announced_on)
    assert period(found.day, length(runs), MUNICH).end == d(end)
    assert cite in [step.cite.replace("\u00a0", " ") for step in found.derivation]
    assert found.missing is None


SECOND = """
43 | DE-TH   | letter    | sent 10.12.2026 | 14.12.2026 | 1 months | 14.01.2027
44 | DE-TH   | letter    | sent 10.02.2027 | 14.02.2027 | 1 months | 15.03.2027
67 | federal | delivered | served 07.12.2026, represented 10.12.2026 | 10.12.2026 | 2 weeks | 24.12.2026
"""
SECOND_ROWS = [[cell.strip() for cell in line.split("|")] for line in SECOND.strip().splitlines()]


@pytest.mark.parametrize("row", SECOND_ROWS, ids=[row[0] for row in SECOND_ROWS])
def test_second_lines_of_the_worked_examples(row: list[str]):
    _, law, arrival, days, second, runs, end = row
    (reading,) = of(written(arrival, days), law).later
    assert reading.day == d(second)
    assert period(reading.day, length(runs), MUNICH).end == d(end)
    assert reading.steps[-1].text


def test_45_and_46_the_return_and_the_fetching_are_irrelevant():
    for row in (each for each in ROWS if each[0] in ("45", "46")):
        assert of(written(row[2], row[3])).later == ()


# The day the law assumes


def test_the_assumed_day_stays_on_a_weekend_and_says_so():
    found = of(replace(letter(), sent_on=D(2026, 12, 23)))  # 23 + 4 = Sunday 27 December
    assert any("stays although" in step.text for step in found.derivation)
    weekday = of(replace(letter(), sent_on=D(2026, 12, 10)))  # Monday 14 December
    assert not any("stays although" in step.text for step in weekday.derivation)


def test_the_assumed_day_follows_the_day_of_sending_on_every_day_of_four_years():
    for number in range(1461):
        sent = D(2025, 1, 1) + timedelta(number)
        assert of(replace(letter(), sent_on=sent)).day == sent + timedelta(4)
        land = of(replace(letter(), sent_on=sent), "DE-HE")
        assert (land.day, later(land)) == (sent + timedelta(3), [sent + timedelta(4)])


def test_christmas_day_counts_as_no_working_day_too():
    found = of(replace(letter(), sent_on=D(2026, 12, 21)))  # 21 + 4 = Friday 25 December
    assert found.day == D(2026, 12, 25)
    assert any("stays although" in step.text for step in found.derivation)


def test_an_earlier_receipt_does_not_shorten_and_a_later_one_is_only_a_second_line():
    sent = replace(letter(), sent_on=D(2026, 12, 10))
    early = of(replace(sent, received_on=D(2026, 12, 11)))
    assert (early.day, early.later) == (D(2026, 12, 14), ())
    assert any("does not shorten" in note.text for note in early.notes)
    late = of(replace(sent, received_on=D(2026, 12, 18)))
    assert (late.day, later(late)) == (D(2026, 12, 14), [D(2026, 12, 18)])
    assert of(replace(sent, received_on=D(2026, 12, 14))).later == ()


def test_a_land_that_is_not_confirmed_gives_both_days_and_alarms_on_the_third():
    for law in (*LAENDER, "land", "", "nowhere"):
        found = of(replace(letter(), sent_on=D(2026, 12, 10)), law)
        assert (found.day, later(found)) == (D(2026, 12, 13), [D(2026, 12, 14)])
        assert found.ask[0] == "land_rule"
        assert any("not confirmed" in note.text for note in found.notes)


def test_a_land_confirmed_by_the_record_of_the_authority_counts_as_confirmed():
    rule = AnnounceRule(4, D(2025, 7, 1), Pair("Auskunft", "information"))
    rules = TABLE.of("TH").confirmed_by(rule)
    found = announced(replace(letter(), sent_on=D(2026, 12, 10)), rules)
    assert (found.day, later(found)) == (D(2026, 12, 14), [])
    assert "land_rule" not in found.ask
    before = announced(replace(letter(), sent_on=D(2025, 6, 30)), rules)  # the day before: still open
    assert (before.day, later(before)) == (D(2025, 7, 3), [D(2025, 7, 4)])
    assert announced(replace(letter(), sent_on=D(2025, 7, 1)), rules).day == D(2025, 7, 5)
    assert TABLE.of("TH").confirmed_by(None) == TABLE.of("DE-TH")


@pytest.mark.parametrize("arrival", [each for each in WAYS if each is not Arrival.BENEFITS_PORTAL])
def test_the_federal_days_change_with_the_year_2025(arrival: Arrival):
    # 30 and 31 December 2024 + 3 = 2 and 3 January; 1 January 2025 + 4 = 5 January
    for sent, expected in ((D(2024, 12, 30), 2), (D(2024, 12, 31), 3), (D(2025, 1, 1), 5)):
        assert of(replace(letter(arrival), sent_on=sent)).day == D(2025, 1, expected)


def test_a_benefits_office_follows_the_social_code_in_every_land():
    found = of(replace(letter(), sent_on=D(2026, 12, 10)), "social")
    assert found.day == D(2026, 12, 14)
    assert "§\u00a037 Abs. 2 SGB X" in [step.cite for step in found.derivation]
    portal = of(replace(letter(Arrival.BENEFITS_PORTAL), sent_on=D(2026, 12, 10)), "DE-TH")
    assert (portal.day, portal.later) == (D(2026, 12, 14), ())


# Days that nobody noted


def test_without_a_day_of_posting_the_date_of_the_decision_stands_in():
    found = of(replace(letter(), dated_on=D(2026, 12, 8), received_on=D(2026, 12, 12)))
    assert found.day == D(2026, 12, 12)  # 8 + 4, the day of receipt itself
    assert "sent_on" in found.ask
    assert "not noted" in found.derivation[0].text


@pytest.mark.parametrize("arrival", Arrival)
def test_without_any_day_it_says_which_one_is_needed(arrival: Arrival):
    found = of(letter(arrival))
    assert found.day is None
    assert found.derivation == ()
    assert found.missing is not None
    assert found.ask


@pytest.mark.parametrize("arrival", [each for each in Arrival if each is not Arrival.PORTAL])
def test_the_date_of_the_decision_alone_gives_a_careful_day(arrival: Arrival):
    found = of(replace(letter(arrival), dated_on=D(2026, 12, 1)))
    assert found.day is not None
    assert D(2026, 12, 1) <= found.day <= D(2026, 12, 15)
    assert found.missing is None


@pytest.mark.parametrize("arrival", PROVEN)
def test_without_a_day_of_service_the_earliest_it_can_have_been_counts(arrival: Arrival):
    found = of(replace(letter(arrival), dated_on=D(2026, 12, 1), received_on=D(2026, 12, 9)))
    assert (found.day, later(found)) == (D(2026, 12, 1), [D(2026, 12, 9)])
    assert "served_on" in found.ask
    only_received = of(replace(letter(arrival), received_on=D(2026, 12, 9)))
    assert only_received.day == D(2026, 12, 9)
    assert "may lie before" in only_received.derivation[0].text


# Representative


def test_the_representative_counts_where_a_written_power_of_attorney_is_on_file():
    first = of(replace(letter(Arrival.DELIVERED), served_on=D(2026, 12, 10), represented_on=D(2026, 12, 7)))
    assert first.day == D(2026, 12, 7)
    assert not any("defective" in note.text for note in first.notes)
    client_first = of(
        replace(letter(Arrival.DELIVERED), served_on=D(2026, 12, 7), represented_on=D(2026, 12, 10))
    )
    assert (client_first.day, later(client_first)) == (D(2026, 12, 7), [D(2026, 12, 10)])
    assert any("a lawyer must check it today" in note.text for note in client_first.notes)
    assert "representative" not in first.ask


# Contradictions


@pytest.mark.parametrize("name", ["sent_on", "served_on", "received_on", "other_served_on", "represented_on"])
def test_no_day_lies_before_the_date_of_the_decision(name: str):
    dated = replace(letter(Arrival.DELIVERED), dated_on=D(2026, 12, 10))
    same: Any = {name: D(2026, 12, 10)}
    before: Any = {name: D(2026, 12, 9)}
    of(replace(dated, **same))
    with pytest.raises(Problem, match="before the date of the decision"):
        of(replace(dated, **before))


def test_nothing_arrives_before_it_is_sent():
    with pytest.raises(Problem, match="when it was sent"):
        of(replace(letter(), sent_on=D(2026, 12, 10), received_on=D(2026, 12, 9)))


def test_every_question_has_words():
    asked = {key for arrival in Arrival for key in of(letter(arrival), "").ask}
    asked |= set(of(replace(letter(), sent_on=D(2026, 12, 10)), "").ask)
    assert asked == set(QUESTIONS)


# Laws that hold for every letter

some_days = st.none() | st.dates(date(2024, 11, 1), date(2027, 3, 1))
laws = st.sampled_from(["federal", "social", "DE-BY", "DE-TH", ""])


@st.composite
def letters(draw: st.DrawFn) -> DecisionLetter:
    """Letters whose days do not contradict each other, some of them unknown."""
    dated, sent, served, received = draw(st.tuples(some_days, some_days, some_days, some_days))
    represented = draw(some_days)
    first = max((each for each in (dated, sent) if each is not None), default=date.min)
    return replace(
        letter(draw(st.sampled_from(Arrival))),
        dated_on=min(dated, sent) if dated and sent else dated,
        sent_on=sent,
        served_on=max(served, first) if served else None,
        received_on=max(received, first) if received else None,
        represented_on=max(represented, first) if represented else None,
        doubtful=draw(st.booleans()),
    )


@given(letters(), laws)
def test_the_planned_day_is_the_earliest_and_everything_is_told(written_letter: DecisionLetter, law: str):
    found = of(written_letter, law)
    assert all(each.day > found.day for each in found.later if found.day is not None)
    assert found.day is None or found.derivation
    assert found.day is not None or not found.later
    assert found.missing is None or found.day is None
    assert set(found.ask) <= set(QUESTIONS)
    if found.day is not None and written_letter.dated_on is not None:
        assert found.day >= written_letter.dated_on
    steps = [*found.derivation, *found.notes, *(step for each in found.later for step in each.steps)]
    for step in steps if found.missing is None else [*steps, found.missing]:
        shown = step.show(GERMAN)
        assert GERMAN.translated(step.text)
        assert "{" not in shown


@given(letters(), laws)
def test_doubt_and_an_unknown_land_never_give_more_time(written_letter: DecisionLetter, law: str):
    sure = of(replace(written_letter, doubtful=False), law).day
    doubtful = of(replace(written_letter, doubtful=True), law).day
    if sure is not None:
        assert doubtful is not None
        assert doubtful <= sure
    federal, unknown = of(written_letter, "federal").day, of(written_letter, "").day
    assert (federal is None) == (unknown is None)
    assert unknown is None or federal is None or unknown <= federal


@given(letters())
def test_what_is_not_noted_never_gives_more_time_than_what_is(written_letter: DecisionLetter):
    """Without the day of sending or of service the date of the decision stands in, which is not later."""
    if written_letter.dated_on is None or written_letter.arrival is Arrival.ORAL:
        return
    alone = replace(written_letter, represented_on=None)
    known = of(alone).day
    less = of(replace(alone, sent_on=None, served_on=None)).day
    if known is not None and less is not None:
        assert less <= known
