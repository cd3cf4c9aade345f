import pytest

from desktop.ui.kit.answers.matching import matches

OPTIONS = [
    ("title:25_3", "§ 25 Abs. 3 Abschiebungsverbot"),
    ("title:25_5", "§ 25 Abs. 5 Ausreise unmöglich"),
    ("title:25b_1", "§ 25b Abs. 1 Nachhaltige Integration"),
    ("D60a_2_1", "Duldung, weil Abschiebung unmöglich ist"),
    ("D60b", "Duldung bei ungeklärter Identität"),
    ("gestattung", "Aufenthaltsgestattung"),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("253", "title:25_3"),
        ("25 3", "title:25_3"),
        ("25.5", "title:25_5"),
        ("25b", "title:25b_1"),
        ("25b1", "title:25b_1"),
        ("dul", "D60a_2_1"),
        ("60b", "D60b"),
        ("unmoeg", "title:25_5"),
        ("Unmög dul", "D60a_2_1"),
        ("aufenth", "gestattung"),
        ("§ 25 Abs. 3", "title:25_3"),
    ],
)
def test_a_few_letters_are_enough(typed, first):
    assert matches(typed, OPTIONS)[0][0] == first


def test_nothing_typed_offers_everything_and_nonsense_nothing():
    assert matches("", OPTIONS) == OPTIONS
    assert matches("xyz", OPTIONS) == []
