"""Help for those who write and translate hand-outs and reading copies.

python packaging/handout_texts.py ar         what the hand-outs of a language still lack, as a file to fill in
python packaging/handout_texts.py --copies ar        the same of reading copies
python packaging/handout_texts.py --relied   record that every statement was read against the rules it
                                             rests on; only after somebody did, best with the diff of the
                                             pack beside it
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop.services.handouts.languages import language
from desktop.services.handouts.reliance import FILE, changed, current
from desktop.services.handouts.statements import FRAME, handouts, text_hash
from desktop.services.handouts.translations import gaps, translation
from desktop.services.reading import phrasebook
from desktop.services.reference import load_reference

ROOT = Path(__file__).resolve().parent.parent
HEAD = """# What each statement rested on when somebody last read it against the rules: a hash of rows,
# versions, papers.
# Where a rule changes, the statement is flagged and not printed until it was read again:
# python packaging/handout_texts.py --relied
relied:
"""


def lacking(code: str) -> str:
    """Blocks that are missing or stale, as a file to fill in, each below its German text."""
    german, wrong = handouts().texts, gaps(translation(language(code).code))
    lines = {"blocks": list[str](), FRAME: list[str]()}
    for name, why in wrong.items():
        if name not in german:
            print(f"# {name}: {why}", file=sys.stderr)
            continue
        part, _, key = name.rpartition(".")
        found = lines[part or "blocks"]
        found += [f"  # {german[name]}", f"  {key}:", f"    of: {text_hash(german[name])}", '    text: ""']
    return "\n".join(f"{part}:\n" + "\n".join(found) for part, found in lines.items() if found)


def lacking_in_copies(code: str) -> str:
    """Phrases of reading copies that are missing or do not fit, as a file to fill in."""
    lines = ["blocks:"]
    for name, german in phrasebook.lacking(load_reference().pack, language(code).code).items():
        lines += [f"  # {german}", f'  "{name}":', f'    of: "{name}"', '    text: ""']
    return "\n".join(lines)


def record() -> None:
    """Write what every statement rests on now, and name those that changed."""
    pack, place = load_reference().pack, ROOT / "resources" / "handouts" / FILE
    if place.exists():
        print("Changed since:", ", ".join(sorted(changed(pack))) or "nothing")
    lines = (f"  {name}: {found}" for name, found in current(pack).items())
    place.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["--relied"]:
        record()
    elif sys.argv[1] == "--copies":
        print(lacking_in_copies(sys.argv[2]))
    else:
        print(lacking(sys.argv[1]))
