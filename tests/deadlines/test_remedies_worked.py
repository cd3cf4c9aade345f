"""The worked examples of the law brief about remedies, each with its derivation (numbers as there)."""

from typing import Any

from desktop.cases.letters import Arrival, Instruction
from desktop.deadlines.instruction import MESSAGES, Fit
from tests.deadlines.remedy_letters import MISSING, cites, day, found, only, said

SINCE = "12.06.2026"


def test_1_refusal_served_with_proof():
    """02.12.2026 + 14 days = 16.12.2026, a Wednesday."""
    action = only("action", "A1", "02.12.2026", began=SINCE, printed="action 2 weeks")
    assert (action.day, action.safe_day) == (day("16.12.2026"), day("16.12.2026"))
    assert action.outer is None
    assert action.lines == ()
    assert "§ 74 Abs. 1 S. 1 AsylG" in cites(action)
    assert "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO" in cites(action)
    assert "Wed 2 Dec 2026" in said(action.derivation)


def test_13_no_instruction_under_the_present_law():
    """Three months: 02.03.2027, a Tuesday; planned with two weeks."""
    action = only("action", "A1", "02.12.2026", began=SINCE, instruction=MISSING)
    assert (action.day, action.outer, action.outer_shown) == (day("16.12.2026"), day("02.03.2027"), None)
    assert MESSAGES[Fit.MISSING] in [each.text for each in action.notes]
    (line,) = action.lines
    assert line.cite.replace("\N{NO-BREAK SPACE}", " ") == "§ 74 Abs. 1 S. 4 AsylG"
    assert "never plan with it" in said(action.lines)


def test_14_border_procedure_without_instruction():
    """One month to 30.12.2026; three months to 28.02.2027, a Sunday, so 01.03.; planned with one week."""
    more: dict[str, Any] = {"began": SINCE, "instruction": MISSING, "other_served_on": "30.11.2026"}
    interim = only("interim", "A4", "30.11.2026", **more)
    action = only("action", "A4", "30.11.2026", **more)
    assert (interim.day, interim.outer) == (day("07.12.2026"), day("30.12.2026"))
    assert (action.day, action.outer) == (day("07.12.2026"), day("01.03.2027"))
    assert "§ 18a Abs. 4 S. 1 AsylG" in cites(interim)
    assert "Mon 14 Dec 2026" in said(action.lines)  # two weeks, if it is outside the one-week class


def test_15_reasons_of_the_action():
    """One month to Saturday 02.01.2027, so Monday 04.01."""
    reasons = only("reasons", "A1", "02.12.2026", began=SINCE, printed="action 2 weeks")
    assert reasons.day == day("04.01.2027")
    assert "§ 74 Abs. 2 S. 1 AsylG" in cites(reasons)
    assert "Sat 2 Jan 2027 is no working day" in said(reasons.derivation)


def test_48_application_for_a_period_to_leave():
    """The week ends on 24.12.2026; 28., 29., 30.12. are the three working days after it (Frankfurt)."""
    more: dict[str, Any] = {
        "began": SINCE,
        "other_served_on": "17.12.2026",
        "printed": "interim_relief 1 weeks",
        "place": "DE-HE",
    }
    departure = only("departure", "A4", "17.12.2026", **more)
    assert departure.day == day("30.12.2026")
    assert "§ 38 Abs. 5 S. 2, 3 AsylG" in cites(departure)


def test_49_the_same_across_easter():
    """The week ends on 24.03.2027; 25., 30., 31.03. (26. Good Friday, 29. Easter Monday)."""
    more: dict[str, Any] = {
        "began": SINCE,
        "other_served_on": "17.03.2027",
        "printed": "interim_relief 1 weeks",
        "place": "DE-HE",
    }
    assert only("departure", "A4", "17.03.2027", **more).day == day("31.03.2027")


def test_50_the_safe_line_counts_from_the_raw_end():
    """Raw 26.12. rolls to 28.12.2026: 29., 30., 31.12.; from the raw end 28., 29., 30.12."""
    more: dict[str, Any] = {
        "began": SINCE,
        "other_served_on": "19.12.2026",
        "printed": "interim_relief 1 weeks",
        "place": "DE-HE",
    }
    departure = only("departure", "A4", "19.12.2026", **more)
    assert (departure.day, departure.safe_day) == (day("31.12.2026"), day("30.12.2026"))


def test_51_after_the_order_of_the_court():
    assert only("departure", "C5", "24.03.2027", place="DE-HE").day == day("31.03.2027")


def test_52_fee_at_the_counter():
    """Planned with one month; one year is only the outer limit; the claim ends with the third year after."""
    more: dict[str, Any] = {"arrival": Arrival.ORAL, "instruction": MISSING}
    challenge = only("either", "D11", "30.11.2026", **more)
    assert (challenge.day, challenge.outer) == (day("30.12.2026"), day("30.11.2027"))
    assert only("refund", "D11", "30.11.2026", **more).day == day("31.12.2029")
    told = only("objection", "D11", "30.11.2026", printed="objection 1 months")
    assert (told.day, told.outer) == (day("30.12.2026"), None)


