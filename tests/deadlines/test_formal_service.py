"""Decisions that must be served, without proof: receipt counts; a court knows no days after posting."""

from typing import Any

import pytest

from desktop.cases.letters import Arrival
from desktop.deadlines.formal_service import SHORTENS_NOTHING
from tests.deadlines.remedy_letters import cites, day, found, only, said

WEEK: dict[str, Any] = {"began": "01.07.2026", "printed": "action 1 weeks"}
POSTED: dict[str, Any] = {"arrival": Arrival.LETTER, "sent_on": "01.12.2026"}


def asked(decision: str, **more: Any) -> tuple[str, ...]:
    arrived = found(decision, **more).announced
    assert arrived is not None
    return arrived.ask


def test_an_asylum_decision_by_ordinary_letter_counts_from_receipt():
    """Posted Tue 01.12., in hand Wed 02.12.: one week to Wed 09.12., not from the fourth day to the 12th."""
    action = only("action", "A2", **WEEK, **POSTED, received_on="02.12.2026")
    assert (action.day, action.latest) == (day("09.12.2026"), day("14.12.2026"))  # the 12th is a Saturday
    assert "§ 8 VwZG" in cites(action)
    assert "must be served" in said(action.derivation)
    assert SHORTENS_NOTHING not in [each.text for each in found("A2", **WEEK, **POSTED).notes]


def test_where_receipt_is_not_noted_the_day_of_sending_stands_in():
    """01.12. + 1 week = Tue 08.12.2026."""
    assert only("action", "A2", **WEEK, **POSTED).day == day("08.12.2026")
    dated = only("action", "A2", **WEEK, arrival=Arrival.LETTER, dated_on="30.11.2026")
    assert dated.day == day("07.12.2026")
    assert "not noted" in said(dated.derivation)
    assert "envelope" in asked("A2", **WEEK, **POSTED)


def test_a_late_receipt_is_still_only_a_second_line():
    """Assumed on the fourth day, Sat 05.12.: to the 12th, so Mon 14.12.; received on the 9th: to the 16th."""
    action = only("action", "A2", **WEEK, **POSTED, received_on="09.12.2026")
    assert (action.day, action.latest) == (day("14.12.2026"), day("16.12.2026"))


def test_a_registered_letter_of_an_authority_is_service():
    """§ 4(2) VwZG: the fourth day, 05.12., however early it came."""
    sent = POSTED | {"arrival": Arrival.REGISTERED}
    assert only("action", "A1", began="01.07.2026", **sent, received_on="02.12.2026").begins == day(
        "05.12.2026"
    )


@pytest.mark.parametrize("arrival", [Arrival.LETTER, Arrival.REGISTERED, Arrival.EMAIL])
def test_no_days_pass_after_a_letter_of_a_court(arrival: Arrival):
    """In hand on 02.12.: one month to Sat 02.01.2027, so Mon 04.01.; without receipt from posting on."""
    sent = POSTED | {"arrival": arrival}
    leave = only("leave", "C2", **sent, received_on="02.12.2026")
    assert (leave.begins, leave.day, leave.latest) == (day("02.12.2026"), day("04.01.2027"), None)
    assert "§ 189 ZPO" in cites(leave)
    assert only("leave", "C2", **sent).begins == day("01.12.2026")
    assert "no days pass" in said(found("C2", **sent).notes)


def test_a_decision_that_need_not_be_served_keeps_its_assumed_day():
    """A refused title by ordinary letter: an early receipt shortens nothing (§ 41(2))."""
    either = only("either", "D1", **POSTED, received_on="02.12.2026", land="DE-TH")
    assert either.begins == day("04.12.2026")
    assert "envelope" not in asked("D1", **POSTED)


def test_a_decision_on_an_objection_must_be_served():
    assert only("action", "D16", **POSTED, received_on="02.12.2026").begins == day("02.12.2026")


def test_what_the_client_had_before_the_representative_counts():
    """In the client's hands on 07.12., the office is served on the 10th: two weeks from the 7th, to 21.12."""
    more: dict[str, Any] = {"received_on": "07.12.2026", "represented_on": "10.12.2026"}
    action = only("action", "A1", began="01.07.2026", printed="action 2 weeks", **more)
    assert (action.day, action.latest) == (day("21.12.2026"), day("24.12.2026"))
    assert "a lawyer must check it today" in said(found("A1", began="01.07.2026", **more).notes)


def test_while_the_hand_over_in_a_reception_centre_is_not_noted_the_safe_day_is_earlier():
    """At the centre on Thu 10.12.: at the latest the 14th, to the 21st; handed over at once to the 17th."""
    centre: dict[str, Any] = {"arrival": Arrival.RECEPTION_CENTRE, "sent_on": "10.12.2026"}
    open_ = only("action", "A2", **WEEK, **centre)
    assert (open_.begins, open_.day, open_.safe_day) == (
        day("14.12.2026"),
        day("21.12.2026"),
        day("17.12.2026"),
    )
    assert "If it was in hand on Thu 10 Dec 2026 already, it ends on Thu 17 Dec 2026" in said(
        open_.derivation
    )
    noted = only("action", "A2", **WEEK, **centre, received_on="11.12.2026")
    assert (noted.day, noted.safe_day) == (day("18.12.2026"), day("18.12.2026"))
    late = only("action", "A2", **WEEK, **centre, received_on="16.12.2026")
    assert (late.day, late.safe_day) == (day("21.12.2026"), day("21.12.2026"))


def test_a_court_serves_the_representative_by_its_own_rule():
    leave = only("leave", "C2", "30.11.2026", represented_on="27.11.2026")
    assert "§ 67 Abs. 6 S. 5 VwGO" in cites(leave)
    assert "§ 7 Abs. 1 S. 2 VwZG" in cites(only("action", "A1", "30.11.2026", represented_on="27.11.2026"))


def test_a_registered_letter_asks_for_the_return_slip():
    told = said(found("A1", arrival=Arrival.REGISTERED, sent_on="01.12.2026").notes)
    assert "With a return slip the day on it counts" in told


def test_an_asylum_decision_in_a_mailbox_is_safe_only_from_the_day_it_was_there():
    """There from Thu 19.11.2026: the fourth day is the 23rd, to Mon 07.12.; opened at once to Thu 03.12."""
    there: dict[str, Any] = {"arrival": Arrival.MAILBOX, "sent_on": "19.11.2026", "began": "01.07.2026"}
    unread = only("action", "A1", **there)
    assert (unread.day, unread.safe_day) == (day("07.12.2026"), day("03.12.2026"))
    opened = only("action", "A1", **there, received_on="20.11.2026")
    assert (opened.day, opened.latest) == (day("04.12.2026"), day("07.12.2026"))
    either = only("either", "D1", arrival=Arrival.MAILBOX, sent_on="19.11.2026")  # announced, not served
    assert (either.day, either.safe_day) == (day("23.12.2026"), day("23.12.2026"))
