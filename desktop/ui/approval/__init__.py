"""Who may approve letters: everybody in the office file, or the persons named here.

presenter   who is named, and what happens when somebody is ticked or added; saved at once
view, room  the page
"""
