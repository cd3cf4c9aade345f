"""Citations break between sections, never inside one."""

import pytest

from desktop.ui.kit.outline.line import pieces


@pytest.mark.parametrize(
    ("cite", "parts"),
    [
        ("§ 25b Abs. 1 S. 1, § 104c Abs. 2 S. 1", ["§ 25b Abs. 1 S. 1,", "§ 104c Abs. 2 S. 1"]),
        ("§ 5 Abs. 1 Nr. 1 mit § 2 Abs. 3", ["§ 5 Abs. 1 Nr. 1", "mit § 2 Abs. 3"]),
        ("§ 104c AufenthG (alte Fassung)", ["§ 104c AufenthG", "(alte Fassung)"]),
        ("", [""]),
    ],
)
def test_what_stays_together(cite, parts):
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in pieces(cite)] == parts
