"""The inputs of every document: plain texts, days and enums.

Texts are given in the language of the sheet; a document adds only its own headings. A text may hold
anything a person can type, control characters and other scripts included. Days are inclusive, as papers
print them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from ..cases.answers import Proof
from ..cases.applications import DecisionKind
from ..cases.periods import PartialDate
from ..deadlines.authorities import Appointment, Channel, Originals
from ..rules.fees import FeeOutcome
from ..rules.tables import HandIn
from ..texts import Language
from .letter_terms import LetterFlag as LetterFlag
from .letter_terms import LetterForm as LetterForm
from .letter_terms import LetterKind as LetterKind
from .letter_terms import Permit as Permit
from .letter_terms import SenderRole as SenderRole
from .letter_terms import StayEffect as StayEffect

# What every sheet carries ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stamp:
    """From when a sheet is, and whether it may leave the office.

    Until `approved`, a light word across every page says that the sheet is a draft.
    """

    law_checked_on: date
    printed_on: date
    office: str = ""  # name of the counselling office, for the foot
    approved: bool = False
    approved_by: str = ""  # who approved it, for the record; not printed
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """The client. `name` exactly as the card prints it; empty fields are left out on paper."""

    name: str
    original_name: str = ""  # in the script of the passport
    born: PartialDate | None = None
    nationality: str = ""
    address: tuple[str, ...] = ()
    contact: str = ""  # phone or e-mail, if the authority may use it
    file_number: str = ""  # the office's
    authority_file_number: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """Whom a sheet is for. A letter uses name, department and address; a checklist all of it."""

    name: str
    department: str = ""
    address: tuple[str, ...] = ()  # postal, without the name
    visit_address: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()  # preferred first
    phone: str = ""
    email: str = ""  # for applications
    online_url: str = ""
    originals: Originals | None = None
    appointment: Appointment | None = None
    hours: str = ""  # when it is open
    notes: tuple[str, ...] = ()
    checked_on: date | None = None  # from when these details are
    doubts: tuple[str, ...] = ()  # what should be confirmed before anybody relies on it


# Checklist -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One paper of the checklist."""

    name: str
    why: str = ""
    cite: str = ""
    hand_in: HandIn = HandIn.BOTH
    ticked: bool = False  # there in the form that is asked for
    state: Proof | None = None  # the best there is; None if nothing is recorded
    state_on: date | None = None
    valid_until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """Papers under one heading, in the order of the sheet."""

    title: str
    rows: tuple[PaperRow, ...]


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One fee in euros. `open` if an answer that is still missing could bring relief."""

    name: str
    amount: Decimal
    outcome: FeeOutcome
    cite: str = ""
    note: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class FeeGroup:
    """The fees of one occasion. `one_of`: only one of the lines is owed, which of them is not settled."""

    title: str
    lines: tuple[FeeLine, ...]
    one_of: bool = False
    note: str = ""


class DateKind(Enum):
    """What a day on a checklist means."""

    VALID_UNTIL = "valid_until"  # last day of the present paper
    SAFE_DAY = "safe_day"  # file by then to be on the safe side
    FILE_BY = "file_by"  # last day on which the application must have arrived
    APPOINTMENT = "appointment"
    OTHER = "other"  # `label` says what


@dataclass(frozen=True, slots=True)
class DateLine:
    """A day to keep in mind; `label` replaces the wording of the kind."""

    kind: DateKind
    day: date
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistSheet:
    """Which papers one application needs, for one client, title, occasion and authority."""

    stamp: Stamp
    person: Person
    title: str
    cite: str
    occasion: DecisionKind
    groups: tuple[PaperGroup, ...]
    authority: Authority | None = None
    fees: tuple[FeeGroup, ...] = ()
    dates: tuple[DateLine, ...] = ()
    notes: tuple[str, ...] = ()  # the most urgent first: the first three stand above the papers


# Letters ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose letter it is. `lines` is the address under the name, "c/o ..." included."""

    name: str
    lines: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    role: SenderRole = SenderRole.CLIENT


@dataclass(frozen=True, slots=True)
class PresentPaper:
    """The paper the client holds now."""

    name: str  # "Aufenthaltserlaubnis nach § 25 Abs. 3 AufenthG", "Duldung"
    number: str = ""
    issued_by: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A condition that is met, as the letter says it; a diagnosis never belongs here."""

    text: str
    cite: str = ""
    enclosures: tuple[int, ...] = ()  # numbers in the list of enclosures, from 1
    in_your_file: bool = False  # shown by the file of the authority itself


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper sent with the letter."""

    name: str
    copy: bool = True


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """An application to the authority. It stays a draft until approved and confirmed by the client."""

    stamp: Stamp
    kind: LetterKind
    person: Person
    sender: Sender
    authority: Authority
    cite: str  # the norm asked for
    title: str  # its name
    effect: StayEffect
    permit: Permit = Permit.RESIDENCE
    occasion: DecisionKind = DecisionKind.GRANT
    alternative_cite: str = ""  # asked for in the alternative
    present: PresentPaper | None = None
    grounds: tuple[Ground, ...] = ()
    alternative_grounds: tuple[Ground, ...] = ()  # of the title asked for in the alternative
    settlement_grounds: tuple[Ground, ...] = ()  # of the settlement permit asked for at the same time
    pending: tuple[str, ...] = ()  # conditions that are open or not shown yet: announced, never claimed
    values: tuple[tuple[str, str], ...] = ()
    """Further values of the wording, by the names of `letter_texts.OPTIONAL`."""
    flags: frozenset[LetterFlag] = field(default_factory=frozenset)
    remarks: tuple[str, ...] = ()  # further paragraphs in the office's own words
    enclosures: tuple[Enclosure, ...] = ()
    to_follow: tuple[str, ...] = ()
    late_reason: str = ""  # why a late application is late
    fee_exempt_cite: str = ""  # the norm by which no fee may be charged
    fee_waiver_cite: str = ""  # the norm by which the fee may be waived
    reply_by: date | None = None
    our_reference: str = ""
    place: str = ""
    copy_to: tuple[str, ...] = ()
    client_confirmed_on: date | None = None  # read, or heard in translation, and confirmed
    cautions: tuple[str, ...] = ()  # what to do before sending; on drafts only
    form: LetterForm = LetterForm.B
    language: Language | None = None
    """Of this letter, where it differs from that of the other sheets of a PDF; only German is sent."""
    edits: tuple[tuple[str, str], ...] = ()
    """Paragraphs worded anew, by their ids (`cover_letter.passages_of`); an empty text leaves one out."""
