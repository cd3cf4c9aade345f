"""Which decision is evaluated, answers and judgements added, one title like all of them."""

from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest

from desktop.cases.answers import Answer, Proof, Ternary, Unknown
from desktop.cases.applications import DecisionKind, Request
from desktop.cases.casefile import CaseFile
from desktop.cases.people import Client
from desktop.cases.periods import PartialDate, Period
from desktop.cases.status import StatusPeriod
from desktop.errors import Problem
from desktop.rules.norms import NotCovered
from desktop.rules.verdict import Verdict
from desktop.services import assessment, printing, report, summary
from desktop.services.words.findings import FindingWords

from .conftest import TODAY

GRANT, EXTENSION = DecisionKind.GRANT, DecisionKind.EXTENSION


def holding(code: str, since: date, until: date | None = None, *requests: Request) -> CaseFile:
    period = Period.on_paper(PartialDate.exactly(since), PartialDate.exactly(until) if until else None)
    history = Answer((StatusPeriod(code, period),))
    return CaseFile(Client("Amal Muster"), MappingProxyType({"status_periods": history}), requests=requests)


def test_a_title_that_is_held_is_extended(law):
    kinds = assessment.decision_kinds(law, holding("title:25_3", date(2025, 1, 1), date(2027, 1, 1)), TODAY)
    assert kinds["25_3"] is EXTENSION
    assert kinds["25_2_1"] is GRANT


@pytest.mark.parametrize(
    ("until", "kind"),
    [(date(2026, 11, 23), GRANT), (date(2026, 11, 24), EXTENSION), (date(2026, 11, 25), EXTENSION)],
)
def test_on_its_last_day_a_title_is_still_held(law, until, kind):
    kinds = assessment.decision_kinds(law, holding("title:25_3", date(2025, 1, 1), until), TODAY)
    assert kinds["25_3"] is kind


@pytest.mark.parametrize(
    ("until", "kind"),
    [(date(2026, 11, 23), GRANT), (date(2026, 11, 24), EXTENSION), (date(2026, 12, 31), EXTENSION)],
)
def test_the_opportunity_residence_is_extended_as_25b(law, until, kind):
    """§ 104c Abs. 2 S. 1 AufenthG."""
    kinds = assessment.decision_kinds(law, holding("title:104c_holder", date(2025, 7, 1), until), TODAY)
    assert kinds["25b_1"] is kind
    assert kinds["25_3"] is GRANT


def test_what_is_asked_for_comes_first(law):
    request = Request("25b_1", GRANT)
    case = holding("title:104c_holder", date(2025, 7, 1), date(2026, 12, 31), request)
    assert assessment.decision_kinds(law, case, TODAY)["25b_1"] is GRANT
    case = holding("D60a_2_1", date(2025, 7, 1), None, Request("25_3", EXTENSION))
    assert assessment.decision_kinds(law, case, TODAY)["25_3"] is EXTENSION


def test_one_title_is_what_it_is_among_all(law, samples):
    for case in samples.values():
        whole = assessment.assess(law, case, TODAY)
        for result in whole.titles:
            (alone,) = assessment.assess(law, case, TODAY, title=result.norm.id).titles
            assert (alone.verdict, alone.decision_kind, alone.open) == (
                result.verdict,
                result.decision_kind,
                result.open,
            )


def test_the_decision_can_be_chosen(law, samples):
    case = samples["muenchen-abschiebungsverbot"]
    for kind in DecisionKind:
        (result,) = assessment.assess(law, case, TODAY, title="25_3", decision=kind).titles
        assert result.decision_kind is kind


def test_a_title_with_one_decision_is_examined_for_it(law, samples):
    case = samples["sachsen-pflege"]
    (result,) = assessment.assess(law, case, TODAY, title="25_4_2", decision=GRANT).titles
    assert result.decision_kind is EXTENSION


def test_a_title_nobody_knows(law, samples):
    with pytest.raises(Problem, match=r"99z.*25b_1") as caught:
        assessment.assess(law, samples["sachsen-pflege"], TODAY, title="99z")
    assert caught.value.exit_code == 2


