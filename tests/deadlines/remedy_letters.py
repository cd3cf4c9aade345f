"""Decision letters for tests: short to write, computed with the law of the built-in pack."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from desktop import resources
from desktop.cases.letters import Arrival, DecisionLetter, Instruction
from desktop.cases.periods import PartialDate
from desktop.deadlines.authorities import Authority, Pair
from desktop.deadlines.derivation import Step
from desktop.deadlines.one_remedy import Remedy
from desktop.deadlines.remedies import Remedies, remedies_of
from desktop.deadlines.time_law import read_time_law
from desktop.texts import Texts

LAW = read_time_law(resources.path("law", "de-2026-08"))
NOWHERE = Authority("user:nowhere", Pair("", ""), ())
MUNICH = "DE-BY+assumption"
ENGLISH = Texts("en", resources.path("i18n"))
MISSING, INCOMPLETE = Instruction.MISSING, Instruction.INCOMPLETE


def day(text: str) -> date:
    """22.11.2026."""
    number, month, year = (int(part) for part in text.split("."))
    return date(year, month, number)


def letter(decision: str, served: str = "", **more: Any) -> DecisionLetter:
    """A letter served with proof; days as text, `printed` as “2 weeks” or “action 2 weeks”."""
    for name, value in more.items():
        if name.endswith("_on") or name == "departure_until":
            more[name] = day(value)
    if "began" in more:
        more["procedure_began"] = PartialDate.exactly(day(more.pop("began")))
    if "printed" in more:
        *remedy, count, unit = more.pop("printed").split()
        more |= {"remedy": remedy[0] if remedy else "", "period": int(count), "unit": unit}
    if served:
        more["served_on"] = day(served)
    usual: dict[str, Any] = {"arrival": Arrival.DELIVERED, "place": MUNICH}
    return DecisionLetter("l1", decision, **(usual | more))


def found(decision: str, served: str = "", authority: Authority = NOWHERE, **more: Any) -> Remedies:
    return remedies_of(letter(decision, served, **more), LAW, authority)


def only(act: str, decision: str, served: str = "", **more: Any) -> Remedy:
    (remedy,) = (each for each in found(decision, served, **more).remedies if each.act.value == act)
    return remedy


def said(steps: Iterable[Step]) -> str:
    return "\n".join(each.show(ENGLISH) for each in steps)


def cites(remedy: Remedy) -> list[str]:
    return [each.cite.replace("\N{NO-BREAK SPACE}", " ") for each in remedy.derivation]
