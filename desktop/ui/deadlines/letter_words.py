"""Decision letters in the words of the form: what can be chosen, what is asked, what would follow. No Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.cases.casefile import CaseFile
from desktop.cases.letters import Arrival, DecisionLetter
from desktop.errors import Problem
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

from .rows import DateRow, DateWords, Details, Said

if TYPE_CHECKING:
    from desktop.services.decision_letters import Decision
    from desktop.services.letter_drafts import Draft

Option = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Options:
    """Everything a form lets one choose from: value and words."""

    decisions: Sequence[Option]
    arrivals: Sequence[Option]
    instructions: Sequence[Option]
    remedies: Sequence[Option]
    units: Sequence[Option]
    lands: Sequence[Option]
    places: Sequence[Option]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one decision that arrived in one way asks for. `days` first counts most; captions in words."""

    name: str
    cite: str
    days: Sequence[tuple[str, str]]
    regime: str  # the caption of the day on which the procedure began, or empty
    other_served_on: bool
    instruction: bool
    remedies: Sequence[str]
    regular: str  # the regular period in words, as a hint


@dataclass(frozen=True, slots=True)
class Preview:
    """What would follow: the dates, what must be known beside them, and what to settle first."""

    dates: Sequence[Details]
    notes: Sequence[Said]
    questions: Sequence[str]
    doubtful: bool


_REGULAR = {
    "days": (mark("usually {count} day"), mark("usually {count} days")),
    "weeks": (mark("usually {count} week"), mark("usually {count} weeks")),
    "months": (mark("usually {count} month"), mark("usually {count} months")),
}
_LAND = re.compile(r"DE-[A-Z]{2}")
NOTHING = Preview((), (), (), False)

_SENT = {
    Arrival.EMAIL: mark("Sent on"),
    Arrival.MAILBOX: mark("Made available on"),
    Arrival.PORTAL: mark("Notification sent on"),
    Arrival.BENEFITS_PORTAL: mark("Notification sent on"),
}
_SERVED = {
    Arrival.DELIVERED: mark("Delivered on, as the envelope says"),
    Arrival.HOUSEHOLD: mark("Handed over on"),
    Arrival.SHELTER_HEAD: mark("Handed over on"),
    Arrival.REFUSED: mark("Refused on"),
    Arrival.LETTER_BOX: mark("Put into the letter box on"),
    Arrival.DEPOSITED: mark("Notice left on"),
    Arrival.PUBLIC_NOTICE: mark("Notice put up on"),
    Arrival.RECEPTION_CENTRE: mark("Delivered to the centre on"),
}
_REGIMES = {
    "lodged": mark("Asylum applied for on"),
    "withdrawal": mark("Withdrawal procedure begun on"),
}


class LetterWords:
    """Puts kinds of decisions and what follows from them into the words of the window."""

    def __init__(self, context: CaseContext) -> None:
        self._context = context
        self._dates = DateWords(context)

    @cached_property
    def _decisions(self) -> Mapping[str, Decision]:
        from desktop.services import decision_letters

        listed = decision_letters.decisions(self._context.reference, self._context.texts)
        return {each.id: each for each in listed}

    def decision(self, decision: str) -> str:
        """Its short name."""
        found = self._decisions.get(decision)
        return found.short if found is not None else decision

    def settled_row(self, letter: DecisionLetter) -> DateRow:
        """A letter that needs nothing more, as it stands among what is done."""
        on = letter.closed_on or self._context.today()
        day = self._context.texts.day_with_weekday(on)
        what = self.decision(letter.decision)
        return DateRow(letter.id, "filing", "settled", on, day, "", what, settled=True)

    def settled_details(self, letter: DecisionLetter) -> Details:
        """What is shown of it."""
        texts, row = self._context.texts, self.settled_row(letter)
        said = Said(texts(mark("This decision letter is settled: its dates are prompted no more.")))
        title = texts(mark("What has happened"))
        return Details(
            "filing", "settled", row.what, said, [(texts(mark("Settled on")), row.day)], title, (), (), ()
        )

    def options(self) -> Options:
        from desktop.deadlines.holidays import PLACES
        from desktop.services import decision_letters as letters

        texts = self._context.texts
        nothing = ("", texts(mark("as the case says")))
        places = [(key, texts(name)) for key, name in PLACES.items()]
        return Options(
            decisions=[(each.id, each.short) for each in self._decisions.values()],
            arrivals=[(each.value, texts(words)) for each, words in letters.ARRIVALS.items()],
            instructions=[(each.value, texts(words)) for each, words in letters.INSTRUCTIONS.items()],
            remedies=[("", texts(mark("not named"))), *((k, texts(w)) for k, w in letters.REMEDIES.items())],
            units=[(key, texts(words)) for key, words in letters.UNITS.items()],
            lands=[nothing, *((key, name.partition(",")[0]) for key, name in places if _LAND.fullmatch(key))],
            places=[nothing, *places],
        )

    def wanted(self, draft: Draft) -> Wanted:
        """What to ask for now; of a decision not chosen yet only how it arrived."""
        from desktop.services import decision_letters as letters

        texts = self._context.texts
        captions = {
            "sent_on": _SENT.get(draft.arrival, mark("Posted on")),
            "served_on": _SERVED.get(draft.arrival, mark("Delivered on, as the envelope says")),
            "received_on": mark("Really in hand on"),
        }
        found = self._decisions.get(draft.decision)
        if found is None:
            days = [(day, texts(captions[day])) for day in letters.days_of(draft.arrival)]
            return Wanted("", "", days, "", False, True, (), "")
        needs = letters.needs(self._context.reference, draft.decision, draft.arrival)
        regular = ""
        if needs.regular is not None:
            count, unit = needs.regular
            regular = texts.plural(*_REGULAR[unit], count)
        return Wanted(
            name=found.name,
            cite=found.cite,
            days=[(day, texts(captions[day])) for day in needs.days],
            regime=texts(_REGIMES[needs.regime]) if needs.regime else "",
            other_served_on=needs.other_served_on,
            instruction=needs.instruction,
            remedies=needs.remedies,
            regular=regular,
        )

    def preview(self, case: CaseFile, draft: Draft) -> Preview:
        """What would follow from the letter; nothing as long as something in it cannot be right."""
        from desktop.services import decision_letters, letter_drafts

        reference, today, texts = self._context.reference, self._context.today(), self._context.texts
        try:
            letter = letter_drafts.letter_of(reference, draft, today, "preview")
            found = decision_letters.preview(reference, case, letter, today)
        except Problem:
            return NOTHING
        notes = [self._dates.said(each) for each in found.notes]
        dates = [self._dates.details(each) for each in found.dates]
        return Preview(
            dates=[replace(each, notes=[said for said in each.notes if said not in notes]) for each in dates],
            notes=notes,
            questions=[texts(each) for each in found.questions],
            doubtful=found.doubtful,
        )
