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
# What these modules offer without leaving the machine: its name, and a second start that talks to the first.
LOCAL_ONLY = {"gethostname", "QLocalServer", "QLocalSocket"}


def test_nothing_that_reaches_a_network_is_imported():
    found = [
        f"{path.relative_to(DESKTOP)}: {imported}"
        for path in sorted(DESKTOP.rglob("*.py"))
        for imported in imports(ast.parse(path.read_bytes()))
        if reaches_out(imported)
    ]
    assert not found


def test_the_tests_themselves_cannot_connect():
    with socket.socket() as outward, pytest.raises(AssertionError, match="tried to connect"):
        outward.connect(("127.0.0.1", 9))


def imports(tree: ast.Module) -> Iterator[str]:
    """Dotted names of all that is imported: `from a import b` as `a.b`, `import a` as each `a.b` in use."""
    used = [
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                short = f"{alias.asname or alias.name}."
                uses = [name.replace(short, f"{alias.name}.", 1) for name in used if name.startswith(short)]
                yield from uses or [alias.name]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches_out(imported: str) -> bool:
    parts = imported.split(".")
    outward = "QtNetwork" in parts or f"{imported}.".startswith(tuple(f"{name}." for name in NETWORK_MODULES))
    return outward and parts[-1] not in LOCAL_ONLY


@pytest.mark.parametrize(
    "line",
    [
        "import socket; socket.create_connection(('localhost', 80))",
        "import http.client",
        "from urllib.request import urlopen",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
    ],
)
def test_this_would_be_found(line):
    assert any(map(reaches_out, imports(ast.parse(line))))


@pytest.mark.parametrize(
    "line",
    ["import socket; socket.gethostname()", "from urllib.parse import quote", "import https_is_a_word"],
)
def test_this_may_be_used(line):
    assert not any(map(reaches_out, imports(ast.parse(line))))