def test_a_day_the_law_does_not_cover(law, samples):
    with pytest.raises(NotCovered):
        assessment.assess(law, samples["sachsen-pflege"], date(2010, 1, 1), title="25_3")


def test_a_title_without_a_text_for_the_day_stops_no_other(law, samples):
    case, on = samples["bayern-familie"], date(2022, 12, 30)
    found = assessment.assess(law, case, on)
    assert found.title("25b_1").verdict is not None
    lacking = found.title("25_1")
    assert lacking.verdict is None
    said = FindingWords(law.pack, printing.texts_of("de")).sentence(lacking)
    assert said.startswith("§\N{NO-BREAK SPACE}25 Abs. 1 AufenthG ist vor dem 31.12.2022 nicht abgedeckt")
    assert "25_1" not in {
        name for each in assessment.open_questions(law, found, case) for name in each.titles
    }
    text = report.as_text(law, case, found, printing.texts_of("de"), today=TODAY)
    closed, _, uncovered = text.partition("VON DIESEM REGELPAKET NICHT ABGEDECKT")
    assert "[25_1]" in uncovered
    assert "[25_1]" not in closed
    assert "[25b_1]" in closed
    assert "[25b_1]" not in uncovered
    data = {
        each["id"]: each
        for each in summary.as_data(law, case, found, printing.texts_of("de"), today=TODAY)["titles"]
    }
    assert data["25_1"]["verdict"] is None
    assert data["25_1"]["not_covered"] == said
    assert data["25b_1"]["not_covered"] is None
    assert all(each.not_covered is None for each in assessment.assess(law, case, TODAY).titles)


def test_only_covered_titles_are_looked_at_and_printed(law, samples):
    case, on = samples["bayern-familie"], date(2022, 12, 30)
    found = assessment.assess(law, case, on)
    assert assessment.in_view(case, found).not_covered is None
    wanting = replace(case, requests=(Request("25_1", GRANT),))
    assert assessment.in_view(wanting, found).not_covered is None
    with pytest.raises(NotCovered):
        assessment.in_view(case, found, "25_1")
    assert "25_1" not in printing.choices(law, found).titles
    assert "25b_1" in printing.choices(law, found).titles
    with pytest.raises(NotCovered):
        printing.defaults(law, case, found, title="25_1")
    choice = printing.defaults(law, case, found, kind="reasons").but(title_id="25_1")
    with pytest.raises(NotCovered):
        printing.sheet(law, case, choice, today=on)
    with pytest.raises(NotCovered):
        assessment.in_view(case, assessment.assess(law, case, date(2010, 1, 1)))


# Answers


def test_an_answer_is_added_with_its_origin(samples):
    case = samples["offene-fragen"]
    fuller = assessment.answered(
        case, "nationalities", ("NG",), by="mk", on=TODAY, proof=Proof.COPY, paper="duldung"
    )
    assert fuller.answer("nationalities") == Answer(
        ("NG",), by="mk", on=TODAY, proof=Proof.COPY, paper="duldung"
    )
    assert "nationalities" not in case.facts


def test_an_answer_can_be_that_there_is_none(samples):
    case = assessment.answered(
        samples["sachsen-pflege"], "entry_date", Unknown.WILL_NOT_SAY, by="mk", on=TODAY
    )
    assert case.value("entry_date") is None


def test_answering_the_best_questions_settles_a_title(law, samples):
    """The questions are the right ones: with their answers "facts missing" ends."""
    case = samples["offene-fragen"]
    before = assessment.assess(law, case, TODAY, title="25_3").titles[0]
    assert before.verdict is Verdict.FACTS_MISSING
    from desktop.cases.decisions import AsylumProcedure

    filed, decided = (PartialDate.exactly(day) for day in (date(2019, 12, 10), date(2021, 3, 1)))
    procedure = AsylumProcedure("first", filed, decided, decided, "ban_60_5")
    for name, value in (
        ("asylum_procedures", (procedure,)),
        ("removal_ban_source", "bamf"),
        ("protection_ended", "continues"),
        ("entry_bans", ()),
        ("order_58a", False),
    ):
        now = assessment.assess(law, case, TODAY, title="25_3").titles[0]
        assert name in now.open or name == "removal_ban_source"
        case = assessment.answered(case, name, value, by="mk", on=TODAY)
    after = assessment.assess(law, case, TODAY, title="25_3").titles[0]
    assert after.verdict is Verdict.NEEDS_ASSESSMENT
    assert not after.open_inputs
    for name in after.open_judgements:
        case = assessment.judged(case, name, Ternary.NO, by="mk", on=TODAY, reason="kein Hinweis")
    assert assessment.assess(law, case, TODAY, title="25_3").titles[0].verdict is Verdict.SHOULD_BE_GRANTED


