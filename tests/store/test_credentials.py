"""The recovery code notices typing errors; logins fold; weak passphrases are refused."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.store.credentials import LEAST_CHARACTERS, Passphrase, RecoveryCode
from desktop.store.problems import MistypedRecoveryCode, ShortPassphrase

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FILE = uuid4()


def misreadings_kept(digits: str) -> bool:
    try:
        RecoveryCode.parse(digits)
    except MistypedRecoveryCode:
        return False
    return True


def test_every_single_wrong_character_is_noticed():
    for _ in range(20):
        digits = RecoveryCode.new().digits
        wrong = [
            digits[:at] + other + digits[at + 1 :]
            for at in range(len(digits))
            for other in ALPHABET
            if other != digits[at]
        ]
        assert len(wrong) == 28 * 31
        assert not any(map(misreadings_kept, wrong))


def test_every_swap_of_neighbours_among_the_data_is_noticed():
    for _ in range(50):
        digits = RecoveryCode.new().digits
        swapped = {digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :] for at in range(25)}
        assert not any(map(misreadings_kept, swapped - {digits}))


def test_a_lost_or_doubled_character_is_noticed():
    digits = RecoveryCode.new().digits
    for at in range(len(digits)):
        assert not misreadings_kept(digits[:at] + digits[at + 1 :])
        assert not misreadings_kept(digits[:at] + digits[at] + digits[at:])


def test_the_printed_form_reads_back_however_it_is_typed():
    code = RecoveryCode.new()
    assert code.printed.count("-") == 6
    misread = code.printed.replace("1", "l").replace("0", "O")
    for typed in (
        code.printed,
        code.printed.lower(),
        code.printed.replace("-", " "),
        misread,
        f" {code.digits}\n",
    ):
        assert RecoveryCode.parse(typed) == code


@given(st.text(max_size=60))
def test_anything_typed_is_read_or_refused(text):
    misreadings_kept(text)


def test_a_login_is_found_however_it_is_written():
    tag = Passphrase("Müller", "x").tag(FILE)
    assert tag == Passphrase(" MÜLLER ", "y").tag(FILE) == Passphrase("Mu\u0308ller", "x").tag(FILE)
    assert tag != Passphrase("Müller", "x").tag(uuid4())
    assert tag != Passphrase("Muller", "x").tag(FILE)


def test_a_passphrase_is_the_same_on_every_keyboard():
    assert Passphrase("a", "gr\u00fcn").secret == Passphrase("a", "gru\u0308n").secret


def test_thirteen_characters_are_refused():
    Passphrase("a", "ü" * LEAST_CHARACTERS).refuse_if_weak()
    for weak in ("x" * (LEAST_CHARACTERS - 1), "   " + "x" * 12 + "   ", "u\u0308" * 13):
        with pytest.raises(ShortPassphrase):
            Passphrase("a", weak).refuse_if_weak()


def test_secrets_are_not_shown():
    code = RecoveryCode.new()
    assert code.digits not in repr(code)
    assert "geheim" not in repr(Passphrase("a", "geheim"))
