"""What every test stands on: no screen, no network, no home of a real person, and nothing left behind."""

import os
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

# Before any import of Qt or of the program, for both look at these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_HOME = Path(tempfile.mkdtemp(prefix="bleibelotse-tests-"))
for _variable, _folder in {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "state",
}.items():
    (_HOME / _folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[_variable] = str(_HOME / _folder)

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


class NetworkUsedError(AssertionError):
    """Something tried to leave the machine."""


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Connections and name look-ups fail; sockets between processes of this machine may be used."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_unless_local(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_unless_local(self, address)
        return connect_ex(self, address)

    def refuse_lookup(host: Any, *_: Any, **__: Any) -> NoReturn:
        raise NetworkUsedError(f"a test asked for the address of {host!r}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", refuse_lookup)
        yield


def _refuse_unless_local(used: socket.socket, address: Any) -> None:
    if used.family != getattr(socket, "AF_UNIX", None):
        raise NetworkUsedError(f"a test tried to connect to {address!r}")


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """A test that leaves a window open or a thread running is wrong, whatever else it shows."""
    windows, threads = _windows(), set(threading.enumerate())
    yield
    leaked_windows = [name for place, name in _windows().items() if place not in windows]
    leaked_threads = [
        thread for thread in threading.enumerate() if thread not in threads and not thread.daemon
    ]
    for thread in leaked_threads:
        thread.join(timeout=2)
    still_running = [thread.name for thread in leaked_threads if thread.is_alive()]
    assert not leaked_windows, f"windows left behind: {leaked_windows}"
    assert not still_running, f"threads left running: {still_running}"


def _windows() -> dict[int, str]:
    """Address and description of every top-level widget without a parent; empty while Qt is not in use."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    import shiboken6
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return {}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {
        shiboken6.getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    }
