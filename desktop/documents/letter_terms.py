"""The words a letter is chosen and shaped by: its kind, who writes, what filing does, what is known."""

from __future__ import annotations

from enum import Enum


class LetterKind(Enum):
    """Which letter; the value is the name of its file in resources/letters."""

    FIRST_ISSUE = "first_issue"
    EXTENSION = "extension"
    AFTER_104C = "after_104c"  # from § 104c to § 25b or § 25a
    LATE = "late"  # after the title has run out: the application, and that continuation be ordered
    FICTION = "fiction"  # the certificate about an application that runs
    FEE = "fee"  # no fee, or a lower one; a fee that was paid back


class LetterForm(Enum):
    """The two forms of DIN 5008; room for a letterhead and the place of the folds differ."""

    A = "A"
    B = "B"


class Permit(Enum):
    """What is asked for."""

    RESIDENCE = "residence"  # Aufenthaltserlaubnis
    SETTLEMENT = "settlement"  # Niederlassungserlaubnis


class StayEffect(Enum):
    """What filing does to the stay (§ 81), as a letter speaks of it; most values are status codes."""

    CONTINUES = "F81_4"  # the present title continues until the decision
    PERMITTED = "F81_3_1"  # lawful without a title: the stay counts as permitted
    SUSPENDED = "F81_3_2"  # the same, but late: removal counts as suspended
    PERMITTED_BY_LAW = "F25_1_3"  # recognised: permitted until the card is issued, whatever is filed
    TOLERATION = "toleration"  # none; the Duldung has to be renewed
    LATE = "F81_4_late"  # none by law; the authority may order that the old title continues
    ORDERED = "F81_4_ordered"  # the authority has ordered it
    NONE = "none"  # none, and nothing to ask for
    UNCLEAR = "unclear"  # not settled: the letter only asks


class SenderRole(Enum):
    """Who writes."""

    CLIENT = "client"
    LEGAL_REPRESENTATIVE = "legal_representative"
    AUTHORISED = "authorised"  # with a power of attorney


class LetterFlag(Enum):
    """Something known that makes a letter say more. The value is the word used in resources/letters."""

    ASK_WORK_PERMISSION = "ask_work_permission"  # § 4a(1): §§ 25(4), (4a), (4b) give none by themselves
    ASK_WAIVER_5_3 = "ask_waiver_5_3"  # § 5(3) s. 2: waive general conditions by discretion
    WAIVED_5_3 = "waived_5_3"  # § 5(3) s. 1: general conditions are not required
    IDENTITY_CLEARED = "identity_cleared"
    IDENTITY_EFFORTS = "identity_efforts"  # all that could be asked was done; shown by an enclosure
    GROUNDS_CONTINUE = "grounds_continue"  # § 26(2) examined: what the title rests on goes on
    COPIES_ONLY = "copies_only"  # originals are kept for the appointment
    ENTITLED = "entitled"  # the norm grants a claim
    SHOULD = "should"  # the norm says that the title should be granted
    MAY = "may"  # the norm leaves it to the authority
    FROM_104C = "from_104c"  # the title that ran out was one under § 104c
    IDENTITY_SECURED = "identity_secured"  # § 81(7): fingerprints are taken and stored
    SEVERAL_FEES = "several_fees"  # the act can be classed in more than one way
    WAIVE_ALL_5 = "waive_all_5"  # § 5(3) s. 1 lifts § 5(1) and (2) as a whole
