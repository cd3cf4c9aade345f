"""What a date of a list is about."""

import pytest

from desktop.services.words.dates import what_is_due
from tests.ui.time_lines import line

KNOWN = {
    "D60b": "Duldung § 60b AufenthG",
    "title:25_3": "§ 25 Abs. 3 AufenthG",
}


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("duldung_cert", "D60b", "Duldung endet: § 60b"),  # not "Duldung" twice
        ("ae_validity", "title:25_3", "Titel endet: § 25 Abs. 3"),
        ("ae_validity", "", "Titel endet"),
    ],
)
def test_a_date_is_called_by_its_kind_and_its_paper(texts, kind, code, words):
    assert what_is_due(line(kind=kind, code=code), KNOWN, texts, own_words=True) == words
