"""Citations as the pack writes them, taken apart: "§ 25b Abs. 1 S. 2 Nr. 3, S. 3, § 5 Abs. 4 AufenthG".

An act follows what it governs. A number after a comma goes on at the level of the one before; after `§§` it
is a section where the Absatz does not exist, since both "§§ 8 Abs. 3, 44a" and "§§ 50, 58 Abs. 2, 3" occur.
A Satz right after a Nummer ("Nr. 2 S. 2") is one inside the Nummer. Brackets hold remarks, not places.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

_LEVELS = {"Abs": "paragraph", "S": "sentence", "Nr": "number", "Buchst": "letter", "Alt": "alternative"}
_ORDER = ("section", "paragraph", "sentence", "number", "letter", "alternative")
_TOKEN = re.compile(
    r"(?P<sign>§§?|Art\.)|(?P<level>Abs|S|Nr|Buchst|Alt)\.|(?P<joint>,|;|mit\b|bis\b)"
    r"|(?P<act>VO \(EU\) \d+/\d+|RL \d+/\d+/EG|Beschluss \(EU\) \d+/\d+|SGB [IVX]+"
    r"|(?:Schengener )?[A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]+(?: der Länder| für Schutzberechtigte)?)"
    r"|(?P<value>\d+[a-z]*|[a-z]{1,2}\b)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """One place of an act. An empty field is not named."""

    sign: str
    section: str = ""
    paragraph: str = ""
    sentence: str = ""
    number: str = ""
    letter: str = ""
    alternative: str = ""
    act: str = ""


def without_remarks(cite: str) -> str:
    """The citation without its brackets; those in the name of an act of the EU stay."""
    return re.sub(r"\((?!EU\))[^)]*\)", "", cite).strip()


def places(cite: str, has_paragraph: Callable[[str, str, str], bool]) -> list[Place]:
    """Every place that a citation names.

    `has_paragraph(act, section, paragraph)` decides between an Absatz and a section after `§§`. An act
    without a place stands by itself. Raises ValueError for what is not written like a citation.
    """
    found: list[Place] = []
    for part, act in _by_act(without_remarks(cite)):
        found += [replace(place, act=act) for place in _places(part, act, has_paragraph, cite)]
    return found


def _by_act(cite: str) -> list[tuple[list[re.Match[str]], str]]:
    parts: list[tuple[list[re.Match[str]], str]] = []
    open_tokens: list[re.Match[str]] = []
    rest = cite
    while rest:
        token = _TOKEN.match(rest)
        if token is None:
            raise ValueError(f"{cite}: not understood from {rest!r}")
        if token["act"]:
            parts.append((open_tokens, token["act"]))
            open_tokens = []
        else:
            open_tokens.append(token)
        rest = rest[token.end() :].lstrip()
    if open_tokens:
        raise ValueError(f"{cite}: no act at the end")
    return parts


def _places(
    tokens: list[re.Match[str]], act: str, has_paragraph: Callable[[str, str, str], bool], cite: str
) -> list[Place]:
    found: list[Place] = []
    sign, level, fresh = "", "section", False
    current = Place("")
    for index, token in enumerate(tokens):
        if token["sign"]:
            sign, level, current, fresh = token["sign"], "section", Place(token["sign"]), True
        elif token["level"]:
            above, level, fresh = level, _LEVELS[token["level"]], True
            if tokens[index - 1]["value"] and _ORDER.index(level) <= _ORDER.index(above):
                if (level, above) != ("sentence", "number"):
                    raise ValueError(f"{cite}: {token[0]} after {above}")
                level = "inner"
        elif token["value"] and level == "inner":
            level, fresh = "number", False
        elif token["value"]:
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            begun = not fresh and sign == "§§" and level != "section"
            opens = after is not None and after["level"] == "Abs"
            if begun and (opens or not has_paragraph(act, current.section, token["value"])):
                level = "section"
            lower = dict.fromkeys(_ORDER[_ORDER.index(level) + 1 :], "")
            if level == "section":
                current = Place(sign)
            new = replace(current, **lower, **{level: token["value"]})
            extends = fresh and found and tokens[index - 2]["value"] and found[-1] == current
            found = [*found[:-1], new] if extends else [*found, new]
            current, fresh = new, False
    return found
