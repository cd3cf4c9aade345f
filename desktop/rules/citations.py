"""Citations in running text: which sections of which laws it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

LAWS = (
    "AufenthG AufenthV AsylG AsylbLG BeschV IntV VwGO VwVfG VwZG BGebG BGB ZPO RDG OZG StGB SGG"
    " UkraineAufenthFGV UkraineAufenthÜV"
).split()
_LAW = re.compile("|".join(rf"\b{law}\b" for law in sorted(LAWS, key=len, reverse=True)))
_SIGN = re.compile(r"(?<!§)(?=§)")
_NUMBER = re.compile(r"§{1,2}\s*(\d+[a-z]{0,2})\b")
_FURTHER = re.compile(r"(?:,|\bund|\band|\boder|\bor|\bbis|\bto)\s+(\d+[a-z]{0,2})\b")


def sections(text: str) -> frozenset[str]:
    """The sections a text cites, each with its law: "§ 25b AufenthG".

    A law stands after the last of its sections (§ 25a oder § 25b AufenthG). A section without a law is left
    out: in a text of its own law it says nothing that could change elsewhere.
    """
    return frozenset(f"§ {number} {law}" for number, law in _cited(text.replace("\N{NO-BREAK SPACE}", " ")))


def _cited(text: str) -> Iterator[tuple[str, str]]:
    waiting: list[str] = []
    for part in _SIGN.split(text):
        first = _NUMBER.match(part)
        if first is None:
            continue
        law = _LAW.search(part)
        waiting.append(first[1])
        if part.startswith("§§"):
            head = re.split(r"\s(?:Abs|S|Nr)\.", part[: law.start()] if law is not None else part)[0]
            waiting += _FURTHER.findall(head)
        if law is not None:
            for number in waiting:
                yield number, law[0]
            waiting = []
