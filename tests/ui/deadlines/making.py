"""A view, a household and the presenters for tests of the page of dates."""

from datetime import UTC, datetime
from typing import Any, NamedTuple

from desktop.services.entry_log import LogLine
from desktop.ui.deadlines.actions_presenter import ActionsPresenter
from desktop.ui.deadlines.filing_presenter import FilingPresenter
from desktop.ui.deadlines.letter_presenter import LetterPresenter
from desktop.ui.deadlines.presenter import DeadlinesPresenter
from desktop.ui.deadlines.quick_presenter import QuickPresenter
from desktop.ui.deadlines.standing_presenter import StandingPresenter


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

    def print_letters(self, about):
        self.letters = about

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


def typed(page, **values):
    """What the form would give away with these fields filled."""
    return {**page.view.letter, **values}
