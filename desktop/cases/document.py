"""The portable case document: one client in one YAML or JSON file, inputs only.

    bleibelotse: 1
    client: {name: ..., language: prs}
    facts:
      birth_date: 1999-11-23
      status_periods: [{status_code: gestattung, from: 2019-05-02, to: 2021-03-10}]
      health_insurance: {value: statutory, by: mk, on: 2026-11-01, proof: copy, paper: p1}
      pending_investigation: will_not_say
    judgements:
      temporary_purpose: {value: yes, by: mk, on: 2026-11-01, reason: ...}
    waivers: {<leaf id>: {by: ..., on: ..., reason: ...}}
    papers: [{id: p1, code: health_insurance, state: copy, seen_on: 2026-11-01}]
    requests: [{title: 25b_1, decision_kind: grant, on: 2026-12-01}]
    household: [{relation: child, file: other-case.yaml}]
    letters: [{id: l1, decision: A1, arrival: delivered, served_on: 2026-12-02}]
    entries: [{id: e1, kind: follow_up, day: 2026-12-10, what: ask for the receipt}]
    rest: {reason: waits for the court, by: mk, on: 2026-11-01, until: 2027-02-01}

Every value may stand bare or with its provenance. A period's `to` is the first day that no longer counts;
`valid_until` may stand instead, the last day as a paper prints it. Faults are told with file, line and key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from desktop.errors import Problem, Problems
from desktop.texts import mark

from .agenda import Entry, Rest
from .answers import Answer, Judgement, Proof, Ternary, Unknown, Waiver
from .applications import DecisionKind, Request
from .casefile import CaseFile
from .declarations import DeclarationShape
from .letters import DecisionLetter
from .names import LONGEST_NAME, clean
from .papers import Paper
from .people import Client, HouseholdLink
from .periods import PartialDate
from .plaindata import Plain, read_plain
from .recordshapes import Record
from .shapes import Choice, ExactDay, ListOf, Shape, ShapeError, Text, YesNo, at
from .slips import Inputs as Inputs
from .slips import slips

FORMAT = "1"
MAGIC = "bleibelotse"

UNKNOWN_WORDS = {each.value: each for each in Unknown} | {"unknown": Unknown.NOT_ASKED}
"""What may stand for a value that is not known."""
_PROVENANCE = ("value", "unknown", "by", "on", "proof", "paper", "disputed", "note")
_SECTIONS = (
    *(MAGIC, "client", "facts", "judgements", "waivers", "papers", "requests", "household"),
    *("letters", "entries", "rest", "declarations"),
)
_BY, _DAY = Text(), ExactDay()
_UNKNOWN = Choice(tuple(each.value for each in Unknown), Unknown)
_PROOF = Choice(tuple(each.value for each in Proof), Proof)
_TERNARY = Choice(tuple(each.value for each in Ternary), Ternary)
_KIND = Choice(tuple(each.value for each in DecisionKind), DecisionKind)

Path = tuple[str | int, ...]


def read(text: str, source: str, inputs: Inputs, today: date) -> CaseFile:
    """The case in a document. `source` names the file in messages. Raises Problem or Problems."""
    return read_case(read_plain(text, source), inputs, today)


def read_case(found: Plain, inputs: Inputs, today: date, *, present: date | None = None) -> CaseFile:
    """The case in plain data that was read before. Raises Problem or Problems.

    `today` is the day for which the case is read, `present` the latest day that is not the future, if later.
    """
    reader = _Reader(found, found.source, inputs, today)
    case = reader.case()
    for place, error in slips(case, inputs, max(today, present or today)):
        reader.fault(error, place)
    if reader.problems:
        raise Problems(tuple(reader.problems))
    return case


@dataclass(slots=True)
class _Reader:
    plain: Plain
    source: str
    inputs: Inputs
    today: date
    problems: list[Problem] = field(default_factory=list)

    def case(self) -> CaseFile:
        root = self.plain.value
        if not isinstance(root, Mapping) or MAGIC not in root:
            raise Problem(
                mark("“{file}” is not a case of Bleibelotse."),
                mark("A case begins with the line “bleibelotse: 1”."),
                file=self.source,
            )
        if str(root[MAGIC]).strip() != FORMAT:
            raise Problem(
                mark("“{file}” has a newer format than this version can read."),
                mark("Please update Bleibelotse."),
                file=self.source,
            )
        for key in root:
            if key not in _SECTIONS:
                self.fault(ShapeError("The key “{key}” is not known here.", key=str(key)[:40]), (str(key),))
        if "client" not in root:
            self.fault(ShapeError("The key “{key}” is missing.", key="client"), ())
        return CaseFile(
            client=self._read(("client",), root.get("client", {"name": "?"}), _read_client) or Client("?"),
            facts=MappingProxyType(dict(self._table("facts", self._answer))),
            judgements=MappingProxyType(dict(self._table("judgements", self._judgement))),
            waivers=MappingProxyType(dict(self._table("waivers", self._waiver))),
            papers=tuple(self._entries("papers", Record(Paper).read)),
            requests=tuple(self._entries("requests", self._request)),
            household=tuple(self._entries("household", _read_link)),
            letters=tuple(self._entries("letters", Record(DecisionLetter).read)),
            entries=tuple(self._entries("entries", Record(Entry).read)),
            rest=self._read(("rest",), root["rest"], Record(Rest).read) if root.get("rest") else None,
            declarations=tuple(self._entries("declarations", DeclarationShape().read)),
        )

    # Sections

    def _table(self, section: str, read: Callable[[str, Any], Any]) -> Iterator[tuple[str, Any]]:
        table = self.plain.value.get(section) or {}
        if not isinstance(table, Mapping):
            self.fault(ShapeError("A table of keys and values is expected here."), (section,))
            return
        for key, raw in table.items():
            value = self._read((section, key), raw, partial(read, str(key)))
            if value is not None:
                yield str(key), value

    def _entries(self, section: str, read: Callable[[Any], Any]) -> Iterator[Any]:
        entries = self.plain.value.get(section) or []
        for number, raw in enumerate(entries if isinstance(entries, list) else [entries]):
            value = self._read((section, number), raw, read)
            if value is not None:
                yield value

    def _answer(self, name: str, raw: Any) -> Answer:
        shape = self.inputs.shapes.get(name)
        if shape is None:
            raise self._stranger(name)
        if not _has_provenance(raw, shape):
            return Answer(self._value(name, shape, raw))
        _refuse_others(raw, _PROVENANCE)
        if ("value" in raw) == ("unknown" in raw):
            raise ShapeError("Either “value” or “unknown” must stand here.")
        if "unknown" in raw:
            value: Any = at("unknown", _UNKNOWN.read, raw["unknown"])
        else:
            value = at("value", partial(self._value, name, shape), raw["value"])
        return Answer(
            value,
            by=_optional(raw, "by", _BY.read, ""),
            on=_optional(raw, "on", _DAY.read, None),
            proof=_optional(raw, "proof", _PROOF.read, Proof.CLAIMED),
            paper=_optional(raw, "paper", _BY.read, None),
            disputed=_optional(raw, "disputed", YesNo().read, False),
            note=_optional(raw, "note", _BY.read, ""),
        )

    def _value(self, name: str, shape: Shape, raw: Any) -> Any:
        if isinstance(raw, str) and raw in UNKNOWN_WORDS:
            return UNKNOWN_WORDS[raw]
        value = shape.read(raw)
        if name == "birth_date" and isinstance(value, PartialDate) and value.earliest > self.today:
            raise ShapeError("The date of birth lies in the future.")
        return value

    def _judgement(self, name: str, raw: Any) -> Judgement:
        if name not in self.inputs.judgements:
            raise self._stranger(name)
        if not isinstance(raw, Mapping):
            raise ShapeError("A judgement needs value, by, on and reason.")
        _refuse_others(raw, ("value", "by", "on", "reason"))
        return Judgement(
            _optional(raw, "value", _TERNARY.read, Ternary.UNKNOWN),
            by=_optional(raw, "by", _BY.read, ""),
            on=_optional(raw, "on", _DAY.read, None),
            reason=_optional(raw, "reason", _BY.read, ""),
        )

    def _waiver(self, leaf: str, raw: Any) -> Waiver:
        if not isinstance(raw, Mapping):
            raise ShapeError("A waiver needs by, on and reason.")
        _refuse_others(raw, ("by", "on", "reason"))
        for key in ("by", "on", "reason"):
            if not raw.get(key):
                raise ShapeError("The key “{key}” is missing.", key=key)
        by, on = at("by", _BY.read, raw["by"]), at("on", _DAY.read, raw["on"])
        return Waiver(leaf, by, on, at("reason", _BY.read, raw["reason"]))

    def _request(self, raw: Any) -> Request:
        if not isinstance(raw, Mapping) or not raw.get("title"):
            raise ShapeError("The key “{key}” is missing.", key="title")
        _refuse_others(raw, ("title", "decision_kind", "on"))
        title = at("title", _BY.read, raw["title"])
        if self.inputs.titles and title not in self.inputs.titles:
            options = ", ".join(sorted(self.inputs.titles))
            raise ShapeError(
                "“{found}” is not possible here; possible are: {options}.",
                ("title",),
                found=title,
                options=options,
            )
        kind = _optional(raw, "decision_kind", _KIND.read, DecisionKind.GRANT)
        return Request(title, kind, _optional(raw, "on", _DAY.read, None))

    # Faults

    def _read(self, path: Path, raw: Any, read: Callable[[Any], Any]) -> Any:
        try:
            return read(raw)
        except ShapeError as error:
            self.fault(error, path)
            return None

    def fault(self, error: ShapeError, above: Path) -> None:
        """Note what is wrong and where it stands."""
        path = above + error.path
        line = self.plain.line(path)
        place = {"file": self.source, "line": line, "where": _dotted(path)}
        sentence = mark("“{file}”, line {line}, {where}:") if line else mark("“{file}”, {where}:")
        self.problems.append(Problem(sentence, error.sentence, **{**error.values, **place}))

    def _stranger(self, name: str) -> ShapeError:
        if name in self.inputs.derived:
            return ShapeError("This follows from other facts and cannot be entered.")
        return ShapeError("There is no fact of this name.")


def _read_client(raw: Any) -> Client:
    client: Client = Record(Client).read(raw)
    for key, value in (("name", client.name), ("original_name", client.original_name)):
        if len(value) > LONGEST_NAME:
            raise ShapeError("A name has at most {count} letters here.", (key,), count=LONGEST_NAME)
    name = clean(client.name)
    if not name:
        raise ShapeError("The name is empty.", ("name",))
    return replace(client, name=name, original_name=clean(client.original_name))


def _read_link(raw: Any) -> HouseholdLink:
    if isinstance(raw, Mapping):
        if not str(raw.get("file") or raw.get("case") or "").strip():
            raise ShapeError("The key “{key}” is missing.", key="file")
        raw = {("case" if key == "file" else key): value for key, value in raw.items()}
    link: HouseholdLink = Record(HouseholdLink).read(raw)
    return link


def _has_provenance(raw: Any, shape: Shape) -> bool:
    """Whether a table is a value with its provenance, not itself a record with a key called value."""
    if not isinstance(raw, Mapping) or not ("value" in raw or "unknown" in raw):
        return False
    is_record = isinstance(shape, Record | ListOf)
    return (
        not is_record
        or "unknown" in raw
        or isinstance(raw["value"], list | Mapping)
        or raw["value"] == "none"
    )


def _refuse_others(raw: Mapping[Any, Any], known: tuple[str, ...]) -> None:
    for key in raw:
        if key not in known:
            raise ShapeError("The key “{key}” is not known here.", (str(key),), key=str(key)[:40])


def _optional(raw: Mapping[Any, Any], key: str, read: Callable[[Any], Any], default: Any) -> Any:
    value = raw.get(key)
    return default if value in (None, "") else at(key, read, value)


def _dotted(path: Path) -> str:
    """facts.status_periods[2].from; entries are counted from 1, as people do."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text
