"""Who can open an office file, and what happens when its key header is not what it was."""

import json
import random
from dataclasses import replace

import pytest

from desktop.store import keyfile
from desktop.store.credentials import Passphrase, RecoveryCode
from desktop.store.header import MOST_BYTES, Header
from desktop.store.kdf import OFFICE_KDF, KdfCost, KdfPolicy
from desktop.store.keys import DataKey, new_header, sealed_anew, unlock, with_recovery, with_user
from desktop.store.problems import (
    HeaderDamaged,
    NewerFormat,
    NotEnoughMemory,
    ShortPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)

from .making import CHEAP

USER = Passphrase("mk", "kurze Wege, lange Wörter")
COLLEAGUE = Passphrase("ab", "ganz andere Wörter hier")
CHANGED = Passphrase("mk", "noch einmal neue Wörter")


@pytest.fixture(scope="module")
def code() -> RecoveryCode:
    return RecoveryCode.new()


@pytest.fixture(scope="module")
def made(code) -> tuple[Header, DataKey]:
    return new_header(USER, code, CHEAP)


@pytest.fixture
def folder(tmp_path, made):
    keyfile.create(tmp_path, made[0])
    return tmp_path


# Ways in


def test_passphrase_and_recovery_code_give_the_same_key(made, code):
    header, key = made
    assert unlock(header, USER, CHEAP) == unlock(header, code, CHEAP) == key
    assert len({key.secret, key.for_database, key.for_header}) == 3


def test_a_wrong_passphrase_and_an_unknown_login_are_told_alike(made):
    for wrong in (replace(USER, text="kurze Wege, lange Worte"), replace(USER, login="xy")):
        with pytest.raises(WrongPassphrase):
            unlock(made[0], wrong, CHEAP)


def test_another_office_s_recovery_code_is_told(made):
    with pytest.raises(WrongRecoveryCode):
        unlock(made[0], RecoveryCode.new(), CHEAP)


def test_a_short_passphrase_is_refused_everywhere(made, code):
    short = Passphrase("mk", "zu kurz")
    with pytest.raises(ShortPassphrase):
        new_header(short, code, CHEAP)
    with pytest.raises(ShortPassphrase):
        with_user(made[0], made[1], short, CHEAP)


def test_a_second_user_opens_the_same_file(made):
    header = with_user(made[0], made[1], COLLEAGUE, CHEAP)
    assert header.generation == 2
    assert unlock(header, USER, CHEAP) == unlock(header, COLLEAGUE, CHEAP) == made[1]


def test_a_new_recovery_code_replaces_the_old_one(made, code):
    new = RecoveryCode.new()
    header = with_recovery(made[0], made[1], new, CHEAP)
    assert unlock(header, new, CHEAP) == made[1]
    with pytest.raises(WrongRecoveryCode):
        unlock(header, code, CHEAP)


def test_a_backup_s_key_is_sealed_for_the_same_people(made, code):
    header, key = made
    fresh = DataKey.new(key.file, key.epoch)
    sealed = sealed_anew(header, key, fresh)
    assert unlock(sealed, USER, CHEAP) == unlock(sealed, code, CHEAP) == fresh


def test_public_keys_of_an_altered_header_are_never_used(made):
    header, key = made
    foreign, _ = new_header(COLLEAGUE, RecoveryCode.new(), CHEAP)
    altered = header.model_copy(update={"slots": (*header.slots, foreign.slots[0])})
    for action in (lambda: sealed_anew(altered, key, key), lambda: with_user(altered, key, COLLEAGUE, CHEAP)):
        with pytest.raises(AssertionError):
            action()


def test_no_login_name_stands_in_the_header(made):
    assert b"mk" not in made[0].to_bytes().replace(b"bleibelotse", b"")


# The key file


def test_the_old_passphrase_is_gone_after_a_change(folder, made):
    keyfile.replace(folder, made[0], with_user(made[0], made[1], CHANGED, CHEAP))
    assert keyfile.open_with(folder, CHANGED, CHEAP).key == made[1]
    with pytest.raises(WrongPassphrase):
        keyfile.open_with(folder, USER, CHEAP)


@pytest.mark.parametrize("spoil", [b"", b"{}", b"\0" * 1473, None])
def test_a_damaged_header_falls_back_and_is_mended(folder, made, spoil):
    current = folder / keyfile.CURRENT
    keyfile.replace(folder, made[0], with_user(made[0], made[1], COLLEAGUE, CHEAP))
    if spoil is None:
        current.unlink()
    else:
        current.write_bytes(spoil)
    opened = keyfile.open_with(folder, USER, CHEAP)
    assert (opened.key, opened.repaired) == (made[1], True)
    keyfile.mend(folder, opened)
    assert current.read_bytes() == made[0].to_bytes()
    assert not keyfile.open_with(folder, USER, CHEAP).repaired


def test_a_damaged_header_does_not_hide_a_wrong_passphrase(folder):
    (folder / keyfile.CURRENT).write_bytes(b"?")
    with pytest.raises(WrongPassphrase):
        keyfile.open_with(folder, COLLEAGUE, CHEAP)


def test_both_generations_damaged(folder):
    for name in (keyfile.CURRENT, keyfile.PREVIOUS):
        (folder / name).write_bytes(b"?")
    with pytest.raises(HeaderDamaged):
        keyfile.open_with(folder, USER, CHEAP)


