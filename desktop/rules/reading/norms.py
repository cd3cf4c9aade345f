"""From a norm's file to the norm: versions in order, routes, and what is examined for each decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from desktop.cases.applications import DecisionKind
from desktop.cases.plaindata import Plain, Where
from desktop.texts import mark

from ..conditions import Node
from ..norms import Examination, Norm, Route, Version, closed, examination
from ..verdict import LeafClass
from ..vocabulary import Vocabulary
from .faults import Faults
from .trees import Place, Trees
from .written import WrittenCondition, WrittenGeneral, WrittenNorm, WrittenRoute, WrittenVersion

MAX_SPLIT_ANSWERS = 64


class NormReader:
    """Builds the norms of one pack."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        trees: Trees,
        general: tuple[WrittenGeneral, Plain] | None,
        faults: Faults,
    ) -> None:
        self._vocabulary, self._trees, self._faults = vocabulary, trees, faults
        self._general = self._shared(*general) if general else {}

    def norm(self, written: WrittenNorm, plain: Plain) -> Norm:
        """The norm; a fault in it is told and gives a norm that must not be used."""
        decisions = tuple(DecisionKind(each) for each in written.decisions)
        versions = []
        for number, each in enumerate(written.versions):
            where: Where = ("versions", number)
            versions.append((self._version(written, each, decisions, plain, where), where))
        ordered = sorted(versions, key=lambda pair: pair[0].in_force.since)
        for (earlier, _), (later, where) in pairwise(ordered):
            if earlier.in_force.until is None or earlier.in_force.until > later.in_force.since:
                self._faults.add(
                    plain,
                    (*where, "in_force"),
                    mark("“{file}”, line {line}: this version and the one since {since} overlap."),
                    since=earlier.in_force.since,
                )
        return Norm(
            id=written.id,
            cite=written.cite,
            title=written.title,
            short=written.short or written.title,
            decisions=decisions,
            no_grant=written.no_grant,
            applied_for=written.applied_for,
            versions=tuple(version for version, _ in ordered),
        )

    def _version(
        self,
        norm: WrittenNorm,
        written: WrittenVersion,
        decisions: tuple[DecisionKind, ...],
        plain: Plain,
        where: Where,
    ) -> Version:
        if decisions and not written.routes:
            self._faults.add(
                plain, where, mark("“{file}”, line {line}: a title that is examined needs a route.")
            )
        if written.closed_to and norm.no_grant is None:
            self._faults.add(
                plain,
                where,
                mark("“{file}”, line {line}: “closed_to” needs the reason, “no_grant”, in the norm."),
            )
        found: dict[DecisionKind, Examination] = {}
        for kind in decisions if written.routes else ():
            found[kind] = self._examination(norm, written, kind, plain, where)
        for each in written.closed_to:
            if norm.no_grant is not None:
                kind = DecisionKind(each)
                left = self._transitional(norm, written, kind, plain, where)
                found[kind] = closed(self._vocabulary, kind, norm.cite, norm.no_grant, left)
        return Version(
            norm_id=norm.id,
            cite=norm.cite,
            in_force=written.in_force,
            checked=written.checked,
            sources=written.sources,
            note=written.note,
            certainty=written.certainty,
            conditions_missing=written.conditions_missing,
            examinations=MappingProxyType(found),
        )

    def _transitional(
        self, norm: WrittenNorm, written: WrittenVersion, kind: DecisionKind, plain: Plain, where: Where
    ) -> tuple[Route, ...]:
        """The ways that are left to a title that is not granted any more."""
        place = Place(plain, where, norm.id, LeafClass.REQUIRES, norm.cite, kind)
        self._trees.begin()
        routes = tuple(
            self._route(each, place.at("transitional", number))
            for number, each in enumerate(written.transitional)
        )
        self._check_ids(routes, (), plain, where)
        return routes

    def _examination(
        self, norm: WrittenNorm, written: WrittenVersion, kind: DecisionKind, plain: Plain, where: Where
    ) -> Examination:
        place = Place(plain, where, norm.id, LeafClass.REQUIRES, norm.cite, kind)
        self._trees.begin()
        routes = tuple(
            self._route(each, place.at("routes", number))
            for number, each in enumerate(written.routes)
            if each.applies_to in (None, kind.value)
        )
        common = (*self._trees.conditions(written, place), *self._taken(written, place))
        self._check_ids(routes, common, plain, where)
        if not routes:
            self._faults.add(
                plain,
                where,
                mark("“{file}”, line {line}: no route is left for “{decision}”."),
                decision=kind.value,
            )
            return Examination(kind, (), (), (), {})
        built = examination(self._vocabulary, kind, routes, common)
        combinations = 1
        for split in built.splits:
            combinations *= len(split.answers)
        if combinations > MAX_SPLIT_ANSWERS:
            self._faults.add(
                plain,
                where,
                mark("“{file}”, line {line}: too many facts count both for and against ({facts})."),
                facts=", ".join(split.fact[0] for split in built.splits),
            )
        return built

    def _route(self, written: WrittenRoute, place: Place) -> Route:
        cap = written.cap or written.effect.cap
        if cap > written.effect.cap:
            self._faults.add(
                place.plain,
                (*place.where, "cap"),
                mark("“{file}”, line {line}: the cap “{cap}” is better than the effect “{effect}” allows."),
                cap=cap.value,
                effect=written.effect.value,
            )
        conditions = self._trees.conditions(written, replace(place, cite=written.cite))
        return Route(written.id, written.effect, cap, written.cite, written.title, conditions, written.note)

    def _taken(self, written: WrittenVersion, place: Place) -> Iterable[Node]:
        """The shared leaves that the version takes, each in its class."""
        for name, cls in written.general.items():
            at = place.at("general", name)
            if name not in self._general:
                self._faults.add(
                    place.plain,
                    at.where,
                    mark("“{file}”, line {line}: general.yaml has no condition “{id}”."),
                    id=name,
                )
                continue
            shared, plain, where = self._general[name]
            inside = Place(plain, where, place.norm_id, cls, "", place.decision_kind)
            node = self._trees.node(shared, inside)
            if node is not None:
                yield node

    def _shared(
        self, general: WrittenGeneral, plain: Plain
    ) -> dict[str, tuple[WrittenCondition, Plain, Where]]:
        found: dict[str, tuple[WrittenCondition, Plain, Where]] = {}
        for number, shared in enumerate(general.leaves):
            where: Where = ("leaves", number)
            name = getattr(shared, "id", None)
            if name is None:
                self._faults.add(plain, where, mark("“{file}”, line {line}: a shared condition needs an id."))
            elif name in found:
                self._faults.add(
                    plain, where, mark("“{file}”, line {line}: the id “{id}” stands twice."), id=name
                )
            else:
                found[name] = (shared, plain, where)
        return found

    def _check_ids(
        self, routes: tuple[Route, ...], common: tuple[Node, ...], plain: Plain, where: Where
    ) -> None:
        """Leaf ids are unique in a version: a waiver of one leaf must not lift another."""
        nodes = [node for route in routes for node in route.conditions] + list(common)
        seen: dict[str, object] = {}
        for node in nodes:
            for leaf in node.leaves():
                if seen.setdefault(leaf.id, leaf) is not leaf:
                    self._faults.add(
                        plain,
                        where,
                        mark("“{file}”, line {line}: two conditions of this version have the id “{id}”."),
                        id=leaf.id,
                    )
        names = [route.id for route in routes]
        for name in {each for each in names if names.count(each) > 1}:
            self._faults.add(
                plain, where, mark("“{file}”, line {line}: two routes have the id “{id}”."), id=name
            )
