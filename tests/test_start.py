"""The start: language, display, and the way to the window."""

import sys

import pytest

from desktop import __main__ as start
from desktop.errors import CannotOpen


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "DE_AT"}, "de"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": ""}, "de"),
        ({"LANG": "ar_SY.UTF-8"}, "en"),
    ],
)
def test_german_where_the_system_speaks_german(environment: dict[str, str], language: str):
    assert start.language_of(environment) == language


@pytest.mark.parametrize(
    ("environment", "platform"),
    [
        ({}, "win32"),
        ({}, "darwin"),
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
    ],
)
def test_where_a_window_can_open(environment: dict[str, str], platform: str):
    start.refuse_without_display(environment, platform)


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}])
def test_where_none_can(environment: dict[str, str]):
    with pytest.raises(CannotOpen):
        start.refuse_without_display(environment, "linux")


def test_missing_libraries_are_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setitem(sys.modules, "desktop.app", None)
    monkeypatch.delattr("desktop.app", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(sys, "argv", ["bleibelotse"])
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert start.main() == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Das Fenster lässt sich nicht öffnen")


def test_an_office_file_opens_the_window(monkeypatch: pytest.MonkeyPatch):
    class App:
        @staticmethod
        def run(arguments: list[str]) -> int:
            return 7 if arguments == ["Büro.akte"] else 1

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(start, "_app", lambda: App)
    monkeypatch.setattr(sys, "argv", ["bleibelotse", "Büro.akte"])
    assert start.main() == 7


def test_a_nameless_account_is_no_error(monkeypatch: pytest.MonkeyPatch):
    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert start._user() == "?"
