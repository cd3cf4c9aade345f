"""When a decision counts as announced: proven service, reception centres, public notice, online."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.cases.letters import Arrival, DecisionLetter
from desktop.deadlines.arrivals import PROVEN
from tests.deadlines.announcing import D, later, letter, of

# Proven days


@pytest.mark.parametrize("arrival", PROVEN)
def test_later_receipt_does_not_help_against_a_proven_day_unless_the_service_is_doubtful(arrival: Arrival):
    served = replace(letter(arrival), served_on=D(2026, 12, 5), received_on=D(2026, 12, 15))
    assert (of(served).day, of(served).later) == (D(2026, 12, 5), ())
    doubtful = of(replace(served, doubtful=True))
    assert (doubtful.day, later(doubtful)) == (D(2026, 12, 5), [D(2026, 12, 15)])
    assert doubtful.doubtful
    assert doubtful.later[0].steps[0].cite == "§ 8 VwZG"


def test_in_hand_before_the_day_of_service_is_said_and_the_earlier_day_counts():
    found = of(replace(letter(Arrival.DELIVERED), served_on=D(2026, 12, 5), received_on=D(2026, 12, 4)))
    assert (found.day, later(found)) == (D(2026, 12, 4), [D(2026, 12, 5)])
    assert "check both days" in found.derivation[0].text


# Reception centre, public notice, what came back


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        (D(2026, 12, 11), D(2026, 12, 11)),
        (D(2026, 12, 14), D(2026, 12, 14)),
        (D(2026, 12, 16), D(2026, 12, 14)),
    ],
)
def test_hand_over_in_a_reception_centre_counts_and_the_fourth_day_at_the_latest(
    received: date, expected: date
):
    centre = replace(letter(Arrival.RECEPTION_CENTRE), served_on=D(2026, 12, 10))
    assert of(replace(centre, received_on=received)).day == expected
    assert any("handed over before" in note.text for note in of(centre).notes)


def test_in_a_reception_centre_a_late_hand_over_helps_only_where_the_service_is_doubtful():
    centre = replace(letter(Arrival.RECEPTION_CENTRE), served_on=D(2026, 12, 10), received_on=D(2026, 12, 18))
    assert of(centre).later == ()
    assert later(of(replace(centre, doubtful=True))) == [D(2026, 12, 18)]


def test_only_formal_service_by_a_land_notes_the_act_of_the_land():
    def noted(written_letter: DecisionLetter, law: str) -> bool:
        return any("act of the Land" in note.text for note in of(written_letter, law).notes)

    served = replace(letter(Arrival.DELIVERED), served_on=D(2026, 12, 10))
    assert noted(served, "DE-TH")
    assert not noted(served, "federal")
    assert not noted(replace(letter(), sent_on=D(2026, 12, 10)), "DE-TH")


def test_a_reception_centre_before_june_2026_counts_three_days_to_be_careful():
    # 11 June 2026 + 3 = 14, + 4 = 15 June; from 12 June only + 4 = 16 June
    before = of(replace(letter(Arrival.RECEPTION_CENTRE), served_on=D(2026, 6, 11)))
    assert (before.day, later(before)) == (D(2026, 6, 14), [D(2026, 6, 15)])
    after = of(replace(letter(Arrival.RECEPTION_CENTRE), served_on=D(2026, 6, 12)))
    assert (after.day, later(after)) == (D(2026, 6, 16), [])


def test_a_public_notice_takes_two_weeks():
    found = of(replace(letter(Arrival.PUBLIC_NOTICE), served_on=D(2026, 12, 12)))  # Saturday + 14 = Saturday
    assert found.day == D(2026, 12, 26)
    assert "§ 10 Abs. 2 S. 6 VwZG" in [step.cite for step in found.derivation]


def test_what_came_back_counts_from_posting_in_the_asylum_procedure():
    found = of(replace(letter(Arrival.UNDELIVERABLE), sent_on=D(2026, 12, 10)))
    assert any("asylum procedure" in note.text for note in found.notes)
    assert "moved" in found.ask


# Online


def test_what_is_not_fetched_from_a_portal_is_not_announced():
    found = of(replace(letter(Arrival.PORTAL), sent_on=D(2026, 12, 1)))
    assert (found.day, found.missing) == (None, None)
    assert found.notes[0].values["day"] == D(2026, 12, 11)  # 1 + 10 days


@pytest.mark.parametrize(("fetched", "odd"), [(D(2026, 12, 11), False), (D(2026, 12, 12), True)])
def test_fetching_after_ten_days_is_odd(fetched: date, odd: bool):
    found = of(replace(letter(Arrival.PORTAL), sent_on=D(2026, 12, 1), received_on=fetched))
    assert found.day == fetched + timedelta(1)
    assert any("check both days" in note.text for note in found.notes) == odd


@pytest.mark.parametrize("arrival", [Arrival.MAILBOX, Arrival.PORTAL])
def test_where_mailbox_or_portal_is_unclear_both_are_computed(arrival: Arrival):
    unclear = replace(letter(arrival), sent_on=D(2026, 12, 11), doubtful=True)
    soon = of(replace(unclear, received_on=D(2026, 12, 12)))  # fetched + 1 = 13; made available + 4 = 15
    assert (soon.day, later(soon)) == (D(2026, 12, 13), [D(2026, 12, 15)])
    late = of(replace(unclear, received_on=D(2026, 12, 20)))
    assert late.day == D(2026, 12, 15)
    assert D(2026, 12, 21) in later(late)


@pytest.mark.parametrize("doubtful", [False, True])
def test_a_mailbox_that_was_opened_late_gives_no_second_line_unless_it_may_be_a_portal(doubtful: bool):
    mailbox = replace(letter(Arrival.MAILBOX), sent_on=D(2026, 12, 11), doubtful=doubtful)
    late = of(replace(mailbox, received_on=D(2026, 12, 23)))
    assert (late.day, later(late)) == (D(2026, 12, 15), [D(2026, 12, 24)] if doubtful else [])


def test_a_benefits_portal_opened_late_counts_only_if_the_notice_is_in_doubt():
    portal = replace(letter(Arrival.BENEFITS_PORTAL), sent_on=D(2026, 12, 10), received_on=D(2026, 12, 20))
    found = of(portal, "social")
    assert (found.day, later(found)) == (D(2026, 12, 14), [D(2026, 12, 20)])
    assert found.later[0].steps[0].cite == "§ 37 Abs. 2a S. 6, 7 SGB X"


def test_a_mailbox_needs_consent_and_its_first_fetching_stays_decisive():
    mailbox = replace(letter(Arrival.MAILBOX), sent_on=D(2026, 12, 11))
    assert [note.cite for note in of(mailbox).notes] == ["§ 9 Abs. 1 S. 2, 5 OZG"]
    fetched = of(replace(mailbox, received_on=D(2026, 12, 12)))
    assert fetched.day == D(2026, 12, 15)
    assert fetched.notes[-1].cite == "§ 9 Abs. 1 S. 7 OZG"
    assert fetched.notes[-1].values["day"] == D(2026, 12, 12)
