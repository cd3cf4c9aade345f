"""Powers of attorney, releases, consents, information sheets: their wording, filled from case and office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.cases.casefile import CaseFile
from desktop.documents.form_sheet import (
    FormAnswers,
    FormBlock,
    FormField,
    FormFields,
    FormHeading,
    FormSheet,
    FormSignatures,
    FormText,
    FormTick,
    FormTicks,
)
from desktop.documents.residence_sheet import ResidenceSheet
from desktop.documents.sheets import Stamp
from desktop.errors import Problem
from desktop.texts import Texts, mark

from ..declarations.profile import OfficeProfile
from ..declarations.texts import Block, Tick, Wording, wording
from ..declarations.values import flags, values
from ..reference import Reference
from .file_papers import cover_sheet
from .residence import residence_sheet

KINDS = ("power", "release", "consent", "privacy", "cover", "residence")
"""What a person signs or is handed, and the cover of the file: sheets about no title."""
NOTE = "power_note"
"""What the office should know and note of a power of attorney; it stays there."""


@dataclass(frozen=True, slots=True)
class _Variant:
    """One of several sheets of a kind: what it is called, which files it takes, what holds of it."""

    words: str
    files: tuple[str, ...]
    flags: frozenset[str] = field(default_factory=frozenset)


def _power(words: str, *holds: str) -> _Variant:
    return _Variant(words, ("power", NOTE), frozenset(holds))


def _revocation(words: str, *holds: str) -> _Variant:
    return _Variant(words, ("revocation",), frozenset(holds))


def _release(words: str, *holds: str) -> _Variant:
    return _Variant(words, ("release",), frozenset(holds))


VARIANTS: Mapping[str, Mapping[str, _Variant]] = {
    "power": {
        "abh": _power(mark("Foreigners office, without receipt of post"), "abh", "no_receipt"),
        "bamf": _power(mark("BAMF, without receipt of post"), "bamf", "no_receipt"),
        "social": _power(mark("Social office or Jobcenter, without receipt of post"), "social", "no_receipt"),
        "abh-receipt": _power(mark("Foreigners office, with receipt of post"), "abh", "receipt"),
        "bamf-receipt": _power(mark("BAMF, with receipt of post"), "bamf", "receipt"),
        "social-receipt": _power(
            mark("Social office or Jobcenter, with receipt of post"), "social", "receipt"
        ),
        "revocation": _revocation(mark("Revocation of the power at the foreigners office"), "abh"),
        "revocation-bamf": _revocation(mark("Revocation of the power at the BAMF"), "bamf"),
        "revocation-social": _revocation(
            mark("Revocation of the power at the social office or Jobcenter"), "social"
        ),
    },
    "release": {
        "doctor": _release(mark("A doctor or hospital may speak with us"), "doctor", "to_office", "health"),
        "abh": _release(mark("The foreigners office may speak with us"), "abh", "to_office"),
        "jobcenter": _release(mark("Jobcenter or social office may speak with us"), "jobcenter", "to_office"),
        "lawyer": _release(mark("A law firm may speak with us"), "lawyer", "to_office"),
        "school": _release(mark("School or course may speak with us"), "school", "to_office"),
        "office": _release(mark("We may speak with somebody else"), "from_office", "health"),
    },
    "consent": {"": _Variant("", ("consent",))},
    "privacy": {"": _Variant("", ("privacy",))},
}


def subjects(kind: str, texts: Texts) -> list[tuple[str, str]]:
    """What a sheet of this kind can be about, the usual one first; empty where there is only one."""
    return [(which, texts(each.words)) for which, each in VARIANTS.get(kind, {}).items() if which]


def declaration_sheets(
    reference: Reference,
    case: CaseFile,
    kind: str,
    which: str,
    *,
    profile: OfficeProfile,
    stamp: Stamp,
    today: date,
    texts: Texts,
) -> Sequence[FormSheet | ResidenceSheet]:
    """The sheets of a variant; without one those of the first.

    Raises Problem for a variant nobody knows, and for the information sheet of a church body.
    """
    if kind == "cover":
        return [cover_sheet(reference, case, stamp=stamp, today=today, texts=texts)]
    if kind == "residence":
        return [residence_sheet(reference, case, profile=profile, stamp=stamp, today=today, texts=texts)]
    if kind == "privacy" and profile.data_law == "church":
        raise Problem(
            mark(
                "This sheet follows the General Data Protection Regulation;"
                " a church body has a law of its own."
            ),
            mark("Hand out the sheet of your church body."),
        )
    known = VARIANTS[kind]
    variant = known.get(which or next(iter(known)))
    if variant is None:
        raise Problem(
            mark("There is no sheet “{name}” of this kind."),
            mark("Known are: {names}."),
            name=which[:40],
            names=", ".join(filter(None, known)) or "–",
        )
    filled = values(reference, case, profile, today, texts)
    holds = (
        variant.flags
        | flags(case, profile, today)
        | {name for name, value in filled.items() if value.strip()}
    )
    made = _Sheet(filled, holds, stamp, texts)
    return [replace(made.of(wording(name, texts.language)), kept_here=name == NOTE) for name in variant.files]


@dataclass(frozen=True, slots=True)
class _Sheet:
    values: Mapping[str, str]
    flags: frozenset[str]
    stamp: Stamp
    texts: Texts

    def of(self, wording: Wording) -> FormSheet:
        foot = f"{self._number(wording)} {wording.foot or ''}"
        return FormSheet(
            stamp=self.stamp,
            title=wording.title,
            about=wording.about,
            blocks=tuple(self._blocks(wording.blocks)),
            running=" · ".join(
                filter(None, (self.values["file_number"], self.values["name"].partition("\n")[0]))
            ),
            notice=wording.notice or "",
            foot=foot.strip(),
        )

    def _number(self, wording: Wording) -> str:
        """Which text this is; who signs it is told to read it first, for it was filled in by a program."""
        version, language = wording.version, self.texts.language
        if any(block.signatures is not None for block in wording.blocks):
            return self.texts(
                mark("Text {version} ({language}). Filled from what was recorded: read it before you sign."),
                version=version,
                language=language,
            )
        return self.texts(mark("Text {version} ({language})."), version=version, language=language)

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[FormBlock]:
        for block in blocks:
            if block.stands(self.flags):
                yield self._block(block)

    def _block(self, block: Block) -> FormBlock:
        text, cite = block.text or block.strong or block.warning, block.cite or ""
        if block.heading:
            return FormHeading(self._filled(block.heading))
        if text:
            return FormText(self._filled(text), cite, strong=bool(block.strong), warning=bool(block.warning))
        if block.blanks:
            return FormFields(
                tuple(
                    FormField(each.label, self._filled(each.value or ""), each.beside)
                    for each in block.blanks
                )
            )
        if block.answers is not None:
            return FormAnswers(block.answers.yes, block.answers.no, self._ticks(block.answers.questions))
        if block.signatures is not None:
            signers = tuple(each.text for each in block.signatures.signers)
            return FormSignatures(block.signatures.place_and_day, signers)
        return FormTicks(self._ticks(block.ticks))

    def _ticks(self, ticks: Sequence[Tick]) -> tuple[FormTick, ...]:
        return tuple(
            FormTick(self._filled(each.text), each.cite or "", write=each.write)
            for each in ticks
            if self.flags.issuperset(each.when)
        )

    def _filled(self, text: str) -> str:
        return text.format_map(self.values).strip()
