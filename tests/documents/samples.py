"""Invented people and sheets for the tests of documents."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop import resources
from desktop.cases.answers import Proof
from desktop.cases.applications import DecisionKind
from desktop.cases.periods import PartialDate
from desktop.deadlines.authorities import Appointment, Channel, Originals
from desktop.documents.sheets import (
    Authority,
    ChecklistSheet,
    ConsequenceLine,
    DateKind,
    DateLine,
    Enclosure,
    FeeGroup,
    FeeLine,
    Ground,
    JudgementLine,
    LetterFlag,
    LetterKind,
    LetterSheet,
    PaperGroup,
    PaperRow,
    Person,
    PresentPaper,
    ReasonLine,
    ReasonsSheet,
    Sender,
    SourceLine,
    SourcePair,
    Stamp,
    StayEffect,
    WarningLine,
)
from desktop.rules.fees import FeeOutcome
from desktop.rules.standing import Standing
from desktop.rules.tables import HandIn
from desktop.rules.verdict import Verdict
from desktop.texts import Language, Texts

TODAY = date(2026, 11, 22)
STAMP = Stamp(date(2026, 8, 19), TODAY, "Beratungsstelle Saaletal", approved=True)
PERSON = Person(
    name="Mohammad Nazar AL-AHMADI",
    original_name="محمد نظر الأحمدي",
    born=PartialDate.parse("1999-11-23"),
    nationality="Afghanistan",
    address=("Wagnergasse 36", "07743 Jena"),
    contact="0151 0000000",
    file_number="2026-0117",
    authority_file_number="33.2-12/345-B",
)
JENA = Authority(
    name="Stadt Jena",
    department="Ausländerbehörde",
    address=("Löbdergraben 12", "07743 Jena"),
    channels=(Channel.POST, Channel.EMAIL),
    email="antrag@auslaenderbehoerde.example",
    originals=Originals.NEVER,
    appointment=Appointment.ON_INVITATION,
    notes=("Belehrungsblatt unterschrieben beilegen.",),
    checked_on=date(2026, 6, 2),
)


def texts(language: Language) -> Texts:
    return Texts(language, resources.path("i18n"))


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

CLIENT_SENDER = Sender(
    PERSON.name,
    ("c/o Beratungsstelle Saaletal", "Wagnergasse 36", "07743 Jena"),
    "0151 0000000",
    "post@saaletal.example",
)
EXTENSION = LetterSheet(
    stamp=STAMP,
    kind=LetterKind.EXTENSION,
    person=PERSON,
    sender=CLIENT_SENDER,
    authority=JENA,
    cite="§ 25 Abs. 3 AufenthG",
    title="Abschiebungsverbot",
    effect=StayEffect.CONTINUES,
    present=PresentPaper(
        "Aufenthaltserlaubnis nach § 25 Abs. 3 AufenthG", "L1234567X", "Stadt Jena", date(2027, 1, 31)
    ),
    grounds=(
        Ground(
            "Das Abschiebungsverbot nach § 60 Abs. 5 AufenthG aus dem Bescheid vom 14.03.2023 besteht fort.",
            "§ 25 Abs. 3 und § 26 Abs. 2 AufenthG",
            (2,),
        ),
        Ground("Der Lebensunterhalt ist durch Arbeit gesichert.", "§ 2 Abs. 3 AufenthG", (3, 4)),
    ),
    flags=frozenset({LetterFlag.IDENTITY_CLEARED, LetterFlag.WAIVED_5_3, LetterFlag.GROUNDS_CONTINUE}),
    enclosures=(
        Enclosure("Aufenthaltstitel mit Zusatzblatt"),
        Enclosure("Bescheid des Bundesamts vom 14.03.2023"),
        Enclosure("Arbeitsvertrag"),
        Enclosure("Gehaltsabrechnungen August bis Oktober 2026"),
        Enclosure("Antragsformular", copy=False),
    ),
    to_follow=("Meldebestätigung",),
    reply_by=date(2026, 12, 18),
    place="Jena",
    client_confirmed_on=date(2026, 11, 20),
)
FIRST_ISSUE = replace(
    EXTENSION,
    kind=LetterKind.FIRST_ISSUE,
    cite="§ 25 Abs. 5 AufenthG",
    title="Ausreise unmöglich",
    effect=StayEffect.TOLERATION,
    alternative_cite="§ 25b Abs. 1 AufenthG",
    present=PresentPaper("Duldung nach § 60a Abs. 2 S. 1 AufenthG", "", "Stadt Jena", date(2026, 12, 15)),
    grounds=(
        Ground(
            "Die vollziehbare Ausreisepflicht besteht seit dem 02.05.2023.", "§ 25 Abs. 5 S. 1 AufenthG", (1,)
        ),
        Ground("Die Ausreise ist auf absehbare Zeit nicht möglich; Einzelheiten in der Anlage.", "", (2,)),
    ),
    flags=frozenset({LetterFlag.IDENTITY_EFFORTS, LetterFlag.ASK_WAIVER_5_3, LetterFlag.COPIES_ONLY}),
    enclosures=(
        Enclosure("Duldung"),
        Enclosure("Bescheinigungen der Botschaft"),
        Enclosure("Nachweise über Passbeschaffung"),
    ),
    fee_waiver_cite="§ 53 Abs. 2 AufenthV",
)
AFTER_104C = replace(
    EXTENSION,
    kind=LetterKind.AFTER_104C,
    cite="§ 25b Abs. 1 AufenthG",
    title="Nachhaltige Integration",
    alternative_cite="§ 25a Abs. 1 AufenthG",
    present=PresentPaper(
        "Aufenthaltserlaubnis nach § 104c AufenthG", "L7654321Y", "Stadt Jena", date(2027, 1, 31)
    ),
    grounds=(
        Ground(
            "Aufenthalt von mehr als sechs Jahren ohne schädliche Unterbrechung, seit dem 02.05.2019.",
            "§ 25b Abs. 1 S. 2 Nr. 1 und Abs. 7 AufenthG",
            (2,),
        ),
        Ground(
            "Bekenntnis zur freiheitlichen demokratischen Grundordnung",
            "§ 25b Abs. 1 S. 2 Nr. 2 AufenthG",
            (3,),
        ),
        Ground(
            "Test „Leben in Deutschland“ bestanden am 11.06.2025", "§ 25b Abs. 1 S. 2 Nr. 2 AufenthG", (4,)
        ),
        Ground(
            "Überwiegende Sicherung des Lebensunterhalts durch Arbeit",
            "§ 25b Abs. 1 S. 2 Nr. 3 AufenthG",
            (5, 6),
        ),
        Ground("Mündliche Deutschkenntnisse auf der Stufe B1", "§ 25b Abs. 1 S. 2 Nr. 4 AufenthG", (7,)),
        Ground("Tatsächlicher Schulbesuch der Kinder", "§ 25b Abs. 1 S. 2 Nr. 5 AufenthG", (8,)),
    ),
    flags=frozenset({LetterFlag.IDENTITY_CLEARED, LetterFlag.COPIES_ONLY}),
    enclosures=tuple(
        Enclosure(name)
        for name in (
            "Aufenthaltstitel mit Zusatzblatt",
            "Duldungen und Aufenthaltsgestattungen seit 2019",
            "Bekenntnis zur Grundordnung",
            "Zertifikat „Leben in Deutschland“",
            "Arbeitsvertrag",
            "Gehaltsabrechnungen August bis Oktober 2026",
            "Sprachzertifikat B1",
            "Schulbescheinigungen",
        )
    ),
    fee_exempt_cite="§ 53 Abs. 1 Nr. 1 AufenthV",
)
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
