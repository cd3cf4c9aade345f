"""Sheets for the client and the authority: chosen by the situation, seen before they are printed.

presenter   which sheet; makes it anew after every change, as long as somebody looks
pages       PDF bytes -> pictures: preview and printer show the same bytes (no Qt)
preview     the pages on the screen
printer     the system's printers
view, room  the page, put together
"""
