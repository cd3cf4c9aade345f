"""What the things of a rule pack are called in one language: statuses, titles, papers, facts, authorities.

An id that the pack does not know is shown as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desktop.cases.casefile import CaseFile
from desktop.cases.status import TITLE, StatusPeriod
from desktop.rules.packs import Pack
from desktop.rules.terms import StatusName
from desktop.rules.vocabulary import Fact
from desktop.texts import NO_BREAK_SPACE, InBoth, Texts, mark

from ..reference import Reference

OTHER_TITLE = f"{TITLE}other"
NO_TITLE = "none"
"""A relative who holds no title."""
NO_TITLE_WORDS = mark("no residence title")
EMPLOYMENT_DULDUNG = "D60d"
"""Not a title, but family members of its holder share in what follows from it (§ 25b Abs. 6)."""
ABROAD = "abroad"
"""Who issued a visa: a German mission abroad."""


@dataclass(frozen=True)
class LawNames:
    """Names of one pack, and of the authorities by their ids."""

    pack: Pack
    texts: Texts
    authorities: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, reference: Reference, texts: Texts) -> LawNames:
        """The names of a session, its authorities included."""
        authorities = {key: texts.pick(each.name) for key, each in reference.authorities.items()}
        return cls(reference.pack, texts, authorities)

    # Papers of the stay

    def status(self, code: str) -> str:
        """As a list shows it: “Duldung § 60a Abs. 2 S. 1”, “§ 25 Abs. 3”."""
        if code.startswith(TITLE):
            return self.title_short(code.removeprefix(TITLE))
        found = self.pack.terms.statuses.get(code)
        return self.texts.pick(found.short) if found is not None else code

    def status_in_full(self, code: str) -> str:
        """As a reader sees it who does not know the sections by heart."""
        if code.startswith(TITLE) and code != OTHER_TITLE:
            return self.title(code.removeprefix(TITLE))
        found = self.pack.terms.statuses.get(code)
        return self.texts.pick(found.name) if found is not None else code

    def statuses(self) -> Iterable[tuple[str, str]]:
        """Every code with its words for choosing; titles first, for they are entered most."""
        held = self.pack.vocabulary["holds"].of  # a hint is examined like a title, but nobody can hold it
        examined = (f"{TITLE}{norm.id}" for norm in self.pack.norms if norm.id in held)
        others = sorted(self.pack.terms.statuses, key=lambda code: not code.startswith(TITLE))
        return [(code, self.status_in_full(code)) for code in dict.fromkeys((*examined, *others))]

    def paper_of(self, status: StatusPeriod) -> str:
        """What to call one dated paper: of a title outside the pack its section."""
        own = status.variant or status.printed_label
        return own if status.status_code == OTHER_TITLE and own else self.status(status.status_code)

    # Titles

    def title_short(self, title_id: str) -> str:
        """Only the section: § 25 Abs. 3."""
        if title_id in self.pack.norm_ids:
            return self.pack.norm(title_id).cite.removesuffix(" AufenthG")
        if title_id == NO_TITLE:
            return self.texts(NO_TITLE_WORDS)
        held = self._only_held(title_id)
        return self.texts.pick(held.short) if held is not None else title_id

    def title(self, title_id: str) -> str:
        """Section and name: § 25 Abs. 3 Abschiebungsverbot."""
        if title_id in self.pack.norm_ids:
            name: InBoth | None = self.pack.norm(title_id).title
        else:
            held = self._only_held(title_id)
            name = held.name if held is not None else None
        section = self.title_short(title_id)
        return f"{section} {self.texts.pick(name)}" if name is not None else section

    def _only_held(self, title_id: str) -> StatusName | None:
        """A title that a person may hold but that the pack does not examine, or the name of a Duldung."""
        statuses = self.pack.terms.statuses
        return statuses.get(f"{TITLE}{title_id}") or statuses.get(title_id)

    def titles_held(self) -> list[tuple[str, str]]:
        """What a relative may hold, with its words for choosing; `none` last."""
        only_held = [code for code in self.pack.terms.statuses if code.startswith(TITLE)]
        ids = dict.fromkeys((*self.pack.norm_ids, *(code.removeprefix(TITLE) for code in only_held)))
        ids.pop(OTHER_TITLE.removeprefix(TITLE), None)
        return [
            *((each, self.title(each)) for each in ids),
            (EMPLOYMENT_DULDUNG, self.status_in_full(EMPLOYMENT_DULDUNG)),
            (OTHER_TITLE.removeprefix(TITLE), self.status_in_full(OTHER_TITLE)),
            (NO_TITLE, self.texts(NO_TITLE_WORDS)),
        ]

    def titles(self, title_ids: Iterable[str]) -> str:
        """Sections, apart by commas; a section is not broken over two lines."""
        sections = (self.title_short(each).replace(" ", NO_BREAK_SPACE) for each in title_ids)
        return ", ".join(sections)

    # Papers, facts, authorities

    def paper(self, code: str) -> str:
        """The name of a paper of the catalogue."""
        found = self.pack.documents.get(code)
        return self.texts.pick(found.name) if found is not None else code

    def fact(self, name: str) -> str:
        """The label of a fact."""
        found = self.pack.vocabulary.get(name)
        return self.texts.pick(found.label) if found is not None else name

    def question(self, name: str) -> str:
        """The question to the client; the label where there is none."""
        found = self.pack.vocabulary.get(name)
        if found is None:
            return name
        return self.texts.pick(found.question if found.question is not None else found.label)

    def option(self, fact: Fact | None, word: str) -> str:
        """The words for one option of a choice."""
        label = fact.option_labels.get(word) if fact is not None else None
        return self.texts.pick(label) if label is not None else word

    def authority(self, authority: str) -> str:
        """The name of an authority by its id; a name typed in stays as it is."""
        if authority == ABROAD:
            return self.texts(mark("mission abroad"))
        return self.authorities.get(authority, authority)

    def authority_id(self, name: str) -> str:
        """The id of a known authority; any other name stays as it is."""
        if name == self.texts(mark("mission abroad")):
            return ABROAD
        return next((key for key, each in self.authorities.items() if each == name), name)


def step_names(reference: Reference, texts: Texts, case: CaseFile | None = None) -> Mapping[str, str]:
    """Names for the ids in a derivation: status and title codes, title ids, paper codes, authorities.

    With a case, a title outside the pack is called by its section, where one is recorded.
    """
    known = LawNames.of(reference, texts)
    names = {code: known.status(code) for code in known.pack.terms.statuses}
    for norm in known.pack.norms:
        names[norm.id] = names[f"{TITLE}{norm.id}"] = norm.cite
    names |= {code: known.paper(code) for code in known.pack.documents}
    names |= known.authorities
    names |= decision_names(reference, texts)
    return names | (own_names(known, case) if case is not None else {})


def decision_names(reference: Reference, texts: Texts) -> dict[str, str]:
    """The words of the table of remedies: decisions, their effects, notes, forms."""
    table = reference.pack.time.remedies
    names = {f"decision:{row.id}": texts.pick(row.short) for row in table.rows}
    names |= {f"decision:{row.id}:effect": texts.pick(row.effect) for row in table.rows}
    names |= {f"note:{note.id}": texts.pick(note.text) for note in table.notes}
    return names | {f"form:{number}": texts.pick(form.text) for number, form in enumerate(table.forms)}


def own_names(known: LawNames, case: CaseFile) -> dict[str, str]:
    """What a case itself calls the last title outside the pack."""
    own = [known.paper_of(each) for each in case.status_periods if each.status_code == OTHER_TITLE]
    return {OTHER_TITLE: own[-1]} if own else {}
