"""A sheet of reasons with every kind of line; and all sample sheets."""

from datetime import date

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.documents.reasons_sheet import (
    ConsequenceLine,
    JudgementLine,
    ReasonLine,
    ReasonsSheet,
    SourceLine,
    SourcePair,
    WarningLine,
)
from desktop.rules.standing import Standing
from desktop.rules.verdict import Verdict
from tests.documents.sample_checklist import CHECKLIST
from tests.documents.samples import AFTER_104C, EXTENSION, FIRST_ISSUE, PERSON, STAMP, TODAY

REASONS = ReasonsSheet(
    stamp=STAMP,
    person=PERSON,
    title="Nachhaltige Integration",
    cite="§ 25b Abs. 1 AufenthG",
    occasion=DecisionKind.GRANT,
    assessed_for=TODAY,
    verdict=Verdict.NEEDS_ASSESSMENT,
    sentence="Soll-Vorschrift: Die Behörde erteilt in der Regel; zwei Punkte brauchen eine Einschätzung.",
    limited_by="Soll-Vorschrift",
    deciding=(
        ReasonLine(
            "Lebensunterhalt überwiegend durch Arbeit gesichert oder künftig gesichert",
            "§ 25b Abs. 1 S. 2 Nr. 3 AufenthG",
            Standing.NOT_JUDGED,
            "48 % durch Arbeit im Durchschnitt von drei Monaten",
            Proof.COPY,
            "Wohngeld schadet nicht.",
        ),
        ReasonLine(
            "Aufenthalt seit sechs Jahren ohne schädliche Unterbrechung",
            "§ 25b Abs. 1 S. 2 Nr. 1 AufenthG",
            Standing.DISPUTED,
            "74 Monate auf der großzügigen, 67 auf der sicheren Lesart",
            Proof.COPY,
            "Lücke vom 10.03.2021 bis 02.04.2021 (23 Tage).",
        ),
    ),
    open_points=(
        ReasonLine(
            "Schulbesuch der Kinder", "§ 25b Abs. 1 S. 2 Nr. 5 AufenthG", Standing.OPEN, "nicht gefragt"
        ),
        ReasonLine("Passpflicht", "§ 5 Abs. 1 Nr. 4 AufenthG", Standing.NOT_MET, "kein Pass", Proof.CLAIMED),
    ),
    met=(
        ReasonLine(
            "Mündliche Deutschkenntnisse A2",
            "§ 25b Abs. 1 S. 2 Nr. 4 AufenthG",
            Standing.MET,
            "B1",
            Proof.ORIGINAL,
        ),
        ReasonLine(
            "Keine vorsätzliche Täuschung", "§ 25b Abs. 2 Nr. 1 AufenthG", Standing.MET, "nichts bekannt"
        ),
        ReasonLine("Sicherung des Lebensunterhalts", "§ 5 Abs. 1 Nr. 1 AufenthG", Standing.NOT_REQUIRED),
    ),
    judgements=(
        JudgementLine(
            "Zumutbare Schritte zur Klärung der Identität unternommen",
            "ja",
            "M. Krause",
            date(2026, 11, 20),
            "Drei Vorsprachen bei der Botschaft, schriftlich belegt; Antwort steht seit Mai aus.",
            "§ 25b Abs. 8 S. 2 AufenthG",
        ),
    ),
    warnings=(
        WarningLine(
            "Nur ein Antrag nach § 25a oder § 25b lässt den Titel nach § 104c fortgelten.",
            "§ 104c Abs. 2 S. 3 AufenthG",
            strong=True,
        ),
        WarningLine("Die Frist zählt bis zum Tag der Entscheidung; früh stellen schadet nicht."),
    ),
    without_bar=Verdict.SHOULD_BE_GRANTED,
    bar_ends=("Das Asylverfahren wird unanfechtbar abgeschlossen (§ 10 Abs. 1 AufenthG).",),
    consequences=(
        ConsequenceLine("Gültigkeit", "höchstens zwei Jahre", "§ 25b Abs. 5 S. 1 AufenthG"),
        ConsequenceLine("Arbeit", "erlaubt, jede Beschäftigung und selbständig", "§ 4a Abs. 1 AufenthG"),
    ),
    source_pairs=(
        SourcePair(
            "Bayern, Merkblatt vom 07.11.2025",
            "§ 25b ist ein dauerhafter Aufenthaltstitel.",
            "Der Titel ist befristet, höchstens zwei Jahre je Erteilung.",
            "§ 25b Abs. 5 AufenthG",
            "unzutreffend",
        ),
        SourcePair(
            "Bayern, Merkblatt vom 07.11.2025",
            "Sechs Jahre, mit Kind vier.",
            "Zutreffend seit 31.12.2022.",
            judged="zutreffend",
        ),
    ),
    sources=(
        SourceLine("Aufenthaltsgesetz, konsolidierte Fassung", date(2026, 8, 19)),
        SourceLine("BVerwG 1 C 34.18"),
    ),
)
SHEETS = (CHECKLIST, EXTENSION, FIRST_ISSUE, AFTER_104C, REASONS)
