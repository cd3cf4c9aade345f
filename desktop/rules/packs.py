"""Read, check and hold a rule pack: a folder of YAML files that says what the law is.

A pack either loads whole or not at all. Every fault names file, line and key. Faults are: a key nobody knows,
a text without its other language, a fact the vocabulary lacks, a condition without citation, versions that
overlap, a test that does not fit its fact, groups that refer to each other, a norm announced and missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from desktop.cases.plaindata import Plain, read_plain_file
from desktop.cases.shapes import Shape
from desktop.deadlines import time_law
from desktop.deadlines.time_law import NO_LAW, TimeLaw
from desktop.errors import CannotOpen, Problem
from desktop.texts import mark

from .entries import Pair
from .norms import Norm
from .reading.faults import Faults
from .reading.norms import NormReader
from .reading.tables import FILES, TableReader, document_codes
from .reading.terms import read_terms
from .reading.trees import Trees
from .reading.vocabulary import read_vocabulary
from .reading.written import WrittenGeneral, WrittenNorm, WrittenPack, WrittenSharedGroup
from .tables import Document, Tables
from .terms import Terms, WrittenTerms, no_terms
from .vocabulary import Vocabulary, WrittenVocabulary

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Pack:
    """One rule pack, complete and checked. It never changes."""

    id: str
    name: Pair
    law_checked_on: date
    jurisdiction: str
    supersedes: str
    norms: tuple[Norm, ...]
    vocabulary: Vocabulary
    terms: Terms
    tables: Tables
    time: TimeLaw = NO_LAW
    """Remedies and announcement, for decision letters."""
    digest: str = ""
    """Of everything that its files say."""

    def norm(self, norm_id: str) -> Norm:
        """The norm with that id. Raises KeyError."""
        return self._norms[norm_id]

    @cached_property
    def _norms(self) -> Mapping[str, Norm]:
        return MappingProxyType({norm.id: norm for norm in self.norms})

    @property
    def norm_ids(self) -> tuple[str, ...]:
        """In the order of the pack."""
        return tuple(self._norms)

    @property
    def input_shapes(self) -> Mapping[str, Shape]:
        """The shape of every input fact."""
        return self.vocabulary.input_shapes

    @property
    def judgements(self) -> frozenset[str]:
        """The names of all value judgements."""
        return self.vocabulary.judgements

    @property
    def documents(self) -> Mapping[str, Document]:
        """The document catalogue by code."""
        return self.tables.documents


def load(folder: Path) -> Pack:
    """The pack in a folder. Raises Problems with every fault found, or CannotOpen if there is no folder."""
    if not folder.is_dir():
        raise CannotOpen(mark("The rule pack “{pack}” cannot be opened."), pack=folder.name)
    return _Loading(folder).pack()


class _Loading:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faults = Faults()
        self._digest = sha256()

    def pack(self) -> Pack:
        about = self._file("pack.yaml", WrittenPack)
        words = self._file("vocabulary.yaml", WrittenVocabulary)
        general = self._file("general.yaml", WrittenGeneral, optional=True)
        terms = self._file("terms.yaml", WrittenTerms, optional=True)
        rows = self._tables()
        time = self._time()
        groups = self._groups()
        norms = self._norms(about[0].norms) if about else []
        self._faults.stop()  # trees of half-read files would only add misleading faults
        assert about is not None
        assert words is not None
        in_force = read_terms(*terms, self._faults) if terms else no_terms()
        vocabulary = read_vocabulary(*words, document_codes(rows), self._faults)
        self._faults.stop()
        trees = Trees(vocabulary, groups, self._faults)
        reader = NormReader(vocabulary, trees, general, self._faults)
        built = tuple(reader.norm(written, plain) for written, plain in norms)
        tables = TableReader(trees, vocabulary, about[0].norms, in_force, self._faults).read(rows)
        self._faults.stop()
        return Pack(
            id=about[0].id,
            name=about[0].name,
            law_checked_on=about[0].law_checked_on,
            jurisdiction=about[0].jurisdiction,
            supersedes=about[0].supersedes,
            norms=built,
            vocabulary=vocabulary,
            terms=in_force,
            tables=tables,
            time=time,
            digest=self._digest.hexdigest(),
        )

    def _tables(self) -> dict[str, tuple[Any, Plain]]:
        found: dict[str, tuple[Any, Plain]] = {}
        for name, kind in FILES.items():
            entry = self._file(name, kind, optional=True)
            if entry is not None:
                found[name] = entry
        return found

    def _time(self) -> TimeLaw:
        """The law of time; a pack has both of its files or none."""
        present = [name for name in time_law.FILES if (self._folder / name).exists()]
        if not present:
            return NO_LAW
        for name in sorted(set(time_law.FILES).difference(present)):
            self._faults.add(Plain({}, name), (), mark("The file “{file}” of the rule pack is missing."))
        try:
            for name in present:
                self._digest.update(name.encode() + b"\0" + (self._folder / name).read_bytes())
            return time_law.read_time_law(self._folder) if len(present) == 2 else NO_LAW
        except Problem as problem:
            self._faults.found.setdefault(("time", str(problem)), problem)
            return NO_LAW

    def _norms(self, names: tuple[str, ...]) -> list[tuple[WrittenNorm, Plain]]:
        present = {file.stem for file in (self._folder / "norms").glob("*.yaml")}
        for name in sorted(present.difference(names)):
            plain = Plain({}, f"norms/{name}.yaml")
            self._faults.add(plain, (), mark("“{file}” is not named in pack.yaml under “norms”."))
        return self._named("norms", names, WrittenNorm)

    def _groups(self) -> dict[str, tuple[WrittenSharedGroup, Plain]]:
        names = tuple(sorted(file.stem for file in (self._folder / "groups").glob("*.yaml")))
        found = self._named("groups", names, WrittenSharedGroup)
        return {written.id: (written, plain) for written, plain in found}

    def _named(self, folder: str, names: Iterable[str], kind: type[T]) -> list[tuple[T, Plain]]:
        """The files of a folder whose ids must be their names."""
        found: list[tuple[T, Plain]] = []
        for name in names:
            entry = self._file(f"{folder}/{name}.yaml", kind)
            if entry is None:
                continue
            written, plain = entry
            if getattr(written, "id", None) != name:
                self._faults.add(
                    plain, ("id",), mark("“{file}”, line {line}: the id must be “{id}”."), id=name
                )
            found.append((written, plain))
        return found

    def _file(self, name: str, kind: type[T], *, optional: bool = False) -> tuple[T, Plain] | None:
        """A file as an entry; None if it is missing or has faults, which are told."""
        path = self._folder / name
        if not path.exists():
            if not optional:
                self._faults.add(Plain({}, name), (), mark("The file “{file}” of the rule pack is missing."))
            return None
        try:
            read = read_plain_file(path)
            self._digest.update(name.encode() + b"\0" + path.read_bytes())
        except Problem as problem:
            self._faults.found.setdefault((name, str(problem)), problem)
            return None
        plain = Plain(read.value, name, read.lines)
        written = self._faults.read(plain, kind)
        return None if written is None else (written, plain)
