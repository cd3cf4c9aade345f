"""What stands beside the conditions: warnings, what follows, what authorities' pages say, the law's text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desktop.cases.periods import ONE_DAY
from desktop.services.words.practice import origin
from desktop.services.words.topics import TOPIC_WORDS
from desktop.texts import Texts, mark
from desktop.ui.kit.outline.line import Line, group, section
from desktop.ui.kit.signs import Sign

from .lines import CLAIM_SIGNS, WARNING_SIGNS

if TYPE_CHECKING:
    from desktop.rules.consequences import ShownConsequence, ShownWarning
    from desktop.rules.norms import Version
    from desktop.rules.results import TitleResult
    from desktop.rules.tables import Practice


class BesideLines:
    """Says the tables of a pack in one language."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def warnings(self, warnings: Iterable[ShownWarning], key: str) -> Iterator[Line]:
        for shown in warnings:
            text = self._texts.pick(shown.row.text)
            sign = WARNING_SIGNS[shown.row.severity.value]
            yield Line(
                f"{key} warning {shown.row.id}",
                text,
                sign,
                detail=self._texts(mark("if it applies to this case")) if shown.open else "",
                cite=section(shown.row.cite),
            )

    def consequences(self, consequences: Iterable[ShownConsequence], key: str) -> tuple[Line, ...]:
        parts = []
        for shown in consequences:
            row, texts = shown.row, self._texts
            notes = [texts.pick(row.note)] if row.note is not None else []
            if shown.open:
                notes.insert(0, texts(mark("if it applies to this case")))
            if row.layer == "practice":
                notes.append(texts(mark("administrative practice, not law")))
            head = texts(TOPIC_WORDS[row.topic])
            parts.append(
                Line(
                    f"{key} consequence {row.id}",
                    texts.pick(row.text),
                    head=head,
                    detail=" · ".join(notes),
                    cite=section(row.cite),
                )
            )
        return tuple(parts)

    def from_title(self, result: TitleResult, key: str) -> Iterator[Line]:
        parts = self.consequences(result.consequences, key)
        if parts:
            yield group(f"{key} consequences", self._texts(mark("What follows from the title")), parts)

    def claims(self, result: TitleResult, key: str, land: str) -> Iterator[Line]:
        """Pairs “source says / law says”: the client's Land first, what agrees folded together at the end."""
        parts: list[Line] = []
        agreeing: list[Line] = []
        for each in sorted(result.sources, key=lambda each: each.page.land != land):
            texts, page, claim = self._texts, each.page, each.claim
            sign = CLAIM_SIGNS[claim.verdict]
            state = page.status_on or page.retrieved_on
            day = texts.day(state) if state is not None else ""
            source = " ".join(filter(None, (texts.pick(page.authority), f"({day})" if day else "")))
            says = texts(mark("Source says: {text}"), text=texts.pick(claim.claim))
            law = texts(mark("Law says: {text}"), text=texts.pick(claim.law))
            (agreeing if claim.verdict == "correct" else parts).append(
                Line(
                    f"{key} claim {claim.id}",
                    says,
                    sign,
                    word=texts(sign.word),
                    detail=f"{law}\n{source}",
                    cite=section(claim.cite),
                )
            )
        if agreeing:
            parts.append(group(f"{key} agreeing", self._texts(mark("Agrees with the law")), tuple(agreeing)))
        if parts:
            yield group(f"{key} claims", self._texts(mark("What pages of authorities say")), tuple(parts))

    def practice(self, notes: Iterable[Practice], key: str) -> Iterator[Line]:
        """What offices do beside the law, with where that is known from."""
        texts = self._texts
        parts = tuple(
            Line(f"{key} practice {note.id}", texts.pick(note.text), detail=origin(note, texts))
            for note in notes
        )
        if parts:
            yield group(f"{key} practices", texts(mark("Practice of offices, not law")), parts)

    def law(self, version: Version, key: str) -> Line:
        texts = self._texts
        said = [texts(mark("in force since {day}"), day=texts.day(version.in_force.since))]
        if version.in_force.until is not None:
            last = version.in_force.until - ONE_DAY
            said.append(texts(mark("up to and including {day}"), day=texts.day(last)))
        checked = texts(
            mark("checked on {day} against: {text}"),
            day=texts.day(version.checked.on),
            text=texts.pick(version.checked.against),
        )
        note = texts.pick(version.note) if version.note is not None else ""
        return Line(
            f"{key} law",
            texts(mark("Text of the law: {since}"), since=", ".join(said)),
            Sign("law", "muted", mark("law")),
            detail=" · ".join(filter(None, (note, checked))),
            cite=section(version.cite),
        )
