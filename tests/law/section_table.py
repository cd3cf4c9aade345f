"""Which sections, Absätze, Sätze and Nummern an act has: numbers only, made from the texts of the statutes.

    python -m tests.law.section_table FOLDER > tests/law/sections.yaml

The folder holds one file an act (`AufenthG.md`), each section under `# § 5 – Heading`, an Absatz beginning
with `(1)`, a Nummer with `1.`, a Buchstabe with `a)`. How many Sätze an Absatz has is left out where it
cannot be told from the text: an enumeration with full stops inside.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

_SECTION = re.compile(r"^# § (\d+[a-z]*)\b(.*)")
_PARAGRAPH = re.compile(r"^\((\d+[a-z]*)\)\s*(.*)")
_NUMBER = re.compile(r"^(\d+[a-z]*)\.\s+(.*)")
_LETTER = re.compile(r"^([a-z]{1,2})\)\s+(.*)")
_CELL_NUMBER = re.compile(r"^(?:\||<td[^>]*>)\s*(\d+[a-z]*)\\?\.(?:\s*\||</td>)")
_CELL_LETTER = re.compile(r"^(?:\|\s*\||<td[^>]*>|<dt>)\s*([a-z]{1,2})\)")
_STOP = re.compile(r"(?<=[.:])\s+(?=[A-ZÄÖÜ§„])")
_ABBREVIATION = re.compile(r"(?:\b(?:Abs|Nr|Art|Buchst|Satz|S|BGBl|vgl|Doppelbuchst|z|B|Dr)|:)\.?$")
_ORDINAL_NOUN = re.compile(
    r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Lebensjahr\w*"
    r"|Schwangerschaftswoche|Kalendertag\w*|Tag\w*)\b"
)
_REPEALED = ("(weggefallen)", "(aufgehoben)")
_ACTS = {"UkraineAufenthUeV": "UkraineAufenthÜV", "SGB2": "SGB II", "SGB10": "SGB X", "SGB12": "SGB XII"}


@dataclass(slots=True)
class Paragraph:
    """One Absatz while it is read: its sentences, and the numbers and letters under each of them."""

    sentences: int = 0
    certain: bool = True
    numbers: dict[int, dict[str, list[str]]] = field(default_factory=dict)
    ended: bool = True

    def text(self, words: str, listed: bool) -> None:
        """A line of the Absatz; `listed` if it is an item of an enumeration."""
        parts = _sentences(words)
        if listed:
            self.certain = self.certain and len(parts) == 1
        else:
            self.sentences += len(parts) - (0 if self.ended else 1)
        self.ended = bool(re.search(r"[.“]\)?$", words.rstrip()))

    def number(self, label: str) -> None:
        """A Nummer of the sentence that is open."""
        self.numbers.setdefault(self.sentences, {})[label] = []

    def letter(self, label: str) -> None:
        """A Buchstabe of the last Nummer; one without a Nummer is kept under an empty name."""
        numbers = self.numbers.setdefault(self.sentences, {"": []})
        numbers[list(numbers)[-1]].append(label)


def _sentences(words: str) -> list[str]:
    found: list[str] = []
    for part in _STOP.split(words.strip()):
        before = found[-1] if found else ""
        abbreviated = bool(_ABBREVIATION.search(before))
        ordinal = bool(re.search(r"\d\.$", before) and _ORDINAL_NOUN.match(part))
        if found and (abbreviated or ordinal):
            found[-1] += " " + part
        else:
            found.append(part)
    return found


def read_act(text: str) -> dict[str, dict[str, Paragraph]]:
    """The sections of one act with their Absätze; a section without Absätze has one named ''."""
    sections: dict[str, dict[str, Paragraph]] = {}
    section: dict[str, Paragraph] | None = None
    paragraph = Paragraph()
    for line in text.splitlines():
        words = line.strip()
        if words.startswith("#"):
            heading = _SECTION.match(words)
            section = sections.setdefault(heading[1], {}) if heading else None
        elif section is not None and words and not _is_editorial(words):
            begun = _PARAGRAPH.match(words)
            if (begun and begun[2].startswith(_REPEALED)) or words.startswith(_REPEALED):
                continue
            if begun:
                paragraph = section[begun[1]] = Paragraph()
                words = begun[2]
            elif not section:
                paragraph = section[""] = Paragraph()
            _item(paragraph, words)
    return sections


def _is_editorial(words: str) -> bool:
    return bool(
        re.match(r"^(§ .*(Kursivdruck|IdF|F\. d\.)|\+\+\+|\[\^|Fußnote|\(\+\+\+)", words)
    ) or words.startswith("<!--")


def _item(paragraph: Paragraph, words: str) -> None:
    number, letter = _NUMBER.match(words), _LETTER.match(words)
    if words.startswith(("|", "<")):
        paragraph.certain = False
        cell, cell_letter = _CELL_NUMBER.match(words), _CELL_LETTER.match(words)
        if cell:
            paragraph.number(cell[1])
        elif cell_letter:
            paragraph.letter(cell_letter[1])
    elif number:
        paragraph.number(number[1])
        inner = _LETTER.match(number[2])
        if inner:
            paragraph.letter(inner[1])
        paragraph.text(number[2], listed=True)
    elif letter:
        paragraph.letter(letter[1])
        paragraph.text(letter[2], listed=True)
    else:
        paragraph.text(words, listed=False)


def written(acts: dict[str, dict[str, dict[str, Paragraph]]]) -> str:
    """The table as YAML: act, section, Absatz, then what is known of its Sätze, Nummern and Buchstaben."""
    lines = ["# Made by tests/law/section_table.py from the texts of the statutes; numbers only."]
    for act, sections in acts.items():
        lines.append(f'"{act}":')
        for section, paragraphs in sections.items():
            lines.append(f'  "{section}":')
            for label, paragraph in paragraphs.items():
                lines.append(f'    "{label}": {_written(paragraph)}')
            if not paragraphs:
                lines[-1] += " {}"
    return "\n".join(lines) + "\n"


def _written(paragraph: Paragraph) -> str:
    parts = [f'sentences: "{paragraph.sentences}"'] if paragraph.certain else []
    numbers = [
        f'"{sentence}": {{' + ", ".join(f'"{n}": "{" ".join(letters)}"' for n, letters in found.items()) + "}"
        for sentence, found in paragraph.numbers.items()
    ]
    if numbers:
        parts.append("numbers: {" + ", ".join(numbers) + "}")
    return "{" + ", ".join(parts) + "}"


def main(folder: Path) -> None:
    """Print the table of every act of a folder."""
    acts = {
        _ACTS.get(file.stem, file.stem): read_act(file.read_text("utf-8"))
        for file in sorted(folder.glob("*.md"))
    }
    sys.stdout.write(written(acts))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
