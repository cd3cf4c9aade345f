"""What the things of a rule pack are called, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from desktop.cases.status import TITLE, StatusPeriod
from desktop.texts import NO_BREAK_SPACE, Texts, mark

if TYPE_CHECKING:
    from desktop.rules.packs import Pack
    from desktop.rules.vocabulary import Fact

OTHER_TITLE = f"{TITLE}other"
ABROAD = "abroad"
"""Who issued a visa: a German mission abroad."""


class LawNames:
    """Names of statuses, titles, papers and facts. An id the pack does not know is shown as it is."""

    def __init__(self, pack: Pack, texts: Texts, authorities: Mapping[str, str] | None = None) -> None:
        self.pack, self.texts = pack, texts
        self.authorities = authorities or {}
        self._norms = {norm.id: norm for norm in pack.norms}

    def status(self, code: str) -> str:
        """As a list shows it: “Duldung § 60a Abs. 2 S. 1”, “§ 25 Abs. 3”."""
        found = self.pack.terms.statuses.get(code)
        if found is not None and (code == OTHER_TITLE or not code.startswith(TITLE)):
            return self.texts.pick(found.short)
        return self.title_short(code.removeprefix(TITLE)) if code.startswith(TITLE) else code

    def paper_of(self, status: StatusPeriod) -> str:
        """What to call one dated paper: of a title outside the pack its section."""
        own = status.variant or status.printed_label
        return own if status.status_code == OTHER_TITLE and own else self.status(status.status_code)

    def status_in_full(self, code: str) -> str:
        """As a reader sees it who does not know the sections by heart."""
        found = self.pack.terms.statuses.get(code)
        if found is not None and (code == OTHER_TITLE or not code.startswith(TITLE)):
            return self.texts.pick(found.name)
        return self.title(code.removeprefix(TITLE)) if code.startswith(TITLE) else code

    def statuses(self) -> Iterable[tuple[str, str]]:
        """Every code with its words for choosing; titles first, for they are entered most."""
        for norm in self.pack.norms:
            yield f"{TITLE}{norm.id}", self.title(norm.id)
        yield OTHER_TITLE, self.status_in_full(OTHER_TITLE)
        for code in self.pack.terms.statuses:
            if not code.startswith(TITLE):
                yield code, self.status_in_full(code)

    def title_short(self, title_id: str) -> str:
        """Only the section: § 25 Abs. 3."""
        norm = self._norms.get(title_id)
        return norm.cite.removesuffix(" AufenthG") if norm is not None else title_id

    def title(self, title_id: str) -> str:
        """Section and name: § 25 Abs. 3 Abschiebungsverbot."""
        norm = self._norms.get(title_id)
        return f"{self.title_short(title_id)} {self.texts.pick(norm.title)}" if norm is not None else title_id

    def titles(self, title_ids: Iterable[str]) -> str:
        """Sections, apart by commas; a section is not broken over two lines."""
        sections = (self.title_short(each).replace(" ", NO_BREAK_SPACE) for each in title_ids)
        return ", ".join(sections)

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

    def option(self, fact: Fact, word: str) -> str:
        """The words for one option of a choice."""
        labels: Mapping[str, object] = fact.option_labels
        return self.texts.pick(labels[word]) if word in labels else word

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