def test_53_withdrawal_of_an_old_status_in_a_new_procedure():
    told = only("action", "A6", "02.12.2026", began="01.09.2026", printed="action 2 weeks")
    untold = only("action", "A6", "02.12.2026", began="01.09.2026", instruction=MISSING)
    assert (told.day, told.outer) == (day("16.12.2026"), None)
    assert (untold.day, untold.outer) == (day("16.12.2026"), day("02.03.2027"))


def test_54_the_same_in_a_procedure_of_the_former_law():
    untold = only("action", "A6", "02.12.2026", began="01.03.2026", instruction=MISSING)
    assert untold.row.id == "B5"
    assert (untold.day, untold.outer_shown, untold.outer) == (
        day("16.12.2026"),
        day("02.03.2027"),
        day("02.12.2027"),
    )


def test_55_lodged_the_day_before_and_on_the_day():
    former = only("action", "A1", "02.12.2026", began="11.06.2026", instruction=MISSING)
    present = only("action", "A1", "02.12.2026", began="12.06.2026", instruction=MISSING)
    assert (former.row.id, former.outer_shown, former.outer) == ("B1", day("02.03.2027"), day("02.12.2027"))
    assert (present.row.id, present.outer_shown, present.outer) == ("A1", None, day("02.03.2027"))


def test_56_two_decisions_served_on_two_days():
    """The period runs from the second, the safe line from the first."""
    interim = only(
        "interim", "A4", "10.12.2026", began=SINCE, other_served_on="11.12.2026", printed="1 weeks"
    )
    assert (interim.day, interim.safe_day) == (day("18.12.2026"), day("17.12.2026"))
    assert "the first of both services, Thu 10 Dec 2026" in said(interim.derivation)


def test_57_airport_case_of_the_former_law():
    """23.12.2026 + 3 days = 26.12., so Monday 28.12.; act on the day of service itself."""
    interim = only("interim", "A4", "23.12.2026", began="01.05.2026", other_served_on="23.12.2026")
    assert interim.row.id == "B4"
    assert (interim.day, interim.safe_day) == (day("28.12.2026"), day("23.12.2026"))


def test_58_allocation_by_a_body_of_the_land():
    """Two weeks and no objection; one month (08.01.2027) would be too late."""
    allocation = only("action", "A7", "08.12.2026", printed="action 2 weeks")
    assert allocation.day == day("22.12.2026")
    misled = only("action", "A7", "08.12.2026", printed="objection 1 months")
    assert misled.day == day("22.12.2026")
    assert "Fri 8 Jan 2027. Do not plan with it." in said(misled.lines)
    assert MESSAGES[Fit.OTHER_REMEDY] in [each.text for each in misled.notes]


def test_59_transfer():
    for act in ("action", "interim"):
        assert only(act, "A3", "09.12.2026", printed="action 1 weeks").day == day("16.12.2026")
        untold = only(act, "A3", "09.12.2026", instruction=MISSING)
        assert (untold.day, untold.outer_shown) == (day("16.12.2026"), day("09.03.2027"))


def test_60_judgment_in_asylum_matters():
    leave, remain = found("C3", "30.11.2026").remedies
    assert (leave.act.value, leave.day) == ("leave", day("30.12.2026"))
    assert (remain.act.value, remain.day) == ("remain", day("30.12.2026"))
    assert found("C1", "30.11.2026").remedies == ()


def test_61_reasons_of_an_unaccompanied_minor_at_the_border():
    """Ten days to 24.12.2026, a working day on which doors are closed: Wednesday the 23rd."""
    reasons = only("reasons", "A4m", "14.12.2026", began=SINCE, other_served_on="14.12.2026")
    assert (reasons.day, reasons.safe_day) == (day("24.12.2026"), day("23.12.2026"))


def test_66_served_on_the_office():
    action = only(
        "action", "A1", represented_on="07.12.2026", received_on="10.12.2026", began=SINCE, printed="2 weeks"
    )
    assert (action.day, action.lines) == (day("21.12.2026"), ())


def test_67_served_on_the_client_alone_although_represented():
    action = only(
        "action", "A1", "07.12.2026", represented_on="10.12.2026", began=SINCE, printed="action 2 weeks"
    )
    assert (action.day, action.latest) == (day("21.12.2026"), day("24.12.2026"))
    assert "If it counts as served only on Thu 10 Dec 2026: Thu 24 Dec 2026." in said(action.lines)


def test_43_a_land_whose_rule_is_not_confirmed():
    """+3 gives 13.12. and 13.01.2027, the alarm; +4 gives 14.01."""
    more: dict[str, Any] = {
        "arrival": Arrival.LETTER,
        "sent_on": "10.12.2026",
        "printed": "objection 1 months",
    }
    objection = only("objection", "D1", **more)
    assert (objection.day, objection.latest) == (day("13.01.2027"), day("14.01.2027"))


def test_12_a_decision_of_the_foreigners_office_without_instruction():
    objection = only("either", "D1", "14.12.2026", instruction=Instruction.MISSING)
    assert (objection.day, objection.outer) == (day("14.01.2027"), day("14.12.2027"))
