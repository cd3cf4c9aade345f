"""What a title costs in this case: amounts, who is free, what to apply for. For a terminal and as data.

Keys of the data are added, never renamed:

    on, law_checked_on, pack     the day of the decision, the day until which the law was checked, the pack
    minor, age                   under 18 on the day of the application; complete years on the day of the
                                 decision; null: the date of birth is not known (then the amounts are those
                                 of adults)
    titles                       per title: id, cite, decision_kind, groups, beside
    groups, beside               id, name, one_of (only one of the fees is owed), open (not settled whether
                                 it arises), note, fees: id, name, cite, amount (euros, as text), outcome
                                 (exempt, to_be_claimed, discretionary, contestable, payable), text, open (a
                                 missing answer could bring relief), note
    waiver                       what the authority may do beyond that: cite, text; or null
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.cases.applications import DecisionKind
from desktop.cases.casefile import CaseFile
from desktop.cases.periods import PartialDate
from desktop.rules import fees as fee_rules
from desktop.rules.facts.person import age_on
from desktop.rules.facts.value import FactValue
from desktop.rules.facts.view import CaseDay, CaseFacts
from desktop.rules.fees import FeeGroup, FeeLine, FeeOutcome, FeeSheet
from desktop.rules.norms import Norm
from desktop.rules.packs import Pack
from desktop.rules.verdict import WORST
from desktop.texts import Texts, mark

from .assessment import assess, decision_kinds
from .reference import Reference
from .words.findings import FindingWords
from .words.lines import wrapped

ADULT_AGE = "adult_age"
OUTCOME_WORDS: Mapping[FeeOutcome, str] = {
    FeeOutcome.PAYABLE: mark("payable"),
    FeeOutcome.EXEMPT: mark("free of charge"),
    FeeOutcome.TO_BE_CLAIMED: mark("claim the exemption with the application"),
    FeeOutcome.DISCRETIONARY: mark("can be waived: apply for it"),
    FeeOutcome.CONTESTABLE: mark("payable, but more than half for a minor can be contested"),
}


@dataclass(frozen=True, slots=True)
class TitleFees:
    """The fees of one title, for one kind of decision."""

    norm: Norm
    decision_kind: DecisionKind
    sheet: FeeSheet


@dataclass(frozen=True, slots=True)
class CaseFees:
    """The fees of a case. `minor` and `age` are None where the date of birth is not known."""

    on: date
    minor: bool | None
    age: int | None
    titles: tuple[TitleFees, ...]


def sheet_of(
    pack: Pack,
    facts: CaseFacts,
    title: str,
    decision: DecisionKind,
    on: date,
    born: PartialDate | None,
) -> tuple[FeeSheet, bool | None, int | None]:
    """The fees of a decision, whether a minor applies (None: not known), and the age on the day.

    `born`: the day of birth, or the month or year of it; None where it is not known.
    """
    adult = int(pack.terms.value(ADULT_AGE, on))
    filing, deciding = facts.fact("age_at_application"), facts.fact("age_at_decision")
    minor = None if _years(filing) is None else (_years(filing) or 0) < adult
    age = _years(deciding)
    at_least = age_on(born, on)[0] if born is not None else None
    sheet = fee_rules.fees(pack, facts, title, decision, on, minor=bool(minor), age=age, at_least=at_least)
    return sheet, minor, age


def of_case(
    reference: Reference,
    case: CaseFile,
    on: date,
    *,
    title: str | None = None,
    applied_on: date | None = None,
) -> CaseFees:
    """The fees of one title, or of every title that is not out of the question.

    Raises Problem for a title the pack does not have.
    """
    kinds = decision_kinds(reference, case, on)
    if title is not None:
        chosen = [reference.norm(title)]
    else:
        found = assess(reference, case, on, applied_on=applied_on).titles
        chosen = [each.norm for each in found if each.verdict not in (None, WORST)]
    day = CaseDay(reference.pack, case, on)
    titles = []
    minor, age = None, None
    for norm in chosen:
        kind = norm.decision(kinds[norm.id])
        facts = day.facts(norm.id, kind, applied_on)
        sheet, minor, age = sheet_of(reference.pack, facts, norm.id, kind, on, case.value("birth_date"))
        titles.append(TitleFees(norm, kind, sheet))
    return CaseFees(on, minor, age, tuple(titles))


def _years(value: FactValue) -> int | None:
    """Complete years; None if they are not certain."""
    return value.value if isinstance(value.value, int) and value.known else None


def as_text(reference: Reference, found: CaseFees, texts: Texts) -> str:
    """Every fee with what becomes of it."""
    return "\n".join(_lines(reference, found, texts))


def _lines(reference: Reference, found: CaseFees, texts: Texts) -> Iterator[str]:
    pack, words = reference.pack, FindingWords(reference.pack, texts)
    yield texts(
        mark("Fees for a decision on {day}; law as of {law}."),
        day=texts.day(found.on),
        law=texts.day(pack.law_checked_on),
    )
    if found.minor:
        yield texts(mark("Amounts for a minor (under age on the day of the application)."))
    elif found.minor is None and found.titles:
        yield texts(mark("The date of birth is not known: amounts for adults; minors mostly pay half."))
    if not found.titles:
        yield ""
        yield texts(mark("No title comes into question at present; name one with “--title”."))
    beside: dict[str, FeeGroup] = {}
    for title in found.titles:
        yield ""
        kind = words.decision(title.decision_kind)
        yield from wrapped(f"{title.norm.cite} {texts.pick(title.norm.title)} ({kind}) [{title.norm.id}]")
        if not title.sheet.of_decision:
            yield from wrapped(texts(mark("No fee of this pack is meant for this decision.")), 2)
        for group in title.sheet.of_decision:
            yield from _group(group, texts)
        beside |= {group.id: group for group in title.sheet.groups if group.beside}
    if beside and len(found.titles) == 1:
        yield ""
        yield texts(mark("Other acts of the authority, only if they come up"))
        for group in beside.values():
            yield from _group(group, texts)
    waiver = pack.tables.fee_waiver
    if found.titles and waiver is not None:
        yield ""
        yield from wrapped(f"{texts.pick(waiver.text)} [{waiver.cite}]")


def _group(group: FeeGroup, texts: Texts) -> Iterator[str]:
    name = texts.pick(group.name)
    if group.one_of:
        name = f"{name}: {texts(mark('one of these'))}"
    if group.open:
        name = f"{name} ({texts(mark('not settled whether it arises'))})"
    yield from wrapped(name, 2)
    for line in group.lines:
        yield from wrapped(_line(line, texts), 4, "·")
    if group.note is not None:
        yield from wrapped(texts.pick(group.note), 6)


def _line(line: FeeLine, texts: Texts) -> str:
    said = f"{texts.money(line.amount)} {texts.pick(line.fee.name)}: {texts(OUTCOME_WORDS[line.outcome])}"
    if line.open:
        said += f" ({texts(mark('an answer that is still missing could change this'))})"
    note = f" {texts.pick(line.note)}" if line.note is not None else ""
    return f"{said} [{line.fee.cite}]{note}"


def as_data(reference: Reference, found: CaseFees, texts: Texts) -> dict[str, Any]:
    """The same as plain data; texts are in the language of `texts`."""
    waiver = reference.pack.tables.fee_waiver
    return {
        "on": found.on.isoformat(),
        "law_checked_on": reference.pack.law_checked_on.isoformat(),
        "pack": reference.pack.id,
        "minor": found.minor,
        "age": found.age,
        "titles": [
            {
                "id": title.norm.id,
                "cite": title.norm.cite,
                "decision_kind": title.decision_kind.value,
                "groups": [_group_data(group, texts) for group in title.sheet.of_decision],
                "beside": [_group_data(group, texts) for group in title.sheet.groups if group.beside],
            }
            for title in found.titles
        ],
        "waiver": {"cite": waiver.cite, "text": texts.pick(waiver.text)} if waiver is not None else None,
    }


def _group_data(group: FeeGroup, texts: Texts) -> dict[str, Any]:
    return {
        "id": group.id,
        "name": texts.pick(group.name),
        "one_of": group.one_of,
        "open": group.open,
        "note": texts.pick(group.note) if group.note is not None else "",
        "fees": [
            {
                "id": line.fee.id,
                "name": texts.pick(line.fee.name),
                "cite": line.fee.cite,
                "amount": str(line.amount),
                "outcome": line.outcome.value,
                "text": texts(OUTCOME_WORDS[line.outcome]),
                "open": line.open,
                "note": texts.pick(line.note) if line.note is not None else "",
            }
            for line in group.lines
        ],
    }
