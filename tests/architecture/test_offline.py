"""The program cannot reach a network: it imports nothing that could."""

import ast
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"

NETWORK_MODULES = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
# A second start of the program talks to the first by a local socket; no more of QtNetwork is allowed.
LOCAL_ONLY = {"QLocalServer", "QLocalSocket"}


def test_nothing_that_reaches_a_network_is_imported():
    found = [
        f"{path.relative_to(DESKTOP)}: {imported}"
        for path in sorted(DESKTOP.rglob("*.py"))
        for imported in imports(ast.parse(path.read_bytes()))
        if f"{imported}.".startswith(tuple(f"{module}." for module in NETWORK_MODULES))
        or reaches_out_through_qt(imported)
    ]
    assert not found


def test_the_tests_themselves_cannot_connect():
    with socket.socket() as outward, pytest.raises(AssertionError, match="tried to connect"):
        outward.connect(("127.0.0.1", 9))


def imports(tree: ast.Module) -> Iterator[str]:
    """Dotted names of everything imported, `from a import b` as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches_out_through_qt(imported: str) -> bool:
    parts = imported.split(".")
    return parts[0] == "PySide6" and "QtNetwork" in parts and parts[-1] not in LOCAL_ONLY
