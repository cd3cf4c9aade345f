"""The examination scheme (Prüfschema) of a norm as text, in the order of its file: to be read by a lawyer."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.cases.words import DECISION_WORDS
from desktop.texts import Texts, mark

from .conditions import All, Capped, Fixed, Joined, Leaf, Node, Unless
from .norms import Examination, Norm, Version
from .words import CLASS_WORDS, EFFECT_WORDS, VERDICT_WORDS

CERTAINTY_WORDS = {"secondary": mark("known at second hand"), "inferred": mark("our own conclusion")}
"""Beside a condition that was not read in the official text."""


def scheme(norm: Norm, version: Version, texts: Texts) -> str:
    """The scheme of one version, every kind of decision one after the other."""
    lines = [f"{norm.cite}: {texts.pick(norm.title)}", _in_force(version, texts)]
    checked = version.checked
    lines.append(
        texts(
            mark("Checked on {day} against: {text}."),
            day=texts.day(checked.on),
            text=texts.pick(checked.against),
        )
    )
    if norm.no_grant is not None:
        lines.append(texts.pick(norm.no_grant))
    alike = _alike(version)
    for examination in version.examinations.values():
        if alike and examination is not next(iter(version.examinations.values())):
            break
        lines.append("")
        words = (DECISION_WORDS[kind] for kind in version.examinations) if alike else ()
        heading = ", ".join(texts(word) for word in words) or texts(DECISION_WORDS[examination.decision_kind])
        lines.append(heading)
        lines.extend(_examination(examination, texts))
    return "\n".join(lines) + "\n"


def _in_force(version: Version, texts: Texts) -> str:
    since = texts.day(version.in_force.since)
    if version.in_force.until is None:
        return texts(mark("In force since {since}."), since=since)
    until = texts.day(version.in_force.until)
    return texts(
        mark("In force from {since} until {until} (that day not included)."), since=since, until=until
    )


def _alike(version: Version) -> bool:
    """Whether every decision is examined in the same way."""
    ids = [[leaf.id for leaf in examination.leaves] for examination in version.examinations.values()]
    return len(ids) > 1 and all(each == ids[0] for each in ids)


def _examination(examination: Examination, texts: Texts) -> Iterator[str]:
    for number, route in enumerate(examination.routes, 1):
        title = texts.pick(route.title)
        nature = texts(EFFECT_WORDS[route.effect])
        if route.cap < route.effect.cap:  # the norm itself says that this way cannot carry more
            verdict = texts(VERDICT_WORDS[route.cap])
            nature = texts(mark("{nature}, at most: {verdict}"), nature=nature, verdict=verdict)
        yield f"  {number}. {title} ({route.cite}; {nature})"
        for node in route.conditions:
            yield from _node(node, texts, 2)
    if examination.common:
        yield (
            "  " + texts(mark("Common to all:"))
            if len(examination.routes) > 1
            else "  " + texts(mark("And:"))
        )
        for node in examination.common:
            yield from _node(node, texts, 2)


def _node(node: Node, texts: Texts, depth: int, mark_sign: str = "–") -> Iterator[str]:
    indent = "  " * depth
    if isinstance(node, Leaf):
        said = [texts(CLASS_WORDS[node.cls]), node.cite]
        if node.certainty in CERTAINTY_WORDS:
            said.append(texts(CERTAINTY_WORDS[node.certainty]))
        yield f"{indent}{mark_sign} {texts.pick(node.label)} [{'; '.join(said)}]"
    elif isinstance(node, Fixed):
        yield f"{indent}{mark_sign} {texts.pick(node.label)} [{node.cite}]"
    elif isinstance(node, Capped):
        yield from _node(node.inner, texts, depth, mark_sign)
        verdict = texts(VERDICT_WORDS[node.cap])
        yield f"{indent}  {texts(mark('at most: {verdict}'), verdict=verdict)}"
    elif isinstance(node, Unless):
        yield from _node(node.condition, texts, depth, mark_sign)
        yield f"{indent}  {texts(mark('unless'))}"
        yield from _node(node.exception, texts, depth + 2)
    else:
        assert isinstance(node, Joined)
        # under a bar the tree holds the other word than the file (De Morgan); show the file's
        joined_by_all = isinstance(node, All) is not node.bar
        word = texts(mark("all of:")) if joined_by_all else texts(mark("at least one of:"))
        label = f"{texts.pick(node.label)}: " if node.label else ""
        cite = f" [{node.cite}]" if node.cite else ""
        yield f"{indent}{mark_sign} {label}{word}{cite}"
        for part in node.parts:
            yield from _node(part, texts, depth + 1)
