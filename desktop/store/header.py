"""The key header: what stands in `keys.json`, read strictly, written in one canonical form.

The text must be byte for byte what `to_bytes` writes for the parsed content, so that no second spelling of
the same header exists. Every field is covered by the header MAC, whose key comes from the data key: the MAC
is checked before any public key in the header is used for sealing.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from .kdf import KdfCost
from .problems import HeaderDamaged, NewerFormat

MAGIC: Literal["bleibelotse-keys"] = "bleibelotse-keys"
VERSION: Literal[1] = 1
MOST_BYTES = 64 * 1024
_MOST_SLOTS = 64

Bytes16 = Annotated[bytes, Field(min_length=16, max_length=16)]
Bytes32 = Annotated[bytes, Field(min_length=32, max_length=32)]
Hex = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        ser_json_bytes="hex",
        val_json_bytes="hex",
    )


class Kdf(_Strict):
    """The cost of a slot's Argon2id."""

    name: Literal["argon2id"] = "argon2id"
    version: Literal[19] = 19
    memory_kib: Annotated[int, Field(gt=0)]
    passes: Annotated[int, Field(gt=0)]
    lanes: Annotated[int, Field(gt=0)]

    @property
    def cost(self) -> KdfCost:
        return KdfCost(self.memory_kib, self.passes, self.lanes)


class Slot(_Strict):
    """One way in. `private_key` is sealed under the passphrase, `data_key` to the public key."""

    id: Hex
    kind: Literal["user", "recovery"]
    login_tag: Bytes16 | None
    kdf: Kdf
    salt: Bytes16
    public_key: Bytes32
    nonce: Annotated[bytes, Field(min_length=12, max_length=12)]
    private_key: Annotated[bytes, Field(min_length=48, max_length=48)]
    data_key: Annotated[bytes, Field(min_length=80, max_length=80)]

    def associated_data(self, file: UUID) -> bytes:
        """What the sealed private key is bound to."""
        bound = self.model_dump(mode="json", include={"id", "kind", "login_tag", "kdf", "salt", "public_key"})
        return _canonical({"magic": MAGIC, "version": VERSION, "file": str(file), "slot": bound})


class Database(_Strict):
    """How the database file is encrypted; another value is another format."""

    cipher: Literal["sqlcipher"] = "sqlcipher"
    major: Literal[4] = 4
    page_size: Literal[4096] = 4096


class Header(_Strict):
    """The whole key header. `epoch` counts data keys, `generation` counts changes of the header."""

    magic: Literal["bleibelotse-keys"] = MAGIC
    version: Literal[1] = VERSION
    file: Annotated[UUID, Field(strict=False)]
    epoch: Annotated[int, Field(gt=0)]
    generation: Annotated[int, Field(gt=0)]
    database: Database = Database()
    slots: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=_MOST_SLOTS, strict=False)]
    mac: Bytes32 = bytes(32)

    @classmethod
    def parse(cls, content: bytes) -> Header:
        """Raises `NewerFormat` or `HeaderDamaged`. Says nothing about authenticity: see `authentic`."""
        if len(content) > MOST_BYTES:
            raise HeaderDamaged
        try:
            header = cls.model_validate_json(content)
        except (ValidationError, ValueError):
            raise (NewerFormat() if _is_newer(content) else HeaderDamaged()) from None
        if header.to_bytes() != content:
            raise HeaderDamaged
        return header

    def to_bytes(self) -> bytes:
        return _canonical(self.model_dump(mode="json"))

    def signed(self, mac_key: bytes) -> Header:
        return self.model_copy(update={"mac": self._mac(mac_key)})

    def authentic(self, mac_key: bytes) -> bool:
        return hmac.compare_digest(self.mac, self._mac(mac_key))

    def slot(self, login_tag: bytes | None) -> Slot | None:
        """The slot of a login; the recovery slot for None."""
        return next((slot for slot in self.slots if slot.login_tag == login_tag), None)

    def _mac(self, key: bytes) -> bytes:
        return hmac.digest(key, _canonical(self.model_dump(mode="json", exclude={"mac"})), hashlib.sha256)


def _canonical(content: Any) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _is_newer(content: bytes) -> bool:
    """Whether it is a header of ours with a format number that this program does not know yet."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return False
    if not isinstance(found, dict) or found.get("magic") != MAGIC:
        return False
    version = found.get("version")
    return isinstance(version, int) and not isinstance(version, bool) and version > VERSION
