"""Names of states behind the two-letter codes of a case."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from desktop import resources
from desktop.cases.plaindata import read_plain_file
from desktop.texts import Language


@cache
def countries(language: Language) -> Mapping[str, str]:
    """Every ISO 3166 code, and `stateless`, with its name."""
    table = read_plain_file(resources.path("countries.yaml")).value
    return {code: names[language] for code, names in table.items()}


def country(code: str, language: Language) -> str:
    """The name of a state; whatever is no code is shown as it was typed."""
    return countries(language).get(code, code)
