"""The case document: what it says comes back, and what is wrong with it is told with file, line and key."""

from datetime import date
from decimal import Decimal

import pytest

from desktop.cases.agenda import EntryKind
from desktop.cases.answers import Answer, Proof, Ternary, Unknown
from desktop.cases.applications import DecisionKind
from desktop.cases.document import Inputs, read
from desktop.cases.document_schema import schema
from desktop.cases.document_writing import to_yaml
from desktop.cases.letters import Arrival
from desktop.cases.periods import PartialDate
from desktop.cases.records import RECORDS
from desktop.cases.recordshapes import Record
from desktop.cases.shapes import Choice, Day, ListOf, Never, Number, YesNo
from desktop.errors import Problem, Problems

TODAY = date(2026, 11, 22)
INPUTS = Inputs(
    shapes={
        "birth_date": Day(),
        "fdgo_declaration_on": Day(or_none=True),
        "pending_investigation": YesNo(),
        "household_need": Number("EUR/month"),
        "health_insurance": Choice(("statutory", "private_sufficient", "none_at_all")),
        "status_periods": ListOf(Record(RECORDS["status_period"])),
        "identity_status": ListOf(Record(RECORDS["dated_value"])),
        "convictions": ListOf(Record(RECORDS["conviction"])),
    },
    judgements=frozenset({"temporary_purpose"}),
    derived=frozenset({"stay_25b_months"}),
    titles=frozenset({"25b_1", "25_3"}),
)
WHOLE = """\
bleibelotse: 1
client: {name: Amal Karim, language: prs, address: [Teststraße 1, 07743 Jena]}
facts:
  birth_date: 1999-11-23
  fdgo_declaration_on: none
  pending_investigation: will_not_say
  household_need: 1250.50
  health_insurance: {value: statutory, by: mk, on: 2026-11-01, proof: copy, paper: p1}
  status_periods:
    - {status_code: gestattung, from: 2019-05-02, to: 2021-03-10}
    - {status_code: "title:25_3", from: 2021-03, valid_until: 2027-01-24}
  identity_status: {value: cleared, on: 2024-05-01}
  convictions: none
judgements:
  temporary_purpose: {value: yes, by: mk, on: 2026-11-01, reason: Behandlung bis April}
waivers: {u1: {by: mk, on: 2026-11-02, reason: Lücke erklärt}}
papers: [{id: p1, code: health_insurance, state: copy, seen_on: 2026-11-01, valid_until: 2026-12-31}]
requests: [{title: 25b_1, decision_kind: grant, on: 2026-12-01}]
household: [{relation: child, file: other-case.yaml}]
letters: [{id: l1, decision: A1, arrival: delivered, served_on: 2026-12-02, period: 2, unit: weeks}]
entries: [{id: e1, kind: appointment, day: 2026-12-10, time: "14:30", what: Beratung}]
rest: {reason: wartet auf das Gericht, by: mk, on: 2026-11-01, until: 2027-02-01}
"""


def one_problem(text: str) -> str:
    with pytest.raises(Problem) as caught:
        read(text, "fall.yaml", INPUTS, TODAY)
    problem = caught.value
    assert not isinstance(problem, Problems) or len(problem.problems) == 1, str(problem)
    return str(problem)


def with_facts(facts: str) -> str:
    return f"bleibelotse: 1\nclient: {{name: A}}\nfacts:\n  {facts}\n"


def test_everything_is_read():
    case = read(WHOLE, "fall.yaml", INPUTS, TODAY)
    assert case.client.name == "Amal Karim"
    assert case.client.address == ("Teststraße 1", "07743 Jena")
    assert case.value("birth_date") == PartialDate.exactly(date(1999, 11, 23))
    assert case.value("fdgo_declaration_on") is Never.NONE
    assert case.answer("pending_investigation").value is Unknown.WILL_NOT_SAY
    assert case.value("pending_investigation") is None
    assert case.value("household_need") == Decimal("1250.50")
    insurance = case.answer("health_insurance")
    assert (insurance.value, insurance.proof, insurance.paper) == ("statutory", Proof.COPY, "p1")
    first, second = case.status_periods
    assert first.period.end == PartialDate.exactly(date(2021, 3, 10))
    assert second.title_id == "25_3"
    assert second.period.last_day == PartialDate.exactly(date(2027, 1, 24))
    assert case.value("identity_status")[0].value == "cleared"
    assert case.value("convictions") == ()
    assert case.judgements["temporary_purpose"].value is Ternary.YES
    assert case.judgements["temporary_purpose"].counts
    assert case.waivers["u1"].reason == "Lücke erklärt"
    assert case.papers[0].proof_on(date(2026, 12, 31)) is Proof.COPY
    assert case.papers[0].proof_on(date(2027, 1, 1)) is Proof.OUT_OF_DATE
    assert case.decision_kinds(["25b_1"], TODAY)["25b_1"] is DecisionKind.GRANT
    assert case.decision_kinds(["25_3"], date(2027, 1, 24))["25_3"] is DecisionKind.EXTENSION
    assert case.decision_kinds(["25_3"], date(2027, 1, 25))["25_3"] is DecisionKind.GRANT
    assert case.household[0].case == "other-case.yaml"
    (letter,) = case.letters
    assert (letter.arrival, letter.served_on, letter.period) == (Arrival.DELIVERED, date(2026, 12, 2), 2)
    (entry,) = case.entries
    assert entry.open
    assert entry.kind is EntryKind.APPOINTMENT
    assert entry.time == "14:30"
    assert case.rest is not None
    assert case.rest.covers(date(2027, 2, 1))
    assert not case.rest.covers(date(2027, 2, 2))


