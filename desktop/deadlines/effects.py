"""§ 81 AufenthG: what an application does for the stay until it is decided. The one home of this rule.

Pure functions on the history of papers. Periods of which a border is known only by month or year are read
twice: the safe reading decides, the better one is shown beside it. An effect has no end of its own: it lasts
until the decision, whatever the certificate says (§ 81(5) only proves it).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ..cases.applications import Application, DecisionKind
from ..cases.periods import PartialDate
from ..cases.status import DULDUNG_CODES, TITLE, StatusPeriod
from ..texts import mark
from .derivation import Named, Step, step
from .expulsion import expelled_by
from .held import Held
from .ukraine import EXEMPT, FIRST_ENTRY, GROUP
from .validity import (
    LAPSE_ON_ASYLUM,
    SIX_MONTHS,
    WITHOUT_TITLE,
    Circumstances,
    total_validity,
)

F81_3_1, F81_3_2, F81_4, F81_4_LATE, F25_1_3, NONE = "F81_3_1 F81_3_2 F81_4 F81_4_late F25_1_3 none".split()

BEST_FIRST = (F81_4, F81_4_LATE, F25_1_3, F81_3_1, F81_3_2, NONE)
"""Effects by how well they protect the stay."""

HOLDER_104C = f"{TITLE}104c_holder"
_FOLLOWING_104C = ("25a_", "25b_")
_BY_RECOGNITION = frozenset({"25_1", "25_2_1", "25_2_2"})
FICTIONS = frozenset({F81_3_1, F81_3_2, F81_4, F81_4_LATE, F25_1_3})
ASYLUM_PAPERS = frozenset({"gestattung", "ankunftsnachweis"})
_TOLERATED = DULDUNG_CODES | {"gueb"}


@dataclass(frozen=True, slots=True)
class FilingEffect:
    """What filing does. `id` is None while too little is recorded; `ask` names the inputs to settle it."""

    id: str | None
    why: Step
    continues: str | None = None  # status code of the title that is deemed to continue
    order_possible: bool = False  # too late for continuation by law; the office may order it (§ 81(4) s. 3)
    warning: bool = False  # something is lost if nothing else is done
    ask: tuple[str, ...] = ()
    otherwise: FilingEffect | None = None  # the better reading, where days or the law are uncertain

    @property
    def disputed(self) -> bool:
        return self.otherwise is not None


def effect_of_filing(
    history: Sequence[StatusPeriod],
    *,
    filed_on: PartialDate,
    title_id: str,
    given: Circumstances,
) -> FilingEffect:
    """The effect of an application for a title that reaches the authority on `filed_on`, until midnight."""
    if expelled_by(history, filed_on.latest, given):
        return _nothing_after_expulsion()
    safe = _effect(Held.of(history, given, longest=False), filed_on.latest, title_id, given)
    best = _effect(Held.of(history, given, longest=True), filed_on.earliest, title_id, given)
    if safe.id == best.id:
        return safe
    open_answer = _open_answer(history, filed_on.latest, given) if filed_on.exact else "applications"
    return replace(safe, otherwise=best, ask=(*safe.ask, open_answer))


def _open_answer(history: Sequence[StatusPeriod], day: date, given: Circumstances) -> str:
    """The input that tells whether a status of which only one reading covers the day covers it."""
    safe, longest = (Held.of(history, given, longest=each).codes_on(day) for each in (False, True))
    if EXEMPT in longest - safe:
        return FIRST_ENTRY
    return GROUP if given.ukr_group is None and f"{TITLE}24" in longest - safe else "status_periods"


def running_effect(
    history: Sequence[StatusPeriod], applications: Iterable[Application], *, on: date, given: Circumstances
) -> FilingEffect:
    """The best effect that runs on a day from everything filed until then and not yet decided."""
    if expelled_by(history, on, given):
        return _nothing_after_expulsion()
    effects = [
        _after_asylum(
            effect_of_filing(history, filed_on=each.filed_on, title_id=each.title_id, given=given),
            each,
            history,
            on,
            given,
        )
        for each in applications
        if each.filed_on.earliest <= on and not _decided(each, on)
    ]
    held = Held.of(history, given, longest=False)
    recorded = [code for code in BEST_FIRST if code in held.codes_on(on) and code in FICTIONS]
    if recorded:
        effects.append(_recorded(recorded[0]))
    elif _stays_by_recognition(held, on, given):
        effects.append(_recognition())
    if not effects:
        return FilingEffect(
            NONE, step(mark("No application is recorded that has not been decided."), "§ 81 AufenthG")
        )
    known = [each for each in effects if each.id is not None]
    best = min(known, key=lambda each: BEST_FIRST.index(str(each.id)), default=effects[0])
    return next((each for each in effects if each.id is None), best) if best.id == NONE else best


def _nothing_after_expulsion() -> FilingEffect:
    return FilingEffect(
        NONE,
        step(
            mark("An expulsion ends titles and fictions at once, even while it is contested: no effect."),
            "§ 51 Abs. 1 Nr. 5, § 84 Abs. 2 S. 1 AufenthG",
        ),
        warning=True,
    )


def _decided(application: Application, on: date) -> bool:
    """Whether it was decided or withdrawn by the day; a result without a day counts as one."""
    if application.decided_on is None:
        return bool(application.result)
    return application.decided_on.earliest <= on


def _effect(held: Held, day: date, title_id: str, given: Circumstances) -> FilingEffect:
    if not held.periods:
        return FilingEffect(None, step(mark("No status is recorded yet.")), ask=("status_periods",))
    codes = held.codes_on(day)
    titles = sorted(code for code in codes if code.startswith(TITLE) or code == "visa_D")
    if titles:
        return _holding(titles, title_id)
    running = [code for code in BEST_FIRST if code in codes and code in FICTIONS]
    if running:
        return _recorded(running[0])
    if _stays_by_recognition(held, day, given):
        return _recognition()
    if "visa_C" in codes:
        return FilingEffect(
            NONE,
            step(mark("A Schengen visa is not continued by an application."), "§ 81 Abs. 4 S. 2 AufenthG"),
        )
    without_title = sorted(codes & WITHOUT_TITLE)
    if without_title:
        return FilingEffect(
            F81_3_1,
            step(
                mark("The stay was lawful without a title ({status}): it counts as permitted."),
                "§ 81 Abs. 3 S. 1 AufenthG",
                status=Named(without_title[0]),
            ),
        )
    if codes:
        return _without_effect(codes, given)
    return _after_everything_ended(held, day, title_id, given)


def _holding(titles: Sequence[str], title_id: str) -> FilingEffect:
    if titles == [HOLDER_104C] and not title_id.startswith(_FOLLOWING_104C):
        return FilingEffect(
            NONE,
            step(
                mark(
                    "{title} is continued only by an application under § 25a or § 25b. "
                    "File one of these as well, or there is no title after the end."
                ),
                "§ 104c Abs. 2 S. 3 AufenthG",
                title=Named(HOLDER_104C),
            ),
            warning=True,
        )
    return FilingEffect(
        F81_4,
        step(
            mark(
                "{title} was still valid on the day of filing: it is deemed to continue until the decision."
            ),
            "§ 81 Abs. 4 S. 1 AufenthG",
            title=Named(titles[0]),
        ),
        continues=titles[0],
    )


def _without_effect(codes: frozenset[str], given: Circumstances) -> FilingEffect:
    if codes & ASYLUM_PAPERS and given.recognised_on is None:
        return FilingEffect(
            None,
            step(
                mark("Whether the stay is permitted by a recognition is not recorded."),
                "§ 25 Abs. 1 S. 3 AufenthG",
            ),
            ask=("asylum_procedures",),
        )
    code = Named(min(codes))
    text = (
        mark("{status} is no lawful stay in the sense of the rule: no effect. Have the Duldung renewed.")
        if codes & _TOLERATED
        else mark("{status} is not continued by an application.")
    )
    return FilingEffect(NONE, step(text, "§ 81 Abs. 3, 4 AufenthG", status=code))


def _after_everything_ended(held: Held, day: date, title_id: str, given: Circumstances) -> FilingEffect:
    last = held.last_before(day)
    if last is None:
        return FilingEffect(
            None, step(mark("No status is recorded before this day.")), ask=("status_periods",)
        )
    code = last.code
    if last.lapsed:
        return FilingEffect(
            NONE,
            step(
                mark("{status} ended when the asylum application was filed: nothing is left to continue."),
                "§ 51 Abs. 1 Nr. 8 AufenthG, § 55 Abs. 2 AsylG",
                status=Named(code),
            ),
            warning=True,
        )
    if code in FICTIONS:
        return FilingEffect(
            None,
            step(
                mark("The certificate has run out, but its effect lasts until the decision: was there one?"),
                "§ 81 Abs. 5 AufenthG",
            ),
            ask=("applications",),
        )
    if code.startswith(TITLE) or code == "visa_D":
        orderable = code != HOLDER_104C or title_id.startswith(_FOLLOWING_104C)
        text = (
            mark(
                "{title} had already ended: no effect by law, but the office may order continuation at once."
            )
            if orderable
            else mark("{title} had already ended: no effect.")
        )
        cite = "§ 81 Abs. 4 S. 3 AufenthG" if orderable else "§ 104c Abs. 2 S. 3 AufenthG"
        why = step(text, cite, title=Named(code))
        return FilingEffect(NONE, why, order_possible=orderable, warning=True)
    if code == EXEMPT and given.exemption is not None and given.exemption.refused_by(day):
        text = mark("The exemption ended with the refusal of a title: a new application has no effect.")
        return FilingEffect(NONE, step(text, "§ 2 Abs. 3 UkraineAufenthÜV"), warning=True)
    if code in WITHOUT_TITLE:
        return FilingEffect(
            F81_3_2,
            step(
                mark(
                    "The lawful stay ({status}) had already ended: removal counts as suspended from filing."
                ),
                "§ 81 Abs. 3 S. 2 AufenthG",
                status=Named(code),
            ),
        )
    return FilingEffect(
        NONE,
        step(mark("There was no lawful stay on the day of filing: no effect."), "§ 81 Abs. 3, 4 AufenthG"),
    )


def _stays_by_recognition(held: Held, day: date, given: Circumstances) -> bool:
    """Recognised for good, no card of that kind issued yet, and not expelled."""
    recognised = given.recognised_on
    return (
        isinstance(recognised, PartialDate)
        and recognised.latest <= day
        and given.expelled_under_53_3a is not True
        and not held.ever({f"{TITLE}{each}" for each in _BY_RECOGNITION}, day)
    )


def _recognition() -> FilingEffect:
    return FilingEffect(
        F25_1_3,
        step(
            mark("Recognised: the stay is permitted by law until the card is issued, application or not."),
            "§ 25 Abs. 1 S. 3, Abs. 2 S. 3 AufenthG",
        ),
    )


def _recorded(code: str) -> FilingEffect:
    """An effect that the history shows; the one of a recognition needs no application."""
    if code == F25_1_3:
        return _recognition()
    return FilingEffect(
        code,
        step(
            mark("{status} already runs and lasts until the decision."), "§ 81 AufenthG", status=Named(code)
        ),
    )


# An asylum application ends titles and effects


def _after_asylum(
    effect: FilingEffect,
    application: Application,
    history: Sequence[StatusPeriod],
    on: date,
    given: Circumstances,
) -> FilingEffect:
    """The effect as it stands on a day if asylum was applied for after it began (§ 55(2) AsylG)."""
    later = [
        day
        for day in given.asylum_filed_on
        if day.latest > application.filed_on.earliest and day.earliest <= on
    ]
    if not later or effect.id in (None, NONE, F25_1_3):
        return effect
    ended = FilingEffect(
        NONE,
        step(mark("The asylum application filed later ended the effect."), "§ 55 Abs. 2 AsylG"),
        warning=True,
    )
    if effect.continues is None:
        return ended
    if effect.continues.startswith(LAPSE_ON_ASYLUM):
        return replace(ended, otherwise=effect)  # whether § 51(1) no. 8 also ends the continuation is open
    total = total_validity(history, effect.continues, given)
    if application.decision_kind is DecisionKind.EXTENSION and (total is None or total > SIX_MONTHS):
        return effect
    return ended
