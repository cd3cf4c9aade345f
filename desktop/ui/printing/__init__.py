"""Sheets for the client and the authority: chosen by the situation, seen before they are printed.

presenter   which sheet; makes it anew after every change, as long as somebody looks
preview     the pages on the screen
view, room  the page, put together
"""
