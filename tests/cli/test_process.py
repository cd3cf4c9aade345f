"""The program as a process: no Qt, no traceback, a broken pipe, a full disk, a terminal, no display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import resources

from .conftest import GOOD_SECRET, sample

ROOT = resources.path("..").resolve()
LOADED = (
    "import sys; sys.argv[0] = 'bleibelotse'\n"
    "from desktop.__main__ import main\n"
    "code = main()\n"
    "print(*[name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))], file=sys.stderr)\n"
    "sys.exit(code)"
)


def run(
    *arguments: str | Path, start: tuple[str, ...] = ("-m", "desktop"), **options
) -> subprocess.CompletedProcess:
    environment = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "BLEIBELOTSE_DEBUG", "LC_ALL")
    } | {"LANG": "de_DE.UTF-8", "PYTHONPATH": str(ROOT)}
    environment |= options.pop("environment", {})
    return subprocess.run(
        [sys.executable, *start, *map(str, arguments)],
        env=environment,
        stdin=options.pop("stdin", subprocess.DEVNULL),
        capture_output="stdout" not in options,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **options,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("schema",),
        ("evaluate", sample("sachsen-pflege")),
        ("deadlines", sample("sachsen-pflege"), "--json"),
        ("rules", "list"),
        ("print", "letter", sample("sachsen-pflege"), "--out", "{folder}/brief.pdf"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_verb_imports_qt(arguments, tmp_path: Path):
    filled = [str(each).replace("{folder}", str(tmp_path)) for each in arguments]
    result = run(*filled, start=("-c", LOADED))
    assert (result.returncode, result.stderr.strip()) == (0, "")
    assert result.stdout


def test_the_help_is_there_before_anything_heavy_loads():
    script = LOADED.replace("('PySide6', 'shiboken6')", "('pydantic', 'reportlab', 'sqlmodel', 'yaml')")
    result = run("--help", start=("-c", script), environment={"LANG": "C"})
    assert (result.returncode, result.stderr.strip()) == (0, "")


def test_a_problem_is_one_sentence_and_its_traceback_is_for_developers(tmp_path: Path):
    quiet = run("evaluate", tmp_path / "nix.yaml")
    assert (quiet.returncode, quiet.stdout) == (3, "")
    assert quiet.stderr == "Es gibt keine Datei „nix.yaml“.\n"
    loud = run("evaluate", tmp_path / "nix.yaml", environment={"BLEIBELOTSE_DEBUG": "1"})
    assert loud.returncode == 3
    assert "Traceback" in loud.stderr


def test_a_terminal_that_knows_ascii_only():
    result = run("evaluate", sample("sachsen-pflege"), environment={"PYTHONIOENCODING": "ascii"})
    assert result.returncode == 0
    assert "Rechtsstand" in result.stdout


def test_without_a_display_the_window_says_so():
    result = run()
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert "Bildschirm" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX shell")
def test_a_reader_that_has_seen_enough_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    try:
        result = run("schema", stdout=writing, stderr=subprocess.PIPE)
    finally:
        os.close(writing)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_output_that_cannot_be_written_is_told():
    with Path("/dev/full").open("w") as full:
        result = run("schema", stdout=full, stderr=subprocess.PIPE)
    assert result.returncode == 3
    assert result.stderr == "Die Ausgabe kann nicht geschrieben werden.\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can mount")
def test_a_disk_that_is_really_full(tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        result = run("print", "reasons", sample("sachsen-pflege"), "--out", disk / "a.pdf")
        left = list(disk.iterdir())
    finally:
        subprocess.run(["umount", disk], check=True)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (3, "", 1)
    assert left == []


def test_the_demo_draws_the_window_without_a_display_and_then_says_so(tmp_path: Path):
    result = run("demo", "--out", tmp_path, "--open")
    assert (result.returncode, result.stderr.count("\n")) == (3, 1), result.stderr
    assert "Bildschirm" in result.stderr
    names = {path.name for path in tmp_path.glob("*.png")}
    assert {"clients-de-light.png", "clients-en-dark.png", "today-de-dark.png"} <= names
    assert f"{len(names)} Bilder des Fensters" in result.stdout


# Passphrases


def test_without_a_terminal_nothing_is_asked(tmp_path: Path):
    result = run("office", "create", tmp_path / "Büro.akte", start_new_session=True)
    assert (result.returncode, result.stderr.count("\n")) == (3, 1)
    assert "--passphrase-file" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminal")
def test_at_a_terminal_the_passphrase_is_typed_unseen(tmp_path: Path):
    """With the real cost of a key, from creating to checking."""
    path = tmp_path / "Büro.akte"
    created = _at_terminal(["office", "create", str(path), "--login", "mk"], [GOOD_SECRET, GOOD_SECRET])
    assert "Wiederherstellungscode" in created
    assert GOOD_SECRET not in created
    assert "in Ordnung" in _at_terminal(["office", "check", str(path), "--login", "mk"], [GOOD_SECRET])
    file = tmp_path / "p"
    file.write_text(GOOD_SECRET, encoding="utf-8")
    checked = run("office", "check", path, "--login", "mk", "--passphrase-file", file)
    assert (checked.returncode, checked.stderr) == (0, "")


def _at_terminal(arguments: list[str], typed: list[str]) -> str:
    """What is seen on a terminal at which somebody types."""
    master, slave = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=os.environ | {"LANG": "de_DE.UTF-8", "LC_ALL": "", "PYTHONPATH": str(ROOT)},
        preexec_fn=_take_terminal,
    )
    os.close(slave)
    seen = b""
    try:
        for text in typed:
            while not seen.rstrip(b" ").endswith(b":"):
                seen += os.read(master, 1024)
            os.write(master, text.encode() + b"\n")
            seen += b"\n"
        while piece := _read(master):
            seen += piece
        assert process.wait(timeout=60) == 0, seen.decode()
    finally:
        process.kill()
        process.wait()
        os.close(master)
    return seen.decode("utf-8")


def _take_terminal() -> None:
    import fcntl
    import termios

    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read(master: int) -> bytes:
    try:
        return os.read(master, 1024)
    except OSError:  # the other side is closed
        return b""
