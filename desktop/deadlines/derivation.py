"""One step of a derivation: a sentence as data, shown in any language, tested without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ..cases.periods import PartialDate
from ..texts import Texts, mark

NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Named(str):
    """An id (title, status code, paper, place) whose name for people is looked up when the step is shown."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Step:
    """An English source text (tagged with `mark` where written), its values, the section it rests on."""

    text: str
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    cite: str = ""

    def show(self, texts: Texts, names: Mapping[str, str] = NO_NAMES) -> str:
        """The sentence in a language. `names` gives the names behind ids; days come with their weekday."""
        shown = {key: self._shown(value, texts, names) for key, value in self.values.items()}
        return texts(self.text, **shown)

    @staticmethod
    def _shown(value: object, texts: Texts, names: Mapping[str, str]) -> object:
        if isinstance(value, date):
            return texts.day_with_weekday(value)
        if isinstance(value, Named):
            return texts(names.get(value, value))
        return value


def step(text: str, cite: str = "", /, **values: object) -> Step:
    """Build a step: `step(mark("..."), "§ 188 Abs. 2 BGB", day=day)`."""
    return Step(text, MappingProxyType(values), cite)


def uncertain(last_day: PartialDate) -> tuple[Step, ...]:
    """That only a stretch of days is known, and the earlier end is taken."""
    if last_day.exact:
        return ()
    text = mark("Only known: between {first} and {last}. The earlier day counts here; look at the paper.")
    return (step(text, first=last_day.earliest, last=last_day.latest),)
