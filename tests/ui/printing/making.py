"""A view, a run of the printer and readers of sheets for tests of the print page."""

from datetime import datetime

NOW = datetime(2026, 11, 22, 14, 3)


class Released:
    """An office that has released everything."""

    def covers(self, code, block, rendering):
        return True


class FakeRun:
    def __init__(self, count):
        self.numbers, self.pages, self.finished, self.aborted = range(count), [], False, False

    def put(self, page):
        self.pages.append(page)

    def finish(self):
        self.finished = True

    def abort(self):
        self.aborted = True


class FakeView:
    def __init__(self):
        self.pages, self.approved, self.problem, self.done, self.offer_pdf = (), "", None, "", False
        self.printer, self.run, self.place, self.chosen, self.shown = True, None, None, None, 0
        self.problems, self.earlier, self.looked_at, self.pictures, self.asked_printer = (), (), "", {}, None

    def show_offer(self, offer, chosen):
        self.offer, self.chosen = offer, chosen

    def show_busy(self):
        self.busy = True

    def show_sheets(self, pages, approved, starts):
        self.pages, self.approved, self.starts = pages, approved, starts
        self.shown += 1

    def show_picture(self, number, dpi, page):
        self.pictures[number] = page

    def show_problems(self, problems):
        self.problems = problems

    def show_paragraphs(self, paragraphs, edits):
        self.paragraphs, self.edits = paragraphs, edits

    def show_problem(self, problem, offer_pdf=False):
        self.problem, self.offer_pdf = problem, offer_pdf

    def show_done(self, sentence, handed_out=False):
        self.done, self.offers_record = sentence, handed_out

    def show_earlier(self, prints, shown):
        self.earlier, self.looked_at = prints, shown

    def has_printer(self):
        return self.printer

    def begin_printing(self, count, ask):
        self.asked_printer = ask
        self.run = FakeRun(count)
        return self.run

    def ask_where(self, file_name):
        self.asked = file_name
        return self.place


def only(presenter, kind):
    """This sheet alone."""
    presenter.choose_task("any")
    presenter.tick(kind, True)


def words_of(view):
    return " ".join(page.text for page in view.pages).replace("\xa0", " ")


def is_draft(view):
    return "ENTWURF" in "".join(words_of(view).split())