def test_a_newer_format_is_not_hidden_by_the_previous_generation(folder, made):
    newer = json.loads(made[0].to_bytes()) | {"version": 2, "something": "new"}
    (folder / keyfile.CURRENT).write_text(json.dumps(newer))
    with pytest.raises(NewerFormat):
        keyfile.open_with(folder, USER, CHEAP)
    assert b"something" in (folder / keyfile.CURRENT).read_bytes()


def test_a_header_with_a_foreign_mac_is_damaged(folder, made):
    _, other = new_header(USER, RecoveryCode.new(), CHEAP)
    for name in (keyfile.CURRENT, keyfile.PREVIOUS):
        (folder / name).write_bytes(made[0].signed(other.for_header).to_bytes())
    with pytest.raises(HeaderDamaged):
        keyfile.open_with(folder, USER, CHEAP)


# Mutations


def mutations(content: bytes, rng: random.Random):
    for _ in range(1200):
        at = rng.randrange(len(content))
        yield content[:at] + bytes([content[at] ^ (1 << rng.randrange(8))]) + content[at + 1 :]
    for _ in range(300):
        yield content[: rng.randrange(len(content))]
        at = rng.randrange(len(content))
        yield content[:at] + rng.randbytes(rng.randrange(1, 9)) + content[at:]
    plain = json.loads(content)
    for _ in range(700):
        changed = json.loads(content)
        place = rng.choice(
            [changed, changed["database"], *changed["slots"], *(s["kdf"] for s in changed["slots"])]
        )
        name = rng.choice(sorted(place))
        place[name] = rng.choice(
            [None, 0, -1, 2**70, 1.5, "", "ab", [], {}, True, plain["mac"], place.pop(name)]
        )
        yield json.dumps(changed, sort_keys=True, separators=(",", ":")).encode()
    yield from (
        b" " + content,
        content + b"\n",
        b"[" * 60_000,
        b" " * (MOST_BYTES + 1),
        b'{"magic":"bleibelotse-keys"}',
    )
    yield json.dumps(plain).encode()
    yield content.replace(b'"epoch":1', b'"epoch":1,"epoch":1')
    yield content.replace(b'"slots":[', b'"slots":[[],')


def test_no_mutation_is_accepted_and_each_is_one_of_three_problems(made, code):
    content = made[0].to_bytes()
    found = set()
    for mutated in mutations(content, random.Random(11)):
        if mutated == content:
            continue
        for credential in (USER, code):
            with pytest.raises((WrongPassphrase, WrongRecoveryCode, HeaderDamaged, NewerFormat)) as told:
                unlock(Header.parse(mutated), credential, CHEAP)
            found.add(told.type)
    assert found == {WrongPassphrase, WrongRecoveryCode, HeaderDamaged, NewerFormat}


# Costs


@pytest.mark.parametrize(
    "cost", [KdfCost(7, 1, 1), KdfCost(4096, 1, 1), KdfCost(16, 5, 1), KdfCost(16, 1, 5)]
)
def test_a_cost_out_of_bounds_is_refused_before_it_is_paid(made, cost, monkeypatch):
    header = made[0]
    kdf = header.slots[0].kdf.model_copy(
        update={"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
    )
    hostile = header.model_copy(update={"slots": (header.slots[0].model_copy(update={"kdf": kdf}),)})
    monkeypatch.setattr(KdfCost, "derive", lambda *_: pytest.fail("the cost was paid"))
    with pytest.raises(HeaderDamaged):
        unlock(hostile, USER, CHEAP)


def test_the_office_s_costs_are_those_of_the_security_paper(made):
    assert OFFICE_KDF.floor == KdfCost(64 * 1024, 3, 4)
    assert OFFICE_KDF.wanted == KdfCost(256 * 1024, 3, 4)
    assert OFFICE_KDF.ceiling == KdfCost(4 * 1024 * 1024, 64, 16)
    with pytest.raises(HeaderDamaged):
        unlock(made[0], USER, OFFICE_KDF)  # a cheap header is not believed


def test_no_policy_can_want_less_than_its_floor():
    with pytest.raises(ValueError):
        replace(CHEAP, wanted=KdfCost(4, 1, 1))
    with pytest.raises(ValueError):
        replace(OFFICE_KDF, wanted=KdfCost(64 * 1024, 2, 4))


@pytest.mark.parametrize(
    ("seconds", "memory_kib"), [(1.2, 4096), (2.5, 2048), (0.1, 16384), (60.0, 1024), (0.0, 16384)]
)
def test_memory_is_scaled_to_the_machine_but_never_below_the_floor(seconds, memory_kib):
    policy = KdfPolicy(
        floor=KdfCost(1024, 1, 1),
        ceiling=KdfCost(65536, 1, 1),
        wanted=KdfCost(4096, 1, 1),
        seconds=(1.0, 1.5),
        most_kib=16384,
        step_kib=1024,
    )
    ticks = iter((0.0, seconds))
    assert policy.cost_for_new_slots(lambda: next(ticks)) == KdfCost(memory_kib, 1, 1)


def test_too_little_memory_is_a_problem_with_a_sentence():
    with pytest.raises(NotEnoughMemory):
        KdfCost(2**31, 1, 1).derive(b"x", bytes(16))
