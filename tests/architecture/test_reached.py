"""Whatever is public in the program is used by the program, not by its tests alone.

Names are followed as Python finds them: used in their own module, imported from it, or read as an attribute.
What an attribute is read of is not known unless it is an imported module, so such a name counts for all.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (*sorted((ROOT / "desktop").rglob("*.py")), *sorted((ROOT / "packaging").rglob("*.py")))
BY_NAME = ("fact", "derived")
"""Decorators under which something is found by its name in the rule pack."""

EXCEPTIONS = {
    "clients.deleted": "the recycle bin is kept; its page is not built",
    "document_writing.to_yaml": "what is read has to be writable; the page that gives it away is not built",
    "legal_period.extended": "an extension of a period cannot be typed yet",
    "office_file.OfficeFile.change_passphrase": "the page of keys asks for the old one; it is not built",
    "parser.Parser.error": "called by argparse",
    "parser.Parser.print_help": "called by argparse",
    "prospects.lost": "a card for titles that are about to be lost is not built",
}
"""Reached by tests only, and why that is right for now."""


class Uses:
    """What the modules of the program use."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self.trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}
        self.inside: dict[Path, set[str]] = defaultdict(set)
        self.of_module: set[tuple[str, str]] = set()
        self.attributes: set[str] = set()
        for file, tree in self.trees.items():
            self._read(file, tree)

    def reaches(self, file: Path, owner: str, name: str) -> bool:
        if name in self.attributes:
            return True
        return not owner and (name in self.inside[file] or (_module(file), name) in self.of_module)

    def _read(self, file: Path, tree: ast.Module) -> None:
        modules: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                source = (node.module or file.parent.name).rpartition(".")[2]
                for each in node.names:
                    self.of_module.add((source, each.name))
                    modules[each.asname or each.name] = each.name
            elif isinstance(node, ast.Import):
                for each in node.names:
                    modules[each.asname or each.name] = each.name.rpartition(".")[2]
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                self.inside[file].add(node.id)
            elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                base = node.value
                if isinstance(base, ast.Name) and base.id in modules and modules[base.id].islower():
                    self.of_module.add((modules[base.id], node.attr))
                    if base.id not in {_module(each) for each in self.trees}:
                        self.attributes.add(node.attr)
                else:
                    self.attributes.add(node.attr)


def _module(file: Path) -> str:
    return file.parent.name if file.stem == "__init__" else file.stem


def _public(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Owner (empty for the module) and name of every public function, class and constant.

    Fields are data. A method in mixed case is called by Qt or by a library.
    """
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) if not _found_by_name(node):
                yield "", name
            case ast.ClassDef(name=name):
                yield "", name
                if not {"Protocol", "Enum"} & {ast.unparse(each) for each in node.bases}:
                    for part in node.body:
                        if isinstance(part, ast.FunctionDef) and part.name.islower():
                            yield name, part.name
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield "", name


def _found_by_name(node: ast.FunctionDef) -> bool:
    return any(word in ast.unparse(each) for each in node.decorator_list for word in BY_NAME)


def unreached(files: tuple[Path, ...] = PROGRAM) -> dict[str, str]:
    """Every public name that nothing in the files uses, with its file."""
    uses = Uses(files)
    return {
        f"{_module(file)}.{owner}.{name}".replace("..", "."): file.name
        for file, tree in uses.trees.items()
        if "migrations" not in file.parts or file.parent.name != "versions"
        for owner, name in _public(tree)
        if not name.startswith("_") and not uses.reaches(file, owner, name)
    }


def test_nothing_public_is_used_by_tests_alone():
    found = {name for name in unreached() if name not in EXCEPTIONS}
    assert not found, "wire it up where somebody looks for it, move it to the tests, or remove it"


def test_every_exception_is_still_one():
    assert not set(EXCEPTIONS) - set(unreached())


def test_what_nothing_uses_is_found(tmp_path):
    (tmp_path / "one.py").write_text(
        "USED = 1\nUNUSED = 2\n\ndef called():\n    return USED\n\ndef lonely():\n    return lonely\n\n"
        "class Kept:\n    def read(self): ...\n    def never(self): ...\n    def paintEvent(self): ...\n",
        encoding="utf-8",
    )
    (tmp_path / "two.py").write_text(
        "import one\nfrom one import Kept\nprint(one.called(), Kept().read())\n", encoding="utf-8"
    )
    files = (tmp_path / "one.py", tmp_path / "two.py")
    assert set(unreached(files)) == {"one.UNUSED", "one.Kept.never"}
