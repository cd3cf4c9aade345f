"""Invented people, an authority and letters for the tests of documents."""

from dataclasses import replace
from datetime import date

from desktop import resources
from desktop.cases.periods import PartialDate
from desktop.deadlines.authorities import Appointment, Channel, Originals
from desktop.documents.sheets import (
    Authority,
    Enclosure,
    Ground,
    LetterFlag,
    LetterKind,
    LetterSheet,
    Person,
    PresentPaper,
    Sender,
    Stamp,
    StayEffect,
)
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
