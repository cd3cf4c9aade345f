"""The dates of one client with their derivation, what can be done about them, and what filing would do.

view, room              the page: its parts put together, and their presenters
presenter, rows         dates, derivations and the chosen date in words
strip, strip_view       the next twelve months as a picture
quick_...               the line in which the next date is typed
actions_...             done, move, change, check; asked about in place (asking, asking_view)
standing_...            a case that rests, is closed or lacks a next date; plans
filing_...              what an application would do, and entering it
list_view, details_view, said_view    the list, the chosen date, sentences with their sections
"""
