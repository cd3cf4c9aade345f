"""Points of law that are not settled: from a client's answers to what the services say, in both languages.

The numbers are those of the list of unsettled points the pack was written from. Where a point decides a
title, the program never says yes or no by itself; where it is about what follows, it is shown as open or
disputed; where it is about practice, the program says what it does not examine and promises nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.rules.conditions import Leaf
from desktop.rules.results import TitleResult
from desktop.rules.sources import practice_for
from desktop.services import assessment, printing, summary
from desktop.services.reference import load_reference
from desktop.services.words.findings import FindingWords
from desktop.texts import Language
from tests.law.test_boundaries import EXTENSION, GRANT, TODAY, client, status
from tests.law.test_boundaries_25a import TOLERATED, young
from tests.law.test_employment_duldung import FAMILY, at_work
from tests.law.test_settlement import refugee, settled, subsidiary

pytestmark = pytest.mark.law

REFERENCE = load_reference()


@dataclass(frozen=True)
class Told:
    """What the services say of one title of a case."""

    title: str
    case: CaseFile
    on: date = TODAY
    kind: DecisionKind = GRANT

    def result(self) -> TitleResult:
        found = assessment.assess(REFERENCE, self.case, self.on, title=self.title, decision=self.kind)
        return found.titles[0]

    @property
    def verdict(self) -> str:
        found = self.result().verdict
        assert found is not None
        return found.value

    def rows(self) -> dict[str, bool]:
        """Consequences and warnings that are shown; True for one of which it is open whether it applies."""
        result = self.result()
        follows = {each.row.id: each.open for each in result.consequences}
        return follows | {each.row.id: each.open for each in result.warnings}

    def said(self, language: Language) -> str:
        """Every sentence about the title: reasons with their notes, warnings, what follows, practice."""
        return "\n".join(self._sentences(language)).replace("\u00a0", " ")

    def _sentences(self, language: Language) -> Iterator[str]:
        texts = printing.texts_of(language)
        found = assessment.assess(REFERENCE, self.case, self.on, title=self.title, decision=self.kind)
        result = found.titles[0]
        (data,) = summary.as_data(REFERENCE, self.case, found, texts, today=self.on)["titles"]
        yield data["sentence"]
        for key in ("reasons", "warnings", "consequences"):
            yield from (each["text"] for each in data[key])
        words = FindingWords(REFERENCE.pack, texts)
        for reason in result.reasons():
            yield from words.notes(reason.value)
            if isinstance(reason.node, Leaf) and reason.node.note is not None:
                yield texts.pick(reason.node.note)
        if result.winner is not None and result.winner.route.note is not None:
            yield texts.pick(result.winner.route.note)
        if result.winner is not None:
            yield texts.pick(result.winner.route.title)
        if result.version is not None and result.version.note is not None:
            yield texts.pick(result.version.note)
        land = str(self.case.value("land") or "")
        for note in practice_for(REFERENCE.pack, self.title, self.on, land):
            yield texts.pick(note.text)


def decides(told: Told, expected: str, leaf: str, de: str, en: str) -> None:
    """The verdict, the leaf among its reasons, and the reason in German and in English."""
    assert told.verdict == expected
    assert leaf in {getattr(each.node, "id", "") for each in told.result().reasons()}
    assert de in told.said("de")
    assert en in told.said("en")


def shows(told: Told, row: str, de: str, en: str, *, open_: bool = False) -> None:
    """A consequence or warning is shown, certain or open, and says why in both languages."""
    assert told.rows().get(row) is open_, told.rows()
    assert de in told.said("de")
    assert en in told.said("en")


PROCEDURE = {"kind": "first", "filed_on": "2024-01-10", "decided_on": "2026-04-01", "final_on": "2026-05-01"}
HELD_104C = [
    status("D60a_2_1", "2018-01-01", "2025-11-01"),
    status("title:104c_holder", "2025-11-01", "2027-05-01"),
]


def recognised(outcome: str, title: str, **facts: Any) -> CaseFile:
    return client(
        asylum_procedures=[PROCEDURE | {"outcome": outcome, "own_status": "yes"}],
        status_periods=[status(f"title:{title}", "2026-06-01", "2029-06-01", issued_by="abh")],
        **facts,
    )


def family_of_a_refugee(title: str = "25_2_1", **facts: Any) -> CaseFile:
    finding = {"outcome": "family_art23", "own_status": "no", "anchor_status": "refugee"}
    found = PROCEDURE | {"filed_on": "2021-06-20", "decided_on": "2023-10-01", "final_on": "2023-10-15"}
    return settled(
        asylum_procedures=[found | finding],
        status_periods=[status(f"title:{title}", "2023-11-01", "2026-12-31", issued_by="abh")],
        **facts,
    )


# 1


@pytest.mark.parametrize(
    ("on", "row"),
    [
        (date(2027, 7, 22), "family_suspended"),
        (date(2027, 7, 23), "family_suspended"),
        (date(2027, 7, 24), "family_36a"),
    ],
)
def test_01_the_suspension_of_reunification_and_its_wording(on: date, row: str) -> None:
    told = Told("25_2_2", recognised("subsidiary", "25_2_2"), on, EXTENSION)
    assert {each for each in told.rows() if each in ("family_suspended", "family_36a")} == {row}
    if row == "family_suspended":
        shows(
            told,
            row,
            "Der Wortlaut verweist noch auf die frühere Satzzählung",
            "The wording still points to the earlier",
        )
    assert not {"family_privileged", "family_waiver_mandatory"} & set(told.rows())


# 2


@pytest.mark.parametrize(
    ("decided", "ground", "expected"),
    [
        ("2024-02-27", "3", "not_available"),
        ("2024-02-28", "3", "needs_assessment"),
        ("2026-06-11", "3", "needs_assessment"),
    ],
)
def test_02_rejections_between_two_texts(decided: str, ground: str, expected: str) -> None:
    rejected = {"kind": "first", "filed_on": "2023-01-01", "decided_on": decided, "final_on": decided}
    case = client(
        {"departure_impossible": "yes", "obstacle_not_ending_soon": "yes"},
        status_periods=[status("D60a_2_1", "2018-01-01")],
        asylum_procedures=[rejected | {"outcome": "rejected_mu", "mu_ground": ground}],
        obstacles="none",
    )
    told = Told("25_5", case)
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(told, expected, "G10_3_2", "Eine Übergangsregel fehlt", "there is no transitional rule")


# 3


@pytest.mark.parametrize(
    ("outcome", "title"), [("art16a", "25_1"), ("refugee", "25_2_1"), ("subsidiary", "25_2_2")]
)
def test_03_residence_duty_after_older_recognitions(outcome: str, title: str) -> None:
    case = recognised(outcome, title, assigned_land="TH", exemptions_12a="none")
    told = Told(title, case, kind=EXTENSION)
    shows(told, "residence_12a_open", "Wortlaut offen", "Wording open", open_=True)
    assert told.rows().get("residence_12a_reg") is not False


# 4


def test_04_the_clause_for_family_is_a_reading() -> None:
    told = Told("25_2_1", family_of_a_refugee(), kind=EXTENSION)
    assert told.verdict == "entitlement_indicated"
    assert "Diese Zuordnung ist eine Auslegung" in told.said("de")
    assert "That assignment is a reading" in told.said("en")


@pytest.mark.parametrize(
    ("row", "de", "en"),
    [
        (
            "validity_family_art23",
            "das EU-Recht begrenzt auf das Ablaufdatum",
            "EU law limits to the expiry date",
        ),
        ("family_privileged_art23", "ist offen, ob die Dreimonatsregel gilt", "it is open whether"),
        ("travel_family", "ist das Reisedokument offen", "the travel document is open"),
        (
            "lapse_abroad_family",
            "ist offen, ob dieser Schutz gilt",
            "it is open whether this protection applies",
        ),
        ("revocation_family", "ist offen", "is open"),
        ("path_eu_open_family", "ist offen", "is open"),
        ("art23_variant", "kein eigener Schutzstatus", "no protection status of one's own"),
    ],
)
def test_04_what_follows_for_family_is_open(row: str, de: str, en: str) -> None:
    told = Told("25_2_1", family_of_a_refugee(), kind=EXTENSION)
    shows(told, row, de, en)
    own_status = {"travel_refugee", "lapse_abroad_refugee", "revocation_protected", "path_eu_long_term"}
    assert not own_status & set(told.rows())


@pytest.mark.parametrize("title", ["26_3_5y", "26_3_3y"])
def test_04_settlement_permit_for_family(title: str) -> None:
    case = family_of_a_refugee(language_proofs=[{"level": "C1", "skill": "full"}])
    decides(Told(title, case), "needs_assessment", "own_or_family", "ist ungeklärt", "is unsettled")


# 5


@pytest.mark.parametrize(
    ("filed", "expected"),
    [("2025-12-30", "needs_assessment"), ("2025-12-31", "not_available"), ("2026-01-01", "not_available")],
)
def test_05_old_applications_for_104c(filed: str, expected: str) -> None:
    filing = [{"title_id": "104c_holder", "decision_kind": "grant", "filed_on": filed}]
    told = Told("104c_holder", client(status_periods=[status("D60a_2_1", "2016-01-01")], applications=filing))
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(told, expected, "old_application_open", "ist umstritten", "is disputed")


def test_05_another_title_while_104c_runs() -> None:
    banned = client(status_periods=HELD_104C, removal_ban_source="abh", removal_ban_kind="60_5")
    long_ago = [
        status("title:25_5", "2018-01-01", "2025-11-01"),
        status("title:104c_holder", "2025-11-01", "2027-05-01"),
    ]
    for title, case in (("25_3", banned), ("26_4", settled(status_periods=long_ago))):
        told = Told(title, case)
        decides(told, "needs_assessment", "during_104c", "ist ungeklärt", "is unsettled")
        assert told.rows()["104c_other_application"] is False


def test_05_a_settlement_permit_without_104c_is_discretion() -> None:
    assert Told(
        "26_4", settled(status_periods=[status("title:25_5", "2018-01-01", "2027-11-01")])
    ).verdict == ("discretion_open")


@pytest.mark.parametrize(
    ("title", "row"), [("25b_1", "104c_conditions_when"), ("25a_1", "104c_conditions_when_25a")]
)
def test_05_when_the_conditions_must_be_met(title: str, row: str) -> None:
    case = client(status_periods=HELD_104C) if title == "25b_1" else young(status_periods=HELD_104C)
    told = Told(title, case, kind=EXTENSION)
    assert told.verdict == "should_be_granted"
    shows(told, row, "ist umstritten", "is disputed")


# 6


@pytest.mark.parametrize(
    ("periods", "leaf", "de", "en"),
    [
        ([status("D_material", "2022-01-01")],
         "tolerated_12_months", "Ob das genügt, ist nicht geklärt", "Whether that suffices is not settled"),
        ([status("gestattung", "2022-01-01", "2025-01-01"), status("F81_3_2", "2025-01-01")],
         "tolerated_12_months", "Ob das Besitz einer Duldung ist", "possession of a Duldung is not settled"),
        ([status("D60a_2_1", "2022-01-01", "2025-09-15"), status("D60b", "2025-09-15", "2026-09-15"),
          status("D60a_2_1", "2026-09-15")],
         "tolerated_12_months", "Ob die Zeit davor zählt, ist umstritten", "is disputed"),
    ],
)  # fmt: skip
def test_06_twelve_months_of_duldung(periods: list[dict[str, Any]], leaf: str, de: str, en: str) -> None:
    decides(Told("25a_1", young(status_periods=periods)), "needs_assessment", leaf, de, en)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2012-11-23", "needs_assessment"),
        ("2012-11-22", "should_be_granted"),
        ("2012-11-21", "should_be_granted"),
    ],
)
def test_06_the_youngest_age_is_no_number_of_the_statute(born: str, expected: str) -> None:
    told = Told("25a_1", young(birth_date=born))
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(told, expected, "old_enough", "Das Gesetz nennt keine Zahl", "The statute names no number")


# 7


@pytest.mark.parametrize(
    ("again", "expected"), [("2023-03-08", "should_be_granted"), ("2023-03-09", "needs_assessment")]
)
def test_07_gaps(again: str, expected: str) -> None:
    told = Told(
        "25b_1",
        client(status_periods=[status("D60a_2_1", "2019-01-01", "2023-03-01"), status("D60a_2_1", again)]),
    )
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(told, expected, "stay_single", "muss im Einzelfall begründet werden", "has to be argued")


@pytest.mark.parametrize("title", ["23a", "25_3", "25_4a_1", "25_5", "25a_1", "25b_4"])
def test_07_holders_of_other_permits(title: str) -> None:
    held = [status(f"title:{title}", "2018-01-01", "2027-06-01", issued_by="abh")]
    told = Told("25b_1", client(status_periods=held))
    decides(told, "needs_assessment", f"other_{title}", "vom Wortlaut nicht erfasst", "outside the wording")
    assert told.rows()["other_permit_25b"] is False


def test_07_a_claim_without_a_paper() -> None:
    told = Told("25b_1", client(status_periods=[status("D_material", "2018-01-01")]))
    decides(
        told,
        "needs_assessment",
        "tolerated_now",
        "zuerst die Duldung bescheinigen lassen",
        "have the Duldung certified",
    )


# 8

STUCK = {"departure_impossible": "yes", "obstacle_not_ending_soon": "yes"}


def stuck(judgements: dict[str, str] | None = None, **facts: Any) -> CaseFile:
    known: dict[str, Any] = {"status_periods": [status("D60a_2_1", "2018-01-01")], "obstacles": "none"}
    return client(STUCK | (judgements or {}), **(known | facts))


def test_08_roots_are_a_judgement() -> None:
    told = Told("25_5", stuck({"departure_impossible": "unknown"}))
    decides(told, "needs_assessment", "impossible", "wie weit, ist umstritten", "how far is disputed")


def test_08_fault_is_a_judgement() -> None:
    statement = [{"from": "2023-01-01", "intentional": "no"}]
    told = Told("25_5", stuck(false_statements=statement))
    assert told.verdict == "needs_assessment"
    assert "fault" in {getattr(each.node, "id", "") for each in told.result().reasons()}


def test_08_months_under_60b_are_never_certain() -> None:
    told = Told("25_5", stuck(status_periods=[status("D60b", "2023-01-01")]))
    assert told.verdict == "discretion_open"
    shows(told, "60b_in_25_5", "ist offen", "is open")


# 9


def test_09_other_permits_and_discretion() -> None:
    periods = [
        status("title:24", "2021-11-01", "2024-06-01"),
        status("title:25_5", "2024-06-01", "2027-06-01"),
    ]
    told = Told("26_4", settled(status_periods=periods))
    assert told.verdict == "needs_assessment"
    assert "time_other_counts" in {getattr(each.node, "id", "") for each in told.result().reasons()}
    shows(told, "settlement_other_permits", "nicht abschließend geklärt", "is not finally settled")
    met = Told("26_4", subsidiary())
    assert met.verdict == "discretion_open"
    assert "Ermessen, auch wenn alles erfüllt ist" in met.said("de")
    assert "Discretion even where everything is met" in met.said("en")


# 10


@pytest.mark.parametrize("title", ["25b_1", "26_3_5y", "26_3_3y"])
def test_10_percentages_are_said_to_be_practice(title: str) -> None:
    told = Told(title, refugee() if title != "25b_1" else client(status_periods=TOLERATED))
    assert "51 Prozent" in told.said("de")
    assert "51 percent" in told.said("en")


@pytest.mark.parametrize(
    ("net", "expected"),
    [
        ("750", "not_available"),
        ("751", "needs_assessment"),
        ("1124", "needs_assessment"),
        ("1125", "entitlement_indicated"),
    ],
)
def test_10_by_far_predominantly(net: str, expected: str) -> None:
    job = [{"from": "2020-01-01", "hours_week": "30", "gross": "1500", "net": net, "insured": "yes"}]
    told = Told(
        "26_3_3y", refugee(employment_periods=job, language_proofs=[{"level": "C1", "skill": "full"}])
    )
    assert told.verdict == expected
    assert "manche als 80 Prozent" in told.said("de")
    if expected == "needs_assessment":
        decides(told, expected, "livelihood_far", "keine Zahl des Gesetzes", "no number of the statute")


# 11


def ukrainian(**facts: Any) -> CaseFile:
    known: dict[str, Any] = {
        "entry_date": "2025-05-01",
        "ukr_group": "ukr_national",
        "ukr_stay_2022_02_24": "in_ukraine",
        "ukr_first_entry_on": "2025-05-01",
        "protection_in_other_member_state": "no",
        "tp_group": "ukr_national",
        "willing_to_be_admitted": "yes",
        "status_periods": [status("title:24", "2025-06-01", "2027-03-05", issued_by="abh")],
    }
    return client({"exclusion_60_8": "no"}, **(known | facts))


def test_11_benefits_after_the_bill() -> None:
    shows(
        Told("24", ukrainian(), kind=EXTENSION),
        "benefits_24_bill",
        "Vor der Auskunft prüfen",
        "Check before advising",
    )


def test_11_membership_in_a_group() -> None:
    told = Told("24", ukrainian(tp_group="unsure"))
    decides(
        told,
        "needs_assessment",
        "group_unsure",
        "Zugehörigkeit zur Gruppe unsicher",
        "Membership in the group uncertain",
    )


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2027, 3, 3), "entitlement_indicated"),
        (date(2027, 3, 4), "entitlement_indicated"),
        (date(2027, 3, 5), "needs_assessment"),
    ],
)
def test_11_what_follows_the_end_of_eu_protection(on: date, expected: str) -> None:
    told = Told("24", ukrainian(), on, EXTENSION)
    assert told.verdict == expected
    if expected == "needs_assessment":
        shows(
            told,
            "validity_24_open",
            "muss am neuen Recht geprüft werden",
            "must be checked against the new law",
        )


# 12


@pytest.mark.parametrize(
    ("on", "row"),
    [
        (date(2026, 2, 8), ""),
        (date(2026, 2, 9), "course_stop_2026"),
        (date(2026, 12, 31), "course_stop_2026"),
        (date(2027, 1, 1), "course_after_2026"),
    ],
)
def test_12_admission_to_courses(on: date, row: str) -> None:
    told = Told("25a_1", young(), on)
    assert {each for each in told.rows() if each in ("course_stop_2026", "course_after_2026")} == (
        {row} if row else set()
    )
    assert "course_admission" in told.rows()
    if row == "course_after_2026":
        shows(told, row, "ist nicht bekannt", "is not known")
        assert "Im Haushaltsjahr 2026" not in told.said("de").replace("nach dem Haushaltsjahr 2026", "")


@pytest.mark.parametrize(
    ("on", "row"),
    [(date(2026, 12, 31), "course_ended_stop_2026"), (date(2027, 1, 1), "course_ended_after_2026")],
)
def test_12_an_entitlement_that_ended_leaves_admission_only(on: date, row: str) -> None:
    held = [status("title:25b_1", "2025-06-01", "2027-06-01", issued_on="2025-06-01", issued_by="abh")]
    told = Told("25b_1", client(status_periods=held, course_registration_prevented="no"), on, EXTENSION)
    assert told.rows()["course_ended"] is False
    both = {"course_ended_stop_2026", "course_ended_after_2026"}
    assert both & set(told.rows()) == {row}


# 13


@pytest.mark.parametrize("title", ["22_2", "23_2", "23_4"])
def test_13_commitments_are_not_promised(title: str) -> None:
    basis = {"22_2": "22_2_declaration"}.get(title, f"{title}_commitment")
    told = Told(
        title, client(admission_basis=basis, admission_doc_date="2022-12-01", commitment_withdrawn="yes")
    )
    assert told.verdict not in ("entitlement_indicated", "should_be_granted", "discretion_open")
    assert "Niemandem eine Aufnahme versprechen" in told.said("de")
    assert "Promise admission to nobody" in told.said("en")
    shows(told, "commitment_withdrawn", "Nichts zusagen", "Promise nothing")


# 14


@pytest.mark.parametrize(("basis", "row"), [("11_6", "entry_ban_liftable"), ("11_5a", "entry_ban_excluded")])
def test_14_lifting_of_an_entry_ban_is_not_promised(basis: str, row: str) -> None:
    told = Told("25_5", stuck(entry_bans=[{"basis": basis, "from": "2025-01-01"}]))
    assert told.verdict == "not_available"
    assert told.rows()[row] is False
    assert (told.result().without_bar is not None) is (row == "entry_ban_liftable")


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [("unknown", "needs_assessment"), ("yes", "entitlement_indicated"), ("no", "not_available")],
)
@pytest.mark.parametrize(
    ("outcome", "title"), [("art16a", "25_1"), ("refugee", "25_2_1"), ("subsidiary", "25_2_2")]
)
def test_14_security_and_protection(outcome: str, title: str, overrides: str, expected: str) -> None:
    case = client(
        {"security_concern": "yes", "protection_overrides_5_4": overrides},
        asylum_procedures=[PROCEDURE | {"outcome": outcome, "own_status": "yes"}],
        status_periods=[status("F25_1_3", "2026-05-01")],
    )
    told = Told(title, case)
    assert told.verdict == expected
    if expected == "needs_assessment":
        decides(
            told, expected, "protection_overrides_5_4", "nicht abschließend geklärt", "is not finally settled"
        )


def test_14_asylum_application_on_the_move_from_104c() -> None:
    pending = [{"kind": "first", "filed_on": "2026-10-05", "outcome": "pending"}]
    for title, case in (
        ("25b_1", client(status_periods=HELD_104C, asylum_procedures=pending)),
        ("25a_1", young(status_periods=HELD_104C, asylum_procedures=pending)),
    ):
        for kind in (GRANT, EXTENSION):
            told = Told(title, case, kind=kind)
            de = "ob damit § 10 Abs. 2 statt der Sperre des Absatzes 1 gilt, ist offen"
            en = "whether § 10(2) then applies instead of the bar of subsection 1 is open"
            decides(told, "needs_assessment", "G10_104c_pending", de, en)


def test_14_a_listed_rejection_at_the_settlement_permit() -> None:
    rejected = {
        "kind": "first",
        "filed_on": "2015-01-01",
        "decided_on": "2016-12-01",
        "final_on": "2017-01-01",
    }
    case = settled(
        asylum_procedures=[rejected | {"outcome": "rejected_mu", "mu_ground": "1"}],
        status_periods=[status("title:25b_1", "2021-11-22", "2027-11-22")],
    )
    decides(
        Told("26_4", case),
        "needs_assessment",
        "G10_3_2",
        "Ob das gewollt ist, ist offen",
        "Whether that is intended is open",
    )


# 15


@pytest.mark.parametrize("title", ["23a", "25a_1", "25a_2_parent", "25b_1", "26_3_3y"])
def test_15_decrees_of_the_laender_change_no_verdict_and_are_said_to_be_left_out(title: str) -> None:
    verdicts = set()
    for land in ("NI", "BE", "TH", "BY"):
        told = Told(
            title,
            young(land=land) if title.startswith("25a") else client(status_periods=TOLERATED, land=land),
        )
        verdicts.add(told.verdict)
        assert "Erlasse der Länder prüft dieses Programm nicht" in told.said("de")
        assert "This program does not examine decrees of the Länder" in told.said("en")
    assert len(verdicts) == 1


def test_15_a_note_of_one_land_is_shown_there_only() -> None:
    for land, shown in (("NI", True), ("BY", False)):
        told = Told("25a_2_parent", client(status_periods=TOLERATED, land=land))
        assert ("Niedersachsen verlangt" in told.said("de")) is shown


# 16


@pytest.mark.parametrize(
    ("facts", "leaf"),
    [
        ({"fdgo_declaration_on": "none"}, "fdgo_declaration"),
        ({"civic_proof": {"type": "none"}}, "civic_knowledge"),
    ],
)
def test_16_signs_of_integration_after_the_duldung_for_employment(facts: dict[str, Any], leaf: str) -> None:
    told = Told("25b_6", at_work(**facts))
    assert told.verdict == "needs_assessment"
    assert leaf in {getattr(each.node, "id", "") for each in told.result().reasons()}
    if leaf == "fdgo_declaration":
        decides(
            told,
            "needs_assessment",
            leaf,
            "ist offen; es steht deshalb nie hart entgegen",
            "is open; so it never stands hard",
        )


def test_16_own_thirty_months_of_the_family() -> None:
    case = client(
        {"anchor_meets_25b_6": "yes"},
        status_periods=[status("D60d", "2026-05-22")],
        employment_periods="none",
        family_members=FAMILY,
    )
    told = Told("25b_6", case)
    decides(
        told,
        "needs_assessment",
        "family_time_accepted",
        "Der Wortlaut lässt offen",
        "The wording leaves open",
    )
    shows(told, "60d_family_reading", "ist offen", "it is open")


# 17


@pytest.mark.parametrize(
    ("judged", "expected"),
    [("unknown", "needs_assessment"), ("yes", "not_available"), ("no", "entitlement_indicated")],
)
def test_17_entzug_and_the_three_year_way(judged: str, expected: str) -> None:
    days = {"filed_on": "2021-11-20", "decided_on": "2023-10-15", "final_on": "2023-11-01"}
    case = settled(
        {"entzug_notice_blocks_3y": judged},
        asylum_procedures=[PROCEDURE | days | {"outcome": "refugee"}],
        status_periods=[status("title:25_2_1", "2023-12-01", "2027-12-01")],
        notice_73b3=["entzug"],
        language_proofs=[{"level": "C1", "skill": "full"}],
    )
    told = Told("26_3_3y", case)
    assert told.verdict == expected
    shows(told, "settlement_entzug", "ist ungeklärt", "is unsettled")
    if expected == "needs_assessment":
        decides(told, expected, "notice_entzug_blocks", "ungeklärt, zu prüfen", "unsettled, needs assessment")
    assert Told("26_3_5y", case, date(2026, 12, 19)).verdict == "not_available"
