"""The method by which facts are derived, as a short name: what an older program kept is not read."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pkgutil import iter_modules
from types import CodeType
from typing import Any

import desktop.cases
import desktop.deadlines
import desktop.rules
import desktop.rules.facts

_PACKAGES = (desktop.cases, desktop.deadlines, desktop.rules, desktop.rules.facts)


@cache
def method_name() -> str:
    """The same for the same code of cases, deadlines and rules, whatever machine and folder it runs in."""
    digest = sha256()
    for package in _PACKAGES:
        for module in sorted(iter_modules(package.__path__), key=lambda each: each.name):
            name = f"{package.__name__}.{module.name}"
            spec = find_spec(name)
            loader: Any = spec.loader if spec is not None else None
            code = loader.get_code(name) if hasattr(loader, "get_code") else None
            digest.update(name.encode())
            if code is not None:
                _take(digest, code)
    return digest.hexdigest()[:16]


def _take(digest: Any, code: CodeType) -> None:
    """What a code object does, without where its file lies and without the order of sets."""
    digest.update(code.co_code)
    digest.update(repr((code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars)).encode())
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            _take(digest, constant)
        elif isinstance(constant, frozenset):
            digest.update(repr(sorted(map(repr, constant))).encode())
        else:
            digest.update(repr(constant).encode())
