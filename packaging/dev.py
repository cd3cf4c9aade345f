#!/usr/bin/env python3
"""Set up, show, run and check Bleibelotse, with nothing but Python 3.11 or newer.

    python3 packaging/dev.py demo [--out DIR]     a made-up office: answers, prints, pictures of the window
    python3 packaging/dev.py run [ARGUMENT ...]   the program
    python3 packaging/dev.py test [ARGUMENT ...]  style, types, layers, then every test (arguments of pytest)
    python3 packaging/dev.py check                style, types and layers only
    python3 packaging/dev.py bench [ARGUMENT ...] times and memory against their floors (arguments of pytest)

The first call builds `.venv` from wheels whose hashes stand in requirements-dev.lock; later calls reuse it
until the lock, pyproject.toml or the Python version changes. `bench` adds what the program is compared with
(requirements-bench.lock). On Debian and its relatives the system libraries
that Qt needs are installed too, if that is possible without asking for a password.
"""

from __future__ import annotations  # so that an old Python can still say that it is too old

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "bleibelotse.stamp"
LOCK = ROOT / "requirements-dev.lock"
BENCH_STAMP = VENV / "bleibelotse-bench.stamp"
BENCH_LOCK = ROOT / "requirements-bench.lock"

# Library -> Debian package. Qt loads the first group even without a screen, the second for a window on X11.
ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

CHECKS = {
    "style": ["ruff", "check", "--quiet"],
    "format": ["ruff", "format", "--check"],
    "types": ["mypy"],
    "layers": ["lint-imports", "--no-logo"],
}


