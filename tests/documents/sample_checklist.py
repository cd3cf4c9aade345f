"""A checklist with every kind of paper, fee, date and consequence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.documents.sheets import (
    ChecklistSheet,
    DateKind,
    DateLine,
    FeeGroup,
    FeeLine,
    PaperGroup,
    PaperRow,
)
from desktop.rules.fees import FeeOutcome
from desktop.rules.tables import HandIn
from tests.documents.samples import JENA, PERSON, STAMP


def _papers() -> tuple[PaperGroup, ...]:
    return (
        PaperGroup(
            "Antrag und Person",
            (
                PaperRow(
                    "Antragsformular, vollständig ausgefüllt und unterschrieben",
                    "Ohne Unterschrift gilt der Antrag auf Papier als Entwurf.",
                    hand_in=HandIn.ORIGINAL,
                    ticked=True,
                    state=Proof.ORIGINAL,
                    state_on=date(2026, 11, 20),
                ),
                PaperRow(
                    "Pass oder Passersatz",
                    "Passpflicht und geklärte Identität",
                    "§ 3 und § 5 Abs. 1 Nr. 1a und Nr. 4 AufenthG",
                    ticked=True,
                    state=Proof.COPY,
                    state_on=date(2026, 11, 3),
                    valid_until=date(2031, 4, 30),
                ),
                PaperRow(
                    "Digitales biometrisches Lichtbild (QR-Code) oder Aufnahme in der Behörde",
                    "Seit dem 1. Mai 2025 nur noch digital",
                    "§ 60 Abs. 2 AufenthV",
                    hand_in=HandIn.DIGITAL,
                ),
                PaperRow(
                    "Aktueller Aufenthaltstitel mit Zusatzblatt",
                    "Zeigt, was bis wann gilt",
                    ticked=True,
                    state=Proof.COPY,
                    state_on=date(2026, 11, 3),
                    valid_until=date(2027, 1, 31),
                ),
                PaperRow(
                    "Meldebestätigung der Hauptwohnung", "Zuständigkeit der Behörde", hand_in=HandIn.COPY
                ),
                PaperRow(
                    "Nachweis über abweichende Schreibweisen des Namens",
                    "Der Name steht im Pass anders als auf der Karte.",
                    hand_in=HandIn.COPY,
                ),
            ),
        ),
        PaperGroup(
            "Aufenthalt und Integration",
            (
                PaperRow(
                    "Nachweise über die Aufenthaltszeiten, lückenlos",
                    "Sechs Jahre geduldet, gestattet oder erlaubt; vier mit minderjährigem ledigem Kind",
                    "§ 25b Abs. 1 S. 2 Nr. 1 AufenthG",
                    hand_in=HandIn.COPY,
                    ticked=True,
                    state=Proof.COPY,
                    state_on=date(2026, 11, 3),
                    note="Lücke 03/2021 klären",
                ),
                PaperRow(
                    "Sprachnachweis Deutsch, mindestens A2 mündlich",
                    "Mündliche Kenntnisse auf der Stufe A2",
                    "§ 25b Abs. 1 S. 2 Nr. 4 AufenthG",
                    state=Proof.SEEN,
                    state_on=date(2026, 11, 20),
                ),
                PaperRow(
                    "Test „Leben in Deutschland“ oder deutscher Schulabschluss",
                    "Grundkenntnisse der Rechts- und Gesellschaftsordnung",
                    "§ 25b Abs. 1 S. 2 Nr. 2 AufenthG",
                    state=Proof.CLAIMED,
                ),
                PaperRow(
                    "Bekenntnis zur freiheitlichen demokratischen Grundordnung",
                    "Wird in der Behörde unterschrieben, wenn kein Formular da ist",
                    "§ 25b Abs. 1 S. 2 Nr. 2 AufenthG",
                    hand_in=HandIn.ORIGINAL,
                ),
                PaperRow(
                    "Schulbescheinigungen der Kinder",
                    "Tatsächlicher Schulbesuch",
                    "§ 25b Abs. 1 S. 2 Nr. 5 AufenthG",
                    hand_in=HandIn.COPY,
                    ticked=True,
                    state=Proof.COPY,
                    state_on=date(2026, 10, 1),
                ),
                PaperRow(
                    "Teilnahmebescheinigung Integrationskurs",
                    "Nur bei Verpflichtung",
                    "§ 8 Abs. 3 AufenthG",
                    hand_in=HandIn.COPY,
                ),
                PaperRow(
                    "Nachweise über ehrenamtliches Engagement, Vereine oder Empfehlungsschreiben",
                    "Stützt die Prognose",
                    hand_in=HandIn.COPY,
                ),
            ),
        ),
        PaperGroup(
            "Lebensunterhalt und Wohnen",
            (
                PaperRow(
                    "Arbeitsvertrag oder verbindliches Angebot",
                    "Lebensunterhalt überwiegend durch Arbeit",
                    "§ 25b Abs. 1 S. 2 Nr. 3 AufenthG",
                    hand_in=HandIn.COPY,
                    ticked=True,
                    state=Proof.COPY,
                    state_on=date(2026, 11, 3),
                ),
                PaperRow("Die letzten drei Gehaltsabrechnungen", "Lebensunterhalt", hand_in=HandIn.COPY),
                PaperRow(
                    "Bescheinigung des Arbeitgebers über das ungekündigte Arbeitsverhältnis",
                    "Nicht älter als 14 Tage",
                    hand_in=HandIn.COPY,
                    state=Proof.OUT_OF_DATE,
                    state_on=date(2026, 9, 30),
                ),
                PaperRow(
                    "Leistungsbescheid (SGB II, SGB XII oder AsylbLG)",
                    "Ergänzende Leistungen und Gebühr",
                    "§ 53 AufenthV",
                    hand_in=HandIn.COPY,
                    ticked=True,
                    state=Proof.COPY,
                    state_on=date(2026, 11, 3),
                ),
                PaperRow(
                    "Krankenversicherungsnachweis",
                    "Sicherung des Lebensunterhalts",
                    "§ 2 Abs. 3 AufenthG",
                    hand_in=HandIn.COPY,
                ),
                PaperRow("Mietvertrag und Nachweis der aktuellen Miethöhe", "Bedarf", hand_in=HandIn.COPY),
                PaperRow("Nachweis von Unterhaltspflichten", "Bedarf", hand_in=HandIn.COPY),
            ),
        ),
        PaperGroup(
            "Familie, Vertretung, Weiteres",
            (
                PaperRow(
                    "Heirats- und Geburtsurkunden, Vaterschaftsanerkennung, mit Übersetzung",
                    "Familiäre Bindungen; Apostille, wo es sie gibt",
                    hand_in=HandIn.COPY,
                ),
                PaperRow("Sorgerechtsnachweis oder Zustimmung des anderen Elternteils", "Für die Kinder"),
                PaperRow(
                    "Vollmacht",
                    "Nur wenn wir für Sie schreiben; danach gehen förmliche Schreiben an uns",
                    "§ 7 Abs. 1 S. 2 VwZG",
                    hand_in=HandIn.COPY,
                ),
                PaperRow(
                    "Einverständnis zur Nutzung von E-Mail und Telefon", "Freiwillig", hand_in=HandIn.ORIGINAL
                ),
                PaperRow("Unterschriebenes Belehrungsblatt", hand_in=HandIn.ORIGINAL),
            ),
        ),
    )


CHECKLIST = ChecklistSheet(
    stamp=STAMP,
    person=PERSON,
    title="Nachhaltige Integration",
    cite="§ 25b Abs. 1 AufenthG",
    occasion=DecisionKind.EXTENSION,
    groups=_papers(),
    authority=JENA,
    fees=(
        FeeGroup(
            "Verlängerung",
            (
                FeeLine(
                    "Verlängerung um mehr als drei Monate",
                    Decimal(93),
                    FeeOutcome.EXEMPT,
                    "§ 45 Nr. 2 b AufenthV",
                    "Bescheid über Leistungen beilegen (§ 53 Abs. 1 AufenthV).",
                ),
                FeeLine(
                    "Wechsel des Aufenthaltszwecks",
                    Decimal(98),
                    FeeOutcome.DISCRETIONARY,
                    "§ 45 Nr. 3 AufenthV",
                    open=True,
                ),
            ),
            one_of=True,
            note="Welche Ziffer gilt, ist für den Übergang aus § 104c nicht geklärt.",
        ),
        FeeGroup(
            "Aufnahme des Lichtbilds in der Behörde",
            (FeeLine("Lichtbild", Decimal("6.00"), FeeOutcome.PAYABLE, "§ 48 Abs. 1 Nr. 16 AufenthV"),),
        ),
    ),
    dates=(
        DateLine(DateKind.VALID_UNTIL, date(2027, 1, 31)),
        DateLine(DateKind.SAFE_DAY, date(2026, 12, 4), note="acht Wochen vor Ablauf"),
        DateLine(DateKind.FILE_BY, date(2027, 1, 29), note="letzter Arbeitstag vor Ablauf"),
    ),
    notes=(
        "Ein anderer Antrag als nach § 25a oder § 25b AufenthG lässt den Titel nach § 104c AufenthG nicht"
        " fortgelten (§ 104c Abs. 2 S. 3 AufenthG).",
        "Die Duldungszeiten nach § 60b AufenthG zählen nur, solange der Titel nach § 104c gilt.",
    ),
)
DRAFT_CHECKLIST = replace(CHECKLIST, stamp=replace(STAMP, approved=False))
