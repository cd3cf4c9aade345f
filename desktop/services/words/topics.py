"""The headings of what follows from a title, and how a page's statement stands to the law."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.rules.tables import Topic
from desktop.texts import mark

TOPIC_WORDS: Mapping[Topic, str] = {
    Topic.VALIDITY: mark("Validity"),
    Topic.EXTENSION: mark("Extension"),
    Topic.WORK: mark("Work"),
    Topic.COURSE: mark("Integration course"),
    Topic.BENEFITS: mark("Benefits"),
    Topic.FAMILY: mark("Family reunification"),
    Topic.RESIDENCE: mark("Place of residence"),
    Topic.TRAVEL: mark("Travel document"),
    Topic.TIME: mark("What counts"),
    Topic.FICTION: mark("Effect of the application"),
    Topic.LAPSE: mark("Lapse"),
    Topic.REVOCATION: mark("Revocation"),
    Topic.PATH: mark("What comes later"),
}
CLAIM_WORDS: Mapping[str, str] = {
    "correct": mark("correct"),
    "imprecise": mark("imprecise"),
    "incomplete": mark("incomplete"),
    "outdated": mark("outdated"),
    "wrong": mark("wrong"),
    "local_practice": mark("local practice"),
}
