"""The counted lists of the office: whose title or other paper ends soon, who has no next date, who rests.

presenter.py   pages of a list, and which lines are chosen for letters; no Qt
columns.py     what a line shows
view.py        a list with its head; the list of titles with what is chosen
letters.py     letters for all who are chosen: asked, made one after the other, cancelled; no Qt
letters_card.py    the card for that
room.py        the four rooms
"""
