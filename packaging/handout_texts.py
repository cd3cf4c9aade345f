"""Print what a language of the hand-outs still lacks: `python packaging/handout_texts.py ar`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop.services.handouts.languages import language
from desktop.services.handouts.statements import FRAME, handouts, text_hash
from desktop.services.handouts.translations import gaps, translation


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


if __name__ == "__main__":
    print(lacking(sys.argv[1]))