def test_a_judgement_is_set_and_taken_back(law, samples):
    case = samples["muenchen-abschiebungsverbot"]
    taken = assessment.judged(case, "security_concern", Ternary.UNKNOWN, by="mk", on=TODAY, reason="")
    assert "security_concern" not in taken.judgements
    assert assessment.assess(law, taken, TODAY).title("25_3").verdict is Verdict.NEEDS_ASSESSMENT
    bad = assessment.judged(taken, "security_concern", Ternary.YES, by="mk", on=TODAY, reason="Hinweis")
    assert assessment.assess(law, bad, TODAY).title("25_3").verdict is Verdict.NOT_AVAILABLE


def test_a_judgement_without_a_reason_does_not_count(law, samples):
    case = samples["muenchen-abschiebungsverbot"]
    case = assessment.judged(case, "security_concern", Ternary.NO, by="mk", on=TODAY, reason="")
    assert assessment.assess(law, case, TODAY).title("25_3").verdict is Verdict.NEEDS_ASSESSMENT


def test_a_case_about_which_nothing_is_known(law):
    case = CaseFile(Client("Niemand"))
    found = assessment.assess(law, case, TODAY)
    assert {each.verdict for each in found.titles} <= {Verdict.FACTS_MISSING, Verdict.NOT_AVAILABLE}
    assert assessment.open_questions(law, found, case)


def test_facts_of_a_case_for_a_table(law, samples):
    facts = assessment.facts_of(law, samples["hessen-haertefall"], TODAY, "25_4_2", EXTENSION)
    assert facts.fact("receives_benefits").value is True
    assert facts.fact("minor_applicant").value is False


def test_a_request_is_kept_whatever_else_changes(samples):
    case = samples["jena-aufnahmezusage"]
    assert replace(case, facts=MappingProxyType({})).request_for("23_2") == case.request_for("23_2")


# What holds today without a title


def test_the_status_held_is_part_of_every_assessment(law, samples):
    case = samples["muenchen-abschiebungsverbot"]
    found = assessment.assess(law, case, TODAY)
    assert found.status.codes == ("D60a_2_1",)
    assert {each.row.id for each in found.status.warnings} >= {"st_duty_remains"}
    alone = assessment.assess(law, case, TODAY, title="25_3")
    assert alone.status == found.status


def test_the_status_held_is_told_in_the_report_and_the_data(law, samples):
    case = samples["muenchen-abschiebungsverbot"]
    found = assessment.assess(law, case, TODAY)
    texts = printing.texts_of("de")
    lines = report.as_text(law, case, found, texts, today=TODAY).replace("\N{NO-BREAK SPACE}", " ")
    assert "Gilt heute: Duldung, weil Abschiebung unmöglich ist" in lines
    assert "[§ 60a Abs. 3, 4 AufenthG]" in lines
    data = summary.as_data(law, case, found, texts, today=TODAY)["status"]
    assert data["codes"] == ["D60a_2_1"]
    assert data["open"] is False
    assert {each["topic"] for each in data["consequences"]} >= {"work", "benefits", "residence", "time"}
    assert {"id", "cite", "text", "severity", "open"} == set(data["warnings"][0])


def test_nothing_is_told_about_a_status_while_a_title_is_held(law, samples):
    case = samples["hessen-haertefall"]
    found = assessment.assess(law, case, TODAY)
    assert not found.status.shown
    assert "Gilt heute" not in report.as_text(law, case, found, printing.texts_of("de"), today=TODAY)