def test_what_is_written_reads_back_as_the_same_case():
    case = read(WHOLE, "fall.yaml", INPUTS, TODAY)
    assert read(to_yaml(case, INPUTS.shapes), "again.yaml", INPUTS, TODAY) == case


def test_json_is_read_too():
    text = '{"bleibelotse": 1, "client": {"name": "A"}, "facts": {"pending_investigation": false}}'
    assert read(text, "a.json", INPUTS, TODAY).value("pending_investigation") is False


def test_a_judgement_without_reason_does_not_count():
    text = "bleibelotse: 1\nclient: {name: A}\njudgements: {temporary_purpose: {value: yes, by: mk}}\n"
    assert not read(text, "a.yaml", INPUTS, TODAY).judgements["temporary_purpose"].counts


def test_a_missing_answer_is_not_asked():
    case = read("bleibelotse: 1\nclient: {name: A}\n", "a.yaml", INPUTS, TODAY)
    assert case.answer("birth_date") == Answer(Unknown.NOT_ASKED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (with_facts("birth_date: 1999-02-31"), ("line 4", "facts.birth_date", "1999-02-31", "calendar")),
        (with_facts("birth_date: 2026-11-23"), ("facts.birth_date", "future")),
        (with_facts("shoe_size: 43"), ("line 4", "facts.shoe_size", "no fact of this name")),
        (with_facts("stay_25b_months: 72"), ("follows from other facts",)),
        (with_facts("pending_investigation: perhaps"), ("yes or no", "perhaps")),
        (with_facts("household_need: -3"), ("-3", "not a number")),
        (
            with_facts("status_periods: [{status_code: gestattung, from: 2021-05-02, to: 2021-03-10}]"),
            ("facts.status_periods[1].to", "ends before it begins"),
        ),
        (with_facts("status_periods: [{status_code: gestattun, from: 2021-05-02}]"), ("gestattun",)),
        (with_facts("status_periods: [{status_code: gestattung}]"), ("“from” is missing",)),
        (with_facts("status_periods: [{status_code: none, from: 2020, colour: red}]"), ("“colour”",)),
        (
            "bleibelotse: 1\nclient: {name: A}\nletters: [{id: l, decision: A1, period: -3}]\n",
            ("letters[1].period", "-3"),
        ),
        (
            "bleibelotse: 1\nclient: {name: A}\nentries: [{id: e, kind: follow_up, day: 2026-04-31}]\n",
            ("entries[1].day", "2026-04-31"),
        ),
        ("bleibelotse: 1\nclient: {name: A}\nfact: {}\n", ("“fact”", "not known")),
        ("bleibelotse: 1\n", ("“client” is missing",)),
        ("bleibelotse: 2\nclient: {name: A}\n", ("newer format",)),
        ("hello: 1\n", ("not a case of Bleibelotse",)),
        ("[]", ("not a case of Bleibelotse",)),
        (f"bleibelotse: 1\nclient: {{name: {'A' * 5000}}}\n", ("at most 200 letters",)),
        ("bleibelotse: 1\nclient: {name: '\u202e'}\n", ("name is empty",)),
        ("bleibelotse: 1\nclient: {name: A}\nrequests: [{title: 99_9}]\n", ("99_9", "25_3, 25b_1")),
        ("bleibelotse: 1\nclient: {name: A}\nwaivers: {u1: {by: mk}}\n", ("waivers.u1", "“on” is missing")),
    ],
)
def test_faults_are_told_with_place_and_reason(text, words):
    message = one_problem(text)
    assert "fall.yaml" in message
    for word in words:
        assert word in message
    assert len(message) < 600


@pytest.mark.parametrize(
    "text", ["", "\x00\x01\x02", "a: [1", "a: &a [*a]", "[" * 5000, "- " * 3000, "{" * 3000]
)
def test_empty_cut_binary_and_hostile_documents_give_one_sentence(text):
    with pytest.raises(Problem):
        read(text, "fall.yaml", INPUTS, TODAY)


def test_all_faults_are_told_at_once():
    with pytest.raises(Problems) as caught:
        read(with_facts("birth_date: x\n  pending_investigation: y"), "fall.yaml", INPUTS, TODAY)
    assert len(caught.value.problems) == 2


def test_the_schema_names_every_input_and_refuses_others():
    made = schema(INPUTS)
    assert set(made["properties"]["facts"]["properties"]) == set(INPUTS.shapes)
    assert made["properties"]["facts"]["additionalProperties"] is False
    assert made["required"] == ["bleibelotse", "client"]
