from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt

from desktop.cases.agenda import EntryKind
from desktop.cases.people import HouseholdLink
from desktop.cases.periods import PartialDate
from desktop.services.deadlines import of as deadlines_of
from desktop.services.entry_log import LogLine
from desktop.services.words.values import distance
from desktop.ui.deadlines.actions_presenter import ActionsPresenter
from desktop.ui.deadlines.filing_presenter import FilingPresenter
from desktop.ui.deadlines.letter_presenter import LetterPresenter
from desktop.ui.deadlines.presenter import DeadlinesPresenter
from desktop.ui.deadlines.quick_presenter import QuickPresenter
from desktop.ui.deadlines.room import build
from desktop.ui.deadlines.standing_presenter import StandingPresenter
from desktop.ui.kit.jobs import HeldJobs


class FakeView:
    """Stands for the page and for each of its parts."""

    def __init__(self):
        self.rows: Any = ()
        self.done: Any = ()
        self.details: Any = None
        self.effect: Any = None
        self.asked: Any = None
        self.note: Any = None
        self.problem: Any = None
        self.undo = self.reading = self.pointed = ""
        self.letter: Any = None
        self.wanted: Any = None
        self.preview: Any = None
        self.faults: Any = {}
        self.wrong = False
        self.actions: Any = ()
        self.shown = 0

    def show_dates(self, rows, done):
        self.rows, self.done = rows, done
        self.shown += 1

    def point_at(self, key):
        self.pointed = key

    def show_strip(self, shown):
        self.strip = shown

    def show_details(self, details):
        self.details = details

    def show_history_notes(self, notes):
        self.notes = notes

    def show_titles(self, titles, chosen):
        self.titles, self.title = titles, chosen

    def show_effect(self, effect, recordable):
        self.effect, self.recordable = effect, recordable

    def show_problem(self, problem):
        self.problem = problem

    say_problem = show_problem

    def show_undo(self, sentence):
        self.undo = sentence

    def show_actions(self, possible):
        self.actions = possible

    def show_log(self, lines):
        self.log = lines

    def print_slip(self, subject):
        self.slip = subject

    def ask(self, asked):
        self.asked = asked

    def close_up(self):
        self.asked = None

    def show_standing(self, note):
        self.note = note

    def show_reading(self, words, wrong=False):
        self.reading, self.wrong = words, wrong

    def clear(self):
        self.reading, self.wrong = "", False

    def show_options(self, options):
        self.options = options

    def show_letter(self, title, values, bound, known):
        self.letter, self.bound = dict(values), bound

    def show_wanted(self, wanted):
        self.wanted = wanted

    def show_preview(self, preview):
        self.preview = preview

    def show_faults(self, faults):
        self.faults = faults

    def end_letter(self):
        self.letter = None


class Others:
    """Stands for the files of the household."""

    def __init__(self):
        self.recorded: Any = []

    def record_letter(self, letter, client_ids):
        self.recorded.append((letter, list(client_ids)))
        return len(client_ids)

    def entry_log(self, client_id, entry_id):
        at = datetime(2026, 11, 24, 13, 3, tzinfo=UTC)
        return [LogLine(at, "mk", "day", "2026-12-01", "2026-12-15", False)] if entry_id else []


class Page(NamedTuple):
    """The presenters of the page on one fake view."""

    dates: DeadlinesPresenter
    actions: ActionsPresenter
    quick: QuickPresenter
    standing: StandingPresenter
    filing: FilingPresenter
    letter: LetterPresenter
    others: Others
    view: Any
    context: Any

    @property
    def case(self):
        return self.context.desk.case

    def find(self, what):
        """The key of a date by words in its name."""
        return next(row.key for row in (*self.view.rows, *self.view.done) if what in row.what)


@pytest.fixture
def presented(context_of, sample):
    def make(case, jobs=None):
        case = sample(case) if isinstance(case, str) else case
        context, view = context_of(case, jobs), FakeView()
        dates = DeadlinesPresenter(context, view)
        others = Others()
        standing = StandingPresenter(context, view, dates.tell)
        letter = LetterPresenter(context, view, others, dates.tell, view.show_problem)
        actions = ActionsPresenter(context, view, dates.tell, letter, others)
        quick = QuickPresenter(context, view, dates.tell)
        filing = FilingPresenter(context, view, dates.tell, standing.begin_plan)
        page = Page(dates, actions, quick, standing, filing, letter, others, view, context)
        dates.on_chosen, dates.on_letter = page.actions.choose, page.actions.choose_letter

        def found(client, case, what):
            page.standing.show(client, case, what.dates)
            page.filing.show(client, case, what.best)

        dates.on_found = found
        context.desk.open("1")
        return page

    return make


