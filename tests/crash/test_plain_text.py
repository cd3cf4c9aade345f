"""Nothing readable leaves the process: every byte of every write call, temporary files included."""

import base64

import pytest

from . import recording

pytestmark = pytest.mark.crash

WORDS = ("Kanarienvogel", "kanarienvogel", "Vermerk Vermerk", "german_oral", "Musterstelle")


def readable(content: bytes) -> list[str]:
    """Which words stand in a content in any usual form."""
    return [word for word in WORDS if any(form in content for form in forms(word))]


def forms(word: str) -> set[bytes]:
    """In UTF-8, UTF-16 of both kinds and Latin-1; and each of these in hexadecimal and base 64."""
    texts = {word.encode(each) for each in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")}
    hexadecimal = {text.hex().encode() for text in texts} | {text.hex().upper().encode() for text in texts}
    # The letters that do not depend on what stands before and after.
    based = {
        base64.b64encode(bytes(shift) + text)[(shift * 4 + 2) // 3 : -4]
        for text in texts
        for shift in range(3)
    }
    return texts | hexadecimal | based


def toured(library, folder, *arguments: str) -> bytes:
    log = folder / "log"
    recording.run(library, "tour", folder, log, *arguments)
    happened = [event for event in recording.events(log) if event.kind == "w"]
    assert len(happened) > 300
    written = {event.path.rsplit("/", 1)[-1] for event in happened}
    assert {"data.db", "data.db-journal", "lock"} <= written
    assert any("keys.json" in name for name in written)
    return b"".join(event.content for event in happened)


def test_nothing_readable_is_written_anywhere(library, tmp_path):
    assert readable(toured(library, tmp_path)) == []


def test_stock_sqlite_would_write_readable_text(library, tmp_path):
    """The control: the same tour on the same tables without the encrypting driver."""
    assert set(readable(toured(library, tmp_path, "stock"))) == set(WORDS)


@pytest.mark.parametrize("shift", range(3))
def test_a_word_is_found_in_every_form(shift):
    around = b"x" * shift + "Kanarienvogel".encode("utf-16-le") + b"yz"
    for content in (around, around.hex().encode(), base64.b64encode(around)):
        assert "Kanarienvogel" in readable(content)
