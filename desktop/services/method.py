"""What the results kept in an office file were made with: an updated law or program makes them anew."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from desktop import resources
from desktop.rules.facts.method import method_name

from .reference import Reference

_TABLES = ("authorities", "holidays")
"""Folders of the program that dates are computed from, beside the pack."""


def made_with(reference: Reference) -> str:
    """A name that differs wherever pack, program, lead times of authorities or holidays do."""
    pack = reference.pack
    return f"{pack.id} {pack.digest} {method_name()} {_tables()}"


@cache
def _tables() -> str:
    digest = sha256()
    for folder in _TABLES:
        for file in sorted(resources.path(folder).glob("*.yaml")):
            digest.update(f"{folder}/{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]