def test_every_date_comes_with_its_derivation_and_sections(presented):
    page = presented("chancen-aufenthalt")
    view = page.view
    row = view.rows[0]
    assert row.day == "Mi 30.12.2026"
    assert row.urgency == "urgent"
    page.dates.choose(row.key)
    days = dict(view.details.days)
    assert days["Sicherer Tag"] == "Mi 30.12.2026"
    assert days["Letzter Tag"] == "Do 31.12.2026"
    assert len(view.details.derivation) >= 3
    assert any("VwVfG" in each.cite for each in view.details.derivation)
    assert "§ 25b" in view.details.action.text.replace("\xa0", " ")


def test_filing_says_what_it_does_and_what_it_does_not(presented):
    page = presented("muenchen-abschiebungsverbot")
    view, presenter = page.view, page.filing
    assert not view.effect
    assert view.title == "25_3"
    presenter.file("25_3", PartialDate.exactly(date(2026, 12, 1)))
    assert view.effect.sign == "overdue"
    assert view.effect.words.startswith("Der Antrag hat keine Wirkung")
    page = presented("chancen-aufenthalt")
    view, presenter = page.view, page.filing
    presenter.file("25b_1", PartialDate.exactly(date(2026, 12, 30)))
    assert view.effect.words.startswith("Der bisherige Titel gilt bis zur Entscheidung fort")
    presenter.file("25_3", PartialDate.exactly(date(2026, 12, 30)))
    assert view.effect.sign == "overdue"
    presenter.file("25b_1", PartialDate.exactly(date(2027, 1, 1)))
    assert "anordnen" in view.effect.words
    presenter.file("25b_1", None)
    assert view.effect is None


def test_dates_that_come_too_late_are_dropped(presented):
    jobs = HeldJobs()
    page = presented("muenchen-abschiebungsverbot", jobs)
    page.context.answer("passports", ())
    while jobs.waiting:
        jobs.release(len(jobs.waiting) - 1)
    assert page.view.shown == 1


def test_dates_move_with_the_papers(presented):
    page = presented("muenchen-abschiebungsverbot")
    assert page.view.rows
    page.context.answer("status_periods", ())
    assert "Duldung §" not in " ".join(row.what for row in page.view.rows).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "heute"),
        (date(2026, 11, 23), "in 1 Tag"),
        (date(2027, 1, 24), "in 63 Tagen"),
        (date(2026, 11, 20), "vor 2 Tagen"),
        (date(2027, 5, 22), "in 6 Monaten"),
        (date(2031, 1, 17), "in 4 Jahren"),
    ],
)
def test_distance(texts, day, words):
    assert distance(day, date(2026, 11, 22), texts) == words


def test_the_page_explains_the_date_under_the_keyboard(look, shown, context_of, sample, keyboard):
    context = context_of(sample("chancen-aufenthalt"))
    view = build(look, context, Others())
    context.desk.open("1")
    shown(view)
    view.dates.dates.setFocus()
    first = view.dates.details.what.text()
    keyboard.press(Qt.Key.Key_Down)
    assert view.dates.details.what.text() != first


def test_without_a_title_held_or_asked_for_the_best_one_is_proposed(presented, sample):
    assert presented("muenchen-abschiebungsverbot").view.title == "25_3"
    view = presented(replace(sample("muenchen-abschiebungsverbot"), requests=())).view
    assert view.title == "25_3"
    assert view.titles[0][0] != "25_3"


def test_fourteen_days_are_four_inputs_from_anywhere(look, shown, context_of, sample, keyboard):
    context = context_of(sample("chancen-aufenthalt"))
    view = build(look, context, Others())
    context.desk.open("1")
    shown(view)
    view.begin_date()  # F7
    keyboard.inputs = 1
    keyboard.type("14")
    keyboard.press(Qt.Key.Key_Return)
    assert keyboard.inputs == 4
    (entry,) = context.desk.case.entries
    assert (entry.kind, entry.day, entry.made_by) == (EntryKind.FOLLOW_UP, date(2026, 12, 6), "mk")
    view.begin_date()
    keyboard.type("+14")
    keyboard.press(Qt.Key.Key_Return)
    assert context.desk.case.entries[-1].day == entry.day


