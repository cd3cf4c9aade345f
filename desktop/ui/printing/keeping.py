"""What went out stands among the client's prints; what the client was handed can be recorded too. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.texts import mark
from desktop.ui.kit.case_context import CaseContext

from .making import Prints
from .seen import PrintingView

if TYPE_CHECKING:
    from desktop.services.print_choice import PrintChoice
    from desktop.services.print_stack import Stack
    from desktop.services.prints import Way


class Keeping:
    """Declarations that were just printed wait until somebody says that the client has them."""

    def __init__(self, context: CaseContext, view: PrintingView, prints: Prints) -> None:
        self._context, self._view, self._prints = context, view, prints
        self._given: tuple[str, Sequence[PrintChoice]] | None = None  # to whom, and what

    def keep(self, client: str, stack: Stack, way: Way, sentence: str, kept: Callable[[], None]) -> None:
        """Note what went out; sheets of before are noted already. `kept` when it is."""
        from desktop.services.declarations.records import can_be_handed_out

        choices = [part.choice for part in stack.parts]
        self._given = (client, choices) if can_be_handed_out(choices) else None
        self._view.show_done(sentence, self._given is not None)
        if choices:
            self._context.jobs.run(
                lambda: self._prints.keep(client, stack, way),
                done=lambda _: kept(),
                failed=self._view.show_problem,
            )

    def record_handed_out(self) -> None:
        """What was just printed was handed to the client: it stands in the case from now on, once."""
        from desktop.services.declarations.records import handed_out

        given, self._given = self._given, None
        desk = self._context.desk
        if desk.case is None or given is None or given[0] != desk.client_id:
            return
        found = handed_out(given[1], self._context.today())
        desk.change(replace(desk.case, declarations=(*desk.case.declarations, *found)))
        self._view.show_done(self._context.texts(mark("Recorded as handed out today.")))
