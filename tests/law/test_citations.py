"""Every citation of the pack names a place that exists in the statutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.cases.plaindata import read_plain_file
from tests.law.citations import Place, places
from tests.law.pack_texts import TEXTS

pytestmark = pytest.mark.law

TABLE: dict[str, dict[str, dict[str, Any]]] = read_plain_file(Path(__file__).parent / "sections.yaml").value

# Sections that the folder of texts lacks: that they exist is known, their words were not compared here.
BEYOND: dict[str, set[str]] = {
    "AufenthG": {"6", "15a", "69", "16g", "19d", "35", "85", "85a", "85b", "85c", "9a"},
    "AufenthV": {"60a", "61a", "1", "41"},
    "AsylG": {"11", "18a", "34a", "50", "73a", "78", "81", "83b"},
    "AsylbLG": {"11"},
    "SGB II": {"39"},
    "VwGO": {"67", "123"},
    "VwVfG": {"43", "51"},
    "BGB": {"2"},
    "SGB X": {"65"},
}

# Acts that are not among the texts, and why the pack names them.
OTHER_ACTS: dict[str, str] = {
    "BZRG": "the convictions that § 60d counts as minor are those a certificate leaves out",
    "DSGVO": "consent to contact and to passing on data",
    "EGBGB": "the age of marriage for spouses who follow",
    "EStG": "child benefit for foreigners",
    "EU-Recht für Schutzberechtigte": "whether the directive leaves room for § 5(4) is disputed",
    "PassG": "the photograph of a travel document",
    "SGG": "remedies against decisions on benefits",
    "SGB VI": "the age of a standard pension",
    "Schengener Grenzkodex": "stays without a visa",
    "Schulgesetze der Länder": "compulsory schooling is law of the Länder",
    "Staatenlosenübereinkommen": "the travel document of the stateless",
    "VO (EU) 2024/1347": "the regulation on qualification",
    "VO (EU) 2024/1348": "the regulation on procedure",
    "RL 2001/55/EG": "temporary protection",
    "Beschluss (EU) 2022/382": "who is protected as displaced from Ukraine",
}


# A citation that says it means an older text.
OLD = re.compile(r"\((alte|Fassung|.*alte und neue Fassung)")


def ended_versions() -> set[tuple[str, int]]:
    """File and number of every ended version of a norm: its words are older than the texts at hand."""
    return {
        (file, path[1])
        for file, path, _ in TEXTS
        if path[0] == "versions" and path[2:] == ("in_force", "until")
    }


def citations() -> Iterator[tuple[str, str]]:
    """Where a citation of law in force stands, and the citation."""
    ended = ended_versions()
    for file, path, text in TEXTS:
        old = OLD.search(text) or (path[0] == "versions" and (file, path[1]) in ended)
        if path and str(path[-1]).endswith("cite") and not old:
            yield f"{file}: {'.'.join(map(str, path))}", text


def has_paragraph(act: str, section: str, paragraph: str) -> bool:
    return paragraph in TABLE.get(act, {}).get(section, {})


def fault(place: Place) -> str:
    """What does not exist of a place; empty if all of it does."""
    section = TABLE[place.act].get(place.section)
    if section is None:
        return "" if place.section in BEYOND.get(place.act, set()) else "no such section"
    if not section:
        return "repealed"
    if not place.paragraph and "" not in section:
        return "Absatz missing" if place.sentence or place.number else ""
    if place.paragraph not in section:
        return "no such Absatz"
    paragraph = section[place.paragraph]
    sentences = paragraph.get("sentences")
    if place.sentence and sentences and int(place.sentence) > int(sentences):
        return f"only {sentences} sentences"
    return _fault_of_number(place, paragraph)


def _fault_of_number(place: Place, paragraph: dict[str, Any]) -> str:
    if not place.number:
        return ""
    lists: dict[str, dict[str, str]] = paragraph.get("numbers", {})
    if place.sentence and place.sentence not in lists:
        return "no Nummer in this Satz"
    if not place.sentence and len(lists) > 1:
        return "which Satz?"
    (numbers,) = [lists[place.sentence]] if place.sentence else lists.values() or [{}]
    if place.number not in numbers:
        return "no such Nummer"
    return "no such Buchstabe" if place.letter and place.letter not in numbers[place.number].split() else ""


@pytest.mark.parametrize(
    ("cite", "what"),
    [
        ("§ 25 Abs. 6 AufenthG", "no such Absatz"),
        ("§ 24 Abs. 6 AufenthG", "no such Absatz"),
        ("§ 25 Abs. 5 S. 5 AufenthG", "only 4 sentences"),
        ("§ 25 Abs. 4a S. 2 Nr. 4 AufenthG", "no such Nummer"),
        ("§ 25 Abs. 4a S. 1 Nr. 1 AufenthG", "no Nummer in this Satz"),
        ("§ 29 Abs. 1 Nr. 1 AufenthG", "which Satz?"),
        ("§ 22 Abs. 1 AufenthG", "no such Absatz"),
        ("§ 25 S. 1 AufenthG", "Absatz missing"),
        ("§ 1 Abs. 1 Nr. 3 Buchst. d AsylbLG", "no such Buchstabe"),
        ("§ 17 AufenthG", "no such section"),
        ("§ 4 AsylG", "repealed"),
        ("§ 45 Nr. 2 Buchst. b AufenthV", ""),
        ("§ 22 S. 2 AufenthG", ""),
    ],
)
def test_a_wrong_place_is_noticed(cite: str, what: str) -> None:
    (place,) = places(cite, has_paragraph)
    assert fault(place) == what


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        ("§§ 50, 58 Abs. 2, 84 Abs. 1 AufenthG", ["50", "58.2", "84.1"]),
        ("§§ 8 Abs. 3, 44a AufenthG", ["8.3", "44a"]),
        ("§ 1 Abs. 1 Nr. 1 Buchst. b, § 2 Abs. 1 AsylbLG", ["1.1.1.b", "2.1"]),
        ("§ 54 Abs. 1, 2 Nr. 1, 2 AufenthG", ["54.1", "54.2.1", "54.2.2"]),
        ("§ 25a Abs. 1 S. 1 Nr. 2 S. 2, S. 3 AufenthG", ["25a.1.1.2", "25a.1.3"]),
        ("§ 41 AufenthV; Schengener Grenzkodex", ["41"]),
    ],
)
def test_a_citation_is_taken_apart(cite: str, expected: list[str]) -> None:
    found = places(cite, has_paragraph)
    assert [
        ".".join(filter(None, (p.section, p.paragraph, p.sentence, p.number, p.letter))) for p in found
    ] == expected


@pytest.mark.parametrize(
    "cite", ["§ 5 Abs. 1", "§ 5 Abs. 1 Abs. 2 AufenthG", "Abs. 1 Aufenthaltsgesetz von 2004"]
)
def test_what_is_no_citation_is_refused(cite: str) -> None:
    with pytest.raises(ValueError, match="Abs"):
        places(cite, has_paragraph)


def test_every_citation_names_a_place_that_exists() -> None:
    wrong = set()
    for where, text in citations():
        try:
            for place in places(text.replace("\N{NO-BREAK SPACE}", " "), has_paragraph):
                if place.act in TABLE:
                    if what := fault(place):
                        wrong.add((text, what, where))
                elif place.act not in OTHER_ACTS:
                    wrong.add((text, f"unknown act {place.act}", where))
        except ValueError as problem:
            wrong.add((text, str(problem), where))
    assert not wrong, "\n".join(map(str, sorted(wrong)))