def test_a_line_says_how_it_is_read_before_it_counts(presented):
    page = presented("chancen-aufenthalt")
    page.quick.type("follow_up", "+14 Nach dem Pass fragen")
    assert page.view.reading == "Wiedervorlage · So 06.12.2026 · ein Sonntag · Nach dem Pass fragen"
    page.quick.type("follow_up", "heu")
    assert (page.view.reading, page.view.wrong) == ("", False)
    page.quick.enter("appointment", "25.11. 14:30 Gespräch")
    assert page.case.entries[-1].time == "14:30"
    assert page.view.undo.startswith("Eingetragen: Termin · Mi 25.11.2026")
    page.dates.undo()
    assert page.case.entries == ()


@pytest.mark.parametrize(
    "typed", ["31.04. Anruf", "nach dem Pass fragen", "22.11.1850", "01.11.2026 vorbei", ""]
)
def test_what_is_no_day_is_one_sentence_and_changes_nothing(presented, typed):
    page = presented("chancen-aufenthalt")
    page.quick.enter("follow_up", typed)
    assert page.view.wrong
    assert page.view.reading.endswith(".")
    assert page.case.entries == ()


def test_a_deadline_is_done_only_with_how_and_stays_in_sight(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("deadline", "+20 Stellungnahme einreichen")
    key = page.find("Stellungnahme")
    page.dates.choose(key)
    assert "delete" not in page.view.actions
    page.actions.act("done")
    assert [each.name for each in page.view.asked.questions] == ["how"]
    page.actions.answer("done", {"how": " "})
    assert page.view.problem is not None
    assert page.case.entries[0].open
    page.actions.answer("done", {"how": "per Fax, Sendebericht in der Akte"})
    assert page.find("Stellungnahme") == key
    assert [row.key for row in page.view.done] == [key]
    page.dates.choose(key)
    assert any("per Fax" in each.text for each in page.view.details.notes)
    assert page.view.actions == ["reopen", "slip", "log"]
    page.actions.act("reopen")
    assert not page.view.done


def test_a_follow_up_is_done_moved_and_deleted_at_once(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("follow_up", "+5 Anrufen")
    page.dates.choose(page.find("Anrufen"))
    page.actions.act("move")
    page.actions.answer("move", {"day": PartialDate.exactly(date(2026, 12, 1))})
    assert page.case.entries[0].day == date(2026, 12, 1)
    page.dates.choose(page.find("Anrufen"))
    page.actions.act("delete")
    assert page.case.entries == ()
    page.dates.undo()
    assert page.case.entries[0].day == date(2026, 12, 1)
    page.dates.choose(page.find("Anrufen"))
    page.actions.act("done")
    assert page.case.entries[0].done_by == "mk"


def test_a_derived_date_is_done_with_how_and_checked_by_a_second_person(presented):
    page = presented("chancen-aufenthalt")
    key = page.find("104c")
    page.dates.choose(key)
    assert page.view.actions == ["done", "check", "slip"]
    page.actions.act("done")
    page.actions.answer("done", {"how": "Antrag nach § 25b gestellt"})
    assert [row.key for row in page.view.done] == [key]
    page.dates.choose(key)
    page.actions.act("reopen")
    page.dates.choose(page.find("Pass"))
    page.actions.act("check")
    assert next(row for row in page.view.rows if "Pass" in row.what).checked


def test_whoever_entered_a_deadline_does_not_check_it(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("deadline", "+20 Stellungnahme")
    page.dates.choose(page.find("Stellungnahme"))
    page.actions.act("check")
    assert "zweite Person" in page.context.texts.problem(page.view.problem)
    assert page.case.entries[0].confirmed_on is None


def test_a_deadline_moves_only_with_a_reason(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("deadline", "+20 Stellungnahme")
    page.dates.choose(page.find("Stellungnahme"))
    page.actions.act("move")
    day = PartialDate.exactly(date(2026, 12, 30))
    page.actions.answer("move", {"day": day, "why": ""})
    assert page.case.entries[0].day == date(2026, 12, 12)
    page.actions.answer("move", {"day": day, "why": "schriftlich verlängert"})
    assert page.case.entries[0].day == date(2026, 12, 30)


def test_what_is_changed_keeps_its_day(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("appointment", "+5 14:30 Gespräch")
    page.dates.choose(page.find("Gespräch"))
    page.actions.act("change")
    asked = {each.name: each.value for each in page.view.asked.questions}
    assert asked["time"] == "14:30"
    page.actions.answer("change", {**asked, "what": "Vorsprache", "place": "Zimmer 12"})
    assert (page.case.entries[0].what, page.case.entries[0].place) == ("Vorsprache", "Zimmer 12")
    page.dates.choose(page.find("Vorsprache"))
    assert any("Zimmer 12" in each.text for each in page.view.details.notes)


def test_a_case_without_a_date_says_so_and_one_at_rest_says_until_when(presented, sample):
    page = presented(replace(sample("chancen-aufenthalt"), facts={}, papers=()))
    assert page.view.note.action == "next_date"
    page.standing.begin("rest")
    page.standing.answer(
        "rest", {"until": PartialDate.exactly(date(2027, 1, 31)), "reason": "wartet auf das Gericht"}
    )
    assert page.view.note.action == "take_up"
    assert "31.01.2027" in page.view.note.sentence
    assert "wartet auf das Gericht" in page.view.note.next_step
    page.standing.begin("take_up")
    assert page.case.rest is None
    page.standing.answer("close", {"reason": "Umzug nach Kiel"})
    assert page.view.note.sentence == "Diese Akte ist geschlossen."
    page.standing.answer("rest", {"until": None, "reason": "x"})
    assert page.view.problem is not None


def test_an_application_is_entered_with_its_day_and_a_plan_follows(presented):
    page = presented("chancen-aufenthalt")
    page.filing.file("25b_1", PartialDate.exactly(date(2026, 11, 20)))
    assert page.view.recordable
    page.filing.record(True)
    (made,) = page.case.value("applications")
    assert (made.title_id, made.received_proof, made.decision_kind.value) == ("25b_1", True, "extension")
    page.filing.record(True)
    assert page.view.problem is not None
    assert len(page.case.value("applications")) == 1
    assert {each.name: each.value for each in page.view.asked.questions} == {
        "plan": "application",
        "event": PartialDate.exactly(date(2026, 11, 20)),
    }
    page.standing.answer("plan", {"plan": "application", "event": PartialDate.exactly(date(2026, 11, 20))})
    assert len(page.case.entries) == 4
    page.filing.file("25b_1", PartialDate.exactly(date(2026, 12, 20)))
    assert not page.view.recordable


def test_taking_back_is_over_once_something_else_has_changed(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("follow_up", "+5 Anrufen")
    page.quick.enter("follow_up", "+6 Schreiben")
    page.dates.undo()
    assert [each.what for each in page.case.entries] == ["Anrufen"]
    page.quick.enter("follow_up", "+6 Schreiben")
    page.context.answer("passports", ())
    assert page.view.undo == ""
    page.dates.undo()
    assert len(page.case.entries) == 2


def typed(page, **values):
    """What the form would give away with these fields filled."""
    return {**page.view.letter, **values}


def test_a_decision_letter_shows_what_follows_while_it_is_typed(presented):
    page = presented("muenchen-abschiebungsverbot")
    page.letter.begin()
    assert page.view.preview.dates == ()
    values = typed(page, decision="A1", served_on="20.11.2026", period="2 Wochen")
    page.letter.change(values)
    assert "anwaltlich" in page.view.preview.notes[0].text
    first = page.view.preview.dates[0]
    assert dict(first.days)["Letzter Tag"] == "Fr 04.12.2026"
    assert len(first.derivation) >= 4
    assert page.view.preview.questions
    page.letter.enter(values, [])
    assert page.view.letter is None
    (letter,) = page.case.letters
    assert (letter.decision, letter.period, letter.unit) == ("A1", 2, "weeks")
    assert page.view.pointed == page.find("Klage")
    page.dates.undo()
    assert page.case.letters == ()


def test_mistakes_in_a_letter_stand_at_their_fields_and_nothing_is_entered(presented):
    page = presented("muenchen-abschiebungsverbot")
    page.letter.begin()
    page.letter.enter(typed(page), [])
    assert set(page.view.faults) == {"decision"}
    page.letter.enter(typed(page, decision="A1", served_on="31.04.", period="0"), [])
    assert set(page.view.faults) >= {"served_on", "period"}
    page.letter.enter(
        typed(page, decision="A1", dated_on="20.11.2026", served_on="18.11.2026", period="2w"), []
    )
    assert page.view.faults
    assert page.case.letters == ()


def test_a_letter_is_corrected_settled_and_counts_again(presented):
    page = presented("muenchen-abschiebungsverbot")
    page.letter.begin()
    page.letter.enter(typed(page, decision="A1", served_on="20.11.2026", period="2 Wochen"), [])
    page.dates.choose(page.find("Klage"))
    assert {"letter", "settle_letter"} <= set(page.view.actions)
    page.actions.act("letter")
    assert page.view.letter["served_on"] == "20.11.2026"
    page.letter.enter(typed(page, served_on="19.11.2026"), [])
    (letter,) = page.case.letters
    assert letter.served_on == date(2026, 11, 19)
    page.dates.choose(page.find("Klage"))
    page.actions.act("settle_letter")
    assert "still runs" in str(page.view.problem)  # the reasons too, whatever became of the action
    for what in ("Klage beim", "Begründung"):
        page.dates.choose(page.find(what))
        page.actions.answer("done", {"how": "Fax mit Sendebericht"})
    page.actions.act("settle_letter")
    assert not [row for row in page.view.rows if "Klage" in row.what]
    page.dates.choose(letter.id)
    assert page.view.actions == ["letter", "reopen_letter"]
    page.actions.act("reopen_letter")
    assert page.find("Klage")
    page.dates.choose(page.find("Klage"))
    page.actions.act("letter")
    page.letter.remove()
    assert page.case.letters == ()


def test_the_log_and_the_slip_of_a_date(presented):
    page = presented("chancen-aufenthalt")
    page.quick.enter("deadline", "+20 Stellungnahme")
    page.dates.choose(page.find("Stellungnahme"))
    page.actions.act("log")
    assert page.view.log == ["24.11.2026, 14:03, mk: Tag 01.12.2026 → 15.12.2026"]
    page.actions.act("slip")
    assert page.view.slip.endswith(f"#{page.case.entries[0].id}")


def test_a_letter_that_binds_relatives_is_recorded_for_those_chosen(presented, sample):
    case, other = sample("bayern-familie"), sample("offene-fragen")
    linked = replace(case, household=(HouseholdLink("spouse_partner", "2"),)).with_relatives({"2": other})
    page = presented(linked)
    page.letter.begin()
    assert [each.ref for each in page.view.bound] == ["2"]
    values = typed(page, decision="A1", served_on="20.11.2026", period="2 Wochen")
    page.letter.enter(values, [])
    assert page.others.recorded == []
    page.dates.undo()
    page.letter.begin()
    page.letter.enter(values, ["2"])
    ((letter, chosen),) = page.others.recorded
    assert (letter.decision, chosen) == ("A1", ["2"])


def test_a_form_is_given_up_when_another_client_comes(presented):
    page = presented("muenchen-abschiebungsverbot")
    page.letter.begin()
    page.context.desk.open("2")
    assert page.view.letter is None


ENVELOPE = ["abg", "Tab", "Tab", "2011", "Tab", "2w", "Return"]
ORDINARY = ["tit", "Tab", "b", "Tab", "1611", "Tab", "1m", "Return"]


@pytest.mark.parametrize(
    ("keys", "first", "last"),
    [(ENVELOPE, date(2026, 11, 20), date(2026, 12, 4)), (ORDINARY, date(2026, 11, 16), date(2026, 12, 21))],
)
def test_a_decision_letter_takes_at_most_fifteen_inputs(
    look, shown, context_of, sample, keyboard, keys, first, last
):
    context = context_of(sample("muenchen-abschiebungsverbot"))
    page = build(look, context, Others())
    context.desk.open("1")
    shown(page)
    page.begin_letter()  # F8
    keyboard.inputs = 1
    for each in keys:
        if each in ("Tab", "Return"):
            keyboard.press(getattr(Qt.Key, f"Key_{each}"))
        else:
            keyboard.type(each)
    assert keyboard.inputs <= 15
    (letter,) = context.desk.case.letters
    assert first in (letter.served_on, letter.sent_on)
    dates = deadlines_of(context.reference, context.desk.case, date(2026, 11, 22))
    remedy = next(each for each in dates if each.letter)
    assert remedy.day == last
    assert remedy.start_on is not None, "there is a pre-deadline"
    assert page.currentWidget() is page.dates
