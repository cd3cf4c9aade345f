"""The leaves that matter in a tree: where one of several ways is enough, only those that carried it."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.rules.conditions import Any, Finding, Fixed, Leaf, Unless
from desktop.rules.verdict import BEST


def weighed(finding: Finding) -> Iterator[Finding]:
    """Every leaf in the order of the file, without alternatives that are no longer needed.

    "Six years, or four with a child": who has the six is not told that there is no child.
    """
    if isinstance(finding.node, Leaf | Fixed):
        yield finding
        return
    node = finding.node
    carried = finding.verdict is BEST and isinstance(node, Any | Unless)
    # A bar of several parts arrives as alternatives: of a part that is there nobody needs to hear
    # while the others decide.
    bar = isinstance(node, Any) and node.bar
    for part in finding.parts:
        if part.verdict is finding.verdict or not (carried or bar):
            yield from weighed(part)
