"""What a person brings to open an office file: login and passphrase, or the recovery code.

The recovery code has 26 characters with 130 random bits and two check characters, printed in seven groups of
four. Read as a number to base 32, its remainder modulo 1021 is the check: 1021 is prime and divides neither a
power of 32 nor any difference of two digits, so every single wrong character and every swap of neighbours is
noticed.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from uuid import UUID

from .problems import MistypedRecoveryCode, ShortPassphrase

LEAST_CHARACTERS = 14

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # without I, L, O, U, which are misread
_MISREAD = str.maketrans("ILO", "110")
_SEPARATORS = re.compile(r"[\s.–-]+")
_DATA, _CHECK, _GROUP = 26, 2, 4
_PRIME = 1021


def folded(login: str) -> str:
    """The login name as it is compared: without capitals, spaces around it, and forms of one letter."""
    return unicodedata.normalize("NFKC", login).casefold().strip()


@dataclass(frozen=True, slots=True)
class Passphrase:
    """A user's login name and passphrase."""

    login: str
    text: str = field(repr=False)

    def tag(self, file: UUID) -> bytes | None:
        """Finds the user's slot without a staff name standing in the header in clear."""
        return hmac.digest(file.bytes, folded(self.login).encode(), hashlib.sha256)[:16]

    @property
    def secret(self) -> bytes:
        return unicodedata.normalize("NFC", self.text).encode()

    def refuse_if_weak(self) -> None:
        """Raises `ShortPassphrase` under 14 characters."""
        if len(unicodedata.normalize("NFC", self.text).strip()) < LEAST_CHARACTERS:
            raise ShortPassphrase(LEAST_CHARACTERS)


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The code on the recovery sheet; `parse` reads what a person typed."""

    digits: str = field(repr=False)

    @classmethod
    def new(cls) -> RecoveryCode:
        data = "".join(secrets.choice(_ALPHABET) for _ in range(_DATA))
        return cls(data + _check_of(data))

    @classmethod
    def parse(cls, typed: str) -> RecoveryCode:
        """Spaces, hyphens, small letters and I/L/O for 1/1/0 are fine. Raises `MistypedRecoveryCode`."""
        digits = "".join(_SEPARATORS.split(typed.upper())).translate(_MISREAD)
        if (
            len(digits) != _DATA + _CHECK
            or any(each not in _ALPHABET for each in digits)
            or _check_of(digits[:_DATA]) != digits[_DATA:]
        ):
            raise MistypedRecoveryCode
        return cls(digits)

    @property
    def printed(self) -> str:
        return "-".join(self.digits[at : at + _GROUP] for at in range(0, len(self.digits), _GROUP))

    @property
    def secret(self) -> bytes:
        return self.digits.encode()

    def tag(self, file: UUID) -> bytes | None:  # noqa: ARG002
        """None: the recovery slot has no login."""
        return None


Credential = Passphrase | RecoveryCode


def _check_of(data: str) -> str:
    number = 0
    for each in data:
        number = number * 32 + _ALPHABET.index(each)
    high, low = divmod(number % _PRIME, 32)
    return _ALPHABET[high] + _ALPHABET[low]
