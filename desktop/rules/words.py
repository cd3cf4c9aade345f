"""Source words of the scale, of how a condition stands, and of what conditions and routes are in law."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.texts import mark

from .standing import Standing
from .verdict import Effect, LeafClass, Verdict

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.ENTITLEMENT_INDICATED: mark("entitlement indicated"),
    Verdict.SHOULD_BE_GRANTED: mark("should be granted"),
    Verdict.DISCRETION_OPEN: mark("discretion"),
    Verdict.NEEDS_ASSESSMENT: mark("needs assessment"),
    Verdict.FACTS_MISSING: mark("facts missing"),
    Verdict.NOT_AVAILABLE: mark("not possible at present"),
}
NOT_COVERED = mark("not covered by this rule pack")
"""Stands where the verdict of a title stands whose text of the day the pack does not hold."""
STANDING_WORDS: Mapping[Standing, str] = {
    Standing.MET: mark("met"),
    Standing.NOT_MET: mark("not met"),
    Standing.OPEN: mark("open"),
    Standing.NOT_JUDGED: mark("not judged yet"),
    Standing.DISPUTED: mark("legally disputed"),
    Standing.NOT_REQUIRED: mark("not required"),
}
BAR_WORDS: Mapping[Standing, str] = {
    **STANDING_WORDS,
    Standing.MET: mark("does not apply"),
    Standing.NOT_MET: mark("applies, stands against it"),
}
"""A bar is described by what stands against the title: absent is good."""
EFFECT_WORDS: Mapping[Effect, str] = {
    Effect.ENTITLED: mark("entitlement (Anspruch)"),
    Effect.SHOULD: mark("as a rule to be granted (Soll)"),
    Effect.MAY: mark("discretion (Kann)"),
    Effect.ORDER: mark("order of an authority, no individual right"),
}
CLASS_WORDS: Mapping[LeafClass, str] = {
    LeafClass.REQUIRES: mark("required"),
    LeafClass.USUALLY: mark("as a rule"),
    LeafClass.WAIVABLE: mark("can be waived by discretion"),
    LeafClass.WAIVED: mark("waived by law"),
    LeafClass.BARRED_BY: mark("bar"),
    LeafClass.DOUBTFUL_BY: mark("refused as a rule"),
    LeafClass.OPENS_DISCRETION: mark("only opens discretion"),
}
