"""Citations in lines of text."""

import pytest

from desktop.ui.kit.outline.line import with_whole_citations


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ohne Entscheidung: § 25 Abs. 2 S. 1 AufenthG", "ohne Entscheidung: §~25~Abs.~2~S.~1 AufenthG"),
        ("Duldung § 60a(2) s. 1 ends", "Duldung §~60a(2)~s.~1 ends"),
        ("nach § 25a oder § 25b Abs. 6 beantragen", "nach §~25a oder §~25b~Abs.~6 beantragen"),
        ("Abs. 3 und S. Meier", "Abs. 3 und S. Meier"),
    ],
)
def test_a_line_does_not_break_inside_a_section(text, whole):
    assert with_whole_citations(text).replace("\N{NO-BREAK SPACE}", "~") == whole
