"""Hard sentences and a hand-out, run by run and place by place, against what was looked at and approved.

After a wanted change: `python -m tests.documents.test_specimens` writes the approved files anew. Look at
their difference, and at the page as a picture, before you keep it.
"""

import json
from collections.abc import Callable
from functools import partial
from itertools import groupby
from pathlib import Path

import pytest
from bidi.mirror import MIRRORED
from reportlab.pdfbase.pdfmetrics import getFont

from desktop.documents.directions import levels
from desktop.documents.fonts import Face
from desktop.documents.shaping import Run
from desktop.documents.typography import Line, keep_together, wrap
from tests.documents import specimen_handout, specimen_page, specimens
from tests.documents.reading import pages, words
from tests.documents.specimens import Specimen

APPROVED = Path(__file__).parent / "approved"
GROUPS = {"right_to_left": specimens.RIGHT_TO_LEFT, "left_to_right": specimens.LEFT_TO_RIGHT}


def lines_of(specimen: Specimen) -> list[Line]:
    return wrap(
        specimen.text,
        Face.REGULAR,
        specimen.size,
        specimen.width,
        direction=specimen.direction,
        hyphenate=False,
    )


def reads_as(run: Run) -> str:
    """The text of a run in the order of reading."""
    text = "".join(getFont(run.font).reads_as(sign) for sign in run.text).replace("\N{ZERO WIDTH JOINER}", "")
    return "".join(MIRRORED.get(sign, sign) for sign in reversed(text)) if run.level % 2 else text


def seen(line: Line, specimen: Specimen) -> list[str]:
    """What stands together, from the left: begin and length in points, font, direction, text."""
    told = []
    x = specimen.width - line.width(specimen.size) if specimen.direction == "rtl" else 0.0
    for (font, level), group in groupby(line.runs, key=lambda run: (run.font, run.level)):
        runs = list(group)
        width = sum(run.units for run in runs) * specimen.size / 1000
        read = "".join(reads_as(run) for run in (reversed(runs) if level % 2 else runs))
        told.append(f"{x:.1f} +{width:.1f} {font.partition('-')[0]} {'><'[level % 2]} {read}")
        x += width
    return told


def group_of(name: str) -> dict[str, list[list[str]]]:
    return {each.name: [seen(line, each) for line in lines_of(each)] for each in GROUPS[name]}


PAGES: dict[str, Callable[[], bytes]] = {
    "hand_out": specimen_page.made,
    "twin_hand_out": specimen_handout.made,
    "arabic_hand_out": partial(specimen_handout.made, "other"),
}
"""Whole sheets: of parts with a mirrored table, beside German, in one language from right to left."""


def pages_of(name: str) -> list[list[str]]:
    """Words and places of a sheet as another program reads them, page by page, to the full point."""
    content = PAGES[name]()
    return [
        [f"{word.left:.0f} {word.top:.0f} {word.right:.0f} {word.text}" for word in words(content, number)]
        for number in range(len(pages(content)))
    ]


def approved(name: str):
    return json.loads((APPROVED / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("group", "name"), [(group, each.name) for group, members in GROUPS.items() for each in members]
)
def test_every_run_stands_where_it_was_approved(group, name):
    assert group_of(group)[name] == approved(group)[name]


def test_nothing_approved_is_left_over():
    for group, members in GROUPS.items():
        assert list(approved(group)) == [each.name for each in members]


@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_with_lists_mirrored_columns_and_page_breaks_is_as_it_was_approved(name):
    assert len(approved(name)) > 1
    for made, wanted in zip(pages_of(name), approved(name), strict=True):
        assert [each.split(" ", 3)[3] for each in made] == [each.split(" ", 3)[3] for each in wanted]
        for word, place in zip(made, wanted, strict=True):
            assert list(map(int, word.split(" ")[:3])) == pytest.approx(
                list(map(int, place.split(" ")[:3])), abs=1
            )


# What holds for every one of them


@pytest.mark.parametrize("specimen", specimens.ALL, ids=lambda each: each.name)
def test_no_line_is_too_wide_and_nothing_is_lost(specimen):
    lines = lines_of(specimen)
    assert all(line.width(specimen.size) <= specimen.width for line in lines)
    signs = sorted("".join(reads_as(run) for line in lines for run in line.runs))
    typed = specimen.text.replace("−", "–").replace("\N{ZERO WIDTH NON-JOINER}", "")
    assert [sign for sign in signs if sign.strip("\u00a0\u200c ()[]«»")] == sorted(
        sign for sign in typed if sign.strip("\n\u00a0 ()[]«»")
    )


TOGETHER = [
    "§ 25 Abs. 5 S. 1 AufenthG",
    "§ 60a Abs. 2 AufenthG",
    "§ 25b AufenthG",
    "0151 2345678",
    "+49 (0)341 99-88 77",
    "02.05.2019",
    "10.03.2021",
    "93,00 €",
    "1.250,50 EUR",
    "51 %",
    "–5 €",
    "35 × 45 mm",
    "2,5 km",
    "12345/AB",
    "33.2-12/345-B",
    "AZ: 7 K 12/26.A",
    "info@saaletal.example",
    "„Duldung“",
    "٠١٥١ ٢٣٤٥٦٧٨",
]


@pytest.mark.parametrize("part", TOGETHER)
def test_what_is_read_from_left_to_right_is_one_run_inside_a_sentence_from_right_to_left(part):
    text = keep_together(f"قبل ذلك {part}، وبعده")
    start = text.index(keep_together(part))
    assert set(levels(text, 1)[start : start + len(part)]) == {2}


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("من 02.05.2019 – 10.03.2021 هنا", "02.05.2019", "10.03.2021"),
        ("من 02.05.2019-10.03.2021 هنا", "02.05.2019", "10.03.2021"),
        ("مكتب (ABH) (Jena) هنا", "ABH", "Jena"),
        ("تنطبق § 5 AufenthG, § 9 AufenthG معا", "§ 5", "§ 9"),
        ("تنطبق § 5 AufenthG; § 9 AufenthG معا", "§ 5", "§ 9"),
        ("1. § 25 AufenthG نعم", "1", "§"),
        ("§ 25 Abs. 5: 18 شهرا من الوقف", "§ 25", "18"),
    ],
)
def test_of_two_that_follow_each_other_the_first_stands_to_the_right(text, first, second):
    (line,) = wrap(text, Face.REGULAR, 10, 400, direction="rtl")
    read = [reads_as(run).replace("\u00a0", " ") for run in line.runs]
    places = [next(place for place, run in enumerate(read) if part in run) for part in (first, second)]
    assert places[0] > places[1]


@pytest.mark.parametrize("specimen", specimens.ALL, ids=lambda each: each.name)
def test_both_brackets_of_a_pair_come_from_one_font(specimen):
    line = wrap(specimen.text.replace("\n", " "), Face.REGULAR, 10, 5000, direction=specimen.direction)[0]
    for opening, closing in ("()", "«»", "[]"):
        used: dict[str, list[str]] = {opening: [], closing: []}
        for run in line.runs:
            for sign in reads_as(run):
                if sign in used:
                    used[sign].append(run.font)
        if len(used[opening]) == len(used[closing]):  # "3)" has but one
            assert sorted(used[opening]) == sorted(used[closing])


def main() -> None:
    """Approve what is made now."""
    for name in GROUPS:
        _write(name, group_of(name))
    for name in PAGES:
        _write(name, pages_of(name))


def _write(name: str, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    (APPROVED / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
