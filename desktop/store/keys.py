"""Keys: who can open an office file, and which keys follow from its data key.

    passphrase --Argon2id--> key --AES-256-GCM--> the user's X25519 private key
    data key (256 random bits) --HPKE--> every user's public key, and the recovery code's
    data key --HKDF-SHA-256, label, file id, epoch--> database key | header MAC key

A key pair for each user, not one wrapped key for each passphrase: a new data key (a user leaves, a backup is
made) is sealed for everyone while only one person is present. Nothing here touches a file; `keyfile` does.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .credentials import Credential, Passphrase, RecoveryCode
from .header import Header, Kdf, Slot
from .kdf import KEY_BYTES, SALT_BYTES, KdfCost, KdfPolicy
from .problems import HeaderDamaged, WrongPassphrase, WrongRecoveryCode

_NONCE_BYTES = 12
_ID_BYTES = 16
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class DataKey:
    """The secret that an office file is encrypted with. Its derived keys serve one purpose each."""

    file: UUID
    epoch: int
    secret: bytes = field(repr=False)

    @classmethod
    def new(cls, file: UUID, epoch: int = 1) -> DataKey:
        return cls(file, epoch, secrets.token_bytes(KEY_BYTES))

    @property
    def for_database(self) -> bytes:
        return self._derived("database")

    @property
    def for_header(self) -> bytes:
        return self._derived("header-mac")

    def _derived(self, label: str) -> bytes:
        info = f"bleibelotse {label}|{self.file}|{self.epoch}".encode()
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(self.secret)


def new_header(user: Passphrase, recovery: RecoveryCode, policy: KdfPolicy) -> tuple[Header, DataKey]:
    """Keys for a new office file with one user and a recovery code. Raises `ShortPassphrase`."""
    user.refuse_if_weak()
    file = uuid4()
    key = DataKey.new(file)
    slots = (
        _new_slot(user, key, policy.cost_for_new_slots()),
        # 130 random bits need no costly derivation, but every slot has the same form.
        _new_slot(recovery, key, policy.floor),
    )
    header = Header(file=file, epoch=key.epoch, generation=1, slots=slots)
    return header.signed(key.for_header), key


def unlock(header: Header, credential: Credential, policy: KdfPolicy) -> DataKey:
    """The data key. Raises `WrongPassphrase`, `WrongRecoveryCode` or `HeaderDamaged`.

    An unknown login takes as long as a wrong passphrase. When this returns, the whole header is authentic.
    """
    if not all(policy.admits(slot.kdf.cost) for slot in header.slots):
        raise HeaderDamaged
    slot = header.slot(credential.tag(header.file))
    opener = (slot or header.slots[0]).kdf.cost.derive(credential.secret, (slot or header.slots[0]).salt)
    if slot is None:
        raise _refusal(credential)
    try:
        private = AESGCM(opener).decrypt(slot.nonce, slot.private_key, slot.associated_data(header.file))
    except InvalidTag:
        raise _refusal(credential) from None
    try:
        own = X25519PrivateKey.from_private_bytes(private)
        key = DataKey(header.file, header.epoch, _SUITE.decrypt(slot.data_key, own, _context(header, slot)))
    except (InvalidTag, ValueError):
        raise HeaderDamaged from None
    if len(key.secret) != KEY_BYTES or not header.authentic(key.for_header):
        raise HeaderDamaged
    return key


def with_user(header: Header, key: DataKey, user: Passphrase, policy: KdfPolicy) -> Header:
    """The next generation of a header: the user's slot is added, or replaced if the login has one.

    Raises `ShortPassphrase`. The header must have been unlocked with this key.
    """
    user.refuse_if_weak()
    return _with_slot(header, key, _new_slot(user, key, policy.cost_for_new_slots()))


def with_recovery(header: Header, key: DataKey, code: RecoveryCode, policy: KdfPolicy) -> Header:
    """The next generation with a new recovery code; the old sheet opens only older copies."""
    return _with_slot(header, key, _new_slot(code, key, policy.floor))


def sealed_anew(header: Header, key: DataKey, new: DataKey) -> Header:
    """The same users and passphrases for another data key of the same file and epoch (a backup's)."""
    assert header.authentic(key.for_header), "public keys of an unchecked header"
    slots = tuple(
        slot.model_copy(update={"data_key": _seal(new, slot.public_key, _context(header, slot))})
        for slot in header.slots
    )
    return header.model_copy(update={"slots": slots}).signed(new.for_header)


def _with_slot(header: Header, key: DataKey, slot: Slot) -> Header:
    assert header.authentic(key.for_header), "public keys of an unchecked header"
    others = tuple(each for each in header.slots if each.login_tag != slot.login_tag)
    changed = {"slots": (*others, slot), "generation": header.generation + 1}
    return header.model_copy(update=changed).signed(key.for_header)


def _new_slot(credential: Credential, key: DataKey, cost: KdfCost) -> Slot:
    own = X25519PrivateKey.generate()
    nonce = secrets.token_bytes(_NONCE_BYTES)
    slot = Slot(
        id=secrets.token_hex(_ID_BYTES),
        kind="user" if isinstance(credential, Passphrase) else "recovery",
        login_tag=credential.tag(key.file),
        kdf=Kdf(memory_kib=cost.memory_kib, passes=cost.passes, lanes=cost.lanes),
        salt=secrets.token_bytes(SALT_BYTES),
        public_key=own.public_key().public_bytes_raw(),
        nonce=nonce,
        private_key=bytes(KEY_BYTES + 16),
        data_key=bytes(KEY_BYTES + 48),
    )
    lock = AESGCM(cost.derive(credential.secret, slot.salt))
    sealed = lock.encrypt(nonce, own.private_bytes_raw(), slot.associated_data(key.file))
    data_key = _seal(key, slot.public_key, _slot_context(key.file, key.epoch, slot))
    return slot.model_copy(update={"private_key": sealed, "data_key": data_key})


def _seal(key: DataKey, public_key: bytes, context: bytes) -> bytes:
    return _SUITE.encrypt(key.secret, X25519PublicKey.from_public_bytes(public_key), context)


def _context(header: Header, slot: Slot) -> bytes:
    return _slot_context(header.file, header.epoch, slot)


def _slot_context(file: UUID, epoch: int, slot: Slot) -> bytes:
    return f"bleibelotse data key|{file}|{epoch}|{slot.id}".encode()


def _refusal(credential: Credential) -> WrongPassphrase | WrongRecoveryCode:
    return WrongPassphrase() if isinstance(credential, Passphrase) else WrongRecoveryCode()