class CannotContinueError(Exception):
    """Ends the program with one sentence for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=["demo", "run", "test", "check", "bench"])
    verb = parser.parse_args(arguments[:1]).verb
    rest = arguments[1:]
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - this file also starts where the project cannot
            raise CannotContinueError(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.")
        provide_system_packages(qt=verb != "check", window=verb in {"demo", "run"} and has_display())
        provide_environment()
        if verb == "bench":
            provide_comparisons()
        return {"demo": demo, "run": run, "test": test, "check": check, "bench": bench}[verb](rest)
    except CannotContinueError as reason:
        print(f"dev.py: {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# --- the verbs ----------------------------------------------------------------------------------------------


def demo(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py demo")
    parser.add_argument("--out", default="demo-output", metavar="DIR", help="default: %(default)s")
    out = parser.parse_args(arguments).out
    command = ["desktop", "demo", "--out", out]
    if has_display():
        return module([*command, "--open"])
    code = module(command, offscreen=True)
    if code == 0:
        say(f"no display here, so the window stays closed; look at what lies in {out}")
    return code


def run(arguments: list[str]) -> int:
    return module(["desktop", *arguments])


def test(arguments: list[str]) -> int:
    failed = run_checks()
    say("tests")
    code = module(["pytest", *arguments], offscreen=True)
    if failed:  # the closing line of the tests is the last word unless something above it failed
        print(f"dev.py: failed before the tests: {', '.join(failed)}", file=sys.stderr)
    return code or bool(failed)


def check(arguments: list[str]) -> int:
    if arguments:
        raise CannotContinueError("`check` takes no arguments.")
    return int(bool(run_checks()))


def bench(arguments: list[str]) -> int:
    return module(["pytest", "-m", "bench", "-s", "tests/bench", *arguments], offscreen=True)


def run_checks() -> list[str]:
    """Runs all checks, also after a failure, prints a table, and returns the names of those that failed."""
    rows = []
    for name, command in CHECKS.items():
        say(name)
        start = time.monotonic()
        tool = shutil.which(command[0], path=str(PYTHON.parent))
        fine = tool is not None and start_program([tool, *command[1:]]) == 0
        rows.append((name, fine, time.monotonic() - start))
    print()
    for name, fine, seconds in rows:
        print(f"  {name:<8} {'ok' if fine else 'FAILED':<7} {seconds:5.1f} s")
    print(flush=True)
    return [name for name, fine, _ in rows if not fine]


def module(command: Sequence[str], *, offscreen: bool = False) -> int:
    """`python -m ...` of the environment."""
    return start_program([PYTHON, "-m", *command], offscreen=offscreen)


def start_program(command: Sequence[str | Path], *, offscreen: bool = False) -> int:
    """Runs a program from the root of the project and returns its exit code, as a shell would give it."""
    environment = dict(os.environ)
    if offscreen:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    return code if code >= 0 else 128 - code


def has_display() -> bool:
    """Whether a person could see a window; a build server has none, whatever its system."""
    if os.environ.get("CI") or os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- the Python environment ---------------------------------------------------------------------------------


def provide_environment() -> None:
    """Builds or completes `.venv`, unless its stamp says that it is what lock and project ask for."""
    place, content = fingerprints()
    stamp = STAMP.read_text(encoding="utf-8").split() if STAMP.exists() and PYTHON.exists() else []
    if stamp == [place, content]:
        return
    if place not in stamp:
        make_environment()
    STAMP.write_text(place, encoding="utf-8")  # half a stamp, should the next steps be interrupted
    say("installing hash-checked packages (about 150 MB the first time)")
    install_from(LOCK)
    # pip cannot check the hash of a folder, so the project comes second, its build tool already in place.
    setup(
        [*pip_install(), "--no-deps", "--no-build-isolation", "-e", ROOT],
        "The project itself could not be installed into .venv",
    )
    STAMP.write_text(f"{place}\n{content}", encoding="utf-8")


def provide_comparisons() -> None:
    """Adds to `.venv` what the benches compare with, unless it is there; nothing else needs it."""
    wanted = hashlib.sha256("".join(fingerprints()).encode() + BENCH_LOCK.read_bytes()).hexdigest()
    if BENCH_STAMP.exists() and BENCH_STAMP.read_text(encoding="utf-8") == wanted:
        return
    say("installing hash-checked packages to compare with (about 40 MB the first time)")
    install_from(BENCH_LOCK)
    BENCH_STAMP.write_text(wanted, encoding="utf-8")


def install_from(lock: Path) -> None:
    setup(
        [*pip_install(), "--require-hashes", "--only-binary", ":all:", "-r", lock],
        "The packages could not be installed: no network, no wheel for this system, or a hash that differs",
    )


def pip_install() -> list[str | Path]:
    return [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]


def fingerprints() -> tuple[str, str]:
    """What makes an environment the right one: first the Python and the place, for it cannot be moved;
    then what is installed in it."""
    place = f"{sys.version} {VENV}".encode()
    content = LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(place).hexdigest(), hashlib.sha256(content).hexdigest()


def make_environment() -> None:
    say("making .venv")
    interpreter = getattr(sys, "_base_executable", None) or sys.executable
    setup([interpreter, "-m", "venv", "--clear", VENV], "Python could not make an environment in .venv")


def setup(command: Sequence[str | Path], failure: str) -> None:
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise CannotContinueError(f"{failure}. The reason stands above.")


# --- the system ---------------------------------------------------------------------------------------------


def provide_system_packages(*, qt: bool, window: bool) -> None:
    """On Debian and its relatives, installs what Python and Qt lack; elsewhere says what is missing."""
    if not sys.platform.startswith("linux"):
        return
    wanted = (ALWAYS if qt else {}) | (WINDOW if window else {})
    missing = [library for library in wanted if not loads(library)]
    packages = [wanted[library] for library in missing]
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if packages and shutil.which("apt-get"):
        install_packages(packages)
    elif missing:
        say(f"Qt may not start: this system lacks {', '.join(missing)}")


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages as root or by password-less sudo; otherwise says what to type."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    by_hand = f"This system lacks some packages. Please type:  sudo {shlex.join(command)}"
    prefix = [] if is_root() else ["sudo", "-n"]
    if prefix and not quietly([*prefix, "true"]):
        raise CannotContinueError(by_hand)
    say(f"installing system packages: {' '.join(packages)}")
    # A fresh system has no package list yet, an old one may name versions that are gone.
    if not quietly([*prefix, *command]):
        quietly([*prefix, "apt-get", "update"])
        if not quietly([*prefix, *command]):
            raise CannotContinueError(by_hand)


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def quietly(command: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError:
        return False
    return done.returncode == 0


def say(sentence: str) -> None:
    print(f"-- {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
