"""From the result of a title to the lines of the tree: the verdict, the sentence, and what it opens to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desktop.cases.words import DECISION_WORDS
from desktop.errors import Problem
from desktop.rules.sources import practice_for
from desktop.rules.standing import Standing
from desktop.rules.words import EFFECT_WORDS, NOT_COVERED
from desktop.services.words.findings import ONLY_A_HINT, FindingWords
from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext
from desktop.ui.kit.outline.line import Line, group, section
from desktop.ui.kit.signs import VERDICT_SIGNS, Sign

from .beside import BesideLines
from .conditions import ConditionLines
from .lines import Act, Decide, shortened, standing

if TYPE_CHECKING:
    from desktop.rules.held import HeldStatus
    from desktop.rules.results import RouteResult, TitleResult

_HELD = Sign("info", "later", mark("held, no longer granted"))
_NO_TEXT = Sign("info", "later", NOT_COVERED)
_STATUS = Sign("info", "later", mark("held today"))
_MORE = mark("{count} more")
STATUS = "status"
"""The key of the line about the status held."""


class Explaining:
    """Explains results of one rule pack in one language."""

    def __init__(self, context: CaseContext) -> None:

        self._context = context
        self._texts, self._names = context.texts, context.names
        self._words: FindingWords = FindingWords(context.reference.pack, context.texts)
        self._conditions = ConditionLines(context, self._words)
        self._beside = BesideLines(context.texts)

    # Titles

    def title(self, result: TitleResult, held: bool = False) -> Line:
        """One line with the verdict and one sentence; its parts come when it is opened.

        A title that is only `held` and no longer granted gets no verdict but says so, and so does one whose
        text of the day the pack does not hold.
        """
        if result.not_covered is not None:
            return self._not_covered(result, result.not_covered)
        only_held = held and result.norm.no_grant is not None
        sign = _HELD if only_held or result.verdict is None else VERDICT_SIGNS[result.verdict.value]
        return Line(
            key=f"title {result.norm.id}",
            text=self._texts.pick(result.norm.title),
            sign=sign,
            head=self._names.title_short(result.norm.id),
            word=self._texts(sign.word),
            detail=self._no_grant(result) if sign is _HELD else self.sentence(result),
            cite="" if sign is _HELD else self._texts(DECISION_WORDS[result.decision_kind]),
            lazy=True,
            level="title",
        )

    def _not_covered(self, result: TitleResult, reason: Problem) -> Line:
        return Line(
            key=f"title {result.norm.id}",
            text=self._texts.pick(result.norm.title),
            sign=_NO_TEXT,
            head=self._names.title_short(result.norm.id),
            word=self._texts(_NO_TEXT.word),
            detail=self._texts.problem(reason),
            level="title",
        )

    def sentence(self, result: TitleResult) -> str:
        """What decides, and what it would come to if that were settled."""
        texts, verdict = self._texts, result.verdict
        if verdict is None:
            return self._no_grant(result)
        missing, bars, rest = [], [], []
        for reason in result.reasons():
            label, stands = self._words.label(reason).rstrip("."), standing(reason)
            if getattr(getattr(reason.node, "cls", None), "is_bar", False) and stands is Standing.NOT_MET:
                bars.append(label)
            elif stands is Standing.NOT_MET:
                missing.append(label)
            else:
                rest.append(label)
        said = []
        if verdict.value == "not_available":
            if missing:
                said.append(texts(mark("Not met: {reasons}."), reasons=self._listed(missing)))
            if bars:
                said.append(texts(mark("In the way: {reasons}."), reasons=self._listed(bars)))
            if result.without_bar is not None:
                then = texts(VERDICT_SIGNS[result.without_bar.value].word)
                said.append(texts(mark("Without this bar: {verdict}."), verdict=then))
            return " ".join(said)
        turning = self._listed(list(dict.fromkeys([*missing, *bars, *rest])))
        if verdict.value == "facts_missing":
            return texts(mark("Not known yet: {reasons}."), reasons=turning)
        if verdict.value == "needs_assessment" and result.limited_by:
            return texts(ONLY_A_HINT)
        if verdict.value == "needs_assessment":
            cap = result.cap
            then = texts(VERDICT_SIGNS[cap.value].word) if cap is not None else ""
            return texts(mark("To be assessed: {reasons}. Then: {verdict}."), reasons=turning, verdict=then)
        return self._words.sentence(result)

    def _no_grant(self, result: TitleResult) -> str:
        return self._texts.pick(result.norm.no_grant) if result.norm.no_grant is not None else ""

    def _listed(self, labels: list[str]) -> str:
        return shortened(list(dict.fromkeys(labels)), self._texts(_MORE))

    # The status held today

    def status(self, held: HeldStatus) -> Line:
        """One line for what the client holds without a title; the rest comes when it is opened."""
        loud = next((each for each in held.warnings if not each.open), None)
        return Line(
            key=STATUS,
            text=self._texts(mark("What holds today, whatever title may come")),
            sign=_STATUS,
            head=", ".join(self._names.status(code) for code in held.codes),
            word=self._texts(_STATUS.word),
            detail=self._texts.pick(loud.row.text) if loud is not None else "",
            lazy=True,
            level="title",
        )

    def status_parts(self, held: HeldStatus) -> tuple[Line, ...]:
        """What to watch and what follows."""
        return (
            *self._beside.warnings(held.warnings, STATUS),
            *self._beside.consequences(held.consequences, STATUS),
        )

    # Opened

    def parts(self, result: TitleResult, changes: Iterable[Line] = ()) -> tuple[Line, ...]:
        """The way, the conditions, what ends a bar, `changes`, warnings, what follows, sources."""
        return tuple(self._parts(result, changes))

    def _parts(self, result: TitleResult, changes: Iterable[Line]) -> Iterator[Line]:
        if result.version is None:
            return
        key = f"title {result.norm.id}"
        winner = result.winner
        if winner is not None:
            yield self._way(result, winner, key)
            yield from self._conditions.of(winner, key)
            if result.without_bar is not None:
                yield self._without_bar(result, key)
        yield from changes
        yield from self._beside.warnings(result.warnings, key)
        others = [route for route in result.routes[1:] if route.finding.parts]
        if others:
            routes = tuple(self._route(route, f"{key} route {route.route.id}") for route in others)
            yield group(f"{key} routes", self._texts(mark("Other ways to this title")), routes)
        yield from self._beside.from_title(result, key)
        land = self._land()
        pack, today = self._context.reference.pack, self._context.today()
        yield from self._beside.practice(practice_for(pack, result.norm.id, today, land), key)
        yield from self._beside.claims(result, key, land)
        yield self._beside.law(result.version, key)

    def _land(self) -> str:
        case = self._context.desk.case
        return str(case.value("land") or "") if case is not None else ""

    def _way(self, result: TitleResult, winner: RouteResult, key: str) -> Line:
        texts = self._texts
        title, nature = texts.pick(winner.route.title), texts(EFFECT_WORDS[winner.route.effect])
        detail = [texts.pick(winner.route.note)] if winner.route.note is not None else []
        if result.limited_by:
            detail.insert(0, texts(mark("The rule allows no more than this: {nature}."), nature=nature))
        for (fact, _), answer in result.assumed:
            value = self._words.value(fact, answer)
            detail.append(
                texts(mark("Shown for “{fact}”: {value}."), fact=self._names.fact(fact), value=value)
            )
        act: Act | None = None
        if len(result.norm.decisions) > 1:
            act = Decide(result.norm.id, result.decision_kind)
        return Line(
            f"{key} way",
            title if nature.casefold() in title.casefold() else f"{title} – {nature}",
            Sign("next", "accent", mark("way")),
            cite=section(winner.route.cite),
            detail=" ".join(detail),
            act=act,
            level="group",
        )

    def _without_bar(self, result: TitleResult, key: str) -> Line:
        assert result.without_bar is not None
        sign = VERDICT_SIGNS[result.without_bar.value]
        texts = self._texts
        return Line(
            f"{key} bar",
            texts(mark("Once the bar has ended: {verdict}"), verdict=texts(sign.word)),
            sign,
            detail=" ".join(texts.pick(how) for how in result.bar_ends),
            level="group",
        )

    def _route(self, route: RouteResult, key: str) -> Line:
        sign = VERDICT_SIGNS[route.verdict.value]
        return Line(
            key,
            self._texts.pick(route.route.title),
            sign,
            word=self._texts(sign.word),
            cite=section(route.route.cite),
            parts=tuple(self._conditions.of(route, key, own=True)),
        )
