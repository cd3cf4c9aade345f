"""The dates of one client with their derivation, and what filing would do.

presenter   dates, derivations and effects in words
view, room  the list, the chosen date step by step, the panel for filing
"""
