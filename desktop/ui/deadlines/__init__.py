"""The dates of one client with their derivation, what can be done about them, and what filing would do.

page, room              the page, and its parts put together with their presenters
view                    the dates: line, year, list, the chosen date, the panel for filing
letter_...              the form for a decision letter, and what would follow from it while it is typed
presenter, rows         dates, derivations and the chosen date in words
strip, strip_view       the next twelve months as a picture
quick_...               the line in which the next date is typed
actions_...             done, move, change, check; asked about in place (asking, asking_view)
standing_...            a case that rests, is closed or lacks a next date; plans
filing_...              what an application would do, and entering it
list_view, details_view, said_view    the list, the chosen date, sentences with their sections
"""
