"""The numbers, days and groups of status codes that the law or practice sets, as the pack states them."""

from __future__ import annotations

from datetime import date
from typing import Protocol

TITLE = "title:"
ANY_TITLE = "title:*"


class PackTerms(Protocol):
    """What a pack offers: dated values and groups of status codes. Both raise KeyError for an unknown id."""

    def value(self, term_id: str, on: date) -> str: ...

    def group(self, name: str) -> frozenset[str]: ...


class LawTerms:
    """The pack's terms as they stand on one day, read once each."""

    def __init__(self, terms: PackTerms, on: date) -> None:
        self._terms = terms
        self._on = on
        self._numbers: dict[str, int] = {}
        self._days: dict[str, date] = {}
        self._words: dict[str, frozenset[str]] = {}

    def number(self, term_id: str) -> int:
        """A whole number; its unit stands in the pack."""
        if term_id not in self._numbers:
            self._numbers[term_id] = int(self._terms.value(term_id, self._on))
        return self._numbers[term_id]

    def day(self, term_id: str) -> date:
        """A day of the calendar."""
        if term_id not in self._days:
            self._days[term_id] = date.fromisoformat(self._terms.value(term_id, self._on))
        return self._days[term_id]

    def words(self, term_id: str) -> frozenset[str]:
        """Words that stand apart by blanks in one value."""
        if term_id not in self._words:
            self._words[term_id] = frozenset(self._terms.value(term_id, self._on).split())
        return self._words[term_id]

    def codes(self, group: str) -> frozenset[str]:
        """The status codes of a group as written; `title:*` stands for every title."""
        return self._terms.group(group)

    def has(self, group: str, code: str) -> bool:
        """Whether a status code belongs to a group."""
        codes = self._terms.group(group)
        return code in codes or (ANY_TITLE in codes and code.startswith(TITLE))
