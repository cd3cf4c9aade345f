"""An office that prints and keeps in memory what `PrintsOfOffice` keeps in its file."""

from dataclasses import replace
from datetime import UTC, datetime

from desktop.errors import Problem
from desktop.services.declarations.profile import NO_PROFILE
from desktop.services.handouts.released import NOTHING_RELEASED
from desktop.services.letter_wording import editable
from desktop.services.print_stack import stacked
from desktop.services.printing import sheets, write
from desktop.services.prints import EarlierPrint
from desktop.ui.printing.making import Basis


class KeptPrints:
    def __init__(self, reference, today, released=NOTHING_RELEASED):
        self.reference, self.today, self.released = reference, today, released
        self.kept, self.nobody_approves, self.own, self.profile = [], False, (), NO_PROFILE

    def own_letters(self):
        return self.own

    def basis(self):
        return Basis(self.own, self.profile, self.released)

    def approved(self, choice):
        if self.nobody_approves:
            raise Problem("Das darf hier nur die Leitung.")
        return replace(choice, approved=True, approved_by="mk")

    def made(self, case, choices):
        return stacked(
            self.reference,
            case,
            choices,
            today=self.today,
            office="Beratungsstelle Muster",
            by="mk",
            released=self.released,
            own=self.own,
        )

    def paragraphs(self, case, choice):
        return editable(
            sheets(self.reference, case, replace(choice, edits=()), today=self.today, own=self.own)
        )

    def keep(self, client_id, stack, way):
        one = EarlierPrint(
            str(len(self.kept)),
            datetime(2026, 11, 22, 13, 3, tzinfo=UTC),
            "mk",
            way,
            tuple(part.choice.kind for part in stack.parts),
            stack.parts[0].choice.title_id,
            "de",
            all(part.choice.approved for part in stack.parts),
            "",
            self.reference.pack.law_checked_on,
            "core",
            stack.pages,
        )
        self.kept.append((client_id, one, stack))
        return one.id

    def earlier(self, client_id):
        return [one for client, one, _ in reversed(self.kept) if client == client_id]

    def again(self, client_id, print_id):
        stack = next(kept for client, one, kept in self.kept if (client, one.id) == (client_id, print_id))
        return stack._replace(parts=())

    def write(self, file, printed):
        write(file, printed)
