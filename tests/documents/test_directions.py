"""The quick way to the levels and the rules of the algorithm come to the same."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.documents.directions import by_the_algorithm, levels
from desktop.documents.typography import clean, keep_together
from tests.documents import specimens

SIGNS = st.text(
    st.sampled_from("ابمدکیאבשAbzЖቀ123٠٣۰۴ .,:;/-–+()[]«»„“\"'%€§٪٫،؛؟ـ\u0301\u064e\u064b\u200c\u00ad²#*")
    | st.characters(categories=["L", "N", "P", "S", "Zs", "Mn"]),
    max_size=60,
)
WORDS = st.lists(
    st.sampled_from(
        "محمد نعم ۱۴۰۵/۰۹/۰۳ ٠١٥١ ٢٣٤ § 25 Abs. 5 AufenthG (ABH) 31.01.2027 – - 93,00 €"
        " ٪۵۰ ٥٠٪ می‌خواهم «نعم» Jena ، ،نعم نعم، ־שלום".split()
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=500)
@given(text=SIGNS | WORDS, base=st.sampled_from((0, 1)))
@example("۱۲ محمد", 0)
@example("محمد ۱۲", 0)
@example("a ۱۲٪ b", 0)
@example("ب,\u064b a", 0)
@example("سال ۵٪ ABH ۵٪", 1)
def test_the_quick_way_and_the_algorithm_agree(text, base):
    text = clean(text).replace("\n", " ")
    assert levels(text, base) == by_the_algorithm(text, base)


@pytest.mark.parametrize("specimen", specimens.ALL, ids=lambda each: each.name)
def test_they_agree_on_every_hard_sentence(specimen):
    for text in specimen.text.split("\n"):
        for base in (0, 1):
            text = keep_together(clean(text))
            assert levels(text, base) == by_the_algorithm(text, base)
