"""From the files of the tables to the tables: conditions built, names of titles, facts and fees checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from desktop.cases.plaindata import Plain, Where
from desktop.texts import mark

from .. import tables
from ..conditions import Node
from ..rows import Conditional, ForTitles, Row, StatusRow
from ..terms import Terms
from ..vocabulary import Vocabulary
from .faults import Faults
from .trees import Trees

FILES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "documents.yaml": tables.WrittenDocuments,
        "fees.yaml": tables.WrittenFees,
        "consequences.yaml": tables.WrittenConsequences,
        "warnings.yaml": tables.WrittenWarnings,
        "sources.yaml": tables.WrittenSources,
        "practice.yaml": tables.WrittenPractice,
        "fact_notes.yaml": tables.WrittenFactNotes,
    }
)

R = TypeVar("R", bound=Row)
E = TypeVar("E")
Written = Mapping[str, tuple[Any, Plain]]
"""What each present file holds, by its name."""


def document_codes(written: Written) -> frozenset[str]:
    """The codes of the document catalogue, before anything is checked."""
    documents, _ = written.get("documents.yaml", (tables.WrittenDocuments(documents=()), None))
    return frozenset(document.code for document in documents.documents)


@dataclass(slots=True)
class TableReader:
    """Builds the tables of one pack."""

    trees: Trees
    vocabulary: Vocabulary
    titles: Collection[str]
    terms: Terms
    faults: Faults

    def read(self, written: Written) -> tables.Tables:
        """The tables; what is wrong in them is told."""
        parts: dict[str, Any] = {}
        readers: dict[str, Callable[[Any, Plain], dict[str, Any]]] = {
            "documents.yaml": self._documents,
            "fees.yaml": self._fees,
            "consequences.yaml": self._consequences,
            "warnings.yaml": self._warnings,
            "sources.yaml": self._sources,
            "practice.yaml": self._practice,
            "fact_notes.yaml": lambda notes, _: {"fact_notes": MappingProxyType(notes.notes)},
        }
        for name, (entry, plain) in written.items():
            parts |= readers[name](entry, plain)
        return tables.Tables(**parts)

    def _documents(self, written: tables.WrittenDocuments, plain: Plain) -> dict[str, Any]:
        needed = {}
        for number, document in enumerate(written.documents):
            where: Where = ("documents", number)
            for fact in document.proves:
                if fact not in self.vocabulary:
                    self._fault(plain, where, mark("“{file}”, line {line}: there is no fact “{name}”."), fact)
            self._check_titles(document.concerns, plain, (*where, "concerns"))
            needed[document.code] = self._rows(document.needed, plain, (*where, "needed"))
        documents = self._by_id(written.documents, lambda each: each.code, plain, "documents")
        return {"documents": documents, "needed": MappingProxyType(needed)}

    def _fees(self, written: tables.WrittenFees, plain: Plain) -> dict[str, Any]:
        names = {fee.id for fee in written.fees}
        for number, occasion in enumerate(written.occasions):
            for item in occasion.items:
                if item not in names:
                    sentence = mark("“{file}”, line {line}: there is no fee “{name}”.")
                    self._fault(plain, ("occasions", number), sentence, item)
        relief: dict[str, Node] = {}
        for column in tables.FeeRelief.model_fields:
            condition = getattr(written.relief, column)
            if condition is not None:
                relief[column] = self.trees.condition(condition, plain, ("relief", column))
        return {
            "fees": written.fees,
            "fee_occasions": self._rows(written.occasions, plain, ("occasions",)),
            "fee_relief": MappingProxyType(relief),
            "fee_waiver": written.waiver,
        }

    def _consequences(self, written: tables.WrittenConsequences, plain: Plain) -> dict[str, Any]:
        self._by_id(written.consequences, lambda each: each.id, plain, "consequences")
        return {"consequences": self._rows(written.consequences, plain, ("consequences",))}

    def _warnings(self, written: tables.WrittenWarnings, plain: Plain) -> dict[str, Any]:
        self._by_id(written.warnings, lambda each: each.id, plain, "warnings")
        return {"warnings": self._rows(written.warnings, plain, ("warnings",))}

    def _sources(self, written: tables.WrittenSources, plain: Plain) -> dict[str, Any]:
        for page, each in enumerate(written.pages):
            for claim, row in enumerate(each.claims):
                self._check_titles(row, plain, ("pages", page, "claims", claim))
        literature = self._by_id(written.literature, lambda each: each.id, plain, "literature")
        return {"pages": written.pages, "literature": literature}

    def _practice(self, written: tables.WrittenPractice, plain: Plain) -> dict[str, Any]:
        for number, row in enumerate(written.practice):
            self._check_titles(row, plain, ("practice", number))
        return {"practice": written.practice}

    def _rows(self, rows: Iterable[R], plain: Plain, where: Where) -> tuple[Conditional[R], ...]:
        built = []
        for number, row in enumerate(rows):
            at: Where = (*where, number)
            self._check_titles(row, plain, at)
            if isinstance(row, StatusRow):
                self._check_statuses(row, plain, at)
            condition = None
            if row.if_ is not None:
                cite = str(getattr(row, "cite", "") or plain.source)
                condition = self.trees.condition(row.if_, plain, (*at, "if"), cite)
            built.append(Conditional(row, condition))
        return tuple(built)

    def _check_titles(self, row: ForTitles, plain: Plain, where: Where) -> None:
        for title in row.titles if isinstance(row.titles, tuple) else ():
            if title not in self.titles:
                self._fault(plain, where, mark("“{file}”, line {line}: there is no title “{name}”."), title)

    def _check_statuses(self, row: StatusRow, plain: Plain, where: Where) -> None:
        for code in row.statuses:
            if code not in self.terms.statuses and code not in self.terms.groups:
                self._fault(plain, where, mark("“{file}”, line {line}: there is no status “{name}”."), code)

    def _by_id(self, rows: Iterable[E], name: Callable[[E], str], plain: Plain, key: str) -> Mapping[str, E]:
        found: dict[str, E] = {}
        for number, row in enumerate(rows):
            if name(row) in found:
                sentence = mark("“{file}”, line {line}: “{name}” stands here twice.")
                self._fault(plain, (key, number), sentence, name(row))
            found[name(row)] = row
        return MappingProxyType(found)

    def _fault(self, plain: Plain, where: Where, sentence: str, name: str) -> None:
        self.faults.add(plain, where, sentence, name=name)
