"""What an empty card says."""

from desktop.ui.today.cards import DueCard
from desktop.ui.today.presenter import CardDates


def test_a_card_does_not_say_there_is_nothing_while_that_is_not_known(look, shown):
    card = shown(DueCard(look, "Neu möglich", "Nichts Neues."))
    card.show_dates(CardDates())
    card.show_note("")
    assert card._nothing.isVisible()
    card.show_dates(CardDates())
    card.show_note("Noch nicht vorausberechnet: 9 Akten")
    assert not card._nothing.isVisible()
