"""Some releases of Qt for Python lose a reference to None in every call that returns nothing.

Below Python 3.12 the process then aborts after some thousand calls, which is minutes of ordinary use. This
test keeps such a release from coming in with an update of the lock.
"""

import sys

import pytest


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot lose references here")
def test_calls_that_return_nothing_keep_the_references_to_none(qtbot):
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    qtbot.addWidget(label)
    label.setText("warm")
    before = sys.getrefcount(None)
    for _ in range(1_000):
        label.setText("once more")
    assert abs(sys.getrefcount(None) - before) < 100
