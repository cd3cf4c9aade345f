"""The shipped rule packs give facts what they ask for, and know what facts read and tell."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop.rules.facts as package
from desktop import resources
from desktop.cases.applications import DecisionKind
from desktop.rules.facts.basis import DERIVED, Basis
from desktop.rules.facts.history import History
from desktop.rules.facts.terms import ANCHORED, GROUPS_NEEDED, TERMS_NEEDED
from desktop.rules.facts.view import CaseDay
from desktop.rules.packs import Pack, load
from tests.rules.facts import making
from tests.rules.facts.making import (
    TODAY,
    absence,
    asylum,
    case,
    child,
    conduct,
    conviction,
    day,
    filed,
    marked,
    status,
    title,
)

FOLDERS = sorted(each.parent for each in resources.path("law").glob("*/pack.yaml"))
HISTORY = (
    "status_periods",
    "applications",
    "asylum_procedures",
    "ukr_group",
    "tp_card_reissued_on",
    "ukr_stay_2022_02_24",
    "protection_in_other_member_state",
    "ukr_first_entry_on",
    "entry_date",
)
_READERS = frozenset({"number", "day", "words", "table", "codes", "has"})
_MEASURES = frozenset({"_at_least", "_offence"})


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def pack(request: pytest.FixtureRequest) -> Pack:
    return load(request.param)


def _calls() -> Iterator[ast.Call]:
    for file in sorted(Path(str(package.__file__)).parent.glob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        yield from (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _asked() -> set[str]:
    """Every term and group that the facts name."""
    names: set[str] = set()
    for call in _calls():
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        constants = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
        texts = [value for value in constants if isinstance(value, str)]
        if (called in _READERS and len(call.args) <= 2) or called in _MEASURES:
            names.update(texts[:1])
    return names


def test_what_facts_need_is_listed():
    needed = TERMS_NEEDED | GROUPS_NEEDED
    by_number = {f"rejection_grounds_regime_{number}" for number in (1, 2, 3)}  # the code puts the number in
    by_title = {
        f"anchor_{what}_{title}" for what in ("titles", "relations") for title in ANCHORED
    }  # likewise
    assert _asked() | by_number | by_title | {"first_permit_course", "first_permit_12a"} == needed
    assert set(making.TERMS) == TERMS_NEEDED
    assert set(making.GROUPS) == GROUPS_NEEDED


def test_the_pack_sets_every_number_and_group(pack: Pack):
    for name in TERMS_NEEDED:
        assert pack.terms.value(name, pack.law_checked_on)
    for name in GROUPS_NEEDED:
        assert pack.terms.group(name)


def test_every_derived_fact_of_the_vocabulary_is_computed(pack: Pack):
    assert pack.vocabulary.derived <= set(DERIVED)


RICH = (
    case(
        status_periods=(
            status("gestattung", "2019-01-01"),
            status("D60b", "2021-01-01", "2022-01-01"),
            title("104c_holder", "2024-06-01", "2026-10-01", issued_by="abh"),
            title("24", "2022-06-01", "2023-06-01"),
        ),
        applications=(filed("25b_1", "2026-09-30"),),
        asylum_procedures=(asylum("rejected_mu", "2019-01-02", "2021-01-01", "2022-01-01", mu_ground="3"),),
        absence_periods=(absence("2023-01-01", "2023-02-01"),),
        removal_impossible_periods=(marked("2022-01-01", "2022-06-01"),),
        ukr_group="ukr_national",
        family_members=(child("2015-01-01"),),
        convictions=(conviction("fine", 100),),
        identity_deception=(conduct("2022-01-01"),),
    ),
    case(
        status_periods=(title("25_3", "2025-01-01", "2026-11-01", issued_by="abh"),),
        asylum_procedures=(asylum("refugee", "2024-01-01", "2026-09-01", "2026-09-20"),),
        removal_ban_source="abh",
        entry_date=day("2020-01-01"),
        expulsion_order_on=day("2026-01-01"),
        entry_bans=(),
        departure_duty_override="none",
    ),
    case(
        status_periods=(), applications=(filed("25_5", "2026-01-01", decided="2026-02-01", result="refused"),)
    ),
    case(status_periods=(status("visa_free", "2026-01-01", "2026-03-31"),), applications=()),
    case(
        status_periods=(),
        applications=(filed("24", "2026-11-01"),),
        asylum_procedures=(),
        ukr_group="ukr_national",
        ukr_stay_2022_02_24="in_ukraine",
        protection_in_other_member_state=False,
        ukr_first_entry_on=day("2026-10-01"),
        entry_date=day("2026-10-01"),
    ),
    case(),
)


def test_the_vocabulary_knows_what_each_fact_reads(pack: Pack, monkeypatch: pytest.MonkeyPatch):
    """A saved answer re-evaluates what rests on it: what the vocabulary leaves out would go stale."""
    with_history = Basis.history

    def all_of_it(basis: Basis) -> History | None:
        for name in HISTORY:
            basis.optional(name)
            basis._inputs[name] = None
        return with_history(basis)

    monkeypatch.setattr(Basis, "history", all_of_it)
    stale: dict[str, set[str]] = {}
    for known in RICH:
        shared = CaseDay(pack, known, TODAY)
        for title_id in ("25b_1", "25_3", "25_2_1", "25a_2_parent", "25a_2_child"):
            facts = shared.facts(title_id, DecisionKind.EXTENSION)
            for name in pack.vocabulary.derived:
                for of in pack.vocabulary[name].of or (None,):
                    missing = set(facts.fact(name, of).inputs) - set(pack.vocabulary.roots(name))
                    stale.setdefault(name, set()).update(missing)
    assert {name: missing for name, missing in stale.items() if missing} == {}


def _notes() -> dict[str, set[str]]:
    """Every note with the names of its values."""
    found: dict[str, set[str]] = {}
    for call in _calls():
        func = call.func
        if isinstance(func, ast.Attribute) and func.attr == "of" and getattr(func.value, "id", "") == "Note":
            (note_id,) = (arg.value for arg in call.args if isinstance(arg, ast.Constant))
            found.setdefault(str(note_id), set()).update(str(word.arg) for word in call.keywords)
    return found


def test_the_pack_has_words_for_every_note(pack: Pack):
    written = dict(pack.tables.fact_notes)
    notes = _notes()
    assert set(notes) == set(written)
    for note_id, values in notes.items():
        for text in (written[note_id].de, written[note_id].en):
            fields = {field for _, field, _, _ in string.Formatter().parse(text) if field}
            assert fields == values, note_id
