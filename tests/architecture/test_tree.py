"""The shape of the project: names, sizes, and what must never stand in a file of it."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "desktop"
MODULES = sorted(DESKTOP.rglob("*.py"))
SAYING_NOTHING = {"core", "logic", "utils", "util", "helpers", "common", "manager", "misc"}
MOST_LINES = 350

# Written in pieces, so that this file does not find itself.
ABSOLUTE_PATH = re.compile(
    r"(?<![\w.:/~$}-])/(?:home|root|work|opt|tmp|mnt|media|Users|private)" + r"/\w|\b[A-Za-z]:\\+Users\\"
)
PACKAGE_HOSTS = re.compile(r"py" + r"pi\.org|python" + r"hosted|npm" + r"js\.(?:org|com)|deb\.deb" + r"ian")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def committed_texts() -> Iterator[tuple[str, str]]:
    """Every text file that is, or would be, in the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    for entry in sorted(filter(None, listed.stdout.decode().split("\0"))):
        path = ROOT / entry
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content:
            yield entry, content.decode()


def test_packaging_does_not_hide_the_library_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_names_say_something():
    parts = {part for path in MODULES for part in path.relative_to(DESKTOP).with_suffix("").parts}
    assert not parts & SAYING_NOTHING


def test_modules_stay_short():
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert not {module: count for module, count in lines.items() if count > MOST_LINES}


def test_every_package_and_module_opens_with_a_docstring():
    silent = [name(path) for path in MODULES if not ast.get_docstring(ast.parse(path.read_bytes()))]
    assert not silent


@pytest.mark.parametrize("package", "rules rules.facts services store ui ui.kit ui.assessment".split())
def test_a_package_tells_where_each_of_its_modules_belongs(package):
    """By name, or by what all names of a kind have in common."""
    folder = DESKTOP.joinpath(*package.split("."))
    told = set(re.findall(r"\w+", ast.get_docstring(ast.parse((folder / "__init__.py").read_bytes())) or ""))
    begins = tuple(word for word in told if word.endswith("_"))  # as of `ahead_*`
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"} - told
    untold = {each for each in modules if not each.startswith(begins)}
    if package == "services":
        untold = {each for each in untold if not each.endswith("list")}
    assert not untold


def test_no_room_is_left_out_of_the_contract_that_keeps_rooms_apart():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (layers,) = (each["layers"] for each in contracts if each["name"].startswith("Rooms of the window"))
    rooms = {f"desktop.ui.{path.parent.name}" for path in DESKTOP.glob("ui/*/room.py")}
    assert rooms - {"desktop.ui.kit"} == set(re.findall(r"desktop\.ui\.\w+", layers[1]))


def test_only_benches_measure_time():
    """Elsewhere a busy machine would fail them."""
    clocks = re.compile(r"\b(?:perf_counter|process_time|thread_time|monotonic)(?:_ns)?\(|\btime\.time\(")
    measuring = [
        name(path)
        for path in sorted((ROOT / "tests").rglob("*.py"))
        if clocks.search(text := path.read_text(encoding="utf-8"))
        and "bench" not in path.parts
        and "pytestmark = pytest.mark.bench" not in text
    ]
    assert not measuring


def test_every_folder_with_modules_is_a_package():
    folders = {path.parent for path in MODULES}
    assert not [name(folder) for folder in folders if not (folder / "__init__.py").exists()]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", "requirements-bench.lock"])
def test_locks_pin_every_package_by_hash_and_name_no_host(lock):
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    for line in filter(None, map(str.strip, text.splitlines())):
        assert re.fullmatch(
            r"[\w.-]+==[\w.]+(?: ; [\w. '!=<>()]+?)?(?:\s+--hash=sha256:[0-9a-f]{64})+", line
        ), line


def test_each_lock_contains_the_smaller_one():
    def pins(lock: str) -> set[str]:
        return set(re.findall(r"^[\w.-]+==[\w.]+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))

    assert pins("requirements.lock") < pins("requirements-dev.lock") < pins("requirements-bench.lock")


def test_no_file_names_a_place_on_somebodys_machine_or_a_package_host():
    found = [
        f"{entry}:{number}: {line.strip()[:100]}"
        for entry, text in committed_texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if ABSOLUTE_PATH.search(line) or PACKAGE_HOSTS.search(line)
    ]
    assert not found


def test_the_notices_name_every_library_of_the_runtime_lock():
    notices = (ROOT / "NOTICES.md").read_text(encoding="utf-8")
    packages = re.findall(
        r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert not [package for package in packages if not re.search(rf"\b{package}\b", notices)]


def test_the_notices_name_every_library_that_only_the_bench_installs():
    notices = (ROOT / "NOTICES.md").read_text(encoding="utf-8").lower()
    locked = [(ROOT / f"requirements-{which}.lock").read_text(encoding="utf-8") for which in ("dev", "bench")]
    dev, bench = (set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE)) for text in locked)
    assert bench - dev
    assert not [package for package in bench - dev if not re.search(rf"\b{package}\b", notices)]
