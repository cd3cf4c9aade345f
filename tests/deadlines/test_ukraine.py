"""The 90 days without a title for people from Ukraine: who, from when, until when, and what ends them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.cases.applications import Application, DecisionKind
from desktop.cases.periods import PartialDate, Period, Span
from desktop.cases.shapes import Never
from desktop.cases.status import StatusPeriod
from desktop.deadlines.effects import effect_of_filing, running_effect
from desktop.deadlines.ukraine import Exemption, exemption_of, exempts, with_exemption
from desktop.deadlines.validity import Circumstances, effective_period

pytestmark = pytest.mark.law


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def exempt(first: str = "2026-10-01", **more: object) -> Exemption:
    given = {"applies": True, "first_entry": day(first), "entry": day(first)} | more
    return Exemption(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("group", "stay", "elsewhere", "expected"),
    [
        ("ukr_national", "in_ukraine", False, True),
        ("protected_in_ukr", "in_ukraine", False, True),
        ("family_of_those", "in_ukraine", False, True),
        ("permanent_permit_in_ukr", "in_ukraine", False, True),
        ("none", "in_ukraine", False, False),  # boundary case 43
        ("ukr_national", "residence_there_but_absent", False, True),
        ("protected_in_ukr", "residence_there_but_absent", False, True),
        ("family_of_those", "residence_there_but_absent", False, False),
        ("permanent_permit_in_ukr", "residence_there_but_absent", False, False),
        ("ukr_national", "neither", False, False),
        ("ukr_national", "in_ukraine", True, False),
        (None, "in_ukraine", False, None),
        (None, "neither", False, False),
        ("ukr_national", None, False, None),
        ("ukr_national", "in_ukraine", None, None),
        ("none", None, None, False),
    ],
)
def test_whom_the_ordinance_covers(
    group: str | None, stay: str | None, elsewhere: bool | None, expected: bool | None
) -> None:
    assert exempts(group, stay, elsewhere) is expected


@pytest.mark.parametrize(
    ("first", "on", "expected"),
    [
        ("2026-10-01", "2026-09-30", "none"),
        ("2026-10-01", "2026-10-01", "running"),
        ("2026-10-01", "2026-12-28", "running"),
        ("2026-10-01", "2026-12-29", "running"),
        ("2026-10-01", "2026-12-30", "ended"),
        ("2026-12-03", "2026-12-10", "running"),
        ("2026-12-04", "2026-12-10", "running"),
        ("2026-12-05", "2026-12-10", "none"),
        ("2026-12-04", "2027-03-02", "running"),
        ("2026-12-04", "2027-03-03", "running"),
        ("2026-12-04", "2027-03-04", "ended"),
    ],
)
def test_ninety_days_from_the_first_entry_by_4_december(first: str, on: str, expected: str) -> None:
    assert exempt(first).state(date.fromisoformat(on)) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-09-30", "none"),
        ("2026-10-15", None),
        ("2026-10-31", "running"),
        ("2026-12-29", "running"),
        ("2026-12-30", None),
        ("2027-01-28", None),
        ("2027-01-29", "ended"),
    ],
)
def test_a_month_of_entry_leaves_days_open(on: str, expected: str | None) -> None:
    assert exempt("2026-10").state(date.fromisoformat(on)) == expected


def test_a_month_that_straddles_the_last_day_of_entry_is_open() -> None:
    assert exempt("2026-12").state(date(2027, 1, 10)) is None


def test_an_earlier_first_entry_has_used_up_the_days() -> None:
    again = exempt("2023-05-01", entry=day("2026-10-01"))
    assert again.state(date(2026, 10, 15)) == "ended"
    unknown = exempt(first_entry=None, entry=day("2026-10-01"))
    assert unknown.state(date(2026, 10, 15)) is None
    assert unknown.state(date(2026, 12, 29)) is None
    assert unknown.state(date(2026, 12, 30)) == "ended"  # whenever the first entry was


def test_a_late_entry_without_a_known_first_one_is_open() -> None:
    assert exempt(first_entry=None, entry=day("2026-12-10")).state(date(2027, 2, 1)) is None


@pytest.mark.parametrize(
    ("on", "expected"), [("2026-11-09", "running"), ("2026-11-10", "ended"), ("2026-11-11", "ended")]
)
def test_a_refusal_and_an_asylum_application_end_it(on: str, expected: str) -> None:
    refused = exempt(refused_on=(day("2026-11-10"),))
    assert refused.state(date.fromisoformat(on)) == expected
    assert exempt().state(date.fromisoformat(on), (day("2026-11-10"),)) == expected


def test_an_asylum_application_before_the_entry_ends_nothing() -> None:
    assert exempt().state(date(2026, 11, 1), (day("2021-05-05"),)) == "running"


def test_a_refusal_without_a_day_leaves_it_open() -> None:
    assert exempt(refused_on=(None,)).state(date(2026, 11, 1)) is None
    assert exempt(refused_on=(None,)).state(date(2027, 2, 1)) == "ended"


def test_nobody_said_that_ukraine_matters() -> None:
    assert exemption_of(None, None, None, None, day("2026-10-01"), ()) is None
    without_day = exemption_of("ukr_national", "in_ukraine", False, Never.NONE, day("2026-10-01"), ())
    assert without_day == exempt(first_entry=None)


def test_the_days_need_no_paper() -> None:
    (known,) = with_exemption((), exempt())
    given = Circumstances(exemption=exempt())
    for longest in (False, True):
        assert effective_period(known, given, longest=longest) == Span(date(2026, 10, 1), date(2026, 12, 30))
    open_yet = exempt(applies=None)
    (perhaps,) = with_exemption((), open_yet)
    assert not effective_period(perhaps, Circumstances(exemption=open_yet), longest=False).covers(
        date(2026, 10, 2)
    )
    assert effective_period(perhaps, Circumstances(exemption=open_yet), longest=True).covers(
        date(2026, 10, 2)
    )
    for nothing in (exempt(applies=False), exempt("2026-12-05"), Exemption(True)):
        assert not with_exemption((), nothing)


def test_a_recorded_exemption_is_not_added_again_and_known_facts_cut_it() -> None:
    paper = StatusPeriod("exempt_ukr", Period.on_paper(day("2026-10-01"), day("2027-02-28")))
    assert with_exemption((paper,), exempt()) == (paper,)
    safe = effective_period(paper, Circumstances(exemption=exempt()), longest=False)
    assert safe == Span(date(2026, 10, 1), date(2026, 12, 30))
    longest = effective_period(paper, Circumstances(exemption=exempt()), longest=True)
    assert longest.end == date(2027, 3, 1)
    none = effective_period(paper, Circumstances(exemption=exempt(applies=False)), longest=True)
    assert not none.covers(date(2026, 10, 2))


def effect(on: str, exemption: Exemption, title: str = "24") -> str | None:
    given = Circumstances(recognised_on=Never.NONE, exemption=exemption)
    return effect_of_filing((), filed_on=day(on), title_id=title, given=given).id


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-10-01", "F81_3_1"),
        ("2026-12-29", "F81_3_1"),
        ("2026-12-30", "F81_3_2"),
        ("2026-12-31", "F81_3_2"),
    ],
)
def test_an_application_within_the_days_permits_the_stay(on: str, expected: str) -> None:
    assert effect(on, exempt()) == expected


def test_who_has_no_exemption_gains_nothing_from_a_recorded_one() -> None:
    """Boundary case 43: a stateless person outside the groups."""
    paper = StatusPeriod("exempt_ukr", Period.on_paper(day("2026-10-01"), day("2026-12-29")))
    given = Circumstances(recognised_on=Never.NONE, exemption=exempt(applies=False))
    found = effect_of_filing((paper,), filed_on=day("2026-11-01"), title_id="24", given=given)
    assert found.id != "F81_3_1"
    assert found.otherwise is None


def test_what_is_open_about_the_exemption_is_asked() -> None:
    given = Circumstances(recognised_on=Never.NONE, exemption=exempt(first_entry=None))
    found = effect_of_filing((), filed_on=day("2026-11-01"), title_id="24", given=given)
    assert found.disputed
    assert "ukr_first_entry_on" in found.ask


def test_after_a_refusal_a_new_application_has_no_effect() -> None:
    refused = exempt(refused_on=(day("2026-11-10"),))
    assert effect("2026-11-09", refused) == "F81_3_1"
    assert effect("2026-11-11", refused) == "none"


def test_the_effect_lasts_beyond_the_days_until_the_decision() -> None:
    filed = Application("24", DecisionKind.GRANT, day("2026-11-01"))
    given = Circumstances(recognised_on=Never.NONE, exemption=exempt())
    assert running_effect((), [filed], on=date(2027, 1, 20), given=given).id == "F81_3_1"
