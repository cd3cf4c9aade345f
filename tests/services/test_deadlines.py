"""What is due in the whole office, and what a case's dates look like as text and data."""

from datetime import date, timedelta

from desktop import resources
from desktop.cases.answers import Answer
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.deadlines.duedates import Urgency
from desktop.services import clients, datelist, deadlines
from desktop.texts import Texts

from .any_case import any_cases
from .conftest import NOW, TODAY

GERMAN = Texts("de", resources.path("i18n"))


def add(session, name: str, last_day: date, code: str = "D60a_2_1") -> str:
    since = PartialDate.exactly(last_day - timedelta(days=400))
    period = Period.on_paper(since, PartialDate.exactly(last_day))
    return clients.create(
        session, Client(name), {"status_periods": Answer((StatusPeriod(code, period),))}, NOW
    )


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_the_office_sees_overdue_dates_first(session):
    for name, days in (("Später", 60), ("Vorbei", -10), ("Morgen", 1), ("Fern", 91)):
        add(session, name, ahead(days))
    found = deadlines.due(session, TODAY)
    assert [line.name for line in found] == ["Vorbei", "Morgen", "Später"]
    assert found[0].urgency is Urgency.OVERDUE
    assert found[1].urgency is Urgency.URGENT
    assert all(line.act_by <= line.day for line in found)


def test_a_line_of_the_office_is_as_urgent_as_the_page_of_the_case(session, law, samples):
    for case in samples.values():
        clients.add(session, case, NOW)
    by_name = {case.client.name: case for case in samples.values()}
    lines = deadlines.due(session, TODAY)
    assert lines
    for line in lines:
        (same,) = (
            due
            for due in deadlines.of(law, by_name[line.name], TODAY)
            if (due.kind, due.code, due.day) == (line.kind, line.code, line.day)
        )
        assert (line.urgency, line.safe_day, line.start_on) == (
            same.urgency(TODAY),
            same.safe_day,
            same.start_on,
        )


def test_every_date_that_is_not_settled_is_kept_with_its_nature(session, law, samples):
    case = samples["bayern-familie"]
    kept = deadlines.derive(law, case, TODAY)
    natures = {each.kind: each.nature for each in kept.dates}
    assert natures["family_3m"] == "filing"
    assert natures["res_rule_12a"] == "restriction"  # a duty that ends by itself
    assert natures["inaction"] == "earliest"  # becomes possible, need not be done


def test_the_list_of_the_office_names_only_what_somebody_has_to_do(session, samples):
    clients.add(session, samples["bayern-familie"], NOW)
    assert {each.kind for each in deadlines.due(session, date(2030, 1, 1))} == {"family_3m", "follow_up"}


def test_what_is_kept_holds_until_something_changes(law, samples):
    case = samples["chancen-aufenthalt"]
    assert deadlines.derive(law, case, date(2026, 12, 15)).holds_until == date(2026, 12, 31)
    assert deadlines.derive(law, case, date(2027, 2, 1)).holds_until == date(2027, 3, 3)


def test_until_then_the_same_dates_follow_each_day(law):
    """Some dates come or go on days that no answer names: a window of six months closes, a birthday nears."""
    for number, case in enumerate(any_cases(law.pack, 120, seed=1, today=TODAY)):
        kept = deadlines.derive(law, case, TODAY)
        assert TODAY <= kept.holds_until <= ahead(30)
        for day in map(ahead, range(1, (kept.holds_until - TODAY).days + 1)):
            then = deadlines.derive(law, case, day)
            assert sorted(map(repr, then.dates)) == sorted(map(repr, kept.dates)), (number, day)


def test_every_kind_has_a_name(law, samples):
    for case in samples.values():
        for due in deadlines.of(law, case, TODAY):
            assert deadlines.kind_words(due.kind, GERMAN) != due.kind


def test_notes_on_the_history_are_notes(samples):
    notes = deadlines.notes_on_history(samples["offene-fragen"], TODAY)
    assert all(step.text for step in notes)


def test_the_text_groups_by_urgency(law, samples):
    text = datelist.as_text(law, samples["chancen-aufenthalt"], TODAY, GERMAN)
    headings = [row for row in text.splitlines() if row.isupper()]
    assert headings == ["DRINGEND", "SPÄTER"]


def test_a_far_date_is_not_counted_in_days(law, samples):
    text = datelist.as_text(law, samples["chancen-aufenthalt"], TODAY, GERMAN)
    (passport,) = (row for row in text.splitlines() if "Pass läuft ab" in row)
    assert "Tag" not in passport.partition("(")[2].replace("letzter Tag", "")
