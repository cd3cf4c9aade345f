"""What the page shows and when; with a fake view, and with answers in the wrong order."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.cases.answers import Ternary, Unknown
from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client, LanguageProof
from desktop.ui.assessment.explaining import Explaining
from desktop.ui.assessment.folding import Folding
from desktop.ui.assessment.presenter import AssessmentPresenter, evaluate
from desktop.ui.kit.jobs import HeldJobs


class FakeView:
    def __init__(self):
        self.titles, self.questions, self.answered = [], [], []
        self.parts, self.shown, self.problem, self.status = {}, 0, None, ""

    def show_titles(self, lines, parts):
        self.titles, self.parts = lines, dict(parts)
        self.shown += 1

    def show_parts(self, key, parts):
        self.parts[key] = parts

    def show_law(self, words):
        self.law = words

    def show_day(self, day):
        self.day = day

    def show_questions(self, questions, more, status):
        self.questions, self.more, self.status = questions, more, status

    def show_answered(self, answered):
        self.answered = answered

    def show_old(self, old, more):
        self.old, self.more_old = old, more

    def show_problem(self, problem):
        self.problem = problem

    def title(self, title_id):
        return next(each for each in self.every() if each.key == f"title {title_id}")

    def every(self):
        """Every title, folded ones too."""
        for line in self.titles:
            yield from line.parts if line.key.startswith("fold ") else (line,)

    def fold(self, name):
        return next((each for each in self.titles if each.key == f"fold {name}"), None)

    @property
    def asked(self):
        return [each.fact.id for each in self.questions]


@pytest.fixture
def presented(context_of, sample):
    def make(name="offene-fragen", jobs=None, case=None):
        context, view = context_of(case or sample(name), jobs), FakeView()
        presenter = AssessmentPresenter(context, view)
        context.desk.open("1")
        return presenter, view, context

    return make


def test_verdicts_stand_best_first_with_sign_word_and_sentence(presented):
    _, view, _ = presented("muenchen-abschiebungsverbot")
    best = view.titles[0]
    assert best.head.replace("\xa0", " ") == "§ 25 Abs. 3"
    assert best.word == "soll erteilt werden"
    assert best.sign.icon == "verdict_should"
    assert "Voraussetzungen sind erfüllt" in best.detail
    assert all(line.sign and line.word and line.detail for line in view.titles)


def test_the_day_of_the_law_is_shown(presented):
    _, view, _ = presented()
    assert view.law == "Rechtsstand 19.08.2026"


def test_an_answer_moves_the_verdicts_and_the_questions_at_once(presented):
    presenter, view, context = presented()
    assert "order_58a" in view.asked
    presenter.answer("order_58a", False)
    assert "order_58a" not in view.asked
    assert context.desk.case.answer("order_58a").value is False
    assert [each.fact for each in view.answered] == ["order_58a"]
    assert "nein" in view.answered[0].words
    presenter.answer("order_58a", True)
    assert view.title("25_3").word == "derzeit nicht möglich"
    assert "58a" in view.title("25_3").detail


def test_best_questions_first_and_asked_in_vain_last(presented):
    presenter, view, _ = presented()
    first = view.asked[0]
    presenter.answer(first, Unknown.CLIENT_DOES_NOT_KNOW)
    assert view.asked[0] != first
    presenter.show_all_questions()
    assert first in view.asked
    assert view.more == 0


def test_what_was_asked_in_vain_says_so_and_a_refusal_comes_last(presented):
    presenter, view, _ = presented()
    first, second = view.asked[:2]
    presenter.answer(first, Unknown.WILL_NOT_SAY)
    presenter.answer(second, Unknown.CLIENT_DOES_NOT_KNOW)
    presenter.show_all_questions()
    said = {each.fact.id: each.asked for each in view.questions}
    assert said[first] == "schon gefragt, die Person will es nicht sagen"
    assert said[second] == "schon gefragt, die Person weiß es nicht"
    assert first in view.asked[-2:]  # beside what the sample refuses already
    assert view.asked.index(second) > max(view.asked.index(name) for name in said if not said[name])


def test_an_old_answer_is_asked_again_and_confirmed(presented, sample):
    case = sample("muenchen-abschiebungsverbot")
    old = replace(case.answer("convictions"), on=date(2025, 1, 2), by="xy")
    presenter, view, context = presented(case=case.with_fact("convictions", old))
    (shown,) = [each for each in view.old if each.fact == "convictions"]
    assert "02.01.2025" in shown.asked
    presenter.confirm("convictions")
    answer = context.desk.case.answer("convictions")
    assert (answer.on, answer.by) == (context.today(), "mk")
    assert (answer.value, answer.proof, answer.paper) == (old.value, old.proof, old.paper)
    assert "convictions" not in [each.fact for each in view.old]


def test_an_old_judgement_is_confirmed_with_its_reason(presented, sample):
    case = sample("muenchen-abschiebungsverbot")
    name, judgement = next(iter(case.judgements.items()))
    old = replace(judgement, on=date(2020, 1, 2))
    presenter, view, context = presented(case=case.with_judgement(name, old))
    assert name in [each.fact for each in view.old]
    presenter.confirm(name)
    assert context.desk.case.judgements[name] == replace(old, on=context.today(), by="mk")
    assert name not in [each.fact for each in view.old]


def test_a_list_stays_until_the_person_is_done(presented):
    presenter, view, context = presented(case=CaseFile(Client("Amal K.")))
    presenter.show_all_questions()
    presenter.answer("language_proofs", (LanguageProof("A1", "oral"),))
    assert view.questions[0].fact.id == "language_proofs"
    assert view.questions[0].stays
    presenter.done()
    assert not any(each.stays for each in view.questions)
    presenter.ask_again("language_proofs")
    assert view.questions[0].answer.value == (LanguageProof("A1", "oral"),)
    assert len(context.desk.case.value("language_proofs")) == 1


def test_a_judgement_is_set_with_author_day_and_reason_and_taken_back(presented):
    presenter, _view, context = presented("muenchen-abschiebungsverbot")
    presenter.judge("other_expulsion_interest", Ternary.NO, "kein Hinweis")
    judgement = context.desk.case.judgements["other_expulsion_interest"]
    assert (judgement.by, judgement.on, judgement.reason) == ("mk", context.today(), "kein Hinweis")
    presenter.judge("other_expulsion_interest", Ternary.UNKNOWN, "")
    assert "other_expulsion_interest" not in context.desk.case.judgements


def test_an_evaluation_that_comes_too_late_is_dropped(presented):
    jobs = HeldJobs()
    presenter, view, _ = presented(jobs=jobs)
    presenter.answer("order_58a", True)
    presenter.answer("order_58a", False)
    while jobs.waiting:
        jobs.release(len(jobs.waiting) - 1)
    assert view.shown == 1
    assert "58a" not in view.title("25_1").detail


def test_the_planned_day_chooses_the_law_and_a_title_without_law_says_so(presented):
    presenter, view, _ = presented()
    assert not any(each.word == UNCOVERED for each in view.every())
    presenter.plan(date(2022, 12, 30))
    words = [each.word for each in view.every()]
    assert view.title("25_1").word == UNCOVERED
    assert "vor dem 31.12.2022 nicht abgedeckt" in view.title("25_1").detail
    assert not view.title("25_1").lazy
    assert view.title("25_3").word != UNCOVERED
    assert words == sorted(words, key=lambda word: word == UNCOVERED)
    presenter.open_title("title 25_1", True)
    assert not view.parts["title 25_1"]
    presenter.plan(date(2001, 1, 1))
    assert {each.word for each in view.every()} == {UNCOVERED}
    assert len(view.titles) == 1
    assert (view.questions, view.status, view.problem) == ([], "", None)


UNCOVERED = "von diesem Regelpaket nicht abgedeckt"


def test_another_client_begins_with_today_and_nothing_opened(presented, sample):
    presenter, view, context = presented()
    presenter.plan(date(2027, 3, 1))
    presenter.open_title("title 25_3", True)
    presenter.answer("order_58a", False)
    context.desk._store.case = sample("sachsen-pflege")
    context.desk.open("2")
    assert view.day is None
    assert not view.parts
    assert not view.answered


def test_a_title_opens_only_when_somebody_looks_and_stays_up_to_date(presented):
    presenter, view, _ = presented("muenchen-abschiebungsverbot")
    assert not view.parts
    presenter.open_title("title 25_3", True)
    assert view.parts["title 25_3"]
    presenter.answer("order_58a", True)
    assert any("58a" in each.text for line in view.parts["title 25_3"] for each in line.all())
    presenter.open_title("title 25_3", False)
    presenter.answer("order_58a", False)
    assert not view.parts


def test_the_kind_of_decision_can_be_chosen(presented):
    presenter, view, context = presented("muenchen-abschiebungsverbot")
    presenter.decide("25_3", DecisionKind.EXTENSION)
    assert context.desk.case.request_for("25_3").decision_kind is DecisionKind.EXTENSION
    assert view.title("25_3").cite == "Verlängerung"


def test_a_rule_condition_can_be_found_not_to_stand_in_the_way(presented):
    presenter, _view, context = presented("offene-fragen")
    presenter.waive("25b_1.oral_a2", "spricht gut, Zeugnis verbrannt")
    waiver = context.desk.case.waivers["25b_1.oral_a2"]
    assert (waiver.by, waiver.reason) == ("mk", "spricht gut, Zeugnis verbrannt")
    presenter.waive("25b_1.oral_a2", "")
    assert not context.desk.case.waivers


def test_who_holds_a_title_of_104c_is_told_first(presented):
    _, view, _ = presented("chancen-aufenthalt")
    assert view.titles[0].key == "title 104c_holder"
    assert view.titles[0].word == "nur noch Bestand"
    assert "§ 25b" in view.titles[0].detail.replace("\xa0", " ")


def test_when_everything_is_answered_that_is_said(presented, reference):
    presenter, view, _context = presented("muenchen-abschiebungsverbot")
    for _ in range(80):
        if not view.questions:
            break
        question = view.questions[0]
        name = question.fact.id
        if question.fact.kind.value == "judgement":
            presenter.judge(name, Ternary.NO, "kein Hinweis")
        else:
            presenter.answer(name, _some_answer(question.fact))
            presenter.done()
    assert view.status == "Alles, was ein Ergebnis ändern kann, ist beantwortet."


def _some_answer(fact):
    match fact.type.value:
        case "bool" | "truth":
            return False
        case "list":
            return ()
        case "choice" | "level":
            return fact.options[-1] if fact.options else "none"
        case "number" | "whole" | "percent" | "months":
            return 0
        case "set":
            return frozenset()
        case "date" | "date_or_none":
            return fact.shape().read("2020-01-01")
    return "x"


def test_what_holds_today_stands_before_what_is_closed_and_opens(presented):
    presenter, view, _ = presented("muenchen-abschiebungsverbot")
    keys = [each.key for each in view.titles]
    place = keys.index("status")
    line = view.titles[place]
    assert line.head.replace("\xa0", " ") == "Duldung § 60a Abs. 2 S. 1"
    assert line.detail.startswith("Die Duldung ist kein Titel")
    icons = [each.sign.icon for each in view.titles]
    assert "verdict_not_available" not in icons[:place]
    assert all(each.key.startswith("fold ") for each in view.titles[place + 1 :])
    presenter.open_title("status", True)
    texts = [each.text for each in view.parts["status"]]
    assert any("Ohne gesicherten Lebensunterhalt" in text for text in texts)
    assert any(each.head == "Arbeit" for each in view.parts["status"])


def test_with_a_title_or_nothing_there_is_no_such_line(presented):
    _, view, _ = presented("hessen-haertefall")
    assert view.titles
    assert "status" not in [each.key for each in view.titles]


def test_what_nothing_speaks_for_is_one_line_and_what_is_closed_another(presented):
    presenter, view, _ = presented("muenchen-abschiebungsverbot")
    keys = [each.key for each in view.titles]
    assert keys[-2:] == ["fold waiting", "fold closed"]
    assert len(keys) < 10
    waiting, closed = view.fold("waiting"), view.fold("closed")
    assert {each.sign.icon for each in waiting.parts} == {"verdict_facts_missing"}
    assert {each.sign.icon for each in closed.parts} == {"verdict_not_available"}
    assert waiting.text.startswith(f"{len(waiting.parts)} Titel")
    assert "§ 24 Abs. 1" in waiting.detail.replace("\xa0", " ")
    assert {waiting.open, closed.open} == {False}
    key = closed.parts[0].key
    presenter.open_title(key, True)
    assert view.parts[key]


def test_of_an_empty_file_only_that_nothing_is_known_is_told(presented):
    _, view, _ = presented(case=CaseFile(Client("Amal K.")))
    assert [each.key for each in view.titles] == ["fold waiting"]
    assert view.titles[0].word == "Angaben fehlen"


def test_a_title_with_every_condition_of_its_own_and_a_bar_is_told_in_full(presented):
    _, view, _ = presented("derzeit-nicht-moeglich")
    keys = [each.key for each in view.titles]
    assert {"title 25_5", "title 25b_1", "fold closed"} <= set(keys)
    assert view.title("25_5").word == "derzeit nicht möglich"


def test_a_title_asked_for_or_held_is_never_folded(presented):
    presenter, view, _ = presented("muenchen-abschiebungsverbot")
    assert "title 26_4" not in [each.key for each in view.titles]
    presenter.decide("26_4", DecisionKind.GRANT)
    assert "title 26_4" in [each.key for each in view.titles]


def test_where_nothing_else_is_left_what_is_closed_stands_open_and_few_are_not_folded(context_of, sample):
    context = context_of(sample("derzeit-nicht-moeglich"))
    context.desk.open("1")
    found, _, _ = evaluate(context, context.desk.case, context.today())
    folding, explaining = Folding(context), Explaining(context)
    lines = [explaining.title(each) for each in found.titles]
    (alone,) = folding.closed(lines, found.titles, alone=True)
    (beside,) = folding.closed(lines, found.titles, alone=False)
    assert (alone.open, beside.open) == (True, False)
    assert folding.closed(lines[:2], found.titles[:2], alone=False) == lines[:2]


def test_what_the_page_shows_is_made_before_it_is_shown(context_of, sample):
    """On the worker: reading a result while the page is drawn derives nothing."""
    context = context_of(sample("offene-fragen"))
    context.desk.open("1")
    found, _, _ = evaluate(context, context.desk.case, context.today())
    made = {"open_answers", "warnings", "consequences", "sources"}
    assert [each for each in found.titles if not made <= vars(each.beside).keys()] == []
